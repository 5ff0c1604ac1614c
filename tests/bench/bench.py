#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Measures what Tidepool costs, as ratios to clang++ -fsyntax-only of the same units.

All times are CPU time, user and system, of a command and all that it starts: others
on the machine move them less than they move the clock. Every round runs every command
once, one after the other, so that what slows the machine slows them all; a ratio is
taken within a round, and of the rounds the median is shown, with least and most.

Units are a sample, the same in each run. Nothing in the projects is changed: the unit
that changes is a copy's stand-in, which includes the original.
"""

import argparse
import json
import os
import platform
import random
import re
import resource
import shlex
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [HERE, os.path.join(TOP, "tests", "realworld")]
import plot
import projects as realworld

PROJECTS = ["i2pd", "libtorrent-rasterbar", "prometheus-cpp"]
PAGE = os.path.join(TOP, "docs", "performance.md")
PLOT = os.path.join(TOP, "docs", "performance.svg")


class Cost:
    """Of one command: CPU seconds, the clock's seconds, KiB of its largest process."""

    def __init__(self, command, cwd=None):
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            # In a process of its own, whose children are the command's alone.
            try:
                begin = os.times().elapsed
                with open(os.devnull, "r+b") as null, tempfile.TemporaryFile() as said:
                    status = subprocess.run(
                        command, cwd=cwd, stdin=null, stdout=said, stderr=subprocess.STDOUT,
                        check=False,
                    ).returncode
                    said.seek(0)
                    text = said.read().decode(errors="replace")
                used = resource.getrusage(resource.RUSAGE_CHILDREN)
                result = {
                    "cpu": used.ru_utime + used.ru_stime,
                    "clock": os.times().elapsed - begin,
                    "memory": used.ru_maxrss,
                    "status": status,
                    "text": text,
                }
                with os.fdopen(write, "w") as out:
                    json.dump(result, out)
            finally:
                os._exit(0)
        os.close(write)
        with os.fdopen(read) as answer:
            self.__dict__.update(json.load(answer))
        os.waitpid(child, 0)


def plain(unit, clang):
    """The command that only parses the unit."""
    words = unit.get("arguments") or shlex.split(unit["command"])
    kept, skip = [], False
    for word in words[1:]:
        if skip:
            skip = False
        elif word in ("-o", "-MF", "-MT", "-MQ"):
            skip = True
        elif word not in ("-c", "-MD", "-MMD", "-MP"):
            kept.append(word)
    language = [] if unit["file"].endswith(".c") else ["--driver-mode=g++"]
    return [clang, *language, "-fsyntax-only", "-w", *kept]


def write_database(folder, units):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "compile_commands.json"), "w", encoding="utf-8") as file:
        json.dump(units, file)
    return folder


def without_words(units, verbose):
    """Those that Tidepool says it did not parse."""
    silent = set(re.findall(r" s (\S+), not parsed", verbose))
    places = [os.path.join(unit["directory"], unit["file"]) for unit in units]
    return [unit for unit, place in zip(units, places)
            if os.path.relpath(place) in silent or os.path.realpath(place) in silent]


def stand_in(unit, folder):
    """The unit by a source that includes it, and so can be changed."""
    path = os.path.join(folder, "stand-in" + os.path.splitext(unit["file"])[1])
    original = os.path.join(unit["directory"], unit["file"])
    words = unit.get("arguments") or shlex.split(unit["command"])
    same = [word in (unit["file"], original) for word in words]
    words = [path if is_it else word for word, is_it in zip(words, same)]
    words.insert(1, "-iquote" + os.path.dirname(original))

    def change(number):
        with open(path, "w", encoding="utf-8") as file:
            file.write('// %d\n#include "%s"\n' % (number, original))

    change(0)
    return {"directory": unit["directory"], "file": path, "arguments": words}, change


