// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "vocabulary/Loader.h"
#include "vocabulary/Extend.h"
#include "vocabulary/Vocabulary.h"
#include "vocabulary/Write.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/Error.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace tidepool;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

std::vector<Entry> entriesOf(const std::string &Text) {
  llvm::Expected<std::vector<Entry>> Loaded = loadVocabulary(Text, "lib.yaml");
  if (Loaded)
    return *Loaded;
  ADD_FAILURE() << llvm::toString(Loaded.takeError());
  return {};
}

/// The first line of what is wrong; empty if nothing is.
std::string errorOf(const std::string &Text) {
  llvm::Expected<std::vector<Entry>> Loaded = loadVocabulary(Text, "lib.yaml");
  if (Loaded)
    return "";
  return llvm::StringRef(llvm::toString(Loaded.takeError()))
      .split('\n')
      .first.str();
}

/// The text of a file with one entry, which begins in line 3, column 5.
std::string file(const std::string &Entry) {
  return "version: 1\nentries:\n  - " + Entry + "\n";
}

TEST(Loader, ReadsEveryKindOfName) {
  std::vector<Entry> All =
      entriesOf("version: 1\n"
                "library: my library\n"
                "entries:\n"
                "  - function: a::f\n"
                "    cores: {}\n"
                "  - {class: 'a::C', task: {starts: lazy}}\n"
                "  - class: a::C\n"
                "    member: m\n"
                "    wait: {for: task}\n"
                "  - class: a::C\n"
                "    constructor: true\n"
                "    spawn: {starts: pooled}\n"
                "  - {object: 'a::o', config: {}}\n"
                "  - {macro: M, test: {}}\n");
  ASSERT_EQ(All.size(), 6u);
  EXPECT_EQ(All[0].spelling(), "a::f");
  EXPECT_EQ(All[1].spelling(), "a::C");
  EXPECT_EQ(All[2].spelling(), "a::C::m");
  EXPECT_EQ(All[3].spelling(), "a::C::C");
  EXPECT_EQ(All[4].spelling(), "a::o");
  EXPECT_EQ(All[5].spelling(), "M");
  for (const Entry &E : All) {
    EXPECT_EQ(E.Library, "my library");
    EXPECT_EQ(E.File, "lib");
  }
}

TEST(Loader, SeveralNamesAreSeveralEntries) {
  std::vector<Entry> All =
      entriesOf(file("{class: [A, B], member: [x, y], wait: {for: lock}}"));
  ASSERT_EQ(All.size(), 4u);
  EXPECT_EQ(All[0].spelling(), "A::x");
  EXPECT_EQ(All[3].spelling(), "B::y");
  EXPECT_TRUE(All[3].Wait);
}

TEST(Loader, LibraryWithoutTitleIsNamedLikeItsFile) {
  EXPECT_EQ(entriesOf(file("{function: f, cores: {}}")).front().Library, "lib");
}

TEST(Loader, ReadsPlaces) {
  std::vector<Entry> All =
      entriesOf("version: 1\n"
                "entries:\n"
                "  - {function: f, wait: {for: task, object: 2}}\n"
                "  - {function: g, spawn: {starts: thread, handle: result}}\n"
                "  - {function: h, detach: {task: this}}\n"
                "  - {function: i, handler: {callable: last}}\n");
  ASSERT_EQ(All.size(), 4u);
  EXPECT_EQ(All[0].Wait->Object.In, ObjectPlace::Kind::Argument);
  EXPECT_EQ(All[0].Wait->Object.Index, 2u);
  EXPECT_EQ(All[1].Spawn->Handle.In, ObjectPlace::Kind::Result);
  EXPECT_EQ(All[2].Detach->Task.In, ObjectPlace::Kind::This);
  EXPECT_EQ(All[3].Handler->Callable->In, ObjectPlace::Kind::Last);
}

