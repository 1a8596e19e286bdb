"""``scenewright jobs``: shows, follows and cancels the long commands of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.app.jobs import JobRecord

__all__ = ["cancel", "follow", "show"]


def show(number: str | None, *, running: bool, as_json: bool) -> None:
    """One job with its log, or all of them."""
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.jobs import default_table

        table = default_table()
        if number is not None:
            record, log = table.get(number), table.log(number)
            lines = [_line(record), *([f"  {record.error}"] if record.error else [])]
            lines += [f"  {k}: {v}" for k, v in record.result.items()] + log.splitlines()
            reporter.result({**record.to_json(), "log": log.splitlines()}, lines)
            return
        rows = [r for r in table.list() if not (running and r.state.ended)]
        empty = "no job is running" if running else "there are no jobs yet"
        reporter.result({"jobs": [r.to_json() for r in rows]}, [_line(r) for r in rows] or [empty])


def follow(number: str, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.jobs import default_table

        table = default_table()
        for record in table.follow(number):
            if not as_json:
                reporter.note(_line(record))
        reporter.result({**record.to_json(), "log": table.log(record.id).splitlines()}, "")


def cancel(number: str, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.jobs import default_table

        record = default_table().cancel(number)
        reporter.result(record.to_json(), f"{record.id} was asked to stop")


def _line(record: JobRecord) -> str:
    """One line about a job for people."""
    begun = record.begun[:19].replace("T", " ")
    about = f"  {record.scene}" if record.scene else ""
    doing = f"  {record.what}" if record.what and not record.state.ended else ""
    return f"{record.id}  {record.state:<9} {record.share:>4.0%}  {begun}  {record.kind}{about}{doing}"
