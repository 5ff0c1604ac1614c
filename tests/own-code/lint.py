# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Lints one of this project's own sources with stock clang-tidy, as .clang-tidy
at the top says, and with Tidepool itself, with the build's compile command:

  lint.py --build=build checks/Module.cpp

With --stamps, a file that was clean is not linted again until it, a header of
ours that it includes, or a .clang-tidy changes; a changed check alone does not
count, or each would cost minutes."""

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys

PLUGINS = ("TidepoolOwnDeclarations", "TidepoolModule")
TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def commands(build):
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        entries = json.load(file)
    paths = [os.path.normpath(os.path.join(e["directory"], e["file"])) for e in entries]
    return {os.path.relpath(p, TOP): e for p, e in zip(paths, entries)}


def sources(build):
    return [
        name
        for name in commands(build)
        if name.startswith(("checks/", "driver/", "tests/"))
    ]


def reachable(name, seen):
    """The file and the headers of ours that it includes, however deep."""
    if name in seen or not os.path.exists(os.path.join(TOP, name)):
        return
    with open(os.path.join(TOP, name), encoding="utf-8") as file:
        text = file.read()
    seen[name] = text
    for target in re.findall(r'^#include "([^"]+)"', text, re.M):
        for folder in (os.path.dirname(name), "checks", "driver"):
            reachable(os.path.normpath(os.path.join(folder, target)), seen)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=os.path.join(TOP, "build"))
    parser.add_argument("--llvm", default="19")
    parser.add_argument("--stamps")
    parser.add_argument("source")
    arguments = parser.parse_args()

    depends = {}
    for name in (".clang-tidy", "tests/.clang-tidy", __file__, arguments.source):
        reachable(name, depends)
    depends["command"] = json.dumps(commands(arguments.build)[arguments.source])
    stamp = hashlib.sha256(repr(sorted(depends.items())).encode()).hexdigest()
    if arguments.stamps and os.path.exists(arguments.stamps):
        with open(arguments.stamps, encoding="utf-8") as file:
            if file.read() == stamp:
                return 0

    done = subprocess.run(
        [
            "/usr/lib/llvm-%s/bin/clang-tidy" % arguments.llvm,
            *("-load=%s/lib/lib%s.so" % (arguments.build, name) for name in PLUGINS),
            "--checks=tidepool-*",
            "--quiet",
            "-p=" + arguments.build,
            os.path.join(TOP, arguments.source),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if done.returncode or done.stdout:
        print(done.stdout + done.stderr)
        return 1
    if arguments.stamps:
        os.makedirs(os.path.dirname(arguments.stamps), exist_ok=True)
        with open(arguments.stamps, "w", encoding="utf-8") as file:
            file.write(stamp)
    return 0


if __name__ == "__main__":
    sys.exit(main())
