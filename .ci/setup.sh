# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Sourced by examples/run.sh and tests/run.sh, from the top folder: installs
# what the build needs (Debian and its kin) and builds. Doing it twice costs
# nothing. The environment may say
#   TIDEPOOL_LLVM   the major version of LLVM (19)
#   TIDEPOOL_BUILD  the build folder (build; build-<major> for another major)
#   TIDEPOOL_JOBS   how many compilers run at once (one a core)

llvm=${TIDEPOOL_LLVM:-19}
if [ "$llvm" = 19 ]; then build=build; else build=build-$llvm; fi
build=${TIDEPOOL_BUILD:-$build}
jobs=${TIDEPOOL_JOBS:-$(nproc)}
log=$build/setup.log

say() { echo "tidepool: $*"; }
die() {
  echo "tidepool: error: $*" >&2
  exit 2
}

# Runs a command with its output in the log, whose tail is shown on failure.
logged() {
  echo "+ $*" >>"$log"
  "$@" >>"$log" 2>&1 </dev/null && return
  status=$?
  tail -n 40 "$log" >&2
  echo "tidepool: the whole log is $(cd "$build" && pwd)/setup.log" >&2
  return $status
}

build_tools='cmake ninja-build ccache python3 python3-yaml git g++ libgtest-dev
  libgmock-dev libgit2-dev pkg-config'

# Debian's packages for one major of LLVM.
packages_for() {
  echo "clang-$1 libclang-$1-dev llvm-$1-dev llvm-$1-tools clang-tidy-$1"
  # There is no library of clangd's to link before 17.
  [ "$1" -lt 17 ] || echo "clangd-$1"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

install_packages() {
  missing=
  for package; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null |
      grep -q 'ok installed$' || missing="$missing $package"
  done
  missing=${missing# }
  [ -n "$missing" ] || return 0

  say "installing $missing"
  command -v apt-get >/dev/null ||
    die "there is no apt here; install these packages, or what your system" \
      "calls them, by hand: $missing"
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null ||
      die "installing needs root or sudo; as root, run" \
        "'apt-get install $missing' and try again"
    as_root true ||
      die "sudo wants a password that nobody can type here; run" \
        "'sudo apt-get install $missing' and try again"
  fi
  logged as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -o DPkg::Lock::Timeout=300 update ||
    die "apt-get update failed; is there a network?"
  # shellcheck disable=SC2086 # one word a package
  if ! logged as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends \
    $missing; then
    for package in $missing; do
      apt-cache show "$package" >/dev/null 2>&1 ||
        die "this system's apt has no package '$package' (Debian 12 and 13" \
          "have LLVM 19; TIDEPOOL_LLVM=<major> picks another)"
    done
    die "apt-get install failed"
  fi
}

# build_in FOLDER MAJOR [CMAKE-ARGUMENT...]
build_in() {
  folder=$1
  major=$2
  shift 2
  if [ ! -f "$folder/build.ninja" ]; then
    say "configuring $folder for LLVM $major"
    logged cmake -G Ninja -B "$folder" "-DTIDEPOOL_LLVM=$major" "$@" ||
      die "cmake failed"
  fi
  say "building $folder with $jobs jobs (minutes the first time)"
  if [ -t 1 ]; then
    ninja -C "$folder" -j "$jobs" || die "the build failed"
  else
    logged ninja -C "$folder" -j "$jobs" || die "the build failed"
  fi
}

setup() {
  mkdir -p "$build"
  : >"$log"
  # shellcheck disable=SC2046
  install_packages $build_tools clang-format-19 $(packages_for "$llvm") \
    "libc++-$llvm-dev" "libc++abi-$llvm-dev" # one major at a time
  build_in "$build" "$llvm" "-DCMAKE_C_COMPILER=clang-$llvm" \
    "-DCMAKE_CXX_COMPILER=clang++-$llvm"
}
