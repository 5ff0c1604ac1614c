# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""ci.py SYSTEM FILE [TIDEPOOL]: runs the steps that the file has for that system
(github, gitlab) as it would, or makes the guide's pre-commit hook one of this
repository (hook). Ends as the first step that fails does. What needs a network is
left out, which it says, or comes from a folder: TIDEPOOL is the repository that
Tidepool is cloned from."""

import os
import re
import subprocess
import sys

import yaml

AWAY = "left-out"


def leave_out(*commands):
    """Puts something that only says what it was asked before them."""
    os.makedirs(AWAY, exist_ok=True)
    for command in commands:
        path = os.path.join(AWAY, command)
        with open(path, "w", encoding="utf-8") as file:
            file.write('#!/bin/sh\necho "left out: $(basename "$0") $*"\n')
        os.chmod(path, 0o755)
    # The one that is installed is to be found, not the build's.
    folders = os.environ["PATH"].split(os.pathsep)
    folders = [f for f in folders if not os.path.exists(os.path.join(f, "tidepool"))]
    os.environ["PATH"] = os.pathsep.join([os.path.abspath(AWAY)] + folders)


def run(script):
    sys.stdout.flush()
    status = subprocess.call(["bash", "-e", "-o", "pipefail", "-c", script])
    if status:
        sys.exit(status)


def github(workflow):
    os.environ.update(workflow["env"])
    os.environ["GITHUB_BASE_REF"] = "main"
    os.environ["RUNNER_TEMP"] = os.path.abspath(AWAY)
    os.environ["GITHUB_PATH"] = os.path.abspath(os.path.join(AWAY, "path"))
    leave_out("sudo")
    for step in workflow["jobs"]["tidepool"]["steps"]:
        if "uses" in step:
            print("left out:", step["uses"])
            continue
        run(step["run"])
        if os.path.exists(os.environ["GITHUB_PATH"]):
            with open(os.environ["GITHUB_PATH"], encoding="utf-8") as file:
                found = file.read().split("\n")[:-1]
            os.environ["PATH"] = os.pathsep.join(found + [os.environ["PATH"]])
            os.remove(os.environ["GITHUB_PATH"])


def gitlab(workflow):
    job = workflow["tidepool"]
    os.environ.update(job["variables"])
    os.environ["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] = "main"
    os.environ["CI_PROJECT_DIR"] = os.getcwd()
    leave_out("apt-get")
    # One shell runs all of them.
    run("\n".join(job["before_script"] + job["script"]))


def main():
    system, path = sys.argv[1:3]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if system == "hook":
        entry = re.search(r"entry: (.*)", text)[1]
        with open(".git/hooks/pre-commit", "w", encoding="utf-8") as hook:
            hook.write("#!/bin/sh\nexec %s\n" % entry)
        os.chmod(".git/hooks/pre-commit", 0o755)
        return
    # The network's address is the only word that is changed.
    text = re.sub(r"https://git.example/tidepool.git", "file://" + sys.argv[3], text)
    {"github": github, "gitlab": gitlab}[system](yaml.safe_load(text))


main()
