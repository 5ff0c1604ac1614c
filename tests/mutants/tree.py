# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""One parsed file, with parents: what the operators edit is what Clang says.

Offsets are bytes; the text is read as Latin-1, so that a letter is a byte.
"""

import bisect
import ctypes
import glob
import os
import re
from dataclasses import dataclass

import yaml
from clang import cindex
from clang.cindex import CursorKind as Kind

LOOPS = {Kind.FOR_STMT, Kind.WHILE_STMT, Kind.DO_STMT, Kind.CXX_FOR_RANGE_STMT}
FUNCTIONS = {
    Kind.FUNCTION_DECL, Kind.CXX_METHOD, Kind.CONSTRUCTOR, Kind.DESTRUCTOR, Kind.FUNCTION_TEMPLATE,
    Kind.CONVERSION_FUNCTION,
}
IDENTIFIER = r"[A-Za-z_]\w*"


@dataclass(frozen=True, order=True)
class Edit:
    start: int
    end: int
    text: str


def apply(text, edits):
    """None where two of them overlap."""
    pieces, at = [], 0
    for edit in sorted(set(edits)):
        if edit.start < at:
            return None
        pieces += [text[at:edit.start], edit.text]
        at = edit.end
    return "".join(pieces) + text[at:]


#: The headers are parsed once, however many texts are tried.
KEEP_PREAMBLE = cindex.TranslationUnit.PARSE_PRECOMPILED_PREAMBLE | 0x100


def offset_of(location):
    """Where it is written in the file: an argument of a macro where it stands,
    what a macro makes where the macro is used."""
    offset = ctypes.c_uint()
    cindex.conf.lib.clang_getFileLocation(location, None, None, None, ctypes.byref(offset))
    return offset.value


class Node:
    def __init__(self, cursor, parent):
        self.cursor, self.parent, self.children = cursor, parent, []
        self.kind = cursor.kind
        extent = cursor.extent
        self.start, self.end = offset_of(extent.start), offset_of(extent.end)

    def up(self, kinds):
        """The nearest ancestor, or the node itself, of one of `kinds`."""
        node = self
        while node and node.kind not in kinds:
            node = node.parent
        return node

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def has(self, other):
        return self.start <= other.start and other.end <= self.end


def masked(text):
    """The text with comments and the insides of literals blanked."""
    pattern = r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\''

    def blank(match):
        return re.sub(r"[^\n]", " ", match[0]) if match[0][0] == "/" else (
            match[0][0] + re.sub(r"[^\n]", "_", match[0][1:-1]) + match[0][-1])

    return re.sub(pattern, blank, text, flags=re.S)


class Tree:
    def __init__(self, path, arguments, directory, text):
        self.text = text
        self.code = masked(self.text)
        self.lines = [0] + [match.end() for match in re.finditer("\n", self.text)]
        self.path, self.directory = path, directory
        before = os.getcwd()
        os.chdir(directory)
        try:
            self.unit = cindex.Index.create().parse(
                path, arguments, [(path, text.encode("latin-1"))], options=KEEP_PREAMBLE)
        finally:
            os.chdir(before)
        self.nodes = []
        for cursor in self.unit.cursor.get_children():
            place = cursor.extent.start.file
            if place and os.path.realpath(place.name) == os.path.realpath(path):
                self._add(cursor, None)

    def errors(self, text):
        """Where the file does not compile with this text; -1 in a header. The
        nodes are lost by asking."""
        before = os.getcwd()
        os.chdir(self.directory)
        try:
            self.unit.reparse([(self.path, text.encode("latin-1"))])
        finally:
            os.chdir(before)
        return [
            d.location.offset if d.location.file and d.location.file.name == self.path else -1
            for d in self.unit.diagnostics if d.severity >= d.Error
        ]

    def _add(self, cursor, parent):
        node = Node(cursor, parent)
        if node.end <= node.start or (parent and not parent.has(node)):
            return
        self.nodes.append(node)
        if parent:
            parent.children.append(node)
        for child in cursor.get_children():
            self._add(child, node)

    def offset(self, line, column):
        return self.lines[line - 1] + column - 1

    def line(self, offset):
        return bisect.bisect_right(self.lines, offset)

    def of(self, node):
        return self.text[node.start:node.end]

    def at(self, offset):
        """The outermost expression that begins at `offset`, else the innermost
        node around it."""
        exact = [n for n in self.nodes if n.start == offset and n.kind != Kind.COMPOUND_STMT
                 and not n.kind.is_statement()]
        if exact:
            return exact[0]
        around = [n for n in self.nodes if n.start <= offset < n.end]
        return min(around, key=lambda n: n.end - n.start) if around else None

    def function(self, node):
        return node.up(FUNCTIONS) if node else None

    def statement(self, node):
        """The statement that `node` is a part of; and, where that is an `if` or
        a loop, whether the node stands in its head."""
        control = LOOPS | {Kind.IF_STMT, Kind.SWITCH_STMT}
        while node.parent:
            parent = node.parent
            if parent.kind in (Kind.COMPOUND_STMT, Kind.CASE_STMT, Kind.DEFAULT_STMT):
                return node, False
            if parent.kind in control:
                head = self.head(parent)
                inside = head and head[0] <= node.start < head[1]
                return (parent, True) if inside else (node, False)
            if parent.kind == Kind.LAMBDA_EXPR and node.kind == Kind.COMPOUND_STMT:
                return node, False
            node = parent
        return None, False

    def head(self, control):
        """Where the parentheses of an `if` or a loop begin and end."""
        if control.kind == Kind.DO_STMT:
            start = self.code.rfind("(", control.start, control.end)
            match = re.search(r"\bwhile\s*\(", self.code[control.children[0].end:control.end])
            start = control.children[0].end + match.end() - 1 if match else start
        else:
            start = self.code.find("(", control.start, control.end)
        return (start, self.closing(start)) if start >= 0 else None

    def closing(self, start):
        """Behind the bracket that closes the one at `start`."""
        depth = 0
        for at in range(start, len(self.code)):
            depth += (self.code[at] in "([{") - (self.code[at] in ")]}")
            if not depth:
                return at + 1
        return len(self.code)

    def whole(self, statement):
        """The statement with its semicolon."""
        match = re.match(r"\s*;", self.code[statement.end:])
        if self.code[statement.end - 1] in ";}" or not match:
            return statement.start, statement.end
        return statement.start, statement.end + match.end()

    def arguments(self, call):
        """Where the arguments of a call stand, by its brackets."""
        inner = [(n.start, n.end) for n in call.children]
        at = self.code.rfind(")", call.start, call.end)
        if call.end and self.code[call.end - 1] not in ")}":
            return []
        at, depth, start = call.end - 1, 0, None
        while at >= call.start:
            depth += (self.code[at] in ")]}") - (self.code[at] in "([{")
            if not depth:
                start = at
                break
            at -= 1
        if start is None or not inner:
            return []
        pieces, depth, first = [], 0, start + 1
        for at in range(start + 1, call.end):
            letter = self.code[at]
            if (letter == "," and not depth) or at == call.end - 1:
                if self.code[first:at].strip():
                    pieces.append((first, at))
                first = at + 1
            # Template arguments have commas, too; such a call is left alone.
            depth += (letter in "([{") - (letter in ")]}")
        return pieces


def qualified(cursor):
    names = []
    while cursor and cursor.kind != Kind.TRANSLATION_UNIT:
        if cursor.spelling and "(" not in cursor.spelling[:1]:
            names.append(cursor.spelling)
        cursor = cursor.semantic_parent
    return "::".join(reversed(names))


def keyed(value):
    """YAML takes the key `on` for true."""
    if isinstance(value, list):
        return [keyed(one) for one in value]
    if isinstance(value, dict):
        return {"on" if key is True else key: keyed(one) for key, one in value.items()}
    return value


class Vocabulary:
    """The entries, by the last part of their name: what is set, taken, waited."""

    def __init__(self, folder):
        self.by_name = {}
        self.unlimited = {}
        for path in sorted(glob.glob(os.path.join(folder, "*.yaml"))):
            with open(path, encoding="utf-8") as file:
                self.add(os.path.basename(path)[:-5], yaml.safe_load(file)["entries"])

    def add(self, library, entries):
        for entry in map(keyed, entries):
            entry["of"] = library
            for name in self._names(entry):
                self.by_name.setdefault(name.split("::")[-1], []).append((name, entry))
            gather = entry.get("gather") or {}
            if gather.get("limited"):
                for name in self._names(entry):
                    key = (gather["limited"].split("::")[-1], gather["limited-at"])
                    self.unlimited[key] = name.split("::")[-1]

    @staticmethod
    def _names(entry):
        def many(value):
            return value if isinstance(value, list) else [value] if value else []

        for name in many(entry.get("function")):
            yield name
        for name in many(entry.get("class")):
            members = many(entry.get("member"))
            for member in members:
                yield name + "::" + member
            if not members:
                yield name

    def entries(self, cursor, role=None):
        """The entries that may be meant by a call or a construction."""
        declaration = cursor.referenced
        name = qualified(declaration) if declaration else cursor.spelling
        name = re.sub(r"<.*?>", "", name)
        parts = name.split("::")
        if declaration and declaration.kind == Kind.CONSTRUCTOR:
            parts = parts[:-1]
        # A lambda's class has no name.
        if not parts:
            return []
        found = []
        for known, entry in self.by_name.get(parts[-1], []):
            theirs = known.split("::")
            same = theirs[0] == parts[0] if len(theirs) > 1 and len(parts) > 1 else True
            if same and (len(theirs) > 1) == (len(parts) > 1) and (not role or entry.get(role)):
                found.append(entry)
        return found
