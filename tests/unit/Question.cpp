// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Question.h"
#include "vocabulary/Loader.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"

using namespace clang;

namespace tidepool {

// As in a real header; `std` for what the language asks for. What takes a
// lambda must have a body, since its type has no linkage.
static const char *const Library = R"cpp(
#pragma GCC system_header
namespace std {
template <class T> class initializer_list {
  const T *First;
  unsigned long Count;
};
template <class T> const T *begin(initializer_list<T>);
template <class T> const T *end(initializer_list<T>);
} // namespace std

namespace lib {
using size_t = unsigned long;

// Tasks. A task that runs must not be destroyed, a scoped one is joined.
struct task {
  task();
  template <class F, class... A> explicit task(F, A...) {}
  task(task &&);
  task &operator=(task &&);
  ~task();
  void join();
  bool join_for(int);
  void detach();
};
struct scoped_task {
  scoped_task();
  template <class F> explicit scoped_task(F) {}
  scoped_task(scoped_task &&);
  scoped_task &operator=(scoped_task &&);
  ~scoped_task();
  void join();
};
struct result {
  result();
  result(result &&);
  result &operator=(result &&);
  ~result();
  void get();
};
template <class F, class... A> void start(F, A...) {}
template <class F> task make(F) { return task(); }
template <class F> result async(F) { return result(); }
template <class F> void start_at(task *, F) {}
void join_at(task *);
void detach_at(task *);
struct pool {
  explicit pool(int);
  template <class F> void submit(F) {}
};
struct group {
  template <class F> void run(F) {}
  void wait();
};
struct lazy {};
struct shared_pool {
  static shared_pool &instance();
  template <class F> void submit(F) {}
  void drain();
  void resize(int);
};
shared_pool *make_pool(int);
// A worker runs what overrides its run(), a job too, where it is queued.
struct worker {
  virtual ~worker();
  virtual void run();
  void start();
  void wait();
};
struct job {
  virtual ~job();
  virtual void run() = 0;
};
struct process {
  ~process();
  void start();
};
void enqueue(job *);
struct session {
  virtual ~session();
  virtual void on_client();
};
struct collector {
  ~collector();
  void add(result);
};
// What is started on it is awaited as a whole; a scoped one is so at its end.
struct crew {
  crew();
  template <class F> result run(F) { return result(); }
  template <class F> void run_and_wait(F) {}
  void wait();
};
struct scoped_crew {
  explicit scoped_crew(pool &);
  ~scoped_crew();
  template <class F> void run(F) {}
};
template <class F> result run_in(crew &, F) { return result(); }
struct poster {
  template <class F> void operator()(F) const {}
};
extern const poster post;

// Limits.
struct limit {
  explicit limit(int);
  void acquire();
  bool try_acquire();
  bool try_acquire_for(int);
  void release();
};
// No limit before it has a capacity.
struct queue {
  void set_capacity(int);
  void push(int);
  bool try_push(int);
  void pop(int &);
};
struct rate {
  explicit rate(int);
  void acquire();
};
struct permit {
  explicit permit(limit &);
  permit(permit &&);
  ~permit();
};
struct c_limit;
void c_limit_init(c_limit *, int);
void c_limit_wait(c_limit *);
int c_limit_try(c_limit *);
void c_limit_post(c_limit *);

// Waits.
struct lock {};
struct fetched {
  bool await_ready() const noexcept;
  template <class H> void await_suspend(H) const noexcept {}
  int await_resume() const noexcept;
};
struct wire {
  fetched fetch();
  int read();
  void patience(int);
  void close();
};
struct stop {
  bool asked() const;
};
struct condition {
  void wait(lock &);
  template <class P> void wait(lock &, P) {}
};
struct latch {
  explicit latch(int);
  void count_down();
  void wait();
};

// Numbers.
unsigned cores();
const char *env(const char *);
int parse(const char *);
template <class T> const T &min(const T &, const T &);
template <class T> const T &max(const T &, const T &);
struct flag {
  bool load() const;
  operator bool() const;
};
struct counter {
  counter &operator++();
  counter &operator--();
  int fetch_add(int);
  int fetch_sub(int);
  operator int() const;
};

// Containers.
template <class T> struct vector {
  struct iterator {
    T &operator*() const;
    iterator &operator++();
    bool operator==(const iterator &) const;
  };
  vector();
  explicit vector(size_t);
  vector(std::initializer_list<T>);
  size_t size() const;
  bool empty() const;
  iterator begin();
  iterator end();
  const T *begin() const;
  const T *end() const;
  T &operator[](size_t);
  const T &operator[](size_t) const;
  T &front();
  T &back();
  void push_back(T);
  template <class... A> void emplace_back(A...) {}
  void pop_front();
  void clear();
  void resize(size_t);
};
template <class T, size_t N> struct array {
  T *begin();
  T *end();
};
template <class T> struct box {
  box();
  explicit box(T *);
  void reset(T *);
  T *operator->();
  T &operator*();
};
template <class T> T *make_box(T *);
template <class T> struct walk {
  T Items;
  int *At, *End;
};
template <class T> walk<T> walk_over(const T &);
template <class T> struct taken {
  const T *begin() const;
  const T *end() const;
};
struct span {
  span(int, int);
};
struct taker {};
template <class T> taken<T> take(const vector<T> &, size_t);
taker take(size_t);
template <class T> taken<T> operator|(const vector<T> &, taker);

// Callables.
template <class T> T &&move(T &x) { return static_cast<T &&>(x); }
template <class T> T &ref(T &x) { return x; }
template <class F> struct bound {
  void operator()() {}
};
template <class F, class... A> bound<F> bind(F, A...) { return {}; }
template <class F> struct function {
  template <class G> function(G) {}
  void operator()() const;
};
template <class I, class F> void for_each(I, I, F) {}
template <class F> void for_n(size_t, F) {}
template <class F> void call(F) {}
template <class F> void on_request(F) {}
template <class F, class G> void on_event(F, G, int Priority = 0) {}
template <class F> F with_name(int, F f) { return f; }
struct named {
  template <class F> F operator()(F f) const { return f; }
};
extern const named with_no_name;
void each(const vector<int> &, void (*)(int));
void later(void (*)());

// Waits for many at once.
lazy fetch(int);
template <class R> void gather(R);
template <class... T> void gather_each(T...);
template <class I> void gather_between(I, I);
template <class R, class F> void gather_of(R, F) {}
template <class R> void gather_limited(R, size_t);
struct chain {};
chain operator&&(chain, chain);
chain chained(int);

// The outside. A link waits for its other side unless it has a patience.
using link = int;
link dial();
link dial_nonblocking();
link own_link();
void serve(link);
void set_patience(link, int);
void set_mode(link, int);
constexpr int NoWait = 8;
void say(link);
void ring_in(int);
int receive(link);
int receive_for(link, int);
struct watch {
  link l;
};
int watch_for(watch *, int);
struct line {
  int fd;
};
line *open_line(const char *);
line *line_of(link);
int ask(line *);
void hang_up(line *);
struct seconds {
  int count;
};
struct reply {
  reply();
  reply(reply &&);
  void get();
  bool wait_for(seconds);
};
int accept();
bool pending();
} // namespace lib

extern "C" void close_it(int);

// What tests ask about.
template <class T> void number(T);
template <class T> void elements(const T &);
void work();

#define LIB_TEST(Name) void Name()
#define LIB_TEST_MAIN(Class) int run_all() { Class tests; return 0; }
#define LIB_FOREACH(Name, Items)                                              \
  for (auto step = lib::walk_over(Items); step.At != step.End; ++step.At)     \
    if (Name = *step.At; false) {                                             \
    } else
#define LIB_TEST_OF(Suite, Name) LIB_TEST(Suite##_##Name)
)cpp";

