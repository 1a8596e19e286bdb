"""Print the report of a layout: a table of what holds, then what moved, what does not hold, and ways out of conflicts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scenewright.app.terminal.consoles import neutral_console
from scenewright.scene.layout import LayoutReport, moved_text, slight_text
from scenewright.scene.printing import printable

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["print_conflicts", "print_report"]

_SHOWN = 40
"""Lines of one kind that are printed; the others are counted."""

_HEAD = 10
"""Width, in characters, of the column that names the kind of a line."""

_LISTED = 10
"""Relations and ways out of one conflict, and moves of an offer, that are printed."""

_SLIGHT = 5
"""Overlaps and gaps too small to see that are printed."""

_GROUP = 6
"""Names of joined bodies that are printed."""


def print_report(report: LayoutReport, *, to_errors: bool = False, checked: bool = False) -> None:
    """Print a report.

    Args:
        to_errors: to standard error rather than standard output.
        checked: the scene was only checked, not laid out.
    """
    console = neutral_console(to_errors=to_errors)
    _print_table(console, report, checked)
    _print_lines(console, "moved", [moved_text(m) for m in report.moves], bad=False)
    _print_lines(console, "joined", [_group(paths, why) for paths, why in report.joined], bad=False)
    _print_lines(console, "slight", [slight_text(s) for s in report.certificate.slight], bad=False, shown=_SLIGHT)
    _print_lines(console, "violation", [v.message for v in report.certificate.violations])
    _print_lines(
        console,
        "relation",
        [
            f"{r.text}: {r.reason}" if r.reason else r.text
            for r in report.certificate.relations
            if not r.satisfied and r.residual is not None
        ],
    )
    _print_lines(console, "unusual", [u.message for u in report.certificate.unusual])
    _print_unread(console, report)
    _print_lines(console, "falls", [_motion(report, p) for p in report.fell])
    _print_lines(console, "settles", [_motion(report, p) for p in report.restless if p not in report.fell])
    _print_conflicts(console, report)
    _print_offer(console, report)


def print_conflicts(report: LayoutReport) -> None:
    """Print only conflicts with their ways out, unreadable relations and an offered repair, to standard error."""
    console = neutral_console(to_errors=True)
    _print_unread(console, report)
    _print_conflicts(console, report)
    _print_offer(console, report)


def _print_offer(console: Console, report: LayoutReport) -> None:
    """Print an offered repair: what it would move, and what it would leave wrong."""
    offer = report.offer
    if offer is None:
        return
    _print(console, "offer", f"{report.offered_text()}: {offer.why}" if offer.why else report.offered_text())
    for move in offer.moves[:_LISTED]:
        _print(console, "", f"would move {moved_text(move)}")
    if len(offer.moves) > _LISTED:
        _print(console, "", f"... and {len(offer.moves) - _LISTED} moves more")
    for left in offer.remaining[:_LISTED]:
        _print(console, "", f"would leave: {left}")
    if len(offer.remaining) > _LISTED:
        _print(console, "", f"... and {len(offer.remaining) - _LISTED} things more")


def _print_unread(console: Console, report: LayoutReport) -> None:
    lines = []
    for u in report.unreadable:
        where = "" if u.line is None else f"line {u.line}: "
        lines.append(f"{where}{u.text}{' in part' if u.in_part else ''}: {u.why}")
    _print_lines(console, "unread", lines)


def _group(paths: Sequence[str], why: str) -> str:
    names = [p.split("/", 1)[-1] for p in paths[:_GROUP]]
    more = f" and {len(paths) - _GROUP} more" if len(paths) > _GROUP else ""
    return f"{', '.join(names)}{more}: {why}"


def _print_conflicts(console: Console, report: LayoutReport) -> None:
    for conflict in report.conflicts:
        _print(console, "conflict", conflict.says if conflict.proved else f"{conflict.says} (tried, not proved)")
        relations = report.relations_of(conflict)
        if relations:
            more = f" and {len(relations) - _LISTED} more" if len(relations) > _LISTED else ""
            _print(console, "", f"relations: {', '.join(relations[:_LISTED])}{more}")
        for way in conflict.ways_out[:_LISTED]:
            _print(console, "", f"way out: {way}")
        if len(conflict.ways_out) > _LISTED:
            _print(console, "", f"... and {len(conflict.ways_out) - _LISTED} ways out more")


def _print_table(console: Console, report: LayoutReport, checked: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=False, box=None, pad_edge=False)
    kept = f"{len(report.kept)} of {len(report.problem.bodies)}"
    for name, value, good in [*([] if checked else [("kept as written", kept, None)]), *_rows(report)]:
        table.add_row(name, Text(value, style="" if good is None else "green" if good else "red"))
    console.print(table)


def _rows(report: LayoutReport) -> list[tuple[str, str, bool | None]]:
    c = report.certificate
    count = {str(k): len(c.of_kind(k)) for k in {v.kind for v in c.violations}}

    def number(kind: str) -> str:
        return str(count.get(kind, 0) or "none")

    rows: list[tuple[str, str, bool | None]] = [
        ("placed", f"{c.placed} of {c.requested}", c.placed == c.requested),
        ("collisions", number("collision"), c.collision_free),
        ("outside the room", number("bounds"), c.in_bounds),
        ("not held up", number("support"), "support" not in count),
        ("in a door's way", number("door"), c.doors_free),
        ("over a window's edge", number("window"), c.windows_free),
    ]
    if report.readable:
        rows.append(
            ("relations that hold", f"{report.readable - report.failing} of {report.readable}", not report.failing)
        )
    if report.problem.unread:
        rows.append(("relations not read", str(len(report.problem.unread)), False))
    if c.floating_parts:
        rows.append(("parts that touch nothing", str(sum(len(f.paths) for f in c.floating_parts)), None))
    rows.append(("free floor one can reach", f"{100 * c.navigable:.0f} %", None))
    rows.append(("clearances that are free", f"{100 * c.clearance:.0f} %", None))
    if c.settle is not None:
        moved = f"moves {100 * c.settle.max_shift_m:.1f} cm, tilts {c.settle.max_tilt_deg:.1f} degrees at most"
        rows.append(("settling", moved, not report.restless))
    rows.append(("seconds", f"{report.total_seconds:.2f}", None))
    return rows


def _print_lines(console: Console, what: str, lines: list[str], *, bad: bool = True, shown: int = _SHOWN) -> None:
    for line in lines[:shown]:
        _print(console, what, line, bad=bad)
    if len(lines) > shown:
        _print(console, "", f"... and {len(lines) - shown} more")


def _motion(report: LayoutReport, path: str) -> str:
    settle = report.certificate.settle
    if settle is None:
        return path
    i = settle.paths.index(path)
    return f"{path}: {100.0 * settle.shift[i]:.1f} cm, {settle.tilt[i]:.1f} degrees"


def _print(console: Console, what: str, line: str, *, bad: bool = True) -> None:
    """Print a line after its kind. On a terminal a long line is wrapped, indented below its first word."""
    from rich.text import Text

    head, text = Text.styled(f"{what:<{_HEAD}}", "red" if bad else "cyan"), Text(printable(line))
    if not console.is_terminal or console.width < 2 * _HEAD:
        console.print(Text.assemble(head, text))
        return
    for part in text.wrap(console, console.width - _HEAD):
        part.rstrip()
        console.print(Text.assemble(head, part))
        head = Text(" " * _HEAD)
