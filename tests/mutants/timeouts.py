# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The operators that take away what bounds a wait: the time that it is given, what was
set before it, and what races it."""

import re
from dataclasses import replace

from making import Mutant, calls_in, gone, mentions
from tree import FUNCTIONS, Edit, Kind


def no_time(tree, call, entry):
    """Says in a call that it waits for ever."""
    time, none = entry["deadline"].get("time"), entry["deadline"].get("none")
    pieces = tree.arguments(call)
    if time is None or time >= len(pieces):
        return None
    start, end = pieces[time]
    if none is not None:
        words = tree.code[start:end].strip()
        if none == 0 and ("&" in words or "NULL" in words or not re.fullmatch(r"[\w.\s:]+", words)):
            return Edit(start, end, " 0")
        return Edit(start, end, (" " if start and tree.text[start] == " " else "") + str(none))
    return None


def holds(tree, call, when):
    """Is a condition of an entry met, as far as the call's text shows it?"""
    pieces, argument = tree.arguments(call), when.get("argument", 0)
    if argument == "result":
        return True
    argument = len(pieces) - 1 if argument == "last" else argument
    if not 0 <= argument < len(pieces):
        return False
    start, end = pieces[argument]
    if "flag" in when:
        words = re.sub(r"\s", "", tree.code[start:end])
        # blocks ? flags & ~O_NONBLOCK : flags | O_NONBLOCK
        return when["flag"] in words and "|" + when["flag"].lstrip("~") not in words.replace(
            "|" + when["flag"], "")
    if "type" in when:
        given = [n for n in call.walk() if n.start >= start and n.end <= end]
        types = [when["type"]] if isinstance(when["type"], str) else when["type"]
        return any(one in n.cursor.type.spelling for n in given for one in types)
    return True


def sets(tree, call, vocabulary):
    """What a call does to later waits: "set" one way or another, or "ready"."""
    for entry in vocabulary.entries(call.cursor):
        if not all(holds(tree, call, when) for when in entry.get("when", [])):
            continue
        deadline = entry.get("deadline")
        if not deadline or deadline is True or deadline.get("does") in ("perhaps", "never"):
            return None, None
        keys = deadline.get("keys", []) + deadline.get("later-keys", [])
        if keys and not any(key in tree.text[call.start:call.end] for key in keys):
            return None, None
        if deadline.get("does") == "ready":
            return "ready", entry
        if deadline.get("on", "result") != "result":
            return "set", entry
    return None, None


def assigned(tree, site, vocabulary):
    """The members that say a time, and the statements that assign them."""
    for node in site.function.walk():
        if node.kind != Kind.MEMBER_REF_EXPR or node.start > site.node.start:
            continue
        entries = vocabulary.entries(node.cursor, "deadline")
        statement, head = tree.statement(node)
        if entries and statement and not head and entries[0]["deadline"].get("does") is None and re.match(
                r"\s*=[^=]", tree.code[node.end:statement.end]):
            yield node, statement


def connected(tree, function):
    """Those that lead to `function`, what all of these lead to, and all of their
    class."""
    all_of = [n for n in tree.nodes if n.kind in FUNCTIONS]
    known = {}
    for one in all_of:
        for node in one.walk():
            if node.kind in (Kind.DECL_REF_EXPR, Kind.MEMBER_REF_EXPR, Kind.CALL_EXPR):
                known.setdefault(one.start, set()).add(node.cursor.spelling)

    def names(one):
        return known.get(one.start, set())

    def closure(found, leads):
        while True:
            more = [one for one in all_of if one not in found and any(leads(one, other) for other in found)]
            if not more:
                return found
            found = found + more

    owner = function.cursor.semantic_parent
    kin = [one for one in all_of if one.cursor.spelling and owner and one.cursor.semantic_parent == owner
           and owner.kind not in (Kind.NAMESPACE, Kind.TRANSLATION_UNIT)]
    up = closure(kin + [function], lambda one, other: other.cursor.spelling in names(one))
    return closure(up, lambda one, other: one.cursor.spelling in names(other))


def elsewhere(tree, site, vocabulary):
    for function in connected(tree, site.function):
        if function is site.function:
            continue
        there = replace(site, node=max(function.walk(), key=lambda n: n.start), function=function)
        for member, statement in assigned(tree, there, vocabulary):
            yield member, [gone(tree, *tree.whole(statement))]
        for call in calls_in(function):
            does, entry = sets(tree, call, vocabulary)
            statement, head = tree.statement(call)
            if does == "set" and entry["of"] == site.library and statement and not head and (
                    statement.kind in (Kind.CALL_EXPR, Kind.UNEXPOSED_EXPR)):
                yield call, [gone(tree, *tree.whole(statement))]


