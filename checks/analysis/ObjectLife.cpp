// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "ObjectLife.h"
#include "Loop.h"
#include "Reach.h"
#include "Spawn.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace tidepool {

namespace {

class Life {
public:
  explicit Life(Facts &F) : F(F) {}

  void of(const ValueDecl *Object, const Expr *Through, unsigned Depth);
  /// What is done with what \p Call returns.
  void given(const Expr *Call) { mention(Call, nullptr, 0); }

  ObjectLife Uses;

private:
  void origin(const Expr *Value, const Expr *Through, unsigned Depth);
  void mention(const Expr *E, const Expr *Through, unsigned Depth);
  void argument(const Expr *Given, const Expr *Call, const Expr *Through,
                unsigned Depth);
  /// Goes on with the member access that \p Member is of the object; null where
  /// it ends there.
  const Expr *member(const MemberExpr *Member, const Expr *Through,
                     unsigned Depth);
  bool givenOut(const MemberExpr *Member, const Expr *Through, unsigned Depth);
  /// context->fd: what is done with the descriptor is done with the object; of
  /// its other parts, only what the vocabulary knows matters.
  static bool isDescriptor(const Expr *E) {
    return E->getType()->isSpecificBuiltinType(BuiltinType::Int);
  }
  void keptIn(const Expr *Target, const Expr *At, const Expr *Through,
              unsigned Depth);
  void keptBy(const FieldDecl *Member, const Expr *At, const Expr *Through,
              unsigned Depth);
  void alias(const VarDecl *Other, const Expr *At, const Expr *Through,
             unsigned Depth);

  void add(ObjectUse::Kind Is, const Expr *Site, const Expr *Through,
           const Entry *Api = nullptr) {
    Uses.push_back({Is,
                    Site,
                    Is == ObjectUse::Kind::Origin ? nullptr : Now,
                    Through ? Through : Site,
                    Api,
                    nullptr,
                    {}});
  }
  void unseen(const Expr *Site, const Expr *Through, std::string Words) {
    add(ObjectUse::Kind::Unseen, Site, Through);
    Uses.back().Words = std::move(Words);
  }

