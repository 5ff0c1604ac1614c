# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The operators: each takes away the bound of one site.

A site is a candidate that Tidepool excused because of a bound, with the places
that its notes name. Edits keep the number of lines, so that a mutant's finding
has the line of the original.
"""

import re

from making import Mutant, calls_in, declared, flat, gone, mentions, times64
from timeouts import given_time, race, setters
from tree import IDENTIFIER, LOOPS, Edit, Kind

#: What an excuse says where it is no bound that excuses, with the section of
#: docs/checks that says so: nothing is to be removed there.
EXEMPT = {
    "it waits for a thread of this process": "await-without-timeout: local joins",
    "it is work that was started here": "await-without-timeout: local joins",
    "a loop that waits by design": "await-without-timeout: server loops",
    "the loop around it waits for whatever comes": "await-without-timeout: server loops",
    "clients decide when there is something to fetch": "await-without-timeout: server loops",
    "it stands in a destructor": "await-without-timeout: clean-up",
    "cleans up": "await-without-timeout and unlimited-gather: clean-up",
    "it waits for nothing outside of this process": "await-without-timeout: peers",
    "its clients are processes of this machine": "await-without-timeout: peers",
    "it waits for a child of this process": "await-without-timeout: peers",
    "a fixed number of tasks for a pool": "unbounded-spawn-in-loop: pooled tasks",
    "its message is strict": "the level of its message",
    "it is counted in the gather around it": "unlimited-gather: nested gathers",
    "its tasks are started one by one": "unlimited-gather: judged at the start of each",
    "the task itself takes a permit": "unbounded-spawn-in-loop: coroutines",
    "there is a pool for each item": "oversized-pool: judged at the loop",
}


def capacity(tree, statement, name):
    """The limiter's own constant, where `name` is declared."""
    places = {n.cursor.referenced.location.offset for n in statement.walk()
              if n.cursor.spelling == name and n.kind in (Kind.DECL_REF_EXPR, Kind.MEMBER_REF_EXPR)
              and n.cursor.referenced and n.cursor.referenced.location.file
              and n.cursor.referenced.location.file.name == tree.path}
    for node in tree.nodes:
        if node.kind in (Kind.VAR_DECL, Kind.FIELD_DECL) and node.cursor.location.offset in places:
            match = re.search(r"\b%s\s*[({]\s*(\d+)\s*[)}]" % re.escape(name), tree.code[node.start:node.end])
            if match:
                start = node.start + match.start(1)
                return Edit(start, node.start + match.end(1), "64 * " + match[1]), int(match[1])
    return None


def release_early(tree, site, acquire, vocabulary):
    """X.acquire() stays, and X.release() moves from the task behind the start."""
    name = re.match(r"\s*(?:co_await\s+)?(%s)\s*(?:\.|->)" % IDENTIFIER, tree.code[acquire.start:acquire.end])
    if not name:
        return []
    releases = []
    for call in calls_in(site.statement):
        entries = vocabulary.entries(call.cursor, "limiter")
        if any(e["limiter"].get("does") == "release" for e in entries) and re.match(
                r"%s\b" % name[1], tree.code[call.start:call.end]):
            statement, head = tree.statement(call)
            if statement and not head and statement is not site.statement:
                releases.append(statement)
    if not releases or site.statement.kind == Kind.DECL_STMT and False:
        return []
    edits = [gone(tree, *tree.whole(r)) for r in releases]
    end = tree.whole(site.statement)[1]
    return edits + [Edit(end, end, " " + flat(tree, releases[0].start, releases[0].end) + ";")]


def without_capture(tree, site, name):
    """The task lets go of what the caller holds: the capture of `name`."""
    for node in site.statement.walk():
        if node.kind != Kind.LAMBDA_EXPR:
            continue
        end = tree.closing(node.start)
        body = [n for n in node.children if n.kind == Kind.COMPOUND_STMT]
        if not body or mentions(tree, name, body[-1].start, body[-1].end):
            continue
        inside = tree.code[node.start + 1:end - 1]
        kept = [c for c in re.split(r",(?![^({]*[)}])", inside) if not mentions_text(name, c)]
        if len(kept) < len(re.split(r",(?![^({]*[)}])", inside)):
            return [gone(tree, node.start + 1, end - 1, re.sub(r"\s+", " ", ",".join(kept)).strip())]
    return []


