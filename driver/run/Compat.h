// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Differences between LLVM 16 and 23 in what the driver alone uses.

#ifndef TIDEPOOL_DRIVER_RUN_COMPAT_H
#define TIDEPOOL_DRIVER_RUN_COMPAT_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticIDs.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <memory>

namespace tidepool::compat {

/// The engine through which the checks report, as clang-tidy sets it up.
class TidyDiagnostics {
public:
  TidyDiagnostics(clang::tidy::ClangTidyContext &Context,
                  clang::DiagnosticConsumer &Consumer) {
#if LLVM_VERSION_MAJOR >= 21
    auto Options = std::make_unique<clang::DiagnosticOptions>();
#if LLVM_VERSION_MAJOR >= 22
    auto Ids = clang::DiagnosticIDs::create();
#else
    auto Ids = llvm::makeIntrusiveRefCnt<clang::DiagnosticIDs>();
#endif
    Engine = std::make_unique<clang::DiagnosticsEngine>(
        Ids, *Options, &Consumer, /*ShouldOwnClient=*/false);
    Context.setDiagnosticsEngine(std::move(Options), Engine.get());
#else
    Engine = std::make_unique<clang::DiagnosticsEngine>(
        new clang::DiagnosticIDs(), new clang::DiagnosticOptions(), &Consumer,
        /*ShouldOwnClient=*/false);
    Context.setDiagnosticsEngine(Engine.get());
#endif
  }

private:
  std::unique_ptr<clang::DiagnosticsEngine> Engine;
};

/// A file system over another, whose subclasses override exists(). Before LLVM
/// 19 nobody calls that but they themselves: for all others it is status() that
/// answers.
#if LLVM_VERSION_MAJOR >= 19
using llvm::vfs::ProxyFileSystem;
#else
class ProxyFileSystem : public llvm::vfs::ProxyFileSystem {
public:
  using llvm::vfs::ProxyFileSystem::ProxyFileSystem;
  virtual bool exists(const llvm::Twine &Path) {
    return llvm::vfs::ProxyFileSystem::exists(Path);
  }
};
#endif

inline const clang::LangOptions &
langOptsOf(const clang::CompilerInvocation &Invocation) {
#if LLVM_VERSION_MAJOR >= 18
  return Invocation.getLangOpts();
#else
  return *Invocation.getLangOpts();
#endif
}

inline void pruneCache(llvm::StringRef Folder,
                       const llvm::CachePruningPolicy &Policy) {
#if LLVM_VERSION_MAJOR >= 23
  llvm::consumeError(llvm::pruneCache(Folder, Policy).takeError());
#else
  llvm::pruneCache(Folder, Policy);
#endif
}

} // namespace tidepool::compat

#endif // TIDEPOOL_DRIVER_RUN_COMPAT_H
