// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Commands.h"
#include "Options.h"
#include "VocabFiles.h"
#include "findings/Nearest.h"
#include "run/Project.h"
#include "support/LLVMCompat.h"
#include "vocabulary/Roles.h"
#include "vocabulary/Schema.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>
#include <set>
#include <tuple>

using namespace llvm;
using namespace clang;

namespace tidepool {
namespace {

StringRef word(SpawnRole::What What) {
  constexpr llvm::StringLiteral Words[] = {"thread", "pooled", "coroutine",
                                           "io"};
  return Words[unsigned(What)];
}

StringRef word(SpawnRole::Drop Drop) {
  constexpr llvm::StringLiteral Words[] = {"", "terminates", "joins",
                                           "cancels"};
  return Words[unsigned(Drop)];
}

/// "this" goes without saying.
std::string word(const ObjectPlace &Place) {
  switch (Place.In) {
  case ObjectPlace::Kind::This:
    return "";
  case ObjectPlace::Kind::Result:
    return "result";
  case ObjectPlace::Kind::Argument:
    return "argument " + std::to_string(Place.Index);
  case ObjectPlace::Kind::Last:
    return "last argument";
  }
  return "";
}

/// With nothing that goes without saying.
std::string place(const ObjectPlace &Place) {
  return Place.In == ObjectPlace::Kind::This ? "this" : word(Place);
}

std::string number(StringRef Of, std::optional<unsigned> Number) {
  return Number ? (Of + " " + Twine(*Number)).str() : "";
}

std::string words(StringRef Of, ArrayRef<std::string> All) {
  return All.empty() ? "" : (Of + " " + join(All, " | ")).str();
}

/// Whom it waits for, and how; empty where it does not.
std::string word(const IoRole &Role) {
  constexpr llvm::StringLiteral Peers[] = {
      "network", "server", "client", "process", "child", "task", "sender"};
  constexpr llvm::StringLiteral Ways[] = {"", "waits for ", "starts with "};
  if (Role.Does == IoRole::Waits::Never)
    return "";
  return (Ways[unsigned(Role.Does)] + Peers[unsigned(Role.For)]).str();
}

/// The roles of an entry: "wait(task), blocking(sync)".
std::string rolesOf(const Entry &E) {
  std::vector<std::string> All;
  auto Add = [&](StringRef Role, ArrayRef<std::string> Details) {
    std::string Text = Role.str();
    std::string Inside;
    for (const std::string &Detail : Details)
      if (!Detail.empty())
        Inside += (Inside.empty() ? "" : ", ") + Detail;
    All.push_back(Inside.empty() ? Text : Text + "(" + Inside + ")");
  };
  if (E.None)
    Add("none", {E.Reason});
  if (const auto &Role = E.Spawn)
    Add("spawn", {word(Role->Starts).str(), number("callable", Role->Callable),
                  word(Role->Handle), word(Role->OnDrop).str(),
                  Role->WaitsForCapacity ? "waits for capacity" : "",
                  Role->Pool ? "pool " + place(*Role->Pool) : ""});
  if (const auto &Role = E.Task)
    Add("task", {Role->Starts == TaskRole::Start::Eager ? "eager" : "lazy",
                 word(Role->OnDrop).str(),
                 Role->Body.empty() ? "" : "body " + Role->Body});
  if (const auto &Role = E.Pool) {
    constexpr llvm::StringLiteral Words[] = {"", "cpu", "io", "database"};
    std::string Endless;
    for (int64_t Value : Role->Unlimited)
      Endless += (Endless.empty() ? "unlimited " : " ") + std::to_string(Value);
    Add("pool",
        {word(Role->Pool), Words[unsigned(Role->For)].str(),
         number("size", Role->Size), number("minimum", Role->Minimum),
         !Role->Queue            ? ""
         : Role->Queue->Argument ? number("queue", Role->Queue->Argument)
                                 : "queue unbounded",
         number("instances", Role->Instances), Endless,
         Role->OnZero == PoolRole::Zero::None ? "zero none" : ""});
  }
  if (const auto &Role = E.Detach)
    Add("detach", {word(Role->Task)});
  if (const auto &Role = E.Gather)
    Add("gather",
        {word(Role->Starts).str(),
         Role->Range ? "range " + place(*Role->Range) : "",
         Role->Iterators ? "iterators" : "", number("first", Role->First),
         number("callable", Role->Callable), number("limit", Role->Limit),
         Role->Limited.empty() ? "" : "limited " + Role->Limited});
  if (const auto &Role = E.Limiter) {
    constexpr llvm::StringLiteral Words[] = {
        "type", "create", "acquire", "timed", "try", "release", "guard"};
    Add("limiter", {Words[unsigned(Role->Does)].str(),
                    Role->Limits == LimiterRole::What::Rate ? "rate" : "",
                    word(Role->Limiter), number("capacity", Role->Capacity),
                    Role->ZeroIsSuccess ? "zero is success" : "",
                    Role->UnlimitedAtFirst ? "unlimited at first" : ""});
  }
  if (const auto &Role = E.Wait) {
    constexpr llvm::StringLiteral Words[] = {"task", "permit", "condition",
                                             "arrivals", "lock"};
    Add("wait", {Words[unsigned(Role->WaitsFor)].str(), word(Role->Object),
                 Role->Timed ? "timed" : "", Role->Helping ? "helping" : ""});
  }
  if (const auto &Role = E.Lock) {
    constexpr llvm::StringLiteral Words[] = {"type", "lock", "try", "unlock",
                                             "guard"};
    Add("lock", {Words[unsigned(Role->Does)].str(), word(Role->Mutex),
                 Role->Holds == LockRole::Of::Async ? "async" : ""});
  }
  if (E.Parallel)
    Add("parallel", {});
  if (E.Cores)
    Add("cores", {});
  if (E.Config)
    Add("config", {});
  if (const auto &Role = E.Blocking) {
    constexpr llvm::StringLiteral Words[] = {
        "sleep", "sync", "file", "net", "process", "thread-start"};
    Add("blocking", {Words[unsigned(Role->By)].str()});
  }
  if (const auto &Role = E.Io)
    Add("io",
        {Role->Accepts ? "accepts" : "", word(*Role),
         Role->On ? "on " + place(*Role->On) : "",
         Role->Untimed ? "untimed" : "", Role->Connects ? "connects" : "",
         Role->Sends ? "sends argument " + std::to_string(*Role->Sends) : "",
         Role->Whole ? "whole" : ""});
  if (const auto &Role = E.Handle) {
    constexpr llvm::StringLiteral Words[] = {"remote", "child", "local",
                                             "clients", "machine"};
    std::string From;
    for (const ObjectPlace &Place : Role->From)
      From += (From.empty() ? "from " : " | ") + place(Place);
    Add("handle",
        {Words[unsigned(Role->Is)].str(),
         Role->At.In == ObjectPlace::Kind::Result ? "" : place(Role->At),
         From});
  }
  if (const auto &Role = E.Deadline) {
    constexpr llvm::StringLiteral Words[] = {"", "non-blocking", "ready",
                                             "perhaps", "never"};
    Add("deadline",
        {Words[unsigned(Role->Does)].str(),
         Role->On ? "on " + place(*Role->On) : "", number("time", Role->Time),
         words("keys", Role->Keys), words("later keys", Role->LaterKeys),
         Role->AsyncOnly ? "async only" : "",
         Role->ConnectOnly ? "connect only" : ""});
  }
  if (const auto &Role = E.Iterates)
    Add("iterates",
        {number("callable", Role->Callable), number("range", Role->Range)});
  if (const auto &Role = E.Calls)
    Add("calls", {number("callable", Role->Callable)});
  if (const auto &Role = E.Constructs)
    Add("constructs", {number("first", Role->First)});
  if (const auto &Role = E.Bounds)
    Add("bounds", {number("by", Role->By)});
  if (const auto &Role = E.Passes)
    Add("passes", {number("argument", Role->Argument)});
  if (const auto &Role = E.Handler)
    Add("handler", {Role->Callable ? word(*Role->Callable) : ""});
  if (const auto &Role = E.Expiry) {
    constexpr llvm::StringLiteral Words[] = {"token", "duration", "time-point",
                                             "context"};
    Add("expiry", {Words[unsigned(Role->Is)].str(), Role->Member});
  }
  if (E.Race)
    Add("race", {});
  if (const auto &Role = E.Ends)
    Add("ends", {word(Role->Object)});
  if (const auto &Role = E.Timer)
    Add("timer", {Role->Callable ? word(*Role->Callable) : ""});
  if (E.Test)
    Add("test", {});
  return join(All, ", ");
}

/// What a call must look like for the entry: "2 arguments; 0: std::launch".
std::string conditionsOf(const Entry &E) {
  std::vector<std::string> All;
  if (E.MinArguments && E.MaxArguments == E.MinArguments)
    All.push_back(number("arguments", E.MinArguments));
  else if (E.MinArguments || E.MaxArguments)
    All.push_back("arguments " + std::to_string(E.MinArguments) + " to " +
                  (E.MaxArguments ? std::to_string(*E.MaxArguments) : "any"));
  for (const ArgumentCondition &Condition : E.When) {
    std::vector<std::string> Parts;
    if (!Condition.Types.empty())
      Parts.push_back(join(Condition.Types, " | "));
    if (!Condition.Enumerator.empty())
      Parts.push_back(Condition.Enumerator);
    if (Condition.Defaulted)
      Parts.push_back(*Condition.Defaulted ? "defaulted" : "given");
    if (Condition.Null)
      Parts.push_back(*Condition.Null ? "null" : "not null");
    if (Condition.Value)
      Parts.push_back(std::to_string(*Condition.Value));
    if (!Condition.Flag.empty())
      Parts.push_back("with " + Condition.Flag);
    if (Condition.Constant)
      Parts.push_back(*Condition.Constant ? "constant" : "not constant");
    std::string Place = word(Condition.Argument);
    All.push_back((Place.empty() ? "this" : Place) + " is " +
                  join(Parts, ", "));
  }
  return All.empty() ? "" : " [" + join(All, "; ") + "]";
}

/// The largest number of an argument that \p E speaks of.
std::optional<unsigned> lastArgument(const Entry &E) {
  std::optional<unsigned> Last;
  auto Add = [&](std::optional<unsigned> Argument) {
    Last = std::max(Last, Argument);
  };
  auto AddPlace = [&](const ObjectPlace &Place) {
    if (Place.In == ObjectPlace::Kind::Argument)
      Add(Place.Index);
  };
  for (const ArgumentCondition &Condition : E.When)
    AddPlace(Condition.Argument);
  if (const auto &Role = E.Spawn) {
    Add(Role->Callable);
    AddPlace(Role->Handle);
  }
  if (const auto &Role = E.Pool) {
    AddPlace(Role->Pool);
    for (std::optional<unsigned> Argument :
         {Role->Size, Role->Minimum, Role->Instances})
      Add(Argument);
    if (Role->Queue)
      Add(Role->Queue->Argument);
  }
  if (const auto &Role = E.Detach)
    AddPlace(Role->Task);
  if (const auto &Role = E.Gather) {
    if (Role->Range)
      AddPlace(*Role->Range);
    Add(Role->First);
    Add(Role->Callable);
    Add(Role->Limit);
  }
  if (const auto &Role = E.Limiter) {
    AddPlace(Role->Limiter);
    Add(Role->Capacity);
  }
  if (const auto &Role = E.Wait)
    AddPlace(Role->Object);
  if (const auto &Role = E.Lock)
    AddPlace(Role->Mutex);
  if (const auto &Role = E.Io; Role && Role->On)
    AddPlace(*Role->On);
  if (const auto &Role = E.Handle) {
    AddPlace(Role->At);
    for (const ObjectPlace &Place : Role->From)
      AddPlace(Place);
  }
  if (const auto &Role = E.Deadline) {
    Add(Role->Time);
    if (Role->On)
      AddPlace(*Role->On);
  }
  if (const auto &Role = E.Iterates) {
    Add(Role->Callable);
    Add(Role->Range);
  }
  // A class's is the number of a template argument.
  if (E.Bounds && (E.Class.empty() || !E.Member.empty() || E.Constructor))
    Add(E.Bounds->By);
  if (const auto &Role = E.Passes)
    Add(Role->Argument);
  if (const auto &Role = E.Handler; Role && Role->Callable)
    AddPlace(*Role->Callable);
  if (const auto &Role = E.Ends)
    AddPlace(Role->Object);
  if (const auto &Role = E.Timer; Role && Role->Callable)
    AddPlace(*Role->Callable);
  return Last;
}

/// What the calls that \p E means are calls of: functions, and declarations
/// that may stand for any. A class's own entry speaks of its constructors.
SmallVector<const Decl *, 4> calleesOf(Roles &Known, const Entry &E) {
  SmallVector<const Decl *, 4> All;
  auto AddFrom = [&](const CXXRecordDecl *Class, auto IsMeant) {
    if (const CXXRecordDecl *Definition =
            Class ? Class->getDefinition() : nullptr)
      for (const Decl *Member : Definition->decls())
        if (const auto *Named = dyn_cast<NamedDecl>(Member))
          if (IsMeant(Named->getDeclName()))
            All.push_back(Named);
  };
  if (!E.Function.empty() || !E.Member.empty()) {
    llvm::append_range(All, Known.resolve(E.spelling()));
  } else if (!E.Object.empty()) {
    for (const NamedDecl *Object : Known.resolve(E.Object))
      if (const auto *Variable = dyn_cast<VarDecl>(Object))
        AddFrom(Variable->getType()->getAsCXXRecordDecl(), [](auto Name) {
          return Name.getCXXOverloadedOperator() == OO_Call;
        });
  } else {
    for (const NamedDecl *Class : Known.resolve(E.Class))
      AddFrom(dyn_cast<CXXRecordDecl>(Class), [](auto Name) {
        return Name.getNameKind() == DeclarationName::CXXConstructorName;
      });
  }
  return All;
}

/// "argument 7: my_start has 3 parameters"; empty if nothing is wrong, or
/// nothing can be said: of variadic functions and parameter packs, and where no
/// declaration is found.
std::string wrongArgument(Roles &Known, const Entry &E) {
  std::optional<unsigned> Last = lastArgument(E);
  if (!Last)
    return {};
  SmallVector<const Decl *, 4> Callees = calleesOf(Known, E);
  unsigned Most = 0;
  for (const Decl *Callee : Callees) {
    const FunctionDecl *Function = Callee->getAsFunction();
    if (!Function || Function->isVariadic() || !Function->hasPrototype() ||
        llvm::any_of(Function->parameters(), [](const ParmVarDecl *Parameter) {
          return Parameter->isParameterPack();
        }))
      return {};
    Most = std::max(Most, Function->getNumParams());
  }
  if (Callees.empty() || *Last < Most)
    return {};
  return "argument " + std::to_string(*Last) + ": " + E.spelling() + " has " +
         (Callees.size() > 1 ? "at most " : "") + std::to_string(Most) +
         (Most == 1 ? " parameter" : " parameters");
}

/// One use of an entry in the file.
using Use = std::tuple<unsigned, unsigned, std::string, std::string>;

struct Scan {
  ProjectVocabulary Project;
  std::set<Use> Uses;
  SmallPtrSet<const Entry *, 32> Used, Resolved, Elsewhere;
  /// What is wrong with an entry's numbers of arguments.
  std::map<const Entry *, std::string> Wrong;
  bool Parsed = false;

