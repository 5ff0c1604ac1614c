// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Loader.h"
#include "support/Embedded.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLTraits.h"
#include "llvm/Support/raw_ostream.h"

using namespace tidepool;
using llvm::StringRef;
using llvm::yaml::IO;

namespace {
/// One name or a list of them.
struct Names {
  std::vector<std::string> All;
};

/// An entry as it is written: it stands for one for each of its names.
struct WrittenEntry : Entry {
  Names Functions, Classes, Members, Objects, Macros, Takings;
  /// Where it begins in the text.
  const char *Place = nullptr;
};

struct EditionName {
  std::string Text;
};

struct File {
  unsigned Version = 0;
  std::string Library;
  EditionName Edition;
  std::vector<WrittenEntry> Entries;
};
} // namespace

LLVM_YAML_IS_SEQUENCE_VECTOR(WrittenEntry)
LLVM_YAML_IS_SEQUENCE_VECTOR(ArgumentCondition)
LLVM_YAML_IS_FLOW_SEQUENCE_VECTOR(ObjectPlace)

namespace {
/// What one reading of a file remembers for its messages.
struct Reading {
  std::string Errors;
  /// The keys of the mapping that was read last.
  std::vector<StringRef> Keys;
  /// What LLVM is handed a reference to.
  std::string Complaint;
};

/// Maps the keys of one mapping, and notes them for "did you mean".
class KeyedIO {
public:
  explicit KeyedIO(IO &Plain) : Plain(Plain) {}
  // LLVM complains of an unknown key right after.
  ~KeyedIO() {
    static_cast<Reading *>(Plain.getContext())->Keys = std::move(Keys);
  }
  KeyedIO(const KeyedIO &) = delete;
  KeyedIO &operator=(const KeyedIO &) = delete;

  template <typename T> void mapRequired(const char *Key, T &Value) {
    Keys.push_back(Key);
    Plain.mapRequired(Key, Value);
  }
  template <typename T> void mapOptional(const char *Key, T &Value) {
    Keys.push_back(Key);
    Plain.mapOptional(Key, Value);
  }

private:
  IO &Plain;
  std::vector<StringRef> Keys;
};

/// LLVM's own message names neither the word nor those that there are.
template <typename T> struct Word {
  const char *Text;
  T Meaning;
};
template <typename T>
void readWord(IO &Io, T &Value, std::initializer_list<Word<T>> Words) {
  for (const Word<T> &One : Words)
    Io.enumCase(Value, One.Text, One.Meaning);
  if (!Io.matchEnumFallback())
    return;
  std::string All = llvm::join(
      llvm::map_range(Words,
                      [](const Word<T> &One) { return StringRef(One.Text); }),
      ", ");
  const auto *Scalar = llvm::dyn_cast_or_null<llvm::yaml::ScalarNode>(
      static_cast<llvm::yaml::Input &>(Io).getCurrentNode());
  if (!Scalar)
    return Io.setError("expected one of " + All);
  llvm::SmallString<32> Storage;
  Io.setError("'" + Scalar->getValue(Storage) + "' is none of " + All);
}
/// Sorted by name, the embedded editions are so by time.
std::string whyNoEdition(StringRef Name) {
  llvm::ArrayRef<EmbeddedFile> Known = embeddedEditions();
  auto IsKnown = [&](const EmbeddedFile &One) { return One.Name == Name; };
  if (Name.empty() || llvm::any_of(Known, IsKnown))
    return {};
  std::string All = llvm::join(
      llvm::map_range(Known, [](const EmbeddedFile &One) { return One.Name; }),
      ", ");
  return ("edition '" + Name + "' is not known here; this release knows " +
          All + ", and " + Known.back().Name + " is the newest")
      .str();
}
} // namespace

