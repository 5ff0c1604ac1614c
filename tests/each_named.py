# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A lit format for tests that have no file of their own: one for each name,
in parallel like any other. A module, for lit's workers must find it."""

import lit.Test
import lit.formats
import lit.util


class EachNamed(lit.formats.TestFormat):
    """The test NAME passes where COMMAND, with {name} and {folder} (a folder
    for its output) filled in, ends with status 0."""

    def __init__(self, command, names, left=()):
        """The names in `left` are shown as unsupported: a long run's."""
        self.command = command
        self.names = sorted(names)
        self.left = frozenset(left)

    def getTestsInDirectory(self, suite, path, lit_config, local_config):
        # lit asks for each folder below, too.
        if "/".join(path) != local_config.each_named_path:
            return
        for name in self.names:
            yield lit.Test.Test(suite, path + tuple(name.split("/")), local_config)

    def execute(self, test, lit_config):
        # The folder's own path is no part of the name.
        here = tuple(test.config.each_named_path.split("/"))
        name = "/".join(test.path_in_suite[len(here) :])
        if name in self.left:
            return lit.Test.UNSUPPORTED, "left to tests/run.sh --all"
        folder = "%s/%s/Output" % (test.suite.exec_root, "/".join(here))
        command = [
            word.format(name=name, folder=folder + "/" + name.replace("/", "-"))
            for word in self.command
        ]
        out, err, status = lit.util.executeCommand(
            command, env=test.config.environment
        )
        return (lit.Test.FAIL, out + err) if status else (lit.Test.PASS, "")
