// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Snapshot.h"
#include "Compat.h"
#include "project/Paths.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace tidepool {

Snapshot::Snapshot() : Texts(makeIntrusiveRefCnt<vfs::InMemoryFileSystem>()) {}

void Snapshot::setText(StringRef Path, StringRef Text) {
  if (!Replaced.insert(Path).second)
    return;
  Hidden.erase(Path);
  Texts->addFile(Path, /*ModificationTime=*/0,
                 MemoryBuffer::getMemBufferCopy(Text, Path));
}

void Snapshot::hide(StringRef Path) {
  if (!Replaced.contains(Path))
    Hidden.insert(Path);
}

/// An overlay could add and replace files, not take them away.
class SnapshotFiles : public compat::ProxyFileSystem {
public:
  SnapshotFiles(const Snapshot &Of, IntrusiveRefCntPtr<vfs::FileSystem> Base)
      : ProxyFileSystem(std::move(Base)), Of(Of) {}

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    std::string Real = real(Path);
    if (Of.Hidden.contains(Real))
      return make_error_code(errc::no_such_file_or_directory);
    if (!Of.Replaced.contains(Real))
      return ProxyFileSystem::status(Path);
    ErrorOr<vfs::Status> Known = Of.Texts->status(Real);
    if (!Known)
      return Known;
    return vfs::Status::copyWithNewName(*Known, Path);
  }

  bool exists(const Twine &Path) override {
    ErrorOr<vfs::Status> Known = status(Path);
    return Known && Known->exists();
  }

  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    std::string Real = real(Path);
    if (Of.Hidden.contains(Real))
      return make_error_code(errc::no_such_file_or_directory);
    if (!Of.Replaced.contains(Real))
      return ProxyFileSystem::openFileForRead(Path);
    return vfs::File::getWithPath(Of.Texts->openFileForRead(Real), Path);
  }

private:
  /// Files may be gone, their folders' links are those of now.
  std::string real(const Twine &Path) {
    SmallString<256> Absolute;
    Path.toVector(Absolute);
    if (getUnderlyingFS().makeAbsolute(Absolute))
      return {};
    StringRef Folder = sys::path::parent_path(Absolute);
    auto [Known, New] = Folders.try_emplace(Folder);
    if (New)
      Known->second = canonicalPath(Folder);
    SmallString<256> Real(Known->second);
    sys::path::append(Real, sys::path::filename(Absolute));
    return Real.str().str();
  }

  const Snapshot &Of;
  StringMap<std::string> Folders;
};

IntrusiveRefCntPtr<vfs::FileSystem>
Snapshot::over(IntrusiveRefCntPtr<vfs::FileSystem> Base) const {
  return makeIntrusiveRefCnt<SnapshotFiles>(*this, std::move(Base));
}

} // namespace tidepool
