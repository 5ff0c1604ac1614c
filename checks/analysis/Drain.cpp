// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Drain.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace tidepool {

std::optional<Bound> batchLimit(Facts &F, const BinaryOperator *Compare,
                                const BoundNames &Names) {
  Bound Left = boundOf(F, Compare->getLHS(), Names);
  Bound Right = boundOf(F, Compare->getRHS(), Names);
  // `i % 8 == 0`: a batch of what stands behind the %.
  if (const auto *Modulo =
          dyn_cast<BinaryOperator>(Compare->getLHS()->IgnoreParenImpCasts());
      Modulo && Modulo->getOpcode() == BO_Rem)
    Right = boundOf(F, Modulo->getRHS(), Names);
  // `!window.empty()`, `size() > 0`
  if (Right.isNumber() && Right.Number == 0)
    return std::nullopt;
  return betterOf(std::move(Left), std::move(Right));
}

namespace {

class Drained {
public:
  Drained(Facts &F, const Loop &L, const Spawn &Started, const Expr *Inside,
          const BoundNames &Names)
      : F(F), L(L), Started(Started), Inside(Inside), Names(Names),
        Kept(handleIn(F, Started, Inside)) {}

  Drain answer();

private:
  Drain eachTurn(SourceLocation Place, const std::string &Words) {
    return {Drain::Kind::EachTurn, {}, {{Place, Words}}};
  }
  bool declaredInside(const ValueDecl *Decl);
  bool replacedInside(const ValueDecl *Decl);
  bool isTask(const ValueDecl *Decl);
  void followMoves();
  void followPointer();
  void followRange();
  const Expr *waitIn(const Stmt *S);
  const Stmt *statementOf(const Expr *Mention);
  bool counts(const BinaryOperator *Compare);
  Drain guarded(const Expr *Wait);
  Drain container();
  Drain helper();
  Drain arrivals();
  Drain byHandle();
  Drain byGroup();
  bool endsWithHelper(const ValueDecl *Decl);

