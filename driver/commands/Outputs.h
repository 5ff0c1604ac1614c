// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// --output: which formats go where.

#ifndef TIDEPOOL_DRIVER_COMMANDS_OUTPUTS_H
#define TIDEPOOL_DRIVER_COMMANDS_OUTPUTS_H

#include "format/Format.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>
#include <vector>

namespace tidepool {

class Outputs {
public:
  /// FORMAT[:FILE], where no file or "-" is stdout.
  llvm::Error add(llvm::StringRef Given);

  /// Opens the files: nobody wants to wait for a run whose result has no place.
  llvm::Error open();

  /// A format that fills its file goes to stdout, which the summary then must
  /// not.
  bool stdoutIsTaken() const;

  bool has(llvm::StringRef Format) const;

  /// \p What.Style.Color is for stdout; files have none.
  llvm::Error write(const Report &Whole, const Shown &What);

private:
  struct Output {
    const Format *How = nullptr;
    std::string File;
    std::unique_ptr<llvm::raw_fd_ostream> Stream;
  };
  std::vector<Output> All;
};

/// "text, json, ..." for help and errors.
std::string formatNames();

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_COMMANDS_OUTPUTS_H
