"""Finds what a noun phrase means in the scene: by queries, by what is selected, and by what was said before."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scenewright.app.agent.embedded.listed_ones import listed_one
from scenewright.app.agent.embedded.memory import Memory
from scenewright.app.agent.embedded.noun_numbers import is_plural
from scenewright.app.agent.embedded.nouns import SceneNouns
from scenewright.app.agent.embedded.patterns import POINTED, any_of, whole
from scenewright.app.agent.embedded.spoken_of import SINGULAR, SpokenOf
from scenewright.app.agent.embedded.stage import SceneStage, number_word
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk, NotHere, NotNamed
from scenewright.scene.english import CARDINALS, cardinal
from scenewright.scene.semantics.words import plural, singular

if TYPE_CHECKING:
    from scenewright.app.session import Draft
    from scenewright.scene.semantics.queries import SceneQuery

__all__ = ["Things"]

_ALL_THINGS = any_of("everything", "all(?: the)? (?:things|objects|items|stuff)")
_HERE = r"(?: (?:here|in (?:here|the room|the scene)|there))?"
_WHOLE = whole(
    rf"{_ALL_THINGS}{_HERE}|all(?: of it)?|the whole (?:room|scene)|all the (?:furniture and things){_HERE}",
    rf"every (?:thing|object|item){_HERE}|all that is there",
)
_STANDS = r"(?: is| stands?)?"
_SOMEWHERE = any_of("on", "in", "under", "inside", "next to", "near", "above", "beside", "around", "behind")
_WHOLE_WHERE = whole(
    rf"(?:{_ALL_THINGS}|(?:the )?(?:things|objects|items|stuff)|what(?:ever)?{_STANDS}|all(?: that| which)?{_STANDS}|that)"
    rf"(?: that)?(?: (?:is|are|stands?|lies))? (?P<where>{_SOMEWHERE}\b.+)"
)
_BUT = any_of(
    "except(?: for)?", "but(?: not)?", "apart from", "other than", "besides", "excluding", "save(?: for)?", "and not", "minus", "without",
)  # fmt: skip
_EXCEPT = whole(rf"(?P<all>.+?),? {_BUT} (?P<not>.+)")
_SOME_OF = whole(
    r"(?:(?P<half>half|most)|(?P<n>\w+)|(?P<but>all but (?:one|two|three|four)))(?: of)?"
    r"(?: (?P<rest>(?:the|these|those|them|my|all)\b.*))"
)
_ALL_BUT = whole(
    r"(?:every|each|all(?: (?:of )?the)?) (?P<noun>.+?) (?:but|except(?: for)?|apart from) (?P<n>one|two|three|four)"
)
_ALONG_WITH = whole(
    r"(?P<what>.+?),? (?:(?:along|together) with|and) (?:its|their) (?:own )?(?P<rest>[a-z][a-z ,]*)",
)
_BELONGS = 2.0
"""Metres between the middles of a thing and of what belongs to it: the chairs of a long table."""
_LIST = re.compile(r",? and (?:also )?|, ")
_LISTED = re.compile(rf"^(?:{POINTED}|an?|anything|what|whatever)\b")
_TOLD_MORE = re.compile(r"\b(?:with|of|in|for|made)\b")
"""*The painting of a cat and a dog* is no list."""
_ALL_BUT_SOME = ("all but one of", "all but two of", "all but three of")
_NO_THING = frozenset(("a", "an", "the", "of", "and", "or"))


_AT_IT = re.compile(r"(?<=[a-z]) (?:it|them)$")


class Things:
    """What noun phrases mean in the scene of a draft. Make a new one after a change.

    Args:
        memory: what was said before, and what is selected.
        camera: of the main view, by number.
    """

    def __init__(self, draft: Draft, stage: SceneStage, memory: Memory, *, engine: SceneQuery) -> None:
        self.draft, self.stage, self.memory = draft, stage, memory
        self._nouns = SceneNouns(draft, stage, memory, engine=engine)
        self._spoken_of = SpokenOf(stage, memory, self._nouns)

    # -- what callers ask for -----------------------------------------------------------------------------------------

    def find(self, phrase: str, *, one: bool = False, building: bool = False) -> tuple[str, ...]:
        """The paths that a phrase means.

        Args:
            one: exactly one thing is wanted.
            building: parts of the room may be meant.

        Raises:
            MustAsk: it may mean several things.
            CannotDo: it means nothing here.
        """
        found = self._find(phrase.strip(" ,."), asked=phrase.strip(" ,."))
        if not building:
            parts = [p for p in found if self.stage.is_building(p)]
            if parts:
                raise CannotDo(
                    f"The {self.stage.name(parts[0])} is a part of the room: it can be coloured, not moved or removed.",
                    ("paint the walls light blue",),
                )
        if one and len(found) > 1:
            raise self._nouns.which(phrase, found)
        return found

    def find_here(self, phrase: str) -> tuple[tuple[str, ...], tuple[NotHere, ...]]:
        """As :meth:`find`, but of a list, such as *the rug and the piano*, what is here; and of the rest, why it is not found.

        Raises:
            MustAsk: it may mean several things.
            CannotDo: all of it means nothing here.
        """
        try:
            return self.find(phrase), ()
        except NotHere:
            _, parts = _parts(phrase.strip(" ,."))
            found: list[str] = []
            missing: list[NotHere] = []
            for part in parts if len(parts) > 1 else ():
                try:
                    found += self.find(part)
                except NotHere as absent:
                    missing.append(absent)
            if not found:
                raise
            return tuple(dict.fromkeys(found)), tuple(missing)

    def exists(self, phrase: str) -> bool:
        """Whether a phrase means anything here, clearly or not."""
        try:
            self._find(phrase.strip(" ,."), asked=phrase)
        except MustAsk:
            return True
        except CannotDo:
            return False
        return True

    def are_several(self, phrase: str) -> bool:
        """Whether a phrase means things of several names here, so that more has to be said of them."""
        try:
            found = self._find(phrase, asked=phrase)
        except MustAsk as ask:
            found = tuple(ask.candidates)
        except CannotDo:
            return False
        return len({self.draft.scene.find(p).name for p in found}) > 1

    def which(self, phrase: str, found: Sequence[str]) -> MustAsk:
        """The question which of several things is meant."""
        return self._nouns.which(phrase, list(found))

    # -- kinds of phrases ---------------------------------------------------------------------------------------------

    def _find(self, phrase: str, asked: str) -> tuple[str, ...]:
        if phrase in self.memory.bound:
            return self.memory.bound[phrase]
        if not phrase or phrase in _NO_THING:
            raise NotNamed("It is not said which thing is meant.")
        pointed = self._spoken_of.pointed(phrase)
        if pointed is not None:
            return pointed
        path = self._path(phrase) or listed_one(self.draft.scene, self.memory.listed, phrase)
        if path is not None:
            return (path,)
        if _WHOLE.match(phrase):
            return self.stage.things
        some = _ALL_BUT.match(phrase)
        if some is not None:
            return self._some_of(f"all but {some['n']} of the {plural(singular(some['noun']))}", asked) or ()
        without = _EXCEPT.match(phrase) if not phrase.startswith(_ALL_BUT_SOME) else None
        if without is not None:
            every = self._find_many(without["all"], asked)
            left_out = self._left_out(without["not"], without["all"], every)
            kept = tuple(p for p in every if p not in left_out)
            if not kept:
                raise CannotDo(f"Nothing is left of {without['all']} without {without['not']}.")
            return kept
        for read in (
            self._along,
            self._spoken_of.related,
            self._some_of,
            self._whole_where,
        ):
            found = read(phrase, asked)
            if found is not None:
                return found
        listed = self._list(phrase, asked)
        return listed if listed is not None else self._nouns.find(phrase, asked)

    def _path(self, phrase: str) -> str | None:
        plain = phrase.removeprefix("the ")
        if "[" not in plain and "/" not in plain and "_" not in plain:
            return None
        rows = self.draft.scene.find_all(plain) if re.fullmatch(r"[\w\[\]/ ]+", plain) else []
        return rows[0].path if len(rows) == 1 else next((e.path for e in rows if e.path.endswith(f"/{plain}")), None)

    def _along(self, phrase: str, asked: str) -> tuple[str, ...] | None:
        """*The table along with its chair and cup*: a thing, and of each kind that is named beside it what is on it or nearest to it."""
        found = _ALONG_WITH.match(phrase)
        if found is None:
            return None
        every = self._find(found["what"], asked)
        beside: list[str] = []
        for noun in re.split(r",? and (?:its |the |their )?|, (?:its |the |their )?", found["rest"]):
            beside += self._belonging(every, noun)
        return tuple(dict.fromkeys((*every, *beside)))

    def _belonging(self, holders: tuple[str, ...], noun: str) -> list[str]:
        """What of a kind is on things, else what stands by them and by no other thing of their name; one where one is named."""
        kind = [p for p in self._nouns.tier(f"the {noun}") if p not in holders]
        upon = [p for holder in holders for p in self.stage.on_top(holder) if p in kind]
        if upon:
            return upon
        rivals = [p for p in self.stage.alike(holders[0]) if p not in holders]

        def gap(path: str, targets: Sequence[str]) -> float:
            x, z = self.stage.point_of(path)
            return min((math.hypot(x - tx, z - tz) for tx, tz in map(self.stage.point_of, targets)), default=math.inf)

        own = sorted(
            (p for p in kind if gap(p, holders) < min(gap(p, rivals), _BELONGS)), key=lambda p: gap(p, holders)
        )
        if not own:
            raise CannotDo(f"There is no {singular(noun)} at {self.stage.listed(holders)}.")
        return own if is_plural(noun) else own[: len(holders)]

    def _some_of(self, phrase: str, asked: str) -> tuple[str, ...] | None:
        found = _SOME_OF.match(phrase)
        if found is None:
            return None
        word = found["n"] or ""
        number = cardinal(word) if word else None
        if word and number is None and word not in ("one", "any", "some", "each", "every", "both", "none"):
            return None
        if word in ("each", "every", "both", "some"):
            return None
        rest = found["rest"]
        every = self._find_many(rest, asked)
        if found["half"]:
            number = len(every) // 2 if found["half"] == "half" else len(every) - max(1, len(every) // 3)
        elif found["but"]:
            number = len(every) - CARDINALS[found["but"].split()[-1]]
        elif word == "any":
            number = 1
        if number is None or number <= 0 or number > len(every):
            raise CannotDo(f"There are only {number_word(len(every))} of {rest}.")
        chosen = every[-number:] if found["half"] or found["but"] or word != "any" else every[:number]
        if number < len(every):
            self.memory.remarks.append(f"of {rest} I took {self.stage.listed(list(chosen))}")
        return tuple(chosen)

    def _whole_where(self, phrase: str, asked: str) -> tuple[str, ...] | None:
        found = _WHOLE_WHERE.match(phrase)
        if found is None:
            return None
        where = found["where"]
        on = re.match(r"^(?:on|upon|on top of) (?P<what>.+)$", where)
        if on is not None:
            holders = self._find(on["what"], asked)
            rest = tuple(p for h in holders for p in self._on_top(h))
            if not rest and on["what"] in SINGULAR:
                rest = tuple(p for h in self.memory.beside for p in self._on_top(h))
            if rest:
                return rest
            raise CannotDo(f"There is nothing on {self.stage.listed(holders)}.")
        return self._nouns.tier(f"things {where}")

    def _on_top(self, path: str) -> list[str]:
        if path == f"{self.stage.room_path}/floor":
            return [p for p in self.stage.things if self.stage.below(p) is None]
        return self.stage.on_top(path)

    def _list(self, phrase: str, asked: str) -> tuple[str, ...] | None:
        """*The pots, the pans and the kettle*; None where the phrase is no list of things that are here."""
        parts, whole = _parts(phrase)
        if len(parts) < 2:
            return None
        found: list[str] = []
        for at, said in enumerate(whole):
            # 'the dresser and the mirror over it'
            part = _AT_IT.sub(f" the {self.stage.name(found[0])}", said) if len(set(found)) == 1 else said
            if len(parts) > 1 and not self._names_thing(part):
                # 'the black and white chair' is one thing; of 'the laptop and the wobbly' one is here and one is not
                told_more = (at == 0 and not _LISTED.match(parts[1])) or _TOLD_MORE.search(parts[0])
                if told_more and self._nouns.fits(phrase):
                    return None
                raise self._nouns.unknown(part)
            found += self._find(part, part)
            if len(parts) > 1 and re.search(r"\b(?:it|them)$", parts[-1]):
                self.memory.speak_of(found)  # 'the stand and everything on it'
        return tuple(dict.fromkeys(found))

    def _left_out(self, phrase: str, every_phrase: str, every: tuple[str, ...]) -> set[str]:
        side = re.match(r"^(?:the )?(?:one|ones) (?P<rest>.+)$|^(?:the )?(?P<adj>.+) ones?$", phrase)
        if side is not None:
            noun = re.sub(r"^(?:all )?(?:of )?(?:the )?", "", every_phrase)
            return set(
                self._nouns.find(
                    f"the {singular(noun)} {side['rest']}" if side["rest"] else f"the {side['adj']} {singular(noun)}",
                    phrase,
                )
            )
        return set(self._find_many(phrase, phrase))

    def _find_many(self, phrase: str, asked: str) -> tuple[str, ...]:
        """What a phrase means where all that it fits are meant, if it is a plural or not."""
        try:
            return self._find(phrase, asked)
        except MustAsk as ask:
            if ask.kind == "which" and ask.candidates:
                return tuple(ask.candidates)
            raise

    def _names_thing(self, phrase: str) -> bool:
        try:
            self._find(phrase, phrase)
        except MustAsk:
            return True
        except CannotDo:
            return False
        return True


def _parts(phrase: str) -> tuple[list[str], list[str]]:
    """The parts of a list of things as they are said, and each with its article; one part where a phrase is no list."""
    parts = [p.strip() for p in _LIST.split(phrase) if p.strip()]
    if len(parts) < 2 or re.search(r"\bbetween\b", phrase):
        return [phrase], [phrase]
    lead = re.match(r"^(?:both|all) (?:of )?(?=the\b)", parts[0])
    if lead is not None:
        parts[0] = parts[0][lead.end() :]
    first = re.match(r"^(the|all the|all|both|my|these|those) ", parts[0])
    article = first[1] if first else "the"
    return parts, [p if n == 0 or _LISTED.match(p) else f"{article} {p}" for n, p in enumerate(parts)]