  Facts &F;
  const Loop &L;
  const Spawn &Started;
  const Expr *Inside;
  const BoundNames &Names;
  Handle Kept;
  /// What happens when Kept is destroyed.
  SpawnRole::Drop OnDrop = Started.Role.OnDrop;
};

bool Drained::declaredInside(const ValueDecl *Decl) {
  const auto *Variable = dyn_cast<VarDecl>(Decl);
  if (!Variable || !Variable->isLocalVarDecl() || Variable->isStaticLocal() ||
      !L.Body)
    return false;
  SourceManager &SM = F.context().getSourceManager();
  SourceLocation Place = SM.getExpansionLoc(Variable->getLocation());
  SourceRange Body(SM.getExpansionLoc(L.Body->getBeginLoc()),
                   SM.getExpansionLoc(L.Body->getEndLoc()));
  return !SM.isBeforeInTranslationUnit(Place, Body.getBegin()) &&
         !SM.isBeforeInTranslationUnit(Body.getEnd(), Place);
}

/// Does a turn put another object in the place of \p Decl's?
bool Drained::replacedInside(const ValueDecl *Decl) {
  return llvm::any_of(F.mentionsOf(Decl), [&](const Expr *Mention) {
    if (!repeats(F, L, Mention))
      return false;
    const Stmt *User = F.userOf(Mention);
    if (const auto *Binary = dyn_cast_or_null<BinaryOperator>(User))
      return Binary->isAssignmentOp() && contains(F, Binary->getLHS(), Mention);
    if (const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(User))
      return Operator->isAssignmentOp() &&
             contains(F, Operator->getArg(0), Mention);
    const auto *Member = dyn_cast_or_null<MemberExpr>(User);
    return Member && Member->getMemberDecl()->getDeclName().isIdentifier() &&
           Member->getMemberDecl()->getName() == "reset";
  });
}

/// Is the object that \p Decl holds or points to itself the task?
bool Drained::isTask(const ValueDecl *Decl) {
  QualType Type = Decl->getType().getNonReferenceType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  const Entry *Api = F.roles().ofType(Type);
  // A group that tasks are added to is none: it runs at once.
  return Api && Api->Task && Api->Task->Starts == TaskRole::Start::Lazy &&
         Started.Role.Handle.In == ObjectPlace::Kind::This &&
         isa<CXXMemberCallExpr>(Started.Site);
}

/// `auto *t = new Thread; threads.append(t);` keeps it in threads.
void Drained::followPointer() {
  for (const Expr *Mention : F.mentionsOf(Kept.Decl)) {
    const Stmt *User = F.userOf(Mention);
    const Expr *Target = nullptr;
    if (const auto *Member = dyn_cast_or_null<CXXMemberCallExpr>(User);
        Member && !F.entry(Member))
      Target = Member->getImplicitObjectArgument();
    else if (const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(User);
             Operator && (Operator->getOperator() == OO_LessLess ||
                          Operator->getOperator() == OO_PlusEqual))
      Target = Operator->getArg(0);
    const ValueDecl *Root = Target ? rootOf(F, Target) : nullptr;
    if (!Root || Root == Kept.Decl)
      continue;
    // Of a container; a class that is no template may do anything with it.
    QualType Type = Root->getType().getNonReferenceType();
    if (isa_and_nonnull<ClassTemplateSpecializationDecl>(
            Type->getAsCXXRecordDecl())) {
      Kept = {Handle::Place::Container, Root};
      return;
    }
  }
}

/// `std::thread t(f); pool.push_back(std::move(t));` keeps it in pool.
void Drained::followMoves() {
  if (Kept.In != Handle::Place::Variable || !Kept.Decl)
    return;
  if (Kept.Decl->getType()->isPointerType())
    return followPointer();
  for (const Expr *Mention : F.mentionsOf(Kept.Decl)) {
    bool Moved = false;
    for (const Stmt *Up = F.parentStmt(Mention); Up; Up = F.parentStmt(Up)) {
      if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Up)) {
        const Entry *Api = F.entry(Member);
        if (Api && Api->Detach) {
          Kept = {Handle::Place::Detached, Kept.Decl};
          return;
        }
        const ValueDecl *Root = rootOf(F, Member->getImplicitObjectArgument());
        if (Moved && Root && Root != Kept.Decl) {
          Kept = {Handle::Place::Container, Root};
          return;
        }
        break;
      }
      if (const auto *Call = dyn_cast<CallExpr>(Up)) {
        const Entry *Api = F.entry(Call);
        if (Api && Api->Detach &&
            Api->Detach->Task.In == ObjectPlace::Kind::Argument) {
          Kept = {Handle::Place::Detached, Kept.Decl};
          return;
        }
        if (Api && Api->Passes) {
          Moved = true;
          continue;
        }
        if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
            Operator && Moved && Operator->isAssignmentOp()) {
          const ValueDecl *Root = rootOf(F, Operator->getArg(0));
          if (Root && Root != Kept.Decl)
            Kept = {isa<DeclRefExpr>(Operator->getArg(0)->IgnoreParenImpCasts())
                        ? Handle::Place::Variable
                        : Handle::Place::Container,
                    Root};
          return;
        }
        if (Moved) {
          Kept = {Handle::Place::Elsewhere};
          return;
        }
        break;
      }
      if (!isa<Expr>(Up))
        break;
    }
  }
}

/// `for (auto &t : threads) t = std::thread(f);` keeps it in threads.
void Drained::followRange() {
  for (const Stmt *Up = F.parentStmt(Started.Site); Up; Up = F.parentStmt(Up))
    if (const auto *Range = dyn_cast<CXXForRangeStmt>(Up);
        Range && Range->getLoopVariable() == Kept.Decl &&
        Kept.In == Handle::Place::Container)
      if (const ValueDecl *Root = rootOf(F, Range->getRangeInit()))
        Kept.Decl = Root;
}

