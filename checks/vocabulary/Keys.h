// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The format of a vocabulary, said once: the words and keys of each mapping.
// What reads (Loader.cpp), writes (Write.cpp) and describes it (Schema.cpp)
// visits them with a visitor of its own, which has
//   mapRequired, mapOptional (KEY, VALUE)
//   mapNames, mapNumbers (KEY, LIST): one or a list of them
//   mapRole (KEY, OPTIONAL, WHAT IT IS)
//   mapBeside<ROLE> (KEY, ENTRIES): entries that have that role

#ifndef TIDEPOOL_CHECKS_VOCABULARY_KEYS_H
#define TIDEPOOL_CHECKS_VOCABULARY_KEYS_H

#include "Budgets.h"
#include "Role.h"
#include <array>
#include <string>
#include <type_traits>
#include <vector>

namespace tidepool {

/// An entry as it is written: it stands for one for each of its names.
struct WrittenEntry : Entry {
  std::vector<std::string> Functions, Classes, Members, Objects, Macros,
      Takings;
  /// Where it begins in the text.
  const char *Place = nullptr;
};

/// The same in the list of one role, whose keys stand beside its own.
template <typename Role> struct EntryBeside {
  WrittenEntry E;
};

struct WrittenLibrary {
  std::string Name;
  std::vector<WrittenEntry> Entries;
};

struct EditionName {
  std::string Text;
};

struct WrittenFile {
  unsigned Version = 0;
  std::string Library;
  EditionName Edition;
  bool InheritParent = false;
  bool BuiltIn = true;
  std::optional<unsigned> Cores;
  Budgets Sizes;
  std::vector<WrittenEntry> Entries;
  std::vector<WrittenLibrary> Libraries;
};

template <typename T> struct Word {
  const char *Text;
  T Meaning;
};

template <typename T, size_t Size>
constexpr std::array<Word<T>, Size> words(Word<T> (&&All)[Size]) {
  return std::to_array(All);
}

inline auto wordsOf(SpawnRole::What) {
  using What = SpawnRole::What;
  return words<What>({{"thread", What::Thread},
                      {"pooled", What::Pooled},
                      {"coroutine", What::Coroutine},
                      {"io", What::Io}});
}

inline auto wordsOf(SpawnRole::Drop) {
  using Drop = SpawnRole::Drop;
  return words<Drop>({{"nothing", Drop::Nothing},
                      {"terminates", Drop::Terminates},
                      {"joins", Drop::Joins},
                      {"cancels", Drop::Cancels}});
}

inline auto wordsOf(TaskRole::Start) {
  using Start = TaskRole::Start;
  return words<Start>({{"eager", Start::Eager}, {"lazy", Start::Lazy}});
}

inline auto wordsOf(LimiterRole::Operation) {
  using Operation = LimiterRole::Operation;
  return words<Operation>({{"type", Operation::Type},
                           {"create", Operation::Create},
                           {"acquire", Operation::Acquire},
                           {"timed", Operation::Timed},
                           {"try", Operation::Try},
                           {"release", Operation::Release},
                           {"guard", Operation::Guard}});
}

inline auto wordsOf(LimiterRole::What) {
  using What = LimiterRole::What;
  return words<What>(
      {{"concurrency", What::Concurrency}, {"rate", What::Rate}});
}

inline auto wordsOf(WaitRole::For) {
  using For = WaitRole::For;
  return words<For>({{"task", For::Task},
                     {"permit", For::Permit},
                     {"condition", For::Condition},
                     {"arrivals", For::Arrivals},
                     {"lock", For::Lock}});
}

inline auto wordsOf(LockRole::Of) {
  using Of = LockRole::Of;
  return words<Of>({{"thread", Of::Thread}, {"async", Of::Async}});
}

inline auto wordsOf(LockRole::Operation) {
  using Operation = LockRole::Operation;
  return words<Operation>({{"type", Operation::Type},
                           {"lock", Operation::Lock},
                           {"try", Operation::Try},
                           {"unlock", Operation::Unlock},
                           {"guard", Operation::Guard}});
}

inline auto wordsOf(BlockingRole::Kind) {
  using Kind = BlockingRole::Kind;
  return words<Kind>({{"sleep", Kind::Sleep},
                      {"sync", Kind::Sync},
                      {"file", Kind::File},
                      {"net", Kind::Net},
                      {"process", Kind::Process},
                      {"thread-start", Kind::ThreadStart}});
}

inline auto wordsOf(ConstructsRole::Of) {
  using Of = ConstructsRole::Of;
  return words<Of>({{"class", Of::Class}, {"function", Of::Function}});
}

inline auto wordsOf(IoRole::Waits) {
  using Waits = IoRole::Waits;
  return words<Waits>({{"never", Waits::Never},
                       {"blocking", Waits::Blocking},
                       {"async", Waits::Async}});
}

inline auto wordsOf(IoRole::Peer) {
  using Peer = IoRole::Peer;
  return words<Peer>({{"network", Peer::Network},
                      {"server", Peer::Server},
                      {"client", Peer::Client},
                      {"process", Peer::Process},
                      {"child", Peer::Child},
                      {"task", Peer::Task},
                      {"sender", Peer::Sender}});
}

inline auto wordsOf(HandleRole::Of) {
  using Of = HandleRole::Of;
  return words<Of>({{"remote", Of::Remote},
                    {"child", Of::Child},
                    {"local", Of::Local},
                    {"clients", Of::Clients},
                    {"machine", Of::Machine}});
}

inline auto wordsOf(DeadlineRole::What) {
  using What = DeadlineRole::What;
  return words<What>({{"set", What::Set},
                      {"non-blocking", What::NonBlocking},
                      {"ready", What::Ready},
                      {"perhaps", What::Perhaps},
                      {"never", What::Never}});
}

inline auto wordsOf(DeadlineRole::Unit) {
  using Unit = DeadlineRole::Unit;
  return words<Unit>({{"milliseconds", Unit::Milliseconds},
                      {"seconds", Unit::Seconds},
                      {"microseconds", Unit::Microseconds},
                      {"duration", Unit::Duration}});
}

inline auto wordsOf(ExpiryRole::What) {
  using What = ExpiryRole::What;
  return words<What>({{"token", What::Token},
                      {"duration", What::Duration},
                      {"time-point", What::TimePoint},
                      {"context", What::Context}});
}

inline auto wordsOf(PoolRole::Work) {
  using Work = PoolRole::Work;
  return words<Work>(
      {{"cpu", Work::Cpu}, {"io", Work::Io}, {"database", Work::Database}});
}

inline auto wordsOf(PoolRole::Zero) {
  using Zero = PoolRole::Zero;
  return words<Zero>({{"default", Zero::Default}, {"none", Zero::None}});
}

template <typename IO> void keysOf(IO &Io, SpawnRole &Role) {
  Io.mapRequired("starts", Role.Starts);
  Io.mapOptional("callable", Role.Callable);
  Io.mapOptional("handle", Role.Handle);
  Io.mapOptional("on-drop", Role.OnDrop);
  Io.mapOptional("waits-for-capacity", Role.WaitsForCapacity);
  Io.mapOptional("pool", Role.Pool);
}

template <typename IO> void keysOf(IO &Io, TaskRole &Role) {
  Io.mapRequired("starts", Role.Starts);
  Io.mapOptional("on-drop", Role.OnDrop);
  Io.mapOptional("body", Role.Body);
}

template <typename IO> void keysOf(IO &Io, PoolRole &Role) {
  Io.mapOptional("pool", Role.Pool);
  Io.mapOptional("kind", Role.For);
  Io.mapOptional("size", Role.Size);
  Io.mapOptional("minimum", Role.Minimum);
  Io.mapOptional("queue", Role.Queue);
  Io.mapOptional("instances", Role.Instances);
  Io.mapNumbers("unlimited", Role.Unlimited);
  Io.mapOptional("zero", Role.OnZero);
}

template <typename IO> void keysOf(IO &Io, DetachRole &Role) {
  Io.mapOptional("task", Role.Task);
}

template <typename IO> void keysOf(IO &Io, GatherRole &Role) {
  Io.mapOptional("starts", Role.Starts);
  Io.mapOptional("range", Role.Range);
  Io.mapOptional("iterators", Role.Iterators);
  Io.mapOptional("first", Role.First);
  Io.mapOptional("callable", Role.Callable);
  Io.mapOptional("limit", Role.Limit);
  Io.mapOptional("limited", Role.Limited);
  Io.mapOptional("limited-at", Role.LimitedAt);
}

template <typename IO> void keysOf(IO &Io, LimiterRole &Role) {
  Io.mapRequired("does", Role.Does);
  Io.mapOptional("limits", Role.Limits);
  Io.mapOptional("limiter", Role.Limiter);
  Io.mapOptional("capacity", Role.Capacity);
  Io.mapOptional("zero-is-success", Role.ZeroIsSuccess);
  Io.mapOptional("unlimited-at-first", Role.UnlimitedAtFirst);
}

template <typename IO> void keysOf(IO &Io, WaitRole &Role) {
  Io.mapRequired("for", Role.WaitsFor);
  Io.mapOptional("object", Role.Object);
  Io.mapOptional("timed", Role.Timed);
  Io.mapOptional("helping", Role.Helping);
}

template <typename IO> void keysOf(IO &Io, LockRole &Role) {
  Io.mapRequired("does", Role.Does);
  Io.mapOptional("holds", Role.Holds);
  Io.mapOptional("mutex", Role.Mutex);
}

template <typename IO> void keysOf(IO &Io, BlockingRole &Role) {
  Io.mapRequired("by", Role.By);
}

template <typename IO> void keysOf(IO &Io, IoRole &Role) {
  Io.mapOptional("accepts", Role.Accepts);
  Io.mapOptional("waits", Role.Does);
  Io.mapOptional("peer", Role.For);
  Io.mapOptional("on", Role.On);
  Io.mapOptional("untimed", Role.Untimed);
  Io.mapOptional("connects", Role.Connects);
  Io.mapOptional("sends", Role.Sends);
  Io.mapOptional("whole", Role.Whole);
}

template <typename IO> void keysOf(IO &Io, HandleRole &Role) {
  Io.mapRequired("of", Role.Is);
  Io.mapOptional("at", Role.At);
  Io.mapOptional("from", Role.From);
}

template <typename IO> void keysOf(IO &Io, DeadlineRole &Role) {
  Io.mapOptional("does", Role.Does);
  Io.mapOptional("on", Role.On);
  Io.mapOptional("time", Role.Time);
  Io.mapOptional("unit", Role.In);
  Io.mapOptional("none", Role.None);
  Io.mapNames("keys", Role.Keys);
  Io.mapNames("later-keys", Role.LaterKeys);
  Io.mapOptional("async-only", Role.AsyncOnly);
  Io.mapOptional("connect-only", Role.ConnectOnly);
}

template <typename IO> void keysOf(IO &Io, IteratesRole &Role) {
  Io.mapRequired("callable", Role.Callable);
  Io.mapOptional("range", Role.Range);
}

template <typename IO> void keysOf(IO &Io, CallsRole &Role) {
  Io.mapRequired("callable", Role.Callable);
}

template <typename IO> void keysOf(IO &Io, ConstructsRole &Role) {
  Io.mapRequired("template-of", Role.TemplateOf);
  Io.mapOptional("template-argument", Role.TemplateArgument);
  Io.mapOptional("first", Role.First);
}

template <typename IO> void keysOf(IO &Io, BoundsRole &Role) {
  Io.mapOptional("by", Role.By);
}

template <typename IO> void keysOf(IO &Io, PassesRole &Role) {
  Io.mapOptional("argument", Role.Argument);
}

template <typename IO> void keysOf(IO &Io, CoresRole &Role) {
  Io.mapOptional("expression", Role.Expression);
  Io.mapOptional("everywhere", Role.Everywhere);
}

template <typename IO> void keysOf(IO &Io, HandlerRole &Role) {
  Io.mapOptional("callable", Role.Callable);
}

template <typename IO> void keysOf(IO &Io, ExpiryRole &Role) {
  Io.mapRequired("is", Role.Is);
  Io.mapOptional("member", Role.Member);
}

template <typename IO> void keysOf(IO &Io, EndsRole &Role) {
  Io.mapOptional("object", Role.Object);
}

template <typename IO> void keysOf(IO &Io, TimerRole &Role) {
  Io.mapOptional("callable", Role.Callable);
}

template <typename IO> void keysOf(IO &Io, TimedForm &Form) {
  Io.mapOptional("duration", Form.Duration);
  Io.mapOptional("time-point", Form.TimePoint);
  Io.mapOptional("token", Form.Token);
  Io.mapOptional("argument", Form.Argument);
  Io.mapOptional("setter", Form.Setter);
}

template <typename IO> void keysOf(IO &Io, ArgumentCondition &Condition) {
  Io.mapRequired("argument", Condition.Argument);
  Io.mapNames("type", Condition.Types);
  Io.mapOptional("enumerator", Condition.Enumerator);
  Io.mapOptional("defaulted", Condition.Defaulted);
  Io.mapOptional("null", Condition.Null);
  Io.mapOptional("value", Condition.Value);
  Io.mapOptional("flag", Condition.Flag);
  Io.mapOptional("constant", Condition.Constant);
  Io.mapOptional("member", Condition.Member);
}

template <typename IO> void keysOf(IO &, ParallelRole &) {}
template <typename IO> void keysOf(IO &, ConfigRole &) {}
template <typename IO> void keysOf(IO &, RaceRole &) {}
template <typename IO> void keysOf(IO &, TestRole &) {}

template <typename IO> void keysOf(IO &Io, Budgets &Sizes) {
  Io.mapOptional("max-tasks", Sizes.MaxTasks);
  Io.mapOptional("max-bound", Sizes.MaxBound);
  Io.mapOptional("max-threads", Sizes.MaxThreads);
  Io.mapOptional("max-io-threads", Sizes.MaxIoThreads);
  Io.mapOptional("max-connections", Sizes.MaxConnections);
  Io.mapOptional("max-per-core", Sizes.MaxPerCore);
  Io.mapOptional("max-timeout", Sizes.MaxTimeout);
}

template <typename IO> void roleKeysOf(IO &Io, Entry &E) {
  Io.mapRole("spawn", E.Spawn, "starts something that runs beside its caller");
  Io.mapRole("task", E.Task, "of a type: its objects stand for a task");
  Io.mapRole("pool", E.Pool,
             "makes a pool of workers or connections, or sets how many it has");
  Io.mapRole("detach", E.Detach,
             "lets a task go on with nobody left to wait for it");
  Io.mapRole("gather", E.Gather,
             "waits for several tasks at once, or calls a callable for each "
             "element and waits for all");
  Io.mapRole("limiter", E.Limiter, "hands out a limited number of permits");
  Io.mapRole("wait", E.Wait, "blocks until something else has happened");
  Io.mapRole("lock", E.Lock, "mutual exclusion");
  Io.mapRole("parallel", E.Parallel,
             "fork and join that limits itself to the machine");
  Io.mapRole("cores", E.Cores, "tells how many tasks the machine runs at once");
  Io.mapRole("config", E.Config, "brings a value in from outside the program");
  Io.mapRole("blocking", E.Blocking, "blocks the calling thread");
  Io.mapRole("io", E.Io, "depends on another process or device");
  Io.mapRole("handle", E.Handle,
             "makes what io waits on, or tells what it stands for");
  Io.mapRole("deadline", E.Deadline, "says how long something waits at most");
  Io.mapRole("iterates", E.Iterates, "calls its callable once per element");
  Io.mapRole("calls", E.Calls, "calls its callable once, before it returns");
  Io.mapRole("constructs", E.Constructs,
             "makes an object from forwarded arguments");
  Io.mapRole("bounds", E.Bounds,
             "the result is at most the value of an argument");
  Io.mapRole("passes", E.Passes, "hands an argument on unchanged");
  Io.mapRole("handler", E.Handler,
             "runs its callable per request or on an event loop");
  Io.mapRole("expiry", E.Expiry,
             "of a class: its objects say how long their holder may take");
  Io.mapRole("race", E.Race,
             "waits for several operations, and ends with the first");
  Io.mapRole("ends", E.Ends, "ends what waits on an object");
  Io.mapRole("timer", E.Timer,
             "waits for a time, and then runs its callable or goes on");
  Io.mapRole("test", E.Test, "a macro of a test framework");
}

/// What an entry names, and which calls it means.
template <typename IO> void nameKeysOf(IO &Io, WrittenEntry &E) {
  Io.mapNames("function", E.Functions);
  Io.mapNames("class", E.Classes);
  Io.mapNames("member", E.Members);
  Io.mapOptional("constructor", E.Constructor);
  Io.mapNames("object", E.Objects);
  Io.mapNames("macro", E.Macros);
  Io.mapNames("takes", E.Takings);
  Io.mapOptional("min-arguments", E.MinArguments);
  Io.mapOptional("max-arguments", E.MaxArguments);
  Io.mapOptional("when", E.When);
}

/// What else it says.
template <typename IO> void otherKeysOf(IO &Io, Entry &E) {
  Io.mapOptional("none", E.None);
  Io.mapOptional("extends", E.Extends);
  Io.mapNames("without", E.Without);
  Io.mapOptional("timed-form", E.Timed);
  Io.mapOptional("counterpart", E.Counterpart);
  Io.mapOptional("reason", E.Reason);
  Io.mapOptional("if-defined", E.IfDefined);
  Io.mapOptional("verified", E.Verified);
  Io.mapOptional("since", E.Since);
  Io.mapOptional("until", E.Until);
}

template <typename IO> void keysOf(IO &Io, WrittenEntry &E) {
  nameKeysOf(Io, E);
  roleKeysOf(Io, E);
  otherKeysOf(Io, E);
}

/// Visits each key once, so that a fact of the role comes before another role
/// of the same name.
template <typename IO> class FirstOfEach {
public:
  explicit FirstOfEach(IO &Plain) : Plain(Plain) {}
  template <typename T> void mapRequired(const char *Key, T &Value) {
    if (isNew(Key))
      Plain.mapRequired(Key, Value);
  }
  template <typename T> void mapOptional(const char *Key, T &Value) {
    if (isNew(Key))
      Plain.mapOptional(Key, Value);
  }
  template <typename T> void mapNames(const char *Key, T &Value) {
    if (isNew(Key))
      Plain.mapNames(Key, Value);
  }
  template <typename T> void mapNumbers(const char *Key, T &Value) {
    if (isNew(Key))
      Plain.mapNumbers(Key, Value);
  }
  template <typename T>
  void mapRole(const char *Key, T &Value, const char *Help) {
    if (isNew(Key))
      Plain.mapRole(Key, Value, Help);
  }

  void leaveOut(llvm::StringRef Key) { isNew(Key); }

private:
  bool isNew(llvm::StringRef Key) {
    for (llvm::StringRef One : Keys)
      if (One == Key)
        return false;
    Keys.push_back(Key);
    return true;
  }
  IO &Plain;
  std::vector<llvm::StringRef> Keys;
};

/// The part of \p E that holds this role.
template <typename Role> std::optional<Role> &roleOf(Entry &E);

template <> inline std::optional<SpawnRole> &roleOf(Entry &E) {
  return E.Spawn;
}
template <> inline std::optional<TaskRole> &roleOf(Entry &E) { return E.Task; }
template <> inline std::optional<PoolRole> &roleOf(Entry &E) { return E.Pool; }
template <> inline std::optional<DetachRole> &roleOf(Entry &E) {
  return E.Detach;
}
template <> inline std::optional<GatherRole> &roleOf(Entry &E) {
  return E.Gather;
}
template <> inline std::optional<LimiterRole> &roleOf(Entry &E) {
  return E.Limiter;
}
template <> inline std::optional<WaitRole> &roleOf(Entry &E) { return E.Wait; }
template <> inline std::optional<LockRole> &roleOf(Entry &E) { return E.Lock; }
template <> inline std::optional<ParallelRole> &roleOf(Entry &E) {
  return E.Parallel;
}
template <> inline std::optional<CoresRole> &roleOf(Entry &E) {
  return E.Cores;
}
template <> inline std::optional<ConfigRole> &roleOf(Entry &E) {
  return E.Config;
}
template <> inline std::optional<BlockingRole> &roleOf(Entry &E) {
  return E.Blocking;
}
template <> inline std::optional<IoRole> &roleOf(Entry &E) { return E.Io; }
template <> inline std::optional<HandleRole> &roleOf(Entry &E) {
  return E.Handle;
}
template <> inline std::optional<DeadlineRole> &roleOf(Entry &E) {
  return E.Deadline;
}
template <> inline std::optional<IteratesRole> &roleOf(Entry &E) {
  return E.Iterates;
}
template <> inline std::optional<CallsRole> &roleOf(Entry &E) {
  return E.Calls;
}
template <> inline std::optional<ConstructsRole> &roleOf(Entry &E) {
  return E.Constructs;
}
template <> inline std::optional<BoundsRole> &roleOf(Entry &E) {
  return E.Bounds;
}
template <> inline std::optional<PassesRole> &roleOf(Entry &E) {
  return E.Passes;
}
template <> inline std::optional<HandlerRole> &roleOf(Entry &E) {
  return E.Handler;
}
template <> inline std::optional<ExpiryRole> &roleOf(Entry &E) {
  return E.Expiry;
}
template <> inline std::optional<RaceRole> &roleOf(Entry &E) { return E.Race; }
template <> inline std::optional<EndsRole> &roleOf(Entry &E) { return E.Ends; }
template <> inline std::optional<TimerRole> &roleOf(Entry &E) {
  return E.Timer;
}
template <> inline std::optional<TestRole> &roleOf(Entry &E) { return E.Test; }

/// What the role is called.
template <typename Role> class KeyOf {
public:
  const char *Found = nullptr;
  template <typename Other>
  void mapRole(const char *Key, std::optional<Other> &, const char *) {
    if (std::is_same_v<Role, Other>)
      Found = Key;
  }
};

template <typename IO, typename Role>
void keysOf(IO &Plain, EntryBeside<Role> &Beside) {
  FirstOfEach<IO> Io(Plain);
  nameKeysOf(Io, Beside.E);
  keysOf(Io, roleOf<Role>(Beside.E).emplace());
  KeyOf<Role> Own;
  roleKeysOf(Own, Beside.E);
  Io.leaveOut(Own.Found);
  roleKeysOf(Io, Beside.E);
  otherKeysOf(Io, Beside.E);
}

template <typename IO> class ListPerRole {
public:
  ListPerRole(IO &Plain, std::vector<WrittenEntry> &Into)
      : Plain(Plain), Into(Into) {}
  template <typename Role>
  void mapRole(const char *Key, std::optional<Role> &, const char *) {
    Plain.template mapBeside<Role>(Key, Into);
  }

private:
  IO &Plain;
  std::vector<WrittenEntry> &Into;
};

template <typename IO> void keysOf(IO &Io, WrittenLibrary &Library) {
  Io.mapRequired("name", Library.Name);
  Io.mapOptional("entries", Library.Entries);
  ListPerRole<IO> Lists(Io, Library.Entries);
  Entry Any;
  roleKeysOf(Lists, Any);
}

template <typename IO> void keysOf(IO &Io, WrittenFile &F) {
  Io.mapRequired("version", F.Version);
  Io.atVersion(F.Version);
  Io.mapOptional("library", F.Library);
  Io.mapOptional("edition", F.Edition);
  Io.mapOptional("inherit-parent", F.InheritParent);
  Io.mapOptional("built-in", F.BuiltIn);
  Io.mapOptional("cores", F.Cores);
  Io.mapOptional("budgets", F.Sizes);
  Io.mapOptional("entries", F.Entries);
  Io.mapOptional("libraries", F.Libraries);
}

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_VOCABULARY_KEYS_H
