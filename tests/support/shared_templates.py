"""The processes that workers are forked from, one of each kind for all tests of a process: the start of one costs six seconds of a core."""

from __future__ import annotations

import atexit

from scenewright.scene.children import Supervisor

__all__ = ["TEMPLATES_OF_TESTS"]

TEMPLATES_OF_TESTS = Supervisor()
"""For servers and workers of tests. A test that changes what a template gets of the environment, or of the path of Python, needs its own."""

atexit.register(TEMPLATES_OF_TESTS.close)
