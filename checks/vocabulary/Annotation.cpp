// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Annotation.h"
#include "Loader.h"
#include "Write.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/Error.h"

using namespace clang;

namespace tidepool {

static constexpr llvm::StringLiteral Prefix = "tidepool::";

/// The last declaration has the attributes of those before it. Of a
/// precompiled header's, asking for the last would read others back.
static const Decl *withAttributes(const NamedDecl *D) {
  return D->isFromASTFile() ? D : D->getMostRecentDecl();
}

static llvm::SmallVector<const AnnotateAttr *, 2>
attributesOf(const NamedDecl *D) {
  llvm::SmallVector<const AnnotateAttr *, 2> All;
  for (const auto *One : withAttributes(D)->specific_attrs<AnnotateAttr>())
    if (One->getAnnotation().starts_with(Prefix))
      All.push_back(One);
  return All;
}

bool isAnnotated(const NamedDecl *D) {
  return withAttributes(D)->hasAttrs() && !attributesOf(D).empty();
}

void nameAfter(Entry &E, const NamedDecl *D, const SourceManager &Sources) {
  E.Function.clear();
  E.Class.clear();
  E.Member.clear();
  E.Object.clear();
  E.Macro.clear();
  E.Takes.clear();
  E.Constructor = false;
  std::string Name = D->getQualifiedNameAsString();
  const auto *Parent = dyn_cast<CXXRecordDecl>(D->getDeclContext());
  if (Parent && Parent->isLambda()) {
    E.Function = "lambda";
  } else if (isa<CXXRecordDecl>(D)) {
    E.Class = Name;
  } else if (Parent && !isa<VarDecl>(D)) {
    E.Class = Parent->getQualifiedNameAsString();
    E.Constructor = isa<CXXConstructorDecl>(D);
    if (!E.Constructor)
      E.Member = D->getNameAsString();
  } else if (isa<VarDecl>(D)) {
    E.Object = Name;
  } else {
    E.Function = Name;
  }
  PresumedLoc Place = Sources.getPresumedLoc(D->getLocation());
  if (Place.isValid()) {
    E.Path = Place.getFilename();
    E.Line = Place.getLine();
    E.Column = Place.getColumn();
  }
}

/// "spawn: {starts: thread, callable: 0}" of "spawn=thread, callable: 0".
static std::string yamlOf(llvm::StringRef Text) {
  auto [Key, Value] = Text.split('=');
  Key = Key.trim();
  Value = Value.trim();
  const bool IsRole = llvm::is_contained(allRoles(), Key);
  if (Value.empty() && Text.contains('='))
    return (Key + ": ").str();
  if (Value.empty())
    return (Key + (IsRole ? ": {}" : ": true")).str();
  if (!IsRole)
    return (Key + ": " +
            (Value.starts_with("[") || Value.starts_with("{") ? Value.str()
                                                              : scalar(Value)))
        .str();
  if (Value.starts_with("{"))
    return (Key + ": " + Value).str();
  auto [First, Others] = Value.split(',');
  if (First.contains(':'))
    return (Key + ": {" + Value + "}").str();
  llvm::StringRef Main = mainKeyOf(Key);
  return (Key + ": {" + (Main.empty() ? "" : Main + ": ") + First +
          (Others.empty() ? "" : "," + Others) + "}")
      .str();
}

Annotation annotationOf(const NamedDecl *D, const SourceManager &Sources) {
  Annotation Found;
  Entry Named;
  nameAfter(Named, D, Sources);
  std::string Name = !Named.Function.empty()
                         ? "function: " + scalar(Named.Function)
                     : !Named.Object.empty() ? "object: " + scalar(Named.Object)
                                             : "class: " + scalar(Named.Class);
  if (!Named.Member.empty())
    Name += ", member: " + scalar(Named.Member);
  if (Named.Constructor)
    Name += ", constructor: true";
  std::string Text = "version: 1\nlibrary: attributes\nentries:\n  - {" + Name;
  for (const AnnotateAttr *One : attributesOf(D)) {
    Found.Place = One->getLocation();
    llvm::StringRef Said = One->getAnnotation().drop_front(Prefix.size());
    // It stays in its own mapping.
    if (Said.contains('\n') || Said.count('{') != Said.count('}') ||
        Said.count('[') != Said.count(']') || Said.contains('#')) {
      Found.Wrong = "it is no key and value in one line";
      return Found;
    }
    Text += ", " + yamlOf(Said);
    llvm::Expected<std::vector<Entry>> Loaded =
        loadVocabulary(Text + "}\n", "attributes.yaml");
    if (Loaded) {
      Found.Wrong.clear();
      Found.Says = Loaded->front();
      continue;
    }
    // "attributes.yaml:3:5: error: what" and the line itself.
    std::string Message = llvm::toString(Loaded.takeError());
    llvm::StringRef Words =
        llvm::StringRef(Message).split('\n').first.split("error: ").second;
    Found.Wrong = Words.str();
    // Other attributes may bring what is missing.
    if (!Words.starts_with("an entry has at least one role"))
      return Found;
  }
  if (!Found.Wrong.empty())
    return Found;
  nameAfter(*Found.Says, D, Sources);
  return Found;
}

} // namespace tidepool
