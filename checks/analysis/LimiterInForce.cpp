// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The graph is asked this: from one spawn to the next, is there a way around
// every permit and every refusal? A refusal is a branch that can be walked only
// on its refused side. Text order would be wrong for `continue`, for waits in a
// branch, and for a permit taken after the spawn (which bounds just as well).

#include "LimiterInForce.h"
#include "Branch.h"
#include "Permit.h"
#include "TaskBody.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace tidepool {

namespace {

/// A place that lets only so many past.
struct Gate {
  const Expr *At;
  const CFGBlock *Block;
  /// Which edge of Block has the permit: both, the true one, the false one.
  enum { Both, OnTrue, OnFalse } Passes = Both;
  const ValueDecl *Decl = nullptr;
  Bound Capacity;
  /// The local object that holds the permit; null for a plain call.
  const VarDecl *Guard = nullptr;
  /// Only its name says that it takes a permit.
  bool Unseen = false;
};

using BlockSet = llvm::SmallSetVector<const CFGBlock *, 8>;

class Search {
public:
  Search(Facts &F, const Loop *L, const Spawn &Started, const Expr *Inside,
         const BoundNames &Names)
      : F(F), L(L), Started(Started), Inside(Inside), Names(Names),
        Function(F.functionOf(Inside)), Counts(F, Started, Inside, Names) {}

  Limiter answer();

private:
  BlockSet blocksIn(const Stmt *S);
  void findGates();
  void addOperation(const Expr *E);
  void addGuard(const Construction &Made, const Expr *Site);
  void addHelper(const CallExpr *Call);
  void addCount(const CFGBlock &Block);
  void addPredicateWait(const Expr *Wait);
  void place(Gate Candidate);
  bool fresh(const ValueDecl *Decl);
  bool avoidable(llvm::ArrayRef<const Gate *> Gates);
  bool freedEarly(const Gate &Taken, Limiter &Result);
  bool collected(const FunctionDecl *Body, const ValueDecl *Decl);
  Limiter insideTask();
  Limiter openInPattern();

