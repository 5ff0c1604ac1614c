// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <restinio/all.hpp>

#define SET_THREADS(NUMBER) restinio::on_thread_pool(NUMBER)
