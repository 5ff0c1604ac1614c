# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""hostile.py make SOURCE | break | check FILE...: copies of the source under
names that nobody should have; errors in them; what was written about them."""

import re
import sys

NAMES = [
    b"a\n::error title=x::y.cpp",
    b"\x1b[31mred\x1b]0;title\x07.cpp",
    b"::error title=x::y.cpp",
    b"##[error]x.cpp",
    b"caf\xe9,a:b%0A.cpp",
    # The same controls with the eighth bit, alone and as UTF-8 has them.
    b"\x9b31m\xc2\x9b31m.cpp",
]

command, *arguments = sys.argv[1:]
if command == "make":
    with open(arguments[0], "rb") as file:
        source = file.read()
    for name in NAMES:
        with open(name, "wb") as file:
            file.write(source)
elif command == "break":
    for name in NAMES:
        with open(name, "ab") as file:
            file.write(b"int x = nothing;\n")
else:
    for name in arguments:
        with open(name, "rb") as file:
            text = file.read()
        if not text and name != "err.txt":
            sys.exit("%s: it is empty" % name)
        for line in text.split(b"\n"):
            wrong = re.search(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]", line)
            line.decode()
            # Ours are the commands that name a file.
            forged = re.match(rb"::(?!warning file=)|##\[", line)
            if wrong or forged:
                sys.exit("%s: %r" % (name, line))
