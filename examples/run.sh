#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Sets up, builds and lints examples/crawler. A comment `expect: CHECK` there
# stands above each line that must be found; the status is 0 only if exactly
# these were.

cd "$(dirname "$0")/.." || exit 2
. .ci/setup.sh

setup
install_packages libboost-thread-dev libcurl4-openssl-dev
example=examples/crawler
database=$build/crawler
logged cmake -G Ninja -S $example -B "$database" \
  "-DCMAKE_CXX_COMPILER=clang++-$llvm" || die "cmake failed on $example"

say "linting $example, whose bad habits are meant to be found"
echo
"$build/bin/tidepool" lint -p "$database" $example >"$database/found.txt"
status=$?
cat "$database/found.txt"
echo

sed -n 's/:[0-9]*: warning: .*\[tidepool-\([a-z-]*\)\]$/ \1/p' \
  "$database/found.txt" | sed "s|^$PWD/||" | sort >"$database/found"
awk '/\/\/ expect: / { print FILENAME ":" FNR + 1, $NF }' $example/*.cpp |
  sort >"$database/expected"

if [ $status -ne 1 ]; then
  die "the lint ended with status $status, but findings (1) were expected"
fi
if ! diff "$database/expected" "$database/found" >"$database/diff"; then
  sed -n 's/^</  not found:/p; s/^>/  not expected:/p' "$database/diff" >&2
  die "these are not the findings that the example is meant to have"
fi
say "found the $(wc -l <"$database/expected") places that the example is meant" \
  "to have, and none of their bounded twins"
say "next: '$build/bin/tidepool -p FOLDER', where FOLDER has your project's" \
  "compile_commands.json"
