# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""formats.py FORMAT FILE [SCHEMA]: fails where the file is not what its format
allows; prints what is in it."""

import json
import re
import sys
import urllib.parse

import jsonschema


def fail(text):
    sys.exit("formats.py: " + text)


def differ(fingerprints):
    print("fingerprints: %d of %d differ" % (len(set(fingerprints)), len(fingerprints)))


# ------------------------------------------------------------------- sarif

# Those of GitHub: what is beyond them it refuses or drops. It wants lines from 1
# on, and no list without items where a place is meant.
LIMITS = {"results": 25000, "rules": 25000, "relatedLocations": 1000, "tags": 10}


def model():
    """The object model that is generated from the official schema: Debian's
    python3-sarif-python-om. For each class: the property of each name, and
    those that must be there."""
    import attr
    import sarif_om

    classes = {}
    for name in dir(sarif_om):
        one = getattr(sarif_om, name)
        if isinstance(one, type) and hasattr(one, "__attrs_attrs__"):
            classes[name] = {
                a.metadata["schema_property_name"]: a.default is attr.NOTHING
                for a in one.__attrs_attrs__
            }
    return classes


# Which class the value of a property is, where the name alone does not tell.
CLASSES = {
    "runs": "Run",
    "driver": "ToolComponent",
    "taxonomies": "ToolComponent",
    "supportedTaxonomies": "ToolComponentReference",
    "toolComponent": "ToolComponentReference",
    "rules": "ReportingDescriptor",
    "taxa": "ReportingDescriptor",
    "relationships": "ReportingDescriptorRelationship",
    "target": "ReportingDescriptorReference",
    "shortDescription": "MultiformatMessageString",
    "fullDescription": "MultiformatMessageString",
    "help": "MultiformatMessageString",
    "defaultConfiguration": "ReportingConfiguration",
    "automationDetails": "RunAutomationDetails",
    "invocations": "Invocation",
    "toolExecutionNotifications": "Notification",
    "results": "Result",
    "locations": "Location",
    "relatedLocations": "Location",
    "location": "Location",
    "logicalLocations": "LogicalLocation",
    "description": "Message",
    "insertedContent": "ArtifactContent",
    "artifactChanges": "ArtifactChange",
    "replacements": "Replacement",
    "deletedRegion": "Region",
    "codeFlows": "CodeFlow",
    "threadFlows": "ThreadFlow",
    "fixes": "Fix",
}


def check_against(classes, name, value, where):
    if isinstance(value, list):
        for i, item in enumerate(value):
            check_against(classes, name, item, "%s[%d]" % (where, i))
        return
    known = classes[name]
    for key in value:
        if key not in known and not (name == "SarifLog" and key == "$schema"):
            fail("%s: a %s has no '%s'" % (where, name, key))
    for key, needed in known.items():
        if needed and key not in value:
            fail("%s: a %s needs '%s'" % (where, name, key))
    for key, item in value.items():
        inner = CLASSES.get(key, key[0].upper() + key[1:])
        if key == "locations" and name == "ThreadFlow":
            inner = "ThreadFlowLocation"
        if inner in classes and inner != "PropertyBag" and key not in ("properties", "level"):
            check_against(classes, inner, item, where + "." + key)


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


def sarif(text, _):
    log = json.loads(text)
    check_against(model(), "SarifLog", log, "log")
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


def validate(value, schema):
    with open(schema, encoding="utf-8") as file:
        jsonschema.Draft7Validator(json.load(file)).validate(value)


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


def main():
    name, path, *schema = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    {"sarif": sarif, "json": json_, "rdjsonl": rdjsonl, "gitlab": gitlab}[name](
        text, schema[0] if schema else None
    )


main()
