"""A server that requires confinement: nothing that a user, a scene or a model sends lowers it, and nothing takes it back."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from scenewright.app.session import Session
from scenewright.scene.children import KernelLevel
from scenewright.scene.errors import ConfinementError
from scenewright.scene.folder import Project
from scenewright.scene.language.running import confinement_required, confining
from scenewright.scene.language.running.confinement import wanted_level
from scenewright.scene.language.running.sandbox import Sandbox
from scenewright.scene.settings import resolve_settings

PROGRAM = """from scene.language import *


@register("a cube")
def cube():
    return primitive_call("cube", {"scale": 1.0})
"""

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has the kernel boundary")


@pytest.fixture(autouse=True)
def trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The account's environment asks for no confinement."""
    monkeypatch.setenv("SCENEWRIGHT_KERNEL", "none")


def test_the_variable_decides_where_nothing_is_required() -> None:
    assert wanted_level(None) is KernelLevel.NONE
    assert confinement_required() is KernelLevel.NONE


@linux
@pytest.mark.parametrize("name", ["none", "seccomp", "full"])
def test_the_variable_cannot_lower_what_is_required(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("SCENEWRIGHT_KERNEL", name)
    with confining():
        assert wanted_level(None) is KernelLevel.FULL
        assert wanted_level(True) is KernelLevel.FULL


def test_an_argument_below_what_is_required_is_refused() -> None:
    with confining():
        for kernel in (False, KernelLevel.NONE, KernelLevel.SECCOMP):
            with pytest.raises(ConfinementError, match="is required here"):
                wanted_level(kernel)


@linux
def test_an_inner_block_can_only_be_stricter() -> None:
    with confining(), confining(KernelLevel.NONE):
        assert wanted_level(None) is KernelLevel.FULL
    with confining(KernelLevel.SECCOMP):
        assert wanted_level(None) is KernelLevel.SECCOMP
    assert wanted_level(None) is KernelLevel.NONE


@linux
def test_a_sandbox_may_require_it_for_all_its_programs() -> None:
    with Sandbox(confined=True) as sandbox:
        with pytest.raises(ConfinementError, match="is required here"):
            sandbox.run({"source": PROGRAM}, kernel=False)
        assert len(sandbox.run({"source": PROGRAM})) > 0


ONCE = """
import os
os.environ["SCENEWRIGHT_KERNEL"] = "none"
from scenewright.scene.children import KernelLevel
from scenewright.scene.language.running import confinement_required, confining, require_confinement
from scenewright.scene.language.running.confinement import wanted_level
assert wanted_level(None) is KernelLevel.NONE
require_confinement()
require_confinement(KernelLevel.NONE)
with confining(KernelLevel.NONE):
    assert wanted_level(None) is KernelLevel.FULL
os.environ["SCENEWRIGHT_KERNEL"] = "seccomp"
import threading
seen = []
thread = threading.Thread(target=lambda: seen.append(wanted_level(None)))
thread.start(); thread.join()
assert seen == [KernelLevel.FULL]
assert confinement_required() is KernelLevel.FULL
print("held")
"""


@linux
def test_what_a_process_requires_is_never_taken_back() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ONCE], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert done.stdout.strip() == "held"


@linux
def test_a_confined_session_ignores_folder_and_settings(tmp_path: Path) -> None:
    """A scene's own files, a user's settings and a program all ask for less."""
    project = Project.create(tmp_path / "scene", "import os\n" + PROGRAM)
    toml = project.folder / "scene.toml"
    ask = 'kernel = "none"\nSCENEWRIGHT_KERNEL = "none"\nconfined = false\n'
    toml.write_text(ask + toml.read_text() + f"\n[render]\n{ask}\n[environment]\n{ask}")
    home = tmp_path / "ada"
    home.mkdir()
    (home / "config.toml").write_text(ask)
    session = Session.open(project.folder, data_dir=home, confined=True)
    with session.serving():
        resolved = resolve_settings(scene=Project.open(project.folder, writable=False).toml)
        assert "SCENEWRIGHT_KERNEL" not in resolved.as_environment()
        assert wanted_level(None) is KernelLevel.FULL
    levels: list[KernelLevel] = []
    session.run(lambda s: levels.append(wanted_level(None)))
    session.submit(lambda s: levels.append(wanted_level(None))).result()
    session.close()
    assert levels == [KernelLevel.FULL] * 2


@linux
def test_objects_of_a_confined_session_are_confined_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever thread asks for the object: the catalogue was made for a session that requires confinement."""
    from scenewright.assets import catalogue as module

    levels: list[KernelLevel] = []
    monkeypatch.setattr(module, "evaluate_confined", lambda source, seed: levels.append(wanted_level(None)))
    (tmp_path / "cube.py").write_text(PROGRAM)
    session = Session.open(tmp_path / "cube.py", data_dir=tmp_path / "ada", confined=True)
    store = session.assets.geometry  # type: ignore[attr-defined]
    from scenewright.assets.packs import StoredFile

    stored = StoredFile(PROGRAM.encode(), "py")
    thread = threading.Thread(target=lambda: store.content(stored, 0))
    thread.start()
    thread.join()
    assert levels == [KernelLevel.FULL]
