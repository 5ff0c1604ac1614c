// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "ReadFiles.h"
#include "Compat.h"
#include "project/Utf8.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <chrono>

using namespace llvm;

namespace tidepool {
namespace {

/// Within this time a file may change without its time doing so.
constexpr std::chrono::seconds ClockGrain{2};

int64_t timeOf(const vfs::Status &Of) {
  return Of.getLastModificationTime().time_since_epoch().count();
}

std::string hashIn(vfs::FileSystem &Files, StringRef Path) {
  auto Buffer = Files.getBufferForFile(Path, /*FileSize=*/-1,
                                       /*RequiresNullTerminator=*/false);
  return Buffer ? ReadFiles::hashOf((*Buffer)->getBuffer()) : std::string();
}

/// Knows absolute paths, as entries hold them.
class AskedOnce : public compat::ProxyFileSystem {
public:
  using ProxyFileSystem::ProxyFileSystem;

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    SmallString<256> Whole;
    Path.toVector(Whole);
    if (!sys::path::is_absolute(Whole))
      return ProxyFileSystem::status(Whole);
    auto [Place, New] = States.try_emplace(Whole, std::error_code());
    if (New)
      Place->second = ProxyFileSystem::status(Whole);
    return Place->second;
  }

  bool exists(const Twine &Path) override {
    ErrorOr<vfs::Status> Found = status(Path);
    return Found && Found->exists();
  }

private:
  StringMap<ErrorOr<vfs::Status>> States;
};

} // namespace

IntrusiveRefCntPtr<vfs::FileSystem>
askedOnce(IntrusiveRefCntPtr<vfs::FileSystem> Base) {
  return makeIntrusiveRefCnt<AskedOnce>(std::move(Base));
}

std::string ReadFiles::hashOf(StringRef Contents) {
  auto Bytes = BLAKE3::hash<16>(arrayRefFromStringRef(Contents));
  return toHex(ArrayRef<uint8_t>(Bytes), /*LowerCase=*/true);
}

class ReadFiles::Watcher : public compat::ProxyFileSystem {
public:
  Watcher(ReadFiles &Into, IntrusiveRefCntPtr<vfs::FileSystem> Base)
      : ProxyFileSystem(std::move(Base)), Into(Into) {}

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    ErrorOr<vfs::Status> Found = ProxyFileSystem::status(Path);
    if (!Found)
      Into.Missing.insert(absolute(Path));
    return Found;
  }

  bool exists(const Twine &Path) override {
    bool There = ProxyFileSystem::exists(Path);
    if (!There)
      Into.Missing.insert(absolute(Path));
    return There;
  }

  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    auto File = ProxyFileSystem::openFileForRead(Path);
    if (!File) {
      Into.Missing.insert(absolute(Path));
      return File;
    }
    if (ErrorOr<vfs::Status> Known = (*File)->status())
      Into.Read.try_emplace(absolute(Path),
                            Stamp{Known->getSize(), timeOf(*Known), {}});
    return File;
  }

private:
  std::string absolute(const Twine &Path) {
    SmallString<256> Whole;
    Path.toVector(Whole);
    if (getUnderlyingFS().makeAbsolute(Whole))
      return Path.str();
    // Dots stay: "link/.." is not what it seems.
    return Whole.str().str();
  }

  ReadFiles &Into;
};

IntrusiveRefCntPtr<vfs::FileSystem>
ReadFiles::watch(IntrusiveRefCntPtr<vfs::FileSystem> Base) {
  return makeIntrusiveRefCnt<Watcher>(*this, std::move(Base));
}

bool ReadFiles::finish(vfs::FileSystem &Files, HashOf Known) {
  int64_t TooNew =
      (std::chrono::system_clock::now() - ClockGrain).time_since_epoch() /
      std::chrono::nanoseconds(1);
  for (auto &[Path, Of] : Read) {
    Of.Hash = Known ? Known(Path) : std::string();
    if (Of.Hash.empty())
      Of.Hash = hashIn(Files, Path);
    ErrorOr<vfs::Status> Now = Files.status(Path);
    if (!Now || Now->getSize() != Of.Size || timeOf(*Now) != Of.Time ||
        Of.Hash.empty())
      return false;
    if (Of.Time > TooNew)
      Of.Time = 0;
  }
  return true;
}

std::string ReadFiles::change(vfs::FileSystem &Files) const {
  for (const auto &[Path, Of] : Read) {
    ErrorOr<vfs::Status> Now = Files.status(Path);
    if (!Now)
      return Path + " is gone";
    bool Same =
        Now->getSize() == Of.Size && ((Of.Time && timeOf(*Now) == Of.Time) ||
                                      hashIn(Files, Path) == Of.Hash);
    if (!Same)
      return Path + " has changed";
  }
  for (const std::string &Path : Missing)
    if (Files.exists(Path))
      return Path + " is new";
  return {};
}

static std::optional<std::string> unspelled(const json::Value &Value) {
  std::optional<StringRef> Text = Value.getAsString();
  std::string Path;
  if (!Text || !unpack(*Text, Path))
    return std::nullopt;
  return Path;
}

json::Value ReadFiles::toJSON() const {
  json::Array Files;
  for (const auto &[Path, Of] : Read)
    Files.push_back(
        json::Array{packed(Path), int64_t(Of.Size), int64_t(Of.Time), Of.Hash});
  json::Array Gone;
  for (const std::string &Path : Missing)
    Gone.push_back(packed(Path));
  return json::Object{{"read", std::move(Files)}, {"missing", std::move(Gone)}};
}

bool ReadFiles::fromJSON(const json::Value &Value) {
  const json::Object *Whole = Value.getAsObject();
  const json::Array *Files = Whole ? Whole->getArray("read") : nullptr;
  const json::Array *Gone = Whole ? Whole->getArray("missing") : nullptr;
  if (!Files || !Gone)
    return false;
  for (const json::Value &File : *Files) {
    const json::Array *Parts = File.getAsArray();
    if (!Parts || Parts->size() != 4)
      return false;
    auto Path = unspelled((*Parts)[0]);
    auto Size = (*Parts)[1].getAsInteger();
    auto Time = (*Parts)[2].getAsInteger();
    auto Hash = (*Parts)[3].getAsString();
    if (!Path || !Size || !Time || !Hash)
      return false;
    Read[*Path] = {uint64_t(*Size), *Time, Hash->str()};
  }
  for (const json::Value &Path : *Gone) {
    auto Name = unspelled(Path);
    if (!Name)
      return false;
    Missing.insert(*Name);
  }
  return true;
}

} // namespace tidepool
