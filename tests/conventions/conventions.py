#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What holds for the whole project. Each convention is a function that yields
what breaks it, and a test of the same name:

  conventions.py --build=build [CONVENTION...]
"""

import argparse
import json
import os
import re
import subprocess
import sys

import yaml

sys.path.append(os.path.dirname(os.path.abspath(__file__)))
import editions
import tables

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CONVENTIONS = {}


def convention(function):
    CONVENTIONS[function.__name__.replace("_", "-")] = function
    return function


# -------------------------------------------------------------------- files


def project_files():
    """Every file of the project, new ones too, relative to the top."""
    listed = subprocess.run(
        # The folder may belong to somebody else, as in a container.
        ["git", "-c", "safe.directory=*", "ls-files", "-co", "--exclude-standard"],
        cwd=TOP,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
    )
    if listed.returncode == 0:
        names = listed.stdout.splitlines()
    else:
        names = []
        for folder, folders, files in os.walk(TOP):
            folders[:] = [f for f in folders if not re.match(r"build|\.git$|\.cache$", f)]
            names += [os.path.relpath(os.path.join(folder, f), TOP) for f in files]
    return sorted(name for name in names if os.path.isfile(os.path.join(TOP, name)))


def read(name):
    with open(os.path.join(TOP, name), encoding="utf-8") as file:
        return file.read()


def is_cpp(name):
    return name.endswith((".cpp", ".h"))


def own_code():
    """The sources that ship, and those that test them from inside."""
    return [
        name
        for name in project_files()
        if is_cpp(name)
        and name.startswith(
            ("checks/", "driver/", "tests/unit/", "tests/fuzz/", "tests/conventions/")
        )
    ]


def check_names():
    """Every check's file is named like the check: with a dash and no capital."""
    return [
        name[len("checks/") : -len(".cpp")]
        for name in project_files()
        if re.fullmatch(r"checks/[a-z][a-z0-9-]*\.cpp", name)
    ]


# -------------------------------------------------------------- conventions

LAYERS = [
    "checks/support/",
    "checks/vocabulary/",
    "checks/analysis/",
    "checks/",
    "driver/project/",
    "driver/findings/",
    "driver/format/",
    "driver/run/",
    "driver/",
]


def layer(name):
    for rank, folder in enumerate(LAYERS):
        if name.startswith(folder):
            return rank
    return len(LAYERS)


@convention
def layers_point_one_way(_):
    """support <- vocabulary <- analysis <- checks <- driver, and within the driver"""
    known = set(project_files())
    for name in own_code():
        for line, target in re.findall(r'^(#include "([^"]+)")', read(name), re.M):
            folders = (os.path.dirname(name), "checks", "driver")
            found = [os.path.normpath(os.path.join(f, target)) for f in folders]
            found = [path for path in found if path in known]
            if not found:
                continue
            if layer(found[0]) > layer(name):
                yield "%s: %s is against the arrow %s" % (
                    name,
                    line,
                    " <- ".join(folder.rstrip("/") for folder in LAYERS),
                )
            if name.startswith("checks/") and layer(name) == 3:
                if os.path.basename(found[0])[:-2] in check_names():
                    yield "%s: %s: a check includes no other check" % (name, line)


@convention
def every_check_has_page_and_test(_):
    for check in check_names():
        for needed in ("docs/checks/%s.md" % check, "tests/checks/%s.cpp" % check):
            if not os.path.exists(os.path.join(TOP, needed)):
                yield "%s: the check %s has none" % (needed, check)
    for name in project_files():
        page = re.fullmatch(r"docs/checks/([^/]*)\.md", name)
        if page and page[1] not in check_names():
            yield "%s: there is no check of that name" % name


@convention
def every_library_is_tried_on_its_headers(_):
    for name in project_files():
        library = re.fullmatch(r"checks/vocabulary/libraries/(.*)\.yaml", name)
        if not library:
            continue
        test = "tests/vocabulary/%s.cpp" % library[1]
        if not os.path.exists(os.path.join(TOP, test)):
            yield "%s: %s has no test that uses it" % (test, name)
        elif "--cover %s --" % library[1] not in read(test):
            yield "%s: it does not run 'tidepool vocab --cover %s'" % (test, library[1])


@convention
def every_unbounded_spawn_and_wait_has_a_counterpart(_):
    """What a message can tell the reader to use instead."""
    for name in project_files():
        if not re.fullmatch(r"checks/vocabulary/libraries/.*\.yaml", name):
            continue
        for entry in yaml.safe_load(read(name))["entries"]:
            kinds = ("function", "class", "member", "constructor", "object", "macro")
            what = ", ".join("%s %s" % (k, entry[k]) for k in kinds if k in entry)
            spawn = entry.get("spawn")
            wait = entry.get("wait")
            if entry.get("counterpart"):
                continue
            gather = entry.get("gather")
            if gather and "limit" not in gather:
                yield "%s: %s: an unlimited gather without counterpart" % (name, what)
            if spawn and not spawn.get("waits-for-capacity"):
                yield "%s: %s: an unbounded spawn without counterpart" % (name, what)
            if wait and not wait.get("timed") and wait["for"] != "lock":
                yield "%s: %s: an untimed wait without counterpart" % (name, what)


