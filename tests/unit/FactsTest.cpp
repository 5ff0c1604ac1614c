// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/Facts.h"
#include "Question.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "support/LLVMCompat.h"
#include "clang/Frontend/ASTUnit.h"
#include <thread>

using namespace clang;
using namespace clang::ast_matchers;
using namespace tidepool;

namespace {

const char *const Thousand = R"yaml(
version: 1
entries:
  - function: thousand
    cores: {}
)yaml";

tidy::ClangTidyContext makeContext() {
  return tidy::ClangTidyContext(std::make_unique<tidy::DefaultOptionsProvider>(
      tidy::ClangTidyGlobalOptions(), tidy::ClangTidyOptions()));
}

/// Counts the functions that a check sees.
class Probe : public tidy::ClangTidyCheck {
public:
  Probe(StringRef Name, tidy::ClangTidyContext &Host)
      : ClangTidyCheck(Name, &Host) {}

  void attach(MatchFinder &Outer, bool Profiling = false,
              bool SystemHeaders = false) {
    Unit = Facts::of(Outer);
    Inner = &Unit->finderFor(*this, Profiling, SystemHeaders, Outer);
    Inner->addMatcher(functionDecl().bind("function"), this);
    Inner->addMatcher(callExpr(hasEntry(Unit.get())).bind("entry"), this);
  }

  void check(const MatchFinder::MatchResult &Result) override {
    if (const auto *E = Result.Nodes.getNodeAs<Expr>("entry")) {
      Entries.push_back(Unit->entry(E)->spelling());
      return;
    }
    const auto *D = Result.Nodes.getNodeAs<FunctionDecl>("function");
    Functions.push_back(D->getNameAsString());
    Error += Unit->takeVocabularyError();
    Scope = compat::traversalScope(*Result.Context).size();
  }

  std::shared_ptr<Facts> Unit;
  MatchFinder *Inner = nullptr;
  std::vector<std::string> Functions, Entries;
  std::string Error;
  size_t Scope = 0;
};

TEST(Facts, OneUnitHasOne) {
  MatchFinder First, Second;
  std::shared_ptr<Facts> Known = Facts::of(First);
  EXPECT_EQ(Facts::of(First), Known);
  EXPECT_NE(Facts::of(Second), Known);
}

TEST(Facts, AreFreedWithTheChecks) {
  tidy::ClangTidyContext Host = makeContext();
  std::weak_ptr<Facts> Seen;
  {
    MatchFinder Outer;
    Probe One("one", Host), Two("two", Host);
    One.attach(Outer);
    Two.attach(Outer);
    EXPECT_EQ(One.Unit, Two.Unit);
    Seen = One.Unit;
    EXPECT_FALSE(Seen.expired());
  }
  EXPECT_TRUE(Seen.expired());
}

TEST(Facts, FinderAtTheSameAddressIsAnotherUnit) {
  tidy::ClangTidyContext Host = makeContext();
  std::optional<MatchFinder> Outer;
  for (const char *Code : {"void first() {}", "void second() {}"}) {
    Outer.emplace();
    Probe Check("one", Host);
    Check.attach(*Outer);
    std::shared_ptr<ASTUnit> AST = parse(Code);
    Outer->matchAST(AST->getASTContext());
    ASSERT_EQ(Check.Functions.size(), 1u);
    EXPECT_EQ("void " + Check.Functions[0] + "() {}", Code);
  }
}

TEST(Facts, ChecksShareOneFinderAndEachMatches) {
  tidy::ClangTidyContext Host = makeContext();
  MatchFinder Outer;
  Probe One("one", Host), Two("two", Host);
  One.attach(Outer);
  Two.attach(Outer);
  EXPECT_EQ(One.Inner, Two.Inner);
  std::shared_ptr<ASTUnit> AST = parse("void f() {}");
  Outer.matchAST(AST->getASTContext());
  EXPECT_EQ(One.Functions, std::vector<std::string>{"f"});
  EXPECT_EQ(Two.Functions, std::vector<std::string>{"f"});
}

TEST(Facts, EmbeddedDataIsNotWalked) {
  auto EntriesIn = [](StringRef Array) {
    tidy::ClangTidyContext Host = makeContext();
    MatchFinder Outer;
    Probe Check("one", Host);
    Check.attach(Outer);
    std::shared_ptr<ASTUnit> AST =
        parse(("namespace std { struct thread {"
               "  static int hardware_concurrency(); }; }" +
               Array + " = {std::thread::hardware_concurrency()};")
                  .str());
    Outer.matchAST(AST->getASTContext());
    return Check.Entries.size();
  };
  // A list is met in its written and in its full form.
  EXPECT_GT(EntriesIn("int few[16]"), 0u);
  EXPECT_EQ(EntriesIn("int many[4096]"), 0u);
}

