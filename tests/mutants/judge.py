# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What becomes of a mutant or a neutral edit (see mutants.py)."""

import collections
import itertools
import os
import re

import neutral
import operators
from draw import overlap, sites_of
from tree import Edit, Tree, Vocabulary, apply
from units import TOP

A_BATCH = 30


def batches(items):
    """Those that can go through one run: each in another function."""
    sets = []
    for one in items:
        for batch in sets:
            if len(batch) < A_BATCH and all(
                    o["function"] != one["function"] for o in batch) and not overlap(batch, one):
                batch.append(one)
                break
        else:
            sets.append([one])
    return sets


class Judge:
    def __init__(self, runner, units, arguments):
        self.runner, self.units, self.alone = runner, units, arguments.alone
        self.plain = {}
        self.vocabularies = {}

    def vocabulary(self, unit):
        """The libraries', and the entries of the unit's own project."""
        own = unit.package if unit.vocabulary else ""
        if own not in self.vocabularies:
            known = Vocabulary(os.path.join(TOP, "checks", "vocabulary", "libraries"))
            known.add(own, unit.vocabulary or [])
            self.vocabularies[own] = known
        return self.vocabularies[own]

    def text(self, items):
        unit = self.units[items[0]["unit"]]
        edits = [Edit(*e) for one in items for e in one["edits"]]
        return unit, apply(unit.text, edits)

    def run(self, groups):
        return self.runner.run([self.text(group) for group in groups])

    def caught(self, one, said):
        """The finding at the mutated construct that the original has not."""
        first, last = one["lines"]
        before = {(f["line"], f["check"], self.runner.identity(f))
                  for f in self.plain[one["unit"]] if f["level"] == "warning"}
        wanted = set(range(first, last + 1)) | {one["line"]}
        if one["operator"] in ("size x 64", "timeout dropped"):
            wanted.add(one["at"])
        # A handle is reported once: where it was let go for a bound before, it is
        # part of that finding now.
        for other in said:
            match = re.match(r"excused: reported at line (\d+)", other["words"])
            if match and other["line"] in range(first, last + 1) and other["check"] == one["check"]:
                for finding in said:
                    if finding["level"] == "warning" and finding["line"] == int(match[1]):
                        return finding
        for finding in said:
            if finding["level"] == "warning" and finding["line"] in wanted and (
                    finding["line"], finding["check"], self.runner.identity(finding)) not in before:
                return finding
        return None

    def mutants(self, items):
        if self.alone:
            groups = [[one] for one in items]
        else:
            by_unit = collections.defaultdict(list)
            for one in items:
                by_unit[one["unit"]].append(one)
            groups = [b for some in by_unit.values() for b in batches(some)]
        for depth in itertools.count():
            alone = []
            for group, said in zip(groups, self.run(groups)):
                if len(group) == 1:
                    self.settle(group[0], said)
                elif said is None:
                    half = len(group) // 2
                    alone += [[o] for o in group] if depth else [group[:half], group[half:]]
                else:
                    for one in group:
                        finding = self.caught(one, said)
                        if finding:
                            one["outcome"] = "caught"
                            one["said"] = finding["words"]
                        else:
                            alone.append([one])
            groups = alone
            if not groups:
                break
        self.second(items)

    def settle(self, one, said):
        if said is None:
            one["outcome"] = "broken"
            return
        finding = self.caught(one, said)
        if finding:
            one["outcome"], one["said"] = "caught", finding["words"]
            return
        left = [f for f in said if f["line"] in range(one["lines"][0], one["lines"][1] + 1)
                and f["check"] == one["check"] and f["level"] == "remark"]
        one["left"] = [f for f in left if f["words"].startswith("excused: ")]
        one["said"] = "; ".join(f["words"] for f in left) or "nothing"
        one["outcome"] = "survived"
        if left and all(any(words in f["words"] for words in operators.EXEMPT) for f in left):
            one["outcome"] = "exempt"
        elif not left and one["operator"] == "drain removed":
            # What went was all that waited for them.
            one["outcome"] = "exempt"
        elif one["operator"] == "size x 64":
            within = re.search(r"at most (\d+) (?:run at once|are within the budget)", one["said"])
            if within and one["limit"] in (0, int(within[1])):
                one["outcome"] = "exempt"

    def second(self, items):
        """Where another bound is named: is it what excuses? Each of the
        operators has a go at it."""
        pending = []
        for one in items:
            left = one.pop("left", None)
            if one.get("outcome") != "survived" or not left:
                continue
            unit, text = self.text([one])
            tree = Tree(unit.path, unit.flags, unit.directory, text)
            for site, _ in sites_of(tree, left, self.vocabulary(unit)):
                site.why = site.why[len("excused: "):]
                for other in operators.mutants(tree, site, self.vocabulary(unit)):
                    both = apply(text, other.edits)
                    if both and (other.operator, other.place) != (one["operator"], one["at"]):
                        pending.append((one, other, (unit, both)))
        for (one, other, _), said in zip(pending, self.runner.run([task for _, _, task in pending])):
            if said is None:
                continue
            excused = any(f["line"] in range(one["lines"][0], one["lines"][1] + 1)
                          and f["check"] == one["check"] and f["words"].startswith("excused: ") for f in said)
            if self.caught(one, said) or not excused:
                one["outcome"] = "equivalent"
                one["said"] = "also bounded at line %d: %s" % (other.place, other.operator)

    def findings(self, text, said):
        starts = [0] + [match.end() for match in re.finditer("\n", text)]
        return sorted(
            (f["check"], self.runner.identity(f),
             neutral.construct(text, starts[f["line"] - 1] + f["column"] - 1).replace("_tp", ""))
            for f in said if f["level"] == "warning")

    def neutrals(self, items):
        by_unit = collections.defaultdict(list)
        for one in items:
            by_unit[one["unit"]].append(one)
        groups = [b for some in by_unit.values() for b in batches(some)]
        while True:
            again = []
            for group, said in zip(groups, self.run(groups)):
                unit = self.units[group[0]["unit"]]
                same = said is not None and self.findings(
                    self.text(group)[1], said) == self.findings(unit.text, self.plain[unit.key])
                if same or len(group) == 1:
                    for one in group:
                        one["outcome"] = "unchanged" if same else (
                            "broken" if said is None else "changed")
                        if one["outcome"] == "changed":
                            before = collections.Counter(self.findings(unit.text, self.plain[unit.key]))
                            after = collections.Counter(self.findings(self.text(group)[1], said))
                            one["said"] = "lost %s, new %s; there now: %s" % (
                                list((before - after)), list((after - before)),
                                [f["words"] for f in said if f["line"] == one["line"]])
                else:
                    half = len(group) // 2
                    again += [group[:half], group[half:]]
            groups = again
            if not groups:
                return
