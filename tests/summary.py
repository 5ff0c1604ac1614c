# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Sums up the results of all parts of tests/run.sh in one line.

Each file of the folder is what `lit --output` wrote."""

import glob
import json
import os
import re
import sys

LIBRARIES = "checks/vocabulary/libraries"
GOOD = ("PASS", "FLAKYPASS", "XFAIL")
SKIPPED = ("UNSUPPORTED", "SKIPPED", "EXCLUDED")


def unverified():
    """Library -> how many of its entries nobody saw in the library itself."""
    found = {}
    for path in sorted(glob.glob(os.path.join(LIBRARIES, "*.yaml"))):
        with open(path, encoding="utf-8") as file:
            entries = re.split(r"^  - ", file.read(), flags=re.M)[1:]
        count = sum(not re.search(r"^    verified: ", one, re.M) for one in entries)
        if count:
            found[os.path.basename(path).removesuffix(".yaml")] = count
    return found


def main(folder):
    passed = 0
    skipped = 0
    needs = []
    failed = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            for test in json.load(file)["tests"]:
                if test["code"] in GOOD:
                    passed += 1
                elif test["code"] in SKIPPED:
                    skipped += 1
                    why = re.search(r"unavailable features: (.*)", test["output"])
                    if why:
                        needs.append("%s (needs %s)" % (test["name"], why[1]))
                else:
                    failed.append("%s (%s)" % (test["name"], test["code"].lower()))
    for name in needs:
        print("skipped: " + name)
    for library, count in unverified().items():
        print("not verified: %d entries of %s" % (count, library))
    for name in failed:
        print("failed: " + name)
    if not passed and not failed:
        print("no test ran")
    more = ", %d skipped" % skipped if skipped else ""
    print("%d passed, %d failed%s" % (passed, len(failed), more))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
