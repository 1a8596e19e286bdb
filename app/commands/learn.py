"""``scenewright learn`` and ``scenewright learned``: one's own library of what was made in scenes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.terminal.output import Reporter, guarded
from scenewright.scene.printing import cut

if TYPE_CHECKING:
    from scenewright.app.agent.learning import LearnedEntity, LibraryOffer
    from scenewright.scene.model import Vec3

__all__ = ["listed", "offers", "remove_one", "save_one"]

_MOST_PHRASE = 72
_LIKE = {
    "text": "you have it already, as {name}",
    "shape": "you have one of the same shape and colours, {name}",
    "recoloured": "you have it in other colours, as {name}",
    "word": "you have another thing of this name, {name}",
}


def offers(scene: str, flags: Mapping[str, Any], *, sheet: Path | None, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.learning import LEARN_OFFERS, LearnOffersRequest
        from scenewright.app.terminal.process import open_with_settings

        request = LearnOffersRequest(sheet=sheet)
        session, _ = open_with_settings(scene, flags, reporter)
        with reporter.job("looking") as job:
            result = LEARN_OFFERS(session, request, job=job)
        found = result.found
        lines = [line for offer in found.offers for line in _offered(offer)]
        lines += [f"pictures: {result.sheet}"] if result.sheet else []
        reporter.result(result.report(), lines)
        if as_json:
            return
        for passed in found.passed_over:
            reporter.note(f"not offered: {passed.name} ({passed.reason})")
        if found.offers:
            reporter.note(f"nothing was saved; scenewright learn {scene} --save {found.offers[0].name} keeps that one")
        else:
            reporter.note("nothing of this scene is offered for your library")


def _offered(offer: LibraryOffer) -> list[str]:
    thing = offer.thing
    words = f"{thing.word} ({', '.join(thing.synonyms)})" if thing.synonyms else thing.word
    size = metres(thing.size)
    lines = [f"{offer.name:<20} {words:<28} {size:<22} {offer.primitives:>4} primitives"]
    lines.append(f"    {cut(thing.phrase, _MOST_PHRASE)}")
    lines.append(f"    {offer.why}")
    if offer.like is not None:
        lines.append(f"    {_LIKE[offer.like[1].value].format(name=offer.like[0].name)}")
    if offer.hides:
        lines.append(f"    asset_call('{thing.word}') would give it, and no longer: {cut(offer.hides, _MOST_PHRASE)}")
    return lines


def metres(size: Vec3) -> str:
    """Width, height and depth for people."""
    return " x ".join(f"{v:.2f}" for v in size) + " m"


def save_one(
    scene: str,
    name: str,
    flags: Mapping[str, Any],
    *,
    word: str | None,
    synonyms: Sequence[str],
    replacing: bool,
    apart: bool,
    as_json: bool,
) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.learning import LEARN_ENTITY, LearnEntityRequest
        from scenewright.app.terminal.process import open_with_settings

        request = LearnEntityRequest(
            name=name, word=word, synonyms=tuple(synonyms), replacing=replacing, apart=apart
        )  # fmt: skip
        session, _ = open_with_settings(scene, flags, reporter)
        with reporter.job("saving") as job:
            saved = LEARN_ENTITY(session, request, job=job)
        entity = saved.entity
        lines = [] if saved.how == "merged" else [f"{saved.how}: {_line(entity)}", f"    {entity.file}"]
        lines += [f"    picture: {entity.picture}"] if entity.picture and saved.how != "merged" else []
        lines += [f"merged: {note}" if saved.how == "merged" else f"    {note}" for note in saved.notes]
        if saved.how != "merged":
            lines.append(f"    use it: asset_call('{entity.word}'), or from {entity.name} import {entity.function}")
        reporter.result(saved.report(), lines)


def _line(entity: LearnedEntity) -> str:
    words = f"{entity.word} ({', '.join(entity.synonyms)})" if entity.synonyms else entity.word
    return f"{entity.name:<20} {words:<28} {metres(entity.size):<22} {entity.origin}"


def listed(words: str, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.learning import LEARNED, LearnedRequest
        from scenewright.scene.asset_provider import AssetError

        with reporter.job("searching") as job:
            result = LEARNED(LearnedRequest(words=words), job=job)
        lines = [f"{f'{match.score:.2f} {match.how:<9} ' if match else ''}{_line(e)}" for e, match in result.found]
        reporter.result(result.report(), lines)
        if words and not result.found:
            reporter.note(f"nothing that you saved fits '{cut(words, 100)}'; without words all is listed")
            raise SystemExit(AssetError.exit_code)
        if not words and not result.found:
            reporter.note("nothing was saved yet: scenewright learn SCENE says what a scene offers")


def remove_one(name: str, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.learning import REMOVE_LEARNED, RemoveLearnedRequest

        removed = REMOVE_LEARNED(RemoveLearnedRequest(name=name))
        reporter.result(removed.report(), [f"removed {removed.entity.word} ({removed.entity.file})"])
