#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs the C++ of a page: each block fenced ```cpp is linted by the driver as
a file example.cpp. What it says must be the block fenced ```text that comes
next; where the next block is another, it must say nothing.

  pages.py --build=build docs/checks/unbounded-spawn-in-loop.md
  pages.py --build=build --write PAGE...    fills in the ```text blocks

A block may ask for options of `tidepool lint`: ```cpp --level=strict"""

import argparse
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FLAGS = ["-std=c++20", "-pthread"]
# Libraries that have no package: what their users include, as it is declared.
MOCKS = os.path.join(TOP, "tests", "vocabulary", "mock")
for library in sorted(os.listdir(MOCKS)):
    FLAGS += ["-isystem", os.path.join(MOCKS, library)]
BLOCK = re.compile(r"^```(.*)\n((?:.*\n)*?)```$", re.M)


def pages():
    names = ["README.md", "docs/what-is-bounded.md", "docs/dev/architecture.md"]
    checks = os.path.join(TOP, "docs", "checks")
    if os.path.isdir(checks):
        names += ["docs/checks/" + name for name in os.listdir(checks)]
    return [
        name
        for name in names
        if name.endswith(".md") and os.path.exists(os.path.join(TOP, name))
    ]


def lint(tidepool, folder, examples, options):
    """What the driver says of each of the sources: {number: text}."""
    for number, text in examples.items():
        os.makedirs(os.path.join(folder, str(number)))
        with open(
            os.path.join(folder, str(number), "example.cpp"), "w", encoding="utf-8"
        ) as file:
            file.write(text)
    # Neither our own .clang-tidy nor a .tidepool.yaml above may have a say.
    with open(os.path.join(folder, ".clang-tidy"), "w", encoding="utf-8") as file:
        file.write("InheritParentConfig: false\n")
    files = ["%d/example.cpp" % number for number in examples]
    done = subprocess.run(
        [tidepool, "lint", *options, *files, "--", *FLAGS],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in (0, 1):
        sys.exit("%sended with status %d" % (done.stderr, done.returncode))
    said = collections.defaultdict(str)
    current = 0
    for line in done.stdout.splitlines(True):
        if re.match(r"\d+ findings?( in \d+ files?)?; ", line):
            continue
        place = re.match(r"(\d+)/(example\.cpp:\d+:\d+: .*\n)", line)
        if place:
            current, line = int(place[1]), place[2]
        said[current] += line
    return said


def check(tidepool, name, write, folder):
    path = os.path.join(TOP, name)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    blocks = list(BLOCK.finditer(text))
    groups = collections.defaultdict(dict)
    for number, block in enumerate(blocks):
        words = block[1].split()
        if words[:1] == ["cpp"]:
            groups[tuple(words[1:])][number] = block[2]

    problems = []
    output = {}
    for order, (options, examples) in enumerate(groups.items()):
        here = os.path.join(folder, str(order))
        os.makedirs(here)
        said = lint(tidepool, here, examples, options)
        for number in examples:
            block, next_block = blocks[number], blocks[number + 1 : number + 2]
            line = text.count("\n", 0, block.start()) + 1
            if next_block and next_block[0][1] == "text":
                output[number + 1] = said[number]
                if not said[number]:
                    problems.append("%s:%d: nothing is found here" % (name, line))
                elif next_block[0][2] != said[number]:
                    problems.append(
                        "%s:%d: the output is not what the page says, but this "
                        "(--write puts it there):\n%s" % (name, line, said[number])
                    )
            elif said[number]:
                problems.append(
                    "%s:%d: nothing may be found here, but this was:\n%s"
                    % (name, line, said[number])
                )
    if not write:
        return problems
    for number in sorted(output, reverse=True):
        start, end = blocks[number].span(2)
        text = text[:start] + output[number] + text[end:]
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return [p for p in problems if "(--write puts it there)" not in p]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--build", default=os.path.join(TOP, "build"))
    parser.add_argument("--folder", help="where to work; a temporary one if not given")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("pages", nargs="*", default=pages(), metavar="PAGE")
    arguments = parser.parse_args()
    tidepool = os.path.abspath(os.path.join(arguments.build, "bin", "tidepool"))
    broken = False
    for name in arguments.pages:
        with tempfile.TemporaryDirectory() as temporary:
            folder = arguments.folder or temporary
            shutil.rmtree(folder, ignore_errors=True)
            os.makedirs(folder)
            for problem in check(tidepool, name, arguments.write, folder):
                print(problem, file=sys.stderr)
                broken = True
    return broken


if __name__ == "__main__":
    sys.exit(main())