/// A wait for a task below \p S, or in a function of this unit that S calls.
const Expr *Drained::waitIn(const Stmt *S) {
  auto IsWait = [&](const Expr *E) {
    if (isa<CoawaitExpr>(E))
      return Started.Eager;
    const Entry *Api = F.entry(E);
    return Api && ((Api->Wait && Api->Wait->WaitsFor == WaitRole::For::Task &&
                    !Api->Wait->Timed) ||
                   Api->Gather);
  };
  SmallVector<const Expr *, 4> Found = expressionsIn(S, true, IsWait);
  if (!Found.empty())
    return Found.front();
  for (const Expr *E :
       expressionsIn(S, true, [](const Expr *E) { return isa<CallExpr>(E); })) {
    const FunctionDecl *Definition =
        F.ownBody(cast<CallExpr>(E)->getDirectCallee());
    if (Definition &&
        !expressionsIn(Definition->getBody(), true, IsWait).empty())
      return E;
  }
  return nullptr;
}

/// The statement of L's body, or of an inner loop's, that \p Mention stands in.
const Stmt *Drained::statementOf(const Expr *Mention) {
  const Stmt *Statement = Mention;
  for (const Stmt *Up = F.parentStmt(Mention); Up; Up = F.parentStmt(Up)) {
    if (isa<CompoundStmt, SwitchStmt, IfStmt>(Up) || Up == L.Statement)
      return Statement;
    Statement = Up;
    // The range or condition of a loop: all of the loop.
    if (loopOf(F, Up) && Up != L.Statement)
      return Up;
  }
  return Statement;
}

/// Does \p Compare speak of how many there are, and not of what kind or state
/// something is (`key == 'q'`, `errors == 3`)?
bool Drained::counts(const BinaryOperator *Compare) {
  auto IsCount = [&](const Expr *E) {
    if (const auto *Call = dyn_cast<CallExpr>(E)) {
      const FunctionDecl *Callee = Call->getDirectCallee();
      return Callee && Callee->getIdentifier() &&
             (Callee->getName() == "size" || Callee->getName() == "ssize" ||
              Callee->getName() == "length" || Callee->getName() == "count" ||
              Callee->getName() == "load");
    }
    if (const auto *Binary = dyn_cast<BinaryOperator>(E))
      return Binary->getOpcode() == BO_Rem;
    if (const auto *Unary = dyn_cast<UnaryOperator>(E))
      return Unary->isIncrementDecrementOp();
    const ValueDecl *Root =
        isa<DeclRefExpr, MemberExpr>(E) ? rootOf(F, E) : nullptr;
    if (!Root)
      return false;
    return Root == L.Variable ||
           llvm::any_of(F.mentionsOf(Root), [&](const Expr *Mention) {
             const Stmt *User = F.userOf(Mention);
             if (const auto *Unary = dyn_cast_or_null<UnaryOperator>(User))
               return Unary->isIncrementDecrementOp();
             return User && isa<CompoundAssignOperator>(User);
           });
  };
  return !expressionsIn(Compare, false, IsCount).empty();
}

/// Is the wait reached in each turn, or only once so many are in flight?
Drain Drained::guarded(const Expr *Wait) {
  for (const Stmt *Up = F.parentStmt(Wait); Up && Up != L.Statement;
       Up = F.parentStmt(Up)) {
    const Expr *Condition = nullptr;
    if (const auto *If = dyn_cast<IfStmt>(Up))
      Condition = If->getCond();
    else if (const auto *While = dyn_cast<WhileStmt>(Up))
      Condition = While->getCond();
    if (!Condition || contains(F, Condition, Wait))
      continue;
    for (const Expr *E : expressionsIn(Condition, false, [](const Expr *E) {
           const auto *Compare = dyn_cast<BinaryOperator>(E);
           return Compare && Compare->isComparisonOp();
         })) {
      const auto *Compare = cast<BinaryOperator>(E);
      if (!counts(Compare))
        continue;
      std::optional<Bound> Limit = batchLimit(F, Compare, Names);
      if (!Limit)
        continue;
      return {Drain::Kind::Full,
              *Limit,
              {{Wait->getExprLoc(), "waits here once the batch is full"}}};
    }
    if (const auto *While = dyn_cast<WhileStmt>(Up))
      if (contains(F, While->getBody(), Wait))
        continue; // `while (!window.empty())`: drains all of it
    // Under a condition that says nothing of how many are in flight.
    return {Drain::Kind::Unknown,
            {},
            {{Wait->getExprLoc(),
              "the tasks are waited for here, under a condition that does not "
              "tell how many are in flight"}}};
  }
  return {Drain::Kind::EachTurn,
          {},
          {{Wait->getExprLoc(), "what a turn starts is waited for here"}}};
}

