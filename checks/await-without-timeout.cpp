// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Check.h"
#include "analysis/DeadlineInForce.h"
#include "analysis/DeadlineInScope.h"
#include "analysis/EmptyDeadline.h"
#include "analysis/Forwarded.h"
#include "analysis/Race.h"
#include "analysis/WaitByDesign.h"
#include "llvm/ADT/DenseMap.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace tidepool {
namespace {

/// "a server", for messages.
StringRef wordsFor(const Entry &Api) {
  if (!Api.Io)
    return "a task";
  switch (Api.Io->For) {
  case IoRole::Peer::Network:
    return "the network";
  case IoRole::Peer::Server:
    return "a server";
  case IoRole::Peer::Client:
    return "a client";
  case IoRole::Peer::Process:
    return "another process";
  case IoRole::Peer::Child:
    return "a child process";
  case IoRole::Peer::Task:
    return "a result";
  case IoRole::Peer::Sender:
    return "a sender";
  }
  return "the network";
}

/// What is called, for messages; what a generator made has a name of its own.
std::string nameFor(const CallExpr *Call, const Entry &Api) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  return Api.isForMany() && Callee ? Callee->getQualifiedNameAsString()
                                   : Api.spelling();
}

class AwaitWithoutTimeout : public Check<AwaitWithoutTimeout> {
public:
  static constexpr std::string_view Roles[] = {"io", "deadline", "handle",
                                               "wait"};
  static constexpr std::string_view CandidateRoles[] = {"io", "deadline",
                                                        "wait"};
  static constexpr OptionInfo Options[] = {
      {"MaxTimeout", OptionType::Unsigned, "300",
       "how many seconds a constant timeout may be"},
      {"FlagLocalJoins", OptionType::Choice, "off",
       "whether waits for work that this process started itself are reported: "
       "threads, its own futures, child processes",
       "off|on"},
      {"FlagServerLoops", OptionType::Choice, "off",
       "whether waits of loops that wait by design are reported: for clients, "
       "for events, for work",
       "off|on"},
  };
  static constexpr MessageInfo Messages[] = {
      {"no-deadline", Level::Core,
       "'%0' waits for %1 with no timeout: a peer that never answers holds "
       "this %select{thread|coroutine}2 for ever"},
      {"not-passed-on", Level::Core,
       "'%0' waits with no timeout, and '%1', which is in scope, is not passed "
       "on to it"},
      {"explicit-infinite", Level::Core,
       "'%0' is told to wait for %1 for ever: a peer that never answers holds "
       "this thread"},
      {"local-join", Level::Core,
       "'%0' waits with no timeout for work that this process started: if that "
       "hangs, so does this thread"},
      {"empty-deadline", Level::Core,
       "'%0' bounds no wait: %select{nothing waits on '%1' afterwards|what "
       "waits on '%1' afterwards blocks, and does not heed it}2"},
      {"stale-deadline", Level::Core,
       "'%0' is given '%1', which is set once before an endless loop: after it "
       "has passed, no turn of the loop waits any more"},
      {"unknown-future", Level::Strict,
       "'%0' waits with no timeout, and nothing here says who completes it"},
      {"long-timeout", Level::Strict,
       "'%0' may wait for %1 seconds, more than %2"},
  };
  static constexpr Identifier Identifiers[] = {
      {"CWE", "1088", "Synchronous Access of Remote Resource without Timeout"},
  };
  static constexpr CheckInfo Info = {
      .Name = "tidepool-await-without-timeout",
      .Summary =
          "A blocking wait on something outside the process with no deadline",
      .Roles = Roles,
      .CandidateRoles = CandidateRoles,
      .Options = Options,
      .Messages = Messages,
      .Fix = FixKind::Suggestion,
      .Since = "0.1",
      .Identifiers = Identifiers,
  };

