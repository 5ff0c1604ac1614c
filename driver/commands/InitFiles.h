// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The texts of the files that `tidepool init` makes.

#ifndef TIDEPOOL_DRIVER_COMMANDS_INITFILES_H
#define TIDEPOOL_DRIVER_COMMANDS_INITFILES_H

#include "run/BuildSystem.h"
#include "support/Embedded.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace tidepool {

/// examples/ci/*.yml
llvm::ArrayRef<EmbeddedFile> embeddedWorkflows();

/// That of examples/ci for "github" or "gitlab", with the build's own commands.
std::string workflowFor(llvm::StringRef System, const BuildSystem &Build);

std::string clangdFile(const BuildSystem &Build);
std::string hookFile(const BuildSystem &Build);
std::string vocabularyFile();

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_COMMANDS_INITFILES_H
