"""The supervisor that the whole process shares."""

from __future__ import annotations

import atexit
import functools

from scenewright.scene.children.supervisor import Supervisor

__all__ = ["default_supervisor"]


@functools.cache
def default_supervisor() -> Supervisor:
    """Made when it is first asked for; its children end with the process. ``default_supervisor().close()`` ends them before."""
    supervisor = Supervisor()
    atexit.register(supervisor.close)
    return supervisor
