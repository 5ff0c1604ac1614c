// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One case for each way in which a declaration hides behind a name, or a name
// does not mean the declaration.

#include "vocabulary/Roles.h"
#include "vocabulary/Loader.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/Error.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace clang;
using namespace tidepool;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const char *Library = R"(
namespace lib {
inline namespace v2 {
struct Executor {
  virtual ~Executor();
  virtual void add(int);
  void stop();
  void quit();
};
struct InlineExecutor : Executor { void add(int) override; };
struct Pool : Executor {
  Pool();
  template <typename F> explicit Pool(F f);
  Pool(const Pool &);
  Pool(Pool &&);
  void add(int) override;
};
namespace detail { template <typename T> struct future_base { void wait() const; }; }
template <typename T> struct future : detail::future_base<T> { T get(); };
template <> struct future<void> : detail::future_base<void> { void get(); };
template <int N> struct semaphore { explicit semaphore(int); void acquire(int timeout = -1); };
using binary_semaphore = semaphore<1>;
template <typename T> struct vector {
  template <typename... A> T &emplace_back(A &&...);
};
template <typename T> struct pointer { T *operator->() const; T &operator*() const; };
template <typename T, typename... A> pointer<T> make(A &&...);
template <typename F> void run(F f);
template <typename T> T smaller(T a, T b);
enum class policy { now = 1, later = 2 };
void start(policy, void (*)());
void start(void (*)());
struct starter { template <typename F> void operator()(F f) const; };
inline constexpr starter go{};
struct now_t {};
template <typename T> struct lazy {};
lazy<int> operator||(lazy<int>, lazy<int>);
struct lazy_t {};
template <typename Token> struct result_of { using type = void; };
template <> struct result_of<lazy_t> { using type = lazy<int>; };
template <typename F, typename Token>
typename result_of<Token>::type initiate(F f, Token token, int priority = 0);
namespace detail {
template <typename Signature> struct sender;
template <typename T> struct sender<void(T)> { void send(T); };
}
template <typename Signature> struct channel : detail::sender<Signature> {};
}
namespace hidden { void fire(); struct group { void run(); }; }
using hidden::fire;
using hidden::group;
}
)";

const char *Words = R"(version: 1
entries:
  - {class: "lib::Pool", constructor: true, min-arguments: 1, spawn: {starts: thread}}
  - {class: "lib::Executor", member: add, spawn: {starts: pooled}}
  - {class: "lib::Executor", member: stop, wait: {for: task}}
  - {class: "lib::InlineExecutor", member: add, none: true}
  - {class: "lib::future", task: {starts: eager}}
  - {class: "lib::future", member: [wait, get], wait: {for: task}}
  - {class: "lib::binary_semaphore", limiter: {does: type}}
  - class: lib::semaphore
    member: acquire
    when: [{argument: 0, defaulted: true}]
    wait: {for: permit}
  - class: lib::semaphore
    member: acquire
    when: [{argument: 0, value: -1}]
    wait: {for: permit}
  - {class: "lib::semaphore", member: acquire, wait: {for: permit, timed: true}}
  - {class: "lib::vector", member: emplace_back, constructs: {template-of: class}}
  - {function: "lib::make", constructs: {template-of: function}}
  - {function: "lib::run", handler: {callable: 0}}
  - {function: "lib::smaller", bounds: {}}
  - function: lib::start
    when: [{argument: 0, enumerator: 'lib::policy::later'}]
    none: true
  - function: lib::start
    when: [{argument: 0, type: 'lib::policy'}]
    spawn: {starts: thread, callable: 1}
  - {function: "lib::start", spawn: {starts: thread, callable: 0}}
  - function: lib::initiate
    when: [{argument: result, type: 'lib::lazy'}]
    none: true
  - function: lib::initiate
    when: [{argument: last, type: 'lib::now_t'}]
    spawn: {starts: pooled, callable: 0}
  - {class: "lib::channel", member: send, limiter: {does: acquire}}
  - {object: "lib::go", spawn: {starts: coroutine}}
  - {function: "lib::fire", cores: {}}
  - {class: "lib::group", member: run, spawn: {starts: pooled}}
  - {function: accept, io: {accepts: true}}
  - {function: "lib::operator||", race: {}}
  - {takes: "lib::now_t", io: {}}
  - {macro: TEST, test: {}}
)";

