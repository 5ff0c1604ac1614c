// Every entry of asio.yaml, without Boost and with it. The namespace that a run
// is not about does not resolve there, and that alone.
// REQUIRES: tidepool, asio, boost-asio
// RUN: not %tidepool vocab %s --cover asio -- -std=c++20 -DASIO_HAS_CO_AWAIT=1 > %t
// RUN: FileCheck %s --check-prefixes=CHECK,CHANNEL --implicit-check-not='{{^[0-9]+:}}' --implicit-check-not='not used' --implicit-check-not='not resolved: asio' < %t
// RUN: not %tidepool vocab %s --cover asio -- -std=c++20 -DWITH_BOOST -DBOOST_ASIO_HAS_CO_AWAIT=1 -include utility > %t
// RUN: FileCheck %s --check-prefixes=CHECK,BOOST --implicit-check-not='{{^[0-9]+:}}' --implicit-check-not='not used' --implicit-check-not='not resolved: boost' < %t

#ifdef WITH_BOOST
#include <boost/asio.hpp>
#include <boost/asio/spawn.hpp>
namespace net = boost::asio;
using boost::system::error_code;
#else
#include <asio.hpp>
#include <asio/bind_cancellation_slot.hpp>
#include <asio/cancellation_signal.hpp>
#include <asio/experimental/awaitable_operators.hpp>
#include <asio/experimental/channel.hpp>
#include <asio/experimental/concurrent_channel.hpp>
#include <asio/experimental/deferred.hpp>
#include <asio/experimental/parallel_group.hpp>
#include <asio/spawn.hpp>
namespace net = asio;
using asio::error_code;
#endif
#include <future>

using net::awaitable;
using net::use_awaitable;
using net::ip::tcp;
using net::ip::udp;

awaitable<void> session(int number);
void work();

