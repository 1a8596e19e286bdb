"""The actions of library learning: what a scene offers, saving one of its functions, and what was learned."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import Field, model_validator

from scenewright.app.actions.action import FreeAction, SceneAction
from scenewright.app.agent.learning.saving import SavedEntity
from scenewright.app.requests import Request, RequestError
from scenewright.app.session import Session
from scenewright.scene.errors import QueryError
from scenewright.scene.jobs import Job
from scenewright.scene.limits import NAME_CHARACTERS
from scenewright.scene.short_repr import short_repr
from scenewright.scene.texts import CATALOGUE_WORDS, readable_text

if TYPE_CHECKING:
    from scenewright.app.agent.learning import LearnedEntity, Offers
    from scenewright.assets import CatalogueMatch

__all__ = [
    "LEARNED",
    "LEARN_ENTITY",
    "LEARN_OFFERS",
    "REMOVE_LEARNED",
    "LearnEntityRequest",
    "LearnOffersRequest",
    "LearnedFound",
    "LearnedRequest",
    "OffersFound",
    "RemoveLearnedRequest",
    "RemovedLearned",
]

_MOST_WORD = 200

_Word = Annotated[str, Field(min_length=1, max_length=_MOST_WORD)]


class LearnOffersRequest(Request):
    """What to do with the offers beside listing them."""

    sheet: Path | None = None
    """PNG with a picture of each offer."""


@dataclass(frozen=True)
class OffersFound:
    """`sheet`: the file with the pictures; None if none was drawn."""

    found: Offers
    sheet: Path | None = None

    __repr__ = short_repr

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {**self.found.report(), "sheet": None if self.sheet is None else str(self.sheet)}


def learn_offers(session: Session, request: LearnOffersRequest, job: Job) -> OffersFound:
    """Say which functions of the program are worth keeping in the user's own library. Nothing is kept.

    Raises:
        RenderError: the sheet cannot be drawn.
        JobCancelled: the job was cancelled.
    """
    from scenewright.app.agent.learning import offers_of

    found = offers_of(session, job=job.part(0.0, 0.7 if request.sheet else 1.0))
    if request.sheet is None or not found.offers:
        return OffersFound(found)
    from scenewright.app.asset_sheets import scenes_sheet

    scenes = [(offer.thing.word, offer.scene) for offer in found.offers]
    return OffersFound(found, scenes_sheet(scenes, request.sheet, job=job.part(0.7)))


class LearnEntityRequest(Request):
    """Which function to keep, and as what."""

    name: Annotated[str, Field(min_length=1, max_length=NAME_CHARACTERS)]
    """The entity function."""
    word: _Word | None = None
    """What it is found by; None: what the offer proposes."""
    synonyms: tuple[_Word, ...] = ()
    """Further words."""
    replacing: bool = False
    """Put it in place of what was learned and says the same, or has the same name."""
    apart: bool = False
    """Keep it beside what says the same, where it would be merged with that."""

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if self.replacing and self.apart:
            raise RequestError(
                "a thing is kept in place of another, or beside it: not both", field="apart", also=["replacing"]
            )
        return self


def learn(session: Session, request: LearnEntityRequest, job: Job) -> SavedEntity:
    """Save a function of the program, with all that it needs, into the user's own library.

    Raises:
        EditError: there is no such function, or it cannot stand alone.
        AssetError: another thing has this name, or the library cannot be written.
        JobCancelled: nothing was written.
    """
    from scenewright.app.agent.learning import learn_entity

    return learn_entity(
        session,
        request.name,
        word=request.word,
        synonyms=request.synonyms,
        replacing=request.replacing,
        apart=request.apart,
        job=job,
    )


class LearnedRequest(Request):
    """What of the learned to list."""

    words: str = ""
    """What to search for, by words and by meaning; empty: all."""
    number: int = Field(default=10, ge=1)
    """Most results of a search."""


@dataclass(frozen=True)
class LearnedFound:
    """`found`: best first, each with how it fits; None where all are listed."""

    folder: Path
    found: tuple[tuple[LearnedEntity, CatalogueMatch | None], ...]

    __repr__ = short_repr

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        rows = [
            {**entity.report(), **({} if match is None else {"score": round(match.score, 4), "how": match.how})}
            for entity, match in self.found
        ]
        return {"folder": str(self.folder), "learned": rows}


def learned(request: LearnedRequest, job: Job) -> LearnedFound:
    """List what was learned, or search it.

    Raises:
        AssetError: the library cannot be read.
        QueryError: the words are more than :data:`scenewright.scene.texts.CATALOGUE_WORDS` allows.
    """
    from scenewright.app.agent.learning import learned_entities, learned_folder, search_learned

    words = readable_text(request.words, "the words", CATALOGUE_WORDS, QueryError)
    if words:
        return LearnedFound(learned_folder(), tuple(search_learned(words, request.number)))
    return LearnedFound(learned_folder(), tuple((entity, None) for entity in learned_entities()))


class RemoveLearnedRequest(Request):
    """Which to remove."""

    name: _Word
    """The name of its library, or a word that it is found by."""


@dataclass(frozen=True)
class RemovedLearned:
    """`entity`: what was removed."""

    entity: LearnedEntity

    __repr__ = short_repr

    def report(self) -> dict[str, Any]:
        """What was removed."""
        return {"name": self.entity.name, "word": self.entity.word, "file": str(self.entity.file)}


def remove(request: RemoveLearnedRequest, job: Job) -> RemovedLearned:
    """Delete something that was learned. Scenes that use it keep their own copies.

    Raises:
        AssetError: there is no such thing, or several have this word.
    """
    from scenewright.app.agent.learning import remove_learned

    return RemovedLearned(remove_learned(request.name))


LEARN_OFFERS = SceneAction(
    "learn_offers", "Say which functions of a scene are worth keeping.", LearnOffersRequest, learn_offers
)
LEARN_ENTITY = SceneAction(
    "learn_entity", "Save a function of a scene into one's own library.", LearnEntityRequest, learn
)
LEARNED = FreeAction("learned", "List or search what was learned from scenes.", LearnedRequest, learned)
REMOVE_LEARNED = FreeAction("remove_learned", "Remove something that was learned.", RemoveLearnedRequest, remove)
