#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Sets up, builds and runs the suite.
#   sh tests/run.sh                     everything but the long runs
#   sh tests/run.sh checks/unbounded    the tests whose path has that in it
# The last line is "N passed, N failed", and the status 0 only if some test ran
# and none failed.

cd "$(dirname "$0")/.." || exit 2
. .ci/setup.sh


words=
for word; do
  case $word in
  -*) die "unknown option '$word'; words select tests" ;;
  *) words="$words${words:+|}${word#tests/}" ;;
  esac
done

setup
results=$build/results
rm -rf "$results"
mkdir -p "$results"

# lit_in BUILD-FOLDER MAJOR NAME [LIT-ARGUMENT...]
lit_in() {
  folder=$1
  major=$2
  name=$3
  shift 3
  python3 "/usr/lib/llvm-$major/build/utils/lit/lit.py" -v -j "$jobs" \
    --show-unsupported --param "build=$folder" \
    --output "$results/$name.json" "$@"
}

say "running the tests"
if [ -n "$words" ]; then
  lit_in "$build" "$llvm" suite --filter "$words" tests
else
  lit_in "$build" "$llvm" suite tests
fi

exec python3 tests/summary.py "$results"
