// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Roles.h"
#include "Annotation.h"
#include "Forwarding.h"
#include "support/LLVMCompat.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include <deque>

using namespace clang;

namespace tidepool {

static const FunctionDecl *patternOf(const FunctionDecl *Function) {
  if (const FunctionDecl *Pattern = Function->getTemplateInstantiationPattern())
    Function = Pattern;
  else if (const FunctionTemplateDecl *Template =
               Function->getPrimaryTemplate())
    Function = Template->getTemplatedDecl(); // an explicit specialisation
  return Function->getCanonicalDecl();
}

static const CXXRecordDecl *patternOf(const CXXRecordDecl *Class) {
  if (const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Class))
    Class = Special->getSpecializedTemplate()->getTemplatedDecl();
  else if (const CXXRecordDecl *Pattern =
               Class->getTemplateInstantiationPattern())
    Class = Pattern;
  return Class->getCanonicalDecl();
}

/// What a name stands for once aliases, using-declarations and templates are
/// seen through.
static const NamedDecl *meant(const NamedDecl *Found) {
  Found = Found->getUnderlyingDecl();
  if (const auto *Alias = dyn_cast<NamespaceAliasDecl>(Found))
    return Alias->getNamespace()->getCanonicalDecl();
  if (const auto *Template = dyn_cast<TemplateDecl>(Found))
    if (const NamedDecl *Templated = Template->getTemplatedDecl())
      Found = Templated;
  if (const auto *Typedef = dyn_cast<TypedefNameDecl>(Found)) {
    QualType Type = Typedef->getUnderlyingType();
    // An alias of one specialisation means that one alone.
    if (const CXXRecordDecl *Class = Type->getAsCXXRecordDecl())
      return Class->getCanonicalDecl();
    if (const TagDecl *Tag = Type->getAsTagDecl())
      return Tag->getCanonicalDecl();
    if (const auto *Special = Type->getAs<TemplateSpecializationType>())
      if (const TemplateDecl *Template =
              Special->getTemplateName().getAsTemplateDecl())
        return meant(Template);
  }
  if (const auto *Function = dyn_cast<FunctionDecl>(Found))
    return patternOf(Function);
  if (const auto *Class = dyn_cast<CXXRecordDecl>(Found))
    return patternOf(Class);
  return cast<NamedDecl>(Found->getCanonicalDecl());
}

/// "operator&&"; empty for what is no operator.
static std::string operatorName(OverloadedOperatorKind Kind) {
  if (Kind == OO_None)
    return {};
  return std::string(Kind == OO_Coawait ? "operator " : "operator") +
         getOperatorSpelling(Kind);
}

/// Names with identifiers, and operators.
static DeclarationName nameFor(ASTContext &Context, StringRef Name) {
  if (Name.starts_with("operator"))
    for (unsigned Kind = OO_None + 1; Kind != NUM_OVERLOADED_OPERATORS; ++Kind)
      if (Name == operatorName(OverloadedOperatorKind(Kind)))
        return Context.DeclarationNames.getCXXOperatorName(
            OverloadedOperatorKind(Kind));
  return &Context.Idents.get(Name);
}

Roles::Roles(ASTContext &Context, const Vocabulary &Words, bool Infers)
    : Context(Context), Words(Words), Infers(Infers) {
  for (unsigned Kind = OO_None + 1; Kind != NUM_OVERLOADED_OPERATORS; ++Kind)
    Operators[Kind] = Words.named(operatorName(OverloadedOperatorKind(Kind)));
}

/// Where the members of \p Class are declared; null where nothing says.
static const CXXRecordDecl *definitionOf(const CXXRecordDecl *Class) {
  if (!Class->hasDefinition())
    Class = patternOf(Class); // a specialisation that nobody needed yet
  return Class->getDefinition();
}

static void lookUp(const DeclContext *Scope, DeclarationName Name,
                   SmallVectorImpl<const NamedDecl *> &Into, unsigned Depth) {
  for (const NamedDecl *Found : Scope->lookup(Name)) {
    const NamedDecl *Meant = meant(Found);
    if (!llvm::is_contained(Into, Meant))
      Into.push_back(Meant);
  }
  if (!Into.empty() || Depth == 0 || !Scope->isFileContext())
    return;
  // What a unit declares for itself alone is no library's, whatever its name;
  // a library's own function objects may stand so.
  for (const UsingDirectiveDecl *Using : Scope->using_directives())
    if (!Scope->isTranslationUnit() ||
        !Using->getNominatedNamespace()->isAnonymousNamespace())
      lookUp(Using->getNominatedNamespace(), Name, Into, Depth - 1);
}