Drain Drained::container() {
  bool Inside = declaredInside(Kept.Decl);
  const Entry *Type = F.roles().ofType(Kept.Decl->getType());
  bool Joins =
      OnDrop == SpawnRole::Drop::Joins || OnDrop == SpawnRole::Drop::Cancels ||
      (Type && Type->Task && Type->Task->OnDrop == SpawnRole::Drop::Joins);
  // Made and destroyed in each turn.
  if (Inside && Joins)
    return eachTurn(Kept.Decl->getLocation(),
                    "'" + Kept.Decl->getNameAsString() +
                        "' is destroyed, and its tasks joined, in each turn");
  for (const Expr *Mention : F.mentionsOf(Kept.Decl)) {
    if (!repeats(F, L, Mention))
      continue;
    const Stmt *Statement = statementOf(Mention);
    if (contains(F, Statement, Started.Site) ||
        contains(F, Statement, this->Inside))
      continue;
    if (const Expr *Wait = waitIn(Statement))
      return guarded(Wait);
    // An alias: `auto &oldest = window.front(); oldest.get();`
    if (const auto *Declaration = dyn_cast<DeclStmt>(Statement))
      for (const Decl *D : Declaration->decls())
        if (const auto *Alias = dyn_cast<VarDecl>(D))
          for (const Expr *Use : F.mentionsOf(Alias))
            if (const Expr *Wait = waitIn(statementOf(Use)))
              return guarded(Wait);
    if (Joins)
      for (const Expr *E : expressionsIn(Statement, false, [](const Expr *E) {
             const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
             const CXXMethodDecl *Method =
                 Call ? Call->getMethodDecl() : nullptr;
             return Method && Method->getIdentifier() &&
                    (Method->getName() == "clear" ||
                     Method->getName().starts_with("pop") ||
                     Method->getName() == "erase");
           }))
        return guarded(E);
    // Handed to code that is not in view.
    if (const auto *Call = dyn_cast_or_null<CallExpr>(F.parentStmt(Mention)))
      if (const FunctionDecl *Callee = Call->getDirectCallee();
          Callee && !isa<CXXOperatorCallExpr>(Call) && !F.entry(Call)) {
        const FunctionDecl *Definition = nullptr;
        if (!Callee->isDefined(Definition) &&
            !F.sources().isInSystemHeader(Callee->getLocation()))
          return {Drain::Kind::Unknown,
                  {},
                  {{Call->getExprLoc(), "the tasks are handed to '" +
                                            Callee->getNameAsString() +
                                            "', which is not in view"}}};
      }
  }
  return {};
}

/// A function or lambda of this unit that waits for what is kept: waitAll().
Drain Drained::helper() {
  if (!L.Body || !Kept.Decl)
    return {};
  for (const Expr *E : expressionsIn(
           L.Body, false, [](const Expr *E) { return isa<CallExpr>(E); })) {
    const FunctionDecl *Definition =
        F.ownBody(cast<CallExpr>(E)->getDirectCallee());
    if (!Definition || contains(F, Definition->getBody(), Started.Site))
      continue;
    for (const Expr *Mention : F.mentionsOf(Kept.Decl))
      if (contains(F, Definition->getBody(), Mention) &&
          waitIn(Definition->getBody()))
        return guarded(E);
  }
  return {};
}

