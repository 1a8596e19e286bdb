"""Words for what things hang from."""

from __future__ import annotations

from scenewright.app.word_sets import word_set

__all__ = ["HANGERS"]

HANGERS = word_set(
    """rail rails hook hooks rack racks peg pegs stand tree branch branches pergola arch beam line rod bar pole frame gazebo clothesline
    ladder rope lamppost post scaffold canopy awning"""
)
"""Nouns of what things may be said to hang from, that is no wall and no ceiling."""
