#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the size of the vocabulary costs a unit: with the built-in libraries, with
none, and with 1,000 and 10,000 entries more in .tidepool.yaml.

  vocabulary.py [--build=build] [--runs=7] [--copies=8] [--write] [UNIT...]

Each run lints so many copies of a unit, or twice as many: .tidepool.yaml is read once
a run, so what the further ones take is the cost of a unit alone.

Prints ratios to the built-in vocabulary: of CPU time (the median of runs that take
turns, so that whatever else the machine does strikes all alike), and for a further
unit of instructions, too (callgrind's count, where valgrind is there; it does not
vary). --write puts the table into docs/performance.md, between
<!-- vocabulary-size --> and its end."""

import argparse
import glob
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
UNITS = ("examples/crawler/crawl.cpp", "examples/crawler/serve.cpp")


def entries(count):
    """As many as asked for, of each kind that a house framework has."""
    kinds = (
        "- {function: 'house::launch%d', spawn: {starts: thread, callable: 0}}",
        "- {class: 'house::Pool%d', member: post, spawn: {starts: pooled, callable: 0}}",
        "- {class: 'house::Job%d', member: finish, wait: {for: task}}",
        "- {class: 'house::Gate%d', limiter: {does: type, capacity: 0}}",
        "- {function: 'house::ask%d', io: {waits: blocking, peer: server, on: 0}}",
    )
    lines = ("  " + kinds[i % len(kinds)] % i for i in range(count))
    return "entries:\n" + "\n".join(lines) + "\n" if count else ""


VARIANTS = {
    "built-in": None,
    "none": "version: 1\nbuilt-in: false\n",
    "built-in and 1,000": "version: 1\n" + entries(1000),
    "built-in and 10,000": "version: 1\n" + entries(10000),
}


def command(tidepool, units):
    return [tidepool, "--no-cache", "-j", "1", "--quiet", *units, "--", "-std=c++20"]


def cpu(argv):
    """Seconds of CPU, of all that it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(argv, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit("%s: %s" % (" ".join(argv), done.stderr.decode()))
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def instructions(argv, folder):
    """None where there is no valgrind."""
    if not shutil.which("valgrind"):
        return None
    out = os.path.join(folder, "callgrind.%p")
    subprocess.run(
        ["valgrind", "--tool=callgrind", "--trace-children=yes"]
        + ["--callgrind-out-file=" + out]
        + argv,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    total = 0
    for name in glob.glob(os.path.join(folder, "callgrind.*")):
        with open(name, encoding="utf-8", errors="replace") as file:
            total += sum(map(int, re.findall(r"^(?:summary|totals): (\d+)", file.read(), re.M)[:1]))
        os.remove(name)
    return total or None


def measure(tidepool, units, runs, copies_of_each):
    """Variant -> (CPU of a run, CPU of a further unit, its instructions), each a
    list by unit of ratios."""
    result = {name: ([], [], []) for name in VARIANTS}

    def add(column, values):
        if all(values.values()):
            for name, value in values.items():
                result[name][column].append(value / values["built-in"])

    with tempfile.TemporaryDirectory() as folder:
        for unit in units:
            copies = {}
            for number, (name, text) in enumerate(VARIANTS.items()):
                own = os.path.join(folder, str(number))
                shutil.copytree(os.path.dirname(unit), own, dirs_exist_ok=True)
                if text:
                    with open(os.path.join(own, ".tidepool.yaml"), "w") as file:
                        file.write(text)
                copies[name] = []
                for copy in range(2 * copies_of_each):
                    copies[name].append(os.path.join(own, "copy%d.cpp" % copy))
                    shutil.copy(unit, copies[name][-1])
            some = {name: [] for name in VARIANTS}
            more = {name: [] for name in VARIANTS}
            for _ in range(runs):
                for name, made in copies.items():
                    some[name].append(cpu(command(tidepool, made[:copies_of_each])))
                    more[name].append(cpu(command(tidepool, made)))
            few = {name: statistics.median(times) for name, times in some.items()}
            all_of = {name: statistics.median(times) for name, times in more.items()}
            add(0, few)
            add(1, {name: all_of[name] - few[name] for name in VARIANTS})
            # Callgrind is slow, and does not vary.
            counts = {
                name: [instructions(command(tidepool, made[:number]), folder) for number in (1, 2)]
                for name, made in copies.items()
            }
            add(2, {name: two and two - one for name, (one, two) in counts.items()})
    return result


def table(result, copies):
    def mean(ratios):
        return "%.3f" % statistics.mean(ratios) if ratios else "not counted"

    lines = [
        "| Vocabulary | CPU time, a run of %d units | CPU time, a further unit "
        "| instructions, a further unit |" % copies,
        "|---|---|---|---|",
    ]
    for name, columns in result.items():
        lines.append("| %s | %s |" % (name, " | ".join(map(mean, columns))))
    return "\n".join(lines) + "\n"


def write(text):
    path = os.path.join(TOP, "docs/performance.md")
    with open(path, encoding="utf-8") as file:
        before = file.read()
    after = re.sub(
        r"(<!-- vocabulary-size -->\n).*?(<!-- /vocabulary-size -->)",
        lambda match: match[1] + text + match[2],
        before,
        flags=re.S,
    )
    with open(path, "w", encoding="utf-8") as file:
        file.write(after)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--build", default=os.path.join(TOP, "build"))
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--copies", type=int, default=8)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("units", nargs="*", metavar="UNIT")
    arguments = parser.parse_args()
    units = arguments.units or [os.path.join(TOP, unit) for unit in UNITS]
    text = table(
        measure(
            os.path.join(os.path.abspath(arguments.build), "bin", "tidepool"),
            [os.path.abspath(unit) for unit in units],
            arguments.runs,
            arguments.copies,
        ),
        arguments.copies,
    )
    print(text, end="")
    if arguments.write:
        write(text)


if __name__ == "__main__":
    main()
