// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "PoolMade.h"
#include "MembersGiven.h"
#include "TaskBody.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace tidepool {

const Expr *PoolMade::argument(std::optional<unsigned> Index) const {
  return Index && *Index < Arguments.size() ? Arguments[*Index] : nullptr;
}

StringRef PoolMade::members() const {
  return Role.For == PoolRole::Work::Database ? "connections" : "threads";
}

StringRef PoolMade::work() const {
  switch (Role.For) {
  case PoolRole::Work::Unknown:
    return "work of unknown kind";
  case PoolRole::Work::Cpu:
    return "work that computes";
  case PoolRole::Work::Io:
    return "work that waits";
  case PoolRole::Work::Database:
    return "a database";
  }
  return "";
}

/// Does the code talk to others, itself or so many calls deeper?
static bool waitsIn(Facts &F, const Stmt *Body, unsigned Deeper) {
  return !expressionsIn(Body, /*Lambdas=*/true, [&](const Expr *E) {
            const auto *Call = dyn_cast<CallExpr>(E);
            if (!Call)
              return false;
            if (const Entry *Api = F.entry(Call))
              return Api->Io ||
                     (Api->Blocking &&
                      (Api->Blocking->By == BlockingRole::Kind::Net ||
                       Api->Blocking->By == BlockingRole::Kind::File));
            const FunctionDecl *Callee = F.ownBody(Call->getDirectCallee());
            return Deeper && Callee &&
                   waitsIn(F, Callee->getBody(), Deeper - 1);
          }).empty();
}

std::optional<PoolMade> poolAt(Facts &F, const Expr *Site) {
  PoolMade Made;
  Made.Site = Site;
  if (std::optional<Spawn> Started = spawnAt(F, Site)) {
    Made.Around = loopAround(F, Site, Site);
    if (!Made.Around || Started->Role.Starts != SpawnRole::What::Thread ||
        !isWorker(F, *Started, {}))
      return std::nullopt;
    const FunctionDecl *Body = taskBody(F, *Started);
    if (Body && waitsIn(F, Body->getBody(), /*Deeper=*/1))
      Made.Role.For = PoolRole::Work::Io;
    Made.Starts = std::move(Started);
    return Made;
  }
  Made.Api = F.entry(Site);
  if (std::optional<Construction> Object = constructionAt(F, Site)) {
    Made.Arguments = Object->Arguments;
    if (Made.Api && Made.Api->Constructs)
      Made.Api = F.roles().ofConstruction(Object->Type, Object->Arguments);
  } else if (const auto *Call = dyn_cast<CallExpr>(Site)) {
    Made.Arguments.append(Call->arg_begin(), Call->arg_end());
  } else if (const auto *Assign = dyn_cast<BinaryOperator>(Site)) {
    Made.Arguments.push_back(Assign->getRHS());
  }
  if (!Made.Api || !Made.Api->Pool || !Made.Api->Pool->Size)
    return std::nullopt;
  Made.Role = *Made.Api->Pool;
  const Expr *Size = Made.argument(Made.Role.Size);
  // task_arena(attach{}): another overload.
  if (Size && !Size->getType()->isIntegralOrEnumerationType())
    return std::nullopt;
  if (Size && !isa<CXXDefaultArgExpr>(Size))
    Made.Size = Size;
  return Made;
}

std::vector<PoolMade> poolsIn(Facts &F, const InitListExpr *List) {
  std::vector<PoolMade> All;
  for (const auto &[Field, Value] : membersGiven(List)) {
    if (!Value->getType()->isIntegralOrEnumerationType())
      continue;
    const Entry *Api = F.roles().ofField(Field, Value);
    if (!Api || !Api->Pool || Api->Pool->Size != 0U)
      continue;
    PoolMade Made;
    Made.Site = Made.Size = Value;
    Made.Api = Api;
    Made.Role = *Api->Pool;
    Made.Arguments = {Value};
    All.push_back(std::move(Made));
  }
  return All;
}

std::optional<PoolMade> poolAt(const OMPExecutableDirective *Directive) {
  PoolMade Made;
  Made.Site = Directive;
  Made.Size = teamSizeOf(Directive);
  if (!Made.Size)
    return std::nullopt;
  Made.Role.For = PoolRole::Work::Cpu;
  Made.Noun = "a parallel region";
  return Made;
}

} // namespace tidepool