class Finder : public RecursiveASTVisitor<Finder> {
public:
  explicit Finder(Roles &Known) : Known(Known) {}
  bool shouldVisitTemplateInstantiations() const { return true; }
  bool VisitExpr(Expr *E) {
    const Entry *Found = Known.of(E);
    if (!Found)
      return true;
    std::string Text = Found->spelling();
    if (Found->Wait && Found->Wait->Timed)
      Text += " timed";
    if (Found->Spawn && Found->Spawn->Callable)
      Text += " " + std::to_string(*Found->Spawn->Callable);
    if (Found->Constructs) {
      const auto *Call = cast<CallExpr>(E);
      SmallVector<const Expr *, 4> Arguments(Call->arguments());
      const Entry *Made = Known.ofConstruction(
          Roles::constructed(Call, *Found->Constructs), Arguments);
      Text += Made ? " makes " + Made->spelling() : "";
    }
    All.push_back(Text);
    return true;
  }
  std::vector<std::string> All;

private:
  Roles &Known;
};

class RolesTest : public testing::Test {
protected:
  /// The entries that the expressions of \p Code have, in source order.
  std::vector<std::string>
  in(const std::string &Code, const std::string &Extra = "",
     const std::vector<std::string> &Flags = {"-std=c++20"},
     const std::string &Name = "input.cc") {
    llvm::Expected<std::vector<Entry>> Loaded =
        loadVocabulary(Words + Extra, "words.yaml");
    if (!Loaded) {
      ADD_FAILURE() << llvm::toString(Loaded.takeError());
      return {};
    }
    All = std::make_unique<Vocabulary>(std::move(*Loaded));
    bool IsC = llvm::StringRef(Name).ends_with(".c");
    Unit = tooling::buildASTFromCodeWithArgs((IsC ? "" : Library) + Code, Flags,
                                             Name);
    if (!Unit || Unit->getDiagnostics().hasErrorOccurred()) {
      ADD_FAILURE() << "the code does not compile";
      return {};
    }
    Known = std::make_unique<Roles>(Unit->getASTContext(), *All);
    Finder Find(*Known);
    Find.TraverseAST(Unit->getASTContext());
    return Find.All;
  }

  std::unique_ptr<Vocabulary> All;
  std::unique_ptr<ASTUnit> Unit;
  std::unique_ptr<Roles> Known;
};

// What must be found.

TEST_F(RolesTest, plainCalls) {
  EXPECT_THAT(in("void f(void (*g)()) { lib::run(g); lib::start(g); }"),
              ElementsAre("lib::run", "lib::start 0"));
}

TEST_F(RolesTest, memberDeclaredInABase) {
  EXPECT_THAT(in("void f(lib::future<int> &x) { x.wait(); x.get(); }"),
              ElementsAre("lib::future::wait", "lib::future::get"));
}

TEST_F(RolesTest, memberOfAnExplicitSpecialisation) {
  EXPECT_THAT(in("void f(lib::future<void> &x) { x.wait(); x.get(); }"),
              ElementsAre("lib::future::wait", "lib::future::get"));
}

TEST_F(RolesTest, throughASmartPointer) {
  EXPECT_THAT(in("void f(lib::pointer<lib::future<int>> &x) {"
                 "  x->wait(); (*x).get(); }"),
              ElementsAre("lib::future::wait", "lib::future::get"));
}

TEST_F(RolesTest, classDerivedByTheUser) {
  EXPECT_THAT(in("struct Mine : lib::future<int> { void g() { wait(); } };"
                 "void f(Mine &x) { x.get(); }"),
              ElementsAre("lib::future::wait", "lib::future::get"));
}

