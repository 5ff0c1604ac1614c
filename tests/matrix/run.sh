#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Every LLVM that users have: builds each cell in a folder of the suite that
# packages it, runs the plugin's and the checks' tests there, and lints a real
# project, whose verdicts must be those of the record in tests/realworld.
#   sh tests/matrix/run.sh [--work FOLDER] [--jobs N] [CELL...]
# A cell is SUITE-MAJOR, as in trixie-21; all of them without one, which takes
# hours the first time and 10 GB in FOLDER (/var/tmp/tidepool-matrix). As root,
# with debootstrap. The last lines are a table; status 0 only if every cell that
# was asked for passed.

set -eu
cd "$(dirname "$0")/../.."
top=$PWD
cells='bookworm-16 bookworm-19 bookworm-22
  trixie-17 trixie-18 trixie-19 trixie-21 trixie-22
  sid-21 sid-22 sid-23'
mirror=${TIDEPOOL_MIRROR:-http://deb.debian.org}
work=/var/tmp/tidepool-matrix
jobs=$(nproc)

die() {
  echo "matrix: error: $*" >&2
  exit 2
}

wanted=
while [ $# -gt 0 ]; do
  case $1 in
  --work) work=${2:?--work needs a folder} && shift ;;
  --jobs) jobs=${2:?--jobs needs a number} && shift ;;
  -*) die "unknown option '$1'; there are --work and --jobs" ;;
  *)
    # shellcheck disable=SC2086 # the words of the list
    printf '%s\n' $cells | grep -qx -e "$1" ||
      die "there is no cell '$1'; there are:" $cells
    wanted="$wanted $1"
    ;;
  esac
  shift
done
# shellcheck disable=SC2086
wanted=$(printf '%s ' ${wanted:-$cells})
[ "$(id -u)" = 0 ] || die "debootstrap and chroot need root"
command -v debootstrap >/dev/null || die "debootstrap is missing"
work=$(realpath -m "$work")
case $work/ in
"$top"/*) die "--work: $work is inside of the checkout" ;;
esac
mkdir -p "$work"

# suite_folder SUITE: a minimal Debian, made once.
suite_folder() {
  [ ! -f "$work/$1/.ready" ] || return 0
  rm -rf "${work:?}/$1"
  debootstrap --variant=minbase "$1" "$work/$1" "$mirror/debian" \
    >"$work/$1.debootstrap.log" 2>&1 || return 1
  {
    echo "deb $mirror/debian $1 main"
    case $1 in
    bookworm) echo "deb $mirror/debian-security bookworm-security main" ;;
    trixie) echo "deb $mirror/debian trixie-backports main" ;;
    esac
  } >"$work/$1/etc/apt/sources.list"
  # A mirror's copy of unstable may be older than its signature allows.
  printf 'Acquire::Check-Valid-Until "false";\nAcquire::Check-Date "false";\n' \
    >"$work/$1/etc/apt/apt.conf.d/99matrix"
  touch "$work/$1/.ready"
}

# in_folder SUITE COMMAND...: in the suite's folder, where the checkout stands
# read-only as /tidepool. What is mounted goes with the process.
in_folder() {
  suite=$1
  shift
  cp -L /etc/resolv.conf "$work/$suite/etc/resolv.conf"
  for folder in tidepool build ccache realworld; do
    mkdir -p "$work/$suite/$folder"
  done
  mkdir -p "$work/build/$suite" "$work/ccache" "$work/realworld/$suite"
  # shellcheck disable=SC2016 # the inner shell's own
  unshare -m --propagation private sh -eu -c '
    root=$1/$2 work=$1 suite=$2 top=$3
    shift 3
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --bind "$top" "$root/tidepool"
    mount -o remount,bind,ro "$root/tidepool"
    mount --bind "$work/build/$suite" "$root/build"
    mount --bind "$work/ccache" "$root/ccache"
    mount --bind "$work/realworld/$suite" "$root/realworld"
    exec chroot "$root" "$@"' sh "$work" "$suite" "$top" "$@"
}

clean="env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8
  TIDEPOOL_JOBS=$jobs $(env | grep -i '^[a-z]*_proxy=' || true)"

# What became of each: CELL, then three words.
results=$work/results
: >"$results"
for cell in $wanted; do
  suite=${cell%-*}
  major=${cell#*-}
  echo "matrix: $cell"
  rm -f "$work/build/$suite/$major.result"
  # shellcheck disable=SC2086
  if suite_folder "$suite"; then
    in_folder "$suite" $clean sh /tidepool/tests/matrix/cell.sh "$major" \
      >"$work/$cell.log" 2>&1 || true
  fi
  if [ -f "$work/build/$suite/$major.result" ]; then
    echo "$cell $(cat "$work/build/$suite/$major.result")" >>"$results"
  else
    echo "$cell failed - -" >>"$results"
  fi
  tail -n 1 "$results"
done

bad=0
printf '%-12s %-8s %-24s %s\n' cell build tests prometheus-cpp
for cell in $cells; do
  # shellcheck disable=SC2046
  set -- $(grep "^$cell " "$results" || echo "$cell - not_run -")
  printf '%-12s %-8s %-24s %s\n' "$1" "$2" "$(echo "$3" | tr _ ' ')" "${4:--}"
  case " $wanted " in
  *" $cell "*)
    if [ "$2 $4" != "built equal" ] || [ "${3#*,_0_failed}" = "$3" ]; then
      bad=1
      echo "             see $work/$cell.log"
    fi
    ;;
  esac
done
exit $bad
