# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""sbom.py PREFIX BUILD: fails unless the list that is installed in PREFIX names
every library that its programs load and that BUILD links into them; prints how many
of each there are."""

import glob
import json
import os
import re
import subprocess
import sys

prefix, build = sys.argv[1:]
with open(os.path.join(prefix, "share/doc/tidepool/sbom.cdx.json"), encoding="utf-8") as file:
    sbom = json.load(file)
assert sbom["bomFormat"] == "CycloneDX" and sbom["specVersion"] == "1.5", sbom
listed = {}
for component in sbom["components"]:
    assert component["type"] == "library" and component["name"] not in listed, component
    listed[component["name"]] = component["properties"][0]["value"]
refs = {component["bom-ref"] for component in sbom["components"]}
(whole,) = sbom["dependencies"]
assert whole["ref"] == sbom["metadata"]["component"]["bom-ref"]
assert set(whole["dependsOn"]) == refs

programs = glob.glob(prefix + "/bin/*") + glob.glob(prefix + "/lib*/**/*.so", recursive=True)
loaded = set()
for program in programs:
    text = subprocess.check_output(["ldd", program], encoding="utf-8")
    loaded |= {os.path.basename(name) for name in re.findall(r"^\s+(\S+)", text, re.M)}
loaded = {name for name in loaded if not name.startswith("linux-")}
commands = subprocess.check_output(
    ["ninja", "-C", build, "-t", "commands"]
    + ["bin/" + os.path.basename(p) for p in glob.glob(prefix + "/bin/*")],
    encoding="utf-8",
)
linked = {os.path.basename(name) for name in re.findall(r"[^\s,]+\.a(?=[\s,]|$)", commands, re.M)}
linked = {name for name in linked if not name.startswith("libTidepool")}
for names, kind in (loaded, "shared"), (linked, "static"):
    wrong = sorted(name for name in names if listed.get(name) != kind)
    more = sorted(name for name in listed if listed[name] == kind and name not in names)
    if wrong or more or not names:
        sys.exit("sbom.py: %s: missing %s, too many %s" % (kind, wrong, more))
for name in ("libLLVM", "libclang-cpp"):
    assert any(n.startswith(name) for n in loaded), loaded
print("%d libraries are loaded, %d are linked in; all are listed" % (len(loaded), len(linked)))