TEST_F(RolesTest, inheritedConstructor) {
  EXPECT_THAT(in("struct Mine : lib::Pool { using Pool::Pool; };"
                 "void f() { Mine one(1); }"),
              ElementsAre("lib::Pool::Pool"));
}

TEST_F(RolesTest, constructorOnTheHeapAndInAnInitialiser) {
  EXPECT_THAT(
      in("struct Holder { lib::Pool p; Holder() : p(1) {} };"
         "void f() { delete new lib::Pool(1); (void)lib::Pool{1}; }"),
      ElementsAre("lib::Pool::Pool", "lib::Pool::Pool", "lib::Pool::Pool"));
}

TEST_F(RolesTest, overriddenByTheUser) {
  EXPECT_THAT(in("struct Mine : lib::Executor { void add(int) override; };"
                 "void f(Mine &x) { x.add(1); x.stop(); }"),
              ElementsAre("lib::Executor::add", "lib::Executor::stop"));
}

TEST_F(RolesTest, inlineNamespaceIsNotNamed) {
  EXPECT_THAT(in("void f(lib::v2::future<int> &x) { x.get(); }"),
              ElementsAre("lib::future::get"));
}

TEST_F(RolesTest, namespaceAlias) {
  EXPECT_THAT(in("namespace l = lib; void f(int i) { l::run(i); }"),
              ElementsAre("lib::run"));
}

TEST_F(RolesTest, usingDeclarationAndDirective) {
  EXPECT_THAT(in("using lib::run; void f(int i) { run(i); }"
                 "namespace u { using namespace lib;"
                 "void g(void (*h)()) { start(h); } }"),
              ElementsAre("lib::run", "lib::start 0"));
}

TEST_F(RolesTest, macroOfTheUser) {
  EXPECT_THAT(in("#define GO(f) lib::run(f)\nvoid f(int i) { GO(i); }"),
              ElementsAre("lib::run"));
}

TEST_F(RolesTest, declarationBehindTheLibrarysOwnUsing) {
  EXPECT_THAT(in("void f(lib::group &g) { lib::fire(); g.run(); }"),
              ElementsAre("lib::fire", "lib::group::run"));
}

TEST_F(RolesTest, aliasOfTheUser) {
  EXPECT_THAT(in("using Future = lib::future<int>;"
                 "template <typename T> using F = lib::future<T>;"
                 "void f(Future &x, F<long> &y) { x.get(); y.get(); }"),
              ElementsAre("lib::future::get", "lib::future::get"));
}

TEST_F(RolesTest, explicitSpecialisationOfAFunction) {
  EXPECT_THAT(in("namespace lib { template <> int smaller(int, int); }"
                 "int f(int a) { return lib::smaller(a, 1); }"),
              ElementsAre("lib::smaller"));
}

TEST_F(RolesTest, functionTemplateInItsInstantiations) {
  EXPECT_THAT(in("template <typename T> void f(T &x) { x.get(); }"
                 "void g(lib::future<int> &x) { f(x); }"),
              ElementsAre("lib::future::get"));
}

TEST_F(RolesTest, functionObject) {
  EXPECT_THAT(in("void f(int i) { lib::go(i); }"), ElementsAre("lib::go"));
}

TEST_F(RolesTest, elementMadeFromForwardedArguments) {
  EXPECT_THAT(in("void f(lib::vector<lib::Pool> &v) {"
                 "  v.emplace_back(1); lib::make<lib::Pool>(1); }"),
              ElementsAre("lib::vector::emplace_back makes lib::Pool::Pool",
                          "lib::make makes lib::Pool::Pool"));
}

TEST_F(RolesTest, functionOfC) {
  EXPECT_THAT(in("int accept(int, void *, int *);"
                 "void f(int s) { accept(s, 0, 0); }",
                 "", {}, "input.c"),
              ElementsAre("accept"));
}

TEST_F(RolesTest, functionOfCInCpp) {
  EXPECT_THAT(in("extern \"C\" int accept(int, void *, int *);"
                 "namespace std { using ::accept; }"
                 "void f(int s) { ::accept(s, 0, 0); std::accept(s, 0, 0); }"),
              ElementsAre("accept", "accept"));
}

