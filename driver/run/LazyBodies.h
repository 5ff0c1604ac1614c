// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Bodies of templates in system headers are most of what a unit costs, and no
// check looks into one. They are parsed where they are instantiated, and that
// is where a template of the project's own could be instantiated by them.

#ifndef TIDEPOOL_DRIVER_RUN_LAZYBODIES_H
#define TIDEPOOL_DRIVER_RUN_LAZYBODIES_H

#include "clang/AST/ASTConsumer.h"
#include "clang/Frontend/CompilerInstance.h"
#include <memory>

namespace tidepool {

/// To be one of the unit's consumers. Null where bodies are not left out: for
/// C, where clang does it by itself for every file
/// (-fdelayed-template-parsing), and where code comes from modules or
/// precompiled headers. What clang would say of a body is not heard, but for an
/// error that comes of parsing it late: a unit with errors is to be parsed
/// again without this.
std::unique_ptr<clang::ASTConsumer>
lazyBodies(clang::CompilerInstance &Compiler);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_LAZYBODIES_H
