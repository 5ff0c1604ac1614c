// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "HandleOrigin.h"
#include "Loop.h"
#include "Reach.h"
#include "Spawn.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace tidepool {

using Kind = HandleOrigin::Kind;

static HandleOrigin local() {
  return {Kind::Local, "it waits for nothing outside of this process"};
}

/// Does \p Accept let in processes of this machine alone?
static bool acceptsNeighbours(Facts &F, const Expr *Accept,
                              const ObjectPlace &On) {
  const Expr *Listener = objectOf(Accept, On);
  const ValueDecl *Root = Listener ? rootOf(F, Listener) : nullptr;
  if (!Root || isa<ParmVarDecl>(Root))
    return false;
  return llvm::any_of(lifeOf(F, Root), [&](const ObjectUse &Use) {
    return Use.Is == ObjectUse::Kind::Origin &&
           !expressionsIn(Use.Site, false, [&](const Expr *E) {
              const Entry *Api = F.entry(E);
              return Api && Api->Handle &&
                     Api->Handle->Is == HandleRole::Of::Machine;
            }).empty();
  });
}

/// Is one of the places that \p Maker makes a handle from a client that was
/// accepted: a copy of what a server accepted it with?
static bool copiesClient(Facts &F, const Expr *Maker, const HandleRole &Role) {
  return llvm::any_of(Role.From, [&](const ObjectPlace &From) {
    const Expr *Giver = objectOf(Maker, From);
    const ValueDecl *Root = Giver ? rootOf(F, Giver) : nullptr;
    return Root && !isa<ParmVarDecl>(Root) &&
           llvm::any_of(lifeOf(F, Root), [&](const ObjectUse &Use) {
             return Use.Is == ObjectUse::Kind::Call && Use.Api && Use.Api->Io &&
                    Use.Api->Io->Accepts && Use.Api->Handle &&
                    Use.Api->Handle->At.In != ObjectPlace::Kind::Result &&
                    isAt(F, Use, Use.Api->Handle->At);
           });
  });
}

/// What the vocabulary says of \p Maker, an entry of which makes a handle.
static HandleOrigin madeBy(Facts &F, const Expr *Maker, const Entry &Api) {
  switch (Api.Handle->Is) {
  case HandleRole::Of::Remote:
  case HandleRole::Of::Machine: {
    const bool Accepts = Api.Io && Api.Io->Accepts;
    if (Accepts && Api.Io->On && acceptsNeighbours(F, Maker, *Api.Io->On))
      return {Kind::Local, "its clients are processes of this machine"};
    return {Kind::Remote, "", Maker,
            Accepts || (Api.Io && Api.Io->For == IoRole::Peer::Client) ||
                copiesClient(F, Maker, *Api.Handle)};
  }
  case HandleRole::Of::Clients:
    return {Kind::Clients, "", Maker};
  case HandleRole::Of::Child:
    return {Kind::Own, "", Maker};
  case HandleRole::Of::Local:
    return local();
  }
  return {};
}

