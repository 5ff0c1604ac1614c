# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Sourced, after .ci/setup.sh, by what runs the suite.

# What holds for every build: the plugin loads, and the checks find what they
# should.
everywhere=':: (frontends/plugin|checks)/|^unit'

# Real headers that the vocabulary is proved on, and that checks' tests include.
install_headers() {
  install_packages catch2 doctest-dev libboost-test-dev \
    libasio-dev libboost-coroutine-dev libssl-dev \
    libgrpc++-dev \
    libboost-fiber-dev \
    libboost-thread-dev \
    qt6-base-dev qtbase5-dev \
    libglib2.0-dev \
    libpoco-dev \
    libcurl4-openssl-dev \
    libhiredis-dev \
    gsoap libgsoap-dev \
    libpq-dev \
    libmariadb-dev \
    libzmq3-dev \
    libtbb-dev \
    libevent-dev libuv1-dev \
    libpqxx-dev \
    librdkafka-dev \
    libpaho-mqtt-dev libpaho-mqttpp-dev \
    libmosquitto-dev libmosquittopp-dev \
    qcoro-qt6-dev \
    libcaf-dev \
    libcapnp-dev \
    librestinio-dev \
    libpistache-dev \
    libconcurrentqueue-dev libthread-pool-dev \
    libabsl-dev \
    libcpprest-dev \
    llvm-19-dev \
    libcpp-httplib-dev libsoci-dev libthrift-dev libmongoc-dev
}

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
    ${all:+--param long=all} \
    --output "$results/$name.json" "$@" tests
}
