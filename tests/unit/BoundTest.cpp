// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Question.h"

using namespace tidepool;

namespace {

std::string words(const Bound &B) {
  switch (B.Is) {
  case Bound::Kind::Number:
    return std::to_string(B.Number);
  case Bound::Kind::Sized:
    return "sized";
  case Bound::Kind::Unknown:
    return "unknown";
  case Bound::Kind::PerItem:
    return "per " + B.Of;
  }
  return "";
}

/// What number(...) is given.
std::string numberIn(llvm::StringRef Code, const BoundNames &Names = {}) {
  Question Q(Code);
  return words(boundOf(Q.facts(), Q.argument("number"), Names));
}

/// What elements(...) is given.
std::string countIn(llvm::StringRef Code) {
  Question Q(Code);
  return words(countOf(Q.facts(), Q.argument("elements"), {}));
}

TEST(Bound, ConstantIsItself) {
  EXPECT_EQ(numberIn("void f() { number(8); }"), "8");
}

TEST(Bound, ConstantExpressionIsFolded) {
  EXPECT_EQ(numberIn("constexpr int K = 4; void f() { number(K * 2); }"), "8");
}

TEST(Bound, NegativeConstantIsNone) {
  EXPECT_EQ(numberIn("void f() { number(-3); }"), "0");
}

TEST(Bound, CoresAreSized) {
  EXPECT_EQ(numberIn("void f() { number(lib::cores()); }"), "sized");
}

TEST(Bound, MultipleOfCoresIsSized) {
  EXPECT_EQ(numberIn("void f() { number(2 * lib::cores() + 1); }"), "sized");
}

TEST(Bound, ConfigurationIsSized) {
  EXPECT_EQ(numberIn("void f() { number(lib::parse(lib::env(\"N\"))); }"),
            "sized");
}

TEST(Bound, MinIsTheSmaller) {
  EXPECT_EQ(numberIn("void f(int n) { number(lib::min(n, 8)); }"), "8");
}

TEST(Bound, MinOfCoresAndInputIsSized) {
  EXPECT_EQ(numberIn("void f(lib::vector<int> urls) {"
                     "  number(lib::min<lib::size_t>(urls.size(),"
                     "                               lib::cores())); }"),
            "sized");
}

TEST(Bound, MaxIsTheLarger) {
  EXPECT_EQ(numberIn("void f() { number(lib::max(1u, lib::cores())); }"),
            "sized");
  EXPECT_EQ(numberIn("void f(lib::vector<int> urls) {"
                     "  number(lib::max<lib::size_t>(8, urls.size())); }"),
            "per element of 'urls'");
}

TEST(Bound, ConditionalThatPicksTheSmallerIsTheSmaller) {
  EXPECT_EQ(numberIn("void f(int n, int m) { number(n < 8 ? n : 8); }"), "8");
  EXPECT_EQ(numberIn("void f(int n, int m) { number(n > 8 ? 8 : n); }"), "8");
}

TEST(Bound, ConditionalThatPicksTheLargerIsTheLarger) {
  EXPECT_EQ(numberIn("void f(int n) { number(n > 8 ? n : 8); }"), "unknown");
}

TEST(Bound, ConditionalOnSomethingElseIsTheLarger) {
  EXPECT_EQ(numberIn("void f(bool fast) { number(fast ? 64 : 8); }"), "64");
}

TEST(Bound, RemainderIsBelowItsDivisor) {
  EXPECT_EQ(numberIn("void f(int n) { number(n % 8); }"), "8");
}

TEST(Bound, MaskedNumberIsBelowItsMask) {
  EXPECT_EQ(numberIn("void f(int n) { number(n & 7); }"), "7");
}

TEST(Bound, ProductOfNumbersIsTheirProduct) {
  EXPECT_EQ(numberIn("static int Lanes = 4; void f() { number(Lanes * 64); }"),
            "256");
}

TEST(Bound, SumOfNumbersIsTheirSum) {
  EXPECT_EQ(numberIn("static int Lanes = 60; void f() { number(Lanes + 60); }"),
            "120");
}

TEST(Bound, PartOfTheInputIsPerItem) {
  EXPECT_EQ(
      numberIn("void f(lib::vector<int> urls) { number(urls.size() / 2); }"),
      "per element of 'urls'");
}

TEST(Bound, ClampByIfLowersTheBound) {
  EXPECT_EQ(numberIn("void f(int n) { if (n > 16) n = 16; number(n); }"), "16");
  EXPECT_EQ(numberIn("void f(int n) { if (16 < n) { n = 16; } number(n); }"),
            "16");
}

TEST(Bound, ClampFromBelowDoesNotLowerIt) {
  EXPECT_EQ(numberIn("void f(int n) { if (n < 16) n = 16; number(n); }"),
            "unknown");
}

TEST(Bound, AssignmentUnderAnotherConditionDoesNotLowerIt) {
  EXPECT_EQ(numberIn("void f(int n, bool v) { if (v) n = 16; number(n); }"),
            "unknown");
}

TEST(Bound, ClampAfterTheUseDoesNotLowerIt) {
  EXPECT_EQ(numberIn("void f(int n) { number(n); if (n > 16) n = 16; }"),
            "unknown");
}

TEST(Bound, AssignmentOnTheWayReplacesWhatWasThere) {
  EXPECT_EQ(numberIn("void f(int n) { n = lib::min(n, 16); number(n); }"),
            "16");
  EXPECT_EQ(numberIn("void f(lib::vector<int> v) { int n = v.size();"
                     "  n = lib::min(n, 16); number(n); }"),
            "16");
}

TEST(Bound, AssignmentAfterAClampRaisesItAgain) {
  EXPECT_EQ(numberIn("void f(int n, bool b) { if (n > 16) n = 16;"
                     "  if (b) n = 64; number(n); }"),
            "64");
}

TEST(Bound, SizeOfAContainerIsPerItem) {
  EXPECT_EQ(numberIn("void f(lib::vector<int> urls) { number(urls.size()); }"),
            "per element of 'urls'");
}

TEST(Bound, SizeOfAContainerMadeWithASizeIsThatSize) {
  EXPECT_EQ(numberIn("void f() { lib::vector<int> v(lib::cores());"
                     "  number(v.size()); }"),
            "sized");
}

TEST(Bound, NameDecidesForAnIntegerOfNoOtherOrigin) {
  EXPECT_EQ(numberIn("void f(int threads) { number(threads); }"), "sized");
  EXPECT_EQ(numberIn("void f(int items) { number(items); }"), "unknown");
}

TEST(Bound, NameDoesNotDecideAgainstAnOrigin) {
  EXPECT_EQ(numberIn("void f(lib::vector<int> urls) {"
                     "  int threads = urls.size(); number(threads); }"),
            "per element of 'urls'");
}

TEST(Bound, NamesAreReadWordByWord) {
  BoundNames Names;
  EXPECT_TRUE(Names.match("maxWorkerThreads"));
  EXPECT_TRUE(Names.match("NUM_THREADS"));
  EXPECT_TRUE(Names.match("m_cores"));
  EXPECT_FALSE(Names.match("encore"));
  EXPECT_FALSE(Names.match("jobs"));
  EXPECT_FALSE(Names.match(""));
}

TEST(Bound, GivenNamesCountToo) {
  EXPECT_EQ(numberIn("void f(int Lanes) { number(Lanes); }", {{"lanes"}}),
            "sized");
}

TEST(Bound, ParameterOfAPublicFunctionIsUnknown) {
  EXPECT_EQ(numberIn("void f(int n) { number(n); } void g() { f(3); }"),
            "unknown");
}

TEST(Bound, ParameterOfAPrivateFunctionIsWhatItsCallersGive) {
  EXPECT_EQ(numberIn("static void f(int n) { number(n); }"
                     "void g() { f(3); f(5); }"),
            "5");
  EXPECT_EQ(numberIn("static void f(int n) { number(n); }"
                     "void g(lib::vector<int> v) { f(3); f(v.size()); }"),
            "per element of 'v'");
}

TEST(Bound, ParameterOfAPrivateMemberIsWhatItsCallersGive) {
  EXPECT_EQ(numberIn("class C { void f(int n) { number(n); }"
                     "public: void g() { f(3); } };"),
            "3");
}

TEST(Bound, DefaultArgumentIsWhatItsCallersGive) {
  EXPECT_EQ(numberIn("static void f(int n = 7) { number(n); }"
                     "void g() { f(); }"),
            "7");
}

TEST(Bound, DefaultArgumentSaysNothingOfOtherCallers) {
  EXPECT_EQ(numberIn("void f(int n = 7) { number(n); }"), "unknown");
}

TEST(Bound, ParameterOfAFunctionHandedOutIsUnknown) {
  EXPECT_EQ(numberIn("static void f(int n) { number(n); }"
                     "void g() { f(3); lib::start(&f, 900); }"),
            "unknown");
}

TEST(Bound, VariableIsTheLargestOfItsValues) {
  EXPECT_EQ(numberIn("void f(bool b, lib::vector<int> v) {"
                     "  int n = 4; if (b) n = v.size(); number(n); }"),
            "per element of 'v'");
}

TEST(Bound, VariableHandedOutByReferenceIsUnknown) {
  EXPECT_EQ(
      numberIn("void ask(int &); void f() { int n = 4; ask(n); number(n); }"),
      "unknown");
  EXPECT_EQ(
      numberIn("void ask(int); void f() { int n = 4; ask(n); number(n); }"),
      "4");
}

TEST(Bound, VariableWhoseAddressIsTakenIsUnknown) {
  EXPECT_EQ(
      numberIn("void ask(int *); void f() { int n = 4; ask(&n); number(n); }"),
      "unknown");
}

TEST(Bound, VariableIsSetByItsOtherName) {
  EXPECT_EQ(numberIn("void f() { int n = 4; int &r = n; r = 90; number(n); }"),
            "90");
  EXPECT_EQ(
      numberIn("void f() { int n = 4; int *p = &n; *p = 90; number(n); }"),
      "unknown");
}

TEST(Bound, VariableThatGrowsIsUnknown) {
  EXPECT_EQ(numberIn("void f(int m) { int n = 4; n += m; number(n); }"),
            "unknown");
  EXPECT_EQ(numberIn("void f(bool b) { int n = 4; while (b) n++; number(n); }"),
            "unknown");
}

TEST(Bound, VariableThatShrinksKeepsItsBound) {
  EXPECT_EQ(numberIn("void f(int m) { int n = 4; n -= m; number(n); }"), "4");
}

TEST(Bound, VariableThatOtherUnitsSeeIsUnknown) {
  EXPECT_EQ(numberIn("int Limit = 4; void f() { number(Limit); }"), "unknown");
  EXPECT_EQ(numberIn("static int Limit = 4; void f() { number(Limit); }"), "4");
}

TEST(Bound, PrivateMemberIsWhatItsConstructorsSet) {
  EXPECT_EQ(numberIn("class C { int n = 2; public: C() : n(6) {}"
                     "  void f() { number(n); } };"),
            "6");
  EXPECT_EQ(numberIn("class C { int n; public: C();"
                     "  void f() { number(n); } };"),
            "unknown");
}

TEST(Bound, PublicMemberIsUnknown) {
  EXPECT_EQ(numberIn("struct C { int n = 2; void f() { number(n); } };"),
            "unknown");
}

TEST(Bound, FunctionOfThisUnitIsSeenInto) {
  EXPECT_EQ(numberIn("int width() { return lib::cores(); }"
                     "void f() { number(width()); }"),
            "sized");
  EXPECT_EQ(numberIn("int width(bool b) { if (b) return 3; return 9; }"
                     "void f(bool b) { number(width(b)); }"),
            "9");
}

TEST(Bound, FunctionOfAnotherUnitIsUnknownButForItsName) {
  EXPECT_EQ(numberIn("int width(); void f() { number(width()); }"), "unknown");
  EXPECT_EQ(numberIn("int workerCount(); void f() { number(workerCount()); }"),
            "sized");
}

TEST(Bound, ValueBehindAPointerIsUnknown) {
  EXPECT_EQ(numberIn("void f(int *p) { number(*p); }"), "unknown");
}

TEST(Bound, VariableThatDependsOnItselfIsUnknown) {
  EXPECT_EQ(numberIn("int read(); void f() { int n = read(); n = n / 2;"
                     "  number(n); }"),
            "unknown");
  EXPECT_EQ(numberIn("int read(); static int g(int n) { return g(n) + 1; }"
                     "void f() { number(g(1)); }"),
            "unknown");
}

TEST(Bound, ArrayHasItsElements) {
  EXPECT_EQ(countIn("void f() { int a[6]; elements(a); }"), "6");
}

TEST(Bound, BracedListHasItsElements) {
  EXPECT_EQ(countIn("void f() { lib::vector<int> v{1, 2, 3}; elements(v); }"),
            "3");
}

TEST(Bound, SizeInTheTypeIsTheSize) {
  EXPECT_EQ(countIn("void f(lib::array<int, 5> a) { elements(a); }"), "5");
}

TEST(Bound, ContainerThatIsAddedToIsPerItem) {
  EXPECT_EQ(countIn("void f(int x) { lib::vector<int> v{1, 2};"
                    "  v.push_back(x); elements(v); }"),
            "per element of 'v'");
}

TEST(Bound, ResizedContainerHasItsNewSize) {
  EXPECT_EQ(countIn("void f() { lib::vector<int> v; v.resize(lib::cores());"
                    "  elements(v); }"),
            "sized");
}

TEST(Bound, NameNeverDecidesForAContainer) {
  EXPECT_EQ(countIn("void f(lib::vector<int> threads) { elements(threads); }"),
            "per element of 'threads'");
}

TEST(Bound, MemberContainerHasTheSizeItsConstructorGave) {
  EXPECT_EQ(countIn("class C { lib::vector<int> v; public: C() : v(4ul) {}"
                    "  void f() { elements(v); } };"),
            "4");
}

TEST(Bound, CutRangeIsAtMostItsCut) {
  EXPECT_EQ(
      countIn("void f(lib::vector<int> v) { elements(lib::take(v, 8)); }"),
      "8");
  EXPECT_EQ(
      countIn("void f(lib::vector<int> v) { elements(v | lib::take(8)); }"),
      "8");
}

TEST(Bound, RangeHasTheSizeItsConstructorGave) {
  EXPECT_EQ(countIn("void f() { elements(lib::span(0, 8)); }"), "8");
  EXPECT_EQ(countIn("void f() { lib::span s(0, 8); elements(s); }"), "8");
  EXPECT_EQ(countIn("void f(lib::vector<int> v) {"
                    "  elements(lib::span(0, v.size())); }"),
            "per element of 'v'");
}

TEST(Bound, ElementOfAnOuterRangeIsNamedByItself) {
  EXPECT_EQ(countIn("void f(lib::vector<lib::vector<int>> &rows) {"
                    "  for (auto &row : rows) elements(row); }"),
            "per element of 'row'");
}

TEST(Bound, WorseIsTheLargerPromiseBroken) {
  Bound Four{Bound::Kind::Number, 4, "", {}};
  Bound Nine{Bound::Kind::Number, 9, "", {}};
  Bound Sized{Bound::Kind::Sized, 0, "", {}};
  Bound Unknown;
  EXPECT_EQ(words(worseOf(Four, Nine)), "9");
  EXPECT_EQ(words(worseOf(Nine, Sized)), "sized");
  EXPECT_EQ(words(worseOf(Unknown, Sized)), "unknown");
  EXPECT_EQ(words(betterOf(Four, Nine)), "4");
  EXPECT_EQ(words(betterOf(Unknown, Sized)), "sized");
}

TEST(Bound, ReasonSaysWhereTheNumberComesFrom) {
  Question Q("void f() {\n  number(lib::cores());\n}");
  Bound B = boundOf(Q.facts(), Q.argument("number"), {});
  ASSERT_EQ(B.Because.size(), 1u);
  EXPECT_EQ(B.Because[0].Words, "as many as lib::cores() says");
  EXPECT_EQ(Q.lineOf(B.Because[0].Place), 2u);
}

TEST(Bound, LongExpressionIsNamedByItsVariable) {
  Question Q("struct S { lib::vector<int> urls; }; S g();"
             "void f(S someRatherLongNameOfAnObject) {"
             "  elements(someRatherLongNameOfAnObject\n.urls);"
             "  number(g().urls.size()); }");
  EXPECT_EQ(nameOf(Q.facts(), Q.argument("elements")), "'urls'");
  EXPECT_EQ(nameOf(Q.facts(), Q.argument("number")), "'g().urls.size()'");
}

TEST(Bound, DependentValueIsUnknown) {
  EXPECT_EQ(numberIn("template <int N> void f() { number(N); }"), "unknown");
  Question Q(DependentCode);
  EXPECT_NE(words(countOf(Q.facts(), Q.argument("elements"), {})), "");
  for (const clang::Expr *E : Q.expressions())
    EXPECT_NE(words(boundOf(Q.facts(), E, {})), "");
}

TEST(Bound, ElementsAddedOnceForEachOfAnotherAreThatManys) {
  EXPECT_EQ(countIn("void f(lib::vector<int> v) { lib::vector<int> w;"
                    "  for (int x : v) w.push_back(x); elements(w); }"),
            "per element of 'v'");
}

TEST(Bound, ArgumentOfAMacroIsNamedByItself) {
  EXPECT_EQ(countIn("#define LIB_ALL(Items) elements(Items)\n"
                    "void f(lib::vector<int> v) { LIB_ALL(v); }"),
            "per element of 'v'");
}

/// What number(...) is never below: "8", "2 a core", or "" where nothing says.
std::string leastIn(llvm::StringRef Code) {
  Question Q(Code);
  Bound B = boundOf(Q.facts(), Q.argument("number"), {});
  std::string Words;
  if (B.Least)
    Words = std::to_string(B.Least);
  if (B.LeastPerCore)
    Words += (Words.empty() ? "" : " + ") + std::to_string(B.LeastPerCore) +
             " a core";
  return Words;
}

TEST(Bound, ConstantIsNeverLess) {
  EXPECT_EQ(leastIn("void f() { number(8); }"), "8");
  EXPECT_EQ(leastIn("void f() { const int n = 8; number(3 * n); }"), "24");
  EXPECT_EQ(leastIn("void f() { int n = 64; number(n / 4 - 1); }"), "15");
  EXPECT_EQ(leastIn("void f() { int n = 64; number(n << 1); }"), "128");
  EXPECT_EQ(leastIn("void f() { int n = 64; number(n >> 1); }"), "32");
  EXPECT_EQ(leastIn("void f() { int n = 64; number(n % 10); }"), "");
}

TEST(Bound, TheSmallerOfSeveralValuesIsTheLeast) {
  EXPECT_EQ(leastIn("void f(bool b) { number(b ? 64 : 8); }"), "8");
  EXPECT_EQ(leastIn("void f(bool b) { int n = 64; if (b) n = 8; number(n); }"),
            "8");
  EXPECT_EQ(leastIn("void f(int n) { number(lib::min(n, 64)); }"), "");
  EXPECT_EQ(leastIn("void f(int n) { number(lib::min(16, 64)); }"), "16");
  EXPECT_EQ(leastIn("void f(int n) { number(lib::max(n, 64)); }"), "64");
}

TEST(Bound, WhatMayBeLoweredHasNoLeast) {
  EXPECT_EQ(leastIn("void f() { int n = 64; n /= 2; number(n); }"), "");
  EXPECT_EQ(leastIn("void f() { int n = 64; --n; number(n); }"), "");
  EXPECT_EQ(leastIn("void read(int &); void f() { int n = 64; read(n);"
                    "  number(n); }"),
            "");
  EXPECT_EQ(leastIn("void f(int n) { number(n + 64); }"), "");
}

TEST(Bound, CoresAreCounted) {
  EXPECT_EQ(leastIn("void f() { number(lib::cores()); }"), "1 a core");
  EXPECT_EQ(leastIn("void f() { number(2 * lib::cores() + 1); }"),
            "1 + 2 a core");
  EXPECT_EQ(leastIn("void f() { unsigned n = lib::cores(); number(n << 3); }"),
            "8 a core");
  EXPECT_EQ(leastIn("void f() { number(8 * lib::cores() / 2); }"), "4 a core");
  EXPECT_EQ(leastIn("void f() { number(lib::cores() - 1); }"), "");
  EXPECT_EQ(leastIn("void f() { number(lib::max(1u, lib::cores())); }"),
            "1 + 1 a core");
  EXPECT_EQ(leastIn("void f() { number(lib::min(8u, lib::cores())); }"), "");
}

TEST(Bound, WhatReplacesZeroCoresIsNoSmallerSize) {
  const std::string Cores = "void f(bool b) { unsigned n = lib::cores(); ";
  for (const char *Patch :
       {"if (n == 0) n = 4;", "if (!n) { n = 4; }", "if (0 == n) n = 4;",
        "if (n < 1) n = 4;", "if (n < 2) n = 2;", "if (n > 0) {} else n = 4;"})
    EXPECT_EQ(leastIn(Cores + Patch + " number(16 * n); }"), "16 a core")
        << Patch;
  for (const char *Smaller :
       {"if (b) n = 4;", "if (n != 0) n = 4;", "if (n > 8) n = 8;",
        "if (n < 64) n = 4;", "if (n == 0 || b) n = 4;"})
    EXPECT_EQ(leastIn(Cores + Smaller + " number(16 * n); }"), "") << Smaller;
  // Another number is what was zero.
  EXPECT_EQ(leastIn("void f(int m) { unsigned n = lib::cores();"
                    "  if (m == 0) n = 4; number(16 * n); }"),
            "");
}

TEST(Bound, ZeroCoresAreReplacedInAnExpressionAndByAReturn) {
  const std::string Cores = "void f() { unsigned n = lib::cores(); ";
  for (const char *Value : {"n ? n : 4", "n == 0 ? 4 : n", "n > 0 ? n : 4",
                            "!n ? 4 : n", "n != 0 ? n : 4"})
    EXPECT_EQ(leastIn(Cores + "number(16 * (" + Value + ")); }"), "16 a core")
        << Value;
  EXPECT_EQ(leastIn(Cores + "number(16 * (n ? 4 : n)); }"), "");
  EXPECT_EQ(leastIn("unsigned g() { unsigned n = lib::cores();"
                    "  if (n == 0) return 4; return n; }"
                    "void f() { number(16 * g()); }"),
            "16 a core");
  EXPECT_EQ(leastIn("unsigned g(bool b) { unsigned n = lib::cores();"
                    "  if (b) return 4; return n; }"
                    "void f(bool b) { number(16 * g(b)); }"),
            "");
}

TEST(Bound, AssignmentInTheElseLowersNothing) {
  EXPECT_EQ(numberIn("void f() { int n = 4; if (n > 2) {} else n = 90;"
                     "  number(n); }"),
            "90");
}

TEST(Bound, WhatReplacesZeroIsOutOfPlayWhereThereIsNone) {
  EXPECT_EQ(leastIn("void f() { int n = 64; if (n == 0) n = 4; number(n); }"),
            "64");
  EXPECT_EQ(leastIn("void f(int n) { if (n == 0) n = 4; number(n); }"), "");
}

TEST(Bound, InClassInitializerHoldsWhereNoConstructorSaysOtherwise) {
  EXPECT_EQ(leastIn("class S { int n = 2; public: S() : n(64) {}"
                    "  void f() { number(n); } };"),
            "64");
  EXPECT_EQ(leastIn("class S { int n = 2; public: S() : n(64) {} S(int) {}"
                    "  void f() { number(n); } };"),
            "2");
}

TEST(Bound, CallersAreSeenOneByOne) {
  Question Q("void g(int n) { number(2 * n); } void f() { g(4); g(32); }");
  CallerView View;
  boundOf(Q.facts(), Q.argument("number"), {}, &View);
  ASSERT_EQ(View.Missing.size(), 1u);
  EXPECT_EQ(View.Missing.front()->getName(), "n");
  for (auto [Skip, Least] : {std::pair(0u, 8u), std::pair(1u, 64u)}) {
    CallerView One;
    One.Gives[View.Missing.front()] =
        llvm::cast<clang::CallExpr>(Q.call("g", Skip))->getArg(0);
    EXPECT_EQ(boundOf(Q.facts(), Q.argument("number"), {}, &One).Least, Least);
    EXPECT_TRUE(One.Missing.empty());
  }
}

TEST(Bound, HalfTypedCodeIsSurvived) {
  for (llvm::StringRef Code : halfTyped()) {
    Question Q(Code, Question::Source::HalfTyped);
    for (const clang::Expr *E : Q.expressions()) {
      EXPECT_NE(words(boundOf(Q.facts(), E, {})), "");
      EXPECT_NE(words(countOf(Q.facts(), E, {})), "");
    }
  }
}

} // namespace
