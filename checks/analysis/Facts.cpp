// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Facts.h"
#include "support/LLVMCompat.h"
#include "vocabulary/Forwarding.h"
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
  Sizes = Found.Sizes;
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
  UnitRoles = std::make_unique<Roles>(Unit, *Words, Infers);
}

namespace {
/// Asks each declaration for its attributes, used or not.
class AnnotationReader : public RecursiveASTVisitor<AnnotationReader> {
public:
  explicit AnnotationReader(Roles &Known) : Known(Known) {}
  bool VisitNamedDecl(NamedDecl *D) {
    if (isa<FunctionDecl, VarDecl, FieldDecl, CXXRecordDecl>(D) &&
        D->hasAttrs())
      Known.annotated(D);
    return true;
  }

private:
  Roles &Known;
};
} // namespace

std::vector<std::pair<SourceLocation, std::string>>
Facts::takeWrongAnnotations() {
  // Without a word of ours in the unit there is nothing to walk for.
  if (std::exchange(AnnotationsTold, true) || !Context ||
      Context->Idents.find("annotate") == Context->Idents.end())
    return {};
  AnnotationReader Read(roles());
  for (Decl *D : Own)
    Read.TraverseDecl(D);
  return roles().wrongAnnotations().vec();
}

const Expr *Facts::askedInstead(const Expr *Site) {
  if (!Infers)
    return nullptr;
  for (const FunctionDecl *Function : functionsOf(Site)) {
    if (!Function || !roles().inferred(Function) ||
        forwardedBy(Function) != Site)
      continue;
    auto CallWith = [&](const Expr *Use) -> const Expr * {
      for (const Stmt *Up = Use; isa_and_nonnull<Expr>(Up); Up = parentStmt(Up))
        if (const auto *Call = dyn_cast<CallExpr>(Up))
          return Call->getDirectCallee() &&
                         roles().of(Call) == roles().inferred(Function)
                     ? Call
                     : nullptr;
      return nullptr;
    };
    for (const Expr *Use : usesOf(Function))
      if (const Expr *Call = CallWith(Use))
        return Call;
  }
  return nullptr;
}

const CFG *Facts::cfg(const FunctionDecl *Function) {
  std::unique_ptr<Graph> &Known = Graphs[Function];
  if (Known)
    return Known->Blocks.get();
  Known = std::make_unique<Graph>();
  Stmt *Body = Function->getBody();
  if (!Body || Function->isDependentContext())
    return nullptr;
  CFG::BuildOptions Options;
  // Every expression is an element, so each can be found in its block.
  Options.setAllAlwaysAdd();
  Known->Blocks = CFG::buildCFG(Function, Body, Context, Options);
  if (Known->Blocks)
    for (const CFGBlock *Block : *Known->Blocks) {
      for (const CFGElement &Element : *Block)
        if (std::optional<CFGStmt> S = Element.getAs<CFGStmt>())
          Known->BlockOf.try_emplace(S->getStmt(), Block);
      if (const Stmt *Condition = Block->getTerminatorCondition())
        Known->BlockOf.try_emplace(Condition, Block);
    }
  return Known->Blocks.get();
}

const CFGBlock *Facts::blockOf(const FunctionDecl *Function, const Stmt *S) {
  if (!cfg(Function))
    return nullptr;
  return Graphs[Function]->BlockOf.lookup(S);
}

/// How well does \p Node suit whoever looks: 0 in a template's pattern, 2 in
/// the function looked at.
unsigned Facts::standing(DynTypedNode Node) {
  while (true) {
    if (const auto *D = Node.get<Decl>()) {
      if (LookedAt.contains(D))
        return 2;
      const auto *Around = dyn_cast<DeclContext>(D);
      if (!Around)
        Around = D->getDeclContext();
      if (Around && Around->isDependentContext())
        return 0;
      if (LookedAt.empty() || !D->getParentFunctionOrMethod())
        return 1;
    }
    std::optional<DynTypedNode> Up = parentOf(Node);
    if (!Up)
      return 1;
    Node = *Up;
  }
}

unsigned Facts::chosen(const DynTypedNode &Node,
                       const DynTypedNodeList &Parents) {
  const void *Key = Node.getMemoizationData();
  if (auto Known = Chosen.find(Key); Known != Chosen.end())
    return Known->second;
  unsigned Best = 0;
  unsigned BestStanding = 0;
  for (unsigned I = 0; I < Parents.size(); ++I) {
    // A number of elements is a part of the new expression and of its type.
    bool InType = !Parents[I].get<Stmt>() && !Parents[I].get<Decl>();
    if (unsigned Stands = 2 * standing(Parents[I]) + !InType;
        Stands > BestStanding) {
      Best = I;
      BestStanding = Stands;
    }
  }
  if (Key)
    Chosen[Key] = Best;
  return Best;
}

