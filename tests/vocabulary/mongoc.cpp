// Every entry of mongoc.yaml.
// REQUIRES: tidepool, mongoc
// RUN: %tidepool vocab %s --cover mongoc -- -std=c++20 -isystem /usr/include/libmongoc-1.0 -isystem /usr/include/libbson-1.0 %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <mongoc/mongoc.h>

void pools(const mongoc_uri_t *where) {
  bson_error_t error;
  mongoc_client_pool_t *pool = mongoc_client_pool_new(where);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_client_pool_new: limiter(create, result)
  mongoc_client_pool_new_with_error(where, &error);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_client_pool_new_with_error: limiter(create, result)
  mongoc_client_pool_max_size(pool, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_client_pool_max_size: pool(argument 0, database, size 1), limiter(create, argument 0, capacity 1)
  mongoc_client_t *client = mongoc_client_pool_pop(pool);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_client_pool_pop: limiter(acquire, argument 0), wait(permit, argument 0)
  mongoc_client_pool_push(pool, client);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_client_pool_push: limiter(release, argument 0)
  mongoc_client_pool_try_pop(pool);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_client_pool_try_pop: limiter(try, argument 0)
}

void operations(mongoc_client_t *client, mongoc_database_t *database,
                mongoc_collection_t *rows, mongoc_cursor_t *cursor,
                mongoc_bulk_operation_t *bulk, bson_t *one, bson_t *reply,
                const bson_t **many, bson_error_t *error) {
  mongoc_client_command_simple(client, "db", one, nullptr, reply, error);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_client_command_simple: blocking(net), io
  mongoc_database_command_simple(database, one, nullptr, reply, error);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_database_command_simple: blocking(net), io
  mongoc_collection_insert_one(rows, one, nullptr, reply, error);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_collection_insert_one: blocking(net), io
  mongoc_collection_insert_many(rows, many, 1, nullptr, reply, error);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_collection_insert_many: blocking(net), io
  mongoc_collection_update_one(rows, one, one, nullptr, reply, error);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_collection_update_one: blocking(net), io
  mongoc_collection_update_many(rows, one, one, nullptr, reply, error);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_collection_update_many: blocking(net), io
  mongoc_collection_replace_one(rows, one, one, nullptr, reply, error);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_collection_replace_one: blocking(net), io
  mongoc_collection_delete_one(rows, one, nullptr, reply, error);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_collection_delete_one: blocking(net), io
  mongoc_collection_delete_many(rows, one, nullptr, reply, error);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_collection_delete_many: blocking(net), io
  mongoc_collection_count_documents(rows, one, nullptr, nullptr, reply, error);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_collection_count_documents: blocking(net), io
  mongoc_collection_find_and_modify(rows, one, nullptr, one, nullptr, false,
                                    false, true, reply, error);
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: mongoc_collection_find_and_modify: blocking(net), io
  mongoc_bulk_operation_execute(bulk, reply, error);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_bulk_operation_execute: blocking(net), io
  while (mongoc_cursor_next(cursor, many)) {
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_cursor_next: blocking(net), io
  }
}