  Facts &F;
  /// The mention that is being followed.
  const Expr *Now = nullptr;
  llvm::DenseSet<std::pair<const ValueDecl *, const Expr *>> Seen;
  unsigned Steps = 0;
};

/// What a call is called, for words.
std::string calleeName(const Expr *Call) {
  const FunctionDecl *Callee = nullptr;
  if (const auto *Plain = dyn_cast<CallExpr>(Call))
    Callee = Plain->getDirectCallee();
  else if (const auto *Made = dyn_cast<CXXConstructExpr>(Call))
    Callee = Made->getConstructor();
  if (!Callee || !Callee->getDeclName())
    return "a function pointer";
  return Callee->getNameAsString();
}

void Life::of(const ValueDecl *Object, const Expr *Through, unsigned Depth) {
  Object = cast<ValueDecl>(Object->getCanonicalDecl());
  if (!Seen.insert({Object, Through}).second)
    return;
  if (const auto *Variable = dyn_cast<VarDecl>(Object)) {
    if (!isa<ParmVarDecl>(Variable))
      if (const Expr *Init = Variable->getAnyInitializer())
        origin(Init, Through, Depth);
  } else if (const auto *Field = dyn_cast<FieldDecl>(Object)) {
    if (const Expr *Init = Field->getInClassInitializer())
      origin(Init, Through, Depth);
    if (const auto *Class = dyn_cast<CXXRecordDecl>(Field->getParent()))
      for (const CXXConstructorDecl *Constructor : Class->ctors())
        if (const FunctionDecl *Body = F.ownBody(Constructor))
          for (const CXXCtorInitializer *Init :
               cast<CXXConstructorDecl>(Body)->inits())
            // Not what another object had: x(other.x).
            if (Init->getMember() == Field && Init->isWritten() &&
                rootOf(F, Init->getInit()) != Field)
              origin(Init->getInit(), Through, Depth);
  }
  for (const Expr *Mention : F.mentionsOf(Object)) {
    if (++Steps > 512)
      return unseen(Mention, Through, "it is used very often");
    mention(Mention, Through, Depth);
  }
}

void Life::origin(const Expr *Value, const Expr *Through, unsigned Depth) {
  const Expr *Plain = Value->IgnoreImplicit()->IgnoreParenImpCasts();
  const auto *Call = dyn_cast<CallExpr>(Plain);
  const FunctionDecl *Body =
      Call && !F.entry(Call) ? F.ownBody(Call->getDirectCallee()) : nullptr;
  if (!Body || Depth >= 2)
    return add(ObjectUse::Kind::Origin, Value, Through);
  // A factory of this unit: what it returns, and what it did with it.
  SmallVector<const Stmt *, 16> Stack = {Body->getBody()};
  bool Any = false;
  while (!Stack.empty()) {
    const Stmt *S = Stack.pop_back_val();
    if (!S || isa<LambdaExpr>(S))
      continue;
    Stack.append(S->child_begin(), S->child_end());
    const auto *Return = dyn_cast<ReturnStmt>(S);
    if (!Return || !Return->getRetValue())
      continue;
    Any = true;
    const ValueDecl *Root = rootOf(F, Return->getRetValue());
    const auto *Local = dyn_cast_or_null<VarDecl>(Root);
    if (Local && Local->isLocalVarDecl())
      of(Local, Through ? Through : Call, Depth + 1);
    else
      origin(Return->getRetValue(), Through ? Through : Call, Depth + 1);
  }
  if (!Any)
    add(ObjectUse::Kind::Origin, Value, Through);
}

void Life::alias(const VarDecl *Other, const Expr *At, const Expr *Through,
                 unsigned Depth) {
  if (!Other->isLocalVarDeclOrParm() || Other->isStaticLocal() || Depth >= 3)
    return unseen(At, Through,
                  "it is kept in '" + Other->getNameAsString() + "'");
  if (!Seen.insert({Other, Through}).second)
    return;
  for (const Expr *Mention : F.mentionsOf(Other))
    mention(Mention, Through, Depth + 1);
}

/// A constructor makes \p Member of it: what is done with that, in any object,
/// is done with it.
void Life::keptBy(const FieldDecl *Member, const Expr *At, const Expr *Through,
                  unsigned Depth) {
  if (!Member || Depth >= 3 || whyShared(F, Member))
    return unseen(At, Through, "an object keeps it");
  if (!Seen.insert({Member, Through}).second)
    return;
  for (const Expr *Mention : F.mentionsOf(Member))
    mention(Mention, Through, Depth + 1);
}

void Life::keptIn(const Expr *Target, const Expr *At, const Expr *Through,
                  unsigned Depth) {
  const Expr *Plain = Target->IgnoreParenCasts();
  if (const auto *Reference = dyn_cast<DeclRefExpr>(Plain))
    if (const auto *Other = dyn_cast<VarDecl>(Reference->getDecl()))
      return alias(Other, At, Through, Depth);
  // pfd.fd = fd, fds[0].fd = fd
  const Expr *Base = Plain;
  while (true) {
    Base = Base->IgnoreParenCasts();
    if (const auto *Member = dyn_cast<MemberExpr>(Base))
      Base = Member->getBase();
    else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(Base))
      Base = Element->getBase();
    else if (const auto *Unary = dyn_cast<UnaryOperator>(Base))
      Base = Unary->getSubExpr();
    else
      break;
  }
  const auto *Reference = dyn_cast<DeclRefExpr>(Base);
  const auto *Into =
      Reference ? dyn_cast<VarDecl>(Reference->getDecl()) : nullptr;
  if (!Into || !Into->hasLocalStorage())
    return unseen(At, Through, "it is kept elsewhere");
  add(ObjectUse::Kind::Kept, At, Through);
  Uses.back().Into = Into;
}

/// The assignment to \p Member, or to a part of it, where the vocabulary knows
/// that; null where it is not one.
static const Expr *knownAssignment(Facts &F, const MemberExpr *Member) {
  const Stmt *Below = Member;
  const Stmt *Up = F.parentStmt(Below);
  while (isa_and_nonnull<MemberExpr, ParenExpr>(Up)) {
    Below = Up;
    Up = F.parentStmt(Up);
  }
  const auto *Assign = dyn_cast_or_null<BinaryOperator>(Up);
  const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Up);
  const bool Is = Assign ? Assign->getLHS() == Below
                         : Operator && Operator->getOperator() == OO_Equal &&
                               Operator->getArg(0) == Below;
  return Is && F.entry(cast<Expr>(Up)) ? cast<Expr>(Up) : nullptr;
}

/// A function of which the vocabulary says that it is nothing, and that can run
/// nobody's code.
static bool isHarmless(Facts &F, const Expr *E) {
  const auto *Call = dyn_cast<CallExpr>(E);
  const Entry *Api = Call ? F.roles().decided(Call) : nullptr;
  return Api && Api->None && Api->Class.empty() &&
         llvm::none_of(Call->arguments(), [&](const Expr *Argument) {
           QualType Type = Argument->getType().getNonReferenceType();
           const Entry *Known = F.roles().ofType(Type);
           const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
           return Type->isFunctionType() || Type->isFunctionPointerType() ||
                  (Known && Known->Task) ||
                  (Class && Class->hasDefinition() &&
                   llvm::any_of(Class->methods(), [](const auto *Method) {
                     return Method->getOverloadedOperator() == OO_Call;
                   }));
         });
}

