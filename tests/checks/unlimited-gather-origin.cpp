// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the range of a gather comes from: the input, which nobody bounds, or
// elsewhere, which is for the strict level.
//
// RUN: %tidepool_test %s unlimited-gather %t
// RUN: %tidepool_test %s unlimited-gather %t-strict --only=driver --prefix=CHECK,STRICT --options=Level=strict
// RUN: %tidepool_test %s unlimited-gather %t-why --only=driver --prefix=CHECK,STRICT,WHY --options=Level=strict,ShowExcused=on
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/seastar

#include <array>
#include <functional>
#include <ranges>
#include <seastar/core/coroutine.hh>
#include <seastar/core/loop.hh>
#include <seastar/core/when_all.hh>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ss = seastar;
using Urls = std::vector<std::string>;

ss::future<> fetch(const std::string &url);
ss::future<Urls> list(const std::string &site);
ss::future<Urls> listSome(const std::string &site, int most);
Urls load(const std::string &path);
void split(Urls &into, const std::string &text);

// The input.

ss::future<> aParameter(const Urls &urls) {
  return ss::parallel_for_each(urls, fetch);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] {{.*}}element of 'urls'
}

ss::future<> itsIterators(const Urls &urls) {
  return ss::parallel_for_each(urls.begin(), urls.end(), fetch);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
}

ss::future<> aViewOfAParameter(const Urls &urls) {
  auto isNew = [](const std::string &url) { return !url.empty(); };
  auto some = urls | std::views::filter(isNew);
  return ss::parallel_for_each(some, fetch);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
}

ss::future<> aCopyOfAParameter(const std::set<std::string> &urls) {
  Urls sorted(urls.begin(), urls.end());
  co_await ss::parallel_for_each(sorted, fetch);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
}

ss::future<> eachElementIsItself(const std::vector<Urls> &sites) {
  for (const Urls &urls : sites)
    co_await ss::parallel_for_each(urls, fetch);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
}

ss::future<> anAnswer() {
  Urls urls = co_await list("example.org");
  co_await ss::parallel_for_each(urls, fetch);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
}

ss::future<> anAnswerInAContinuation() {
  return list("example.org").then([](Urls urls) {
    return ss::parallel_for_each(urls, fetch);
    // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
  });
}

ss::future<> aLambdaThatIsKept() {
  auto crawl = [](const Urls &urls) {
    return ss::parallel_for_each(urls, fetch);
    // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
  };
  return crawl(load("urls"));
}

static ss::future<> onlyForTheInput(const Urls &urls) {
  return ss::parallel_for_each(urls, fetch);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
}
ss::future<> callsIt(const Urls &urls) { return onlyForTheInput(urls); }

bool next(std::string &url);

ss::future<> readUntilTheEnd() {
  std::vector<ss::future<>> all;
  std::string url;
  while (next(url))
    all.push_back(fetch(url));
  co_await ss::when_all(all.begin(), all.end());
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
}

template <typename Range> ss::future<> anyRange(const Range &urls) {
  return ss::parallel_for_each(
      urls, [](const std::string &url) { return fetch(url); });
  // CHECK: [[#@LINE-2]]: unlimited-gather[dynamic]
}
template ss::future<> anyRange(const Urls &);

// One place, and the gravest of its instantiations.
template <typename Range> ss::future<> fewOrAll(const Range &urls) {
  return ss::parallel_for_each(urls, fetch);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
}
template ss::future<> fewOrAll(const std::array<std::string, 3> &);
template ss::future<> fewOrAll(const Urls &);

// Elsewhere.

struct Request {
  Urls urls;
  const Urls &mirrors() const;
};

class Watcher {
public:
  ss::future<> aMember() {
    return ss::parallel_for_each(Files, fetch);
    // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range] 'seastar::parallel_for_each' waits for all of 'Files' at once, and nothing here says how many there are
  }
  ss::future<> aMemberOfAParameter(const Request &request) {
    return ss::parallel_for_each(request.urls, fetch);
    // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
  }
  ss::future<> anAccessor(const Request &request) {
    return ss::parallel_for_each(request.mirrors(), fetch);
    // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
  }
  ss::future<> aLoopOverAMember() {
    std::vector<ss::future<>> all;
    for (const std::string &file : Files)
      all.push_back(fetch(file));
    co_await ss::when_all(all.begin(), all.end());
    // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
  }
  ss::future<> aPartOfAMember() {
    Urls changed;
    for (const std::string &file : Files)
      if (!file.empty())
        changed.push_back(file);
    co_await ofItsOwn(changed);
  }

private:
  ss::future<> ofItsOwn(const Urls &files) {
    return ss::parallel_for_each(files, fetch);
    // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
  }
  Urls Files;
};

ss::future<> whatIsLoaded() {
  Urls urls = load("urls");
  co_await ss::parallel_for_each(urls, fetch);
  // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
}

ss::future<> filledOutOfView(const std::string &text) {
  Urls urls;
  split(urls, text);
  co_await ss::parallel_for_each(urls, fetch);
  // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
}

