#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Lints pinned real projects and compares with the reviewed record.

tests/realworld/PROJECT.json pins a Debian source package and holds every
candidate site that Tidepool considered there: the verdict, and a reviewer's
label ("right" where a finding is deserved, "innocent" where it is not) with
one sentence. A verdict that differs from the record fails, and so does a site
that nobody has labelled; --write takes the new verdicts over for review.

What is linted is what the package's cmake compiles ("cmake", "definitions", and
"targets" that make headers), or the sources that the patterns in "units" name,
each with its flags; "only" and "except" narrow it. "parts" names what to unpack
of a source that is large; Debian's patches are left out then. "packages" replaces
the build dependencies where few of them are needed, "configure" is run first, and
"vocabulary" is the project's .tidepool.yaml. "why" says what grep had shown
when the package was chosen.

--time prints what driver, plugin and clang -fsyntax-only cost, as ratios.
"""

import argparse
import collections
import fnmatch
import glob
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
CLANG_ONLY = "-Wno-enum-constexpr-conversion"


def run(command, cwd=None, check=True, **more):
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, encoding="utf-8", errors="replace", **more
    )
    if check and done.returncode:
        sys.exit("%s\n%s%s" % (" ".join(command), done.stdout[-2000:], done.stderr[-2000:]))
    return done


def fetch(project, work):
    """The unpacked, configured source; nothing outside `work` is touched but
    for the packages that the build needs."""
    source = os.path.join(work, project["package"])
    database = os.path.join(source, "tidepool-database", "compile_commands.json")
    if os.path.exists(database):
        return source, database
    os.makedirs(os.path.join(work, "lists", "partial"), exist_ok=True)
    own = os.path.join(work, "sources.list")
    with open(own, "w", encoding="utf-8") as file:
        file.write(
            "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] "
            "http://deb.debian.org/debian %s main\n" % project["suite"]
        )
    apt = [
        "apt-get", "-o", "Dir::Etc::sourcelist=" + own, "-o", "Dir::Etc::sourceparts=-",
        "-o", "Dir::State::lists=" + os.path.join(work, "lists"),
    ]
    run(apt + ["update"])
    parts = project.get("parts", [])
    run(
        apt + ["source", "--download-only"] + (["--tar-only"] if parts else [])
        + ["%(package)s=%(version)s" % project], cwd=work
    )
    shutil.rmtree(source, ignore_errors=True)
    if parts:
        (tar,) = glob.glob(os.path.join(work, project["package"] + "_*.orig.tar.?z"))
        os.makedirs(source)
        run(["tar", "-xf", tar, "-C", source, "--strip-components=1", "--wildcards"] + parts)
    else:
        (dsc,) = glob.glob(os.path.join(work, project["package"] + "_*.dsc"))
        run(["dpkg-source", "-x", dsc, source])
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "-y", "--no-install-recommends"]
    if "packages" in project:
        run(install + ["install"] + project["packages"], env=environment)
    else:
        run(install + ["build-dep", source], env=environment)
    for command in project.get("configure", []):
        run(["sh", "-ec", command], cwd=source)
    os.makedirs(os.path.dirname(database))
    if "cmake" in project:
        folder = os.path.join(source, "tidepool-build")
        run(
            ["cmake", "-G", "Ninja", "-S", os.path.join(source, project["cmake"]), "-B", folder,
             "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON"] + project.get("definitions", [])
        )
        for target in project.get("targets", []):
            run(["cmake", "--build", folder, "--target", target])
        with open(os.path.join(folder, "compile_commands.json"), encoding="utf-8") as file:
            units = json.load(file)
    else:
        units = [
            {"directory": source, "file": path, "command": "%s %s -c %s" % (
                "cc" if path.endswith(".c") else "c++", flags, shlex.quote(path))}
            for pattern, flags in project["units"].items()
            for path in sorted(glob.glob(pattern, root_dir=source, recursive=True))
        ]
    if "only" in project:
        units = [u for u in units if matches(u, source, project["only"])]
    units = [u for u in units if not matches(u, source, project.get("except", []))]
    with open(database, "w", encoding="utf-8") as file:
        json.dump(units, file, indent=2)
    return source, database


def matches(unit, source, patterns):
    """Whether the unit is one of `patterns`, which are relative to `source`."""
    place = os.path.relpath(os.path.join(unit["directory"], unit["file"]), source)
    return any(fnmatch.fnmatch(place, pattern) for pattern in patterns)


def sites(text, source):
    """(file, line) -> verdict, from clang's form of a diagnostic."""
    found = {}
    pattern = r"^(.+?):(\d+):\d+: (warning|remark): (.*) \[tidepool-([\w-]+)[^\]]*\]$"
    for path, line, level, words, check in re.findall(pattern, text, re.M):
        place = os.path.relpath(os.path.realpath(path), os.path.realpath(source))
        verdict = words if level == "remark" else "fires: " + words
        found["%s:%s %s" % (place, line, check)] = verdict
    return found


