"""Queries of captured Gaussians by a language field: which of them a sentence means, as things that hang together.

Relevancy, its canonical phrases and the choice of the level are LERF's (:mod:`scenewright.scene.semantics.fields.relevancy`).
What is above the threshold falls into things (:mod:`scenewright.scene.semantics.queries.capture.things`), so that two cups are
two answers. A sentence is read (:mod:`scenewright.scene.semantics.queries.reading`): its nouns are compared by their vectors,
its relations are judged by where things are (:mod:`scenewright.scene.semantics.queries.capture.resolving`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from scenewright.scene.jobs import Job
from scenewright.scene.model import FloatArray
from scenewright.scene.semantics.capture_programs import RoomFit, fit_room
from scenewright.scene.semantics.fields import Encodes, LanguageField, Relevancy, chance_threshold
from scenewright.scene.semantics.queries.answers import Answer, Found, checked_query
from scenewright.scene.semantics.queries.capture.resolving import CapturedHit, CapturedResolver, folded, is_relational
from scenewright.scene.semantics.queries.capture.stage import CapturedStage
from scenewright.scene.semantics.queries.capture.things import CapturedThing, ThingFinder
from scenewright.scene.semantics.queries.clauses import describes_only
from scenewright.scene.semantics.queries.reading import read_query
from scenewright.scene.splats import NO_ENTITY, Cameras, Gaussians
from scenewright.scene.splats.rasterize import rasterize

__all__ = ["CapturedAnswer", "CapturedQuery"]

_OF_BEST = 0.7
"""Of how much more the best Gaussian agrees with the query than with the canonical phrases, so much more one must that belongs to the
answer. As a difference of cosines: relevancy saturates, and what is half of one thing and half of another is as relevant to both as they
are. Of six fields lifted from masks of which 30 % were wrong, 0.98 of the things are found so, and 0.94 of what is found is one of them
(at an intersection over union of a half); at a share of 0.8 of the relevancy's height over the background 0.90 and 0.89."""
_NEARLY = 1e-7
_SHOWN = 0.4
"""Of a pixel, that the answer's Gaussians are where it shows the answer."""

Rows = npt.NDArray[np.float32]
View = tuple[FloatArray, FloatArray]


@dataclass(frozen=True, eq=False)
class _Compared:
    """A noun compared with the field: the level that was chosen, (N,) relevancies on it, and the things that it means."""

    level: str
    relevancy: Rows
    things: tuple[CapturedThing, ...]
    why: str


@dataclass(frozen=True, eq=False)
class CapturedAnswer:
    """`answer`, and what it rests on: `noun`, what was compared with the field, and its `relevancy` (N,) on the `level` that was chosen;
    the `things` that the results are, in their order; `without`: what was held against it besides the canonical phrases; `threshold`:
    the least relevancy of an answer."""

    answer: Answer
    noun: str
    level: str
    relevancy: Rows
    things: tuple[CapturedThing, ...]
    without: tuple[str, ...]
    threshold: float

    @property
    def groups(self) -> tuple[npt.NDArray[np.int64], ...]:
        """Rows of the Gaussians of each result."""
        return tuple(thing.rows for thing in self.things)

    def to_json(self) -> dict[str, Any]:
        """The answer with what captured things have besides: how many Gaussians each is and its upright box, +y up: `foot`, the middle of
        its bottom, `size`, width, height and depth, and `yaw`, degrees about +y."""
        out = self.answer.to_json()
        for result, thing in zip(out["results"], self.things, strict=True):
            box = thing.box
            result["gaussians"] = len(thing.rows)
            result["box"] = {
                "foot": [round(v, 4) for v in box.foot.tolist()],
                "size": [round(v, 4) for v in box.size.tolist()],
                "yaw": round(float(np.degrees(box.yaw)), 2),
            }
        return {
            **out,
            "noun": self.noun,
            "level": self.level,
            "threshold": round(self.threshold, 4),
            "without": list(self.without),
        }


