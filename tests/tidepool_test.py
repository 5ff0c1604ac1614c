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
                                    the source's folder, %multiarch Debian's
                                    name of the machine, x86_64-linux-gnu
  // OPTIONS: MaxTasks=5, Level=strict
                                    CheckOptions; Level, ShowExcused, Tests,
                                    TestPaths and Wrappers are global, others the check's
  // CLANGD: fewer                  clangd may miss findings here: the reason
                                    lies in a header's body, which it skips
  // CUTS: 3                        half-typed at so many places only, where
                                    the headers take long to parse
  //--- NAME                        the lines from here on are the file NAME
                                    (lines keep their number); with such parts,
                                    what stands before the first is in no file,
                                    and the first that ends in .cpp or .cc is
                                    the one that is linted

What FileCheck sees:
  LINE: CHECK[MESSAGE-ID] text      a finding (FILE:LINE: ... in a header)
  LINE: note[text]                  with --notes, beneath its finding
  LINE: fix[new text]               with --notes, beneath its finding or note
  LINE: excused[text]               with OPTIONS: ShowExcused=on
  LINE: unknown[text]               likewise

With --library=NAME Inputs/libraries/NAME.h is included before the source, and
the library's mock is looked into: it maps the library to the words of a source
that fits several. All but the first that a source names are the driver's alone,
unless --long is given.

With --fix the fix-its of warnings and notes are applied; what comes out must
compile and be silent, and is compared with the expectations FIXED:.

With --half-typed the source is cut off where somebody may have stopped typing,
and no front end may crash or hang.
"""

import argparse
import glob
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field

import yaml

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "frontends"))
import lsp

GLOBAL_OPTIONS = ("Level", "ShowExcused", "Tests", "TestPaths", "Wrappers")


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


def findings_of_yaml(path):
    """What clang-tidy --export-fixes wrote; nothing if it wrote nothing."""
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        written = yaml.safe_load(file)
    texts = {}

    def place(path, offset):
        if path not in texts:
            with open(path, "rb") as file:
                texts[path] = file.read()
        before = texts[path][:offset]
        return before.count(b"\n") + 1, offset - (before.rfind(b"\n") + 1) + 1

    def finding(check, level, message):
        name = os.path.normpath(message["FilePath"])
        line, column = place(name, message["FileOffset"])
        fixes = [
            Fix(
                os.path.normpath(fix["FilePath"]),
                fix["Offset"],
                fix["Length"],
                fix["ReplacementText"],
            )
            for fix in message["Replacements"] or []
        ]
        text = message["Message"]
        return Finding(name, line, column, check, text, level, [], sorted(fixes))

    found = []
    for entry in written["Diagnostics"]:
        one = finding(
            entry["DiagnosticName"], entry["Level"], entry["DiagnosticMessage"]
        )
        for note in entry.get("Notes") or []:
            one.notes.append(finding("", "Note", note))
        found.append(one)
    return found


def findings_of_text(text, folder):
    """What the driver prints: clang's text, with fixes said beneath."""
    found = []
    last = None
    for line in text.splitlines():
        head = re.match(r"(.+?):(\d+):(\d+): (warning|remark|note): (.*)$", line)
        fix = re.match(r" +(?:\| +)?= fix: (.*)$", line)
        if fix:
            last.fixes.append(fix[1])
        if not head:
            continue
        path, number, column, level, message = head.groups()
        path = os.path.normpath(os.path.join(folder, path))
        check = ""
        if level != "note":
            message, check = re.fullmatch(r"(.*) \[([\w.-]+)\]", message).groups()
        level = level.capitalize()
        last = Finding(path, int(number), int(column), check, message, level)
        (found[-1].notes if level == "Note" else found).append(last)
    return found


def fix_line(fix):
    """A fix as the driver's text has it: its first line."""
    first, _, rest = fix.text.partition("\n")
    return "remove this" if not fix.text else first + (" ..." if rest else "")


def with_fix_lines(finding):
    return Finding(
        finding.path,
        finding.line,
        finding.column,
        finding.check,
        finding.message,
        finding.level,
        [with_fix_lines(note) for note in finding.notes],
        [fix_line(fix) for fix in finding.fixes],
    )


def finding_of_lsp(entry):
    """What lsp.py gives. clangd makes a note with a fix to a fix that has the
    note's text as its title, and forgets the place."""
    texts = {}

    def offset(path, line, column):
        if path not in texts:
            with open(path, "rb") as file:
                texts[path] = file.read().splitlines(True)
        return sum(map(len, texts[path][: line - 1])) + column - 1

    def fix_of(edit):
        start = offset(edit["file"], edit["start_line"], edit["start_col"])
        end = offset(edit["file"], edit["end_line"], edit["end_col"])
        return Fix(edit["file"], start, end - start, edit["text"])

    def place(entry):
        return entry["file"], entry["line"], entry["column"]

    one = Finding(*place(entry), entry["check"], entry["message"])
    for note in entry["notes"]:
        one.notes.append(Finding(*place(note), "", note["message"], "Note"))
    for fix in entry["fixes"]:
        edits = sorted(fix_of(edit) for edit in fix["edits"])
        if fix["note"]:
            one.notes.append(Finding("", 0, 0, "", fix["title"], "Note", [], edits))
        else:
            one.fixes += edits
    return one