// The call was told how many.
ss::future<> aPage() {
  Urls urls = co_await listSome("example.org", 50);
  co_await ss::parallel_for_each(urls, fetch);
  // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
}

// A message says how many: that is no limit.
struct Page {
  std::string site;
  int count;
  int maxCount;
};

ss::future<> asManyAsAreAskedFor(const Page &page) {
  Urls urls = co_await listSome(page.site, page.count);
  co_await ss::parallel_for_each(urls, fetch);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
}

ss::future<> asManyAsAreAllowed(const Page &page) {
  Urls urls = co_await listSome(page.site, page.maxCount);
  co_await ss::parallel_for_each(urls, fetch);
  // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
}

// In the byte order of the message.
class LittleEndian {
public:
  operator int() const;

private:
  int Value = 0;
};

struct Listing {
  std::string site;
  LittleEndian count;
  LittleEndian maxCount;
};

ss::future<> asManyAsAMessageSays(const Listing &listing) {
  Urls urls = co_await listSome(listing.site, listing.count);
  co_await ss::parallel_for_each(urls, fetch);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
}

ss::future<> asManyAsAMessageAllows(const Listing &listing) {
  Urls urls = co_await listSome(listing.site, listing.maxCount);
  co_await ss::parallel_for_each(urls, fetch);
  // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
}

ss::future<std::pair<Urls, int>> listFrom(const std::string &site, int most);

static ss::future<> listedForARequest(const std::string &site, int count) {
  return listFrom(site, count).then([](auto &&answer) {
    auto &[urls, next] = answer;
    return ss::parallel_for_each(urls, fetch);
    // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
  });
}
ss::future<> callsItForARequest(const Page &page) {
  return listedForARequest(page.site, page.count);
}

static ss::future<> listedUpTo(const std::string &site, int most) {
  return listFrom(site, most).then([](auto &&answer) {
    auto &[urls, next] = answer;
    return ss::parallel_for_each(urls, fetch);
    // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
  });
}
ss::future<> callsItForFifty(const Page &page) {
  return listedUpTo(page.site, 50);
}

static void startSome(std::vector<ss::future<>> *into, size_t most) {
  std::string url;
  size_t started = 0;
  while (started < most && next(url)) {
    into->push_back(fetch(url));
    ++started;
  }
}

ss::future<> asManyAsAHelperIsTold(size_t most) {
  std::vector<ss::future<>> all;
  startSome(&all, most);
  co_await ss::when_all(all.begin(), all.end());
  // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
}

// A lambda that a function of this unit calls: in a loop, or once.

struct Selection {
  template <typename Function> void each(Function function) const {
    for (size_t i = 0; i < size; ++i)
      function(i);
  }
  template <typename Function> void first(Function function) const {
    if (size > 0)
      function(0);
  }
  size_t size;
};
ss::future<> fetchRow(size_t row);

ss::future<> filledForEachRow(const Selection &rows) {
  std::vector<ss::future<>> all;
  rows.each([&](size_t row) { all.push_back(fetchRow(row)); });
  co_await ss::when_all(all.begin(), all.end());
  // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
}

ss::future<> filledForTheFirstRow(const Selection &rows) {
  std::vector<ss::future<>> all;
  rows.first([&](size_t row) { all.push_back(fetchRow(row)); });
  co_await ss::when_all(all.begin(), all.end());
  // WHY: [[#@LINE-1]]: excused[at most 1 run at once]
}

void gatheredInEachRow(const Selection &rows) {
  rows.each([&](size_t row) {
    std::vector<ss::future<>> all;
    all.push_back(fetchRow(row));
    (void)ss::when_all(all.begin(), all.end());
    // WHY: [[#@LINE-1]]: excused[at most 1 run at once]
  });
}

ss::future<> untilEnough(const Urls &urls, size_t most) {
  std::vector<ss::future<>> all;
  size_t started = 0;
  for (auto it = urls.begin(); it != urls.end() && started < most; ++it) {
    all.push_back(fetch(*it));
    ++started;
  }
  co_await ss::when_all(all.begin(), all.end());
  // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
}

template <typename T, typename Function>
ss::future<> with(T value, Function function) {
  return function(value);
}

ss::future<> givenToAGenericLambda() {
  return with(load("urls"),
              [](auto &urls) {
                return ss::parallel_for_each(urls, fetch);
                // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
              })
      .then([] { return ss::future<>(); });
}

void lend(Urls urls, std::function<ss::future<>(const Urls &)> function);

void givenAway() {
  lend(load("urls"), [](const Urls &urls) {
    return ss::parallel_for_each(urls, fetch);
    // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
  });
}

// What runs for each of them is not this function's.

template <typename Function>
ss::future<> forEachUrl(const Urls &urls, Function function) {
  return ss::parallel_for_each(urls, function);
  // WHY: [[#@LINE-1]]: unknown[what runs for each of them is the caller's]
}
template ss::future<> forEachUrl(const Urls &,
                                 ss::future<> (*)(const std::string &));

// Few.

ss::future<> writtenOut() {
  co_await ss::parallel_for_each(Urls{"a", "b", "c"}, fetch);
}
