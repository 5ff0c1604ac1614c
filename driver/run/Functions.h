// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which function a place of a unit is in: what people call the place by, and
// what moves with it.

#ifndef TIDEPOOL_DRIVER_RUN_FUNCTIONS_H
#define TIDEPOOL_DRIVER_RUN_FUNCTIONS_H

#include "clang/AST/ASTConsumer.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <string>
#include <vector>

namespace tidepool {

/// The functions that a unit defines outside of system headers.
class Functions {
public:
  /// Fills this as the unit is parsed.
  std::unique_ptr<clang::ASTConsumer> consumer();

  /// The innermost around that byte of \p File, spelled as the source manager
  /// does; empty if there is none.
  llvm::StringRef at(llvm::StringRef File, uint64_t Offset) const;

  /// True where part of a template stands between these bytes of \p File: what
  /// it does is decided by whoever instantiates it.
  bool hasTemplate(llvm::StringRef File, uint64_t Begin, uint64_t End) const;

private:
  class Collector;
  struct Range {
    uint64_t Begin = 0;
    uint64_t End = 0;
    std::string Name;
    bool Template = false;
  };
  llvm::StringMap<std::vector<Range>> Files;
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_FUNCTIONS_H
