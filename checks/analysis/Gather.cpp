// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Gather.h"
#include "Spawn.h"
#include "support/LLVMCompat.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace tidepool {

/// The declaration as it was written, of which the call uses an instance.
static const FunctionDecl *writtenAs(const Expr *Site) {
  const FunctionDecl *Callee = nullptr;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Site))
    Callee = Construct->getConstructor();
  else if (const auto *Call = dyn_cast<CallExpr>(Site))
    Callee = Call->getDirectCallee();
  if (Callee)
    if (const FunctionDecl *Pattern = Callee->getTemplateInstantiationPattern())
      Callee = Pattern;
  return Callee;
}

/// Does it take any number of tasks, and not two iterators or one range?
static bool takesEach(const FunctionDecl *Written) {
  return Written && !Written->param_empty() &&
         Written->parameters().back()->isParameterPack();
}

static const FunctionDecl *namedCallee(const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && Callee->getIdentifier() ? Callee : nullptr;
}

/// What \p E is a copy of, or a move iterator.
static const Expr *copied(Facts &F, const Expr *E) {
  E = plain(F, E);
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
      Construct && Construct->getNumArgs() == 1)
    return copied(F, Construct->getArg(0));
  if (const FunctionDecl *Callee = namedCallee(E);
      Callee && Callee->getName() == "make_move_iterator" &&
      cast<CallExpr>(E)->getNumArgs() == 1)
    return copied(F, cast<CallExpr>(E)->getArg(0));
  return E;
}

/// What \p E is the begin of; null where it is none.
static const Expr *begunBy(const Expr *E) {
  const FunctionDecl *Callee = namedCallee(E);
  if (!Callee ||
      (!Callee->getName().ends_with("begin") && Callee->getName() != "data"))
    return nullptr;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E))
    return Member->getImplicitObjectArgument();
  const auto *Call = cast<CallExpr>(E);
  return Call->getNumArgs() == 1 ? Call->getArg(0) : nullptr;
}

const Expr *rangeOf(Facts &F, const Expr *First) {
  const Expr *E = copied(F, First);
  const Expr *Range = begunBy(E);
  return Range ? Range : E;
}

bool isGather(Facts &F, const FunctionDecl *Function) {
  if (!Function->getIdentifier())
    return false;
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Function)) {
    const Entry *Api = F.roles().ofMethod(Method);
    return Api && Api->Gather;
  }
  const FunctionDecl *Pattern = Function->getTemplateInstantiationPattern();
  const Decl *Written = (Pattern ? Pattern : Function)->getCanonicalDecl();
  return llvm::any_of(
      F.roles().words().named(Function->getName()), [&](const Entry *Api) {
        return Api->Gather && !Api->Function.empty() &&
               llvm::is_contained(F.roles().resolve(Api->Function), Written);
      });
}

/// The 8 of `first + 8` and of `counting(0), counting(8)`; null for what is
/// written in another way.
static const Expr *lengthOf(Facts &F, const Expr *First, const Expr *Last) {
  const Expr *E = plain(F, Last);
  const auto *From = dyn_cast<CallExpr>(plain(F, First));
  const auto *To = dyn_cast<CallExpr>(E);
  if (From && To && From->getDirectCallee() &&
      From->getDirectCallee() == To->getDirectCallee() &&
      From->getNumArgs() == 1 && To->getNumArgs() == 1 &&
      From->getArg(0)->getType().getNonReferenceType()->isIntegerType() &&
      !From->getArg(0)->isValueDependent() &&
      From->getArg(0)->isIntegerConstantExpr(F.context()))
    return To->getArg(0);
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return Binary->getOpcode() == BO_Add ? Binary->getRHS() : nullptr;
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
  return Operator && Operator->getOperator() == OO_Plus &&
                 Operator->getNumArgs() == 2
             ? Operator->getArg(1)
             : nullptr;
}