def mentions_text(name, text):
    return re.search(r"\b%s\b" % re.escape(name), text)


def permit(tree, site, node, vocabulary):
    statement, head = tree.statement(node)
    if not statement:
        return
    line = tree.line(node.start)
    if head:
        yield from refusal(tree, site, node)
        return
    variables = declared(statement)
    if variables:
        name = variables[0].cursor.spelling
        function = site.function
        uses = [m for m in mentions(tree, name, function.start, function.end)
                if not statement.start <= m < statement.end]
        capture = without_capture(tree, site, name)
        whole = gone(tree, *tree.whole(statement))
        if not uses:
            yield Mutant("acquire removed", site, [whole], line)
        elif capture:
            yield Mutant("permit freed early", site, capture, line)
            yield Mutant("acquire removed", site, [whole] + capture, line)
        else:
            # moved into another object
            yield Mutant("acquire removed", site, [whole], line)
        return
    if statement is site.statement:
        return
    yield Mutant("acquire removed", site, [gone(tree, *tree.whole(statement))], line)
    early = release_early(tree, site, statement, vocabulary)
    if early:
        yield Mutant("permit freed early", site, early, line)
    name = re.match(r"(?:co_await\s+)?(%s)" % IDENTIFIER, tree.code[statement.start:statement.end])
    grown = name and capacity(tree, statement, name[1])
    if grown:
        yield Mutant("size x 64", site, [grown[0]], line, limit=64 * grown[1])


LEAVES = re.compile(r"\b(continue|break|return|co_return|throw|goto|exit|abort)\b")


def refusal(tree, site, node):
    """The branch that refuses, the loop that waits, or the condition that lets
    only so many past."""
    control = node.up(LOOPS | {Kind.IF_STMT, Kind.CONDITIONAL_OPERATOR})
    while control and control.parent:
        head = tree.head(control) if control.kind != Kind.CONDITIONAL_OPERATOR else None
        if head and head[0] <= node.start < head[1]:
            break
        control = control.parent.up(LOOPS | {Kind.IF_STMT})
    if not control or control.kind == Kind.CONDITIONAL_OPERATOR:
        return
    head = tree.head(control)
    if not head or not head[0] <= node.start < head[1]:
        return
    line = tree.line(node.start)
    inside = control.has(site.statement) and not head[0] <= site.node.start < head[1]
    test = node
    while test.parent and test.parent is not control and test.parent.start >= head[0] and (
            not re.search(r"&&|\|\|", tree.code[test.parent.start:test.parent.end])):
        test = test.parent
    name = {Kind.IF_STMT: "refusal removed"}.get(control.kind, "drain removed")
    if inside:
        if control.kind == Kind.IF_STMT:
            bodies = [c for c in control.children if c.start >= head[1]]
            otherwise = len(bodies) > 1 and bodies[1].has(site.statement)
            yield Mutant(name, site, [gone(tree, test.start, test.end, "false" if otherwise else "true")], line)
        elif control.kind != Kind.CXX_FOR_RANGE_STMT:
            yield Mutant("refusal removed", site, [gone(tree, test.start, test.end, "true")], line)
        return
    if control.kind == Kind.IF_STMT and not LEAVES.search(tree.code[control.start:control.end]):
        name = "drain removed"
    start, end = tree.whole(control)
    bodies = [c for c in control.children if c.start >= head[1]]
    if control.kind == Kind.IF_STMT and len(bodies) > 1:
        yield Mutant(name, site, [gone(tree, control.start, bodies[1].start, "")], line)
    else:
        yield Mutant(name, site, [gone(tree, start, end)], line)


