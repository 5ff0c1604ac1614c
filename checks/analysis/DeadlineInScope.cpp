// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "DeadlineInScope.h"
#include "Bound.h"
#include "Loop.h"
#include "Spawn.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace tidepool {

namespace {

/// Does the variable, or an alias that its type is written as, speak of a
/// deadline? A duration may be anything.
bool speaksOfDeadline(const VarDecl *Variable) {
  constexpr StringRef Words[] = {"timeout", "timeouts", "deadline", "expiry",
                                 "expires"};
  if (namesAny(Variable->getName(), Words))
    return true;
  const auto *Alias =
      Variable->getType().getNonReferenceType()->getAs<TypedefType>();
  return Alias && namesAny(Alias->getDecl()->getName(), Words);
}

std::optional<ExpiryRole> expiryOf(Facts &F, const VarDecl *Variable) {
  // What has no name cannot be passed on, and whoever says that it may stay
  // unused has said so.
  if (!Variable->getIdentifier() || Variable->hasAttr<UnusedAttr>())
    return std::nullopt;
  QualType Type = Variable->getType().getNonReferenceType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  const Entry *Api = F.roles().ofType(Type);
  if (!Api || !Api->Expiry)
    return std::nullopt;
  const bool IsTime = Api->Expiry->Is == ExpiryRole::What::Duration ||
                      Api->Expiry->Is == ExpiryRole::What::TimePoint;
  if (IsTime && !speaksOfDeadline(Variable))
    return std::nullopt;
  return Api->Expiry;
}

/// Asks it of one wait.
class Scope {
public:
  Scope(Facts &F, const Expr *Wait)
      : F(F), Wait(Wait), Api(F.entry(Wait)), Function(F.functionOf(Wait)),
        Object(Api && Api->Wait ? objectOf(Wait, Api->Wait->Object) : nullptr) {
  }

  ScopedDeadline find();

private:
  void candidates(SmallVectorImpl<const VarDecl *> &Into);
  bool mayBound(const VarDecl *Variable, Reasons &Because, unsigned Depth);
  bool boundsOther(const Expr *Mention, const ExpiryRole &Role);
  bool takes(const ExpiryRole &Role) const;

