// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Forwarding.h"
#include "Annotation.h"
#include "Keys.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace tidepool {

/// \p E without what is around a call that is returned.
static const Expr *unwrapped(const Expr *E) {
  while (E) {
    const Expr *Before = E;
    E = E->IgnoreParenImpCasts();
    if (const auto *Cleanups = dyn_cast<ExprWithCleanups>(E))
      E = Cleanups->getSubExpr();
    else if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
      E = Temporary->getSubExpr();
    else if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(E))
      E = Bound->getSubExpr();
    else if (const auto *Cast = dyn_cast<CXXFunctionalCastExpr>(E))
      E = Cast->getSubExpr();
    else if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
             Construct && Construct->getNumArgs() == 1 &&
             Construct->getConstructor()->isCopyOrMoveConstructor())
      E = Construct->getArg(0);
    if (E == Before)
      return E;
  }
  return nullptr;
}

namespace {
/// The one statement of a body.
struct OneCall {
  const Expr *Call = nullptr;
  bool Returned = false;
  bool Awaited = false;
  bool InCoroutine = false;
};
} // namespace

static OneCall oneCall(const FunctionDecl *Function) {
  OneCall Found;
  const Stmt *Body = Function->getBody();
  if (const auto *Coroutine = dyn_cast_or_null<CoroutineBodyStmt>(Body)) {
    Found.InCoroutine = true;
    Body = Coroutine->getBody();
  }
  const auto *Block = dyn_cast_or_null<CompoundStmt>(Body);
  if (!Block || Block->size() != 1)
    return {};
  const Stmt *Only = Block->body_front();
  const Expr *E = dyn_cast<Expr>(Only);
  if (const auto *Return = dyn_cast<ReturnStmt>(Only)) {
    E = Return->getRetValue();
    Found.Returned = true;
  } else if (const auto *Return = dyn_cast<CoreturnStmt>(Only)) {
    E = Return->getOperand();
    Found.Returned = true;
  }
  E = E ? unwrapped(E) : nullptr;
  if (const auto *Await = dyn_cast_or_null<CoawaitExpr>(E)) {
    E = unwrapped(Await->getOperand());
    Found.Awaited = true;
  }
  if (E && isa<CallExpr, CXXConstructExpr>(E))
    Found.Call = E;
  // What is not awaited in a coroutine runs when that does, not when it is
  // called.
  if (Found.InCoroutine && !Found.Awaited)
    return {};
  return Found;
}

const Expr *forwardedBy(const FunctionDecl *Function) {
  if (Function->isDependentContext() || Function->isVariadic() ||
      Function->isMain() || Function->isDefaulted() || Function->isDeleted() ||
      isa<CXXConstructorDecl, CXXDestructorDecl, CXXConversionDecl>(Function))
    return nullptr;
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  if (Method && Method->isVirtual())
    return nullptr;
  return oneCall(Function).Call;
}

namespace {
class TakeOver {
public:
  TakeOver(const FunctionDecl *Function, const Expr *Forwarded,
           llvm::function_ref<const Entry *(const Expr *)> EntryOf)
      : Function(Function), Forwarded(Forwarded), EntryOf(EntryOf),
        Returned(oneCall(Function).Returned) {
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Forwarded)) {
      Arguments.append(Construct->arg_begin(), Construct->arg_end());
    } else {
      const auto *Call = cast<CallExpr>(Forwarded);
      const bool HasObject =
          isa<CXXOperatorCallExpr>(Call) &&
          isa_and_nonnull<CXXMethodDecl>(Call->getCalleeDecl());
      if (HasObject && Call->getNumArgs() > 0)
        Object = Call->getArg(0);
      else if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
        Object = Member->getImplicitObjectArgument();
      Arguments.append(Call->arg_begin() + (HasObject ? 1 : 0),
                       Call->arg_end());
    }
  }

  /// False where a fact is about what is no parameter.
  bool of(Entry &E) {
    roleKeysOf(*this, E);
    return Fits;
  }

  template <typename Role>
  void mapRole(const char *Key, std::optional<Role> &Value, const char *) {
    if (!Value)
      return;
    // Types, and what depends on template arguments.
    constexpr llvm::StringLiteral Never[] = {"constructs", "task", "expiry",
                                             "lock", "test"};
    if (llvm::is_contained(Never, llvm::StringRef(Key)))
      Fits = false;
    else
      keysOf(*this, *Value);
  }
  template <typename T> void mapRequired(const char *Key, T &Value) {
    map(Key, Value);
  }
  template <typename T> void mapOptional(const char *Key, T &Value) {
    map(Key, Value);
  }
  void mapNames(const char *, std::vector<std::string> &) {}
  void mapNumbers(const char *, std::vector<int64_t> &) {}

