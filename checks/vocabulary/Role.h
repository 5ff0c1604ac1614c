// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What an API is to Tidepool. A library is described by entries that give its
// declarations these roles; nothing else in Tidepool knows a library by name.
// The YAML keys are the same words in kebab-case
// (docs/dev/adding-a-library.md).

#ifndef TIDEPOOL_CHECKS_VOCABULARY_ROLE_H
#define TIDEPOOL_CHECKS_VOCABULARY_ROLE_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tidepool {

/// Where an operation finds the object it works on.
struct ObjectPlace {
  enum class Kind : uint8_t {
    /// The object of a member call, or what a constructor makes.
    This,
    /// The value the call returns.
    Result,
    /// The argument Index, looking through & and std::ref-like wrappers.
    Argument,
    /// The last argument that the caller gives: a handler, a token.
    Last,
  };
  Kind In = Kind::This;
  unsigned Index = 0;
};

/// Starts something that runs at the same time as its caller.
struct SpawnRole {
  enum class What : uint8_t {
    Thread,    ///< a new thread of the operating system
    Pooled,    ///< queued on a pool that exists already
    Coroutine, ///< a coroutine or fibre
    Io,        ///< an operation of another device or process
  };
  enum class Drop : uint8_t {
    Nothing,    ///< the task goes on, unseen
    Terminates, ///< the process ends
    Joins,      ///< the destructor waits for the task
    Cancels,    ///< the task is stopped
  };
  What Starts = What::Thread;
  /// Which argument is the callable; none where the object itself is.
  std::optional<unsigned> Callable;
  /// Where the handle of the task is.
  ObjectPlace Handle;
  /// What happens when the handle is destroyed before the task has ended.
  Drop OnDrop = Drop::Nothing;
  /// The call itself waits, throws or fails where a bound is reached.
  bool WaitsForCapacity = false;
  /// For Pooled: where the pool is; none where nothing says.
  std::optional<ObjectPlace> Pool;
};

/// A type whose objects stand for a task.
struct TaskRole {
  enum class Start : uint8_t { Eager, Lazy };
  Start Starts = Start::Eager;
  SpawnRole::Drop OnDrop = SpawnRole::Drop::Nothing;
  /// The member whose override is the code of the task; empty: none is.
  std::string Body;
};

/// Makes a pool of workers or connections, or sets how many it has.
struct PoolRole {
  enum class Work : uint8_t {
    Unknown,
    Cpu,      ///< it computes
    Io,       ///< it waits for other devices and processes
    Database, ///< its members are connections
  };
  /// What 0 stands for.
  enum class Zero : uint8_t {
    Default, ///< a size of the library's choice
    None,    ///< a pool in which nothing ever runs
  };
  /// How many tasks may wait: an argument says, or there is no bound.
  struct Capacity {
    std::optional<unsigned> Argument;
  };
  ObjectPlace Pool;
  Work For = Work::Unknown;
  /// Which argument says how many workers there are at most.
  std::optional<unsigned> Size;
  /// Which one says how many there are before the queue is full.
  std::optional<unsigned> Minimum;
  std::optional<Capacity> Queue;
  /// Which one says how many such pools there are.
  std::optional<unsigned> Instances;
  /// The values of Size with which there are as many as tasks.
  std::vector<int64_t> Unlimited;
  Zero OnZero = Zero::Default;
};

/// Lets a task go on with nobody left to wait for it.
struct DetachRole {
  ObjectPlace Task;
};

/// Waits for several tasks at once, or starts a callable for each element and
/// waits for all of them.
struct GatherRole {
  SpawnRole::What Starts = SpawnRole::What::Coroutine;
  /// Where the tasks are, or the elements that Callable is called with: one
  /// argument, or the object itself, which collected them.
  std::optional<ObjectPlace> Range;
  /// The range is a pair of iterators, Range and the argument after it.
  bool Iterators = false;
  /// The first of the arguments that are a task each.
  std::optional<unsigned> First;
  /// What is called once an element; none where the elements are tasks.
  std::optional<unsigned> Callable;
  /// How many run at once; none: all of them.
  std::optional<unsigned> Limit;
  /// The function that takes a limit as its argument LimitedAt, behind those
  /// that this one takes there; empty where there is none.
  std::string Limited;
  unsigned LimitedAt = 0;
};

