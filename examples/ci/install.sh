#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# install.sh PREFIX: builds Tidepool and installs it there. LLVM's packages must
# be installed already; the environment may say TIDEPOOL_LLVM (19), their major,
# and TIDEPOOL_BUILD, the build folder.

set -e
prefix=${1:?usage: install.sh PREFIX}
source=$(cd "$(dirname "$0")/../.." && pwd)
llvm=${TIDEPOOL_LLVM:-19}
build=${TIDEPOOL_BUILD:-$source/build-installed}

cmake -G Ninja -S "$source" -B "$build" "-DTIDEPOOL_LLVM=$llvm" \
  "-DCMAKE_C_COMPILER=clang-$llvm" "-DCMAKE_CXX_COMPILER=clang++-$llvm" \
  -DTIDEPOOL_TESTS=OFF
cmake --build "$build"
cmake --install "$build" --prefix "$prefix"
