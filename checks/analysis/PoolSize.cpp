// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "PoolSize.h"
#include "Loop.h"
#include "TaskBody.h"
#include "TripCount.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"

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

/// Does \p Inside run in every turn of \p L, if none ends early?
bool runsEachTurn(Facts &F, const Loop &L, const Expr *Inside) {
  const Stmt *Below = Inside;
  for (const Stmt *Up = F.parentStmt(Inside); Up && Up != L.Statement;
       Below = Up, Up = F.parentStmt(Up)) {
    if (const auto *If = dyn_cast<IfStmt>(Up); If && Below != If->getCond())
      return false;
    if (isa<SwitchStmt, ConditionalOperator, LambdaExpr>(Up))
      return false;
    if (const auto *Binary = dyn_cast<BinaryOperator>(Up);
        Binary && Binary->isLogicalOp() && Below == Binary->getRHS())
      return false;
  }
  return true;
}

/// The innermost loop of the same function that repeats \p Inside.
std::optional<Loop> loopAround(Facts &F, const Expr *Inside,
                               const Stmt *After) {
  for (const Stmt *Up = F.parentStmt(After); Up; Up = F.parentStmt(Up)) {
    if (isa<LambdaExpr>(Up))
      return std::nullopt;
    if (std::optional<Loop> L = loopOf(F, Up);
        L && L->Form != Loop::Kind::Algorithm && repeats(F, *L, Inside) &&
        // while (pthread_create(...) != 0): it tries again until there is one.
        !(L->Condition && contains(F, L->Condition, Inside)))
      return L;
  }
  return std::nullopt;
}

} // namespace

std::vector<PoolSize> sizesOf(Facts &F, const Stmt *Site, const Expr *Size) {
  Sizes All(F);
  All.ask({Size}, Site, Size, CallerView(), {}, 0);
  return std::move(All.Found);
}

std::vector<PoolSize> sizesOf(Facts &F, const Spawn &Started) {
  if (Started.Role.Starts != SpawnRole::What::Thread)
    return {};
  std::optional<Loop> L = loopAround(F, Started.Site, Started.Site);
  if (!L || !isWorker(F, Started, NoNames))
    return {};
  Sizes All(F);
  Reasons Because = {
      {L->place(), "in this loop"},
      {Started.Site->getExprLoc(),
       "each of them loops over shared work: these are workers"}};
  TripCount Turns = tripCount(F, *L, Started.Site, NoNames);
  Sizing By{L->Range, /*Elements=*/true, 0};
  if (!L->Range)
    By = {Turns.Limit, /*Elements=*/false, Turns.Offset};
  // One for each item, or connection: no pool.
  if (Turns.unbounded())
    return {};
  if (!By.E || !runsEachTurn(F, *L, Started.Site)) {
    PoolSize Unknown;
    Unknown.Site = Started.Site;
    Unknown.Because = std::move(Because);
    return {Unknown};
  }
  All.ask(By, Started.Site, By.E, CallerView(), std::move(Because), 0);
  for (PoolSize &One : All.Found)
    if (One.Site == Started.Site) {
      One.Around = L->Statement;
      // The handles are filled in, or the number is named for workers.
      if (Turns.Is == TripCount::Kind::Sized &&
          One.Workers.Is >= Bound::Kind::Unknown)
        One.Workers.Is = Bound::Kind::Sized;
    }
  return std::move(All.Found);
}

static bool waitsIn(Facts &F, const Stmt *Body, unsigned Deeper) {
  return !expressionsIn(Body, /*Lambdas=*/true, [&](const Expr *E) {
            const auto *Call = dyn_cast<CallExpr>(E);
            if (!Call)
              return false;
            if (const Entry *Api = F.entry(Call))
              return Api->Io ||
                     (Api->Blocking &&
                      (Api->Blocking->By == BlockingRole::Kind::Net ||
                       Api->Blocking->By == BlockingRole::Kind::File));
            const FunctionDecl *Callee = F.ownBody(Call->getDirectCallee());
            return Deeper && Callee &&
                   waitsIn(F, Callee->getBody(), Deeper - 1);
          }).empty();
}

PoolRole::Work workOf(Facts &F, const Spawn &Started) {
  const FunctionDecl *Body = taskBody(F, Started);
  return Body && waitsIn(F, Body->getBody(), /*Deeper=*/1)
             ? PoolRole::Work::Io
             : PoolRole::Work::Unknown;
}

/// vector<T>(n), v.resize(n): the size; null for all else.
static const Expr *elementsIn(const Expr *E) {
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return Construct->getNumArgs() >= 1 &&
                   Construct->getArg(0)->getType()->isIntegerType() &&
                   !Construct->isStdInitListInitialization()
               ? Construct->getArg(0)
               : nullptr;
  const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  return Method && Method->getIdentifier() && Method->getName() == "resize" &&
                 Call->getNumArgs() >= 1
             ? Call->getArg(0)
             : nullptr;
}

