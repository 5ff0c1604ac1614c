// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "PoolSize.h"
#include "TripCount.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace tidepool {

namespace {

// A pool's size is asked for by its value, never by its name.
const BoundNames NoNames;

/// What says how many there are.
struct Sizing {
  const Expr *E;
  /// E is a container, with as many elements.
  bool Elements = false;
  /// So many more than E says.
  int64_t Offset = 0;
};

/// The argument that \p Use, a mention of the function that \p Parameter
/// belongs to, gives for it, and the call it is given in.
struct Given {
  const Expr *Call = nullptr;
  SmallVector<const Expr *, 4> Arguments;
};

Given givenBy(Facts &F, const Expr *Use) {
  Given Result;
  if (std::optional<Construction> Made = constructionAt(F, Use)) {
    Result.Call = Use;
    Result.Arguments = Made->Arguments;
  } else if (const auto *Call = dyn_cast_or_null<CallExpr>(F.userOf(Use))) {
    if (Call->getCallee()->IgnoreParenImpCasts() != Use)
      return Result;
    Result.Call = Call;
    Result.Arguments.append(Call->arg_begin(), Call->arg_end());
  }
  return Result;
}

class Sizes {
public:
  explicit Sizes(Facts &F) : F(F) {}

  void ask(const Sizing &By, const Stmt *Site, const Expr *Written,
           CallerView View, Reasons Because, unsigned Depth);

  std::vector<PoolSize> Found;

private:
  Facts &F;
  llvm::SmallPtrSet<const FunctionDecl *, 4> Open;
};

/// The constant that \p E becomes once it is converted.
std::optional<llvm::APSInt> valueOf(Facts &F, const Expr *E) {
  Expr::EvalResult Result;
  if (!E || E->isValueDependent() || E->isTypeDependent() ||
      !E->getType()->isIntegralOrEnumerationType() ||
      !E->EvaluateAsInt(Result, F.context()))
    return std::nullopt;
  return Result.Val.getInt();
}

/// Where the number itself stands, if not in \p Written.
void noteConstant(Facts &F, const Expr *Written, Reasons &Because) {
  const ValueDecl *Named = rootOf(F, Written);
  if (!Named || isa<ParmVarDecl>(Named) || Named->getLocation().isInvalid() ||
      F.sources().isInSystemHeader(Named->getLocation()))
    return;
  if (isa<VarDecl, FieldDecl, EnumConstantDecl>(Named))
    Because.push_back({Named->getLocation(),
                       "'" + Named->getNameAsString() + "' is set here"});
}

/// Not where it would be narrowed in braces, nor compared with what has a sign.
bool mayBeUnsigned(Facts &F, const Expr *Written) {
  const Stmt *User = F.userOf(Written);
  if (const auto *Binary = dyn_cast_or_null<BinaryOperator>(User))
    return Binary->isAssignmentOp() ||
           (Binary->isComparisonOp() && Binary->getLHS()
                                            ->IgnoreParenImpCasts()
                                            ->getType()
                                            ->isUnsignedIntegerType());
  if (const auto *Construct = dyn_cast_or_null<CXXConstructExpr>(User);
      Construct && Construct->isListInitialization())
    return Written->getType()->isUnsignedIntegerType();
  return isa_and_nonnull<CallExpr, CXXConstructExpr>(User);
}

void Sizes::ask(const Sizing &By, const Stmt *Site, const Expr *Written,
                CallerView View, Reasons Because, unsigned Depth) {
  View.Missing.clear();
  Bound Size = By.Elements ? countOf(F, By.E, NoNames, &View)
                           : boundOf(F, By.E, NoNames, &View);
  const ParmVarDecl *Missing =
      View.Missing.empty() ? nullptr : View.Missing.front();
  const auto *Function =
      Missing ? dyn_cast<FunctionDecl>(Missing->getDeclContext()) : nullptr;
  bool Asked = false;
  if (Function && Size.Least == 0 && Size.LeastPerCore == 0 && Depth < 3 &&
      Open.insert(Function).second) {
    for (const Expr *Use : F.usesOf(Function)) {
      Given From = givenBy(F, Use);
      unsigned Index = Missing->getFunctionScopeIndex();
      if (!From.Call || Index >= From.Arguments.size())
        continue;
      CallerView Next = View;
      for (const ParmVarDecl *Parameter : Function->parameters())
        if (Parameter->getFunctionScopeIndex() < From.Arguments.size())
          Next.Gives[Parameter] =
              From.Arguments[Parameter->getFunctionScopeIndex()];
      Reasons Way = Because;
      Way.push_back({Missing->getLocation(),
                     "'" + Missing->getNameAsString() +
                         "' is the size of the pool that is made here"});
      Asked = true;
      ask(By, From.Call, From.Arguments[Index], std::move(Next), std::move(Way),
          Depth + 1);
    }
    Open.erase(Function);
  }
  if (Asked)
    return;
  PoolSize Result;
  Result.Site = Site;
  Result.Written = Written;
  Result.Because = std::move(Because);
  if (By.Offset > 0)
    Size.Least += Size.Least ? By.Offset : 0;
  else
    Size.Least -= std::min<uint64_t>(Size.Least, -By.Offset);
  if (Written && By.E == Written && !By.Elements && !By.Offset)
    Result.Value = valueOf(F, By.E);
  if (Written) {
    if (Size.Least || Size.LeastPerCore)
      noteConstant(F, Written, Result.Because);
    Result.Fits = mayBeUnsigned(F, Written);
  }
  Result.Because.append(Size.Because.begin(), Size.Because.end());
  Result.Workers = std::move(Size);
  Found.push_back(std::move(Result));
}

} // namespace

