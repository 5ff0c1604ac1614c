// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "LazyBodies.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Sema/Sema.h"
#include "clang/Sema/SemaConsumer.h"
#include "clang/Sema/TemplateInstCallback.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/PointerIntPair.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace llvm;
using namespace clang;

namespace tidepool {
namespace {

/// Which declarations and types are, or are made of, the project's own.
class Origins {
public:
  explicit Origins(const SourceManager &Sources) : Sources(Sources) {}

  bool isOwn(const Decl *D) const {
    SourceLocation Place = D->getLocation();
    return Place.isValid() &&
           !Sources.isInSystemHeader(Sources.getExpansionLoc(Place));
  }

  /// \p D, what it is a member of, or what these are specialized for.
  bool mentionsOwn(const Decl *D) {
    for (const Decl *Next = D; Next && !isa<TranslationUnitDecl>(Next);
         Next = dyn_cast<Decl>(Next->getDeclContext())) {
      if (isa<NamespaceDecl>(Next))
        return false;
      if (isOwn(Next))
        return true;
      if (const auto *Function = dyn_cast<FunctionDecl>(Next))
        if (const TemplateArgumentList *Arguments =
                Function->getTemplateSpecializationArgs())
          if (mentionsOwn(Arguments->asArray()))
            return true;
      if (const auto *Class = dyn_cast<ClassTemplateSpecializationDecl>(Next))
        if (mentionsOwn(Class->getTemplateArgs().asArray()))
          return true;
    }
    return false;
  }

  /// \p InDoubt: the answer for what is dependent or not known.
  bool mentionsOwn(ArrayRef<TemplateArgument> Arguments, bool InDoubt = true) {
    return any_of(Arguments, [&](const TemplateArgument &One) {
      switch (One.getKind()) {
      case TemplateArgument::Null:
      case TemplateArgument::NullPtr:
        return false;
      case TemplateArgument::Type:
        return mentionsOwn(One.getAsType(), InDoubt);
      case TemplateArgument::Integral:
        return mentionsOwn(One.getIntegralType(), InDoubt);
      case TemplateArgument::Pack:
        return mentionsOwn(One.getPackAsArray(), InDoubt);
      case TemplateArgument::Template:
        if (const TemplateDecl *Template =
                One.getAsTemplate().getAsTemplateDecl())
          return isOwn(Template);
        return InDoubt;
      default:
        return InDoubt;
      }
    });
  }

  bool mentionsOwn(QualType Any, bool InDoubt = true) {
    const clang::Type *T = Any.getCanonicalType().getTypePtr();
    if (isa<BuiltinType>(T))
      return false;
    const Question Asked(T, InDoubt);
    if (auto Found = Known.find(Asked); Found != Known.end())
      return Found->second;
    const bool Result = isMadeOfOwn(T, InDoubt);
    Known[Asked] = Result;
    return Result;
  }

private:
  bool isMadeOfOwn(const clang::Type *T, bool InDoubt) {
    if (const auto *Tag = dyn_cast<TagType>(T))
      return mentionsOwn(Tag->getDecl());
    if (const auto *Array = dyn_cast<clang::ArrayType>(T))
      return mentionsOwn(Array->getElementType(), InDoubt);
    if (const auto *Function = dyn_cast<FunctionProtoType>(T))
      return mentionsOwn(Function->getReturnType(), InDoubt) ||
             any_of(Function->param_types(), [&](QualType Parameter) {
               return mentionsOwn(Parameter, InDoubt);
             });
    if (isa<clang::PointerType, ReferenceType>(T))
      return mentionsOwn(T->getPointeeType(), InDoubt);
    if (const auto *Named = dyn_cast<TemplateSpecializationType>(T)) {
      const TemplateDecl *Template =
          Named->getTemplateName().getAsTemplateDecl();
      return (Template ? isOwn(Template) : InDoubt) ||
             mentionsOwn(Named->template_arguments(), InDoubt);
    }
    return InDoubt;
  }

  using Question = PointerIntPair<const clang::Type *, 1, bool>;

  const SourceManager &Sources;
  DenseMap<Question, bool> Known;
};

/// Takes back what clang means to instantiate at the end of the unit.
class Pending {
public:
  explicit Pending(Sema &S) : S(S), From(S.getSourceManager()) {}

  /// To be told of each declaration of the unit.
  void declare(const Decl *D) {
    if (HangOnOwn || !(HangOnOwn = mayBeCalledBack(D)))
      return;
    append_range(S.PendingInstantiations, Dropped);
    Dropped.clear();
  }

