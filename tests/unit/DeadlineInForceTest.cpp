// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/DeadlineInForce.h"
#include "Question.h"

using namespace tidepool;

namespace {

std::string words(const Deadline &D) {
  switch (D.Is) {
  case Deadline::Kind::Set:
    return D.Seconds ? "set: " + std::to_string(int(*D.Seconds)) : "set";
  case Deadline::Kind::Infinite:
    return "infinite";
  case Deadline::Kind::NotSet:
    return "not set";
  case Deadline::Kind::Excused:
    return "excused: " + D.Why;
  case Deadline::Kind::Own:
    return "own";
  case Deadline::Kind::Clients:
    return "clients";
  case Deadline::Kind::Unknown:
    return "unknown: " + D.Why;
  }
  return "";
}

/// What bounds the first call of \p Name.
std::string deadlineOf(llvm::StringRef Code, llvm::StringRef Name = "receive") {
  Question Q(Code);
  return words(deadlineInForce(Q.facts(), Q.call(Name)));
}

/// The same in a function that begins with \p Body.
std::string inFunction(const std::string &Body,
                       llvm::StringRef Name = "receive") {
  return deadlineOf(
      "bool odd(); void f(int given, const char *text) {" + Body + "}", Name);
}

TEST(DeadlineInForce, NothingIsNotSet) {
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::receive(l);"), "not set");
  EXPECT_EQ(inFunction("int l = -1; if (odd()) l = lib::dial();"
                       "lib::receive(l); close_it(l);"),
            "not set");
  EXPECT_EQ(inFunction("lib::receive(lib::dial());"), "not set");
}

TEST(DeadlineInForce, PatienceBeforeIsSet) {
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::set_patience(l, 5);"
                       "lib::receive(l);"),
            "set: 5");
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::set_patience(l, given);"
                       "lib::receive(l);"),
            "set");
  EXPECT_EQ(inFunction("int l = lib::dial(); int &r = l; int copy = r;"
                       "lib::set_patience(copy, 5); lib::receive(l);"),
            "set: 5");
}

TEST(DeadlineInForce, PatienceOfNoneIsNotSet) {
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::set_patience(l, 0);"
                       "lib::receive(l);"),
            "not set");
}

TEST(DeadlineInForce, PatienceAfterIsNotSet) {
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::receive(l);"
                       "lib::set_patience(l, 5);"),
            "not set");
}

TEST(DeadlineInForce, PatienceOnSomePathsIsUnknown) {
  EXPECT_EQ(inFunction("int l = lib::dial(); if (odd())"
                       "  lib::set_patience(l, 5); lib::receive(l);"),
            "unknown: only on some paths a timeout is set on it");
  EXPECT_EQ(inFunction("int l = lib::dial(); while (odd()) {"
                       "  lib::receive(l); lib::set_patience(l, 5); }"),
            "unknown: only on some paths a timeout is set on it");
}

TEST(DeadlineInForce, MadeAnewIsAnotherLife) {
  const std::string Shared = "extern int line; int line; void other();"
                             "void keep(int);";
  EXPECT_EQ(deadlineOf(Shared + "void f() { line = lib::dial(); other();"
                                "  lib::receive(line); }"),
            "not set");
  EXPECT_EQ(deadlineOf(Shared + "void f() { if (line) line = lib::dial();"
                                "  lib::receive(line); }"),
            "unknown: 'line' is visible to other files");
  EXPECT_EQ(deadlineOf(Shared + "void f() { line = lib::dial(); keep(line);"
                                "  lib::receive(line); }"),
            "unknown: it is handed to 'keep'");
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::set_patience(l, 5);"
                       "l = lib::dial(); lib::receive(l);"),
            "not set");
}

