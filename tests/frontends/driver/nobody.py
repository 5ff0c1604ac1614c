# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""nobody.py COMMAND...: runs it without root's right to read whatever there is.
Where the tests do not run as root, there is nothing to give up."""

import ctypes
import os
import sys

PR_CAPBSET_DROP = 24
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 1, 2

if os.geteuid() == 0:
    libc = ctypes.CDLL(None, use_errno=True)
    # What is taken out of the bounding set is gone with the next exec.
    for right in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        if libc.prctl(PR_CAPBSET_DROP, right, 0, 0, 0):
            sys.exit("nobody.py: " + os.strerror(ctypes.get_errno()))
os.execv(sys.argv[1], sys.argv[1:])
