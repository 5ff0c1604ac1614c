// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "ScannedFiles.h"
#include "Compat.h"
#include "ReadFiles.h"
#include "project/Paths.h"
#include "clang/Lex/DependencyDirectivesScanner.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace tidepool {
namespace {

/// \p Text's directives, and as many bytes as it has.
std::string directivesOf(StringRef Text) {
  namespace scan = clang::dependency_directives_scan;
  SmallVector<scan::Token, 64> Tokens;
  SmallVector<scan::Directive, 32> Directives;
  // A map of headers is none.
  if (Text.contains('\0') ||
      clang::scanSourceForDependencyDirectives(Text, Tokens, Directives))
    return Text.str();
  // As they are written: what clang prints of them loses spaces that count.
  std::string Result;
  for (const scan::Directive &One : Directives) {
    if (One.Kind == scan::tokens_present_before_eof)
      Result += ';';
    if (One.Tokens.empty())
      continue;
    Result += Text.slice(One.Tokens.front().Offset, One.Tokens.back().getEnd());
    Result += '\n';
  }
  constexpr StringLiteral Open = "\n/*", Close = "*/";
  if (Result.size() + Open.size() + Close.size() > Text.size())
    return Text.str();
  size_t Rest = Text.size() - Result.size() - Open.size() - Close.size();
  Result += Open;
  Result.append(Rest, ' ');
  Result += Close;
  return Result;
}

class OpenFile : public vfs::File {
public:
  OpenFile(StringRef Text, vfs::Status Known)
      : Text(Text), Known(std::move(Known)) {}

  ErrorOr<vfs::Status> status() override { return Known; }
  ErrorOr<std::unique_ptr<MemoryBuffer>> getBuffer(const Twine &Name, int64_t,
                                                   bool, bool) override {
    SmallString<256> Given;
    return MemoryBuffer::getMemBuffer(Text, Name.toStringRef(Given));
  }
  std::error_code close() override { return {}; }

private:
  StringRef Text;
  vfs::Status Known;
};

} // namespace

const std::string &ScannedFile::hash() {
  if (Hash.empty())
    Hash = ReadFiles::hashOf(Text->getBuffer());
  return Hash;
}

const std::string &ScannedFile::canonical() {
  if (Canonical.empty())
    Canonical = canonicalPath(Path);
  return Canonical;
}

class ScannedFiles::FileSystem : public compat::ProxyFileSystem {
public:
  FileSystem(ScannedFiles &All, IntrusiveRefCntPtr<vfs::FileSystem> Base)
      : ProxyFileSystem(std::move(Base)), All(All) {}

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    SmallString<256> Whole;
    SmallString<256> Given;
    StringRef Name = Path.toStringRef(Given);
    if (!absolute(Name, Whole))
      return ProxyFileSystem::status(Path);
    auto Known = All.Statuses.find(Whole);
    if (Known == All.Statuses.end())
      Known =
          All.Statuses.try_emplace(Whole, ProxyFileSystem::status(Whole)).first;
    if (!Known->second)
      return Known->second;
    return vfs::Status::copyWithNewName(*Known->second, Name);
  }

  bool exists(const Twine &Path) override { return bool(status(Path)); }

  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    ErrorOr<vfs::Status> Known = status(Path);
    if (!Known)
      return Known.getError();
    // What is no file must not be waited for.
    if (!Known->isRegularFile())
      return std::make_error_code(std::errc::invalid_argument);
    SmallString<256> Whole;
    SmallString<256> Given;
    if (!absolute(Path.toStringRef(Given), Whole))
      return ProxyFileSystem::openFileForRead(Path);
    ScannedFile &File = All.read(getUnderlyingFS(), Whole);
    if (File.Failed)
      return File.Failed;
    return std::make_unique<OpenFile>(
        All.DirectivesOnly ? StringRef(File.Directives)
                           : File.Text->getBuffer(),
        vfs::Status::copyWithNewName(File.Status, Path));
  }

private:
  bool absolute(StringRef Path, SmallVectorImpl<char> &Whole) const {
    Whole.assign(Path.begin(), Path.end());
    return !getUnderlyingFS().makeAbsolute(Whole);
  }

  ScannedFiles &All;
};

IntrusiveRefCntPtr<vfs::FileSystem>
ScannedFiles::over(IntrusiveRefCntPtr<vfs::FileSystem> Base) {
  return makeIntrusiveRefCnt<FileSystem>(*this, std::move(Base));
}

ScannedFile &ScannedFiles::read(vfs::FileSystem &Base, StringRef Path) {
  std::unique_ptr<ScannedFile> &Known = Files[Path];
  if (Known)
    return *Known;
  Known = std::make_unique<ScannedFile>();
  Known->Path = Path.str();
  auto File = Base.openFileForRead(Path);
  if (!File) {
    Known->Failed = File.getError();
    return *Known;
  }
  auto Status = (*File)->status();
  auto Text = (*File)->getBuffer(Path);
  if (!Status || !Text) {
    Known->Failed = Status ? Text.getError() : Status.getError();
    return *Known;
  }
  Known->Status = *Status;
  Known->Text = std::move(*Text);
  if (Known->Text->getBufferSize() != Status->getSize())
    Known->Failed = std::make_error_code(std::errc::io_error);
  else
    Known->Directives = directivesOf(Known->Text->getBuffer());
  return *Known;
}

ScannedFile *ScannedFiles::find(StringRef Path) {
  auto Known = Files.find(Path);
  return Known == Files.end() ? nullptr : Known->second.get();
}

} // namespace tidepool
