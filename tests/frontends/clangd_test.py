#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""tidepool-clangd as an editor uses it: clangd_test.py SERVER [TEST...]

Nothing is configured that a stock clangd would not need. The compiler that
says whether a fixed text compiles is $CXX, or else c++.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

import lsp

CHECK = "tidepool-unbounded-spawn-in-loop"
PAGE = "/unbounded-spawn-in-loop.md"
FLAGS = ["-std=c++20"]

# A finding at the one line that has "emplace_back".
UNBOUNDED = """\
#include <string>
#include <thread>
#include <vector>

void fetch(const std::string &Url);

void fetchAll(const std::vector<std::string> &Urls) {
  std::vector<std::jthread> Threads;
  for (const auto &Url : Urls)
    Threads.emplace_back(fetch, Url);
}
"""

# The same function, changed so that nothing is left to find.
SEQUENTIAL = UNBOUNDED.replace("Threads.emplace_back(fetch, Url)", "fetch(Url)")

# A finding with a fix. Two passes of fixing must not be needed.
FIXABLE = """\
#include <semaphore>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void fetch(const std::string &Url);

class Permit {
public:
  explicit Permit(std::counting_semaphore<8> &Limit) : Limit(&Limit) {
    Limit.acquire();
  }
  Permit(Permit &&Other) noexcept
      : Limit(std::exchange(Other.Limit, nullptr)) {}
  ~Permit() {
    if (Limit)
      Limit->release();
  }

private:
  std::counting_semaphore<8> *Limit;
};

void fetchAll(const std::vector<std::string> &Urls) {
  std::counting_semaphore<8> Limit(8);
  std::vector<std::jthread> Threads;
  for (const auto &Url : Urls) {
    Permit permit(Limit);
    Threads.emplace_back([&Url] { fetch(Url); });
  }
}
"""
FIX_TEXT = "permit = std::move(permit)"

# An error after the finding, as while typing.
BROKEN = UNBOUNDED + """
void later() {
  int Count = notDeclaredAnywhere(;
  std::string
"""

# A finding of bugprone-integer-division beside ours.
WITH_BUGPRONE = UNBOUNDED + """
double half(int Count) { return Count / 2; }
"""
BUGPRONE = "bugprone-integer-division"

SERVER = None


def line_of(text, part):
    return text[:text.index(part)].count("\n") + 1


def compiles(text):
    compiler = os.environ.get("CXX") or shutil.which("c++") or "g++"
    run = subprocess.run(
        [*compiler.split(), *FLAGS, "-fsyntax-only", "-x", "c++", "-"],
        input=text, text=True, capture_output=True, timeout=120, check=False)
    return run.returncode == 0, run.stderr


def errors(diagnostics):
    return [diagnostic["message"] for diagnostic in diagnostics
            if diagnostic.get("severity") == 1]


class Project:
    """A folder with sources, a compile_commands.json and what else is asked."""

    def __init__(self, case, sources, **others):
        self.root = os.path.realpath(tempfile.mkdtemp(prefix="tidepool-clangd-"))
        case.addCleanup(shutil.rmtree, self.root)
        for name, text in {**sources, **others}.items():
            with open(self.path(name), "w", encoding="utf-8") as file:
                file.write(text)
        lsp.write_compile_commands(
            self.root, [self.path(name) for name in sources], FLAGS)

    def path(self, name):
        return os.path.join(self.root, name)

    def serve(self, *arguments):
        return lsp.Server([SERVER, *arguments], root=self.root)


