// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Vocabulary.h"
#include "Loader.h"
#include "support/Embedded.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/ErrorHandling.h"

using llvm::StringRef;

namespace tidepool {

static StringRef lastName(StringRef Path) {
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
  return Object.empty() ? Macro : Object;
}

Vocabulary::Vocabulary(std::vector<Entry> All) : Entries(std::move(All)) {
  for (const Entry &E : Entries)
    ByName[lastName(E.spelling())].push_back(&E);
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
      llvm::Expected<std::vector<Entry>> Loaded =
          loadVocabulary(File.Text, (File.Name + ".yaml").str());
      // A built-in file that does not load is caught by the suite.
      if (!Loaded)
        llvm::report_fatal_error(Loaded.takeError());
      Entries.insert(Entries.end(), Loaded->begin(), Loaded->end());
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

} // namespace tidepool
