// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Elements.h"
#include "Gather.h"
#include "Loop.h"
#include "Spawn.h"
#include "TaskBody.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace tidepool {

namespace {

class Walk {
public:
  explicit Walk(Facts &F) : F(F) {}
  void range(const Expr *E);

  Elements Found;

private:
  void call(const CallExpr *Call);
  void variable(const ValueDecl *Decl);
  void parameter(const ParmVarDecl *Parameter,
                 llvm::function_ref<void(const Expr *)> Ask);
  void additions(const ValueDecl *Container);
  void mention(const Expr *Mention);
  void handedTo(const CallExpr *Call, const Expr *Mention);
  void added(const Expr *E);
  bool mapped(llvm::ArrayRef<const Expr *> Arguments, const Expr *Range);

  Facts &F;
  llvm::SmallPtrSet<const Decl *, 8> Seen;
};

/// What makes each element where an argument is called for each of another's;
/// null where none is. Predicates make none.
const Expr *mapping(Facts &F, llvm::ArrayRef<const Expr *> Arguments) {
  for (const Expr *Argument : Arguments) {
    const Expr *E = plain(F, Argument)->IgnoreUnlessSpelledInSource();
    const FunctionDecl *Function = nullptr;
    if (const auto *Lambda = dyn_cast<LambdaExpr>(E))
      Function = Lambda->getCallOperator();
    else if (const auto *Reference = dyn_cast<DeclRefExpr>(E))
      Function = dyn_cast<FunctionDecl>(Reference->getDecl());
    if (!Function)
      Function = bodyOf(F, Argument);
    if (Function && !Function->getReturnType()->isBooleanType())
      return Argument;
  }
  return nullptr;
}

bool Walk::mapped(llvm::ArrayRef<const Expr *> Arguments, const Expr *Range) {
  const Expr *Callable = mapping(F, Arguments);
  if (Callable)
    Found.From.push_back({nullptr, Callable, Range, nullptr});
  return Callable;
}

/// \p E is put into the container.
void Walk::added(const Expr *E) {
  const Expr *Made = plain(F, E);
  const auto *Reference = dyn_cast<DeclRefExpr>(Made);
  const auto *Variable =
      Reference ? dyn_cast<VarDecl>(Reference->getDecl()) : nullptr;
  if (const auto *Parameter = dyn_cast_or_null<ParmVarDecl>(Variable);
      Parameter && Seen.insert(Parameter).second)
    return parameter(Parameter, [&](const Expr *Given) { added(Given); });
  // auto task = fetch(url); tasks.push_back(std::move(task));
  if (Variable && Variable->isLocalVarDecl() && Variable->getInit() &&
      !Variable->isCXXForRangeDecl())
    Made = plain(F, Variable->getInit());
  Found.From.push_back({Made, nullptr, nullptr, E});
}

/// What callers in this unit give for \p Parameter.
void Walk::parameter(const ParmVarDecl *Parameter,
                     llvm::function_ref<void(const Expr *)> Ask) {
  const auto *Function = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
  if (!Function) {
    Found.Outside = true;
    return;
  }
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  if (Function->isExternallyVisible() &&
      !(Method && Method->getAccess() == AS_private))
    Found.Outside = true;
  const unsigned Index = Parameter->getFunctionScopeIndex();
  auto Give = [&](const Expr *Use) {
    SmallVector<const Expr *, 4> Arguments = argumentsOf(Use);
    if (Index < Arguments.size())
      Ask(Arguments[Index]);
    else
      Found.Outside = true;
  };
  if (const LambdaExpr *Lambda = F.lambdaOf(Function)) {
    // Called at once, or by its name.
    const Stmt *User = F.userOf(Lambda);
    if (const auto *Call = dyn_cast_or_null<CXXOperatorCallExpr>(User))
      return Give(Call);
    Found.Outside = true;
    return;
  }
  for (const Expr *Use : F.usesOf(Function)) {
    const auto *Call = dyn_cast_or_null<CallExpr>(F.userOf(Use));
    if (isa<CXXConstructExpr>(Use))
      Give(Use);
    else if (Call && contains(F, Call->getCallee(), Use))
      Give(Call);
    else
      Found.Outside = true;
  }
}

/// The container goes to \p Call, which may fill it.
void Walk::handedTo(const CallExpr *Call, const Expr *Mention) {
  const Entry *Api = F.entry(Call);
  if (Api && (Api->Gather || Api->Wait))
    return;
  // transform(first, last, back_inserter(tasks), f): the algorithm is above.
  for (const Stmt *Up = Call; isa_and_nonnull<Expr>(Up); Up = F.parentStmt(Up))
    if (std::optional<Loop> Algorithm = loopOf(F, Up)) {
      Found.From.push_back({nullptr, dyn_cast<Expr>(Algorithm->Body),
                            rangeOf(F, Algorithm->Range)});
      return;
    }
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee || F.sources().isInSystemHeader(Callee->getLocation()))
    return;
  SmallVector<const Expr *, 4> Arguments = argumentsOf(Call);
  for (unsigned I = 0; I < Arguments.size() && I < Callee->getNumParams(); ++I)
    if (contains(F, Arguments[I], Mention)) {
      QualType Type = Callee->getParamDecl(I)->getType();
      bool Fills = (Type->isReferenceType() || Type->isPointerType()) &&
                   !Type->isRValueReferenceType() &&
                   !Type->getPointeeType().isConstQualified();
      if (!Fills)
        return;
      if (const FunctionDecl *Body = F.ownBody(Callee);
          Body && Seen.insert(Body).second)
        additions(Body->getParamDecl(I));
      else
        Found.Outside = true;
    }
}

