# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""yaml_blocks.py PAGE FOLDER: writes each YAML block of the page as a file of its
own, FOLDER/1.yaml and so on; the page may leave out the version of later ones."""

import os
import re
import sys

with open(sys.argv[1], encoding="utf-8") as page:
    blocks = re.findall(r"^```yaml\n(.*?)^```$", page.read(), re.M | re.S)
os.makedirs(sys.argv[2])
for number, block in enumerate(blocks, 1):
    with open(os.path.join(sys.argv[2], "%d.yaml" % number), "w", encoding="utf-8") as file:
        file.write(block if block.startswith("version:") else "version: 1\n" + block)
print(len(blocks), "blocks")