HandleOrigin originOf(Facts &F, const Expr *Value, bool Task) {
  for (const Expr *Part : expressionsIn(Value, false, [&](const Expr *E) {
         return isa<CallExpr, CXXConstructExpr, CXXNewExpr>(E);
       })) {
    const Entry *Does = F.entry(Part);
    // What a coroutine waits for itself is not seen.
    if (std::optional<Spawn> Started = spawnAt(F, Part);
        Started && !Started->Eager)
      return {Kind::Own, "", Part};
    if (Does && Does->Handle)
      return madeBy(F, Part, *Does);
    if (Does && Does->Io && Does->Io->Does != IoRole::Waits::Never)
      return {Kind::Remote, "", Part};
    if (Does && Does->Io && Task)
      return {Kind::Local, "what completes it gives up by itself"};
    // Whatever wraps the call that makes it may have set something on it, but
    // makes no file a socket.
    const FunctionDecl *Callee = nullptr;
    if (const auto *Call = dyn_cast<CallExpr>(Part)) {
      if (Does && Does->Passes)
        continue;
      Callee = Call->getDirectCallee();
    } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(Part)) {
      Callee = Construct->getConstructor();
      if (Construct->getNumArgs() == 0 ||
          Construct->getConstructor()->isCopyOrMoveConstructor() ||
          F.sources().isInSystemHeader(Callee->getLocation()))
        continue;
    } else {
      continue;
    }
    if (!expressionsIn(Part, false, [&](const Expr *E) {
           const Entry *Inner = F.entry(E);
           return Inner && Inner->Handle &&
                  Inner->Handle->Is == HandleRole::Of::Local;
         }).empty())
      return local();
    return {Kind::Unknown,
            Callee && Callee->getDeclName()
                ? "it is made by '" + Callee->getNameAsString() + "'"
                : "it is made by a call that is not followed"};
  }
  // -1, nullptr, or nothing at all.
  const Expr *Plain = Value->IgnoreParenImpCasts();
  Expr::EvalResult Constant;
  if (Plain->isValueDependent())
    return {Kind::Unknown};
  if (Plain->getType()->isIntegerType() &&
      Plain->EvaluateAsInt(Constant, F.context()))
    // stdin, stdout and stderr have no maker.
    return Constant.Val.getInt().isNegative() ? HandleOrigin{} : local();
  if (Plain->isNullPointerConstant(F.context(),
                                   Expr::NPC_ValueDependentIsNotNull) !=
          Expr::NPCK_NotNull ||
      isa<CXXConstructExpr, InitListExpr, CXXDefaultInitExpr>(Plain))
    return {};
  return {Kind::Unknown, "it comes from elsewhere"};
}

HandleOrigin originOf(Facts &F, const ObjectUse &Use, bool Task) {
  if (Use.Is == ObjectUse::Kind::Origin)
    return originOf(F, Use.Site, Task);
  if (Use.Is != ObjectUse::Kind::Call || !Use.Api)
    return {};
  if (Use.Api->Handle && Use.Api->Handle->At.In != ObjectPlace::Kind::Result &&
      isAt(F, Use, Use.Api->Handle->At))
    return madeBy(F, Use.Site, *Use.Api);
  if (Use.Api->Spawn)
    return {Kind::Own, "", Use.Site};
  return {};
}

const Expr *copiedFrom(Facts &F, const Expr *Value) {
  const Expr *E = plain(F, Value);
  // shared_ptr<FILE>(fdopen(fd, "r"), fclose)
  for (const auto *Made = dyn_cast<CXXConstructExpr>(E);
       Made && Made->getNumArgs() > 0 && isSmartPointer(F, Made->getType());
       Made = dyn_cast<CXXConstructExpr>(E))
    E = plain(F, Made->getArg(0));
  return isa<DeclRefExpr, MemberExpr>(E) &&
                 isa_and_nonnull<VarDecl, FieldDecl>(rootOf(F, E))
             ? E
             : nullptr;
}

/// bind(serve, client), bind(&server::serve, this, _1, client): is \p Use what
/// a library makes something to be called of, with an argument for each
/// parameter?
static const CallExpr *bindAt(Facts &F, const Expr *User, const Expr *Use,
                              unsigned &First) {
  const auto *Call = dyn_cast_or_null<CallExpr>(User);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  const auto *Reference = dyn_cast<DeclRefExpr>(Use);
  const auto *Function =
      Reference ? dyn_cast<FunctionDecl>(Reference->getDecl()) : nullptr;
  if (!Callee || !Function || isa<CXXMemberCallExpr>(Call) ||
      isa<CXXOperatorCallExpr>(Call) || F.entry(Call) ||
      !F.sources().isInSystemHeader(Callee->getLocation()) ||
      Call->getNumArgs() == 0 || !contains(F, Call->getArg(0), Use))
    return nullptr;
  // Not a tuple of them, which gives them out again.
  const CXXRecordDecl *Made = Call->getType()->getAsCXXRecordDecl();
  if (!Made ||
      Made->lookup(F.context().DeclarationNames.getCXXOperatorName(OO_Call))
          .empty())
    return nullptr;
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  First = Method && !Method->isStatic() ? 2 : 1;
  return Call->getNumArgs() == First + Function->getNumParams() ? Call
                                                                : nullptr;
}