  AwaitWithoutTimeout(StringRef Name, tidy::ClangTidyContext *Context)
      : Check(Name, Context), MaxTimeout(option<Budget>("MaxTimeout")),
        FlagLocalJoins(option<StringRef>("FlagLocalJoins") == "on"),
        FlagServerLoops(option<StringRef>("FlagServerLoops") == "on") {}

private:
  void addMatchers(MatchFinder &Finder) override {
    Finder.addMatcher(callExpr(hasEntry(&facts())).bind("wait"), this);
  }

  static bool waits(const Entry &Api) {
    if ((Api.Io && Api.Io->Does != IoRole::Waits::Never) || Api.Timed)
      return true;
    return Api.Wait && Api.Wait->WaitsFor == WaitRole::For::Task &&
           (!Api.Wait->Timed || Api.Deadline);
  }

  void check(const MatchFinder::MatchResult &Result) override {
    const auto *Wait = Result.Nodes.getNodeAs<CallExpr>("wait");
    const Entry &Api = *facts().entry(Wait);
    if (!waits(Api) && !Api.Deadline && !(Api.Wait && Api.Wait->Timed))
      return;
    // In the order of the source, since the first wait on a handle is the one
    // that is reported.
    eachInstantiation(Wait, [&] {
      const SourceLocation Place = Wait->getBeginLoc();
      const FunctionDecl *Function = facts().functionOf(Wait);
      if (Function && !Function->isDependentContext())
        Twins[Place].push_back(Wait);
      keep(Place, 0, [=, this] {
        const CallExpr *Worst = worstOf(Wait);
        consider(Worst, *facts().entry(Worst));
      });
    });
  }

  /// The same wait in another instantiation of a template, if that waits on
  /// something that nothing bounds, and that nothing was said of so far.
  const CallExpr *worstOf(const CallExpr *Wait) {
    ArrayRef<const CallExpr *> All = Twins[Wait->getBeginLoc()];
    if (All.size() > 1)
      for (const CallExpr *One : All) {
        const Entry &Api = *facts().entry(One);
        if (One->getEndLoc() != Wait->getEndLoc() || !waits(Api))
          continue;
        std::optional<Suspension> At = suspensionAt(facts(), One);
        if (!At && Api.Io && Api.Io->Does == IoRole::Waits::Async)
          continue;
        const Deadline Found = At ? deadlineOf(raceOf(facts(), *At))
                                  : deadlineInForce(facts(), One);
        if (Found.Is == Deadline::Kind::NotSet &&
            (!Found.Handle || !Reported.count(Found.Handle)))
          return One;
      }
    return Wait;
  }

  void consider(const CallExpr *Wait, const Entry &Api) {
    SourceLocation Place = Wait->getBeginLoc();
    if (letGoAsForwarded(Wait) || judgeDeadline(Wait, Api) || !waits(Api))
      return;
    if (std::optional<std::string> Cleans = cleansUp(facts(), Wait))
      return letGo(Place, false, *Cleans);
    if (sendsLittle(facts(), Wait))
      return letGo(Place, false,
                   "the kernel takes the few bytes that it sends");
    if (acceptsItself(facts(), Wait))
      return letGo(Place, false, "the same function connects to it");
    if (std::optional<Suspension> At = suspensionAt(facts(), Wait)) {
      // A coroutine that waits for ever holds what a connection costs.
      if (At->blocksThread() && !FlagServerLoops &&
          serverLoop(facts(), Wait) == ServerLoop::Yes)
        return letGo(Place, false, "a loop that waits by design");
      return judge(Wait, Api, deadlineOf(raceOf(facts(), *At)),
                   !At->blocksThread());
    }
    // Started, and waited for elsewhere.
    if (Api.Io && Api.Io->Does == IoRole::Waits::Async)
      return;
    // A change within this process: of interest where it could be given up.
    if (Api.Timed && !Api.Io) {
      mendInScope(Wait, Api);
      return;
    }
    if (!FlagServerLoops)
      switch (serverLoop(facts(), Wait)) {
      case ServerLoop::Yes:
        return letGo(Place, false, "a loop that waits by design");
      case ServerLoop::Perhaps:
        return letGo(Place, true, "the loop around it may wait by design");
      case ServerLoop::No:
        break;
      }
    judge(Wait, Api, deadlineInForce(facts(), Wait));
  }

