# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The tables, the lists to read, and the record."""

import collections
import difflib
import itertools
import json
import os

from accuracy import row, wilson
from draw import SEED
from units import HERE, TOP


PAGE = os.path.join(TOP, "docs", "accuracy.md")
BEGIN, END = "<!-- mutants: begin -->\n", "<!-- mutants: end -->"
KINDS = (("mutant", "caught", "survived"), ("neutral", "unchanged", "changed"))


def told(record, kind):
    """(unit, library, operator, outcome) of each that the record holds."""
    for unit, some in record.get(kind, {}).items():
        for one, outcome in some.items():
            name, _, where = one.partition(" [")
            operator = name.rpartition(" ")[0].rpartition(": ")[2]
            yield unit, where.rstrip("]").split(", ")[1], operator, outcome


def tables(record):
    """Markdown: how many of those that count are good, by library and operator."""
    lines = []
    for kind, good, bad in KINDS:
        counts, all_of = collections.Counter(), collections.Counter()
        strange, others = collections.Counter(), collections.Counter()
        for unit, library, operator, outcome in told(record, kind):
            if outcome not in (good, bad):
                others[outcome] += 1
                continue
            for cell in itertools.product((library, "all"), (operator, "all")):
                all_of[cell] += 1
                counts[cell] += outcome == good
            if not unit.startswith("own/"):
                strange["all"] += 1
                strange["good"] += outcome == good
                strange[library] += 1
        operators = sorted({c for _, c in all_of} - {"all"}) + ["all"]
        libraries = sorted({r for r, _ in all_of} - {"all"}) + ["all"]
        number = all_of["all", "all"]
        if not number:
            continue
        lines += ["", "%s: %s." % (
            "Mutants caught" if kind == "mutant" else "Neutral edits that change nothing",
            wilson(counts["all", "all"], number)),
            "Of these, in code not written here (%.0f %%, %d libraries): %s." % (
                100 * strange["all"] / number, len(strange.keys() - {"all", "good"}),
                wilson(strange["good"], strange["all"])),
            "Not counted: %s." % (", ".join("%d %s" % (n, o) for o, n in sorted(others.items()))
                                  or "none"), "",
            row("Library", *operators), row(*["---"] * (len(operators) + 1))]
        lines += [row(r, *["%d of %d" % (counts[r, c], all_of[r, c]) if all_of[r, c] else ""
                           for c in operators]) for r in libraries]
    return "\n".join(lines) + "\n"


def diff_of(judge, one):
    unit, text = judge.text([one])
    return "".join(line + "\n" for line in difflib.unified_diff(
        unit.text.split("\n"), text.split("\n"), unit.key, unit.key, lineterm="", n=2))


def write(arguments, judge, items):
    for name, outcome in (("survivors", "survived"), ("changed", "changed"), ("exempt", "exempt"),
                          ("equivalent", "equivalent")):
        with open(os.path.join(arguments.out, name + ".txt"), "w", encoding="latin-1",
                  errors="replace") as file:
            for one in items:
                if one["outcome"] == outcome:
                    file.write("== %s/%s [%s] %s: %s\n%s\n" % (
                        one["unit"].split("/")[0], one["place"], one["check"], one["id"],
                        one.get("said", ""), diff_of(judge, one)))
    text = tables(recorded(items))
    with open(os.path.join(arguments.out, "table.txt"), "w", encoding="utf-8") as file:
        file.write(text)
    print(text, end="")


def recorded(items):
    """unit -> "function: operator hash [check, library]" -> outcome"""
    record = {}
    for one in items:
        of = record.setdefault(one["kind"], {}).setdefault(one["unit"], {})
        of["%s [%s, %s]" % (one["id"], one["check"], one["library"])] = one["outcome"]
    return record


def compare(arguments, items, units):
    path = os.path.join(HERE, "record.json")
    old = {"seed": SEED}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            old = json.load(file)
    new, good = recorded(items), True
    units = set(units)
    if not arguments.package and not arguments.unit:
        units |= {unit for kind, _, _ in KINDS for unit in old.get(kind, {})}
    for kind in (arguments.kind,) if arguments.kind else ("mutant", "neutral"):
        for unit in sorted(units):
            was = old.get(kind, {}).get(unit, {})
            now = new.get(kind, {}).get(unit, {})
            for one in sorted(was.keys() | now.keys()):
                if was.get(one) != now.get(one) and not arguments.write:
                    print("%s: %s: was %s, is %s" % (unit, one, was.get(one), now.get(one)))
                    good = False
            old.setdefault(kind, {}).pop(unit, None)
            if now:
                old[kind][unit] = now
        old[kind] = dict(sorted(old.get(kind, {}).items()))
    if arguments.write:
        old["seed"] = SEED
        with open(path, "w", encoding="utf-8") as file:
            json.dump(old, file, indent=1)
            file.write("\n")
        with open(PAGE, encoding="utf-8") as file:
            head, rest = file.read().split(BEGIN)
        with open(PAGE, "w", encoding="utf-8") as file:
            file.write(head + BEGIN + tables(old).lstrip("\n") + END + rest.split(END)[1])
    return good
