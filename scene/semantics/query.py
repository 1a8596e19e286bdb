"""Open-vocabulary queries of a program's scene: a sentence in, entities out, each with a score and the reason.

A noun that the scene or the lexicon knows is looked up (:mod:`scene.semantics.matching`); what it says of looks and places is then
judged by geometry. A description is compared with what the lexicon says of things, by sentence embeddings. Where nothing fits, the
answer is that nothing here does: the least bad is no answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

from scene.errors import QueryError
from scene.geometry import SceneGeometry
from scene.model import Camera, Scene
from scene.semantics.appearance import Appearances
from scene.semantics.attributes import AttributeJudge
from scene.semantics.clauses import describes_only, has_clause
from scene.semantics.descriptions import Descriptions
from scene.semantics.encoders import TextEncoder
from scene.semantics.entity_words import EntityWords, nouns_of, words_of_scene
from scene.semantics.matching import Grade, NounMatcher
from scene.semantics.places import Places
from scene.semantics.reading import Reading, Selector, Where, read_query
from scene.semantics.things import Lexicon, default_lexicon

__all__ = ["Answer", "Found", "SceneQuery", "checked_query"]

LONGEST = 400
"""Characters of a query."""

_FITS = 0.45
"""Least product of attributes at which an entity is still as the query says."""
_DESCRIBED = 0.27
"""Least cosine of a description to what is said of a thing, on all-MiniLM-L6-v2; see `calibrated` in :class:`Answer`."""
_BETTER = 0.22
"""By so much more a thing that is not here may fit before nothing here is meant."""
_TIE = 0.01
"""Metres, and shares of a size, that nobody sees."""
_STANDS = re.compile(r"\b(?:that|which) (?:is|are|stands?|lies?|hangs?|sits?|faces?)\b")
_LIST = re.compile(r"\band other\b|\w+ \w+ and \w+ \w+")
_ALL = re.compile(r"^(?:things?|objects?|items?|ones?|piece|thing here|objects? here|stuff|everything)$")


@dataclass(frozen=True)
class Found:
    """One entity: `score` in [0, 1] and the `reason`, a sentence. `row`: of the scene's nodes."""

    row: int
    path: str
    words: str
    score: float
    reason: str


@dataclass(frozen=True)
class Answer:
    """What a query found, best first. `none`: nothing here fits, and `why`. `encoder`: whose vectors were compared, if any were.
    `calibrated`: whether scores are
    fitted probabilities; ours are none."""

    query: str
    results: tuple[Found, ...]
    why: str
    encoder: str
    calibrated: bool = False

    @property
    def none(self) -> bool:
        return not self.results

    def to_json(self) -> dict[str, Any]:
        return {
            "query": self.query,
            "encoder": self.encoder,
            "calibrated": self.calibrated,
            "none": self.none,
            "why": self.why,
            "results": [
                {"path": f.path, "words": f.words, "score": round(f.score, 4), "reason": f.reason} for f in self.results
            ],
        }


@dataclass(frozen=True)
class _Hit:
    number: int
    score: float
    reasons: tuple[str, ...] = field(default=())


def checked_query(text: str) -> str:
    """A query as it is read.

    Raises:
        QueryError: it is empty, too long, or has no letter of the Latin script.
    """
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    if not plain:
        raise QueryError("the query is empty: say what to look for, such as 'the red cup on the desk'")
    if len(plain) > LONGEST:
        raise QueryError(f"the query has {len(plain)} characters, and {LONGEST} are read: say it shorter")
    letters = [c for c in plain if c.isalpha()]
    if not letters:
        raise QueryError(f"the query {plain!r} has no word: say what to look for, such as 'the red cup on the desk'")
    if sum("LATIN" in unicodedata.name(c, "") for c in letters) < 0.5 * len(letters):
        raise QueryError(f"queries are read in English, and {plain[:40]!r} is not: ask in English")
    return plain