/// A latch or the like: each turn waits until its tasks have arrived.
Drain Drained::arrivals() {
  if (!L.Body)
    return {};
  for (const Expr *Wait : expressionsIn(L.Body, false, [&](const Expr *E) {
         const Entry *Api = F.entry(E);
         return Api && Api->Wait &&
                Api->Wait->WaitsFor == WaitRole::For::Arrivals;
       })) {
    const Expr *Object = objectOf(Wait, F.entry(Wait)->Wait->Object);
    const ValueDecl *Latch = Object ? rootOf(F, Object) : nullptr;
    if (!Latch || !declaredInside(Latch))
      continue;
    for (const Expr *Mention : F.mentionsOf(Latch))
      if (contains(F, Started.Site, Mention))
        return guarded(Wait);
  }
  return {};
}

/// Is \p Decl a local of the helper that L calls, and waited for there before
/// the helper returns?
bool Drained::endsWithHelper(const ValueDecl *Decl) {
  const auto *Local = dyn_cast_or_null<VarDecl>(Decl);
  const FunctionDecl *Helper = F.functionOf(Started.Site);
  if (!Local || !Local->isLocalVarDecl() || Local->isStaticLocal() ||
      Local->getType()->isReferenceType() || !Helper ||
      Helper == F.functionOf(Inside) ||
      Local->getDeclContext() != cast<DeclContext>(Helper))
    return false;
  bool Leaves = false;
  for (const Expr *Mention : F.mentionsOf(Local)) {
    for (const Stmt *Up = F.parentStmt(Mention); Up; Up = F.parentStmt(Up)) {
      const auto *Call = dyn_cast<CallExpr>(Up);
      const Entry *Api = Call ? F.entry(Call) : nullptr;
      Leaves |= isa<ReturnStmt>(Up) || (Api && Api->Passes);
      if (!isa<Expr>(Up))
        break;
    }
    const Stmt *Statement = statementOf(Mention);
    bool Sometimes = false;
    for (const Stmt *Up = F.parentStmt(Statement); Up; Up = F.parentStmt(Up))
      Sometimes |= isa<IfStmt, SwitchStmt>(Up);
    if (!Sometimes && !contains(F, Statement, Started.Site) &&
        waitIn(Statement))
      return true;
  }
  return !Leaves && OnDrop == SpawnRole::Drop::Joins;
}

/// What the spawn is called on, or takes before the callable, may be waited for
/// as a whole: a task group, a pool.
Drain Drained::byGroup() {
  const Entry *Api = F.entry(Started.Site);
  SmallVector<const Expr *, 2> Groups;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Started.Site);
      Member && Api && !Api->Constructs)
    Groups.push_back(Member->getImplicitObjectArgument());
  for (unsigned I = 0; I < Started.Role.Callable.value_or(0); ++I)
    if (I < Started.Arguments.size())
      Groups.push_back(Started.Arguments[I]);
  for (const Expr *Group : Groups) {
    const ValueDecl *Root = rootOf(F, Group);
    if (!Root)
      continue;
    const Entry *Type = F.roles().ofType(Root->getType().getNonReferenceType());
    OnDrop = Type && Type->Task ? Type->Task->OnDrop : SpawnRole::Drop::Nothing;
    Kept = {Handle::Place::Container, Root};
    if (endsWithHelper(Root))
      return eachTurn(Root->getLocation(),
                      "'" + Root->getNameAsString() +
                          "' is waited for before the function returns");
    Drain Found = container();
    if (Found.Is != Drain::Kind::None)
      return Found;
  }
  return {};
}

Drain Drained::answer() {
  if (!L.Body)
    return {};
  if (const Entry *Api = F.entry(Started.Site);
      Api && Api->Wait && !Api->Wait->Timed &&
      Api->Wait->WaitsFor == WaitRole::For::Task)
    return eachTurn(Started.Site->getExprLoc(), "the call waits for its task");
  followMoves();
  if (Kept.Decl)
    followRange();
  if (Kept.Decl && endsWithHelper(Kept.Decl))
    return eachTurn(Kept.Decl->getLocation(),
                    "'" + Kept.Decl->getNameAsString() +
                        "' is waited for before the function returns");
  Drain Found = byHandle();
  if (Found.Is != Drain::Kind::None && Found.Is != Drain::Kind::Unknown)
    return Found;
  Drain Group = byGroup();
  return Group.Is == Drain::Kind::None ? Found : Group;
}