TEST(Facts, ProfiledChecksHaveAFinderEachAndMatchOnce) {
  tidy::ClangTidyContext Host = makeContext();
  MatchFinder Outer;
  Probe One("one", Host), Two("two", Host);
  One.attach(Outer, /*Profiling=*/true);
  Two.attach(Outer, /*Profiling=*/true);
  EXPECT_NE(One.Inner, Two.Inner);
  std::shared_ptr<ASTUnit> AST = parse("void f() {}");
  Outer.matchAST(AST->getASTContext());
  EXPECT_EQ(One.Functions, std::vector<std::string>{"f"});
  EXPECT_EQ(Two.Functions, std::vector<std::string>{"f"});
}

TEST(Facts, ChecksSeeTheUnitsOwnDeclarations) {
  tidy::ClangTidyContext Host = makeContext();
  MatchFinder Outer;
  Probe Check("one", Host);
  Check.attach(Outer);
  std::shared_ptr<ASTUnit> AST = parse("void f() {} void g() {}");
  ASTContext &Context = AST->getASTContext();
  std::vector<Decl *> Before = compat::traversalScope(Context);
  Outer.matchAST(Context);
  EXPECT_EQ(Check.Functions, (std::vector<std::string>{"f", "g"}));
  EXPECT_EQ(Check.Scope, 2u);
  EXPECT_EQ(compat::traversalScope(Context), Before);
}

TEST(Facts, SystemHeadersAreSeenOnRequest) {
  tidy::ClangTidyContext Host = makeContext();
  MatchFinder Outer;
  Probe Check("one", Host);
  Check.attach(Outer, /*Profiling=*/false, /*SystemHeaders=*/true);
  std::shared_ptr<ASTUnit> AST = parse("void f() {}");
  Outer.matchAST(AST->getASTContext());
  EXPECT_TRUE(llvm::is_contained(Check.Functions, "f"));
  EXPECT_TRUE(llvm::is_contained(Check.Functions, "cores"));
}

TEST(Facts, VocabularyOfTheProjectIsFound) {
  tidy::ClangTidyContext Host = makeContext();
  MatchFinder Outer;
  Probe Check("one", Host);
  Check.attach(Outer);
  std::shared_ptr<ASTUnit> AST =
      parse("int thousand(); int n = thousand();", nullptr,
            {{"/project/.tidepool.yaml", Thousand}}, "/project/src/input.cpp");
  Outer.matchAST(AST->getASTContext());
  EXPECT_EQ(Check.Entries, std::vector<std::string>{"thousand"});
  EXPECT_EQ(Check.Error, "");
}

TEST(Facts, VocabularyThatDoesNotLoadIsSaid) {
  tidy::ClangTidyContext Host = makeContext();
  MatchFinder Outer;
  Probe Check("one", Host);
  Check.attach(Outer);
  std::shared_ptr<ASTUnit> AST =
      parse("int thousand(); int n = thousand();", nullptr,
            {{"/project/.tidepool.yaml", "version: 1\nentires: []\n"}});
  Outer.matchAST(AST->getASTContext());
  EXPECT_TRUE(Check.Entries.empty());
  EXPECT_TRUE(StringRef(Check.Error).contains("entires")) << Check.Error;
}

TEST(Facts, SeveralUnitsMayRunAtOnce) {
  constexpr int Units = 4, Rounds = 5;
  std::string Counts[Units];
  std::vector<std::thread> Threads;
  for (int I = 0; I < Units; ++I)
    Threads.emplace_back([I, &Counts] {
      tidy::ClangTidyContext Host = makeContext();
      for (int Round = 0; Round < Rounds; ++Round) {
        std::string Code;
        for (int F = 0; F <= I; ++F)
          Code += "void f" + std::to_string(F) + "() { work(); }";
        std::vector<std::string> Errors;
        std::shared_ptr<ASTUnit> AST = parse(Code, &Errors);
        MatchFinder Outer;
        Probe One("one", Host), Two("two", Host);
        One.attach(Outer);
        Two.attach(Outer);
        Outer.matchAST(AST->getASTContext());
        Counts[I] += std::to_string(One.Functions.size()) +
                     std::to_string(Two.Functions.size());
      }
    });
  for (std::thread &T : Threads)
    T.join();
  EXPECT_EQ(Counts[0], "1111111111");
  EXPECT_EQ(Counts[1], "2222222222");
  EXPECT_EQ(Counts[2], "3333333333");
  EXPECT_EQ(Counts[3], "4444444444");
}

