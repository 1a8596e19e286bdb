"""A step in the making: edits are applied one after the other, each to what the ones before left, and are saved together or not at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.session.applying import apply_edits
from scenewright.app.session.carrying import consequence_words
from scenewright.scene.errors import EditError, LayoutError, ProgramError
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import (
    Edit,
    EditResult,
    Replace,
    apply_deletions,
    apply_replacements,
    with_environment,
    with_light_values,
    with_room_looks,
    with_room_side,
    without_relations,
)
from scenewright.scene.model import Scene, Vec3

if TYPE_CHECKING:
    from scenewright.app.session.session import Session
    from scenewright.scene.asset_provider import AssetProvider
    from scenewright.scene.layout import JudgedScene

__all__ = ["Draft"]


class Draft:
    """The next step of a session. Nothing of it is seen by others before :meth:`save`.

    Attributes:
        base: the revision that it is based on.
        before, source_before: the scene and the program of that revision.
        source, scene: what they are with the edits so far.
        results: one for each edit.
        renamed: paths before -> paths now, None where an instance is gone.
    """

    def __init__(self, session: Session) -> None:
        shot = session.snapshot()
        self._session = session
        self.derived, self.seed = session.derived, session.seed
        self.base, self.before, self.source_before = shot.revision, shot.scene, shot.source
        self.source, self.scene = shot.source, shot.scene
        self.results: list[EditResult] = []
        self.renamed: dict[str, str | None] = {}
        self._operations: list[Mapping[str, object]] = []
        self._judged: JudgedScene | None = None

    @property
    def assets(self) -> AssetProvider:
        return self._session.assets

    @property
    def folder(self) -> Path | None:
        return self._session.folder

    def evaluate_text(self, source: str) -> Scene:
        return self._session.evaluate_text(source)

    @property
    def changed(self) -> bool:
        """Whether there is anything to save."""
        return self.source != self.source_before

    def judged(self, *, job: Job | None = None) -> JudgedScene:
        """What stands where now, and what is wrong with it.

        Raises:
            LayoutError: the scene cannot be judged.
            JobCancelled: the job was cancelled.
        """
        found = self.derived.judged(self.scene, job=job)
        if self.scene is self.before:
            self._judged = found
        return found

    def apply(self, edits: Sequence[Edit], *, job: Job) -> list[EditResult]:
        """Apply edits, each to what the ones before left.

        Raises:
            EditError, PathError: an edit cannot be made; the draft is as it was.
            JobCancelled: the job was cancelled; the draft is as it was.
        """
        made = apply_edits(self, edits, job, judged=False)
        self.source, self.scene = made.source, made.scene
        self.results += made.results
        self._operations += [edit.to_json() for edit in edits]
        moved = dict(self.renamed)
        self.renamed = {old: made.renamed.get(new or "", new) for old, new in moved.items()}
        news = set(moved.values())
        self.renamed |= {old: new for old, new in made.renamed.items() if old not in news}
        return made.results

    def resize_room(self, side: str, metres: float) -> None:
        """Give the room another width, depth or height, as numbers of the program.

        Raises:
            EditError: the program does not state that side as a number; the draft is as it was.
            ProgramError: the new program would fail; the draft is as it was.
        """
        if self.scene.room is None:
            raise EditError("the scene has no room")
        span = self.scene.find(self.scene.room.path).span
        self._write(*with_room_side(self.source, span, side, metres))

    def set_environment(self, words: str) -> None:
        """Give the scene other surroundings, as words of the program.

        Raises:
            EditError: the program does not state them as one text; the draft is as it was.
            ProgramError: the new program would fail; the draft is as it was.
        """
        self._write(*with_environment(self.source, words))

    def set_light(self, number: int, *, intensity: float | None = None, color: Vec3 | None = None) -> None:
        """Give a light of the scene, by its number, another intensity or color (sRGB, from 0 to 1).

        Raises:
            EditError: the program does not state these as plain values; the draft is as it was.
            ProgramError: the new program would fail; the draft is as it was.
        """
        values = {} if intensity is None else {"intensity": f"{round(intensity, 3):g}"}
        if color is not None:
            values["color"] = f"({', '.join(f'{round(part, 3):g}' for part in color)})"
        self._write(*with_light_values(self.source, self.scene.lights[number].span, values))

    def rewind(self, source: str) -> None:
        """Go on from a former program instead of the present one: its last change is taken back within this step.

        Raises:
            ProgramError: that program would fail now; the draft is as it was.
        """
        self.scene = self.evaluate_text(source)
        self.source = source
        self._operations.append({"kind": "undo"})

    def _write(self, source: str, line: int, old: str, new: str) -> None:
        """Take a program over in which one line differs."""
        if source == self.source:
            return
        self.scene = self.evaluate_text(source)
        self.source = source
        self._operations.append({"kind": "write", "line": line, "old": old, "new": new})

    def replace(self, edits: Sequence[Replace]) -> None:
        """Put other objects in the places of some, all at once.

        Raises:
            EditError, PathError, ProgramError: one cannot be replaced; the draft is as it was.
        """
        if edits:
            made = apply_replacements(self.source, edits, self.evaluate_text, scene=self.scene)
            operations = [edit.to_json() for edit in edits]
            self.write(made.source, made.scene, {"kind": "batch", "edits": operations}, made.path_map)

    def drop_relations(self, numbers: Collection[int]) -> None:
        """Take relations out of the program. One that cannot be taken out alone stays.

        Args:
            numbers: of the relations in the scene, from 0.
        """
        source = without_relations(self.source, self.scene, numbers) if numbers else self.source
        if source == self.source:
            return
        dropped = [self.scene.relations[number].text for number in sorted(numbers)]
        scene = self.evaluate_text(source)
        if scene.paths == self.scene.paths:
            operations = [{"kind": "drop-relation", "relation": text} for text in dropped]
            self.write(source, scene, {"kind": "batch", "edits": operations})

    def paint_room(self, looks: Mapping[str, str]) -> None:
        """Give the room other colours and finishes.

        Args:
            looks: keywords of ``room`` with their values as program text.

        Raises:
            EditError: the call of the room cannot be found in the text, or the new program would fail; the draft is as it was.
        """
        if self.scene.room is None:
            raise EditError("the scene has no room")
        source = with_room_looks(self.source, self.scene.find(self.scene.room.path).span, looks)
        try:
            scene = self.evaluate_text(source)
        except ProgramError as error:
            raise EditError(f"the room cannot be painted so: {error}") from error
        self.write(source, scene, {"kind": "paint-room", **looks})

    def write(
        self,
        source: str,
        scene: Scene,
        operation: Mapping[str, object],
        renamed: Mapping[str, str | None] | None = None,
    ) -> None:
        """Take a new text over as a part of the step.

        Args:
            scene: the scene of `source`.
            operation: the journal's record of what was done.
            renamed: paths before it -> paths after it, None where an instance is gone.
        """
        self.source, self.scene = source, scene
        self._operations.append(operation)
        moved, news = dict(renamed or {}), set(self.renamed.values())
        self.renamed = {old: moved.get(new or "", new) for old, new in self.renamed.items()}
        self.renamed |= {old: new for old, new in moved.items() if old not in news}

    def take_away(self, paths: Sequence[str], helper: str = "") -> None:
        """Delete many instances at once.

        Args:
            helper: a function of the program that places some of them; it goes where nothing is left of it.

        Raises:
            EditError, PathError: one cannot be deleted; the draft is as it was.
        """
        made = apply_deletions(self.source, paths, self.evaluate_text, scene=self.scene, helper=helper)
        self.write(made.source, made.scene, {"kind": "clear", "paths": list(paths)}, made.path_map)

    def branch(self) -> Draft:
        """A draft of the same step that can be tried and dropped; :meth:`adopt` takes it over."""
        other = object.__new__(Draft)
        other.__dict__.update(self.__dict__)
        other.results, other._operations, other.renamed = [*self.results], [*self._operations], dict(self.renamed)
        return other

    def adopt(self, other: Draft) -> None:
        """Become what a branch has become."""
        self.__dict__.update(other.__dict__)

    def consequences(self, *, job: Job) -> tuple[str, ...]:
        """What the edits so far make collide, float or break, in words.

        Raises:
            JobCancelled: the job was cancelled.
        """
        try:
            if self._judged is None:
                self._judged = self.derived.judged(self.before, job=job)
            return consequence_words(self._judged, self.derived.judged(self.scene, job=job), self.renamed)
        except LayoutError as error:
            return (f"nobody looked what collides or floats now: {error}",)

    @property
    def operations(self) -> tuple[Mapping[str, object], ...]:
        """The edits as the journal keeps them."""
        return tuple(self._operations)

    def save(self, *, author: str, name: str | None = None, operation: Mapping[str, object] | None = None) -> int:
        """Make all edits one step of the session, and give the revision that has them.

        Args:
            operation: what the journal says of the step; None: all that was done, one by one.

        Raises:
            StaleChange: the scene is at another revision by now; nothing was changed.
            ProjectError: the folder was changed meanwhile, is locked or cannot be written.
        """
        listed = self._operations
        if operation is None:
            operation = listed[0] if len(listed) == 1 else {"kind": "batch", "edits": listed}
        self._session.take(
            self.source, self.scene, author=author, operation=operation, based_on=self.base, name=name,
            renamed=self.renamed,
        )  # fmt: skip
        self._session.keep_assets()
        return self._session.revision
