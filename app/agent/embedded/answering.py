"""Reads the answer to a question that the editor asked back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scenewright.app.agent.embedded.colours import is_colour
from scenewright.app.agent.embedded.destinations import read_where
from scenewright.app.agent.embedded.memory import OpenQuestion
from scenewright.app.agent.embedded.numbers_said import number_of
from scenewright.app.agent.embedded.patterns import VERBS, any_of, whole
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk
from scenewright.app.agent.embedded.work import Work
from scenewright.scene.english import ORDINALS
from scenewright.scene.semantics.words import singular

__all__ = ["Answered", "read_answer"]

_OF_THEM = r"of (?:them|these|those|the \w+)"
_ALL = whole(
    rf"(?:all|every|each|any and all|the lot)(?: (?:{_OF_THEM}|one|ones|the \w+|\w+))?",
    r"them all|everything|all (?:of )?(?:them|the .+)",
)
_BOTH = whole(rf"both(?: (?:{_OF_THEM}|the \w+|\w+))?", "(?:the|those) two")
_ANY = whole(
    r"(?:any|either|whichever|whatever|i do not (?:care|mind)|(?:it )?does not matter|no matter|you (?:choose|decide|pick)|surprise me"
    r"|any (?:one|of (?:them|these|those)))(?: .*)?"
)
_NTH = any_of(*ORDINALS, "last", r"\d+", "one", "two", "three", "four", "five")
_ORDINAL = whole(
    rf"(?:the )?(?:number )?(?P<n>{_NTH})(?: (?P<noun>ones?|\w+))?(?: (?:from|on) the (?P<from>left|right))?"
)
_REQUEST = re.compile(rf"^(?:{VERBS})\b")
_NUMBERED = whole(r"(?:number |no\.? |#)?(?P<n>\d+)")
_SIDE = whole(
    r"(?:the )?(?:one )?(?:(?:on|at|to) (?:the )?)?(?:far )?(?P<side>left|right|middle|centre|leftmost|rightmost|front|back)"
    r"(?:[ -]?(?:hand|most))?(?: (?:one|side|hand side|\w+))?"
)


@dataclass(frozen=True)
class Answered:
    """An answer that was understood: the sentence to do now, and the meanings of its phrases."""

    sentence: str
    bound: dict[str, tuple[str, ...]]


def read_answer(work: Work, asked: OpenQuestion, text: str) -> Answered | None:
    """What an answer makes of the sentence that waited for it; None where the text is no answer to the question."""
    text = re.sub(
        r"^(?:yes|yeah|ok(?:ay)?|i mean|i meant|please|just|only|take|use|pick|choose|well)[, ]+", "", text
    ).strip()
    text = text.rstrip("?.! ")
    bound = {phrase: tuple(paths) for phrase, paths in asked.bound.items()}
    if asked.kind == "which":
        chosen = _chosen(work, asked, text)
        if chosen is None:
            return None
        return Answered(asked.sentence, {**bound, asked.phrase: chosen})
    if asked.kind == "what":
        try:
            found = work.things.find(text, building=True)
        except (CannotDo, MustAsk):
            return None
        return Answered(asked.sentence, {**bound, asked.phrase: found})
    if asked.kind == "colour" and is_colour(text):
        return Answered(_joined(asked, text), bound)
    if (
        asked.kind == "where"
        and not _REQUEST.match(text)
        and (read_where(text) is not None or re.search(r"\d|clock|around|toward|left|right", text))
    ):
        return Answered(_joined(asked, text), bound)
    return None


def _joined(asked: OpenQuestion, text: str) -> str:
    """The sentence with the answer at the end of the clause that lacked it."""
    clause = asked.clause or asked.sentence
    if clause in asked.sentence:
        return asked.sentence.replace(clause, f"{clause} {text}", 1)
    return f"{asked.sentence} {text}"


def _chosen(work: Work, asked: OpenQuestion, text: str) -> tuple[str, ...] | None:
    known = set(work.draft.scene.paths)
    candidates = [p for p in asked.candidates if p in known]
    if not candidates:
        return None
    if _ALL.match(text):
        return tuple(candidates)
    if _BOTH.match(text):
        if len(candidates) > 2:
            labels = [work.stage.label(p, candidates) for p in candidates]
            raise MustAsk(
                f"There are {len(candidates)}. Which two do you mean: {', '.join(labels)}?",
                kind="which", phrase=asked.phrase, candidates=candidates, number=2, labels=labels,
            )  # fmt: skip
        return tuple(candidates) if len(candidates) == 2 else None
    if _ANY.match(text):
        return tuple(candidates[: max(asked.number, 1)])
    parts = [p.strip() for p in re.split(r",? and |, ", text) if p.strip()]
    if len(parts) > 1:
        found = [_one(work, candidates, part) for part in parts]
        if all(f is not None for f in found):
            return tuple(dict.fromkeys(p for f in found if f is not None for p in f))
    return _one(work, candidates, text)


def _one(work: Work, candidates: list[str], text: str) -> tuple[str, ...] | None:
    plain = text.removeprefix("the ")
    for path in candidates:
        if path == plain or path.endswith(f"/{plain}"):
            return (path,)
    labels = {work.stage.label(p, candidates).removeprefix("the "): p for p in candidates}
    if plain in labels:
        return (labels[plain],)
    ordered = work.stage.screen_order(candidates)
    side = _SIDE.match(text)
    if side is not None:
        word = side["side"].removesuffix("most")
        if word in ("left", "right"):
            return (ordered[0] if word == "left" else ordered[-1],)
        if word in ("middle", "centre"):
            return (ordered[len(ordered) // 2],)
    number = _ORDINAL.match(text) or _NUMBERED.match(text)
    if number is not None and number["n"] != "one":
        at = _place(number["n"], len(candidates))
        if at is not None:
            listed = (
                ordered
                if "from" in number.groupdict() and number["from"] == "left"
                else ordered[::-1]
                if "from" in number.groupdict() and number["from"] == "right"
                else candidates
            )
            return (listed[at],)
    return _by_words(work, candidates, text)


def _place(word: str, count: int) -> int | None:
    number = count if word == "last" else ORDINALS.get(word) or number_of(word)
    return number - 1 if number is not None and 1 <= number <= count else None


def _by_words(work: Work, candidates: list[str], text: str) -> tuple[str, ...] | None:
    """*The one on the desk*, *the blue one*: the candidates that the words fit."""
    name = singular(work.draft.scene.find(candidates[0]).name.replace("_", " "))
    phrase = re.sub(r"\bones\b", f"{name}s", re.sub(r"\bone\b", name, text))
    if not re.search(rf"\b{re.escape(name)}", phrase):
        if re.match(r"^(?:on|in|near|next|by|at|under|beside|behind|above|with|to|closest|nearest)\b", phrase):
            phrase = f"the {name} {phrase}"
        elif len(phrase.split()) <= 3:
            known = work.things.exists(phrase)
            phrase = phrase if known else f"{phrase} {name}"
    try:
        found = work.things.find(phrase, building=True)
    except MustAsk as ask:
        found = tuple(ask.candidates)
    except CannotDo:
        return None
    kept = tuple(p for p in found if p in candidates)
    return kept if kept and len(kept) < max(len(candidates), 2) else None
