# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Bars on a logarithmic scale, as SVG."""

import html
import math
import statistics

SHOWN = [
    "run-clang-tidy with the plugin",
    "whole project, cold, all of these",
    "whole project, cold, --no-prefilter",
    "whole project, cold",
    "a lone unit",
    "units without a word of the vocabulary",
    "run after one source changed",
    "second run, nothing changed",
]
COLOURS = ["#2a6f97", "#e09f3e", "#6a994e", "#9e2a2b"]
LEFT, WIDTH, BAR, GAP, TOP = 270, 420, 11, 12, 46
LEAST, MOST = 0.0005, 20


def place(value):
    part = math.log(max(value, LEAST) / LEAST) / math.log(MOST / LEAST)
    return LEFT + WIDTH * min(part, 1)


def bars(benches):
    """Of project -> row -> ratios."""
    rows = [row for row in SHOWN if any(row in each for each in benches.values())]
    high = TOP + len(rows) * (len(benches) * BAR + GAP) + 24
    out = [
        '<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" '
        'font-family="sans-serif" font-size="11">' % (LEFT + WIDTH + 70, high),
        '<rect width="100%" height="100%" fill="white"/>',
        '<text x="8" y="16" font-size="13">CPU time as a ratio to '
        "clang++ -fsyntax-only of the same units (logarithmic)</text>",
    ]
    for index, name in enumerate(benches):
        at = 8 + index * 150
        out.append('<rect x="%d" y="24" width="10" height="10" fill="%s"/>' % (at, COLOURS[index % 4]))
        out.append('<text x="%d" y="33">%s</text>' % (at + 14, html.escape(name)))
    for mark in (0.001, 0.01, 0.1, 1, 10):
        at = place(mark)
        line = "black" if mark == 1 else "#ccc"
        out.append('<line x1="%.1f" y1="%d" x2="%.1f" y2="%d" stroke="%s"/>'
                   % (at, TOP - 6, at, high - 18, line))
        out.append('<text x="%.1f" y="%d" text-anchor="middle">%g</text>' % (at, high - 6, mark))
    top = TOP
    for row in rows:
        out.append('<text x="%d" y="%.1f" text-anchor="end">%s</text>' % (
            LEFT - 8, top + len(benches) * BAR / 2 + 4, html.escape(row)))
        for index, each in enumerate(benches.values()):
            if row in each:
                value = statistics.median(each[row])
                end = place(value)
                out.append('<rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>' % (
                    LEFT, top, end - LEFT, BAR - 1, COLOURS[index % 4]))
                out.append('<text x="%.1f" y="%d" font-size="9">%.3g</text>' % (
                    end + 3, top + BAR - 2, value))
            top += BAR
        top += GAP
    out.append("</svg>")
    return "\n".join(out) + "\n"
