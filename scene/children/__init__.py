"""Child processes of this process, kept warm and held to limits by one :class:`Supervisor`.

A :class:`ChildKind` says how children of a kind are started and what they may take; the child itself says how it is asked. Who needs
one borrows it for as long as it works::

    with default_supervisor().lend(BLENDER, settings, job=job) as worker:
        worker.ask(...)

:mod:`.kinds` is what a child and a kind are, :mod:`.supervisor` who keeps them, :mod:`.shared` the supervisor of the whole process, and
:mod:`.processes` a started program as a child.

:mod:`.kernel` is the boundary that Linux draws around a process (Landlock, seccomp), and :mod:`.parser` holds the children that open
files of strangers. The child that runs programs stands in :mod:`scenewright.scene.language.running`.
"""

from scenewright.scene.children.kinds import Child, ChildKind, ChildLimits, ChildReport
from scenewright.scene.children.processes import ChildProcess
from scenewright.scene.children.shared import default_supervisor
from scenewright.scene.children.supervisor import Supervisor

__all__ = ["Child", "ChildKind", "ChildLimits", "ChildProcess", "ChildReport", "Supervisor", "default_supervisor"]
