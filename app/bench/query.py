"""Entities found by words, against the nearest embedding. The right answers come from names and from distances of boxes alone."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from scenewright.app.bench.figures import BenchSize, Figure
from scenewright.app.bench.rooms import open_room

if TYPE_CHECKING:
    from scenewright.app.session import Session
    from scenewright.scene.model import Entity

__all__ = ["measure"]

_CLEARER = 0.15
"""Metres by which the nearest of several must be nearer than the next, for the question to have one answer."""


def measure(size: BenchSize) -> list[Figure]:
    from scenewright.app.querying import query_camera
    from scenewright.scene.geometry import scene_geometry
    from scenewright.scene.semantics.encoders import text_encoder, text_encoder_missing
    from scenewright.scene.semantics.queries import SceneQuery

    encoder = None if text_encoder_missing() else text_encoder()
    asked, right, nearest, build = [], [], [], []
    for number in range(size.of(3, 8)):
        with open_room(size.rooms, number) as session:
            geometry = scene_geometry(session.scene, provider=session.assets)
            begun = time.perf_counter()
            scene = SceneQuery(session.scene, geometry, camera=query_camera(session), encoder=encoder)
            scene.ask("something to begin with")
            build.append(time.perf_counter() - begun)
            texts = [(e.path, text) for e in scene.entities for text in e.texts]
            vectors = None if encoder is None else encoder.encode([text for _, text in texts])
            for question, answer in _questions(session):
                begun = time.perf_counter()
                found = scene.ask(question)
                asked.append(time.perf_counter() - begun)
                right.append(bool(found.results) and found.results[0].path == answer)
                if encoder is not None and vectors is not None:
                    near = texts[int((vectors @ encoder.encode([question])[0]).argmax())][0]
                    nearest.append(near == answer)
    share = 100.0 * float(np.mean(right))
    alone = 100.0 * float(np.mean(nearest)) if nearest else None
    against = "the nearest embedding of a name" if nearest else ""
    return [
        Figure(
            f"{len(right)} questions such as 'the chair nearest to the printer', answered by the right thing",
            share,
            "%",
            alone,
            against,
            lower_is_better=False,
        ),
        Figure("a question, median", 1e3 * float(np.median(asked)), "ms"),
        Figure("reading a room for questions, median", float(np.median(build)), "s"),
    ]


def _questions(session: Session) -> list[tuple[str, str]]:
    """Pairs of a question and the path of its answer: things whose kind is there once, and the nearest of several to such a thing."""
    from scenewright.scene.layout.bodies import bodies_of

    scene = session.scene
    bodies = bodies_of(scene, provider=session.assets, root=session.folder)
    things = [scene.entity(int(row)) for row in bodies.row]
    kinds = Counter(thing.word for thing in things)
    single = [thing for thing in things if kinds[thing.word] == 1]
    out = [(f"the {thing.word}", thing.path) for thing in single]
    for word, count in kinds.items():
        if count < 2:
            continue
        several = [thing for thing in things if thing.word == word]
        for other in single:
            far = sorted((_gap(one, other), one.path) for one in several)
            if far[1][0] - far[0][0] > _CLEARER:
                out.append((f"the {word} nearest to the {other.word}", far[0][1]))
    return out


def _gap(one: Entity, other: Entity) -> float:
    """Metres between the boxes of two entities along the axes of the world."""
    (a_low, a_high), (b_low, b_high) = (np.asarray(e.bounds) for e in (one, other))
    return float(np.linalg.norm(np.maximum(0.0, np.maximum(a_low - b_high, b_low - a_high))))
