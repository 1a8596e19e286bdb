"""What stands where things of its kind do not: a floor lamp on a sofa, a chair on a table.

This is no violation, since it holds up. It is told where the program does not say that it is meant (``on``, ``inside``), and where both
kinds are known by their names.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scenewright.scene.language.relations import RelationName
from scenewright.scene.layout.affinity import host_class
from scenewright.scene.layout.bodies import heads_of, stands_on_floor_alone, texts_of
from scenewright.scene.layout.certify.evidence import Evidence
from scenewright.scene.layout.certify.support import Supported

__all__ = ["UnusualRest", "unusual_rests"]

_TOY = 0.4
"""Metres of the longest side up to which a thing may be a toy or a model: a doll's chair stands on a shelf."""


@dataclass(frozen=True, slots=True)
class UnusualRest:
    """A thing that stands on furniture though its kind stands on the floor. `path`, `on`: full paths. `message`: for people."""

    path: str
    on: str
    message: str

    def to_json(self) -> dict[str, object]:
        return {"paths": [self.path, self.on], "message": self.message}


def unusual_rests(evidence: Evidence, support: Supported) -> tuple[UnusualRest, ...]:
    """The bodies that rest on furniture alone though their kind stands on the floor."""
    scene, bodies = evidence.scene, evidence.bodies
    meant = evidence.related(RelationName.ON, RelationName.INSIDE)
    found = []
    for body in np.flatnonzero(evidence.judged & ~support.grounded & ~support.hung).tolist():
        others = [o for o in support.below[body] if evidence.unit[o] != evidence.unit[body] and not bodies.fixed[o]]
        if not others or float((evidence.high[body] - evidence.low[body]).max()) <= _TOY:
            continue
        texts = texts_of(scene, int(bodies.row[body]))
        if not stands_on_floor_alone(*texts):
            continue
        heads = set(_heads(texts))
        for other in others:
            their_texts = texts_of(scene, int(bodies.row[other]))
            kind = host_class(their_texts)
            alike = heads & set(_heads(their_texts))  # stacked chairs, a bunk
            if kind in ("", "rest") or alike or (body, other) in meant:
                continue
            path, on = bodies.path[body], bodies.path[other]
            message = f"{path} stands on {on}, though such a thing usually stands on the floor"
            found.append(UnusualRest(path, on, message))
            break
    return tuple(found)


def _heads(texts: tuple[str, ...]) -> list[str]:
    """The last nouns of names."""
    return [heads_of(text)[-1] for text in texts if heads_of(text)]