def as_clangd_has_it(finding):
    """The same, of a finding of the plugin. clangd does not tell of macros."""
    notes = [
        Finding("", 0, 0, "", note.message, "Note", [], note.fixes)
        if note.fixes
        else note
        for note in finding.notes
        if not note.message.startswith("expanded from macro")
    ]
    fields = (finding.path, finding.line, finding.column, finding.check)
    return Finding(*fields, finding.message, "Warning", notes, finding.fixes)


# ------------------------------------------------------------------ the case


class Case:
    """A source, set up in a folder of its own as a user would have it:
    .clang-tidy and compile_flags.txt beside it."""

    def __init__(self, arguments):
        self.arguments = arguments
        self.source = os.path.abspath(arguments.source)
        self.folder = os.path.abspath(arguments.folder)
        self.llvm_bin = "/usr/lib/llvm-%s/bin" % arguments.llvm
        with open(self.source, encoding="utf-8") as file:
            self.text = file.read()

        names = arguments.check
        if names == "-":
            names = re.search(r"RUN: %tidepool_test %s (\S+)", self.text)[1]
        self.checks = ["tidepool-" + name for name in names.split(",")]
        first = re.search(r"--library=(\S+)", self.text)
        self.driver_only = arguments.only == "driver" or (
            bool(arguments.library and first)
            and arguments.library != first[1]
            and not arguments.long
        )
        self.fewer_in_clangd = "fewer" in self.directive("CLANGD")
        self.flags = (self.directive("FLAGS") or "-std=c++20").split()
        if arguments.library:
            self.flags += self.library_flags(arguments.library)
        multiarch = glob.glob("/usr/include/*-linux-gnu") or [""]
        for word, text in (
            ("%S", os.path.dirname(self.source)),
            ("%multiarch", os.path.basename(multiarch[0])),
        ):
            self.flags = [flag.replace(word, text) for flag in self.flags]
        self.options = {}
        for text in (self.directive("OPTIONS"), arguments.options):
            for pair in filter(None, re.split(r",\s*", text)):
                name, value = pair.split("=", 1)
                known = name in GLOBAL_OPTIONS or "." in name
                self.options[name if known else self.checks[0] + "." + name] = value
        self.shows_excused = self.options.get("ShowExcused") == "on"

        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        self.parts = self.split()
        for name, text in self.parts.items():
            self.write(name, text)
        sources = [name for name in self.parts if name.endswith((".cpp", ".cc"))]
        if not sources:
            raise Failure(
                "%s: no part is a source; wanted is one that begins with "
                "'//--- NAME.cpp'" % self.source
            )
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

    def library_flags(self, library):
        """How LIBRARY is mapped to the words of a source that fits several."""
        mapping = "%%S/Inputs/libraries/%s.h" % library
        mock = "%%S/../vocabulary/mock/%s" % library
        flags = ["-include", mapping]
        if os.path.isdir(mock.replace("%S", os.path.dirname(self.source))):
            flags += ["-isystem", mock]
        return flags

    def directive(self, name):
        return ", ".join(re.findall(r"^// %s: *(.*)$" % name, self.text, re.M))

    def split(self):
        """File name -> text. Expectations are taken out, or FileCheck would
        find them in what --fix wrote."""
        prefixes = "|".join({*self.arguments.prefix.split(","), "FIXED"})
        text = re.sub(r"//\s*(?:%s)(?:-[A-Z]+)*:.*" % prefixes, "//", self.text)
        pieces = re.split(r"^//--- (.*)\n", text, flags=re.M)
        if len(pieces) == 1:
            return {os.path.basename(self.source): text}
        lost = re.search(r"^[ \t]*(?!//)\S.*", pieces[0], re.M)
        if lost:
            raise Failure(
                "%s:%d: what stands before the first '//--- NAME' is in no file"
                % (self.source, text[: lost.start()].count("\n") + 1)
            )
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
            output = done.stdout + done.stderr
            # First what is to be mended.
            errors = dict.fromkeys(re.findall(r"^.*: error: .*\n", output, re.M))
            raise Failure(
                "%s%s\nended with status %d:\n%s"
                % ("".join(errors), " ".join(command), done.returncode, output)
            )
        return done

    # The front ends.

    def findings(self):
        """What the plugin says; all must say the same."""
        return self.driver() if self.driver_only else self.plugin()

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

    def driver_command(self, *files):
        return [os.path.join(self.arguments.build, "bin/tidepool"), "lint", *files]

    def driver(self):
        command = self.driver_command(self.main)
        if self.shows_excused:
            command.append("--show-excused")
        done = self.run(command, statuses=(0, 1))
        found = findings_of_text(done.stdout, self.folder)
        if done.returncode != any(one.level == "Warning" for one in found):
            raise Failure("the driver ended with status %d" % done.returncode)
        return sorted(found)

    def server(self):
        return lsp.Server(
            [
                os.path.join(self.arguments.build, "bin/tidepool-clangd"),
                "--background-index=0",
            ],
            root=self.folder,
        )

    def clangd(self):
        with self.server() as server:
            server.open(self.main)
            found = [finding_of_lsp(one) for one in server.findings(self.main)]
        return sorted(found)