void Walk::mention(const Expr *Mention) {
  const Filled Put = filledAt(F, Mention);
  if (Put.Whole)
    return range(Put.Whole);
  if (Put.Element)
    return added(Put.Element);
  const auto *Call = dyn_cast_or_null<CallExpr>(F.userOf(Mention));
  const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Call);
  if (Call && !(Operator && Operator->getNumArgs() == 2 &&
                contains(F, Operator->getArg(0), Mention)))
    handedTo(Call, Mention);
}

void Walk::additions(const ValueDecl *Container) {
  for (const Expr *Mention : F.mentionsOf(Container))
    mention(Mention);
}

void Walk::variable(const ValueDecl *Decl) {
  if (!Seen.insert(Decl).second)
    return;
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(Decl))
    parameter(Parameter, [&](const Expr *Given) { range(Given); });
  const auto *Variable = dyn_cast<VarDecl>(Decl);
  if (Variable && !isa<ParmVarDecl>(Variable)) {
    if (Variable->isCXXForRangeDecl() || !Variable->isLocalVarDecl() ||
        Variable->getType()->isReferenceType())
      Found.Outside = true;
    if (const Expr *Init = Variable->getAnyInitializer();
        Init && !Variable->isCXXForRangeDecl())
      range(Init);
  }
  if (isa<FieldDecl>(Decl))
    Found.Outside = true;
  additions(Decl);
}

void Walk::call(const CallExpr *Call) {
  if (const Entry *Api = F.entry(Call); Api && Api->Gather)
    return Found.From.push_back({nullptr, nullptr, Call, nullptr});
  SmallVector<const Expr *, 4> Arguments = argumentsOf(Call);
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
      Operator && Operator->getOperator() == OO_Pipe && Arguments.size() == 2) {
    // urls | transform(fetch)
    if (const auto *Adaptor = dyn_cast<CallExpr>(plain(F, Arguments[1]));
        Adaptor && mapped(argumentsOf(Adaptor), Arguments[0]))
      return;
    if (const auto *Adaptor =
            dyn_cast<CXXConstructExpr>(plain(F, Arguments[1]));
        Adaptor && mapped(argumentsOf(Adaptor), Arguments[0]))
      return;
    return range(Arguments[0]);
  }
  // transform(urls, fetch)
  if (Arguments.size() >= 2 &&
      mapped(llvm::ArrayRef(Arguments).drop_front(), Arguments[0]))
    return;
  const FunctionDecl *Body = F.ownBody(Call->getDirectCallee());
  if (!Body || isa<CoroutineBodyStmt>(Body->getBody()) ||
      !Seen.insert(Body).second) {
    Found.Outside = true;
    return;
  }
  SmallVector<const Stmt *, 8> Queue = {Body->getBody()};
  while (!Queue.empty()) {
    const Stmt *Next = Queue.pop_back_val();
    if (!Next || isa<LambdaExpr>(Next))
      continue;
    if (const auto *Return = dyn_cast<ReturnStmt>(Next);
        Return && Return->getRetValue())
      range(Return->getRetValue());
    Queue.append(Next->child_begin(), Next->child_end());
  }
}

