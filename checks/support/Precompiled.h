// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// LLVM's headers, precompiled once for all layers: each source that includes
// them afresh costs 12 to 16 seconds.

#include "LLVMCompat.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/Analysis/CFG.h"
#include "llvm/Support/YAMLTraits.h"