  void drop() {
    if (HangOnOwn)
      return;
    auto &Queue = S.PendingInstantiations;
    // New ones come last; there may be another queue for a while.
    size_t Next = Queue.size();
    while (Next != 0 && !Kept.contains(Queue[Next - 1].first))
      --Next;
    size_t End = Next;
    for (; Next != Queue.size(); ++Next) {
      const auto *Function = dyn_cast<FunctionDecl>(Queue[Next].first);
      if (Function && !From.mentionsOwn(Function)) {
        Dropped.push_back(Queue[Next]);
        continue;
      }
      Kept.insert(Queue[Next].first);
      Queue[End++] = Queue[Next];
    }
    Queue.resize(End);
  }

private:
  /// Could a template of a library instantiate what \p D declares though it has
  /// nothing but the library's types in hand?
  bool mayBeCalledBack(const Decl *D) {
    if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl>(D))
      return any_of(cast<DeclContext>(D)->noload_decls(),
                    [&](const Decl *Inner) { return mayBeCalledBack(Inner); });
    if (!From.isOwn(D))
      return GlobalOperator;
    if (const auto *Class = dyn_cast<ClassTemplateSpecializationDecl>(D))
      return isForOthers(Class->getSpecializedTemplate(),
                         Class->getTemplateArgs());
    if (const auto *Variable = dyn_cast<VarTemplateSpecializationDecl>(D))
      return isForOthers(Variable->getSpecializedTemplate(),
                         Variable->getTemplateArgs());
    const auto *Template = dyn_cast<FunctionTemplateDecl>(D);
    if (!Template || any_of(Template->getTemplatedDecl()->parameters(),
                            [&](const ParmVarDecl *Parameter) {
                              return From.mentionsOwn(Parameter->getType(),
                                                      /*InDoubt=*/false);
                            }))
      return false;
    const DeclContext *Scope = D->getDeclContext()->getRedeclContext();
    if (const auto *Space = dyn_cast<NamespaceDecl>(Scope))
      return !From.isOwn(Space->getFirstDecl());
    // Headers that come later see it. Other names are hidden from a library by
    // its own, or it would not know of them.
    GlobalOperator |= Template->getDeclName().getNameKind() ==
                      DeclarationName::CXXOperatorName;
    return false;
  }

  bool isForOthers(const TemplateDecl *Specialized,
                   const TemplateArgumentList &Arguments) {
    return !From.isOwn(Specialized) &&
           !From.mentionsOwn(Arguments.asArray(), /*InDoubt=*/false);
  }

  Sema &S;
  Origins From;
  std::vector<Sema::PendingImplicitInstantiation> Dropped;
  SmallPtrSet<const ValueDecl *, 32> Kept;
  bool GlobalOperator = false;
  bool HangOnOwn = false;
};

class AfterEach : public TemplateInstantiationCallback {
public:
  explicit AfterEach(std::shared_ptr<Pending> Queue)
      : Queue(std::move(Queue)) {}

  void initialize(const Sema &) override {}
  void finalize(const Sema &) override {}
  void atTemplateBegin(const Sema &,
                       const Sema::CodeSynthesisContext &) override {}
  void atTemplateEnd(const Sema &,
                     const Sema::CodeSynthesisContext &) override {
    Queue->drop();
  }

private:
  std::shared_ptr<Pending> Queue;
};

class Consumer : public SemaConsumer {
public:
  void InitializeSema(Sema &S) override {
    Queue = std::make_shared<Pending>(S);
    S.TemplateInstCallbacks.push_back(std::make_unique<AfterEach>(Queue));
  }

  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    for (const Decl *One : Group)
      Queue->declare(One);
    Queue->drop();
    return true;
  }

private:
  std::shared_ptr<Pending> Queue;
};

/// Parses bodies of templates late, where they stand in system headers.
class InSystemHeaders : public PPCallbacks {
public:
  explicit InSystemHeaders(LangOptions &Options) : Options(Options) {}

  void FileChanged(SourceLocation, FileChangeReason,
                   SrcMgr::CharacteristicKind Kind, FileID) override {
    Options.DelayedTemplateParsing = Kind != SrcMgr::C_User;
  }

private:
  LangOptions &Options;
};

} // namespace

std::unique_ptr<ASTConsumer> lazyBodies(CompilerInstance &Compiler) {
  LangOptions &Options = Compiler.getLangOpts();
  const HeaderSearchOptions &Headers = Compiler.getHeaderSearchOpts();
  const FrontendOptions &Frontend = Compiler.getFrontendOpts();
  if (!Options.CPlusPlus || Options.DelayedTemplateParsing ||
      Headers.ImplicitModuleMaps || !Headers.PrebuiltModuleFiles.empty() ||
      !Headers.PrebuiltModulePaths.empty() || !Frontend.ModuleFiles.empty() ||
      !Compiler.getPreprocessorOpts().ImplicitPCHInclude.empty())
    return nullptr;
  Compiler.getPreprocessor().addPPCallbacks(
      std::make_unique<InSystemHeaders>(Options));
  return std::make_unique<Consumer>();
}

} // namespace tidepool
