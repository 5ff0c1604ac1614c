#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the tables of docs/accuracy.md from the reviewed records.

    python3 tests/realworld/accuracy.py [--before REV]

--before adds what the records of a revision say, as they were there. Fractions come
with their Wilson score interval at 95 %.
"""

import argparse
import collections
import json
import math
import os
import re
import subprocess

from projects import TOP, kind, named, record

PAGE = os.path.join(TOP, "docs", "accuracy.md")
BEGIN, END = "<!-- tables: begin -->\n", "<!-- tables: end -->\n"


def wilson(good, total):
    """"17 of 19 = 0.89 (0.69 to 0.97)"."""
    if not total:
        return "none"
    z = 1.96
    share = good / total
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z / (1 + z * z / total) * math.sqrt(
        share * (1 - share) / total + z * z / (4 * total * total))
    return "%d of %d = %.2f (%.2f to %.2f)" % (
        good, total, share, max(0, middle - half), min(1, middle + half))


def message(verdict):
    return re.match(r"\w+\[([\w-]+)\]", verdict).group(1)


def recorded(revision):
    """The records of all projects, at `revision`."""
    names = subprocess.run(
        ["git", "ls-tree", "--name-only", "-r", revision, "tests/realworld"],
        cwd=TOP, check=True, capture_output=True, encoding="utf-8").stdout.split()
    return {
        path.split("/")[-2]: json.loads(subprocess.run(
            ["git", "show", "%s:%s" % (revision, path)],
            cwd=TOP, check=True, capture_output=True, encoding="utf-8").stdout)
        for path in names if path.endswith("/sites.json")
    }


def sites(records):
    for name, found in sorted(records.items()):
        for site, judged in sorted(found.items()):
            yield name, *site.split(" "), judged


def precision(records):
    """(check, level, message) -> [right, all]."""
    counts = collections.defaultdict(lambda: [0, 0])
    for _, _, check, judged in sites(records):
        level = kind(judged["verdict"])
        if level in ("core", "strict"):
            count = counts[check, level, message(judged["verdict"])]
            count[0] += judged["label"] == "right"
            count[1] += 1
    return counts


def recall(records):
    """check -> [found by core findings, by strict ones, unknown, all true]."""
    counts = collections.defaultdict(lambda: [0, 0, 0, 0])
    for _, _, check, judged in sites(records):
        if judged["label"] == "right":
            count = counts[check]
            count[3] += 1
            for index, level in enumerate(("core", "strict", "unknown")):
                count[index] += kind(judged["verdict"]) == level
    return counts


def total(counts, *which):
    rows = [count for key, count in counts.items() if all(part in key for part in which)]
    return [sum(column) for column in zip(*rows)] if rows else [0, 0]


def row(*cells):
    return "| %s |" % " | ".join(str(cell) for cell in cells)


def tables(now, before):
    lines = []
    by_message, old = precision(now), precision(before)
    lines += ["### Precision, by message", "",
              "Right, of the findings at the sites of the record.", "",
              row("Check", "Message", "Level", "Now", "Before"), row(*["---"] * 5)]
    for key in sorted(by_message.keys() | old.keys(), key=lambda k: (k[1], k[0], k[2])):
        check, level, name = key
        lines.append(row("`%s`" % check, "`%s`" % name, level,
                         wilson(*by_message[key]), wilson(*old[key])))
    for check in sorted({key[0] for key in by_message} | {key[0] for key in old}):
        lines.append(row("`%s`" % check, "all", "core", wilson(*total(by_message, check, "core")),
                         wilson(*total(old, check, "core"))))
    lines.append(row("all", "all", "core", wilson(*total(by_message, "core")),
                     wilson(*total(old, "core"))))

    found, old = recall(now), recall(before)
    lines += ["", "### Recall, by check", "",
              "Found, of the sites where a reviewer would want a finding.", "",
              row("Check", "By core findings", "Before", "By core and strict ones",
                  "Let go as unknown"), row(*["---"] * 5)]
    for counts in (found, old):
        counts["all"] = [sum(column) for column in zip(*counts.values())]
    for check in sorted(found.keys() | old.keys(), key=lambda name: (name == "all", name)):
        core, strict, unknown, true = found[check]
        name = check if check == "all" else "`%s`" % check
        lines.append(row(name, wilson(core, true), wilson(old[check][0], old[check][3]),
                         wilson(core + strict, true), unknown))

    lines += ["", "### Projects", "",
              row("Project", "Version", "Lines of its units", "Core findings",
                  "Per 100,000 lines", "Candidate sites"), row(*["---"] * 6)]
    for name, project in named([]).items():
        core = sum(kind(s["verdict"]) == "core" for s in now[name].values())
        size = project.get("lines")
        lines.append(row(name, project["version"], size or "not counted", core,
                         "%.1f" % (core * 1e5 / size) if size else "", len(now[name])))

    wrong = [(n, place, c, j) for n, place, c, j in sites(now)
             if kind(j["verdict"]) == "core" and j["label"] != "right"]
    missed = [(n, place, c, j) for n, place, c, j in sites(now)
              if kind(j["verdict"]) != "core" and j["label"] == "right"]
    lines += ["", "### False alarms", "", "Core findings that no reviewer would act on.", ""]
    lines += ["- %s, `%s`, %s: %s *The reviewer:* %s" % (
        n, place, c, j["verdict"].split(": ", 1)[1] + ".", j["why"]) for n, place, c, j in wrong]
    lines += ["", "### Misses", "", "True ones without a core finding, however well explained.", ""]
    lines += ["- %s, `%s`, %s (%s): %s" % (
        n, place, c, j["verdict"] or "no candidate", j["why"]) for n, place, c, j in missed]

    twice = [(n, place, c, j) for n, place, c, j in sites(now) if "second" in j]
    core = [j for _, _, _, j in twice if kind(j["verdict"]) == "core"]
    apart = [one for one in twice if one[3]["second"]["label"] != one[3]["label"]]
    lines += ["", "### The second reader", "",
              "Read again by another, who knew neither the first label nor the tool's words: "
              "%d sites, among them all that were findings or true then. Agreed: %s. By the "
              "second labels, core findings that are right: %s. Where they differ:" % (
                  len(twice), wilson(len(twice) - len(apart), len(twice)),
                  wilson(sum(j["second"]["label"] == "right" for j in core), len(core))), ""]
    lines += ["- %s, `%s`, %s (%s): first *%s*, second *%s*: %s" % (
        n, place, c, kind(j["verdict"]) or "no candidate", j["label"], j["second"]["label"],
        j["second"]["why"]) for n, place, c, j in apart]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", default="HEAD", help="a revision (default: HEAD)")
    arguments = parser.parse_args()
    now = {name: record(name) for name in named([])}
    with open(PAGE, encoding="utf-8") as file:
        head, rest = file.read().split(BEGIN)
    tail = rest.split(END)[1]
    with open(PAGE, "w", encoding="utf-8") as file:
        file.write(head + BEGIN + tables(now, recorded(arguments.before)) + END + tail)


if __name__ == "__main__":
    main()
