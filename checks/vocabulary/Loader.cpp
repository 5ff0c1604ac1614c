// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Loader.h"
#include "Keys.h"
#include "Write.h"
#include "support/Embedded.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"
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
} // namespace

LLVM_YAML_IS_SEQUENCE_VECTOR(WrittenEntry)
LLVM_YAML_IS_SEQUENCE_VECTOR(WrittenLibrary)
LLVM_YAML_IS_SEQUENCE_VECTOR(ArgumentCondition)
LLVM_YAML_IS_FLOW_SEQUENCE_VECTOR(ObjectPlace)

template <typename Role>
struct llvm::yaml::SequenceElementTraits<EntryBeside<Role>> {
  // NOLINTNEXTLINE(readability-identifier-naming): LLVM's own name.
  static const bool flow = false;
};

namespace {
/// What one reading of a file remembers for its messages.
struct Reading {
  std::string Errors;
  /// The keys of the mapping that was read last, and which of them are roles.
  std::vector<StringRef> Keys, Roles;
  /// What LLVM is handed a reference to.
  std::string Complaint;
};

/// Maps the keys of one mapping, and notes them for "did you mean".
class KeyedIO {
public:
  explicit KeyedIO(IO &Plain) : Plain(Plain) {
    if (llvm::isa_and_nonnull<llvm::yaml::MappingNode>(
            static_cast<llvm::yaml::Input &>(Plain).getCurrentNode()))
      Given = Plain.keys();
  }
  // LLVM complains of an unknown key right after.
  ~KeyedIO() {
    auto &Read = *static_cast<Reading *>(Plain.getContext());
    Read.Keys = std::move(Keys);
    Read.Roles = std::move(Roles);
  }
  KeyedIO(const KeyedIO &) = delete;
  KeyedIO &operator=(const KeyedIO &) = delete;

