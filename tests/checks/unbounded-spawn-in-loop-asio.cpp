// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Asio: coroutines, pools and the executors that are none.
//
// FLAGS: -std=c++20 -DASIO_HAS_CO_AWAIT=1
// CUTS: 3
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-strict --only=driver --prefix=STRICT --options='Level=strict'

#include <asio/bind_executor.hpp>
#include <asio/co_spawn.hpp>
#include <asio/defer.hpp>
#include <asio/detached.hpp>
#include <asio/experimental/channel.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/post.hpp>
#include <asio/strand.hpp>
#include <asio/thread_pool.hpp>
#include <asio/use_awaitable.hpp>
#include <asio/use_future.hpp>
#include <asio/write.hpp>
#include <atomic>
#include <future>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

using asio::awaitable;
using asio::co_spawn;
using asio::detached;
using asio::use_awaitable;
using asio::ip::tcp;
using Urls = std::vector<std::string>;
using Places = asio::experimental::channel<void(asio::error_code, int)>;

awaitable<void> fetch(std::string url);
awaitable<void> serve(tcp::socket client);
void parse(const std::string &page);

// Coroutines, one per item.

void coroutinePerItem(asio::io_context &context, const Urls &urls) {
  for (const std::string &url : urls)
    co_spawn(context, fetch(url), detached);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a coroutine is started once per element of 'urls'
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  context.run();
}

awaitable<void> coroutinePerItemOfACoroutine(const Urls &urls) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string &url : urls)
    co_spawn(executor, [url] { return fetch(url); }, detached);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
}

void futuresJoinedAfterTheLoop(asio::thread_pool &pool, const Urls &urls) {
  std::vector<std::future<void>> pages;
  for (const std::string &url : urls)
    pages.push_back(co_spawn(pool, fetch(url), asio::use_future));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  for (std::future<void> &page : pages)
    page.get();
}

#define START(context, work) co_spawn(context, work, detached)
void coroutinePerItemByAMacro(asio::io_context &context, const Urls &urls) {
  for (const std::string &url : urls)
    START(context, fetch(url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
}

template <typename Context>
void coroutinePerItemOfATemplate(Context &context, const Urls &urls) {
  for (const std::string &url : urls)
    co_spawn(context, fetch(url), detached);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
}
template void coroutinePerItemOfATemplate(asio::io_context &, const Urls &);

awaitable<void> eachAwaitedInItsTurn(const Urls &urls) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string &url : urls)
    co_await co_spawn(executor, fetch(url), use_awaitable);
}

void eachFutureAwaitedInItsTurn(asio::thread_pool &pool, const Urls &urls) {
  for (const std::string &url : urls)
    co_spawn(pool, fetch(url), asio::use_future).get();
}

void batchOfFutures(asio::thread_pool &pool, const Urls &urls) {
  std::vector<std::future<void>> batch;
  for (const std::string &url : urls) {
    batch.push_back(co_spawn(pool, fetch(url), asio::use_future));
    if (batch.size() == 8) {
      for (std::future<void> &page : batch)
        page.get();
      batch.clear();
    }
  }
}

void batchRunToItsEnd(asio::io_context &context, const Urls &urls) {
  for (std::size_t i = 0; i < urls.size(); ++i) {
    co_spawn(context, fetch(urls[i]), detached);
    if (i % 8 == 7) {
      context.run();
      context.restart();
    }
  }
}

void batchTooLarge(asio::io_context &context, const Urls &urls) {
  for (std::size_t i = 0; i < urls.size(); ++i) {
    co_spawn(context, fetch(urls[i]), detached);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[above-budget] the bound lets 5000 run at once
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[above-budget]
    if (i % 5000 == 0) {
      context.run();
      context.restart();
    }
  }
}

// A channel of as many places as may run.

awaitable<void> fetchAndLeave(std::string url, Places &places) {
  co_await fetch(url);
  co_await places.async_receive(use_awaitable);
}

