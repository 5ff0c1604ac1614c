// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Instantiations.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace tidepool {

void Instantiations::each(Facts &F, const Expr *At,
                          llvm::function_ref<void()> Ask) {
  if (!Asked.insert(At).second)
    return;
  Site = At->getExprLoc();
  const auto Functions = F.functionsOf(At);
  for (const FunctionDecl *Function : Functions) {
    Facts::Look Here(F, Functions.size() > 1 ? Function : nullptr);
    OfPattern = Function && Function->isDependentContext();
    if (!OfPattern)
      Instantiated.insert(Site);
    Ask();
  }
}

void Instantiations::keep(SourceLocation Place, unsigned Gravity,
                          std::function<void()> Say) {
  Kept Next{Site, Gravity, OfPattern, std::move(Say)};
  auto [Known, New] = At.try_emplace(Place, Next);
  Kept &Last = Known->second;
  const bool Worse = Last.Site == Site && Gravity > Last.Gravity;
  if (!New && !OfPattern && (Last.OfPattern || Worse))
    Last = std::move(Next);
}

void Instantiations::tell(const SourceManager &Sources) {
  std::vector<std::pair<SourceLocation, Kept>> All;
  for (auto &[Place, Said] : At)
    if (!Said.OfPattern || !Instantiated.contains(Said.Site))
      All.emplace_back(Place, std::move(Said));
  llvm::sort(All, [&](const auto &One, const auto &Other) {
    return Sources.isBeforeInTranslationUnit(One.first, Other.first);
  });
  At.clear();
  for (const auto &[Place, Said] : All)
    Said.Say();
}

} // namespace tidepool
