// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The base of every check. A check is a matcher over roles, guard clauses that
// each ask one question, and one report; everything else is here.

#ifndef TIDEPOOL_CHECKS_CHECK_H
#define TIDEPOOL_CHECKS_CHECK_H

#include "CheckInfo.h"
#include "Edition.h"
#include "Instantiations.h"
#include "Registry.h"
#include "analysis/Answer.h"
#include "analysis/Facts.h"
#include "support/LLVMCompat.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "llvm/ADT/StringRef.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tidepool {

class CheckBase;

/// A number that says how many are too many: as the check's options say, else
/// as the project's .tidepool.yaml does, else the default. Known from the first
/// match on.
class Budget {
public:
  Budget(const CheckBase &Of, const OptionInfo &Option)
      : Of(&Of), Option(&Option) {}
  operator unsigned() const;

private:
  const CheckBase *Of;
  const OptionInfo *Option;
  mutable std::optional<unsigned> Known;
};

inline const clang::StreamingDiagnostic &
operator<<(const clang::StreamingDiagnostic &Into, const Budget &Size) {
  return Into << unsigned(Size);
}

/// The part of the base that does not depend on the check's own type.
class CheckBase : public clang::tidy::ClangTidyCheck {
public:
  CheckBase(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
            const CheckInfo &Info);

  /// The host's finder only learns of one trigger; the check's own matchers go
  /// to Facts, which runs them over this unit's own declarations.
  void registerMatchers(clang::ast_matchers::MatchFinder *Outer) final;
  void onStartOfTranslationUnit() final;
  void onEndOfTranslationUnit() override;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) final;

protected:
  /// Adds the check's matchers; facts() is there from now on, its unit only
  /// from the first match on.
  virtual void addMatchers(clang::ast_matchers::MatchFinder &Finder) = 0;

  Facts &facts() const { return *UnitFacts; }

  /// Asks of \p Site in each instantiation of the template that it stands in.
  void eachInstantiation(const clang::Expr *Site,
                         llvm::function_ref<void()> Ask) {
    Templates.each(facts(), Site, Ask);
  }

  /// While that asks: \p Say reports, hushes or lets go what stands at \p
  /// Place, once a unit; of several instantiations that with the largest \p
  /// Gravity.
  void keep(clang::SourceLocation Place, unsigned Gravity,
            std::function<void()> Say) {
    Templates.keep(Place, Gravity, std::move(Say));
  }

  /// The value the user gave, or the default of the edition that the project
  /// holds on to, or that of this release.
  llvm::StringRef optionText(const OptionInfo &Option) const;
  unsigned optionUnsigned(const OptionInfo &Option) const;
  unsigned budget(const OptionInfo &Option) const;
  std::vector<std::string> optionList(const OptionInfo &Option) const;

  /// Is \p Message shown at the level asked for? \p Override is its level where
  /// an option changed it.
  bool wanted(const MessageInfo &Message, std::optional<Level> Override) const;
  /// Is \p At test code that is not to be reported (global options `Tests`,
  /// `TestPaths`)?
  bool isHushed(const clang::Stmt *At) const;
  /// Records a finding that test code is spared, for the driver's summary.
  void hush(clang::SourceLocation Place, llvm::ArrayRef<Reason> Reasons);
  void noteReasons(llvm::ArrayRef<Reason> Reasons);

  /// Lets \p Site go where it is all that a function of this unit does, whose
  /// callers are asked in its place; false otherwise.
  bool letGoAsForwarded(const clang::Expr *Site);

  bool showsLetGo() const { return Wanted == Shown::All; }
  /// Records a candidate that was not reported, for `why`, --show-excused and
  /// --stats. Nothing is said otherwise.
  void letGo(clang::SourceLocation Place, bool Unknown, llvm::StringRef Because,
             llvm::ArrayRef<Reason> Reasons = {});

private:
  /// The value the user gave under the option's name or one that it had.
  std::optional<llvm::StringRef> givenFor(const OptionInfo &Option) const;
  /// The same as a number, or the default where that is none.
  unsigned numberOf(const OptionInfo &Option) const;
  llvm::StringRef defaultOf(llvm::StringRef Check, llvm::StringRef Option,
                            llvm::StringRef Now) const;

  friend class Budget;
  const CheckInfo &Info;
  clang::tidy::ClangTidyContext &Host;
  std::shared_ptr<Facts> UnitFacts;
  Instantiations Templates;
  /// Null: this release's own.
  const Edition *Pinned;
  bool StrictWanted;
  enum class Shown { Findings, Hushed, All };
  static Shown shown(llvm::StringRef Option);
  Shown Wanted;
  bool Infers;
  bool TestsWanted;
  std::vector<std::string> TestPaths;
};

// Not constexpr and never defined: compilers name them where an option or
// message is asked for that is not there.
void checkInfoHasNoSuchOption();
void checkInfoHasNoSuchMessage();

/// Finds an option by name at compile time; a name that is not there does not
/// compile.
template <typename Derived> class OptionName {
public:
  consteval OptionName(const char *Name) {
    for (const OptionInfo &Candidate : Derived::Info.Options)
      if (Candidate.Name == Name) {
        Option = &Candidate;
        return;
      }
    checkInfoHasNoSuchOption();
  }
  const OptionInfo *Option = nullptr;
};

template <typename Derived> class MessageName {
public:
  consteval MessageName(const char *Id) {
    for (const MessageInfo &Candidate : Derived::Info.Messages)
      if (Candidate.Id == Id) {
        Message = &Candidate;
        return;
      }
    checkInfoHasNoSuchMessage();
  }
  const MessageInfo *Message = nullptr;
};

template <typename Derived> class Check : public CheckBase {
public:
  Check(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context)
      : CheckBase(Name, Context, Derived::Info) {}

protected:
  template <typename T> T option(OptionName<Derived> Name) const {
    if constexpr (std::is_same_v<T, Budget>)
      return Budget(*this, *Name.Option);
    else if constexpr (std::is_same_v<T, unsigned>)
      return optionUnsigned(*Name.Option);
    else if constexpr (std::is_same_v<T, std::vector<std::string>>)
      return optionList(*Name.Option);
    else
      return T(optionText(*Name.Option));
  }

  /// Would \p Id be reported at the level asked for?
  bool shows(MessageName<Derived> Id) const {
    return wanted(*Id.Message, std::nullopt);
  }

  /// Reports \p Id at \p At with \p Reasons as notes, unless it is strict and
  /// only core is wanted, or stands in a test. \p Override replaces the
  /// message's level where an option made it core or strict.
  template <typename... Args>
  void report(MessageName<Derived> Id, const clang::Stmt *At,
              llvm::ArrayRef<Reason> Reasons, std::optional<Level> Override,
              const Args &...Arguments) {
    clang::SourceLocation Place = At->getBeginLoc();
    if (!wanted(*Id.Message, Override)) {
      letGo(Place, /*Unknown=*/false, "its message is strict");
      if (showsLetGo()) {
        (this->diag(Place, llvm::StringRef(Id.Message->Text),
                    clang::DiagnosticIDs::Note)
         << ... << Arguments);
        noteReasons(Reasons);
      }
      return;
    }
    if (isHushed(At)) {
      hush(Place, Reasons);
      return;
    }
    // The builder must end before a note begins (LLVM <= 19 crashes).
    (this->diag(Place, llvm::StringRef(Id.Message->Text)) << ... << Arguments);
    noteReasons(Reasons);
  }
};

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_CHECK_H