llvm::ArrayRef<const NamedDecl *> Roles::resolve(StringRef Path) {
  auto [Known, New] = Resolved.try_emplace(Path);
  if (!New)
    return Known->second;
  SmallVector<const NamedDecl *, 2> Found;
  SmallVector<StringRef, 6> Names;
  Path.split(Names, "::", -1, /*KeepEmpty=*/false);
  SmallVector<const DeclContext *, 2> Scopes = {
      Context.getTranslationUnitDecl()};
  for (size_t I = 0; I < Names.size(); ++I) {
    Found.clear();
    for (const DeclContext *Scope : Scopes)
      lookUp(Scope, nameFor(Context, Names[I]), Found, /*Depth=*/3);
    Scopes.clear();
    for (const NamedDecl *Decl : Found) {
      if (const auto *Class = dyn_cast<CXXRecordDecl>(Decl)) {
        if (const CXXRecordDecl *Definition = definitionOf(Class))
          Scopes.push_back(Definition);
      } else if (const auto *Enum = dyn_cast<EnumDecl>(Decl)) {
        if (const EnumDecl *Definition = Enum->getDefinition())
          Scopes.push_back(Definition);
      } else if (const auto *Scope = dyn_cast<DeclContext>(Decl)) {
        Scopes.push_back(Scope);
      }
    }
  }
  return Resolved[Path] = Found;
}

bool Roles::names(StringRef Path, const TagDecl *Tag) {
  llvm::ArrayRef<const NamedDecl *> Named = resolve(Path);
  if (llvm::is_contained(Named, Tag->getCanonicalDecl()))
    return true;
  const auto *Class = dyn_cast<CXXRecordDecl>(Tag);
  return Class && llvm::is_contained(Named, patternOf(Class));
}

llvm::ArrayRef<const Entry *> Roles::ofClass(const CXXRecordDecl *Class) {
  // By declaration, not by name: an entry may name the class by an alias.
  if (!ClassesIndexed) {
    ClassesIndexed = true;
    bool Lazy = Context.Idents.getExternalIdentifierLookup();
    for (const Entry &E : Words.entries()) {
      if (E.Class.empty() || !E.Member.empty())
        continue;
      // Most libraries are not in this unit: ask for a name it does not have
      // before anything is looked up.
      StringRef Last = StringRef(E.Class).rsplit("::").second;
      if (Last.empty())
        Last = E.Class;
      if (!Lazy && Context.Idents.find(Last) == Context.Idents.end())
        continue;
      for (const NamedDecl *Decl : resolve(E.Class))
        if (isa<CXXRecordDecl>(Decl))
          ByClass[Decl].push_back(&E);
    }
  }
  auto Exact = ByClass.find(Class->getCanonicalDecl());
  if (Exact != ByClass.end())
    return Exact->second;
  auto Pattern = ByClass.find(patternOf(Class));
  if (Pattern != ByClass.end())
    return Pattern->second;
  return {};
}

/// \p Class and its bases, nearest first.
static SmallVector<const CXXRecordDecl *, 8>
basesOf(const CXXRecordDecl *Class) {
  SmallVector<const CXXRecordDecl *, 8> All;
  std::deque<const CXXRecordDecl *> Queue = {Class};
  while (!Queue.empty()) {
    const CXXRecordDecl *Next = Queue.front();
    Queue.pop_front();
    if (llvm::is_contained(All, Next))
      continue;
    All.push_back(Next);
    if (!Next->hasDefinition())
      continue;
    for (const CXXBaseSpecifier &Base : Next->getDefinition()->bases())
      if (const CXXRecordDecl *Record = Base.getType()->getAsCXXRecordDecl())
        Queue.push_back(Record);
  }
  return All;
}

