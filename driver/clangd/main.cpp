// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// tidepool-clangd. clangd loads no plugins, so this is clangd itself, linked
// together with the checks. Three of its functions would hide them or show them
// wrongly; the linker's --wrap option (see CMakeLists.txt) sends their callers
// here.
//
// No distribution installs clangd's headers. What is used of it is declared
// below by its mangled name, which spells out every parameter: a release that
// changes one fails to link instead of misbehaving. Return types are not part
// of the name; they mirror these headers of clang-tools-extra/clangd:
//   tool/ClangdMain.h: clangdMain
//   TidyProvider.h: getTidyOptionsForFile, isFastTidyCheck (LLVM 18 and later)
//   Transport.h: newJSONTransport, JSONStreamStyle
//   index/remote/Client.h: getClient

#include "clang-tidy/ClangTidyOptions.h"
#include "run/CheckSelection.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>

using llvm::StringRef;

namespace clang::clangd {
int clangdMain(int Argc, char *Argv[]);
} // namespace clang::clangd

namespace tidepool {

/// Stands for std::unique_ptr<T> of a T that is declared nowhere: a pointer
/// with a destructor, and so returned in memory, as the real one is. Never
/// destroyed here while it holds something, only handed on.
struct OpaquePointer {
  void *Pointee = nullptr;
  OpaquePointer() = default;
  OpaquePointer(const OpaquePointer &) = delete;
  OpaquePointer &operator=(const OpaquePointer &) = delete;
  ~OpaquePointer() {}
};

namespace {

constexpr StringRef CheckPrefix = "tidepool-";

/// `-*` among Tidepool's globs means Tidepool's checks alone: here they stand
/// behind the globs of everybody else's.
std::string withoutForeignReach(StringRef Globs) {
  llvm::SmallVector<StringRef, 16> Items;
  Globs.split(Items, ',', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  std::string Result;
  for (StringRef Item : Items) {
    Item = Item.trim();
    Result += ',';
    Result += Item == "-*" ? StringRef("-tidepool-*") : Item;
  }
  return Result;
}

} // namespace

// Which checks run.

using TidyProviderRef =
    llvm::function_ref<void(clang::tidy::ClangTidyOptions &, StringRef)>;

#define GET_TIDY_OPTIONS                                                       \
  "_ZN5clang6clangd21getTidyOptionsForFileEN4llvm12function_refIFvRNS_4tidy16" \
  "ClangTidyOptionsENS1_9StringRefEEEES6_"
clang::tidy::ClangTidyOptions
realGetTidyOptions(TidyProviderRef Provider,
                   StringRef File) asm("__real_" GET_TIDY_OPTIONS);
clang::tidy::ClangTidyOptions
getTidyOptions(TidyProviderRef Provider,
               StringRef File) asm("__wrap_" GET_TIDY_OPTIONS);

/// Tidepool is on unless it is named to be off: here as in the driver, an
/// ordinary `-*,bugprone-*` must not switch it off unseen.
clang::tidy::ClangTidyOptions getTidyOptions(TidyProviderRef Provider,
                                             StringRef File) {
  clang::tidy::ClangTidyOptions Options = realGetTidyOptions(Provider, File);
  // No provider means --clang-tidy=0. The host merges these into the modules'
  // defaults, so nothing said would mean that ours run.
  if (!Provider) {
    Options.Checks = "-tidepool-*";
    return Options;
  }
  std::string Checks = Options.Checks.value_or("");
  // Cleared first, so that a `*` of the file does not bring in more than it
  // does in the driver.
  std::string Ours = "-tidepool-*" + withoutForeignReach(selectChecks(Checks));
  Options.Checks =
      Checks.empty() ? Ours : (llvm::Twine(Checks) + "," + Ours).str();
  return Options;
}

#if LLVM_VERSION_MAJOR >= 18
#define IS_FAST_TIDY_CHECK "_ZN5clang6clangd15isFastTidyCheckEN4llvm9StringRefE"
std::optional<bool>
realIsFastTidyCheck(StringRef Check) asm("__real_" IS_FAST_TIDY_CHECK);
std::optional<bool>
isFastTidyCheck(StringRef Check) asm("__wrap_" IS_FAST_TIDY_CHECK);

/// clangd runs only the checks on its list of fast ones. Ours have a budget of
/// their own, kept by tests/bench.
std::optional<bool> isFastTidyCheck(StringRef Check) {
  if (Check.starts_with(CheckPrefix))
    return true;
  return realIsFastTidyCheck(Check);
}
#endif

// Where a diagnostic's link leads.

namespace {

/// What the JSON transport writes to: passes on whole messages, and gives the
/// diagnostics of our checks our pages (clangd believes that every check has
/// one on llvm.org).
class DocumentationLinks : public llvm::raw_ostream {
public:
  explicit DocumentationLinks(llvm::raw_ostream &Out, bool Pretty)
      : llvm::raw_ostream(/*unbuffered=*/true), Out(Out), Pretty(Pretty) {}
  ~DocumentationLinks() override { Out << Pending; }

private:
  void write_impl(const char *Data, size_t Size) override {
    Pending.append(Data, Size);
    constexpr StringRef Separator = "\r\n\r\n";
    for (;;) {
      StringRef Rest = Pending;
      auto [Header, Tail] = Rest.split(Separator);
      if (Header.size() == Rest.size())
        return;
      size_t Length = 0;
      // Not a message as we know them: no business of ours.
      if (!Header.consume_front("Content-Length: ") ||
          Header.getAsInteger(10, Length)) {
        Out << Pending;
        Out.flush();
        Pending.clear();
        return;
      }
      if (Tail.size() < Length)
        return;
      std::string Body = corrected(Tail.take_front(Length));
      Out << "Content-Length: " << Body.size() << Separator << Body;
      Out.flush();
      Pending.erase(0, Rest.size() - Tail.size() + Length);
    }
  }

