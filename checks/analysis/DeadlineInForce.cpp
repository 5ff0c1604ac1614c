// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "DeadlineInForce.h"
#include "AnswerDue.h"
#include "DeadlineGiven.h"
#include "FirstPart.h"
#include "HandleOrigin.h"
#include "LifeSince.h"
#include "Loop.h"
#include "MembersGiven.h"
#include "ObjectLife.h"
#include "Order.h"
#include "Reach.h"
#include "Spawn.h"
#include "Stored.h"
#include "WaitTime.h"
#include "Watched.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace tidepool {

namespace {

class Asking {
public:
  Asking(Facts &F, const Expr *Wait) : F(F), Wait(Wait), Api(F.entry(Wait)) {}

  Deadline ask();

  /// What was waited for in time, but for its first part alone.
  const Expr *FirstPart = nullptr;

private:
  bool isTask() const {
    return Api->Wait && Api->Wait->WaitsFor == WaitRole::For::Task;
  }
  Deadline onHandle(const Expr *Handle, const Expr *At, unsigned Depth);
  Deadline onOwner(const Expr *Handle, const Expr *At, unsigned Depth);
  Deadline onDecl(const ValueDecl *Object, const Expr *At);
  Deadline onWatched(const Expr *Set);
  Deadline fromCallers(const ParmVarDecl *Parameter, unsigned Depth);
  const ParmVarDecl *givenAs(const ValueDecl *Object);
  bool isOfEarlierTurn(const ObjectUse &Use, const Expr *At);
  std::optional<Deadline> use(const ObjectUse &Use, const Expr *At);
  std::optional<Deadline> carrier(const ObjectUse &Use, const Expr *At);
  std::optional<Deadline> kept(const ObjectUse &Use, const Expr *At);
  std::optional<Deadline> inherited(const ObjectUse &Use, const Expr *At,
                                    unsigned Depth);
  std::optional<Deadline> bounds(const Expr *Giver, const Expr *At,
                                 unsigned Depth);
  std::optional<Deadline> settings(const Expr *Value);
  std::optional<Deadline> saidThrough(const ObjectUse &Use, const Expr *At);
  Deadline unbounded(const HandleOrigin &Made);
  std::optional<Deadline> ofSource(const ObjectUse &Use,
                                   const HandleOrigin &Made);
  Deadline whereMade(const ObjectLife &Life, const Expr *At);
  bool isFirstPart(const Expr *Ready, const Expr *At);
  bool blocksAgain(const ObjectUse &Set, const Expr *At);
  std::optional<Deadline> begunInTime(const Expr *Handle);

  Deadline claimed(const ValueDecl *Object, const ObjectLife &Life,
                   Deadline Found, bool MadeHere);

