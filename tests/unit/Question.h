// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A short source, parsed, with what a question about it needs. The source may
// use lib.h, a little library with each role that the questions ask for:
// Question.cpp holds it beside its vocabulary.

#ifndef TIDEPOOL_TESTS_UNIT_QUESTION_H
#define TIDEPOOL_TESTS_UNIT_QUESTION_H

#include "analysis/Bound.h"
#include "analysis/Facts.h"
#include "analysis/Loop.h"
#include "analysis/Spawn.h"
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace clang {
class ASTUnit;
} // namespace clang

namespace tidepool {

/// The vocabulary of lib.h.
const std::string &libraryVocabulary();

/// The least that the language asks of a coroutine, which returns `Co`.
extern const std::string Coroutines;

/// Parses \p Code, with lib.h before it, as \p FileName. \p Errors receives
/// clang's; null where the code must have none.
std::shared_ptr<clang::ASTUnit>
parse(llvm::StringRef Code, std::vector<std::string> *Errors = nullptr,
      const std::map<std::string, std::string> &OtherFiles = {},
      const std::string &FileName = "/project/input.cpp");

class Question {
public:
  enum class Source { Correct, HalfTyped };
  explicit Question(llvm::StringRef Code, Source As = Source::Correct);
  ~Question();

  Facts &facts() { return Unit; }
  const clang::SourceManager &sources() { return Unit.sources(); }

  /// The first call of the function, or construction of the class, \p Name;
  /// or the one after \p Skip others.
  const clang::Expr *call(llvm::StringRef Name, unsigned Skip = 0);
  /// The argument of the call of \p Name.
  const clang::Expr *argument(llvm::StringRef Name, unsigned Index = 0);
  const clang::FunctionDecl *function(llvm::StringRef Name);
  const clang::VarDecl *variable(llvm::StringRef Name);

  /// What the first call of \p Name that starts something starts.
  Spawn spawn(llvm::StringRef Name = "start");
  /// The loop around it; \p Out says how many loops further out.
  Loop loop(const clang::Expr *Inside, unsigned Out = 0);
  Loop loop() { return loop(call("start")); }

  /// All that was written, templates' patterns and instantiations included.
  std::vector<const clang::Expr *> expressions();
  std::vector<Loop> loops();

  unsigned lineOf(clang::SourceLocation Place) {
    return sources().getSpellingLineNumber(Place);
  }

private:
  std::shared_ptr<clang::ASTUnit> AST;
  Facts Unit;
};

/// Sources that end where somebody is still typing, for each question to
/// survive.
llvm::ArrayRef<llvm::StringRef> halfTyped();

/// Templates that nobody instantiates: they have no answer.
extern const llvm::StringRef DependentCode;

} // namespace tidepool

#endif // TIDEPOOL_TESTS_UNIT_QUESTION_H