class Bench:
    def __init__(self, arguments, name):
        self.arguments, self.name = arguments, name
        self.tidepool = os.path.join(TOP, arguments.build, "bin", "tidepool")
        self.llvm = "/usr/lib/llvm-%s/bin/" % arguments.llvm
        self.folder = tempfile.mkdtemp(prefix="tidepool-bench-")
        self.rows = {}
        self.costs = {}
        project = realworld.named([name])[name]
        self.source, database = realworld.fetch(project, arguments.work)
        with open(os.path.join(database, "compile_commands.json"), encoding="utf-8") as file:
            units = json.load(file)
        random.Random(7).shuffle(units)
        self.units = units[: arguments.units]
        self.all = units
        self.database = write_database(os.path.join(self.folder, "all"), self.units)
        said = subprocess.run([self.tidepool, "lint", "--help"], capture_output=True,
                              encoding="utf-8", check=False).stdout
        # Each trick has such a switch; the cache is measured by itself.
        self.switches = sorted(set(re.findall(r"--no-[a-z-]+", said)) - {"--no-cache"})

    def lint(self, database, *more, paths=()):
        return Cost([self.tidepool, *paths, "-p", database, "--quiet",
                     "-j", str(self.arguments.jobs), *more])

    def syntax(self, units):
        done = [Cost(plain(unit, self.llvm + "clang"), unit["directory"]) for unit in units]
        return sum(one.cpu for one in done), max(one.memory for one in done)

    def note(self, row, ratio):
        self.rows.setdefault(row, []).append(ratio)

    def run(self):
        arguments = self.arguments
        quiet = without_words(self.units, self.lint(self.database, "--no-cache", "--verbose").text)
        self.quiet = len(quiet)
        changed, change = stand_in(self.units[0], self.folder)
        with_stand_in = write_database(
            os.path.join(self.folder, "changed"), [changed, *self.units[1:]])
        quiet_only = write_database(os.path.join(self.folder, "quiet"), quiet)
        for number in range(1, arguments.rounds + 1):
            print("%s: round %d of %d" % (self.name, number, arguments.rounds), flush=True)
            each = [self.syntax([unit]) for unit in self.units]
            floor = sum(cpu for cpu, _ in each)
            memory = max(kib for _, kib in each)
            cache = os.path.join(self.folder, "cache%d" % number)
            cold = self.lint(self.database, "--cache-dir", cache)
            self.note("whole project, cold", cold.cpu / floor)
            self.note("peak memory of a process", cold.memory / memory)
            again = self.lint(self.database, "--cache-dir", cache)
            self.note("second run, nothing changed", again.cpu / floor)
            self.lint(with_stand_in, "--cache-dir", cache)
            change(number)
            self.note("run after one source changed",
                      self.lint(with_stand_in, "--cache-dir", cache).cpu / floor)
            for switch in self.switches:
                self.note("whole project, cold, " + switch,
                          self.lint(self.database, "--no-cache", switch).cpu / floor)
            if len(self.switches) > 1:
                self.note("whole project, cold, all of these",
                          self.lint(self.database, "--no-cache", *self.switches).cpu / floor)
            if quiet:
                which = [self.units.index(unit) for unit in quiet]
                self.note("units without a word of the vocabulary",
                          self.lint(quiet_only, "--no-cache").cpu
                          / sum(each[i][0] for i in which))
            for unit, (cpu, _) in list(zip(self.units, each))[:3]:
                path = os.path.join(unit["directory"], unit["file"])
                self.note("a lone unit",
                          self.lint(self.database, "--no-cache", paths=[path]).cpu / cpu)
            if not arguments.no_plugin:
                plugin = Cost(
                    ["run-clang-tidy-" + arguments.llvm, "-p", self.database, "-quiet",
                     "-j", str(arguments.jobs), "-checks=-*,tidepool-*", "-load",
                     os.path.join(TOP, arguments.build, "lib", "libTidepoolModule.so")])
                self.note("run-clang-tidy with the plugin", plugin.cpu / floor)
                self.note("plugin against cold run", plugin.cpu / cold.cpu)
                self.note("plugin against second run", plugin.cpu / again.cpu)
                self.note("plugin against cold run, by the clock", plugin.clock / cold.clock)
            self.floor = floor / len(self.units)
        # What a run costs by itself weighs on few units more than on all; of all, what
        # the syntax check costs is reckoned from the sample.
        everything = write_database(os.path.join(self.folder, "everything"), self.all)
        cache = os.path.join(self.folder, "cache-everything")
        silent = without_words(self.all, self.lint(everything, "--cache-dir", cache, "--verbose").text)
        silent_only = write_database(os.path.join(self.folder, "silent"), silent)
        for _ in range(arguments.rounds):
            if silent:
                self.note("all units without a word of the vocabulary",
                          self.lint(silent_only, "--no-cache").cpu / (self.floor * len(silent)))
            self.note("second run over all units, nothing changed",
                      self.lint(everything, "--cache-dir", cache).cpu / (self.floor * len(self.all)))
        return self


def shown(values):
    middle = statistics.median(values)
    digits = 4 if middle < 0.02 else 3 if middle < 0.2 else 2 if middle < 20 else 0
    text = "%.*f" % (digits, middle)
    if len(values) > 1:
        text += " (%.*f to %.*f)" % (digits, min(values), digits, max(values))
    return text


def table(benches):
    rows = list(dict.fromkeys(row for bench in benches for row in bench.rows))
    lines = ["| | " + " | ".join(bench.name for bench in benches) + " |",
             "|---|" + "---|" * len(benches)]
    lines.append("| units, of how many; without a word | " + " | ".join(
        "%d of %d; %d" % (len(b.units), len(b.all), b.quiet) for b in benches) + " |")
    lines.append("| clang++ -fsyntax-only of one, CPU seconds | " + " | ".join(
        "%.2f" % b.floor for b in benches) + " |")
    for row in rows:
        lines.append("| %s | %s |" % (row, " | ".join(
            shown(b.rows[row]) if row in b.rows else "" for b in benches)))
    return "\n".join(lines)


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = re.search(r"model name\s*: (.*)", file.read())
    return "%s, %d cores, Linux %s" % (
        re.sub(r"\((R|TM)\)", "", model[1]) if model else platform.machine(),
        os.cpu_count() or 1, ".".join(platform.release().split(".")[:2]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("projects", nargs="*")
    parser.add_argument("--build", default="build")
    parser.add_argument("--llvm", default="19")
    parser.add_argument("--units", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--no-plugin", action="store_true", help="leave run-clang-tidy out")
    parser.add_argument("--dry-run", action="store_true", help="write no page")
    parser.add_argument("--work", default=os.path.join(TOP, "build", "realworld"))
    arguments = parser.parse_args()
    arguments.work = os.path.abspath(arguments.work)
    os.makedirs(arguments.work, exist_ok=True)
    benches = [Bench(arguments, name).run() for name in arguments.projects or PROJECTS]
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    text = "%s\n\n![CPU time as ratios](performance.svg)\n\nMeasured on %s; %d rounds, %d jobs; load %.1f a core at the end.\n" % (
        table(benches), machine(), arguments.rounds, arguments.jobs, load)
    print(text)
    if arguments.dry_run:
        return 0
    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    page = re.sub(r"(<!-- measured -->\n).*?(<!-- /measured -->)",
                  lambda match: match[1] + "\n" + text + "\n" + match[2], page, flags=re.S)
    with open(PAGE, "w", encoding="utf-8") as file:
        file.write(page)
    with open(PLOT, "w", encoding="utf-8") as file:
        file.write(plot.bars({bench.name: bench.rows for bench in benches}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
