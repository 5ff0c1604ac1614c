// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "RangeOrigin.h"
#include "Bound.h"
#include "Elements.h"
#include "Gather.h"
#include "HandleOrigin.h"
#include "Spawn.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace tidepool {

namespace {

class Walk {
public:
  explicit Walk(Facts &F) : F(F) {}
  bool range(const Expr *E);
  bool loop(const Loop &L);

private:
  bool requested(const Expr *Number);
  bool awaited(const Expr *Operand);
  bool call(const CallExpr *Call);
  bool condition(const Expr *E);
  bool lambdaParameter(const LambdaExpr *Lambda, unsigned Index);
  bool parameter(const ParmVarDecl *Parameter);
  bool variable(const Expr *Mention, const VarDecl *Variable);

  Facts &F;
  llvm::SmallPtrSet<const Decl *, 8> Seen;
};

/// Is \p Number what a message asks for: `request.count`, but not
/// `options.maxCount`?
bool Walk::requested(const Expr *Number) {
  const Expr *E = plain(F, Number);
  // A number in the byte order of the message converts itself.
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
      isa_and_nonnull<CXXConversionDecl>(Call ? Call->getMethodDecl()
                                              : nullptr))
    E = plain(F, Call->getImplicitObjectArgument());
  if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    if (namesAny(Member->getMemberDecl()->getName(),
                 {"max", "maximum", "limit", "cap", "batch"}))
      return false;
    while (const auto *Part = dyn_cast<MemberExpr>(E))
      E = plain(F, Part->getBase());
    const auto *Whole = dyn_cast<DeclRefExpr>(E);
    return Whole && isa<ParmVarDecl>(Whole->getDecl());
  }
  const auto *Reference = dyn_cast<DeclRefExpr>(E);
  const auto *Parameter =
      Reference ? dyn_cast<ParmVarDecl>(Reference->getDecl()) : nullptr;
  const auto *Function =
      Parameter ? dyn_cast<FunctionDecl>(Parameter->getDeclContext()) : nullptr;
  return Function && !Function->isExternallyVisible() &&
         Seen.insert(Parameter).second &&
         llvm::any_of(F.usesOf(Function), [&](const Expr *Use) {
           const Expr *Given =
               handoverOf(F, Use, Parameter->getFunctionScopeIndex()).Argument;
           return Given && requested(Given);
         });
}

/// An answer; of a call that is given a number, that many at most.
bool Walk::awaited(const Expr *Operand) {
  const auto *Call = dyn_cast<CallExpr>(plain(F, Operand));
  return !Call || llvm::all_of(Call->arguments(), [&](const Expr *Argument) {
    return !Argument->getType().getNonReferenceType()->isIntegerType() ||
           requested(Argument);
  });
}

bool Walk::call(const CallExpr *Call) {
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call)) {
    // urls.size(), but not store.urls()
    const CXXMethodDecl *Method = Member->getMethodDecl();
    return Method && F.sources().isInSystemHeader(Method->getLocation()) &&
           range(Member->getImplicitObjectArgument());
  }
  // *It, urls | filter(isNew)
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call))
    return Operator->getOperator() != OO_Subscript &&
           Operator->getOperator() != OO_Arrow && range(Operator->getArg(0));
  const FunctionDecl *Callee = Call->getDirectCallee();
  // filter(urls, isNew), but not load(path)
  return Callee && Call->getNumArgs() > 0 &&
         F.sources().isInSystemHeader(Callee->getLocation()) &&
         range(Call->getArg(0));
}

bool Walk::lambdaParameter(const LambdaExpr *Lambda, unsigned Index) {
  for (const Stmt *Up = F.userOf(Lambda); Up; Up = F.parentStmt(Up)) {
    // A lambda that is kept is a function like others.
    if (isa<DeclStmt>(Up))
      return true;
    const auto *E = dyn_cast<Expr>(Up);
    if (!E || isa<LambdaExpr>(E))
      return false;
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
        Operator && Operator->getOperator() == OO_Call) {
      const SmallVector<const Expr *, 4> Given = argumentsOf(E);
      return Index < Given.size() && range(Given[Index]);
    }
    // What it is called for each of.
    if (std::optional<Gather> G = gatherAt(F, E); G && G->Range)
      return G->Callable && range(G->Range);
    if (std::optional<Loop> Algorithm = loopOf(F, E))
      return loop(*Algorithm);
    // list().then([](auto urls) {...})
    if (const auto *Call = dyn_cast<CallExpr>(E)) {
      const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
      const Expr *Object =
          Member ? Member->getImplicitObjectArgument() : nullptr;
      const Entry *Type =
          Object ? F.roles().ofType(Object->getType()) : nullptr;
      return Type && Type->Task && awaited(Object);
    }
  }
  return false;
}

