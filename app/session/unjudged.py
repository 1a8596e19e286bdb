"""A step whose consequences are looked for later, since that takes longer than the step itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scenewright.app.session.carrying import what_broke
from scenewright.app.session.derived import Derived
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import Edit
from scenewright.scene.model import Scene

__all__ = ["UnjudgedStep"]


@dataclass(frozen=True, eq=False)
class UnjudgedStep:
    """`revision`: after the step. `before`, `after`: the scenes. `renamed`: new paths by old ones, None for what is gone."""

    revision: int
    before: Scene
    after: Scene
    edits: tuple[Edit, ...]
    renamed: Mapping[str, str | None]

    def consequences(self, derived: Derived, job: Job | None = None) -> tuple[str, ...]:
        """What the step makes collide, float or break, in words.

        Raises:
            JobCancelled: the job was cancelled.
        """
        return what_broke(derived, self.before, self.after, self.edits, self.renamed, job)
