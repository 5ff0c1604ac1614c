// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "PoolAdvice.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace tidepool {

namespace {

/// How the number of cores is written.
struct CoresText {
  std::string Text;
  bool Resolves = false; ///< all that it names is declared in this unit
};

/// With the means of \p Api's library, or with those that suit all.
CoresText coresTextFor(Facts &F, const Entry *Api) {
  const Entry *Best = nullptr;
  for (const Entry &E : F.roles().words().entries())
    if (E.Cores && !E.Cores->Expression.empty() &&
        (Api && E.File == Api->File ? !Best || Best->File != Api->File
                                    : !Best && E.Cores->Everywhere))
      Best = &E;
  if (!Best)
    return {};
  CoresText Result{Best->Cores->Expression, true};
  // Each name in it: std::max, std::thread::hardware_concurrency.
  StringRef Rest = Result.Text;
  while (!Rest.empty()) {
    StringRef Name = Rest.take_while(
        [](char C) { return llvm::isAlnum(C) || C == '_' || C == ':'; });
    Rest = Rest.drop_front(std::max<size_t>(Name.size(), 1));
    if (!Name.empty() && !llvm::isDigit(Name.front()))
      Result.Resolves &= !F.roles().resolve(Name).empty();
  }
  return Result;
}

} // namespace

Reason adviceFor(Facts &F, const PoolMade &Made, const PoolSize &Size,
                 unsigned MaxPerCore) {
  const SourceLocation Place = Size.Site->getBeginLoc();
  if (Made.Role.For == PoolRole::Work::Database)
    return {Place, "10 to 20 connections are enough for most processes; more "
                   "of them wait inside of the database"};
  if (Made.Role.For == PoolRole::Work::Io)
    return {Place, "begin with 2 to 4 threads a core, and measure"};
  if (Size.Workers.LeastPerCore > MaxPerCore)
    return {Place, "take one thread a core for work that computes, 2 to 4 for "
                   "work that waits"};
  const CoresText Machine = coresTextFor(F, Made.Api);
  Reason Advice{Place, "size it by the machine: "};
  Advice.Words += Made.Api && !Made.Api->Counterpart.empty()
                      ? Made.Api->Counterpart
                      : Machine.Text;
  if (Made.Role.For == PoolRole::Work::Unknown)
    Advice.Words += " for work that computes, 2 to 4 times as many for work "
                    "that waits";
  const auto *Literal = dyn_cast_or_null<IntegerLiteral>(
      Size.Written ? Size.Written->IgnoreParenImpCasts() : nullptr);
  if (Literal && Machine.Resolves && Size.Fits &&
      !Literal->getBeginLoc().isMacroID() && !Literal->getValue().isZero())
    Advice.Fixes.push_back(
        FixItHint::CreateReplacement(Literal->getSourceRange(), Machine.Text));
  return Advice;
}

} // namespace tidepool