class Editing(unittest.TestCase):
    maxDiff = None

    def checks(self, server, path):
        return [str(diagnostic.get("code"))
                for diagnostic in server.diagnostics(path)]

    def test_opened_file_has_the_finding_with_its_notes(self):
        project = Project(self, {"a.cpp": UNBOUNDED})
        path = project.path("a.cpp")
        with project.serve() as server:
            server.open(path)
            findings = server.findings(path)
            self.assertEqual([finding["check"] for finding in findings],
                             [CHECK])
            finding = findings[0]
            self.assertEqual(finding["line"],
                             line_of(UNBOUNDED, "emplace_back"))
            self.assertTrue(finding["message"])
            self.assertNotIn("available)", finding["message"])
            self.assertNotIn("[tidepool", finding["message"])
            self.assertTrue(finding["notes"], "the notes got lost")
            for note in finding["notes"]:
                self.assertEqual(note["file"], path)
                self.assertNotIn("\n", note["message"])

    def test_link_leads_to_our_page(self):
        project = Project(self, {"a.cpp": WITH_BUGPRONE})
        path = project.path("a.cpp")
        with project.serve() as server:
            server.open(path)
            links = {diagnostic["code"]:
                     (diagnostic.get("codeDescription") or {}).get("href", "")
                     for diagnostic in server.diagnostics(path)}
        self.assertTrue(links[CHECK].endswith(PAGE), links)
        self.assertNotIn("llvm.org", links[CHECK])
        # Those of others stay as they were.
        self.assertIn("llvm.org", links[BUGPRONE])

    def test_columns_are_bytes(self):
        text = UNBOUNDED.replace("    Threads.emp", "    /* é€𝄞 */ Threads.emp")
        self.assertNotEqual(text, UNBOUNDED)
        project = Project(self, {"a.cpp": UNBOUNDED, "b.cpp": text})
        with project.serve() as server:
            columns = []
            for name in "a.cpp", "b.cpp":
                server.open(project.path(name))
                columns.append(server.findings(project.path(name))[0]["column"])
        self.assertEqual(columns[1] - columns[0],
                         len("/* é€𝄞 */ ".encode()))

    def test_edit_is_diagnosed_again(self):
        project = Project(self, {"a.cpp": UNBOUNDED})
        path = project.path("a.cpp")
        with project.serve() as server:
            server.open(path)
            self.assertEqual(len(server.findings(path)), 1)
            server.change(path, SEQUENTIAL)
            self.assertEqual(server.findings(path), [])
            # Two lines down, by a change in front of the includes.
            server.change(path, "\n\n" + UNBOUNDED)
            self.assertEqual(
                [finding["line"] for finding in server.findings(path)],
                [line_of(UNBOUNDED, "emplace_back") + 2])

    def test_fix_compiles_and_silences(self):
        project = Project(self, {"a.cpp": FIXABLE})
        path = project.path("a.cpp")
        good, output = compiles(FIXABLE)
        self.assertTrue(good, f"FIXABLE itself does not compile:\n{output}")
        with project.serve() as server:
            server.open(path)
            diagnostics = [diagnostic for diagnostic in server.diagnostics(path)
                           if diagnostic.get("code") == CHECK]
            self.assertEqual(len(diagnostics), 1)
            fixes = [action for action
                     in server.code_actions(path, diagnostics[0])
                     if FIX_TEXT in str(action.get("edit"))]
            self.assertEqual(len(fixes), 1, "the fix got lost")
            server.apply(fixes[0]["edit"])
            fixed = server.text(path)
            self.assertIn(FIX_TEXT, fixed)
            self.assertEqual(errors(server.diagnostics(path)), [], fixed)
            self.assertEqual(server.findings(path), [], fixed)
        good, output = compiles(fixed)
        self.assertTrue(good, f"{output}\n{fixed}")

    def test_file_with_errors_keeps_its_findings(self):
        project = Project(self, {"a.cpp": BROKEN})
        path = project.path("a.cpp")
        with project.serve() as server:
            server.open(path)
            self.assertTrue(errors(server.diagnostics(path)))
            self.assertEqual(
                [finding["line"] for finding in server.findings(path)],
                [line_of(BROKEN, "emplace_back")])

    def test_half_typed_code_does_not_crash(self):
        project = Project(self, {"a.cpp": UNBOUNDED})
        path = project.path("a.cpp")
        begin = FIXABLE.index("void fetchAll")
        with project.serve() as server:
            server.open(path)
            server.diagnostics(path)
            cuts = [index + 1 for index in range(begin, len(FIXABLE))
                    if FIXABLE[index] in "({[<.&"]
            self.assertGreater(len(cuts), 5)
            for cut in cuts:
                server.change(path, FIXABLE[:cut])
                server.diagnostics(path)

    def test_two_files_at_once(self):
        project = Project(self, {"a.cpp": UNBOUNDED, "b.cpp": FIXABLE})
        paths = [project.path(name) for name in ("a.cpp", "b.cpp")]
        with project.serve() as server:
            for path in paths:
                server.open(path)
            for path, text in zip(paths, (UNBOUNDED, FIXABLE)):
                self.assertEqual(
                    [finding["line"] for finding in server.findings(path)],
                    [line_of(text, "emplace_back")])
            server.change(paths[0], SEQUENTIAL)
            server.change(paths[1], FIXABLE + "\n")
            self.assertEqual(server.findings(paths[0]), [])
            self.assertEqual(len(server.findings(paths[1])), 1)