const std::string &libraryVocabulary() {
  static const std::string Text = R"yaml(
version: 1
library: lib
entries:
  - class: lib::task
    constructor: true
    min-arguments: 1
    spawn: {starts: thread, callable: 0, on-drop: terminates}
  - class: lib::scoped_task
    constructor: true
    min-arguments: 1
    spawn: {starts: thread, callable: 0, on-drop: joins}
  - function: lib::start
    min-arguments: 1
    spawn: {starts: thread, callable: 0, handle: result}
  - function: lib::make
    spawn: {starts: thread, callable: 0, handle: result, on-drop: terminates}
  - function: lib::async
    spawn: {starts: thread, callable: 0, handle: result, on-drop: joins}
  - function: lib::start_at
    spawn: {starts: thread, callable: 1, handle: 0}
  - class: lib::pool
    member: submit
    spawn: {starts: pooled, callable: 0, handle: result}
  - class: lib::group
    member: run
    spawn: {starts: pooled, callable: 0}
  - class: lib::group
    member: wait
    wait: {for: task}
  - class: lib::lazy
    task: {starts: lazy}
  - class: lib::shared_pool
    member: submit
    spawn: {starts: pooled, callable: 0, pool: this}
  - class: lib::shared_pool
    member: drain
    wait: {for: task}
  - class: lib::shared_pool
    member: resize
    pool: {size: 0, unlimited: -1}
  - function: lib::make_pool
    pool: {pool: result, size: 0, unlimited: -1}
  - function: lib::gather
    gather: {range: 0, limited: 'lib::gather_limited', limited-at: 1}
    counterpart: gather_limited
  - function: lib::gather_each
    gather: {range: 0, iterators: true, first: 0}
  - function: lib::gather_between
    gather: {range: 0, iterators: true, first: 0}
  - function: lib::gather_of
    gather: {range: 0, callable: 1}
  - function: lib::gather_limited
    gather: {range: 0, limit: 1}
  - function: lib::operator&&
    gather: {first: 0}
  - class: lib::worker
    member: start
    spawn: {starts: thread}
  - class: lib::worker
    task: {starts: lazy, body: run}
  - class: lib::worker
    member: wait
    wait: {for: task}
  - class: lib::job
    task: {starts: lazy, body: run}
  - function: lib::enqueue
    spawn: {starts: pooled, callable: 0}
  - class: lib::process
    member: start
    spawn: {starts: io, on-drop: cancels}
  - class: lib::session
    member: on_client
    handler: {}
  - class: lib::collector
    task: {starts: eager, on-drop: joins}
  - class: lib::crew
    member: run
    spawn: {starts: pooled, callable: 0, handle: result}
  - class: lib::crew
    member: run_and_wait
    spawn: {starts: pooled, callable: 0, handle: result}
    wait: {for: task}
  - class: lib::crew
    member: wait
    wait: {for: task}
  - function: lib::run_in
    spawn: {starts: pooled, callable: 1, handle: result}
  - class: lib::scoped_crew
    task: {starts: eager, on-drop: joins}
  - class: lib::scoped_crew
    member: run
    spawn: {starts: pooled, callable: 0, handle: result}
  - object: lib::post
    spawn: {starts: coroutine, callable: 0, handle: result}
  - class: ['lib::task', 'lib::scoped_task']
    member: join
    wait: {for: task}
  - class: lib::task
    member: join_for
    wait: {for: task, timed: true}
  - class: lib::task
    member: detach
    detach: {}
  - class: lib::result
    member: get
    wait: {for: task}
  - function: lib::join_at
    wait: {for: task, object: 0}
  - function: lib::detach_at
    detach: {task: 0}
  - class: lib::limit
    limiter: {does: type, capacity: 0}
  - class: lib::limit
    member: acquire
    limiter: {does: acquire}
  - class: lib::limit
    member: try_acquire
    limiter: {does: try}
  - class: lib::limit
    member: try_acquire_for
    limiter: {does: timed}
  - class: lib::limit
    member: release
    limiter: {does: release}
  - class: lib::queue
    limiter: {does: type, unlimited-at-first: true}
  - class: lib::queue
    member: set_capacity
    limiter: {does: create, capacity: 0}
  - class: lib::queue
    member: push
    limiter: {does: acquire}
  - class: lib::queue
    member: try_push
    limiter: {does: try}
  - class: lib::queue
    member: pop
    limiter: {does: release}
    wait: {for: condition}
  - class: lib::rate
    member: acquire
    limiter: {does: acquire, limits: rate}
  - class: lib::permit
    limiter: {does: guard}
  - function: lib::c_limit_init
    limiter: {does: create, limiter: 0, capacity: 1}
  - function: lib::c_limit_wait
    limiter: {does: acquire, limiter: 0}
  - function: lib::c_limit_try
    limiter: {does: try, limiter: 0, zero-is-success: true}
  - function: lib::c_limit_post
    limiter: {does: release, limiter: 0}
  - class: lib::condition
    member: wait
    wait: {for: condition}
  - class: lib::latch
    member: wait
    wait: {for: arrivals}
  - function: lib::cores
    cores: {}
  - function: lib::env
    config: {}
  - function: lib::parse
    passes: {argument: 0}
  - function: lib::min
    bounds: {}
  - function: lib::take
    min-arguments: 2
    bounds: {by: 1}
  - function: lib::take
    bounds: {by: 0}
  - class: lib::array
    bounds: {by: 1}
  - class: lib::vector
    member: emplace_back
    constructs: {template-of: class}
  - function: ['lib::move', 'lib::ref', 'lib::make_box', 'lib::walk_over']
    passes: {argument: 0}
  - function: lib::with_name
    passes: {argument: 1}
  - object: lib::with_no_name
    passes: {argument: 0}
  - function: lib::for_each
    iterates: {callable: 2, range: 0}
  - function: lib::for_n
    iterates: {callable: 1, range: 0}
  - class: lib::span
    constructor: true
    bounds: {by: 1}
  - function: lib::call
    calls: {callable: 0}
  - function: ['lib::on_request', 'lib::later']
    handler: {callable: 0}
  - function: lib::on_event
    handler: {callable: last}
  - function: lib::each
    iterates: {callable: 1, range: 0}
  - function: lib::dial
    handle: {of: remote}
  - function: lib::dial_nonblocking
    handle: {of: remote}
    deadline: {does: non-blocking, on: result}
  - function: lib::own_link
    handle: {of: local}
  - function: lib::serve
    handle: {of: clients, at: 0}
  - function: lib::set_patience
    deadline: {on: 0, time: 1, unit: seconds, none: 0}
  - function: lib::set_mode
    when: [{argument: 1, constant: false}]
    deadline: {does: perhaps, on: 0}
  - function: lib::say
    io: {on: 0}
  - function: lib::ring_in
    deadline: {does: perhaps}
  - function: lib::receive
    io: {waits: blocking, on: 0}
  - function: lib::receive_for
    io: {waits: blocking, on: 0}
    deadline: {time: 1, none: -1}
  - function: lib::watch_for
    io: {waits: blocking, on: 0}
    deadline: {does: ready, on: 0, time: 1, none: -1}
  - function: lib::open_line
    io: {waits: blocking, peer: server, on: result}
    handle: {of: remote}
    deadline: {on: result, time: 0, keys: [open=], later-keys: [ask=]}
  - function: lib::line_of
    handle: {of: remote, from: [0]}
  - function: lib::ask
    io: {waits: blocking, peer: server, on: 0}
  - class: lib::reply
    task: {starts: eager}
  - class: lib::reply
    member: get
    wait: {for: task}
    io: {waits: blocking, peer: task, on: this}
  - class: lib::reply
    member: wait_for
    wait: {for: task, timed: true}
    io: {waits: blocking, peer: task, on: this}
    deadline: {does: ready, on: this, time: 0, unit: duration}
  - function: lib::accept
    io: {accepts: true}
  - class: lib::wire
    member: fetch
    io: {waits: async, on: this}
  - class: lib::wire
    member: read
    io: {waits: blocking, on: this, untimed: true}
    blocking: {by: net}
  - class: lib::wire
    member: patience
    deadline: {on: this, async-only: true}
  - class: lib::wire
    member: close
    ends: {}
  - class: lib::stop
    expiry: {is: token}
  - macro: [LIB_TEST, LIB_TEST_MAIN]
    test: {}
)yaml";
  return Text;
}