TEST(DeadlineInForce, WhatIsNotSeenIsUnknown) {
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::set_mode(l, given);"
                       "lib::receive(l);"),
            "unknown: what is set on it is not seen");
  EXPECT_EQ(inFunction("lib::receive(given);"),
            "unknown: 'given' comes from the caller");
  EXPECT_EQ(deadlineOf("void other(int); void f() {"
                       "  int l = lib::dial(); other(l); lib::receive(l); }"),
            "unknown: it is handed to 'other'");
  EXPECT_EQ(deadlineOf("void other(int); void f() {"
                       "  int l = lib::dial(); lib::receive(l); other(l); }"),
            "not set");
  EXPECT_EQ(deadlineOf("int other(); void f() {"
                       "  int l = other(); lib::receive(l); }"),
            "unknown: it is made by 'other'");
  EXPECT_EQ(deadlineOf("int other(int); void f() {"
                       "  int l = other(lib::dial()); lib::receive(l); }"),
            "unknown: it is made by 'other'");
  EXPECT_EQ(deadlineOf("extern int l; void f() { lib::receive(l); }"),
            "unknown: 'l' is visible to other files");
}

TEST(DeadlineInForce, HelpersAreFollowed) {
  EXPECT_EQ(deadlineOf("static void prepare(int l) { lib::set_patience(l, 5); }"
                       "void f() { int l = lib::dial(); prepare(l);"
                       "  lib::receive(l); }"),
            "set: 5");
  EXPECT_EQ(deadlineOf("static int make() { int l = lib::dial();"
                       "  lib::set_patience(l, 5); return l; }"
                       "void f() { int l = make(); lib::receive(l); }"),
            "set: 5");
  EXPECT_EQ(deadlineOf("static int make() { int l = lib::dial(); return l; }"
                       "void f() { int l = make(); lib::receive(l); }"),
            "not set");
}

TEST(DeadlineInForce, CallersAreFollowed) {
  EXPECT_EQ(deadlineOf("static void in(int l) { lib::receive(l); }"
                       "static void mid(int l) { in(l); }"
                       "void f() { int l = lib::dial();"
                       "  lib::set_patience(l, 5); mid(l); }"),
            "set: 5");
  EXPECT_EQ(deadlineOf("void in(int l) { lib::receive(l); }"
                       "void f(int given) { in(given); in(lib::dial()); }"),
            "not set");
  EXPECT_EQ(deadlineOf("void in(int l) { lib::receive(l); }"
                       "void f() { int l = lib::dial();"
                       "  lib::set_patience(l, 5); in(l); }"),
            "unknown: 'l' comes from the caller");
}

/// The first receive of a class with the link 'l' and \p Members.
std::string inClass(const std::string &Members) {
  return deadlineOf("class C { public: C() : l(lib::dial()) {} " + Members +
                    " private: int l; };");
}

TEST(DeadlineInForce, MembersAreSeenWholeOrUnknown) {
  EXPECT_EQ(inClass("void f() { lib::say(l); lib::receive(l); }"), "not set");
  EXPECT_EQ(inClass("void f() { lib::say(l); lib::receive(l); }"
                    "void g() { lib::set_patience(l, 5); }"),
            "set: 5");
  EXPECT_EQ(inClass("void f() { lib::say(l); lib::receive(l); }"
                    "int &link() { return l; }"),
            "not set"); // to nobody, as all of this file shows
  EXPECT_EQ(inClass("void f() { lib::say(l); lib::receive(l); }"
                    "int &link() { return l; }"
                    "void g() { lib::set_patience(link(), 5); }"),
            "set: 5");
}

TEST(DeadlineInForce, WhoOnlyListensIsNotBlamed) {
  EXPECT_EQ(inClass("void f() { lib::receive(l); } void g() { lib::say(l); }"),
            "unknown: nothing is asked here that an answer is due to");
  EXPECT_EQ(inFunction("int l = lib::dial(); while (true) lib::receive(l);"),
            "clients");
  EXPECT_EQ(inFunction("int l = lib::dial(); while (true) {"
                       "  lib::say(l); lib::receive(l); }"),
            "not set");
  EXPECT_EQ(inFunction("while (true) { int l = lib::dial();"
                       "  lib::receive(l); }"),
            "not set");
}

TEST(DeadlineInForce, SignalBeforeIsUnknown) {
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::ring_in(5);"
                       "lib::receive(l);"),
            "unknown: a signal may interrupt it");
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::receive(l);"
                       "lib::ring_in(5);"),
            "not set");
}

