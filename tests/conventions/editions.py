#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The editions (checks/editions/*.txt) against what the checks say of themselves.
The newest is what this release does; what an older one names must be there, under
that name or another. --write brings the newest up to date.

  editions.py --build=build [--write]"""

import argparse
import glob
import os
import re
import sys

sys.path.append(os.path.dirname(os.path.abspath(__file__)))
import tables

FOLDER = os.path.join(tables.TOP, "checks", "editions")


def test_paths():
    """The default of the option that is the base's own."""
    with open(os.path.join(tables.TOP, "checks", "Check.cpp"), encoding="utf-8") as file:
        return re.search(r'DefaultTestPaths =\s*"([^"]*)"', file.read())[1]


def now(build):
    """The lines of an edition that holds what the build does."""
    yield "TestPaths = " + test_paths()
    for check in tables.checks(build):
        for message in check["messages"]:
            yield "%s.%s %s" % (check["name"], message["id"], message["level"])
        for option in check["options"]:
            yield ("%s.%s = %s" % (check["name"], option["name"], option["default"])).rstrip()


def problems(build, write=False):
    current = list(now(build))
    known = {line.split()[0] for line in current}
    for check in tables.checks(build):
        known |= {
            line.split()[0].replace(check["name"] + ".", old + ".")
            for old in check["renamed-from"]
            for line in current
        }
    paths = sorted(glob.glob(os.path.join(FOLDER, "*.txt")))
    for path in paths:
        name = os.path.relpath(path, tables.TOP)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        head = [line for line in text.splitlines() if line.startswith("#")]
        if path == paths[-1] and lines != current and write:
            with open(path, "w", encoding="utf-8") as file:
                file.write("".join(line + "\n" for line in head + current))
        elif path == paths[-1]:
            for line in sorted(set(current) - set(lines)):
                yield "%s: '%s' is missing; 'tests/conventions/editions.py --write'" % (name, line)
            for line in sorted(set(lines) - set(current)):
                yield "%s: '%s' is not so any more" % (name, line)
        for line in lines:
            if line.split()[0] not in known:
                yield "%s: there is no %s" % (name, line.split()[0])


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--build", default=os.path.join(tables.TOP, "build"))
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    broken = list(problems(arguments.build, arguments.write))
    print("".join(line + "\n" for line in broken), end="", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
