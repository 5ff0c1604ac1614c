// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What GitHub takes of a run; the rest is in frontends/driver/formats.test.

#include "format/Format.h"
#include "gtest/gtest.h"

using namespace tidepool;

namespace {

Report reportOf(size_t Findings) {
  Report Whole;
  for (size_t I = 0; I < Findings; ++I) {
    Finding One;
    One.Check = "tidepool-oversized-pool";
    One.At.Path = "/a.cpp";
    One.At.Line = I + 1;
    One.At.Column = One.At.Column16 = 1;
    Whole.Findings.push_back(std::move(One));
  }
  return Whole;
}

/// The only run of the log of \p Whole.
llvm::json::Object runOf(const Report &Whole) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  writeSarif(Out, Whole, Shown());
  llvm::Expected<llvm::json::Value> Log = llvm::json::parse(Text);
  EXPECT_TRUE(bool(Log));
  return *(*Log->getAsObject()->getArray("runs"))[0].getAsObject();
}

llvm::StringRef levelOf(const llvm::json::Value &Result) {
  return *Result.getAsObject()->getString("level");
}

/// What the run says of itself.
const llvm::json::Array *noticesOf(const llvm::json::Object &Run) {
  return (*Run.getArray("invocations"))[0].getAsObject()->getArray(
      "toolExecutionNotifications");
}

TEST(Sarif, AsManyResultsAsARunMayHold) {
  llvm::json::Object Run = runOf(reportOf(25000));
  EXPECT_EQ(Run.getArray("results")->size(), 25000u);
  EXPECT_EQ(noticesOf(Run), nullptr);
}

TEST(Sarif, BeyondThatTheGravestStayAndTheRestIsSaid) {
  Report Whole = reportOf(25002);
  Whole.Findings[25000].Weight = Severity::Error;
  Whole.Findings[3].Weight = Severity::Info;
  llvm::json::Object Run = runOf(Whole);
  const llvm::json::Array &Results = *Run.getArray("results");
  ASSERT_EQ(Results.size(), 25000u);
  EXPECT_EQ(levelOf(Results.front()), "error");
  EXPECT_EQ(levelOf(Results.back()), "warning");
  const llvm::json::Array *Notices = noticesOf(Run);
  ASSERT_TRUE(Notices && Notices->size() == 1);
  EXPECT_EQ(
      *(*Notices)[0].getAsObject()->getObject("message")->getString("text"),
      "2 more findings are beyond what one run may hold");
}

} // namespace
