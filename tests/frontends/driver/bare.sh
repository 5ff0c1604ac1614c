#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# bare.sh LLVM FOLDER PACKAGE: installs the Debian package in a bare Debian 12, which
# is made in FOLDER, and runs what is in it. As root. BARE names a folder with what
# debootstrap makes, which is kept; without it, that is below /var/tmp.
set -eu
llvm=$1
folder=$2
package=$3
bare=${BARE:-/var/tmp/tidepool-bookworm}

if [ ! -f "$bare/.ready" ]; then
  rm -rf "$bare"
  debootstrap --variant=minbase bookworm "$bare" http://deb.debian.org/debian \
    >"$folder/debootstrap.log" 2>&1
  touch "$bare/.ready"
fi
rm -rf "$folder/debian"
cp -a "$bare" "$folder/debian"
cp "$package" "$folder/debian/tmp/"
cp -L /etc/resolv.conf "$folder/debian/etc/resolv.conf"
cat >"$folder/debian/tmp/try.sh" <<'END'
set -eu
llvm=$1
package=$2
cd /tmp
echo 'Acquire::Check-Valid-Until "false"; Acquire::Check-Date "false";' \
  >/etc/apt/apt.conf.d/99try
echo "deb http://deb.debian.org/debian-security bookworm-security main" \
  >>/etc/apt/sources.list
apt-get update >log 2>&1
apt-get install -y --no-install-recommends "./$package" >>log 2>&1 ||
  { cat log; exit 1; }
"tidepool-$llvm" --version
cat >a.cpp <<'END2'
extern "C" int pthread_create(unsigned long *, const void *, void *(*)(void *), void *);
void *work(void *);
void all(void **items, int count) {
  unsigned long thread;
  for (int i = 0; i < count; ++i)
    pthread_create(&thread, nullptr, work, items[i]);
}
END2
"tidepool-$llvm" a.cpp -- && exit 1
apt-get install -y --no-install-recommends "clang-tidy-$llvm" >>log 2>&1
LD_BIND_NOW=1 "clang-tidy-$llvm" \
  -load "/usr/lib/tidepool-$llvm/lib/libTidepoolModule.so" a.cpp -- 2>>log
[ ! -e "/usr/bin/tidepool-clangd-$llvm" ] || "tidepool-clangd-$llvm" --version >>log
[ -s "/usr/share/doc/tidepool-$llvm/copyright" ]
[ -s "/usr/lib/tidepool-$llvm/share/doc/tidepool/NOTICE" ]
[ -s "/usr/lib/tidepool-$llvm/share/doc/tidepool/checks/unlimited-gather.md" ] &&
  echo "its pages are there"
apt-get remove -y "tidepool-$llvm" >>log 2>&1
[ ! -e "/usr/lib/tidepool-$llvm" ] && [ ! -e "/usr/bin/tidepool-$llvm" ]
echo removed
END
# shellcheck disable=SC2016 # the inner shell's own
unshare -m --propagation private sh -eu -c '
  mount -t proc proc "$1/proc"
  mount --rbind /dev "$1/dev"
  exec chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive sh /tmp/try.sh "$2" "$3"
' sh "$folder/debian" "$llvm" "$(basename "$package")"
