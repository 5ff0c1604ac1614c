# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""status.py STATUS COMMAND...: fails unless COMMAND ends with that status."""

import subprocess
import sys

wanted = int(sys.argv[1])
got = subprocess.run(sys.argv[2:], check=False).returncode
if got != wanted:
    sys.exit("status %d instead of %d: %s" % (got, wanted, " ".join(sys.argv[2:])))
