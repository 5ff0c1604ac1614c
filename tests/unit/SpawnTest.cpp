// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/Spawn.h"
#include "Question.h"

using namespace tidepool;

namespace {

/// Where the task that \p Name starts is kept: "container ts".
std::string handleIn(llvm::StringRef Code, llvm::StringRef Name = "task") {
  Question Q(Code);
  Handle H = handleOf(Q.facts(), Q.spawn(Name));
  std::string Words;
  switch (H.In) {
  case Handle::Place::Discarded:
    Words = "discarded";
    break;
  case Handle::Place::Waited:
    Words = "waited";
    break;
  case Handle::Place::Detached:
    Words = "detached";
    break;
  case Handle::Place::Variable:
    Words = "variable";
    break;
  case Handle::Place::Container:
    Words = "container";
    break;
  case Handle::Place::Elsewhere:
    Words = "elsewhere";
    break;
  }
  return H.Decl ? Words + " " + H.Decl->getNameAsString() : Words;
}

bool starts(llvm::StringRef Code, llvm::StringRef Name) {
  Question Q(Code);
  return spawnAt(Q.facts(), Q.call(Name)).has_value();
}

TEST(Spawn, ConstructionStartsATask) {
  Question Q("void f() { lib::task t(work); }");
  Spawn S = Q.spawn("task");
  EXPECT_EQ(S.noun(), "a thread");
  EXPECT_EQ(S.word(), "thread");
  EXPECT_EQ(S.Api->Class, "lib::task");
}

TEST(Spawn, MemberThatStartsKeepsTheTaskInItsObject) {
  EXPECT_EQ(handleIn("void f(lib::worker &w) { w.start(); }", "start"),
            "variable w");
  EXPECT_EQ(handleIn("void f(lib::vector<lib::worker> &ws) {"
                     "  ws[0].start(); }",
                     "start"),
            "container ws");
  EXPECT_EQ(handleIn("void f() { (new lib::worker)->start(); }", "start"),
            "elsewhere");
}

TEST(Spawn, CallWithoutArgumentsIsAlwaysTheSameObject) {
  EXPECT_EQ(handleIn("void f() { lib::shared_pool::instance().submit(work); }",
                     "submit"),
            "variable instance");
}

TEST(Spawn, ShiftedHandleIsInTheContainer) {
  EXPECT_EQ(handleIn("struct list { list &operator<<(lib::result &&); };"
                     "void f(list &l) { l << lib::async(work); }",
                     "async"),
            "container l");
}

TEST(Spawn, UnlimitedPoolStartsAThreadForEach) {
  auto Noun = [](llvm::StringRef Code) {
    Question Q(Code);
    return Q.spawn("submit").noun().str();
  };
  EXPECT_EQ(Noun("void f() { auto *p = lib::make_pool(-1); p->submit(work); }"),
            "a thread");
  EXPECT_EQ(Noun("void f() { auto *p = lib::make_pool(8); p->submit(work); }"),
            "a pooled task");
  EXPECT_EQ(Noun("void f(lib::shared_pool &p) { p.submit(work); }"),
            "a pooled task");
  EXPECT_EQ(
      Noun("struct S { lib::shared_pool *p; void g() {"
           "  p = lib::make_pool(-1); } void f() { p->submit(work); } };"),
      "a thread");
  EXPECT_EQ(Noun("void f(lib::shared_pool &p) { p.resize(-1);"
                 "  p.submit(work); }"),
            "a thread");
}

TEST(Spawn, EmptyHandleStartsNothing) {
  EXPECT_FALSE(starts("void f() { lib::task t; }", "task"));
}

TEST(Spawn, MovedHandleStartsNothing) {
  Question Q("void f(lib::task &t) { lib::task u(lib::move(t)); }");
  for (const clang::Expr *E : Q.expressions())
    EXPECT_FALSE(spawnAt(Q.facts(), E));
}

TEST(Spawn, CallStartsATask) {
  Question Q("void f(int a) { lib::start(work, a, 2); }");
  Spawn S = Q.spawn();
  EXPECT_EQ(S.Arguments.size(), 3u);
  EXPECT_EQ(S.Callable, S.Arguments[0]);
}

TEST(Spawn, MemberStartsAPooledTask) {
  Question Q("void f(lib::pool &p) { p.submit(work); }");
  EXPECT_EQ(Q.spawn("submit").noun(), "a pooled task");
}

TEST(Spawn, FunctionObjectStartsATask) {
  Question Q("void f() { lib::post(work); }");
  Spawn S = Q.spawn("post");
  EXPECT_EQ(S.noun(), "a coroutine");
  // The object itself is no argument.
  EXPECT_EQ(S.Arguments.size(), 1u);
  EXPECT_TRUE(S.Callable);
}

TEST(Spawn, EmplacedTaskIsStarted) {
  Question Q("void f(lib::vector<lib::task> &ts) {"
             "  ts.emplace_back(work, 1); }");
  Spawn S = Q.spawn("emplace_back");
  EXPECT_EQ(S.Api->Class, "lib::task");
  EXPECT_EQ(S.Callable, S.Arguments[0]);
}

TEST(Spawn, EmplacingSomethingElseStartsNothing) {
  EXPECT_FALSE(starts("void f(lib::vector<int> &v) { v.emplace_back(1); }",
                      "emplace_back"));
  EXPECT_FALSE(starts("void f(lib::vector<lib::task> &v) { v.emplace_back(); }",
                      "emplace_back"));
  EXPECT_FALSE(starts("void f(lib::vector<lib::task> &v, lib::task &t) {"
                      "  v.emplace_back(lib::move(t)); }",
                      "emplace_back"));
}

TEST(Spawn, SameNameElsewhereStartsNothing) {
  EXPECT_FALSE(starts("namespace mine { template <class F> void start(F); }"
                      "void f() { mine::start(work); }",
                      "start"));
}

TEST(Spawn, DroppedHandleIsDiscarded) {
  EXPECT_EQ(handleIn("void f() { lib::async(work); }", "async"), "discarded");
  EXPECT_EQ(handleIn("void f() { (void)lib::async(work); }", "async"),
            "discarded");
  EXPECT_EQ(handleIn("void f(bool b) { if (b) lib::async(work); }", "async"),
            "discarded");
}

TEST(Spawn, HandleWaitedForAtOnceIsWaited) {
  EXPECT_EQ(handleIn("void f() { lib::async(work).get(); }", "async"),
            "waited");
  EXPECT_EQ(handleIn("void f() { lib::task(work).join(); }"), "waited");
}

TEST(Spawn, HandleDetachedAtOnceIsDetached) {
  EXPECT_EQ(handleIn("void f() { lib::task(work).detach(); }"), "detached");
}

TEST(Spawn, HandleIsInItsVariable) {
  EXPECT_EQ(handleIn("void f() { lib::task t(work); }"), "variable t");
  EXPECT_EQ(handleIn("void f() { auto t = lib::task(work); }"), "variable t");
  EXPECT_EQ(handleIn("void f(lib::task &t) { t = lib::task(work); }"),
            "variable t");
}

TEST(Spawn, HandleIsInItsMember) {
  EXPECT_EQ(handleIn("struct S { lib::task t;"
                     "  void f() { t = lib::task(work); } };"),
            "variable t");
}

TEST(Spawn, HandleIsInItsContainer) {
  EXPECT_EQ(handleIn("void f(lib::vector<lib::task> &ts) {"
                     "  ts.push_back(lib::task(work)); }"),
            "container ts");
  EXPECT_EQ(handleIn("void f(lib::vector<lib::task> &ts) {"
                     "  ts.emplace_back(work); }",
                     "emplace_back"),
            "container ts");
  EXPECT_EQ(handleIn("void f(lib::vector<lib::task> &ts, int i) {"
                     "  ts[i] = lib::task(work); }"),
            "container ts");
  EXPECT_EQ(handleIn("void f(int i) { lib::task ts[8];"
                     "  ts[i] = lib::task(work); }"),
            "container ts");
}

TEST(Spawn, ElementOfARangeIsInAContainer) {
  EXPECT_EQ(handleIn("void f(lib::vector<lib::task> &ts) {"
                     "  for (auto &t : ts) t = lib::task(work); }"),
            "container t");
}

TEST(Spawn, HandleGivenByAddressIsThere) {
  EXPECT_EQ(handleIn("void f() { lib::task t; lib::start_at(&t, work); }",
                     "start_at"),
            "variable t");
  EXPECT_EQ(handleIn("void f(lib::task *ts, int i) {"
                     "  lib::start_at(&ts[i], work); }",
                     "start_at"),
            "container ts");
  EXPECT_EQ(handleIn("void f(lib::task *ts, int i) {"
                     "  lib::start_at(ts + i, work); }",
                     "start_at"),
            "container ts");
}

TEST(Spawn, HandleInABoxIsInTheBox) {
  EXPECT_EQ(handleIn("void f() { lib::box<lib::task> b(new lib::task(work));"
                     "}"),
            "variable b");
  EXPECT_EQ(handleIn("void f(lib::box<lib::task> &b) {"
                     "  b.reset(new lib::task(work)); }"),
            "variable b");
}

TEST(Spawn, HandleReturnedIsElsewhere) {
  EXPECT_EQ(handleIn("lib::task f() { return lib::task(work); }"), "elsewhere");
}

TEST(Spawn, HandleGivenToUnknownCodeIsElsewhere) {
  EXPECT_EQ(handleIn("void keep(lib::task); void f() {"
                     "  keep(lib::task(work)); }"),
            "elsewhere");
}

TEST(Spawn, RootIsSeenThroughWhatLeadsToIt) {
  Question Q("template <class T> void a(T &&); template <class T> void b(T &&);"
             "template <class T> void c(T &&); template <class T> void d(T &&);"
             "template <class T> void e(T &&); int make();"
             "struct S { lib::limit l; };"
             "void f(lib::vector<int> v, S *s, lib::limit l, int **p) {"
             "  a(v[0]); b(s->l); c(lib::ref(l)); d(**p); e(make()); }");
  auto Root = [&](llvm::StringRef Name) {
    const clang::ValueDecl *D = rootOf(Q.facts(), Q.argument(Name));
    return D ? D->getNameAsString() : "none";
  };
  EXPECT_EQ(Root("a"), "v");
  EXPECT_EQ(Root("b"), "l");
  EXPECT_EQ(Root("c"), "l");
  EXPECT_EQ(Root("d"), "p");
  EXPECT_EQ(Root("e"), "none");
}

TEST(Spawn, ObjectIsWhereTheEntrySays) {
  Question Q("void f(lib::limit &l, lib::c_limit *c) {"
             "  l.acquire(); lib::c_limit_wait(c); lib::make(work); }");
  auto Object = [&](llvm::StringRef Name, ObjectPlace Place) {
    return objectOf(Q.call(Name), Place);
  };
  using Kind = ObjectPlace::Kind;
  EXPECT_EQ(rootOf(Q.facts(), Object("acquire", {Kind::This, 0})),
            Q.variable("l"));
  EXPECT_EQ(rootOf(Q.facts(), Object("c_limit_wait", {Kind::Argument, 0})),
            Q.variable("c"));
  EXPECT_EQ(Object("c_limit_wait", {Kind::Argument, 3}), nullptr);
  EXPECT_EQ(Object("make", {Kind::Result, 0}), Q.call("make"));
}

TEST(Spawn, DependentCodeStartsNothing) {
  Question Q("template <class T> void f(T t) {"
             "  t.submit(work); lib::start(t.work); typename T::task u(t); }");
  for (const clang::Expr *E : Q.expressions())
    EXPECT_FALSE(spawnAt(Q.facts(), E));
}

TEST(Spawn, InstantiationStartsATask) {
  Question Q("template <class T> void f(T &pool) { pool.submit(work); }"
             "void g(lib::pool &p) { f(p); }");
  EXPECT_EQ(llvm::count_if(Q.expressions(),
                           [&](const clang::Expr *E) {
                             return spawnAt(Q.facts(), E).has_value();
                           }),
            1);
}

TEST(Spawn, HalfTypedAndDependentCodeIsSurvived) {
  auto Survives = [](Question &Q) {
    for (const clang::Expr *E : Q.expressions()) {
      rootOf(Q.facts(), E);
      if (std::optional<Spawn> S = spawnAt(Q.facts(), E)) {
        EXPECT_EQ(S->Site, E);
        handleOf(Q.facts(), *S);
      }
    }
  };
  for (llvm::StringRef Code : halfTyped()) {
    Question Q(Code, Question::Source::HalfTyped);
    Survives(Q);
  }
  Question Q(DependentCode);
  Survives(Q);
}

} // namespace
