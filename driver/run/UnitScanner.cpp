// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "UnitScanner.h"
#include "Compat.h"
#include "OwnFiles.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/FileManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;
using namespace clang;

namespace tidepool {
namespace {

/// What is wrong with the command is said to nobody else.
class Errors : public DiagnosticConsumer {
public:
  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &) override {
    Any |= Level >= DiagnosticsEngine::Error;
  }
  bool Any = false;
};

class Action : public PreprocessOnlyAction {
public:
  Action(const Unit &One, ScannedFiles &Known, ScannedUnit &Into)
      : One(One), Known(Known), Into(Into) {}

  void EndSourceFileAction() override {
    CompilerInstance &Compiler = getCompilerInstance();
    const SourceManager &SM = Compiler.getSourceManager();
    noteDialect(Compiler.getLangOpts());
    if (Compiler.getDiagnostics().hasErrorOccurred())
      Into.Failure = "its includes could not be followed";
    StringMap<size_t> Indices;
    eachFile(SM, [&](FileID File, const SrcMgr::FileInfo &Entered) {
      OptionalFileEntryRef Name = SM.getFileEntryRefForID(File);
      if (!Name)
        return;
      auto [At, New] = Indices.try_emplace(Name->getName(), Into.Files.size());
      if (New)
        Into.Files.push_back({find(Name->getName()), false});
      if (!Into.Files[At->second].Known)
        Into.Failure = "a file of it is not seen";
      Into.Files[At->second].Own |=
          !SrcMgr::isSystem(Entered.getFileCharacteristic());
    });
    StringSet<> Seen;
    for (FileID File : ownFiles(SM)) {
      ScannedFile *Of = find(SM.getFileEntryRefForID(File)->getName());
      if (Of && Of->canonical() != One.File &&
          Seen.insert(Of->canonical()).second)
        Into.Headers.push_back(Of->canonical());
    }
  }

private:
  ScannedFile *find(StringRef Name) {
    SmallString<256> Path(Name);
    if (getCompilerInstance()
            .getFileManager()
            .getVirtualFileSystem()
            .makeAbsolute(Path))
      return nullptr;
    return Known.find(Path);
  }

  void noteDialect(const LangOptions &Options) {
    Into.OpenMP = Options.OpenMP;
    Into.Modules |= Options.CPlusPlusModules || Options.ObjC;
    Into.Trigraphs = Options.Trigraphs;
    Into.LineComments = Options.LineComment;
    Into.RawStrings = Options.CPlusPlus11;
  }

  const Unit &One;
  ScannedFiles &Known;
  ScannedUnit &Into;
};

class Factory : public tooling::FrontendActionFactory {
public:
  Factory(const Unit &One, ScannedFiles &Known, ScannedUnit &Into)
      : One(One), Known(Known), Into(Into) {}

  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<Action>(One, Known, Into);
  }

  bool runInvocation(std::shared_ptr<CompilerInvocation> Invocation,
                     FileManager *Files,
                     std::shared_ptr<PCHContainerOperations> Containers,
                     DiagnosticConsumer *Consumer) override {
    PreprocessorOptions &Options = Invocation->getPreprocessorOpts();
    // As where it is analysed.
    Options.SetUpStaticAnalyzer = true;
    FrontendOptions &Frontend = Invocation->getFrontendOpts();
    Frontend.Plugins.clear();
    Frontend.LLVMArgs.clear();
    Invocation->getDependencyOutputOpts() = DependencyOutputOptions();
    if (!Options.RemappedFiles.empty())
      Into.Failure = "its files are replaced by others";
    else if (!Options.ImplicitPCHInclude.empty())
      Into.Failure = "it uses a precompiled header";
    else if (const HeaderSearchOptions &Search =
                 Invocation->getHeaderSearchOpts();
             Search.ImplicitModuleMaps || !Search.PrebuiltModuleFiles.empty() ||
             !Frontend.ModuleFiles.empty() ||
             !Frontend.ModuleMapFiles.empty() ||
             // C++20 has modules that nobody need use.
             (compat::langOptsOf(*Invocation).Modules &&
              !compat::langOptsOf(*Invocation).CPlusPlusModules))
      Into.Failure = "it uses modules";
    else if (Frontend.Inputs.size() != 1 || !Frontend.Inputs.front().isFile() ||
             Frontend.Inputs.front().getKind().getFormat() != InputKind::Source)
      Into.Failure = "it is no source";
    if (!Into.Failure.empty())
      return false;
    for (const auto &[Text, IsUndefined] : Options.Macros)
      if (!IsUndefined) {
        auto [Name, Body] = StringRef(Text).split('=');
        Into.Defined += ("#define " + Name + " " + Body + "\n").str();
      }
    // What the command itself reads is no source.
    Known.setDirectivesOnly(true);
    bool Ran = FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(Containers), Consumer);
    Known.setDirectivesOnly(false);
    return Ran;
  }

private:
  const Unit &One;
  ScannedFiles &Known;
  ScannedUnit &Into;
};

} // namespace

ScannedUnit scanUnit(const Unit &One, const std::vector<std::string> &Command,
                     ScannedFiles &Known,
                     IntrusiveRefCntPtr<vfs::FileSystem> Files) {
  ScannedUnit Result;
  if (Files->setCurrentWorkingDirectory(One.Directory)) {
    Result.Failure = "its folder cannot be entered";
    return Result;
  }
  IntrusiveRefCntPtr<FileManager> Manager(
      new FileManager(FileSystemOptions(), std::move(Files)));
  Factory Make(One, Known, Result);
  tooling::ToolInvocation Invocation(
      Command, &Make, Manager.get(),
      std::make_shared<PCHContainerOperations>());
  Errors Heard;
  Invocation.setDiagnosticConsumer(&Heard);
  if ((!Invocation.run() || Heard.Any) && Result.Failure.empty())
    Result.Failure = "its includes could not be followed";
  if (Result.Files.empty() && Result.Failure.empty())
    Result.Failure = "it has no files";
  return Result;
}

} // namespace tidepool
