"""A step whose consequences are looked for later, since that takes longer than the step itself."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from scenewright.app.session.carrying import what_broke
from scenewright.app.session.derived import Derived
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import Edit
from scenewright.scene.model import Scene

__all__ = ["UnjudgedStep"]

_ONE_GO = 10.0
"""Seconds between two steps of a text that is written in one go, at most."""


@dataclass(frozen=True, eq=False)
class UnjudgedStep:
    """`revision`: after the step. `before`, `after`: the scenes. `edits`: None where somebody wrote the text. `renamed`: new paths by old
    ones, None for what is gone. `made`: when, on the clock of ``time.monotonic``."""

    revision: int
    before: Scene
    after: Scene
    edits: tuple[Edit, ...] | None
    renamed: Mapping[str, str | None]
    made: float = 0.0

    @classmethod
    def written(cls, revision: int, before: Scene, after: Scene, last: UnjudgedStep | None) -> UnjudgedStep:
        """A step of somebody who writes in the text. What is written in one go is judged as one: a number of two digits is, for a moment,
        one of one digit. `last`: the step before, if it is not judged."""
        now = time.monotonic()
        goes_on = last is not None and last.edits is None and last.revision == revision - 1
        first = last.before if goes_on and last is not None and now - last.made < _ONE_GO else before
        gone = {path: None for path in first.paths if path not in after._path_index}
        return cls(revision, first, after, None, gone, now)

    def consequences(self, derived: Derived, job: Job | None = None) -> tuple[str, ...]:
        """What the step makes collide, float or break, in words.

        Raises:
            JobCancelled: the job was cancelled.
        """
        return what_broke(derived, self.before, self.after, self.edits, self.renamed, job)
