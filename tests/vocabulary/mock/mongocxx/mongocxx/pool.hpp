// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of mongocxx, after mongodb/mongo-cxx-driver at
// commit 9caa58797b0c397cc0f4ddf6c207f548f8a748d4 (4.5.0 and later): names and
// parameters are those of the headers below
// src/mongocxx/include/mongocxx/v_noabi/mongocxx that the comments name, with one
// overload of each operation; filters and documents are strings. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`, with
// stand-ins for the few that its build makes.

#ifndef TIDEPOOL_MOCK_MONGOCXX_POOL_HPP
#define TIDEPOOL_MOCK_MONGOCXX_POOL_HPP

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bsoncxx {
namespace v_noabi {
namespace document {
using view_or_value = std::string;
using value = std::string;
} // namespace document
namespace string {
using view_or_value = std::string;
} // namespace string
} // namespace v_noabi
} // namespace bsoncxx

namespace mongocxx {
namespace v_noabi {
namespace filters = bsoncxx::v_noabi::document;

// uri.hpp
class uri {
public:
  uri(bsoncxx::v_noabi::string::view_or_value uri_string =
          "mongodb://localhost:27017");
};

namespace options {
struct pool {};
struct find {};
struct insert {};
struct update {};
struct delete_options {};
struct count {};
struct aggregate {};
struct client {};
} // namespace options

// cursor.hpp
class cursor {
public:
  class iterator {
  public:
    const filters::value &operator*() const;
    iterator &operator++();
    bool operator!=(const iterator &) const;
  };
  iterator begin();
  iterator end();
};

namespace result {
struct insert_one {};
struct update {};
struct delete_result {};
} // namespace result

// collection.hpp
class collection {
public:
  cursor find(filters::view_or_value filter, const options::find &options = {});
  std::optional<filters::value> find_one(filters::view_or_value filter,
                                         const options::find &options = {});
  std::optional<filters::value>
  find_one_and_update(filters::view_or_value filter,
                      filters::view_or_value update,
                      const options::find &options = {});
  std::optional<filters::value>
  find_one_and_replace(filters::view_or_value filter,
                       filters::view_or_value replacement,
                       const options::find &options = {});
  std::optional<filters::value>
  find_one_and_delete(filters::view_or_value filter,
                      const options::find &options = {});
  std::optional<result::insert_one>
  insert_one(filters::view_or_value document,
             const options::insert &options = {});
  template <typename container_type>
  std::optional<result::insert_one>
  insert_many(const container_type &container,
              const options::insert &options = {});
  std::optional<result::update> update_one(filters::view_or_value filter,
                                           filters::view_or_value update,
                                           const options::update &options = {});
  std::optional<result::update>
  update_many(filters::view_or_value filter, filters::view_or_value update,
              const options::update &options = {});
  std::optional<result::update>
  replace_one(filters::view_or_value filter, filters::view_or_value replacement,
              const options::update &options = {});
  std::optional<result::delete_result>
  delete_one(filters::view_or_value filter,
             const options::delete_options &options = {});
  std::optional<result::delete_result>
  delete_many(filters::view_or_value filter,
              const options::delete_options &options = {});
  std::int64_t count_documents(filters::view_or_value filter,
                               const options::count &options = {});
};

// database.hpp
class database {
public:
  filters::value run_command(filters::view_or_value command);
  v_noabi::collection
  collection(bsoncxx::v_noabi::string::view_or_value name) const;
  v_noabi::collection
  operator[](bsoncxx::v_noabi::string::view_or_value name) const;
};

// client.hpp
class client {
public:
  client(const v_noabi::uri &mongodb_uri,
         const options::client &options = options::client());
  v_noabi::database
  database(bsoncxx::v_noabi::string::view_or_value name) const &;
  v_noabi::database
  operator[](bsoncxx::v_noabi::string::view_or_value name) const &;
};

// pool.hpp
class pool {
public:
  explicit pool(const v_noabi::uri &mongodb_uri = {},
                const options::pool &options = {});
  class entry {
  public:
    v_noabi::client *operator->() const & noexcept;
    v_noabi::client &operator*() const & noexcept;
    explicit operator bool() const noexcept;
    v_noabi::database
    operator[](bsoncxx::v_noabi::string::view_or_value name) const &;

  private:
    std::unique_ptr<v_noabi::client, std::function<void(v_noabi::client *)>>
        _client;
  };
  entry acquire();
  std::optional<entry> try_acquire();
};

} // namespace v_noabi

// The -fwd.hpp of each.
using v_noabi::client;
using v_noabi::collection;
using v_noabi::cursor;
using v_noabi::database;
using v_noabi::pool;
using v_noabi::uri;
} // namespace mongocxx

#endif // TIDEPOOL_MOCK_MONGOCXX_POOL_HPP