  void add(const SourceManager &SM, SourceLocation Place, const Entry *E,
           std::string Roles) {
    Place = SM.getExpansionLoc(Place);
    if (Place.isInvalid() || !SM.isInMainFile(Place))
      return;
    Used.insert(E);
    Uses.emplace(SM.getExpansionLineNumber(Place),
                 SM.getExpansionColumnNumber(Place), E->spelling(),
                 std::move(Roles));
  }
};

/// Where a reader would look for the name.
SourceLocation placeOf(const Expr *E) {
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    const Expr *Callee = Call->getCallee()->IgnoreParenImpCasts();
    if (const auto *Member = dyn_cast<MemberExpr>(Callee))
      return Member->getMemberLoc();
    if (!isa<CXXOperatorCallExpr>(Call))
      if (const auto *Reference = dyn_cast<DeclRefExpr>(Callee))
        return Reference->getLocation();
  }
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return Construct->getLocation();
  return E->getBeginLoc();
}

class Visitor : public RecursiveASTVisitor<Visitor> {
public:
  Visitor(Scan &Into, Roles &Known, const SourceManager &SM)
      : Into(Into), Known(Known), SM(SM) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitCallExpr(CallExpr *Call) { return expression(Call); }
  bool VisitCXXConstructExpr(CXXConstructExpr *E) { return expression(E); }
  bool VisitBinaryOperator(BinaryOperator *E) { return expression(E); }
  bool VisitDeclRefExpr(DeclRefExpr *E) { return expression(E); }
  bool VisitVarDecl(VarDecl *Variable) { return declaration(Variable); }
  bool VisitFieldDecl(FieldDecl *Field) { return declaration(Field); }

private:
  bool expression(const Expr *E) {
    const Entry *Found = Known.decided(E);
    if (!Found)
      Found = Known.ofEager(E);
    if (!Found)
      return true;
    std::string Text = rolesOf(*Found);
    if (Found->Constructs) {
      const auto *Call = cast<CallExpr>(E);
      SmallVector<const Expr *, 4> Arguments(Call->arguments());
      if (Found->Constructs->First > Arguments.size())
        return true;
      Arguments.erase(Arguments.begin(),
                      Arguments.begin() + Found->Constructs->First);
      if (const Entry *Made = Known.ofConstruction(
              Roles::constructed(Call, *Found->Constructs), Arguments)) {
        Text += ", " + Made->spelling() + ": " + rolesOf(*Made);
        Into.Used.insert(Made);
      }
    }
    Into.add(SM, placeOf(E), Found, std::move(Text));
    return true;
  }