class CapturedQuery:
    """Answers queries of some Gaussians."""

    def __init__(
        self,
        gaussians: Gaussians,
        field: LanguageField,
        encoder: Encodes,
        *,
        world_from_file: FloatArray | None = None,
        threads: int | None = None,
    ) -> None:
        """
        Args:
            gaussians: those that the field was written for, as their file has them.
            world_from_file: (4, 4) rigid, what turns them +y up: files of splats are y down. None: they are so already. Answers and
                cameras are in that world.

        Raises:
            FieldError: the field is of other Gaussians, or of another encoder.
        """
        field.check_geometry(gaussians)
        field.check_encoder(encoder.name, encoder.dimension)
        kept = gaussians.detach()
        self.gaussians = kept if world_from_file is None else kept.transformed(world_from_file)
        self.field, self.encoder, self.threads = field, encoder, threads

    @cached_property
    def finder(self) -> ThingFinder:
        """What makes things of Gaussians."""
        return ThingFinder(self.gaussians)

    @cached_property
    def threshold(self) -> float:
        """The relevancy from which something is there, as the field itself tells (:mod:`scenewright.scene.semantics.fields.chance`)."""
        return chance_threshold(self.field, self.encoder, threads=self.threads)

    @cached_property
    def room(self) -> RoomFit:
        """The room around the Gaussians; takes seconds, once."""
        weights = next((level.weights for level in self.field.levels if level.weights is not None), None)
        return fit_room(self.gaussians, None if weights is None else weights.astype(np.float32))

    def ask(
        self,
        text: str,
        *,
        top_k: int | None = None,
        threshold: float | None = None,
        without: Sequence[str] = (),
        view: View | None = None,
        job: Job | None = None,
    ) -> CapturedAnswer:
        """The things that a query means, best first; none where no relevancy reaches the threshold, or where nothing stands in the
        relations that the sentence tells.

        Args:
            threshold: the least relevancy of what is there; None: :attr:`threshold`.
            without: what is not meant.
            view: eye and target (3,) of the view that left, right, front and behind are seen in, of what shows no front of its own.

        Raises:
            QueryError: see :func:`scenewright.scene.semantics.queries.answers.checked_query`; or it has relations and names nothing.
            JobCancelled: the job was cancelled.
        """
        job = (job or Job()).part(name="the question")
        query, refused = checked_query(text), tuple(checked_query(w) for w in without)
        least = self.threshold if threshold is None else threshold
        reading = folded(read_query(query))
        compared: dict[str, _Compared] = {}

        def find(noun: str) -> tuple[Sequence[CapturedThing], str]:
            if noun not in compared:
                job.tick(0.0, f"comparing with {noun!r}")
                # what is not meant is no reason to refuse what a relation names
                compared[noun] = self._compared(noun, least, refused if noun == main else (), job)
            return compared[noun].things, compared[noun].why

        if is_relational(reading) and not describes_only(reading.noun):
            main = reading.noun
            resolver = CapturedResolver(find, CapturedStage(self.finder, self.room, view))
            hits, why = resolver.resolve(reading)
            for other in reading.others:
                if hits:
                    break
                main = other.noun
                hits, _ = resolver.resolve(other)
        else:
            main = reading.noun if reading.noun and not reading.where else query
            things, why = find(main)
            hits = [CapturedHit(t, t.score, (f"relevancy up to {t.highest:.2f}",)) for t in things]
        hits = hits[:top_k]
        found = compared[main]
        results = tuple(self._told(n, found.level, hit, refused) for n, hit in enumerate(hits))
        answer = Answer(query, results, "" if results else why, self.encoder.name)
        return CapturedAnswer(answer, main, found.level, found.relevancy, tuple(h.thing for h in hits), refused, least)

    def _compared(self, noun: str, threshold: float, without: Sequence[str], job: Job) -> _Compared:
        asked = Relevancy.of(self.field, self.encoder, [noun], without=without)
        values = asked.of_gaussians(threads=self.threads)
        level = int(asked.best_levels(values)[0])
        relevancy: Rows = values[level, :, 0]
        things = self.finder.things(relevancy, self.least(relevancy, threshold), job=job.quiet())
        why = (
            ""
            if things
            else f"no Gaussian's relevancy to {noun!r} reaches {threshold:.2f}: the highest is {float(relevancy.max(initial=0.0)):.2f}"
        )
        return _Compared(self.field.levels[level].name, relevancy, tuple(things), why)

    @staticmethod
    def least(relevancy: Rows, threshold: float) -> float:
        """The relevancy from which Gaussians, or pixels, are the answer to a query, where that of the best of them is as it is."""
        best = float(np.clip(relevancy.max(initial=0.0), _NEARLY, 1.0 - _NEARLY))
        return max(threshold, float(1.0 / (1.0 + (1.0 / best - 1.0) ** _OF_BEST)))

    def relevancy_picture(self, found: CapturedAnswer, camera: Cameras) -> Rows:
        """(H, W) how well what is drawn in one view fits an answer: the relevancy of the drawn features, 0 where nothing is drawn, where
        it is less than the answer's Gaussians have, and where other things are drawn than the answer's."""
        if found.answer.none:
            return np.zeros((camera.height, camera.width), dtype=np.float32)
        asked = Relevancy.of(self.field, self.encoder, [found.noun], without=found.without)
        number = [one.name for one in self.field.levels].index(found.level)
        picture = asked.of_pixels(self.gaussians, camera, threads=self.threads)[number, 0]
        fits = picture >= self.least(found.relevancy, found.threshold)
        out: Rows = np.where(fits & (self._share(found, camera) > _SHOWN), picture, np.float32(0.0))
        return out

    def _share(self, found: CapturedAnswer, camera: Cameras) -> Rows:
        """(H, W) how much of each pixel the answer's Gaussians are."""
        mine = torch.zeros((len(self.gaussians), 1), dtype=self.gaussians.means.dtype)
        for rows in found.groups:
            mine[torch.from_numpy(rows)] = 1.0
        drawn = rasterize(replace(self.gaussians, features=mine), camera, outputs=("features",), threads=self.threads)
        assert drawn.features is not None
        out: Rows = drawn.features[0, ..., 0].numpy()
        return out

    def _told(self, number: int, level: str, hit: CapturedHit, without: Sequence[str]) -> Found:
        rows, box = hit.thing.rows, hit.thing.box
        ids = self.gaussians.entity_ids[rows].cpu().numpy()
        parts = np.unique(ids[ids != NO_ENTITY])
        part = f", part {', '.join(map(str, parts[:4].tolist()))}" if len(parts) else ""
        where = "{:.2f} x {:.2f} x {:.2f} at ({:.2f}, {:.2f}, {:.2f})".format(*box.size, *hit.thing.middle)
        refused = [f"more than to {' and '.join(map(repr, without))}"] if without else []
        return Found(
            row=-1,
            path=f"{level}/{number}",
            words=f"{len(rows):,} Gaussians{part}",
            score=float(np.clip(hit.score, 0.0, 1.0)),
            reason="; ".join([*hit.reasons[:1], *refused, *hit.reasons[1:], where]),
        )
