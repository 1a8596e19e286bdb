"""Writes the prims of a stage with Pixar's library, in a child process (:mod:`scenewright.scene.export.usd.inside_usd`)."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from scenewright.scene.children import ChildKind, ChildLimits, ChildProcess, child_environment, default_supervisor
from scenewright.scene.errors import ScenewrightError
from scenewright.scene.export.text_fields import clean_json
from scenewright.scene.export.usd.prims import Attribute, Prim, UsdStage
from scenewright.scene.jobs import Job
from scenewright.scene.printing import cut

__all__ = ["layer_bytes", "usd_available"]

_CHILD = Path(__file__).with_name("inside_usd.py")
_TASK, _ARRAYS, _LOG = "stage.json", "arrays.safetensors", "log.txt"
_LOOK_SECONDS = 0.05


def usd_available() -> str | None:
    """None where Pixar's library is installed, else one line that says what to install."""
    if importlib.util.find_spec("pxr") is None:
        return "USD files need usd-core: pip install 'scenewright[usd]'"
    return None


@dataclass(frozen=True, slots=True)
class _Run:
    """The parameters of a child: the folder that it works in, and the name of the layer that it writes there."""

    folder: Path
    name: str


def _start(run: _Run, _job: Job) -> ChildProcess:
    command = [sys.executable, "-P", str(_CHILD), *(str(run.folder / name) for name in (_TASK, _ARRAYS, run.name))]
    with (run.folder / _LOG).open("wb") as log:
        return ChildProcess(
            command,
            environment=child_environment(),
            folder=run.folder,
            stdin=subprocess.PIPE,  # it closes when this process ends; the child watches it and ends as well
            stderr=log,
        )


USD_WRITER = ChildKind("USD writer", _start, ChildLimits(at_once=2, warm=0))
"""Children that write one layer each."""


def layer_bytes(stage: UsdStage, ending: str, *, job: Job | None = None) -> bytes:
    """The bytes of the layer of a stage. `ending`: ``.usda`` for text, ``.usdc`` for the binary form.

    Raises:
        ScenewrightError: Pixar's library is not installed, or cannot write the stage.
        JobCancelled: the job was cancelled; the child is gone.
    """
    from safetensors.numpy import save_file

    job = job or Job()
    missing = usd_available()
    if missing is not None:
        raise ScenewrightError(missing)
    arrays = _Arrays()
    task = {
        "comment": stage.comment,
        "data": dict(stage.data),
        "world": stage.world.path,
        "prims": [_described(prim, arrays) for prim in stage.world.walk()],
    }
    with tempfile.TemporaryDirectory(prefix="scenewright-usd-") as name:
        folder = Path(name)
        (folder / _TASK).write_text(clean_json(task), "utf-8")
        save_file(arrays.by_key, folder / _ARRAYS)
        run = _Run(folder, f"layer{ending}")
        with default_supervisor().lend(USD_WRITER, run, job=job) as child:
            status = _ended(child, job)
        written = folder / run.name
        if status != 0 or not written.is_file():
            lines = (folder / _LOG).read_text("utf-8", "replace").strip().splitlines() or [
                f"it ended with status {status}"
            ]
            raise ScenewrightError(f"the USD library could not write the scene: {cut(lines[-1], 600)}")
        return written.read_bytes()


def _ended(child: ChildProcess, job: Job) -> int:
    while True:
        job.check()
        try:
            return child.process.wait(_LOOK_SECONDS)
        except subprocess.TimeoutExpired:
            continue


class _Arrays:
    """The arrays of all attributes. Those of several attributes are kept once."""

    def __init__(self) -> None:
        self.by_key: dict[str, Any] = {}
        self._keys: dict[int, str] = {}

    def key(self, array: Any) -> str:
        if id(array) not in self._keys:
            self._keys[id(array)] = str(len(self.by_key))
            self.by_key[self._keys[id(array)]] = np.ascontiguousarray(array)
        return self._keys[id(array)]


def _described(prim: Prim, arrays: _Arrays) -> dict[str, Any]:
    """A prim as JSON; its arrays are put aside, each once."""
    told: dict[str, Any] = {"path": prim.path, "type": prim.type, "specifier": prim.specifier}
    optional = {
        "kind": prim.kind,
        "reference": prim.reference,
        "instanceable": prim.instanceable,
        "shown": prim.shown_name,
        "schemas": prim.schemas,
        "info": prim.asset_info,
        "targets": {name: list(paths) for name, paths in prim.targets.items()},
        "attributes": {name: _attribute(a, arrays) for name, a in prim.attributes.items()},
    }
    return told | {key: value for key, value in optional.items() if value}


def _attribute(attribute: Attribute, arrays: _Arrays) -> dict[str, Any]:
    told: dict[str, Any] = {"type": attribute.type}
    value = attribute.value
    if isinstance(value, np.ndarray):
        told["array"] = arrays.key(value)
    elif value is not None:
        told["value"] = value
    optional = {
        "uniform": attribute.uniform,
        "custom": attribute.custom,
        "interpolation": attribute.interpolation,
        "connect": attribute.connect,
    }
    if attribute.element_size != 1:
        told["elements"] = attribute.element_size
    return told | {key: value for key, value in optional.items() if value}