std::vector<PoolSize> sizesOf(Facts &F, const Stmt *Site, const Expr *Size) {
  Sizes All(F);
  All.ask({Size}, Site, Size, CallerView(), {}, 0);
  return std::move(All.Found);
}

/// Of the workers that \p Made.Around starts, one each turn.
static std::vector<PoolSize> workersOf(Facts &F, const PoolMade &Made) {
  const Expr *Site = Made.Starts->Site;
  Reasons Because = {
      {Made.Around->place(), "in this loop"},
      {Site->getExprLoc(),
       "each of them loops over shared work: these are workers"}};
  TripCount Turns = tripCount(F, *Made.Around, Site, NoNames);
  // One for each item, or connection: no pool.
  if (Turns.unbounded())
    return {};
  Sizing By{Made.Around->Range, /*Elements=*/true, 0};
  if (!Made.Around->Range)
    By = {Turns.Limit, /*Elements=*/false, Turns.Offset};
  if (!By.E || !runsEachTurn(F, *Made.Around, Site)) {
    PoolSize Unknown;
    Unknown.Site = Site;
    Unknown.Because = std::move(Because);
    return {Unknown};
  }
  Sizes All(F);
  All.ask(By, Site, By.E, CallerView(), std::move(Because), 0);
  for (PoolSize &One : All.Found)
    // The handles are filled in, or the number is named for workers.
    if (One.Site == Site && Turns.Is == TripCount::Kind::Sized &&
        One.Workers.Is >= Bound::Kind::Unknown)
      One.Workers.Is = Bound::Kind::Sized;
  return std::move(All.Found);
}

/// From here on a size is none.
static constexpr uint64_t EndlessSize = INT32_MAX;

static PoolSize::Meaning meaningOf(const PoolSize &Size, const PoolRole &Role) {
  using Meaning = PoolSize::Meaning;
  // Also -1 where a size has no sign.
  if (Size.Workers.Least >= EndlessSize ||
      (Size.Value && *Size.Value >= int64_t(EndlessSize)))
    return Meaning::Unlimited;
  if (!Size.Value)
    return Meaning::Number;
  if (llvm::any_of(Role.Unlimited,
                   [&](int64_t Value) { return *Size.Value == Value; }))
    return Meaning::Unlimited;
  if (*Size.Value == 0 && Role.OnZero == PoolRole::Zero::None)
    return Meaning::None;
  return *Size.Value <= 0 ? Meaning::Default : Meaning::Number;
}

std::vector<PoolSize> sizesOf(Facts &F, const PoolMade &Made) {
  std::vector<PoolSize> All;
  if (Made.Starts)
    All = workersOf(F, Made);
  else if (Made.Size)
    All = sizesOf(F, Made.Site, Made.Size);
  for (PoolSize &One : All)
    One.Means = meaningOf(One, Made.Role);
  return All;
}

std::string PoolSize::words() const {
  if (Means != Meaning::Number && Value) {
    SmallString<24> Text;
    Value->toString(Text);
    return Text.str().str();
  }
  const bool Exact = Workers.isNumber() && Workers.Number == Workers.Least;
  return (Exact ? "" : "at least ") + std::to_string(Workers.Least);
}

} // namespace tidepool
