// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "WaitTime.h"
#include "Spawn.h"
#include "clang/AST/APValue.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace tidepool {

/// How many seconds one tick of \p Type is: of duration<rep, ratio<N, D>>.
static std::optional<double> tickOf(QualType Type) {
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Type->getAsCXXRecordDecl());
  if (!Class || Class->getTemplateArgs().size() != 2 ||
      Class->getTemplateArgs()[1].getKind() != TemplateArgument::Type)
    return std::nullopt;
  const auto *Ratio = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Class->getTemplateArgs()[1].getAsType()->getAsCXXRecordDecl());
  if (!Ratio || Ratio->getTemplateArgs().size() != 2 ||
      Ratio->getTemplateArgs()[0].getKind() != TemplateArgument::Integral ||
      Ratio->getTemplateArgs()[1].getKind() != TemplateArgument::Integral)
    return std::nullopt;
  double Below =
      double(Ratio->getTemplateArgs()[1].getAsIntegral().getExtValue());
  if (Below == 0)
    return std::nullopt;
  return double(Ratio->getTemplateArgs()[0].getAsIntegral().getExtValue()) /
         Below;
}

/// The time that the constant duration \p E is.
static WaitTime durationOf(Facts &F, const Expr *E) {
  WaitTime Time{WaitTime::Kind::Given, std::nullopt};
  Expr::EvalResult Result;
  if (!E->EvaluateAsConstantExpr(Result, F.context()) ||
      !Result.Val.isStruct() || Result.Val.getStructNumFields() != 1)
    return Time;
  const APValue &Ticks = Result.Val.getStructField(0);
  std::optional<double> Tick = tickOf(E->getType().getNonReferenceType());
  if (Ticks.isInt()) {
    const llvm::APSInt &Number = Ticks.getInt();
    if (Number.isSigned() ? Number.isMaxSignedValue() : Number.isMaxValue())
      Time.Is = WaitTime::Kind::Forever;
    else if (Tick && Number.isRepresentableByInt64())
      Time.Seconds = double(Number.getExtValue()) * *Tick;
  } else if (Ticks.isFloat() && Tick) {
    Time.Seconds = Ticks.getFloat().convertToDouble() * *Tick;
  }
  return Time;
}

WaitTime timeGiven(Facts &F, const Expr *Call, const DeadlineRole &Role) {
  const Expr *Argument =
      Role.Time ? objectOf(Call, {ObjectPlace::Kind::Argument, *Role.Time})
                : nullptr;
  WaitTime Time;
  if (!Argument || Argument->isValueDependent() || Argument->isTypeDependent())
    return Time;
  Time.Is = WaitTime::Kind::Given;
  if (Argument->IgnoreParenImpCasts()->isNullPointerConstant(
          F.context(), Expr::NPC_ValueDependentIsNotNull) !=
          Expr::NPCK_NotNull &&
      !Argument->getType()->isIntegerType()) {
    if (Role.None == 0)
      Time.Is = WaitTime::Kind::Forever;
    return Time;
  }
  if (!Argument->getType()->isIntegerType())
    return Argument->getType()->isRecordType() ||
                   Argument->getType()->isReferenceType()
               ? durationOf(F, Argument->IgnoreParenImpCasts())
               : Time;
  Expr::EvalResult Result;
  if (!Argument->EvaluateAsInt(Result, F.context()) ||
      !Result.Val.getInt().isRepresentableByInt64())
    return Time;
  int64_t Number = Result.Val.getInt().getExtValue();
  if (Role.None && (Number == *Role.None || (Number < 0 && *Role.None < 0))) {
    Time.Is = WaitTime::Kind::Forever;
    return Time;
  }
  switch (Role.In) {
  case DeadlineRole::Unit::Seconds:
  case DeadlineRole::Unit::Duration:
    Time.Seconds = double(Number);
    break;
  case DeadlineRole::Unit::Milliseconds:
    Time.Seconds = double(Number) / 1e3;
    break;
  case DeadlineRole::Unit::Microseconds:
    Time.Seconds = double(Number) / 1e6;
    break;
  }
  return Time;
}

/// The literal that \p E is, or that the constant it names was made from.
static const StringLiteral *literalOf(const Expr *E) {
  for (unsigned Steps = 0; E && Steps < 8; ++Steps) {
    E = E->IgnoreParenImpCasts();
    if (const auto *Literal = dyn_cast<StringLiteral>(E))
      return Literal;
    if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(E)) {
      E = Bound->getSubExpr();
      continue;
    }
    // A std::string of it.
    if (const auto *Made = dyn_cast<CXXConstructExpr>(E)) {
      E = Made->getNumArgs() ? Made->getArg(0) : nullptr;
      continue;
    }
    if (const auto *Cast = dyn_cast<CXXFunctionalCastExpr>(E)) {
      E = Cast->getSubExpr();
      continue;
    }
    const auto *Reference = dyn_cast<DeclRefExpr>(E);
    const auto *Variable =
        Reference ? dyn_cast<VarDecl>(Reference->getDecl()) : nullptr;
    if (!Variable)
      return nullptr;
    QualType Type = Variable->getType();
    bool Fixed =
        Type.isConstQualified() || Variable->isConstexpr() ||
        (Type->isArrayType() &&
         Type->getAsArrayTypeUnsafe()->getElementType().isConstQualified());
    E = Fixed ? Variable->getAnyInitializer() : nullptr;
  }
  return nullptr;
}

KeyInText keyIn(Facts &F, const Expr *Text, llvm::ArrayRef<std::string> Keys) {
  (void)F;
  const StringLiteral *Literal = Text ? literalOf(Text) : nullptr;
  if (!Literal || Literal->getCharByteWidth() != 1)
    return KeyInText::Unknown;
  return llvm::any_of(Keys,
                      [&](const std::string &Key) {
                        return Literal->getString().contains_insensitive(Key);
                      })
             ? KeyInText::Present
             : KeyInText::Absent;
}

} // namespace tidepool