  /// What else may end it, as the deadline that this amounts to.
  static Deadline deadlineOf(const Race &Ended) {
    Deadline Found;
    Found.Is = Ended.Is == Race::Kind::None      ? Deadline::Kind::NotSet
               : Ended.Is == Race::Kind::Unknown ? Deadline::Kind::Unknown
                                                 : Deadline::Kind::Excused;
    Found.Handle = Ended.Handle;
    Found.Why = Ended.Why;
    Found.Because = Ended.Because;
    return Found;
  }

  void judge(const CallExpr *Wait, const Entry &Api, const Deadline &Found,
             bool OfCoroutine = false) {
    SourceLocation Place = Wait->getBeginLoc();
    const bool Bounded =
        Found.Is == Deadline::Kind::Set ||
        Found.Is == Deadline::Kind::Excused ||
        (Found.Is == Deadline::Kind::Unknown && !Found.OfUnknownOrigin);
    if (!Bounded && mendInScope(Wait, Api))
      return;
    switch (Found.Is) {
    case Deadline::Kind::Excused:
      return letGo(Place, false, Found.Why, Found.Because);
    case Deadline::Kind::Set:
      if (Found.Seconds && *Found.Seconds > MaxTimeout && firstOn(Wait, Found))
        return report("long-timeout", Wait, notes(Wait, Api, Found),
                      std::nullopt, nameFor(Wait, Api),
                      std::to_string(uint64_t(*Found.Seconds)), MaxTimeout);
      return letGo(Place, false, Found.Why, Found.Because);
    case Deadline::Kind::Unknown:
      if (Found.OfUnknownOrigin && Api.Io &&
          Api.Io->For == IoRole::Peer::Task && shows("unknown-future") &&
          firstOn(Wait, Found))
        return report("unknown-future", Wait, notes(Wait, Api, Found),
                      std::nullopt, nameFor(Wait, Api));
      return letGo(Place, true, Found.Why, Found.Because);
    case Deadline::Kind::Own:
      if (!FlagLocalJoins)
        return letGo(Place, false, Found.Why, Found.Because);
      if (firstOn(Wait, Found))
        report("local-join", Wait, notes(Wait, Api, Found), std::nullopt,
               Api.spelling());
      return;
    case Deadline::Kind::Clients:
      if (!FlagServerLoops)
        return letGo(Place, false, Found.Why, Found.Because);
      [[fallthrough]];
    case Deadline::Kind::NotSet:
      if (firstOn(Wait, Found))
        report("no-deadline", Wait, notes(Wait, Api, Found), std::nullopt,
               nameFor(Wait, Api), Found.OfClient ? "a client" : wordsFor(Api),
               OfCoroutine);
      return;
    case Deadline::Kind::Infinite:
      if (firstOn(Wait, Found))
        report("explicit-infinite", Wait, notes(Wait, Api, Found), std::nullopt,
               nameFor(Wait, Api), Found.OfClient ? "a client" : wordsFor(Api));
      return;
    }
  }

  /// Reports a deadline that bounds nothing; false where it may.
  bool judgeDeadline(const CallExpr *Setter, const Entry &Api) {
    SourceLocation Place = Setter->getBeginLoc();
    if (const VarDecl *Stale = staleDeadline(facts(), Setter)) {
      report("stale-deadline", Setter,
             {{Stale->getLocation(), "it is set here"},
              {Place, "set it anew in each turn"}},
             std::nullopt, Api.spelling(), Stale->getName());
      return true;
    }
    if (!Api.Deadline || Api.Deadline->Does != DeadlineRole::What::Set ||
        !Api.Deadline->On || Api.Deadline->On->In != ObjectPlace::Kind::This ||
        Api.Io)
      return false;
    EmptyDeadline Empty = emptyDeadline(facts(), Setter);
    if (Empty.Is == EmptyDeadline::Kind::Used)
      return false;
    Reported.try_emplace(Empty.Object, Place);
    report("empty-deadline", Setter, Empty.Because, std::nullopt,
           Api.spelling(), Empty.Object->getName(),
           Empty.Is == EmptyDeadline::Kind::Unheeded);
    return true;
  }

