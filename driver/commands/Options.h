// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A command's options. LLVM's own parser would show the options of all of LLVM
// and end the process on a mistake, with a status that is not ours.

#ifndef TIDEPOOL_DRIVER_COMMANDS_OPTIONS_H
#define TIDEPOOL_DRIVER_COMMANDS_OPTIONS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tidepool {

class Options {
public:
  /// \p Usage is the line after "usage: ".
  Options(llvm::StringRef Usage, llvm::StringRef Overview)
      : Usage(Usage), Overview(Overview) {}

  /// `--name`
  void flag(llvm::StringRef Name, bool &Value, llvm::StringRef Help);
  /// `--name VALUE`, `--name=VALUE`, and for one letter also `-nVALUE`. \p Set
  /// fails with what is wrong with the value.
  void value(llvm::StringRef Name, llvm::StringRef ValueName,
             std::function<llvm::Error(llvm::StringRef)> Set,
             llvm::StringRef Help);
  void value(llvm::StringRef Name, llvm::StringRef ValueName,
             std::string &Value, llvm::StringRef Help);
  /// A number from \p Least on.
  void number(llvm::StringRef Name, llvm::StringRef ValueName, unsigned &Value,
              unsigned Least, llvm::StringRef Help);
  /// One of the words of \p Choices, which '|' separates.
  void choice(llvm::StringRef Name, llvm::StringRef Choices, std::string &Value,
              llvm::StringRef Help);
  /// Allows and takes what stands after "--".
  void rest(std::optional<std::vector<std::string>> &Values) { Rest = &Values; }

  /// The arguments that are no options. Fails on a mistake. After --help,
  /// which it answers on stdout, helpShown() is true and all else void.
  llvm::Expected<std::vector<std::string>>
  parse(llvm::ArrayRef<const char *> Arguments);
  bool helpShown() const { return HelpShown; }

private:
  struct Option {
    std::string Name;
    std::string ValueName;
    std::function<llvm::Error(llvm::StringRef)> Set;
    std::string Help;
  };

  Option *find(llvm::StringRef Name);
  std::string nearest(llvm::StringRef Name) const;
  void writeHelp(llvm::raw_ostream &Out) const;

  std::string Usage;
  std::string Overview;
  std::vector<Option> All;
  std::optional<std::vector<std::string>> *Rest = nullptr;
  bool HelpShown = false;
};

/// "tidepool: error: ..." on stderr; the status Usage.
int usageError(llvm::Error Wrong);
int usageError(const llvm::Twine &Message);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_COMMANDS_OPTIONS_H
