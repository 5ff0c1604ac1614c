// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Functions.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace tidepool {

class Functions::Collector : public ASTConsumer {
public:
  explicit Collector(Functions &Into) : Into(Into) {}

  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    for (Decl *One : Group)
      TopLevel.push_back(One);
    return true;
  }

  // Only now have members bodies.
  void HandleTranslationUnit(ASTContext &Context) override {
    Sources = &Context.getSourceManager();
    for (Decl *One : TopLevel)
      if (!Sources->isInSystemHeader(One->getLocation()))
        visit(One);
  }

private:
  void visit(Decl *One) {
    if (auto *Template = dyn_cast<TemplateDecl>(One)) {
      if (NamedDecl *Templated = Template->getTemplatedDecl())
        visit(Templated);
    } else if (auto *Function = dyn_cast<FunctionDecl>(One)) {
      if (Function->doesThisDeclarationHaveABody())
        add(*Function);
    } else if (isa<NamespaceDecl, LinkageSpecDecl, ExportDecl, CXXRecordDecl>(
                   One)) {
      for (Decl *Inner : cast<DeclContext>(One)->noload_decls())
        visit(Inner);
    }
  }

  void add(const FunctionDecl &Function) {
    auto Begin =
        Sources->getDecomposedLoc(Sources->getFileLoc(Function.getBeginLoc()));
    auto End =
        Sources->getDecomposedLoc(Sources->getFileLoc(Function.getEndLoc()));
    OptionalFileEntryRef File = Sources->getFileEntryRefForID(Begin.first);
    if (File && Begin.first == End.first)
      Into.Files[File->getName()].push_back(
          {Begin.second, End.second, Function.getQualifiedNameAsString(),
           Function.isDependentContext()});
  }

  Functions &Into;
  std::vector<Decl *> TopLevel;
  const SourceManager *Sources = nullptr;
};

std::unique_ptr<ASTConsumer> Functions::consumer() {
  return std::make_unique<Collector>(*this);
}

StringRef Functions::at(StringRef File, uint64_t Offset) const {
  auto Known = Files.find(File);
  if (Known == Files.end())
    return {};
  const Range *Innermost = nullptr;
  for (const Range &One : Known->second)
    if (One.Begin <= Offset && Offset <= One.End &&
        (!Innermost || One.Begin >= Innermost->Begin))
      Innermost = &One;
  return Innermost ? StringRef(Innermost->Name) : StringRef();
}

bool Functions::hasTemplate(StringRef File, uint64_t Begin,
                            uint64_t End) const {
  auto Known = Files.find(File);
  return Known != Files.end() &&
         llvm::any_of(Known->second, [&](const Range &One) {
           return One.Template && One.Begin <= End && Begin <= One.End;
         });
}

} // namespace tidepool