awaitable<void> coroutines(net::io_context &context, net::thread_pool &pool) {
  net::co_spawn(context, session(1), net::detached);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::co_spawn: spawn(coroutine, callable 1, argument 0)
  net::co_spawn(pool, [] { return session(2); }, net::detached);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::co_spawn: spawn(coroutine, callable 1, argument 0)
  net::co_spawn(pool.get_executor(), session(3), [](std::exception_ptr) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::co_spawn: spawn(coroutine, callable 1, argument 0)
  net::co_spawn(pool, session(4), net::use_future).wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::co_spawn: spawn(coroutine, callable 1, result)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::future::wait: wait(task)
  co_await net::co_spawn(context, session(5), use_awaitable);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::co_spawn: none(it starts when it is awaited, and who awaits it waits for its end)
  error_code error;
  auto token = net::redirect_error(use_awaitable, error);
  co_await net::co_spawn(context, session(6), token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::co_spawn: none(it starts when it is awaited, and who awaits it waits for its end)
  awaitable<void> later = session(7);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::awaitable: task(lazy, cancels)
  co_await std::move(later);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::move: passes(argument 0)
}

void stackful(net::io_context &context, tcp::acceptor &acceptor,
              tcp::socket &socket) {
  net::spawn([](net::yield_context) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::spawn: spawn(coroutine, callable 0, result)
  net::spawn(context, [](net::yield_context) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::spawn: spawn(coroutine, callable 1, argument 0)
  auto strand = net::make_strand(context);
  net::spawn(strand, [](net::yield_context) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::spawn: spawn(coroutine, callable 1, argument 0)
  net::spawn(context.get_executor(), [&](net::yield_context yield) {
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::spawn: spawn(coroutine, callable 1, argument 0)
    net::spawn(yield, [](net::yield_context) {});
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::spawn: spawn(coroutine, callable 1, argument 0)
    net::co_spawn(context, session(1), yield);
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::co_spawn: none(the calling coroutine goes on when this one has ended)
    net::post(yield);
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::post: none(the calling coroutine itself goes on over there)
    net::defer(context, yield);
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::defer: none(the calling coroutine itself goes on over there)
    net::dispatch(context, yield);
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::dispatch: none(the calling coroutine itself goes on over there)
    acceptor.async_accept(socket, yield);
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_socket_acceptor::async_accept: io(accepts), handler(last argument)
  });
}

awaitable<void> executors(net::io_context &context, net::thread_pool &pool,
                          net::any_io_executor any) {
  net::post(pool, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::post: spawn(pooled, callable 1, argument 0)
  net::defer(pool.get_executor(), work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::defer: spawn(pooled, callable 1, argument 0)
  net::post(net::system_executor(), [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::post: spawn(pooled, callable 1, argument 0)
  net::post(pool, std::packaged_task<int()>([] { return 1; })).get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::post: spawn(pooled, callable 1, result)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::future::get: wait(task)
  net::defer(pool, net::use_future([] { return 1; })).get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::defer: spawn(pooled, callable 1, result)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: {{(boost::)?}}asio::use_future: passes(argument 0)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: std::future::get: wait(task)
  net::post(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::post: spawn(pooled, callable 0, result)
  net::defer([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::defer: spawn(pooled, callable 0, result)
  auto strand = net::make_strand(pool);
  net::post(net::bind_executor(strand, [] {}));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::post: handler(last argument)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: {{(boost::)?}}asio::bind_executor: passes(argument 1)
  net::defer(net::bind_executor(any, [] {}));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::defer: handler(last argument)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: {{(boost::)?}}asio::bind_executor: passes(argument 1)
  net::post(strand, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::post: handler(last argument)
  net::post(any, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::post: handler(last argument)
  net::defer(context, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::defer: handler(last argument)
  net::dispatch(pool, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::dispatch: handler(last argument)
  co_await net::post(pool, use_awaitable);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::post: none(the calling coroutine itself goes on over there)
  co_await net::post(use_awaitable);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::post: none(the calling coroutine itself goes on over there)
  co_await net::defer(context, use_awaitable);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::defer: none(the calling coroutine itself goes on over there)
  co_await net::dispatch(strand, use_awaitable);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::dispatch: none(the calling coroutine itself goes on over there)
#ifdef WITH_BOOST
  // Private in asio 1.22.
  pool.get_executor().execute(work);
  // BOOST: [[#@LINE-1]]:{{[0-9]+}}: boost::asio::thread_pool::basic_executor_type::execute: spawn(pooled, callable 0)
  any.execute(work);
#endif
  pool.get_executor().post([] {}, std::allocator<void>());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::thread_pool::basic_executor_type::post: spawn(pooled, callable 0)
  pool.get_executor().defer([] {}, std::allocator<void>());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::thread_pool::basic_executor_type::defer: spawn(pooled, callable 0)
}

void membersThatPost(net::io_context &context) {
  context.post(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::io_context::post: handler(argument 0)
  context.dispatch(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::io_context::dispatch: handler(argument 0)
  net::io_context::strand strand(context);
  strand.post(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::io_context::strand::post: handler(argument 0)
  strand.dispatch(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::io_context::strand::dispatch: handler(argument 0)
}

void pools() {
  net::thread_pool pool(4);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::thread_pool::thread_pool: pool(size 0, zero none)
  net::thread_pool chosen;
  // A hint, which makes no threads.
  net::io_context context(4);
}

void waits(net::io_context &context, net::thread_pool &pool) {
  pool.join();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::thread_pool::join: wait(task)
  pool.attach();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::thread_pool::attach: wait(task, helping)
  context.run();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::io_context::run: wait(task, helping)
  context.run_for(std::chrono::seconds(1));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::io_context::run_for: wait(task, timed, helping)
  context.run_until(std::chrono::steady_clock::now());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::io_context::run_until: wait(task, timed, helping)
  context.poll();
  net::steady_timer timer(context);
  timer.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_waitable_timer::wait: blocking(sleep)
  timer.async_wait([](error_code) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_waitable_timer::async_wait: handler(last argument), timer(last argument)
  net::signal_set signals(context, 2);
  signals.async_wait([](error_code, int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_signal_set::async_wait: handler(last argument)
}

#ifndef WITH_BOOST
awaitable<void> channels(net::io_context &context) {
  using Places = net::experimental::channel<void(error_code, int)>;
  using Shared = net::experimental::concurrent_channel<void(error_code, int)>;
  Places one(context, 8);
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::basic_channel: limiter(type, capacity 1)
  Shared two(context, 8);
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::basic_concurrent_channel: limiter(type, capacity 1)
  co_await one.async_send(error_code(), 1, use_awaitable);
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::basic_channel::async_send: limiter(acquire), wait(permit)
  co_await two.async_send(error_code(), 1, use_awaitable);
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::basic_concurrent_channel::async_send: limiter(acquire), wait(permit)
  // Nobody waits for this one.
  one.async_send(error_code(), 1, net::detached);
  if (one.try_send(error_code(), 1))
    // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::basic_channel::try_send: limiter(try)
    co_await one.async_receive(use_awaitable);
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::basic_channel::async_receive: limiter(release)
  if (two.try_send(error_code(), 1))
    // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::basic_concurrent_channel::try_send: limiter(try)
    two.async_receive([](error_code, int) {});
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::basic_concurrent_channel::async_receive: limiter(release)
  one.try_receive([](error_code, int) {});
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::basic_channel::try_receive: limiter(release)
  two.try_receive([](error_code, int) {});
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::basic_concurrent_channel::try_receive: limiter(release)
}

void stackfulChannels(
    net::experimental::channel<void(error_code, int)> &one,
    // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::basic_channel: limiter(type, capacity 1)
    net::experimental::concurrent_channel<void(error_code, int)> &two,
    // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::basic_concurrent_channel: limiter(type, capacity 1)
    net::yield_context yield) {
  one.async_send(error_code(), 1, yield);
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::basic_channel::async_send: limiter(acquire), wait(permit)
  two.async_send(error_code(), 1, yield);
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::basic_concurrent_channel::async_send: limiter(acquire), wait(permit)
}
#endif

void blockingCalls(tcp::acceptor &acceptor, tcp::socket &stream,
                   udp::socket &datagrams, tcp::resolver &resolver) {
  tcp::socket client = acceptor.accept();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_socket_acceptor::accept: blocking(net), io(accepts)
  char bytes[64];
  net::read(stream, net::buffer(bytes));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::read: blocking(net), io(waits for network, on argument 0, untimed)
  net::write(stream, net::buffer(bytes));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::write: blocking(net), io
  std::string line;
  net::read_until(stream, net::dynamic_buffer(line), '\n');
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::read_until: blocking(net), io(waits for network, on argument 0, untimed)
  net::connect(stream, resolver.resolve("example.org", "http"));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::connect: blocking(net), io
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: {{(boost::)?}}asio::ip::basic_resolver::resolve: blocking(net), io
  stream.read_some(net::buffer(bytes));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_stream_socket::read_some: blocking(net), io(waits for network, on this, untimed)
  stream.write_some(net::buffer(bytes));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_stream_socket::write_some: blocking(net), io
  stream.send(net::buffer(bytes));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_stream_socket::send: blocking(net), io
  stream.receive(net::buffer(bytes));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_stream_socket::receive: blocking(net), io(waits for network, on this, untimed)
  stream.connect(tcp::endpoint());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_socket::connect: blocking(net), io
  stream.wait(tcp::socket::wait_read);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_socket::wait: blocking(net), io
  udp::endpoint peer;
  datagrams.send(net::buffer(bytes));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_datagram_socket::send: blocking(net), io
  datagrams.send_to(net::buffer(bytes), peer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_datagram_socket::send_to: blocking(net), io
  datagrams.receive(net::buffer(bytes));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_datagram_socket::receive: blocking(net), io(waits for network, on this, untimed)
  datagrams.receive_from(net::buffer(bytes), peer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_datagram_socket::receive_from: blocking(net), io(waits for sender, on this, untimed)
}

void operations(tcp::acceptor &acceptor, tcp::socket &stream,
                udp::socket &datagrams, tcp::resolver &resolver) {
  acceptor.async_accept([](error_code, tcp::socket) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_socket_acceptor::async_accept: io(accepts), handler(last argument)
  char bytes[64];
  auto buffer = net::buffer(bytes);
  auto done = [](error_code, std::size_t) {};
  net::async_read(stream, buffer, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::async_read: io(starts with network, on argument 0), handler(last argument)
  net::async_write(stream, buffer, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::async_write: io(starts with network, on argument 0, sends argument 1), handler(last argument)
  std::string line;
  net::async_read_until(stream, net::dynamic_buffer(line), '\n', done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::async_read_until: io(starts with network, on argument 0), handler(last argument)
  resolver.async_resolve(
      // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::ip::basic_resolver::async_resolve: io, handler(last argument)
      "example.org", "http", [&](error_code, tcp::resolver::results_type all) {
        net::async_connect(stream, all, [](error_code, tcp::endpoint) {});
        // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::async_connect: io, handler(last argument)
      });
  stream.async_read_some(buffer, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_stream_socket::async_read_some: io(starts with network, on this), handler(last argument)
  stream.async_write_some(buffer, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_stream_socket::async_write_some: io(starts with network, on this, sends argument 0), handler(last argument)
  stream.async_send(buffer, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_stream_socket::async_send: io(starts with network, on this, sends argument 0), handler(last argument)
  stream.async_receive(buffer, 0, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_stream_socket::async_receive: io(starts with network, on this), handler(last argument)
  stream.async_connect(tcp::endpoint(), [](error_code) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_socket::async_connect: io, handler(last argument)
  stream.async_wait(tcp::socket::wait_read, [](error_code) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_socket::async_wait: io(starts with network, on this), handler(last argument)
  udp::endpoint peer;
  datagrams.async_send(buffer, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_datagram_socket::async_send: io, handler(last argument)
  datagrams.async_send_to(buffer, peer, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_datagram_socket::async_send_to: io, handler(last argument)
  datagrams.async_receive(buffer, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_datagram_socket::async_receive: io(starts with network, on this), handler(last argument)
  datagrams.async_receive_from(buffer, peer, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_datagram_socket::async_receive_from: io(starts with network, on this), handler(last argument)
}

// A fibre goes on when the operation is done: for it, the call waits.
void fibres(tcp::socket &stream, udp::socket &datagrams,
            tcp::resolver &resolver, net::yield_context yield) {
  char bytes[64];
  auto buffer = net::buffer(bytes);
  std::string line;
  tcp::resolver::results_type all;
  udp::endpoint peer;
  net::async_read(stream, buffer, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::async_read: io(waits for network, on argument 0, untimed)
  net::async_write(stream, buffer, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::async_write: io(waits for network, on argument 0, untimed, sends argument 1)
  net::async_read_until(stream, net::dynamic_buffer(line), '\n', yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::async_read_until: io(waits for network, on argument 0, untimed)
  net::async_connect(stream, all, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::async_connect: io, handler(last argument)
  resolver.async_resolve("example.org", "http", yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::ip::basic_resolver::async_resolve: io, handler(last argument)
  stream.async_read_some(buffer, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_stream_socket::async_read_some: io(waits for network, on this, untimed)
  stream.async_write_some(buffer, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_stream_socket::async_write_some: io(waits for network, on this, untimed, sends argument 0)
  stream.async_send(buffer, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_stream_socket::async_send: io(waits for network, on this, untimed, sends argument 0)
  stream.async_receive(buffer, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_stream_socket::async_receive: io(waits for network, on this, untimed)
  stream.async_connect(tcp::endpoint(), yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_socket::async_connect: io, handler(last argument)
  stream.async_wait(tcp::socket::wait_read, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_socket::async_wait: io(waits for network, on this, untimed)
  datagrams.async_send(buffer, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_datagram_socket::async_send: io, handler(last argument)
  datagrams.async_send_to(buffer, peer, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_datagram_socket::async_send_to: io, handler(last argument)
  datagrams.async_receive(buffer, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_datagram_socket::async_receive: io(waits for network, on this, untimed)
  datagrams.async_receive_from(buffer, peer, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_datagram_socket::async_receive_from: io(waits for network, on this, untimed)
}

void bounds(tcp::socket &stream, tcp::resolver &resolver,
            net::steady_timer &timer) {
  stream.non_blocking(true);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_socket::non_blocking: deadline(non-blocking, on this)
  stream.non_blocking();
  stream.available();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_socket::available: deadline(perhaps, on this)
  timer.expires_after(std::chrono::seconds(1));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_waitable_timer::expires_after: deadline(on this)
  timer.expires_at(std::chrono::steady_clock::now());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_waitable_timer::expires_at: deadline(on this)
  stream.cancel();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_socket::cancel: ends
  resolver.cancel();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::ip::basic_resolver::cancel: ends
  stream.shutdown(tcp::socket::shutdown_both);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_socket::shutdown: ends
  stream.close();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::basic_socket::close: ends
}

#ifndef WITH_BOOST
awaitable<void> races(tcp::socket &stream, net::steady_timer &timer,
                      net::cancellation_slot slot) {
  using namespace asio::experimental::awaitable_operators;
  co_await (timer.async_wait(use_awaitable) || timer.async_wait(use_awaitable));
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::awaitable_operators::operator||: race
  // CHANNEL: [[#@LINE-2]]:{{[0-9]+}}: asio::basic_waitable_timer::async_wait: handler(last argument), timer(last argument)
  // CHANNEL: [[#@LINE-3]]:{{[0-9]+}}: asio::basic_waitable_timer::async_wait: handler(last argument), timer(last argument)
  auto token = asio::bind_cancellation_slot(slot, use_awaitable);
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::bind_cancellation_slot: deadline(on result)
  (void)token;
  using asio::experimental::deferred;
  auto one = timer.async_wait(deferred), two = timer.async_wait(deferred);
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::basic_waitable_timer::async_wait: handler(last argument), timer(last argument)
  // CHANNEL: [[#@LINE-2]]:{{[0-9]+}}: asio::basic_waitable_timer::async_wait: handler(last argument), timer(last argument)
  auto first = asio::experimental::make_parallel_group(one, two);
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::make_parallel_group: gather(io, range argument 0, first 0), race
  first.async_wait(asio::experimental::wait_for_one(), asio::detached);
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::parallel_group::async_wait: race
  auto all = asio::experimental::make_parallel_group(one, two);
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::make_parallel_group: gather(io, range argument 0, first 0), race
  all.async_wait(asio::experimental::wait_for_all(), asio::detached);
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::parallel_group::async_wait: none(it ends when all of them have ended)
}

awaitable<void> gathers() {
  using namespace asio::experimental::awaitable_operators;
  co_await (session(1) && session(2));
  // CHANNEL: [[#@LINE-1]]:{{[0-9]+}}: asio::experimental::awaitable_operators::operator&&: gather(coroutine, first 0)
}
#endif
