// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Trigger.h"
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
  const std::pair<StringRef, bool> All[] = {
      {"spawn", E.Spawn.has_value()},
      {"task", E.Task.has_value()},
      {"pool", E.Pool.has_value()},
      {"detach", E.Detach.has_value()},
      {"gather", E.Gather.has_value()},
      {"limiter", E.Limiter.has_value()},
      // A mutex that is locked without a time waits for nobody outside.
      {"wait", E.Timed || (E.Wait && (E.Wait->WaitsFor != WaitRole::For::Lock ||
                                      E.Wait->Timed))},
      {"lock", E.Lock.has_value()},
      {"parallel", E.Parallel.has_value()},
      {"cores", E.Cores.has_value()},
      {"config", E.Config.has_value()},
      {"blocking", E.Blocking.has_value()},
      {"io", E.Io && E.Io->Does != IoRole::Waits::Never},
      {"handle", E.Handle.has_value()},
      {"deadline", E.Deadline.has_value()},
      {"iterates", E.Iterates.has_value()},
      {"calls", E.Calls.has_value()},
      {"constructs", E.Constructs.has_value()},
      {"bounds", E.Bounds.has_value()},
      {"passes", E.Passes.has_value()},
      {"handler", E.Handler.has_value()},
      {"expiry", E.Expiry.has_value()},
      {"race", E.Race.has_value()},
      {"ends", E.Ends.has_value()},
      {"timer", E.Timer.has_value()},
      {"test", E.Test.has_value()},
  };
  return llvm::any_of(All, [&](const auto &Role) {
    return Role.second && Roles.contains(Role.first);
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

std::pair<StringRef, StringRef> splitLast(StringRef Path) {
  size_t Colon = Path.rfind("::");
  return Colon == StringRef::npos
             ? std::pair(StringRef(), Path)
             : std::pair(Path.take_front(Colon), Path.substr(Colon + 2));
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
    auto [Scope, Name] =
        splitLast(E.Function.empty() ? StringRef(E.Object) : E.Function);
    addNames(Scope, Result.Needs);
    Last = Name;
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
