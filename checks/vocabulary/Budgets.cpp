// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Budgets.h"
#include "Keys.h"
#include "llvm/ADT/StringExtras.h"

namespace tidepool {

namespace {
/// "max-io-threads" is MaxIoThreads.
bool isSame(llvm::StringRef Key, llvm::StringRef Option) {
  std::string Spelled;
  bool Begins = true;
  for (char C : Key) {
    if (C != '-')
      Spelled += Begins ? llvm::toUpper(C) : C;
    Begins = C == '-';
  }
  return Option == Spelled;
}

struct Finder {
  llvm::StringRef Option;
  std::optional<unsigned> Found;
  void mapOptional(const char *Key, std::optional<unsigned> &Value) {
    if (isSame(Key, Option))
      Found = Value;
  }
};
} // namespace

std::optional<unsigned> Budgets::of(llvm::StringRef Option) const {
  if (Option == "Cores")
    return Cores;
  Finder Find{Option, std::nullopt};
  Budgets Copy = *this;
  keysOf(Find, Copy);
  return Find.Found;
}

void Budgets::inherit(const Budgets &Farther) {
  auto Take = [&](std::optional<unsigned> Budgets::*Size) {
    if (!(this->*Size))
      this->*Size = Farther.*Size;
  };
  for (auto Size :
       {&Budgets::Cores, &Budgets::MaxTasks, &Budgets::MaxBound,
        &Budgets::MaxThreads, &Budgets::MaxIoThreads, &Budgets::MaxConnections,
        &Budgets::MaxPerCore, &Budgets::MaxTimeout})
    Take(Size);
}

} // namespace tidepool