  Facts &F;
  const Expr *Wait;
  const Entry *Api;
  /// The wait, and the calls that lead to it from where its handle is.
  SmallVector<const Expr *, 4> Path = {Wait};
  unsigned Copies = 0;
  /// The life of the object whose uses are looked at; null where there is none.
  const ObjectLife *Whole = nullptr;
  /// The call that puts what is looked at into a container.
  const Expr *Storing = nullptr;
};

/// Nothing bounds what is made so.
Deadline Asking::unbounded(const HandleOrigin &Made) {
  Deadline Found;
  switch (Made.Is) {
  case HandleOrigin::Kind::Remote:
    Found = deadlineIs(Deadline::Kind::NotSet, "");
    Found.OfClient = Made.OfClient;
    return Found;
  case HandleOrigin::Kind::Clients:
    return deadlineIs(Deadline::Kind::Clients,
                      "clients decide when there is something to fetch",
                      Made.Site);
  case HandleOrigin::Kind::Own:
    return deadlineIs(Deadline::Kind::Own, "it is work that was started here");
  case HandleOrigin::Kind::Local:
    return deadlineIs(Deadline::Kind::Excused, Made.Why);
  case HandleOrigin::Kind::Nothing:
  case HandleOrigin::Kind::Unknown:
    break;
  }
  Found = unknownDeadline(
      Made.Why.empty() ? "nothing here says what it waits for" : Made.Why);
  Found.OfUnknownOrigin = true;
  return Found;
}

/// Where \p Use gives what another variable has, or what was put into a
/// container, and \p Made says no more: what is known of that.
std::optional<Deadline> Asking::ofSource(const ObjectUse &Use,
                                         const HandleOrigin &Made) {
  if ((Made.Is != HandleOrigin::Kind::Unknown &&
       Made.Is != HandleOrigin::Kind::Nothing) ||
      Use.Is != ObjectUse::Kind::Origin || Copies >= 3)
    return std::nullopt;
  std::optional<Deadline> Found;
  ++Copies;
  // One that is put in with no deadline is enough.
  for (const Stored &One : storedFor(F, Use.Site))
    if (!Found || Found->Is != Deadline::Kind::NotSet) {
      Storing = One.At;
      Found = onHandle(One.Value, One.At, 1);
      Storing = nullptr;
    }
  // int copy = fd; a member that a constructor takes over
  const Expr *Copied = Found ? nullptr : copiedFrom(F, Use.Site);
  if (Copied)
    Found = onHandle(Copied, Use.At, 1);
  --Copies;
  return Found;
}

/// Nothing bounds what \p Life is of: is it known what it waits for?
Deadline Asking::whereMade(const ObjectLife &Life, const Expr *At) {
  std::optional<HandleOrigin> All;
  for (const ObjectUse &Use : Life) {
    if (Use.Is == ObjectUse::Kind::Call && !mayPrecede(F, Use.At, At))
      continue;
    HandleOrigin Made = originOf(F, Use, isTask());
    if (std::optional<Deadline> Found = ofSource(Use, Made)) {
      if (Found->Is != Deadline::Kind::NotSet)
        return *Found;
      Made = {HandleOrigin::Kind::Remote, "", Use.Site, Found->OfClient};
    }
    if (Made.Is == HandleOrigin::Kind::Nothing)
      continue;
    if (Made.Is == HandleOrigin::Kind::Clients) {
      if (!(Api->Io && Api->Io->Accepts))
        return unbounded(Made);
      continue;
    }
    // In the order of their kinds, what says least weighs most.
    if (!All || Made.Is > All->Is)
      All = std::move(Made);
    else if (Made.Is == All->Is)
      All->OfClient |= Made.OfClient;
  }
  return unbounded(All.value_or(HandleOrigin{}));
}

/// The wait was told to wait for ever for what \p Set holds.
Deadline Asking::onWatched(const Expr *Set) {
  const auto *Variable = dyn_cast_or_null<VarDecl>(rootOf(F, Set));
  SmallVector<const Expr *, 2> Watched;
  if (Variable && Variable->isLocalVarDecl())
    Watched = watchedBy(F, Variable);
  if (Watched.empty())
    return unknownDeadline("what it watches is not seen");
  if (Watched.size() > 1)
    return unknownDeadline(
        "it watches several, of which one may be there to wake it");
  const ValueDecl *Root = rootOf(F, Watched.front());
  if (!Root)
    return unknownDeadline("what it watches is not seen");
  ObjectLife Life = lifeOf(F, Root);
  Deadline Found = whereMade(Life, Wait);
  // What is connected, sent to or received from is a socket, wherever it was
  // made.
  if (Found.Is == Deadline::Kind::Unknown &&
      llvm::any_of(Life, [&](const ObjectUse &Use) {
        return Use.Is == ObjectUse::Kind::Call && Use.Api && Use.Api->Io &&
               (Use.Api->Io->On || Use.Api->Io->Connects) && Use.Site != Wait;
      }))
    Found.Is = Deadline::Kind::NotSet;
  if (Found.Is == Deadline::Kind::NotSet)
    Found = claimed(Root, Life, std::move(Found), false);
  Found.Handle = Root;
  return Found;
}

/// Did \p Ready wait for the beginning alone of what is fetched at \p At?
bool Asking::isFirstPart(const Expr *Ready, const Expr *At) {
  if (isTask() || !fetchesMore(F, Ready, Wait, At))
    return false;
  FirstPart = Ready;
  return true;
}

/// \p Set makes the object not block; is it certain that something between
/// that and \p At makes it block again?
bool Asking::blocksAgain(const ObjectUse &Set, const Expr *At) {
  return Whole && llvm::any_of(*Whole, [&](const ObjectUse &Use) {
           return Use.Is == ObjectUse::Kind::Call && Use.Api &&
                  Use.Api->Deadline &&
                  Use.Api->Deadline->Does == DeadlineRole::What::Never &&
                  Use.Api->Deadline->On &&
                  isAt(F, Use, *Use.Api->Deadline->On) &&
                  alwaysPrecedes(F, Use.At, At) &&
                  !mayPrecede(F, Use.At, Set.At);
         });
}

/// A call that has a say in how long the wait lasts.
std::optional<Deadline> Asking::carrier(const ObjectUse &Use, const Expr *At) {
  const DeadlineRole &Role = *Use.Api->Deadline;
  if (!Role.On || Use.Site == Wait || Role.AsyncOnly ||
      (Role.ConnectOnly && !(Api->Io && Api->Io->Connects)) ||
      !isAt(F, Use, *Role.On))
    return std::nullopt;
  auto Whether = [&](Deadline::Kind Is, std::string Why) {
    if (!alwaysPrecedes(F, Use.At, At) && Use.At != Use.Site)
      return unknownDeadline(Why + ", on some paths at least", Use.Site);
    if (F.functionOf(Use.At) == F.functionOf(At) &&
        !alwaysPrecedes(F, Use.At, At))
      return unknownDeadline("only on some paths " + Why, Use.Site);
    return deadlineIs(Is, std::move(Why), Use.Site);
  };
  switch (Role.Does) {
  case DeadlineRole::What::NonBlocking:
    if (blocksAgain(Use, At))
      return std::nullopt;
    return Whether(Deadline::Kind::Excused, "it is set not to block");
  case DeadlineRole::What::Ready:
    if (isFirstPart(Use.At, At))
      return std::nullopt;
    return Whether(Deadline::Kind::Excused,
                   "it is waited for before until there is something to fetch");
  case DeadlineRole::What::Perhaps:
    return unknownDeadline("what is set on it is not seen", Use.Site);
  case DeadlineRole::What::Never:
    return std::nullopt;
  case DeadlineRole::What::Set:
    break;
  }
  if (!Role.LaterKeys.empty()) {
    switch (keyIn(F,
                  objectOf(Use.Site, {ObjectPlace::Kind::Argument, *Role.Time}),
                  Role.LaterKeys)) {
    case KeyInText::Absent:
      return std::nullopt;
    case KeyInText::Unknown:
      return unknownDeadline("the text that may name a timeout is not seen",
                             Use.Site);
    case KeyInText::Present:
      return Whether(Deadline::Kind::Set, "its text says how long");
    }
  }
  Deadline Found = Whether(Deadline::Kind::Set, "a timeout is set on it");
  if (Role.Time) {
    WaitTime Time = timeGiven(F, Use.Site, Role);
    if (Time.Is == WaitTime::Kind::Forever)
      return std::nullopt;
    Found.Seconds = Time.Seconds;
  }
  return Found;
}

/// A pollfd or fd_set that the descriptor was put into: what waits on that?
std::optional<Deadline> Asking::kept(const ObjectUse &Use, const Expr *At) {
  for (const ObjectUse &Of : lifeOf(F, Use.Into)) {
    const Expr *Where = Use.At == Use.Site ? Of.At : Use.At;
    if (!mayPrecede(F, Where, At) || Of.Site == Wait)
      continue;
    if (Of.Is == ObjectUse::Kind::Unseen)
      return unknownDeadline("'" + Use.Into->getNameAsString() +
                                 "', which has it, is handed on",
                             Of.Site);
    // That it can be written does not bound who reads.
    const bool Writes =
        Api->Io && (Api->Io->Sends.has_value() || Api->Io->Connects);
    if (Of.Is == ObjectUse::Kind::Call && Of.Api && Of.Api->Deadline &&
        Of.Api->Deadline->Does == DeadlineRole::What::Ready &&
        (Writes || !Of.Api->Deadline->On ||
         isAt(F, Of, *Of.Api->Deadline->On)) &&
        !isFirstPart(Where, At))
      return deadlineIs(
          Deadline::Kind::Excused,
          "it is waited for before until there is something to fetch", Of.Site);
  }
  return std::nullopt;
}

/// The objects that \p Use made this one from: a reply's request, a statement's
/// connection.
static SmallVector<const Expr *, 2> giversOf(Facts &F, const ObjectUse &Use) {
  SmallVector<const Expr *, 2> Givers;
  for (const Expr *Maker : expressionsIn(Use.Site, false, [&](const Expr *E) {
         const Entry *Does = F.entry(E);
         return Does && Does->Handle &&
                (!Use.Mention ||
                 Does->Handle->At.In != ObjectPlace::Kind::Result) &&
                isAt(F, Use, Does->Handle->At);
       }))
    for (const ObjectPlace &From : F.entry(Maker)->Handle->From)
      if (const Expr *Giver = objectOf(Maker, From))
        Givers.push_back(Giver);
  return Givers;
}

/// What the members of settings that are made in \p Value say.
std::optional<Deadline> Asking::settings(const Expr *Value) {
  for (const Expr *List : expressionsIn(
           Value, false, [](const Expr *E) { return isa<InitListExpr>(E); }))
    for (const auto &[Field, Given] : membersGiven(cast<InitListExpr>(List))) {
      const Entry *Does = F.roles().ofField(Field, Given);
      if (Does && Does->Deadline && Does->Deadline->On)
        return deadlineIs(Deadline::Kind::Set, "a timeout is set on it", Given);
    }
  return std::nullopt;
}

/// A text that one transaction sent may bound the next of the same connection:
/// what \p Use makes from this object says so there.
std::optional<Deadline> Asking::saidThrough(const ObjectUse &Use,
                                            const Expr *At) {
  if (!Use.Api || !Use.Api->Handle ||
      llvm::none_of(Use.Api->Handle->From, [&](const ObjectPlace &From) {
        return isAt(F, Use, From);
      }))
    return std::nullopt;
  const Handle Made = handleOf(F, Spawn{Use.Site, Use.Api, {}, nullptr, {}});
  if (!Made.Decl)
    return std::nullopt;
  for (ObjectUse Said : lifeOf(F, Made.Decl)) {
    if (Said.Is != ObjectUse::Kind::Call || !Said.Api || !Said.Api->Deadline ||
        Said.Api->Deadline->LaterKeys.empty())
      continue;
    if (Use.At != Use.Site)
      Said.At = Use.At;
    if (!mayPrecede(F, Said.At, At))
      continue;
    if (std::optional<Deadline> Found = carrier(Said, At))
      return Found;
  }
  return std::nullopt;
}

/// What bounds the objects that \p Use made this one from: a request's timeout
/// is that of its reply.
std::optional<Deadline> Asking::inherited(const ObjectUse &Use, const Expr *At,
                                          unsigned Depth) {
  if (Depth >= 3)
    return std::nullopt;
  for (const Expr *Giver : giversOf(F, Use))
    if (std::optional<Deadline> Found = bounds(Giver, At, Depth + 1))
      return Found;
  return std::nullopt;
}

std::optional<Deadline> Asking::bounds(const Expr *Giver, const Expr *At,
                                       unsigned Depth) {
  const ValueDecl *Root = rootOf(F, Giver);
  if (!Root) {
    // What this object gives out; else made in place.
    for (const ObjectUse &One : lifeOfGiven(F, Giver))
      if (std::optional<Deadline> Found = use(One, At))
        return Found;
    return settings(Giver);
  }
  std::optional<std::string> Shared = whyShared(F, Root);
  for (const ObjectUse &One : lifeOf(F, Root)) {
    std::optional<Deadline> Found = use(One, At);
    if (!Found)
      Found = inherited(One, At, Depth);
    if (Found)
      return Found;
  }
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(Root)) {
    Deadline Found = fromCallers(Parameter, Depth + 1);
    if (Found.Is == Deadline::Kind::NotSet)
      return std::nullopt;
    return Found;
  }
  if (Shared)
    return unknownDeadline(*Shared);
  return std::nullopt;
}

