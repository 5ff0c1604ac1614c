// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Roles.h"
#include "llvm/ADT/STLExtras.h"
#include <deque>

using namespace clang;

namespace tidepool {

static const FunctionDecl *patternOf(const FunctionDecl *Function) {
  if (const FunctionDecl *Pattern = Function->getTemplateInstantiationPattern())
    Function = Pattern;
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
    if (const CXXRecordDecl *Class = Type->getAsCXXRecordDecl())
      return patternOf(Class);
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

static void lookUp(const DeclContext *Scope, DeclarationName Name,
                   SmallVectorImpl<const NamedDecl *> &Into, unsigned Depth) {
  for (const NamedDecl *Found : Scope->lookup(Name)) {
    const NamedDecl *Meant = meant(Found);
    if (!llvm::is_contained(Into, Meant))
      Into.push_back(Meant);
  }
  if (!Into.empty() || Depth == 0 || !Scope->isFileContext())
    return;
  for (const UsingDirectiveDecl *Using : Scope->using_directives())
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
    DeclarationName Name = &Context.Idents.get(Names[I]);
    if (Names[I] == "operator()")
      Name = Context.DeclarationNames.getCXXOperatorName(OO_Call);
    for (const DeclContext *Scope : Scopes)
      lookUp(Scope, Name, Found, /*Depth=*/3);
    Scopes.clear();
    for (const NamedDecl *Decl : Found) {
      if (const auto *Class = dyn_cast<CXXRecordDecl>(Decl)) {
        // Members are declared in the definition.
        if (Class->hasDefinition())
          Scopes.push_back(Class->getDefinition());
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

bool Roles::isClass(StringRef Path, const CXXRecordDecl *Class) {
  return llvm::is_contained(resolve(Path), Class);
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
    return true;
  if (!E.Function.empty() || !E.Object.empty())
    return !resolve(E.Function.empty() ? E.Object : E.Function).empty();
  if (E.Member.empty())
    return !resolve(E.Class).empty();
  // The member may be declared in a base.
  DeclarationName Name =
      E.Member == "operator()"
          ? Context.DeclarationNames.getCXXOperatorName(OO_Call)
          : DeclarationName(&Context.Idents.get(E.Member));
  for (const NamedDecl *Decl : resolve(E.Class)) {
    const auto *Class = dyn_cast<CXXRecordDecl>(Decl);
    if (!Class || !Class->hasDefinition())
      continue;
    // The bases of a class template's pattern are template specialisations.
    SmallVector<const CXXRecordDecl *, 8> Classes = {Class->getDefinition()};
    for (size_t I = 0; I < Classes.size() && I < 32; ++I) {
      if (!Classes[I]->lookup(Name).empty())
        return true;
      for (const CXXBaseSpecifier &Base : Classes[I]->bases()) {
        const CXXRecordDecl *Record = Base.getType()->getAsCXXRecordDecl();
        if (!Record)
          if (const auto *Special =
                  Base.getType()->getAs<TemplateSpecializationType>())
            if (const TemplateDecl *Template =
                    Special->getTemplateName().getAsTemplateDecl())
              Record = dyn_cast_or_null<CXXRecordDecl>(
                  Template->getTemplatedDecl());
        if (Record && Record->hasDefinition())
          Classes.push_back(Record->getDefinition());
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

bool Roles::holds(const Entry &E, const FunctionDecl *Callee,
                  llvm::ArrayRef<const Expr *> Arguments) {
  size_t Given = llvm::count_if(Arguments, [](const Expr *Argument) {
    return !isa<CXXDefaultArgExpr>(Argument);
  });
  if (Given < E.MinArguments)
    return false;
  for (const ArgumentCondition &Condition : E.When) {
    if (Condition.Argument >= Arguments.size())
      return false;
    const Expr *Argument = Arguments[Condition.Argument];
    if (Condition.Defaulted &&
        *Condition.Defaulted != isa<CXXDefaultArgExpr>(Argument))
      return false;
    if (Argument->isValueDependent() || Argument->isTypeDependent())
      return false;
    if (!Condition.Type.empty()) {
      QualType Type = Argument->getType();
      if (Callee && Condition.Argument < Callee->getNumParams())
        Type = Callee->getParamDecl(Condition.Argument)->getType();
      const TagDecl *Tag = Type.getNonReferenceType()->getAsTagDecl();
      const NamedDecl *Wanted = Tag ? meant(Tag) : nullptr;
      if (!Wanted || !llvm::is_contained(resolve(Condition.Type), Wanted))
        return false;
    }
    Expr::EvalResult Result;
    bool Constant = Argument->getType()->isIntegralOrEnumerationType() &&
                    Argument->EvaluateAsInt(Result, Context);
    if (!Condition.Enumerator.empty()) {
      llvm::ArrayRef<const NamedDecl *> Wanted = resolve(Condition.Enumerator);
      const auto *Enumerator =
          Wanted.empty() ? nullptr : dyn_cast<EnumConstantDecl>(Wanted.front());
      if (!Enumerator || !Constant ||
          Result.Val.getInt().getExtValue() !=
              Enumerator->getInitVal().getExtValue())
        return false;
    }
    if (Condition.Value &&
        (!Constant || Result.Val.getInt().getExtValue() != *Condition.Value))
      return false;
    if (Condition.Null) {
      bool IsNull = Argument->isNullPointerConstant(
                        Context, Expr::NPC_ValueDependentIsNotNull) !=
                    Expr::NPCK_NotNull;
      if (IsNull != *Condition.Null)
        return false;
    }
  }
  return true;
}

const Entry *Roles::ofMember(const CXXRecordDecl *Class,
                             const CXXMethodDecl *Method, const Expr *,
                             llvm::ArrayRef<const Expr *> Arguments) {
  llvm::ArrayRef<const Entry *> Candidates =
      Words.named(Method->getDeclName().getAsString());
  if (Candidates.empty())
    return nullptr;
  const CXXRecordDecl *Declaring = Method->getParent();
  for (const CXXRecordDecl *Candidate : basesOf(Class)) {
    // An entry above the class that declares the method means another method,
    // unless this one overrides it.
    if (!Method->isVirtual() && Candidate != Declaring &&
        Candidate->getCanonicalDecl() != Declaring->getCanonicalDecl() &&
        !(Candidate->hasDefinition() && Candidate->isDerivedFrom(Declaring)))
      continue;
    const CXXRecordDecl *Pattern = patternOf(Candidate);
    for (const Entry *E : Candidates)
      if (!E->Member.empty() && isClass(E->Class, Pattern) &&
          holds(*E, Method, Arguments))
        return E->None ? nullptr : E;
  }
  return nullptr;
}

const Entry *Roles::ofConstructor(const CXXRecordDecl *Class,
                                  const FunctionDecl *Constructor,
                                  llvm::ArrayRef<const Expr *> Arguments) {
  llvm::ArrayRef<const Entry *> Candidates = Words.named(Class->getName());
  if (Candidates.empty())
    return nullptr;
  const CXXRecordDecl *Pattern = patternOf(Class);
  for (const Entry *E : Candidates)
    if (E->Constructor && isClass(E->Class, Pattern) &&
        holds(*E, Constructor, Arguments))
      return E->None ? nullptr : E;
  return nullptr;
}

const Entry *
Roles::ofConstruction(QualType Type, llvm::ArrayRef<const Expr *> Arguments) {
  const CXXRecordDecl *Class =
      Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
  if (!Class || !Class->getIdentifier())
    return nullptr;
  // Forwarding one object of the same class copies or moves it.
  if (Arguments.size() == 1 &&
      Context.hasSameUnqualifiedType(
          Arguments[0]->getType().getNonReferenceType(), Type))
    return nullptr;
  return ofConstructor(Class, nullptr, Arguments);
}

const Entry *Roles::compute(const Expr *E) {
  if (E->isTypeDependent())
    return nullptr;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
    const CXXConstructorDecl *Constructor = Construct->getConstructor();
    if (Constructor->isCopyOrMoveConstructor())
      return nullptr;
    // `using thread::thread` constructs the base with the arguments.
    if (const InheritedConstructor &Inherited =
            Constructor->getInheritedConstructor())
      Constructor = Inherited.getConstructor();
    if (!Constructor->getParent()->getIdentifier())
      return nullptr;
    SmallVector<const Expr *, 4> Arguments(Construct->arg_begin(),
                                           Construct->arg_end());
    return ofConstructor(Constructor->getParent(), Constructor, Arguments);
  }
  const auto *Call = dyn_cast<CallExpr>(E);
  if (!Call)
    return nullptr;
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee)
    return nullptr;
  SmallVector<const Expr *, 4> Arguments(Call->arg_begin(), Call->arg_end());
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call)) {
    if (Arguments.empty())
      return nullptr;
    const Expr *Object = Arguments.front()->IgnoreParenImpCasts();
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    if (Operator->getOperator() == OO_Call) {
      Arguments.erase(Arguments.begin());
      if (const auto *Reference = dyn_cast<DeclRefExpr>(Object))
        if (const auto *Variable = dyn_cast<VarDecl>(Reference->getDecl()))
          if (Variable->getIdentifier())
            for (const Entry *Candidate : Words.named(Variable->getName()))
              if (!Candidate->Object.empty() &&
                  llvm::is_contained(
                      resolve(Candidate->Object),
                      cast<NamedDecl>(Variable->getCanonicalDecl())) &&
                  holds(*Candidate, Callee, Arguments))
                return Candidate->None ? nullptr : Candidate;
      if (const CXXRecordDecl *Class = Object->getType()->getAsCXXRecordDecl();
          Class && Method)
        return ofMember(Class, Method, Call, Arguments);
    }
    return nullptr;
  }
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Callee)) {
    const CXXRecordDecl *Class = Method->getParent();
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call)) {
      QualType Type = Member->getImplicitObjectArgument()
                          ->IgnoreParenImpCasts()
                          ->getType();
      if (Type->isPointerType())
        Type = Type->getPointeeType();
      if (const CXXRecordDecl *Static = Type->getAsCXXRecordDecl())
        Class = Static;
    }
    return ofMember(Class, Method, Call, Arguments);
  }
  if (!Callee->getIdentifier())
    return nullptr;
  llvm::ArrayRef<const Entry *> Candidates = Words.named(Callee->getName());
  if (Candidates.empty())
    return nullptr;
  const FunctionDecl *Pattern = patternOf(Callee);
  for (const Entry *Candidate : Candidates)
    if (!Candidate->Function.empty() &&
        llvm::is_contained(resolve(Candidate->Function),
                           cast<NamedDecl>(Pattern)) &&
        holds(*Candidate, Callee, Arguments))
      return Candidate->None ? nullptr : Candidate;
  return nullptr;
}

const Entry *Roles::of(const Expr *E) {
  auto [Known, New] = this->Known.try_emplace(E, nullptr);
  if (!New)
    return Known->second;
  const Entry *Found = compute(E);
  return this->Known[E] = Found;
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
    if (!Candidate->getIdentifier())
      continue;
    for (const Entry *E : Words.named(Candidate->getName()))
      if (!Found && !E->Class.empty() && E->Member.empty() && !E->Constructor &&
          isClass(E->Class, patternOf(Candidate)))
        Found = E;
    if (Found)
      break;
  }
  return KnownTypes[Class] = Found && Found->None ? nullptr : Found;
}

} // namespace tidepool
