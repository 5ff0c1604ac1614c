# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""formats.py FORMAT FILE SCHEMA: fails where the file is not what its format
allows; prints what is in it.
formats.py FORMAT FILE SCHEMA --break: the same of copies that are each wrong in
one way; fails where one of them passes."""

import contextlib
import copy
import io
import json
import re
import sys
import urllib.parse

import jsonschema


def fail(text):
    sys.exit("formats.py: " + text)


def differ(fingerprints):
    print("fingerprints: %d of %d differ" % (len(set(fingerprints)), len(fingerprints)))


def validate(value, schema):
    with open(schema, encoding="utf-8") as file:
        wanted = json.load(file)
    validator = jsonschema.validators.validator_for(wanted)
    validator.check_schema(wanted)
    validator(wanted).validate(value)


# ------------------------------------------------------------------- sarif

# Those of GitHub: what is beyond them it refuses or drops. It wants lines from 1
# on, and no list without items where a place is meant.
LIMITS = {"results": 25000, "rules": 25000, "relatedLocations": 1000, "tags": 10}


def regions(value):
    if isinstance(value, list):
        for item in value:
            yield from regions(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in ("region", "deletedRegion"):
                yield item
            if key in LIMITS and len(item) > LIMITS[key]:
                fail("%d %s" % (len(item), key))
            if key in ("locations", "relatedLocations", "fixes", "codeFlows") and not item:
                fail("no %s in the list" % key)
            yield from regions(item)


def place(location):
    physical = location["physicalLocation"]
    artifact = physical["artifactLocation"]
    if artifact.get("uriBaseId") != "PROJECT" and not artifact["uri"].startswith("file:///"):
        fail("seen from where is %s?" % artifact)
    region = physical["region"]
    path = urllib.parse.unquote(artifact["uri"])
    return "%s:%d:%d" % (path, region["startLine"], region["startColumn"])


def sarif(text, schema):
    log = json.loads(text)
    validate(log, schema)
    for region in regions(log):
        if min(region.values()) < 1:
            fail("a line or column below 1: %s" % region)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    taxonomies = run["taxonomies"]
    for rule in rules:
        for relation in rule.get("relationships", []):
            component = relation["target"]["toolComponent"]
            taxonomy = taxonomies[component["index"]]
            if taxonomy["name"] != component["name"] or relation["target"]["id"] not in [
                taxon["id"] for taxon in taxonomy["taxa"]
            ]:
                fail("no taxon is %s" % relation)
    for result in run["results"]:
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            fail("the index of %s is wrong" % result["ruleId"])
        (where,) = result["locations"]
        print(
            place(where),
            result["level"],
            result["ruleId"],
            result["properties"]["messageId"],
            "in",
            where.get("logicalLocations", [{"fullyQualifiedName": "no function"}])[0][
                "fullyQualifiedName"
            ],
        )
        links = re.findall(r"\]\((\d+)\)", result["message"]["text"])
        related = {str(one["id"]): one for one in result.get("relatedLocations", [])}
        if sorted(links) != sorted(related):
            fail("links %s, related locations %s" % (links, sorted(related)))
        for number, one in related.items():
            print("related", number, place(one))
        for flow in result.get("codeFlows", []):
            for step in flow["threadFlows"][0]["locations"]:
                print("step", place(step["location"]))
        for fix in result.get("fixes", []):
            for change in fix["artifactChanges"]:
                for one in change["replacements"]:
                    print("fix", one["deletedRegion"], repr(one["insertedContent"]["text"]))
    print("rules:", " ".join(rule["id"] for rule in rules))
    print(
        "taxa:", " ".join("%s/%s" % (t["name"], taxon["id"]) for t in taxonomies for taxon in t["taxa"])
    )
    differ([r["partialFingerprints"]["tidepool/v1"] for r in run["results"]])
    print("successful:", run["invocations"][0]["executionSuccessful"])


# ------------------------------------------------------------------ others


def json_(text, schema):
    value = json.loads(text)
    validate(value, schema)
    summary = value["summary"]
    print(
        "version %d, %d findings, %d units"
        % (value["version"], summary["findings"], summary["units"])
    )
    if "leftOut" in summary:
        print("left out", summary["leftOut"])
    for one in value["findings"] + value.get("letGo", []):
        print(
            one.get("kind", ""),
            "%s:%d:%d" % (one["path"], one["line"], one["column"]),
            one.get("severity", ""),
            one["check"],
            one.get("messageId", ""),
            "in",
            one.get("function", "no function"),
        )
    for one in value.get("comparisons", []):
        print("compared %(with)s: %(unchanged)d unchanged, %(gone)d gone" % one)
    for one in value["notAnalysed"]:
        print("not analysed:", one["path"])


def rdjsonl(text, schema):
    for line in text.splitlines():
        value = json.loads(line)
        validate(value, schema)
        start = value["location"]["range"]["start"]
        print(
            "%s:%d:%d" % (value["location"]["path"], start["line"], start["column"]),
            value["severity"],
            value["code"]["value"],
        )


def gitlab(text, schema):
    value = json.loads(text)
    validate(value, schema)
    for one in value:
        where = one["location"]
        print(
            "%s:%d" % (where["path"], where["lines"]["begin"]), one["severity"], one["check_name"]
        )
    differ([one["fingerprint"] for one in value])


# ----------------------------------------------------------- negative control

# Where in a file, and what to put there; None: take it away. A place that ends
# with a name that is not there is a property that no format has.
WRONG = {
    "sarif": [
        ("version", None),
        ("version", "2.0.0"),
        ("unknown", 1),
        ("runs.0.tool.driver.name", None),
        ("runs.0.tool.driver.rules.0.id", None),
        ("runs.0.columnKind", "bytes"),
        ("runs.0.results.0.message", None),
        ("runs.0.results.0.message.text", 7),
        ("runs.0.results.0.level", "fatal"),
        ("runs.0.results.0.severity", "high"),
        ("runs.0.results.0.ruleIndex", 999),
        ("runs.0.results.0.locations.0.physicalLocation.region.startLine", 0),
        ("runs.0.results.0.locations.0.physicalLocation.region.startColumn", "1"),
        ("runs.0.results.0.relatedLocations.0.id", 17),
        ("runs.0.results.0.fixes.0.artifactChanges", None),
        ("runs.0.results.0.fixes.0.artifactChanges.0.replacements.0.deletedRegion", None),
        ("runs.0.invocations.0.executionSuccessful", None),
        ("runs.0.taxonomies.0.name", "other"),
    ],
    "json": [
        ("version", 2),
        ("summary", None),
        ("findings.0.severity", None),
        ("findings.0.severity", "fatal"),
        ("findings.0.fingerprint", None),
        ("findings.0.line", 0),
        ("findings.0.column", "1"),
        ("findings.0.path", ""),
        ("findings.0.notes.0.message", None),
        ("findings.0.notes.2.fix.0.start", None),
        ("notAnalysed", None),
    ],
    "rdjsonl": [
        ("message", None),
        ("message", ""),
        ("location", None),
        ("location.range.start.line", "1"),
        ("location.range.start.column", 0),
        ("severity", "FATAL"),
        ("unknown", 1),
        ("suggestions.0.range", None),
        ("suggestions.0.text", None),
        ("related_locations.0.location", 1),
    ],
    "gitlab": [
        ("0.description", None),
        ("0.check_name", None),
        ("0.fingerprint", None),
        ("0.severity", "blocking"),
        ("0.location.path", "./a.cpp"),
        ("0.location.lines.begin", 0),
        ("0.location.lines", None),
        ("0.unknown", 1),
    ],
}


def spoilt(value, where, what):
    value = copy.deepcopy(value)
    inner = value
    *names, last = [int(n) if n.isdigit() else n for n in where.split(".")]
    for name in names:
        inner = inner[name]
    if what is None:
        del inner[last]
    else:
        inner[last] = what
    return value


def spoil(name, text, schema):
    """The first line of those formats that have one finding a line."""
    value = json.loads(text.splitlines()[0] if name == "rdjsonl" else text)
    with contextlib.redirect_stdout(io.StringIO()):
        FORMATS[name](json.dumps(value), schema)
    for where, what in WRONG[name]:
        other = json.dumps(spoilt(value, where, what))
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                FORMATS[name](other, schema)
        except (jsonschema.ValidationError, SystemExit, IndexError):
            continue
        fail("%s passes with %s = %r" % (name, where, what))
    print("refused all of", len(WRONG[name]))


FORMATS = {"sarif": sarif, "json": json_, "rdjsonl": rdjsonl, "gitlab": gitlab}


def main():
    name, path, schema, *rest = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if rest == ["--break"]:
        spoil(name, text, schema)
    else:
        FORMATS[name](text, schema)


main()