awaitable<void> placeTakenBeforeEach(const Urls &urls) {
  auto executor = co_await asio::this_coro::executor;
  Places places(executor, 8);
  for (const std::string &url : urls) {
    co_await places.async_send(asio::error_code(), 0, use_awaitable);
    co_spawn(executor, fetchAndLeave(url, places), detached);
  }
}

awaitable<void> refusedWhereNoPlaceIsFree(const Urls &urls, Places &places) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string &url : urls)
    if (places.try_send(asio::error_code(), 0))
      co_spawn(executor, fetchAndLeave(url, places), detached);
}

awaitable<void> tooManyPlaces(const Urls &urls) {
  auto executor = co_await asio::this_coro::executor;
  Places places(executor, 4000);
  for (const std::string &url : urls) {
    co_await places.async_send(asio::error_code(), 0, use_awaitable);
    co_spawn(executor, fetchAndLeave(url, places), detached);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[above-budget] the bound lets 4000 run at once
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[above-budget]
  }
}

awaitable<void> placeThatNobodyWaitsFor(const Urls &urls, Places &places) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string &url : urls) {
    places.async_send(asio::error_code(), 0, detached);
    co_spawn(executor, fetchAndLeave(url, places), detached);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  }
}

awaitable<void> placeFreedInTheSameTurn(const Urls &urls, Places &places) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string &url : urls) {
    co_await places.async_send(asio::error_code(), 0, use_awaitable);
    co_spawn(executor, fetch(url), detached);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-freed-early]
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[permit-freed-early]
    co_await places.async_receive(use_awaitable);
  }
}

awaitable<void> fetchOnceThereIsAPlace(std::string url, Places &places) {
  co_await places.async_send(asio::error_code(), 0, use_awaitable);
  co_await fetch(url);
  co_await places.async_receive(use_awaitable);
}

void placeTakenByTheCoroutine(asio::io_context &context, const Urls &urls,
                              Places &places) {
  for (const std::string &url : urls)
    co_spawn(context, fetchOnceThereIsAPlace(url, places), detached);
}

awaitable<void> tokenTakenBeforeEach(const Urls &urls, Places &tokens) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string &url : urls) {
    co_await tokens.async_receive(use_awaitable);
    co_spawn(
        executor,
        [&tokens, url]() -> awaitable<void> {
          co_await fetch(url);
          co_await tokens.async_send(asio::error_code(), 0, use_awaitable);
        },
        detached);
  }
}

awaitable<void> resultsCollectedAfterTheLoop(const Urls &urls) {
  auto executor = co_await asio::this_coro::executor;
  Places results(executor, 8);
  for (const std::string &url : urls)
    co_spawn(
        // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
        // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
        executor,
        [&results, url]() -> awaitable<void> {
          co_await fetch(url);
          co_await results.async_send(asio::error_code(), 0, use_awaitable);
        },
        detached);
  for (std::size_t i = 0; i < urls.size(); ++i)
    co_await results.async_receive(use_awaitable);
}

awaitable<void> coroutinePerItemOfAChannel(
    asio::experimental::channel<void(asio::error_code, std::string)> &queue) {
  auto executor = co_await asio::this_coro::executor;
  for (;;) {
    std::string url = co_await queue.async_receive(use_awaitable);
    co_spawn(executor, fetch(url), detached);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a coroutine is started once per turn of a loop without end
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  }
}

// Counts of those that run.

std::atomic<int> Running = 0;

awaitable<void> fetchCounted(std::string url) {
  co_await fetch(url);
  --Running;
}

awaitable<void> refusedAboveACount(const Urls &urls) {
  auto executor = co_await asio::this_coro::executor;
  for (const std::string &url : urls) {
    if (Running >= 32)
      continue;
    ++Running;
    co_spawn(executor, fetchCounted(url), detached);
  }
}

// A fixed number of coroutines over one queue.

awaitable<void> worker(
    asio::experimental::channel<void(asio::error_code, std::string)> &queue) {
  for (;;)
    co_await fetch(co_await queue.async_receive(use_awaitable));
}