  Facts &F;
  const Expr *Wait;
  const Entry *Api;
  const FunctionDecl *Function;
  const Expr *Object;
};

/// The parameters, and the locals that are declared before the wait in a block
/// around it.
void Scope::candidates(SmallVectorImpl<const VarDecl *> &Into) {
  Into.append(Function->param_begin(), Function->param_end());
  const Stmt *Below = Wait;
  for (const Stmt *Up = F.parentStmt(Wait); Up && !isa<LambdaExpr>(Up);
       Below = Up, Up = F.parentStmt(Up)) {
    const auto *Block = dyn_cast<CompoundStmt>(Up);
    if (!Block)
      continue;
    for (const Stmt *Part : Block->body()) {
      if (Part == Below)
        break;
      if (const auto *Declaration = dyn_cast<DeclStmt>(Part))
        for (const Decl *D : Declaration->decls())
          if (const auto *Local = dyn_cast<VarDecl>(D))
            Into.push_back(Local);
    }
  }
}

/// Could the wait be asked to take one, as the vocabulary has it?
bool Scope::takes(const ExpiryRole &Role) const {
  if (!Api || !Api->Timed)
    return false;
  switch (Role.Is) {
  case ExpiryRole::What::Token:
    return Api->Timed->Token;
  case ExpiryRole::What::Duration:
    return !Api->Timed->Duration.empty();
  case ExpiryRole::What::TimePoint:
    return !Api->Timed->TimePoint.empty();
  case ExpiryRole::What::Context:
    return false;
  }
  return false;
}

/// True where \p Mention certainly bounds nothing of this wait: it goes to
/// another wait on another object, or asks a request's context for something
/// that is not its deadline.
bool Scope::boundsOther(const Expr *Mention, const ExpiryRole &Role) {
  const Stmt *User = F.userOf(Mention);
  if (Role.Is == ExpiryRole::What::Context)
    if (const auto *Member = dyn_cast_or_null<MemberExpr>(User))
      return Member->getMemberDecl()->getIdentifier() &&
             !StringRef(Member->getMemberDecl()->getName())
                  .contains(Role.Member);
  for (const Stmt *Up = User; isa_and_nonnull<Expr>(Up);
       Up = F.parentStmt(Up)) {
    const auto *Call = dyn_cast<CallExpr>(Up);
    const Entry *Other = Call ? F.entry(Call) : nullptr;
    if (!Other || Call == Wait || !Other->Wait || !Other->Wait->Timed)
      continue;
    const Expr *OtherObject = objectOf(Call, Other->Wait->Object);
    const ValueDecl *Root = Object ? rootOf(F, Object) : nullptr;
    return OtherObject && Root && rootOf(F, OtherObject) != Root;
  }
  return false;
}

/// May a use of \p Variable bound the wait?
bool Scope::mayBound(const VarDecl *Variable, Reasons &Because,
                     unsigned Depth) {
  std::optional<ExpiryRole> Role = expiryOf(F, Variable);
  for (const Expr *Mention : F.mentionsOf(Variable)) {
    if (Role && boundsOther(Mention, *Role))
      continue;
    // auto deadline = now() + timeout: as good as what becomes of it.
    const Stmt *Up = Mention;
    while (isa_and_nonnull<Expr>(Up))
      Up = F.parentStmt(Up);
    const auto *Declaration = dyn_cast_or_null<DeclStmt>(Up);
    const auto *Derived = Declaration && Declaration->isSingleDecl()
                              ? dyn_cast<VarDecl>(Declaration->getSingleDecl())
                              : nullptr;
    const Entry *Type =
        Derived ? F.roles().ofType(Derived->getType()) : nullptr;
    if (Type && Type->Expiry && Depth < 3 && !contains(F, Up, Wait) &&
        !mayBound(Derived, Because, Depth + 1))
      continue;
    if (Because.empty())
      Because.push_back({Mention->getBeginLoc(), "it is used here"});
    return true;
  }
  return false;
}

ScopedDeadline Scope::find() {
  if (!Function || Function->isDependentContext())
    return {};
  SmallVector<const VarDecl *, 8> All;
  candidates(All);
  ScopedDeadline Found;
  for (const VarDecl *Variable : All) {
    std::optional<ExpiryRole> Role = expiryOf(F, Variable);
    if (!Role)
      continue;
    Reasons Because;
    // One that may bound it is enough, whatever else there is.
    if (mayBound(Variable, Because, 0))
      return {ScopedDeadline::Kind::Unknown, Variable, *Role, Because};
    // A local is what became of a parameter.
    if (Found.Is == ScopedDeadline::Kind::None ||
        (takes(*Role) && (!takes(Found.Role) || Variable->isLocalVarDecl())))
      Found = {ScopedDeadline::Kind::NotPassedOn, Variable, *Role, {}};
  }
  if (Found.Decl)
    Found.Because.push_back(
        {Found.Decl->getLocation(),
         (Twine("'") + Found.Decl->getName() + "' is declared here").str()});
  return Found;
}

} // namespace

ScopedDeadline deadlineInScope(Facts &F, const Expr *Wait) {
  return Scope(F, Wait).find();
}

