// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "SkippedBodies.h"
#include "vocabulary/Vocabulary.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

using namespace clang;

namespace tidepool {
namespace {

/// Looks for own templates that nothing instantiated.
class Lonely : public RecursiveASTVisitor<Lonely> {
public:
  Lonely(ASTContext &Context, const Vocabulary &Words)
      : Context(Context), Words(Words) {
    // What has a shape and no name can be called anything.
    for (const Entry *Shape : Words.shapes()) {
      StringRef Type = Shape->Takes;
      auto Known = Context.Idents.find(Type.substr(Type.rfind(':') + 1));
      AnyName |= Known != Context.Idents.end();
    }
  }

  bool Found = false;

  bool VisitFunctionTemplateDecl(FunctionTemplateDecl *Template) {
    const FunctionDecl *Pattern = Template->getTemplatedDecl();
    if (Pattern->doesThisDeclarationHaveABody() &&
        llvm::none_of(Template->specializations(),
                      [](const FunctionDecl *One) { return One->hasBody(); }))
      Found |= mayMatter(*Pattern);
    return !Found;
  }

  bool VisitLambdaExpr(LambdaExpr *Lambda) {
    // Its call operator is not visited by itself.
    if (FunctionTemplateDecl *Template = Lambda->getDependentCallOperator())
      return VisitFunctionTemplateDecl(Template);
    return true;
  }

  bool VisitClassTemplateDecl(ClassTemplateDecl *Template) {
    if (!Template->isThisDeclarationADefinition())
      return true;
    llvm::SmallPtrSet<const FunctionDecl *, 16> Made;
    bool Any = false;
    for (ClassTemplateSpecializationDecl *Class : Template->specializations())
      for (const CXXMethodDecl *Method : Class->methods()) {
        Any = true;
        if (Method->hasBody())
          if (const FunctionDecl *Pattern =
                  Method->getTemplateInstantiationPattern())
            Made.insert(Pattern->getCanonicalDecl());
      }
    if (!Any)
      return true;
    for (const CXXMethodDecl *Method :
         Template->getTemplatedDecl()->methods()) {
      const FunctionDecl *Pattern = nullptr;
      if (Method->hasBody(Pattern) &&
          !Made.contains(Method->getCanonicalDecl()))
        Found |= mayMatter(*Pattern);
    }
    return !Found;
  }

private:
  /// Does a word of the vocabulary stand in it?
  bool mayMatter(const FunctionDecl &Pattern) const {
    if (AnyName)
      return true;
    const SourceManager &SM = Context.getSourceManager();
    CharSourceRange Range = Lexer::makeFileCharRange(
        CharSourceRange::getTokenRange(Pattern.getSourceRange()), SM,
        Context.getLangOpts());
    StringRef Text = Lexer::getSourceText(Range, SM, Context.getLangOpts());
    // A macro made it.
    if (Text.empty())
      return true;
    Lexer Raw(SourceLocation(), Context.getLangOpts(), Text.begin(),
              Text.begin(), Text.end());
    Token Next;
    do {
      Raw.LexFromRawLexer(Next);
      if (Next.is(tok::raw_identifier) &&
          Words.mayName(Next.getRawIdentifier()))
        return true;
    } while (Next.isNot(tok::eof));
    return false;
  }

  ASTContext &Context;
  const Vocabulary &Words;
  bool AnyName = false;
};

class Consumer : public ASTConsumer {
public:
  Consumer(Preprocessor &PP, bool &MayMatter)
      : SM(PP.getSourceManager()), MayMatter(MayMatter) {}

  bool shouldSkipFunctionBody(Decl *D) override {
    return SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation()));
  }

  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    for (Decl *One : Group)
      if (!SM.isInSystemHeader(SM.getExpansionLoc(One->getLocation())))
        Own.push_back(One);
    return true;
  }

  void HandleTranslationUnit(ASTContext &Context) override {
    OptionalFileEntryRef Main = SM.getFileEntryRefForID(SM.getMainFileID());
    ProjectVocabulary Given =
        Vocabulary::forFile(SM.getFileManager().getVirtualFileSystem(),
                            Main ? Main->getName() : "");
    Lonely Look(Context, *Given.Words);
    for (Decl *One : Own)
      if (!Look.Found)
        Look.TraverseDecl(One);
    MayMatter = Look.Found;
  }

private:
  const SourceManager &SM;
  bool &MayMatter;
  std::vector<Decl *> Own;
};

} // namespace

void SkippedBodies::ask(CompilerInvocation &Invocation) {
  Invocation.getFrontendOpts().SkipFunctionBodies = true;
}

std::unique_ptr<ASTConsumer> SkippedBodies::consumer(Preprocessor &PP) {
  return std::make_unique<Consumer>(PP, MayMatter);
}

} // namespace tidepool