void Walk::range(const Expr *E) {
  E = plain(F, E);
  E = plain(F, E->IgnoreUnlessSpelledInSource());
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return call(Call);
  if (const auto *Reference = dyn_cast<DeclRefExpr>(E))
    return variable(Reference->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return variable(Member->getMemberDecl());
  if (const auto *List = dyn_cast<CXXStdInitializerListExpr>(E))
    return range(List->getSubExpr());
  if (const auto *List = dyn_cast<InitListExpr>(E)) {
    for (const Expr *Init : List->inits())
      added(Init);
    return;
  }
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
    SmallVector<const Expr *, 4> Arguments = argumentsOf(Construct);
    while (!Arguments.empty() && isa<CXXDefaultArgExpr>(Arguments.back()))
      Arguments.pop_back();
    // Made empty, with a size, or from another range.
    if (Arguments.empty() || Arguments[0]->getType()->isIntegerType())
      return;
    if (Arguments.size() >= 2 &&
        mapped(llvm::ArrayRef(Arguments).drop_front(), Arguments[0]))
      return;
    return range(Arguments[0]);
  }
  Found.Outside = true;
}

} // namespace

Filled filledAt(Facts &F, const Expr *Mention) {
  const Stmt *User = F.userOf(Mention);
  while (isa_and_nonnull<ArraySubscriptExpr, UnaryOperator>(User))
    User = F.userOf(cast<Expr>(User));
  if (const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(User);
      Operator && (Operator->getOperator() == OO_Subscript ||
                   Operator->getOperator() == OO_Arrow ||
                   Operator->getOperator() == OO_Star))
    User = F.userOf(Operator);
  if (const auto *Assign = dyn_cast_or_null<BinaryOperator>(User)) {
    if (Assign->isAssignmentOp() && contains(F, Assign->getLHS(), Mention))
      return {Assign, Assign->getRHS()};
    return {};
  }
  if (const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(User);
      Operator && Operator->getNumArgs() == 2 &&
      contains(F, Operator->getArg(0), Mention)) {
    bool Whole = plain(F, Operator->getArg(0)) == plain(F, Mention);
    if (Operator->getOperator() == OO_Equal && Whole)
      return {Operator, nullptr, Operator->getArg(1)};
    if (Operator->isAssignmentOp() || Operator->getOperator() == OO_LessLess)
      return {Operator, Operator->getArg(1)};
    return {};
  }
  const auto *Member = dyn_cast_or_null<MemberExpr>(User);
  const auto *Call =
      Member ? dyn_cast_or_null<CXXMemberCallExpr>(F.userOf(Member)) : nullptr;
  const auto *Method =
      Member ? dyn_cast<CXXMethodDecl>(Member->getMemberDecl()) : nullptr;
  if (!Call || !Method || Method->isConst() || !Method->getIdentifier() ||
      Call->getNumArgs() == 0)
    return {};
  constexpr StringRef Adds[] = {"push",   "emplace", "insert",
                                "append", "add",     "assign"};
  if (llvm::none_of(Adds, [&](StringRef Word) {
        return Method->getName().starts_with(Word);
      }))
    return {};
  const Expr *Last = Call->getArg(Call->getNumArgs() - 1);
  const auto *End = dyn_cast<CXXMemberCallExpr>(plain(F, Last));
  if (End && End->getMethodDecl() && End->getMethodDecl()->getIdentifier() &&
      End->getMethodDecl()->getName().ends_with("end"))
    return {Call, nullptr, End->getImplicitObjectArgument()};
  return {Call, Last};
}

Elements elementsOf(Facts &F, const Expr *Range) {
  Walk Walked(F);
  Walked.range(Range);
  return std::move(Walked.Found);
}

} // namespace tidepool