TEST(Facts, NodesOfSystemHeadersHaveNoSurroundings) {
  Question Q("void f() { work(); }");
  Facts &F = Q.facts();
  unsigned Seen = 0;
  SmallVector<const DeclContext *, 8> Queue = {
      F.context().getTranslationUnitDecl()};
  while (!Queue.empty())
    for (const Decl *D : Queue.pop_back_val()->decls()) {
      if (const auto *Scope = dyn_cast<DeclContext>(D);
          Scope && !isa<FunctionDecl>(D))
        Queue.push_back(Scope);
      if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
        D = Template->getTemplatedDecl();
      const auto *Function = dyn_cast<FunctionDecl>(D);
      if (!Function || !Function->hasBody() ||
          !Q.sources().isInSystemHeader(Function->getLocation()))
        continue;
      const Stmt *Body = Function->getBody();
      ++Seen;
      EXPECT_EQ(F.parentStmt(Body), nullptr);
      EXPECT_EQ(F.functionOf(Body), nullptr);
      EXPECT_EQ(F.lambdaOf(Function), nullptr);
      EXPECT_TRUE(F.usesOf(Function).empty());
      F.blockOf(Function, Body);
      for (const Stmt *Child : Body->children())
        if (const auto *E = dyn_cast_or_null<Expr>(Child)) {
          F.userOf(E);
          F.entry(E);
        }
    }
  EXPECT_GT(Seen, 5u);
}

TEST(Facts, GraphIsMadeOnce) {
  Question Q("void f(bool b) { if (b) work(); }");
  const CFG *Graph = Q.facts().cfg(Q.function("f"));
  ASSERT_TRUE(Graph);
  EXPECT_EQ(Q.facts().cfg(Q.function("f")), Graph);
}

TEST(Facts, GraphHasAPlaceForEachExpression) {
  Question Q("void first(); void f(bool b) { first(); if (b) work(); }");
  const FunctionDecl *Function = Q.function("f");
  const CFGBlock *First = Q.facts().blockOf(Function, Q.call("first"));
  const CFGBlock *Second = Q.facts().blockOf(Function, Q.call("work"));
  ASSERT_TRUE(First && Second);
  EXPECT_NE(First, Second);
}

TEST(Facts, DependentAndMissingBodiesHaveNoGraph) {
  Question Q("template <class T> void f(T t) { t.run(); }");
  EXPECT_EQ(Q.facts().cfg(Q.function("f")), nullptr);
  EXPECT_EQ(Q.facts().blockOf(Q.function("f"), Q.function("f")->getBody()),
            nullptr);
  Question Other("void g(); void f() { g(); }");
  EXPECT_EQ(Other.facts().cfg(Other.function("g")), nullptr);
}

TEST(Facts, LambdaHasAGraphOfItsOwn) {
  Question Q("void f() { auto g = [] { work(); }; }");
  const FunctionDecl *Operator = Q.facts().functionOf(Q.call("work"));
  ASSERT_TRUE(Operator);
  EXPECT_TRUE(Q.facts().lambdaOf(Operator));
  EXPECT_TRUE(Q.facts().blockOf(Operator, Q.call("work")));
  EXPECT_EQ(Q.facts().functionOf(Q.facts().lambdaOf(Operator)),
            Q.function("f"));
}

TEST(Facts, OrdinaryMethodIsNoLambda) {
  Question Q("struct S { void operator()() { work(); } };");
  EXPECT_EQ(Q.facts().lambdaOf(Q.facts().functionOf(Q.call("work"))), nullptr);
}

TEST(Facts, InitialiserStandsInItsDeclaration) {
  Question Q("int make(); void f() { int n = make(); }");
  EXPECT_TRUE(isa_and_nonnull<DeclStmt>(Q.facts().parentStmt(Q.call("make"))));
}

TEST(Facts, UserIsPastWhatTheCompilerWrapped) {
  Question Q("struct S { S(int); ~S(); }; S make(); void take(const S &);"
             "void f() { take((make())); }");
  EXPECT_EQ(Q.facts().userOf(Q.call("make")), Q.call("take"));
}

TEST(Facts, UsesAreAllThatNameTheFunction) {
  Question Q("void g(int) {} struct S { S() {} };"
             "void f() { g(1); auto p = &g; S s; }"
             "template <class T> void h(T t) { g(t); } void i() { h(2); }");
  // The template's own call is not resolved.
  EXPECT_EQ(Q.facts().usesOf(Q.function("g")).size(), 3u);
  EXPECT_EQ(Q.facts().usesOf(Q.function("S")).size(), 1u);
  EXPECT_TRUE(Q.facts().usesOf(Q.function("f")).empty());
}

TEST(Facts, MentionsComeInSourceOrder) {
  Question Q("struct S { int n = 1; void f(int k) {\n"
             "  work();\n  n = k;\n  this->n += k;\n} };");
  std::vector<unsigned> Lines;
  for (const Expr *E : Q.facts().mentionsOf(Q.variable("k")))
    Lines.push_back(Q.lineOf(E->getExprLoc()));
  EXPECT_EQ(Lines, (std::vector<unsigned>{3, 4}));
}

TEST(Facts, HalfTypedCodeIsSurvived) {
  for (StringRef Code : halfTyped()) {
    Question Q(Code, Question::Source::HalfTyped);
    for (const Expr *E : Q.expressions()) {
      Q.facts().userOf(E);
      Q.facts().entry(E);
      if (const FunctionDecl *Function = Q.facts().functionOf(E))
        Q.facts().blockOf(Function, E);
    }
  }
}

} // namespace