Drain Drained::byHandle() {
  switch (Kept.In) {
  case Handle::Place::Waited:
    return eachTurn(Started.Site->getExprLoc(),
                    "each is waited for where it starts");
  case Handle::Place::Discarded:
    if (OnDrop == SpawnRole::Drop::Joins)
      return eachTurn(Started.Site->getExprLoc(),
                      "the handle is dropped, which waits for the task");
    if (OnDrop == SpawnRole::Drop::Cancels && Started.Eager)
      return eachTurn(Started.Site->getExprLoc(),
                      "the handle is dropped, which stops the task");
    return arrivals();
  case Handle::Place::Detached:
    return arrivals();
  case Handle::Place::Elsewhere:
    return arrivals();
  case Handle::Place::Container: {
    Drain Found = container();
    if (Found.Is == Drain::Kind::None)
      Found = helper();
    return Found.Is == Drain::Kind::None ? arrivals() : Found;
  }
  case Handle::Place::Variable:
    break;
  }
  if (!Kept.Decl)
    return {};
  if (Kept.Owner) {
    // Each turn has an owner of its own, unless it is the same for all.
    bool Local = declaredInside(Kept.Owner);
    if (Kept.Owner == L.Variable || (Local && Kept.ByPointer)) {
      Kept = {Handle::Place::Container, Kept.Owner};
      return arrivals();
    }
    if (Local) {
      Kept = {Handle::Place::Variable, Kept.Owner};
      followMoves();
      if (Kept.In != Handle::Place::Variable)
        return Kept.In == Handle::Place::Container ? container() : arrivals();
      if (OnDrop != SpawnRole::Drop::Nothing)
        return eachTurn(Kept.Decl->getLocation(),
                        "'" + Kept.Decl->getNameAsString() +
                            "' ends with each turn, and its task with it");
      return arrivals();
    }
  }
  // What a pointer points to does not end with the pointer.
  const bool Pointer = Kept.Decl->getType()->isPointerType();
  if (declaredInside(Kept.Decl)) {
    if (!Pointer && (OnDrop == SpawnRole::Drop::Joins ||
                     OnDrop == SpawnRole::Drop::Cancels))
      return eachTurn(Kept.Decl->getLocation(),
                      "'" + Kept.Decl->getNameAsString() +
                          "' ends with each turn, which waits for the task");
    for (const Expr *Mention : F.mentionsOf(Kept.Decl))
      if (const Stmt *Statement = statementOf(Mention);
          !contains(F, Statement, Inside))
        if (const Expr *Wait = waitIn(Statement))
          return guarded(Wait);
    return arrivals();
  }
  // One variable for all: a task that still runs would be joined, or end the
  // process, when the next is put in its place.
  const bool Replaced = replacedInside(Kept.Decl);
  if (isTask(Kept.Decl)
          ? !Replaced
          : OnDrop != SpawnRole::Drop::Nothing && !(Pointer && Replaced))
    return eachTurn(Kept.Decl->getLocation(), "'" +
                                                  Kept.Decl->getNameAsString() +
                                                  "' holds one task at a time");
  for (const Expr *Mention : F.mentionsOf(Kept.Decl))
    if (repeats(F, L, Mention))
      if (const Expr *Wait = waitIn(statementOf(Mention)))
        return guarded(Wait);
  return arrivals();
}

} // namespace

Drain drainOf(Facts &F, const Loop &L, const Spawn &Started, const Expr *Inside,
              const BoundNames &Names) {
  return Drained(F, L, Started, Inside, Names).answer();
}

} // namespace tidepool