def loop_around(site, node=None):
    """The innermost loop that has the site in its body, and `node` too."""
    loop = site.node.parent.up(LOOPS) if site.node.parent else None
    while loop and node and not loop.has(node):
        loop = loop.parent.up(LOOPS) if loop.parent else None
    return loop


def join(tree, site, node):
    """The wait moves behind the loop."""
    statement, head = tree.statement(node)
    loop = loop_around(site, node)
    if not statement or not loop or head or not loop.parent or loop.parent.kind != Kind.COMPOUND_STMT:
        return
    line = tree.line(node.start)
    inner = statement.up(LOOPS)
    if inner and inner is not loop and loop.has(inner):
        # `for (auto &t : threads) t.join();` at the end of each turn
        words = flat(tree, *tree.whole(inner))
        if words:
            yield Mutant("join moved", site, [
                gone(tree, *tree.whole(inner)), Edit(loop.end, loop.end, " " + words)], line)
        return
    words = flat(tree, statement.start, statement.end)
    if not words:
        return
    names = [v for s in loop.walk() for v in declared(s)]
    for variable in names:
        name = variable.cursor.spelling
        if not mentions_text(name, words) or not loop.has(statement) or statement is variable.parent:
            continue
        kept = "std::vector<%s> kept_tp; " % variable.cursor.type.spelling
        later = re.sub(r"\b%s\b" % name, "one_tp", words)
        end = tree.whole(loop)[1]
        yield Mutant("join moved", site, [
            Edit(loop.start, loop.start, kept),
            gone(tree, *tree.whole(statement), "kept_tp.push_back(std::move(%s));" % name),
            Edit(end, end, " for (auto &one_tp : kept_tp) { %s; }" % later)], line)
        return
    match = re.search(r"(\.|->)\s*(%s)\s*\(\s*\)$" % IDENTIFIER, tree.code[statement.start:statement.end])
    made = [c for c in statement.walk() if match and c.end == statement.start + match.start()
            and c.start == statement.start]
    if made:
        kind = made[0].cursor.type.spelling
        yield Mutant("join moved", site, [
            Edit(loop.start, loop.start, "std::vector<%s> kept_tp; " % kind),
            Edit(statement.start, statement.start, "kept_tp.push_back("),
            Edit(statement.start + match.start(), statement.end, ")"),
            Edit(loop.end, loop.end, " for (auto &one_tp : kept_tp) one_tp.%s();" % match[2])],
            line)


def dropped(tree, site, node):
    """What waits at the end of its scope is kept until after the loop."""
    loop = loop_around(site, node)
    variable = node.up({Kind.VAR_DECL}) or next(
        (v for s in site.statement.walk() for v in declared(s)), None)
    if not loop or not variable or not loop.parent or loop.parent.kind != Kind.COMPOUND_STMT:
        return
    body = loop.children[-1]
    if body.kind != Kind.COMPOUND_STMT or not body.has(variable):
        return
    kind = variable.cursor.type.spelling
    statement, _ = tree.statement(variable)
    end = tree.whole(site.statement if site.statement.parent is statement.parent else statement)[1]
    end = body.end - 1 if statement.parent is body else end
    yield Mutant("join moved", site, [
        Edit(loop.start, loop.start, "std::vector<%s> kept_tp; " % kind),
        Edit(end, end, " kept_tp.push_back(std::move(%s));" % variable.cursor.spelling)],
        tree.line(variable.start))


def grown_loop(tree, site):
    """64 times as many turns of a loop that counts to a number."""
    loop = loop_around(site)
    while loop and loop.kind != Kind.FOR_STMT:
        loop = loop.parent.up(LOOPS) if loop.parent else None
    if not loop:
        return
    head = tree.head(loop)
    compares = [n for n in loop.walk() if n.kind == Kind.BINARY_OPERATOR and len(n.children) == 2
                and head[0] <= n.start < head[1]
                and re.search(r"<=?|!=", tree.code[n.children[0].end:n.children[1].start])]
    if compares:
        limit = compares[0].children[1]
        yield Mutant("size x 64", site, [times64(tree, limit.start, limit.end)], tree.line(limit.start))


