// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Commands.h"
#include "Options.h"
#include "VocabFiles.h"
#include "project/Paths.h"
#include "run/Project.h"
#include "vocabulary/Forwarding.h"
#include "vocabulary/Loader.h"
#include "vocabulary/Roles.h"
#include "vocabulary/Write.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>
#include <set>

using namespace llvm;
using namespace clang;

namespace tidepool {
namespace {

/// A wrapper that the project's units agree on.
struct Proposal {
  Entry Says;
  std::string Facts;
  /// "src/pool.h:12", where it hands on.
  std::set<std::string> Evidence;
  /// Other functions of its name, or instances of it, do something else.
  bool Doubtful = false;
};
using Proposals = std::map<std::string, Proposal>;

/// Sets the numbers of arguments that tell \p Function from the others of its
/// name; false where they do not.
bool tellApart(const FunctionDecl *Function, Entry &E) {
  const FunctionDecl *Pattern = Function->getTemplateInstantiationPattern();
  const FunctionDecl *Own = (Pattern ? Pattern : Function)->getCanonicalDecl();
  bool Others = false;
  for (const NamedDecl *Found :
       Own->getDeclContext()->getRedeclContext()->lookup(Own->getDeclName())) {
    const FunctionDecl *Other = Found->getAsFunction();
    if (!Other || Other->getCanonicalDecl() == Own)
      continue;
    Others = true;
    if (Other->getMinRequiredArguments() <= Own->getNumParams() &&
        Own->getMinRequiredArguments() <= Other->getNumParams())
      return false;
  }
  if (Others) {
    E.MinArguments = Own->getMinRequiredArguments();
    E.MaxArguments = Own->getNumParams();
  }
  return true;
}

class Visitor : public RecursiveASTVisitor<Visitor> {
public:
  Visitor(Proposals &Into, Roles &Known, const SourceManager &SM)
      : Into(Into), Known(Known), SM(SM) {}
  bool shouldVisitTemplateInstantiations() const { return true; }

  bool VisitFunctionDecl(FunctionDecl *Function) {
    if (!Function->doesThisDeclarationHaveABody() ||
        !Function->isExternallyVisible() || Function->isDependentContext())
      return true;
    const auto *Method = dyn_cast<CXXMethodDecl>(Function);
    if ((Method && Method->getParent()->isLambda()) ||
        Known.annotated(Function))
      return true;
    const Entry *Found = Known.inferred(Function);
    std::string Name = Function->getQualifiedNameAsString();
    if (!Found) {
      // Another instance, or another version of the function.
      if (auto Before = Into.find(Name); Before != Into.end())
        Before->second.Doubtful = true;
      return true;
    }
    if (isDescribed(*Found))
      return true;
    Proposal &One = Into[Found->spelling()];
    Entry Says = *Found;
    Says.Verified.clear();
    Says.Since.clear();
    Says.Until.clear();
    Says.Reason = "hands on to " + Found->Forwards;
    One.Doubtful |= !tellApart(Function, Says);
    std::string Facts = writtenRoles(Says) + writtenConditions(Says);
    One.Doubtful |= !One.Facts.empty() && One.Facts != Facts;
    One.Facts = std::move(Facts);
    One.Says = std::move(Says);
    SourceLocation Place =
        SM.getExpansionLoc(forwardedBy(Function)->getBeginLoc());
    PresumedLoc At = SM.getPresumedLoc(Place);
    SmallString<256> Path(At.getFilename());
    SM.getFileManager().makeAbsolutePath(Path);
    One.Evidence.insert(projectPath(canonicalPath(Path)) + ":" +
                        std::to_string(At.getLine()));
    return true;
  }

private:
  bool isDescribed(const Entry &E) {
    const std::string Spelling = E.spelling();
    return any_of(
        Known.words().named(lastName(Spelling)),
        [&](const Entry *Other) { return Other->spelling() == Spelling; });
  }

  Proposals &Into;
  Roles &Known;
  const SourceManager &SM;
};

class Consumer : public ASTConsumer {
public:
  Consumer(Proposals &Into, const Vocabulary &Words, bool &Parsed)
      : Into(Into), Words(Words), Parsed(Parsed) {}

  void HandleTranslationUnit(ASTContext &Context) override {
    const SourceManager &SM = Context.getSourceManager();
    Roles Known(Context, Words, /*Infers=*/true);
    Visitor Visit(Into, Known, SM);
    for (Decl *D : Context.getTranslationUnitDecl()->noload_decls())
      if (D->getLocation().isValid() &&
          !SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation())))
        Visit.TraverseDecl(D);
    Parsed = !Context.getDiagnostics().hasErrorOccurred();
  }

private:
  Proposals &Into;
  const Vocabulary &Words;
  bool &Parsed;
};