bool Roles::resolves(const Entry &E) {
  if (!E.Macro.empty())
    return Context.Idents.get(E.Macro).hasMacroDefinition();
  for (const ArgumentCondition &Condition : E.When) {
    if (!Condition.Types.empty() &&
        llvm::all_of(Condition.Types, [&](const std::string &Type) {
          return resolve(Type).empty();
        }))
      return false;
    if (!Condition.Enumerator.empty() && resolve(Condition.Enumerator).empty())
      return false;
  }
  if (!E.Takes.empty())
    return !resolve(E.Takes).empty();
  if (StringRef Beginning = E.beginning(); !Beginning.empty()) {
    const DeclContext *Scope = scopeOf(E);
    return Scope && llvm::any_of(Context.Idents, [&](const auto &Known) {
             return Known.getKey().starts_with(Beginning) &&
                    llvm::any_of(Scope->lookup(Known.getValue()),
                                 [](const NamedDecl *D) {
                                   return isa<FunctionDecl>(
                                       D->getUnderlyingDecl());
                                 });
           });
  }
  if (!E.Function.empty())
    return llvm::any_of(resolve(E.Function), [](const NamedDecl *D) {
      return isa<FunctionDecl>(D);
    });
  if (!E.Object.empty())
    return llvm::any_of(resolve(E.Object),
                        [](const NamedDecl *D) { return isa<VarDecl>(D); });
  if (E.Member.empty())
    return llvm::any_of(resolve(E.Class),
                        [](const NamedDecl *D) { return isa<RecordDecl>(D); });
  // The member may be declared in a base.
  DeclarationName Name = nameFor(Context, E.Member);
  for (const NamedDecl *Decl : resolve(E.Class)) {
    const auto *Class = dyn_cast<CXXRecordDecl>(Decl);
    if (!Class)
      continue;
    SmallVector<const CXXRecordDecl *, 8> Classes = {Class};
    for (size_t I = 0; I < Classes.size() && I < 32; ++I) {
      // std::packaged_task has members for functions alone.
      if (const ClassTemplateDecl *Template =
              Classes[I]->getDescribedClassTemplate()) {
        SmallVector<ClassTemplatePartialSpecializationDecl *, 4> Partial;
        const_cast<ClassTemplateDecl *>(Template)->getPartialSpecializations(
            Partial);
        Classes.append(Partial.begin(), Partial.end());
      }
      const CXXRecordDecl *Definition = definitionOf(Classes[I]);
      if (!Definition)
        continue;
      if (!Definition->lookup(Name).empty())
        return true;
      for (const CXXBaseSpecifier &Base : Definition->bases()) {
        // The bases of a template's pattern are specialisations without
        // declaration.
        const CXXRecordDecl *Record = Base.getType()->getAsCXXRecordDecl();
        if (!Record)
          if (const auto *Special =
                  Base.getType()->getAs<TemplateSpecializationType>())
            if (const TemplateDecl *Template =
                    Special->getTemplateName().getAsTemplateDecl())
              Record =
                  dyn_cast_or_null<CXXRecordDecl>(Template->getTemplatedDecl());
        if (Record)
          Classes.push_back(Record);
      }
    }
  }
  return false;
}

bool Roles::isTestMacro(StringRef Name) const {
  return llvm::any_of(Words.named(Name), [](const Entry *E) {
    return !E->Macro.empty() && E->Test;
  });
}

/// None for what no vocabulary can write. SIZE_MAX is -1, as its users mean.
static std::optional<int64_t> valueOf(const llvm::APSInt &Value) {
  if (Value.getBitWidth() > 64 && !Value.isRepresentableByInt64())
    return std::nullopt;
  return Value.getExtValue();
}

/// Does \p Method stand for what an entry calls a member of \p Class? It must
/// be declared, or override what is declared, in \p Class or above it.
static bool belongsTo(const CXXMethodDecl *Method, const CXXRecordDecl *Class) {
  const CXXRecordDecl *Declaring = Method->getParent();
  if (Class->getCanonicalDecl() == Declaring->getCanonicalDecl() ||
      (Class->hasDefinition() && Class->isDerivedFrom(Declaring)))
    return true;
  return llvm::any_of(
      Method->overridden_methods(),
      [&](const CXXMethodDecl *Above) { return belongsTo(Above, Class); });
}

/// Is \p S made of literals, enumerators and operators alone?
static bool isWritten(const Stmt *S) {
  if (isa<CallExpr, CXXConstructExpr, MemberExpr>(S))
    return false;
  if (const auto *Reference = dyn_cast<DeclRefExpr>(S))
    return isa<EnumConstantDecl>(Reference->getDecl());
  return llvm::all_of(
      S->children(), [](const Stmt *Part) { return !Part || isWritten(Part); });
}

/// Does a part of \p S come from the macro \p Name?
static bool namesMacro(const Stmt *S, StringRef Name, const ASTContext &Unit) {
  const SourceManager &Sources = Unit.getSourceManager();
  for (SourceLocation Place = S->getBeginLoc(); Place.isMacroID();
       Place = Sources.getImmediateMacroCallerLoc(Place))
    if (Lexer::getImmediateMacroName(Place, Sources, Unit.getLangOpts()) ==
        Name)
      return true;
  return llvm::any_of(S->children(), [&](const Stmt *Part) {
    return Part && namesMacro(Part, Name, Unit);
  });
}

