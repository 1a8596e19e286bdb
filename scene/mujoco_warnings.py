"""The warnings of MuJoCo, which would otherwise go into a file in the current folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["mujoco_warnings"]


@contextmanager
def mujoco_warnings() -> Iterator[list[str]]:
    """The warnings of MuJoCo within the context."""
    import mujoco

    warnings: list[str] = []
    before = mujoco.get_mju_user_warning()
    mujoco.set_mju_user_warning(warnings.append)
    try:
        yield warnings
    finally:
        mujoco.set_mju_user_warning(before)