def kind(verdict):
    """What a verdict comes to; none where the site was no candidate."""
    if verdict is None:
        return "unseen"
    if verdict == "excused: its message is strict":
        return "strict"
    return verdict.split(":")[0]


def errors(text):
    return sorted(set(re.findall(r"^.*: error: .*$", text, re.M)))


def cpu(function):
    before, start = os.times(), time.time()
    result = function()
    after = os.times()
    used = sum(after[i] - before[i] for i in (2, 3))
    return result, used, time.time() - start


def parallel(commands):
    running, texts = collections.deque(), []
    for command, cwd in commands:
        running.append(
            subprocess.Popen(
                command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                encoding="utf-8", errors="replace",
            )
        )
        if len(running) >= (os.cpu_count() or 1):
            first = running.popleft()
            texts.append(first.communicate()[0])
    while running:
        texts.append(running.popleft().communicate()[0])
    return "".join(texts)


def census(check, judged):
    """One line: how right the verdicts on the `judged` sites of `check` are."""
    counts = collections.Counter((site["label"], kind(site["verdict"])) for site in judged)
    right = sum(n for (label, _), n in counts.items() if label == "right")
    said = collections.Counter(kind(site["verdict"]) for site in judged)
    return (
        "%s: %d sites; %d core findings, %d of them right; %d of %d true ones found, %d more at "
        "the strict level; %d unknown, %d of them true" % (
            check, len(judged), said["fires"], counts["right", "fires"], counts["right", "fires"],
            right, counts["right", "strict"], said["unknown"], counts["right", "unknown"])
    )


def tell(projects):
    """The census of each check, over `projects`."""
    by_check = collections.defaultdict(list)
    for project in projects:
        for site, judged in project["sites"].items():
            by_check[site.split()[1]].append(judged)
    for check, judged in sorted(by_check.items()):
        print("  " + census(check, judged))
        unknown = collections.Counter(
            site["verdict"] for site in judged if kind(site["verdict"]) == "unknown")
        for why, times in unknown.most_common():
            print("    %d %s" % (times, why))


