# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""twice.py COMMAND...: runs it several times at once; all must say the same."""

import subprocess
import sys

runs = [
    subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    for _ in range(4)
]
said = {(run.communicate()[0], run.returncode) for run in runs}
if len(said) != 1:
    sys.exit("they differ: %s" % said)
