"""Grids: one job of each combination of values."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scenewright.app.actions.table import ACTIONS
from scenewright.app.requests import RequestError
from scenewright.scene.strict_types import shown_value

__all__ = ["MOST_JOBS", "Cell", "cells_of", "steps_with"]

MOST_JOBS = 200_000
"""Of one batch."""

Cell = Mapping[str, Any]
"""One combination: field -> value."""


def cells_of(grid: Any) -> Iterator[Cell]:
    """Each combination of a grid, the last field changing fastest. A grid is a table of fields, each with a list of values or with
    ``{"from": 0, "count": 10}``. None: one combination of nothing.

    Raises:
        RequestError: it is no grid, or has too many combinations.
    """
    if grid is None:
        yield {}
        return
    if not isinstance(grid, Mapping) or not grid:
        raise RequestError(
            f'grid is a table such as {{"seed": [1, 2]}}, with one field at least, not {shown_value(grid)}',
            field="grid",
        )
    axes = {name: _values(name, listed) for name, listed in grid.items()}
    count = 1
    for values in axes.values():
        count *= len(values)
    if count > MOST_JOBS:
        raise RequestError(f"the grid makes {count:,} jobs, and at most {MOST_JOBS:,} are run", field="grid")
    for combination in itertools.product(*axes.values()):
        yield dict(zip(axes, combination, strict=True))


def _values(name: str, listed: Any) -> Sequence[Any]:
    if isinstance(listed, list) and listed:
        return listed
    if isinstance(listed, Mapping) and set(listed) == {"from", "count"}:
        first, count = listed["from"], listed["count"]
        if type(first) is int and type(count) is int and 1 <= count <= MOST_JOBS:
            return range(first, first + count)
    raise RequestError(
        f'grid: {name} takes a list of values or {{"from": 0, "count": 10}}, not {shown_value(listed)}', field="grid"
    )


def steps_with(steps: Sequence[Mapping[str, Any]], cell: Cell) -> list[dict[str, Any]]:
    """The steps with the values of one combination. A field goes to each step whose action has it; 'render.width' to those of one kind.
    What a step says itself is replaced.

    Raises:
        RequestError: no step has such a field.
    """
    out = [dict(step) for step in steps]
    for name, value in cell.items():
        kind, _, field = name.rpartition(".")
        found = False
        for step in out:
            action = ACTIONS.get(str(step.get("kind")))
            if action is not None and kind in ("", action.name) and field in action.request.model_fields:
                step[field] = value
                found = True
        if not found:
            about = f"no step {kind}" if kind else "no step"
            near = difflib.get_close_matches(field, _fields_of(steps, kind), 1, 0.5)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise RequestError(f"grid: {about} of this job has a field {field}{hint}", field="grid")
    return out


def _fields_of(steps: Sequence[Mapping[str, Any]], kind: str) -> list[str]:
    """The fields of the actions of all steps, or of those of one kind."""
    actions = [ACTIONS.get(str(step.get("kind"))) for step in steps]
    return [f for a in actions if a is not None and kind in ("", a.name) for f in a.request.model_fields]
