// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Patch.h"
#include "Paths.h"
#include "Utf8.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include <git2.h>
#include <memory>
#include <optional>

using namespace llvm;

namespace tidepool {
namespace {

/// libgit2, for as long as it lives.
class Library {
public:
  Library() { git_libgit2_init(); }
  Library(const Library &) = delete;
  Library &operator=(const Library &) = delete;
  ~Library() { git_libgit2_shutdown(); }
};

using Diff = std::unique_ptr<git_diff, decltype(&git_diff_free)>;
using FilePatch = std::unique_ptr<git_patch, decltype(&git_patch_free)>;

Error failure(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

Error lastFailure() {
  const git_error *Last = git_error_last();
  return failure(Twine("this is no patch of git's: ") +
                 (Last && Last->message ? printable(Last->message)
                                        : std::string("it cannot be read")));
}

/// \p Path without its first \p Count folders; nothing where it has no more.
std::optional<StringRef> stripped(StringRef Path, unsigned Count) {
  for (; Count; --Count) {
    size_t Slash = Path.find('/');
    if (Slash == StringRef::npos)
      return std::nullopt;
    Path = Path.drop_front(Slash + 1);
  }
  return Path;
}

/// The file that \p Path means here; nothing where there is none.
std::optional<std::string> fileOf(StringRef Path) {
  for (const std::string &Folder : {projectFolder(), canonicalPath(".")}) {
    std::string File = canonicalPath(Folder, Path);
    if (sys::fs::is_regular_file(File))
      return File;
  }
  return std::nullopt;
}

/// The lines of a file, to be compared with those of a patch.
class Lines {
public:
  explicit Lines(StringRef Path) {
    if (auto Buffer = MemoryBuffer::getFile(Path)) {
      Text = std::move(*Buffer);
      Text->getBuffer().split(All, '\n');
    }
  }

  bool has(uint64_t Line, StringRef Content) const {
    Content.consume_back("\n");
    // A patch that was sent by mail may have lost them.
    return Line >= 1 && Line <= All.size() &&
           All[Line - 1].rtrim('\r') == Content.rtrim('\r');
  }

private:
  std::unique_ptr<MemoryBuffer> Text;
  SmallVector<StringRef, 0> All;
};

Error addLines(git_patch *Of, StringRef Path, Patch &Into) {
  const Lines There(Path);
  bool Same = true;
  std::set<uint64_t> Changed;
  for (size_t Hunk = 0; Hunk < git_patch_num_hunks(Of); ++Hunk) {
    int Count = git_patch_num_lines_in_hunk(Of, Hunk);
    for (int I = 0; I < Count; ++I) {
      const git_diff_line *Line = nullptr;
      if (git_patch_get_line_in_hunk(&Line, Of, Hunk, I))
        return lastFailure();
      if (Line->origin != GIT_DIFF_LINE_ADDITION || Line->new_lineno < 1)
        continue;
      Changed.insert(Line->new_lineno);
      Same &= There.has(Line->new_lineno,
                        StringRef(Line->content, Line->content_len));
    }
  }
  if (Changed.empty())
    return Error::success();
  Into.Lines[Path.str()].insert(Changed.begin(), Changed.end());
  if (!Same)
    Into.Differing.push_back(Path.str());
  return Error::success();
}

} // namespace

bool Patch::changes(StringRef Path, uint64_t Line) const {
  auto Known = Lines.find(Path.str());
  return Known != Lines.end() && Known->second.count(Line);
}

Expected<Patch> readPatch(StringRef Text, unsigned Strip) {
  Patch Result;
  // `git diff` has nothing to say where nothing is changed.
  if (Text.trim().empty())
    return Result;
  const Library Loaded;
  git_diff *Read = nullptr;
  if (git_diff_from_buffer(&Read, Text.data(), Text.size()))
    return lastFailure();
  const Diff All(Read, git_diff_free);
  std::string Missing;
  bool Any = false;
  for (size_t I = 0; I < git_diff_num_deltas(All.get()); ++I) {
    const git_diff_delta *Delta = git_diff_get_delta(All.get(), I);
    if (!Delta || Delta->status == GIT_DELTA_DELETED)
      continue;
    git_patch *Parsed = nullptr;
    if (git_patch_from_diff(&Parsed, All.get(), I))
      return lastFailure();
    const FilePatch One(Parsed, git_patch_free);
    // What is binary has none, nor what was renamed and left as it was.
    if (!One || git_patch_num_hunks(One.get()) == 0)
      continue;
    StringRef Named = Delta->new_file.path;
    // libgit2 has taken the first one off.
    std::optional<StringRef> Path = stripped(Named, Strip - 1);
    std::optional<std::string> File = Path ? fileOf(*Path) : std::nullopt;
    if (!File) {
      Missing = Path ? Path->str() : Named.str();
      continue;
    }
    Any = true;
    if (Error Failed = addLines(One.get(), *File, Result))
      return Failed;
  }
  if (!Any && !Missing.empty())
    return failure("none of the patch's files is here, for instance '" +
                   printable(Missing) +
                   "'; is it of another state, made in another folder "
                   "(--strip), or without git's prefixes?");
  return Result;
}

} // namespace tidepool
