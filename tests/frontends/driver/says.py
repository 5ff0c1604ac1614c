# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""says.py OLD NEW: fails unless NEW, as json, has all that OLD has: each key, with
a value of the same kind, and each finding where it was, by its fingerprint."""

import json
import sys


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def compare(old, new, place):
    if isinstance(old, bool) or not isinstance(old, (dict, list)):
        if type(old) is not type(new):
            sys.exit("says.py: %s: %r was %r" % (place, new, old))
    elif isinstance(old, dict):
        for key, value in old.items():
            if key not in new:
                sys.exit("says.py: %s has no '%s' any more" % (place, key))
            compare(value, new[key], place + "." + key)
    else:
        if len(old) != len(new):
            sys.exit("says.py: %s: %d were %d" % (place, len(new), len(old)))
        for number, (was, is_now) in enumerate(zip(old, new)):
            compare(was, is_now, "%s[%d]" % (place, number))


def places(found):
    return [(f["check"], f["messageId"], f["severity"], f["path"], f["line"], f["column"],
             f["fingerprint"]) for f in found["findings"]]


before, now = load(sys.argv[1]), load(sys.argv[2])
compare(before, now, "it")
if before["version"] != now["version"] or places(before) != places(now):
    sys.exit("says.py: %s were %s" % (places(now), places(before)))
print("%d findings as before" % len(places(now)))