Handover handoverOf(Facts &F, const Expr *Use, unsigned Parameter) {
  if (const auto *Made = dyn_cast<CXXConstructExpr>(Use))
    return {Made,
            Parameter < Made->getNumArgs() ? Made->getArg(Parameter) : nullptr};
  auto *User = dyn_cast_or_null<Expr>(F.userOf(Use));
  if (const auto *Address = dyn_cast_or_null<UnaryOperator>(User);
      Address && Address->getOpcode() == UO_AddrOf)
    User = dyn_cast_or_null<Expr>(F.userOf(Address));
  // (void *(*)(void *))serve
  while (isa_and_nonnull<ExplicitCastExpr>(User))
    User = dyn_cast_or_null<Expr>(F.userOf(User));
  const auto *Call = dyn_cast_or_null<CallExpr>(User);
  if (Call && Call->getCallee()->IgnoreParenImpCasts() == Use)
    return {Call,
            Parameter < Call->getNumArgs() ? Call->getArg(Parameter) : nullptr};
  for (const auto *Up = User; Up;
       Up = dyn_cast_or_null<Expr>(F.parentStmt(Up))) {
    std::optional<Spawn> Started = spawnAt(F, Up);
    if (!Started || !Started->Callable || !contains(F, Started->Callable, Use))
      continue;
    // std::thread(bind(serve, client))
    if (Up != User)
      return {Up,
              Call && Parameter + 1 < Call->getNumArgs() &&
                      contains(F, Call->getArg(0), Use)
                  ? Call->getArg(Parameter + 1)
                  : nullptr,
              true};
    // std::thread(serve, client)
    const unsigned Given = *Started->Role.Callable + 1 + Parameter;
    return {Up,
            Given < Started->Arguments.size() ? Started->Arguments[Given]
                                              : nullptr,
            true};
  }
  unsigned First = 0;
  if (const CallExpr *Bind = bindAt(F, User, Use, First))
    return {Bind, Bind->getArg(First + Parameter), true, true};
  return {User};
}

const ParmVarDecl *parameterFor(Facts &F, const Expr *Call, const Expr *Given) {
  auto Taking = [&](const FunctionDecl *Function,
                    const Expr *Use) -> const ParmVarDecl * {
    for (const ParmVarDecl *Parameter : Function->parameters()) {
      const Expr *Argument =
          handoverOf(F, Use, Parameter->getFunctionScopeIndex()).Argument;
      if (Argument && contains(F, Argument, Given))
        return Parameter;
    }
    return nullptr;
  };
  /// Null where an override may be called instead.
  auto BodyOf = [&](const ValueDecl *Callee) -> const FunctionDecl * {
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    return Method && Method->isVirtual() && !Method->hasAttr<FinalAttr>() &&
                   !Method->getParent()->isEffectivelyFinal()
               ? nullptr
               : F.ownBody(dyn_cast<FunctionDecl>(Callee));
  };
  if (const auto *Made = dyn_cast<CXXConstructExpr>(Call);
      Made && !F.entry(Made)) {
    const FunctionDecl *Body = F.ownBody(Made->getConstructor());
    return Body ? Taking(Body, Made) : nullptr;
  }
  // session(socket), this->session(socket), std::thread(session, socket),
  // bind(session, socket)
  for (const Expr *E :
       expressionsIn(Call, /*Lambdas=*/false, [](const Expr *E) {
         return isa<DeclRefExpr, MemberExpr>(E);
       })) {
    const auto *Reference = dyn_cast<DeclRefExpr>(E);
    const FunctionDecl *Body =
        BodyOf(Reference ? Reference->getDecl()
                         : cast<MemberExpr>(E)->getMemberDecl());
    if (const ParmVarDecl *Found = Body ? Taking(Body, E) : nullptr)
      return Found;
  }
  return nullptr;
}

} // namespace tidepool