  /// Reports or lets go where a deadline is in scope; false where none is.
  bool mendInScope(const CallExpr *Wait, const Entry &Api) {
    ScopedDeadline Scoped = deadlineInScope(facts(), Wait);
    if (Scoped.Is == ScopedDeadline::Kind::None)
      return false;
    if (Scoped.Is == ScopedDeadline::Kind::Unknown) {
      letGo(Wait->getBeginLoc(), true,
            ("'" + Scoped.Decl->getName() + "' may bound it").str(),
            Scoped.Because);
      return true;
    }
    Reasons Notes = Scoped.Because;
    Reason How = howToPassOn(facts(), Wait, Scoped);
    if (!How.Words.empty())
      Notes.push_back(How);
    else if (!Api.Counterpart.empty())
      Notes.push_back({Wait->getBeginLoc(), "use " + Api.Counterpart});
    report("not-passed-on", Wait, Notes, std::nullopt, nameFor(Wait, Api),
           Scoped.Decl->getName());
    return true;
  }

  /// One finding a handle, or a wrapper: whoever mends the first sees the
  /// others.
  bool firstOn(const CallExpr *Wait, const Deadline &Found) {
    const FunctionDecl *Wrapper = nullptr;
    if (!facts().entry(Wait)->Forwards.empty()) {
      Wrapper = Wait->getDirectCallee();
      if (const FunctionDecl *Of = Wrapper->getTemplateInstantiationPattern())
        Wrapper = Of;
      Wrapper = Wrapper->getCanonicalDecl();
    }
    for (const ValueDecl *Of :
         {Found.Handle, static_cast<const ValueDecl *>(Wrapper)})
      if (auto First = Reported.find(Of); Of && First != Reported.end()) {
        letGo(Wait->getBeginLoc(), false,
              "reported at line " +
                  std::to_string(
                      facts().sources().getExpansionLineNumber(First->second)));
        return false;
      }
    if (Found.Handle)
      Reported[Found.Handle] = Wait->getBeginLoc();
    if (Wrapper)
      Reported[Wrapper] = Wait->getBeginLoc();
    return true;
  }

  /// The reasons, and last what to do.
  static Reasons notes(const CallExpr *Wait, const Entry &Api,
                       const Deadline &Found) {
    Reasons Notes = Found.Because;
    SourceLocation Place = Wait->getBeginLoc();
    addForwarded(Notes, Place, &Api);
    if (Found.Is == Deadline::Kind::Infinite && Found.Where)
      Notes.push_back({Found.Where->getExprLoc(), "this is for ever"});
    else if (Found.Is == Deadline::Kind::Set && Found.Where)
      Notes.push_back({Found.Where->getExprLoc(), Found.Why});
    else if (Found.Is == Deadline::Kind::Unknown)
      Notes.push_back({Place, Found.Why});
    else if (Found.Handle)
      Notes.push_back(
          {Found.Handle->getLocation(), "nothing that happens to '" +
                                            Found.Handle->getNameAsString() +
                                            "' before bounds the wait"});
    if (Found.FirstPart)
      Notes.push_back({Found.FirstPart->getExprLoc(),
                       "this waits for the first part alone"});
    if (Found.Is == Deadline::Kind::Set)
      Notes.push_back({Place, "about twice the time that nearly all answers "
                              "take is enough"});
    else if (!Api.Counterpart.empty())
      Notes.push_back({Place, "use " + Api.Counterpart});
    return Notes;
  }

  const Budget MaxTimeout;
  const bool FlagLocalJoins;
  const bool FlagServerLoops;
  llvm::DenseMap<const ValueDecl *, SourceLocation> Reported;
  /// At each place the waits of all instantiations.
  llvm::DenseMap<SourceLocation, llvm::SmallVector<const CallExpr *, 1>> Twins;
};

const AddCheck<AwaitWithoutTimeout> Add;

} // namespace
} // namespace tidepool
