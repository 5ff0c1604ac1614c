// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Outputs.h"
#include "findings/Nearest.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace tidepool {

static Error mistake(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

std::string formatNames() {
  std::vector<std::string> Names;
  for (const Format &One : formats())
    Names.push_back(One.Name.str());
  return join(Names, ", ");
}

Error Outputs::add(StringRef Given) {
  auto [Name, File] = Given.split(':');
  if (Given.contains(':') && File.empty())
    return mistake("a file's name is missing after ':'");
  std::vector<StringRef> Names;
  for (const Format &One : formats()) {
    Names.push_back(One.Name);
    if (One.Name == Name) {
      All.push_back({&One, File == "-" ? "" : File.str(), nullptr});
      return Error::success();
    }
  }
  return mistake("unknown format '" + Name + "'" + didYouMean(Name, Names) +
                 "; there are: " + formatNames());
}

bool Outputs::has(StringRef Format) const {
  return any_of(All,
                [&](const Output &One) { return One.How->Name == Format; });
}

bool Outputs::stdoutIsTaken() const {
  return any_of(All, [](const Output &One) {
    return One.File.empty() && !One.How->Mixes;
  });
}

Error Outputs::open() {
  if (All.empty())
    All.push_back({&formats().front(), "", nullptr});
  if (stdoutIsTaken() &&
      count_if(All, [](const Output &One) { return One.File.empty(); }) > 1)
    return mistake("two formats cannot share stdout; give one a file, as in "
                   "sarif:FILE");
  for (Output &One : All) {
    if (One.File.empty())
      continue;
    if (count_if(All, [&](const Output &Other) {
          return Other.File == One.File;
        }) > 1)
      return mistake("two formats cannot share " + One.File);
    std::error_code Failed;
    One.Stream = std::make_unique<raw_fd_ostream>(One.File, Failed);
    if (Failed)
      return mistake(One.File + ": " + Failed.message());
  }
  return Error::success();
}

Error Outputs::write(const Report &Whole, const Shown &What) {
  for (Output &One : All) {
    if (!One.Stream) {
      One.How->Write(outs(), Whole, What);
      outs().flush();
      continue;
    }
    Shown Plain = What;
    Plain.Style.Color = false;
    One.How->Write(*One.Stream, Whole, Plain);
    One.Stream->close();
    if (One.Stream->has_error()) {
      One.Stream->clear_error();
      return mistake(One.File + " could not be written");
    }
  }
  return Error::success();
}

} // namespace tidepool