TEST(Loader, ReadsConditions) {
  std::vector<Entry> All = entriesOf(
      file("{function: f, max-arguments: 3, when: [{argument: 1, type: [A, B]},"
           " {argument: 2, value: -1, defaulted: false}], cores: {}}"));
  ASSERT_EQ(All.size(), 1u);
  EXPECT_EQ(All[0].MaxArguments, 3u);
  ASSERT_EQ(All[0].When.size(), 2u);
  EXPECT_EQ(All[0].When[0].Types, (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(All[0].When[1].Value, -1);
  EXPECT_EQ(All[0].When[1].Defaulted, false);
}

TEST(Loader, ReadsConditionsOnTheObjectAndTheResult) {
  std::vector<Entry> All =
      entriesOf(file("{class: C, member: m, when: [{argument: result, type: A},"
                     " {argument: this, type: B}, {argument: last, value: 0}],"
                     " cores: {}}"));
  ASSERT_EQ(All.size(), 1u);
  ASSERT_EQ(All[0].When.size(), 3u);
  EXPECT_EQ(All[0].When[0].Argument.In, ObjectPlace::Kind::Result);
  EXPECT_EQ(All[0].When[1].Argument.In, ObjectPlace::Kind::This);
  EXPECT_EQ(All[0].When[2].Argument.In, ObjectPlace::Kind::Last);
}

TEST(Loader, ReadsWhatRunsATask) {
  std::vector<Entry> All =
      entriesOf("version: 1\n"
                "entries:\n"
                "  - {class: J, task: {starts: lazy, body: run}}\n"
                "  - {class: S, member: on, handler: {}}\n"
                "  - {function: on, handler: {callable: 1}}\n");
  ASSERT_EQ(All.size(), 3u);
  EXPECT_EQ(All[0].Task->Body, "run");
  EXPECT_FALSE(All[1].Handler->Callable);
  EXPECT_EQ(All[2].Handler->Callable->Index, 1u);
}

TEST(Loader, ReadsPools) {
  std::vector<Entry> All = entriesOf(
      "version: 1\n"
      "entries:\n"
      "  - {function: f, pool: {pool: result, size: 2, unlimited: -1}}\n"
      "  - {function: g, spawn: {starts: pooled, pool: 0}}\n"
      "  - {function: h, spawn: {starts: pooled}}\n");
  ASSERT_EQ(All.size(), 3u);
  EXPECT_EQ(All[0].Pool->Pool.In, ObjectPlace::Kind::Result);
  EXPECT_EQ(All[0].Pool->Size, 2u);
  EXPECT_EQ(All[0].Pool->Unlimited, std::vector<int64_t>{-1});
  EXPECT_EQ(All[1].Spawn->Pool->Index, 0u);
  EXPECT_FALSE(All[2].Spawn->Pool);
}

TEST(Loader, ReadsSizesOfPools) {
  std::vector<Entry> All = entriesOf(
      "version: 1\n"
      "entries:\n"
      "  - {function: f, pool: {kind: database, size: 3, minimum: 2, queue: 4,"
      " instances: 1, unlimited: [-1, 0], zero: none}}\n"
      "  - {function: g, pool: {kind: io, size: 0, queue: unbounded}}\n"
      "  - {function: h, cores: {expression: h(), everywhere: true}}\n");
  ASSERT_EQ(All.size(), 3u);
  EXPECT_EQ(All[0].Pool->For, PoolRole::Work::Database);
  EXPECT_EQ(All[0].Pool->Minimum, 2u);
  EXPECT_EQ(All[0].Pool->Queue->Argument, 4u);
  EXPECT_EQ(All[0].Pool->Instances, 1u);
  EXPECT_EQ(All[0].Pool->Unlimited, (std::vector<int64_t>{-1, 0}));
  EXPECT_EQ(All[0].Pool->OnZero, PoolRole::Zero::None);
  EXPECT_EQ(All[1].Pool->For, PoolRole::Work::Io);
  EXPECT_FALSE(All[1].Pool->Queue->Argument);
  EXPECT_EQ(All[1].Pool->OnZero, PoolRole::Zero::Default);
  EXPECT_EQ(All[2].Cores->Expression, "h()");
  EXPECT_TRUE(All[2].Cores->Everywhere);
}

TEST(Loader, PoolsSayWhatGoesWithTheirSize) {
  auto Message = [](llvm::StringRef Role) {
    std::string Text = errorOf(file("{function: f, " + Role.str() + "}"));
    return Text.substr(Text.find("error: "));
  };
  EXPECT_TRUE(llvm::StringRef(Message("pool: {minimum: 0}"))
                  .starts_with("error: minimum is the one below size"));
  EXPECT_TRUE(llvm::StringRef(Message("pool: {instances: 0}"))
                  .starts_with("error: instances go with a size"));
  EXPECT_TRUE(llvm::StringRef(Message("pool: {unlimited: 0}"))
                  .starts_with("error: unlimited is a value of size"));
  EXPECT_TRUE(llvm::StringRef(Message("pool: {size: 0, unlimited: many}"))
                  .starts_with("error: 'many' is no number"));
  EXPECT_TRUE(
      llvm::StringRef(Message("pool: {queue: long}"))
          .starts_with(
              "error: expected 'unbounded' or the number of an argument"));
  EXPECT_TRUE(llvm::StringRef(Message("pool: {kind: gpu}"))
                  .starts_with("error: 'gpu' is none of cpu, io, database"));
  EXPECT_TRUE(llvm::StringRef(Message("cores: {everywhere: true}"))
                  .starts_with("error: everywhere goes with an expression"));
}

TEST(Loader, EveryBuiltInLibraryLoads) {
  EXPECT_GT(Vocabulary::builtin().entries().size(), 300u);
}

TEST(Loader, FileWithoutEntriesIsNoError) {
  EXPECT_TRUE(entriesOf("version: 1\n").empty());
}

// What is wrong is said with its place.

TEST(Loader, UnknownKey) {
  EXPECT_EQ(errorOf(file("{function: f, spwan: {}}")),
            "lib.yaml:3:19: error: unknown role 'spwan', did you mean "
            "'spawn'?");
}

TEST(Loader, UnknownKeyOfFile) {
  EXPECT_EQ(errorOf("version: 1\nentry: []\n"),
            "lib.yaml:2:1: error: unknown key 'entry'");
}

TEST(Loader, UnknownKeyOfRole) {
  EXPECT_EQ(errorOf(file("{function: f, wait: {for: task, time: 1}}")),
            "lib.yaml:3:37: error: unknown key 'time', did you mean 'timed'?");
}

// "starts" is a key elsewhere; what is like nothing gets no advice.
TEST(Loader, UnknownKeyThatAnotherRoleHas) {
  EXPECT_EQ(errorOf(file("{function: f, wait: {for: task, start: eager}}")),
            "lib.yaml:3:37: error: unknown key 'start'");
}

TEST(Loader, UnknownWord) {
  EXPECT_EQ(errorOf(file("{function: f, wait: {for: rain}}")),
            "lib.yaml:3:31: error: 'rain' is none of task, permit, condition, "
            "arrivals, lock");
}

TEST(Loader, ListInPlaceOfWord) {
  EXPECT_EQ(errorOf(file("{function: f, wait: {for: [task]}}")),
            "lib.yaml:3:32: error: expected one of task, permit, condition, "
            "arrivals, lock");
}

TEST(Loader, MissingKeyOfRole) {
  EXPECT_EQ(errorOf(file("{function: f, wait: {timed: true}}")),
            "lib.yaml:3:26: error: missing required key 'for'");
}

TEST(Loader, WrongPlace) {
  EXPECT_EQ(errorOf(file("{function: f, wait: {for: task, object: that}}")),
            "lib.yaml:3:45: error: expected 'this', 'result', 'last' or the "
            "number of an argument");
}

TEST(Loader, WordInPlaceOfMapping) {
  EXPECT_EQ(errorOf(file("{function: f, wait: task}")),
            "lib.yaml:3:25: error: not a mapping");
}

TEST(Loader, MappingInPlaceOfName) {
  EXPECT_EQ(errorOf(file("{function: {name: f}, cores: {}}")),
            "lib.yaml:3:17: error: unknown key 'name'");
}

TEST(Loader, WordInPlaceOfNumber) {
  EXPECT_EQ(errorOf(file("{function: f, min-arguments: few, cores: {}}")),
            "lib.yaml:3:34: error: invalid number");
}

TEST(Loader, NumberTooLarge) {
  EXPECT_EQ(
      errorOf(file("{function: f, min-arguments: 4294967296, cores: {}}")),
      "lib.yaml:3:34: error: out of range number");
  EXPECT_THAT(errorOf(file("{function: f, wait: {for: task, object: "
                           "99999999999999999999}}")),
              StartsWith("lib.yaml:3:45: error: "));
  EXPECT_THAT(errorOf("version: 99999999999999999999\n"),
              StartsWith("lib.yaml:1:10: error: "));
}

TEST(Loader, NegativeNumber) {
  EXPECT_EQ(errorOf(file("{function: f, iterates: {callable: -1}}")),
            "lib.yaml:3:40: error: invalid number");
}

TEST(Loader, CallableThatIsCalledOnce) {
  std::vector<Entry> All = llvm::cantFail(
      loadVocabulary(file("{function: f, calls: {callable: 1}}"), "lib.yaml"));
  ASSERT_EQ(All.size(), 1u);
  ASSERT_TRUE(All[0].Calls);
  EXPECT_EQ(All[0].Calls->Callable, 1u);
  EXPECT_EQ(errorOf(file("{function: f, calls: {}}")),
            "lib.yaml:3:27: error: missing required key 'callable'");
}

TEST(Loader, LimiterThatIsUnlimitedAtFirst) {
  std::vector<Entry> All = llvm::cantFail(loadVocabulary(
      file("{class: C, limiter: {does: type, unlimited-at-first: true}}"),
      "lib.yaml"));
  ASSERT_EQ(All.size(), 1u);
  ASSERT_TRUE(All[0].Limiter);
  EXPECT_TRUE(All[0].Limiter->UnlimitedAtFirst);
}

TEST(Loader, NoName) {
  EXPECT_EQ(errorOf(file("{cores: {}}")),
            "lib.yaml:3:6: error: an entry names exactly one of function, "
            "class, object, macro, takes");
}

TEST(Loader, TwoNames) {
  EXPECT_EQ(errorOf(file("{function: f, macro: M, cores: {}}")),
            "lib.yaml:3:6: error: an entry names exactly one of function, "
            "class, object, macro, takes");
}

TEST(Loader, BeginningOfNames) {
  std::vector<Entry> All = llvm::cantFail(
      loadVocabulary(file("{function: ['ns::call_*', 'ns::operator*'], "
                          "when: [{argument: 0, type: T}], cores: {}}"),
                     "lib.yaml"));
  ASSERT_EQ(All.size(), 2u);
  EXPECT_EQ(All[0].beginning(), "call_");
  EXPECT_TRUE(All[0].isForMany());
  EXPECT_EQ(All[1].beginning(), "");
  EXPECT_FALSE(All[1].isForMany());
  for (llvm::StringRef Name : {"'*'", "'ns::*'", "'c*ll'", "'call_**'"})
    EXPECT_EQ(errorOf(file("{function: " + Name.str() +
                           ", when: [{argument: 0, type: T}], cores: {}}")),
              "lib.yaml:3:6: error: '*' stands at the end of a name, for what "
              "that begins");
  EXPECT_EQ(
      errorOf(file("{function: 'call_*', cores: {}}")),
      "lib.yaml:3:6: error: a name that ends in '*' goes with a condition "
      "on a type");
}

TEST(Loader, EmptyName) {
  EXPECT_EQ(errorOf(file("{function: '', cores: {}}")),
            "lib.yaml:3:6: error: a name is empty");
}

TEST(Loader, MemberWithoutClass) {
  EXPECT_EQ(errorOf(file("{function: f, member: m, cores: {}}")),
            "lib.yaml:3:6: error: member and constructor go with a class");
}

TEST(Loader, MemberAndConstructor) {
  EXPECT_EQ(
      errorOf(file("{class: C, member: m, constructor: true, cores: {}}")),
      "lib.yaml:3:6: error: an entry is for a member or for the "
      "constructor, not both");
}

TEST(Loader, NoRole) {
  EXPECT_EQ(errorOf(file("{function: f}")),
            "lib.yaml:3:6: error: an entry has at least one role, or 'none: "
            "true' and no role");
}

TEST(Loader, NoneAndRole) {
  EXPECT_EQ(errorOf(file("{function: f, none: true, cores: {}}")),
            "lib.yaml:3:6: error: an entry has at least one role, or 'none: "
            "true' and no role");
}

TEST(Loader, ConditionOnMoreThanTheTypeOfAResult) {
  EXPECT_EQ(errorOf(file("{function: f, when: [{argument: result, value: 0}], "
                         "cores: {}}")),
            "lib.yaml:3:6: error: a condition on 'this' or 'result' is on its "
            "type alone");
  EXPECT_EQ(errorOf(file("{function: f, when: [{argument: this, type: A, null: "
                         "true}], cores: {}}")),
            "lib.yaml:3:6: error: a condition on 'this' or 'result' is on its "
            "type alone");
}

TEST(Loader, FewerAtMostThanAtLeast) {
  EXPECT_EQ(errorOf(file("{function: f, min-arguments: 2, max-arguments: 1, "
                         "cores: {}}")),
            "lib.yaml:3:6: error: max-arguments is below min-arguments");
}

TEST(Loader, HandlerThatNothingCalls) {
  EXPECT_EQ(errorOf(file("{function: f, handler: {}}")),
            "lib.yaml:3:6: error: a handler without callable is a member of a "
            "class, or 'takes'");
}

TEST(Loader, GatherOfNothing) {
  EXPECT_EQ(errorOf(file("{function: f, gather: {limit: 1}}")),
            "lib.yaml:3:6: error: a gather says where its tasks are: range, "
            "first or both");
}

TEST(Loader, UnlimitedOfNoSize) {
  EXPECT_EQ(errorOf(file("{function: f, pool: {unlimited: -1}}")),
            "lib.yaml:3:6: error: unlimited is a value of size");
}

TEST(Loader, FutureVersion) {
  EXPECT_EQ(errorOf("version: 2\nentries: []\n"),
            "lib.yaml:1:1: error: version 2 is not known here; this release "
            "reads version 1");
}

TEST(Loader, FutureVersionIsSaidBeforeItsNewKeys) {
  EXPECT_EQ(errorOf("version: 2\nthings: []\nentries:\n  - {function: f, "
                    "new: 1}\n"),
            "lib.yaml:1:1: error: version 2 is not known here; this release "
            "reads version 1");
}

TEST(Loader, NoVersion) {
  EXPECT_EQ(errorOf("entries: []\n"),
            "lib.yaml:1:1: error: missing required key 'version'");
}

TEST(Loader, NotAMapping) {
  EXPECT_EQ(errorOf("- version: 1\n"), "lib.yaml:1:1: error: not a mapping");
  EXPECT_EQ(errorOf("hello\n"), "lib.yaml:1:1: error: not a mapping");
}

TEST(Loader, BadYaml) {
  EXPECT_THAT(errorOf("version: 1\nentries: [\n"), StartsWith("lib.yaml:"));
  EXPECT_THAT(errorOf("version: 1\n\t- x: 'y\n"), StartsWith("lib.yaml:2:"));
}

TEST(Loader, EmptyFile) {
  EXPECT_EQ(errorOf(""), "lib.yaml:1:1: error: the file is empty; it begins "
                         "with 'version: 1'");
  EXPECT_EQ(errorOf("# nothing yet\n"),
            "lib.yaml:1:1: error: the file is empty; it begins with "
            "'version: 1'");
}

TEST(Loader, SecondDocument) {
  EXPECT_THAT(errorOf("version: 1\n---\nversion: 1\n"),
              HasSubstr("more than one document"));
}

TEST(Loader, NotUtf8) {
  EXPECT_EQ(errorOf("version: 1\n# caf\xe9\n"),
            "lib.yaml:2:6: error: the file is not UTF-8");
  EXPECT_THAT(errorOf(std::string("\xff\xfev\0e\0r\0", 8)),
              HasSubstr("lib.yaml:1:"));
  EXPECT_THAT(errorOf(std::string("version: 1\n\0", 12)),
              StartsWith("lib.yaml:2:1: error: "));
}

TEST(Loader, DeepNesting) {
  for (const char *Open : {"[", "{a: ", "- ", "? "}) {
    std::string Text = "version: 1\nentries: \n  ";
    for (int I = 0; I < 100000; ++I)
      Text += Open;
    EXPECT_THAT(errorOf(Text), HasSubstr("nested too deeply")) << Open;
  }
}

TEST(Loader, HugeFile) {
  EXPECT_THAT(errorOf("version: 1\n#" + std::string(5 << 20, 'x')),
              HasSubstr("larger than 4 MB"));
}

// The short form: a list for each role of a library.

TEST(Loader, RolesAsListsOfALibrary) {
  std::vector<Entry> All = entriesOf(
      "version: 1\n"
      "libraries: [{name: house, spawn: [{function: 'house::launch', starts: "
      "thread, callable: 0}]}]\n");
  ASSERT_EQ(All.size(), 1u);
  EXPECT_EQ(All[0].spelling(), "house::launch");
  EXPECT_EQ(All[0].Library, "house");
  ASSERT_TRUE(All[0].Spawn);
  EXPECT_EQ(All[0].Spawn->Callable, 0u);
}

TEST(Loader, SeveralLibrariesOfOneFile) {
  std::vector<Entry> All =
      entriesOf("version: 1\n"
                "library: mine\n"
                "entries:\n"
                "  - {function: f, cores: {}}\n"
                "libraries:\n"
                "  - name: one\n"
                "    entries:\n"
                "      - {function: g, config: {}}\n"
                "    wait:\n"
                "      - {class: C, member: m, for: task, counterpart: n}\n"
                "  - name: two\n"
                "    cores:\n"
                "      - function: h\n");
  ASSERT_EQ(All.size(), 4u);
  EXPECT_EQ(All[0].Library, "mine");
  EXPECT_EQ(All[1].Library, "one");
  EXPECT_EQ(All[2].spelling(), "C::m");
  EXPECT_TRUE(All[2].Wait);
  EXPECT_EQ(All[2].Counterpart, "n");
  EXPECT_EQ(All[3].Library, "two");
  EXPECT_TRUE(All[3].Cores);
  EXPECT_EQ(All[3].Line, 13u);
}

// `handle` and `pool` are roles, too.
TEST(Loader, FactBesideANameBeforeARoleOfItsName) {
  std::vector<Entry> All =
      entriesOf("version: 1\n"
                "libraries:\n"
                "  - name: house\n"
                "    spawn:\n"
                "      - {function: f, starts: pooled, handle: result, pool: "
                "0, blocking: {by: sync}}\n");
  ASSERT_EQ(All.size(), 1u);
  EXPECT_EQ(All[0].Spawn->Handle.In, ObjectPlace::Kind::Result);
  EXPECT_TRUE(All[0].Spawn->Pool);
  EXPECT_FALSE(All[0].Pool);
  EXPECT_TRUE(All[0].Blocking);
}

TEST(Loader, MistakesInListsOfALibrary) {
  EXPECT_EQ(errorOf("version: 1\nlibraries:\n  - {name: a, spwan: []}\n"),
            "lib.yaml:3:15: error: unknown role 'spwan', did you mean "
            "'spawn'?");
  EXPECT_EQ(errorOf("version: 1\nlibraries:\n  - {name: a, spawn: [{function: "
                    "f, starts: thread, calable: 0}]}\n"),
            "lib.yaml:3:53: error: unknown key 'calable', did you mean "
            "'callable'?");
  EXPECT_EQ(errorOf("version: 1\nlibraries:\n  - {name: a, spawn: [{function: "
                    "f}]}\n"),
            "lib.yaml:3:24: error: missing required key 'starts'");
  EXPECT_EQ(errorOf("version: 1\nlibraries:\n  - {spawn: []}\n"),
            "lib.yaml:3:6: error: missing required key 'name'");
}

// What comes twice, or against what came before, is said, not dropped.

TEST(Loader, EntryTwice) {
  EXPECT_EQ(errorOf("version: 1\nentries:\n  - {function: f, cores: {}}\n  - "
                    "{function: f, cores: {}}\n"),
            "lib.yaml:4:6: error: 'f' is described twice; it was in line 3");
  EXPECT_EQ(errorOf(file("{function: [f, f], cores: {}}")),
            "lib.yaml:3:6: error: 'f' is described twice; it was in line 3");
}

TEST(Loader, EntryThatContradictsAnother) {
  EXPECT_EQ(errorOf("version: 1\nentries:\n  - {function: f, cores: {}}\n  - "
                    "{function: f, config: {}}\n"),
            "lib.yaml:4:6: error: 'f' is described in another way in line 3; "
            "an entry that contradicts it is never asked");
  EXPECT_EQ(errorOf("version: 1\nentries:\n  - {function: f, none: true}\n  - "
                    "{function: f, config: {}}\n"),
            "lib.yaml:4:6: error: 'f' is described in another way in line 3; "
            "an entry that contradicts it is never asked");
}

TEST(Loader, EntryThatIsNeverAsked) {
  EXPECT_EQ(errorOf("version: 1\nentries:\n  - {function: f, cores: {}}\n  - "
                    "{function: f, min-arguments: 1, config: {}}\n"),
            "lib.yaml:4:6: error: the entry in line 3 fits every 'f', so this "
            "one is never asked; put the special form first");
  EXPECT_EQ(errorOf("version: 1\nentries:\n  - {function: f, min-arguments: 1, "
                    "config: {}}\n  - {function: f, cores: {}}\n"),
            "");
}

TEST(Loader, KeyTwice) {
#if LLVM_VERSION_MAJOR < 17
  GTEST_SKIP() << "LLVM 16 takes the last one without a word";
#endif
  EXPECT_THAT(errorOf("version: 1\nversion: 1\n"),
              HasSubstr("duplicated mapping key 'version'"));
  EXPECT_THAT(errorOf(file("{function: f, cores: {}, cores: {}}")),
              HasSubstr("duplicated mapping key 'cores'"));
}

TEST(Loader, Cycles) {
  for (const char *Text : {"version: 1\nentries: &all\n  - *all\n",
                           "version: 1\nentries: &a [*a, *a]\n",
                           "version: 1\nbudgets: &b {max-tasks: *b}\n"})
    EXPECT_THAT(errorOf(Text), HasSubstr("aliases ('*name') are not read"));
}

// Sizes.

TEST(Loader, HeadOfAFile) {
  EXPECT_EQ(headOf("version: 1\nedition: '0.1'\nentries: [").Edition, "0.1");
  EXPECT_TRUE(headOf("version: 1\ninherit-parent: true\n").InheritParent);
  EXPECT_FALSE(headOf("version: 1\ninherit-parent: false\n").InheritParent);
  EXPECT_EQ(headOf("edition: {a: b}").Edition, "");
  EXPECT_EQ(headOf("[edition]").Edition, "");
  EXPECT_EQ(headOf("edition: \xff").Edition, "");
  EXPECT_EQ(headOf("entries: [{function: edition}]").Edition, "");
  EXPECT_EQ(headOf("").Edition, "");
}

TEST(Loader, CoresAndBudgets) {
  llvm::Expected<VocabularyFile> Loaded =
      loadVocabularyFile("version: 1\n"
                         "inherit-parent: true\n"
                         "cores: 8\n"
                         "budgets: {max-tasks: 12, max-io-threads: 64}\n",
                         "lib.yaml");
  ASSERT_TRUE(bool(Loaded));
  EXPECT_TRUE(Loaded->InheritParent);
  EXPECT_EQ(Loaded->Sizes.of("Cores"), 8u);
  EXPECT_EQ(Loaded->Sizes.of("MaxTasks"), 12u);
  EXPECT_EQ(Loaded->Sizes.of("MaxIoThreads"), 64u);
  EXPECT_FALSE(Loaded->Sizes.of("MaxThreads"));
  Budgets Nearer;
  Nearer.MaxTasks = 5;
  Nearer.inherit(Loaded->Sizes);
  EXPECT_EQ(Nearer.of("MaxTasks"), 5u);
  EXPECT_EQ(Nearer.of("Cores"), 8u);
  EXPECT_EQ(errorOf("version: 1\nbudgets: {max-task: 1}\n"),
            "lib.yaml:2:11: error: unknown key 'max-task', did you mean "
            "'max-tasks'?");
  EXPECT_EQ(errorOf("version: 1\ncores: many\n"),
            "lib.yaml:2:8: error: invalid number");
}

// Entries that change what is known.

/// The facts of what \p Text makes of the entries of \p Known.
std::vector<std::string> extended(const std::string &Known,
                                  const std::string &Text) {
  std::vector<Entry> Mine = entriesOf(Text);
  llvm::Error Wrong = extend(Mine, entriesOf(Known));
  if (Wrong)
    return {llvm::toString(std::move(Wrong))};
  std::vector<std::string> Facts;
  for (const Entry &E : Mine)
    Facts.push_back(writtenRoles(E) + "|" + writtenConditions(E));
  return Facts;
}

const char *const Known =
    "version: 1\nentries:\n"
    "  - {function: f, min-arguments: 2, wait: {for: task}, blocking: {by: "
    "net}}\n"
    "  - {function: f, wait: {for: task}}\n"
    "  - {function: g, none: true}\n";

TEST(Extend, AddsARole) {
  EXPECT_EQ(extended(Known, file("{function: f, extends: true, io: {waits: "
                                 "blocking}}")),
            (std::vector<std::string>{
                "wait: {for: task}, blocking: {by: net}, io: {waits: "
                "blocking}|min-arguments: 2",
                "wait: {for: task}, io: {waits: blocking}|"}));
}

TEST(Extend, TakesARoleAway) {
  EXPECT_EQ(extended(Known, file("{function: f, without: wait}")),
            (std::vector<std::string>{"blocking: {by: net}|min-arguments: 2",
                                      "none: true|"}));
}

TEST(Extend, TakesAwayAndAdds) {
  EXPECT_EQ(extended(Known, file("{function: f, max-arguments: 1, without: "
                                 "[wait], config: {}}")),
            (std::vector<std::string>{
                "config: {}, blocking: {by: net}|min-arguments: 2, "
                "max-arguments: 1",
                "config: {}|max-arguments: 1"}));
}

TEST(Extend, OfWhatIsNotKnown) {
  EXPECT_EQ(extended(Known, file("{function: h, extends: true, config: {}}")),
            std::vector<std::string>{
                "lib.yaml:3:6: error: nothing is known of 'h' that this entry "
                "could extend"});
  EXPECT_EQ(extended(Known, file("{function: g, extends: true, config: {}}")),
            std::vector<std::string>{
                "lib.yaml:3:6: error: nothing is known of 'g' that this entry "
                "could extend"});
  EXPECT_EQ(extended(Known, file("{function: f, without: pool}")),
            std::vector<std::string>{
                "lib.yaml:3:6: error: 'f' has no role 'pool' to take away"});
}

TEST(Loader, RolesTakenAway) {
  EXPECT_EQ(errorOf(file("{function: f, without: spwan}")),
            "lib.yaml:3:6: error: unknown role 'spwan', did you mean 'spawn'?");
  EXPECT_EQ(errorOf(file("{function: f, without: wait, wait: {for: task}}")),
            "lib.yaml:3:6: error: a role that is given is not taken away as "
            "well");
  EXPECT_EQ(errorOf(file("{function: f, without: wait, none: true}")),
            "lib.yaml:3:6: error: 'none' takes all away; extends and without "
            "keep the rest");
}

// What is written is read back as the same.
TEST(Write, EveryBuiltInEntry) {
  for (const Entry &E : Vocabulary::builtin().entries()) {
    std::string Text = "{function: f";
    for (const auto &[Key, Value] : writtenFacts(E))
      Text.append(", ").append(Key).append(": ").append(Value);
    // Which names it goes with is another matter.
    if (E.Handler || E.None)
      continue;
    std::vector<Entry> Again = entriesOf(file(Text + "}"));
    ASSERT_EQ(Again.size(), 1u) << Text;
    EXPECT_EQ(writtenFacts(Again[0]), writtenFacts(E)) << Text;
  }
}

} // namespace
