# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# A suite inside the suite: each GoogleTest case is a result of its own.

import os

import lit.formats

here = os.path.dirname(os.path.abspath(__file__))
build = os.path.join(here, "../..", lit_config.params.get("build", "build"))

config.name = "unit"
config.test_source_root = os.path.abspath(os.path.join(build, "bin"))
config.test_exec_root = config.test_source_root
config.test_format = lit.formats.GoogleTest(".", "tidepool-unit-tests")
