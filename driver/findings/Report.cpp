// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Report.h"
#include "Fingerprint.h"
#include "MessageId.h"
#include "project/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"
#include <tuple>

using namespace llvm;

namespace tidepool {

Expected<HeaderFilter>
HeaderFilter::create(const std::vector<std::string> &Globs) {
  HeaderFilter Filter;
  for (const std::string &Glob : Globs) {
    bool Absolute = !Glob.empty() && (Glob[0] == '/' || Glob[0] == '*');
    // GlobPattern keeps pieces of its text.
    Filter.Texts.push_back(Absolute ? Glob : canonicalPath(".") + "/" + Glob);
  }
  for (const std::string &Text : Filter.Texts) {
    Expected<GlobPattern> Pattern = GlobPattern::create(Text);
    if (!Pattern)
      return createStringError(inconvertibleErrorCode(),
                               "--headers: '" + Text +
                                   "': " + toString(Pattern.takeError()));
    Filter.Patterns.push_back(std::move(*Pattern));
  }
  return Filter;
}

bool HeaderFilter::matches(StringRef CanonicalPath) const {
  return Patterns.empty() || any_of(Patterns, [&](const GlobPattern &Pattern) {
           return Pattern.match(CanonicalPath);
         });
}

size_t Report::filesWithFindings() const {
  StringSet<> Files;
  for (const Finding &One : Findings)
    Files.insert(One.At.Path);
  return Files.size();
}

size_t Report::hushed() const {
  return count_if(LetGo, [](const Finding &One) {
    return One.Kind == FindingKind::Hushed;
  });
}

static auto key(const Finding &One) {
  return std::tie(One.At.Path, One.At.Line, One.At.Column, One.Check,
                  One.Message);
}

/// Several units include one header, or one unit is built twice.
static void sortUnique(std::vector<Finding> &Findings) {
  stable_sort(Findings, [](const Finding &Left, const Finding &Right) {
    return key(Left) < key(Right);
  });
  Findings.erase(llvm::unique(Findings,
                              [](const Finding &Left, const Finding &Right) {
                                return key(Left) == key(Right);
                              }),
                 Findings.end());
}

/// clang takes some for sources that are given as such, but who includes them
/// is not known.
static bool isHeader(StringRef Path) {
  static constexpr StringLiteral Headers[] = {
      "",     ".h",   ".hh",  ".hpp", ".hxx", ".h++", ".inc",
      ".inl", ".ipp", ".tcc", ".tpp", ".txx", ".def"};
  return llvm::is_contained(Headers, sys::path::extension(Path).lower());
}

/// The comments that none of \p Results has a use for. One that another unit
/// may have a use for is none of them.
static std::vector<Finding> unusedNoLints(ArrayRef<UnitResult> Results,
                                          UnusedNoLints Wanted) {
  StringSet<> Whole;
  StringSet<> Broken;
  for (const UnitResult &Unit : Results)
    (Unit.Failure.empty() ? Whole : Broken).insert(Unit.File);
  bool Everywhere = Wanted == UnusedNoLints::Everywhere && Broken.empty();
  auto KeyOf = [](const Finding &One) {
    return One.At.Path + '\0' + std::to_string(One.At.Offset) + '\0' +
           One.Statement;
  };
  StringSet<> Used;
  for (const UnitResult &Unit : Results)
    for (const NoLint &One : Unit.NoLints)
      if (One.Used)
        Used.insert(KeyOf(One.Unused));
  std::vector<Finding> Unused;
  for (const UnitResult &Unit : Results)
    for (const NoLint &One : Unit.NoLints) {
      const std::string &Path = One.Unused.At.Path;
      bool Seen = Everywhere || (Whole.contains(Path) &&
                                 !Broken.contains(Path) && !isHeader(Path));
      if (!Seen || Used.contains(KeyOf(One.Unused)))
        continue;
      Unused.push_back(One.Unused);
      Unused.back().Weight = Severity::Info;
    }
  return Unused;
}

Report collect(std::vector<UnitResult> Results, const HeaderFilter &Filter,
               UnusedNoLints Wanted) {
  Report Result;
  StringSet<> MainFiles;
  for (const UnitResult &Unit : Results)
    MainFiles.insert(Unit.File);
  if (Wanted != UnusedNoLints::None)
    for (Finding &One : unusedNoLints(Results, Wanted))
      if (MainFiles.contains(One.At.Path) || Filter.matches(One.At.Path))
        Result.Findings.push_back(std::move(One));
  StringSet<> Headers;
  for (UnitResult &Unit : Results) {
    std::vector<Finding> Errors;
    for (Finding &One : Unit.Findings) {
      bool Shown =
          MainFiles.contains(One.At.Path) || Filter.matches(One.At.Path);
      switch (One.Kind) {
      case FindingKind::Finding:
        if (Shown)
          Result.Findings.push_back(std::move(One));
        break;
      case FindingKind::Excused:
      case FindingKind::Unknown:
      case FindingKind::Hushed:
        if (Shown)
          Result.LetGo.push_back(std::move(One));
        break;
      case FindingKind::Error:
        Errors.push_back(std::move(One));
        break;
      case FindingKind::Configuration:
        Result.Configuration.push_back(std::move(One));
        break;
      }
    }
    Result.Seconds += Unit.Seconds;
    for (const auto &[Check, Seconds] : Unit.CheckSeconds)
      Result.CheckSeconds[Check] += Seconds;
    if (Unit.Failure.empty()) {
      ++Result.Units;
      Result.Files.insert(Unit.File);
      for (const std::string &Header : Unit.Headers)
        Result.Files.insert(Header);
      for (const std::string &Header : Unit.Headers)
        if (!MainFiles.contains(Header) && Filter.matches(Header))
          Headers.insert(Header);
      continue;
    }
    Unit.Findings = std::move(Errors);
    Result.Failed.push_back(std::move(Unit));
  }
  Result.Headers = Headers.size();
  sortUnique(Result.Findings);
  for (Finding &One : Result.Findings)
    if (One.Check == UnusedNoLint)
      One.MessageId = "unused";
    else if (const MessageInfo *Known = messageOf(One.Check, One.Message))
      One.MessageId = Known->Id;
  setFingerprints(Result.Findings);
  sortUnique(Result.LetGo);
  // One that the level let go says what it would have said in its first note.
  for (Finding &One : Result.LetGo)
    if (!One.Notes.empty())
      if (const MessageInfo *Known =
              messageOf(One.Check, One.Notes.front().Message))
        One.MessageId = Known->Id;
  sortUnique(Result.Configuration);
  return Result;
}

} // namespace tidepool