const std::string Coroutines = R"cpp(
namespace std {
template <class R, class... A> struct coroutine_traits {
  using promise_type = typename R::promise_type;
};
template <class P = void> struct coroutine_handle {
  static coroutine_handle from_address(void *) noexcept;
  template <class Q> coroutine_handle(coroutine_handle<Q>) noexcept;
};
struct suspend_never {
  bool await_ready() const noexcept;
  void await_suspend(coroutine_handle<>) const noexcept;
  void await_resume() const noexcept;
};
} // namespace std
struct Co {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) const noexcept;
  void await_resume() const noexcept;
  struct promise_type {
    Co get_return_object();
    std::suspend_never initial_suspend();
    std::suspend_never final_suspend() noexcept;
    void return_void();
    void unhandled_exception();
  };
};
)cpp";

namespace {
/// Clang's errors, instead of on the terminal.
class Collector : public DiagnosticConsumer {
public:
  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Error)
      return;
    SmallString<128> Words;
    Info.FormatDiagnostic(Words);
    unsigned Line =
        Info.hasSourceManager()
            ? Info.getSourceManager().getPresumedLineNumber(Info.getLocation())
            : 0;
    Errors.push_back(std::to_string(Line) + ": " + Words.str().str());
  }
  std::vector<std::string> Errors;
};