def require_current(build, programs):
    """Plugin and programs hold the same objects. Who builds the plugin alone
    compares it with yesterday's programs. A program is linked after all of its
    objects, so none is newer after a whole build."""
    objects = glob.glob(os.path.join(build, "checks/CMakeFiles/*/**/*.o"), recursive=True)
    newest = max(map(os.path.getmtime, objects), default=0)
    for program in programs:
        path = os.path.join(build, "bin", program)
        if os.path.exists(path) and os.path.getmtime(path) < newest:
            raise Failure(
                "%s is older than the checks in lib/libTidepoolModule.so; run "
                "'ninja -C %s'" % (program, os.path.relpath(build))
            )


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
    patterns = message_patterns(case) if findings else []

    def place(finding):
        if finding.path == case.main:
            return str(finding.line)
        return "%s:%d" % (os.path.relpath(finding.path, case.folder), finding.line)

    def add_notes(finding):
        for fix in finding.fixes:
            text = fix if case.driver_only else fix.text
            lines.append("%s: fix[%s]" % (place(finding), text))
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
                    message_id(patterns, finding),
                    finding.message,
                )
            )
        if case.arguments.notes:
            add_notes(finding)
    return "".join(line + "\n" for line in lines)


def message_patterns(case):
    """What `tidepool checks` tells of each message, as (check, pattern, id)."""
    tidepool = os.path.join(case.arguments.build, "bin/tidepool")
    listed = json.loads(
        run([tidepool, "checks", "--format", "json"], case.folder, 60).stdout
    )

    def pattern(text):
        # "%0" and "%select{a|b}1" stand for any text.
        pieces = re.split(r"%(?:\w+(?:\{[^}]*\})?)?\d", text)
        return re.compile(".*".join(map(re.escape, pieces)) + "$")

    return [
        (check["name"], pattern(message["text"]), message["id"])
        for check in listed["checks"]
        for message in check["messages"]
    ]


def message_id(patterns, finding):
    """Messages of one wording (a core and a strict one) are named together."""
    ids = [
        name
        for check, pattern, name in patterns
        if check == finding.check and pattern.match(finding.message)
    ]
    if not ids:
        raise Failure("no message of CheckInfo is like this:\n%s" % finding)
    return "|".join(ids)


def agree(name, found, expected, fewer=False):
    """The findings of a front end are the plugin's, whatever their order."""

    def text(finding):
        notes = sorted(map(text, finding.notes))
        return str(Finding(**{**vars(finding), "notes": notes}))

    found, expected = sorted(map(text, found)), sorted(map(text, expected))
    missing = [one for one in expected if one not in found]
    more = [one for one in found if one not in expected]
    if more or (missing and not fewer) or (len(found) != len(expected) and not fewer):
        raise Failure(
            "\n".join(
                ["%s and the plugin do not agree." % name]
                + ["only the plugin has: " + one for one in missing]
                + ["only %s has: %s" % (name, one) for one in more]
                + ([] if missing or more else ["the same one is there twice"])
            )
        )


def file_check(case, text, prefix, *extra):
    """Lets FileCheck compare the text with the source's expectations."""
    either = "(?:%s)" % prefix.replace(",", "|")
    if not re.search(r"\b%s(-[A-Z]+)*:" % either, case.text):
        if text:
            raise Failure(
                "%s has no expectation '%s:', so nothing may be found:\n%s"
                % (case.source, prefix, text)
            )
        return
    # "2: check" must not be found in "12: check".
    expected = re.sub(
        r"(%s(?:-[A-Z]+)*:\s*)(?=\[\[#)" % either, r"\1{{^}}", case.text
    )
    case.write("expected/" + os.path.basename(case.source), expected)
    copy = os.path.join(case.folder, "expected", os.path.basename(case.source))
    command = [os.path.join(case.llvm_bin, "FileCheck"), copy, "--allow-empty"]
    command += ["--check-prefixes=" + prefix, "--dump-input=never", *extra]
    done = subprocess.run(
        command, input=text, encoding="utf-8", stderr=subprocess.PIPE, check=False
    )
    if done.returncode:
        raise Failure(
            "%s\nwhat was checked:\n%s" % (done.stderr.replace(copy, case.source), text)
        )