/// Does \p Use reach \p At only through the next turn of a loop, which has a
/// local of its own?
bool Asking::isOfEarlierTurn(const ObjectUse &Use, const Expr *At) {
  const auto *Named = dyn_cast_or_null<DeclRefExpr>(Use.Mention);
  const auto *Local = Named ? dyn_cast<VarDecl>(Named->getDecl()) : nullptr;
  return Local && Local->hasLocalStorage() && !isa<ParmVarDecl>(Local) &&
         Local->getInit() && !mayPrecede(F, Use.At, At, Local->getInit());
}

std::optional<Deadline> Asking::use(const ObjectUse &Use, const Expr *At) {
  if (Use.Site == Wait || !mayPrecede(F, Use.At, At) ||
      isOfEarlierTurn(Use, At))
    return std::nullopt;
  switch (Use.Is) {
  case ObjectUse::Kind::Unseen:
    // queue.push({fd, address})
    if (Storing && (Use.Site == Storing || (isa<CXXConstructExpr>(Use.Site) &&
                                            contains(F, Storing, Use.Site))))
      return std::nullopt;
    return unknownDeadline(Use.Words, Use.Site);
  case ObjectUse::Kind::Kept:
    return kept(Use, At);
  case ObjectUse::Kind::Call:
    if (Use.Api && Use.Api->Deadline)
      return carrier(Use, At);
    return saidThrough(Use, At);
  case ObjectUse::Kind::Origin:
    // A stream waits as long as what it was opened with may.
    for (const Expr *Maker : expressionsIn(Use.Site, false, [&](const Expr *E) {
           const Entry *Does = F.entry(E);
           return Does && Does->Io && Does->Io->On &&
                  Does->Io->Does == IoRole::Waits::Async && !Does->Handler;
         }))
      if (const Expr *Source = objectOf(Maker, *F.entry(Maker)->Io->On)) {
        Deadline Found = onHandle(Source, Maker, 1);
        if (Found.Is != Deadline::Kind::NotSet)
          return Found;
      }
    // socket(..., SOCK_NONBLOCK), redisConnectNonBlock, PQconnectdb("...")
    for (const Expr *Maker : expressionsIn(Use.Site, false, [&](const Expr *E) {
           const Entry *Does = F.entry(E);
           return Does && Does->Deadline && Does->Deadline->On &&
                  Does->Deadline->On->In == ObjectPlace::Kind::Result;
         })) {
      ObjectUse Made = Use;
      Made.Site = Maker;
      Made.Api = F.entry(Maker);
      if (Use.At == Use.Site)
        Made.At = Maker;
      if (std::optional<Deadline> Found = carrier(Made, At))
        return Found;
    }
    return settings(Use.Site);
  }
  return std::nullopt;
}