/// Calls and constructions by the name that is written, resolved or not.
class Finder : public RecursiveASTVisitor<Finder> {
public:
  explicit Finder(bool Everything) : Everything(Everything) {}
  bool shouldVisitTemplateInstantiations() const { return Everything; }
  bool shouldVisitImplicitCode() const { return Everything; }

  bool VisitExpr(Expr *E) {
    Expressions.push_back(E);
    return true;
  }
  bool VisitFunctionDecl(FunctionDecl *D) {
    Functions.push_back(D);
    return true;
  }
  bool VisitVarDecl(VarDecl *D) {
    Variables.push_back(D);
    return true;
  }

  std::vector<const Expr *> Expressions;
  std::vector<const FunctionDecl *> Functions;
  std::vector<const VarDecl *> Variables;

private:
  bool Everything;
};
} // namespace

static Finder findIn(ASTContext &Context, bool Everything) {
  Finder Found(Everything);
  Found.TraverseAST(Context);
  return Found;
}

static StringRef nameOfCallee(const Expr *E) {
  DeclarationName Name;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
    // What takes a task over is not what started it.
    if (!Construct->getConstructor()->isCopyOrMoveConstructor())
      Name = Construct->getConstructor()->getParent()->getDeclName();
  } else if (const auto *Call = dyn_cast<CallExpr>(E)) {
    const Expr *Callee = Call->getCallee()->IgnoreParenImpCasts();
    if (const FunctionDecl *Function = Call->getDirectCallee())
      Name = Function->getDeclName();
    else if (const auto *Overloaded = dyn_cast<OverloadExpr>(Callee))
      Name = Overloaded->getName();
    else if (const auto *Dependent =
                 dyn_cast<CXXDependentScopeMemberExpr>(Callee))
      Name = Dependent->getMember();
    // An object that is called: by the object's name.
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
        Operator && Operator->getOperator() == OO_Call)
      if (const auto *Object =
              dyn_cast<DeclRefExpr>(Operator->getArg(0)->IgnoreParenImpCasts()))
        Name = Object->getDecl()->getDeclName();
  }
  return Name.isIdentifier() && Name.getAsIdentifierInfo()
             ? Name.getAsIdentifierInfo()->getName()
             : StringRef();
}

