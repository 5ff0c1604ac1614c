// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Worker.h"
#include "Compat.h"
#include "Convert.h"
#include "LazyBodies.h"
#include "NoLints.h"
#include "OwnFiles.h"
#include "clang-tidy/ClangTidy.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/MultiplexConsumer.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Timer.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;
using namespace clang;
using namespace clang::tidy;

namespace tidepool {
namespace {

/// What is learnt of a unit beside its findings.
struct Learnt {
  explicit Learnt(ClangTidyContext &Context) : Silencers(Context, Defined) {}

  std::vector<std::string> Files;
  Functions Defined;
  NoLints Silencers;
  std::vector<NoLintName> Names;
};

class Action : public ASTFrontendAction {
public:
  Action(ClangTidyASTConsumerFactory &Checks, Learnt &Into, bool Lazily)
      : Checks(Checks), Into(Into), Lazily(Lazily) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef File) override {
    Compiler.getPreprocessor().addPPCallbacks(
        Into.Silencers.callbacks(Compiler.getSourceManager()));
    std::vector<std::unique_ptr<ASTConsumer>> All;
    All.push_back(Checks.createASTConsumer(Compiler, File));
    All.push_back(Into.Defined.consumer());
    if (Lazily)
      if (auto Lazy = lazyBodies(Compiler))
        All.push_back(std::move(Lazy));
    return std::make_unique<MultiplexConsumer>(std::move(All));
  }

  void EndSourceFileAction() override {
    const SourceManager &Sources = getCompilerInstance().getSourceManager();
    for (FileID File : ownFiles(Sources)) {
      Into.Files.push_back(Sources.getFileEntryRefForID(File)->getName().str());
      for (NoLintName &Name : Into.Silencers.judge(
               Sources, getCompilerInstance().getLangOpts(), File))
        Into.Names.push_back(std::move(Name));
    }
  }

private:
  ClangTidyASTConsumerFactory &Checks;
  Learnt &Into;
  bool Lazily;
};

/// Lets the comments that silence a diagnostic know of it before it is gone.
class Consumer : public ClangTidyDiagnosticConsumer {
public:
  Consumer(ClangTidyContext &Context, NoLints &Silencers)
      : ClangTidyDiagnosticConsumer(Context, nullptr,
                                    /*RemoveIncompatibleErrors=*/true,
                                    /*GetFixesFromNotes=*/false),
        Silencers(Silencers) {}

  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    Silencers.hear(Level, Info);
    ClangTidyDiagnosticConsumer::HandleDiagnostic(Level, Info);
  }

private:
  NoLints &Silencers;
};

class ActionFactory : public tooling::FrontendActionFactory {
public:
  ActionFactory(ClangTidyContext &Context, Learnt &Into, bool Lazily)
      : Checks(Context), Into(Into), Lazily(Lazily) {}

  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<Action>(Checks, Into, Lazily);
  }

  bool runInvocation(std::shared_ptr<CompilerInvocation> Invocation,
                     FileManager *Files,
                     std::shared_ptr<PCHContainerOperations> Containers,
                     DiagnosticConsumer *Consumer) override {
    // As in clang-tidy: __clang_analyzer__ is defined.
    Invocation->getPreprocessorOpts().SetUpStaticAnalyzer = true;
    // Flags.cpp says what it drops; whatever got past it ends here.
    FrontendOptions &Frontend = Invocation->getFrontendOpts();
    Frontend.Plugins.clear();
    Frontend.LLVMArgs.clear();
    Invocation->getDependencyOutputOpts() = DependencyOutputOptions();
    // "1 warning generated." on stderr hangs on this.
    Invocation->getDiagnosticOpts().ShowCarets = false;
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(Containers), Consumer);
  }

private:
  ClangTidyASTConsumerFactory Checks;
  Learnt &Into;
  bool Lazily;
};

/// clang-tidy's own profile of one run. It only writes to files, so this is a
/// folder that ends with it.
class Profile {
public:
  Profile(ClangTidyContext &Context, bool Wanted) {
    if (!Wanted || sys::fs::createUniqueDirectory("tidepool-profile", Folder))
      return;
    Context.setEnableProfiling(true);
    Context.setProfileStoragePrefix(Folder);
  }
  Profile(const Profile &) = delete;
  Profile &operator=(const Profile &) = delete;
  ~Profile() {
    if (Folder.empty())
      return;
    // Nothing can be done about a folder that stays behind in /tmp.
    std::error_code Ignored = sys::fs::remove_directories(Folder);
    (void)Ignored;
  }

