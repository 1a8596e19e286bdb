"""The process that workers are forked from, shared by all servers of a process of the suite: its start takes seconds."""

from __future__ import annotations

import atexit
from functools import cache

from scenewright.scene.children import Supervisor

__all__ = ["shared_templates"]


@cache
def shared_templates() -> Supervisor:
    """Lends it to each server. It ends with the process of the suite."""
    supervisor = Supervisor()
    atexit.register(supervisor.close)
    return supervisor