def test_findings(case):
    findings = case.findings()
    if case.arguments.tidepool and not case.driver_only:
        agree("the driver", case.driver(), [with_fix_lines(one) for one in findings])
    # clangd takes a remark for a note of the finding before it.
    with_clangd = case.arguments.tidepool_clangd and not case.driver_only
    if with_clangd and not case.shows_excused:
        main = [as_clangd_has_it(one) for one in findings if one.path == case.main]
        agree("clangd", case.clangd(), main, fewer=case.fewer_in_clangd)
    file_check(
        case,
        normalised(case, findings),
        case.arguments.prefix,
        "--implicit-check-not={{: (%s)\\[}}"
        % "|".join(name.removeprefix("tidepool-") for name in case.checks),
    )


def test_fix(case):
    if case.driver_only:
        return
    case.run(case.plugin_command("--fix-notes", case.main), statuses=(0, 1))
    with open(case.main, encoding="utf-8") as file:
        fixed = file.read()
    if fixed == case.parts[os.path.relpath(case.main, case.folder)]:
        raise Failure("nothing was fixed")
    compiler = os.path.join(case.llvm_bin, "clang++")
    try:
        case.run([compiler, "-fsyntax-only", *case.flags, case.main])
        left = case.plugin()
        if left:
            raise Failure("after the fix there is still " + "\n".join(map(str, left)))
        file_check(case, fixed, "FIXED")
    except Failure as failure:
        raise Failure("%s\nwhat the fix made:\n%s" % (failure, fixed)) from None


def cuts(text, findings, most):
    """Where somebody may have stopped typing: at each third, inside each
    statement that is flagged and after each of its parentheses."""
    thirds = {len(text) // 3, 2 * len(text) // 3}
    inside = set()
    starts = [0]
    for line in text.splitlines(True):
        starts.append(starts[-1] + len(line))
    for finding in findings:
        begin = starts[finding.line - 1]
        end = text.find(";", begin + finding.column - 1)
        inside.add((begin + finding.column - 1 + end) // 2)
        inside.update(i + 1 for i in range(begin, end) if text[i] == "(")
    inside = sorted(inside - thirds)
    room = most - len(thirds)
    step = max(1.0, len(inside) / max(1, room))
    chosen = [inside[int(i * step)] for i in range(min(room, len(inside)))]
    return sorted(thirds | set(chosen))


def test_half_typed(case):
    name = os.path.relpath(case.main, case.folder)
    text = case.parts[name]
    flagged = [one for one in case.findings() if one.path == case.main]
    files = []
    most = int(case.directive("CUTS") or case.arguments.most_cuts)
    for number, cut in enumerate(cuts(text, flagged, most)):
        case.write("cut%d.cpp" % number, text[:cut])
        files.append(os.path.join(case.folder, "cut%d.cpp" % number))
    # A crash or hang ends the test; errors are what half-typed code has.
    if not case.driver_only:
        run(case.plugin_command(*files), case.folder, 300)
    if case.arguments.tidepool:
        done = run(case.driver_command(*files), case.folder, 300)
        if done.returncode not in (0, 1, 3) or re.search(
            r"could not be analysed: (the analysis|it took|no process)", done.stderr
        ):
            raise Failure("the driver: " + done.stderr)
    if case.arguments.tidepool_clangd and not case.driver_only:
        with case.server() as server:
            for file in files:
                server.open(file)
                server.findings(file)
                server.close(file)


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
    parser.add_argument("--most-cuts", type=int, default=12)
    parser.add_argument("--tidepool-clangd", action="store_true")
    parser.add_argument("--only", choices=["driver"], help="the one front end to use")
    parser.add_argument("--prefix", default="CHECK", help="one or several, with commas")
    parser.add_argument("--options", default="", help="as in OPTIONS:, which it follows")
    parser.add_argument("--library", help="whose mapping is included, see above")
    parser.add_argument("--long", action="store_true", help="leave nothing out")
    parser.add_argument("--notes", action="store_true")
    parser.add_argument("--fix", action="store_true")
    parser.add_argument("--half-typed", action="store_true")
    arguments = parser.parse_args()
    programs = ["tidepool"] if arguments.tidepool else []
    if arguments.tidepool_clangd and arguments.only != "driver":
        programs.append("tidepool-clangd")
    try:
        require_current(arguments.build, programs)
        case = Case(arguments)
        if arguments.half_typed:
            test_half_typed(case)
        elif arguments.fix:
            test_fix(case)
        else:
            test_findings(case)
    except (Failure, lsp.ServerError) as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