def setters(tree, site, vocabulary):
    """All that bounds what the function of the site waits for, before it: what
    the vocabulary knows, and calls of functions of this file that do it. Where
    that is nothing, what does so in the functions that it is connected with."""
    found, ready = [], []
    helpers = {}
    for node in tree.nodes:
        if node.kind in FUNCTIONS and not node.has(site.node):
            helpers[node.cursor.location.offset] = node
    for member, statement in assigned(tree, site, vocabulary):
        found.append((member, [gone(tree, *tree.whole(statement))]))
    for call in calls_in(site.function) if site.function else []:
        if call.start > site.node.start or call.has(site.node) and call.end == site.node.end:
            continue
        does, entry = sets(tree, call, vocabulary)
        callee = call.cursor.referenced
        definition = callee.get_definition() if callee else None
        if not does and definition and definition.location.file and (
                definition.location.file.name == tree.path):
            helper = helpers.get(definition.location.offset)
            for inner in calls_in(helper) if helper else []:
                does = does or sets(tree, inner, vocabulary)[0]
        statement, head = tree.statement(call)
        if not does or not statement or statement is site.statement and does == "set":
            continue
        if does == "ready" and entry:
            edit = no_time(tree, call, entry)
            if edit:
                ready.append((call, [edit]))
        elif head or statement.kind not in (Kind.CALL_EXPR, Kind.UNEXPOSED_EXPR):
            # Asked whether it succeeded: as if it had.
            if entry and entry["of"] in ("posix", "libcurl", "zeromq", "hiredis", "mysql"):
                success = "(CURLcode)0" if entry["of"] == "libcurl" else "0"
                found.append((call, [gone(tree, call.start, call.end, success)]))
            elif not entry and does == "ready":
                found.append((call, [gone(tree, call.start, call.end, "true")]))
        else:
            found.append((call, [gone(tree, *tree.whole(statement))]))
    if not found and not ready and "is set on it" in site.why:
        found += elsewhere(tree, site, vocabulary)
    if found:
        yield Mutant("setter removed", site, sorted({e for _, edits in found for e in edits}),
                     tree.line(found[0][0].start))
    if ready:
        yield Mutant("timeout dropped", site, sorted({e for _, edits in ready for e in edits}),
                     tree.line(ready[0][0].start))


def given_time(tree, site, vocabulary):
    for call in calls_in(site.statement):
        if tree.line(call.start) != site.line and call is not site.node:
            continue
        name, pieces = call.cursor.spelling, tree.arguments(call)
        for entry in vocabulary.entries(call.cursor, "deadline"):
            if entry["deadline"] is not True and (
                    entry["deadline"].get("on") is None or entry["deadline"].get("does") == "ready"):
                edit = no_time(tree, call, entry)
                if edit:
                    yield Mutant("timeout dropped", site, [edit], tree.line(edit.start))
                    return
        timeless = re.sub(r"(WithTimeout|_for|_until|_timeout|_timed)$", "", name)
        at = mentions(tree, name, call.start, call.end)
        if timeless != name and at and pieces:
            start = pieces[-1][0] if len(pieces) == 1 else pieces[-2][1]
            yield Mutant("timeout dropped", site, [
                Edit(at[-1], at[-1] + len(name), timeless), gone(tree, start, pieces[-1][1], "")],
                tree.line(start))
            return


def race(tree, site):
    node = site.node
    while node and node.kind != Kind.COMPOUND_STMT:
        code = tree.code[node.start:node.end]
        sides = [c for c in node.children if c.kind.is_expression()]
        if node.kind in (Kind.CALL_EXPR, Kind.BINARY_OPERATOR) and "||" in code and len(sides) >= 2:
            keep = [s for s in sides if s.has(site.node)]
            between = re.search(r"\|\|", tree.code[sides[0].end:])
            if keep and between:
                if keep[0] is sides[0]:
                    yield Mutant("wrapper removed", site, [gone(tree, sides[0].end, node.end, "")],
                                 tree.line(sides[0].end))
                else:
                    yield Mutant("wrapper removed", site, [gone(tree, node.start, keep[0].start, "")],
                                 tree.line(node.start))
                return
        node = node.parent
    for call in calls_in(site.statement):
        pieces = tree.arguments(call)
        if call.cursor.spelling in ("cancel_after", "cancel_at", "bind_cancellation_slot", "with_timeout",
                                    "timeout") and len(pieces) > 1:
            start, end = pieces[-1]
            yield Mutant("wrapper removed", site, [
                gone(tree, call.start, start, ""), gone(tree, end, call.end, "")], tree.line(call.start))
            return
        if call.cursor.spelling in ("cancel_after", "cancel_at") and len(pieces) == 1:
            comma = tree.code.rfind(",", 0, call.start)
            yield Mutant("wrapper removed", site, [gone(tree, comma, call.end, "")], tree.line(call.start))
            return