  Facts &F;
  const Loop *L;
  const Spawn &Started;
  const Expr *Inside;
  const BoundNames &Names;
  const FunctionDecl *Function;
  Counting Counts;
  const CFG *Graph = nullptr;
  BlockSet Sites;
  std::vector<Gate> Gates;
  bool OneCall = false;
};

/// Made anew in each turn, so it cannot count across turns.
bool Search::fresh(const ValueDecl *Decl) {
  const auto *Variable = dyn_cast_or_null<VarDecl>(Decl);
  if (!Variable || !Variable->isLocalVarDecl() || Variable->isStaticLocal() ||
      Variable->getType()->isReferenceType())
    return false;
  if (!L)
    return true;
  if (!L->Body)
    return false;
  SourceManager &SM = F.context().getSourceManager();
  SourceLocation Place = SM.getExpansionLoc(Variable->getLocation());
  return !SM.isBeforeInTranslationUnit(
             Place, SM.getExpansionLoc(L->Body->getBeginLoc())) &&
         !SM.isBeforeInTranslationUnit(SM.getExpansionLoc(L->Body->getEndLoc()),
                                       Place);
}

void Search::place(Gate Candidate) {
  Candidate.Block = F.blockOf(Function, Candidate.At);
  if (!Candidate.Block || fresh(Candidate.Decl))
    return;
  // A refusal that nothing branches on refuses nothing.
  if (Candidate.Passes != Gate::Both) {
    const Stmt *Condition = Candidate.Block->getTerminatorCondition();
    if (!Condition || !contains(F, Condition, Candidate.At))
      return;
  }
  Gates.push_back(std::move(Candidate));
}

/// For a refusal: which edge has the permit.
static void findBranch(Facts &F, const FunctionDecl *Function, Gate &Refusal,
                       bool ZeroIsSuccess) {
  Branch Test = branchOn(F, Function, Refusal.At, ZeroIsSuccess);
  Refusal.At = Test.At;
  Refusal.Passes = Test.SuccessIsTrue ? Gate::OnTrue : Gate::OnFalse;
}

void Search::addOperation(const Expr *E) {
  const Entry *Api = F.entry(E);
  const Expr *Object = objectOf(E, Api->Limiter->Limiter);
  Gate Candidate{E,  nullptr, Gate::Both, Object ? rootOf(F, Object) : nullptr,
                 {}, nullptr};
  if (limitsNothing(F, Candidate.Decl))
    return;
  if (Api->Limiter->Does != LimiterRole::Operation::Acquire)
    findBranch(F, Function, Candidate, Api->Limiter->ZeroIsSuccess);
  Candidate.Capacity = capacityOf(F, Candidate.Decl, Names);
  place(std::move(Candidate));
}

/// A local object whose constructor takes a permit and whose destructor gives
/// it back: of the vocabulary, or a class of this unit.
void Search::addGuard(const Construction &Made, const Expr *Site) {
  const CXXRecordDecl *Class = Made.Type->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition())
    return;
  const Entry *Type = F.roles().ofType(Made.Type);
  bool Known = Type && Type->Limiter &&
               Type->Limiter->Does == LimiterRole::Operation::Guard &&
               Type->Limiter->Limits == LimiterRole::What::Concurrency;
  // Of this unit: a constructor that takes a permit or throws.
  PermitHelp Help;
  bool GivesBack = Known;
  if (!Known) {
    for (const CXXConstructorDecl *Constructor : Class->ctors())
      if (Help.Is != PermitHelp::Kind::Takes &&
          !Constructor->isCopyOrMoveConstructor())
        Help = permitHelp(F, Constructor, Counts, Names);
    const FunctionDecl *End = F.ownBody(Class->getDestructor());
    if (Help.Is != PermitHelp::Kind::Takes || !End)
      return;
    GivesBack = !expressionsIn(End->getBody(), false, [&](const Expr *E) {
                   return givesPermit(F.entry(E));
                 }).empty();
  }
  Gate Candidate{Site, nullptr, Gate::Both, nullptr, {}, nullptr};
  if (const auto *Global = dyn_cast_or_null<VarDecl>(Help.Decl);
      Global && Global->hasGlobalStorage()) {
    Candidate.Decl = Global;
    Candidate.Capacity = Help.Capacity;
  } else {
    for (const Expr *Argument : Made.Arguments)
      if (!Candidate.Decl)
        Candidate.Decl = rootOf(F, Argument);
    Candidate.Capacity = capacityOf(F, Candidate.Decl, Names);
  }
  for (const Stmt *Up = F.parentStmt(Site); Up && GivesBack;
       Up = F.parentStmt(Up))
    if (const auto *Declaration = dyn_cast<DeclStmt>(Up)) {
      Candidate.Guard = dyn_cast<VarDecl>(*Declaration->decl_begin());
      break;
    }
  place(std::move(Candidate));
}

/// A function of this unit that takes the permit for its caller, or one that is
/// not in view and may.
void Search::addHelper(const CallExpr *Call) {
  PermitHelp Help = permitHelp(F, Call->getDirectCallee(), Counts, Names);
  Gate Candidate{Call, nullptr, Gate::Both, Help.Decl, Help.Capacity, nullptr};
  switch (Help.Is) {
  case PermitHelp::Kind::None:
    if (!mayTakePermit(F, Call))
      return;
    Candidate.Unseen = true;
    break;
  case PermitHelp::Kind::Refuses:
    findBranch(F, Function, Candidate, false);
    break;
  case PermitHelp::Kind::Takes:
    break;
  }
  place(std::move(Candidate));
}

void Search::addCount(const CFGBlock &Block) {
  // Of `a && b`, each block tests its own part.
  const Expr *Condition = Block.getLastCondition();
  if (!Condition || Block.succ_size() < 2)
    return;
  std::optional<Count> Counted = Counts.countIn(Condition);
  if (!Counted)
    Counted = Counts.flagIn(Condition);
  if (!Counted)
    Counted = Counts.slotIn(Condition);
  if (!Counted || fresh(Counted->Of))
    return;
  Gates.push_back({Condition, &Block,
                   Counted->BelowIsTrue ? Gate::OnTrue : Gate::OnFalse,
                   Counted->Of, Counted->Most, nullptr});
}

