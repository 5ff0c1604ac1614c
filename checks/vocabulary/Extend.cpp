// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Extend.h"
#include "Keys.h"
#include "Write.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

namespace tidepool {

namespace {
/// Lays the roles of one entry over those of another.
struct Overlay {
  Entry &Into;
  const Entry &From;
  template <typename Role>
  void mapRole(const char *Key, std::optional<Role> &Value, const char *) {
    if (Value)
      roleOf<Role>(Into) = Value;
    else if (llvm::is_contained(From.Without, Key))
      roleOf<Role>(Into).reset();
  }
};
} // namespace

/// What \p Known becomes where \p Change is laid over it.
static Entry changed(const Entry &Known, const Entry &Change) {
  Entry Made = Known;
  Entry Roles = Change;
  Overlay Lay{Made, Change};
  roleKeysOf(Lay, Roles);
  // Both must hold.
  Made.MinArguments = std::max(Known.MinArguments, Change.MinArguments);
  if (Change.MaxArguments)
    Made.MaxArguments =
        std::min(Known.MaxArguments.value_or(UINT_MAX), *Change.MaxArguments);
  Made.When.insert(Made.When.end(), Change.When.begin(), Change.When.end());
  Made.None = namesOfRoles(Made).empty();
  for (auto Text : {&Entry::Counterpart, &Entry::Reason, &Entry::Verified})
    if (!(Change.*Text).empty())
      Made.*Text = Change.*Text;
  if (Change.Timed)
    Made.Timed = Change.Timed;
  Made.Library = Change.Library;
  Made.File = Change.File;
  Made.Path = Change.Path;
  Made.Line = Change.Line;
  Made.Column = Change.Column;
  return Made;
}

llvm::Error extend(std::vector<Entry> &Project, llvm::ArrayRef<Entry> Known) {
  if (llvm::none_of(Project, [](const Entry &E) { return E.extends(); }))
    return llvm::Error::success();
  llvm::StringMap<llvm::SmallVector<const Entry *, 2>> ByName;
  for (const Entry &E : Known)
    ByName[E.spelling()].push_back(&E);
  // From the last to the first, so that an entry may extend an extended one.
  std::vector<std::vector<Entry>> Made(Project.size());
  for (size_t I = Project.size(); I > 0; --I) {
    const Entry &E = Project[I - 1];
    llvm::SmallVector<const Entry *, 2> &Same = ByName[E.spelling()];
    auto Fail = [&](const llvm::Twine &Words) {
      return llvm::createStringError(
          llvm::inconvertibleErrorCode(),
          llvm::Twine(E.Path) + ":" + llvm::Twine(E.Line) + ":" +
              llvm::Twine(E.Column) + ": error: " + Words);
    };
    if (!E.extends()) {
      Made[I - 1] = {E};
    } else {
      for (const Entry *Other : Same)
        if (!Other->None)
          Made[I - 1].push_back(changed(*Other, E));
      if (Made[I - 1].empty())
        return Fail("nothing is known of '" + E.spelling() +
                    "' that this entry could extend");
      for (const std::string &Role : E.Without)
        if (llvm::none_of(Same, [&](const Entry *Other) {
              return llvm::is_contained(namesOfRoles(*Other), Role);
            }))
          return Fail("'" + E.spelling() + "' has no role '" + Role +
                      "' to take away");
    }
    llvm::SmallVector<const Entry *, 2> All;
    for (const Entry &One : Made[I - 1])
      All.push_back(&One);
    Same.insert(Same.begin(), All.begin(), All.end());
  }
  std::vector<Entry> Result;
  for (std::vector<Entry> &Some : Made)
    Result.insert(Result.end(), Some.begin(), Some.end());
  Project = std::move(Result);
  return llvm::Error::success();
}

} // namespace tidepool
