"""``scenewright query SPLATS TEXT --field FILE``: what a sentence means among captured Gaussians."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scenewright.app.output import Reporter, UsageError, guarded

__all__ = ["run"]


def run(*, refused: Sequence[str], as_json: bool, **values: Any) -> None:
    """`refused`: options that were given and mean something for programs only. `values`: the fields of
    :class:`scenewright.app.actions.field_querying.FieldQueryRequest`."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        if refused:
            raise UsageError(f"{' and '.join(refused)} cannot be asked of a field: a program's scene has them")
        from scenewright.app.actions.field_querying import FIELD_QUERY, FieldQueryRequest
        from scenewright.app.querying import told

        request = FieldQueryRequest(**values)
        with reporter.job("asking") as job:
            found = FIELD_QUERY(request, job=job)
        lines = told([f.answer for f in found.answers], found.files)
        if found.view is not None:
            lines = f"{lines}\nseen {found.view.name}"
        reporter.result(found.report(), lines)