TEST(DeadlineInForce, WhatDoesNotWaitForTheOutsideIsExcused) {
  EXPECT_EQ(inFunction("int l = lib::dial_nonblocking(); lib::receive(l);"),
            "excused: it is set not to block");
  EXPECT_EQ(inFunction("int l = lib::own_link(); lib::receive(l);"),
            "excused: it waits for nothing outside of this process");
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::serve(l); lib::receive(l);"),
            "clients");
}

TEST(DeadlineInForce, ItsOwnTimeIsSetOrInfinite) {
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::receive_for(l, 5000);",
                       "receive_for"),
            "set: 5");
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::receive_for(l, -1);",
                       "receive_for"),
            "infinite");
  EXPECT_EQ(inFunction("int l = lib::own_link(); lib::receive_for(l, -1);",
                       "receive_for"),
            "excused: it waits for nothing outside of this process");
}

TEST(DeadlineInForce, WatchingBeforeExcuses) {
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::watch w = {l};"
                       "lib::watch_for(&w, 5); lib::receive(l);"),
            "excused: it is waited for before until there is something to "
            "fetch");
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::watch w; w.l = l;"
                       "lib::watch_for(&w, -1);",
                       "watch_for"),
            "infinite");
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::watch w[2];"
                       "w[0].l = l; w[1].l = given; lib::watch_for(w, -1);",
                       "watch_for"),
            "unknown: it watches several, of which one may be there to wake "
            "it");
}

TEST(DeadlineInForce, WordsOfAStringAreRead) {
  EXPECT_EQ(inFunction("lib::open_line(\"x\");", "open_line"), "not set");
  EXPECT_EQ(inFunction("lib::open_line(\"x open=5\");", "open_line"), "set");
  EXPECT_EQ(inFunction("lib::open_line(text);", "open_line"),
            "unknown: the text that may name a timeout is not seen");
  EXPECT_EQ(
      inFunction("auto *l = lib::open_line(\"ask=5\"); lib::ask(l);", "ask"),
      "set");
  EXPECT_EQ(
      inFunction("auto *l = lib::open_line(\"open=5\"); lib::ask(l);", "ask"),
      "not set");
  EXPECT_EQ(inFunction("auto *l = lib::open_line(text); lib::ask(l);", "ask"),
            "unknown: the text that may name a timeout is not seen");
}

TEST(DeadlineInForce, WhatItWasMadeFromCounts) {
  EXPECT_EQ(inFunction("int l = lib::dial(); auto *a = lib::line_of(l);"
                       "lib::ask(a);",
                       "ask"),
            "not set");
  EXPECT_EQ(inFunction("int l = lib::dial(); lib::set_patience(l, 5);"
                       "auto *a = lib::line_of(l); lib::ask(a);",
                       "ask"),
            "set: 5");
  EXPECT_EQ(inFunction("auto *a = lib::line_of(given); lib::ask(a);", "ask"),
            "unknown: 'given' comes from the caller");
}

TEST(DeadlineInForce, FuturesAreOwnKnownReadyOrOfUnknownOrigin) {
  EXPECT_EQ(inFunction("lib::result r = lib::async(work); r.get();", "get"),
            "own");
  EXPECT_EQ(deadlineOf("lib::reply other(); void f() {"
                       "  lib::reply r = other();"
                       "  if (r.wait_for({5})) r.get(); }",
                       "get"),
            "excused: it is waited for before until there is something to "
            "fetch");
  Question Q("lib::reply other(); void f() { other().get(); }");
  Deadline Found = deadlineInForce(Q.facts(), Q.call("get"));
  EXPECT_EQ(words(Found), "unknown: it is made by 'other'");
  EXPECT_TRUE(Found.OfUnknownOrigin);
}

TEST(DeadlineInForce, HalfTypedAndDependentCodeIsSurvived) {
  auto Survives = [](Question &Q) {
    for (const clang::Expr *E : Q.expressions())
      if (const Entry *Api = Q.facts().entry(E))
        if (Api->Io || Api->Wait)
          deadlineInForce(Q.facts(), E);
  };
  for (llvm::StringRef Code : halfTyped()) {
    Question Q(Code, Question::Source::HalfTyped);
    Survives(Q);
  }
  Question Q(DependentCode);
  Survives(Q);
}

} // namespace
