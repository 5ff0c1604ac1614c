#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The harness behind %tidepool_test: one source, every front end, FileCheck.

  RUN: %tidepool_test %s CHECK %t [OPTION...]

CHECK is the check's name without "tidepool-" (several: a comma between them).
The source is copied to the folder %t and linted there by the plugin in stock
clang-tidy, by the driver and by tidepool-clangd, which must agree; then
FileCheck compares the findings with the source's own expectations. A finding
without an expectation fails, and so does a crash or a compile error.

What the source says of itself:
  // FLAGS: -std=c++20 -pthread     compiler flags (-std=c++20 if none); %S is
                                    the source's folder
  // OPTIONS: MaxTasks=5, Level=strict
                                    CheckOptions; Level, ShowExcused and Tests
                                    are global, other names the check's own
  // CLANGD: fewer                  clangd may miss findings here: the reason
                                    lies in a header's body, which it skips
  //--- NAME                        the lines from here on are the file NAME
                                    beside the source (lines keep their number)

What FileCheck sees:
  LINE: CHECK[MESSAGE-ID] text      a finding (FILE:LINE: ... in a header)
  LINE: note[text]                  with --notes, beneath its finding
  LINE: fix[new text]               with --notes, beneath its finding or note
  LINE: excused[text]               with OPTIONS: ShowExcused=on
  LINE: unknown[text]               likewise