TEST_F(RolesTest, entryNamesAClassByAnAlias) {
  EXPECT_THAT(in("struct Implementation { Implementation(int); };"
                 "namespace my { using Queue = Implementation; }"
                 "void f() { my::Queue q(1); }",
                 "  - {class: 'my::Queue', constructor: true, "
                 "spawn: {starts: pooled}}\n"),
              ElementsAre("my::Queue::Queue"));
}

TEST_F(RolesTest, overloadsAndConditions) {
  EXPECT_THAT(in("void f(lib::policy p, void (*g)()) {"
                 "  lib::start(lib::policy::now, g); lib::start(p, g); }"),
              ElementsAre("lib::start 1", "lib::start 1"));
}

TEST_F(RolesTest, timedAndUntimedFormOfOneName) {
  EXPECT_THAT(in("void f(lib::semaphore<8> &s) {"
                 "  s.acquire(); s.acquire(-1); s.acquire(5); }"),
              ElementsAre("lib::semaphore::acquire", "lib::semaphore::acquire",
                          "lib::semaphore::acquire timed"));
}

TEST_F(RolesTest, conditionOnTheLastArgumentAndOnTheResult) {
  EXPECT_THAT(in("void f(int i) { lib::initiate(i, lib::now_t());"
                 "  lib::initiate(i, i); lib::initiate(i, lib::lazy_t());"
                 "  lib::initiate(lib::now_t(), lib::lazy_t());"
                 "  lib::initiate(i, lib::now_t(), 1); }"),
              ElementsAre("lib::initiate 0"));
}

TEST_F(RolesTest, conditionOnTheObject) {
  const char *Words = "  - {class: 'lib::Executor', member: quit,"
                      " when: [{argument: this, type: Mine}],"
                      " wait: {for: task}}\n";
  EXPECT_THAT(in("struct Other : lib::Executor {}; struct Mine : Other {};"
                 "void f(Mine &x, Other &y) { x.quit(); y.quit(); }",
                 Words),
              ElementsAre("lib::Executor::quit"));
}

TEST_F(RolesTest, memberOfABaseThatHasItForSomeArguments) {
  EXPECT_THAT(in("void f(lib::channel<void(int)> &c) { c.send(1); }"),
              ElementsAre("lib::channel::send"));
}

// What must stay silent.

TEST_F(RolesTest, sameNameElsewhere) {
  EXPECT_THAT(
      in("namespace other { struct future { void get(); };"
         "void run(int); struct starter { void operator()(int) const; };"
         "inline constexpr starter go; struct Pool { Pool(int); };"
         "void accept(int); struct group { void run(); }; }"
         "void f(other::future &x, other::group &g) {"
         "  x.get(); g.run(); other::run(1); other::go(1);"
         "  other::Pool p(1); other::accept(1); }"),
      IsEmpty());
}

TEST_F(RolesTest, sameNameOfAUnitsOwn) {
  EXPECT_THAT(in("namespace { void accept(int); } void f() { accept(1); }"),
              IsEmpty());
}

TEST_F(RolesTest, freeOperator) {
  EXPECT_THAT(in("void f(lib::lazy<int> a, bool b) { a || a; b || b; }"),
              ElementsAre("lib::operator||"));
}

TEST_F(RolesTest, generatedCall) {
  EXPECT_THAT(in("struct Stub { int ask(lib::now_t *); int ask(lib::lazy_t *);"
                 "  int own(lib::now_t *) { return 0; } };"
                 "int ask(lib::now_t *);"
                 "void f(Stub &s, lib::now_t *n, lib::lazy_t *l) {"
                 "  s.ask(n); s.ask(l); s.own(n); ask(n); }"),
              ElementsAre("call with lib::now_t"));
}

const char *Generated = R"(
  - function: [call_*, 'made::call_*']
    when: [{argument: 0, type: 'lib::now_t'}]
    io: {}
  - {function: call_nobody, cores: {}}
)";

