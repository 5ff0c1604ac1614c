# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A lit format for the tests of libraries: as any other, but FileCheck names
one line at a time, so that a failure also lists all that were not expected. A
module, for lit's workers must find it."""

import os
import re

import lit.formats
import lit.Test
import lit.TestRunner

EXPECTED = re.compile(r"// CHECK[\w-]*: \[\[#@LINE-(\d+)\]\]:\{\{\[0-9\]\+\}\}: (.*)$")


def to_paste(source, output):
    """The uses in `output` that `source` does not expect, as expectations."""
    expected = {}
    for number, line in enumerate(source.splitlines(), 1):
        found = EXPECTED.search(line)
        if found:
            pattern = re.split(r"\{\{(.*?)\}\}", found[2].rstrip())
            pattern[::2] = map(re.escape, pattern[::2])
            expected.setdefault(number - int(found[1]), []).append("".join(pattern))
    count = {number: len(patterns) for number, patterns in expected.items()}
    lines = []
    last = None
    for use in re.finditer(r"^(\d+):\d+: (.*)$", output, re.M):
        number = int(use[1])
        left = expected.get(number, [])
        known = next((pattern for pattern in left if re.match(pattern, use[2])), None)
        if known is not None:
            left.remove(known)
            continue
        if number != last:
            lines.append("below line %d:" % number)
        last = number
        count[number] = count.get(number, 0) + 1
        lines.append(
            "  // CHECK: [[#@LINE-%d]]:{{[0-9]+}}: %s" % (count[number], use[2])
        )
    return lines


class VocabularyTest(lit.formats.ShTest):
    def execute(self, test, lit_config):
        result = super().execute(test, lit_config)
        output = lit.TestRunner.getTempPaths(test)[1] + ".tmp"
        if result.code is lit.Test.FAIL and os.path.isfile(output):
            with open(test.getSourcePath(), encoding="utf-8") as file:
                source = file.read()
            with open(output, encoding="utf-8") as file:
                lines = to_paste(source, file.read())
            if lines:
                lines.insert(
                    0, "not expected; where the library's documentation says the same:"
                )
                result.output += "\n".join(lines) + "\n"
        return result
