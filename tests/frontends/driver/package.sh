#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# package.sh TOP LLVM FOLDER: makes the Debian package twice, in two build folders,
# and compares. The package is FOLDER/build1/*.deb.
set -eu
top=$1
llvm=$2
folder=$3

rm -rf "$folder"
mkdir -p "$folder"
for number in 1 22; do
  build=$folder/build$number
  # No ccache: what it kept from the first would make the second.
  cmake -G Ninja -S "$top" -B "$build" "-DTIDEPOOL_LLVM=$llvm" -DCCACHE= \
    "-DCMAKE_C_COMPILER=clang-$llvm" "-DCMAKE_CXX_COMPILER=clang++-$llvm" \
    -DTIDEPOOL_TESTS=OFF >"$folder/log" 2>&1
  cmake --build "$build" >>"$folder/log" 2>&1
  (cd "$build" && cpack) >>"$folder/log" 2>&1
done
package=$(basename "$folder"/build1/*.deb)
cmp "$folder/build1/$package" "$folder/build22/$package"
echo "twice the same bytes"
