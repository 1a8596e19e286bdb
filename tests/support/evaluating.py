"""Evaluates programs in this process, for a catalogue."""

from __future__ import annotations

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.model import Scene


def evaluate(source: str, seed: int) -> Scene:
    """The scene of a program's text."""
    return evaluate_here(source, seed=seed)