/// `cv.wait(lock, [&] { return active < limit; })`
void Search::addPredicateWait(const Expr *Wait) {
  for (const Expr *Compare : expressionsIn(
           Wait, true, [](const Expr *E) { return isa<BinaryOperator>(E); }))
    if (std::optional<Count> Counted = Counts.countIn(Compare))
      return place(
          {Wait, nullptr, Gate::Both, Counted->Of, Counted->Most, nullptr});
}

/// The blocks in which a part of \p S is evaluated, in the source's order:
/// all of the graph would be asked for each of its spawns.
BlockSet Search::blocksIn(const Stmt *S) {
  BlockSet Blocks;
  SmallVector<const Stmt *, 16> Stack = {S};
  while (!Stack.empty()) {
    const Stmt *Next = Stack.pop_back_val();
    if (!Next || isa<LambdaExpr>(Next))
      continue;
    if (const CFGBlock *Block = F.blockOf(Function, Next))
      Blocks.insert(Block);
    SmallVector<const Stmt *, 8> Children(Next->children());
    Stack.append(Children.rbegin(), Children.rend());
  }
  return Blocks;
}

void Search::findGates() {
  const Stmt *Region = L ? L->Statement : Function->getBody();
  if (L && L->Form == Loop::Kind::Algorithm)
    Region = Function->getBody();
  for (const Expr *E : expressionsIn(Region, false, [](const Expr *E) {
         return isa<CallExpr, CXXConstructExpr>(E);
       })) {
    const Entry *Api = F.entry(E);
    if (takesPermit(Api))
      addOperation(E);
    else if (waitsForCondition(Api))
      addPredicateWait(E);
    else if (std::optional<Construction> Made = constructionAt(F, E))
      addGuard(*Made, E);
    else if (!Api)
      addHelper(cast<CallExpr>(E));
  }
  for (const CFGBlock *Block : blocksIn(Region))
    addCount(*Block);
  // `while (active >= limit) cv.wait(lock);` is a count whose refused side
  // comes back to it; `if (active >= limit) cv.wait(lock);` waits once.
  bool Counting =
      llvm::any_of(Gates, [](const Gate &G) { return G.Passes != Gate::Both; });
  if (Counting)
    for (const Expr *E : expressionsIn(Region, false, [&](const Expr *E) {
           return waitsForCondition(F.entry(E));
         }))
      place({E, nullptr, Gate::Both, Gates.front().Decl, Gates.front().Capacity,
             nullptr});
}

bool Search::avoidable(llvm::ArrayRef<const Gate *> Closed) {
  SmallVector<const CFGBlock *, 16> Queue;
  llvm::SmallPtrSet<const CFGBlock *, 32> Seen;
  if (OneCall) {
    Queue.push_back(&Graph->getEntry());
  } else {
    for (const CFGBlock *Site : Sites) {
      // Out of the site by any edge that its own gates leave open.
      bool Shut = false;
      for (const Gate *G : Closed)
        Shut |= G->Block == Site && G->Passes == Gate::Both;
      if (Shut)
        return false;
      for (const CFGBlock *Next : Site->succs())
        if (Next && !Sites.contains(Next))
          Queue.push_back(Next);
    }
    // A loop of one block, or of the inner loop alone.
    if (Sites.size() == 1)
      for (const CFGBlock *Next : (*Sites.begin())->succs())
        if (Next == *Sites.begin())
          return true;
  }
  while (!Queue.empty()) {
    const CFGBlock *Block = Queue.pop_back_val();
    if (!Seen.insert(Block).second)
      continue;
    const Gate *Refusal = nullptr;
    bool Shut = false;
    for (const Gate *G : Closed)
      if (G->Block == Block) {
        if (G->Passes == Gate::Both)
          Shut = true;
        else
          Refusal = G;
      }
    if (Shut)
      continue;
    if (Sites.contains(Block))
      return true;
    unsigned Index = 0;
    for (const CFGBlock *Next : Block->succs()) {
      bool HasPermit =
          Refusal && (Index == 0) == (Refusal->Passes == Gate::OnTrue);
      if (Next && !HasPermit)
        Queue.push_back(Next);
      ++Index;
    }
  }
  return false;
}

