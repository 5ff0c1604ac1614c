# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""interrupt.py SIGNAL TEXT COMMAND...: runs it, sends the signal once its
stderr has the text, or, where that is empty, once it has a child, and says how
it ended and whom it left behind."""

import os
import signal
import subprocess
import sys
import time

number = getattr(signal, sys.argv[1])
text = sys.argv[2]
# A session of its own, so that its children can be told.
child = subprocess.Popen(sys.argv[3:], stderr=subprocess.PIPE, text=True, start_new_session=True)
if not text:
    while subprocess.run(["pgrep", "-P", str(child.pid)], stdout=subprocess.DEVNULL, check=False).returncode:
        time.sleep(0.01)
else:
    for line in child.stderr:
        sys.stdout.write("stderr: " + line)
        if text in line:
            break
began = time.monotonic()
os.killpg(child.pid, number)
sys.stdout.write("".join("stderr: " + line for line in child.stderr))
print("status:", child.wait(), flush=True)
print("soon:", time.monotonic() - began < 5)
time.sleep(0.2)
left = subprocess.run(["pgrep", "-s", str(child.pid)], stdout=subprocess.PIPE, check=False)
print("left behind:", left.stdout.decode().split())