/// Nothing bounds the wait on \p Object: is an answer due at all?
Deadline Asking::claimed(const ValueDecl *Object, const ObjectLife &Life,
                         Deadline Found, bool MadeHere) {
  if (const Expr *Signal = interrupts(F, Path))
    return unknownDeadline("a signal may interrupt it", Signal);
  // A client owes its request to who accepted it, and what has begun is to end.
  if (FirstPart || !Api->Io || Api->Io->For != IoRole::Peer::Network ||
      Found.OfClient)
    return Found;
  const auto *Local = dyn_cast<VarDecl>(Object);
  const bool Here = MadeHere || (Local && Local->isLocalVarDecl());
  switch (answerDue(F, Path, Life)) {
  case AnswerDue::Yes:
    return Found;
  case AnswerDue::Listens:
    if (Here)
      return deadlineIs(Deadline::Kind::Clients,
                        "the loop around it waits for whatever comes");
    [[fallthrough]];
  case AnswerDue::NotAsked:
    if (Here)
      return Found;
    return unknownDeadline("nothing is asked here that an answer is due to");
  }
  return Found;
}

Deadline Asking::onDecl(const ValueDecl *Object, const Expr *At) {
  // stdin
  if (const auto *Variable = dyn_cast<VarDecl>(Object);
      Variable && Variable->hasExternalStorage() &&
      F.sources().isInSystemHeader(Variable->getLocation()))
    return deadlineIs(Deadline::Kind::Excused,
                      "it waits for nothing outside of this process");
  ObjectLife Life = lifeOf(F, Object);
  // Whoever else sees it, what it stands for now was made here.
  std::optional<std::string> Shared = whyShared(F, Object);
  std::optional<ObjectLife> Since =
      lifeSince(F, Object, Life, At, [&](const ObjectUse &Use) {
        if (Use.Is != ObjectUse::Kind::Origin && !Shared)
          return false;
        HandleOrigin::Kind Made = originOf(F, Use, isTask()).Is;
        return Made == HandleOrigin::Kind::Local ||
               Made == HandleOrigin::Kind::Own ||
               Made == HandleOrigin::Kind::Remote;
      });
  if (!Since && Shared) {
    Deadline Found = unknownDeadline(*Shared);
    Found.OfUnknownOrigin = true;
    return Found;
  }
  if (Since)
    Life = std::move(*Since);
  llvm::SaveAndRestore<const ObjectLife *> Looks(Whole, &Life);
  std::optional<Deadline> Best;
  for (const ObjectUse &One : Life)
    if (std::optional<Deadline> Found = use(One, At);
        Found || (Found = inherited(One, At, 0))) {
      // What is certain says more than what is not.
      if (!Best || (Best->Is == Deadline::Kind::Unknown &&
                    Found->Is != Deadline::Kind::Unknown))
        Best = std::move(Found);
    }
  if (!Best)
    Best = whereMade(Life, At);
  if (Best->Is == Deadline::Kind::NotSet)
    Best = claimed(Object, Life, std::move(*Best), Since.has_value());
  Best->Handle = Object;
  // Whoever mends the connection mends its statements.
  if (Best->Is == Deadline::Kind::NotSet)
    for (const ObjectUse &One : Life)
      for (const Expr *Giver : giversOf(F, One))
        if (const ValueDecl *Root = rootOf(F, Giver))
          Best->Handle = Root;
  return *Best;
}