  uint64_t current_pos() const override { return Out.tell(); }

  std::string corrected(StringRef Body) const {
    // Most messages are not parsed a second time.
    if (!Body.contains("textDocument/publishDiagnostics") ||
        !Body.contains(CheckPrefix))
      return Body.str();
    llvm::Expected<llvm::json::Value> Message = llvm::json::parse(Body);
    if (!Message) {
      llvm::consumeError(Message.takeError());
      return Body.str();
    }
    llvm::json::Object *Root = Message->getAsObject();
    if (!Root ||
        Root->getString("method") !=
            std::optional<StringRef>("textDocument/publishDiagnostics"))
      return Body.str();
    llvm::json::Object *Params = Root->getObject("params");
    llvm::json::Array *Diagnostics =
        Params ? Params->getArray("diagnostics") : nullptr;
    if (!Diagnostics)
      return Body.str();
    for (llvm::json::Value &Diagnostic : *Diagnostics)
      if (llvm::json::Object *Fields = Diagnostic.getAsObject())
        link(*Fields);
    std::string Result;
    llvm::raw_string_ostream OS(Result);
    llvm::json::OStream(OS, Pretty ? 2 : 0).value(*Message);
    return Result;
  }

  /// Where the checks' pages are: beside an installed tidepool-clangd, unless
  /// the build was given an address that is no folder of its own.
  static StringRef pages() {
    static const std::string Address = [] {
      std::string Given = TIDEPOOL_DOCS_URL;
      static int Here;
      llvm::SmallString<256> Path(
          llvm::sys::fs::getMainExecutable(nullptr, &Here));
      llvm::sys::path::remove_filename(Path);
      llvm::sys::path::append(Path, TIDEPOOL_INSTALLED_PAGES);
      llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
      bool Installed = llvm::sys::fs::is_directory(Path);
      return Installed && StringRef(Given).starts_with("file:")
                 ? ("file://" + Path).str()
                 : Given;
    }();
    return Address;
  }