/// `flags & ~O_NONBLOCK`: is the macro \p Name written behind a `~` in \p S,
/// and nowhere else?
static bool clearsMacro(const Stmt *S, StringRef Name, const ASTContext &Unit) {
  bool Clears = false;
  SmallVector<const Stmt *, 8> Stack = {S};
  while (!Stack.empty()) {
    const Stmt *Part = Stack.pop_back_val();
    const auto *Not = dyn_cast<UnaryOperator>(Part);
    if (Not && Not->getOpcode() == UO_Not &&
        namesMacro(Not->getSubExpr(), Name, Unit)) {
      Clears = true;
      continue;
    }
    if (Part->child_begin() == Part->child_end() &&
        namesMacro(Part, Name, Unit))
      return false;
    for (const Stmt *Child : Part->children())
      if (Child)
        Stack.push_back(Child);
  }
  return Clears;
}

bool Roles::hasFlag(const Expr *Argument, StringRef Name) {
  if (Name.consume_front("~"))
    return clearsMacro(Argument, Name, Context);
  if (namesMacro(Argument, Name, Context))
    return true;
  llvm::ArrayRef<const NamedDecl *> Named = resolve(Name);
  const auto *Flag =
      Named.empty() ? nullptr : dyn_cast<EnumConstantDecl>(Named.front());
  Expr::EvalResult Result;
  if (!Flag || !Argument->getType()->isIntegralOrEnumerationType() ||
      !Argument->EvaluateAsInt(Result, Context))
    return false;
  std::optional<int64_t> Value = valueOf(Result.Val.getInt());
  std::optional<int64_t> Bits = valueOf(Flag->getInitVal());
  return Value && Bits &&
         (*Bits == 0 ? *Value == 0 : (*Value & *Bits) == *Bits);
}

bool Roles::holds(const Entry &E, const Site &Call) {
  size_t Given = llvm::count_if(Call.Arguments, [](const Expr *Argument) {
    return !isa<CXXDefaultArgExpr>(Argument);
  });
  if (Given < E.MinArguments || Given > E.MaxArguments.value_or(Given))
    return false;
  auto IsOne = [&](QualType Type, const std::vector<std::string> &Paths) {
    if (Type.isNull())
      return false;
    Type = Type.getNonReferenceType();
    if (Type->isPointerType())
      Type = Type->getPointeeType();
    const TagDecl *Tag = Type->getAsTagDecl();
    return Tag && llvm::any_of(Paths, [&](const std::string &Path) {
             return names(Path, Tag);
           });
  };
  for (const ArgumentCondition &Condition : E.When) {
    size_t Index = Condition.Argument.Index;
    switch (Condition.Argument.In) {
    case ObjectPlace::Kind::This:
    case ObjectPlace::Kind::Result:
      // They have a type and nothing else.
      if (!IsOne(Condition.Argument.In == ObjectPlace::Kind::This ? Call.Object
                                                                  : Call.Result,
                 Condition.Types))
        return false;
      continue;
    case ObjectPlace::Kind::Last:
      if (Given == 0)
        return false;
      Index = Given - 1;
      break;
    case ObjectPlace::Kind::Argument:
      break;
    }
    if (Index >= Call.Arguments.size())
      return false;
    const Expr *Argument = Call.Arguments[Index];
    if (Condition.Defaulted &&
        *Condition.Defaulted != isa<CXXDefaultArgExpr>(Argument))
      return false;
    if (Argument->isValueDependent() || Argument->isTypeDependent())
      return false;
    if (!Condition.Types.empty()) {
      QualType Type = Argument->getType();
      if (Call.Callee && Index < Call.Callee->getNumParams())
        Type = Call.Callee->getParamDecl(Index)->getType();
      if (!IsOne(Type, Condition.Types))
        return false;
    }
    std::optional<int64_t> Value;
    Expr::EvalResult Result;
    if ((!Condition.Enumerator.empty() || Condition.Value) &&
        Argument->getType()->isIntegralOrEnumerationType() &&
        Argument->EvaluateAsInt(Result, Context))
      Value = valueOf(Result.Val.getInt());
    if (!Condition.Enumerator.empty()) {
      llvm::ArrayRef<const NamedDecl *> Wanted = resolve(Condition.Enumerator);
      const auto *Enumerator =
          Wanted.empty() ? nullptr : dyn_cast<EnumConstantDecl>(Wanted.front());
      if (!Enumerator || !Value || Value != valueOf(Enumerator->getInitVal()))
        return false;
    }
    if (Condition.Value && Value != Condition.Value)
      return false;
    if (!Condition.Flag.empty() && !hasFlag(Argument, Condition.Flag))
      return false;
    if (Condition.Constant && *Condition.Constant != isWritten(Argument))
      return false;
    if (!Condition.Member.empty()) {
      const auto *Named = dyn_cast<MemberExpr>(Argument->IgnoreParenImpCasts());
      if (!Named || Named->getMemberDecl()->getQualifiedNameAsString() !=
                        Condition.Member)
        return false;
    }
    if (Condition.Null) {
      bool IsNull =
          Argument->isNullPointerConstant(
              Context, Expr::NPC_ValueDependentIsNotNull) != Expr::NPCK_NotNull;
      if (IsNull != *Condition.Null)
        return false;
    }
  }
  return true;
}

