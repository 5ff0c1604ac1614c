// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a check says of itself, once. Registration, defaults, `tidepool checks`,
// `tidepool explain` and the tables of the docs all come from here.

#ifndef TIDEPOOL_CHECKS_CHECKINFO_H
#define TIDEPOOL_CHECKS_CHECKINFO_H

#include <cstdint>
#include <span>
#include <string_view>

namespace tidepool {

/// Core messages gate pull requests and are on by default; strict ones are
/// opinions, shown with the global option `Level: strict`.
enum class Level : uint8_t { Core, Strict };

enum class OptionType : uint8_t {
  /// A non-negative integer.
  Unsigned,
  /// One word out of OptionInfo::Choices.
  Choice,
  /// Semicolon-separated words, as in clang-tidy's own options.
  List,
};

struct OptionInfo {
  std::string_view Name;
  OptionType Type;
  /// As it would be written in CheckOptions.
  std::string_view Default;
  std::string_view Help;
  /// For OptionType::Choice: the allowed words, separated by '|'.
  std::string_view Choices = {};
  /// What it was called before; that name keeps working.
  std::string_view RenamedFrom = {};
};

/// Can \p Text be the value of such an option?
bool isValueOf(const OptionInfo &Option, std::string_view Text);

struct MessageInfo {
  /// Names the message in tests, `explain` and reports; unique in its check.
  std::string_view Id;
  Level Severity;
  /// clang's diagnostic format; %0, %1 ... are filled in by the check.
  std::string_view Text;
};

enum class FixKind : uint8_t {
  None,
  /// Changes behaviour, so it stands on a note and needs a reader.
  Suggestion,
  /// Keeps behaviour; stands on the warning and is applied by -fix.
  Safe,
};

/// How findings of several builds of one file combine: is one build's finding
/// enough, or must all builds agree?
enum class MergeRule : uint8_t { Any, All };

/// A rule of another catalogue; Exact is false where it is only related.
struct Identifier {
  std::string_view Catalogue;
  std::string_view Id;
  std::string_view Title;
  bool Exact = true;
};

struct CheckInfo {
  /// With the "tidepool-" prefix; the file is named like the rest.
  std::string_view Name;
  std::string_view Summary;
  /// The vocabulary roles that the check asks for.
  std::span<const std::string_view> Roles;
  /// Those of them that every candidate has, be it as a call, a construction, a
  /// member's value or a directive of OpenMP's: where a unit spells nothing
  /// that has one, nothing is asked. None: candidates come from elsewhere too.
  std::span<const std::string_view> CandidateRoles = {};
  std::span<const OptionInfo> Options = {};
  std::span<const MessageInfo> Messages;
  FixKind Fix = FixKind::None;
  MergeRule Merge = MergeRule::Any;
  /// The first release that has it.
  std::string_view Since;
  /// Each with the prefix, the oldest first; those names keep working.
  std::span<const std::string_view> RenamedFrom = {};
  std::span<const Identifier> Identifiers = {};

  /// True where a core message exists: the check is on by default.
  constexpr bool isCore() const {
    for (const MessageInfo &Message : Messages)
      if (Message.Severity == Level::Core)
        return true;
    return false;
  }
};

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_CHECKINFO_H