  bool declaration(const ValueDecl *Decl) {
    // The parameter of an implicit copy constructor is written nowhere.
    bool Written = !Decl->isImplicit() &&
                   !cast<clang::Decl>(Decl->getDeclContext())->isImplicit();
    QualType Type = Decl->getType().getNonReferenceType();
    if (Written && !Type->isDependentType())
      if (const Entry *Found = Known.ofType(Type))
        Into.add(SM, Decl->getLocation(), Found, rolesOf(*Found));
    return true;
  }

  Scan &Into;
  Roles &Known;
  const SourceManager &SM;
};

class Macros : public PPCallbacks {
public:
  Macros(Scan &Into, const SourceManager &SM) : Into(Into), SM(SM) {}

  void MacroExpands(const Token &Name, const MacroDefinition &, SourceRange,
                    const MacroArgs *) override {
    if (const IdentifierInfo *Identifier = Name.getIdentifierInfo())
      for (const Entry *E : Into.Project.Words->named(Identifier->getName()))
        if (!E->Macro.empty())
          Into.add(SM, Name.getLocation(), E, rolesOf(*E));
  }

private:
  Scan &Into;
  const SourceManager &SM;
};

class Consumer : public ASTConsumer {
public:
  explicit Consumer(Scan &Into) : Into(Into) {}