/// Does the task take over what holds the permit?
static bool handedOver(Facts &F, const Spawn &Started, const VarDecl *Guard) {
  for (const Expr *Mention : F.mentionsOf(Guard)) {
    if (!contains(F, Started.Site, Mention)) {
      // Moved or stored elsewhere: not seen to be freed here.
      for (const Stmt *Up = F.parentStmt(Mention); Up && isa<Expr>(Up);
           Up = F.parentStmt(Up))
        if (const auto *Call = dyn_cast<CallExpr>(Up))
          if (const Entry *Api = F.entry(Call); Api && Api->Passes)
            return true;
      continue;
    }
    const auto *Lambda = dyn_cast_or_null<LambdaExpr>(
        Started.Callable ? Started.Callable->IgnoreUnlessSpelledInSource()
                         : nullptr);
    if (!Lambda)
      return true;
    for (const LambdaCapture &Capture : Lambda->captures())
      if (Capture.capturesVariable()) {
        const ValueDecl *Variable = Capture.getCapturedVar();
        if (Variable == Guard && Capture.getCaptureKind() == LCK_ByCopy)
          return true;
        if (const auto *Made = dyn_cast<VarDecl>(Variable);
            Made && Made->isInitCapture() && Made->getInit() &&
            contains(F, Made->getInit(), Mention))
          return true;
      }
    if (!contains(F, Lambda, Mention))
      return true; // a further argument of the thread
  }
  return false;
}

/// Does the body of \p Caller name \p Callee?
static bool calls(Facts &F, const FunctionDecl *Caller,
                  const FunctionDecl *Callee) {
  return llvm::any_of(F.usesOf(Callee), [&](const Expr *Use) {
    return contains(F, Caller->getBody(), Use);
  });
}

bool Search::freedEarly(const Gate &Taken, Limiter &Result) {
  if (Taken.Guard) {
    if (!L || !fresh(Taken.Guard) || handedOver(F, Started, Taken.Guard))
      return false;
    std::string Name = Taken.Guard->getNameAsString();
    Result.Because.push_back({Taken.Guard->getLocation(),
                              "'" + Name +
                                  "' gives its permit back at the end of each "
                                  "turn"});
    const auto *Lambda = dyn_cast_or_null<LambdaExpr>(
        Started.Callable ? Started.Callable->IgnoreUnlessSpelledInSource()
                         : nullptr);
    const CXXRecordDecl *Class = Taken.Guard->getType()->getAsCXXRecordDecl();
    bool Mentioned =
        Lambda &&
        llvm::any_of(F.mentionsOf(Taken.Guard), [&](const Expr *Mention) {
          return contains(F, Lambda, Mention);
        });
    if (Lambda && Class && !Mentioned && Class->hasMoveConstructor() &&
        !Class->defaultedMoveConstructorIsDeleted() &&
        Lambda->getIntroducerRange().getEnd().isFileID()) {
      bool First = Lambda->explicit_captures().empty() &&
                   Lambda->getCaptureDefault() == LCD_None;
      Reason Move{Lambda->getIntroducerRange().getBegin(),
                  "move '" + Name + "' into the task to hold it until the end",
                  {}};
      Move.Fixes.push_back(FixItHint::CreateInsertion(
          Lambda->getIntroducerRange().getEnd(),
          (First ? "" : ", ") + Name + " = std::move(" + Name + ")"));
      Result.Because.push_back(std::move(Move));
    }
    return true;
  }
  if (!Taken.Decl)
    return false;
  const FunctionDecl *Body = taskBody(F, Started);
  const Expr *Here = nullptr;
  for (const Expr *Mention : F.mentionsOf(Taken.Decl)) {
    const Expr *Release = nullptr;
    for (const Stmt *Up = F.parentStmt(Mention); Up && isa<Expr>(Up);
         Up = F.parentStmt(Up))
      if (givesPermit(F.entry(cast<Expr>(Up)))) {
        Release = cast<Expr>(Up);
        break;
      }
    if (!Release)
      continue;
    if (contains(F, Started.Site, Release) ||
        (Body && contains(F, Body->getBody(), Release)))
      return false;
    const FunctionDecl *Releasing = F.functionOf(Release);
    if (Body && Releasing && calls(F, Body, Releasing))
      return false; // the task gives it back through a helper
    // A deleter or callback that stands in the loop runs when it is called.
    if (L && L->Body && Releasing == Function && contains(F, L->Body, Release))
      Here = Release;
  }
  if (!Here)
    return false;
  Result.Because.push_back(
      {Here->getExprLoc(), "the permit is given back here, in the same turn"});
  return true;
}

