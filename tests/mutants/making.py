# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A site, a mutant of it, and what the operators make edits with."""

import re
from dataclasses import dataclass, field

from tree import Edit, Kind


@dataclass
class Site:
    check: str
    line: int
    column: int
    why: str
    notes: list = field(default_factory=list)  # (line, column, words)
    node: object = None
    statement: object = None
    function: object = None
    library: str = ""


@dataclass
class Mutant:
    operator: str
    site: Site
    edits: list
    place: int  # the line of what was removed
    limit: int = 0  # of a number that was multiplied


def gone(tree, start, end, instead=";"):
    return Edit(start, end, instead + "\n" * tree.text.count("\n", start, end))


def flat(tree, start, end):
    return re.sub(r"\s+", " ", tree.code[start:end]) if "#" not in tree.code[start:end] else None


def mentions(tree, name, start, end):
    return [start + m.start() for m in re.finditer(r"\b%s\b" % re.escape(name), tree.code[start:end])]


def calls_in(node):
    return [n for n in node.walk() if n.kind == Kind.CALL_EXPR]


def declared(statement):
    return [n for n in statement.children if n.kind == Kind.VAR_DECL] if (
        statement.kind == Kind.DECL_STMT) else []


def times64(tree, start, end):
    piece = tree.text[start:end]
    head = len(piece) - len(piece.lstrip())
    return Edit(start, end, piece[:head] + "64 * (" + piece.strip() + ")")
