"""What words mean that lean on what was said before or is selected: *it*, *both*, *the other one*, *its neighbour*, *the second one*."""

from __future__ import annotations

import math
import re

from scenewright.app.agent.embedded.memory import Memory
from scenewright.app.agent.embedded.noun_numbers import is_plural
from scenewright.app.agent.embedded.nouns import SceneNouns
from scenewright.app.agent.embedded.patterns import any_of, whole
from scenewright.app.agent.embedded.stage import SceneStage, number_word
from scenewright.app.agent.embedded.stops import CannotDo, MustAsk
from scenewright.scene.english import CARDINALS, ORDINALS
from scenewright.scene.semantics.words import singular

__all__ = ["ONE", "SINGULAR", "SpokenOf"]

_THIS = whole(
    r"(?:this|these)(?: (?:one|ones|thing|things|object|objects|here|two|three))?",
    r"(?:the |my |what is )?(?:selection|selected(?: (?:ones?|things?|objects?|items?))?)|here",
)
_IT = whole(
    r"it|its|them|they|that|those|that one|those(?: ones?| two| three)?|that thing|the thing|the things|the same(?: ones?)?",
    r"both(?: of (?:them|these|those))?|all(?: of)? (?:them|these|those)|(?:them|these|those) (?:all|both)",
    r"(?:the )?(?:two|three|four) of them|(?:both|all) them|(?:the )?(?:both|lot)(?: of (?:them|it))?|all that|what you just (?:did|added)",
    r"each(?: of them)?|all (?:two|three|four|five)(?: of them)?|(?:the )?last (?:one|thing)|the (?:new|added) (?:one|ones|thing|things)",
)
_OTHER = whole(
    r"(?:all |all of )?(?:the |that |those )?(?P<n0>two |three |four )?other(?P<n> two| three| four)?(?P<s>s)?(?: (?P<noun>.+))?"
)
_COUPLE = whole(r"(?:just )?a (?P<n>couple|few)(?: of (?:them|those|these))?")
_BOTH_ENDS = whole(
    r"(?:the |both )?(?:two )?(?:ones )?(?:at|on) (?:the|either|both) ends?(?: of (?:it|the row|the line))?"
)
_TWO = 2
_REST = whole(r"the (?:rest|remaining ones|remainder)(?: of (?:them|those|these|it))?")
_SO_MANY_OF_THEM = whole(r"(?:the )?(?P<n>two|three|four|five|six) of (?:them|those|these)")
_NEIGHBOUR = whole(
    r"(?:its|the) (?:neighbou?r|counterpart|twin|partner)", r"the one (?:right |just )?(?:next to|beside) (?:it|that)"
)
_SO_MANY_AT_END = whole(
    r"(?:the |those )?(?P<n>two|three|four|five|six)(?: ones)? (?:on|at|to|towards) the (?:far )?(?P<side>left|right)(?: hand)?"
    r"(?: side| end)?(?: of (?:them|it))?"
)
_NTH_ONE = whole(rf"(?:the )?(?P<n>{any_of(*ORDINALS)}) ones?")
_DEMONSTRATIVE = whole(r"(?P<which>this|these|that|those) (?P<noun>.+)")
_JUST_ADDED = whole(
    r"(?:the|those|these|that|my|our) (?:(?:one|two|three|four) )?(?:new(?:ly added|est)?|(?:just |freshly )?added|extra|additional) "
    r"(?P<noun>.+)"
)
ONE = re.compile(r"\bones?\b")
SINGULAR = frozenset(("it", "its", "that", "that thing", "the thing"))


