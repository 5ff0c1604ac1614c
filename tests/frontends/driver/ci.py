# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""ci.py SYSTEM FILE: runs the steps that the file has for that system (github,
gitlab) as it would, or makes the guide's pre-commit hook one of this repository
(hook). Ends as the first step that fails does."""

import os
import re
import subprocess
import sys

import yaml


def run(step):
    status = subprocess.call(["bash", "-e", "-o", "pipefail", "-c", step])
    if status:
        sys.exit(status)


def main():
    system, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if system == "hook":
        entry = re.search(r"entry: (.*)", text)[1]
        with open(".git/hooks/pre-commit", "w", encoding="utf-8") as hook:
            hook.write("#!/bin/sh\nexec %s\n" % entry)
        os.chmod(".git/hooks/pre-commit", 0o755)
    elif system == "github":
        os.environ["GITHUB_BASE_REF"] = "main"
        for step in yaml.safe_load(text)["jobs"]["tidepool"]["steps"]:
            if "run" in step:
                run(step["run"])
    else:
        os.environ["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"] = "main"
        for step in yaml.safe_load(text)["tidepool"]["script"]:
            run(step)


main()