class Configuration(unittest.TestCase):
    def checks(self, text=WITH_BUGPRONE, arguments=(), **files):
        names = {"tidy": ".clang-tidy", "clangd": ".clangd"}
        project = Project(self, {"a.cpp": text}, **{
            names[name]: content for name, content in files.items()})
        path = project.path("a.cpp")
        with project.serve(*arguments) as server:
            server.open(path)
            return sorted(str(diagnostic.get("code"))
                          for diagnostic in server.diagnostics(path))

    def test_on_with_no_configuration(self):
        self.assertEqual(self.checks(), [BUGPRONE, CHECK])

    def test_on_with_an_ordinary_clang_tidy_file(self):
        self.assertEqual(self.checks(tidy="Checks: '-*,bugprone-*'\n"),
                         [BUGPRONE, CHECK])

    def test_on_where_the_file_wants_nothing(self):
        self.assertEqual(self.checks(tidy="Checks: '-*'\n"), [CHECK])

    def test_on_where_clangd_configuration_removes_others(self):
        self.assertEqual(
            self.checks(clangd="Diagnostics: {ClangTidy: {Remove: "
                        "'bugprone-*'}}\n"), [CHECK])

    def test_named_check_leaves_others_alone(self):
        self.assertEqual(
            self.checks(tidy=f"Checks: '-*,{CHECK},{BUGPRONE}'\n"),
            [BUGPRONE, CHECK])

    def test_off_by_glob(self):
        self.assertEqual(self.checks(tidy="Checks: '-tidepool-*'\n"), [])
        self.assertEqual(
            self.checks(tidy=f"Checks: '{BUGPRONE},-tidepool-*'\n"),
            [BUGPRONE])

    def test_off_by_glob_after_everything(self):
        self.assertEqual(self.checks(tidy="Checks: '-*,-tidepool-*'\n"), [])

    def test_off_by_name(self):
        self.assertEqual(
            self.checks(tidy=f"Checks: '{BUGPRONE},-{CHECK}'\n"), [BUGPRONE])

    def test_off_by_clangd_configuration(self):
        self.assertEqual(
            self.checks(clangd="Diagnostics: {ClangTidy: {"
                        f"Add: {BUGPRONE}, Remove: 'tidepool-*'}}}}\n"),
            [BUGPRONE])

    def test_off_with_clang_tidy_switched_off(self):
        self.assertEqual(self.checks(arguments=["--clang-tidy=0"]), [])

    def test_nolint(self):
        text = UNBOUNDED.replace("Url);\n}", "Url); // NOLINT\n}")
        self.assertNotEqual(text, UNBOUNDED)
        self.assertEqual(self.checks(text=text), [])


