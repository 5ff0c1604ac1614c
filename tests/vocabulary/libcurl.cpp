// Every entry of libcurl.yaml.
// REQUIRES: tidepool, libcurl
// RUN: %tidepool vocab %s --cover libcurl -- %headers -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <curl/curl.h>

void transfer(CURLoption any) {
  CURL *easy = curl_easy_init();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: curl_easy_init: handle(remote)
  CURL *other = curl_easy_duphandle(easy);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: curl_easy_duphandle: handle(remote, from argument 0)
  curl_easy_setopt(easy, CURLOPT_TIMEOUT, 5L);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: curl_easy_setopt: deadline(on argument 0, time 2)
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 5L);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: curl_easy_setopt: deadline(on argument 0, time 2)
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, 5L);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: curl_easy_setopt: deadline(on argument 0, time 2)
  curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: curl_easy_setopt: deadline(perhaps, on argument 0)
  curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: curl_easy_setopt: deadline(perhaps, on argument 0)
  curl_easy_setopt(easy, CURLOPT_PROGRESSFUNCTION, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: curl_easy_setopt: deadline(perhaps, on argument 0)
  curl_easy_setopt(easy, any, 5L);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: curl_easy_setopt: deadline(perhaps, on argument 0)
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, 5L);
  curl_easy_setopt(easy, CURLOPT_URL, "https://example.org");
  curl_easy_perform(easy);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: curl_easy_perform: blocking(net), io(waits for server, on argument 0)
  curl_easy_cleanup(other);
}

void several(CURLM *transfers) {
  int running, ready;
  curl_multi_perform(transfers, &running);
  curl_multi_wait(transfers, nullptr, 0, 1000, &ready);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: curl_multi_wait: wait(condition, argument 0, timed), blocking(net)
  curl_multi_poll(transfers, nullptr, 0, 1000, &ready);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: curl_multi_poll: wait(condition, argument 0, timed), blocking(net)
}
