"""Finds what a noun means in the scene: by a query, by the side of the view, by a word that is a slip of the pen."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scenewright.app.agent.embedded.memory import Memory
from scenewright.app.agent.embedded.nearest_here import nearest_here
from scenewright.app.agent.embedded.patterns import any_of, whole
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

__all__ = ["SceneNouns", "is_plural"]

_TIER = 0.05
"""A thing that fits by so much less than the best one is not meant beside it: a high chair beside the chairs."""
_LEAST = 0.6
_SHOWN = 8
_SIDE = any_of("left", "right", "front", "back", "middle", "centre")
_SIDE_AFTER = whole(
    rf"(?P<rest>.+?)(?: that is| which is| standing)? (?:on|at|to|in) the (?:far )?(?P<side>{_SIDE})"
    r"(?: (?:hand )?side| (?:hand )?end(?: of .+)?| hand)?"
)
_SIDE_BEFORE = whole(
    r"(?:the )?(?:far )?"
    r"(?P<side>left|right|leftmost|rightmost|front|back|middle|central|centre|far left|far right|outer left|outer right)"
    r"(?:[ -]?hand)?(?:[ -]?most)? (?P<rest>.+)"
)
_BOTH_WAYS = any_of("left", "right", "front", "back", "rear", "near", "far")
_TWO_SIDES_AFTER = whole(
    rf"(?P<rest>.+?)(?: that is| which is| standing)? (?:on|at|to|in) the (?P<one>{_BOTH_WAYS})(?: side)?(?:,? and|,)?(?: (?:on|at|to"
    rf"|in)(?: the)?)?"
    rf" (?P<other>{_BOTH_WAYS})(?: (?:hand )?side| hand)?"
)
_TWO_SIDES_BEFORE = whole(
    rf"(?:the )?(?P<one>{_BOTH_WAYS})[ -](?P<other>{_BOTH_WAYS})(?:[ -]?hand)? (?P<rest>(?!corner|wall|of )\w.*)"
)
_SUPERLATIVE = re.compile(
    r"\b(?!(?:forest|chest|guest|west|vest|nest|rest|test|request|crest|quest|pest|honest|midwest)\b)(?:\w+est|most \w+|least \w+)\b"
)
_NEAREST = re.compile(r"\b(?:nearest|closest|farthest|furthest)\b")
_ONE = re.compile(r"\bones?\b")
_MORE = re.compile(r"^more ")
_MEASURES = {
    **dict.fromkeys(("topmost", "uppermost", "highest", "top"), ("y", 1)),
    **dict.fromkeys(("lowest", "bottom", "lowermost"), ("y", -1)),
    **dict.fromkeys(("biggest", "largest"), ("size", 1)),
    "smallest": ("size", -1),
}
_MOST_OF = re.compile(rf"^(?P<most>{'|'.join(_MEASURES)}) (?P<noun>.+)$")
_SEVERAL = 2
_PLURAL_OF_ONE = frozenset(
    ("greenery", "foliage", "seating", "curtains", "blinds", "drapes", "shutters", "stairs", "flowers")
)
_SINGULAR_S = frozenset(
    (
        "glass",
        "vase",
        "bus",
        "lens",
        "chess",
        "canvas",
        "gas",
        "cactus",
        "christmas",
        "grass",
        "dress",
        "mattress",
        "compass",
        "less",
    )
)
"""Words that end like a plural and are none."""


_BESIDE = re.compile(r"^(?P<noun>.+?) (?P<how>by|near|next to|beside|close to) (?P<what>(?:the|my|that|this) .+)$")
_BESIDE_MOST = 3.0
"""Metres between the middles of things of which one is called near the other, where none is nearer."""


_VIEWER = r"(?:us|me|the camera|the viewer|you|where (?:i|we) (?:am|are)(?: standing)?|the foreground)"
_TO_VIEWER = whole(
    rf"(?P<noun>.+?)(?: that is| which is)? (?P<how>closest|nearest|farthest|furthest)(?: away)? (?:to|from) {_VIEWER}",
    r"(?P<noun3>.+?)(?: that is| which is)? (?:on|at) the (?P<how3>far|near) (?:side|end)(?: of .+)?",
    r"(?P<noun2>.+?)(?: that is| which is)? (?P<how2>in the foreground|far in the background|farthest away|furthest away|far "
    r"away|at the far end)",
)
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

    def find(self, phrase: str, asked: str) -> tuple[str, ...]:
        more = _MORE.match(phrase)
        if more is not None:
            noun = phrase[more.end() :]
            return self.tier(noun)[:1]
        phrase = self._with_noun(phrase)
        words = phrase.split()
        lead, width = read_lead(words)
        bare = " ".join(words[width:]) or phrase
        seen = self._by_viewer(phrase) or self._by_two_sides(bare)
        if seen is not None:
            return seen
        most = self._most_of(bare, lead.number)
        if most is not None:
            return most
        side = self._by_side(bare, lead.number)
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
        if lead.each or lead.total or lead.determiner in ("each", "all", "any") or _is_several(_head(phrase)):
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
        noun = singular(_head(phrase))
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

    def _by_side(self, phrase: str, number: int | None = None) -> tuple[str, ...] | None:
        """*The left picture*, *the chair on the right*: the one at that end of the main view, or so many of them; None where no side is
        named."""
        found = _SIDE_BEFORE.match(phrase) or _SIDE_AFTER.match(phrase)
        if found is None:
            return None
        rest, side = found["rest"], found["side"].removeprefix("far ").removeprefix("outer ").removesuffix("most")
        many_meant = is_plural(_head(rest))
        if rest.startswith(("wall", "corner", "of ", "side", "and ")) or (many_meant and not number):
            return None
        try:
            every = self.tier(rest)
        except CannotDo:
            return None
        if len(every) == 1:
            return every
        if side in ("front", "back"):
            right = self.stage.right
            away = (right[1], -right[0])
            boxes = self.stage.boxes(every)
            ordered = [
                p
                for p, _ in sorted(zip(every, boxes, strict=True), key=lambda pb: pb[1].x * away[0] + pb[1].z * away[1])
            ]
            return _at_end(ordered, side == "front", number if many_meant else 1)
        ordered = self.stage.screen_order(every)
        if side in ("middle", "central", "centre"):
            return (ordered[len(ordered) // 2],) if len(ordered) % 2 else None
        return _at_end(ordered, side == "left", number if many_meant else 1)

    def _most_of(self, phrase: str, number: int | None) -> tuple[str, ...] | None:
        """*The two topmost tires*: so many of the highest, lowest, biggest or smallest; None where no such number is said."""
        found = _MOST_OF.match(phrase)
        if found is None or number is None or number < _SEVERAL:
            return None
        every = self.tier(found["noun"])
        if number > len(every):
            raise CannotDo(f"There are only {number_word(len(every))} here, not {number_word(number)}.")
        boxes = dict(zip(every, self.stage.boxes(every), strict=True))
        measure, sign = _MEASURES[found["most"]]
        value = {p: b.y if measure == "y" else b.width * b.height * b.depth for p, b in boxes.items()}
        chosen = sorted(every, key=lambda p: -sign * value[p])[:number]
        return tuple(p for p in every if p in chosen)

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

    def _by_two_sides(self, phrase: str) -> tuple[str, ...] | None:
        """*The table in the front on the right*: the one that is farthest both ways; None where no two sides are named."""
        found = _TWO_SIDES_AFTER.match(phrase) or _TWO_SIDES_BEFORE.match(phrase)
        if found is None or is_plural(_head(found["rest"])):
            return None
        try:
            every = self.tier(found["rest"])
        except CannotDo:
            return None
        rx, rz = self.stage.right
        boxes = dict(zip(every, self.stage.boxes(every), strict=True))
        sides = {found["one"], found["other"]}
        across = 1.0 if "right" in sides else -1.0
        near = 1.0 if "front" in sides or "near" in sides else -1.0
        if len(sides & {"left", "right"}) != 1:
            return None
        return (
            max(
                every,
                key=lambda p: across * (boxes[p].x * rx + boxes[p].z * rz) - near * (boxes[p].x * rz - boxes[p].z * rx),
            ),
        )

    def _by_viewer(self, phrase: str) -> tuple[str, ...] | None:
        """*The armchair closest to us*, *the far chair*: the one nearest to the camera of the main view, or farthest; None for others."""
        found = _TO_VIEWER.match(phrase)
        view = self.stage.view
        if found is None or view is None:
            return None
        noun = found["noun"] or found["noun2"] or found["noun3"]
        try:
            every = self.tier(noun)
        except CannotDo:
            return None
        far = (found["how"] or found["how2"] or found["how3"]).startswith(("far", "fur", "at the far"))
        gaps = {
            p: math.dist((b.x, b.z), (view.eye[0], view.eye[2]))
            for p, b in zip(every, self.stage.boxes(every), strict=True)
        }
        return ((max if far else min)(every, key=lambda p: gaps[p]),)

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


def _at_end(ordered: Sequence[str], first: bool, number: int | None) -> tuple[str, ...]:
    """So many of what stands in a row, from its one end or the other."""
    return tuple(ordered[: number or 1] if first else ordered[-(number or 1) :])


def _head(phrase: str) -> str:
    noun = (read_query(phrase).noun or phrase).partition(" of ")[0]  # 'cans of paint' are cans
    return noun.split()[-1] if noun else phrase


def _is_several(noun: str) -> bool:
    """Whether a noun means all of its things: a plural, or what is plural even for one, as curtains are."""
    return is_plural(noun) or noun in _PLURAL_OF_ONE


def is_plural(noun: str) -> bool:
    word = noun.rsplit(maxsplit=1)[-1] if noun else ""
    return word not in _SINGULAR_S and not word.endswith("ss") and singular(word) != word
