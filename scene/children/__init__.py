"""Child processes of this process, kept warm and held to limits by one :class:`Supervisor`.

A :class:`ChildKind` says how children of a kind are started and what their limits are; each kind of child has its own methods for
requests. Code that needs a child borrows it for the length of a block::

    with default_supervisor().lend(BLENDER, settings, job=job) as worker:
        worker.ask(...)

:mod:`.kinds` defines children and their kinds, :mod:`.supervisor` keeps them, :mod:`.shared` holds the supervisor of the whole
process, and :mod:`.processes` is a child that is a started program.

:mod:`.kernel` confines a process on Linux (Landlock, seccomp), and :mod:`.parser` holds the children that read untrusted files. The child
that runs programs is in :mod:`scenewright.scene.language.running`.
"""

from scenewright.scene.children.controlled import ControlledProcess, command_by_path
from scenewright.scene.children.environment import child_environment
from scenewright.scene.children.kernel import KernelLevel
from scenewright.scene.children.kinds import Child, ChildKind, ChildLimits, ChildrenClosed, ChildReport, ChildTooLarge
from scenewright.scene.children.processes import ChildProcess, end_group
from scenewright.scene.children.shared import default_supervisor
from scenewright.scene.children.supervisor import Supervisor

__all__ = [
    "Child",
    "ChildKind",
    "ChildLimits",
    "ChildProcess",
    "ChildReport",
    "ChildTooLarge",
    "ChildrenClosed",
    "ControlledProcess",
    "KernelLevel",
    "Supervisor",
    "child_environment",
    "command_by_path",
    "default_supervisor",
    "end_group",
]
