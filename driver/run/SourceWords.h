// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The identifiers that a file spells, without the price of a preprocessor: text
// that is switched off counts too. What it is not sure of, it says.

#ifndef TIDEPOOL_DRIVER_RUN_SOURCEWORDS_H
#define TIDEPOOL_DRIVER_RUN_SOURCEWORDS_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tidepool {

/// Gives each identifier a number.
class WordTable {
public:
  uint32_t add(llvm::StringRef Word) {
    auto [Known, New] = Numbers.try_emplace(Word, Numbers.size());
    if (New)
      Words.push_back(Known->getKey());
    return Known->second;
  }
  std::optional<uint32_t> find(llvm::StringRef Word) const {
    auto Known = Numbers.find(Word);
    return Known == Numbers.end() ? std::nullopt
                                  : std::optional<uint32_t>(Known->second);
  }
  llvm::StringRef text(uint32_t Number) const { return Words[Number]; }
  size_t size() const { return Words.size(); }

private:
  llvm::StringMap<uint32_t> Numbers;
  std::vector<llvm::StringRef> Words;
};

/// One definition of a macro.
struct MacroWords {
  /// A part of a##b##c: a parameter, or what is written.
  struct Part {
    bool Parameter = false;
    std::string Text;
  };
  uint32_t Name = 0;
  std::vector<uint32_t> Body;
  std::vector<std::vector<Part>> Pasted;

  /// Can \p Word come of pasting, whatever the arguments are?
  bool canPaste(llvm::StringRef Word) const;
  /// Can a word that begins with \p Beginning, which no argument does?
  /// \p IsSpelt: may a shorter part of that be an argument?
  bool
  canPasteBeginning(llvm::StringRef Beginning,
                    llvm::function_ref<bool(llvm::StringRef)> IsSpelt) const;
};

struct SourceWords {
  /// All identifiers outside of comments, strings and names of headers; sorted.
  std::vector<uint32_t> All;
  /// Those of them that code or a macro's body spells: not the names that
  /// directives define and ask for.
  std::vector<uint32_t> Used;
  /// Those of these that stand somewhere else than behind '.' or '->'.
  std::vector<uint32_t> Free;
  std::vector<MacroWords> Macros;
  /// It holds what is not read here as clang reads it: words over two lines,
  /// names of characters, digraphs.
  bool Odd = false;
  /// It holds what older dialects read in another way: raw strings, trigraphs.
  bool RawStrings = false;
  bool Trigraphs = false;
  bool LineComments = false;
  /// It names modules.
  bool Modules = false;
  /// It has NOLINT somewhere.
  bool NoLint = false;
};

SourceWords wordsOf(llvm::StringRef Text, WordTable &Table);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_SOURCEWORDS_H
