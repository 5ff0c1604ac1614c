# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The pinned real projects: where they come from, and what Tidepool says there.

PROJECT/project.json pins a Debian source package. What is linted is what the
package's cmake compiles ("cmake", "definitions", and "targets" that make headers),
or the sources that the patterns in "units" name, each with its flags; "only" and
"except" narrow it; sites in files that "generated" names are nobody's. "parts" names
what to unpack of a source that is large; Debian's patches are left out then. "packages" replaces the build dependencies where few of
them are needed, "configure" is run first, and "vocabulary" is the project's
.tidepool.yaml. "why" says what grep had shown when the package was chosen; "lines"
is how many its units have, headers aside.
"""

import fnmatch
import glob
import json
import os
import shlex
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))


def run(command, cwd=None, check=True, **more):
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, encoding="utf-8", errors="replace", **more
    )
    if check and done.returncode:
        sys.exit("%s\n%s%s" % (" ".join(command), done.stdout[-2000:], done.stderr[-2000:]))
    return done


def named(names):
    """The projects called `names`; all for none."""
    found = {}
    for path in sorted(glob.glob(os.path.join(HERE, "*", "project.json"))):
        name = os.path.basename(os.path.dirname(path))
        if not names or name in names:
            with open(path, encoding="utf-8") as file:
                found[name] = json.load(file)
    for name in set(names) - found.keys():
        sys.exit("no project '%s' in tests/realworld" % name)
    return found


def project_path(name):
    return os.path.join(HERE, name, "project.json")


def record_path(name):
    return os.path.join(HERE, name, "sites.json")


def record(name):
    """Site -> {"verdict", "label", "why"}, as reviewed; some were read by a second
    reader: "second": {"label", "why"}. Empty at the start."""
    if not os.path.exists(record_path(name)):
        return {}
    with open(record_path(name), encoding="utf-8") as file:
        return json.load(file)


def matches(unit, source, patterns):
    """Whether the unit is one of `patterns`, which are relative to `source`."""
    place = os.path.relpath(os.path.join(unit["directory"], unit["file"]), source)
    return any(fnmatch.fnmatch(place, pattern) for pattern in patterns)


def download(project, work, source):
    """Unpacks the source; outside `work` nothing changes but for the packages
    that the build needs."""
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


def fetch(project, work):
    """(source, folder of the compilation database), ready to be linted."""
    source = os.path.join(work, project["package"])
    folder = os.path.join(source, "tidepool-database")
    database = os.path.join(folder, "compile_commands.json")
    if not os.path.exists(database):
        download(project, work, source)
        os.makedirs(folder)
        if "cmake" in project:
            build = os.path.join(source, "tidepool-build")
            run(
                ["cmake", "-G", "Ninja", "-S", os.path.join(source, project["cmake"]), "-B", build,
                 "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON"] + project.get("definitions", [])
            )
            for target in project.get("targets", []):
                run(["cmake", "--build", build, "--target", target])
            with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
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
    options = {"CheckOptions": {"ShowExcused": "on", "Tests": "on"}}
    with open(os.path.join(source, ".clang-tidy"), "w", encoding="utf-8") as file:
        json.dump(options, file)
    if "vocabulary" in project:
        own = {"version": 1, "library": project["package"], "entries": project["vocabulary"]}
        with open(os.path.join(source, ".tidepool.yaml"), "w", encoding="utf-8") as file:
            json.dump(own, file, indent=2)  # JSON is YAML
    return source, folder


def is_generated(place, project):
    return any(fnmatch.fnmatch(place, pattern) for pattern in project.get("generated", []))


def lint(driver, project, source, folder):
    """What `driver` says of the whole project: "FILE:LINE CHECK" -> verdict, as
    "core[id]: words", "strict[id]: words", "excused: why", "unknown: why"; not of
    files that a generator wrote."""
    done = run([driver, "lint", "-p", folder, "--show-excused", "--quiet", "--no-cache",
                "--output", "json"], cwd=source, check=False)
    if done.returncode not in (0, 1):
        sys.exit("%s\n%s: the driver ended with status %d" % (
            done.stderr[-1500:], source, done.returncode))
    told = json.loads(done.stdout)
    found = {}
    for level, findings in (("core", told["findings"]), ("strict", told.get("letGo", []))):
        for finding in findings:
            # From the top of a repository around it, if there is one.
            path = next((path for path in (os.path.join(base, finding["path"])
                                           for base in (source, TOP))
                         if os.path.exists(path)), finding["path"])
            place = os.path.relpath(os.path.realpath(path), os.path.realpath(source))
            words = finding["message"]
            said = finding.get("kind")
            if "messageId" in finding:
                said = "%s[%s]" % (level, finding["messageId"])
                if level == "strict":
                    words = finding["notes"][0]["message"]
            if is_generated(place, project):
                continue
            found["%s:%d %s" % (place, finding["line"], finding["check"].removeprefix("tidepool-"))
                  ] = "%s: %s" % (said, words)
    return found, told["summary"]


def kind(verdict):
    """"core", "strict", "excused", "unknown"; "unseen" where the site was no
    candidate."""
    return verdict.split(":")[0].split("[")[0] if verdict else "unseen"
