#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Each check that a library's roles allow is seen at work on that library: some
test has a finding where a declaration of it stands, and some test a bounded twin,
which the check considered and let go with a reason.

  witnesses.py --build=build --llvm=19 [--folder=FOLDER] [LIBRARY...]

What each library has is in checks/vocabulary/libraries, and what each check says
of a test's source is asked of the driver. Where nothing can be seen, the reason
stands in without.yaml; a reason that is no longer needed is an error, too."""

import argparse
import functools
import glob
import os
import re
import shlex
import subprocess
import sys
import tempfile
from types import SimpleNamespace

import yaml

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOP = os.path.dirname(TESTS)
LIBRARIES = os.path.join(TOP, "checks/vocabulary/libraries")
sys.path += [TESTS, os.path.join(TESTS, "conventions")]
import tidepool_test
from conventions import Yaml12

KINDS = ("positive", "twin")


def names():
    return sorted(
        os.path.basename(path).removesuffix(".yaml")
        for path in glob.glob(os.path.join(LIBRARIES, "*.yaml"))
    )


def without():
    """Library -> check -> why there is nothing to see."""
    with open(os.path.join(TESTS, "witnesses/without.yaml"), encoding="utf-8") as file:
        return yaml.safe_load(file) or {}


# ------------------------------------------------------------ what is demanded


def listed(value):
    return value if isinstance(value, list) else [value]


def spellings(entry):
    """As tidepool vocab writes them."""
    for name in listed(entry.get("class", [])):
        if "member" in entry:
            yield from ("%s::%s" % (name, one) for one in listed(entry["member"]))
        elif entry.get("constructor"):
            yield "%s::%s" % (name, name.rsplit("::", 1)[-1])
        else:
            yield name
    for kind in "function", "object", "macro":
        yield from listed(entry.get(kind, []))
    yield from ("call with " + one for one in listed(entry.get("takes", [])))


def waits(entry):
    """What may wait for ever: for what is outside of the process, or for tasks."""
    if "io" in entry:
        return entry["io"].get("waits", "never") != "never"
    wait = entry.get("wait", {})
    return "timed-form" in entry or wait.get("for") == "task" and not wait.get("timed")


def checks_of(entry):
    spawn = entry.get("spawn")
    if spawn is not None and not spawn.get("waits-for-capacity"):
        yield "unbounded-spawn-in-loop"
    if "gather" in entry:
        yield "unlimited-gather"
    if "size" in entry.get("pool", {}):
        yield "oversized-pool"
    if waits(entry):
        yield "await-without-timeout"


def demanded(library):
    """Check -> what the library has that the check asks for; and the names of
    what waits in time."""
    with open(os.path.join(LIBRARIES, library + ".yaml"), encoding="utf-8") as file:
        entries = yaml.load(file, Yaml12)["entries"]
    demand, timed = {}, set()
    for entry in entries:
        for check in checks_of(entry):
            demand.setdefault(check, set()).update(spellings(entry))
        if entry.get("wait", {}).get("timed") or "deadline" in entry:
            timed.update(spellings(entry))
    return demand, timed


# --------------------------------------------------------------- what there is


class Source:
    """A test of a check, as one of its RUN lines has it."""

    def __init__(self, path, words):
        self.path = path
        parser = argparse.ArgumentParser()
        parser.add_argument("check")
        parser.add_argument("folder")
        parser.add_argument("--library")
        parser.add_argument("--options", default="")
        parser.add_argument("--prefix", default="CHECK")
        known, rest = parser.parse_known_args(words)
        self.arguments = known
        self.counts = not {"--fix", "--half-typed"} & set(rest)

    @functools.cached_property
    def text(self):
        """All that it is made of and that could name a library."""
        paths = [self.path]
        if self.arguments.library:
            mapping = "Inputs/libraries/%s.h" % self.arguments.library
            paths.append(os.path.join(os.path.dirname(self.path), mapping))
        text = ""
        for path in paths:
            with open(path, encoding="utf-8") as file:
                text += file.read()
        return text

    @functools.cached_property
    def words(self):
        return set(re.findall(r"\w+", self.text))

    def fits(self, spelling):
        """Does it have the words of the name that must be spelled?"""
        named = [word for word in re.findall(r"\w+", spelling) if word != "operator"]
        needed = named[-1:] + [word for word in named[:1] if word.islower()]
        return self.words.issuperset(needed)

    def rank(self, library):
        """Where to look first."""
        name = library.replace("-", "")
        return (
            self.arguments.library != library,
            name not in os.path.basename(self.path).replace("-", ""),
            len(self.text),
        )


def sources():
    found = []
    for path in sorted(glob.glob(os.path.join(TESTS, "checks/*.cpp"))):
        with open(path, encoding="utf-8") as file:
            runs = re.findall(r"^// RUN: %tidepool_test %s (.*)$", file.read(), re.M)
        for run in runs:
            one = Source(path, shlex.split(run))
            if one.counts:
                found.append(one)
    return found


class Seen:
    """What the driver says of a source: where the vocabulary fits, and what came
    of each candidate."""

    def __init__(self, source, build, llvm, folder):
        arguments = SimpleNamespace(
            **vars(source.arguments), source=source.path, build=build, llvm=llvm, only=None, long=False
        )
        arguments.folder = folder
        case = tidepool_test.Case(arguments)
        case.shows_excused = True
        self.places = {}  # (check, kind) -> lines
        for finding in case.driver():
            if finding.path != case.main:
                continue
            kind = "positive" if finding.level == "Warning" else "twin"
            if kind == "twin" and not finding.message.startswith("excused"):
                continue
            check = finding.check.removeprefix("tidepool-")
            self.places.setdefault((check, kind), set()).add(finding.line)
        tidepool = os.path.join(build, "bin", "tidepool")
        uses = subprocess.run(
            [tidepool, "vocab", case.main, "--", *case.flags],
            cwd=case.folder,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        ).stdout
        self.uses = re.findall(r"^(\d+):\d+: (.*)$", uses, re.M)

    def lines(self, spellings, roles=""):
        """Where one of these stands, and has these roles and no more."""
        found = set()
        for line, text in self.uses:
            if roles:
                fits = any(text == one + ": " + roles for one in spellings)
            else:
                fits = any((", " + one + ": ") in (", " + text) for one in spellings)
            if fits:
                found.add(int(line))
        return found


class Witnesses:
    def __init__(self, build, llvm, folder):
        self.build, self.llvm, self.folder = build, llvm, folder
        self.sources = sources()
        self.known = {}

    def seen(self, source):
        if source not in self.known:
            number = str(self.sources.index(source))
            self.known[source] = Seen(
                source, self.build, self.llvm, os.path.join(self.folder, number)
            )
        return self.known[source]

    def missing(self, library):
        """Yields (check, kind) that no test shows."""
        demand, timed = demanded(library)
        for check, spellings in sorted(demand.items()):
            left = set(KINDS)
            fitting = [
                source
                for source in self.sources
                if check in source.arguments.check.split(",")
                and any(map(source.fits, spellings))
            ]
            for source in sorted(fitting, key=lambda one: one.rank(library)):
                if not left:
                    break
                seen = self.seen(source)
                here = seen.lines(spellings)
                for kind in KINDS:
                    places = seen.places.get((check, kind), set())
                    if here & places:
                        left.discard(kind)
                    # A size may stand in a braced list, which is no expression.
                    elif check == "oversized-pool" and places:
                        if source.arguments.library == library:
                            left.discard(kind)
                # What waits in time may be no candidate at all.
                if check == "await-without-timeout":
                    in_time = seen.lines(timed) | seen.lines(spellings, "io")
                    if in_time - seen.places.get((check, "positive"), set()):
                        left.discard("twin")
            for kind in sorted(left):
                yield check, kind

    def problems(self, library):
        reasons = dict(without().get(library) or {})
        gaps = {}
        for check, kind in self.missing(library):
            gaps.setdefault(check, []).append(kind)
        for check, kinds in sorted(gaps.items()):
            if not reasons.pop(check, None):
                yield "%s: %s: no %s in tests/checks" % (library, check, " and no ".join(kinds))
        for check in sorted(reasons):
            yield "%s: %s: there are tests; tests/witnesses/without.yaml needs no reason" % (
                library,
                check,
            )


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--build", default=os.path.join(TOP, "build"))
    parser.add_argument("--llvm", default="19")
    parser.add_argument("--folder", help="where to work; a temporary one by default")
    parser.add_argument("libraries", nargs="*", metavar="LIBRARY")
    arguments = parser.parse_args()
    unknown = sorted(set(arguments.libraries) - set(names()))
    if unknown:
        parser.error("no library is called " + ", ".join(unknown))
    broken = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = os.path.abspath(arguments.folder or temporary)
        there = Witnesses(os.path.abspath(arguments.build), arguments.llvm, folder)
        for library in arguments.libraries or names():
            for problem in there.problems(library):
                broken += 1
                print(problem, file=sys.stderr, flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
