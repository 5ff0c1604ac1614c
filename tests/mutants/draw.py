# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Which mutants and neutral edits of a unit there are, and which are drawn."""

import collections
import json
import re

import making
import neutral
import operators
from runner import digest
from tree import Edit, Tree, apply

SEED = "tidepool-11-b"
A_FUNCTION = {"mutant": 10, "neutral": 2}
#: Of those in our own tests, in percent: most shall be in code not written here.
OWN = 40


def sites_of(tree, said, vocabulary):
    for one in said:
        site = making.Site(one["check"], one["line"], one["column"], one["words"],
                              one["notes"])
        site.node = tree.at(tree.offset(one["line"], one["column"]))
        if not site.node:
            continue
        site.statement, _ = tree.statement(site.node)
        site.function = tree.function(site.node)
        if not site.statement or not site.function:
            continue
        roles = {"unbounded-spawn-in-loop": "spawn", "oversized-pool": "pool",
                 "unlimited-gather": "gather", "await-without-timeout": "io"}
        here = [c for c in making.calls_in(site.statement) if tree.line(c.start) == one["line"]]
        found = [e["of"] for c in here for e in vocabulary.entries(c.cursor, roles[one["check"]])]
        found += [e["of"] for c in here for e in vocabulary.entries(c.cursor)]
        site.library = found[0] if found else "other"
        yield site, one["level"]


def edits_of(unit, said, vocabulary):
    """All mutants and neutral edits of a unit, as plain data; and the bounded sites
    that no operator fits."""
    tree = Tree(unit.path, unit.flags, unit.directory, unit.text)
    made, seen, barren = [], set(), []
    # What fires already is not well bounded.
    found = {one["line"] for one in said if one["level"] == "warning"}
    for site, level in sites_of(tree, said, vocabulary):
        function = "%s@%d" % (site.function.cursor.spelling, tree.line(site.function.start))
        place = "%s:%d" % (unit.name, site.line)
        common = {"unit": unit.key, "function": function, "check": site.check, "library": site.library,
                  "span": [site.function.start, site.function.end], "line": site.line, "lines": [tree.line(site.statement.start),
                                               tree.line(site.statement.end)]}

        def add(kind, operator, edits, **more):
            if apply(unit.text, edits) in (None, unit.text):
                return
            data = [[e.start, e.end, e.text] for e in edits]
            # The same wherever in the file its function stands.
            at = site.function.start
            identity = digest(json.dumps([[s - at, e - at, re.sub(r"\d+_tp", "_tp", t)]
                                          for s, e, t in data]))[:6]
            if (identity, kind, function) not in seen:
                seen.add((identity, kind, function))
                made.append(dict(common, **dict(more, kind=kind, operator=operator, edits=data, drawn=False,
                                 place=place, id="%s: %s %s" % (
                                     site.function.cursor.spelling, operator, identity))))

        first, last = common["lines"]
        if level == "remark" and site.why.startswith("excused: ") and not any(
                first <= line <= last for line in found):
            site.why = site.why[len("excused: "):]
            before = len(made)
            for one in operators.mutants(tree, site, vocabulary):
                # Where the site itself goes, another in its function stands for it.
                itself = any(e.start <= site.statement.start and site.statement.end <= e.end
                             for e in one.edits)
                whole = [tree.line(site.function.start), tree.line(site.function.end)]
                add("mutant", one.operator, one.edits, at=one.place, limit=one.limit,
                    **({"lines": whole} if itself else {}))
            if len(made) == before and not any(words in site.why for words in operators.EXEMPT):
                barren.append("%s/%s %s: %s; %s" % (unit.package, place, site.check, site.why, "; ".join(
                    "%d: %s" % (line, words) for line, _, words in site.notes)))
        if level == "warning" or (level == "remark" and "reported at line" not in site.why):
            for name, edits in neutral.neutral(tree, site):
                add("neutral", name, edits, fires=level == "warning")
    return draw(unit, tree, made), barren


def draw(unit, tree, made):
    """At most so many a function and kind, by the seed alone, of those that
    compile."""
    waiting = collections.defaultdict(list)
    for one in sorted(made, key=lambda c: digest(SEED, c["unit"], c["id"])):
        if unit.package == "own" and int(digest(SEED, "own", one["unit"], one["id"]), 16) % 100 >= OWN:
            continue
        waiting[one["function"], one["kind"]].append(one)
    counts = collections.Counter()
    while True:
        trial, functions = [], set()
        for group, some in sorted(waiting.items()):
            if counts[group] < A_FUNCTION[group[1]] and some and group[0] not in functions and (
                    not overlap(trial, some[0])):
                functions.add(group[0])
                trial.append(some.pop(0))
        if not trial:
            return made
        for one in compiling(unit, tree, trial):
            one["drawn"] = True
            counts[one["function"], one["kind"]] += 1


def compiling(unit, tree, trial):
    """Those of `trial` that compile; each is an edit of another function."""
    while trial:
        edits = [Edit(*e) for one in trial for e in one["edits"]]
        places = tree.errors(apply(unit.text, edits))
        if not places:
            return trial
        bad = {id(owner(trial, place)) for place in places}
        if id(None) in bad:
            if len(trial) == 1:
                trial[0]["broken"] = True
                return []
            half = len(trial) // 2
            return compiling(unit, tree, trial[:half]) + compiling(unit, tree, trial[half:])
        for one in trial:
            one["broken"] = id(one) in bad
        trial = [one for one in trial if not one["broken"]]
    return []


def owner(trial, place):
    """Whose function, or new text, the offset `place` of the edited text is in."""
    shift = 0
    for edit, one in sorted((tuple(e), i) for i, o in enumerate(trial) for e in o["edits"]):
        start, end, text = edit
        if place < start + shift:
            break
        if place < start + shift + len(text):
            return trial[one]
        shift += len(text) - (end - start)
    place -= shift
    around = [o for o in trial if o["span"][0] <= place <= o["span"][1]]
    return min(around, key=lambda o: o["span"][1] - o["span"][0]) if around else None


def overlap(batch, one):
    spans = [(s, e) for o in batch for s, e, _ in o["edits"] if s or e]
    return any(s < e2 and s2 < e or (s, e) == (s2, e2) for s, e, _ in one["edits"] if s or e
               for s2, e2 in spans)