  static void link(llvm::json::Object &Diagnostic) {
    std::optional<StringRef> Code = Diagnostic.getString("code");
    if (!Code || !Code->consume_front(CheckPrefix))
      return;
    Diagnostic["codeDescription"] =
        llvm::json::Object{{"href", (pages() + "/" + *Code + ".md").str()}};
  }

  llvm::raw_ostream &Out;
  bool Pretty;
  std::string Pending;
};

} // namespace

/// The underlying type of clangd's JSONStreamStyle, an unscoped enumeration.
using JSONStreamStyle = unsigned;

#define NEW_JSON_TRANSPORT                                                     \
  "_ZN5clang6clangd16newJSONTransportEP8_IO_FILERN4llvm11raw_ostreamEPS4_bNS0" \
  "_15JSONStreamStyleE"
OpaquePointer
realNewJSONTransport(std::FILE *In, llvm::raw_ostream &Out,
                     llvm::raw_ostream *InMirror, bool Pretty,
                     JSONStreamStyle Style) asm("__real_" NEW_JSON_TRANSPORT);
OpaquePointer
newJSONTransport(std::FILE *In, llvm::raw_ostream &Out,
                 llvm::raw_ostream *InMirror, bool Pretty,
                 JSONStreamStyle Style) asm("__wrap_" NEW_JSON_TRANSPORT);

OpaquePointer newJSONTransport(std::FILE *In, llvm::raw_ostream &Out,
                               llvm::raw_ostream *InMirror, bool Pretty,
                               JSONStreamStyle Style) {
  // Outlives the transport, which clangdMain makes once and destroys itself.
  static DocumentationLinks Links(Out, Pretty);
  return realNewJSONTransport(In, Links, InMirror, Pretty, Style);
}

// What is left out.

#define REMOTE_GET_CLIENT                                                      \
  "_ZN5clang6clangd6remote9getClientEN4llvm9StringRefES3_"
OpaquePointer getRemoteIndex(StringRef Address,
                             StringRef ProjectRoot) asm(REMOTE_GET_CLIENT);

/// Remote indexes are not served: their client would bring in gRPC. As in a
/// clangd that was built without them, there is no such index.
OpaquePointer getRemoteIndex(StringRef, StringRef) { return {}; }

namespace {

bool hasOption(llvm::ArrayRef<char *> Arguments, StringRef Name) {
  return llvm::any_of(Arguments, [Name](StringRef Argument) {
    return Argument.starts_with("-") &&
           Argument.ltrim('-').split('=').first == Name;
  });
}

} // namespace
} // namespace tidepool

int main(int Argc, char *Argv[]) {
  using namespace tidepool;
  llvm::SmallVector<char *, 16> Arguments(Argv, Argv + Argc);
  if (hasOption(Arguments, "version"))
    llvm::outs() << "tidepool-clangd " TIDEPOOL_VERSION ", built on:\n";

  // clangd looks for the builtin headers beside itself, and this executable is
  // not in LLVM's folder. The option may be given once only, so the user's own
  // one counts, wherever it is.
  std::string ResourceDir = "--resource-dir=" TIDEPOOL_RESOURCE_DIR;
  std::optional<std::string> Environment =
      llvm::sys::Process::GetEnv("CLANGD_FLAGS");
  if (!hasOption(Arguments, "resource-dir") &&
      !(Environment && StringRef(*Environment).contains("-resource-dir")) &&
      llvm::sys::fs::is_directory(TIDEPOOL_RESOURCE_DIR))
    Arguments.insert(Arguments.begin() + 1, ResourceDir.data());
  int Count = static_cast<int>(Arguments.size());
  Arguments.push_back(nullptr);
  return clang::clangd::clangdMain(Count, Arguments.data());
}
