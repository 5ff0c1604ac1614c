// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Order.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace tidepool {

/// Where \p First stands before \p Then in the same block; none if they share
/// no block.
static std::optional<bool> orderInBlock(const CFGBlock *One, const Expr *First,
                                        const Expr *Then) {
  for (const CFGElement &Element : *One)
    if (std::optional<CFGStmt> S = Element.getAs<CFGStmt>()) {
      if (S->getStmt() == First)
        return true;
      if (S->getStmt() == Then)
        return false;
    }
  return std::nullopt;
}

/// Is \p To reached from \p From with no way through \p Not?
static bool reaches(const CFGBlock *From, const CFGBlock *To,
                    const CFGBlock *Not) {
  SmallVector<const CFGBlock *, 32> Stack = {From};
  llvm::DenseSet<const CFGBlock *> Seen;
  while (!Stack.empty()) {
    const CFGBlock *Block = Stack.pop_back_val();
    for (const CFGBlock *Next : Block->succs()) {
      if (!Next || Next == Not || !Seen.insert(Next).second)
        continue;
      if (Next == To)
        return true;
      Stack.push_back(Next);
    }
  }
  return false;
}

bool mayPrecede(Facts &F, const Expr *First, const Expr *Then,
                const Expr *Over) {
  const FunctionDecl *Function = F.functionOf(Then);
  if (!Function || F.functionOf(First) != Function)
    return true;
  const CFGBlock *From = F.blockOf(Function, First);
  const CFGBlock *To = F.blockOf(Function, Then);
  if (!From || !To)
    return true;
  if (From == To && orderInBlock(From, First, Then).value_or(true))
    return true;
  return reaches(From, To, Over ? F.blockOf(Function, Over) : nullptr);
}

bool alwaysPrecedes(Facts &F, const Expr *First, const Expr *Then) {
  const FunctionDecl *Function = F.functionOf(Then);
  if (!Function || F.functionOf(First) != Function)
    return false;
  const CFGBlock *From = F.blockOf(Function, First);
  const CFGBlock *To = F.blockOf(Function, Then);
  if (!From || !To)
    return false;
  if (From == To)
    return orderInBlock(From, First, Then).value_or(false);
  const CFGBlock *Entry = &F.cfg(Function)->getEntry();
  return To != Entry && !reaches(Entry, To, From);
}

bool mayLieBetween(Facts &F, const Expr *From, const Expr *Over,
                   const Expr *To) {
  const FunctionDecl *Function = F.functionOf(To);
  const CFGBlock *First = F.blockOf(Function, From);
  const CFGBlock *Middle = F.blockOf(Function, Over);
  const CFGBlock *Last = F.blockOf(Function, To);
  if (!First || !Middle || !Last)
    return true;
  auto Reaches = [&](const Expr *A, const CFGBlock *Start, const Expr *B,
                     const CFGBlock *End) {
    if (Start == End && orderInBlock(Start, A, B).value_or(true))
      return true;
    // Into the block of From again: only as far as what stands before it.
    if (End == First)
      return orderInBlock(First, B, From).value_or(true) &&
             reaches(Start, End, nullptr);
    return reaches(Start, End, First);
  };
  return Reaches(From, First, Over, Middle) && Reaches(Over, Middle, To, Last);
}

} // namespace tidepool
