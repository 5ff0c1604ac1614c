#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a check says of itself (`tidepool checks --format json`) against what
the docs say of it. --write fills in the tables, which stand between the
comments <!-- options --> and <!-- checks --> and their ends.

  tables.py --build=build [--write]"""

import argparse
import json
import os
import re
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def checks(build):
    tidepool = os.path.join(build, "bin", "tidepool")
    text = subprocess.check_output([tidepool, "checks", "--format", "json"])
    return json.loads(text)["checks"]


def page_of(check):
    return "docs/checks/%s.md" % check["name"].removeprefix("tidepool-")


def table(*rows):
    """The first row is the head."""
    lines = ["| %s |" % " | ".join(row) for row in rows]
    lines.insert(1, "|---" * len(rows[0]) + "|")
    return "".join(line + "\n" for line in lines)


def code(text):
    return "`%s`" % text if text else ""


def option_table(check):
    if not check["options"]:
        return "None.\n"
    rows = [(code(o["name"]), code(o["default"]), o["help"]) for o in check["options"]]
    return table(("Option", "Default", "Meaning"), *rows)


def check_table(all_checks):
    rows = [
        ("[%s](%s)" % (check["name"], page_of(check)), check["level"], check["summary"])
        for check in all_checks
    ]
    return table(("Check", "Level", "What it finds"), *rows)


def compare(name, marker, wanted, write):
    """Yields what is wrong with the part of a file between the markers."""
    path = os.path.join(TOP, name)
    if not os.path.exists(path):
        yield "%s: there is none" % name
        return
    with open(path, encoding="utf-8") as file:
        text = file.read()
    pattern = r"(<!-- %s -->)(.*?)(<!-- /%s -->)" % (marker, marker)
    found = re.search(pattern, text, re.S)
    wanted = "\n" + wanted
    if not found:
        yield "%s: there is no <!-- %s --> ... <!-- /%s -->" % (name, marker, marker)
    elif found[2] != wanted and write:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text[: found.start(2)] + wanted + text[found.end(2) :])
    elif found[2] != wanted:
        yield "%s: run 'tests/conventions/tables.py --write'; wanted is%s" % (
            name,
            wanted,
        )


def messages_of_page(check):
    """Each message is told of, with its level: | `id` | core | ... |"""
    with open(os.path.join(TOP, page_of(check)), encoding="utf-8") as file:
        told = re.findall(r"^\| `([\w-]+)` \| (core|strict) \|", file.read(), re.M)
    known = [(message["id"], message["level"]) for message in check["messages"]]
    for one in known:
        if one not in told:
            yield "%s: no row '| `%s` | %s |'" % (page_of(check), *one)
    for one in told:
        if one not in known:
            yield "%s: there is no message '%s' that is %s" % (page_of(check), *one)


def problems(build, write=False):
    all_checks = checks(build)
    for check in all_checks:
        if os.path.exists(os.path.join(TOP, page_of(check))):
            yield from compare(page_of(check), "options", option_table(check), write)
            yield from messages_of_page(check)
    yield from compare("README.md", "checks", check_table(all_checks), write)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--build", default=os.path.join(TOP, "build"))
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    broken = list(problems(arguments.build, arguments.write))
    print("".join(line + "\n" for line in broken), end="", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
