#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Sets up, builds and runs the suite.
#   sh tests/run.sh                     everything but the long runs
#   sh tests/run.sh checks/unbounded    the tests whose path has that in it
#   sh tests/run.sh ^checks/unbounded   the tests whose path begins with it
#   sh tests/run.sh --all               the long runs too: half-typed code with
#                                       large headers, all front ends for each
#                                       library of a test that fits several,
#                                       more compilers, more LLVMs, sanitizers,
#                                       fuzzers, real projects, benchmarks
#                                       (hours)
# Other suites' LLVMs: tests/matrix/run.sh.
# The last line is "N passed, N failed", and the status 0 only if some test ran
# and none failed.

cd "$(dirname "$0")/.." || exit 2
. .ci/setup.sh
. tests/lit.sh

all=
words=
for word; do
  case $word in
  --all) all=1 ;;
  -*) die "unknown option '$word'; there is --all, and words that select tests" ;;
  # lit knows a test as "SUITE :: PATH"; the unit tests are a suite.
  ^*) words="$words${words:+|}$word|:: ${word#^}" ;;
  *) words="$words${words:+|}${word#tests/}" ;;
  esac
done

setup
# What reads the formats that the driver writes.
install_packages python3-jsonschema git make
install_headers
# What tests/mutants edits, it asks of Clang.
install_packages python3-clang-19
# It takes the place of other majors' packages, so whoever has one keeps it; the
# test of OpenMP's functions is unsupported then.
dpkg-query -W -f '${Status}\n' 'libomp-[0-9]*-dev' 2>/dev/null |
  grep -q 'ok installed$' || install_packages "libomp-$llvm-dev"
results=$build/results
rm -rf "$results"
mkdir -p "$results"

# part NAME COMMAND...: a long run that passes or fails as a whole.
part() {
  name=$1
  shift
  say "running $name"
  if "$@"; then code=PASS; else code=FAIL; fi
  echo "{\"tests\": [{\"name\": \"$name\", \"code\": \"$code\"}]}" \
    >"$results/$name.json"
}

other_llvm() {
  # shellcheck disable=SC2046
  install_packages $(packages_for "$1")
  build_in "build-$1" "$1" "-DCMAKE_C_COMPILER=clang-$1" \
    "-DCMAKE_CXX_COMPILER=clang++-$1"
  lit_in "build-$1" "$1" "llvm-$1" --filter "$everywhere"
}

# sanitized FOLDER SANITIZERS TESTS: our own code, which ends at the first fault.
# LLVM's own libraries are not instrumented.
sanitized() {
  install_packages "libclang-rt-$llvm-dev"
  # The containers that cross between LLVM and us cannot be followed, nor its
  # allocators, which our code poisons and LLVM's does not unpoison; clang frees
  # nothing at its end.
  export ASAN_OPTIONS=detect_container_overflow=0:allow_user_poisoning=0:detect_leaks=0
  export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
  # What LLVM's own modules do among themselves is not ours to judge.
  TSAN_OPTIONS=halt_on_error=1:ignore_noninstrumented_modules=1
  export "TSAN_OPTIONS=$TSAN_OPTIONS:suppressions=$PWD/tests/threads.supp"
  build_in "$1" "$llvm" "-DCMAKE_C_COMPILER=clang-$llvm" \
    "-DCMAKE_CXX_COMPILER=clang++-$llvm" "-DTIDEPOOL_SANITIZE=$2"
  # Many programs load the plugin, and none of them is ours.
  lit_in "$1" "$llvm" "$1" --param only=driver \
    --filter ":: ($3)/|^unit"
}

fuzzed() {
  for fuzzed in loader baseline cache commands; do
    seeds=$build/fuzz/$fuzzed
    mkdir -p "$seeds"
    cp tests/fuzz/seeds/$fuzzed/* "$seeds"
    [ $fuzzed != loader ] || cp checks/vocabulary/libraries/*.yaml "$seeds"
    part $fuzzed-fuzzer build-sanitized/bin/tidepool-$fuzzed-fuzzer \
      -max_total_time=60 -timeout=10 -print_final_stats=1 "$seeds"
  done
}

if [ -n "$words" ]; then
  lit_in "$build" "$llvm" suite --filter "$words"
else
  lit_in "$build" "$llvm" suite
fi
if [ -n "$all" ]; then
  other_llvm 16
  other_llvm 22
  build_in build-gcc "$llvm" -DCMAKE_C_COMPILER=gcc -DCMAKE_CXX_COMPILER=g++
  lit_in build-gcc "$llvm" gcc --filter "$everywhere"
  # Subshells, since their settings are for nobody else.
  (
    sanitized build-sanitized address,undefined,fuzzer-no-link \
      'checks|half-typed|frontends/(driver|clangd)'
    fuzzed
  )
  (sanitized build-tsan thread 'checks|frontends/(driver|clangd)')
  for runs in realworld mutants bench; do
    [ ! -f tests/$runs/run.sh ] || part $runs sh tests/$runs/run.sh
  done
fi

exec /usr/bin/python3 tests/summary.py "$results"
