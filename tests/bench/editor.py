#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How long an editor waits for tidepool-clangd, as ratios to LLVM's own clangd.

From opening a file to its first diagnostics, and from an edit to those of the new
text, by the clock. The two servers take turns, each opening in a process of its own;
of the samples the median and the 95th percentile are compared. With --write the table
goes to docs/performance.md.
"""

import argparse
import json
import os
import random
import re
import statistics
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [HERE, os.path.join(TOP, "tests", "realworld"), os.path.join(TOP, "tests", "frontends")]
import bench
import lsp
import projects as realworld


def unit_of(name, work):
    """The same unit each time, with the folder of its database."""
    _, database = realworld.fetch(realworld.named([name])[name], work)
    with open(os.path.join(database, "compile_commands.json"), encoding="utf-8") as file:
        units = json.load(file)
    unit = random.Random(7).choice(units)
    return os.path.join(unit["directory"], unit["file"]), database


def seconds(server, path, act):
    begin = time.monotonic()
    act()
    server.diagnostics(path)
    return time.monotonic() - begin


def session(command, path, database, edits):
    """Seconds of one opening, and of each edit after it."""
    with lsp.Server([*command, "--compile-commands-dir=" + database, "--background-index=0"]) as server:
        opened = seconds(server, path, lambda: server.open(path))
        text = server.text(path)
        # At the end: the preamble stays as it is.
        edited = [seconds(server, path, lambda at=at: server.change(
            path, text + "\nstatic int edit%d = %d;\n" % (at, at))) for at in range(edits)]
    return opened, edited


def p95(samples):
    return sorted(samples)[max(0, -(-len(samples) * 95 // 100) - 1)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("projects", nargs="*", default=bench.PROJECTS)
    parser.add_argument("--build", default="build")
    parser.add_argument("--llvm", default="19")
    parser.add_argument("--samples", type=int, default=30, help="of each kind, over all projects")
    parser.add_argument("--work", default=os.path.join(tempfile.gettempdir(), "tidepool-bench"))
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()

    servers = {
        "clangd": ["/usr/lib/llvm-%s/bin/clangd" % arguments.llvm],
        "tidepool": [os.path.join(TOP, arguments.build, "bin", "tidepool-clangd")],
    }
    took = {(kind, name): [] for kind in ("open", "edit") for name in servers}
    rounds = -(-arguments.samples // len(arguments.projects))
    for project in arguments.projects:
        path, database = unit_of(project, arguments.work)
        print("%s: %s" % (project, path), flush=True)
        for turn in range(rounds):
            order = sorted(servers, reverse=bool(turn % 2))
            for name in order:
                opened, edited = session(servers[name], path, database, 1)
                took["open", name].append(opened)
                took["edit", name] += edited

    lines = ["| | clangd, seconds: median, p95 | tidepool-clangd: median, p95 | ratio of medians | of p95 |",
             "|---|---|---|---|---|"]
    for kind, words in (("open", "open to first diagnostics"), ("edit", "edit to diagnostics")):
        theirs, ours = took[kind, "clangd"], took[kind, "tidepool"]
        lines.append("| %s | %.2f, %.2f | %.2f, %.2f | %.2f | %.2f |" % (
            words, statistics.median(theirs), p95(theirs), statistics.median(ours), p95(ours),
            statistics.median(ours) / statistics.median(theirs), p95(ours) / p95(theirs)))
    lines += ["", "%d samples of each, of a unit each of %s; load %.1f a core at the end." % (
        len(took["open", "clangd"]), ", ".join(arguments.projects), os.getloadavg()[0] / os.cpu_count())]
    text = "\n".join(lines) + "\n"
    print(text, end="")
    if arguments.write:
        with open(bench.PAGE, encoding="utf-8") as file:
            page = file.read()
        page = re.sub(r"(<!-- editor -->\n).*?(<!-- /editor -->)", lambda m: m[1] + text + m[2], page,
                      flags=re.S)
        with open(bench.PAGE, "w", encoding="utf-8") as file:
            file.write(page)


if __name__ == "__main__":
    main()
