# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""%status N COMMAND...: succeeds if the command ends with exactly status N."""

import subprocess
import sys

wanted = int(sys.argv[1])
status = subprocess.call(sys.argv[2:])
if status != wanted:
    sys.exit("%s: ended with status %d, not %d" % (sys.argv[2], status, wanted))
