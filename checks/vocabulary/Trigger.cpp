// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Trigger.h"
#include "Write.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace tidepool {
namespace {

/// Can an expression with this entry be a candidate of a check that asks for
/// \p Roles?
bool hasOneOf(const Entry &E, const llvm::StringSet<> &Roles) {
  if (E.None)
    return false;
  // A timed form is a wait.
  if (E.Timed && Roles.contains("wait"))
    return true;
  return llvm::any_of(namesOfRoles(E), [&](StringRef Role) {
    // A mutex that is locked without a time waits for nobody outside.
    if (Role == "wait" && E.Wait->WaitsFor == WaitRole::For::Lock &&
        !E.Wait->Timed)
      return false;
    if (Role == "io" && E.Io->Does == IoRole::Waits::Never)
      return false;
    return Roles.contains(Role);
  });
}

bool isWord(StringRef Name) {
  return !Name.empty() && !llvm::isDigit(Name.front()) &&
         llvm::all_of(Name,
                      [](char C) { return llvm::isAlnum(C) || C == '_'; });
}

void addNames(StringRef Path, std::vector<std::string> &Into) {
  llvm::SmallVector<StringRef, 6> Names;
  Path.split(Names, "::", -1, /*KeepEmpty=*/false);
  for (StringRef Name : Names)
    if (isWord(Name))
      Into.push_back(Name.str());
}

Trigger triggerOf(const Entry &E) {
  Trigger Result;
  Result.Of = E.spelling();
  StringRef Last;
  if (!E.Member.empty()) {
    addNames(E.Class, Result.Needs);
    Last = E.Member;
    Result.Member = true;
    // An aggregate's first member needs no name: options{8}.
    if (E.Pool && E.Pool->Size == 0U)
      Last = {};
  } else if (!E.Class.empty()) {
    addNames(E.Class, Result.Needs);
  } else if (!E.Takes.empty()) {
    addNames(E.Takes, Result.Needs);
  } else if (!E.Macro.empty()) {
    Last = E.Macro;
    Result.Member = true;
  } else {
    StringRef Path = E.Function.empty() ? E.Object : E.Function;
    Last = lastName(Path);
    addNames(Path.drop_back(Last.size()), Result.Needs);
    Result.Member = E.Function.empty();
    if (StringRef Beginning = E.beginning(); !Beginning.empty()) {
      Result.Beginning = true;
      Last = Beginning;
    }
  }
  // An operator is none.
  if (isWord(Last) && !Last.starts_with("operator"))
    Result.Word = Last.str();
  return Result;
}

} // namespace

std::vector<Trigger> triggersOf(const Vocabulary &Words,
                                const llvm::StringSet<> &Roles) {
  std::vector<Trigger> Result;
  for (const Entry &E : Words.entries())
    if (hasOneOf(E, Roles))
      Result.push_back(triggerOf(E));
  return Result;
}

} // namespace tidepool