const CXXRecordDecl *madeBy(Facts &F, const Expr *E) {
  QualType Type;
  if (std::optional<Construction> Made = constructionAt(F, E))
    Type = F.context().getBaseElementType(Made->Type);
  else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E))
    Type = Call->getObjectType();
  const CXXRecordDecl *Class =
      Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
  const auto *Special =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(Class);
  if (!Special || !F.sources().isInSystemHeader(Class->getLocation()) ||
      !elementsIn(E))
    return isa<CXXMemberCallExpr>(E) && elementsIn(E) ? nullptr : Class;
  const TemplateArgumentList &Arguments = Special->getTemplateArgs();
  return Arguments.size() && Arguments[0].getKind() == TemplateArgument::Type
             ? Arguments[0].getAsType()->getAsCXXRecordDecl()
             : nullptr;
}

uint64_t instancesOf(Facts &F, const Expr *Site, const Stmt *Around) {
  uint64_t Many = 1;
  if (Site->getType().isNull())
    return Many; // a list in parentheses, as long as it is dependent
  if (const auto *Array = F.context().getAsConstantArrayType(Site->getType()))
    Many = F.context().getConstantArrayElementCount(Array);
  // The elements are of another class than the container.
  if (const Expr *Elements = elementsIn(Site))
    if (const CXXRecordDecl *Class = madeBy(F, Site);
        Class && Class != Site->getType()->getAsCXXRecordDecl())
      return boundOf(F, Elements, NoNames).Least;
  Spawn Kept{Site, nullptr, {}, nullptr, {}};
  Kept.Role.Handle = {ObjectPlace::Kind::Result, 0};
  const Handle Where = handleOf(F, Kept);
  const SourceManager &SM = F.sources();
  const Stmt *After = Around ? Around : Site;
  while (std::optional<Loop> L = loopAround(F, Site, After)) {
    After = L->Statement;
    // What a turn makes ends with it, unless something outside keeps it.
    if (Where.In != Handle::Place::Container || !Where.Decl ||
        !runsEachTurn(F, *L, Site))
      break;
    const auto *Local = dyn_cast<VarDecl>(Where.Decl);
    if (Local && Local->isLocalVarDecl() && !Local->isStaticLocal() &&
        SM.isBeforeInTranslationUnit(
            SM.getExpansionLoc(L->Statement->getBeginLoc()),
            SM.getExpansionLoc(Local->getLocation())))
      break;
    TripCount Turns = tripCount(F, *L, Site, NoNames);
    if (!Turns.Least)
      break;
    Many = llvm::SaturatingMultiply(Many, Turns.Least);
  }
  return Many;
}

std::optional<MemberPool> memberPoolOf(Facts &F, const CXXRecordDecl *Class) {
  if (!Class || !Class->hasDefinition() || Class->isDependentContext() ||
      F.sources().isInSystemHeader(Class->getLocation()))
    return std::nullopt;
  Class = Class->getDefinition();
  std::optional<MemberPool> Best;
  auto Add = [&](const Entry *Api, const std::vector<PoolSize> &All,
                 const Stmt *Site) {
    // A size that a caller gives differs from object to object.
    if (All.size() == 1 && All[0].Site == Site && All[0].Workers.Least &&
        (!Best || Best->Workers < All[0].Workers.Least))
      Best = {Api, All[0].Workers.Least, Site->getBeginLoc()};
  };
  auto Look = [&](const Stmt *In) {
    for (const Expr *E :
         expressionsIn(In, /*Lambdas=*/false, [&](const Expr *Part) {
           return F.entry(Part) != nullptr;
         })) {
      const Entry *Api = F.entry(E);
      std::optional<Construction> Made = constructionAt(F, E);
      if (Api->Constructs && Made)
        Api = F.roles().ofConstruction(Made->Type, Made->Arguments);
      if (Api && Api->Pool && Api->Pool->Size && Made &&
          *Api->Pool->Size < Made->Arguments.size())
        Add(Api, sizesOf(F, E, Made->Arguments[*Api->Pool->Size]), E);
      else if (std::optional<Spawn> Started = spawnAt(F, E))
        Add(nullptr, sizesOf(F, *Started), E);
    }
  };
  for (const FieldDecl *Field : Class->fields())
    if (const Expr *Init = Field->getInClassInitializer())
      Look(Init);
  for (const CXXConstructorDecl *Constructor : Class->ctors()) {
    const FunctionDecl *Definition = F.ownBody(Constructor);
    if (!Definition)
      continue;
    for (const CXXCtorInitializer *Init :
         cast<CXXConstructorDecl>(Definition)->inits())
      if (Init->isWritten())
        Look(Init->getInit());
    Look(Definition->getBody());
  }
  return Best;
}

CoresText coresTextFor(Facts &F, const Entry *Api) {
  const Entry *Best = nullptr;
  for (const Entry &E : F.roles().words().entries())
    if (E.Cores && !E.Cores->Expression.empty() &&
        (Api && E.File == Api->File ? !Best || Best->File != Api->File
                                    : !Best && E.Cores->Everywhere))
      Best = &E;
  if (!Best)
    return {};
  CoresText Result{Best->Cores->Expression, true};
  // Each name in it: std::max, std::thread::hardware_concurrency.
  StringRef Rest = Result.Text;
  while (!Rest.empty()) {
    StringRef Name = Rest.take_while(
        [](char C) { return llvm::isAlnum(C) || C == '_' || C == ':'; });
    Rest = Rest.drop_front(std::max<size_t>(Name.size(), 1));
    if (!Name.empty() && !llvm::isDigit(Name.front()))
      Result.Resolves &= !F.roles().resolve(Name).empty();
  }
  return Result;
}

} // namespace tidepool