/// The entries that are called like \p Function.
llvm::ArrayRef<const Entry *> Roles::named(const FunctionDecl *Function) const {
  if (Function->getIdentifier())
    return Words.named(Function->getName());
  // Most operators have none, and there are many calls.
  OverloadedOperatorKind Kind = Function->getOverloadedOperator();
  return Kind == OO_None ? llvm::ArrayRef<const Entry *>() : Operators[Kind];
}

const Entry *Roles::ofFunction(const Site &Call) {
  llvm::ArrayRef<const Entry *> Candidates = named(Call.Callee);
  if (Candidates.empty())
    return ofBeginning(Call);
  const FunctionDecl *Pattern = patternOf(Call.Callee);
  for (const Entry *Candidate : Candidates)
    if (!Candidate->Function.empty() &&
        llvm::is_contained(resolve(Candidate->Function),
                           cast<NamedDecl>(Pattern)) &&
        holds(*Candidate, Call))
      return Candidate;
  return ofBeginning(Call);
}

const Entry *Roles::ofMember(const CXXRecordDecl *Class, const Site &Call) {
  const auto *Method = cast<CXXMethodDecl>(Call.Callee);
  llvm::ArrayRef<const Entry *> Candidates = named(Method);
  if (Candidates.empty())
    return nullptr;
  for (const CXXRecordDecl *Candidate : basesOf(Class)) {
    if (!belongsTo(Method, Candidate))
      continue;
    for (const Entry *E : Candidates)
      if (!E->Member.empty() && names(E->Class, Candidate) && holds(*E, Call))
        return E;
    for (const Entry *E : ofClass(Candidate))
      if (E->None && !E->Constructor)
        return E;
  }
  return nullptr;
}

const DeclContext *Roles::scopeOf(const Entry &E) {
  StringRef Path = E.Function;
  size_t Colon = Path.rfind("::");
  if (Colon == StringRef::npos)
    return Context.getTranslationUnitDecl();
  llvm::ArrayRef<const NamedDecl *> Found = resolve(Path.take_front(Colon));
  return Found.empty() ? nullptr : dyn_cast<NamespaceDecl>(Found.front());
}

/// Is its body here, or that of the template it is made of?
static bool isWritten(const FunctionDecl *Function) {
  const FunctionDecl *Pattern = Function->getTemplateInstantiationPattern();
  return (Pattern ? Pattern : Function)->isDefined();
}

const Entry *Roles::ofBeginning(const Site &Call) {
  if (Words.beginnings().empty() || !Call.Callee->getIdentifier() ||
      isa<CXXMethodDecl>(Call.Callee))
    return nullptr;
  StringRef Name = Call.Callee->getName();
  for (const Entry *E : Words.beginnings()) {
    if (!Name.starts_with(E->beginning()))
      continue;
    const DeclContext *Scope = scopeOf(*E);
    // What has a body here is itself made of other calls.
    if (Scope && !isWritten(Call.Callee) &&
        Scope->InEnclosingNamespaceSetOf(
            Call.Callee->getDeclContext()->getRedeclContext()) &&
        holds(*E, Call))
      return E;
  }
  return nullptr;
}

