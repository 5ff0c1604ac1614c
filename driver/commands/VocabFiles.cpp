// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "VocabFiles.h"
#include "Commands.h"
#include "Options.h"
#include "findings/Nearest.h"
#include "vocabulary/Extend.h"
#include "vocabulary/Loader.h"
#include "vocabulary/Write.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;

namespace tidepool {

Expected<ProjectVocabulary> vocabularyHere() {
  ProjectVocabulary Project =
      Vocabulary::forFile(*vfs::getRealFileSystem(), "any.cpp");
  if (!Project.Error.empty())
    return createStringError(inconvertibleErrorCode(), Project.Error);
  return Project;
}

int describeName(StringRef Name) {
  Expected<ProjectVocabulary> Here = vocabularyHere();
  if (!Here) {
    errs() << toString(Here.takeError()) << '\n';
    return Usage;
  }
  std::vector<StringRef> Known;
  unsigned Said = 0;
  for (const Entry &E : Here->Words->entries()) {
    std::string Spelling = E.spelling();
    // The name itself, its last part, and what belongs to a class.
    if (Spelling != Name && lastName(Spelling) != Name && E.Class != Name) {
      Known.push_back(E.Class);
      continue;
    }
    ++Said;
    outs() << E.Path << ':' << E.Line << ": " << Spelling;
    if (std::string When = writtenConditions(E); !When.empty())
      outs() << " [" << When << ']';
    outs() << '\n';
    for (const auto &[Key, Value] : writtenFacts(E))
      outs() << "  " << Key << ": " << Value << '\n';
    if (E.Verified.empty())
      outs() << "  not verified\n";
  }
  if (Said)
    return Clean;
  std::vector<std::string> Spellings;
  for (const Entry &E : Here->Words->entries())
    Spellings.push_back(E.spelling());
  Known.insert(Known.end(), Spellings.begin(), Spellings.end());
  return usageError("nothing is known of '" + Name +
                    "', and no file is called so" + didYouMean(Name, Known));
}

Expected<std::shared_ptr<const Vocabulary>> checkedFile(StringRef File) {
  auto Buffer = MemoryBuffer::getFile(File);
  if (!Buffer)
    return createStringError(Buffer.getError(),
                             File + ": error: " + Buffer.getError().message());
  Expected<VocabularyFile> Loaded =
      loadVocabularyFile((*Buffer)->getBuffer(), File);
  if (!Loaded)
    return Loaded.takeError();
  if (Error Wrong = extend(Loaded->Entries, Vocabulary::builtin().entries()))
    return Wrong;
  return std::make_shared<const Vocabulary>(std::move(Loaded->Entries));
}

} // namespace tidepool
