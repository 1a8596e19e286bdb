"""What all tests have in common: nothing of the user's is read or written."""

from __future__ import annotations

import os
import shutil
import tempfile

import hypothesis
import pytest

from scenewright.scene.threads import thread_count

# Workers of pytest-xdist share the cores: pools of threads for all cores in each of them would wait for one another. It must be set
# before numpy or torch are imported; children inherit it.
if "PYTEST_XDIST_WORKER" in os.environ:
    _share = str(max(1, thread_count() // int(os.environ["PYTEST_XDIST_WORKER_COUNT"])))
    for _pool in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(_pool, _share)

# The suite draws the same examples each time: whether a change lands is not a matter of luck. `--hypothesis-profile=explore` draws
# new ones, and more of them where a test does not say how many. How long an example takes on a busy machine is no matter of a test.
hypothesis.settings.register_profile("suite", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", max_examples=1000, deadline=None, print_blob=True)
hypothesis.settings.load_profile("suite")

_HOME = "SCENEWRIGHT_HOME"
_MADE = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """Packs and jobs of the user who runs the tests play no part. Workers inherit the folder."""
    if _HOME not in os.environ:
        config.stash[_MADE] = os.environ[_HOME] = tempfile.mkdtemp(prefix="scenewright-tests-")


def pytest_unconfigure(config: pytest.Config) -> None:
    made = config.stash.get(_MADE, None)
    if made is not None:
        shutil.rmtree(made, ignore_errors=True)
        del os.environ[_HOME]
