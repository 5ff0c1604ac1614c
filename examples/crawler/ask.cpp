// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One server that never answers holds this thread for ever, and with it
// whatever the thread holds.

#include "crawler.h"
#include <curl/curl.h>

bool ask(const std::string &url) {
  CURL *request = curl_easy_init();
  if (!request)
    return false;
  curl_easy_setopt(request, CURLOPT_URL, url.c_str());
  // expect: await-without-timeout
  CURLcode result = curl_easy_perform(request);
  curl_easy_cleanup(request);
  return result == CURLE_OK;
}

// Bounded: ten seconds for all of it.
bool askWithTimeout(const std::string &url) {
  CURL *request = curl_easy_init();
  if (!request)
    return false;
  curl_easy_setopt(request, CURLOPT_URL, url.c_str());
  curl_easy_setopt(request, CURLOPT_TIMEOUT, 10L);
  CURLcode result = curl_easy_perform(request);
  curl_easy_cleanup(request);
  return result == CURLE_OK;
}