const Expr *Life::member(const MemberExpr *Member, const Expr *Through,
                         unsigned Depth) {
  if (const Expr *Assign = knownAssignment(F, Member)) {
    add(ObjectUse::Kind::Call, Assign, Through, F.entry(Assign));
    return nullptr;
  }
  const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(F.userOf(Member));
  if (!Call || Call->getCallee()->IgnoreParenImpCasts() != Member)
    return isDescriptor(Member) ? Member : nullptr;
  const CXXMethodDecl *Method = Call->getMethodDecl();
  const Entry *Api = F.entry(Call);
  // What it gives out is a part of the object, and seen to go on.
  if ((!Api ||
       (Api->Deadline && Api->Deadline->Does == DeadlineRole::What::Perhaps)) &&
      givenOutBy(F, Method))
    return Call->isLValue() || Call->getType()->isPointerType() ||
                   isDescriptor(Call)
               ? Call
               : nullptr;
  if (Api) {
    add(ObjectUse::Kind::Call, Call, Through, Api);
    return nullptr;
  }
  if (Method && Method->getIdentifier() && Method->getName() == "reset" &&
      Call->getNumArgs() > 0 &&
      isSmartPointer(F, Member->getBase()->getType())) {
    origin(Call->getArg(0), Through, Depth);
    return nullptr;
  }
  if (Call->getType()->isPointerType() &&
      isSmartPointer(F, Member->getBase()->getType()))
    return Call; // handle.get()
  // What matters of a library's class is in the vocabulary.
  if (!Method || Method->isConst() ||
      F.sources().isInSystemHeader(Method->getLocation()))
    return nullptr;
  unseen(Call, Through, "'" + calleeName(Call) + "' is called on it");
  return nullptr;
}

/// Follows \p Member to whoever gets it from the method that gives it out;
/// false where other files may call that.
bool Life::givenOut(const MemberExpr *Member, const Expr *Through,
                    unsigned Depth) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(F.functionOf(Member));
  if (!Method || Depth >= 3 || !givenOutBy(F, Method) ||
      !F.sources().isInMainFile(
          F.sources().getExpansionLoc(Method->getLocation())))
    return false;
  for (const Expr *Use : F.usesOf(Method)) {
    const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(F.userOf(Use));
    if (!Call)
      return false;
    mention(Call, Through, Depth + 1);
  }
  return true;
}

/// Is \p Callee of a library of the vocabulary? One that is built with the
/// project is known by its header, which declares what the vocabulary names.
static bool isOfKnownLibrary(Facts &F, const FunctionDecl *Callee) {
  const SourceManager &SM = F.sources();
  auto HeaderOf = [&SM](const NamedDecl *D) {
    return SM.getFileID(SM.getExpansionLoc(D->getLocation()));
  };
  if (SM.isInSystemHeader(Callee->getLocation()))
    return true;
  FileID Header = HeaderOf(Callee->getCanonicalDecl());
  return Header != SM.getMainFileID() &&
         llvm::any_of(F.roles().words().entries(), [&](const Entry &E) {
           return !E.Function.empty() &&
                  !StringRef(E.Function).contains("::") &&
                  llvm::any_of(F.roles().resolve(E.Function),
                               [&](const NamedDecl *D) {
                                 return HeaderOf(D) == Header;
                               });
         });
}