class CommandLine(unittest.TestCase):
    def test_version_says_both_names(self):
        run = subprocess.run([SERVER, "--version"], text=True, timeout=60,
                             capture_output=True, check=True)
        self.assertTrue(run.stdout.startswith("tidepool-clangd "), run.stdout)
        self.assertIn("clangd version", run.stdout)

    def test_resource_directory_of_the_user_wins(self):
        # Given twice, the option would end the program.
        for arguments, variables in (
                (["--resource-dir=/nowhere"], {}),
                ([], {"CLANGD_FLAGS": "--resource-dir=/nowhere"})):
            run = subprocess.run(
                [SERVER, *arguments, "--version"], text=True, timeout=60,
                capture_output=True, env={**os.environ, **variables},
                check=False)
            self.assertEqual(run.returncode, 0, run.stderr)

    def test_lsp_command_prints_findings(self):
        project = Project(self, {"a.cpp": FIXABLE})
        run = subprocess.run(
            [sys.executable, lsp.__file__, SERVER, "--flags", "-std=c++20",
             project.path("a.cpp")], text=True, capture_output=True,
            timeout=120, check=False)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(run.stdout.count("\n"), 1, run.stdout)
        self.assertIn(CHECK, run.stdout)


class Client(unittest.TestCase):
    """What the client does when the server does not do its part."""

    def test_server_that_cannot_start(self):
        with self.assertRaisesRegex(lsp.ServerError, "cannot start"):
            lsp.Server(["/nonexistent/server"])

    def test_server_that_ends_at_once(self):
        with self.assertRaisesRegex(lsp.ServerError,
                                    "status 7(.|\n)*no licence"):
            lsp.Server(["sh", "-c", "echo no licence >&2; exit 7"])

    def test_server_that_is_silent(self):
        with self.assertRaisesRegex(lsp.ServerError, "within 0.3 s"):
            lsp.Server(["sleep", "600"], timeout=0.3)

    def test_server_that_crashes_later(self):
        project = Project(self, {"a.cpp": UNBOUNDED})
        with self.assertRaisesRegex(lsp.ServerError, "SIGKILL(.|\n)*stderr"):
            with project.serve() as server:
                server.process.kill()
                server.open(project.path("a.cpp"))
                server.diagnostics(project.path("a.cpp"))

    def test_edits_refer_to_the_text_before_them(self):
        def edit(first, last, text):
            return {"range": {"start": {"line": first[0],
                                        "character": first[1]},
                              "end": {"line": last[0], "character": last[1]}},
                    "newText": text}
        edits = [edit((1, 0), (1, 1), "X"), edit((0, 3), (0, 3), "+"),
                 edit((0, 3), (0, 3), "-"), edit((9, 0), (9, 0), "end")]
        self.assertEqual(lsp.apply_edits("é;\r\nb\n", edits),
                         "é;+-\r\nX\nend")
        # The same place, counted in UTF-16 and in bytes.
        self.assertEqual(lsp.apply_edits("𝄞a", [edit((0, 2), (0, 3), "b")],
                                         "utf-16"), "𝄞b")
        self.assertEqual(lsp.apply_edits("𝄞a", [edit((0, 4), (0, 5), "b")]),
                         "𝄞b")
        with self.assertRaises(lsp.ServerError):
            lsp.apply_edits("abc", [edit((0, 0), (0, 2), ""),
                                    edit((0, 1), (0, 3), "")])

    def test_texts_are_the_checks_again(self):
        for sent, said in (
                ("A thread each (fix available)", "a thread each"),
                ("Two ways (fixes available)", "two ways"),
                ("OpenMP runs them all", "OpenMP runs them all"),
                ("'wait' has no limit\n\na.cpp:1:1: note: here",
                 "'wait' has no limit")):
            self.assertEqual(lsp.original_text(sent), said)


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    SERVER = os.path.abspath(sys.argv.pop(1))
    if not os.access(SERVER, os.X_OK):
        sys.exit(f"clangd_test.py: not a program: {SERVER}")
    unittest.main()
