"""Finds what a noun phrase means in the scene: by queries, by what is selected, and by what was said before."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from scenewright.app.agent.embedded.memory import Memory
from scenewright.app.agent.embedded.stage import SceneStage, many, number_word
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk
from scenewright.scene.english import CARDINALS, cardinal, read_lead
from scenewright.scene.errors import QueryError
from scenewright.scene.semantics.queries import read_query
from scenewright.scene.semantics.words import plural, singular

if TYPE_CHECKING:
    from scenewright.app.session import Draft
    from scenewright.scene.semantics.queries import Found, SceneQuery

__all__ = ["Things"]

_TIER = 0.05
"""A thing that fits by so much less than the best one is not meant beside it: a high chair beside the chairs."""
_LEAST = 0.6
_WHOLE = re.compile(
    r"^(?:everything|all(?: the)? (?:things|objects|items|stuff)|all(?: of it)?|the whole (?:room|scene)|all the (?:furniture and things)|every (?:thing|object|item)|all that is there)(?: (?:here|in (?:here|the room|the scene)|there))?$"
)
_WHOLE_WHERE = re.compile(
    r"^(?:everything|all(?: the)? (?:things|objects|items|stuff)|(?:the )?(?:things|objects|items|stuff)|what(?:ever)?(?: is| stands)?|all(?: that| which)?(?: is| stands)?|that)(?: that)?(?: (?:is|are|stands?|lies))? (?P<where>(?:on|in|under|inside|next to|near|above|beside|around|behind)\b.+)$"
)
_EXCEPT = re.compile(
    r"^(?P<all>.+?),? (?:except(?: for)?|but(?: not)?|apart from|other than|besides|excluding|save(?: for)?|and not|minus|without) (?P<not>.+)$"
)
_THIS = re.compile(
    r"^(?:this|these)(?: (?:one|ones|thing|things|object|objects|here|two|three))?$|^(?:the |my |what is )?(?:selection|selected(?: (?:ones?|things?|objects?|items?))?)$|^here$"
)
_IT = re.compile(
    r"^(?:it|them|they|that|those|that one|those(?: ones?| two| three)?|that thing|the thing|the things|the same(?: ones?)?|both(?: of (?:them|these|those))?|all(?: of)? (?:them|these|those)|(?:the )?(?:two|three|four) of them|each(?: of them)?|all (?:two|three|four|five)(?: of them)?|its)$"
)
_OTHER = re.compile(r"^(?:the |that |those )?other(?P<n> two| three| four)?(?P<s>s)?(?: (?P<noun>.+))?$")
_DEMONSTRATIVE = re.compile(r"^(?P<which>this|these|that|those) (?P<noun>.+)$")
_SOME_OF = re.compile(
    r"^(?:(?P<half>half|most)|(?P<n>\w+)|(?P<but>all but (?:one|two|three|four)))(?: of)?(?: (?P<rest>(?:the|these|those|them|my|all)\b.*))$"
)
_SIDE_AFTER = re.compile(
    r"^(?P<rest>.+?)(?: that is| which is| standing)? (?:on|at|to|in) the (?:far )?(?P<side>left|right|front|back|middle|centre)(?: (?:hand )?side| hand)?$"
)
_SIDE_BEFORE = re.compile(
    r"^(?:the )?(?:far )?(?P<side>left|right|leftmost|rightmost|front|back|middle|central|centre|far left|far right|outer left|outer right)(?:[ -]?hand)?(?:[ -]?most)? (?P<rest>.+)$"
)
_SUPERLATIVE = re.compile(r"\b(?:\w+est|most \w+|least \w+)\b")
_ONE = re.compile(r"\bones?\b")
_LIST = re.compile(r",? and (?:also )?|, ")
_MORE = re.compile(r"^more ")
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
_NO_THING = frozenset(("a", "an", "the", "of", "and", "or"))


class Things:
    """What noun phrases mean in the scene of a draft. Make a new one after a change.

    Args:
        memory: what was said before, and what is selected.
        camera: of the main view, by number.
    """

    def __init__(self, draft: Draft, stage: SceneStage, memory: Memory, *, engine: SceneQuery) -> None:
        self.draft, self.stage, self.memory, self._engine = draft, stage, memory, engine

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
            raise self._which(phrase, found)
        return found

    def exists(self, phrase: str) -> bool:
        """Whether a phrase means anything here, clearly or not."""
        try:
            self._find(phrase.strip(" ,."), asked=phrase)
        except MustAsk:
            return True
        except CannotDo:
            return False
        return True

    def alike(self, path: str) -> list[str]:
        """The things of the same name, in their order."""
        name = self.draft.scene.find(path).name
        return [p for p in self.stage.things if self.draft.scene.find(p).name == name]

    # -- kinds of phrases ---------------------------------------------------------------------------------------------

    def _find(self, phrase: str, asked: str) -> tuple[str, ...]:
        if phrase in self.memory.bound:
            return self.memory.bound[phrase]
        if not phrase or phrase in _NO_THING:
            raise CannotDo("It is not said which thing is meant.")
        if _THIS.match(phrase):
            return self._pointed(phrase, self.memory.this)
        if _IT.match(phrase):
            return self._pointed(phrase, self.memory.it)
        path = self._path(phrase)
        if path is not None:
            return (path,)
        if _WHOLE.match(phrase):
            return self.stage.things
        without = _EXCEPT.match(phrase)
        if without is not None:
            every = self._find_many(without["all"], asked)
            left_out = self._left_out(without["not"], without["all"], every)
            kept = tuple(p for p in every if p not in left_out)
            if not kept:
                raise CannotDo(f"Nothing is left of {without['all']} without {without['not']}.")
            return kept
        for read in (self._other, self._this_noun, self._some_of, self._whole_where):
            found = read(phrase, asked)
            if found is not None:
                return found
        listed = self._list(phrase, asked)
        return listed if listed is not None else self._noun(phrase, asked)

    def _path(self, phrase: str) -> str | None:
        plain = phrase.removeprefix("the ")
        if "[" not in plain and "/" not in plain and "_" not in plain:
            return None
        rows = self.draft.scene.find_all(plain) if re.fullmatch(r"[\w\[\]/ ]+", plain) else []
        return rows[0].path if len(rows) == 1 else next((e.path for e in rows if e.path.endswith(f"/{plain}")), None)

    def _pointed(self, phrase: str, paths: tuple[str, ...]) -> tuple[str, ...]:
        if not paths:
            raise MustAsk(f"What do you mean by '{phrase}'? Select a thing, or name it.", kind="what", phrase=phrase)
        several = re.match(r"^(?:both|those two|these two|the two)", phrase)
        if several and len(paths) != 2:
            if len(paths) > 2:
                raise self._which(phrase, paths, number=2)
            alike = self.alike(paths[0])
            if len(alike) == 2:
                return tuple(alike)
        if len(paths) == 1 and re.match(r"^(?:all|each)\b", phrase):
            return tuple(self.alike(paths[0]))
        return paths

    def _other(self, phrase: str, asked: str) -> tuple[str, ...] | None:
        found = _OTHER.match(phrase)
        if found is None:
            return None
        focus = self.memory.it or self.memory.this
        noun = (found["noun"] or "").strip()
        if not noun or _ONE.fullmatch(noun):
            if not focus:
                return None
            every: tuple[str, ...] = tuple(self.alike(focus[0]))
            many_meant = bool(found["s"]) or noun == "ones" or bool(found["n"])
        else:
            every = self._tier(noun)
            many_meant = _is_plural(noun) or bool(found["n"])
        others = tuple(p for p in every if p not in focus)
        if not others:
            raise CannotDo(f"There is no other {noun or 'such thing'} here.")
        if len(others) > 1 and not many_meant:
            raise self._which(asked, others)
        return others

    def _this_noun(self, phrase: str, asked: str) -> tuple[str, ...] | None:
        found = _DEMONSTRATIVE.match(phrase)
        if found is None:
            return None
        noun = found["noun"]
        near = self.memory.this if found["which"] in ("this", "these") else self.memory.it
        if _ONE.fullmatch(noun):
            return near or None
        try:
            every = self._tier(noun)
        except CannotDo:
            if near and len(near) == 1:
                return near
            raise
        meant = tuple(p for p in every if p in near)
        return meant or self._noun(f"the {noun}", asked)

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
            if rest:
                return rest
            raise CannotDo(f"There is nothing on {self.stage.listed(holders)}.")
        return self._tier(f"things {where}")

    def _on_top(self, path: str) -> list[str]:
        if path == f"{self.stage.room_path}/floor":
            return [p for p in self.stage.things if self.stage.below(p) is None]
        return self.stage.on_top(path)

    def _list(self, phrase: str, asked: str) -> tuple[str, ...] | None:
        """*The pots, the pans and the kettle*; None where the phrase is no list of things that are here."""
        parts = [p.strip() for p in _LIST.split(phrase) if p.strip()]
        if len(parts) < 2 or re.search(r"\bbetween\b", phrase):
            return None
        lead = re.match(r"^(?:both|all) (?:of )?(?=the\b)", parts[0])
        if lead is not None:
            parts[0] = parts[0][lead.end() :]
        first = re.match(r"^(the|all the|all|both|my|these|those) ", parts[0])
        whole = [
            p
            if n == 0
            or re.match(
                r"^(?:the|a|an|this|that|these|those|all|both|it|them|my|one|each|everything|anything|what|whatever)\b",
                p,
            )
            else f"{first[1] if first else 'the'} {p}"
            for n, p in enumerate(parts)
        ]
        found: list[str] = []
        for part in whole:
            if len(parts) > 1 and not self._names_thing(part):
                if self._fits(phrase):
                    return None
                raise self._unknown(part)
            found += self._find(part, part)
            if len(parts) > 1 and re.search(r"\b(?:it|them)$", parts[-1]):
                self.memory.speak_of(found)  # 'the stand and everything on it'
        return tuple(dict.fromkeys(found))

    def _left_out(self, phrase: str, every_phrase: str, every: tuple[str, ...]) -> set[str]:
        side = re.match(r"^(?:the )?(?:one|ones) (?P<rest>.+)$|^(?:the )?(?P<adj>.+) ones?$", phrase)
        if side is not None:
            noun = re.sub(r"^(?:all )?(?:of )?(?:the )?", "", every_phrase)
            return set(
                self._noun(
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

    # -- nouns --------------------------------------------------------------------------------------------------------

    def _noun(self, phrase: str, asked: str) -> tuple[str, ...]:
        more = _MORE.match(phrase)
        if more is not None:
            noun = phrase[more.end() :]
            return self._tier(noun)[:1]
        phrase = self._with_noun(phrase)
        words = phrase.split()
        lead, width = read_lead(words)
        bare = " ".join(words[width:]) or phrase
        side = self._by_side(bare)
        if side is not None:
            return (
                side
                if lead.number is None or len(side) == lead.number
                else self._counted(phrase, asked, side, lead.number)
            )
        found = self._tier(phrase if lead.number is None else bare)
        if len(found) == 1:
            if lead.number is not None and lead.number > 1 and lead.determiner != "each":
                raise CannotDo(f"There is only one {singular(bare)} here.")
            return found
        if lead.number is not None:
            return self._counted(phrase, asked, found, lead.number)
        if lead.each or lead.total or lead.determiner in ("each", "all", "any") or _is_plural(_head(phrase)):
            return found
        focused = tuple(p for p in self.memory.it if p in found)
        if len(focused) == 1 and lead.determiner in ("the", "that", "this"):
            return focused
        if _SUPERLATIVE.search(bare) and not re.search(r"\b(?:nearest|closest|farthest|furthest)\b", bare):
            self.memory.remarks.append(
                f"{number_word(len(found))} of them are alike in that; I took {self.stage.label(found[0], found)}"
            )
            return found[:1]
        raise self._which(asked, found)

    def _counted(self, phrase: str, asked: str, found: tuple[str, ...], number: int) -> tuple[str, ...]:
        if number == len(found):
            return found
        if number > len(found):
            raise CannotDo(f"There are only {number_word(len(found))} here, not {number_word(number)}.")
        raise self._which(asked, found, number=number)

    def _with_noun(self, phrase: str) -> str:
        """*The red one* with the noun of what was spoken of before."""
        if not _ONE.search(phrase):
            return phrase
        focus = self.memory.it or self.memory.this
        if not focus:
            return phrase
        name = self.draft.scene.find(focus[0]).name.replace("_", " ")
        return re.sub(r"\bones\b", plural(name), re.sub(r"\bone\b", name, phrase))

    def _by_side(self, phrase: str) -> tuple[str, ...] | None:
        """*The left picture*, *the chair on the right*: the one at that end of the main view; None where no side is named."""
        found = _SIDE_BEFORE.match(phrase) or _SIDE_AFTER.match(phrase)
        if found is None:
            return None
        rest, side = found["rest"], found["side"].removeprefix("far ").removeprefix("outer ").removesuffix("most")
        if rest.startswith(("wall", "corner", "of ", "side", "and ")) or _is_plural(_head(rest)):
            return None
        try:
            every = self._tier(rest)
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
            return (ordered[0] if side == "front" else ordered[-1],)
        ordered = self.stage.screen_order(every)
        if side in ("middle", "central", "centre"):
            return (ordered[len(ordered) // 2],) if len(ordered) % 2 else None
        return (ordered[0] if side == "left" else ordered[-1],)

    def _tier(self, phrase: str) -> tuple[str, ...]:
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
            raise self._unknown(phrase, why)
        best = max(f.score for f in results)
        kept = [f.path for f in results if f.score >= max(best - _TIER, _LEAST)]
        order = {p: n for n, p in enumerate(self.draft.scene.paths)}
        return tuple(sorted(dict.fromkeys(kept), key=lambda p: order[p]))

    def _ask(self, phrase: str) -> tuple[list[Found], str]:
        try:
            answer = self._engine.ask(phrase)
        except QueryError as error:
            raise CannotDo(f"{error}.".capitalize()) from error
        root = self.draft.scene.root.path
        return [f for f in answer.results if f.row >= 0 and f.score >= _LEAST and f.path != root], answer.why

    def _names_thing(self, phrase: str) -> bool:
        try:
            self._find(phrase, phrase)
        except MustAsk:
            return True
        except CannotDo:
            return False
        return True

    def _fits(self, phrase: str) -> bool:
        """Whether a query finds something for a whole phrase."""
        return bool(self._ask(phrase)[0])

    def _spelt(self, phrase: str) -> str | None:
        """A phrase with each unknown word as the scene's word that it is most like; None where there is none."""
        scene = self.draft.scene
        known = {w for p in self.stage.things for w in scene.find(p).name.split("_")}
        known |= {plural(w) for w in known}
        words, changed = phrase.split(), False
        for at, word in enumerate(words):
            if len(word) < 4 or word in known:
                continue
            near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.8)
            if near:
                words[at], changed = near[0], True
        return " ".join(words) if changed else None

    def _unknown(self, phrase: str, why: str = "") -> CannotDo:
        here = dict.fromkeys(self.draft.scene.find(p).name.replace("_", " ") for p in self.stage.things)
        shown = ", ".join(list(here)[:8])
        bare = re.sub(r"^(?:the|all|any|a|an|my) ", "", phrase)
        reason = f"{why[:1].upper()}{why[1:]}" if why else f"There is no {bare} here"
        return CannotDo(
            f"{reason}. Here are: {shown}{' and more' if len(here) > 8 else ''}." if shown else f"{reason}."
        )

    def _which(self, phrase: str, found: tuple[str, ...] | list[str], *, number: int = 0) -> MustAsk:
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


def _head(phrase: str) -> str:
    noun = read_query(phrase).noun or phrase
    return noun.split()[-1] if noun else phrase


def _is_plural(noun: str) -> bool:
    word = noun.rsplit(maxsplit=1)[-1] if noun else ""
    return word not in _SINGULAR_S and not word.endswith("ss") and singular(word) != word