def pool(tree, site, vocabulary):
    for call in calls_in(site.statement):
        for entry in vocabulary.entries(call.cursor, "pool"):
            size = entry["pool"].get("size")
            pieces = tree.arguments(call)
            # "The number is only a cap", says the page.
            if size is not None and size < len(pieces) and not re.search(
                    r"\b(?:min|qMin|MIN)\b", tree.code[slice(*pieces[size])]):
                yield Mutant("size x 64", site, [times64(tree, *pieces[size])], tree.line(pieces[size][0]))
                return


def gather(tree, site, vocabulary):
    for call in calls_in(site.statement):
        if tree.line(call.start) != site.line:
            continue
        name, pieces = call.cursor.spelling, tree.arguments(call)
        for (limited, index), instead in vocabulary.unlimited.items():
            if limited != name or index >= len(pieces) or len(pieces) < index + 1:
                continue
            entries = [e for e in vocabulary.entries(call.cursor, "gather")
                       if e["gather"].get("limit") == index]
            at = [m for m in mentions(tree, name, call.start, pieces[0][0])]
            if not entries or not at or len(pieces) < entries[0].get("min-arguments", 0):
                continue
            # A number of elements below the limit is the bound in force.
            within, limit = re.match(r"at most (\d+) ", site.why), tree.code[slice(*pieces[index])].strip()
            if within and limit.isdigit() and int(within[1]) < int(limit):
                return
            start, end = pieces[index]
            if index:
                start = pieces[index - 1][1]
            yield Mutant("unlimited gather", site, [
                Edit(at[-1], at[-1] + len(name), instead), gone(tree, start, end, "")], tree.line(start))
            yield Mutant("size x 64", site, [times64(tree, *pieces[index])], tree.line(start))
            return
        for entry in vocabulary.entries(call.cursor, "gather"):
            limit = entry["gather"].get("limit")
            if limit is not None and limit < len(pieces):
                yield Mutant("size x 64", site, [times64(tree, *pieces[limit])], tree.line(pieces[limit][0]))
                return


def mutants(tree, site, vocabulary):
    """All that the operators make of `site`, in a fixed order."""
    made = []
    if any(words in site.why for words in EXEMPT):
        return made
    if site.check == "oversized-pool":
        if site.why.startswith("at most") or any("as many as" in n[2] for n in site.notes):
            made += pool(tree, site, vocabulary)
            if not made:
                made += grown_loop(tree, site)
    elif site.check == "unlimited-gather":
        made += gather(tree, site, vocabulary)
    elif site.check == "await-without-timeout":
        made += given_time(tree, site, vocabulary)
        made += setters(tree, site, vocabulary)
        made += race(tree, site)
    for line, column, words in site.notes:
        node = tree.at(tree.offset(line, column))
        if not node:
            continue
        if "permit" in words:
            made += permit(tree, site, node, vocabulary)
        elif "refused here" in words:
            made += refusal(tree, site, node)
        elif "waited for here" in words or "waited for where it starts" in words:
            # Lazy tasks start where they are awaited, wherever that is.
            if site.check != "unlimited-gather":
                made += join(tree, site, node)
        elif "ends with each turn" in words or "handle is dropped" in words:
            made += dropped(tree, site, node)
        elif "waits here once" in words:
            statement, head = tree.statement(node)
            around = node.up({Kind.IF_STMT, Kind.WHILE_STMT})
            if head or around and loop_around(site) and loop_around(site).has(around) and (
                    around is not loop_around(site)):
                start, end = tree.whole(statement if head else around)
                made.append(Mutant("drain removed", site, [gone(tree, start, end)], line))
            elif statement and statement is not site.statement:
                made.append(Mutant("drain removed", site, [gone(tree, *tree.whole(statement))], line))
    if site.check == "unbounded-spawn-in-loop" and not made:
        if site.why.startswith("at most") or any("as many as" in n[2] for n in site.notes):
            made += grown_loop(tree, site)
    return [m for m in made if not any(e.end < e.start for e in m.edits)]