void Life::argument(const Expr *Given, const Expr *Call, const Expr *Through,
                    unsigned Depth) {
  if (const Entry *Api = F.entry(Call); Api || isHarmless(F, Call))
    return add(ObjectUse::Kind::Call, Call, Through, Api);
  const FunctionDecl *Callee = nullptr;
  SmallVector<const Expr *, 4> Arguments;
  if (const auto *Plain = dyn_cast<CallExpr>(Call)) {
    Callee = Plain->getDirectCallee();
    Arguments.append(Plain->arg_begin(), Plain->arg_end());
    if (isa<CXXOperatorCallExpr>(Call) &&
        isa_and_nonnull<CXXMethodDecl>(Callee))
      Arguments.erase(Arguments.begin());
  } else if (const auto *Made = dyn_cast<CXXConstructExpr>(Call)) {
    Callee = Made->getConstructor();
    Arguments.append(Made->arg_begin(), Made->arg_end());
  }
  std::string Words = "it is handed to '" + calleeName(Call) + "'";
  if (!Callee)
    return unseen(Call, Through, Words);
  // Printed.
  if (Callee->hasAttr<FormatAttr>() && Given->getType()->isIntegerType())
    return;
  if (const FunctionDecl *Body = F.ownBody(Callee)) {
    for (unsigned I = 0; I < Arguments.size() && I < Body->getNumParams(); ++I)
      if (contains(F, Arguments[I], Given)) {
        if (Depth >= 5)
          break;
        return of(Body->getParamDecl(I), Through ? Through : Call, Depth + 1);
      }
    return unseen(Call, Through, Words);
  }
  // The C library and libraries in the vocabulary: what matters of them is
  // there.
  if (Callee->isExternC() && isOfKnownLibrary(F, Callee))
    return add(ObjectUse::Kind::Call, Call, Through);
  if (F.sources().isInSystemHeader(Callee->getLocation()) &&
      !isa<CXXConstructorDecl>(Callee)) {
    bool Scalar = Given->getType()->isIntegerType();
    if (!isa<CXXMethodDecl>(Callee) && Scalar)
      return add(ObjectUse::Kind::Call, Call, Through);
    if (isa<CXXOperatorCallExpr>(Call) && Scalar)
      return; // std::cerr << fd
  }
  unseen(Call, Through, Words);
}

/// Is \p Target what \p Mention names, and no part of it?
bool rootIs(const Expr *Target, const Expr *Mention) {
  Target = Target->IgnoreParenCasts();
  while (const auto *Element = dyn_cast<ArraySubscriptExpr>(Target))
    Target = Element->getBase()->IgnoreParenCasts();
  return Target == Mention->IgnoreParenCasts();
}

