#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Lints pinned real projects and compares with the reviewed record.

PROJECT/sites.json holds every candidate site that Tidepool considered in a project:
the verdict, and a reviewer's label ("right" where a finding is deserved, "innocent"
where it is not) with one sentence. A verdict that differs from the record fails,
and so does a site that nobody has labelled; --write takes the new verdicts over for
review. Driver and plugin must agree. PROJECT/project.json is told of in projects.py.

--time prints what driver, plugin and clang -fsyntax-only cost, as ratios.
"""

import argparse
import collections
import json
import os
import re
import shlex
import subprocess
import sys
import time

from projects import TOP, fetch, is_generated, kind, lint, named, project_path, record, record_path

CLANG_ONLY = "-Wno-enum-constexpr-conversion"


def said(text, source):
    """Site -> words, from clang's form of a diagnostic."""
    found = {}
    pattern = r"^(.+?):(\d+):\d+: (?:warning|remark): (.*) \[tidepool-([\w-]+)[^\]]*\]$"
    for path, line, words, check in re.findall(pattern, text, re.M):
        place = os.path.relpath(os.path.realpath(path), os.path.realpath(source))
        found["%s:%s %s" % (place, line, check)] = words
    return found


def words(verdict):
    """What clang's form says of `verdict`."""
    if verdict and kind(verdict) == "strict":
        return "excused: its message is strict"
    return re.sub(r"^core\[[\w-]+\]: ", "", verdict) if verdict else verdict


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
    given = collections.Counter(kind(site["verdict"]) for site in judged)
    return (
        "%s: %d sites; %d core findings, %d of them right; %d of %d true ones found, %d more at "
        "the strict level, which has %d; %d unknown, %d of them true" % (
            check, len(judged), given["core"], counts["right", "core"], counts["right", "core"],
            right, counts["right", "strict"], given["strict"], given["unknown"],
            counts["right", "unknown"])
    )


def tell(records):
    """The census of each check, over `records`."""
    by_check = collections.defaultdict(list)
    for sites in records:
        for site, judged in sites.items():
            by_check[site.split()[1]].append(judged)
    for check, judged in sorted(by_check.items()):
        print("  " + census(check, judged))
        unknown = collections.Counter(
            site["verdict"] for site in judged if kind(site["verdict"]) == "unknown")
        for why, times in unknown.most_common():
            print("    %d %s" % (times, why))


def judge(name, project, arguments):
    """(does all agree?, the record as it is now)."""
    source, folder = fetch(project, arguments.work)
    with open(os.path.join(folder, "compile_commands.json"), encoding="utf-8") as file:
        units = json.load(file)
    files = sorted({os.path.join(u["directory"], u["file"]) for u in units})
    driver = os.path.join(TOP, arguments.build, "bin/tidepool")
    (ours, summary), driver_cpu, driver_wall = cpu(
        lambda: lint(driver, project, source, folder))
    good = True
    if not arguments.driver_only:
        tidy = ["clang-tidy-19", "-load", os.path.join(TOP, arguments.build, "lib/libTidepoolModule.so"),
                "-p", folder, "--checks=-*,tidepool-*", "--header-filter=.*", "--quiet",
                "--extra-arg=" + CLANG_ONLY]
        plugin, plugin_cpu, plugin_wall = cpu(
            lambda: parallel([(tidy + [f], source) for f in files]))
        for line in errors(plugin):
            print("%s: plugin: %s" % (name, line))
            good = False
        # Relative paths are so to where it ran.
        theirs = said(re.sub(r"^(?=[^/\s].*?:\d+:\d+:)", source + "/", plugin, flags=re.M), source)
        for site in sorted(ours.keys() | theirs.keys()):
            if is_generated(site.split(":")[0], project):
                continue
            if words(ours.get(site)) != theirs.get(site):
                print("%s: %s: driver: %s; plugin: %s" % (
                    name, site, ours.get(site), theirs.get(site)))
                good = False

    sites = record(name)
    for site in sorted(ours.keys() | sites.keys()):
        known = sites.setdefault(site, {"verdict": None, "label": None, "why": None})
        if known["verdict"] != ours.get(site):
            print("%s: %s: was %r, is %r" % (name, site, known["verdict"], ours.get(site)))
            good = good and arguments.write
            known["verdict"] = ours.get(site)
        if known["verdict"] is None and known["label"] is None:
            del sites[site]
        elif known["label"] not in ("right", "innocent"):
            print("%s: %s has no reviewer's label" % (name, site))
            good = False
    print("%s: %d findings in %d units and %d headers" % (
        name, summary["findings"], summary["units"], summary["headers"]))
    tell([sites])
    if arguments.write:
        project["lines"] = sum(len(open(f, "rb").readlines()) for f in files)
        with open(project_path(name), "w", encoding="utf-8") as file:
            json.dump(project, file, indent=2, ensure_ascii=False)
            file.write("\n")
        with open(record_path(name), "w", encoding="utf-8") as file:
            json.dump(sites, file, indent=2, ensure_ascii=False, sort_keys=True)
            file.write("\n")
    if arguments.time:
        commands = []
        for unit in units:
            words_of = unit.get("arguments") or shlex.split(unit["command"])
            keep = [w for i, w in enumerate(words_of[1:], 1)
                    if w not in ("-c", "-o") and words_of[i - 1] != "-o"]
            compiler = "clang-19" if unit["file"].endswith(".c") else "clang++-19"
            commands.append(([compiler, "-fsyntax-only", "-w", CLANG_ONLY] + keep,
                             unit["directory"]))
        _, syntax_cpu, syntax_wall = cpu(lambda: parallel(commands))
        print("%s: CPU seconds: clang -fsyntax-only %.1f (1.00), driver %.1f (%.2f), "
              "clang-tidy with the plugin %.1f (%.2f); wall %.1f, %.1f, %.1f" % (
                  name, syntax_cpu, driver_cpu, driver_cpu / syntax_cpu, plugin_cpu,
                  plugin_cpu / syntax_cpu, syntax_wall, driver_wall, plugin_wall))
    return good, sites


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("projects", nargs="*")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--time", action="store_true")
    parser.add_argument("--driver-only", action="store_true")
    parser.add_argument("--build", default="build", help="the build whose driver is run")
    parser.add_argument("--work", default=os.path.join(TOP, "build", "realworld"))
    arguments = parser.parse_args()
    if arguments.time and arguments.driver_only:
        parser.error("--time compares with the plugin")
    arguments.work = os.path.abspath(arguments.work)
    os.makedirs(arguments.work, exist_ok=True)
    results = [judge(name, project, arguments)
               for name, project in named(arguments.projects).items()]
    print("all:")
    tell([sites for _, sites in results])
    failed = sum(not good for good, _ in results)
    print("%d passed, %d failed" % (len(results) - failed, failed))
    return 1 if failed or not results else 0


if __name__ == "__main__":
    sys.exit(main())
