"""Finds a Blender: the installed ``bpy`` wheel or a Blender program. It is never loaded into this process."""

from __future__ import annotations

import functools
import importlib.util
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from scenewright.renderers.base import RenderError, install_command, missing_libraries
from scenewright.renderers.blender.process import BlenderJobError, BlenderProcess
from scenewright.scene.children import ChildKind, ChildLimits, default_supervisor
from scenewright.scene.jobs import Job
from scenewright.scene.threads import thread_count

__all__ = [
    "BLENDER",
    "BlenderChoice",
    "BlenderInstall",
    "BlenderSettings",
    "candidates",
    "find_blender",
    "install_hint",
]

SETTING = "SCENEWRIGHT_BLENDER"
"""Environment variable: ``bpy``, or the path of a Blender program."""

WORKER = Path(__file__).resolve().parent / "worker.py"
LEAST = (4, 2)
_PLACES = (
    "/Applications/Blender.app/Contents/MacOS/Blender",
    "/snap/bin/blender",
    "/opt/blender/blender",
)
_WHEEL_PYTHONS = ((3, 11), (3, 13))


@dataclass(frozen=True)
class BlenderChoice:
    """A possible Blender. `kind`: 'bpy' or 'blender'. `where`: its path, or 'bpy'. `command`: starts our worker in it."""

    kind: str
    where: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class BlenderInstall:
    """A Blender that was started once and works. `gpus`: names by kind. `passed_over`: why preferred ones cannot be used."""

    choice: BlenderChoice
    version: str
    gpus: dict[str, tuple[str, ...]]
    denoiser: bool
    passed_over: tuple[str, ...] = ()


def candidates() -> list[BlenderChoice]:
    """All possible Blenders, preferred first; only the named one if SCENEWRIGHT_BLENDER is set.

    Raises:
        RenderError: the setting names no program.
    """
    setting = os.environ.get(SETTING, "").strip()
    wheel = BlenderChoice("bpy", "bpy", (sys.executable, "-P", str(WORKER)))
    if setting == "bpy":
        return [wheel]
    if setting:
        program = shutil.which(setting)
        if program is None:
            raise RenderError(
                f"{SETTING} is '{setting}': there is no such program; give 'bpy' or the path of a Blender"
            )
        return [_installed(program)]
    found = [wheel] if importlib.util.find_spec("bpy") is not None else []
    programs = [shutil.which("blender"), *(p for p in _PLACES if os.access(p, os.X_OK))]
    return found + [_installed(p) for p in dict.fromkeys(programs) if p is not None]


def _installed(program: str) -> BlenderChoice:
    # --factory-startup: without add-ons and settings of the user
    command = (program, "-b", "--factory-startup", "--python-exit-code", "3", "--python", str(WORKER))
    return BlenderChoice("blender", program, command)


@dataclass(frozen=True, slots=True)
class BlenderSettings:
    """Settings of a worker. `threads`: most threads of its thread pools."""

    choice: BlenderChoice
    threads: int


def start(settings: BlenderSettings, job: Job) -> BlenderProcess:
    """Start a worker in a Blender.

    Raises:
        RenderError: it does not start; the message gives the reason and what to install.
        JobCancelled: the job was cancelled meanwhile.
    """
    choice = settings.choice
    try:
        process = BlenderProcess(list(choice.command), threads=settings.threads, job=job)
    except RenderError as error:
        raise RenderError(_why(choice, str(error))) from error
    version = tuple(int(part) for part in process.ready["blender"].split(" ")[0].split(".")[:2])
    if version < LEAST:
        process.close()
        raise RenderError(
            f"{choice.where} is Blender {process.ready['blender']}: {LEAST[0]}.{LEAST[1]} or later is needed"
        )
    return process


BLENDER = ChildKind(
    "Blender",
    start,
    ChildLimits(at_once=2, warm=1, requests=24, resident_bytes=2 << 30, idle_seconds=120.0),
    harmless=(BlenderJobError,),
)
"""Workers in Blender. An idle one uses some 300 MB, more after a large scene. A second one starts only if two threads draw."""


def _why(choice: BlenderChoice, message: str) -> str:
    if choice.kind == "bpy":
        missing = missing_libraries("bpy")
        if missing:
            command = install_command(["bpy"], missing)
            return f"bpy needs the system libraries {', '.join(missing)}" + (f": {command}" if command else "")
        if "No module named 'bpy'" in message:
            return f"bpy is not installed: {install_hint()}"
    if "No module named 'numpy'" in message:
        return f"the Python of {choice.where} has no numpy: apt-get install python3-numpy, or its pip"
    return f"{choice.where} cannot be used: {message}"


def install_hint() -> str:
    """How to get a Blender for this Python."""
    if sys.version_info[:2] in _WHEEL_PYTHONS:
        return "pip install 'scenewright[blender]'"
    pythons = " and ".join(f"{a}.{b}" for a, b in _WHEEL_PYTHONS)
    return (
        f"install Blender {LEAST[0]}.{LEAST[1]} or later from blender.org or with 'apt-get install blender python3-numpy' "
        f"(the bpy wheel exists for Python {pythons} only)"
    )


@functools.cache
def find_blender() -> BlenderInstall:
    """The first Blender that works. It is started to find out, and its worker stays warm for the next picture.

    Raises:
        RenderError: none works; the message gives the reason for each, and what to install.
    """
    problems: list[str] = []
    for choice in candidates():
        try:
            with default_supervisor().lend(BLENDER, BlenderSettings(choice, thread_count())) as worker:
                ready = worker.ready
        except RenderError as error:
            problems.append(str(error))
            continue
        gpus = {kind: tuple(names) for kind, names in ready["gpus"].items()}
        return BlenderInstall(choice, ready["blender"], gpus, bool(ready["denoiser"]), tuple(problems))
    if not problems:
        raise RenderError(f"there is no Blender here: {install_hint()}")
    raise RenderError("; ".join(problems))
