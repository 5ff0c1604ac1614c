# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# tests/run.sh gives build=FOLDER; by hand:
#   python3 /usr/lib/llvm-19/build/utils/lit/lit.py -v tests

import glob
import os
import re
import sys

import lit.formats

here = os.path.dirname(os.path.abspath(__file__))
top = os.path.dirname(here)
build = os.path.join(top, lit_config.params.get("build", "build"))

with open(os.path.join(build, "CMakeCache.txt")) as cache:
    settings = dict(re.findall(r"^(\w+):\w+=(.*)$", cache.read(), re.M))
with open(os.path.join(build, "build.ninja")) as ninja:
    products = set(re.findall(r"^build (bin/[\w-]+)[ :]", ninja.read(), re.M))
llvm = settings["TIDEPOOL_LLVM"]
llvm_bin = "/usr/lib/llvm-%s/bin" % llvm

config.name = "tidepool"
config.tidepool_build = build
config.tidepool_llvm = llvm
# What only `tests/run.sh --all` has the time for.
config.tidepool_long = "long" in lit_config.params
config.tidepool_cxx = os.path.join(llvm_bin, "clang++")
config.tidepool_compiler = settings["CMAKE_CXX_COMPILER"]
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".cpp", ".test"]
config.excludes = ["mock", "Inputs", "bench", "fuzz", "__pycache__"]
config.test_source_root = here
config.test_exec_root = os.path.join(build, "tests")

plugin = os.path.join(build, "lib", "libTidepoolModule.so")
clang_tidy = os.path.join(llvm_bin, "clang-tidy")
# A plugin with sanitizers finds their runtime in its host, and clang-tidy has none.
sanitizers = settings.get("TIDEPOOL_SANITIZE", "")
if sanitizers:
    config.available_features.add("sanitized")
    config.available_features.update(one + "-sanitized" for one in sanitizers.split(","))
    config.environment["LSP_TIMEOUT"] = "600"
for sanitizer, runtime in ("address", "asan"), ("thread", "tsan"):
    if sanitizer in sanitizers.split(","):
        pattern = "../lib/clang/%s/lib/linux/libclang_rt.%s-*.so" % (llvm, runtime)
        runtime = glob.glob(os.path.join(llvm_bin, pattern))[0]
        clang_tidy = "env LD_PRELOAD=%s %s" % (os.path.abspath(runtime), clang_tidy)
harness = [
    sys.executable,
    os.path.join(here, "tidepool_test.py"),
    "--build=" + build,
    "--llvm=" + llvm,
]
# A product that CMake knows is demanded, so that a broken one is no skip.
for product in ("tidepool", "tidepool-clangd"):
    if "bin/" + product in products:
        config.available_features.add(product)
        harness.append("--" + product)
if config.tidepool_long:
    harness.append("--long")
if "only" in lit_config.params:
    harness.append("--only=" + lit_config.params["only"])
config.available_features.add("llvm-" + llvm)
foreign = [n for n in range(10, 30) if str(n) != llvm]
foreign = [n for n in foreign if os.path.exists("/usr/bin/clang-tidy-%d" % n)]
if foreign:
    config.available_features.add("foreign-clang-tidy")
    config.substitutions += [
        (r"%foreign_clang_tidy\b", "/usr/bin/clang-tidy-%d" % foreign[-1]),
        (r"%foreign_llvm\b", str(foreign[-1])),
    ]

config.tidepool_harness = harness
python = sys.executable
config.substitutions += [
    (r"%tidepool_test\b", " ".join(harness)),
    (r"%tidepool\b", os.path.join(build, "bin", "tidepool")),
    (r"%plugin\b", plugin),
    (r"%clang_tidy\b", clang_tidy),
    (r"%clangd\b", os.path.join(build, "bin", "tidepool-clangd")),
    (r"%lsp\b", "%s %s" % (python, os.path.join(here, "frontends", "lsp.py"))),
    (r"%cxx\b", config.tidepool_cxx),
    (r"%status\b", "%s %s" % (python, os.path.join(here, "status.py"))),
    (r"%FileCheck\b", "FileCheck"),
    (r"%lit\b", os.path.dirname(os.path.dirname(lit.__file__))),
    (r"%python\b", python),
    (r"%llvm_bin\b", llvm_bin),
    (r"%llvm\b", llvm),
    (r"%build\b", build),
    (r"%top\b", top),
]
# Where Debian keeps what differs between machines, and so all of Qt.
multiarch = os.path.basename(
    (glob.glob("/usr/include/*-linux-gnu") or ["/usr/include"])[0]
)
for number in "5", "6":
    folder = "/usr/include/%s/qt%s" % (multiarch, number)
    parts = ["", "/QtConcurrent", "/QtCore", "/QtNetwork", "/QtTest"]
    flags = " ".join("-isystem " + folder + part for part in parts)
    config.substitutions.append((r"%%qt%s\b" % number, flags))
glib = "-isystem /usr/include/glib-2.0 -isystem /usr/lib/%s/glib-2.0/include"
config.substitutions.append((r"%glib\b", glib % multiarch))
# FileCheck, not, split-file and the rest of LLVM's tools by their own names.
config.environment["PATH"] = os.pathsep.join(
    [llvm_bin, config.environment.get("PATH", "")]
)
# Each test looks for itself.
config.environment["XDG_CACHE_HOME"] = "/dev/null"
config.environment["LLVM_DISABLE_CRASH_REPORT"] = "1"
for name in ("HOME", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
    if name in os.environ:
        config.environment[name] = os.environ[name]