void workers(
    asio::io_context &context, int count,
    asio::experimental::channel<void(asio::error_code, std::string)> &queue) {
  for (int i = 0; i < count; ++i)
    co_spawn(context, worker(queue), detached);
}

// Connections.

awaitable<void> coroutinePerConnection(tcp::acceptor &acceptor) {
  auto executor = co_await asio::this_coro::executor;
  for (;;) {
    tcp::socket client = co_await acceptor.async_accept(use_awaitable);
    co_spawn(executor, serve(std::move(client)), detached);
    // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[task-per-connection] a coroutine is started once per accepted connection
  }
}

void threadPerConnection(tcp::acceptor &acceptor) {
  for (;;) {
    tcp::socket client = acceptor.accept();
    std::thread([client = std::move(client)] {}).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[accepted-connection]
  }
}

awaitable<void> connectionsAsPlacesAllow(tcp::acceptor &acceptor,
                                         Places &places) {
  auto executor = co_await asio::this_coro::executor;
  for (;;) {
    co_await places.async_send(asio::error_code(), 0, use_awaitable);
    tcp::socket client = co_await acceptor.async_accept(use_awaitable);
    co_spawn(
        executor,
        [client = std::move(client), &places]() mutable -> awaitable<void> {
          co_await serve(std::move(client));
          co_await places.async_receive(use_awaitable);
        },
        detached);
  }
}

// Pools.

void pooledPerItem(asio::thread_pool &pool, const Urls &urls) {
  for (const std::string &url : urls)
    asio::post(pool, [url] { parse(url); });
  // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'urls'
  pool.join();
}

void pooledPerItemOfARequest(tcp::socket &client, asio::thread_pool &pool,
                             asio::const_buffer bytes, const Urls &urls) {
  asio::async_write(client, bytes, [&](asio::error_code, std::size_t) {
    for (const std::string &url : urls)
      asio::post(pool.get_executor(), [url] { parse(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[pooled-per-request]
  });
}

void pooledPerItemOnTheLoop(asio::io_context &context, const Urls &urls) {
  asio::post(context, [&] {
    for (const std::string &url : urls)
      asio::post([url] { parse(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[pooled-per-request]
  });
}

std::string receive();
void pooledForEver(asio::thread_pool &pool) {
  for (;;) {
    std::string page = receive();
    asio::defer(pool, [page] { parse(page); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[pooled-per-request]
  }
}

std::counting_semaphore<16> Permits(16);
void pooledAsPermitsAllow(asio::thread_pool &pool) {
  for (;;) {
    std::string page = receive();
    Permits.acquire();
    asio::post(pool, [page] {
      parse(page);
      Permits.release();
    });
  }
}

void pooledInBatches(asio::thread_pool &pool) {
  std::vector<std::future<void>> batch;
  for (;;) {
    std::string page = receive();
    batch.push_back(
        asio::post(pool, asio::use_future([page] { parse(page); })));
    if (batch.size() >= 16) {
      for (std::future<void> &one : batch)
        one.wait();
      batch.clear();
    }
  }
}

void poolOfEachTurnIsJoinedInIt(const std::vector<Urls> &groups) {
  for (const Urls &urls : groups) {
    asio::thread_pool pool(4);
    asio::post(pool, [&] { parse(urls.front()); });
    pool.join();
  }
}

// What only queues.

void notAPool(asio::io_context &context, asio::any_io_executor any,
              asio::thread_pool &pool, const Urls &urls) {
  auto strand = asio::make_strand(pool);
  for (;;)
    for (const std::string &url : urls) {
      asio::post(context, [url] { parse(url); });
      asio::post(any, [url] { parse(url); });
      asio::post(strand, [url] { parse(url); });
      asio::post(asio::bind_executor(strand, [url] { parse(url); }));
    }
}

awaitable<void> operationsAreNoTasks(tcp::socket &client,
                                     asio::thread_pool &pool,
                                     const Urls &urls) {
  for (const std::string &url : urls) {
    co_await asio::async_write(client, asio::buffer(url), use_awaitable);
    co_await asio::post(pool, use_awaitable);
  }
}
