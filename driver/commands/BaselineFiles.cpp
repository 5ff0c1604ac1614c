// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "BaselineFiles.h"
#include "findings/Baseline.h"
#include "project/Paths.h"
#include "project/Utf8.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace tidepool {
namespace {

using Entries = std::vector<KnownFinding>;

Expected<Entries> load(StringRef Name) {
  auto Buffer = MemoryBuffer::getFile(Name);
  if (!Buffer)
    return createStringError(
        Buffer.getError(),
        Name + ": " + Buffer.getError().message() +
            (sys::fs::exists(Name) ? "" : "; --write-baseline makes one"));
  return readBaseline(**Buffer);
}

/// The project's files that were looked at, or that are not there any more: of
/// these, what was not found is gone.
class Scope {
public:
  explicit Scope(const Report &Whole) {
    for (const auto &File : Whole.Files)
      Seen.insert(utf8(projectPath(File.first())));
  }

  bool covers(StringRef Path) const {
    return Seen.contains(Path) ||
           !sys::fs::exists(canonicalPath(projectFolder(), Path));
  }

private:
  StringSet<> Seen;
};

Error write(StringRef Name, const Entries &Found, const Scope &LookedAt) {
  Entries All = Found;
  if (sys::fs::exists(Name)) {
    Expected<Entries> Before = load(Name);
    if (!Before)
      return Before.takeError();
    for (KnownFinding &One : *Before)
      if (!LookedAt.covers(One.Path))
        All.push_back(std::move(One));
  }
  std::string Text = baselineOf(std::move(All));
  return writeToOutput(Name, [&](raw_ostream &Out) {
    Out << Text;
    return Error::success();
  });
}

} // namespace

Error BaselineFiles::check() const {
  for (StringRef Name : {StringRef(Read), StringRef(Write)}) {
    if (Name.empty() || (Name != Read && !sys::fs::exists(Name)))
      continue;
    if (Expected<Entries> Known = load(Name); !Known)
      return Known.takeError();
  }
  return Error::success();
}

Error BaselineFiles::apply(Report &Whole, raw_ostream &Log) const {
  Entries Found;
  for (const Finding &One : Whole.Findings)
    Found.push_back(knownBy(One));
  Scope LookedAt(Whole);
  if (!Read.empty()) {
    Expected<Entries> Known = load(Read);
    if (!Known)
      return Known.takeError();
    Comparison Result =
        compare(*Known, Found, [](StringRef Path) { return Path.str(); });
    size_t Stale = 0;
    for (size_t Index : Result.Gone) {
      const KnownFinding &One = (*Known)[Index];
      if (!LookedAt.covers(One.Path) || Whole.Partial)
        continue;
      ++Stale;
      if (Quiet)
        continue;
      Log << "tidepool: stale in " << Read << ": " << printable(One.Path);
      if (!One.Function.empty())
        Log << ", in " << printable(One.Function);
      Log << ": " << printable(One.Message) << " [" << printable(One.Check)
          << "]\n";
    }
    std::vector<Finding> New;
    for (size_t Index : Result.New)
      New.push_back(std::move(Whole.Findings[Index]));
    Whole.Findings = std::move(New);
    Whole.Comparisons.push_back(
        {"in " + Read, Result.Unchanged, Stale, "stale"});
  }
  // What an interrupted run did not come to is not gone.
  if (Write.empty() || Whole.Partial)
    return Error::success();
  if (Error Failed = write(Write, Found, LookedAt))
    return Failed;
  Log << "tidepool: " << Write << " holds " << Found.size()
      << (Found.size() == 1 ? " finding" : " findings") << " of this run now\n";
  if (Read.empty()) {
    Whole.Findings.clear();
    Whole.Comparisons.push_back({"in " + Write, Found.size(), 0, "stale"});
  }
  return Error::success();
}

} // namespace tidepool