std::optional<DynTypedNode> Facts::parentOf(const DynTypedNode &Node) {
  DynTypedNodeList Parents = Context->getParents(Node);
  if (Parents.empty())
    return std::nullopt;
  return Parents[Parents.size() == 1 ? 0 : chosen(Node, Parents)];
}

void Facts::lookAt(const FunctionDecl *Function) {
  if (LookedAt.empty() && !Function)
    return;
  LookedAt.clear();
  Chosen.clear();
  for (const DeclContext *Around = Function; Around;
       Around = Around->getParent())
    if (Around->isFunctionOrMethod())
      LookedAt.insert(cast<Decl>(Around));
}

const Stmt *Facts::parentStmt(const Stmt *S) {
  const DynTypedNode Node = DynTypedNode::create(*S);
  DynTypedNodeList Parents = Context->getParents(Node);
  auto StmtAt = [&](const DynTypedNode &Parent) -> const Stmt * {
    if (const Stmt *Up = Parent.get<Stmt>())
      return Up;
    // The initialiser of a variable: its declaration statement. The body of an
    // OpenMP region: the region.
    if (Parent.get<VarDecl>() || Parent.get<CapturedDecl>())
      if (std::optional<DynTypedNode> Holder = parentOf(Parent))
        return Holder->get<Stmt>();
    return nullptr;
  };
  if (Parents.size() <= 1)
    return Parents.empty() ? nullptr : StmtAt(Parents[0]);
  const DynTypedNode &Meant = Parents[chosen(Node, Parents)];
  if (const Stmt *Up = StmtAt(Meant))
    return Up;
  // An initialiser in a class: where a constructor uses it.
  for (const DynTypedNode &Parent : Parents)
    if (standing(Parent) >= standing(Meant))
      if (const Stmt *Up = StmtAt(Parent))
        return Up;
  return nullptr;
}

bool Facts::isWithin(const Stmt *Outer, const Stmt *Inner) {
  SmallVector<DynTypedNode, 4> Ways = {DynTypedNode::create(*Inner)};
  while (!Ways.empty()) {
    DynTypedNode Node = Ways.pop_back_val();
    if (Node.get<Stmt>() == Outer)
      return true;
    for (const DynTypedNode &Parent : Context->getParents(Node))
      Ways.push_back(Parent);
  }
  return false;
}

const Stmt *Facts::userOf(const Expr *E) {
  const Stmt *Up = parentStmt(E);
  while (isa_and_nonnull<ImplicitCastExpr, ParenExpr, ExprWithCleanups,
                         MaterializeTemporaryExpr, CXXBindTemporaryExpr>(Up))
    Up = parentStmt(Up);
  return Up;
}

const FunctionDecl *Facts::functionOf(const Stmt *S) {
  std::optional<DynTypedNode> Node = parentOf(DynTypedNode::create(*S));
  for (; Node; Node = parentOf(*Node))
    if (const auto *Function = Node->get<FunctionDecl>())
      return Function;
  return nullptr;
}

SmallVector<const FunctionDecl *, 1> Facts::functionsOf(const Stmt *S) {
  // What differs in the ninth is not worth its time.
  constexpr unsigned Most = 8;
  SmallVector<const FunctionDecl *, 1> Found;
  const FunctionDecl *Pattern = nullptr;
  SmallVector<DynTypedNode, 4> Ways = {DynTypedNode::create(*S)};
  while (!Ways.empty() && Found.size() < Most) {
    DynTypedNode Node = Ways.pop_back_val();
    if (const auto *Function = Node.get<FunctionDecl>()) {
      if (Function->isDependentContext())
        Pattern = Function;
      else if (!llvm::is_contained(Found, Function))
        Found.push_back(Function);
      continue;
    }
    DynTypedNodeList Parents = Context->getParents(Node);
    for (size_t I = Parents.size(); I > 0; --I)
      Ways.push_back(Parents[I - 1]);
  }
  if (Found.empty())
    Found.push_back(Pattern);
  return Found;
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

/// What names the variable, or the member of this object, that \p E is; null if
/// it is not simply that.
static const Expr *nameIn(const Expr *E) {
  while (true) {
    if (const auto *Paren = dyn_cast<ParenExpr>(E))
      E = Paren->getSubExpr();
    else if (const auto *Cast = dyn_cast<ImplicitCastExpr>(E);
             Cast && (Cast->getCastKind() == CK_NoOp ||
                      Cast->getCastKind() == CK_DerivedToBase ||
                      Cast->getCastKind() == CK_UncheckedDerivedToBase))
      E = Cast->getSubExpr();
    else
      break;
  }
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return isa<FieldDecl>(Member->getMemberDecl()) &&
                   isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts())
               ? E
               : nullptr;
  const auto *Reference = dyn_cast<DeclRefExpr>(E);
  return Reference && isa<VarDecl>(Reference->getDecl()) ? E : nullptr;
}

