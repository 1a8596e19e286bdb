"""System libraries: what is missing is named, with the command that installs it."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import shutil
import sys
from pathlib import Path

import pytest

from scenewright.app import system_check
from scenewright.renderers import base
from scenewright.renderers.base import install_command, missing_libraries
from scenewright.renderers.base.system_libraries import LIBRARIES


def test_the_whole_list_and_a_part_of_it() -> None:
    everything = install_command(LIBRARIES)
    assert everything is not None
    assert everything.startswith("apt-get install --no-install-recommends ")
    assert {"libusb-1.0-0", "libxi6", "libgl1"} <= set(everything.split())
    assert install_command(["open3d"], ["libusb-1.0.so.0"]) == "apt-get install --no-install-recommends libusb-1.0-0"
    assert install_command(["bpy"], []) is None
    assert install_command(["bpy"], ["libunheard.so.7"]) is None


def test_a_package_that_is_not_known() -> None:
    with pytest.raises(KeyError):
        missing_libraries("numpy")


@pytest.mark.skipif(sys.platform != "linux" or shutil.which("ldd") is None, reason="asks ldd")
def test_a_missing_library_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # the needed library's name is patched in a copy of a real module, to one of equal length that exists nowhere
    real = Path(next(p for p in _native_modules() if b"libc.so.6\0" in Path(p).read_bytes()))
    (tmp_path / "__init__.so").write_bytes(real.read_bytes().replace(b"libc.so.6\0", b"libq.so.6\0"))
    (tmp_path / "__init__.so").chmod(0o755)
    spec = importlib.machinery.ModuleSpec("bpy", None, origin=str(tmp_path / "__init__.so"))
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
    assert missing_libraries("bpy") == ["libq.so.6"]


def _native_modules() -> list[str]:
    import numpy

    return sorted(str(p) for p in Path(numpy.__file__).parent.rglob("*.so"))


def test_a_package_that_is_not_installed_misses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert missing_libraries("bpy") == []


class _Machine:
    """A machine that lacks one library until apt-get has run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, root: bool, package_exists: bool = True) -> None:
        self.ran: list[str] = []
        self.exists = package_exists
        monkeypatch.setattr(base, "missing_libraries", lambda package: [] if self.installed else ["libusb-1.0.so.0"])
        monkeypatch.setattr(system_check.os, "geteuid", lambda: 0 if root else 1000)
        monkeypatch.setattr(system_check.shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(system_check.subprocess, "run", lambda step, **_: self.ran.append(" ".join(step)))
        monkeypatch.setattr(importlib.util, "find_spec", lambda name: object())

    @property
    def installed(self) -> bool:
        return self.exists and any("install" in step for step in self.ran)


def test_root_on_debian_gets_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = _Machine(monkeypatch, root=True)
    assert system_check.main() == 0
    assert machine.ran == [
        "apt-get update -qq",
        "apt-get install -y -qq --no-install-recommends libusb-1.0-0",
    ]


def test_for_others_the_command_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    machine = _Machine(monkeypatch, root=False)
    assert system_check.main() == 1
    assert machine.ran == []
    assert "apt-get install --no-install-recommends libusb-1.0-0" in capsys.readouterr().err


def test_what_apt_does_not_bring_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    _Machine(monkeypatch, root=True, package_exists=False)
    assert system_check.main() == 1
    assert "still missing: libusb-1.0.so.0" in capsys.readouterr().err