/// One caller of this unit that hands over a handle with no deadline is enough;
/// that all have one is known only where all are seen.
Deadline Asking::fromCallers(const ParmVarDecl *Parameter, unsigned Depth) {
  std::string Name = "'" + Parameter->getNameAsString() + "'";
  Deadline Elsewhere = unknownDeadline(Name + " comes from the caller");
  Elsewhere.OfUnknownOrigin = true;
  const auto *Function = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
  if (!Function || Depth >= 3)
    return Elsewhere;
  std::optional<Deadline> All;
  for (const Expr *Use : F.usesOf(Function)) {
    const Handover Given =
        handoverOf(F, Use, Parameter->getFunctionScopeIndex());
    const Expr *Call = Given.At;
    if (!Given.Argument || Given.Later) {
      All = unknownDeadline("the address of '" + Function->getNameAsString() +
                            "' is taken");
      continue;
    }
    if (F.functionOf(Call) == Function)
      continue;
    Path.push_back(Call);
    Deadline Found = onHandle(Given.Argument, Call, Depth + 1);
    Path.pop_back();
    if (Found.Is == Deadline::Kind::NotSet) {
      Found.Because.push_back({Call->getExprLoc(), "called from here"});
      return Found;
    }
    if (!All || Found.Is == Deadline::Kind::Unknown)
      All = std::move(Found);
  }
  return All && !Function->isExternallyVisible() ? *All : Elsewhere;
}

