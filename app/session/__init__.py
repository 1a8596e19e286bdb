"""One open scene, and everything that happens to it.

A :class:`Session` owns the text of a program, the scene that it evaluates to, and its revision. Commands run one after the other, in
the order in which they were given, from any thread: each changes the scene as a whole, as one step that can be undone, or not at
all. A change may say which revision it is based on: where the scene has moved on, it is refused, and the refusal says what was done
since. Listeners hear of each change, with the paths that it touched, and of each command that failed, in one order. What follows
from the scene, such as its triangles, is kept in ``session.derived`` and carried over where it can be.
"""

from scenewright.app.session.changes import Change, StaleChange
from scenewright.app.session.events import CommandFailed, Event, JobUpdate, Listener, SceneChanged
from scenewright.app.session.session import Session, Snapshot
from scenewright.scene.jobs import JobState

__all__ = [
    "Change",
    "CommandFailed",
    "Event",
    "JobState",
    "JobUpdate",
    "Listener",
    "SceneChanged",
    "Session",
    "Snapshot",
    "StaleChange",
]