/// The task takes a permit of \p Decl: is it given back by whoever starts the
/// tasks, once all have been started? Then it is no permit but what they found,
/// sent into a channel.
bool Search::collected(const FunctionDecl *Body, const ValueDecl *Decl) {
  if (!Decl || !L || !L->Body)
    return false;
  bool Collected = false;
  for (const Expr *Mention : F.mentionsOf(Decl)) {
    bool Gives = false;
    for (const Stmt *Up = F.parentStmt(Mention); Up && isa<Expr>(Up);
         Up = F.parentStmt(Up))
      Gives |= givesPermit(F.entry(cast<Expr>(Up)));
    if (!Gives)
      continue;
    const FunctionDecl *Giving = F.functionOf(Mention);
    if (contains(F, Body->getBody(), Mention) ||
        (Giving && calls(F, Body, Giving)))
      return false;
    Collected |= Giving == Function && !contains(F, L->Body, Mention);
  }
  return Collected;
}

Limiter Search::insideTask() {
  const FunctionDecl *Body = taskBody(F, Started);
  if (!Body)
    return {};
  for (const Expr *E :
       expressionsIn(Body->getBody(), false, [&](const Expr *E) {
         const Entry *Api = F.entry(E);
         if (takesPermit(Api))
           return true;
         const auto *Construct = dyn_cast<CXXConstructExpr>(E);
         const FunctionDecl *Inner =
             Construct ? F.ownBody(Construct->getConstructor()) : nullptr;
         return Inner &&
                !expressionsIn(Inner->getBody(), false, [&](const Expr *Part) {
                   return takesPermit(F.entry(Part));
                 }).empty();
       })) {
    const Entry *Api = F.entry(E);
    const Expr *Object =
        takesPermit(Api) ? objectOf(E, Api->Limiter->Limiter) : nullptr;
    if (!Object)
      if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
          Construct && Construct->getNumArgs() > 0)
        Object = Construct->getArg(0);
    const ValueDecl *Decl = Object ? rootOf(F, Object) : nullptr;
    // One made by the task itself counts only itself.
    const auto *Local = dyn_cast_or_null<VarDecl>(Decl);
    if (Local && Local->isLocalVarDecl() && !Local->isStaticLocal() &&
        Local->getDeclContext() == cast<DeclContext>(Body))
      continue;
    if (takesPermit(Api) && collected(Body, Decl))
      continue;
    Limiter Result;
    Result.Is = Limiter::Kind::InsideTask;
    Result.Decl = Decl;
    Result.Capacity = capacityOf(F, Decl, Names);
    Result.Because = {
        {E->getExprLoc(), "the permit is taken here, by the task itself"}};
    return Result;
  }
  return {};
}

/// A template that nothing instantiates has no graph. What in a turn could
/// bound, if it depends on a parameter or not, is not seen to do so there.
Limiter Search::openInPattern() {
  if (!Function || !Function->isDependentContext())
    return {};
  auto MayBound = [&](const Stmt *S) {
    if (const auto *If = dyn_cast<IfStmt>(S))
      return If->getCond()->isTypeDependent() ||
             If->getCond()->isValueDependent() ||
             Counts.countIn(If->getCond()) || Counts.flagIn(If->getCond());
    if (const auto *Declaration = dyn_cast<DeclStmt>(S))
      return llvm::any_of(Declaration->decls(), [](const Decl *D) {
        const auto *Variable = dyn_cast<VarDecl>(D);
        return Variable && Variable->getType()->isDependentType() &&
               !Variable->getType()->isReferenceType() &&
               !Variable->isCXXForRangeDecl();
      });
    if (isa<CXXUnresolvedConstructExpr>(S))
      return true;
    const auto *E = dyn_cast<Expr>(S);
    const Entry *Api = E ? F.entry(E) : nullptr;
    if (takesPermit(Api) || waitsForCondition(Api))
      return true;
    const auto *Call = dyn_cast<CallExpr>(S);
    if (Call && !Api)
      return Call->isTypeDependent() || mayTakePermit(F, Call) ||
             permitHelp(F, Call->getDirectCallee(), Counts, Names).Is !=
                 PermitHelp::Kind::None;
    std::optional<Construction> Made = E ? constructionAt(F, E) : std::nullopt;
    const Entry *Type = Made ? F.roles().ofType(Made->Type) : nullptr;
    return Type && Type->Limiter &&
           Type->Limiter->Does == LimiterRole::Operation::Guard;
  };
  SmallVector<const Stmt *, 16> Stack = {L && L->Body ? L->Body
                                                      : Function->getBody()};
  if (L && L->Condition && L->Form != Loop::Kind::For)
    Stack.push_back(L->Condition);
  while (!Stack.empty()) {
    const Stmt *S = Stack.pop_back_val();
    if (!S || S == Inside || isa<LambdaExpr>(S))
      continue;
    if (MayBound(S)) {
      Limiter Result;
      Result.Is = Limiter::Kind::Unseen;
      Result.Because = {{S->getBeginLoc(),
                         "this may bound it; nothing here instantiates the "
                         "template"}};
      return Result;
    }
    Stack.append(S->child_begin(), S->child_end());
  }
  return {};
}