/// The parameter that the local \p Object is another name for: a thread gets
/// its handle as a void *. Null where it is more than that.
const ParmVarDecl *Asking::givenAs(const ValueDecl *Object) {
  const auto *Local = dyn_cast<VarDecl>(Object);
  const Expr *Init =
      Local && Local->isLocalVarDecl() && Local->getType()->isPointerType()
          ? Local->getInit()
          : nullptr;
  const auto *Parameter =
      Init ? dyn_cast_or_null<ParmVarDecl>(rootOf(F, Init)) : nullptr;
  if (!Parameter || !isa<DeclRefExpr>(Init->IgnoreParenCasts()))
    return nullptr;
  for (const ObjectUse &Use : lifeOf(F, Object))
    if (Use.Is == ObjectUse::Kind::Origin && Use.Site != Init)
      return nullptr;
  return Parameter;
}

/// In owner.socket().handle(): the member that socket() gives out, where that
/// is seen whole.
static const FieldDecl *partOf(Facts &F, const Expr *Handle) {
  const FieldDecl *Part = nullptr;
  const Expr *E = plain(F, Handle);
  while (const auto *Call = dyn_cast<CXXMemberCallExpr>(E)) {
    Part = givenOutBy(F, Call->getMethodDecl());
    E = plain(F, Call->getImplicitObjectArgument());
  }
  return Part && !whyShared(F, Part) ? Part : nullptr;
}