namespace llvm::yaml {

template <> struct PolymorphicTraits<Names> {
  static NodeKind getKind(const Names &N) {
    return N.All.size() == 1 ? NodeKind::Scalar : NodeKind::Sequence;
  }
  static std::string &getAsScalar(Names &N) {
    N.All.resize(1);
    return N.All.front();
  }
  static std::vector<std::string> &getAsSequence(Names &N) { return N.All; }
  // A mapping is an error; the traits must name something to read it into.
  static TestRole &getAsMap(Names &) {
    static TestRole Nothing;
    return Nothing;
  }
};

/// `this`, `result`, `last`, or the number of an argument.
template <> struct ScalarTraits<ObjectPlace> {
  static void output(const ObjectPlace &Place, void *, raw_ostream &OS) {
    if (Place.In == ObjectPlace::Kind::Argument)
      OS << Place.Index;
    else
      OS << (Place.In == ObjectPlace::Kind::This     ? "this"
             : Place.In == ObjectPlace::Kind::Result ? "result"
                                                     : "last");
  }
  static StringRef input(StringRef Text, void *, ObjectPlace &Place) {
    if (Text == "this")
      Place.In = ObjectPlace::Kind::This;
    else if (Text == "result")
      Place.In = ObjectPlace::Kind::Result;
    else if (Text == "last")
      Place.In = ObjectPlace::Kind::Last;
    else if (!Text.getAsInteger(10, Place.Index))
      Place.In = ObjectPlace::Kind::Argument;
    else
      return "expected 'this', 'result', 'last' or the number of an argument";
    return {};
  }
  static QuotingType mustQuote(StringRef) { return QuotingType::None; }
};

template <> struct ScalarEnumerationTraits<SpawnRole::What> {
  static void enumeration(IO &Io, SpawnRole::What &Value) {
    using What = SpawnRole::What;
    readWord(Io, Value,
             {{"thread", What::Thread},
              {"pooled", What::Pooled},
              {"coroutine", What::Coroutine},
              {"io", What::Io}});
  }
};

template <> struct ScalarEnumerationTraits<SpawnRole::Drop> {
  static void enumeration(IO &Io, SpawnRole::Drop &Value) {
    using Drop = SpawnRole::Drop;
    readWord(Io, Value,
             {{"nothing", Drop::Nothing},
              {"terminates", Drop::Terminates},
              {"joins", Drop::Joins},
              {"cancels", Drop::Cancels}});
  }
};

template <> struct ScalarEnumerationTraits<TaskRole::Start> {
  static void enumeration(IO &Io, TaskRole::Start &Value) {
    using Start = TaskRole::Start;
    readWord(Io, Value, {{"eager", Start::Eager}, {"lazy", Start::Lazy}});
  }
};

template <> struct ScalarEnumerationTraits<LimiterRole::Operation> {
  static void enumeration(IO &Io, LimiterRole::Operation &Value) {
    using Operation = LimiterRole::Operation;
    readWord(Io, Value,
             {{"type", Operation::Type},
              {"create", Operation::Create},
              {"acquire", Operation::Acquire},
              {"timed", Operation::Timed},
              {"try", Operation::Try},
              {"release", Operation::Release},
              {"guard", Operation::Guard}});
  }
};

template <> struct ScalarEnumerationTraits<LimiterRole::What> {
  static void enumeration(IO &Io, LimiterRole::What &Value) {
    using What = LimiterRole::What;
    readWord(Io, Value,
             {{"concurrency", What::Concurrency}, {"rate", What::Rate}});
  }
};

template <> struct ScalarEnumerationTraits<WaitRole::For> {
  static void enumeration(IO &Io, WaitRole::For &Value) {
    using For = WaitRole::For;
    readWord(Io, Value,
             {{"task", For::Task},
              {"permit", For::Permit},
              {"condition", For::Condition},
              {"arrivals", For::Arrivals},
              {"lock", For::Lock}});
  }
};

template <> struct ScalarEnumerationTraits<LockRole::Of> {
  static void enumeration(IO &Io, LockRole::Of &Value) {
    using Of = LockRole::Of;
    readWord(Io, Value, {{"thread", Of::Thread}, {"async", Of::Async}});
  }
};

template <> struct ScalarEnumerationTraits<LockRole::Operation> {
  static void enumeration(IO &Io, LockRole::Operation &Value) {
    using Operation = LockRole::Operation;
    readWord(Io, Value,
             {{"type", Operation::Type},
              {"lock", Operation::Lock},
              {"try", Operation::Try},
              {"unlock", Operation::Unlock},
              {"guard", Operation::Guard}});
  }
};

template <> struct ScalarEnumerationTraits<BlockingRole::Kind> {
  static void enumeration(IO &Io, BlockingRole::Kind &Value) {
    using Kind = BlockingRole::Kind;
    readWord(Io, Value,
             {{"sleep", Kind::Sleep},
              {"sync", Kind::Sync},
              {"file", Kind::File},
              {"net", Kind::Net},
              {"process", Kind::Process},
              {"thread-start", Kind::ThreadStart}});
  }
};

template <> struct ScalarEnumerationTraits<ConstructsRole::Of> {
  static void enumeration(IO &Io, ConstructsRole::Of &Value) {
    using Of = ConstructsRole::Of;
    readWord(Io, Value, {{"class", Of::Class}, {"function", Of::Function}});
  }
};

template <> struct ScalarEnumerationTraits<IoRole::Waits> {
  static void enumeration(IO &Io, IoRole::Waits &Value) {
    using Waits = IoRole::Waits;
    readWord(Io, Value,
             {{"never", Waits::Never},
              {"blocking", Waits::Blocking},
              {"async", Waits::Async}});
  }
};

template <> struct ScalarEnumerationTraits<IoRole::Peer> {
  static void enumeration(IO &Io, IoRole::Peer &Value) {
    using Peer = IoRole::Peer;
    readWord(Io, Value,
             {{"network", Peer::Network},
              {"server", Peer::Server},
              {"client", Peer::Client},
              {"process", Peer::Process},
              {"child", Peer::Child},
              {"task", Peer::Task},
              {"sender", Peer::Sender}});
  }
};

template <> struct ScalarEnumerationTraits<HandleRole::Of> {
  static void enumeration(IO &Io, HandleRole::Of &Value) {
    using Of = HandleRole::Of;
    readWord(Io, Value,
             {{"remote", Of::Remote},
              {"child", Of::Child},
              {"local", Of::Local},
              {"clients", Of::Clients},
              {"machine", Of::Machine}});
  }
};

template <> struct ScalarEnumerationTraits<DeadlineRole::What> {
  static void enumeration(IO &Io, DeadlineRole::What &Value) {
    using What = DeadlineRole::What;
    readWord(Io, Value,
             {{"set", What::Set},
              {"non-blocking", What::NonBlocking},
              {"ready", What::Ready},
              {"perhaps", What::Perhaps},
              {"never", What::Never}});
  }
};

template <> struct ScalarEnumerationTraits<DeadlineRole::Unit> {
  static void enumeration(IO &Io, DeadlineRole::Unit &Value) {
    using Unit = DeadlineRole::Unit;
    readWord(Io, Value,
             {{"milliseconds", Unit::Milliseconds},
              {"seconds", Unit::Seconds},
              {"microseconds", Unit::Microseconds},
              {"duration", Unit::Duration}});
  }
};

template <> struct ScalarEnumerationTraits<ExpiryRole::What> {
  static void enumeration(IO &Io, ExpiryRole::What &Value) {
    using What = ExpiryRole::What;
    readWord(Io, Value,
             {{"token", What::Token},
              {"duration", What::Duration},
              {"time-point", What::TimePoint},
              {"context", What::Context}});
  }
};

template <> struct MappingTraits<SpawnRole> {
  static void mapping(IO &Plain, SpawnRole &Role) {
    KeyedIO Io(Plain);
    Io.mapRequired("starts", Role.Starts);
    Io.mapOptional("callable", Role.Callable);
    Io.mapOptional("handle", Role.Handle);
    Io.mapOptional("on-drop", Role.OnDrop);
    Io.mapOptional("waits-for-capacity", Role.WaitsForCapacity);
    Io.mapOptional("pool", Role.Pool);
  }
};

template <> struct MappingTraits<TaskRole> {
  static void mapping(IO &Plain, TaskRole &Role) {
    KeyedIO Io(Plain);
    Io.mapRequired("starts", Role.Starts);
    Io.mapOptional("on-drop", Role.OnDrop);
    Io.mapOptional("body", Role.Body);
  }
};

template <> struct ScalarEnumerationTraits<PoolRole::Work> {
  static void enumeration(IO &Io, PoolRole::Work &Value) {
    using Work = PoolRole::Work;
    readWord(
        Io, Value,
        {{"cpu", Work::Cpu}, {"io", Work::Io}, {"database", Work::Database}});
  }
};

template <> struct ScalarEnumerationTraits<PoolRole::Zero> {
  static void enumeration(IO &Io, PoolRole::Zero &Value) {
    using Zero = PoolRole::Zero;
    readWord(Io, Value, {{"default", Zero::Default}, {"none", Zero::None}});
  }
};

/// `unbounded`, or the number of an argument.
template <> struct ScalarTraits<PoolRole::Capacity> {
  static void output(const PoolRole::Capacity &Queue, void *, raw_ostream &OS) {
    if (Queue.Argument)
      OS << *Queue.Argument;
    else
      OS << "unbounded";
  }
  static StringRef input(StringRef Text, void *, PoolRole::Capacity &Queue) {
    unsigned Argument = 0;
    if (Text == "unbounded")
      Queue.Argument = std::nullopt;
    else if (!Text.getAsInteger(10, Argument))
      Queue.Argument = Argument;
    else
      return "expected 'unbounded' or the number of an argument";
    return {};
  }
  static QuotingType mustQuote(StringRef) { return QuotingType::None; }
};

template <> struct MappingTraits<PoolRole> {
  static void mapping(IO &Plain, PoolRole &Role) {
    KeyedIO Io(Plain);
    Io.mapOptional("pool", Role.Pool);
    Io.mapOptional("kind", Role.For);
    Io.mapOptional("size", Role.Size);
    Io.mapOptional("minimum", Role.Minimum);
    Io.mapOptional("queue", Role.Queue);
    Io.mapOptional("instances", Role.Instances);
    Names Values;
    Io.mapOptional("unlimited", Values);
    for (StringRef Text : Values.All)
      if (Text.getAsInteger(10, Role.Unlimited.emplace_back()))
        Plain.setError("'" + Text + "' is no number");
    Io.mapOptional("zero", Role.OnZero);
  }
};

template <> struct MappingTraits<DetachRole> {
  static void mapping(IO &Plain, DetachRole &Role) {
    KeyedIO Io(Plain);
    Io.mapOptional("task", Role.Task);
  }
};

template <> struct MappingTraits<GatherRole> {
  static void mapping(IO &Plain, GatherRole &Role) {
    KeyedIO Io(Plain);
    Io.mapOptional("starts", Role.Starts);
    Io.mapOptional("range", Role.Range);
    Io.mapOptional("iterators", Role.Iterators);
    Io.mapOptional("first", Role.First);
    Io.mapOptional("callable", Role.Callable);
    Io.mapOptional("limit", Role.Limit);
    Io.mapOptional("limited", Role.Limited);
    Io.mapOptional("limited-at", Role.LimitedAt);
  }
};

template <> struct MappingTraits<LimiterRole> {
  static void mapping(IO &Plain, LimiterRole &Role) {
    KeyedIO Io(Plain);
    Io.mapRequired("does", Role.Does);
    Io.mapOptional("limits", Role.Limits);
    Io.mapOptional("limiter", Role.Limiter);
    Io.mapOptional("capacity", Role.Capacity);
    Io.mapOptional("zero-is-success", Role.ZeroIsSuccess);
    Io.mapOptional("unlimited-at-first", Role.UnlimitedAtFirst);
  }
};

template <> struct MappingTraits<WaitRole> {
  static void mapping(IO &Plain, WaitRole &Role) {
    KeyedIO Io(Plain);
    Io.mapRequired("for", Role.WaitsFor);
    Io.mapOptional("object", Role.Object);
    Io.mapOptional("timed", Role.Timed);
    Io.mapOptional("helping", Role.Helping);
  }
};

template <> struct MappingTraits<LockRole> {
  static void mapping(IO &Plain, LockRole &Role) {
    KeyedIO Io(Plain);
    Io.mapRequired("does", Role.Does);
    Io.mapOptional("holds", Role.Holds);
    Io.mapOptional("mutex", Role.Mutex);
  }
};

template <> struct MappingTraits<BlockingRole> {
  static void mapping(IO &Plain, BlockingRole &Role) {
    KeyedIO Io(Plain);
    Io.mapRequired("by", Role.By);
  }
};

template <> struct MappingTraits<IoRole> {
  static void mapping(IO &Plain, IoRole &Role) {
    KeyedIO Io(Plain);
    Io.mapOptional("accepts", Role.Accepts);
    Io.mapOptional("waits", Role.Does);
    Io.mapOptional("peer", Role.For);
    Io.mapOptional("on", Role.On);
    Io.mapOptional("untimed", Role.Untimed);
    Io.mapOptional("connects", Role.Connects);
    Io.mapOptional("sends", Role.Sends);
    Io.mapOptional("whole", Role.Whole);
  }
};

template <> struct MappingTraits<HandleRole> {
  static void mapping(IO &Plain, HandleRole &Role) {
    KeyedIO Io(Plain);
    Io.mapRequired("of", Role.Is);
    Io.mapOptional("at", Role.At);
    Io.mapOptional("from", Role.From);
  }
};

template <> struct MappingTraits<DeadlineRole> {
  static void mapping(IO &Plain, DeadlineRole &Role) {
    KeyedIO Io(Plain);
    Io.mapOptional("does", Role.Does);
    Io.mapOptional("on", Role.On);
    Io.mapOptional("time", Role.Time);
    Io.mapOptional("unit", Role.In);
    Io.mapOptional("none", Role.None);
    Names Keys, LaterKeys;
    Io.mapOptional("keys", Keys);
    Io.mapOptional("later-keys", LaterKeys);
    Role.Keys = std::move(Keys.All);
    Role.LaterKeys = std::move(LaterKeys.All);
    Io.mapOptional("async-only", Role.AsyncOnly);
    Io.mapOptional("connect-only", Role.ConnectOnly);
  }
};

template <> struct MappingTraits<IteratesRole> {
  static void mapping(IO &Plain, IteratesRole &Role) {
    KeyedIO Io(Plain);
    Io.mapRequired("callable", Role.Callable);
    Io.mapOptional("range", Role.Range);
  }
};

template <> struct MappingTraits<CallsRole> {
  static void mapping(IO &Plain, CallsRole &Role) {
    KeyedIO Io(Plain);
    Io.mapRequired("callable", Role.Callable);
  }
};

template <> struct MappingTraits<ConstructsRole> {
  static void mapping(IO &Plain, ConstructsRole &Role) {
    KeyedIO Io(Plain);
    Io.mapRequired("template-of", Role.TemplateOf);
    Io.mapOptional("template-argument", Role.TemplateArgument);
    Io.mapOptional("first", Role.First);
  }
};

template <> struct MappingTraits<BoundsRole> {
  static void mapping(IO &Plain, BoundsRole &Role) {
    KeyedIO Io(Plain);
    Io.mapOptional("by", Role.By);
  }
};

template <> struct MappingTraits<PassesRole> {
  static void mapping(IO &Plain, PassesRole &Role) {
    KeyedIO Io(Plain);
    Io.mapOptional("argument", Role.Argument);
  }
};

template <> struct MappingTraits<CoresRole> {
  static void mapping(IO &Plain, CoresRole &Role) {
    KeyedIO Io(Plain);
    Io.mapOptional("expression", Role.Expression);
    Io.mapOptional("everywhere", Role.Everywhere);
  }
};

template <> struct MappingTraits<HandlerRole> {
  static void mapping(IO &Plain, HandlerRole &Role) {
    KeyedIO Io(Plain);
    Io.mapOptional("callable", Role.Callable);
  }
};

template <> struct MappingTraits<ExpiryRole> {
  static void mapping(IO &Plain, ExpiryRole &Role) {
    KeyedIO Io(Plain);
    Io.mapRequired("is", Role.Is);
    Io.mapOptional("member", Role.Member);
  }
};

template <> struct MappingTraits<EndsRole> {
  static void mapping(IO &Plain, EndsRole &Role) {
    KeyedIO Io(Plain);
    Io.mapOptional("object", Role.Object);
  }
};

template <> struct MappingTraits<TimerRole> {
  static void mapping(IO &Plain, TimerRole &Role) {
    KeyedIO Io(Plain);
    Io.mapOptional("callable", Role.Callable);
  }
};

template <> struct MappingTraits<TimedForm> {
  static void mapping(IO &Plain, TimedForm &Form) {
    KeyedIO Io(Plain);
    Io.mapOptional("duration", Form.Duration);
    Io.mapOptional("time-point", Form.TimePoint);
    Io.mapOptional("token", Form.Token);
    Io.mapOptional("argument", Form.Argument);
    Io.mapOptional("setter", Form.Setter);
  }
};

// Roles that say nothing but that they hold are written `cores: {}`.
template <typename Role> struct EmptyRole {
  static void mapping(IO &Plain, Role &) { KeyedIO None(Plain); }
};
template <> struct MappingTraits<ParallelRole> : EmptyRole<ParallelRole> {};
template <> struct MappingTraits<ConfigRole> : EmptyRole<ConfigRole> {};
template <> struct MappingTraits<RaceRole> : EmptyRole<RaceRole> {};
template <> struct MappingTraits<TestRole> : EmptyRole<TestRole> {};

template <> struct MappingTraits<ArgumentCondition> {
  static void mapping(IO &Plain, ArgumentCondition &Condition) {
    KeyedIO Io(Plain);
    Io.mapRequired("argument", Condition.Argument);
    Names Types;
    Io.mapOptional("type", Types);
    Condition.Types = std::move(Types.All);
    Io.mapOptional("enumerator", Condition.Enumerator);
    Io.mapOptional("defaulted", Condition.Defaulted);
    Io.mapOptional("null", Condition.Null);
    Io.mapOptional("value", Condition.Value);
    Io.mapOptional("flag", Condition.Flag);
    Io.mapOptional("constant", Condition.Constant);
    Io.mapOptional("member", Condition.Member);
  }
};

template <> struct MappingTraits<WrittenEntry> {
  static void mapping(IO &Plain, WrittenEntry &E) {
    KeyedIO Io(Plain);
    if (const Node *Here = static_cast<Input &>(Plain).getCurrentNode())
      E.Place = Here->getSourceRange().Start.getPointer();
    Io.mapOptional("function", E.Functions);
    Io.mapOptional("class", E.Classes);
    Io.mapOptional("member", E.Members);
    Io.mapOptional("constructor", E.Constructor);
    Io.mapOptional("object", E.Objects);
    Io.mapOptional("macro", E.Macros);
    Io.mapOptional("takes", E.Takings);
    Io.mapOptional("min-arguments", E.MinArguments);
    Io.mapOptional("max-arguments", E.MaxArguments);
    Io.mapOptional("when", E.When);
    Io.mapOptional("none", E.None);
    Io.mapOptional("spawn", E.Spawn);
    Io.mapOptional("task", E.Task);
    Io.mapOptional("pool", E.Pool);
    Io.mapOptional("detach", E.Detach);
    Io.mapOptional("gather", E.Gather);
    Io.mapOptional("limiter", E.Limiter);
    Io.mapOptional("wait", E.Wait);
    Io.mapOptional("lock", E.Lock);
    Io.mapOptional("parallel", E.Parallel);
    Io.mapOptional("cores", E.Cores);
    Io.mapOptional("config", E.Config);
    Io.mapOptional("blocking", E.Blocking);
    Io.mapOptional("io", E.Io);
    Io.mapOptional("handle", E.Handle);
    Io.mapOptional("deadline", E.Deadline);
    Io.mapOptional("iterates", E.Iterates);
    Io.mapOptional("calls", E.Calls);
    Io.mapOptional("constructs", E.Constructs);
    Io.mapOptional("bounds", E.Bounds);
    Io.mapOptional("passes", E.Passes);
    Io.mapOptional("handler", E.Handler);
    Io.mapOptional("expiry", E.Expiry);
    Io.mapOptional("race", E.Race);
    Io.mapOptional("ends", E.Ends);
    Io.mapOptional("timer", E.Timer);
    Io.mapOptional("test", E.Test);
    Io.mapOptional("timed-form", E.Timed);
    Io.mapOptional("counterpart", E.Counterpart);
    Io.mapOptional("reason", E.Reason);
    Io.mapOptional("if-defined", E.IfDefined);
    Io.mapOptional("verified", E.Verified);
    Io.mapOptional("since", E.Since);
    Io.mapOptional("until", E.Until);
  }
};

template <> struct ScalarTraits<EditionName> {
  static void output(const EditionName &Name, void *, raw_ostream &OS) {
    OS << Name.Text;
  }
  static StringRef input(StringRef Text, void *Context, EditionName &Name) {
    Name.Text = Text.str();
    auto &Read = *static_cast<Reading *>(Context);
    Read.Complaint = whyNoEdition(Text);
    return Read.Complaint;
  }
  static QuotingType mustQuote(StringRef) { return QuotingType::None; }
};

template <> struct MappingTraits<File> {
  static void mapping(IO &Plain, File &F) {
    KeyedIO Io(Plain);
    Io.mapRequired("version", F.Version);
    // Before anything that this release might not know either.
    if (!static_cast<Input &>(Plain).error() &&
        (F.Version == 0 || F.Version > VocabularyVersion))
      Plain.setError("version " + Twine(F.Version) +
                     " is not known here; this release reads version " +
                     Twine(VocabularyVersion));
    Io.mapOptional("library", F.Library);
    Io.mapOptional("edition", F.Edition);
    Io.mapOptional("entries", F.Entries);
  }
};

} // namespace llvm::yaml