/// Hands out a limited number of permits.
struct LimiterRole {
  enum class Operation : uint8_t {
    Type,    ///< the class itself
    Create,  ///< a call that sets the capacity of an existing object
    Acquire, ///< waits until a permit is free
    Timed,   ///< waits so long at most, then refuses
    Try,     ///< refuses at once
    Release,
    Guard, ///< a type that holds a permit until it is destroyed
  };
  enum class What : uint8_t { Concurrency, Rate };
  Operation Does = Operation::Type;
  What Limits = What::Concurrency;
  ObjectPlace Limiter;
  /// Which argument of the constructor or of Create is the capacity.
  std::optional<unsigned> Capacity;
  /// For Try and Timed: the call returns zero where it succeeds, as C does.
  bool ZeroIsSuccess = false;
  /// For Type: it limits nothing before a Create sets its capacity.
  bool UnlimitedAtFirst = false;
};

/// Blocks until something else has happened.
struct WaitRole {
  enum class For : uint8_t {
    Task,      ///< the end of one task
    Permit,    ///< a permit of a limiter
    Condition, ///< a change that another thread announces
    Arrivals,  ///< a number of arrivals (latch, barrier)
    Lock,
  };
  For WaitsFor = For::Task;
  ObjectPlace Object;
  /// Gives up after a time that the caller gives.
  bool Timed = false;
  /// Runs other tasks meanwhile instead of blocking its thread.
  bool Helping = false;
};

/// Mutual exclusion.
struct LockRole {
  enum class Of : uint8_t { Thread, Async };
  enum class Operation : uint8_t { Type, Lock, Try, Unlock, Guard };
  Of Holds = Of::Thread;
  Operation Does = Operation::Type;
  /// The mutex; for Guard, an argument of the guard's constructor.
  ObjectPlace Mutex;
};

/// Fork and join that limits itself to the machine.
struct ParallelRole {};

/// Tells how many tasks the machine runs at once.
struct CoresRole {
  /// How it is written where a size is wanted, never less than one.
  std::string Expression;
  /// The expression suits pools of every library.
  bool Everywhere = false;
};

/// Brings a value in from outside the program: a flag, a variable, a file.
struct ConfigRole {};

/// Blocks the calling thread.
struct BlockingRole {
  enum class Kind : uint8_t { Sleep, Sync, File, Net, Process, ThreadStart };
  Kind By = Kind::Sync;
};

/// Depends on another process or device.
struct IoRole {
  enum class Waits : uint8_t {
    Never,    ///< it does not, or its own defaults bound it
    Blocking, ///< the call returns when the other side has acted
    Async,    ///< it starts; who waits for its result waits for the other side
  };
  enum class Peer : uint8_t {
    Network,
    Server,
    Client,
    Process,
    Child,
    Task,
    Sender, ///< whoever sends something
  };
  /// Each return is a new connection of a client.
  bool Accepts = false;
  Waits Does = Waits::Never;
  /// Whom it waits for.
  Peer For = Peer::Network;
  /// The connection, request or descriptor that it waits on, where deadlines
  /// may have been set before; none: the call stands alone.
  std::optional<ObjectPlace> On;
  /// No deadline set before bounds it, only somebody who closes what it waits
  /// on.
  bool Untimed = false;
  /// It makes the connection.
  bool Connects = false;
  /// It only sends this argument, and no answer is due when it returns.
  std::optional<unsigned> Sends;
  /// It returns when all has come that was asked for, not with the first part.
  bool Whole = false;
};

/// Makes a handle that operations wait on, or tells what it stands for.
struct HandleRole {
  enum class Of : uint8_t {
    Remote,  ///< a connection to another machine or process
    Child,   ///< a process that this one started
    Local,   ///< answered by this process, the kernel or a disk
    Clients, ///< from here on, whoever calls: when is not ours to say
    Machine, ///< another process of this machine
  };
  Of Is = Of::Remote;
  ObjectPlace At{ObjectPlace::Kind::Result, 0};
  /// A deadline set on one of these bounds the handle, too.
  std::vector<ObjectPlace> From;
};