std::shared_ptr<ASTUnit>
parse(StringRef Code, std::vector<std::string> *Errors,
      const std::map<std::string, std::string> &OtherFiles,
      const std::string &FileName) {
  // The unit refers to the text of its files.
  auto Files = std::make_shared<tooling::FileContentMappings>();
  Files->emplace_back("/library/lib.h", Library);
  Files->insert(Files->end(), OtherFiles.begin(), OtherFiles.end());
  Collector Diagnostics;
  std::unique_ptr<ASTUnit> AST = tooling::buildASTFromCodeWithArgs(
      Code, {"-std=c++20", "-fopenmp", "-include", "/library/lib.h"}, FileName,
      "tidepool", std::make_shared<PCHContainerOperations>(),
      tooling::getClangStripDependencyFileAdjuster(), *Files, &Diagnostics);
  if (Errors)
    *Errors = Diagnostics.Errors;
  else
    for (const std::string &Error : Diagnostics.Errors)
      ADD_FAILURE() << "the source does not compile: " << Error;
  return {AST.release(), [Files](ASTUnit *Parsed) { delete Parsed; }};
}

static std::vector<Entry> orDie(llvm::Expected<std::vector<Entry>> Loaded) {
  if (!Loaded)
    llvm::report_fatal_error(llvm::Twine(toString(Loaded.takeError())));
  return std::move(*Loaded);
}

