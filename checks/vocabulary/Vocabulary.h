// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The entries of every library, found by name. A name alone proves nothing:
// Roles (Roles.h) compares declarations.

#ifndef TIDEPOOL_CHECKS_VOCABULARY_VOCABULARY_H
#define TIDEPOOL_CHECKS_VOCABULARY_VOCABULARY_H

#include "Budgets.h"
#include "Role.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <memory>
#include <string>
#include <vector>

namespace tidepool {

class Vocabulary;

/// "thread" of "std::thread", and of "thread".
llvm::StringRef lastName(llvm::StringRef Path);

struct ProjectVocabulary {
  /// Never null; without the project's entries where they cannot be read.
  std::shared_ptr<const Vocabulary> Words;
  /// The nearest .tidepool.yaml; empty if there is none.
  std::string File;
  Budgets Sizes;
  /// What stands wrong in it; empty if nothing does.
  std::string Error;
};

class Vocabulary {
public:
  /// The libraries that are compiled in. Made once a process, never changed.
  static const Vocabulary &builtin();

  /// The built-in entries behind those of \p Project: the user's come first,
  /// and the first entry that fits a call decides.
  static std::shared_ptr<const Vocabulary>
  withProject(std::vector<Entry> Project);

  /// What holds for the source \p Main: the nearest .tidepool.yaml from its
  /// folder upward, and the next one above each that inherits, read through
  /// \p Files so that an editor's unsaved text counts, before the built-in
  /// entries.
  static ProjectVocabulary forFile(llvm::vfs::FileSystem &Files,
                                   llvm::StringRef Main);

  /// That .tidepool.yaml; empty where there is none.
  static std::string projectFile(llvm::vfs::FileSystem &Files,
                                 llvm::StringRef Main);

  /// The edition that \p ProjectFile, or what it inherits, asks for; empty
  /// where it asks for none or cannot be read, which forFile tells of.
  static std::string editionOf(llvm::vfs::FileSystem &Files,
                               llvm::StringRef ProjectFile);

  explicit Vocabulary(std::vector<Entry> Entries);

  llvm::ArrayRef<Entry> entries() const { return Entries; }

  /// Entries whose last name is \p Name: the function, the member, the object,
  /// or the class where the entry means its constructor or the type itself.
  llvm::ArrayRef<const Entry *> named(llvm::StringRef Name) const;

  /// Entries for all functions whose names begin alike.
  llvm::ArrayRef<const Entry *> beginnings() const { return Beginnings; }

  /// Entries for calls that have a shape and no name.
  llvm::ArrayRef<const Entry *> shapes() const { return Shapes; }

  /// Entries of classes, each for all calls that return one.
  llvm::ArrayRef<const Entry *> results() const { return Results; }

private:
  std::vector<Entry> Entries;
  std::vector<const Entry *> Beginnings, Shapes, Results;
  llvm::StringMap<llvm::SmallVector<const Entry *, 2>> ByName;
};

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_VOCABULARY_VOCABULARY_H