Deadline Asking::onHandle(const Expr *Handle, const Expr *At, unsigned Depth) {
  Deadline Found = onOwner(Handle, At, Depth);
  // Who made the owner is not known, but who made the part of it is.
  if (Found.Is == Deadline::Kind::Unknown && Found.OfUnknownOrigin)
    if (const FieldDecl *Part = partOf(F, Handle))
      return onDecl(Part, At);
  return Found;
}

/// In client.publish(message)->wait(): the call that makes what is waited on;
/// null where it only names it.
static const Expr *madeInPlace(Facts &F, const Expr *Handle) {
  const Expr *E = plain(F, Handle);
  while (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E)) {
    if (Operator->getOperator() != OO_Arrow &&
        Operator->getOperator() != OO_Star)
      return nullptr;
    E = plain(F, Operator->getArg(0));
  }
  const Entry *Does = isa<CXXMemberCallExpr>(E) ? F.entry(E) : nullptr;
  const bool Makes =
      Does &&
      ((Does->Handle && Does->Handle->At.In == ObjectPlace::Kind::Result) ||
       (Does->Io && Does->Io->Does == IoRole::Waits::Async));
  return Makes ? E : nullptr;
}

Deadline Asking::onOwner(const Expr *Handle, const Expr *At, unsigned Depth) {
  const Expr *InPlace = madeInPlace(F, Handle);
  if (InPlace)
    Handle = InPlace;
  const ValueDecl *Root = InPlace ? nullptr : rootOf(F, Handle);
  if (!Root) {
    // redisCommand(redisConnect(...), ...), std::async(f).get()
    ObjectUse Made{ObjectUse::Kind::Origin, Handle, nullptr, Handle};
    if (std::optional<Deadline> Found = use(Made, At))
      return *Found;
    if (std::optional<Deadline> Found = inherited(Made, At, 0))
      return *Found;
    return unbounded(originOf(F, Handle, isTask()));
  }
  const auto *Parameter = dyn_cast<ParmVarDecl>(Root);
  if (!Parameter)
    Parameter = givenAs(Root);
  if (!Parameter)
    return onDecl(Root, At);
  {
    const ObjectLife Life = lifeOf(F, Parameter);
    llvm::SaveAndRestore<const ObjectLife *> Looks(Whole, &Life);
    for (const ObjectUse &One : Life)
      if (std::optional<Deadline> Found = use(One, At))
        return *Found;
  }
  Deadline Found = fromCallers(Parameter, Depth);
  if (!Found.Handle)
    Found.Handle = Parameter;
  return Found;
}

