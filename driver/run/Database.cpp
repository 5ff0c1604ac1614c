// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Database.h"
#include "project/Paths.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;
using namespace clang::tooling;

namespace tidepool {
namespace {

constexpr StringLiteral CommandsName = "compile_commands.json";
constexpr StringLiteral FlagsName = "compile_flags.txt";

Error failure(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

/// What clang's own reader would not say, or not see: it takes what comes
/// before the end of a truncated list for the whole, and trips over an entry
/// without a command.
Error validate(StringRef File) {
  auto Buffer = MemoryBuffer::getFile(File);
  if (!Buffer)
    return failure(File + ": " + Buffer.getError().message());
  StringRef Text = (*Buffer)->getBuffer();
  if (Text.trim().empty())
    return failure(File + " is empty; make it anew, for instance with "
                          "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON");
  // Paths may be in any encoding.
  Expected<json::Value> Parsed =
      json::isUTF8(Text) ? json::parse(Text) : json::parse(json::fixUTF8(Text));
  if (!Parsed)
    return failure(File + " is no valid JSON: " + toString(Parsed.takeError()));
  const json::Array *Entries = Parsed->getAsArray();
  if (!Entries)
    return failure(File + " is no list of compile commands");
  for (size_t I = 0; I < Entries->size(); ++I) {
    const json::Object *Entry = (*Entries)[I].getAsObject();
    if (!Entry)
      return failure(File + ": entry " + Twine(I + 1) + " is no object");
    const json::Array *Arguments = Entry->getArray("arguments");
    bool Empty = Arguments
                     ? Arguments->empty()
                     : Entry->getString("command").value_or("").trim().empty();
    if (Empty)
      return failure(File + ": entry " + Twine(I + 1) + ", for '" +
                     Entry->getString("file").value_or("") +
                     "', has no command");
  }
  return Error::success();
}

Expected<Database> ofCommands(StringRef File) {
  if (Error Wrong = validate(File))
    return Wrong;
  std::string Reason;
  std::unique_ptr<JSONCompilationDatabase> Read =
      JSONCompilationDatabase::loadFromFile(File, Reason,
                                            JSONCommandLineSyntax::AutoDetect);
  if (!Read)
    return failure(File + ": " + StringRef(Reason).trim());
  Database Result;
  Result.Compilations = inferTargetAndDriverMode(inferMissingCompileCommands(
      expandResponseFiles(std::move(Read), vfs::createPhysicalFileSystem())));
  Result.File = File.str();
  Result.KnowsFiles = true;
  return Result;
}

Expected<Database> ofFlagsFile(StringRef File) {
  std::string Reason;
  Database Result;
  Result.Compilations = FixedCompilationDatabase::loadFromFile(File, Reason);
  if (!Result.Compilations)
    return failure(File + ": " + Reason);
  Result.File = File.str();
  return Result;
}

/// The database file of \p Folder; empty if there is none.
std::string databaseIn(StringRef Folder) {
  for (StringRef Below : {"", "build"})
    for (StringRef Name : {CommandsName, FlagsName}) {
      SmallString<256> File(Folder);
      sys::path::append(File, Below, Name);
      if (sys::fs::exists(File))
        return File.str().str();
    }
  return {};
}

std::string databaseFrom(StringRef Start) {
  for (StringRef Folder = Start; !Folder.empty();
       Folder = sys::path::parent_path(Folder)) {
    std::string File = databaseIn(Folder);
    if (!File.empty())
      return File;
  }
  return {};
}

Expected<Database> ofFile(StringRef File) {
  return sys::path::filename(File) == FlagsName ? ofFlagsFile(File)
                                                : ofCommands(File);
}

} // namespace

Expected<Database> Database::ofFlags(const std::vector<std::string> &Flags) {
  Database Result;
  Result.Compilations =
      std::make_unique<FixedCompilationDatabase>(canonicalPath("."), Flags);
  return Result;
}

Expected<Database> Database::find(StringRef Folder,
                                  ArrayRef<std::string> Paths) {
  if (!Folder.empty()) {
    std::string Asked = canonicalPath(Folder);
    if (!sys::fs::is_directory(Asked)) {
      if (!sys::fs::exists(Asked))
        return failure("-p: there is no folder '" + Folder + "'");
      return ofFile(Asked);
    }
    std::string File = databaseIn(Asked);
    if (File.empty())
      return failure("-p: '" + Folder + "' holds no " + CommandsName +
                     " and no " + FlagsName);
    return ofFile(File);
  }
  std::vector<std::string> Starts(Paths.begin(), Paths.end());
  Starts.push_back(canonicalPath("."));
  for (const std::string &Start : Starts) {
    std::string File = databaseFrom(Start);
    if (!File.empty())
      return ofFile(File);
  }
  return failure(
      "there is no " + CommandsName + " or " + FlagsName +
      ": let the build write one (-DCMAKE_EXPORT_COMPILE_COMMANDS=ON, or "
      "'bear -- make'), name its folder with -p, or give the compiler's flags "
      "after '--'");
}

} // namespace tidepool
