"""Takes the dressing of a scene away, or makes it, as one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scenewright.app.dressing.fitting import fit_piece
from scenewright.app.dressing.touched import touched_by_people
from scenewright.app.session import Session
from scenewright.app.writers.embedded.dressing_lines import ABOUT, DRESSING, REMARK
from scenewright.app.writers.writer import DressLevel
from scenewright.scene.errors import EditError, LayoutError
from scenewright.scene.jobs import Job
from scenewright.scene.language.editing import added_to_helper, apply_deletions, placed_by
from scenewright.scene.short_repr import short_repr

if TYPE_CHECKING:
    from scenewright.app.session import Snapshot
    from scenewright.app.writers.embedded.dressing_lines import Dressing, DressingPiece
    from scenewright.scene.layout import LayoutResult
    from scenewright.scene.model import Scene

__all__ = ["Dressed", "dress_scene"]

_EFFORT = 4_000.0
"""Bound on the search for places, in units of about a millisecond on a slow machine."""


@dataclass(frozen=True)
class Dressed:
    """What a scene's dressing is now.

    Attributes:
        level: how much dresses the scene: none, light or full.
        revision: of the scene now.
        added, removed: full paths of what came, and of what went.
        kept: full paths, as they are now, of what would have gone, and a person has moved or changed it.
        left_out: names of what should have come, each with the reason.
        things: how many things dress the scene now.
        changed: whether the program is another.
    """

    level: DressLevel
    revision: int
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    things: int = 0
    changed: bool = False

    __repr__ = short_repr

    def report(self) -> dict[str, object]:
        """All of it as data."""
        return {
            "level": self.level,
            "revision": self.revision,
            "added": list(self.added),
            "removed": list(self.removed),
            "kept": list(self.kept),
            "left_out": [{"thing": thing, "reason": reason} for thing, reason in self.left_out],
            "things": self.things,
            "changed": self.changed,
        }


def dress_scene(session: Session, level: DressLevel, *, place: str = "", job: Job) -> Dressed:
    """Give a scene another dressing, as one step that can be undone. All else stays as and where it is.

    Args:
        place: what kind of place it is, where the scene was not made of a text that says so.

    Raises:
        EditError: nothing says what kind of place it is, or the program cannot be written so.
        StaleChange: somebody else changed the scene meanwhile; nothing was changed.
        ProjectError: the folder cannot be written.
        JobCancelled: nothing was changed.
    """
    shot = session.snapshot()
    dressing = placed_by(shot.source, shot.scene, DRESSING)
    touched = frozenset[int]() if session.project is None else touched_by_people(session.project)
    wanted = None
    if level != "none":
        job.tick(0.05, "thinking of what such a place has")
        wanted = _composed(session, level, place, job.part(0.05, 0.4))
    pieces = () if wanted is None else wanted.pieces
    news, stays = _compared(dressing, pieces)
    going = [path for at, path in enumerate(dressing) if path not in stays and at not in touched]
    kept = [path for at, path in enumerate(dressing) if path not in stays and at in touched]
    draft = _Draft(session, shot)
    if going:
        draft.take_away(going)
    job.tick(0.45, "looking for places")
    left_out = draft.add(news, wanted, stays, job.part(0.45, 0.95)) if wanted is not None else []
    if draft.source == shot.source:
        return Dressed(level, shot.revision, kept=tuple(kept), left_out=tuple(left_out), things=len(dressing))
    operation = {"kind": "dress", "level": level, "added": len(draft.added), "removed": len(going)}
    job.check()
    session.take(
        draft.source, draft.scene, author="agent", operation=operation, based_on=shot.revision, name="composer",
        renamed=draft.renamed,
    )  # fmt: skip
    session.keep_assets()
    kept = [draft.renamed.get(path) or path for path in kept]
    things = len(placed_by(draft.source, draft.scene, DRESSING))
    return Dressed(
        level, session.revision, tuple(draft.added), tuple(going), tuple(kept), tuple(left_out), things, changed=True
    )


def _composed(session: Session, level: DressLevel, place: str, job: Job) -> Dressing:
    """The scene as the embedded writer would make it with this dressing."""
    from scenewright.app.writers.embedded.composer import compose
    from scenewright.app.writers.embedded.english import DescriptionError
    from scenewright.assets import Catalogue

    text = f"a {place}" if place else (session.project.prompt if session.project is not None else None)
    if not text:
        raise EditError(
            "this scene was not made of a text, so that nothing says what kind of place it is: name it, such as 'bedroom'"
        ).about("place")
    try:
        made = compose(text, Catalogue.default(), seed=session.seed, dress=level, job=job)
    except DescriptionError as error:
        raise EditError(
            f"the text that the scene was made of cannot be read: {error}; say what kind of place it is"
        ).about("place") from None
    if not made.dressing.pieces:
        raise EditError(
            f"nothing is known of what dresses {place or 'such a place'!r}: name a kind of place that a recipe is for"
        ).about("place")
    return made.dressing


def _compared(dressing: Sequence[str], pieces: Sequence[DressingPiece]) -> tuple[list[DressingPiece], dict[str, str]]:
    """What is to come, and the paths that stay with those of the pieces that they are: things of one name are alike."""
    there: dict[str, list[str]] = {}
    for path in dressing:
        there.setdefault(_base(path), []).append(path)
    stays: dict[str, str] = {}
    news = []
    for piece in pieces:
        alike = there.get(piece.name)
        if alike:
            stays[alike.pop(0)] = piece.path
        else:
            news.append(piece)
    return news, stays


def _base(path: str) -> str:
    return path.rpartition("/")[2].partition("[")[0]


class _Draft:
    """The step in the making. `renamed`: paths before -> paths now, None where the instance is gone."""

    def __init__(self, session: Session, shot: Snapshot) -> None:
        self._session = session
        self.source, self.scene = shot.source, shot.scene
        self.added: list[str] = []
        self.renamed: dict[str, str | None] = {}

    def take_away(self, paths: Sequence[str]) -> None:
        made = apply_deletions(self.source, paths, self._session.evaluate_text, scene=self.scene, helper=DRESSING)
        self.source, self.scene = made.source, made.scene
        now = made.path_map
        self.renamed = {old: new and now.get(new, new) for old, new in self.renamed.items()} | {
            old: new for old, new in now.items() if old not in self.renamed.values()
        }
        self.added = [new for path in self.added if (new := now.get(path, path)) is not None]

    def add(
        self, news: Sequence[DressingPiece], wanted: Dressing, stays: dict[str, str], job: Job
    ) -> list[tuple[str, str]]:
        """Write the new things, let the layout find their places among the rest, and take back those that find none."""
        root = self.scene.root_name
        children = [self.scene.paths[row] for row in self.scene.children_of(0)]
        names = Counter(map(_base, children))
        dressing = placed_by(self.source, self.scene, DRESSING)
        behind = children[children.index(dressing[-1]) + 1 :] if dressing else []
        taken = set(map(_base, behind))
        here = {path: path for path in wanted.furniture if f"{root}/{path}" in {*children} - {*dressing}}
        here |= {comp: str(self.renamed.get(path, path)).partition("/")[2] for path, comp in stays.items()}
        places, relations, left_out = [], [], []
        for piece in news:
            name = _free_name(piece.name, taken)
            here[piece.path] = f"{name}[{names[name]}]" if names[name] else name
            fitted = fit_piece(piece, self.scene, wanted.size, here, name=name)
            if fitted is None:
                del here[piece.path]
                left_out.append((piece.name, f"there is no {piece.host} for it"))
                continue
            self.added.append(f"{root}/{here[piece.path]}")
            names[name] += 1
            places.append(fitted.place)
            relations += fitted.relations
        if not places:
            return left_out
        before = self.scene
        self.source = added_to_helper(
            self.source, before, DRESSING, places, list(dict.fromkeys(relations)), self._session.evaluate_text, about=ABOUT,
            remark=REMARK,
        )  # fmt: skip
        self.scene = self._session.evaluate_text(self.source)
        job.tick(0.2, "placing them")
        return [*left_out, *self._lay_out(before, job.part(0.2))]

    def _lay_out(self, before: Scene, job: Job) -> list[tuple[str, str]]:
        """Let the layout find places, where all that was there stays; what finds none goes again."""
        from scenewright.scene.layout import solve_scene

        keep = tuple(path for path in before.paths if path != before.root_name)
        news = set(self.added)
        try:
            result = solve_scene(
                self.source, self.scene, self._session.evaluate_text, provider=self._session.assets,
                root=self._session.folder, seed=self._session.seed, effort=_EFFORT, settle=False, best_effort=True,
                accept=True, keep=keep, job=job,
            )  # fmt: skip
        except LayoutError as error:
            raise EditError(f"the scene cannot be laid out, so that nothing finds a place in it: {error}") from error
        self.source, self.scene = result.source, result.scene
        wrong = _wrong(result, news)
        if wrong:
            self.take_away(list(wrong))
        return [(_base(path), reason) for path, reason in wrong.items()]


def _wrong(result: LayoutResult, news: set[str]) -> dict[str, str]:
    """New things without a good place, with the reason."""
    found: dict[str, str] = {}
    for violation in result.certificate.violations:
        for path in news.intersection(violation.paths):
            found.setdefault(path, violation.message)
    for relation in result.certificate.relations:
        if not relation.satisfied:
            subject = relation.text.partition("(")[2].partition(",")[0].rstrip(")")
            for path in news:
                if path.endswith(f"/{subject}"):
                    found.setdefault(path, f"no place was found where {relation.text} holds")
    return found


def _free_name(name: str, taken: set[str]) -> str:
    """The name, or another that no thing behind the dressing has: a new thing before it would change the number of that."""
    number = 2
    free = name
    while free in taken:
        free, number = f"{name}_{number}", number + 1
    return free