  void HandleTranslationUnit(ASTContext &Context) override {
    const SourceManager &SM = Context.getSourceManager();
    Roles Known(Context, *Into.Project.Words);
    Visitor Visit(Into, Known, SM);
    for (Decl *D : Context.getTranslationUnitDecl()->noload_decls())
      if (SM.isInMainFile(SM.getExpansionLoc(D->getLocation())))
        Visit.TraverseDecl(D);
    for (const Entry &E : Into.Project.Words->entries()) {
      if (Known.resolves(E))
        Into.Resolved.insert(&E);
      if (!E.IfDefined.empty() &&
          !Context.Idents.get(E.IfDefined).hasMacroDefinition())
        // Another version's, whose functions may have other parameters.
        Into.Elsewhere.insert(&E);
      else if (std::string Wrong = wrongArgument(Known, E); !Wrong.empty())
        Into.Wrong[&E] = std::move(Wrong);
    }
    Into.Parsed = !Context.getDiagnostics().hasErrorOccurred();
  }

private:
  Scan &Into;
};

class Action : public ASTFrontendAction {
public:
  explicit Action(Scan &Into) : Into(Into) {}

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef) override {
    Compiler.getPreprocessor().addPPCallbacks(
        std::make_unique<Macros>(Into, Compiler.getSourceManager()));
    return std::make_unique<Consumer>(Into);
  }

private:
  Scan &Into;
};

