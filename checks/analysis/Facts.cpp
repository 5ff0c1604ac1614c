// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Facts.h"
#include "support/LLVMCompat.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <mutex>

using namespace clang;
using namespace clang::ast_matchers;

namespace tidepool {

/// One trigger in the host's finder, and the finder that it starts.
struct Facts::Run : MatchFinder::MatchCallback {
  Run(Facts &Owner, StringRef Id, bool SystemHeaders)
      : Owner(Owner), Id(Id), SystemHeaders(SystemHeaders) {}

  void run(const MatchFinder::MatchResult &Result) override {
    ASTContext &Unit = *Result.Context;
    Owner.begin(Unit);
    std::vector<Decl *> Before = compat::traversalScope(Unit);
    if (!SystemHeaders)
      Unit.setTraversalScope(Owner.Own);
    Finder.matchAST(Unit);
    Unit.setTraversalScope(Before);
  }

  StringRef getID() const override { return Id; }

  Facts &Owner;
  std::string Id;
  bool SystemHeaders;
  MatchFinder Finder;
};

Facts::Facts() = default;
Facts::~Facts() = default;

std::shared_ptr<Facts> Facts::of(MatchFinder &Outer) {
  // The one piece of state outside a unit: which units are being made. The
  // finder is the key because it is one a unit; a ClangTidyContext serves many.
  static std::mutex Mutex;
  static std::map<MatchFinder *, std::weak_ptr<Facts>> Live;
  std::lock_guard<std::mutex> Lock(Mutex);
  for (auto It = Live.begin(); It != Live.end();)
    It = It->second.expired() ? Live.erase(It) : std::next(It);
  std::weak_ptr<Facts> &Slot = Live[&Outer];
  std::shared_ptr<Facts> Known = Slot.lock();
  if (!Known)
    Slot = Known = std::make_shared<Facts>();
  return Known;
}

MatchFinder &Facts::finderFor(tidy::ClangTidyCheck &Check, bool Profiling,
                              bool SystemHeaders, MatchFinder &Outer) {
  if (Runs.empty() || Profiling) {
    StringRef Id = static_cast<MatchFinder::MatchCallback &>(Check).getID();
    Runs.push_back(std::make_unique<Run>(*this, Id, SystemHeaders));
    Outer.addMatcher(translationUnitDecl(), Runs.back().get());
  }
  return Runs.back()->Finder;
}

void Facts::begin(ASTContext &Unit) {
  if (Context)
    return;
  SourceManager &SM = Unit.getSourceManager();
  StringRef Main;
  if (OptionalFileEntryRef Entry = SM.getFileEntryRefForID(SM.getMainFileID()))
    Main = Entry->getName();
  ProjectVocabulary Found =
      Vocabulary::forFile(SM.getFileManager().getVirtualFileSystem(), Main);
  VocabularyError = std::move(Found.Error);
  begin(Unit, std::move(Found.Words));
}

/// A file embedded as an array of numbers: it has nothing to find, and walking
/// through 600 000 literals took a fifth of a real unit's time.
static bool isEmbeddedData(const Decl *D) {
  const auto *Variable = dyn_cast<VarDecl>(D);
  const ConstantArrayType *Array =
      Variable ? Variable->getASTContext().getAsConstantArrayType(
                     Variable->getType())
               : nullptr;
  return Array && Array->getElementType()->isArithmeticType() &&
         Array->getSize().getLimitedValue() > 1024;
}

void Facts::begin(ASTContext &Unit, std::shared_ptr<const Vocabulary> Given) {
  Context = &Unit;
  std::vector<Decl *> Scope = compat::traversalScope(Unit);
  const SourceManager &SM = sources();
  if (Scope.size() == 1 && isa<TranslationUnitDecl>(Scope.front())) {
    // noload: decls() would read a whole precompiled header back.
    for (Decl *D : Unit.getTranslationUnitDecl()->noload_decls())
      if (!SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation())) &&
          D->getLocation().isValid() && !isEmbeddedData(D))
        Own.push_back(D);
  } else {
    Own = std::move(Scope);
  }
  Words = std::move(Given);
  UnitRoles = std::make_unique<Roles>(Unit, *Words);
}

const CFG *Facts::cfg(const FunctionDecl *Function) {
  auto [Known, New] = Graphs.try_emplace(Function);
  if (!New)
    return Known->second.get();
  Stmt *Body = Function->getBody();
  if (!Body || Function->isDependentContext())
    return nullptr;
  CFG::BuildOptions Options;
  // Every expression is an element, so each can be found in its block.
  Options.setAllAlwaysAdd();
  std::unique_ptr<CFG> Graph = CFG::buildCFG(Function, Body, Context, Options);
  if (Graph)
    for (const CFGBlock *Block : *Graph) {
      for (const CFGElement &Element : *Block)
        if (std::optional<CFGStmt> S = Element.getAs<CFGStmt>())
          BlockOfStmt.try_emplace(S->getStmt(), Block);
      if (const Stmt *Condition = Block->getTerminatorCondition())
        BlockOfStmt.try_emplace(Condition, Block);
    }
  return (Graphs[Function] = std::move(Graph)).get();
}