private:
  template <typename T> void map(llvm::StringRef Key, T &Value) {
    if constexpr (std::is_same_v<T, ObjectPlace>)
      place(Value);
    else if constexpr (std::is_same_v<T, std::optional<ObjectPlace>>) {
      if (Value)
        place(*Value);
    } else if constexpr (std::is_same_v<T, std::vector<ObjectPlace>>) {
      for (ObjectPlace &One : Value)
        place(One);
    } else if constexpr (std::is_same_v<T, unsigned>) {
      if (Key != "limited-at")
        index(Value);
    } else if constexpr (std::is_same_v<T, std::optional<unsigned>>) {
      if (Value)
        index(*Value);
    } else if constexpr (std::is_same_v<T, std::optional<PoolRole::Capacity>>) {
      if (Value && Value->Argument)
        index(*Value->Argument);
    }
  }

  void index(unsigned &Index) {
    std::optional<unsigned> Own =
        Index < Arguments.size() ? parameter(Arguments[Index]) : std::nullopt;
    Fits &= Own.has_value();
    Index = Own.value_or(0);
  }

  void place(ObjectPlace &Place) {
    using Kind = ObjectPlace::Kind;
    switch (Place.In) {
    case Kind::Argument:
      index(Place.Index);
      return;
    case Kind::Last:
      Place.In = Kind::Argument;
      Place.Index = Arguments.size() - 1;
      Fits &= !Arguments.empty();
      return index(Place.Index);
    case Kind::Result:
      Fits &= Returned;
      return;
    case Kind::This:
      break;
    }
    // What a constructor makes.
    if (isa<CXXConstructExpr>(Forwarded)) {
      Place.In = Kind::Result;
      Fits &= Returned;
      return;
    }
    const auto *Method = dyn_cast<CXXMethodDecl>(Function);
    const bool HasObject =
        Method && Method->isInstance() && !Method->getParent()->isLambda();
    if (!Object) {
      // There is none, here as there.
      Fits &= !HasObject;
    } else if (isa<CXXThisExpr>(Object->IgnoreParenImpCasts())) {
      Fits &= HasObject;
    } else if (std::optional<unsigned> Own = parameter(Object)) {
      Place.In = Kind::Argument;
      Place.Index = *Own;
    } else {
      Fits = false;
    }
  }

  /// Which of its parameters the function hands on as \p E.
  std::optional<unsigned> parameter(const Expr *E) {
    while (true) {
      E = unwrapped(E);
      if (const auto *Unary = dyn_cast<UnaryOperator>(E);
          Unary &&
          (Unary->getOpcode() == UO_AddrOf || Unary->getOpcode() == UO_Deref)) {
        E = Unary->getSubExpr();
      } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
                 Construct && Construct->getNumArgs() == 1) {
        E = Construct->getArg(0); // a conversion: of a callable, of a duration
      } else if (const auto *Call = dyn_cast<CallExpr>(E)) {
        const Entry *Api = EntryOf(Call);
        if (!Api || !Api->Passes || Api->Passes->Argument >= Call->getNumArgs())
          return std::nullopt;
        E = Call->getArg(Api->Passes->Argument);
      } else {
        break;
      }
    }
    const auto *Reference = dyn_cast<DeclRefExpr>(E);
    const auto *Own =
        Reference ? dyn_cast<ParmVarDecl>(Reference->getDecl()) : nullptr;
    if (!Own || Own->getDeclContext() != Function)
      return std::nullopt;
    return Own->getFunctionScopeIndex();
  }

  const FunctionDecl *Function;
  const Expr *Forwarded;
  llvm::function_ref<const Entry *(const Expr *)> EntryOf;
  const bool Returned;
  const Expr *Object = nullptr;
  SmallVector<const Expr *, 4> Arguments;
  bool Fits = true;
};
} // namespace

std::optional<Entry>
takenOver(const FunctionDecl *Function, const Expr *Forwarded,
          const Entry &Inner,
          llvm::function_ref<const Entry *(const Expr *)> EntryOf,
          const SourceManager &Sources) {
  Entry Own = Inner;
  // A gather takes its tasks one by one, or as they come.
  if (Own.None || !TakeOver(Function, Forwarded, EntryOf).of(Own))
    return std::nullopt;
  // A handle that is lost in here is not the caller's to keep.
  if (Own.Spawn && Own.Spawn->OnDrop != SpawnRole::Drop::Nothing &&
      Own.Spawn->Handle.In == ObjectPlace::Kind::This)
    return std::nullopt;
  nameAfter(Own, Function, Sources);
  Own.MinArguments = 0;
  Own.MaxArguments.reset();
  Own.When.clear();
  Own.IfDefined.clear();
  Own.Timed.reset();
  if (Own.Gather) {
    Own.Gather->Limited.clear();
    Own.Gather->LimitedAt = 0;
  }
  Own.Forwards = Inner.Forwards.empty() ? Inner.spelling() : Inner.Forwards;
  return Own;
}

} // namespace tidepool
