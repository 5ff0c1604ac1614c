// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Edition.h"
#include "support/Embedded.h"
#include "support/LLVMCompat.h"
#include "vocabulary/Vocabulary.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>

using llvm::StringRef;

namespace tidepool {

static std::string key(StringRef Check, StringRef Name) {
  return Check.empty() ? Name.str() : (Check + "." + Name).str();
}

// "check.message core", "check.Option = value"; ids of messages are in lower
// case, options are not.
Edition::Edition(StringRef Text) {
  llvm::SmallVector<StringRef, 128> Lines;
  Text.split(Lines, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef Line : Lines) {
    if (Line.starts_with("#"))
      continue;
    auto [Option, Default] = Line.split(" =");
    auto [Message, Word] = Line.rsplit(' ');
    if (Option.size() != Line.size())
      Defaults[Option] = Default.trim();
    else
      Levels[Message] = Word == "core" ? Level::Core : Level::Strict;
  }
}

const Edition *Edition::named(StringRef Name) {
  static const std::map<std::string, Edition> All = [] {
    std::map<std::string, Edition> Made;
    for (const EmbeddedFile &File : embeddedEditions())
      Made.emplace(File.Name.str(), Edition(File.Text));
    return Made;
  }();
  auto Found = All.find(Name.str());
  return Found == All.end() ? nullptr : &Found->second;
}

const Edition *Edition::of(const clang::tidy::ClangTidyContext &Context) {
  // Each check of a unit asks: what is remembered holds for one file's folder.
  // In a program that stays, a file may change under it.
  static thread_local struct {
    std::string Path;
    llvm::sys::TimePoint<> Written;
    uint64_t Size = 0;
    const Edition *Meant = nullptr;
  } Last;
  if (Context.getCurrentFile().empty())
    return nullptr;
  llvm::SmallString<256> Main(Context.getCurrentFile());
  if (!llvm::sys::path::is_absolute(Main)) {
    Main = Context.getCurrentBuildDirectory();
    llvm::sys::path::append(Main, Context.getCurrentFile());
  }
  auto Files = llvm::vfs::getRealFileSystem();
  std::string Path = Vocabulary::projectFile(*Files, Main);
  llvm::sys::fs::file_status There;
  if (Path.empty() || llvm::sys::fs::status(Path, There))
    return nullptr;
  if (Path != Last.Path || There.getLastModificationTime() != Last.Written ||
      There.getSize() != Last.Size)
    Last = {Path, There.getLastModificationTime(), There.getSize(),
            named(Vocabulary::editionOf(*Files, Path))};
  return Last.Meant;
}

std::optional<Level> Edition::levelOf(StringRef Check,
                                      StringRef Message) const {
  auto Found = Levels.find(key(Check, Message));
  if (Found == Levels.end())
    return std::nullopt;
  return Found->second;
}

std::optional<StringRef> Edition::defaultOf(StringRef Check,
                                            StringRef Option) const {
  auto Found = Defaults.find(key(Check, Option));
  if (Found == Defaults.end())
    return std::nullopt;
  return Found->second;
}

bool Edition::hasCheck(StringRef Check) const {
  for (const auto &Entry : Levels)
    if (Entry.getKey().split('.').first == Check)
      return true;
  return false;
}

} // namespace tidepool