/// What names the variable that \p Variable refers or points to from the
/// start; null if it is not simply that.
static const Expr *boundTo(const VarDecl *Variable) {
  const Expr *Init = Variable->getInit();
  if (!Init || isa<ParmVarDecl>(Variable))
    return nullptr;
  if (Variable->getType()->isReferenceType())
    return nameIn(Init);
  const auto *Address = dyn_cast<UnaryOperator>(Init->IgnoreParenImpCasts());
  return Variable->getType()->isPointerType() && Variable->isLocalVarDecl() &&
                 Address && Address->getOpcode() == UO_AddrOf
             ? nameIn(Address->getSubExpr())
             : nullptr;
}

static const ValueDecl *namedBy(const Expr *E) {
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return Member->getMemberDecl();
  return cast<DeclRefExpr>(E)->getDecl();
}

namespace {
class UseIndexer : public RecursiveASTVisitor<UseIndexer> {
public:
  using Index = llvm::DenseMap<const Decl *, SmallVector<const Expr *, 4>>;
  using Names = llvm::MapVector<const ValueDecl *, const Expr *>;
  UseIndexer(Index &Into, Names &Aliases, Roles &Words)
      : Into(Into), Aliases(Aliases), Words(Words) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitVarDecl(VarDecl *Variable) {
    if (const Expr *Name = boundTo(Variable))
      Aliases[Variable] = Name;
    return true;
  }
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
  Names &Aliases;
  Roles &Words;
};
} // namespace

void Facts::indexUses() {
  if (std::exchange(Indexed, true))
    return;
  UseIndexer Indexer(Mentions, Aliases, roles());
  for (Decl *D : Own)
    Indexer.TraverseDecl(D);
  addAliases();
}

void Facts::addAliases() {
  // A pointer that is set again, or whose address is taken, may point anywhere.
  Aliases.remove_if([&](const auto &Alias) {
    if (!Alias.first->getType()->isPointerType())
      return false;
    return !llvm::all_of(
        Mentions.lookup(Alias.first->getCanonicalDecl()), [&](const Expr *E) {
          const auto *Read = dyn_cast_or_null<ImplicitCastExpr>(parentStmt(E));
          return Read && Read->getCastKind() == CK_LValueToRValue;
        });
  });
  llvm::SmallPtrSet<const Expr *, 16> Bindings;
  // Who takes an address may do with it what is not seen.
  for (const auto &[Alias, Name] : Aliases)
    if (Alias->getType()->isReferenceType())
      Bindings.insert(Name);
  for (const auto &[Alias, Name] : Aliases) {
    const ValueDecl *Of = aliased(Alias);
    const auto Found = Mentions.find(Alias->getCanonicalDecl());
    Uses More = Found == Mentions.end() ? Uses() : Found->second;
    Uses &All = Mentions[Of->getCanonicalDecl()];
    llvm::erase_if(All, [&](const Expr *E) { return Bindings.contains(E); });
    // In source order, each after what stood there before.
    for (const Expr *E : More)
      if (!Bindings.contains(E))
        All.insert(
            llvm::upper_bound(All, E,
                              [&](const Expr *Left, const Expr *Right) {
                                return sources().isBeforeInTranslationUnit(
                                    Left->getExprLoc(), Right->getExprLoc());
                              }),
            E);
  }
}

const ValueDecl *Facts::aliased(const ValueDecl *Alias) {
  indexUses();
  // `auto &a = a;` refers to itself.
  for (unsigned Depth = 0; Depth < 8; ++Depth) {
    const Expr *Name = Aliases.lookup(Alias);
    if (!Name)
      break;
    Alias = namedBy(Name);
  }
  return Alias;
}

llvm::ArrayRef<const Expr *> Facts::usesOf(const FunctionDecl *Function) {
  return mentionsOf(Function);
}

/// A place in a template is named once in its pattern and once in each
/// instantiation: an instantiation tells more.
void Facts::leaveOutPatterns(Uses &Of) {
  llvm::DenseSet<SourceLocation> Told;
  llvm::SmallPtrSet<const Expr *, 8> Seen;
  llvm::DenseSet<SourceLocation> Places;
  bool Twice = false;
  for (const Expr *E : Of)
    Twice |= !Places.insert(E->getBeginLoc()).second;
  if (!Twice)
    return;
  auto InPattern = [&](const Expr *E) {
    return standing(DynTypedNode::create(*E)) == 0;
  };
  for (const Expr *E : Of)
    if (!InPattern(E))
      Told.insert(E->getBeginLoc());
  llvm::erase_if(Of, [&](const Expr *E) {
    return !Seen.insert(E).second ||
           (Told.contains(E->getBeginLoc()) && InPattern(E));
  });
}

llvm::ArrayRef<const Expr *> Facts::mentionsOf(const ValueDecl *Variable) {
  indexUses();
  const Decl *Key = Variable->getCanonicalDecl();
  auto Found = Mentions.find(Key);
  if (Found == Mentions.end())
    return {};
  if (Sorted.insert(Key).second)
    leaveOutPatterns(Found->second);
  return Found->second;
}

} // namespace tidepool