class ActionFactory : public tooling::FrontendActionFactory {
public:
  explicit ActionFactory(Scan &Into) : Into(Into) {}
  std::unique_ptr<FrontendAction> create() override {
    return std::make_unique<Action>(Into);
  }

private:
  Scan &Into;
};

/// Parses \p One with the vocabulary that is there, or else with the file's;
/// clang's errors go to stderr.
void scan(const Unit &One, Scan &Into) {
  IntrusiveRefCntPtr<vfs::FileSystem> FileSystem(
      vfs::createPhysicalFileSystem().release());
  if (FileSystem->setCurrentWorkingDirectory(One.Directory))
    return;
  if (!Into.Project.Words)
    Into.Project = Vocabulary::forFile(*FileSystem, One.File);
  IntrusiveRefCntPtr<FileManager> Files(
      new FileManager(FileSystemOptions(), FileSystem));
  ActionFactory Factory(Into);
  tooling::ToolInvocation Invocation(
      One.Command, &Factory, Files.get(),
      std::make_shared<PCHContainerOperations>());
  if (!Invocation.run())
    Into.Parsed = false;
}

bool isOf(const Entry &E, StringRef Library) {
  return E.File == Library || E.Library == Library;
}

/// What is said of a \p Library that none of \p Entries is of.
std::string unknownLibrary(ArrayRef<Entry> Entries, StringRef Library) {
  std::vector<StringRef> Known;
  for (const Entry &E : Entries) {
    Known.push_back(E.File);
    Known.push_back(E.Library);
  }
  return ("no library is called '" + Library + "'").str() +
         didYouMean(Library, Known);
}