const Entry *Roles::ofShape(const Site &Call) {
  // What has a body here is itself made of other calls.
  if (Call.Callee->getNumParams() == 0 || isWritten(Call.Callee))
    return nullptr;
  QualType First =
      Call.Callee->getParamDecl(0)->getType().getNonReferenceType();
  if (First->isPointerType())
    First = First->getPointeeType();
  const TagDecl *Tag = First->getAsTagDecl();
  if (!Tag)
    return nullptr;
  for (const Entry *Candidate : Words.shapes())
    if (names(Candidate->Takes, Tag) && holds(*Candidate, Call))
      return Candidate;
  return nullptr;
}

const Entry *Roles::ofConstructor(const CXXRecordDecl *Class,
                                  const Site &Call) {
  for (const Entry *E : ofClass(Class))
    if (E->Constructor && holds(*E, Call))
      return E;
  return nullptr;
}

/// An entry that says 'none' decides, and has nothing to say.
static const Entry *unlessNone(const Entry *E) {
  return E && E->None ? nullptr : E;
}

const Entry *Roles::ofConstruction(QualType Type,
                                   llvm::ArrayRef<const Expr *> Arguments) {
  const CXXRecordDecl *Class =
      Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
  if (!Class)
    return nullptr;
  // Forwarding one object of the same class copies or moves it.
  if (Arguments.size() == 1 &&
      Context.hasSameUnqualifiedType(
          Arguments[0]->getType().getNonReferenceType(), Type))
    return nullptr;
  // Which constructor that will be is decided out of sight.
  if (Class->hasDefinition())
    for (const CXXConstructorDecl *Constructor : Class->ctors())
      if (Constructor->getMinRequiredArguments() <= Arguments.size() &&
          Arguments.size() <= Constructor->getNumParams())
        if (const Entry *Of = annotated(Constructor))
          return unlessNone(Of);
  return unlessNone(ofConstructor(Class, {nullptr, Arguments, Type, Type}));
}

QualType Roles::constructed(const CallExpr *Call, const ConstructsRole &Role) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  const TemplateArgumentList *Arguments = nullptr;
  if (Role.TemplateOf == ConstructsRole::Of::Function) {
    Arguments = Callee->getTemplateSpecializationArgs();
  } else if (const auto *Method = dyn_cast<CXXMethodDecl>(Callee)) {
    if (const auto *Class =
            dyn_cast<ClassTemplateSpecializationDecl>(Method->getParent()))
      Arguments = &Class->getTemplateArgs();
  }
  if (!Arguments || Role.TemplateArgument >= Arguments->size())
    return {};
  const TemplateArgument &Argument = Arguments->get(Role.TemplateArgument);
  return Argument.getKind() == TemplateArgument::Type ? Argument.getAsType()
                                                      : QualType();
}

const Entry *Roles::annotated(const NamedDecl *D) {
  // Without the word in the unit there is nothing to look for.
  if (!Context.Idents.getExternalIdentifierLookup() &&
      Context.Idents.find("annotate") == Context.Idents.end())
    return nullptr;
  if (!isAnnotated(D)) {
    // What a template is made of, and what a method overrides.
    const NamedDecl *Pattern = nullptr;
    if (const auto *Function = dyn_cast<FunctionDecl>(D))
      Pattern = Function->getTemplateInstantiationPattern();
    else if (const auto *Class = dyn_cast<CXXRecordDecl>(D))
      Pattern = Class->getTemplateInstantiationPattern();
    if (Pattern && Pattern->getCanonicalDecl() != D->getCanonicalDecl())
      return annotated(Pattern);
    if (const auto *Method = dyn_cast<CXXMethodDecl>(D))
      for (const CXXMethodDecl *Above : Method->overridden_methods())
        if (const Entry *Of = annotated(Above))
          return Of;
    return nullptr;
  }
  auto [Known, New] = Annotations.try_emplace(D->getCanonicalDecl());
  if (New) {
    Annotation Found = annotationOf(D, Context.getSourceManager());
    if (!Found.Wrong.empty())
      Wrong.emplace_back(Found.Place, Found.Wrong);
    else if (Found.Says)
      Known->second = std::make_unique<Entry>(std::move(*Found.Says));
  }
  return Known->second.get();
}

const Entry *Roles::inferred(const FunctionDecl *Function) {
  const FunctionDecl *Body = nullptr;
  if (!Infers || !Function->isDefined(Body) || !Body->getBody() ||
      Context.getSourceManager().isInSystemHeader(Body->getLocation()))
    return nullptr;
  auto [Known, New] = Forwarders.try_emplace(Body);
  // One that is being asked leads back to itself.
  if (!New)
    return Known->second.get();
  const Expr *Forwarded = forwardedBy(Body);
  const Entry *Inner = Forwarded ? of(Forwarded) : nullptr;
  if (!Inner)
    return nullptr;
  std::optional<Entry> Own = takenOver(
      Body, Forwarded, *Inner, [this](const Expr *E) { return of(E); },
      Context.getSourceManager());
  if (!Own)
    return nullptr;
  return (Forwarders[Body] = std::make_unique<Entry>(std::move(*Own))).get();
}

