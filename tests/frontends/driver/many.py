# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""many.py TIDEPOOL: what a database of 10,000 units costs in memory, beside one
of 100: a bound as a ratio, since machines and builds differ. All of the units
are looked at where "all" follows."""

import json
import os
import subprocess
import sys

MANY, FEW = 10000, 100
# A database of that size is 1.6 MiB of text. It is 2 as measured: a unit's
# command is held once, and results of clean units weigh next to nothing.
MOST = 3


def write(folder, count):
    entries = []
    os.makedirs(folder + "/looked")
    os.makedirs(folder + "/not")
    for i in range(count):
        name = "%s/unit%d.cpp" % ("looked" if i < FEW or "all" in sys.argv else "not", i)
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write("int f%d();\n" % i)
        command = "c++ -std=c++20 -Iinclude -Ithird_party/include -DUNIT=%d -o %d.o -c %s"
        entries.append(
            {
                "directory": os.path.abspath(folder),
                "file": name,
                "command": command % (i, i, name),
            }
        )
    with open(folder + "/compile_commands.json", "w", encoding="utf-8") as file:
        json.dump(entries, file)


def peak(folder):
    """In KiB, of the program and its workers alike."""
    run = subprocess.Popen(
        [sys.argv[1], "--quiet", "--no-cache", "-p", folder, folder + "/looked"],
        stdout=subprocess.PIPE,
        text=True,
    )
    print(run.stdout.read().splitlines()[-1])
    _, status, usage = os.wait4(run.pid, 0)
    if status:
        sys.exit("many.py: status %d" % status)
    return usage.ru_maxrss


write("few", FEW)
write("many", MANY)
few, many = peak("few"), peak("many")
if many > MOST * few:
    sys.exit("many.py: %d units take %d KiB, %d take %d KiB" % (MANY, many, FEW, few))
print("bounded")