/// For tooling::newFrontendActionFactory.
struct MakeConsumer {
  Proposals &Into;
  const Vocabulary &Words;
  bool &Parsed;
  std::unique_ptr<ASTConsumer> newASTConsumer() const {
    return std::make_unique<Consumer>(Into, Words, Parsed);
  }
};

/// False where \p One cannot be parsed; what it has is looked at all the same.
Expected<bool> look(const Unit &One, Proposals &Into) {
  IntrusiveRefCntPtr<vfs::FileSystem> FileSystem(
      vfs::createPhysicalFileSystem().release());
  if (FileSystem->setCurrentWorkingDirectory(One.Directory))
    return false;
  ProjectVocabulary Project = Vocabulary::forFile(*FileSystem, One.File);
  if (!Project.Error.empty())
    return createStringError(inconvertibleErrorCode(), Project.Error);
  IntrusiveRefCntPtr<FileManager> Files(
      new FileManager(FileSystemOptions(), FileSystem));
  bool Parsed = false;
  MakeConsumer Make{Into, *Project.Words, Parsed};
  std::unique_ptr<tooling::FrontendActionFactory> Factory =
      tooling::newFrontendActionFactory(&Make);
  tooling::ToolInvocation Invocation(
      One.Command, Factory.get(), Files.get(),
      std::make_shared<PCHContainerOperations>());
  IgnoringDiagConsumer Quiet;
  Invocation.setDiagnosticConsumer(&Quiet);
  return Invocation.run() && Parsed;
}

/// The entries, each below its evidence; they stand \p Indent deep.
std::string entriesOf(const Proposals &All, StringRef Indent) {
  std::string Text;
  for (const auto &[Name, One] : All) {
    if (One.Doubtful)
      continue;
    for (const std::string &Place : One.Evidence)
      Text +=
          (Indent + "# " + Place + " hands on to " + One.Says.Forwards + "\n")
              .str();
    const Entry &E = One.Says;
    Text += Indent;
    if (!E.Function.empty())
      Text += "- function: " + scalar(E.Function) + "\n";
    else
      Text += ("- class: " + scalar(E.Class) + "\n" + Indent +
               "  member: " + scalar(E.Member) + "\n")
                  .str();
    if (E.MaxArguments)
      Text += (Indent + "  min-arguments: " + Twine(E.MinArguments) + "\n" +
               Indent + "  max-arguments: " + Twine(*E.MaxArguments) + "\n")
                  .str();
    for (const auto &[Key, Value] : writtenFacts(E))
      Text += (Indent + "  " + Key + ": " + Value + "\n").str();
  }
  return Text;
}

int fail(const Twine &Words) {
  errs() << Words << '\n';
  return Usage;
}

} // namespace

int suggest(ArrayRef<Unit> Units, bool Write, bool Append) {
  Proposals All;
  unsigned NotParsed = 0;
  for (const Unit &One : Units) {
    Expected<bool> Parsed = look(One, All);
    if (!Parsed)
      return fail(toString(Parsed.takeError()));
    NotParsed += !*Parsed;
  }
  unsigned Count = 0;
  for (const auto &[Name, One] : All) {
    Count += !One.Doubtful;
    if (One.Doubtful)
      errs() << "not proposed: " << Name
             << ": other functions of its name, or instances of it, do "
                "something else\n";
  }
  const std::string Entries = entriesOf(All, "      ");
  const std::string Block = "libraries:\n  - name: wrappers\n    entries:\n";
  SmallString<256> Path(projectFolder());
  sys::path::append(Path, ".tidepool.yaml");
  std::string Text = "version: 1\n" + Block + Entries;
  if (Count == 0)
    Text.clear();
  const bool Exists = sys::fs::exists(Path);
  if (Append && Exists && Count) {
    auto Before = MemoryBuffer::getFile(Path);
    if (!Before)
      return fail(Path + ": error: " + Before.getError().message());
    Text = (*Before)->getBuffer().rtrim('\n').str() + "\n" + Block + Entries;
    if (Expected<VocabularyFile> Loaded = loadVocabularyFile(Text, Path);
        !Loaded)
      return fail("tidepool: error: nothing was written, since the file would "
                  "be wrong: " +
                  toString(Loaded.takeError()));
  }
  if (!Write && !Append) {
    outs() << Text;
  } else if (Count) {
    if (Exists && !Append)
      return usageError("'" + displayPath(Path) +
                        "' is there already; --append adds to it");
    std::error_code Failed;
    raw_fd_ostream Out(Path, Failed);
    if (Failed)
      return fail(Path + ": error: " + Failed.message());
    Out << Text;
    outs() << displayPath(Path) << ": written\n";
  }
  errs() << Count << (Count == 1 ? " wrapper" : " wrappers") << " found in "
         << Units.size() << (Units.size() == 1 ? " unit" : " units");
  if (NotParsed)
    errs() << ", of which " << NotParsed << " could not be parsed whole";
  errs() << '\n';
  return NotParsed ? NotAnalysed : Clean;
}

} // namespace tidepool
