"""Short forms of the readings of queries."""

from __future__ import annotations

from scenewright.scene.semantics.queries import Reading


def shape(reading: Reading) -> tuple[str, tuple[str, ...]]:
    """The reading's noun, and each of its relations with the landmark's noun or side."""
    return reading.noun, tuple(f"{w.kind}:{w.side or ','.join(t.noun for t in w.targets)}" for w in reading.where)