/// Says how long something waits at most.
struct DeadlineRole {
  enum class What : uint8_t {
    Set,         ///< what is waited for later gives up in time
    NonBlocking, ///< nothing waits any more
    Ready,       ///< waits itself until there is something to fetch
    Perhaps,     ///< may be any of these
    Never,       ///< takes a deadline away
  };
  enum class Unit : uint8_t { Milliseconds, Seconds, Microseconds, Duration };
  What Does = What::Set;
  /// What it bounds; none: its own call.
  std::optional<ObjectPlace> On;
  /// Which argument is the time.
  std::optional<unsigned> Time;
  Unit In = Unit::Milliseconds;
  /// The value of it that means for ever; a negative one stands for all
  /// negative ones, zero also for a null pointer.
  std::optional<int64_t> None;
  /// Words in the string Time, each of which bounds the call itself ...
  std::vector<std::string> Keys;
  /// ... and each of which bounds what is done with On later.
  std::vector<std::string> LaterKeys;
  /// What blocks does not heed it.
  bool AsyncOnly = false;
  /// It bounds what connects alone.
  bool ConnectOnly = false;
};

/// Calls its callable once per element: a loop that is not a statement.
struct IteratesRole {
  unsigned Callable = 0;
  /// The arguments that say what is iterated over, for messages and sizes.
  unsigned Range = 0;
};

/// Calls its callable once, before it returns.
struct CallsRole {
  unsigned Callable = 0;
};

/// Makes an object of a type from forwarded arguments (emplace_back,
/// make_unique): the constructor's own roles hold for the call.
struct ConstructsRole {
  enum class Of : uint8_t { Class, Function };
  /// Whose template argument says what is made.
  Of TemplateOf = Of::Class;
  unsigned TemplateArgument = 0;
  /// The first argument that is forwarded.
  unsigned First = 0;
};

/// The result is at most the value of each (min), of one (cut, clamp) argument;
/// of a class: its size is this template argument.
struct BoundsRole {
  /// Which argument bounds the result; none: every argument does.
  std::optional<unsigned> By;
};

/// Passes its argument on: std::ref, std::move.
struct PassesRole {
  unsigned Argument = 0;
};

/// Runs its callable per request or on an event loop.
struct HandlerRole {
  /// Where the callable is; none where it is what overrides the member.
  std::optional<ObjectPlace> Callable;
};

/// Of a class: its objects say how long their holder may take.
struct ExpiryRole {
  enum class What : uint8_t {
    Token,     ///< somebody may ask to stop
    Duration,  ///< so long
    TimePoint, ///< until then
    Context,   ///< of a request, whose Member gives its time point
  };
  What Is = What::Duration;
  std::string Member;
};

/// Waits for several operations at once, and ends with the first of them.
struct RaceRole {};

/// Ends what waits on an object: cancel, close.
struct EndsRole {
  ObjectPlace Object;
};

/// Waits for a time, and then runs its callable or goes on.
struct TimerRole {
  /// Where the callable is; none where the caller itself goes on.
  std::optional<ObjectPlace> Callable;
};

/// A macro of a test framework.
struct TestRole {};

/// How the same operation is asked to give up: under another name, or with one
/// more argument.
struct TimedForm {
  /// The members that take a duration, or a time point.
  std::string Duration, TimePoint;
  /// This member itself takes a token.
  bool Token = false;
  /// Before which argument it stands.
  unsigned Argument = 0;
  /// What is called before, on what the operation waits on, with a time point.
  std::string Setter;
};

