"""Reads the options of ``scenewright splat convert``."""

from __future__ import annotations

import math
from typing import Any

from scenewright.app.terminal.output import UsageError

__all__ = ["changes", "numbers"]

_COUNTS = {"crop": 6, "crop_sphere": 4, "turn": 3, "move": 3}
"""Number of values of options that are lists of numbers, separated by commas."""


def changes(given: dict[str, Any]) -> dict[str, Any]:
    """Fields of :class:`scenewright.app.splat_changes.SplatChanges` from the texts of options.

    Raises:
        UsageError: an option's text cannot be read.
    """
    out = dict(given)
    for name, count in _COUNTS.items():
        if given[name] is not None:
            out[name] = tuple(numbers(f"--{name.replace('_', '-')}", given[name], count))
    out["entities"] = _entities(given["entities"])
    return {**out, **_fewer(given["decimate"])}


def _entities(text: str | None) -> tuple[int, ...] | None:
    if text is None:
        return None
    try:
        return tuple(int(word) for word in text.split(","))
    except ValueError:
        raise UsageError(f"--entities takes whole numbers with commas between, not '{text}'") from None


def _fewer(text: str | None) -> dict[str, Any]:
    """A number of Gaussians, or a share such as 25%."""
    if text is None:
        return {"decimate": None}
    share = text.endswith("%")
    try:
        value = float(text.removesuffix("%"))
    except ValueError:
        value = math.nan
    if not (0.0 < value <= 100.0 if share else value >= 1.0 and value.is_integer()):
        raise UsageError(f"--decimate takes a number of Gaussians or a share such as 25%, not '{text}'")
    return {"decimate": None, "decimate_share": value / 100.0} if share else {"decimate": int(value)}


def numbers(option: str, text: str, count: int) -> list[float]:
    """Raises:
    UsageError: an option's text is no list of so many finite numbers.
    """
    try:
        values = [float(word) for word in text.split(",")]
    except ValueError:
        values = []
    if len(values) != count or not all(map(math.isfinite, values)):
        raise UsageError(f"{option} takes {count} numbers with commas between, not '{text}'")
    return values
