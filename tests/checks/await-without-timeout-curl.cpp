// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libcurl, with its real headers.
//
// RUN: %tidepool_test %s await-without-timeout %t
// RUN: %tidepool_test %s await-without-timeout %t --options=Level=strict --prefix=CHECK,STRICT
// FLAGS: -std=c++20 -pthread

#include <curl/curl.h>
#include <memory>

void noTimeout() {
  CURL *easy = curl_easy_init();
  curl_easy_setopt(easy, CURLOPT_URL, "https://example.org");
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'curl_easy_perform' waits for a server with no timeout
  curl_easy_perform(easy);
  curl_easy_cleanup(easy);
}

void connectTimeoutAloneIsNone() {
  CURL *easy = curl_easy_init();
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, 5L);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  curl_easy_perform(easy);
}

void timeoutOfZeroIsNone() {
  CURL *easy = curl_easy_init();
  curl_easy_setopt(easy, CURLOPT_TIMEOUT, 0L);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  curl_easy_perform(easy);
}

void bareThenGivenADeadline(long seconds) {
  CURL *easy = curl_easy_init();
  curl_easy_setopt(easy, CURLOPT_TIMEOUT, seconds);
  curl_easy_perform(easy);
}

void lowSpeed() {
  CURL *easy = curl_easy_init();
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, 30L);
  curl_easy_perform(easy);
}

void longTimeout() {
  CURL *easy = curl_easy_init();
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 3600000L);
  // STRICT: [[#@LINE+1]]: await-without-timeout[long-timeout] {{.*}} 3600 seconds, more than 300
  curl_easy_perform(easy);
}

static void configure(CURL *easy) {
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 5000L);
}

void configuredByAHelper() {
  CURL *easy = curl_easy_init();
  configure(easy);
  curl_easy_perform(easy);
}

static CURL *builder(bool patient) {
  CURL *easy = curl_easy_init();
  curl_easy_setopt(easy, CURLOPT_TIMEOUT, patient ? 60L : 5L);
  return easy;
}

void configuredByItsBuilder() {
  CURL *easy = builder(true);
  curl_easy_perform(easy);
}

void conditionalBuilder(bool slow) {
  CURL *easy = curl_easy_init();
  if (slow)
    curl_easy_setopt(easy, CURLOPT_TIMEOUT, 60L);
  else
    curl_easy_setopt(easy, CURLOPT_TIMEOUT, 5L);
  curl_easy_perform(easy);
}

void setAny(CURL *easy, CURLoption option) {
  curl_easy_setopt(easy, option, 1L);
}

void optionNotSeen() {
  CURL *easy = curl_easy_init();
  setAny(easy, CURLOPT_NOBODY);
  curl_easy_perform(easy);
}

void smartPointer() {
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy(curl_easy_init(),
                                                           curl_easy_cleanup);
  curl_easy_setopt(easy.get(), CURLOPT_URL, "https://example.org");
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  curl_easy_perform(easy.get());
}

void smartPointerWithTimeout() {
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy(curl_easy_init(),
                                                           curl_easy_cleanup);
  curl_easy_setopt(easy.get(), CURLOPT_TIMEOUT, 5L);
  curl_easy_perform(easy.get());
}