/// A condition on one argument of a call, or on what it returns. All of an
/// entry's must hold.
struct ArgumentCondition {
  ObjectPlace Argument;
  /// The parameter's or the result's type, or what it points to, is one of
  /// these, written in the user's spelling.
  std::vector<std::string> Types;
  /// The argument is this enumerator, or has its value.
  std::string Enumerator;
  /// The argument is the default one.
  std::optional<bool> Defaulted;
  /// The argument is a null pointer constant.
  std::optional<bool> Null;
  /// The argument is a constant of this value.
  std::optional<int64_t> Value;
  /// The argument names this macro, or has the bits of this enumerator.
  std::string Flag;
  /// The argument is written with literals, macros and enumerators alone.
  std::optional<bool> Constant;
  /// The argument is this data member of some object.
  std::string Member;
};

/// One declaration, what it is, and what to use instead. Where the YAML names
/// several, each has an entry of its own.
struct Entry {
  // What it names: exactly one of Function, Class, Object, Macro and Takes.
  // Class may come with Member or Constructor. Function may end in '*': what a
  // generator made is known by how its name begins.
  std::string Function;
  std::string Class;
  std::string Member;
  bool Constructor = false;
  /// A function object; the entry is for its call.
  std::string Object;
  std::string Macro;
  /// Any member function without a body here whose first parameter is of this
  /// type, or points to it: what a generator makes has no name of its own.
  std::string Takes;

  /// The fewest arguments with which a call is meant.
  unsigned MinArguments = 0;
  /// The most; none: any number.
  std::optional<unsigned> MaxArguments;
  std::vector<ArgumentCondition> When;

  /// Takes away the roles that a base class, or a later entry, would give. Of
  /// a class without a member: those of all members that it inherits.
  bool None = false;
  /// The roles are laid over what is known of the same name, ...
  bool Extends = false;
  /// ... less these: names of roles, as they are written.
  std::vector<std::string> Without;
  std::optional<SpawnRole> Spawn;
  std::optional<TaskRole> Task;
  std::optional<PoolRole> Pool;
  std::optional<DetachRole> Detach;
  std::optional<GatherRole> Gather;
  std::optional<LimiterRole> Limiter;
  std::optional<WaitRole> Wait;
  std::optional<LockRole> Lock;
  std::optional<ParallelRole> Parallel;
  std::optional<CoresRole> Cores;
  std::optional<ConfigRole> Config;
  std::optional<BlockingRole> Blocking;
  std::optional<IoRole> Io;
  std::optional<HandleRole> Handle;
  std::optional<DeadlineRole> Deadline;
  std::optional<IteratesRole> Iterates;
  std::optional<CallsRole> Calls;
  std::optional<ConstructsRole> Constructs;
  std::optional<BoundsRole> Bounds;
  std::optional<PassesRole> Passes;
  std::optional<HandlerRole> Handler;
  std::optional<ExpiryRole> Expiry;
  std::optional<RaceRole> Race;
  std::optional<EndsRole> Ends;
  std::optional<TimerRole> Timer;
  std::optional<TestRole> Test;

  std::optional<TimedForm> Timed;

  /// The bounded or timed form of the same library, for messages and fixes.
  std::string Counterpart;
  std::string Reason;
  /// A macro without which the declaration need not exist. Where it is not
  /// defined, the entry holds all the same if what it names is there.
  std::string IfDefined;
  /// How the entry was checked, and against what version.
  std::string Verified;
  std::string Since;
  std::string Until;
  /// The library, from the file that holds the entry.
  std::string Library;
  /// That file's name without folder and ".yaml".
  std::string File;
  /// Where it stands: the file as messages name it, and its line from 1.
  std::string Path;
  unsigned Line = 0;
  unsigned Column = 0;

  /// What the function that it names hands everything on to, where the entry
  /// was taken over from that.
  std::string Forwards;

  /// Does it change what another entry of the same name says?
  bool extends() const { return Extends || !Without.empty(); }

  /// "std::thread::join", as a user would write it.
  std::string spelling() const;
  /// Where Function stands for all whose names begin alike: how they begin,
  /// without their scope. Else empty.
  llvm::StringRef beginning() const;
  /// Each call that returns one of the class starts a task: an eager coroutine.
  bool startsWhereReturned() const;
  /// It stands for calls that each have a name of their own.
  bool isForMany() const { return !Takes.empty() || !beginning().empty(); }
};

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_VOCABULARY_ROLE_H
