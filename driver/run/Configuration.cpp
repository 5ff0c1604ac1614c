// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Configuration.h"
#include "CheckSelection.h"
#include "Names.h"
#include "Registry.h"
#include "TidyNames.h"
#include "clang-tidy/GlobList.h"
#include "project/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace clang::tidy;

namespace tidepool {

namespace {

/// Reads .clang-tidy files, and remembers what is wrong with them: a broken one
/// must not pass as one that is not there.
class ConfigurationFiles : public FileOptionsProvider {
public:
  ConfigurationFiles(ClangTidyOptions Defaults, std::string &Broken)
      : FileOptionsProvider(ClangTidyGlobalOptions(), std::move(Defaults),
                            ClangTidyOptions()) {
    // The constructor that takes handlers leaves the file system null.
    ConfigHandlers.clear();
    ConfigHandlers.emplace_back(".clang-tidy", [&Broken](MemoryBufferRef Text) {
      raw_string_ostream Out(Broken);
      return parseConfigurationWithDiags(
          Text, [&](const SMDiagnostic &Diagnostic) {
            if (Diagnostic.getKind() == SourceMgr::DK_Error)
              Diagnostic.print(/*ProgName=*/nullptr, Out,
                               /*ShowColors=*/false);
          });
    });
  }
};

} // namespace

Configuration::Configuration(ConfigurationRequest Request)
    : Request(std::move(Request)) {
  ClangTidyOptions Defaults = ClangTidyOptions::getDefaults();
  Defaults.Checks.reset();
  Files = std::make_unique<ConfigurationFiles>(std::move(Defaults), BrokenFile);
}

Configuration::~Configuration() = default;

// clang-tidy passes over what is no file, and runs on without what it may not
// read.
Error Configuration::checkReadable(StringRef Folder) {
  for (; !Folder.empty() && Readable.insert(Folder).second;
       Folder = sys::path::parent_path(Folder)) {
    SmallString<256> File(Folder);
    sys::path::append(File, ".clang-tidy");
    sys::fs::file_status There;
    if (sys::fs::status(File, There))
      continue;
    std::error_code Wrong;
    if (sys::fs::is_directory(There))
      Wrong = std::make_error_code(std::errc::is_a_directory);
    else if (!sys::fs::is_regular_file(There))
      Wrong = std::make_error_code(std::errc::invalid_argument);
    else
      Wrong = MemoryBuffer::getFile(File).getError();
    if (Wrong)
      return createStringError(Wrong,
                               displayPath(File) + ": " + Wrong.message());
    // What stands above it counts only where it says so.
    break;
  }
  return Error::success();
}

void Configuration::describe(StringRef Source, StringRef Checks) {
  std::string Detail = (Source + " decides: " + Checks).str();
  if (!is_contained(Details, Detail))
    Details.push_back(std::move(Detail));
}

void Configuration::renameIn(ClangTidyOptions &Options) {
  auto Tell = [&](StringRef Old, StringRef New) {
    std::string Notice = renameNotice(Old, New);
    if (!is_contained(Notices, Notice))
      Notices.push_back(std::move(Notice));
  };
  if (Options.Checks)
    Options.Checks = todaysGlobs(*Options.Checks, Tell);
  std::vector<std::pair<std::string, std::string>> Moved;
  for (const auto &Option : Options.CheckOptions) {
    std::string Today = todaysOption(Option.getKey(), Tell);
    if (Today != Option.getKey())
      Moved.emplace_back(Option.getKey().str(), std::move(Today));
  }
  // What is given under today's name too wins.
  for (auto &[Old, Today] : Moved) {
    Options.CheckOptions.try_emplace(Today, Options.CheckOptions[Old]);
    Options.CheckOptions.erase(Old);
  }
}

Expected<ClangTidyOptions> Configuration::forFile(StringRef File) {
  // Where a file is missing with its folder, there is nothing to look for.
  bool HasFolder = sys::fs::is_directory(sys::path::parent_path(File));
  if (HasFolder)
    if (Error Wrong = checkReadable(sys::path::parent_path(File)))
      return Wrong;
  ClangTidyOptions Options =
      HasFolder ? Files->getOptions(File) : ClangTidyOptions::getDefaults();
  if (!BrokenFile.empty())
    return createStringError(inconvertibleErrorCode(),
                             StringRef(BrokenFile).trim());

  if (HasFolder)
    for (const auto &[Own, Where] : Files->getRawOptions(File)) {
      if (!Validated.insert(Where).second)
        continue;
      if (Error Wrong = validateNames(Own))
        return createStringError(inconvertibleErrorCode(),
                                 displayPath(Where) + ": " +
                                     toString(std::move(Wrong)));
    }

  StringRef Source = "no .clang-tidy names tidepool; the default";
  std::string Name;
  if (Request.Checks) {
    Options.Checks = Request.Checks;
    Source = "--checks";
  } else if (HasFolder) {
    for (const ClangTidyOptionsProvider::OptionsSource &Raw :
         Files->getRawOptions(File))
      if (Raw.first.Checks && namesTidepool(*Raw.first.Checks)) {
        Name = displayPath(Raw.second);
        Source = Name;
      }
    Options.Checks = selectChecks(Options.Checks.value_or(""));
  } else {
    Options.Checks = selectChecks("");
  }
  renameIn(Options);
  describe(Source, *Options.Checks);

  GlobList Enabled(*Options.Checks);
  if (none_of(registeredChecks(), [&](const RegisteredCheck &Check) {
        return Enabled.contains(Check.Info->Name);
      }))
    return createStringError(inconvertibleErrorCode(),
                             Source + " leaves no check for " +
                                 displayPath(File) + ": " + *Options.Checks);

  // Which headers count is decided later, over canonical paths.
  Options.HeaderFilterRegex = ".*";
#if LLVM_VERSION_MAJOR >= 19
  Options.ExcludeHeaderFilterRegex = "";
#endif
  Options.SystemHeaders = false;
  Options.WarningsAsErrors = "";
  if (!Request.Level.empty())
    Options.CheckOptions["Level"] =
        ClangTidyOptions::ClangTidyValue(Request.Level, /*Priority=*/~0U);
  // The summary counts the hushed ones.
  Options.CheckOptions["ShowExcused"] = ClangTidyOptions::ClangTidyValue(
      Request.ShowExcused ? "on" : "hushed", /*Priority=*/~0U);
  return Options;
}

Expected<std::optional<Severity>>
Configuration::severityOf(const Finding &One) {
  const CheckInfo *Check = findCheck(One.Check);
  if (!Check || !sys::fs::exists(One.At.Path))
    return One.Weight;
  ClangTidyOptions Options = Files->getOptions(One.At.Path);
  renameIn(Options);
  std::string Name = One.Check + ".Severity";
  auto Given = Options.CheckOptions.find(Name);
  if (Given == Options.CheckOptions.end())
    return One.Weight;
  Expected<SeverityRules> Rules =
      SeverityRules::parse(*Check, Given->second.Value);
  if (!Rules)
    return createStringError(inconvertibleErrorCode(),
                             "the .clang-tidy for " + displayPath(One.At.Path) +
                                 ": " + Name + ": " +
                                 toString(Rules.takeError()));
  return Rules->of(One.MessageId);
}

std::string didYouMean(StringRef Name) {
  Name.consume_front("tidepool-");
  StringRef Nearest;
  unsigned Least = 0;
  for (const RegisteredCheck &Check : registeredChecks()) {
    StringRef Candidate(Check.Info->Name);
    StringRef Own = Candidate.substr(strlen("tidepool-"));
    // Its beginning alone is what people remember.
    unsigned Distance = std::min(
        Own.edit_distance(Name),
        Name.size() < 6 ? Least + 1
                        : Own.take_front(Name.size()).edit_distance(Name));
    if (Nearest.empty() || Distance < Least) {
      Nearest = Candidate;
      Least = Distance;
    }
  }
  for (const RegisteredCheck &Check : registeredChecks())
    if (Name.size() > 2 && StringRef(Check.Info->Name).contains(Name)) {
      Nearest = Check.Info->Name;
      Least = 0;
    }
  // Farther off, it is no misspelling.
  if (Nearest.empty() || Least > std::max<size_t>(2, Name.size() / 3))
    return {};
  return ("; did you mean '" + Nearest + "'?").str();
}

Error validateChecks(StringRef Globs) {
  for (StringRef Glob : splitGlobs(Globs)) {
    StringRef Name = Glob;
    Name.consume_front("-");
    if (Name == "*")
      continue;
    GlobList Named(Name);
    if (none_of(registeredChecks(), [&](const RegisteredCheck &Check) {
          return Named.contains(Check.Info->Name) ||
                 is_contained(Check.Info->RenamedFrom, std::string_view(Name));
        }))
      return createStringError(inconvertibleErrorCode(),
                               "--checks: '" + Glob + "' names no check" +
                                   didYouMean(Name) +
                                   "; 'tidepool checks' lists them");
  }
  return Error::success();
}

} // namespace tidepool