/// One line an entry; what is not verified is said and counted.
int list() {
  Expected<ProjectVocabulary> Here = vocabularyHere();
  if (!Here) {
    errs() << toString(Here.takeError()) << '\n';
    return Usage;
  }
  const ProjectVocabulary &Project = *Here;
  size_t Library = 0, Spelling = 0;
  for (const Entry &E : Project.Words->entries()) {
    Library = std::max(Library, E.File.size());
    Spelling = std::max(Spelling, E.spelling().size());
  }
  std::set<StringRef> Libraries;
  unsigned Unverified = 0;
  for (const Entry &E : Project.Words->entries()) {
    Libraries.insert(E.File);
    Unverified += E.Verified.empty();
    outs() << left_justify(E.File, Library + 2)
           << left_justify(E.spelling(), Spelling + 2) << rolesOf(E)
           << conditionsOf(E) << " ("
           << (E.Verified.empty() ? "not verified" : "verified: " + E.Verified)
           << ")\n";
  }
  outs() << Project.Words->entries().size() << " entries, " << Unverified
         << " not verified, of " << Libraries.size() << " libraries\n";
  return Clean;
}

/// Is \p File a vocabulary, and does \p Header, if there is one, declare what
/// it names?
int check(StringRef File, StringRef Header,
          const std::optional<std::vector<std::string>> &Flags) {
  Expected<std::shared_ptr<const Vocabulary>> Words = checkedFile(File);
  if (!Words) {
    errs() << toString(Words.takeError()) << '\n';
    return Usage;
  }
  const size_t Count = (*Words)->entries().size();
  if (Header.empty()) {
    outs() << File << ": " << Count << (Count == 1 ? " entry" : " entries")
           << ", nothing wrong\n";
    return Clean;
  }
  // A source that has the header and nothing else.
  int Descriptor = -1;
  SmallString<128> Source;
  if (sys::fs::createTemporaryFile("tidepool-vocab", "cpp", Descriptor, Source))
    return usageError("there is no room for a temporary file");
  SmallString<256> Path(Header);
  const bool IsFile = sys::fs::exists(Path) && !sys::fs::make_absolute(Path);
  {
    raw_fd_ostream Out(Descriptor, /*shouldClose=*/true);
    Out << "#include " << (IsFile ? '"' : '<') << Path << (IsFile ? '"' : '>')
        << '\n';
  }
  ProjectRequest Request;
  Request.Paths = {Source.str().str()};
  Request.Flags = Flags.value_or(std::vector<std::string>{"-std=c++20"});
  Expected<Project> Found = loadProject(Request);
  Scan Result;
  Result.Project.Words = *Words;
  if (Found)
    scan(Found->Units.front(), Result);
  (void)sys::fs::remove(Source);
  if (!Found)
    return usageError(Found.takeError());
  if (!Result.Parsed)
    return NotAnalysed;
  int Status = Clean;
  unsigned Resolved = 0;
  for (const Entry &E : (*Words)->entries()) {
    if (Result.Elsewhere.contains(&E) || !E.Macro.empty())
      continue;
    auto Wrong = Result.Wrong.find(&E);
    if (!Result.Resolved.contains(&E))
      outs() << E.Path << ':' << E.Line << ": not resolved: " << E.spelling()
             << conditionsOf(E) << '\n';
    else if (Wrong != Result.Wrong.end())
      outs() << E.Path << ':' << E.Line << ": " << Wrong->second << '\n';
    else {
      ++Resolved;
      continue;
    }
    Status = tidepool::Found;
  }
  outs() << File << ": " << Resolved << " of " << Count
         << (Count == 1 ? " entry" : " entries") << " resolved in " << Header
         << '\n';
  return Status;
}

} // namespace

