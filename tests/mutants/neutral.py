# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Edits that change nothing: what Tidepool says must stay.

Each new name ends in _tp, which is taken off before messages are compared; a
rename keeps the words of a name, since these are heard (docs/checks).
"""

import re

from making import calls_in, mentions
from operators import loop_around
from tree import FUNCTIONS, IDENTIFIER, Edit, Kind

OWNERS = FUNCTIONS | {Kind.LAMBDA_EXPR}


def construct(text, place):
    """The name of what is called, or made, at `place`."""
    chain = re.compile(r"(?:[\w:.]|->|\s(?=\w+\s*[({]))+").match(text, place)
    names = re.findall(r"\w+", chain[0]) if chain else []
    return names[-1] if names else text[place:place + 8]


def variables(tree, scope, within):
    """The variables of `within` that `scope` mentions: name -> declaration."""
    found = {}
    for node in scope.walk():
        if node.kind != Kind.DECL_REF_EXPR or not node.cursor.referenced:
            continue
        declaration = node.cursor.referenced
        if declaration.kind in (Kind.VAR_DECL, Kind.PARM_DECL) and (
                within.start <= declaration.location.offset < within.end) and (
                declaration.location.file and declaration.location.file.name == tree.unit.spelling):
            found.setdefault(declaration.spelling, declaration)
    return found


def plain(tree, name, scope):
    """Each mention of `name` in `scope`; none where one may be another thing."""
    places = mentions(tree, name, scope.start, scope.end)
    owners = [n for n in scope.walk() if n.cursor.spelling == name
              and n.kind in (Kind.VAR_DECL, Kind.PARM_DECL, Kind.FIELD_DECL)]
    for place in places:
        if re.search(r"(\.|->|::)\s*$", tree.code[max(0, place - 4):place]):
            return []
    return places if len(owners) == 1 else []


def rename(tree, site):
    for name in sorted(variables(tree, site.statement, site.function)):
        places = plain(tree, name, site.function)
        if places:
            yield "rename", [Edit(p, p + len(name), name + "_tp") for p in places]
            return


def alias(tree, site):
    statement = site.statement
    if statement.kind == Kind.DECL_STMT or statement.parent.kind != Kind.COMPOUND_STMT:
        return
    lambdas = [n for n in statement.walk() if n.kind == Kind.LAMBDA_EXPR]
    for call in calls_in(statement):
        match = re.match(r"(%s)\s*(\.|->)" % IDENTIFIER, tree.code[call.start:call.end])
        if match and match[1] != "this" and not any(n.has(call) for n in lambdas):
            start, name = call.start, match[1]
            yield "alias", [
                Edit(statement.start, statement.start, "auto &%s_tp = %s; " % (name, name)),
                Edit(start, start + len(name), name + "_tp")]
            return


def using(tree, site):
    statement = site.statement
    if statement.parent.kind != Kind.COMPOUND_STMT:
        return
    match = re.search(r"\b((?:%s::)+)(%s)\b(?=\s*[({]|\s+%s\s*[({;])" % (IDENTIFIER, IDENTIFIER, IDENTIFIER),
                      tree.code[statement.start:statement.end])
    if not match:
        return
    start, end = statement.start + match.start(), statement.start + match.end()
    kinds = [n.kind for n in tree.nodes if n.start >= start and n.end <= end]
    if Kind.TYPE_REF in kinds:
        words, instead = "using %s_tp = %s; " % (match[2], match[0]), match[2] + "_tp"
    elif Kind.NAMESPACE_REF in kinds:
        words, instead = "using %s; " % match[0], match[2]
    else:
        return
    yield "using", [Edit(statement.start, statement.start, words), Edit(start, end, instead)]


def free(function):
    """A function outside of classes and templates, so that another can stand
    before it."""
    parent = function.cursor.semantic_parent
    return function.kind == Kind.FUNCTION_DECL and function.parent is None or (
        function.parent is not None and function.parent.kind == Kind.NAMESPACE
        and parent.kind == Kind.NAMESPACE and function.kind == Kind.FUNCTION_DECL)


def extract(tree, site):
    statement, function = site.statement, site.function
    if not free(function) or statement.kind == Kind.DECL_STMT or (
            statement.parent.kind != Kind.COMPOUND_STMT):
        return
    code = tree.code[statement.start:statement.end]
    lambdas = [n for n in statement.walk() if n.kind == Kind.LAMBDA_EXPR]
    outside = code
    for node in lambdas:
        outside = outside.replace(tree.code[node.start:node.end], "")
    if re.search(r"\b(return|break|continue|goto|this|co_await|co_return|co_yield|case)\b|#", outside):
        return
    known = variables(tree, statement, function)
    own = {n.cursor.spelling for n in statement.walk() if n.kind in (Kind.VAR_DECL, Kind.PARM_DECL)}
    parameters = []
    for name, declaration in sorted(known.items()):
        if name in own:
            continue
        kind = declaration.type.spelling
        if "(" in kind or "[" in kind or "auto" in kind or declaration.storage_class.name == "STATIC":
            return
        parameters.append("%s %s" % (kind, name) if kind.endswith("&") else "%s &%s" % (kind, name))
    arguments = [p.rsplit(" ", 1)[1].lstrip("&") for p in parameters]
    start, end = tree.whole(statement)
    # The call is the construct from now on, and so has its name.
    name = construct(tree.code, site.node.start) + "_tp"
    yield "extract a function", [
        Edit(function.start, function.start, "static void %s(%s) {\n%s\n}\n" % (
            name, ", ".join(parameters), tree.text[start:end])),
        Edit(start, end, "%s(%s);" % (name, ", ".join(arguments)))]


def functor(tree, site):
    statement = site.statement
    if statement.parent.kind != Kind.COMPOUND_STMT:
        return
    for node in statement.walk():
        if node.kind != Kind.LAMBDA_EXPR:
            continue
        inside = tree.code[node.start + 1:tree.closing(node.start) - 1]
        bodies = [n for n in node.children if n.kind == Kind.COMPOUND_STMT]
        if not bodies or "this" in inside or "=" in inside.replace("=", "", inside.strip() == "="):
            return
        body = bodies[-1]
        known = {n: d for n, d in variables(tree, body, site.function).items()
                 if not node.start <= d.location.offset < node.end}
        default = inside.strip()[:1] if re.match(r"\s*[&=]\s*(,|$)", inside) else ""
        explicit = {c.strip().lstrip("&").strip(): c.strip().startswith("&")
                    for c in inside.split(",") if c.strip() not in ("", "&", "=")}
        fields, values = [], []
        for name in sorted(set(known) | set(explicit)):
            if name not in known or (name not in explicit and not default):
                if name in explicit:
                    return
                continue
            reference = explicit.get(name, default == "&")
            kind = known[name].type.spelling
            if "(" in kind or "[" in kind or "auto" in kind:
                return
            kind = re.sub(r"\s*&+$", "", kind)
            if not reference:
                kind = re.sub(r"^const ", "", kind)
            fields.append("%s%s%s;" % (kind, " &" if reference else " ", name))
            values.append(name)
        between = tree.text[tree.closing(node.start):body.start].strip() or "()"
        if "auto" in between:
            return
        close = between.rfind(")") + 1 if ")" in between else 0
        tail = between[close:]
        constant = "" if "mutable" in tail else " const"
        result = re.search(r"->\s*(.+)$", tail)
        name = "Functor%d_tp" % node.start
        yield "lambda to functor", [
            Edit(statement.start, statement.start, "struct %s { %s auto operator()%s%s%s %s }; " % (
                name, " ".join(fields), between[:close], constant,
                " -> " + result[1] if result else "", tree.text[body.start:body.end])),
            Edit(node.start, node.end, "%s{%s}" % (name, ", ".join(values)))]
        return


def index_loop(tree, site):
    loop = loop_around(site)
    while loop and loop.kind != Kind.CXX_FOR_RANGE_STMT:
        loop = loop_around(type(site)(site.check, 0, 0, "", node=loop))
    if not loop:
        return
    start, end = tree.head(loop)
    colon = re.search(r"(?<!:):(?!:)", tree.code[start:end])
    body = loop.children[-1]
    if not colon or ";" in tree.code[start:end]:
        return
    element = tree.text[start + 1:start + colon.start()].strip()
    spread = tree.text[start + colon.end():end - 1].strip()
    if not re.fullmatch(r"[\w.]+(->[\w.]+)*", spread):
        return
    yield "range-for to index loop", [
        Edit(start + 1, end - 1, "decltype(%s.size()) at_tp = 0; at_tp < %s.size(); ++at_tp" % (
            spread, spread)),
        Edit(body.start, body.start, "{ %s = %s[at_tp]; " % (element, spread)),
        Edit(tree.whole(body)[1], tree.whole(body)[1], " }")]


def macro(tree, site):
    match = re.compile(r"(?:[\w:]+\s*(?:\.|->)\s*|%s::)*(%s)\s*[({]" % (IDENTIFIER, IDENTIFIER)).match(
        tree.code, site.node.start)
    if match:
        name = match[1]
        top = site.function
        while top.parent:
            top = top.parent
        yield "macro", [
            Edit(top.start, top.start, "\n#define %s_tp %s\n" % (name, name)),
            Edit(match.start(1), match.end(1), name + "_tp")]


def template(tree, site):
    function = site.function
    if not free(function) or function.cursor.spelling == "main" or "extern" in tree.code[
            function.start:function.start + 8]:
        return
    cursor = function.cursor
    kinds = [a.type.spelling for a in cursor.get_arguments()]
    if any("(" in k or "[" in k for k in kinds) or not any(
            c.kind == Kind.COMPOUND_STMT for c in function.children):
        return
    end = function.end
    yield "template", [
        Edit(function.start, function.start, "template <int Number_tp = 0> "),
        Edit(end, end, "\ntemplate %s %s<0>(%s);" % (
            cursor.result_type.spelling, cursor.spelling, ", ".join(kinds)))]


KINDS = (rename, alias, using, extract, functor, index_loop, macro, template)


def neutral(tree, site):
    for kind in KINDS:
        for name, edits in kind(tree, site):
            yield name, edits