Question::Question(StringRef Code, Source As) {
  std::vector<std::string> Errors;
  AST = parse(Code, As == Source::HalfTyped ? &Errors : nullptr);
  static const auto Words = std::make_shared<const Vocabulary>(
      orDie(loadVocabulary(libraryVocabulary(), "lib.yaml")));
  ASTContext &Context = AST->getASTContext();
  // What the checks see: no system headers.
  std::vector<Decl *> Own;
  for (Decl *D : Context.getTranslationUnitDecl()->decls())
    if (D->getLocation().isValid() &&
        !AST->getSourceManager().isInSystemHeader(
            AST->getSourceManager().getExpansionLoc(D->getLocation())))
      Own.push_back(D);
  Unit.begin(Context, Words);
  Context.setTraversalScope(Own);
}

Question::~Question() = default;

const Expr *Question::call(StringRef Name, unsigned Skip) {
  Finder Found = findIn(Unit.context(), /*Everything=*/false);
  for (const Expr *E : Found.Expressions)
    if (nameOfCallee(E) == Name && Skip-- == 0)
      return E;
  ADD_FAILURE() << "the source has no call of " << Name.str();
  return Found.Expressions.front();
}

const Expr *Question::argument(StringRef Name, unsigned Index) {
  const Expr *E = call(Name);
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return Construct->getArg(Index);
  return cast<CallExpr>(E)->getArg(Index);
}

const FunctionDecl *Question::function(StringRef Name) {
  Finder Found = findIn(Unit.context(), /*Everything=*/false);
  for (const FunctionDecl *D : Found.Functions)
    if (D->getNameAsString() == Name)
      return D;
  return nullptr;
}

const VarDecl *Question::variable(StringRef Name) {
  Finder Found = findIn(Unit.context(), /*Everything=*/false);
  for (const VarDecl *D : Found.Variables)
    if (D->getName() == Name)
      return D;
  return nullptr;
}

Spawn Question::spawn(StringRef Name) {
  Finder Found = findIn(Unit.context(), /*Everything=*/false);
  for (const Expr *E : Found.Expressions)
    if (nameOfCallee(E) == Name)
      if (std::optional<Spawn> Started = spawnAt(Unit, E))
        return *Started;
  ADD_FAILURE() << Name.str() << " starts nothing";
  static const Entry None;
  return {Found.Expressions.front(), &None, {}, nullptr, {}};
}

