#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Takes bounds away from bounded code, and edits code in ways that change nothing.

A finding is wanted at each place that lost its bound (a mutant that survives is
a defect of a question in checks/analysis), and none may come or go with a
neutral edit. sh tests/mutants/run.sh does it all:

  mutants.py --out FOLDER [--package NAME] [--unit PART] [--write] [--alone]

Sites. `tidepool lint --show-excused` says of each candidate that it let go what
bounds it, and where. Clang's tree of the file (python3-clang) says what stands
there; operators.py removes it, neutral.py rewrites what stands around a site,
finding or not. Of what they make and Clang compiles with the unit's own flags,
at most ten mutants and two neutral edits a source function are drawn, by a hash
of a fixed seed, before any is linted; FOLDER/drawn.json holds the draw.

Units come from the packages of tests/realworld (the files whose record has a site that
the code bounds), from examples and tests that Debian's source packages of libraries
carry (examples.json; unpacked below --work, with --fetch if need be), and from
tests/checks ("own").

What counts. Several mutants, each in another function, go through one run of Tidepool;
whatever is not caught there (and all with --alone) runs alone. Its outcome:

  caught      a core finding that the original has not, of the site's check or
              another, on a line of the statement mutated; or "reported at line N",
              since a handle is reported once
  equivalent  another bound is in force: Tidepool names its place, and with that
              removed too nothing excuses any more
  exempt      what is left is excused by a documented exemption that asks for no
              bound (operators.EXEMPT), or a number that was multiplied is still
              within the documented budget
  survived    all else, "unknown" included

A neutral edit is unchanged if check, message and construct (the name of what is
called there) of all findings in the file are the same, names apart.

record.json holds the draw with its outcomes; a run that differs fails, and
--write takes it over. Below FOLDER: table.txt, survivors.txt and changed.txt
with a diff each, barren.txt with the bounded sites that no operator fits, and
cache.json, with which a stopped run goes on.
"""

import argparse
import collections
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
sys.path.append(os.path.join(TOP, "tests", "realworld"))

from draw import edits_of  # noqa: E402
from judge import Judge  # noqa: E402
from report import compare, write  # noqa: E402
from runner import Runner, digest  # noqa: E402
import units as code  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default=os.path.join(TOP, "build"))
    parser.add_argument("--out", required=True)
    parser.add_argument("--work", action="append", default=[])
    parser.add_argument("--package", action="append", default=[])
    parser.add_argument("--unit", action="append", default=[])
    parser.add_argument("--kind", choices=("mutant", "neutral"))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--fetch", action="store_true", help="fetch what is not unpacked")
    parser.add_argument("--sites", action="store_true", help="only draw")
    arguments = parser.parse_args()
    arguments.out = os.path.abspath(arguments.out)
    os.makedirs(arguments.out, exist_ok=True)
    work = arguments.work or [os.path.join(TOP, "build", "realworld")]
    if arguments.fetch:
        for project in list(code.projects.named(list(code.PINNED)).values()) + list(code.example_projects().values()):
            if not arguments.package or project["package"] in arguments.package:
                code.projects.fetch(project, work[0])
    units = sorted(
        u for u in list(code.own_units()) + list(code.project_units(work)) + list(code.example_units(work))
        if (not arguments.package or u.package in arguments.package)
        and (not arguments.unit or any(part in u.name for part in arguments.unit)))
    units = {u.key: u for u in units}
    if not units:
        sys.exit("no unit is like this; --work says where the packages are unpacked")
    runner = Runner(arguments.build, arguments.out, arguments.jobs)
    judge = Judge(runner, units, arguments)
    for unit, said in zip(units.values(), runner.run([(u, u.text) for u in units.values()])):
        if said is None:
            print("%s does not compile" % unit.key)
        else:
            judge.plain[unit.key] = said

    candidates, barren = [], []
    for key, said in judge.plain.items():
        unit = units[key]
        stored = os.path.join(arguments.out, "sites-%s.json" % digest(
            key, unit.text, json.dumps(said), sources())[:16])
        if os.path.exists(stored):
            with open(stored, encoding="utf-8") as file:
                made, none = json.load(file)
        else:
            made, none = edits_of(unit, said, judge.vocabulary(unit)) if said else ([], [])
            with open(stored, "w", encoding="utf-8") as file:
                json.dump([made, none], file)
        candidates += made
        barren += none
    items = sorted((one for one in candidates if one["drawn"]),
                   key=lambda c: (c["kind"], c["unit"], c["line"], c["id"]))
    if arguments.kind:
        items = [one for one in items if one["kind"] == arguments.kind]
    with open(os.path.join(arguments.out, "drawn.json"), "w", encoding="utf-8") as file:
        json.dump(["%s:%d %s" % (one["unit"], one["line"], one["id"]) for one in items], file, indent=1)
    with open(os.path.join(arguments.out, "barren.txt"), "w", encoding="utf-8") as file:
        file.write("".join(line + "\n" for line in barren))
    kinds = collections.Counter((one["kind"], one["operator"]) for one in items)
    print("%d more do not compile" % sum(one.get("broken", False) for one in candidates))
    print("drawn: " + ", ".join("%d %s" % (n, k[1]) for k, n in sorted(kinds.items())))
    if arguments.sites:
        return 0
    judge.mutants([one for one in items if one["kind"] == "mutant"])
    judge.neutrals([one for one in items if one["kind"] == "neutral"])
    write(arguments, judge, items)
    return 0 if compare(arguments, items, judge.plain) else 1


def sources():
    text = ""
    for name in ("tree.py", "making.py", "operators.py", "timeouts.py", "neutral.py", "draw.py"):
        with open(os.path.join(HERE, name), encoding="utf-8") as file:
            text += file.read()
    return text


if __name__ == "__main__":
    sys.exit(main())