const Entry *Roles::ofField(const FieldDecl *Field, const Expr *Value) {
  if (const Entry *Of = annotated(Field))
    return Of;
  if (!Field->getIdentifier())
    return nullptr;
  QualType Object = compat::typeOf(Context, Field->getParent());
  for (const Entry *E : Words.named(Field->getName()))
    if (!E->Member.empty() && names(E->Class, Field->getParent()) &&
        holds(*E, {nullptr, Value, Object, QualType()}))
      return E;
  return nullptr;
}

/// The namespace that all others around \p D stand in; null if there is none.
static const NamespaceDecl *outermost(const Decl *D) {
  const NamespaceDecl *Found = nullptr;
  for (const DeclContext *Around = D->getDeclContext(); Around;
       Around = Around->getParent())
    if (const auto *Space = dyn_cast<NamespaceDecl>(Around))
      Found = Space->getCanonicalDecl();
  return Found;
}

const Entry *Roles::ofResult(const FunctionDecl *Callee) {
  if (Words.results().empty())
    return nullptr;
  const CXXRecordDecl *Class = Callee->getReturnType()->getAsCXXRecordDecl();
  if (!Class)
    return nullptr;
  for (const Entry *E : Words.results()) {
    if (!names(E->Class, Class))
      continue;
    // What returns any type hands on what others started, as std::exchange
    // does; so does what the library itself makes of one.
    QualType Written = patternOf(Callee)->getReturnType();
    if (Written->getContainedDeducedType() ||
        Written->getAs<TemplateTypeParmType>() ||
        (outermost(Class) && outermost(Callee) == outermost(Class)))
      return nullptr;
    return E;
  }
  return nullptr;
}

const Entry *Roles::compute(const Expr *E) {
  if (E->isTypeDependent())
    return nullptr;
  auto Assigned = [&](const Expr *To, const Expr *Value) -> const Entry * {
    const auto *Left = dyn_cast<MemberExpr>(To->IgnoreParenImpCasts());
    const auto *Field =
        Left ? dyn_cast<FieldDecl>(Left->getMemberDecl()) : nullptr;
    return Field ? ofField(Field, Value) : nullptr;
  };
  if (const auto *Assign = dyn_cast<BinaryOperator>(E))
    return Assign->getOpcode() == BO_Assign
               ? Assigned(Assign->getLHS(), Assign->getRHS())
               : nullptr;
  // options.timeout = 5s
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
      Operator && Operator->getOperator() == OO_Equal)
    if (const Entry *Of = Assigned(Operator->getArg(0), Operator->getArg(1)))
      return Of;
  // A variable that is read: `smp::count`.
  if (const auto *Reference = dyn_cast<DeclRefExpr>(E)) {
    const auto *Variable = dyn_cast<VarDecl>(Reference->getDecl());
    if (!Variable || !Variable->getIdentifier())
      return nullptr;
    if (const Entry *Of = annotated(Variable); Of && Of->Cores)
      return Of;
    for (const Entry *Candidate : Words.named(Variable->getName()))
      if (Candidate->Cores && !Candidate->Object.empty() &&
          llvm::is_contained(resolve(Candidate->Object),
                             cast<NamedDecl>(Variable->getCanonicalDecl())))
        return Candidate;
    return nullptr;
  }
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
    const CXXConstructorDecl *Constructor = Construct->getConstructor();
    if (Constructor->isCopyOrMoveConstructor())
      return nullptr;
    // `using thread::thread` constructs the base with the arguments.
    if (const InheritedConstructor &Inherited =
            Constructor->getInheritedConstructor())
      Constructor = Inherited.getConstructor();
    if (const Entry *Of = annotated(Constructor))
      return Of;
    SmallVector<const Expr *, 4> Arguments(Construct->arg_begin(),
                                           Construct->arg_end());
    return ofConstructor(Constructor->getParent(),
                         {Constructor, Arguments, E->getType(), E->getType()});
  }
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee)
    return nullptr;
  if (const Entry *Of = annotated(Callee))
    return Of;
  if (const Entry *Named = ofCall(Call, Callee))
    return Named;
  // Of operators, only a lambda's call is a function by another name.
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
  if (Operator && Operator->getOperator() != OO_Call)
    return nullptr;
  const Entry *Forwards = inferred(Callee);
  return Forwards ? Forwards : ofResult(Callee);
}