"""

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field

GLOBAL_OPTIONS = ("Level", "ShowExcused", "Tests")


class Failure(Exception):
    """Ends the test; the text says why."""


# ---------------------------------------------------------------- findings


@dataclass(frozen=True, order=True)
class Fix:
    path: str
    offset: int
    length: int
    text: str


@dataclass(order=True)
class Finding:
    """A diagnostic with its notes, or a note (which has no check)."""

    path: str
    line: int
    column: int
    check: str
    message: str
    level: str = "Warning"
    notes: list = field(default_factory=list)
    fixes: list = field(default_factory=list)

    def __str__(self):
        name = " [%s]" % self.check if self.check else ""
        lines = [
            "%s:%d:%d: %s%s" % (self.path, self.line, self.column, self.message, name)
        ]
        lines += ["  fix: %r" % (fix,) for fix in self.fixes]
        lines += ["  note: %s" % str(n).replace("\n", "\n  ") for n in self.notes]
        return "\n".join(lines)


def parse_scalar(text):
    if text.startswith("'"):
        return text[1:-1].replace("''", "'")
    if text.startswith('"'):
        # YAML's escapes are JSON's and \xXX, \e, \0.
        text = re.sub(r"\\x([0-9A-Fa-f]{2})", r"\\u00\1", text)
        return json.loads(text.replace("\\e", "\\u001b").replace("\\0", "\\u0000"))
    if text == "[]":
        return []
    return text


def parse_yaml(lines, indent):
    """The YAML that clang-tidy writes: block lists, block maps, scalars on one
    line. Takes lines of that indentation from the front of the list."""
    value = None
    while lines:
        line = lines[0]
        stripped = line.lstrip(" ")
        depth = len(line) - len(stripped)
        if depth < indent:
            break
        if stripped.startswith("- "):
            value = [] if value is None else value
            lines[0] = line.replace("- ", "  ", 1)
            value.append(parse_yaml(lines, depth + 2))
            continue
        value = {} if value is None else value
        key, text = re.match(r"(\w+): *(.*)", stripped).groups()
        lines.pop(0)
        value[key] = parse_scalar(text) if text else parse_yaml(lines, depth + 1)
    return value


def findings_of_yaml(path):
    """What clang-tidy --export-fixes wrote; nothing if it wrote nothing."""
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        lines = [l for l in file.read().splitlines() if l not in ("---", "...", "")]
    texts = {}

    def place(path, offset):
        if path not in texts:
            with open(path, "rb") as file:
                texts[path] = file.read()
        before = texts[path][:offset]
        return before.count(b"\n") + 1, offset - (before.rfind(b"\n") + 1) + 1

    def finding(check, level, message):
        name = os.path.normpath(message["FilePath"])
        line, column = place(name, int(message["FileOffset"]))
        fixes = [
            Fix(
                os.path.normpath(fix["FilePath"]),
                int(fix["Offset"]),
                int(fix["Length"]),
                fix["ReplacementText"],
            )
            for fix in message["Replacements"] or []
        ]
        text = message["Message"]
        return Finding(name, line, column, check, text, level, [], sorted(fixes))

    found = []
    for entry in parse_yaml(lines, 0).get("Diagnostics") or []:
        one = finding(
            entry["DiagnosticName"], entry["Level"], entry["DiagnosticMessage"]
        )
        for note in entry.get("Notes") or []:
            one.notes.append(finding("", "Note", note))
        found.append(one)
    return found


# ------------------------------------------------------------------ the case


class Case:
    """A source, set up in a folder of its own as a user would have it:
    .clang-tidy and compile_flags.txt beside it."""

    def __init__(self, arguments):
        self.arguments = arguments
        self.source = os.path.abspath(arguments.source)
        self.checks = ["tidepool-" + name for name in arguments.check.split(",")]
        self.folder = os.path.abspath(arguments.folder)
        self.llvm_bin = "/usr/lib/llvm-%s/bin" % arguments.llvm
        with open(self.source, encoding="utf-8") as file:
            self.text = file.read()

        self.fewer_in_clangd = "fewer" in self.directive("CLANGD")
        self.flags = (self.directive("FLAGS") or "-std=c++20").split()
        self.flags = [
            flag.replace("%S", os.path.dirname(self.source)) for flag in self.flags
        ]
        self.options = {}
        for text in (self.directive("OPTIONS"), arguments.options):
            for pair in filter(None, re.split(r",\s*", text)):
                name, value = pair.split("=", 1)
                known = name in GLOBAL_OPTIONS or "." in name
                self.options[name if known else self.checks[0] + "." + name] = value

        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        self.parts = self.split()
        for name, text in self.parts.items():
            self.write(name, text)
        sources = [name for name in self.parts if name.endswith((".cpp", ".cc"))]
        self.main = os.path.join(self.folder, sources[0])
        self.write("compile_flags.txt", "".join(flag + "\n" for flag in self.flags))
        self.write(
            ".clang-tidy",
            json.dumps(
                {
                    "Checks": ",".join(["-*"] + self.checks),
                    "CheckOptions": [
                        {"key": key, "value": value}
                        for key, value in self.options.items()
                    ],
                }
            ),
        )

    def directive(self, name):
        return ", ".join(re.findall(r"^// %s: *(.*)$" % name, self.text, re.M))

    def split(self):
        """File name -> text. Expectations are taken out, or FileCheck would
        find them in what --fix wrote."""
        prefixes = "|".join({self.arguments.prefix, "FIXED"})
        text = re.sub(r"//\s*(?:%s)(?:-[A-Z]+)*:.*" % prefixes, "//", self.text)
        pieces = re.split(r"^//--- (.*)\n", text, flags=re.M)
        if len(pieces) == 1:
            return {os.path.basename(self.source): text}
        parts = {}
        line = pieces[0].count("\n")
        for name, body in zip(pieces[1::2], pieces[2::2]):
            line += 1
            # A YAML file must not start with a heap of empty lines to no use.
            keep = name.endswith((".cpp", ".cc", ".h", ".hpp"))
            parts[name.strip()] = "\n" * (line if keep else 0) + body
            line += body.count("\n")
        return parts

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def run(self, command, statuses=(0,), timeout=120):
        done = run(command, self.folder, timeout)
        if done.returncode not in statuses or " error: " in done.stdout:
            raise Failure(
                "%s\nended with status %d:\n%s%s"
                % (" ".join(command), done.returncode, done.stdout, done.stderr)
            )
        return done.stdout

    # The front ends.

    def plugin_command(self, *extra):
        return [
            os.path.join(self.llvm_bin, "clang-tidy"),
            "-load=" + os.path.join(self.arguments.build, "lib/libTidepoolModule.so"),
            "--header-filter=.*",
            "--quiet",
            *extra,
        ]

    def plugin(self):
        exported = os.path.join(self.folder, "plugin.yaml")
        if os.path.exists(exported):
            os.remove(exported)
        self.run(self.plugin_command("--export-fixes=" + exported, self.main))
        return sorted(findings_of_yaml(exported))


def run(command, folder, timeout):
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            timeout=timeout,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Failure("%s\ndid not end in %d s" % (" ".join(command), timeout)) from None
    if done.returncode < 0:
        raise Failure(
            "%s\nended by %s:\n%s"
            % (
                " ".join(command),
                signal.Signals(-done.returncode).name,
                done.stderr[-4000:],
            )
        )
    return done


# ------------------------------------------------------------------ the test


def normalised(case, findings):
    lines = []

    def place(finding):
        if finding.path == case.main:
            return str(finding.line)
        return "%s:%d" % (os.path.relpath(finding.path, case.folder), finding.line)

    def add_notes(finding):
        for fix in finding.fixes:
            lines.append("%s: fix[%s]" % (place(finding), fix.text))
        for note in finding.notes:
            lines.append("%s: note[%s]" % (place(note), note.message))
            add_notes(note)

    for finding in findings:
        if finding.level == "Remark":
            kind, text = finding.message.split(": ", 1)
            lines.append("%s: %s[%s]" % (place(finding), kind, text))
        else:
            lines.append(
                "%s: %s[%s] %s"
                % (
                    place(finding),
                    finding.check.removeprefix("tidepool-"),
                    message_id(case, finding),
                    finding.message,
                )
            )
        if case.arguments.notes:
            add_notes(finding)
    return "".join(line + "\n" for line in lines)


def message_id(case, finding):
    return "?"


def file_check(case, text, prefix, *extra):
    """Lets FileCheck compare the text with the source's expectations."""
    if not re.search(r"\b%s(-[A-Z]+)*:" % prefix, case.text):
        if text:
            raise Failure(
                "%s has no expectation '%s:', so nothing may be found:\n%s"
                % (case.source, prefix, text)
            )
        return
    # "2: check" must not be found in "12: check".
    expected = re.sub(
        r"(%s(?:-[A-Z]+)*:\s*)(?=\[\[#)" % prefix, r"\1{{^}}", case.text
    )
    case.write("expected/" + os.path.basename(case.source), expected)
    copy = os.path.join(case.folder, "expected", os.path.basename(case.source))
    command = [os.path.join(case.llvm_bin, "FileCheck"), copy, "--allow-empty"]
    command += ["--check-prefix=" + prefix, "--dump-input=never", *extra]
    done = subprocess.run(
        command, input=text, encoding="utf-8", stderr=subprocess.PIPE, check=False
    )
    if done.returncode:
        raise Failure(
            "%s\nwhat was checked:\n%s" % (done.stderr.replace(copy, case.source), text)
        )


def test_findings(case):
    findings = case.plugin()
    file_check(
        case,
        normalised(case, findings),
        case.arguments.prefix,
        r"--implicit-check-not={{^([^ ]+:)?[0-9]+: [a-z-]+\[}}",
    )


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source")
    parser.add_argument("check")
    parser.add_argument("folder")
    parser.add_argument("--build", required=True)
    parser.add_argument("--llvm", required=True)
    parser.add_argument("--tidepool", action="store_true")
    parser.add_argument("--tidepool-clangd", action="store_true")
    parser.add_argument("--prefix", default="CHECK")
    parser.add_argument("--options", default="", help="as in OPTIONS:, which it follows")
    parser.add_argument("--notes", action="store_true")
    case = Case(parser.parse_args())
    try:
        test_findings(case)
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