Loop Question::loop(const Expr *Inside, unsigned Out) {
  DynTypedNode Node = DynTypedNode::create(*Inside);
  for (DynTypedNodeList Up = Unit.context().getParents(Node); !Up.empty();
       Up = Unit.context().getParents(Node)) {
    Node = Up[0];
    if (const Stmt *S = Node.get<Stmt>())
      if (std::optional<Loop> L = loopOf(Unit, S); L && Out-- == 0)
        return *L;
  }
  ADD_FAILURE() << "no loop is there";
  return {Loop::Kind::Goto, Inside};
}

std::vector<const Expr *> Question::expressions() {
  return findIn(Unit.context(), /*Everything=*/true).Expressions;
}

std::vector<Loop> Question::loops() {
  std::vector<Loop> Loops;
  llvm::SmallPtrSet<const Stmt *, 8> Seen;
  for (const Expr *E : expressions())
    for (const Stmt *Up = E; Up; Up = Unit.parentStmt(Up))
      if (Seen.insert(Up).second)
        if (std::optional<Loop> L = loopOf(Unit, Up))
          Loops.push_back(*L);
  return Loops;
}

llvm::ArrayRef<StringRef> halfTyped() {
  // One a line.
  static const StringRef All =
      R"cpp(void f(lib::vector<int> v) { for (auto u : v) lib::start(
void f(lib::vector<int> v) { for (auto u : v) lib::start([&] { work(
void f(int n) { for (int i = 0; i < 
void f(int n) { for (int i = 0; i < n; 
void f(int n) { for (int i = 0; i < missing; ++i) lib::start(work); }
void f(lib::vector<int> v) { for (auto u : ) lib::start(work); }
void f(lib::vector<int> v) { for (auto u : missing) lib::start(u); }
void f() { while (lib::accept( lib::start(work); }
void f() { lib::limit s(; for (;;) { s.acquire(); lib::start(work); } }
void f() { lib::limit s(4); for (;;) { s.acq(); lib::start(work); } }
void f() { for (;;) { lib::task t = ; t.join(); } }
void f() { lib::vector<lib::task> ts; for (;;) { ts.emplace_back( } }
void f() { lib::vector<lib::task> ts; for (;;) ts.push_back(lib::task(missing)); }
void f(lib::vector<int> v) { lib::for_each(v.begin(), v.end(), [&](int i) { lib::start(
struct S { lib::limit s; S() : s( } ; void f(S &o) { for (;;) { o.s.acquire(); lib::start(work); } }
struct S; void f(S &o) { for (auto &x : o.items) lib::start(x); }
int main() { lib::on_request([] { lib::start(work)
LIB_TEST(f) { for (int i = 0; i < 3; ++i) lib::start(
void f(int n) { do { lib::start(work); } while (
void f() { again: lib::start(work); goto ; }
auto f() { return [](auto x) { for (auto y : x) lib::start(y; }; }
)cpp";
  static const SmallVector<StringRef, 32> Sources = [] {
    SmallVector<StringRef, 32> Lines;
    All.split(Lines, '\n', -1, /*KeepEmpty=*/false);
    return Lines;
  }();
  return Sources;
}

const StringRef DependentCode = R"cpp(
template <class T, int N> struct Crawler {
  T Items;
  typename T::limiter Limit;
  lib::vector<lib::task> Tasks;
  Crawler() : Limit(N) {}
  template <class F> void all(F f, int n) {
    for (auto &Item : Items) {
      Limit.acquire();
      lib::start(f, Item);
    }
    for (int I = 0; I < N; ++I)
      Tasks.emplace_back(f, I);
    for (auto It = Items.begin(); It != Items.end(); ++It)
      Tasks.push_back(lib::task(f));
    while (f.more(n))
      typename T::task t(f);
    lib::for_each(Items.begin(), Items.end(), [&](auto &x) { lib::start(x); });
    number(N);
    elements(Items);
  }
};
)cpp";

} // namespace tidepool