namespace tidepool {

/// "3:5: error: Words"
static std::string messageAt(StringRef Text, size_t Place, StringRef Words) {
  StringRef Before = Text.take_front(Place);
  size_t Line = Before.count('\n') + 1;
  size_t Column = Place - (Before.rfind('\n') + 1) + 1;
  return (llvm::Twine(Line) + ":" + llvm::Twine(Column) + ": error: " + Words)
      .str();
}

/// What is wrong with an entry that has known keys alone; empty if nothing is.
static StringRef whyInvalid(const WrittenEntry &E) {
  int Kinds = 0;
  for (const Names *Kind :
       {&E.Functions, &E.Classes, &E.Objects, &E.Macros, &E.Takings})
    Kinds += !Kind->All.empty();
  if (Kinds != 1)
    return "an entry names exactly one of function, class, object, macro, "
           "takes";
  for (const Names *Kind : {&E.Functions, &E.Classes, &E.Members, &E.Objects,
                            &E.Macros, &E.Takings})
    if (llvm::is_contained(Kind->All, ""))
      return "a name is empty";
  for (StringRef Name : E.Functions.All) {
    size_t Star = Name.find('*');
    StringRef Begins = Name.take_front(Star);
    if (Star == StringRef::npos || Begins.ends_with("operator"))
      continue;
    if (Star + 1 != Name.size() || Begins.empty() || Begins.ends_with(":"))
      return "'*' stands at the end of a name, for what that begins";
    // Anybody's name may begin so.
    if (llvm::all_of(E.When, [](const ArgumentCondition &Condition) {
          return Condition.Types.empty();
        }))
      return "a name that ends in '*' goes with a condition on a type";
  }
  if (E.Classes.All.empty() && (!E.Members.All.empty() || E.Constructor))
    return "member and constructor go with a class";
  if (!E.Members.All.empty() && E.Constructor)
    return "an entry is for a member or for the constructor, not both";
  if (E.MaxArguments && *E.MaxArguments < E.MinArguments)
    return "max-arguments is below min-arguments";
  for (const ArgumentCondition &Condition : E.When)
    if ((Condition.Argument.In == ObjectPlace::Kind::This ||
         Condition.Argument.In == ObjectPlace::Kind::Result) &&
        (Condition.Types.empty() || !Condition.Enumerator.empty() ||
         Condition.Defaulted || Condition.Null || Condition.Value ||
         !Condition.Flag.empty() || Condition.Constant ||
         !Condition.Member.empty()))
      return "a condition on 'this' or 'result' is on its type alone";
  bool HasRole = E.Spawn || E.Task || E.Pool || E.Detach || E.Gather ||
                 E.Limiter || E.Wait || E.Lock || E.Parallel || E.Cores ||
                 E.Config || E.Blocking || E.Io || E.Handle || E.Deadline ||
                 E.Iterates || E.Calls || E.Constructs || E.Bounds ||
                 E.Passes || E.Handler || E.Expiry || E.Race || E.Ends ||
                 E.Timer || E.Test;
  if (HasRole == E.None)
    return "an entry has at least one role, or 'none: true' and no role";
  if (E.Handler && !E.Handler->Callable && E.Members.All.empty() &&
      E.Takings.All.empty())
    return "a handler without callable is a member of a class, or 'takes'";
  if (E.Gather && !E.Gather->Range && !E.Gather->First)
    return "a gather says where its tasks are: range, first or both";
  if (E.Deadline && !E.Deadline->Time &&
      (E.Deadline->None || !E.Deadline->Keys.empty() ||
       !E.Deadline->LaterKeys.empty()))
    return "none, keys and later-keys are of time";
  if (E.Deadline && !E.Deadline->On && !E.Deadline->LaterKeys.empty())
    return "later-keys are for what stands at 'on'";
  if (E.Pool && !E.Pool->Unlimited.empty() && !E.Pool->Size)
    return "unlimited is a value of size";
  if (E.Pool && E.Pool->Minimum && !E.Pool->Size)
    return "minimum is the one below size";
  if (E.Pool && E.Pool->Instances && !E.Pool->Size)
    return "instances go with a size";
  if (E.Cores && E.Cores->Everywhere && E.Cores->Expression.empty())
    return "everywhere goes with an expression";
  return "";
}

/// LLVM's YAML parser recurses once a level and does not mind what is no UTF-8;
/// a project's file comes with the sources of whoever is being reviewed.
static std::string whyUnreadable(StringRef Text) {
  constexpr size_t MaxSize = 4 << 20;
  constexpr unsigned MaxDepth = 32;
  auto At = [&](size_t Place, StringRef Words) {
    return messageAt(Text, Place, Words);
  };
  if (Text.size() > MaxSize)
    return At(0, "the file is larger than 4 MB");
  size_t Zero = Text.find('\0');
  if (Zero != StringRef::npos)
    return At(Zero, "the file is no text");
  size_t Bad = 0;
  if (!llvm::json::isUTF8(Text, &Bad))
    return At(Bad, "the file is not UTF-8");
  // Brackets, and sequences and keys begun on one line. Those inside of
  // strings count too: nobody writes so many.
  unsigned Brackets = 0, Begun = 0;
  bool LineStarts = true;
  for (size_t I = 0; I < Text.size(); ++I) {
    char C = Text[I];
    if (C == '\n') {
      LineStarts = true;
      Begun = 0;
    } else if (LineStarts && (C == '-' || C == '?') &&
               StringRef(" \t\n").contains(Text.substr(I + 1, 1))) {
      ++Begun;
    } else if (C != ' ' && C != '\t') {
      LineStarts = false;
    }
    if (C == '[' || C == '{')
      ++Brackets;
    else if ((C == ']' || C == '}') && Brackets)
      --Brackets;
    if (Brackets > MaxDepth || Begun > MaxDepth)
      return At(I, "nested too deeply");
  }
  return {};
}

/// What to add to LLVM's "unknown key 'x'".
static std::string nearestKey(StringRef Message,
                              llvm::ArrayRef<StringRef> Keys) {
  if (!Message.consume_front("unknown key '") || !Message.consume_back("'"))
    return {};
  for (size_t Distance : {1, 2})
    for (StringRef Key : Keys)
      if (Message.size() > 2 * Distance &&
          Key.edit_distance(Message, /*AllowReplacements=*/true, Distance) <=
              Distance)
        return ("; did you mean '" + Key + "'?").str();
  return {};
}

llvm::Expected<std::vector<Entry>>
loadVocabulary(StringRef Text, StringRef FileName, std::string *Edition) {
  auto Fail = [&](const llvm::Twine &Words) {
    return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                   FileName + ":" + Words);
  };
  std::string Unreadable = whyUnreadable(Text);
  if (!Unreadable.empty())
    return Fail(Unreadable);
  Reading Read;
  auto Collect = [](const llvm::SMDiagnostic &Diagnostic, void *Context) {
    auto &Into = *static_cast<Reading *>(Context);
    llvm::raw_string_ostream OS(Into.Errors);
    llvm::SMDiagnostic(*Diagnostic.getSourceMgr(), Diagnostic.getLoc(),
                       Diagnostic.getFilename(), Diagnostic.getLineNo(),
                       Diagnostic.getColumnNo(), Diagnostic.getKind(),
                       (Diagnostic.getMessage() +
                        nearestKey(Diagnostic.getMessage(), Into.Keys))
                           .str(),
                       Diagnostic.getLineContents(), Diagnostic.getRanges())
        .print(nullptr, OS, /*ShowColors=*/false);
  };
  File Loaded;
  llvm::yaml::Input Input(llvm::MemoryBufferRef(Text, FileName), &Read, Collect,
                          &Read);
  Input >> Loaded;
  if (Input.error() && Read.Errors.empty())
    return Fail("1:1: error: the file is empty; it begins with 'version: 1'");
  if (!Input.error() && Input.nextDocument())
    return Fail("1:1: error: the file holds more than one document");
  if (Input.error())
    return llvm::createStringError(Input.error(),
                                   StringRef(Read.Errors).rtrim().str());
  if (Edition)
    *Edition = Loaded.Edition.Text;
  StringRef Stem = llvm::sys::path::filename(FileName);
  Stem.consume_back(".yaml");
  std::vector<Entry> Entries;
  for (WrittenEntry &Written : Loaded.Entries) {
    StringRef Wrong = whyInvalid(Written);
    if (!Wrong.empty())
      return Fail(messageAt(Text, Written.Place - Text.data(), Wrong));
    Written.Library = Loaded.Library.empty() ? Stem.str() : Loaded.Library;
    Written.File = Stem.str();
    auto Add = [&](std::string Entry::*Kind, const Names &All) {
      for (const std::string &Name : All.All) {
        Entries.push_back(Written);
        Entries.back().*Kind = Name;
      }
    };
    Add(&Entry::Function, Written.Functions);
    Add(&Entry::Object, Written.Objects);
    Add(&Entry::Macro, Written.Macros);
    Add(&Entry::Takes, Written.Takings);
    for (const std::string &Class : Written.Classes.All) {
      Written.Class = Class;
      if (Written.Members.All.empty())
        Entries.push_back(Written);
      Add(&Entry::Member, Written.Members);
    }
  }
  return Entries;
}

} // namespace tidepool
