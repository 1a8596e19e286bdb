"""The supervisor that the whole process shares."""

from __future__ import annotations

import atexit
import functools

from scenewright.scene.children.supervisor import Supervisor

__all__ = ["default_supervisor"]


@functools.cache
def default_supervisor() -> Supervisor:
    """The shared supervisor, made on the first call. Its children end with the process, or by ``default_supervisor().close()``."""
    supervisor = Supervisor()
    atexit.register(supervisor.close)
    return supervisor
