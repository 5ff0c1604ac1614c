// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Edition.h"
#include "Check.h"
#include "support/Embedded.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "gmock/gmock.h"

using namespace llvm;
using namespace clang::tidy;

namespace tidepool {
namespace {

/// A later release's form of a check that edition 2026 has: a default and a
/// level changed, and there is more.
class Later : public Check<Later> {
public:
  static constexpr OptionInfo Options[] = {
      {"MaxTasks", OptionType::Unsigned, "3", "a help"},
      {"Fresh", OptionType::Unsigned, "7", "a help"},
  };
  static constexpr MessageInfo Messages[] = {
      {"per-item", Level::Strict, "%0"},
      {"pooled", Level::Core, "%0"},
      {"fresh", Level::Core, "%0"},
  };
  static constexpr CheckInfo Info = {
      .Name = "tidepool-unbounded-spawn-in-loop",
      .Summary = "A summary",
      .Roles = {},
      .Options = Options,
      .Messages = Messages,
      .Since = "0.1",
  };

  using Check::Check;
  unsigned maxTasks() const { return option<unsigned>("MaxTasks"); }
  /// As the checks ask, when the unit is known.
  unsigned budget() {
    registerMatchers(&Finder);
    return option<Budget>("MaxTasks");
  }
  unsigned fresh() const { return option<unsigned>("Fresh"); }
  std::string shown() const {
    std::string Words;
    for (const MessageInfo &Message : Messages)
      if (wanted(Message, std::nullopt))
        Words += std::string(Message.Id) + " ";
    return Words;
  }
  bool showsRaised() const { return wanted(Messages[2], Level::Core); }

private:
  void addMatchers(clang::ast_matchers::MatchFinder &) override {}
  clang::ast_matchers::MatchFinder Finder;
};

/// A project's folder.
class EditionTest : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(sys::fs::createUniqueDirectory("tidepool-edition", Folder));
  }
  void TearDown() override {
    EXPECT_FALSE(sys::fs::remove_directories(Folder));
  }

  void project(StringRef Text) {
    SmallString<128> File(Folder);
    sys::path::append(File, ".tidepool.yaml");
    std::error_code Failed;
    raw_fd_ostream Out(File, Failed);
    Out << Text;
  }

  Later later(ClangTidyOptions::OptionMap Given = {}) {
    ClangTidyOptions Options;
    Options.Checks = "*";
    Options.CheckOptions = std::move(Given);
    Context = std::make_unique<ClangTidyContext>(
        std::make_unique<DefaultOptionsProvider>(ClangTidyGlobalOptions(),
                                                 Options));
    Context->setCurrentBuildDirectory(std::string(Folder));
    Context->setCurrentFile("a.cpp");
    return {Later::Info.Name, Context.get()};
  }

  SmallString<128> Folder;
  std::unique_ptr<ClangTidyContext> Context;
};

TEST_F(EditionTest, WithoutOneTheReleaseDecides) {
  project("version: 1\n");
  EXPECT_EQ(later().shown(), "pooled fresh ");
  EXPECT_EQ(later().maxTasks(), 3U);
}

TEST_F(EditionTest, PinsLevels) {
  project("version: 1\nedition: 2026\n");
  EXPECT_EQ(later().shown(), "per-item ");
  // Nor does an option that makes its messages core.
  EXPECT_FALSE(later().showsRaised());
}

TEST_F(EditionTest, StrictShowsWhatIsNewer) {
  project("version: 1\nedition: 2026\n");
  ClangTidyOptions::OptionMap Strict;
  Strict["Level"] = ClangTidyOptions::ClangTidyValue("strict");
  EXPECT_EQ(later(Strict).shown(), "per-item pooled fresh ");
}

TEST_F(EditionTest, PinsDefaultsOfOptionsThatItHas) {
  project("{\"version\": 1, \"edition\": \"2026\"}\n");
  EXPECT_EQ(later().maxTasks(), 10U);
  EXPECT_EQ(later().fresh(), 7U);
  EXPECT_EQ(later().budget(), 10U);
}

TEST_F(EditionTest, WhatIsGivenWins) {
  project("version: 1\nedition: 2026\n");
  ClangTidyOptions::OptionMap Given;
  Given["tidepool-unbounded-spawn-in-loop.MaxTasks"] =
      ClangTidyOptions::ClangTidyValue("5");
  EXPECT_EQ(later(Given).maxTasks(), 5U);
  EXPECT_EQ(later(Given).budget(), 5U);
}

// An editor stays while files change.
TEST_F(EditionTest, IsReadAnew) {
  project("version: 1\nedition: 2026\n");
  EXPECT_EQ(later().maxTasks(), 10U);
  project("version: 1\nlibrary: ours\n");
  EXPECT_EQ(later().maxTasks(), 3U);
}

TEST(Edition, EachIsOfWhatThereIs) {
  ASSERT_FALSE(embeddedEditions().empty());
  for (const EmbeddedFile &File : embeddedEditions()) {
    const Edition *One = Edition::named(File.Name);
    ASSERT_NE(One, nullptr);
    EXPECT_EQ(One->levelOf("tidepool-unlimited-gather", "dynamic"),
              Level::Core);
  }
  EXPECT_EQ(Edition::named("1926"), nullptr);
  EXPECT_EQ(Edition::named(""), nullptr);
}

} // namespace
} // namespace tidepool