def lint(project, arguments):
    name = project["package"]
    source, database = fetch(project, arguments.work)
    options = json.dumps({"CheckOptions": {"ShowExcused": "on", "Tests": "on"}})
    with open(os.path.join(source, ".clang-tidy"), "w", encoding="utf-8") as file:
        file.write(options + "\n")
    if "vocabulary" in project:
        own = {"version": 1, "library": name, "entries": project["vocabulary"]}
        with open(os.path.join(source, ".tidepool.yaml"), "w", encoding="utf-8") as file:
            json.dump(own, file, indent=2)  # JSON is YAML
    with open(database, encoding="utf-8") as file:
        units = json.load(file)
    files = sorted({os.path.join(u["directory"], u["file"]) for u in units})
    folder = os.path.dirname(database)

    driver, driver_cpu, driver_wall = cpu(
        lambda: run([os.path.join(TOP, "build/bin/tidepool"), "-p", folder, "--show-excused",
                     "--quiet"], cwd=source, check=False)
    )
    if driver.returncode not in (0, 1):
        print(driver.stdout[-1500:], driver.stderr[-1500:])
        print("%s: the driver ended with status %d" % (name, driver.returncode))
        return False
    tidy = ["clang-tidy-19", "-load", os.path.join(TOP, "build/lib/libTidepoolModule.so"), "-p",
            folder, "--checks=-*,tidepool-*", "--header-filter=.*", "--quiet",
            "--extra-arg=" + CLANG_ONLY]
    plugin, plugin_cpu, plugin_wall = cpu(lambda: parallel([(tidy + [f], source) for f in files]))
    good = True
    for line in errors(plugin):
        print("%s: plugin: %s" % (name, line))
        good = False
    # Relative paths are so to where both ran.
    ours, theirs = (sites(re.sub(r"^(?=[^/\s].*?:\d+:\d+:)", source + "/", text, flags=re.M), source)
                    for text in (driver.stdout, plugin))
    for site in sorted(ours.keys() | theirs.keys()):
        if ours.get(site) != theirs.get(site):
            print("%s: %s: driver: %s; plugin: %s" % (name, site, ours.get(site), theirs.get(site)))
            good = False

    record = project["sites"]
    for site in sorted(ours.keys() | record.keys()):
        known = record.setdefault(site, {"verdict": None, "label": None, "why": None})
        if known["verdict"] != ours.get(site):
            print("%s: %s: was %r, is %r" % (name, site, known["verdict"], ours.get(site)))
            good = good and arguments.write
            known["verdict"] = ours.get(site)
        if known["verdict"] is None and known["label"] is None:
            del record[site]
        elif known["label"] not in ("right", "innocent"):
            print("%s: %s has no reviewer's label" % (name, site))
            good = False
    print("%s: %d units, %s" % (name, len(files), driver.stdout.strip().splitlines()[-1]))
    tell([project])
    if arguments.write:
        with open(os.path.join(HERE, name + ".json"), "w", encoding="utf-8") as file:
            json.dump(project, file, indent=2, ensure_ascii=False)
            file.write("\n")
    if arguments.time:
        with open(database, encoding="utf-8") as file:
            units = json.load(file)
        commands = []
        for unit in units:
            words = unit.get("arguments") or shlex.split(unit["command"])
            keep = [w for i, w in enumerate(words[1:], 1)
                    if w not in ("-c", "-o") and words[i - 1] != "-o"]
            compiler = "clang-19" if unit["file"].endswith(".c") else "clang++-19"
            commands.append(([compiler, "-fsyntax-only", "-w", CLANG_ONLY] + keep,
                             unit["directory"]))
        _, syntax_cpu, syntax_wall = cpu(lambda: parallel(commands))
        print("%s: CPU seconds: clang -fsyntax-only %.1f (1.00), driver %.1f (%.2f), "
              "clang-tidy with the plugin %.1f (%.2f); wall %.1f, %.1f, %.1f" % (
                  name, syntax_cpu, driver_cpu, driver_cpu / syntax_cpu, plugin_cpu,
                  plugin_cpu / syntax_cpu, syntax_wall, driver_wall, plugin_wall))
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("projects", nargs="*")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--time", action="store_true")
    parser.add_argument("--work", default=os.path.join(TOP, "build", "realworld"))
    arguments = parser.parse_args()
    arguments.work = os.path.abspath(arguments.work)
    os.makedirs(arguments.work, exist_ok=True)
    results, projects = [], []
    for path in sorted(glob.glob(os.path.join(HERE, "*.json"))):
        if not arguments.projects or os.path.basename(path)[:-5] in arguments.projects:
            with open(path, encoding="utf-8") as file:
                projects.append(json.load(file))
            results.append(lint(projects[-1], arguments))
    print("all:")
    tell(projects)
    failed = results.count(False)
    print("%d passed, %d failed" % (len(results) - failed, failed))
    return 1 if failed or not results else 0


if __name__ == "__main__":
    sys.exit(main())