  /// Check -> user and system seconds.
  std::map<std::string, double> seconds() const {
    std::map<std::string, double> Result;
    std::error_code Failed;
    if (Folder.empty())
      return Result;
    for (sys::fs::directory_iterator At(Folder, Failed), End;
         At != End && !Failed; At.increment(Failed)) {
      auto Text = MemoryBuffer::getFile(At->path());
      if (!Text)
        continue;
      Expected<json::Value> Read = json::parse((*Text)->getBuffer());
      if (!Read) {
        consumeError(Read.takeError());
        continue;
      }
      const json::Object *File = Read->getAsObject();
      const json::Object *Times = File ? File->getObject("profile") : nullptr;
      if (!Times)
        continue;
      // "time.clang-tidy.NAME.user"
      for (const auto &[Key, Value] : *Times) {
        auto [Name, Kind] = StringRef(Key).rsplit('.');
        Name.consume_front("time.clang-tidy.");
        if (Kind == "user" || Kind == "sys")
          Result[Name.str()] += Value.getAsNumber().value_or(0);
      }
    }
    return Result;
  }

private:
  SmallString<128> Folder;
};

double cpuSeconds() {
  TimeRecord Now = TimeRecord::getCurrentTime();
  return Now.getUserTime() + Now.getSystemTime();
}

UnitResult parse(const Job &Do, ReadFiles *Asked, bool Lazily) {
  const Unit &One = Do.What;
  UnitResult Result;
  Result.File = One.File;

  IntrusiveRefCntPtr<vfs::FileSystem> FileSystem = filesOf(Do);
  if (Asked)
    FileSystem = Asked->watch(std::move(FileSystem));
  if (!FileSystem->exists(One.File)) {
    Result.Failure = "there is no such file";
    return Result;
  }
  if (std::error_code Failed =
          FileSystem->setCurrentWorkingDirectory(One.Directory)) {
    Result.Failure = "its folder '" + One.Directory +
                     "' cannot be entered: " + Failed.message();
    return Result;
  }
  IntrusiveRefCntPtr<FileManager> Files(
      new FileManager(FileSystemOptions(), FileSystem));

  ClangTidyContext Context(std::make_unique<DefaultOptionsProvider>(
      ClangTidyGlobalOptions(), Do.Options));
  Context.setCurrentBuildDirectory(One.Directory);
  Profile Cost(Context, Do.Profile);
  const double Before = cpuSeconds();
  Learnt About(Context);
  Consumer Heard(Context, About.Silencers);
  compat::TidyDiagnostics Diagnostics(Context, Heard);
  ActionFactory Factory(Context, About, Lazily);
  tooling::ToolInvocation Invocation(
      commandOf(Do), &Factory, Files.get(),
      std::make_shared<PCHContainerOperations>());
  Invocation.setDiagnosticConsumer(&Heard);
  bool Understood = Invocation.run();
  if (Do.Profile) {
    Result.Seconds = cpuSeconds() - Before;
    Result.CheckSeconds = Cost.seconds();
  }

  Converter Convert(*Files, About.Defined);
  unsigned Errors = 0;
  for (const ClangTidyError &Error : Heard.take()) {
    Result.Findings.push_back(Convert.convert(Error));
    Errors += Result.Findings.back().Kind == FindingKind::Error;
  }
  if (!Understood || Errors)
    Result.Failure = Errors == 1 ? "clang reports an error"
                     : Errors
                         ? "clang reports " + std::to_string(Errors) + " errors"
                         : "clang did not understand its command";
  for (const NoLintName &Name : About.Names)
    Result.NoLints.push_back({Convert.convert(Name), Name.Used});
  StringSet<> Seen;
  for (const std::string &File : About.Files) {
    std::string Path = Convert.canonical(File);
    if (Path != One.File && Seen.insert(Path).second)
      Result.Headers.push_back(std::move(Path));
  }
  return Result;
}

} // namespace

UnitResult analyse(const Job &Do, ReadFiles *Asked) {
  if (Do.LazyBodies) {
    UnitResult Result = parse(Do, Asked, /*Lazily=*/true);
    // What is wrong is for a plain parse to say.
    if (Result.Failure.empty())
      return Result;
  }
  return parse(Do, Asked, /*Lazily=*/false);
}

} // namespace tidepool
