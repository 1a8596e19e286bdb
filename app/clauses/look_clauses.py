"""Clauses on the looks of things: color, material, parts, size, shape, and other attributes, judged by surfaces and boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from scenewright.app.clauses.clause import Clause
from scenewright.app.clauses.evidence import ClauseEvidence, a_thing
from scenewright.app.clauses.surface_match import SurfaceMatch
from scenewright.app.writers.asked import AskedThing
from scenewright.scene.english import SIZED
from scenewright.scene.language.vocabulary import find_color, surface_kind
from scenewright.scene.semantics.scene_graph import lengths_of

__all__ = ["LookJudge"]

_MATERIAL_SHARE = 0.2
"""Least share of the visible surface that looks like a material."""
_TOLD = frozenset(("wood", "metal", "glass"))
"""Kinds of material that looks alone tell."""
_WEAVES = frozenset(("wicker", "rattan", "cane", "caned", "woven", "handwoven", "willow", "raffia", "seagrass"))
"""Materials that are a form, too: a plain chair in the color of wicker is no wicker chair."""
_WOVEN_PARTS = _WEAVES | {"weave", "coil", "coils", "basket", "strand", "strands", "plait"}
"""Names of parts of what is woven."""
_CHANGED = 0.05
"""Share by which a thing must be larger or smaller than usual to be called so."""
_LENGTH_OFF = 0.03
"""Share by which a stated length may be missed."""
_DISC, _RECTANGLE = (0.70, 0.88), 0.93
"""Shares of its rectangle that a disc or an oval covers, and the least that a rectangle does."""
_EVEN = 1.15
"""Up to so many times as long as wide, a thing is round or square rather than oval or oblong."""
_OBLONG = 1.1
_STATES = {
    **dict.fromkeys(("empty", "bare", "vacant", "unoccupied"), "empty"),
    **dict.fromkeys(("full", "filled", "occupied"), "full"),
}

_Verdict = tuple[bool | None, str]


class LookJudge:
    """Judges the looks of the things of one scene."""

    def __init__(self, evidence: ClauseEvidence) -> None:
        self._evidence, self._surfaces = evidence, SurfaceMatch(evidence)

    def clauses(self, number: int) -> Iterator[Clause]:
        """The clauses on the looks of a thing. There are none where the thing itself is not there: its own clause says so."""
        thing = self._evidence.asked.things[number]
        there = self._evidence.instances[number]
        if not there:
            return
        reading = thing.reading
        for word in reading.colors:
            yield self._all(number, word, partial(self._color, word=word))
        for word in reading.materials:
            yield self._all(number, word, partial(self._material, thing=thing, word=word))
        for part in reading.parts:
            judge = partial(self._part, part=part.part, words=part.words)
            yield self._all(number, f"{part.words} {part.part}", judge, has=True)
        for word in reading.sizes:
            yield self._all(number, word, partial(self._size, thing=thing, word=word))
        for axis in ("width", "depth", "height", "diameter", "length"):
            metres = getattr(reading.dimensions, axis)
            if metres is not None:
                yield self._all(number, f"{metres:g} m in {axis}", partial(self._measure, axis=axis, metres=metres))
        if reading.shape:
            yield self._all(number, reading.shape, partial(self._shape, thing=thing, shape=reading.shape))
        for word in (*reading.styles, *reading.others):
            yield self._all(number, word, partial(self._other, thing=thing, word=word))
        for content in thing.contents:
            yield self._all(number, content, partial(self._content, content=content), has=True)

    def _all(self, number: int, word: str, judge: Callable[[int], _Verdict], *, has: bool = False) -> Clause:
        """One clause on all instances of a thing."""
        evidence, thing = self._evidence, self._evidence.asked.things[number]
        there = evidence.instances[number]
        verb = ("has" if has else "is") if thing.count == 1 else ("have" if has else "are")
        says = f"{evidence.spoken(number)} {verb} {word}"
        said = f"{thing.noun} with {word}" if has else f"{word} {thing.noun}"
        verdicts = [judge(n) for n in there]
        wrong = [why for shown, why in verdicts if shown is False]
        if wrong:
            share = "" if len(wrong) == len(there) else f"{len(wrong)} of {len(there)} are not: "
            return Clause("look", says, False, f"{share}{wrong[0]}", said, thing=number)
        unknown = [why for shown, why in verdicts if shown is None]
        if unknown:
            return Clause("look", says, None, unknown[0], said, thing=number)
        return Clause("look", says, True, thing=number)

    # -- one node -------------------------------------------------------------------------------------------------------

    def _color(self, n: int, word: str) -> _Verdict:
        if find_color(word) is None:
            return None, f"nobody knows the color {word!r}"
        if self._surfaces.has_color(n, word):
            return True, ""
        return False, f"it is {self._surfaces.spoken(n) or 'of no color'}"

    def _material(self, n: int, thing: AskedThing, word: str) -> _Verdict:
        share = self._surfaces.material_share(n, word, colored=bool(thing.reading.colors))
        kind = surface_kind(word)
        if share >= _MATERIAL_SHARE and set(word.split()) & _WEAVES and not self._surfaces.has_part(n, _WOVEN_PARTS):
            return None, f"only its color is that of {word}: it is not woven"
        if share >= _MATERIAL_SHARE and (kind in _TOLD or self._has_own(n, thing, word)):
            return True, ""
        if share >= _MATERIAL_SHARE:
            return None, f"its surface is like {word}, and looks do not tell more"
        if kind is None:
            return None, f"nobody knows the material {word!r}"
        return False, f"it has no surface that looks like {word}; it is {self._surfaces.spoken(n) or 'of no color'}"

    def _part(self, n: int, part: str, words: str) -> _Verdict:
        if self._surfaces.part_like(n, part, words):
            return True, ""
        return False, f"no {part} of it is {words}; it is {self._surfaces.spoken(n) or 'of no color'}"

    def _size(self, n: int, thing: AskedThing, word: str) -> _Verdict:
        size = self._evidence.graph.nodes[n].size
        if word not in SIZED or thing.usual is None:
            return (
                (True, "")
                if self._has_own(n, thing, word)
                else (None, f"it is {_metres(size)}; nothing measures {word!r}")
            )
        order = SIZED[word]
        now, usual = (float(lengths_of([s], order.measure)[0]) for s in (size, thing.usual))
        ratio = now / max(usual, 1e-6)
        if (ratio >= 1.0 + _CHANGED) if order.most else (ratio <= 1.0 - _CHANGED):
            return True, ""
        if (ratio <= 1.0 - _CHANGED) if order.most else (ratio >= 1.0 + _CHANGED):
            return False, f"it is {_metres(size)}, {'less' if order.most else 'more'} than usual"
        return None, f"it has its usual size, {_metres(size)}"

    def _measure(self, n: int, axis: str, metres: float) -> _Verdict:
        width, height, depth = self._evidence.graph.nodes[n].size
        fits = {
            "width": (width, depth), "depth": (depth, width), "height": (height,), "diameter": (width, depth),
            "length": (width, depth, height, (width * width + height * height) ** 0.5),
        }[axis]  # fmt: skip
        if any(abs(v - metres) <= max(_LENGTH_OFF * metres, 0.01) for v in fits):
            return True, ""
        return False, f"it is {_metres((width, height, depth))}"

    def _shape(self, n: int, thing: AskedThing, shape: str) -> _Verdict:
        outline = self._surfaces.outline(n)
        if outline is None or shape not in ("round", "oval", "square", "rectangular"):
            return (True, "") if self._has_own(n, thing, shape) else (None, f"nothing measures {shape!r}")
        share, ratio = outline
        disc, board = _DISC[0] <= share <= _DISC[1], share >= _RECTANGLE
        fits = {
            "round": disc and ratio <= _EVEN,
            "oval": disc and ratio > _EVEN,
            "square": board and ratio <= _EVEN,
            "rectangular": board and ratio >= _OBLONG,
        }[shape]
        if fits:
            return True, ""
        if not disc and not board:
            return None, f"its outline is neither a disc nor a rectangle, so that nothing tells whether it is {shape}"
        now = ("round" if ratio <= _EVEN else "oval") if disc else ("square" if ratio <= _EVEN else "rectangular")
        return False, f"it is {now}"

    def _other(self, n: int, thing: AskedThing, word: str) -> _Verdict:
        if word in _STATES:
            holds = self._evidence.places.holds_something(n)
            if holds == (_STATES[word] == "full"):
                return True, ""
            return False, "something is on it or in it" if holds else "nothing is on it or in it"
        if self._has_own(n, thing, word):
            return True, ""
        return None, f"the catalogue's {self._evidence.title(n)} has no such form, and nothing measures {word!r}"

    def _content(self, n: int, content: str) -> _Verdict:
        graph = self._evidence.graph
        last = content.rsplit(maxsplit=1)[-1]
        for k in range(len(graph.nodes)):
            if k != n and (n in graph.within[k] or n in graph.rests_on[k]):
                called = self._evidence.title(k)
                if called == content or called.rsplit(" ", 1)[-1] in (last, last.removesuffix("s")):
                    return True, ""
        return (
            False,
            f"the {self._evidence.title(n)} does not show {a_thing(content) if not last.endswith('s') else content}",
        )

    def _has_own(self, n: int, thing: AskedThing, word: str) -> bool:
        """Whether a node is the very object that the catalogue makes for these words, and it has a parameter for this one."""
        asset = self._evidence.asset(n)
        return word in thing.served and asset is not None and bool(asset.id) and asset.id == thing.asset


def _metres(size: tuple[float, float, float]) -> str:
    """Sizes for people: '0.6 m wide, 0.8 m high, 0.4 m deep'."""
    return f"{size[0]:.2g} m wide, {size[1]:.2g} m high, {size[2]:.2g} m deep"