bool Walk::parameter(const ParmVarDecl *Parameter) {
  const auto *Function = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
  if (!Function)
    return false;
  const unsigned Index = Parameter->getFunctionScopeIndex();
  if (const LambdaExpr *Lambda = F.lambdaOf(Function))
    return lambdaParameter(Lambda, Index);
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  if (Method && Method->getParent()->isLambda())
    return false; // inside of a generic one
  llvm::ArrayRef<const Expr *> Uses;
  if (!Function->isExternallyVisible() ||
      (Method && Method->getAccess() == AS_private))
    Uses = F.usesOf(Function);
  bool Followed = false;
  for (const Expr *Use : Uses) {
    const Handover Given = handoverOf(F, Use, Index);
    if (!Given.Argument || Given.Later || range(Given.Argument))
      return true;
    Followed = true;
  }
  return !Followed;
}

bool Walk::variable(const Expr *Mention, const VarDecl *Variable) {
  if (!Seen.insert(Variable).second)
    return false;
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(Variable))
    return parameter(Parameter);
  if (!Variable->isLocalVarDecl())
    return false;
  // Of the element of a range-for, this is what it iterates over.
  if (const Expr *Init = Variable->getInit(); Init && range(Init))
    return true;
  return llvm::any_of(
      elementsOf(F, Mention).From, [&](const Elements::Source &From) {
        if (From.Range)
          return range(From.Range);
        std::optional<Loop> Around =
            From.Put ? loopAround(F, From.Put, From.Put) : std::nullopt;
        return Around && loop(*Around);
      });
}

bool Walk::range(const Expr *E) {
  E = plain(F, rangeOf(F, E));
  if (const auto *Await = dyn_cast<CoawaitExpr>(E))
    return awaited(Await->getOperand());
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return range(Binary->getLHS()) || range(Binary->getRHS());
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return call(Call);
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return Construct->getNumArgs() > 0 && range(Construct->getArg(0));
  const auto *Reference = dyn_cast<DeclRefExpr>(E);
  // auto &[items, next] = answer;
  const auto *Binding =
      Reference ? dyn_cast<BindingDecl>(Reference->getDecl()) : nullptr;
  if (const auto *Whole =
          Binding ? dyn_cast_or_null<VarDecl>(Binding->getDecomposedDecl())
                  : nullptr)
    return Whole->getInit() && range(Whole->getInit());
  const auto *Variable =
      Reference ? dyn_cast<VarDecl>(Reference->getDecl()) : nullptr;
  return Variable && variable(E, Variable);
}

/// I < urls.size(), It != urls.end(); of `a && b` either ends the loop. All
/// else reads until an end.
bool Walk::condition(const Expr *E) {
  E = E->IgnoreUnlessSpelledInSource()->IgnoreParenImpCasts();
  if (const auto *Compare = dyn_cast<BinaryOperator>(E)) {
    if (Compare->getOpcode() == BO_LAnd)
      return condition(Compare->getLHS()) && condition(Compare->getRHS());
    // while ((n = read(...)) > 0)
    const Expr *Limit = Compare->getRHS();
    if (!Compare->isComparisonOp() || Limit->isValueDependent() ||
        Limit->isEvaluatable(F.context()))
      return true;
    // A number that the caller gives is chosen, as far as is seen.
    const auto *Named = dyn_cast<DeclRefExpr>(plain(F, Limit));
    return !(Named && isa<ParmVarDecl>(Named->getDecl()) &&
             Limit->getType()->isIntegerType()) &&
           range(Limit);
  }
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
      Operator && Operator->isComparisonOp())
    return range(Operator->getArg(1));
  return true;
}

bool Walk::loop(const Loop &L) {
  if (L.Range)
    return range(L.Range);
  return !L.Condition || condition(L.Condition);
}

} // namespace

bool isInput(Facts &F, const Expr *Range) { return Walk(F).range(Range); }

bool isInput(Facts &F, const Loop &L) { return Walk(F).loop(L); }

} // namespace tidepool