/// `context.set_deadline(server->deadline());` before the statement that holds
/// \p Wait.
static Reason howToSet(Facts &F, const Expr *Wait,
                       const ScopedDeadline &Scoped) {
  const Entry *Api = F.entry(Wait);
  const Expr *On =
      Api->Io && Api->Io->On ? objectOf(Wait, *Api->Io->On) : nullptr;
  const auto *Object = dyn_cast_or_null<VarDecl>(On ? rootOf(F, On) : nullptr);
  if (!Object)
    return {Wait->getBeginLoc(), ""};
  const bool Points = Object->getType()->isPointerType();
  std::string Name = Scoped.Decl->getName().str();
  std::string Time = Name;
  if (Scoped.Role.Is == ExpiryRole::What::Context)
    Time += (Scoped.Decl->getType()->isPointerType() ? "->" : ".") +
            Scoped.Role.Member + "()";
  std::string Call = Object->getName().str() + (Points ? "->" : ".") +
                     Api->Timed->Setter + "(" + Time + ")";
  if (Scoped.Role.Is == ExpiryRole::What::Duration ||
      Scoped.Role.Is == ExpiryRole::What::Token)
    return {Wait->getBeginLoc(), "set it on '" + Object->getName().str() +
                                     "' before, with " + Api->Timed->Setter};
  Reason How{Wait->getBeginLoc(), "call " + Call + " before"};
  const Stmt *Whole = Wait;
  const Stmt *Block = F.parentStmt(Wait);
  while (Block && !isa<CompoundStmt>(Block)) {
    Whole = Block;
    Block = F.parentStmt(Block);
  }
  SourceLocation Before = Whole->getBeginLoc();
  if (Block && Before.isFileID() && !Points && Object->isLocalVarDecl())
    How.Fixes.push_back(FixItHint::CreateInsertion(
        Before, Call + ";\n" +
                    Lexer::getIndentationForLine(Before, F.sources()).str()));
  return How;
}

Reason howToPassOn(Facts &F, const Expr *Wait, const ScopedDeadline &Scoped) {
  const Entry *Api = F.entry(Wait);
  if (Api && Api->Timed && !Api->Timed->Setter.empty())
    return howToSet(F, Wait, Scoped);
  const auto *Call = dyn_cast<CXXMemberCallExpr>(Wait);
  const auto *Member =
      Call ? dyn_cast<MemberExpr>(Call->getCallee()->IgnoreParens()) : nullptr;
  if (!Api || !Api->Timed || !Member)
    return {Wait->getBeginLoc(), ""};
  const TimedForm &Form = *Api->Timed;
  const std::string Name = Scoped.Decl->getName().str();
  const bool IsToken = Scoped.Role.Is == ExpiryRole::What::Token;
  StringRef Timed = Scoped.Role.Is == ExpiryRole::What::Duration ? Form.Duration
                    : Scoped.Role.Is == ExpiryRole::What::TimePoint
                        ? StringRef(Form.TimePoint)
                        : StringRef();
  if (IsToken ? !Form.Token : Timed.empty())
    return {Wait->getBeginLoc(), ""};
  // Without a predicate there is no overload with a token.
  const bool Predicate = Form.Argument < Call->getNumArgs();
  Reason How{Wait->getBeginLoc(),
             IsToken ? ("pass '" + Name + "' to " +
                        Member->getMemberDecl()->getName() +
                        (Predicate ? "" : ", together with a predicate"))
                           .str()
                     : (Timed + " takes '" + Name + "'").str()};
  // Only where nobody asks how it ended.
  const Stmt *Parent = F.userOf(Call);
  const bool Statement = !isa_and_nonnull<Expr>(Parent) &&
                         !isa_and_nonnull<DeclStmt, ReturnStmt>(Parent);
  SourceLocation NamePlace = Member->getMemberLoc();
  SourceLocation Before = Predicate ? Call->getArg(Form.Argument)->getBeginLoc()
                                    : Call->getRParenLoc();
  // A condition: after a timeout it does not hold, and somebody must look.
  const bool Condition =
      Api->Wait && Api->Wait->WaitsFor == WaitRole::For::Condition;
  if (!Statement || NamePlace.isMacroID() || Before.isMacroID() ||
      Scoped.Decl->getType()->isPointerType())
    return How;
  if (IsToken) {
    if (Predicate)
      How.Fixes.push_back(FixItHint::CreateInsertion(Before, Name + ", "));
    return How;
  }
  if (Condition)
    return How;
  How.Fixes.push_back(FixItHint::CreateReplacement(
      CharSourceRange::getTokenRange(NamePlace), Timed));
  How.Fixes.push_back(
      FixItHint::CreateInsertion(Before, Predicate ? Name + ", " : Name));
  return How;
}

} // namespace tidepool
