"""Readings of queries in short."""

from __future__ import annotations

from scenewright.scene.semantics.queries import Reading


def shape(reading: Reading) -> tuple[str, tuple[str, ...]]:
    """Its noun, and each relation with the noun or side that it is to."""
    return reading.noun, tuple(f"{w.kind}:{w.side or ','.join(t.noun for t in w.targets)}" for w in reading.where)