/// Who waits in time for the beginning has a socket that blocks, whoever else
/// may see it, and nothing here bounds the wait for the rest.
std::optional<Deadline> Asking::begunInTime(const Expr *Handle) {
  const ValueDecl *Root = rootOf(F, Handle);
  const Expr *Ready = beginsInTime(F, Wait, Handle);
  if (!Ready || !Root)
    return std::nullopt;
  for (const ObjectUse &One : lifeOf(F, Root))
    if (One.Is == ObjectUse::Kind::Call && One.Site != Wait && One.Api &&
        One.Api->Deadline && One.Api->Deadline->On &&
        One.Api->Deadline->Does != DeadlineRole::What::Ready &&
        One.Api->Deadline->Does != DeadlineRole::What::Never)
      return std::nullopt;
  FirstPart = Ready;
  Deadline Found = deadlineIs(Deadline::Kind::NotSet, "");
  Found.Handle = Root;
  return Found;
}

Deadline Asking::ask() {
  if (Api->Wait && Api->Wait->Timed) {
    Deadline Own = deadlineGiven(F, Wait);
    const Expr *Object = objectOf(Wait, Api->Wait->Object);
    if (Own.Is != Deadline::Kind::Infinite || !Object)
      return Own;
    Deadline Found = onHandle(Object, Wait, 0);
    return Found.Is == Deadline::Kind::Own ? Found : Own;
  }
  if (!Api->Io || Api->Io->Does != IoRole::Waits::Blocking)
    return deadlineIs(Deadline::Kind::Own,
                      "it waits for a thread of this process");
  Deadline Own = deadlineGiven(F, Wait);
  if (Api->Io->For == IoRole::Peer::Child && !Api->Io->On &&
      Own.Is != Deadline::Kind::Set)
    return deadlineIs(Deadline::Kind::Own,
                      "it waits for a child of this process");
  if (Own.Is == Deadline::Kind::Set || Own.Is == Deadline::Kind::Unknown ||
      !Api->Io->On)
    return Own;
  if (Api->Io->On->In == ObjectPlace::Kind::Result) {
    // It makes what it waits for.
    const Handle Kept = handleOf(F, Spawn{Wait, Api, {}, nullptr, {}});
    Own.Handle = Kept.Decl;
    return Own;
  }
  const Expr *Handle = objectOf(Wait, *Api->Io->On);
  if (!Handle)
    return unknownDeadline("what it waits on is not seen");
  const bool Watches =
      Api->Deadline && Api->Deadline->Does == DeadlineRole::What::Ready;
  Deadline Found = Watches ? onWatched(Handle) : onHandle(Handle, Wait, 0);
  if (Found.Is == Deadline::Kind::Unknown && !Watches && !isTask())
    if (std::optional<Deadline> Begun = begunInTime(Handle))
      return *Begun;
  // Who calls a function that accepts one client may do so in a loop.
  const auto *Local = dyn_cast_or_null<VarDecl>(rootOf(F, Handle));
  if (Api->Io->Accepts && Found.Is == Deadline::Kind::NotSet &&
      !(Local && Local->isLocalVarDecl()))
    return unknownDeadline("a loop may call it for each client");
  if (Own.Is == Deadline::Kind::Infinite &&
      Found.Is == Deadline::Kind::NotSet) {
    Own.Handle = Found.Handle;
    Own.Because = Found.Because;
    return Own;
  }
  return Found;
}

} // namespace

Deadline deadlineInForce(Facts &F, const Expr *Wait) {
  Asking Question(F, Wait);
  Deadline Found = Question.ask();
  Found.FirstPart = Question.FirstPart;
  return Found;
}

} // namespace tidepool
