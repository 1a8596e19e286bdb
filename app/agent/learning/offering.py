"""Offers: which functions of a scene are worth keeping in the user's own library, and why the others are not."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from scenewright.app.agent.learning.cutting import CannotCut, ProgramBlocks
from scenewright.app.agent.learning.learned_pack import LearnedEntity, learned_entities
from scenewright.app.agent.learning.likeness import ShapeLikeness
from scenewright.app.agent.learning.likening import find_like
from scenewright.app.agent.learning.naming import EntityNames, named
from scenewright.app.agent.learning.trying import TriedEntity, try_entity
from scenewright.app.agent.learning.worth import SceneEvidence, unworthy
from scenewright.assets.library_ingest import ProposedEntity, propose_entity
from scenewright.scene.asset_provider import AssetError
from scenewright.scene.errors import LayoutError
from scenewright.scene.jobs import Job
from scenewright.scene.model import PrimitiveKind, Scene
from scenewright.scene.short_repr import short_repr

if TYPE_CHECKING:
    from scenewright.app.session import Session
    from scenewright.assets import Catalogue

__all__ = ["LibraryOffer", "Offers", "PassedOver", "described", "offers_of"]


_AXES = re.compile(r",? *(?:that )?(?:facing|faces) (?:the )?[+-]?[xyz]\b(?: axis| direction)?", re.IGNORECASE)
"""What a docstring says to programs, and nobody searches for."""


@dataclass(frozen=True, eq=False)
class LibraryOffer:
    """A function that is worth keeping.

    `thing`: its words, size and support, as its pack would have them. `why`: in a sentence. `like`: what was learned before and says the
    same, or has the same word, and how it is like it. `hides`: what the word gives without it, '' if nothing.
    """

    name: str
    thing: ProposedEntity
    tried: TriedEntity
    primitives: int
    instances: int
    why: str
    like: tuple[LearnedEntity, ShapeLikeness] | None = None
    hides: str = ""

    __repr__ = short_repr

    @property
    def scene(self) -> Scene:
        """It alone."""
        return self.tried.scene

    @property
    def library(self) -> str:
        """The text that would be saved, without its heading."""
        return self.tried.cut.text

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        return {
            "name": self.name,
            "word": self.thing.word,
            "synonyms": list(self.thing.synonyms),
            "phrase": self.thing.phrase,
            "size": list(self.thing.size),
            "support": self.thing.support,
            "primitives": self.primitives,
            "instances": self.instances,
            "helpers": list(self.tried.cut.helpers),
            "filled": dict(self.tried.cut.filled),
            "why": self.why,
            "like": None if self.like is None else {"name": self.like[0].name, "how": self.like[1].value},
            "hides": self.hides,
        }


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A function that is not offered."""

    name: str
    reason: str


@dataclass(frozen=True)
class Offers:
    """What a scene offers, and what it does not."""

    offers: tuple[LibraryOffer, ...]
    passed_over: tuple[PassedOver, ...]

    __repr__ = short_repr

    def report(self) -> dict[str, Any]:
        """All of it as data."""
        passed = [{"name": p.name, "reason": p.reason} for p in self.passed_over]
        return {"offers": [offer.report() for offer in self.offers], "passed_over": passed}


def offers_of(session: Session, *, job: Job | None = None) -> Offers:
    """Look at all functions of the program of a session. Nothing is written.

    Raises:
        ProgramError: the program does not run.
        AssetError: the list of what was learned cannot be read.
        JobCancelled: the job was cancelled.
    """
    from scenewright.assets import Catalogue
    from scenewright.scene.layout import check_scene

    job = (job or Job()).part(name="looking at the functions")
    scene = session.scene
    try:
        blocks = ProgramBlocks(session.source)
        report = check_scene(scene, provider=session.assets, root=session.folder, job=job.part(0.0, 0.4))
    except (CannotCut, LayoutError) as error:
        return Offers((), (PassedOver(scene.root_name, f"the scene cannot be judged: {error}"),))
    evidence, catalogue, learned = SceneEvidence(scene, report), Catalogue.default(), learned_entities()
    offers: list[LibraryOffer] = []
    passed: list[PassedOver] = []
    for position, function in enumerate(blocks.entities.values()):
        job.tick(0.4 + 0.6 * position / len(blocks.entities), function.name)
        names = named(function.name, function.phrase, catalogue)
        reason = unworthy(evidence, function, names)
        if reason is None:
            try:
                tried = try_entity(session, blocks, function.name, job=job.quiet())
                thing = described(blocks, tried, names, catalogue, evidence)
            except (CannotCut, AssetError) as error:
                reason = str(error)
            else:
                offers.append(_offer(evidence, tried, thing, catalogue, learned))
        if reason is not None:
            passed.append(PassedOver(function.name, reason))
    # what stands by itself and took most work comes first
    offers.sort(key=lambda offer: (evidence.is_nested(evidence.rows(offer.name)[0]), -offer.primitives))
    return Offers(tuple(offers), tuple(passed))


def described(
    blocks: ProgramBlocks,
    tried: TriedEntity,
    names: EntityNames,
    catalogue: Catalogue,
    evidence: SceneEvidence | None,
) -> ProposedEntity:
    """A function as an object of a pack: its words, and what was measured of it. What the catalogue does not know rests on what it rests
    on in the scene.

    Raises:
        AssetError: it fails when it is evaluated as one.
    """
    function = blocks.entities[tried.cut.name]
    thing = propose_entity(tried.cut.text, replace(function, needs_arguments=False), catalogue, word=names.word)
    resting = None if evidence is None or _known(names, catalogue) else evidence.resting(tried.cut.name)
    phrase = _AXES.sub("", thing.phrase).strip() or thing.phrase
    return replace(thing, synonyms=names.synonyms, phrase=phrase, support=resting or thing.support)


def _known(names: EntityNames, catalogue: Catalogue) -> bool:
    found = catalogue.parse(names.word)
    return found.known and bool(catalogue.find(found.head, k=1, meaning=False))


def _offer(
    evidence: SceneEvidence,
    tried: TriedEntity,
    thing: ProposedEntity,
    catalogue: Catalogue,
    learned: list[LearnedEntity],
) -> LibraryOffer:
    name = tried.cut.name
    rows = evidence.rows(name)
    count = int(np.count_nonzero(tried.scene.nodes.primitive != PrimitiveKind.NONE))
    times = "once" if len(rows) == 1 else f"{len(rows)} times"
    alone = f" and comes with {', '.join(tried.cut.helpers[:4])}" if tried.cut.helpers else ""
    why = f"it stands {times} in the scene with nothing wrong, runs by itself{alone}"
    like = find_like(learned, tried.cut.text, name, tried.scene, thing)
    return LibraryOffer(name, thing, tried, count, len(rows), why, like, _hidden(thing.word, catalogue, like))


def _hidden(word: str, catalogue: Catalogue, like: tuple[LearnedEntity, ShapeLikeness] | None) -> str:
    """What the word gives now, where that is another thing of exactly this name."""
    found = next(iter(catalogue.find(word, k=1, meaning=False)), None)
    if found is None or found.how not in ("exact", "synonym") or like is not None:
        return ""
    return found.entry.phrase
