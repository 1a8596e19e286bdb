"""Reads what a text says moves, and gives the text without it: *a windmill with turning sails* is a windmill whose sails turn.

The reader of descriptions sees things alone; what of them moves is kept apart, and told as not shown where it cannot move.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from scenewright.assets.motions import ThingMotion, motion_of, motion_verbs, parts_that_move
from scenewright.scene.semantics.words import plural, singular

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["RAILS", "TRACKS", "SaidMotion", "motions_apart"]

_ADVERB = (
    r"(?:slowly|quickly|fast|gently|steadily|lazily|happily|merrily|round and round|around and around|back and forth|to and fro"
    r"|from side to side|forth and back|in circles"
    r"|by itself|on its axis|about its axis|in the (?:wind|breeze)|again and again|all the time)"
)
_GROUND = r"(?:floor|ground|room|street|road|grass|lawn|carpet|rug|track|field|yard|square|hall|way|path)"
_NOUN = r"[a-z][a-z'-]*(?: [a-z][a-z'-]*){0,2}"
_MOST_WORDS = 3


@dataclass(frozen=True)
class SaidMotion:
    """A movement that a text states. `noun`: of what moves. `says`: the movement in words. `kinds`: what its verb may mean; 'open' is of
    doors. `part`: what of the thing moves, '' for all of it. `around`: the noun of what it goes round; '' for nothing."""

    noun: str
    says: str
    kinds: frozenset[str]
    part: str = ""
    around: str = ""


def motions_apart(text: str, catalogue: Catalogue) -> tuple[str, tuple[SaidMotion, ...]]:
    """A text without what it says of movements, and these."""
    found: list[SaidMotion] = []
    for read in (_doors, _parts, _own_parts, _after_nouns, _before_nouns):
        text = read(text, catalogue, found)
    return text, tuple(dict.fromkeys(found))


def _doors(text: str, catalogue: Catalogue, found: list[SaidMotion]) -> str:
    """*A door opening*, *a door that opens*, *an opening door*: a door of the room."""

    def read(match: re.Match[str]) -> str:
        found.append(SaidMotion("door", "the door opens", frozenset(["open"])))
        return "a door"

    opens = r"(?:(?:that|which) (?:is opening|opens)|opening)(?: and clos(?:es|ing))?"
    pattern = rf"\ban? door (?:{_ADVERB} )?{opens}(?: {_ADVERB})?|\ban? (?:slowly )?opening door\b"
    return re.sub(pattern, read, text, flags=re.IGNORECASE)


def _parts(text: str, catalogue: Catalogue, found: list[SaidMotion]) -> str:
    """*A clock with a swinging pendulum*, *a windmill with turning sails*, *a windmill whose sails turn*."""

    def read(match: re.Match[str]) -> str:
        part, verb = singular(match["part"] or match["part2"]).lower(), (match["verb"] or match["verb2"]).lower()
        kinds = motion_verbs()[_forms()[verb]]
        noun = _last_noun(match["before"], catalogue)
        motion = next((m for m in parts_that_move().get(part, ()) if m.verbs & kinds), None)
        if not noun or motion is None:
            return match[0]
        meant = _with_part(noun, motion, kinds, catalogue)
        if not meant:
            return match[0]
        found.append(SaidMotion(meant, _says(match["part"] or match["part2"], verb), kinds, part))
        return f"{match['before'][: len(match['before']) - len(noun)]}{meant}"

    verbs, parts = _alternatives(_forms()), _alternatives([*parts_that_move(), *map(plural, parts_that_move())])
    before = rf"(?P<before>\b(?:an?|the|one|two|three) {_NOUN})"
    with_part = rf" with (?:an? |its |the |[a-z]+ )?(?:{_ADVERB} )?(?P<verb>{verbs}) (?P<part>{parts})\b"
    whose = rf"(?: with| whose|, its|, whose) (?P<part2>{parts}) (?:that (?:are |is )?|are |is )?(?P<verb2>{verbs})\b(?: {_ADVERB})?"
    return re.sub(rf"{before}(?:{with_part}|{whose})", read, text, flags=re.IGNORECASE)


def _own_parts(text: str, catalogue: Catalogue, found: list[SaidMotion]) -> str:
    """A sentence of its own: *Its sails turn slowly.*"""

    def read(match: re.Match[str]) -> str:
        part, verb = singular(match["part"]).lower(), match["verb"].lower()
        kinds = motion_verbs()[_forms()[verb]]
        motion = next((m for m in parts_that_move().get(part, ()) if m.verbs & kinds), None)
        before = text[: match.start()].lower()
        noun = next((name for name in _names_of(motion, catalogue) if name in before), "") if motion is not None else ""
        if not noun:
            return match[0]
        found.append(SaidMotion(noun, _says(match["part"], verb), kinds, part))
        return ""

    verbs, parts = _alternatives(_forms()), _alternatives([*parts_that_move(), *map(plural, parts_that_move())])
    pattern = (
        rf"(?<=[.;]) ?(?:Its|The|its|the|Their) (?P<part>{parts}) (?:are |is )?(?P<verb>{verbs})(?: {_ADVERB})?[.;]?"
    )
    return re.sub(pattern, read, text)


def _after_nouns(text: str, catalogue: Catalogue, found: list[SaidMotion]) -> str:
    """*A ball rolling along the floor*, *a carousel that turns*, *the train goes round the tree*."""

    def read(match: re.Match[str]) -> str:
        noun, verb = _last_noun(match["before"], catalogue), match["verb"].lower()
        kinds = motion_verbs()[_forms()[verb]]
        around, where = (match["around"] or "").strip(), (match["where"] or "").strip()
        stated = verb.endswith("ing") or match["link"] or around or where or match["adverb"] or _ends(match)
        if not noun or not stated:
            return match[0]
        if kinds & {"drive"} and _TRACK.search(where):
            around, where = "track", ""
        if kinds & {"drive"} and not around and "in circles" in match[0]:
            around = "circle"
        thing, before = noun, match["before"]
        if around and f"toy {noun}" in catalogue.vocabulary:
            thing = f"toy {noun}"  # what goes round a tree or in a circle of rails
            before = before[: len(before) - len(noun)] + thing
        motion = motion_of(_object(thing, catalogue), kinds)
        said = " ".join(w for w in (_says(noun, verb), f"round the {around}" if around else where) if w)
        found.append(SaidMotion(thing, said, kinds, "", around))
        if motion is None:
            return match[0]
        before = f"with {before.strip()}" if match["rel"] else before
        if around and around not in TRACKS:
            return (
                f"{before} on the floor and a {around}" if _is_small(thing, catalogue) else f"{before} and a {around}"
            )
        return f"{before} {_ground_of(where, motion, _is_small(thing, catalogue))}".rstrip()

    link = r"(?P<link> (?:that|which)(?: is| are| can)?| is| are|,? (?:which|that) keeps?)?"
    around = (
        r" (?:a?round|about|in circles around) (?:an?|the|its) "
        rf"(?P<around>{_NOUN}?)(?=$|[.,;]| (?:in|on|with|and|of|under|near|by)\b)"
    )
    where = (
        r"(?P<where> (?:along|across|over|on|through|down|past|in|up)(?: [a-z]+)? ?(?:an?|the|its)? ?"
        rf"(?:[a-z]+ )?{_GROUND})\b"
    )
    pattern = (
        rf"(?P<rel>\b(?:in which|where) )?(?P<before>\b(?:an?|the|one|two|three|some|her|his|my) {_NOUN}?){link} "
        rf"(?:{_ADVERB} )?(?P<verb>{_alternatives(_forms())})\b"
        rf"(?: (?P<adverb>{_ADVERB}))?(?:{around}|{where})?(?: {_ADVERB})?"
    )
    return re.sub(pattern, read, text, flags=re.IGNORECASE)


def _ground_of(where: str, motion: ThingMotion, small: bool) -> str:
    """Where what moves stands, by the way that it takes: *on a street* for along a street, *in the hall* for across it."""
    place = re.search(rf"\b(?:an?|the|its) (?:[a-z]+ )?{_GROUND}$", where)
    plain = place is None or re.search(r"(?:floor|ground|way|path)$", place[0]) is not None
    if place is None or plain:
        return "on the floor" if small and motion.how in ("roll", "drive") else ""
    return f"{'on' if re.search(r'(?:street|road|grass|lawn|carpet|rug)$', place[0]) else 'in'} {place[0]}"


def _is_small(noun: str, catalogue: Catalogue) -> bool:
    """Whether a thing usually stands on furniture, unless it moves along the ground."""
    found = catalogue.find(singular_words(noun), k=1, meaning=False)
    return bool(found) and found[0].entry.support == "surface"


def _before_nouns(text: str, catalogue: Catalogue, found: list[SaidMotion]) -> str:
    """*A spinning globe*, *a rotating disco ball*. A rocking chair is a kind of chair."""

    def read(match: re.Match[str]) -> str:
        verb, after = match["verb"].lower(), match["noun"].split()
        kinds = motion_verbs()[_forms()[verb]]
        for length in range(len(after), 0, -1):
            noun = " ".join(after[:length])
            whole = singular_words(f"{verb} {noun}")
            if whole in catalogue.vocabulary:
                return match[0]
            if singular_words(noun) in catalogue.vocabulary:
                if motion_of(_object(noun, catalogue), kinds) is None:
                    return match[0]
                found.append(SaidMotion(singular_words(noun), _says(noun, verb), kinds))
                return f"{match['article']} {match['noun']}"
        return match[0]

    verbs = _alternatives(form for form in _forms() if form.endswith("ing"))
    pattern = rf"(?P<article>\b(?:an?|the|one|two|three))(?: {_ADVERB})? (?P<verb>{verbs}) (?P<noun>{_NOUN})"
    return re.sub(pattern, read, text, flags=re.IGNORECASE)


RAILS = frozenset(["track", "tracks", "rails", "rail track", "train track"])
TRACKS = RAILS | {"circuit", "loop", "circle"}
"""What is laid where something goes round it, and stands for nothing else."""
_TRACK = re.compile(r"\b(?:track|tracks|rails)$")


def _ends(match: re.Match[str]) -> bool:
    """Whether a sentence ends after a match: *the carousel turns.*"""
    return re.match(r"\s*(?:$|[.,;])", match.string[match.end() :]) is not None


def _with_part(noun: str, motion: ThingMotion, kinds: frozenset[str], catalogue: Catalogue) -> str:
    """The noun of what has such a part: itself, or the object of its kind that has one; '' for none."""
    thing = _object(noun, catalogue)
    if thing in motion.things:
        return noun
    return motion.name if motion.name and motion.name.split()[-1] == noun.rsplit(maxsplit=1)[-1] else ""


def _last_noun(words: str, catalogue: Catalogue) -> str:
    """The longest name of a thing that words end with, as they have it; '' for none."""
    tokens = words.split()
    for start in range(max(len(tokens) - _MOST_WORDS, 0), len(tokens)):
        if singular_words(" ".join(tokens[start:])) in catalogue.vocabulary:
            return " ".join(tokens[start:])
    return ""


def singular_words(words: str) -> str:
    """Words with the last of them in the singular, in lower case."""
    *before, last = words.lower().split()
    return " ".join([*before, singular(last)])


def _object(noun: str, catalogue: Catalogue) -> str:
    """The name of the object that a noun means; '' for none."""
    found = catalogue.find(singular_words(noun), k=1, meaning=False)
    return found[0].entry.word if found else ""


def _names_of(motion: ThingMotion, catalogue: Catalogue) -> Iterator[str]:
    """The names of the objects of a motion."""
    for thing in motion.things:
        found = catalogue.find(thing, k=1, meaning=False)
        yield from sorted(found[0].entry.words if found else (thing,), key=len, reverse=True)


@cache
def _forms() -> dict[str, str]:
    """Form of a verb -> its infinitive: turn, turns, turning."""
    return {form: verb for verb in motion_verbs() if verb != "open" for form in (verb, _third(verb), _participle(verb))}


def _third(verb: str) -> str:
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "o")) else f"{verb}s"


def _participle(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb[:-1]}ing"
    doubled = {"spin", "run", "chug"}
    return f"{verb}{verb[-1]}ing" if verb in doubled else f"{verb}ing"


def _finite(form: str) -> str:
    return _third(_forms()[form])


def _says(subject: str, form: str) -> str:
    """A movement in words: *the sails turn*, *the pendulum swings*."""
    several = singular(subject.rsplit(maxsplit=1)[-1]) != subject.rsplit(maxsplit=1)[-1].lower()
    return f"the {subject} {_forms()[form] if several else _finite(form)}"


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True))