Limiter Search::answer() {
  Graph = Function ? F.cfg(Function) : nullptr;
  if (!Graph) {
    Limiter Open = openInPattern();
    return Open.Is == Limiter::Kind::None ? insideTask() : Open;
  }
  OneCall = !L || L->Form == Loop::Kind::Algorithm;
  // What stands for the site: the spawn, or all of an inner loop around it.
  const Stmt *Site = Inside;
  if (L && !OneCall)
    for (const Stmt *Up = F.parentStmt(Inside); Up && Up != L->Statement;
         Up = F.parentStmt(Up))
      if (std::optional<Loop> Inner = loopOf(F, Up))
        Site = Up;
  Sites = blocksIn(Site);
  if (Sites.empty())
    return insideTask();
  findGates();
  // One limiter alone, then all of them together.
  std::vector<SmallVector<const Gate *, 4>> Groups;
  for (const Gate &G : Gates) {
    auto Same = llvm::find_if(Groups, [&](const auto &Group) {
      return Group.front()->Decl && Group.front()->Decl == G.Decl;
    });
    if (Same == Groups.end())
      Groups.push_back({&G});
    else
      Same->push_back(&G);
  }
  if (Groups.size() > 1) {
    SmallVector<const Gate *, 4> All;
    for (const Gate &G : Gates)
      All.push_back(&G);
    Groups.push_back(std::move(All));
  }
  Limiter Early, Unseen;
  for (const SmallVector<const Gate *, 4> &Group : Groups) {
    // In one call the gate must come first even within the site's block.
    if (avoidable(Group))
      continue;
    const Gate &Taken = *Group.front();
    Limiter Result;
    Result.Decl = Taken.Decl;
    Result.Capacity = Taken.Capacity;
    if (llvm::any_of(Group, [](const Gate *G) { return G->Unseen; })) {
      Result.Is = Limiter::Kind::Unseen;
      Result.Because = {
          {Taken.At->getExprLoc(),
           "this may wait for a permit; its code is not in view"}};
      Unseen = Result;
      continue;
    }
    // A guard of the turn gives back what another call has taken.
    if (llvm::any_of(Group, [&](const Gate *G) {
          return (G == &Taken || (G->Guard && G->Decl == Taken.Decl)) &&
                 freedEarly(*G, Result);
        })) {
      Result.Is = Limiter::Kind::FreedEarly;
      Early = Result;
      continue;
    }
    Result.Is = Limiter::Kind::InForce;
    Result.Because = {
        {Taken.At->getExprLoc(),
         Taken.Passes == Gate::Both
             ? "a permit is taken here on every path to the start"
             : "refused here once as many as allowed are running"}};
    for (const Reason &Because : Taken.Capacity.Because)
      Result.Because.push_back(Because);
    return Result;
  }
  if (Unseen.Is == Limiter::Kind::Unseen)
    return Unseen;
  if (Early.Is == Limiter::Kind::FreedEarly)
    return Early;
  return insideTask();
}

} // namespace

Limiter limiterInForce(Facts &F, const Loop *L, const Spawn &Started,
                       const Expr *Inside, const BoundNames &Names) {
  return Search(F, L, Started, Inside, Names).answer();
}

} // namespace tidepool
