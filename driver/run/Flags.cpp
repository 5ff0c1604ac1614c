// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Flags.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/FileSystem.h"
#if LLVM_VERSION_MAJOR >= 22
#include "clang/Options/Options.h"
#else
#include "clang/Driver/Options.h"
#endif

using namespace llvm;

namespace tidepool {
namespace {

enum class Shape {
  Exact,     ///< the flag alone
  WithValue, ///< the flag and the argument after it
  Prefix,    ///< whatever begins so
};

enum class Say { No, Yes };

struct Rule {
  StringLiteral Flag;
  Shape Takes;
  Say Told = Say::Yes;
};

/// Those that clang does not know at all need no rule, unless their value is an
/// argument of its own.
constexpr Rule Rules[] = {
    // They load code into this process.
    {"-fplugin", Shape::Prefix},
    {"-fpass-plugin", Shape::Prefix},
    {"-load", Shape::WithValue},
    {"-plugin", Shape::WithValue},
    {"-add-plugin", Shape::WithValue},
    {"-plugin-arg-", Shape::WithValue},
    // They bring flags that nobody has looked at here.
    {"--config", Shape::WithValue},
    {"--config=", Shape::Prefix},
    {"--config-system-dir=", Shape::Prefix},
    {"--config-user-dir=", Shape::Prefix},
    // A wrong one ends the process.
    {"-mllvm", Shape::WithValue},
    // Another compiler's precompiled header. What it was made of is included
    // beside it, and stays.
    {"-include-pch", Shape::WithValue},
    {"-emit-pch", Shape::Exact},
    {"-fpch-preprocess", Shape::Exact},
    {"-Winvalid-pch", Shape::Exact, Say::No},
    {"/Yu", Shape::Prefix},
    {"/Yc", Shape::Prefix},
    {"/Fp", Shape::Prefix},
    // A module's files are made by the compiler that is not run here.
    {"-fmodule-mapper=", Shape::Prefix},
    {"@CMakeFiles", Shape::Prefix},
    // What was measured of another build.
    {"-fprofile-use", Shape::Prefix},
    {"-fprofile-instr-use", Shape::Prefix},
    {"-fprofile-sample-use", Shape::Prefix},
    {"-fauto-profile", Shape::Prefix},
    // They write files.
    {"-o", Shape::WithValue, Say::No},
    {"--output", Shape::WithValue, Say::No},
    {"--output=", Shape::Prefix, Say::No},
    {"-MD", Shape::Exact, Say::No},
    {"-MMD", Shape::Exact, Say::No},
    {"-MP", Shape::Exact, Say::No},
    {"-MG", Shape::Exact, Say::No},
    {"-M", Shape::Exact, Say::No},
    {"-MM", Shape::Exact, Say::No},
    {"-MF", Shape::WithValue, Say::No},
    {"-MT", Shape::WithValue, Say::No},
    {"-MQ", Shape::WithValue, Say::No},
    {"-MJ", Shape::WithValue, Say::No},
    {"-dependency-file", Shape::WithValue, Say::No},
    {"--serialize-diagnostics", Shape::WithValue, Say::No},
    {"-serialize-diagnostics", Shape::WithValue, Say::No},
    {"-save-temps", Shape::Prefix, Say::No},
    {"--save-temps", Shape::Prefix, Say::No},
    {"-ftime-trace", Shape::Prefix, Say::No},
    // A unit is looked at, whatever else the build makes of it.
    {"-c", Shape::Exact, Say::No},
    {"-S", Shape::Exact, Say::No},
    {"-E", Shape::Exact, Say::No},
    {"/c", Shape::Exact, Say::No},
    {"-emit-llvm", Shape::Exact, Say::No},
    // Warnings never are errors here.
    {"-Werror", Shape::Exact, Say::No},
    {"-Werror=", Shape::Prefix, Say::No},
    {"-pedantic-errors", Shape::Exact, Say::No},
    {"/WX", Shape::Exact, Say::No},
    // nvcc's, with values of their own.
    {"-ccbin", Shape::WithValue},
    {"--compiler-bindir", Shape::WithValue},
    {"-gencode", Shape::WithValue},
    {"--generate-code", Shape::WithValue},
    {"-Xcompiler", Shape::WithValue},
    {"--compiler-options", Shape::WithValue},
    {"-Xptxas", Shape::WithValue},
    {"-Xnvlink", Shape::WithValue},
    {"-rdc", Shape::Prefix},
};

bool isForMsvc(const std::vector<std::string> &Command) {
  return is_contained(Command, "--driver-mode=cl");
}

/// In a command for cl.exe (\p Msvc), a slash begins a flag; elsewhere a path.
const Rule *ruleFor(StringRef Argument, bool Msvc) {
  if (Argument.starts_with("/") && !Msvc)
    return nullptr;
  for (const Rule &Candidate : Rules)
    if (Candidate.Takes == Shape::Prefix || Candidate.Flag.ends_with("-")
            ? Argument.starts_with(Candidate.Flag)
            : Argument == Candidate.Flag)
      return &Candidate;
  // "-ofile" and "-MFfile" in one word.
  for (StringRef Joined : {"-o", "-MF", "-MT", "-MQ", "-MJ"}) {
    static constexpr Rule Silent = {"", Shape::Exact, Say::No};
    if (Argument.starts_with(Joined) && !Argument.starts_with("-objc") &&
        !Argument.starts_with("-openmp"))
      return &Silent;
  }
  return nullptr;
}

#if LLVM_VERSION_MAJOR >= 22
namespace options = clang::options;
using clang::getDriverOptTable;
#else
namespace options = clang::driver::options;
using clang::driver::getDriverOptTable;
#endif

/// Which of \p Arguments this clang would refuse as unknown.
SmallVector<size_t> unknownTo(const std::vector<std::string> &Arguments) {
  bool Msvc = isForMsvc(Arguments);
  std::vector<const char *> Pointers;
  for (const std::string &Argument : drop_begin(Arguments))
    Pointers.push_back(Argument.c_str());
  unsigned MissingIndex = 0;
  unsigned MissingCount = 0;
#if LLVM_VERSION_MAJOR >= 18
  opt::Visibility Mode(Msvc ? options::CLOption : options::ClangOption);
  opt::InputArgList Parsed =
      getDriverOptTable().ParseArgs(Pointers, MissingIndex, MissingCount, Mode);
#else
  opt::InputArgList Parsed = getDriverOptTable().ParseArgs(
      Pointers, MissingIndex, MissingCount, /*FlagsToInclude=*/0,
      options::NoDriverOption | (Msvc ? 0u : unsigned(options::CLOption)));
#endif
  SmallVector<size_t> Unknown;
  for (const opt::Arg *Argument : Parsed) {
    unsigned Kind = Argument->getOption().getKind();
    // In place of cl.exe, clang takes "/unknown" for a file.
    bool IsFlag = Msvc && Kind == opt::Option::InputClass &&
                  StringRef(Argument->getValue()).starts_with("/") &&
                  !StringRef(Argument->getValue()).drop_front().contains('/');
    if (Kind == opt::Option::UnknownClass || IsFlag)
      Unknown.push_back(Argument->getIndex() + 1);
  }
  return Unknown;
}

/// CMake 3 leaves the spaces in what it makes unquoted. The last word of the
/// name that begins at \p Word, or that word where it is no such name.
size_t endOfOutput(const std::vector<std::string> &Command, size_t Word,
                   size_t End) {
  for (size_t I = Word; I < End && !StringRef(Command[I]).starts_with("-"); ++I)
    if (StringRef(Command[I]).ends_with(".o") ||
        StringRef(Command[I]).ends_with(".pch"))
      return I;
  return Word;
}

} // namespace

AdjustedCommand adjustCommand(const std::vector<std::string> &Command) {
  AdjustedCommand Result;
  std::vector<std::string> &Kept = Result.Arguments;
  bool HasResourceDir = false;
  bool Msvc = isForMsvc(Command);
  // What follows is a file even where it looks like a flag. The first word is
  // the compiler, whatever it says.
  size_t End = llvm::find(drop_begin(Command), "--") - Command.begin();

  for (size_t I = 0; I < End; ++I) {
    StringRef Argument = Command[I];
    if (I == 0) {
      Kept.push_back(Command[I]);
      continue;
    }
    // -Xclang passes one argument to clang proper, and another -Xclang the
    // value that belongs to it.
    bool Inner = Argument == "-Xclang" && I + 1 < End;
    size_t Last = Inner ? I + 1 : I;
    Argument = Command[Last];
    if (const Rule *Matching = ruleFor(Argument, Msvc)) {
      if (Matching->Takes == Shape::WithValue) {
        if (Inner && Last + 2 < End && Command[Last + 1] == "-Xclang")
          Last += 2;
        else if (!Inner && Last + 1 < End)
          Last += 1;
      }
      if (Argument == "-o")
        Last = endOfOutput(Command, Last, End);
      if (Matching->Told == Say::Yes)
        Result.Dropped.push_back(
            join(ArrayRef(Command).slice(I, Last - I + 1), " "));
      I = Last;
      continue;
    }
    HasResourceDir |= Argument.starts_with("-resource-dir");
    // The driver replaces an included file by the precompiled one beside it,
    // which gcc may have made; clang proper does not.
    if (!Inner && Argument == "-include" && I + 1 < End) {
      for (const char *Word : {"-Xclang", "-include", "-Xclang"})
        Kept.push_back(Word);
      Kept.push_back(Command[++I]);
      continue;
    }
    for (; I < Last; ++I)
      Kept.push_back(Command[I]);
    Kept.push_back(Command[I]);
  }

  SmallVector<size_t> Unknown = unknownTo(Kept);
  for (size_t Index : reverse(Unknown)) {
    Result.Dropped.push_back(Kept[Index]);
    Kept.erase(Kept.begin() + Index);
  }

  // The last are errors of clang's in code that other compilers accept; -w
  // does not reach them.
  std::vector<std::string> Ours = {"--no-default-config",
                                   "-fsyntax-only",
                                   "-w",
                                   "-Wno-enum-constexpr-conversion",
                                   "-Wno-c++11-narrowing",
                                   "-Wno-register"};
  if (!HasResourceDir && sys::fs::is_directory(TIDEPOOL_RESOURCE_DIR))
    Ours.push_back("-resource-dir=" TIDEPOOL_RESOURCE_DIR);
  Kept.insert(Kept.end(), Ours.begin(), Ours.end());
  Kept.insert(Kept.end(), Command.begin() + End, Command.end());
  return Result;
}

} // namespace tidepool
