"""Finds what a noun means in the scene: by a query, by the side of the view, by a word that is a slip of the pen."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scenewright.app.agent.embedded.memory import Memory
from scenewright.app.agent.embedded.nearest_here import nearest_here
from scenewright.app.agent.embedded.noun_numbers import head_of, is_plural, is_several
from scenewright.app.agent.embedded.seen_sides import SeenSides
from scenewright.app.agent.embedded.stage import SceneStage, many, number_word
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk, NotHere
from scenewright.app.agent.embedded.told_apart import TELLING, told_apart, unknown_words
from scenewright.scene.english import meant_word, read_lead
from scenewright.scene.errors import QueryError
from scenewright.scene.semantics.queries import read_query
from scenewright.scene.semantics.words import default_lexicon, plural, singular

if TYPE_CHECKING:
    from scenewright.app.session import Draft
    from scenewright.scene.semantics.queries import Found, SceneQuery

__all__ = ["SceneNouns"]

_TIER = 0.05
"""A thing that fits by so much less than the best one is not meant beside it: a high chair beside the chairs."""
_LEAST = 0.6
_SHOWN = 8
_SUPERLATIVE = re.compile(
    r"\b(?!(?:forest|chest|guest|west|vest|nest|rest|test|request|crest|quest|pest|honest|midwest)\b)(?:\w+est|most \w+|least \w+)\b"
)
_NEAREST = re.compile(r"\b(?:nearest|closest|farthest|furthest)\b")
_ONE = re.compile(r"\bones?\b")
_MORE = re.compile(r"^more ")
_BESIDE = re.compile(r"^(?P<noun>.+?) (?P<how>by|near|next to|beside|close to) (?P<what>(?:the|my|that|this) .+)$")
_BESIDE_MOST = 3.0
"""Metres between the middles of things of which one is called near the other, where none is nearer."""


_SHORTEST_TAIL = 4
"""Letters of a word that may be the end of a name."""
_IN_PLACE = re.compile(
    r" (?:in|on|at|of|by|to|with|from|near|next|under|over|behind|beside|above|against|for|and|between|around) "
)
_SHORTEST_HEAD = 3
"""Letters of a name before that: a workbench is a bench, a stool is no tool."""


class SceneNouns:
    """What nouns mean in the scene of a draft. Make a new one after a change."""

    def __init__(self, draft: Draft, stage: SceneStage, memory: Memory, *, engine: SceneQuery) -> None:
        self.draft, self.stage, self.memory, self._engine = draft, stage, memory, engine
        self._seen = SeenSides(stage, self.tier)

    def find(self, phrase: str, asked: str) -> tuple[str, ...]:
        more = _MORE.match(phrase)
        if more is not None:
            noun = phrase[more.end() :]
            return self.tier(noun)[:1]
        phrase = self._with_noun(phrase)
        words = phrase.split()
        lead, width = read_lead(words)
        bare = " ".join(words[width:]) or phrase
        seen = self._seen.by_viewer(phrase) or self._seen.by_two_sides(bare)
        if seen is not None:
            return seen
        most = self._seen.most_of(bare, lead.number)
        if most is not None:
            return most
        side = self._seen.by_side(bare, lead.number)
        if side is not None:
            return (
                side
                if lead.number is None or len(side) == lead.number
                else self._counted(phrase, asked, side, lead.number, any_of_them=not lead.determiner)
            )
        found = self._told_apart(phrase if lead.number is None else bare, asked)
        if len(found) == 1:
            if lead.number is not None and lead.number > 1 and lead.determiner != "each":
                raise CannotDo(f"There is only one {singular(bare)} here.")
            return found
        if lead.number is not None:
            return self._counted(phrase, asked, found, lead.number, any_of_them=not lead.determiner)
        focused = tuple(p for p in self.memory.it if p in found)
        if lead.each or lead.total or lead.determiner in ("each", "all", "any") or is_several(head_of(phrase)):
            every = lead.each or lead.total or lead.determiner not in ("the", "these", "those")
            return focused if not every and len(focused) > 1 and self._just_added(focused) else found
        if len(focused) == 1 and lead.determiner in ("the", "that", "this"):
            return focused
        told = self._by_own_words(bare, found)
        if told is not None:
            return (told,)
        if _SUPERLATIVE.search(bare) and not _NEAREST.search(bare):
            self.memory.remarks.append(
                f"{number_word(len(found))} of them are alike in that; I took {self.stage.label(found[0], found)}"
            )
            return found[:1]
        raise self.which(asked, found)

    def _told_apart(self, phrase: str, asked: str) -> tuple[str, ...]:
        """What a phrase means; of several things those that the words before their noun mean.

        Raises:
            CannotDo: nothing fits.
            MustAsk: things of several names are found, and a word that nobody knows would tell them apart.
        """
        noun = read_query(phrase).noun
        try:
            found = self.tier(phrase)
        except NotHere:
            untold = " ".join(word for word in phrase.split() if word not in TELLING)
            every = self.tier(untold) if untold not in (phrase, "", "the") else ()
            apart = told_apart(self.stage, noun, every)
            if apart is None:
                raise
            return apart
        apart = told_apart(self.stage, noun, found)
        if apart is not None:
            return apart
        if len({self.draft.scene.find(p).name for p in found}) > 1 and unknown_words(self.draft.scene, noun, found):
            raise self.which(asked, found)
        return found

    def _just_added(self, paths: tuple[str, ...]) -> bool:
        """Whether the last change added just these: *the books* are those, where others are here too."""
        act = self.memory.kept.acts[-1] if self.memory.kept.acts else None
        return act is not None and act.kind == "add" and set(paths) <= set(act.paths)

    def _counted(
        self, phrase: str, asked: str, found: tuple[str, ...], number: int, *, any_of_them: bool
    ) -> tuple[str, ...]:
        if number == len(found):
            return found
        if number > len(found):
            raise CannotDo(f"There are only {number_word(len(found))} here, not {number_word(number)}.")
        noun = singular(head_of(phrase))
        so_called = tuple(p for p in found if self.draft.scene.find(p).name.rsplit("_", 1)[-1] == noun)
        if len(so_called) == number:
            return so_called
        if any_of_them and len({self.draft.scene.find(p).name for p in found}) == 1:
            chosen = found[-number:]  # 'take three bottles away'
            self.memory.remarks.append(f"of {number_word(len(found))} I took {self.stage.listed(list(chosen))}")
            return chosen
        raise self.which(asked, found, number=number)

    def _with_noun(self, phrase: str) -> str:
        """*The red one* with the noun of what was spoken of before."""
        if not _ONE.search(phrase):
            return phrase
        focus = self.memory.it or self.memory.this
        if not focus:
            return phrase
        name = self.draft.scene.find(focus[0]).name.replace("_", " ")
        return re.sub(r"\bones\b", plural(name), re.sub(r"\bone\b", name, phrase))

    def _by_own_words(self, phrase: str, found: Sequence[str]) -> str | None:
        """*The forest picture* of several pictures: the only one whose object the program asks for by that word; None where there is no
        one."""
        said = {singular(word) for word in phrase.split()}
        shares = {}
        for path in found:
            asset = self.draft.scene.find(path).asset
            shares[path] = len(said & set(asset.words.split())) if asset is not None else 0
        best = [path for path in found if shares[path] == max(shares.values())]
        return best[0] if len(best) == 1 else None

    def _tail(self, phrase: str) -> tuple[str, ...] | None:
        """*The bench* where only a workbench is here, *the pastries* where a pastry case is: the things whose name ends with the phrase, or
        has it as its first word; None where there are none, or of several names."""
        noun = re.sub(r"^(?:the|my|this|that|a|an|all|all the|both|these|those) ", "", phrase)
        word = singular(noun.split()[-1]) if noun else ""
        if len(word) < _SHORTEST_TAIL or _IN_PLACE.search(noun):
            return None
        scene = self.draft.scene
        found = [
            p
            for p in self.stage.things
            if (name := scene.find(p).name.rsplit("_", 1)[-1]).endswith(word)
            and len(name) >= len(word) + _SHORTEST_HEAD
        ]
        found = (
            [p for p in self.stage.things if scene.find(p).name == word]
            or found
            or [p for p in self.stage.things if scene.find(p).name.startswith(f"{word}_")]
        )
        if not found or len({scene.find(p).name for p in found}) > 1:
            return None
        name = scene.find(found[0]).name.replace("_", " ")
        self.memory.remarks.append(f"'{noun}' was read as '{plural(name) if is_plural(noun) else name}'")
        return tuple(found)

    def _asked_for(self, phrase: str) -> tuple[str, ...] | None:
        """*The chart* of a *chart painting* that the program calls a picture: the things whose object is asked for by that word."""
        noun = read_query(phrase).noun or re.sub(r"^(?:the|my|this|that|all|all the|both|these|those) ", "", phrase)
        said = {singular(word) for word in noun.split()}
        if not said or any(len(word) < _SHORTEST_TAIL for word in said):
            return None
        scene = self.draft.scene
        found = [p for p in self.stage.things if (asset := scene.find(p).asset) and said <= set(asset.words.split())]
        _, named, told_more = phrase.partition(noun)
        if found and named and told_more.strip():
            so_named = f"{scene.find(found[0]).name.replace('_', ' ')}{told_more}"
            fitting = {f.path for f in self._ask(f"the {so_named}")[0]}
            found = [p for p in found if p in fitting]
        return tuple(found) or None

    def tier(self, phrase: str) -> tuple[str, ...]:
        """The best things that a query finds, without what fits less.

        Raises:
            CannotDo: nothing fits.
        """
        results, why = self._ask(phrase)
        if not results:
            spelt = self._spelt(phrase)
            if spelt is not None:
                results, why = self._ask(spelt)
                if results:
                    self.memory.remarks.append(f"'{phrase}' was read as '{spelt}'")
        if not results:
            nearest = self._nearest(phrase) or self._tail(phrase) or self._asked_for(phrase)
            if nearest is not None:
                return nearest
            raise self.unknown(phrase, why)
        best = max(f.score for f in results)
        kept = [f.path for f in results if f.score >= max(best - _TIER, _LEAST)]
        order = {p: n for n, p in enumerate(self.draft.scene.paths)}
        return tuple(sorted(dict.fromkeys(kept), key=lambda p: order[p]))

    def _nearest(self, phrase: str) -> tuple[str, ...] | None:
        """*The plant by the desk* where none stands right at it: the nearest one, which the answer says; None for other phrases."""
        found = _BESIDE.match(phrase)
        if found is None or is_plural(found["noun"]):
            return None
        results, targets = self._ask(found["noun"])[0], self._ask(found["what"])[0]
        things = set(self.stage.things)
        every, aims = ({f.path for f in each} & things for each in (results, targets))
        if not every or not aims or every & aims:
            return None
        gaps = {
            path: min(math.dist(self.stage.point_of(path), self.stage.point_of(aim)) for aim in aims) for path in every
        }
        best = min(sorted(every), key=lambda path: gaps[path])
        if gaps[best] > _BESIDE_MOST:
            return None
        self.memory.remarks.append(
            f"no {found['noun'].removeprefix('the ')} is right {found['how']} {found['what']}; I took the nearest one"
        )
        return (best,)

    def _ask(self, phrase: str) -> tuple[list[Found], str]:
        try:
            answer = self._engine.ask(phrase)
        except QueryError as error:
            raise CannotDo(f"{error}.".capitalize()) from error
        root = self.draft.scene.root.path
        return [f for f in answer.results if f.row >= 0 and f.score >= _LEAST and f.path != root], answer.why

    def fits(self, phrase: str) -> bool:
        """Whether a query finds something for a whole phrase."""
        return bool(self._ask(phrase)[0])

    def _spelt(self, phrase: str) -> str | None:
        """A phrase with each word that is no word of its own as the scene's word that it is a slip of; None where there is none."""
        scene, lexicon = self.draft.scene, default_lexicon()
        known = {w for p in self.stage.things for w in scene.find(p).name.split("_")}
        known |= {plural(w) for w in known}
        words, changed = phrase.split(), False
        for at, word in enumerate(words):
            if word in known or lexicon.things_called(word):
                continue
            meant = meant_word(word, sorted(known))
            if meant is not None:
                words[at], changed = meant, True
        return " ".join(words) if changed else None

    def unknown(self, phrase: str, why: str = "") -> NotHere:
        """A refusal that names what is here: the nearest by meaning, else the first things."""
        names = list(dict.fromkeys(self.draft.scene.find(p).name.replace("_", " ") for p in self.stage.things))
        bare = re.sub(r"^(?:the|all|any|a|an|my|some) ", "", phrase)
        reason = f"{why[:1].upper()}{why[1:]}" if why else f"There is no {bare} here"
        known = {word for name in names for word in name.split()}
        # a name that is here was asked for with more than is true of it: no other name is nearer
        near = [] if known & {singular(w) for w in bare.split()} else nearest_here(bare, names)
        if near:
            return NotHere(f"{reason}. The nearest here: {', '.join(near)}.", phrase=phrase)
        shown = ", ".join(names[:_SHOWN])
        more = " and more" if len(names) > _SHOWN else ""
        return NotHere(f"{reason}. Here are: {shown}{more}." if shown else f"{reason}.", phrase=phrase)

    def which(self, phrase: str, found: tuple[str, ...] | list[str], *, number: int = 0) -> MustAsk:
        listed = list(found)
        labels = [self.stage.label(p, listed) for p in listed]
        shown = ", ".join(labels[:6]) + (f" or {len(labels) - 6} more" if len(labels) > 6 else "")
        which = f"Which {number_word(number)} do you mean" if number else "Which one do you mean"
        name = self.draft.scene.find(listed[0]).name.replace("_", " ")
        alike = all(self.draft.scene.find(p).name == name.replace(" ", "_") for p in listed)
        about = many(name) if alike else "things that fit"
        return MustAsk(
            f"There are {number_word(len(listed))} {about}. {which}: {shown}?",
            kind="which",
            phrase=phrase,
            candidates=listed,
            number=number,
            labels=labels,
        )
