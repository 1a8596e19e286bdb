"""Saves a function of a scene into the user's own library. Nothing else writes there, and nothing does without being asked."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from scenewright.app.agent.learning.cutting import CannotCut, ProgramBlocks
from scenewright.app.agent.learning.learned_pack import (
    LICENCE,
    LearnedEntity,
    changing,
    drop_learned,
    keep_learned,
    learned_entities,
    learned_folder,
    rename_words,
)
from scenewright.app.agent.learning.likeness import ShapeLikeness
from scenewright.app.agent.learning.likening import find_like
from scenewright.app.agent.learning.naming import EntityNames, cleaned_word, library_name, named
from scenewright.app.agent.learning.offering import described
from scenewright.app.agent.learning.trying import TriedEntity, try_entity
from scenewright.app.agent.learning.worth import SceneEvidence, unworthy
from scenewright.app.asset_sheets import scene_picture
from scenewright.app.requests import RequestError
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.data_dir import current_data_dir
from scenewright.scene.errors import EditError, LayoutError
from scenewright.scene.jobs import Job
from scenewright.scene.language.running import LibraryFolder
from scenewright.scene.printing import cut
from scenewright.scene.short_repr import short_repr

if TYPE_CHECKING:
    from scenewright.app.session import Session
    from scenewright.assets.library_ingest import ProposedEntity

__all__ = ["SavedEntity", "Saving", "learn_entity"]

PICTURE_SIDE = 480
"""Pixels."""
_MOST_TITLE = 120
_MOST_SYNONYMS = 20


class Saving(enum.StrEnum):
    """What became of a function that was to be saved."""

    SAVED = "saved"
    MERGED = "merged"
    """Something that was learned says the same: it stays, and got the new words."""
    REPLACED = "replaced"


@dataclass(frozen=True)
class SavedEntity:
    """`entity`: as it is in the library now. `notes`: what else changed by it."""

    how: Saving
    entity: LearnedEntity
    notes: tuple[str, ...] = ()

    __repr__ = short_repr

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {"how": self.how.value, **self.entity.report(), "notes": list(self.notes)}


def learn_entity(
    session: Session,
    name: str,
    *,
    word: str | None = None,
    synonyms: Sequence[str] = (),
    replacing: bool = False,
    apart: bool = False,
    job: Job | None = None,
) -> SavedEntity:
    """Save a function of the program of a session.

    Where something that was learned says the same, that one stays and gets the words of the new one.

    Args:
        word: what it is found by; None: that of its offer.
        synonyms: further words.
        replacing: put it in place of what says the same, or has the same name.
        apart: keep it beside what says the same.

    Raises:
        EditError: the program has no such function, or it cannot stand alone.
        RequestError: a word is none.
        AssetError: another thing has this name, or the library cannot be written.
        JobCancelled: the job was cancelled; nothing was written.
    """
    from scenewright.assets import Catalogue

    if replacing and apart:
        raise RequestError(
            "a thing is kept in place of another or beside it, not both", field="apart", also=["replacing"]
        )
    if len(synonyms) > _MOST_SYNONYMS:
        raise RequestError(f"synonyms: at most {_MOST_SYNONYMS} words", field="synonyms")
    further = tuple(cleaned_word(said, "synonyms") for said in synonyms)
    chosen = None if word is None else cleaned_word(word, "word")
    job = (job or Job()).part(name="learning")
    catalogue = Catalogue.default()
    try:
        blocks = ProgramBlocks(session.source)
        tried = try_entity(session, blocks, name, job=job.quiet())
        offered = named(name, blocks.entities[name].phrase, catalogue)
        names = _names(offered, chosen, further)
        evidence = _evidence(session, job)
        thing = described(blocks, tried, names, catalogue, evidence)
    except CannotCut as error:
        raise EditError(f"{cut(name, 60)} cannot be learned: {error}") from error
    job.tick(0.4, "drawing")
    picture, notes = _drawn(tried, job)
    unoffered = None if evidence is None else unworthy(evidence, blocks.entities[name], offered)
    if unoffered is not None:
        notes.append(f"the scene did not offer it: {unoffered}")
    file = library_name([names.word, name])
    if file is None:
        raise RequestError("its name has no letter from a to z: give it a word that has", field="word")
    new = LearnedEntity(
        file, name, thing.word, thing.synonyms, cut(thing.phrase, 400), thing.category, thing.support, thing.clearance, thing.size,
        _origin(session),
    )  # fmt: skip
    with changing():
        job.check()
        return _put(new, tried, thing, picture, notes, replacing=replacing, apart=apart)


def _evidence(session: Session, job: Job) -> SceneEvidence | None:
    """How the scene stands; None if nobody can tell."""
    from scenewright.scene.layout import check_scene

    try:
        report = check_scene(session.scene, provider=session.assets, root=session.folder, job=job.quiet())
    except LayoutError:
        return None
    return SceneEvidence(session.scene, report)


def _names(offered: EntityNames, word: str | None, further: tuple[str, ...]) -> EntityNames:
    """The words of the user, and those of the offer beside them."""
    first = word or cleaned_word(offered.word, "word")
    others = [*further, *((offered.word,) if word else ()), *offered.synonyms]
    return EntityNames(first, tuple(dict.fromkeys(w for w in others if w != first)), offered.known)


def _drawn(tried: TriedEntity, job: Job) -> tuple[bytes | None, list[str]]:
    from scenewright.renderers.base import RenderError

    try:
        return scene_picture(tried.scene, PICTURE_SIDE, job=job.quiet()), []
    except RenderError as error:
        return None, [f"it has no picture: {error}"]


def _origin(session: Session) -> str:
    """Where it came from, on one line."""
    title = None if session.project is None else session.project.title
    path = session.origin.path
    said = title or (path.stem if path is not None else session.scene.root_name)
    return f"the scene '{cut(said, _MOST_TITLE)}', {datetime.datetime.now(tz=datetime.UTC).date().isoformat()}"


def _put(
    new: LearnedEntity,
    tried: TriedEntity,
    thing: ProposedEntity,
    picture: bytes | None,
    notes: list[str],
    *,
    replacing: bool,
    apart: bool,
) -> SavedEntity:
    """Write it, or its words to what says the same. The library is locked."""
    known = learned_entities()
    like = None if apart else find_like(known, tried.cut.text, new.function, tried.scene, thing)
    same = like[0] if like is not None and like[1] is not ShapeLikeness.WORD else None
    if same is not None and not replacing:
        return _merged(same, new, like[1] if like else ShapeLikeness.TEXT, notes)
    there = next((e for e in known if e.name == new.name), None)
    if there is not None and there is not same and not replacing:
        raise AssetError(
            f"you have another {there.word} already ({there.name}, from {there.origin}): give this one another word, or put "
            f"it in place of that one"
        )
    if there is None:
        _refuse_taken(new.name)
    gone = {e.name: e for e in (same, there) if e is not None}
    for old in gone.values():
        words = [w for w in (*new.synonyms, *old.words) if w != new.word]
        new = replace(new, synonyms=tuple(dict.fromkeys(words)) if old is same else new.synonyms)
    keep_learned(new, _library_text(new, tried), picture)
    for old in gone.values():
        if old.name != new.name:
            drop_learned(old)
            notes.append(f"{old.name} is gone; its words find this one now")
    others = [e.name for e in known if e.name not in gone and new.word in e.words]
    notes += [f"'{new.word}' was a word of {other}, too: it means this one now" for other in others]
    return SavedEntity(Saving.REPLACED if gone else Saving.SAVED, new, tuple(notes))


_SAYS = {
    ShapeLikeness.TEXT: "says the same",
    ShapeLikeness.SHAPE: "has the same shape and colours",
    ShapeLikeness.RECOLOURED: "has the same shape in other colours",
}


def _merged(same: LearnedEntity, new: LearnedEntity, how: ShapeLikeness, notes: list[str]) -> SavedEntity:
    added = [w for w in dict.fromkeys(new.words) if w not in same.words]
    told = f"{same.name} {_SAYS[how]}: it stays"
    told += f", and is found by {', '.join(added)}, too" if added else ", and has these words already"
    entity = replace(same, synonyms=(*same.synonyms, *added))
    if added:
        rename_words(entity)
    return SavedEntity(Saving.MERGED, entity, (*notes, told))


def _refuse_taken(name: str) -> None:
    """
    Raises:
        AssetError: another library of the user has this name, or a file that is none of ours lies there.
    """
    from scenewright.assets import pack_libraries

    own = learned_folder().resolve()
    for folder in (*map(LibraryFolder, current_data_dir().library_folders), *pack_libraries()):
        path = folder.file_of(name)
        if path is not None and folder.folder.resolve() != own:
            raise AssetError(f"you have a library of this name, {path}: give this one another word")
    for suffix in (".py", ".png"):
        if (learned_folder() / f"{name}{suffix}").exists():
            raise AssetError(
                f"{learned_folder() / f'{name}{suffix}'} is there already: move it away, or give this one another word"
            )


def _library_text(entity: LearnedEntity, tried: TriedEntity) -> str:
    """The text with where it came from above it."""
    lines = [
        f"# {entity.word}: learned from {entity.origin}.",
        f"# Licence: {LICENCE}. Programs say `from {entity.name} import {entity.function}`, or asset_call({entity.word!r}).",
    ]
    return "\n".join([*lines, "", tried.cut.text])