const Entry *Roles::ofCall(const CallExpr *Call, const FunctionDecl *Callee) {
  SmallVector<const Expr *, 4> Arguments(Call->arg_begin(), Call->arg_end());
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call)) {
    if (Arguments.empty())
      return nullptr;
    const Expr *Object = Arguments.front()->IgnoreParenImpCasts();
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    if (Operator->getOperator() == OO_Call) {
      Arguments.erase(Arguments.begin());
      if (const auto *Reference = dyn_cast<DeclRefExpr>(Object))
        if (const auto *Variable = dyn_cast<VarDecl>(Reference->getDecl())) {
          if (const Entry *Of = annotated(Variable))
            return Of;
          if (Variable->getIdentifier())
            for (const Entry *Candidate : Words.named(Variable->getName()))
              if (!Candidate->Object.empty() &&
                  llvm::is_contained(
                      resolve(Candidate->Object),
                      cast<NamedDecl>(Variable->getCanonicalDecl())) &&
                  holds(*Candidate, {Callee, Arguments, Object->getType(),
                                     Call->getType()}))
                return Candidate;
        }
    }
    // An operator that is no member has its operands as arguments.
    if (!Method)
      return ofFunction({Callee, Arguments, QualType(), Call->getType()});
    if (Operator->getOperator() != OO_Call)
      Arguments.erase(Arguments.begin());
    if (const CXXRecordDecl *Class = Object->getType()->getAsCXXRecordDecl())
      return ofMember(Class,
                      {Callee, Arguments, Object->getType(), Call->getType()});
    return nullptr;
  }
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Callee)) {
    const CXXRecordDecl *Class = Method->getParent();
    QualType Type;
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call)) {
      Type =
          Member->getImplicitObjectArgument()->IgnoreParenImpCasts()->getType();
      if (Type->isPointerType())
        Type = Type->getPointeeType();
      if (const CXXRecordDecl *Static = Type->getAsCXXRecordDecl())
        Class = Static;
    }
    const Site Here = {Callee, Arguments, Type, Call->getType()};
    const Entry *Named = ofMember(Class, Here);
    return Named ? Named : ofShape(Here);
  }
  return ofFunction({Callee, Arguments, QualType(), Call->getType()});
}

const Entry *Roles::of(const Expr *E) { return unlessNone(decided(E)); }

/// Is \p Found what a call of an eager coroutine has of the class it returns?
static bool isEager(const Entry *Found, const Expr *E) {
  return Found && Found->startsWhereReturned() && isa<CallExpr>(E);
}

const Entry *Roles::decided(const Expr *E) {
  const Entry *Found = known(E);
  return isEager(Found, E) ? nullptr : Found;
}

const Entry *Roles::ofEager(const Expr *E) {
  const Entry *Found = known(E);
  return isEager(Found, E) ? Found : nullptr;
}

const Entry *Roles::known(const Expr *E) {
  auto [Known, New] = this->Known.try_emplace(E, nullptr);
  if (!New)
    return Known->second;
  const Entry *Found = compute(E);
  return this->Known[E] = Found;
}

const Entry *Roles::ofMethod(const CXXMethodDecl *Method) {
  if (const Entry *Of = annotated(Method))
    return unlessNone(Of);
  if (const Entry *Own = ofMember(Method->getParent(), {Method, {}, {}, {}}))
    return unlessNone(Own);
  // It overrides what a generator made: a method of a service.
  for (const CXXMethodDecl *Overridden : Method->overridden_methods())
    if (const Entry *Of = ofShape({Overridden, {}, {}, {}}))
      return unlessNone(Of);
  return nullptr;
}

const Entry *Roles::ofType(QualType Type) {
  const CXXRecordDecl *Class =
      Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
  if (!Class)
    return nullptr;
  auto [Known, New] = KnownTypes.try_emplace(Class, nullptr);
  if (!New)
    return Known->second;
  const Entry *Found = nullptr;
  for (const CXXRecordDecl *Candidate : basesOf(Class)) {
    Found = annotated(Candidate);
    for (const Entry *E : ofClass(Candidate))
      if (!Found && !E->Constructor)
        Found = E;
    if (Found)
      break;
  }
  return KnownTypes[Class] = unlessNone(Found);
}

} // namespace tidepool
