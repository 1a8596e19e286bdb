"""Loads Mitsuba and chooses its variant.

``scalar_rgb`` needs nothing else. ``llvm_ad_rgb`` is compiled for the machine by LLVM, anew for each kind of scene: on two cores that
took 12 seconds of processor time for a room, after which 346,000 samples took 4.1 instead of 3.0 seconds inside the room, and 1.2
million from above 3.1 instead of 4.3 seconds. So it is taken only where a scene has so many triangles that copies of meshes must be
instances, which end the process in ``scalar_rgb`` of Mitsuba 3.9.

A process has one current variant of Mitsuba. Ours is current only while we draw (:meth:`Engine.drawing`), so that a program that uses
Mitsuba itself keeps its own. One picture is drawn at a time, on all threads that it may have.
"""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from scenewright.renderers.base import RenderError
from scenewright.scene.jobs import Job

__all__ = ["COMPILED", "PLAIN", "Engine", "choose_engine", "llvm_problem", "load_mitsuba", "mitsuba_problem"]

COMPILED = "llvm_ad_rgb"
"""Many paths together, compiled by LLVM for this machine, with Embree."""
PLAIN = "scalar_rgb"
"""One path after the other, with Embree, on all threads."""
_MOST_COPIED = 4_000_000
"""Triangles of all copies of meshes up to which they are copied."""

_LOOK_SECONDS = 0.1
_drawing = threading.Lock()


@dataclass(frozen=True)
class Engine:
    """Mitsuba in one variant. `mi`, `dr`: the modules."""

    mi: Any
    dr: Any
    variant: str

    @property
    def compiled(self) -> bool:
        return self.variant == COMPILED

    @contextmanager
    def drawing(self, threads: int, job: Job) -> Iterator[None]:
        """While a picture is drawn: the variant is current, and `threads` work. Another picture is waited for.

        Raises:
            JobCancelled: the job was cancelled while it waited.
        """
        while not _drawing.acquire(timeout=_LOOK_SECONDS):
            job.check()
        try:
            with _current(self.mi, self.variant):
                self.dr.set_thread_count(threads)
                yield
        finally:
            if self.compiled:
                self.dr.flush_malloc_cache()
            _drawing.release()


def mitsuba_problem() -> str | None:
    """None where Mitsuba is installed, else one line that says what to install. Does not load it."""
    if importlib.util.find_spec("mitsuba") is None:
        return "Mitsuba is not installed: pip install 'scenewright[mitsuba]'"
    return None


def choose_engine(variant: str, triangles: int) -> Engine:
    """Mitsuba in a variant; ``'auto'``: the one for a scene of so many triangles, as far as it can be loaded.

    Raises:
        RenderError: it is not installed, or cannot be loaded in this variant.
    """
    if variant != "auto":
        return load_mitsuba(variant)
    if triangles > _MOST_COPIED and llvm_problem() is None:
        return load_mitsuba(COMPILED)
    return load_mitsuba(PLAIN)


@cache
def load_mitsuba(variant: str = PLAIN) -> Engine:
    """Mitsuba in a variant.

    Raises:
        RenderError: it is not installed, or cannot be loaded in this variant.
    """
    problem = mitsuba_problem()
    if problem is not None:
        raise RenderError(problem)
    try:
        import drjit
        import mitsuba

        with _current(mitsuba, variant):
            return Engine(mitsuba, drjit, variant)
    except (ImportError, OSError, RuntimeError) as error:
        mend = f": {_MEND}" if variant == COMPILED else ""
        raise RenderError(f"Mitsuba cannot draw with {variant}{mend} ({str(error).splitlines()[0]})") from error


def llvm_problem() -> str | None:
    """None where Mitsuba can compile by LLVM, else one line with the reason. Loads Mitsuba."""
    try:
        load_mitsuba(COMPILED)
    except RenderError as error:
        return str(error)
    return None


@contextmanager
def _current(mi: Any, variant: str) -> Iterator[None]:
    """Within it, a variant is the current one."""
    before = mi.variant()
    mi.set_variant(variant)
    try:
        yield
    finally:
        if before is not None:
            mi.set_variant(before)


_MEND = "install LLVM (Debian: apt-get install libllvm19; macOS: brew install llvm), or set DRJIT_LIBLLVM_PATH to its library"
