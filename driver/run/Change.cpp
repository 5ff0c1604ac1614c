// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Change.h"
#include "project/Git.h"
#include "project/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace tidepool {
namespace {

/// A text that the snapshot is to have, and the object that holds it.
struct Wanted {
  std::string Path;
  std::string Object;
};

/// What decides how code is looked at, and is no code: findings are compared,
/// not configurations.
bool isConfiguration(StringRef Path) {
  StringRef Name = sys::path::filename(Path);
  return Name == ".clang-tidy" || Name == ".tidepool.yaml" ||
         Name == "compile_commands.json" || Name == "compile_flags.txt";
}

Expected<std::string> resolve(const Git &Asked, StringRef Revision) {
  std::string Name = Revision.str();
  if (Revision.starts_with("-"))
    return createStringError(inconvertibleErrorCode(),
                             "'" + Name + "' is no revision");
  if (Revision.consume_back("...")) {
    Expected<std::string> Base = Asked.ask({"merge-base", Revision, "HEAD"});
    if (!Base)
      return createStringError(
          inconvertibleErrorCode(),
          "'" + Name +
              "': there is no common ancestor, or it was not fetched: " +
              toString(Base.takeError()));
    Name = StringRef(*Base).trim().str();
  }
  Expected<std::string> Commit =
      Asked.ask({"rev-parse", "--verify", "--quiet", Name + "^{commit}"});
  if (!Commit) {
    consumeError(Commit.takeError());
    return createStringError(inconvertibleErrorCode(),
                             "there is no revision '" + Name +
                                 "' here (a shallow clone lacks older ones)");
  }
  return StringRef(*Commit).trim().str();
}

/// The texts of \p Objects, in their order.
Error readObjects(const Git &Asked, ArrayRef<Wanted> Objects, Snapshot &Into) {
  std::string Names;
  for (const Wanted &One : Objects)
    Names += One.Object + "\n";
  Expected<std::string> Answer = Asked.ask({"cat-file", "--batch"}, Names);
  if (!Answer)
    return Answer.takeError();
  // "OBJECT blob SIZE\nTEXT\n"
  StringRef Left = *Answer;
  for (const Wanted &One : Objects) {
    auto [Head, Rest] = Left.split('\n');
    size_t Size = 0;
    if (Head.rsplit(' ').second.getAsInteger(10, Size) || Size >= Rest.size())
      return createStringError(inconvertibleErrorCode(),
                               "git has no text of " + One.Path);
    Into.setText(One.Path, Rest.take_front(Size));
    Left = Rest.drop_front(Size + 1);
  }
  return Error::success();
}

} // namespace

Expected<Change> changeSince(StringRef Revision) {
  Expected<Git> Asked = Git::here();
  if (!Asked)
    return Asked.takeError();
  Expected<std::string> Commit = resolve(*Asked, Revision);
  if (!Commit)
    return Commit.takeError();
  Expected<std::string> Diff =
      Asked->ask({"diff", "--raw", "-z", "--no-abbrev", "--find-renames",
                  "--no-ext-diff", "--ignore-submodules=all", *Commit, "--"});
  if (!Diff)
    return Diff.takeError();
  Expected<std::string> Untracked =
      Asked->ask({"ls-files", "--others", "--exclude-standard", "-z"});
  if (!Untracked)
    return Untracked.takeError();

  Change Result;
  Result.Before = std::make_shared<Snapshot>();
  std::vector<Wanted> Texts;
  auto Absolute = [&](StringRef Path) {
    return canonicalPath(Asked->top(), Path);
  };
  auto Add = [&](const std::string &Path) {
    Result.Files.push_back(Path);
    Result.Added.insert(Path);
    Result.Before->hide(Path);
  };

  // ":MODE MODE OBJECT OBJECT STATUS", the path, for renames the new one too
  SmallVector<StringRef, 0> Fields;
  StringRef(*Diff).split(Fields, '\0', -1, /*KeepEmpty=*/false);
  for (size_t I = 0; I + 1 < Fields.size(); I += 2) {
    SmallVector<StringRef, 5> Columns;
    Fields[I].split(Columns, ' ');
    if (Columns.size() != 5)
      return createStringError(inconvertibleErrorCode(),
                               "git diff said something unexpected: " +
                                   Fields[I]);
    StringRef OldMode = Columns[0].drop_front();
    StringRef Status = Columns[4];
    std::string Old = Absolute(Fields[I + 1]);
    std::string New = Old;
    if (Status.starts_with("R") && I + 2 < Fields.size()) {
      New = Absolute(Fields[I + 2]);
      ++I;
    }
    // Links are followed, so the files that they lead to count.
    if (isConfiguration(New) ||
        (OldMode != "000000" && OldMode != "100644" && OldMode != "100755"))
      continue;
    if (Status == "A") {
      Add(New);
      continue;
    }
    Texts.push_back({Old, Columns[2].str()});
    if (Status == "D")
      continue;
    Result.Files.push_back(New);
    if (Old != New) {
      Result.Renamed[New] = Old;
      // Who includes it by its new name is not to fail.
      Texts.push_back({New, Columns[2].str()});
    }
  }
  SmallVector<StringRef, 0> Paths;
  StringRef(*Untracked).split(Paths, '\0', -1, /*KeepEmpty=*/false);
  for (StringRef Path : Paths)
    if (!isConfiguration(Path))
      Add(Absolute(Path));
  if (Error Failed = readObjects(*Asked, Texts, *Result.Before))
    return Failed;
  llvm::sort(Result.Files);
  return Result;
}

} // namespace tidepool
