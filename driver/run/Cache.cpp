// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Cache.h"
#include "CacheEntry.h"
#include "Compat.h"
#include "clang/Basic/Version.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/Chrono.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>

using namespace llvm;

namespace tidepool {
namespace {

/// Changes with what an entry looks like.
constexpr StringLiteral Layout = "tidepool cache 5";
/// The states of one unit that are kept at once: branches come and go.
constexpr unsigned Slots = 8;
constexpr uint64_t MaxBytes = uint64_t(1) << 30;
constexpr std::chrono::hours MaxAge{30 * 24};

/// This program: another build of it may find something else.
std::string identity() {
  std::string Path = sys::fs::getMainExecutable(
      nullptr, reinterpret_cast<void *>(&Cache::defaultFolder));
  sys::fs::file_status Of;
  std::string Text = (Layout + " " + TIDEPOOL_VERSION + " ").str() +
                     clang::getClangFullVersion();
  if (!sys::fs::status(Path, Of))
    Text +=
        " " + std::to_string(Of.getSize()) + " " +
        std::to_string(Of.getLastModificationTime().time_since_epoch().count());
  return Text;
}

/// All that decides what is found, but for the files.
std::string keyOf(const Job &Of) {
  static const std::string Program = identity();
  std::string Text = Program;
  auto Add = [&](StringRef Part) {
    Text += '\0';
    Text += Part;
  };
  Add(Of.What.File);
  Add(Of.What.Directory);
  for (const std::string &Argument : Of.What.Command)
    Add(Argument);
  Add(clang::tidy::configurationAsText(Of.Options));
  // Not the findings, but the errors beside them.
  Add(Of.LazyBodies ? "" : "whole");
  // Where clang looks for headers beside what the command says.
  for (const char *Name :
       {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "SDKROOT"}) {
    const char *Value = std::getenv(Name);
    Add(Value ? Value : "");
  }
  return hexOf(Text);
}

} // namespace

std::string Cache::defaultFolder() {
  SmallString<128> Path;
  if (!sys::path::cache_directory(Path))
    return {};
  sys::path::append(Path, "tidepool");
  return Path.str().str();
}

std::string Cache::entry(const Job &Of, unsigned Slot) const {
  SmallString<256> Path(Folder);
  // The prefix is the one that pruning knows.
  sys::path::append(Path,
                    "llvmcache-" + keyOf(Of) + "-" + std::to_string(Slot));
  return Path.str().str();
}

unsigned Cache::leastUseful(const Job &Of) const {
  // Two sides of a comparison are looked at at once, and must not take each
  // other's place.
  const unsigned First = Of.Before ? Slots / 2 : 0;
  unsigned Oldest = First;
  sys::TimePoint<> Least = sys::TimePoint<>::max();
  for (unsigned Slot = First; Slot < First + Slots / 2; ++Slot) {
    sys::fs::file_status There;
    if (sys::fs::status(entry(Of, Slot), There))
      return Slot;
    if (There.getLastModificationTime() < Least) {
      Least = There.getLastModificationTime();
      Oldest = Slot;
    }
  }
  return Oldest;
}

std::optional<UnitResult> Cache::find(const Job &Of, vfs::FileSystem &Files,
                                      std::string &Why) const {
  Why = "it was not looked at before";
  bool Any = false;
  // Of several states the first one's reason is as good as another's.
  auto Differs = [&](const std::string &Reason) {
    if (!Any)
      Why = Reason;
    Any = true;
  };
  for (unsigned Slot = 0; Slot < Slots; ++Slot) {
    std::string Path = entry(Of, Slot);
    // It is used, so it is not old.
    auto File = sys::fs::openNativeFileForRead(Path, sys::fs::OF_UpdateAtime);
    if (!File) {
      consumeError(File.takeError());
      continue;
    }
    auto Buffer = MemoryBuffer::getOpenFile(*File, Path, /*FileSize=*/-1,
                                            /*RequiresNullTerminator=*/false);
    (void)sys::fs::closeFile(*File);
    if (!Buffer)
      continue;
    std::optional<CacheEntry> Entry = readEntry((*Buffer)->getBuffer());
    if (!Entry) {
      Differs("its entry is damaged");
      continue;
    }
    if (Entry->Result.Skipped && !(Of.MayBeSkipped && !Of.WantsNoLints)) {
      Differs("it was not parsed");
      continue;
    }
    if (Files.setCurrentWorkingDirectory(Of.What.Directory))
      continue;
    std::string Change = Entry->With.change(Files);
    if (Change.empty())
      return std::move(Entry->Result);
    Differs(Change);
  }
  return std::nullopt;
}

std::string Cache::store(const Job &Of, const UnitResult &Result,
                         ReadFiles With, ReadFiles::HashOf Known) const {
  if (!With.finish(*filesOf(Of), Known))
    return "a file has changed meanwhile";
  if (std::error_code Failed = sys::fs::create_directories(Folder))
    return Folder + ": " + Failed.message();
  unsigned Slot = leastUseful(Of);
  // Renamed into place: readers see the old one or the new one.
  auto Temporary =
      sys::fs::TempFile::create(entry(Of, Slot) + ".%%%%%%.tmp",
                                sys::fs::owner_read | sys::fs::owner_write);
  if (!Temporary)
    return Folder + ": " + toString(Temporary.takeError());
  raw_fd_ostream Out(Temporary->FD, /*shouldClose=*/false);
  Out << writeEntry({std::move(With), Result});
  Out.flush();
  if (Out.has_error()) {
    std::string Said = Folder + ": " + Out.error().message();
    Out.clear_error();
    consumeError(Temporary->discard());
    return Said;
  }
  if (Error Failed = Temporary->keep(entry(Of, Slot)))
    return toString(std::move(Failed));
  return {};
}

void Cache::prune() const {
  if (!isOn() || !sys::fs::is_directory(Folder))
    return;
  CachePruningPolicy Policy;
  Policy.Expiration = MaxAge;
  Policy.MaxSizeBytes = MaxBytes;
  compat::pruneCache(Folder, Policy);
}

} // namespace tidepool
