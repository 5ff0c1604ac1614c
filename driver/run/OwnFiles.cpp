// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "OwnFiles.h"
#include "llvm/ADT/StringSet.h"

using namespace llvm;
using namespace clang;

namespace tidepool {

void eachFile(const SourceManager &SM,
              function_ref<void(FileID, const SrcMgr::FileInfo &)> Do) {
  for (unsigned I = 0, End = SM.local_sloc_entry_size(); I < End; ++I) {
    const SrcMgr::SLocEntry &Entry = SM.getLocalSLocEntry(I);
    if (Entry.isFile())
      Do(SM.getFileID(SourceLocation::getFromRawEncoding(Entry.getOffset())),
         Entry.getFile());
  }
}

std::vector<FileID> ownFiles(const SourceManager &SM) {
  std::vector<FileID> Files;
  StringSet<> Seen;
  eachFile(SM, [&](FileID File, const SrcMgr::FileInfo &) {
    OptionalFileEntryRef Name = SM.getFileEntryRefForID(File);
    // At its end: a header can declare itself a system header.
    if (Name && !SM.isInSystemHeader(SM.getLocForEndOfFile(File)) &&
        Seen.insert(Name->getName()).second)
      Files.push_back(File);
  });
  return Files;
}

} // namespace tidepool
