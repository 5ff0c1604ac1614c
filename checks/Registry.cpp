// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Registry.h"
#include "support/Embedded.h"
#include "llvm/ADT/STLExtras.h"
#include <string>
#include <vector>

namespace tidepool {

// A function's static, since checks register during static initialisation, in
// no particular order.
static std::vector<RegisteredCheck> &checks() {
  static std::vector<RegisteredCheck> Checks;
  return Checks;
}

void registerCheck(RegisteredCheck Check) {
  std::vector<RegisteredCheck> &All = checks();
  All.insert(llvm::upper_bound(
                 All, Check,
                 [](const RegisteredCheck &Left, const RegisteredCheck &Right) {
                   return Left.Info->Name < Right.Info->Name;
                 }),
             Check);
}

llvm::ArrayRef<RegisteredCheck> registeredChecks() { return checks(); }

const CheckInfo *findCheck(llvm::StringRef Name) {
  Name.consume_front("tidepool-");
  for (const RegisteredCheck &Check : checks()) {
    llvm::StringRef Candidate(Check.Info->Name);
    Candidate.consume_front("tidepool-");
    if (Candidate == Name)
      return Check.Info;
    for (std::string_view Old : Check.Info->RenamedFrom)
      if (Name == llvm::StringRef(Old))
        return Check.Info;
  }
  return nullptr;
}

std::string coreChecks() {
  std::string Globs;
  for (const RegisteredCheck &Check : checks()) {
    if (!Check.Info->isCore())
      continue;
    if (!Globs.empty())
      Globs += ',';
    Globs += Check.Info->Name;
  }
  return Globs;
}

llvm::StringRef pageOf(const CheckInfo &Info) {
  llvm::StringRef Name(Info.Name);
  Name.consume_front("tidepool-");
  for (const EmbeddedFile &File : embeddedPages())
    if (File.Name == Name)
      return File.Text;
  return {};
}

} // namespace tidepool
