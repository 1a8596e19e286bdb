"""Open scenes: commands in order, revisions, events and cached derived data.

A :class:`Session` owns the text of a program, its evaluated scene and its revision. Commands from any thread run one after the other, in
the order of their calls. Each changes the scene in one undo step, or fails as a whole. A change may name the revision that it is based
on. If the scene has another revision by then, the change is refused, and the error lists the changes since. Listeners get an event for
each change, with the paths that it touched, and for each failed command. ``session.derived`` caches triangles, scene graph and queries,
and reuses their unchanged parts after an edit.
"""

from scenewright.app.session.changes import Change, StaleChange
from scenewright.app.session.drafting import Draft
from scenewright.app.session.events import CommandFailed, Event, JobUpdate, Listener, SceneChanged
from scenewright.app.session.putting import find_place
from scenewright.app.session.session import Session, Snapshot
from scenewright.scene.jobs import JobState

__all__ = [
    "Change",
    "CommandFailed",
    "Draft",
    "Event",
    "JobState",
    "JobUpdate",
    "Listener",
    "SceneChanged",
    "Session",
    "Snapshot",
    "StaleChange",
    "find_place",
]