const CFGBlock *Facts::blockOf(const FunctionDecl *Function, const Stmt *S) {
  if (!cfg(Function))
    return nullptr;
  return BlockOfStmt.lookup(S);
}

const Stmt *Facts::parentStmt(const Stmt *S) {
  for (const DynTypedNode &Parent : Context->getParents(*S)) {
    if (const Stmt *Up = Parent.get<Stmt>())
      return Up;
    // The initialiser of a variable: its declaration statement. The body of an
    // OpenMP region: the region.
    const Decl *Between = Parent.get<VarDecl>();
    if (!Between)
      Between = Parent.get<CapturedDecl>();
    if (Between)
      for (const DynTypedNode &Holder : Context->getParents(*Between))
        if (const Stmt *Up = Holder.get<Stmt>())
          return Up;
  }
  return nullptr;
}

const Stmt *Facts::userOf(const Expr *E) {
  const Stmt *Up = parentStmt(E);
  while (isa_and_nonnull<ImplicitCastExpr, ParenExpr, ExprWithCleanups,
                         MaterializeTemporaryExpr, CXXBindTemporaryExpr>(Up))
    Up = parentStmt(Up);
  return Up;
}

const FunctionDecl *Facts::functionOf(const Stmt *S) {
  DynTypedNode Node = DynTypedNode::create(*S);
  while (true) {
    DynTypedNodeList Parents = Context->getParents(Node);
    if (Parents.empty())
      return nullptr;
    Node = Parents[0];
    if (const auto *Function = Node.get<FunctionDecl>())
      return Function;
  }
}

const LambdaExpr *Facts::lambdaOf(const FunctionDecl *Function) {
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  if (!Method || !Method->getParent()->isLambda())
    return nullptr;
  for (const DynTypedNode &Parent : Context->getParents(*Method->getParent()))
    if (const auto *Lambda = Parent.get<LambdaExpr>())
      return Lambda;
  return nullptr;
}

const FunctionDecl *Facts::ownBody(const FunctionDecl *Function) const {
  const FunctionDecl *Definition = nullptr;
  if (!Function || !Function->isDefined(Definition) || !Definition->getBody() ||
      sources().isInSystemHeader(Definition->getLocation()))
    return nullptr;
  return Definition;
}

namespace {
class UseIndexer : public RecursiveASTVisitor<UseIndexer> {
public:
  using Index = llvm::DenseMap<const Decl *, SmallVector<const Expr *, 4>>;
  UseIndexer(Index &Into, Roles &Words) : Into(Into), Words(Words) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitDeclRefExpr(DeclRefExpr *E) { return add(E->getDecl(), E); }
  bool VisitMemberExpr(MemberExpr *E) { return add(E->getMemberDecl(), E); }
  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    return add(E->getConstructor(), E);
  }
  // make_unique<T>(...): which constructor runs is decided out of sight, so
  // each that takes so many arguments.
  bool VisitCallExpr(CallExpr *E) {
    const Entry *Api = Words.of(E);
    if (!Api || !Api->Constructs)
      return true;
    QualType Made = Roles::constructed(E, *Api->Constructs);
    const CXXRecordDecl *Class =
        Made.isNull() ? nullptr : Made->getAsCXXRecordDecl();
    if (!Class || !Class->hasDefinition() ||
        E->getNumArgs() < Api->Constructs->First)
      return true;
    unsigned Given = E->getNumArgs() - Api->Constructs->First;
    for (const CXXConstructorDecl *Constructor : Class->ctors())
      if (!Constructor->isCopyOrMoveConstructor() &&
          Constructor->getMinRequiredArguments() <= Given &&
          Given <= Constructor->getNumParams())
        add(Constructor, E);
    return true;
  }

private:
  bool add(const Decl *D, const Expr *E) {
    Into[D->getCanonicalDecl()].push_back(E);
    return true;
  }
  Index &Into;
  Roles &Words;
};
} // namespace

void Facts::indexUses() {
  if (std::exchange(Indexed, true))
    return;
  UseIndexer Indexer(Mentions, roles());
  for (Decl *D : Own)
    Indexer.TraverseDecl(D);
}

llvm::ArrayRef<const Expr *> Facts::usesOf(const FunctionDecl *Function) {
  return mentionsOf(Function);
}

llvm::ArrayRef<const Expr *> Facts::mentionsOf(const ValueDecl *Variable) {
  indexUses();
  auto Found = Mentions.find(Variable->getCanonicalDecl());
  if (Found == Mentions.end())
    return {};
  return Found->second;
}

} // namespace tidepool
