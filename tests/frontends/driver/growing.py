# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""growing.py FILE COMMAND...: runs it while the file goes on growing."""

import subprocess
import sys
import time

run = subprocess.Popen(sys.argv[2:])
while run.poll() is None:
    with open(sys.argv[1], "a", encoding="utf-8") as file:
        file.write("// more\n")
    time.sleep(0.05)
sys.exit(run.returncode)
