// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Names.h"
#include "Check.h"
#include "findings/Fingerprint.h"
#include "run/TidyNames.h"
#include "gmock/gmock.h"

using namespace clang::tidy;
using testing::ElementsAre;

namespace tidepool {
namespace {

/// A check that was called tidepool-old-probe, with an option that was called
/// Most.
class Probe : public Check<Probe> {
public:
  static constexpr std::string_view Before[] = {"tidepool-old-probe"};
  static constexpr OptionInfo Options[] = {
      {"MaxThings", OptionType::Unsigned, "3", "a help", {}, "Most"},
  };
  static constexpr MessageInfo Messages[] = {{"thing", Level::Core, "%0"}};
  static constexpr CheckInfo Info = {
      .Name = "tidepool-probe",
      .Summary = "A summary",
      .Roles = {},
      .Options = Options,
      .Messages = Messages,
      .Since = "0.1",
      .RenamedFrom = Before,
  };

  Probe(llvm::StringRef Name, ClangTidyContext *Context)
      : Check(Name, Context) {
    registerMatchers(&Finder);
    const unsigned Most = option<Budget>("MaxThings");
    EXPECT_EQ(Most, option<unsigned>("MaxThings"));
    Made.push_back(Name.str() + " " + std::to_string(Most));
  }

  static std::vector<std::string> Made;

private:
  void addMatchers(clang::ast_matchers::MatchFinder &) override {}
  clang::ast_matchers::MatchFinder Finder;
};
std::vector<std::string> Probe::Made;
const AddCheck<Probe> Added;

/// The probes that clang-tidy makes, each under which name and with what
/// number.
std::vector<std::string> made(llvm::StringRef Checks,
                              llvm::StringRef Option = {}) {
  ClangTidyOptions Options;
  Options.Checks = Checks.str();
  if (!Option.empty())
    Options.CheckOptions[Option] = ClangTidyOptions::ClangTidyValue("9");
  ClangTidyContext Context(std::make_unique<DefaultOptionsProvider>(
      ClangTidyGlobalOptions(), Options));
  Context.setCurrentFile("a.cpp");
  ClangTidyCheckFactories Factories;
  for (const auto &Module : ClangTidyModuleRegistry::entries())
    Module.instantiate()->addCheckFactories(Factories);
  Probe::Made.clear();
  Factories.createChecks(&Context);
  return Probe::Made;
}

TEST(Names, OldNameOfACheckCounts) {
  EXPECT_THAT(made("-*,tidepool-probe"), ElementsAre("tidepool-probe 3"));
  EXPECT_THAT(made("-*,tidepool-old-probe"),
              ElementsAre("tidepool-old-probe 3"));
}

TEST(Names, BothNamesAreOneCheck) {
  EXPECT_THAT(made("-*,tidepool-*"), ElementsAre("tidepool-probe 3"));
  EXPECT_THAT(made("-*,tidepool-old-probe,tidepool-probe"),
              ElementsAre("tidepool-probe 3"));
}

TEST(Names, OldNameSwitchesOff) {
  EXPECT_THAT(made("tidepool-*,-tidepool-old-probe"), ElementsAre());
  EXPECT_THAT(made("tidepool-*,-tidepool-probe"), ElementsAre());
}

TEST(Names, OldNameOfAnOptionCounts) {
  for (const char *Option :
       {"tidepool-probe.MaxThings", "tidepool-probe.Most",
        "tidepool-old-probe.MaxThings", "tidepool-old-probe.Most"})
    EXPECT_THAT(made("-*,tidepool-probe", Option),
                ElementsAre("tidepool-probe 9"))
        << Option;
}

TEST(Names, DriverIsToldTheNamesOfToday) {
  std::vector<std::string> Told;
  auto Tell = [&](llvm::StringRef Old, llvm::StringRef New) {
    Told.push_back(renameNotice(Old, New));
  };
  EXPECT_EQ(todaysGlobs("-*, tidepool-old-probe\n-tidepool-old-probe", Tell),
            "-*,tidepool-probe,-tidepool-probe");
  EXPECT_EQ(todaysOption("tidepool-old-probe.Most", Tell),
            "tidepool-probe.MaxThings");
  EXPECT_EQ(todaysOption("tidepool-old-probe.Severity", Tell),
            "tidepool-probe.Severity");
  ASSERT_EQ(Told.size(), 4U);
  EXPECT_EQ(Told[0], "'tidepool-old-probe' is called 'tidepool-probe' now; the "
                     "old name still counts");
  Told.clear();
  EXPECT_EQ(todaysOption("tidepool-probe.MaxThings", Tell),
            "tidepool-probe.MaxThings");
  EXPECT_EQ(todaysOption("Level", Tell), "Level");
  EXPECT_EQ(todaysGlobs("-*,bugprone-*,tidepool-*", Tell),
            "-*,bugprone-*,tidepool-*");
  EXPECT_THAT(Told, ElementsAre());
}

TEST(Names, FindingsStayKnownUnderANewName) {
  auto Fingerprint = [](const char *Check) {
    Finding One;
    One.Check = Check;
    setFingerprints(One);
    return One.Fingerprint;
  };
  EXPECT_EQ(Fingerprint("tidepool-probe"), Fingerprint("tidepool-old-probe"));
  EXPECT_NE(Fingerprint("tidepool-probe"), Fingerprint("tidepool-other"));
}

TEST(Names, OldNamesAreNoMistakes) {
  ClangTidyOptions Options;
  Options.Checks = "-*,tidepool-old-probe";
  Options.CheckOptions["tidepool-old-probe.Most"] =
      ClangTidyOptions::ClangTidyValue("9");
  EXPECT_EQ(llvm::toString(validateNames(Options)), "");
}

} // namespace
} // namespace tidepool
