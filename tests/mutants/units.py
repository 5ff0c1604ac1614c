# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The code that is mutated: where its files come from, and how they compile.

Own code is that of tests/checks. What nobody here wrote are the pinned packages of
tests/realworld, of which those files count whose record has a site that a bound
excuses, and the examples and tests that Debian's source packages of libraries
carry (examples.json, in the form of tests/realworld/projects.py).
"""

import fnmatch
import glob
import json
import os
import re
import shlex

import projects

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
MULTIARCH = "x86_64-linux-gnu"


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
        # One that fits several libraries, as the first of them has it.
        library = re.search(r"--library=(\S+)", text)
        if library:
            flags = "-include Inputs/libraries/%s.h -isystem ../vocabulary/mock/%s %s" % (
                library[1], library[1], flags)
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


def example_projects():
    with open(os.path.join(HERE, "examples.json"), encoding="utf-8") as file:
        return json.load(file)


#: Of the pinned packages those files that a run has the time for.
PINNED = {
    "boost1.74": ("libs/asio/example/cpp14/executors/*", "libs/thread/example/*"),
    "gsoap": ("*",),
    "mosquitto": ("*",),
    "zoneminder": ("*",),
}

#: What an excuse says that names a bound which stands in the code.
BOUNDS = ("at most", "is given a time", "is set on", "is set not to block", "its token ends it",
          "a timer races it", "is waited for before", "waits for capacity")


def bounded_files(name):
    """Those with a site that the record says to be bounded by the code."""
    return {site.split()[0].rpartition(":")[0] for site, known in projects.record(name).items()
            if (known["verdict"] or "").startswith("excused: ")
            and any(words in known["verdict"] for words in BOUNDS)}


def project_units(work):
    """The packages of tests/realworld that are unpacked below one of `work`."""
    for name, project in projects.named(list(PINNED)).items():
        wanted = {place for place in bounded_files(name)
                  if any(fnmatch.fnmatch(place, pattern) for pattern in PINNED[name])}
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
                place = os.path.relpath(path, os.path.realpath(source))
                if path not in seen and place in wanted and os.path.exists(path):
                    seen.add(path)
                    yield Unit(name, place, path, entry["directory"], flags_of(entry),
                               project.get("vocabulary"))


def example_units(work):
    for package, project in sorted(example_projects().items()):
        for folder in work:
            source = os.path.join(folder, package)
            for pattern, flags in project["units"].items():
                for path in sorted(glob.glob(pattern, root_dir=source, recursive=True)):
                    full = os.path.realpath(os.path.join(source, path))
                    yield Unit(package, path, full, source, shlex.split(flags))
