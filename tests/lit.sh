# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Sourced, after .ci/setup.sh, by what runs the suite.

# What holds for every build: the plugin loads, and the checks find what they
# should.
everywhere=':: (frontends/plugin|checks)/|^unit'

# lit_in FOLDER MAJOR NAME [LIT-ARGUMENT...]: the suite over one build; what
# became of each test goes to $results/NAME.json.
lit_in() {
  folder=$1
  major=$2
  name=$3
  shift 3
  # It stands where Debian put it, which changed between LLVM 19 and 22.
  lit=/usr/lib/llvm-$major/bin/lit
  [ -f "$lit" ] || lit=/usr/lib/llvm-$major/build/utils/lit/lit.py
  say "running the tests over $folder"
  # Debian's own: its packages are for no other.
  /usr/bin/python3 "$lit" -v -j "$jobs" \
    --show-unsupported --param "build=$folder" \
    ${all:+--param half-typed=all} \
    --output "$results/$name.json" "$@" tests
}