void Life::mention(const Expr *E, const Expr *Through, unsigned Depth) {
  const Expr *Below = E;
  Now = E;
  while (true) {
    const Stmt *Up = F.parentStmt(Below);
    if (!Up) {
      // An initialiser of a constructor, or the whole body of something.
      if (const auto *Constructor =
              dyn_cast_or_null<CXXConstructorDecl>(F.functionOf(Below)))
        for (const CXXCtorInitializer *Init : Constructor->inits())
          if (contains(F, Init->getInit(), E) &&
              Init->getMember() != rootOf(F, E))
            return keptBy(Init->getMember(), E, Through, Depth);
      return;
    }
    if (isa<ParenExpr, CastExpr, ExprWithCleanups, MaterializeTemporaryExpr,
            CXXBindTemporaryExpr, ConstantExpr>(Up)) {
      Below = cast<Expr>(Up);
      continue;
    }
    if (const auto *Unary = dyn_cast<UnaryOperator>(Up)) {
      if (Unary->getOpcode() != UO_AddrOf && Unary->getOpcode() != UO_Deref)
        return;
      Below = Unary;
      continue;
    }
    if (const auto *Element = dyn_cast<ArraySubscriptExpr>(Up)) {
      if (Element->getIdx() == Below) // FD_SET
        return keptIn(Element, E, Through, Depth);
      Below = Element;
      continue;
    }
    if (const auto *Assign = dyn_cast<BinaryOperator>(Up);
        Assign && Assign->isAssignmentOp()) {
      // x = other.x
      if (isa<MemberExpr>(E) &&
          rootOf(F, Assign->getLHS()) == rootOf(F, Assign->getRHS()))
        return;
      if (Assign->getLHS() == Below) {
        // A part of it is set: not a value of its own.
        if (rootIs(Below, E))
          origin(Assign->getRHS(), Through, Depth);
        return;
      }
      return keptIn(Assign->getLHS(), E, Through, Depth);
    }
    if (const auto *Binary = dyn_cast<BinaryOperator>(Up)) {
      if (Binary->getOpcode() == BO_Comma && Binary->getRHS() == Below) {
        Below = Binary;
        continue;
      }
      // FD_SET: 1 << (fd % 64)
      if (Binary->getOpcode() == BO_Shl || Binary->getOpcode() == BO_Rem ||
          Binary->getOpcode() == BO_Div) {
        Below = Binary;
        continue;
      }
      return;
    }
    if (const auto *Either = dyn_cast<ConditionalOperator>(Up)) {
      if (Either->getCond() == Below)
        return;
      Below = Either;
      continue;
    }
    if (const auto *Member = dyn_cast<MemberExpr>(Up)) {
      Below = member(Member, Through, Depth);
      if (!Below)
        return;
      continue;
    }
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Up)) {
      switch (Operator->getOperator()) {
      case OO_Arrow:
      case OO_Star:
        Below = Operator;
        continue;
      case OO_Equal:
        if (Operator->getArg(0) == Below)
          return origin(Operator->getArg(1), Through, Depth);
        return keptIn(Operator->getArg(0), E, Through, Depth);
      case OO_LessLess:
        // stream << text: the library's own sets nothing on the stream.
        if (Operator->getArg(0) == Below && Operator->getDirectCallee() &&
            F.sources().isInSystemHeader(
                Operator->getDirectCallee()->getLocation())) {
          Below = Operator;
          continue;
        }
        return argument(Below, Operator, Through, Depth);
      case OO_EqualEqual:
      case OO_ExclaimEqual:
      case OO_Less:
      case OO_Exclaim:
        return;
      default:
        return argument(Below, Operator, Through, Depth);
      }
    }
    if (const auto *Call = dyn_cast<CallExpr>(Up)) {
      const Entry *Api = F.entry(Call);
      if (Api && Api->Passes) {
        Below = Call;
        continue;
      }
      return argument(Below, Call, Through, Depth);
    }
    if (const auto *Made = dyn_cast<CXXConstructExpr>(Up)) {
      if (Made->getConstructor()->isCopyOrMoveConstructor() ||
          isSmartPointer(F, Made->getType())) {
        Below = Made;
        continue;
      }
      return argument(Below, Made, Through, Depth);
    }
    if (isa<InitListExpr>(Up)) {
      Below = cast<Expr>(Up);
      continue;
    }
    if (const auto *Declaration = dyn_cast<DeclStmt>(Up)) {
      for (const Decl *D : Declaration->decls())
        if (const auto *Variable = dyn_cast<VarDecl>(D);
            Variable && Variable->getInit() &&
            contains(F, Variable->getInit(), E)) {
          // int copy = fd; pollfd one = {fd, POLLIN, 0};
          if (!isa<InitListExpr>(Below->IgnoreParenImpCasts()))
            return alias(Variable, E, Through, Depth);
          add(ObjectUse::Kind::Kept, E, Through);
          Uses.back().Into = Variable;
          return;
        }
      return;
    }
    if (const auto *Lambda = dyn_cast<LambdaExpr>(Up)) {
      for (const LambdaCapture &Capture : Lambda->captures())
        if (Capture.capturesVariable() &&
            Capture.getCapturedVar()->isInitCapture())
          if (const auto *Copy = dyn_cast<VarDecl>(Capture.getCapturedVar());
              Copy && Copy->getInit() && contains(F, Copy->getInit(), E))
            return alias(Copy, E, Through, Depth);
      return; // what the lambda does with it is mentioned there
    }
    if (isa<ReturnStmt>(Up)) {
      if (const auto *Member = dyn_cast<MemberExpr>(E);
          Member && !givenOut(Member, Through, Depth))
        unseen(E, Through,
               "'" + Member->getMemberNameInfo().getAsString() +
                   "' is handed out");
      return;
    }
    if (isa<CXXDeleteExpr>(Up) || !isa<Expr>(Up))
      return;
    return unseen(E, Through, "it is used in a way that is not followed");
  }
}

} // namespace

ObjectLife lifeOf(Facts &F, const ValueDecl *Object) {
  Life All(F);
  All.of(Object, nullptr, 0);
  return std::move(All.Uses);
}

ObjectLife lifeOfGiven(Facts &F, const Expr *This) {
  Life All(F);
  auto CallOn = [&](const Expr *Object) -> const CXXMemberCallExpr * {
    Object = Object->IgnoreParenImpCasts();
    const auto *Member = isa<CXXThisExpr>(Object)
                             ? dyn_cast_or_null<MemberExpr>(F.userOf(Object))
                             : nullptr;
    return Member ? dyn_cast_or_null<CXXMemberCallExpr>(F.userOf(Member))
                  : nullptr;
  };
  const CXXMemberCallExpr *One = CallOn(This);
  if (!One || !One->getMethodDecl())
    return {};
  for (const Expr *Use : F.usesOf(One->getMethodDecl()))
    if (const auto *Member = dyn_cast<MemberExpr>(Use))
      if (const CXXMemberCallExpr *Call = CallOn(Member->getBase()))
        All.given(Call);
  return std::move(All.Uses);
}

bool isAt(Facts &F, const ObjectUse &Use, const ObjectPlace &Place) {
  if (!Use.Mention || Place.In == ObjectPlace::Kind::Result)
    return true;
  const Expr *Object = objectOf(Use.Site, Place);
  return Object && contains(F, Object, Use.Mention);
}

} // namespace tidepool
