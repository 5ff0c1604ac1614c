// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Vocabulary.h"
#include "Extend.h"
#include "Loader.h"
#include "support/Embedded.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>

using llvm::StringRef;

namespace tidepool {

StringRef lastName(StringRef Path) {
  size_t Colon = Path.rfind("::");
  return Colon == StringRef::npos ? Path : Path.substr(Colon + 2);
}

std::string Entry::spelling() const {
  if (!Member.empty())
    return Class + "::" + Member;
  if (Constructor)
    return Class + "::" + lastName(Class).str();
  if (!Class.empty())
    return Class;
  if (!Function.empty())
    return Function;
  if (!Takes.empty())
    return "call with " + Takes;
  return Object.empty() ? Macro : Object;
}

bool Entry::startsWhereReturned() const {
  return Spawn && !Class.empty() && Member.empty() && !Constructor;
}

StringRef Entry::beginning() const {
  StringRef Name = lastName(Function);
  if (Name == "operator*" || !Name.consume_back("*"))
    return {};
  return Name;
}

Vocabulary::Vocabulary(std::vector<Entry> All) : Entries(std::move(All)) {
  for (const Entry &E : Entries) {
    if (!E.Takes.empty())
      Shapes.push_back(&E);
    else if (!E.beginning().empty())
      Beginnings.push_back(&E);
    else
      ByName[lastName(E.spelling())].push_back(&E);
    if (E.startsWhereReturned())
      Results.push_back(&E);
  }
}

llvm::ArrayRef<const Entry *> Vocabulary::named(StringRef Name) const {
  auto Found = ByName.find(Name);
  if (Found == ByName.end())
    return {};
  return Found->second;
}

const Vocabulary &Vocabulary::builtin() {
  static const Vocabulary All = [] {
    std::vector<Entry> Entries;
    for (const EmbeddedFile &File : embeddedLibraries()) {
      llvm::Expected<std::vector<Entry>> Loaded = loadVocabulary(
          File.Text,
          ("checks/vocabulary/libraries/" + File.Name + ".yaml").str());
      // The build of the driver fails on a file that does not load.
      if (!Loaded) {
        llvm::errs() << llvm::toString(Loaded.takeError()) << '\n';
        std::exit(2);
      }
      Entries.insert(Entries.end(), std::make_move_iterator(Loaded->begin()),
                     std::make_move_iterator(Loaded->end()));
    }
    return Vocabulary(std::move(Entries));
  }();
  return All;
}

std::shared_ptr<const Vocabulary>
Vocabulary::withProject(std::vector<Entry> Project) {
  llvm::ArrayRef<Entry> Builtin = builtin().entries();
  Project.insert(Project.end(), Builtin.begin(), Builtin.end());
  return std::make_shared<const Vocabulary>(std::move(Project));
}

std::string Vocabulary::projectFile(llvm::vfs::FileSystem &Files,
                                    StringRef Main) {
  llvm::SmallString<256> Folder(Main);
  if (Files.makeAbsolute(Folder))
    return {};
  llvm::sys::path::remove_dots(Folder, /*remove_dot_dot=*/true);
  for (StringRef Next = llvm::sys::path::parent_path(Folder); !Next.empty();
       Next = llvm::sys::path::parent_path(Next)) {
    llvm::SmallString<256> Candidate(Next);
    llvm::sys::path::append(Candidate, ".tidepool.yaml");
    if (Files.exists(Candidate))
      return Candidate.str().str();
  }
  return {};
}

std::string Vocabulary::editionOf(llvm::vfs::FileSystem &Files,
                                  StringRef ProjectFile) {
  auto Buffer = Files.getBufferForFile(ProjectFile);
  if (!Buffer)
    return {};
  VocabularyHead Project = headOf((*Buffer)->getBuffer());
  if (!Project.Edition.empty() || !Project.InheritParent)
    return Project.Edition;
  std::string Above =
      projectFile(Files, llvm::sys::path::parent_path(ProjectFile));
  return Above.empty() ? Above : editionOf(Files, Above);
}

ProjectVocabulary Vocabulary::forFile(llvm::vfs::FileSystem &Files,
                                      StringRef Main) {
  ProjectVocabulary Result;
  Result.Words =
      std::shared_ptr<const Vocabulary>(&builtin(), [](const Vocabulary *) {});
  std::vector<Entry> Entries;
  Budgets Sizes;
  bool BuiltIn = true;
  for (std::string Path = projectFile(Files, Main); !Path.empty();
       Path = projectFile(Files, llvm::sys::path::parent_path(Path))) {
    if (Result.File.empty())
      Result.File = Path;
    auto Buffer = Files.getBufferForFile(Path);
    if (!Buffer) {
      Result.Error = Path + ": error: " + Buffer.getError().message();
      return Result;
    }
    llvm::Expected<VocabularyFile> Project =
        loadVocabularyFile((*Buffer)->getBuffer(), Path);
    if (!Project) {
      Result.Error = llvm::toString(Project.takeError());
      return Result;
    }
    if (Entries.empty())
      Entries = std::move(Project->Entries);
    else
      Entries.insert(Entries.end(),
                     std::make_move_iterator(Project->Entries.begin()),
                     std::make_move_iterator(Project->Entries.end()));
    Sizes.inherit(Project->Sizes);
    BuiltIn &= Project->BuiltIn;
    if (!Project->InheritParent)
      break;
  }
  if (Result.File.empty())
    return Result;
  if (llvm::Error Wrong = extend(Entries, BuiltIn ? builtin().entries()
                                                  : llvm::ArrayRef<Entry>())) {
    Result.Error = llvm::toString(std::move(Wrong));
    return Result;
  }
  Result.Sizes = Sizes;
  Result.Words = BuiltIn
                     ? withProject(std::move(Entries))
                     : std::make_shared<const Vocabulary>(std::move(Entries));
  return Result;
}

} // namespace tidepool