class SceneQuery:
    """Answers queries of one scene. Building it costs once what all queries share.

    Args:
        geometry: of the scene, with its catalogue objects.
        camera: the main view, for *leftmost* and *as seen from the camera*; None: the program's first.
        encoder: of sentences, for descriptions; None: they find nothing.
        lexicon: None: the package's own.
    """

    def __init__(
        self,
        scene: Scene,
        geometry: SceneGeometry,
        *,
        camera: Camera | None = None,
        encoder: TextEncoder | None = None,
        lexicon: Lexicon | None = None,
    ) -> None:
        self.scene, self.encoder = scene, encoder
        self.lexicon = lexicon or default_lexicon()
        self.entities: list[EntityWords] = words_of_scene(scene, self.lexicon)
        self._matcher = NounMatcher(self.entities, nouns_of(self.entities, self.lexicon), self.lexicon)
        view = camera or (scene.cameras[0] if scene.cameras else None)
        self.places = Places(scene, geometry, [e.row for e in self.entities], view)
        self._number = {e.row: n for n, e in enumerate(self.entities)}
        self._judge = AttributeJudge(self.entities, Appearances(scene, geometry), self.places)

    @cached_property
    def _descriptions(self) -> Descriptions | None:
        return None if self.encoder is None else Descriptions(self.entities, self.lexicon, self.encoder)

    # -- the answer -----------------------------------------------------------------------------------------------------

    def ask(self, text: str, *, top_k: int | None = None, threshold: float = 0.0) -> Answer:
        """The entities that a query means, best first.

        Args:
            top_k: at most so many. threshold: least score.

        Raises:
            QueryError: see :func:`checked_query`.
        """
        query = checked_query(text)
        hits, why = self._best(read_query(query))
        found = [
            Found(
                self.entities[h.number].row,
                self.entities[h.number].path,
                self.entities[h.number].texts[0],
                float(np.clip(h.score, 0.0, 1.0)),
                "; ".join(h.reasons),
            )
            for h in hits
            if h.score >= threshold
        ]
        encoder = "" if self.encoder is None else self.encoder.name
        return Answer(query, tuple(found[:top_k]), "" if found else (why or "nothing here fits"), encoder)

    def _best(self, reading: Reading) -> tuple[list[_Hit], str]:
        """Of the ways to read it, the first that finds something and says nothing twice; else as a description."""
        relational = bool(reading.where) and not reading.noun  # 'what is on the table?'
        leads = describes_only(reading.text) and not relational
        clause = has_clause(_STANDS.sub("", reading.text))
        vague = bool(_ALL.match(reading.noun.split()[-1])) if reading.noun else False
        if leads or (clause and (vague or not reading.where)):
            hits = self._described(reading.text, None)
            if hits or leads:
                return hits, "" if hits else f"nothing here is like {reading.text!r}"
        why = ""
        fallback: list[_Hit] = []
        for one in (reading, *reading.others):
            hits, told = self._resolve(one)
            why = why or told
            if hits and not self._says_twice(one):
                return hits, ""
            fallback = fallback or hits
        if fallback:
            return fallback, ""
        if clause or vague or _LIST.search(reading.text) or not self._names_something(reading):
            hits = self._described(reading.text, None)
            if hits:
                return hits, ""
            why = why or f"nothing here is like {reading.text!r}"
        return [], why

    def _names_something(self, reading: Reading) -> bool:
        if not reading.noun:
            return True
        phrase = self._matcher.read(reading.noun)
        return self._matcher.known(phrase) or bool(self._matcher.match(phrase))

    def _says_twice(self, reading: Reading) -> bool:
        """Whether a target with a relation of its own is the only one of its kind anyway: 'the toy on the mat nearest the bed', one mat."""
        for where in reading.where:
            for target in where.targets:
                if target.where and len(self._resolve(replace(target, where=()))[0]) <= 1:
                    return True
        return False

    # -- one reading ----------------------------------------------------------------------------------------------------

    def _resolve(self, reading: Reading) -> tuple[list[_Hit], str]:
        """All that a reading means, best first; or none, and why."""
        hits, why = self._named(reading)
        if not hits:
            return [], why
        for where in sorted(reading.where, key=lambda w: w.kind in ("nearest", "farthest")):
            hits, why = self._placed(hits, where, reading)
            if not hits:
                return [], why
        hits = self._on_side(hits, reading)
        for selector in sorted(reading.selectors, key=lambda s: not s.comparative):
            alike = [h for h in hits if h.score >= max(o.score for o in hits) - 1e-6] if selector.comparative else hits
            hits = self._selected(alike if len(alike) > 1 else hits, selector)
        return sorted(hits, key=lambda h: -h.score), ""

    def _named(self, reading: Reading) -> tuple[list[_Hit], str]:
        noun = reading.noun
        if not noun or _ALL.match(noun):
            return [_Hit(n, 0.9) for n in self._objects()], "there is nothing here"
        phrase = self._matcher.read(noun)
        anything = bool(_ALL.match(phrase.head)) or phrase.head in ("something", "anything")
        if anything:
            hits = [_Hit(n, 0.9) for n in self._objects()]
        else:
            matches = self._matcher.match(phrase)
            if not matches:
                known = self._matcher.known(phrase)
                return (
                    [],
                    f"there is no {phrase.compound} here" if known else f"nothing here is called {phrase.compound!r}",
                )
            surely = [m for m in matches if m.score >= Grade.KIND]
            hits = [_Hit(self._number[m.row], m.score, (m.why,)) for m in surely or matches]
            hits = [
                h for h in hits if self.entities[h.number].row > 0
            ] or hits  # the whole scene only where nothing else
        judged = self._judge.judge(phrase, [h.number for h in hits])
        kept = [
            replace(h, score=h.score * s, reasons=(*h.reasons, *([f"it is {', '.join(f)}"] if f else [])))
            for h in hits
            for s, f in [judged[h.number]]
            if s >= _FITS
        ]
        if not kept:
            said = " ".join((*phrase.sizes, *phrase.colors, *phrase.materials))
            return [], f"no {phrase.compound} here is {said}" if said else f"no {phrase.compound} here is so"
        if phrase.leftover and self._descriptions is not None and len(kept) > 1:
            kept = self._described(reading.text, kept)
        return sorted(kept, key=lambda h: -h.score), ""

    def _objects(self) -> list[int]:
        """Everything but the whole and the room."""
        return [n for n, e in enumerate(self.entities) if e.row > 0 and not self.places.is_room(n)]

    def _described(self, text: str, among: Sequence[_Hit] | None) -> list[_Hit]:
        """The entities that a description fits; `among` some, all of which stay, the likeliest first."""
        if self._descriptions is None:
            return list(among or [])
        scores, anywhere = self._descriptions.scores(text)
        if among is not None:
            best = max(float(scores[h.number]) for h in among)
            return [replace(h, score=h.score * (0.7 + 0.3 * float(scores[h.number]) / max(best, 1e-6))) for h in among]
        whole = [n for n, e in enumerate(self.entities) if e.row == 0 or (self.places.is_room(n) and "room" in e.texts)]
        scores[whole] = -1.0
        best = float(scores.max(initial=-1.0))
        if best < max(_DESCRIBED, anywhere - _BETTER):
            return []
        return [
            _Hit(n, float(scores[n]), (f"{self.entities[n].texts[0]!r} fits the description (cosine {scores[n]:.2f})",))
            for n in np.argsort(-scores, kind="stable").tolist()
            if scores[n] >= max(_DESCRIBED, best - 0.02)
        ]

    # -- where ----------------------------------------------------------------------------------------------------------

    def _placed(self, hits: Sequence[_Hit], where: Where, reading: Reading) -> tuple[list[_Hit], str]:
        kind = where.kind
        if kind in ("corner", "wall", "ceiling", "floor", "middle") or (kind == "against" and not where.targets):
            return self._at_place(hits, kind, where.side)
        if kind == "side":
            return self._selected(
                hits,
                Selector(
                    "screen_x" if where.side in ("left", "right") else "screen_depth", where.side in ("right", "back")
                ),
            ), ""
        targets: list[list[_Hit]] = []
        for target in where.targets:
            found, why = (list(hits), "") if target.other and not target.noun else self._resolve(target)
            if not found and kind == "with":
                return self._with_looks(hits, where, reading, why)
            if not found:
                return [], why
            targets.append(found)
        return self._related(hits, kind, targets, where, reading)

    def _at_place(self, hits: Sequence[_Hit], kind: str, side: str) -> tuple[list[_Hit], str]:
        degrees = [self.places.alone(kind, h.number, side) for h in hits]
        best = max(degrees)
        if best <= 0.0:
            return (
                [],
                f"none of these is at the {side + ' ' if side not in ('', 'any') else ''}{'wall' if kind == 'against' else kind}",
            )
        kept = [
            replace(h, score=h.score * d, reasons=(*h.reasons, f"it is at the {kind}"))
            for h, d in zip(hits, degrees, strict=True)
            if d >= 0.6 * best
        ]
        return self._whole(kept), ""

    def _related(
        self, hits: Sequence[_Hit], kind: str, targets: Sequence[Sequence[_Hit]], where: Where, reading: Reading
    ) -> tuple[list[_Hit], str]:
        name = _spoken(kind)
        goals = [h.number for h in targets[0]]
        if kind in ("nearest", "farthest"):
            return self._by_distance(hits, goals, kind == "nearest"), ""
        out: list[_Hit] = []
        for h in hits:
            if kind == "between":
                degree, goal = self._between(h.number, targets)
            else:
                degree, goal = max(
                    (
                        (self.places.degree(kind, h.number, g, seen=reading.seen) * (0.5 + 0.5 * t.score), g)
                        for t in targets[0]
                        for g in [t.number]
                    ),
                    default=(0.0, -1),
                )
            if degree > 0.0:
                out.append(
                    replace(h, score=h.score * degree, reasons=(*h.reasons, f"it is {name} {self.entities[goal].path}"))
                )
        if not out and kind == "with":
            return self._with_looks(hits, where, reading, "")
        if not out:
            return [], f"none of these is {name} {where.targets[0].noun or 'it'}"
        best = max(h.score for h in out)
        kept = [h for h in out if h.score >= 0.7 * best]
        return (self._whole(kept) if not reading.noun else kept), ""

    def _with_looks(self, hits: Sequence[_Hit], where: Where, reading: Reading, why: str) -> tuple[list[_Hit], str]:
        """'with a red stripe', 'with a stem': no entity of its own. By a part's name and color, else by what is said of such things."""
        phrase = self._matcher.read(where.targets[0].noun)
        told = f"it has {' '.join((*phrase.colors, *phrase.materials, phrase.head))}"
        fits = {h.number: self._judge.has_part(h.number, phrase) for h in hits}
        best = max(fits.values(), default=0.0)
        if best >= _FITS:
            kept = [h for h in hits if fits[h.number] >= 0.8 * best]
            return [replace(h, score=h.score * fits[h.number], reasons=(*h.reasons, told)) for h in kept], ""
        if phrase.colors or self._descriptions is None:
            return [], why or f"none of these has a {where.targets[0].noun}"
        scores, _ = self._descriptions.scores(reading.text)
        high = max(float(scores[h.number]) for h in hits)
        if high < _DESCRIBED:
            return [], why or f"none of these has a {where.targets[0].noun}"
        return [replace(h, score=0.8 * h.score) for h in hits if scores[h.number] >= high - 0.02], ""

    def _between(self, number: int, targets: Sequence[Sequence[_Hit]]) -> tuple[float, int]:
        first = [h.number for h in targets[0] if h.number != number]
        second = [h.number for h in targets[-1] if h.number != number]
        for a in first:
            for b in second:
                if a != b and self.places.between(number, a, b) > 0.0:
                    return 1.0, a
        return 0.0, -1

    def _by_distance(self, hits: Sequence[_Hit], goals: Sequence[int], nearest: bool) -> list[_Hit]:
        others = [
            h for h in hits if h.number not in goals and not any(self.places.same_branch(h.number, g) for g in goals)
        ]
        if not others:
            return []
        gaps = np.array([min(self.places.gap(h.number, g) for g in goals) for h in others])
        best = float(gaps.min() if nearest else gaps.max())
        return [
            replace(h, reasons=(*h.reasons, f"it is {'nearest' if nearest else 'farthest'}, {gap:.2f} m away"))
            for h, gap in zip(others, gaps.tolist(), strict=True)
            if abs(gap - best) <= 1e-4
        ]

    def _whole(self, hits: Sequence[_Hit]) -> list[_Hit]:
        """Without those that are part of others: what is on the table is the cup, not its handle."""
        kept = set(self.places.top_level([h.number for h in hits]))
        return [h for h in hits if h.number in kept]

    # -- which of several -----------------------------------------------------------------------------------------------

    def _on_side(self, hits: list[_Hit], reading: Reading) -> list[_Hit]:
        for side in reading.sides:
            said = [h for h in hits if side in self.entities[h.number].sides]
            if said and not reading.seen:
                hits = said
            elif len(hits) > 1 and side in ("left", "right", "front", "back"):
                hits = self._halved(hits, side, reading)
        return hits

    def _halved(self, hits: list[_Hit], side: str, reading: Reading) -> list[_Hit]:
        """Those on a side of their middle: of the whole that they are part of, by its own hands, or in the picture."""
        numbers = [h.number for h in hits]
        owner = [t for w in reading.where if w.kind == "part_of" for t in w.targets]
        if owner and not reading.seen:
            found, _ = self._resolve(owner[0])
            if found:
                from scene.layout.relations.measures import in_frame

                x, z = in_frame(self.places.boxes[numbers], self.places.boxes[found[0].number])
                values = {"left": x, "right": -x, "front": z, "back": -z}[side]
                return [h for h, v in zip(hits, values.tolist(), strict=True) if v > 0.0] or hits
        measure, most = ("screen_x", side == "right") if side in ("left", "right") else ("screen_depth", side == "back")
        return self._selected(hits, Selector(measure, most, comparative=len(hits) > 2))

    def _selected(self, hits: Sequence[_Hit], selector: Selector) -> list[_Hit]:
        if len(hits) < 2:
            return list(hits)
        numbers = [h.number for h in hits]
        if selector.measure == "middle":
            at = self.places.middles[numbers]
            away = np.linalg.norm(at - (at.min(axis=0) + at.max(axis=0)) / 2.0, axis=1)
            return [h for h, d in zip(hits, away.tolist(), strict=True) if d <= float(away.min()) + _TIE]
        values = self.places.measure(selector.measure, numbers)
        signed = values if selector.most else -values
        tie = _TIE * max(float(np.abs(values).max()), 0.05)
        if selector.comparative:
            bound = float(signed.min() + signed.max()) / 2.0
            chosen = signed > bound
        else:
            levels = _steps(signed, tie)
            if selector.ordinal > len(levels):
                return []
            chosen = np.abs(signed - levels[selector.ordinal - 1]) <= tie
        told = f"by {selector.measure.replace('_', ' ')}"
        return [
            replace(h, reasons=(*h.reasons, told)) for h, c in zip(hits, chosen.tolist(), strict=True) if c
        ] or list(hits)


def _steps(values: Any, tie: float) -> list[float]:
    """The distinct values, largest first; those nearer than `tie` are one."""
    out: list[float] = []
    for value in sorted(values.tolist(), reverse=True):
        if not out or out[-1] - value > tie:
            out.append(value)
    return out


_SPOKEN: Mapping[str, str] = {
    "part_of": "part of", "next_to": "next to", "left_of": "to the left of", "right_of": "to the right of",
    "in_front_of": "in front of", "supports": "under", "holds": "around", "inside": "in",
}  # fmt: skip


def _spoken(kind: str) -> str:
    return _SPOKEN.get(kind, kind.replace("_", " "))
