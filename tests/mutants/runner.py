# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs Tidepool over texts, many at once."""

import hashlib
import json
import os
import re
import subprocess
import sys


def digest(*words):
    return hashlib.sha1("\0".join(words).encode("utf-8", "surrogateescape")).hexdigest()


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