std::optional<Gather> gatherAt(Facts &F, const Expr *E) {
  const Entry *Api = F.entry(E);
  if (!Api || !Api->Gather)
    return std::nullopt;
  Gather Found{E, Api, *Api->Gather, nullptr, nullptr, nullptr, nullptr, {}};
  const GatherRole &Role = Found.Role;
  SmallVector<const Expr *, 4> Arguments = argumentsOf(E);
  while (!Arguments.empty() && isa<CXXDefaultArgExpr>(Arguments.back()))
    Arguments.pop_back();
  // when_all(v.begin(), v.end()) of a function that takes whatever it is given
  const bool IsPair = Role.Iterators && Arguments.size() == 2 &&
                      begunBy(copied(F, Arguments[0]));
  if (Role.First &&
      (!Role.Range || (takesEach(writtenAs(E)) && !IsPair) ||
       Arguments.size() > *Role.First + (Role.Iterators ? 2 : 1))) {
    for (unsigned I = *Role.First; I < Arguments.size(); ++I) {
      // (a && b) && c waits for three.
      std::optional<Gather> Chained;
      if (isa<CXXOperatorCallExpr>(E) &&
          !isa<CXXMethodDecl>(cast<CallExpr>(E)->getDirectCallee()))
        Chained = gatherAt(F, plain(F, Arguments[I]));
      if (Chained && Chained->Api == Api)
        Found.Tasks.append(Chained->Tasks);
      else
        Found.Tasks.push_back(Arguments[I]);
    }
    if (Found.Tasks.empty())
      return std::nullopt;
    return Found;
  }
  if (!Role.Range)
    return std::nullopt;
  Found.Range = objectOf(E, *Role.Range);
  if (!Found.Range)
    return std::nullopt;
  const unsigned Last = Role.Range->Index + 1;
  if (Role.Iterators && Last < Arguments.size())
    Found.Length = lengthOf(F, Found.Range, Arguments[Last]);
  Found.Range = rangeOf(F, Found.Range);
  if (Role.Callable && *Role.Callable < Arguments.size())
    Found.Callable = Arguments[*Role.Callable];
  if (Role.Limit && *Role.Limit < Arguments.size())
    Found.Limit = Arguments[*Role.Limit];
  return Found;
}

bool isGathered(Facts &F, const ValueDecl *Kept) {
  return llvm::any_of(F.mentionsOf(Kept), [&](const Expr *Mention) {
    for (const Stmt *Up = Mention; isa_and_nonnull<Expr>(Up);
         Up = F.parentStmt(Up)) {
      std::optional<Gather> Waits = gatherAt(F, cast<Expr>(Up));
      if (Waits && Waits->Range && rootOf(F, Waits->Range) == Kept)
        return true;
    }
    return false;
  });
}

SmallVector<FixItHint, 2> limitedForm(Facts &F, const Gather &G,
                                      unsigned Most) {
  const auto *Call = dyn_cast<CallExpr>(G.Site);
  const auto *Named =
      Call ? dyn_cast<DeclRefExpr>(Call->getCallee()->IgnoreParenImpCasts())
           : nullptr;
  llvm::ArrayRef<const NamedDecl *> Meant = F.roles().resolve(G.Role.Limited);
  const unsigned At = G.Role.LimitedAt;
  if (!Named || Meant.empty() || At == 0 || At > Call->getNumArgs() ||
      G.Site->getBeginLoc().isMacroID() || G.Site->getEndLoc().isMacroID() ||
      Call->getArg(At - 1)->getEndLoc().isMacroID())
    return {};
  // The qualifier stays where it leads to the other function, too.
  const NamespaceDecl *Space = compat::namespaceBefore(Named);
  const bool Same =
      Space &&
      Space->getCanonicalDecl()->Equals(
          Meant.front()->getDeclContext()->getEnclosingNamespaceContext());
  StringRef Name = G.Role.Limited;
  CharSourceRange Old = CharSourceRange::getTokenRange(Named->getSourceRange());
  if (Same) {
    Name = Name.rsplit("::").second;
    Old = CharSourceRange::getTokenRange(Named->getLocation(),
                                         Named->getLocation());
  }
  SourceLocation Behind =
      Lexer::getLocForEndOfToken(Call->getArg(At - 1)->getEndLoc(), 0,
                                 F.sources(), F.context().getLangOpts());
  if (Behind.isInvalid())
    return {};
  return {FixItHint::CreateReplacement(Old, Name),
          FixItHint::CreateInsertion(Behind, ", " + std::to_string(Most))};
}

const Expr *gatherAround(Facts &F, const Gather &Inner) {
  for (const Stmt *Up = F.parentStmt(Inner.Site); isa_and_nonnull<Expr>(Up);
       Up = F.parentStmt(Up)) {
    const auto *E = cast<Expr>(Up);
    if (std::optional<Gather> Outer = gatherAt(F, E)) {
      for (const Expr *Task : Outer->Tasks)
        if (plain(F, Task) == Inner.Site)
          return E;
      // An operand of a chain is none of its tasks.
      if (Outer->Api == Inner.Api && isa<CXXOperatorCallExpr>(E))
        return E;
      return nullptr;
    }
    if (isa<LambdaExpr, CoawaitExpr>(E))
      return nullptr;
  }
  return nullptr;
}

} // namespace tidepool