class SpokenOf:
    """The things that a dialogue spoke of, as a phrase takes them up. Make a new one after a change.

    Args:
        memory: what was said before, and what is selected.
    """

    def __init__(self, stage: SceneStage, memory: Memory, nouns: SceneNouns) -> None:
        self._stage, self._memory, self._nouns = stage, memory, nouns

    def pointed(self, phrase: str) -> tuple[str, ...] | None:
        """What *this*, *it* or *both of them* means; None for other phrases.

        Raises:
            MustAsk: nothing was spoken of.
        """
        if _THIS.match(phrase):
            return self._pointed(phrase, self._memory.this)
        couple = _COUPLE.match(phrase)
        if couple is not None:
            phrase = "two of them" if couple["n"] == "couple" else "three of them"
        if _IT.match(phrase):
            one = phrase in SINGULAR and len(self._memory.it) != 1 and len(self._memory.beside) == 1
            return self._pointed(phrase, self._memory.beside if one else self._memory.it)
        return None

    def related(self, phrase: str, asked: str) -> tuple[str, ...] | None:
        """What is told by what was spoken of: *the other chair*, *its neighbour*, *the two on the left*; None for other phrases.

        Raises:
            MustAsk: it may mean several things.
            CannotDo: there is no such thing.
        """
        for read in (
            self._just_added,
            self._other,
            self._neighbour,
            self._so_many_at_end,
            self._next_one,
            self._this_noun,
        ):
            found = read(phrase, asked)
            if found is not None:
                return found
        return None

    def _pointed(self, phrase: str, paths: tuple[str, ...]) -> tuple[str, ...]:
        if not paths:
            raise MustAsk(f"What do you mean by '{phrase}'? Select a thing, or name it.", kind="what", phrase=phrase)
        some = _SO_MANY_OF_THEM.match(phrase)
        if some is not None and CARDINALS[some["n"]] < len(paths):
            chosen = paths[-CARDINALS[some["n"]] :]
            self._memory.remarks.append(f"of {len(paths)} I took {self._stage.listed(list(chosen))}")
            return chosen
        several = re.match(r"^(?:both|those two|these two|the two|(?:them|these|those) both)", phrase)
        if several and len(paths) != 2:
            if len(paths) > 2:
                raise self._nouns.which(phrase, paths, number=2)
            earlier = self._memory.earlier
            if len(earlier) == 1 and len(alike := self._stage.alike(paths[0])) != 2:
                return (*earlier, *paths)
            alike = self._stage.alike(paths[0])
            if len(alike) == 2:
                return tuple(alike)
            raise MustAsk(f"Which two do you mean by '{phrase}'? Name them.", kind="what", phrase=phrase)
        if len(paths) == 1 and re.match(r"^(?:all|each)\b|.* all$", phrase):
            return tuple(self._stage.alike(paths[0]))
        return paths

    def _other(self, phrase: str, asked: str) -> tuple[str, ...] | None:
        found = _OTHER.match("the others" if _REST.match(phrase) else phrase)
        if found is None:
            return None
        focus = self._memory.it or self._memory.this
        noun = (found["noun"] or "").strip()
        if not noun or ONE.fullmatch(noun):
            if not focus:
                noun = self._gone_noun()
            if not focus and not noun:
                return None
        if not noun or ONE.fullmatch(noun):
            every: tuple[str, ...] = tuple(self._stage.alike(focus[0]))
            many_meant = bool(found["s"]) or noun == "ones" or bool(found["n"] or found["n0"])
        else:
            every = self._nouns.tier(noun)
            many_meant = is_plural(noun) or bool(found["n"] or found["n0"])
        many_meant = many_meant or _REST.match(phrase) is not None
        others = tuple(p for p in every if p not in focus)
        number = CARDINALS.get((found["n"] or found["n0"] or "").strip())
        if not others and _REST.match(phrase) and self._gone_noun():
            return focus  # 'take three of them away', 'spread the rest out'
        if not others and number is not None and 1 <= number < len(focus):
            return focus[-number:]  # 'leave one there and take the other two away'
        if not others:
            raise CannotDo(f"There is no other {noun or 'such thing'} here.")
        if len(others) > 1 and not many_meant:
            raise self._nouns.which(asked, others)
        return others

    def _just_added(self, phrase: str, asked: str) -> tuple[str, ...] | None:
        """*The new chairs*: what the last change added; None where it added none of the name."""
        found = _JUST_ADDED.match(phrase)
        act = self._memory.kept.acts[-1] if self._memory.kept.acts else None
        if found is None or act is None or act.kind not in ("add", "copy"):
            return None
        here = set(self._stage.things)
        added = tuple(p for each in self._memory.kept.acts if each.kind == act.kind for p in each.paths if p in here)
        if ONE.fullmatch(found["noun"]):
            return added or None
        head = singular(found["noun"].split()[-1])
        return tuple(p for p in added if self._stage.scene.find(p).name.rsplit("_", 1)[-1] == head) or None

    def _neighbour(self, phrase: str, asked: str) -> tuple[str, ...] | None:
        """*Its neighbour*: of the things of the same name the nearest to what was spoken of."""
        focus = self._memory.it or self._memory.this
        if _NEIGHBOUR.match(phrase) is None or len(focus) != 1:
            return None
        at = self._stage.point_of(focus[0])
        others = [p for p in self._stage.alike(focus[0]) if p not in focus]
        if not others:
            raise CannotDo(f"There is no other {self._stage.name(focus[0])} here.")
        return (min(others, key=lambda p: math.dist(self._stage.point_of(p), at)),)

    def _so_many_at_end(self, phrase: str, asked: str) -> tuple[str, ...] | None:
        """*The two on the left*: so many of what was listed or spoken of, from that end of the picture."""
        ends = _BOTH_ENDS.match(phrase)
        found = _SO_MANY_AT_END.match(phrase)
        focus = self._memory.it or self._memory.this
        if ends is not None and len(self._memory.listed or focus) > _TWO:
            ordered = self._stage.screen_order(tuple(self._memory.listed or focus))
            return ordered[0], ordered[-1]
        if found is None or not (self._memory.listed or focus):
            return None
        every = self._memory.listed if len(self._memory.listed) > 1 else self._stage.alike(focus[0])
        number = CARDINALS[found["n"]]
        if number > len(every):
            raise CannotDo(f"There are only {number_word(len(every))} of them here.")
        ordered = self._stage.screen_order(tuple(every))
        return tuple(ordered[:number] if found["side"] == "left" else ordered[-number:])

    def _gone_noun(self) -> str:
        """The name of what the last change took away; '' where it took away nothing."""
        act = self._memory.kept.acts[-1] if self._memory.kept.acts else None
        if act is None or act.kind != "remove" or not act.paths:
            return ""
        return re.sub(r"\[\d+\]$", "", act.paths[0].rsplit("/", 1)[-1]).replace("_", " ")

    def _next_one(self, phrase: str, asked: str) -> tuple[str, ...] | None:
        """*The second one* after one of two was spoken of: the other; *the third one* of several in their order."""
        found = _NTH_ONE.match(phrase)
        focus = self._memory.it or self._memory.this
        if found is None or len(focus) != 1:
            return None
        every = self._stage.alike(focus[0])
        at = ORDINALS[found["n"]]
        if at > len(every):
            raise CannotDo(f"There are only {number_word(len(every))} of that kind here.")
        others = [p for p in every if p != focus[0]]
        return (others[at - 2],) if at > 1 else (every[0],)

    def _this_noun(self, phrase: str, asked: str) -> tuple[str, ...] | None:
        found = _DEMONSTRATIVE.match(phrase)
        if found is None:
            return None
        noun = found["noun"]
        near = self._memory.this if found["which"] in ("this", "these") else self._memory.it
        if ONE.fullmatch(noun):
            return near or None
        try:
            every = self._nouns.tier(noun)
        except CannotDo:
            if near and len(near) == 1:
                return near
            raise
        meant = tuple(p for p in every if p in near) or tuple(p for p in every if p in self._memory.place)
        return meant or self._nouns.find(f"the {noun}", asked)