TEST_F(RolesTest, functionsWhoseNamesBeginAlike) {
  EXPECT_THAT(in("int call_(lib::now_t *); int call_this(lib::now_t &, int);"
                 "extern \"C\" int call_that(lib::now_t *);"
                 "namespace made { inline namespace v1 {"
                 "int call_other(lib::now_t *); } }"
                 "void f(lib::now_t *n) { call_(n); call_this(*n, 1);"
                 "  call_that(n); made::call_other(n); }",
                 Generated),
              ElementsAre("call_*", "call_*", "call_*", "made::call_*"));
}

TEST_F(RolesTest, wholeNameComesBeforeItsBeginning) {
  EXPECT_THAT(in("int call_nobody(lib::now_t *); int call_nobody();"
                 "void f(lib::now_t *n) { call_nobody(n); }",
                 Generated),
              ElementsAre("call_nobody"));
}

TEST_F(RolesTest, namesThatBeginAlikeElsewhere) {
  EXPECT_THAT(in("namespace other { int call_this(lib::now_t *); }"
                 "struct Stub { static int call_that(lib::now_t *); };"
                 "int call_long(long); int recall_this(lib::now_t *);"
                 "int call_none();"
                 "inline int call_own(lib::now_t *) { return 0; }"
                 "void f(lib::now_t *n) { other::call_this(n);"
                 "  Stub::call_that(n); call_long(1); recall_this(n);"
                 "  call_none(); call_own(n); }",
                 Generated),
              ElementsAre("call with lib::now_t"));
}

TEST_F(RolesTest, beginningResolvesWhereAFunctionHasIt) {
  in("int call_this(lib::now_t *); namespace made { struct call_that {}; }",
     Generated);
  std::vector<bool> Found;
  for (const Entry &E : All->entries())
    if (!E.beginning().empty())
      Found.push_back(Known->resolves(E));
  EXPECT_THAT(Found, ElementsAre(true, false));
}

TEST_F(RolesTest, sameMemberNameInADerivedClass) {
  EXPECT_THAT(in("struct Mine : lib::future<int> { void get(); };"
                 "void f(Mine &x) { x.get(); }"),
              IsEmpty());
}

TEST_F(RolesTest, virtualMethodThatOverridesNothing) {
  EXPECT_THAT(
      in("struct Mine : lib::Executor { virtual void add(long, long); };"
         "void f(Mine &x) { x.add(1, 2); }"),
      IsEmpty());
}

TEST_F(RolesTest, noneOfANearerClass) {
  EXPECT_THAT(in("struct Mine : lib::InlineExecutor {};"
                 "void f(lib::InlineExecutor &x, Mine &y) { x.add(1); y.add(1);"
                 "}"),
              IsEmpty());
}

TEST_F(RolesTest, noneOfANearerClassForAllItsMembers) {
  EXPECT_THAT(in("struct Quiet : lib::Executor {};"
                 "void f(Quiet &x) { x.add(1); x.stop(); }",
                 "  - {class: Quiet, none: true}\n"),
              IsEmpty());
}

TEST_F(RolesTest, noneForOneArgument) {
  EXPECT_THAT(in("void f(void (*g)()) { lib::start(lib::policy::later, g); }"),
              IsEmpty());
}

TEST_F(RolesTest, copyMoveAndDefaultConstructor) {
  EXPECT_THAT(in("void f(lib::Pool &p) { lib::Pool a; lib::Pool b(p);"
                 "  lib::Pool c(static_cast<lib::Pool &&>(p));"
                 "  lib::Pool d[4]; }"),
              IsEmpty());
}

TEST_F(RolesTest, elementCopiedMovedOrDefault) {
  EXPECT_THAT(
      in("void f(lib::vector<lib::Pool> &v, lib::Pool &p) {"
         "  v.emplace_back(p); v.emplace_back(); }"),
      ElementsAre("lib::vector::emplace_back", "lib::vector::emplace_back"));
}

TEST_F(RolesTest, elementOfAnotherType) {
  EXPECT_THAT(in("void f(lib::vector<int> &v) { v.emplace_back(1); }"),
              ElementsAre("lib::vector::emplace_back"));
}

