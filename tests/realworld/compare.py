#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Shows how the findings of two builds of tidepool differ on the real projects.

    python3 tests/realworld/compare.py OLD/bin/tidepool NEW/bin/tidepool [PROJECT...]

For each site that one of them sees in another way: both verdicts, and the label
that a reviewer gave it, if any. Status 1 where something differs.
"""

import argparse
import os
import sys

from projects import TOP, fetch, kind, lint, named, record


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("old", type=os.path.abspath)
    parser.add_argument("new", type=os.path.abspath)
    parser.add_argument("projects", nargs="*")
    parser.add_argument("--all", action="store_true", help="also what neither of them reports")
    parser.add_argument("--work", default=os.path.join(TOP, "build", "realworld"))
    arguments = parser.parse_args()
    arguments.work = os.path.abspath(arguments.work)
    os.makedirs(arguments.work, exist_ok=True)
    differs = 0
    for name, project in named(arguments.projects).items():
        source, folder = fetch(project, arguments.work)
        old, new = (lint(driver, project, source, folder)[0]
                    for driver in (arguments.old, arguments.new))
        labels = record(name)
        for site in sorted(old.keys() | new.keys()):
            was, now = old.get(site), new.get(site)
            reported = {"core", "strict"} & {kind(was), kind(now)}
            if was == now or not (reported or arguments.all):
                continue
            differs += 1
            judged = labels.get(site, {})
            print("%s: %s (%s)\n  - %s\n  + %s" % (
                name, site, judged.get("label") or "no label", was, now))
    print("%d differ" % differs)
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main())
