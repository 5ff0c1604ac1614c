// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Statement.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Basic/LangStandard.h"
#include "clang/Lex/Lexer.h"
#include "llvm/TargetParser/Triple.h"

using namespace clang;

namespace tidepool {

/// As much as tells one statement from another.
constexpr unsigned MaxTokens = 64;

std::string statementAt(llvm::StringRef Text, size_t Offset) {
  if (Offset >= Text.size())
    return {};
  LangOptions Options;
  std::vector<std::string> Includes;
  LangOptions::setLangDefaults(Options, Language::CXX, llvm::Triple(), Includes,
                               LangStandard::lang_cxx20);
  // The lexer wants a buffer that ends with a zero, as files' buffers do.
  Lexer Lex(SourceLocation(), Options, Text.begin(), Text.begin() + Offset,
            Text.end());
  std::string Words;
  Token Next;
  for (unsigned Count = 0; Count < MaxTokens; ++Count) {
    bool Last = Lex.LexFromRawLexer(Next);
    if (Next.isOneOf(tok::eof, tok::semi, tok::l_brace, tok::r_brace))
      break;
    size_t End = Lex.getBufferLocation() - Text.begin();
    if (!Words.empty())
      Words += ' ';
    Words += Text.slice(End - Next.getLength(), End);
    if (Last)
      break;
  }
  return Words;
}

} // namespace tidepool