TEST_F(RolesTest, templateThatNobodyInstantiates) {
  EXPECT_THAT(
      in("template <typename T> void f(T &x) { x.get(); lib::run(x); }"),
      IsEmpty());
}

TEST_F(RolesTest, functionPointer) {
  EXPECT_THAT(in("void f() { void (*g)() = lib::fire; g(); }"), IsEmpty());
}

TEST_F(RolesTest, methodNamedLikeAFunctionOfC) {
  EXPECT_THAT(in("struct Visitor { void accept(int); };"
                 "void f(Visitor &v) { v.accept(1); }"),
              IsEmpty());
}

// Types.

TEST_F(RolesTest, typeByItsNearestClass) {
  in("struct Mine : lib::future<int> {}; Mine mine; int other;"
     "lib::semaphore<1> one(1); lib::semaphore<2> two(2);");
  auto Of = [&](llvm::StringRef Name) {
    const NamedDecl *Found = Known->resolve(Name).front();
    const Entry *E = Known->ofType(cast<VarDecl>(Found)->getType());
    return E ? E->spelling() : "";
  };
  EXPECT_EQ(Of("mine"), "lib::future");
  EXPECT_EQ(Of("other"), "");
  // The alias is of one specialisation, and means no other.
  EXPECT_EQ(Of("one"), "lib::binary_semaphore");
  EXPECT_EQ(Of("two"), "");
}

// Resolution.

TEST_F(RolesTest, everythingThatTheUnitHasResolves) {
  in("#define TEST(x)\n");
  std::vector<std::string> Missing;
  for (const Entry &E : All->entries())
    if (!Known->resolves(E))
      Missing.push_back(E.spelling());
  EXPECT_THAT(Missing, ElementsAre("accept"));
}

TEST_F(RolesTest, whatIsMissingDoesNotResolve) {
  in("", "  - {function: 'lib::Pool', cores: {}}\n"
         "  - {class: 'lib::run', task: {starts: eager}}\n"
         "  - {class: 'lib::future', member: then, cores: {}}\n"
         "  - {object: 'lib::run', cores: {}}\n"
         "  - {function: 'hidden::fire', when: [{argument: 0, type: "
         "'lib::None'}], "
         "cores: {}}\n");
  for (const Entry &E : All->entries().take_back(6)) // TEST is the first
    EXPECT_FALSE(Known->resolves(E)) << E.spelling();
}

TEST_F(RolesTest, typeOfAPointerIsWhatItPointsTo) {
  const std::string Extra = R"(
  - function: give
    when: [{argument: 0, type: 'lib::Pool'}]
    spawn: {starts: pooled, callable: 1}
  - {function: give, spawn: {starts: pooled, callable: 0}}
)";
  EXPECT_THAT(in("void give(lib::Pool *, int); void give(int, int);"
                 "void f(lib::Pool *p) { give(p, 1); give(1, 1); }",
                 Extra),
              ElementsAre("give 1", "give 0"));
}

TEST_F(RolesTest, overrideHasTheEntryOfWhatItOverrides) {
  in("struct Mine : lib::Executor { void add(int) override; void own(); };"
     "struct Other { virtual void add(int); };");
  auto EntryOf = [&](llvm::StringRef Class, llvm::StringRef Name) {
    const auto *Record =
        llvm::cast<CXXRecordDecl>(Known->resolve(Class).front());
    for (const CXXMethodDecl *Method : Record->methods())
      if (Method->getIdentifier() && Method->getName() == Name)
        return Known->ofMethod(Method);
    ADD_FAILURE() << "no such method";
    return static_cast<const Entry *>(nullptr);
  };
  ASSERT_TRUE(EntryOf("Mine", "add"));
  EXPECT_EQ(EntryOf("Mine", "add")->spelling(), "lib::Executor::add");
  EXPECT_FALSE(EntryOf("Mine", "own"));
  EXPECT_FALSE(EntryOf("Other", "add"));
  EXPECT_FALSE(EntryOf("lib::InlineExecutor", "add"));
}

} // namespace
