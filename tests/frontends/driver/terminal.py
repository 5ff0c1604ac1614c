# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""terminal.py COMMAND...: runs it on a terminal and shows what that showed."""

import os
import pty
import sys

sys.exit(0 if os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])) in (0, 1) else 1)
