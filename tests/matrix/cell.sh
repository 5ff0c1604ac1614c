#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# cell.sh MAJOR: one cell of the matrix, in its suite's folder; run.sh calls it.
# /build/MAJOR.result gets three words: "built", what became of the tests, and
# "equal" or "differs" for the real project.

set -u
cd /tidepool || exit 2
export TIDEPOOL_LLVM="$1" TIDEPOOL_BUILD="/build/$1"
export CCACHE_DIR=/ccache PYTHONDONTWRITEBYTECODE=1
. .ci/setup.sh
. tests/lit.sh

result=/build/$llvm.result
mkdir -p "$build"
: >"$log"
# shellcheck disable=SC2046
install_packages $build_tools $(packages_for "$llvm")
install_headers
# For the real project, in whose way nothing of another major may stand.
install_packages dpkg-dev debian-archive-keyring ca-certificates
echo "failed - -" >"$result"
build_in "$build" "$llvm" "-DCMAKE_C_COMPILER=clang-$llvm" \
  "-DCMAKE_CXX_COMPILER=clang++-$llvm"
echo "built - -" >"$result"

results=$build/results
rm -rf "$results"
mkdir -p "$results"
lit_in "$build" "$llvm" "llvm-$llvm" --filter "$everywhere"
/usr/bin/python3 tests/summary.py "$results" >"$build/summary"
cat "$build/summary"
tests=$(tail -n 1 "$build/summary" | tr ' ' _)
echo "built $tests -" >"$result"

same=differs
sh tests/realworld/run.sh --driver-only --build "$build" --work /realworld \
  prometheus-cpp && same=equal
echo "built $tests $same" >"$result"