  template <typename T> void mapRequired(const char *Key, T &Value) {
    Keys.push_back(Key);
    Plain.mapRequired(Key, Value);
  }
  template <typename T> void mapOptional(const char *Key, T &Value) {
    Keys.push_back(Key);
    // An entry has three keys of forty, and LLVM takes long over each.
    if (!Given || llvm::is_contained(*Given, Key))
      Plain.mapOptional(Key, Value);
  }
  void mapNames(const char *Key, std::vector<std::string> &Value) {
    Names Read;
    mapOptional(Key, Read);
    Value = std::move(Read.All);
  }
  void mapNumbers(const char *Key, std::vector<int64_t> &Value) {
    Names Read;
    mapOptional(Key, Read);
    for (StringRef Text : Read.All)
      if (Text.getAsInteger(10, Value.emplace_back()))
        Plain.setError("'" + Text + "' is no number");
  }
  template <typename Role>
  void mapRole(const char *Key, std::optional<Role> &Value, const char *) {
    Roles.push_back(Key);
    mapOptional(Key, Value);
  }
  template <typename Role>
  void mapBeside(const char *Key, std::vector<WrittenEntry> &Into) {
    Roles.push_back(Key);
    std::vector<EntryBeside<Role>> List;
    mapOptional(Key, List);
    for (EntryBeside<Role> &One : List)
      Into.push_back(std::move(One.E));
  }
  /// Before anything that this release might not know either.
  void atVersion(unsigned Version) {
    if (!static_cast<llvm::yaml::Input &>(Plain).error() &&
        (Version == 0 || Version > VocabularyVersion))
      Plain.setError("version " + llvm::Twine(Version) +
                     " is not known here; this release reads version " +
                     llvm::Twine(VocabularyVersion));
  }

private:
  IO &Plain;
  /// What the file has; none where that is no mapping.
  std::optional<std::vector<StringRef>> Given;
  std::vector<StringRef> Keys, Roles;
};

template <typename T> void mapKeys(IO &Plain, T &Value) {
  KeyedIO Io(Plain);
  keysOf(Io, Value);
}

template <typename T> struct Keyed {
  static void mapping(IO &Plain, T &Value) { mapKeys(Plain, Value); }
};

/// The same, and where it begins.
template <typename T> void mapEntry(IO &Plain, T &Value, WrittenEntry &E) {
  if (const llvm::yaml::Node *Here =
          static_cast<llvm::yaml::Input &>(Plain).getCurrentNode())
    E.Place = Here->getSourceRange().Start.getPointer();
  mapKeys(Plain, Value);
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

/// LLVM's own message names neither the word nor those that there are.
template <typename T>
struct ScalarEnumerationTraits<T, std::void_t<decltype(wordsOf(T()))>> {
  static void enumeration(IO &Io, T &Value) {
    const auto Words = wordsOf(T());
    for (const Word<T> &One : Words)
      Io.enumCase(Value, One.Text, One.Meaning);
    if (!Io.matchEnumFallback())
      return;
    std::string All;
    for (const Word<T> &One : Words)
      All += (All.empty() ? "" : ", ") + std::string(One.Text);
    const auto *Scalar = llvm::dyn_cast_or_null<ScalarNode>(
        static_cast<Input &>(Io).getCurrentNode());
    if (!Scalar)
      return Io.setError("expected one of " + All);
    llvm::SmallString<32> Storage;
    Io.setError("'" + Scalar->getValue(Storage) + "' is none of " + All);
  }
};

template <> struct MappingTraits<SpawnRole> : Keyed<SpawnRole> {};
template <> struct MappingTraits<TaskRole> : Keyed<TaskRole> {};
template <> struct MappingTraits<PoolRole> : Keyed<PoolRole> {};
template <> struct MappingTraits<DetachRole> : Keyed<DetachRole> {};
template <> struct MappingTraits<GatherRole> : Keyed<GatherRole> {};
template <> struct MappingTraits<LimiterRole> : Keyed<LimiterRole> {};
template <> struct MappingTraits<WaitRole> : Keyed<WaitRole> {};
template <> struct MappingTraits<LockRole> : Keyed<LockRole> {};
template <> struct MappingTraits<ParallelRole> : Keyed<ParallelRole> {};
template <> struct MappingTraits<CoresRole> : Keyed<CoresRole> {};
template <> struct MappingTraits<ConfigRole> : Keyed<ConfigRole> {};
template <> struct MappingTraits<BlockingRole> : Keyed<BlockingRole> {};
template <> struct MappingTraits<IoRole> : Keyed<IoRole> {};
template <> struct MappingTraits<HandleRole> : Keyed<HandleRole> {};
template <> struct MappingTraits<DeadlineRole> : Keyed<DeadlineRole> {};
template <> struct MappingTraits<IteratesRole> : Keyed<IteratesRole> {};
template <> struct MappingTraits<CallsRole> : Keyed<CallsRole> {};
template <> struct MappingTraits<ConstructsRole> : Keyed<ConstructsRole> {};
template <> struct MappingTraits<BoundsRole> : Keyed<BoundsRole> {};
template <> struct MappingTraits<PassesRole> : Keyed<PassesRole> {};
template <> struct MappingTraits<HandlerRole> : Keyed<HandlerRole> {};
template <> struct MappingTraits<ExpiryRole> : Keyed<ExpiryRole> {};
template <> struct MappingTraits<RaceRole> : Keyed<RaceRole> {};
template <> struct MappingTraits<EndsRole> : Keyed<EndsRole> {};
template <> struct MappingTraits<TimerRole> : Keyed<TimerRole> {};
template <> struct MappingTraits<TestRole> : Keyed<TestRole> {};
template <> struct MappingTraits<TimedForm> : Keyed<TimedForm> {};
template <>
struct MappingTraits<ArgumentCondition> : Keyed<ArgumentCondition> {};
template <> struct MappingTraits<Budgets> : Keyed<Budgets> {};
template <> struct MappingTraits<WrittenLibrary> : Keyed<WrittenLibrary> {};
template <> struct MappingTraits<WrittenFile> : Keyed<WrittenFile> {};

template <> struct MappingTraits<WrittenEntry> {
  static void mapping(IO &Plain, WrittenEntry &E) { mapEntry(Plain, E, E); }
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

template <typename Role> struct MappingTraits<EntryBeside<Role>> {
  static void mapping(IO &Plain, EntryBeside<Role> &Beside) {
    mapEntry(Plain, Beside, Beside.E);
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

/// ", did you mean 'x'?" with what \p Name is a slip of.
static std::optional<std::string> nearest(StringRef Name,
                                          llvm::ArrayRef<StringRef> Known,
                                          StringRef *Meant = nullptr) {
  for (size_t Distance : {1, 2})
    for (StringRef One : Known)
      if (Name.size() > 2 * Distance &&
          One.edit_distance(Name, /*AllowReplacements=*/true, Distance) <=
              Distance) {
        if (Meant)
          *Meant = One;
        return (", did you mean '" + One + "'?").str();
      }
  return std::nullopt;
}

/// What is wrong with an entry that has known keys alone; empty if nothing is.
static std::string whyInvalid(const WrittenEntry &E) {
  int Kinds = 0;
  for (const std::vector<std::string> *Kind :
       {&E.Functions, &E.Classes, &E.Objects, &E.Macros, &E.Takings})
    Kinds += !Kind->empty();
  if (Kinds != 1)
    return "an entry names exactly one of function, class, object, macro, "
           "takes";
  for (const std::vector<std::string> *Kind :
       {&E.Functions, &E.Classes, &E.Members, &E.Objects, &E.Macros,
        &E.Takings})
    if (llvm::is_contained(*Kind, ""))
      return "a name is empty";
  for (StringRef Name : E.Functions) {
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
  if (E.Classes.empty() && (!E.Members.empty() || E.Constructor))
    return "member and constructor go with a class";
  if (!E.Members.empty() && E.Constructor)
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
  std::vector<StringRef> Roles = namesOfRoles(E);
  for (StringRef Role : E.Without)
    if (llvm::is_contained(Roles, Role))
      return "a role that is given is not taken away as well";
    else if (!llvm::is_contained(allRoles(), Role))
      return "unknown role '" + Role.str() + "'" +
             nearest(Role, allRoles()).value_or("");
  if (E.None && E.extends())
    return "'none' takes all away; extends and without keep the rest";
  bool HasRole = !Roles.empty() || !E.Without.empty();
  if (HasRole == E.None)
    return "an entry has at least one role, or 'none: true' and no role";
  if (E.Handler && !E.Handler->Callable && E.Members.empty() &&
      E.Takings.empty())
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

/// LLVM's "unknown key 'x'", with what was meant.
static std::string withNearest(StringRef Message, const Reading &Read) {
  if (Message == "unknown node kind")
    return "aliases ('*name') are not read; write out what they stand for";
  StringRef Key = Message, Meant;
  if (!Key.consume_front("unknown key '") || !Key.consume_back("'"))
    return Message.str();
  std::optional<std::string> Words = nearest(Key, Read.Keys, &Meant);
  if (!Words)
    return Message.str();
  return ((llvm::is_contained(Read.Roles, Meant) ? "unknown role '"
                                                 : "unknown key '") +
          Key + "'" + *Words)
      .str();
}

namespace {
/// From what is written to entries, one a name.
class Entries {
public:
  Entries(StringRef Text, StringRef FileName) : Text(Text), Path(FileName) {
    Stem = llvm::sys::path::filename(FileName);
    Stem.consume_back(".yaml");
    for (size_t I = 0; I < Text.size(); ++I)
      if (Text[I] == '\n')
        LineEnds.push_back(I);
  }

  /// What is wrong with them; empty if nothing is.
  std::string add(std::vector<WrittenEntry> &List, StringRef Library);
  std::vector<Entry> All;

private:
  std::string twice(const Entry &E, size_t At);
  StringRef Text, Path, Stem;
  std::vector<size_t> LineEnds;
  /// By name, where in All.
  llvm::StringMap<llvm::SmallVector<size_t, 2>> ByName;
};
} // namespace

/// What is wrong where \p E, which is All[At], comes behind others of its name;
/// empty if nothing is. The first entry that fits decides, so it must not fit
/// all that \p E does.
std::string Entries::twice(const Entry &E, size_t At) {
  StringRef Kind = !E.Function.empty() ? "function "
                   : !E.Object.empty() ? "object "
                   : !E.Macro.empty()  ? "macro "
                                       : "class ";
  llvm::SmallVector<size_t, 2> &Others = ByName[(Kind + E.spelling()).str()];
  for (size_t Index : Others) {
    const Entry &Other = All[Index];
    std::string Before = writtenConditions(Other);
    std::string Here = writtenConditions(E);
    std::string Where = "line " + std::to_string(Other.Line);
    if (Before == Here && writtenRoles(Other) == writtenRoles(E))
      return "'" + E.spelling() + "' is described twice; it was in " + Where;
    if (Before == Here)
      return "'" + E.spelling() + "' is described in another way in " + Where +
             "; an entry that contradicts it is never asked";
    if (Before.empty())
      return "the entry in " + Where + " fits every '" + E.spelling() +
             "', so this one is never asked; put the special form first";
  }
  Others.push_back(At);
  return {};
}

std::string Entries::add(std::vector<WrittenEntry> &List, StringRef Library) {
  for (WrittenEntry &Written : List) {
    const size_t Place = Written.Place - Text.data();
    const size_t Line = llvm::lower_bound(LineEnds, Place) - LineEnds.begin();
    Written.Line = Line + 1;
    Written.Column = Place - (Line ? LineEnds[Line - 1] + 1 : 0) + 1;
    std::string Wrong = whyInvalid(Written);
    Written.Library = Library.empty() ? Stem.str() : Library.str();
    Written.File = Stem.str();
    Written.Path = Path.str();
    // Entries are large, and most have one name.
    size_t Left =
        Written.Functions.size() + Written.Objects.size() +
        Written.Macros.size() + Written.Takings.size() +
        Written.Classes.size() * std::max<size_t>(1, Written.Members.size());
    auto AddOne = [&](std::string Entry::*Kind, const std::string &Name) {
      Entry &Own = Written;
      Entry &One =
          --Left ? All.emplace_back(Own) : All.emplace_back(std::move(Own));
      if (Kind)
        One.*Kind = Name;
      if (Wrong.empty())
        Wrong = twice(One, All.size() - 1);
    };
    auto Add = [&](std::string Entry::*Kind,
                   const std::vector<std::string> &Names) {
      for (const std::string &Name : Names)
        AddOne(Kind, Name);
    };
    Add(&Entry::Function, Written.Functions);
    Add(&Entry::Object, Written.Objects);
    Add(&Entry::Macro, Written.Macros);
    Add(&Entry::Takes, Written.Takings);
    for (const std::string &Class : Written.Classes) {
      Written.Class = Class;
      if (Written.Members.empty())
        AddOne(nullptr, {});
      Add(&Entry::Member, Written.Members);
    }
    if (!Wrong.empty())
      return messageAt(Text, Place, Wrong);
  }
  return {};
}

llvm::Expected<VocabularyFile> loadVocabularyFile(StringRef Text,
                                                  StringRef FileName) {
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
                       withNearest(Diagnostic.getMessage(), Into),
                       Diagnostic.getLineContents(), Diagnostic.getRanges())
        .print(nullptr, OS, /*ShowColors=*/false);
  };
  WrittenFile Loaded;
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
  Entries Found(Text, FileName);
  std::string Wrong = Found.add(Loaded.Entries, Loaded.Library);
  for (WrittenLibrary &Library : Loaded.Libraries)
    if (Wrong.empty())
      Wrong = Found.add(Library.Entries, Library.Name);
  if (!Wrong.empty())
    return Fail(Wrong);
  Loaded.Sizes.Cores = Loaded.Cores;
  return VocabularyFile{std::move(Found.All), Loaded.Sizes,
                        std::move(Loaded.Edition.Text), Loaded.InheritParent,
                        Loaded.BuiltIn};
}

VocabularyHead headOf(StringRef Text) {
  VocabularyHead Found;
  // Most files say neither, and a long one takes long to read.
  if ((!Text.contains("edition") && !Text.contains("inherit-parent")) ||
      !whyUnreadable(Text).empty())
    return Found;
  llvm::SourceMgr Sources;
  Sources.setDiagHandler([](const llvm::SMDiagnostic &, void *) {});
  llvm::yaml::Stream Stream(Text, Sources, /*ShowColors=*/false);
  auto *Top = llvm::dyn_cast_or_null<llvm::yaml::MappingNode>(
      Stream.begin()->getRoot());
  if (!Top)
    return Found;
  for (llvm::yaml::KeyValueNode &Pair : *Top) {
    llvm::SmallString<32> KeySpace, ValueSpace;
    auto *Key = llvm::dyn_cast_or_null<llvm::yaml::ScalarNode>(Pair.getKey());
    StringRef Name = Key ? Key->getValue(KeySpace) : StringRef();
    if (Name != "edition" && Name != "inherit-parent")
      continue;
    auto *Value =
        llvm::dyn_cast_or_null<llvm::yaml::ScalarNode>(Pair.getValue());
    StringRef Said = Value ? Value->getValue(ValueSpace) : StringRef();
    if (Name == "inherit-parent")
      Found.InheritParent = Said == "true";
    else
      Found.Edition = Said.str();
    // What stands above counts no more.
    if (!Found.Edition.empty())
      break;
  }
  return Found;
}

llvm::Expected<std::vector<Entry>> loadVocabulary(StringRef Text,
                                                  StringRef FileName) {
  llvm::Expected<VocabularyFile> Loaded = loadVocabularyFile(Text, FileName);
  if (!Loaded)
    return Loaded.takeError();
  return std::move(Loaded->Entries);
}

} // namespace tidepool
