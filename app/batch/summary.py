"""The summary of a batch: a table for people."""

from __future__ import annotations

from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING

from scenewright.app.batch.batch import BatchDone
from scenewright.app.batch.manifest import BatchState, ManifestRecord

if TYPE_CHECKING:
    from rich.table import Table

__all__ = ["summary_table"]


def summary_table(done: BatchDone) -> Table:
    """How many jobs ended how, on which machine, with seconds and memory."""
    from rich.table import Table

    table = Table("state", "host", "jobs", "median s", "longest s", "most MB", box=None, pad_edge=False)
    groups: dict[tuple[BatchState, str], list[ManifestRecord]] = defaultdict(list)
    for record in done.records:
        groups[record.state, record.host].append(record)
    for (state, host), records in sorted(
        groups.items(), key=lambda item: (list(BatchState).index(item[0][0]), item[0][1])
    ):
        seconds = [r.seconds for r in records if r.seconds is not None]
        peaks = [r.peak_bytes for r in records if r.peak_bytes is not None]
        table.add_row(
            str(state),
            host,
            str(len(records)),
            f"{median(seconds):.1f}" if seconds else "",
            f"{max(seconds):.1f}" if seconds else "",
            f"{max(peaks) / 1e6:.0f}" if peaks else "",
        )
    return table
