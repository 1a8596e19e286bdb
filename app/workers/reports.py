"""The results of actions as JSON values, for faces that show them elsewhere than in this process."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from scenewright.app.actions.asking import Asked
from scenewright.app.actions.editing import Edited, Stepped
from scenewright.app.actions.querying import Queried
from scenewright.app.exporting import ExportedFiles
from scenewright.app.layout import LaidOut
from scenewright.app.querying import answers_report
from scenewright.scene.folder import JournalEntry

__all__ = ["result_report"]


@singledispatch
def result_report(result: Any) -> dict[str, Any]:
    """The result of an action as JSON values, mostly those of its ``report()``. Files are named by their paths."""
    values: dict[str, Any] = result.report()
    return values


@result_report.register
def _(result: tuple) -> dict[str, Any]:  # type: ignore[type-arg]
    """The entries of the history."""
    return {"history": [{**_change(entry), "name": entry.name} for entry in result]}


@result_report.register
def _(result: Edited) -> dict[str, Any]:
    return {
        "how": [r.how for r in result.results],
        "paths": [r.path for r in result.results],
        "carried": [list(r.carried) for r in result.results],
        "remarks": [remark for r in result.results for remark in r.remarks],
        "consequences": list(result.consequences),
        "renamed": dict(result.renamed),
        "failed": dict(result.failed),
        "revision": result.revision,
        "warnings": list(result.warnings),
    }


@result_report.register
def _(result: Stepped) -> dict[str, Any]:
    return {"revision": result.revision, "operation": dict(result.operation), "of": _change(result.of)}


def _change(entry: JournalEntry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "revision": entry.revision,
        "author": str(entry.author.value),
        "what": entry.sentence,
        "operation": dict(entry.operation),
    }


@result_report.register
def _(result: LaidOut) -> dict[str, Any]:
    """With the text of a repair that is offered, so that who accepts it need not have it found again."""
    offer = result.report.offer
    return {
        **result.to_json(),
        "how": result.how,
        "changed": result.changed,
        "stays": result.stays,
        "revision": result.revision,
        "offered_text": None if offer is None else offer.source,
    }


@result_report.register
def _(result: ExportedFiles) -> dict[str, Any]:
    return {"files": [str(f) for f in result.files], "warnings": list(result.warnings)}


@result_report.register
def _(result: Queried) -> dict[str, Any]:
    values = {"warnings": list(result.warnings), "missing": result.missing}
    return {**answers_report(result.answers, result.files), **values}


@result_report.register
def _(result: Asked) -> dict[str, Any]:
    """The graph itself is listed only where nothing else was asked for."""
    from scenewright.scene.semantics.scene_graph import graph_json

    values: dict[str, Any] = {"warnings": list(result.warnings)}
    if result.practice:
        values["questions"] = [p.to_json() for p in result.practice]
    if result.answer is not None:
        values |= result.answer.to_json()
    elif not result.practice:
        values["scene_graph"] = graph_json(result.graph)
    return values
