// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "MembersGiven.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace tidepool {

SmallVector<MemberGiven, 4> membersGiven(const InitListExpr *List) {
  if (const InitListExpr *Semantic = List->getSemanticForm())
    List = Semantic;
  const RecordDecl *Record =
      List->getType().isNull() ? nullptr : List->getType()->getAsRecordDecl();
  // A union's list has one value, of any member.
  if (!Record || Record->isUnion() || List->isTypeDependent())
    return {};
  SmallVector<MemberGiven, 4> All;
  const auto *Class = dyn_cast<CXXRecordDecl>(Record);
  unsigned Index = Class ? Class->getNumBases() : 0;
  for (const FieldDecl *Field : Record->fields()) {
    // `int : 4;` gets no value.
    if (Field->isBitField() && !Field->getIdentifier())
      continue;
    const Expr *Value =
        Index < List->getNumInits() ? List->getInit(Index) : nullptr;
    ++Index;
    // What nobody wrote is the library's choice.
    if (Value && !isa<ImplicitValueInitExpr, CXXDefaultInitExpr>(Value))
      All.push_back({Field, Value});
  }
  return All;
}

} // namespace tidepool
