#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the databases of prefilter.test, each source with flags of its own."""

import glob
import json
import os

FLAGS = {
    "defined.cpp": ["-DSTART=pthread_create"],
    "forced.cpp": ["-include", "forced.h"],
    "trigraph.cpp": ["-trigraphs"],
    "raw-old.c": ["-std=c90"],
    "comment-old.c": ["-std=c90"],
    "modules.cpp": ["-std=c++20"],
    "openmp.cpp": ["-fopenmp"],
    "openmp-macro.cpp": ["-fopenmp"],
}


def write(folder, sources):
    entries = []
    for source in sources:
        flags = ["-isystem", "system"] + FLAGS.get(source, [])
        arguments = ["clang++-19" if source.endswith("pp") else "clang-19", *flags]
        entries.append(
            {"file": source, "directory": os.getcwd(), "arguments": [*arguments, "-c", source]}
        )
    with open(os.path.join(folder, "compile_commands.json"), "w", encoding="utf-8") as file:
        json.dump(entries, file)


write(".", sorted(glob.glob("*.c*") + glob.glob("own/*.cpp") + glob.glob("plain/*.cpp")))
write("errors", sorted(glob.glob("errors/*.cpp")))