int vocabCommand(ArrayRef<const char *> Arguments) {
  Options Known("tidepool vocab [FILE [-p DIR | -- FLAGS] | NAME | --check "
                "FILE.yaml | --suggest -p DIR | --schema]",
                "Lists the library functions that Tidepool knows, shows which "
                "of them FILE uses and how they are understood, says what is "
                "known of NAME, checks a vocabulary, or proposes one for the "
                "project's own wrappers.");
  ProjectRequest Request;
  std::vector<std::string> Resolve, Cover;
  auto Into = [](std::vector<std::string> &All) {
    return [&All](StringRef Value) {
      All.push_back(Value.str());
      return Error::success();
    };
  };
  Known.value("p", "DIR", Request.DatabaseFolder,
              "the folder of the compilation database");
  Known.value(
      "resolve", "LIBRARY", Into(Resolve),
      "say which entries of LIBRARY are not declared in FILE's unit, or "
      "not with such arguments; the status is 1 if one is not");
  Known.value("cover", "LIBRARY", Into(Cover),
              "the same, and which of them FILE never uses");
  std::string Checked, Header;
  bool Suggest = false, Write = false, Append = false, Schema = false;
  Known.value("check", "FILE.yaml", Checked,
              "say what is wrong with a vocabulary; the status is 2 if "
              "something is");
  Known.value("header", "H", Header,
              "with --check: say which entries the header H, a file or what "
              "stands in an #include, does not declare; the status is 1 if one "
              "is not");
  Known.flag(
      "suggest", Suggest,
      "propose entries for functions that only forward to what is known");
  Known.flag("write", Write,
             "with --suggest: write them to .tidepool.yaml, if there is none");
  Known.flag("append", Append,
             "with --suggest: write them to .tidepool.yaml, behind what is "
             "there");
  Known.flag("schema", Schema, "print the JSON schema of a vocabulary");
  Known.rest(Request.Flags);
  Expected<std::vector<std::string>> Paths = Known.parse(Arguments);
  if (!Paths)
    return usageError(Paths.takeError());
  if (Known.helpShown())
    return Clean;
  if (Schema) {
    outs() << formatv("{0:2}", vocabularySchema()) << '\n';
    return Clean;
  }
  if (!Checked.empty())
    return check(Checked, Header, Request.Flags);
  if (!Header.empty())
    return usageError("--header goes with --check");
  if (Suggest) {
    Request.Paths = *Paths;
    Expected<Project> Found = loadProject(Request);
    if (!Found)
      return usageError(Found.takeError());
    return suggest(Found->Units, Write, Append);
  }
  if (Write || Append)
    return usageError("--write and --append go with --suggest");
  if (Paths->empty()) {
    if (!Resolve.empty() || !Cover.empty() || Request.Flags)
      return usageError("there is no FILE to look at");
    return list();
  }
  if (Paths->size() > 1)
    return usageError("one FILE at a time");
  if (!sys::fs::exists(Paths->front()) && Resolve.empty() && Cover.empty() &&
      !Request.Flags)
    return describeName(Paths->front());
  Request.Paths = *Paths;
  Expected<Project> Found = loadProject(Request);
  if (!Found)
    return usageError(Found.takeError());

  Scan Result;
  scan(Found->Units.front(), Result);
  if (!Result.Project.Error.empty()) {
    errs() << Result.Project.Error << '\n';
    return Usage;
  }
  for (const auto &[Line, Column, Spelling, Roles] : Result.Uses)
    outs() << Line << ':' << Column << ": " << Spelling << ": " << Roles
           << '\n';
  if (!Result.Parsed)
    return NotAnalysed;

  int Status = Clean;
  auto Check = [&](StringRef Library, bool Covered) -> bool {
    bool Any = false;
    for (const Entry &E : Result.Project.Words->entries()) {
      if (!isOf(E, Library))
        continue;
      Any = true;
      if (auto Wrong = Result.Wrong.find(&E); Wrong != Result.Wrong.end()) {
        outs() << Wrong->second << '\n';
        Status = tidepool::Found;
      }
      if (Result.Elsewhere.contains(&E)) {
        outs() << "not demanded here: " << E.spelling() << conditionsOf(E)
               << ": " << E.IfDefined << " is not defined\n";
      } else if (!Result.Resolved.contains(&E)) {
        outs() << "not resolved: " << E.spelling() << conditionsOf(E) << '\n';
        Status = tidepool::Found;
      } else if (Covered && !Result.Used.contains(&E)) {
        outs() << "not used: " << E.spelling() << conditionsOf(E) << ": "
               << rolesOf(E) << '\n';
        Status = tidepool::Found;
      }
    }
    return Any;
  };
  for (const std::string &Library : Resolve)
    if (!Check(Library, false))
      return usageError(
          unknownLibrary(Result.Project.Words->entries(), Library));
  for (const std::string &Library : Cover)
    if (!Check(Library, true))
      return usageError(
          unknownLibrary(Result.Project.Words->entries(), Library));
  return Status;
}

} // namespace tidepool
