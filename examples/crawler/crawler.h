// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#ifndef CRAWLER_H
#define CRAWLER_H

#include <string>
#include <vector>

/// Fetches one page; as slow as its server.
void fetch(const std::string &url);

/// Reads one request from a connection, answers it and closes it.
void answer(int connection);

/// How well a section of a page fits the query.
double score(int page, int section);

#endif // CRAWLER_H
