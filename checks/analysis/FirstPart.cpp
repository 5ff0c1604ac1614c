// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "FirstPart.h"
#include "Loop.h"
#include "Order.h"
#include "Spawn.h"
#include "WaitByDesign.h"
#include "WaitTime.h"
#include "Watched.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace tidepool {

bool fetchesMore(Facts &F, const Expr *Ready, const Expr *Wait,
                 const Expr *At) {
  if (F.functionOf(Ready) != F.functionOf(At))
    return false;
  const Entry *Api = F.entry(Wait);
  if (Api && Api->Io && Api->Io->Whole)
    return true;
  for (const Stmt *Up = F.parentStmt(At); Up; Up = F.parentStmt(Up)) {
    std::optional<Loop> Around = loopOf(F, Up);
    if (Around && repeats(F, *Around, At) && !triesAgain(F, *Around, At) &&
        !contains(F, Up, Ready))
      return true;
  }
  return false;
}

/// Is \p One the same descriptor as \p Other, as far as their names tell?
/// Structures that describe one connection each have a copy of it.
static bool isSame(const ValueDecl *One, const ValueDecl *Other) {
  return One && Other &&
         (One == Other || (isa<FieldDecl>(One) && isa<FieldDecl>(Other) &&
                           One->getDeclName() == Other->getDeclName()));
}

/// Does \p Ready wait for \p Handle, and so long at most?
static bool waitsInTime(Facts &F, const Expr *Ready, const ValueDecl *Handle) {
  const DeadlineRole &Role = *F.entry(Ready)->Deadline;
  const Expr *On = Role.On ? objectOf(Ready, *Role.On) : nullptr;
  const ValueDecl *Root = On ? rootOf(F, On) : nullptr;
  if (!Root || timeGiven(F, Ready, Role).Is != WaitTime::Kind::Given)
    return false;
  if (isSame(Root, Handle))
    return true;
  const auto *Set = dyn_cast<VarDecl>(Root);
  SmallVector<const Expr *, 2> Watched;
  if (Set && Set->isLocalVarDecl())
    Watched = watchedBy(F, Set);
  return Watched.size() == 1 && isSame(rootOf(F, Watched.front()), Handle);
}

/// Does \p Function know that there may be nothing to fetch: is EAGAIN written
/// in it?
static bool asksAgain(Facts &F, const FunctionDecl *Function) {
  return !expressionsIn(Function->getBody(), /*Lambdas=*/true,
                        [&](const Expr *E) {
                          SourceLocation Place = E->getBeginLoc();
                          if (!isa<IntegerLiteral>(E) || !Place.isMacroID())
                            return false;
                          StringRef Name = Lexer::getImmediateMacroName(
                              Place, F.sources(), F.context().getLangOpts());
                          return Name == "EAGAIN" || Name == "EWOULDBLOCK";
                        })
              .empty();
}

const Expr *beginsInTime(Facts &F, const Expr *Wait, const Expr *Handle) {
  const FunctionDecl *Function = F.functionOf(Wait);
  const ValueDecl *Root = rootOf(F, Handle);
  if (!Root || !Function || !Function->getBody() || asksAgain(F, Function))
    return nullptr;
  for (const Expr *E : expressionsIn(
           Function->getBody(), /*Lambdas=*/false, [&](const Expr *E) {
             const Entry *Api = F.entry(E);
             return E != Wait && Api && Api->Deadline &&
                    Api->Deadline->Does == DeadlineRole::What::Ready;
           }))
    if (mayPrecede(F, E, Wait) && waitsInTime(F, E, Root) &&
        fetchesMore(F, E, Wait, Wait))
      return E;
  return nullptr;
}

} // namespace tidepool
