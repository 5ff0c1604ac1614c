// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "run/Flags.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace tidepool;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

namespace {

using Words = std::vector<std::string>;

/// What is left of \p Command between the compiler and what is added to each.
Words kept(const Words &Command) {
  Words All = adjustCommand(Command).Arguments;
  auto Ours = std::find(All.begin(), All.end(), "--no-default-config");
  EXPECT_NE(Ours, All.end());
  EXPECT_EQ(All.front(), Command.front());
  return {All.begin() + 1, Ours};
}

TEST(Flags, TheFirstWordIsTheCompilerWhateverItSays) {
  EXPECT_THAT(kept({"--", "-c", "a.cpp"}), ElementsAre("a.cpp"));
  EXPECT_THAT(adjustCommand({"--"}).Arguments, Not(Contains("")));
  Words Ended = adjustCommand({"--", "-c", "--", "-a.cpp"}).Arguments;
  ASSERT_GE(Ended.size(), 3u);
  EXPECT_EQ(Ended[Ended.size() - 2], "--");
  EXPECT_EQ(Ended.back(), "-a.cpp");
}

TEST(Flags, ASpaceInTheOutputsNameIsNoFile) {
  EXPECT_THAT(kept({"c++", "-o", "my", "folder/a.o", "-c", "a.cpp"}),
              ElementsAre("a.cpp"));
  EXPECT_THAT(kept({"c++", "-o", "a", "b", "c.pch", "a.cpp"}),
              ElementsAre("a.cpp"));
  EXPECT_THAT(kept({"c++", "-o", "a.out", "a.cpp"}), ElementsAre("a.cpp"));
  EXPECT_THAT(kept({"c++", "-o", "a", "-O1", "b.o"}),
              ElementsAre("-O1", "b.o"));
  EXPECT_THAT(kept({"c++", "a.cpp", "-o"}), ElementsAre("a.cpp"));
}

} // namespace
