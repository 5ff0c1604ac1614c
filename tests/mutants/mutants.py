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

Units come from the packages of tests/realworld (those found unpacked below
--work), from examples that Debian's source packages carry (examples.json), and
from tests/checks ("own").

What counts. Several mutants, each in another function, go through one run of Tidepool; whatever is not caught there
(and all with --alone) runs alone. Its outcome:

  caught      a core finding that the original has not, of the site's check or
              another, on a line of the statement mutated; or "reported at line N",
              since a handle is reported once
  equivalent  another bound is in force: Tidepool names its place, and with that
              removed too there is a finding
  exempt      what is left is excused by a documented exemption that asks for no
              bound (operators.EXEMPT), or a number that was multiplied is still
              within the documented budget
  survived    all else, "unknown" included

A neutral edit is unchanged if check, message and construct (the name of what is
called there) of all findings in the file are the same, names apart.

record.json holds the draw with its outcomes; a run that differs fails, and
--write takes it over. Below FOLDER: table.txt, survivors.txt and changed.txt
with a diff each, cache.json, with which a stopped run goes on.
"""

import argparse
import collections
import difflib
import glob
import hashlib
import itertools
import json
import os
import re
import shlex
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)
sys.path.append(os.path.join(TOP, "tests", "realworld"))

import neutral  # noqa: E402
import operators  # noqa: E402
import realworld  # noqa: E402
from tree import Tree, Vocabulary, apply  # noqa: E402

SEED = "tidepool-11-b"
A_FUNCTION = {"mutant": 10, "neutral": 2}
A_BATCH = 30
MULTIARCH = "x86_64-linux-gnu"


def digest(*words):
    return hashlib.sha1("\0".join(words).encode("utf-8", "surrogateescape")).hexdigest()


class Unit:
    def __init__(self, package, name, path, directory, flags, vocabulary=None):
        self.package, self.name, self.path = package, name, path
        self.directory, self.vocabulary = directory, vocabulary
        # Some mutants need it; for all, since a unit is one compilation.
        self.flags = flags if path.endswith(".c") else ["-include", "vector"] + flags
        with open(path, encoding="latin-1", newline="") as file:
            self.text = file.read()

    @property
    def key(self):
        return self.package + "/" + self.name

    def __lt__(self, other):
        return self.key < other.key


def own_units():
    folder = os.path.join(TOP, "tests", "checks")
    for path in sorted(glob.glob(os.path.join(folder, "*.cpp"))):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        if re.search(r"^//--- ", text, re.M):
            continue
        flags = re.search(r"// FLAGS: (.*)", text)
        flags = (flags[1] if flags else "-std=c++20").replace("%S", folder)
        flags = flags.replace("%multiarch", MULTIARCH)
        yield Unit("own", os.path.basename(path), path, folder, shlex.split(flags))


def flags_of(entry):
    words = entry.get("arguments") or shlex.split(entry["command"])
    kept, skip = [], False
    for word in words[1:]:
        if skip:
            skip = False
        elif word in ("-o", "-MF", "-MT", "-MQ"):
            skip = True
        elif word not in ("-c", "-MD", "-MMD", "--") and os.path.basename(word) != os.path.basename(
                entry["file"]):
            kept.append(word)
    return kept


def realworld_projects():
    paths = sorted(glob.glob(os.path.join(TOP, "tests", "realworld", "*.json")))
    projects = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            projects.append(json.load(file))
    return projects


def example_projects():
    with open(os.path.join(HERE, "examples.json"), encoding="utf-8") as file:
        return json.load(file)


def project_units(work):
    """The packages of tests/realworld that are unpacked below one of `work`."""
    for project in realworld_projects():
        for folder in work:
            source = os.path.join(folder, project["package"])
            database = os.path.join(source, "tidepool-database", "compile_commands.json")
            if not os.path.exists(database):
                continue
            with open(database, encoding="utf-8") as file:
                entries = json.load(file)
            seen = set()
            for entry in sorted(entries, key=lambda e: e["file"]):
                path = os.path.realpath(os.path.join(entry["directory"], entry["file"]))
                if path not in seen and os.path.exists(path):
                    seen.add(path)
                    yield Unit(project["package"], os.path.relpath(path, os.path.realpath(source)),
                               path, entry["directory"], flags_of(entry), project.get("vocabulary"))


def example_units(work):
    for package, project in sorted(example_projects().items()):
        for folder in work:
            source = os.path.join(folder, package)
            for pattern, flags in project["units"].items():
                for path in sorted(glob.glob(pattern, root_dir=source, recursive=True)):
                    full = os.path.realpath(os.path.join(source, path))
                    yield Unit(package, path, full, source, shlex.split(flags))


# ------------------------------------------------------------------ running


class Runner:
    """Runs Tidepool over texts; what it said of one is kept in a file."""

    def __init__(self, build, out, jobs):
        self.tool = os.path.join(build, "bin", "tidepool")
        self.out, self.jobs = out, jobs
        self.where = os.path.join(out, "cache.json")
        stamp = os.stat(self.tool)
        self.stamp = "%d %d" % (stamp.st_mtime_ns, stamp.st_size)
        self.known = {}
        if os.path.exists(self.where):
            with open(self.where, encoding="utf-8") as file:
                for line in file:
                    key, value = json.loads(line)
                    self.known[key] = value
        self.patterns = self.messages()
        self.runs = 0

    def messages(self):
        text = subprocess.run([self.tool, "checks", "--format", "json"], capture_output=True,
                              encoding="utf-8", check=True).stdout
        return [
            (check["name"], re.compile(".*".join(
                map(re.escape, re.split(r"%(?:\w+(?:\{[^}]*\})?)?\d", message["text"]))) + "$"),
             message["id"])
            for check in json.loads(text)["checks"] for message in check["messages"]
        ]

    def run(self, tasks):
        """[(unit, text)] -> what was said of each; None where it does not
        compile."""
        keys = [digest(self.stamp, u.key, " ".join(u.flags), text) for u, text in tasks]
        todo, seen = [], set()
        for key, task in zip(keys, tasks):
            if key not in self.known and key not in seen:
                seen.add(key)
                todo.append((key, task))
        todo.sort(key=lambda one: one[1][0].key)
        while todo:
            now, todo = todo[:24], todo[24:]
            self.chunk(now)
            print("  %d runs to go" % len(todo), file=sys.stderr)
        return [self.known[key] for key in keys]

    def chunk(self, tasks):
        top = os.path.join(self.out, "run")
        entries = []
        os.makedirs(top, exist_ok=True)
        with open(os.path.join(top, ".clang-tidy"), "w", encoding="utf-8") as file:
            file.write('{"InheritParentConfig": false, "Checks": "tidepool-*", "CheckOptions": '
                       '{"ShowExcused": "on", "Tests": "on"}}\n')
        files = {}
        for key, (unit, text) in tasks:
            folder = os.path.join(top, unit.package)
            os.makedirs(folder, exist_ok=True)
            if unit.vocabulary:
                with open(os.path.join(folder, ".tidepool.yaml"), "w", encoding="utf-8") as file:
                    json.dump({"version": 1, "library": unit.package, "entries": unit.vocabulary}, file)
            base, extension = os.path.splitext(os.path.basename(unit.path))
            path = os.path.join(folder, base + "-" + key[:12] + extension)
            with open(path, "w", encoding="latin-1", newline="") as file:
                file.write(text)
            compiler = "clang" if extension == ".c" else "clang++"
            entries.append({
                "directory": unit.directory, "file": path,
                "arguments": [compiler, "-iquote", os.path.dirname(unit.path)] + unit.flags
                + ["-c", path]})
            files[os.path.realpath(path)] = key
        with open(os.path.join(top, "compile_commands.json"), "w", encoding="utf-8") as file:
            json.dump(entries, file)
        done = subprocess.run(
            [self.tool, "lint", "-p", top, "--checks=-*,tidepool-*", "--level", "core",
             "--show-excused", "--quiet", "-j", str(self.jobs)],
            cwd=top, capture_output=True, encoding="latin-1")
        if done.returncode not in (0, 1, 3):
            sys.exit("tidepool ended with status %d: %s" % (done.returncode, done.stderr[-2000:]))
        said = {key: {"said": [], "error": None} for key in files.values()}
        last = None
        pattern = re.compile(r"(.+?):(\d+):(\d+): (warning|remark|note|error): (.*)$")
        for line in done.stdout.splitlines() + done.stderr.splitlines():
            match = pattern.match(line)
            if not match:
                continue
            path, number, column, level, words = match.groups()
            path = os.path.realpath(os.path.join(top, path))
            key = files.get(path)
            if level == "note":
                if last is not None and key is not None:
                    last["notes"].append([int(number), int(column), words])
                continue
            last = None
            if level == "error":
                if key:
                    said[key]["error"] = said[key]["error"] or "%s: %s" % (number, words)
                continue
            one = re.fullmatch(r"(.*) \[tidepool-([\w-]+)[^\]]*\]", words)
            if one and key:
                last = {"line": int(number), "column": int(column), "check": one[2],
                        "level": level, "words": one[1], "notes": []}
                said[key]["said"].append(last)
        # A unit that failed with no place in it (an error in a header).
        for line in done.stderr.splitlines():
            for path, key in files.items():
                if os.path.basename(path) in line and ("not analysed" in line or "error" in line):
                    said[key]["error"] = said[key]["error"] or line
        with open(self.where, "a", encoding="utf-8") as file:
            for path, key in files.items():
                value = None if said[key]["error"] else said[key]["said"]
                self.known[key] = value
                file.write(json.dumps([key, value]) + "\n")
                os.remove(path)
        self.runs += len(files)

    def identity(self, one):
        for check, pattern, name in self.patterns:
            if check == "tidepool-" + one["check"] and pattern.match(one["words"]):
                return name
        return one["words"]


# ---------------------------------------------------------------- the draw


def sites_of(tree, said, vocabulary):
    for one in said:
        site = operators.Site(one["check"], one["line"], one["column"], one["words"],
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
        here = [c for c in operators.calls_in(site.statement) if tree.line(c.start) == one["line"]]
        found = [e["of"] for c in here for e in vocabulary.entries(c.cursor, roles[one["check"]])]
        found += [e["of"] for c in here for e in vocabulary.entries(c.cursor)]
        site.library = found[0] if found else "other"
        yield site, one["level"]


def edits_of(unit, said, vocabulary):
    """All mutants and neutral edits of a unit, as plain data."""
    tree = Tree(unit.path, unit.flags, unit.directory, unit.text)
    made, seen = [], set()
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
            for one in operators.mutants(tree, site, vocabulary):
                # Where the site itself goes, another in its function stands for it.
                itself = any(e.start <= site.statement.start and site.statement.end <= e.end
                             for e in one.edits)
                whole = [tree.line(site.function.start), tree.line(site.function.end)]
                add("mutant", one.operator, one.edits, at=one.place, limit=one.limit,
                    **({"lines": whole} if itself else {}))
        if level == "warning" or (level == "remark" and "reported at line" not in site.why):
            for name, edits in neutral.neutral(tree, site):
                add("neutral", name, edits, fires=level == "warning")
    return draw(unit, tree, made)


def draw(unit, tree, made):
    """At most so many a function and kind, by the seed alone, of those that
    compile."""
    waiting = collections.defaultdict(list)
    for one in sorted(made, key=lambda c: digest(SEED, c["unit"], c["id"])):
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
        edits = [operators.Edit(*e) for one in trial for e in one["edits"]]
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


def overlap(batch, one):
    spans = [(s, e) for o in batch for s, e, _ in o["edits"] if s or e]
    return any(s < e2 and s2 < e or (s, e) == (s2, e2) for s, e, _ in one["edits"] if s or e
               for s2, e2 in spans)


# ----------------------------------------------------------------- judging


class Judge:
    def __init__(self, runner, units, arguments):
        self.runner, self.units, self.alone = runner, units, arguments.alone
        self.plain = {}
        self.vocabulary = Vocabulary(os.path.join(TOP, "checks", "vocabulary", "libraries"))

    def text(self, items):
        unit = self.units[items[0]["unit"]]
        edits = [operators.Edit(*e) for one in items for e in one["edits"]]
        return unit, apply(unit.text, edits)

    def run(self, groups):
        return self.runner.run([self.text(group) for group in groups])

    def caught(self, one, said):
        """The finding at the mutated construct that the original has not."""
        first, last = one["lines"]
        before = {(f["line"], f["check"], self.runner.identity(f))
                  for f in self.plain[one["unit"]] if f["level"] == "warning"}
        wanted = set(range(first, last + 1)) | {one["line"]}
        if one["operator"] == "size x 64":
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
            for site, _ in sites_of(tree, left, self.vocabulary):
                site.why = site.why[len("excused: "):]
                for other in operators.mutants(tree, site, self.vocabulary):
                    both = apply(text, other.edits)
                    if both and (other.operator, other.place) != (one["operator"], one["at"]):
                        pending.append((one, other, (unit, both)))
        for (one, other, _), said in zip(pending, self.runner.run([task for _, _, task in pending])):
            if said is not None and self.caught(one, said):
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


# ------------------------------------------------------------------ output


def table(items):
    lines = []
    for kind, good, counted in (
            ("mutant", ("caught",), ("caught", "survived")),
            ("neutral", ("unchanged",), ("unchanged", "changed"))):
        some = [one for one in items if one["kind"] == kind]
        names = sorted({one["operator"] for one in some})
        libraries = sorted({one["library"] for one in some})
        cells = collections.Counter()
        for one in some:
            for row in (one["library"], "all"):
                for column in (one["operator"], "all"):
                    if one["outcome"] in counted:
                        cells[row, column, "all"] += 1
                    if one["outcome"] in good:
                        cells[row, column, "good"] += 1
        lines.append("%s %s / %s" % (kind, good[0], " or ".join(counted)))
        lines.append("  %-18s %s" % ("", " ".join("%-14.14s" % n for n in names + ["all"])))
        for row in libraries + ["all"]:
            lines.append("  %-18s %s" % (row, " ".join(
                "%-14s" % ("%d/%d" % (cells[row, c, "good"], cells[row, c, "all"])
                           if cells[row, c, "all"] else "") for c in names + ["all"])))
        outcomes = collections.Counter(one["outcome"] for one in some)
        lines.append("  " + ", ".join("%d %s" % (n, o) for o, n in sorted(outcomes.items())))
        strange = sum(one["outcome"] in counted and not one["unit"].startswith("own/") for one in some)
        every = cells["all", "all", "all"]
        if every:
            lines.append("  %.3f of %d; %d (%.2f) in code not written here, %d libraries" % (
                cells["all", "all", "good"] / every, every, strange, strange / every,
                len({one["library"] for one in some if one["outcome"] in counted})))
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
    text = table(items)
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
    for kind in (arguments.kind,) if arguments.kind else ("mutant", "neutral"):
        for unit in sorted(units):
            was = old.get(kind, {}).get(unit, {})
            now = new.get(kind, {}).get(unit, {})
            for one in sorted(was.keys() | now.keys()):
                if was.get(one) != now.get(one):
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
    return good or arguments.write


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
        for project in realworld_projects() + list(example_projects().values()):
            if not arguments.package or project["package"] in arguments.package:
                realworld.fetch(project, work[0])
    units = sorted(
        u for u in list(own_units()) + list(project_units(work)) + list(example_units(work))
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

    candidates = []
    for key, said in judge.plain.items():
        unit = units[key]
        stored = os.path.join(arguments.out, "sites-%s.json" % digest(
            key, unit.text, json.dumps(said), sources())[:16])
        if os.path.exists(stored):
            with open(stored, encoding="utf-8") as file:
                made = json.load(file)
        else:
            made = edits_of(unit, said, judge.vocabulary) if said else []
            with open(stored, "w", encoding="utf-8") as file:
                json.dump(made, file)
        candidates += made
    items = sorted((one for one in candidates if one["drawn"]),
                   key=lambda c: (c["kind"], c["unit"], c["line"], c["id"]))
    if arguments.kind:
        items = [one for one in items if one["kind"] == arguments.kind]
    with open(os.path.join(arguments.out, "drawn.json"), "w", encoding="utf-8") as file:
        json.dump(["%s:%d %s" % (one["unit"], one["line"], one["id"]) for one in items], file, indent=1)
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
    for name in ("tree.py", "operators.py", "neutral.py", "mutants.py"):
        with open(os.path.join(HERE, name), encoding="utf-8") as file:
            text += file.read()
    return text


if __name__ == "__main__":
    sys.exit(main())