@convention
def the_schema_is_documented(_):
    """Every key and word of the loader stands on the page."""
    page = read("docs/dev/adding-a-library.md")
    keys = read("checks/vocabulary/Keys.h")
    words = re.findall(r'map(?:Required|Optional|Names|Numbers|Role)\(\s*"([^"]*)"', keys)
    words += re.findall(r'\{"([^"]*)", \w+::\w+\}', keys)
    for word in sorted(set(words)):
        if "`%s`" % word not in page and "`%s:" % word not in page:
            yield "docs/dev/adding-a-library.md: `%s` is missing" % word


class Yaml12(yaml.SafeLoader):
    """As the loader and editors read it: `on` is no boolean, and a key `null` is
    a word."""

    yaml_implicit_resolvers = {
        first: [one for one in known if not one[0].endswith((":bool", ":null"))]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


Yaml12.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf")
)

SCHEMA = "docs/guide/vocabulary.schema.json"


@convention
def the_json_schema_is_the_loaders(build):
    """It is what the loader makes of its own keys; it takes every vocabulary that
    the loader takes, and not what the loader refuses."""
    import jsonschema

    tidepool = os.path.join(build, "bin", "tidepool")
    made = subprocess.check_output([tidepool, "vocab", "--schema"], encoding="utf-8")
    if made != read(SCHEMA):
        yield "%s: run '%s vocab --schema > %s'" % (SCHEMA, tidepool, SCHEMA)
    schema = json.loads(made)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    for name in project_files():
        if not re.search(r"(^checks/vocabulary/libraries/.*|/\.tidepool)\.yaml$", name):
            continue
        for error in validator.iter_errors(yaml.load(read(name), Yaml12)):
            place = "/".join(map(str, error.absolute_path))
            yield "%s: %s: %s" % (name, place, error.message)
    for wrong in (
        "{version: 2}",
        "{entries: []}",
        "{version: 1, entry: []}",
        "{version: 1, entries: [{cores: {}}]}",
        "{version: 1, entries: [{function: f, macro: M, cores: {}}]}",
        "{version: 1, entries: [{function: f}]}",
        "{version: 1, entries: [{function: f, spwan: {starts: thread}}]}",
        "{version: 1, entries: [{function: f, spawn: {starts: rain}}]}",
        "{version: 1, entries: [{function: f, spawn: {callable: 0}}]}",
        "{version: 1, entries: [{function: f, wait: {for: task, object: it}}]}",
        "{version: 1, libraries: [{name: a, spawn: [{function: f}]}]}",
        "{version: 1, budgets: {max-task: 1}}",
    ):
        refused = subprocess.run(
            [tidepool, "vocab", "--check", "/dev/stdin"],
            input=wrong,
            encoding="utf-8",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if refused.returncode != 2:
            yield "%s: the loader takes it" % wrong
        if validator.is_valid(yaml.load(wrong, Yaml12)):
            yield "%s: the schema takes it" % wrong


@convention
def names_in_flow_mappings_are_quoted(_):
    """LLVM 16 reads a colon in a plain scalar there as the end of a key."""
    for name in project_files():
        if not re.search(r"(^checks/vocabulary/libraries/.*|/\.tidepool)\.yaml$", name):
            continue
        depth = 0
        for token in yaml.scan(read(name)):
            if isinstance(token, (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)):
                depth += 1
            elif isinstance(token, (yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)):
                depth -= 1
            elif depth and isinstance(token, yaml.ScalarToken):
                if token.plain and ":" in token.value:
                    line = token.start_mark.line + 1
                    yield "%s:%d: '%s' needs quotes" % (name, line, token.value)


@convention
def every_number_of_a_check_has_a_budget(build):
    """What .tidepool.yaml can say of sizes is what the checks ask for."""
    keys = read("checks/vocabulary/Keys.h")
    budgets = re.search(r"keysOf\(IO &Io, Budgets &Sizes\) \{(.*?)\n\}", keys, re.S)[1]
    known = {"Cores"} | set(re.findall(r"Sizes\.(\w+)", budgets))
    asked = {
        option["name"]
        for check in tables.checks(build)
        for option in check["options"]
        if option["type"] == "unsigned"
    }
    for name in sorted(asked - known):
        yield "checks/vocabulary/Keys.h: no budget stands for the option %s" % name
    for name in sorted(known - asked):
        yield "checks/vocabulary/Keys.h: no check has an option %s" % name


def code_without_comments(text):
    """The text with comments blanked out and lines kept."""
    token = r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/'

    def blank(match):
        if match[0].startswith("/"):
            return "\n" * match[0].count("\n")
        return match[0]

    return re.sub(token, blank, text, flags=re.S)


@convention
def parents_only_through_facts(_):
    """A parent asked of the host builds the parent map of the whole unit, which
    costs as much as parsing; preprocessor callbacks come before Facts."""
    for name in own_code():
        if not re.fullmatch(r"checks/[^/]*", name):
            continue
        code = code_without_comments(read(name))
        for number, line in enumerate(code.splitlines(), 1):
            for word in ("getParents(", "getParentMapContext(", "ParentMapContext.h"):
                if word in line:
                    yield "%s:%d: %s) outside Facts" % (name, number, word.rstrip("("))
            if "registerPPCallbacks" in line:
                yield "%s:%d: no check may look at the preprocessor" % (name, number)


@convention
def libraries_are_named_in_the_vocabulary_only(_):
    known = set()
    for name in project_files():
        if re.fullmatch(r"checks/vocabulary/libraries/.*\.yaml", name):
            text = re.sub(r"#.*", "", read(name))
            known.update(re.findall(r"\b[A-Za-z_]\w*(?:::\w+)+", text))
            known.update(re.findall(r"\bfunction: *(\w*_\w*)$", text, re.M))
    known.discard("std::move")  # the language's, in all but spelling
    namespaces = {word.split("::")[0] for word in known if "::" in word}
    namespaces -= {"std", "llvm"}  # the language's, and that of our own tools
    for name in own_code():
        if name.startswith("tests/"):
            continue
        code = code_without_comments(read(name))
        for number, line in enumerate(code.splitlines(), 1):
            if line.startswith("#include"):
                continue
            for text in re.findall(r'"(?:\\.|[^"\\])*"', line):
                for word in re.findall(r"[A-Za-z_]\w*(?:::\w+)*", text):
                    if word in known or word.split("::")[0] in namespaces:
                        yield "%s:%d: %s is a library's, and belongs in %s" % (
                            name,
                            number,
                            word,
                            "checks/vocabulary/libraries",
                        )


@convention
def no_path_of_a_machine(_):
    pattern = re.compile(r"/(?:home|Users|root|work|tmp/wt)/[\w.]")
    for name in project_files():
        if name == "tests/conventions/conventions.py":
            continue
        try:
            text = read(name)
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if pattern.search(line):
                yield "%s:%d: a path of somebody's machine: %s" % (name, number, line)


@convention
def every_source_names_its_licence(_):
    licence = "SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception"
    for name in project_files():
        # Fixtures of tests and shipped examples of bad code are no sources.
        if not name.endswith((".cpp", ".h", ".py", ".sh")):
            continue
        if name.startswith("tests/") and not name.startswith(
            ("tests/unit/", "tests/conventions/", "tests/fuzz/")
        ):
            if is_cpp(name):
                continue
        if licence not in "".join(read(name).splitlines(True)[:2]):
            yield "%s: the first line should be %s" % (name, licence)


@convention
def clang_format(_):
    # Not mirrors of foreign headers, nor tests that hold files of other kinds.
    names = [
        name
        for name in project_files()
        if is_cpp(name)
        and not name.startswith("tests/vocabulary/mock/")
        and not re.search(r"^//--- ", read(name), re.M)
    ]
    tool = "clang-format-19"
    done = subprocess.run(
        [tool, "--dry-run", "-Werror", *names],
        cwd=TOP,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        wrong = set(re.findall(r"^([^:\n]+):\d+:\d+: error:", done.stderr, re.M))
        for name in sorted(wrong):
            yield "%s: run '%s -i %s'" % (name, tool, name)
        if not wrong:
            yield done.stderr


@convention
def tables_of_the_docs(build):
    yield from tables.problems(build)


@convention
def the_newest_edition_is_what_the_checks_do(build):
    yield from editions.problems(build)


@convention
def messages_read_alike(build):
    """As clang's do: lower case, no final stop; and each tells how many or why,
    which the check fills in."""
    for check in tables.checks(build):
        ids = [message["id"] for message in check["messages"]]
        for message in check["messages"]:
            where = "%s, message '%s'" % (check["name"], message["id"])
            text = message["text"]
            if not re.match(r"[a-z%']", text):
                yield where + ": should start with a lower-case letter"
            if text.endswith((".", "!")):
                yield where + ": should not end with a stop"
            if "%" not in text:
                yield where + ": should say how many, or why"
            if not re.fullmatch(r"[a-z][a-z0-9-]*", message["id"]):
                yield where + ": an id is words-with-dashes"
            if ids.count(message["id"]) > 1:
                yield where + ": the id is there twice"
        for option in check["options"]:
            where = "%s.%s" % (check["name"], option["name"])
            if not re.fullmatch(r"[A-Z][A-Za-z]*", option["name"]):
                yield where + ": an option is a WordLikeThis"
            if re.match(r"[A-Z][a-z]", option["help"]) or option["help"].endswith("."):
                yield where + ": its help starts in lower case and has no final stop"
        if check["summary"].endswith("."):
            yield "%s: its summary should not end with a stop" % check["name"]
        if check["name"].removeprefix("tidepool-") not in check_names():
            yield "checks/: no file is named like %s" % check["name"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", default=os.path.join(TOP, "build"))
    parser.add_argument("convention", nargs="*", choices=[*CONVENTIONS, []])
    arguments = parser.parse_args()
    broken = 0
    for name in arguments.convention or CONVENTIONS:
        for problem in CONVENTIONS[name](arguments.build):
            broken += 1
            print("%s [%s]" % (problem, name), file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
