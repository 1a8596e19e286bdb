"""The report of a shard, and of a whole data set: what was made, what was rejected and why, and how good the rooms are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from scenewright.app.dataset.coco_files import LEAST_PIXELS
from scenewright.app.dataset.near_duplicates import LAYOUT_LIKENESS, PICTURE_DISTANCE, NearDuplicate
from scenewright.app.dataset.room_folders import RoomFolder
from scenewright.app.dataset_rooms import Taxonomy

__all__ = ["joined_report", "report_text", "shard_report", "told_answer"]

_SCHEMA = 2
_OPTIONS = re.compile(r"(?:^|, | or )the ")
_PLACES = ("first", "second", "third")
_SUMMED = ("rooms", "given_up", "views", "drawn", "questions", "bytes", "cpu_seconds")
_COUNTED = ("rejections", "view_faults", "splits", "kinds", "classes", "seen")


def shard_report(
    name: str, rooms: Sequence[RoomFolder], duplicates: Sequence[NearDuplicate], taxonomy: Taxonomy
) -> dict[str, Any]:
    """The report of some rooms, as JSON values. `rooms`: also those that were given up."""
    taken = [room for room in rooms if room.accepted]
    views = [view for room in taken for view in room.views]
    rejections = Counter(one["reason"] for room in rooms for one in room.values["rejections"])
    faults: Counter[str] = Counter()
    for room in rooms:
        faults.update(room.values["view_faults"])
    questions = [question for view in views for question in view.values["questions"]]
    return {
        "schema": _SCHEMA,
        "name": name,
        "taxonomy": {"version": taxonomy.version, "sha256": taxonomy.sha256},
        "rooms": len(taken),
        "given_up": len(rooms) - len(taken),
        "views": len(views),
        "drawn": len(taken) + rejections.total(),
        "rejections": _sorted(rejections),
        "view_faults": _sorted(faults),
        "access": _access(taken),
        "equilibrium": _equilibrium(taken),
        "near_duplicates": _duplicates(len(taken), duplicates),
        "splits": _sorted(Counter(room.split for room in taken)),
        "kinds": _sorted(Counter(room.values["plan"]["kind"] for room in taken)),
        "classes": _sorted(Counter(thing["category"] for room in taken for thing in room.values["things"])),
        "seen": _sorted(
            Counter(t["category"] for v in views for t in v.values["things"] if t["pixels"] >= LEAST_PIXELS)
        ),
        "questions": len(questions),
        "answers": _answers(questions),
        "bytes": sum(room.bytes for room in taken),
        "cpu_seconds": round(sum(float(room.values["cpu_seconds"]) for room in rooms), 1),
    }


def joined_report(
    name: str, reports: Sequence[Mapping[str, Any]], duplicates: Sequence[NearDuplicate]
) -> dict[str, Any]:
    """The report of a data set from those of its shards. `duplicates`: of all its rooms."""
    out: dict[str, Any] = {"schema": _SCHEMA, "name": name, "taxonomy": reports[0]["taxonomy"]}
    out |= {key: round(sum(report[key] for report in reports), 1) for key in _SUMMED}
    for key in _COUNTED:
        counted: Counter[str] = Counter()
        for report in reports:
            counted.update(report[key])
        out[key] = _sorted(counted)
    answers: dict[str, Counter[str]] = {}
    for report in reports:
        for kind, counts in report["answers"].items():
            answers.setdefault(kind, Counter()).update(counts)
    out["answers"] = {kind: _sorted(counts) for kind, counts in sorted(answers.items())}
    weights = [report["rooms"] for report in reports]
    out["access"] = _mean_of([report["access"] for report in reports], weights, least=("least_reached",))
    out["equilibrium"] = _mean_of(
        [report["equilibrium"] for report in reports], weights, most=("max_shift_m", "max_tilt_deg"), summed=("bodies",)
    )
    out["near_duplicates"] = _duplicates(out["rooms"], duplicates)
    return out


def report_text(report: Mapping[str, Any]) -> str:
    """A report as Markdown."""
    rejected = sum(report["rejections"].values())
    access, still, near = report["access"], report["equilibrium"], report["near_duplicates"]
    rooms = max(report["rooms"], 1)
    lines = [
        f"# {report['name']}",
        "",
        f"{report['rooms']} rooms with {report['views']} views, {report['bytes'] / 1e6 / rooms:.2f} MB a room; "
        f"{report['given_up']} rooms were given up.",
        f"Classes: taxonomy {report['taxonomy']['version']}, sha256 {report['taxonomy']['sha256']}.",
        "",
        "## Rejected",
        "",
        f"{report['drawn']} rooms were drawn, {rejected} of them rejected ({_percent(rejected, report['drawn'])}).",
        "",
        *_table(("reason", "rooms"), report["rejections"].items()),
        f"Cameras that were tried and show too little: {sum(report['view_faults'].values())}.",
        "",
        *_table(("reason", "cameras"), report["view_faults"].items()),
        "## Rooms",
        "",
        f"- free floor that a robot of 0.3 m radius reaches from the door: {100 * access['reached']:.1f} % on average, "
        f"{100 * access['least_reached']:.1f} % at least",
        f"- doors with nothing in their swing: {100 * access['doors_free']:.1f} % of the rooms; windows that are not covered: "
        f"{100 * access['windows_free']:.1f} %",
        f"- clearances before furniture that are free: {100 * access['clearance']:.1f} %",
        f"- rooms whose certificate holds (no collision, nothing floats): {100 * still['certified']:.1f} %; under gravity things "
        f"move by {100 * still['max_shift_m']:.1f} cm and tilt by {still['max_tilt_deg']:.1f} degrees at most",
        f"- near duplicates: {near['rooms']} rooms ({100 * near['share']:.2f} %); layouts that agree in {LAYOUT_LIKENESS:.0%} of "
        f"their larger things, or half of the pictures within {PICTURE_DISTANCE} bits of 64",
        "",
        *_table(("split", "rooms"), report["splits"].items()),
        *_table(("kind", "rooms"), report["kinds"].items()),
        "## Questions",
        "",
        *_table(
            ("kind", "questions", "answers, the most frequent first"),
            [(kind, sum(counts.values()), _most(counts)) for kind, counts in report["answers"].items()],
        ),
        "## Classes",
        "",
        f"{len(report['classes'])} classes by things in rooms, the most frequent first: {_most(report['classes'], 40)}.",
        "",
        *_unseen(report),
    ]
    return "\n".join(lines)


def _unseen(report: Mapping[str, Any]) -> list[str]:
    unseen = [f"{name} {count}" for name, count in report["classes"].items() if name not in report["seen"]]
    return [f"In rooms, and in no picture: {', '.join(unseen)}.", ""] if unseen else []


def _access(rooms: Sequence[RoomFolder]) -> dict[str, float]:
    found = [room.values["access"] for room in rooms]
    windows = sum(one["windows"] for one in found)
    covered = sum(one["windows_covered"] for one in found)
    return {
        "reached": _mean(one["reached"] for one in found),
        "least_reached": min((one["reached"] for one in found), default=1.0),
        "doors_free": _mean(float(one["doors_free"]) for one in found),
        "windows_free": round(1.0 - covered / windows, 4) if windows else 1.0,
        "clearance": _mean(one["clearance"] for one in found),
    }


def _equilibrium(rooms: Sequence[RoomFolder]) -> dict[str, float]:
    found = [room.values["equilibrium"] for room in rooms]
    settled = [one["settle"] for one in found if one["settle"] is not None]
    return {
        "certified": _mean(float(one["certified"]) for one in found),
        "bodies": sum(one["bodies"] for one in found),
        "max_shift_m": max((one["max_shift_m"] for one in settled), default=0.0),
        "max_tilt_deg": max((one["max_tilt_deg"] for one in settled), default=0.0),
    }


def _duplicates(rooms: int, duplicates: Sequence[NearDuplicate]) -> dict[str, Any]:
    """Of each pair the later room is the duplicate."""
    later = {pair.second for pair in duplicates}
    return {
        "rooms": len(later),
        "share": round(len(later) / rooms, 5) if rooms else 0.0,
        "pairs": [[pair.first, pair.second, pair.layout, pair.pictures] for pair in duplicates],
        "layout_likeness": LAYOUT_LIKENESS,
        "picture_distance": PICTURE_DISTANCE,
    }


def _answers(questions: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, int]]:
    kinds: dict[str, Counter[str]] = {}
    for question in questions:
        kinds.setdefault(question["kind"], Counter())[told_answer(question)] += 1
    return {kind: _sorted(counts) for kind, counts in sorted(kinds.items())}


def told_answer(question: Mapping[str, Any]) -> str:
    """The answer; of questions that name what to choose from, whether it is the first of these."""
    if question["kind"] not in ("nearer", "taller", "nearest"):
        return str(question["answer"])
    named = question["question"].removesuffix("?")
    if question["kind"] == "nearest":
        named = named.rpartition(":")[2].strip()
    options = [one.strip() for one in _OPTIONS.split(named)[1:]]
    return _PLACES[options.index(question["answer"])]


def _mean_of(
    tables: Sequence[Mapping[str, float]],
    weights: Sequence[int],
    *,
    least: Sequence[str] = (),
    most: Sequence[str] = (),
    summed: Sequence[str] = (),
) -> dict[str, float]:
    out: dict[str, float] = {}
    for key in tables[0]:
        values = [table[key] for table in tables]
        if key in least:
            out[key] = min(values)
        elif key in most:
            out[key] = max(values)
        elif key in summed:
            out[key] = sum(values)
        else:
            total = sum(weights)
            out[key] = round(sum(v * w for v, w in zip(values, weights, strict=True)) / total, 4) if total else 1.0
    return out


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return round(sum(listed) / len(listed), 4) if listed else 1.0


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _most(counts: Mapping[str, int], most: int = 12) -> str:
    shown = [f"{name} {count}" for name, count in list(counts.items())[:most]]
    return ", ".join(shown) + (", ..." if len(counts) > most else "")


def _percent(part: int, whole: int) -> str:
    return f"{100.0 * part / whole:.1f} %" if whole else "0 %"


def _table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[str]:
    listed = [f"| {' | '.join(str(cell) for cell in row)} |" for row in rows]
    if not listed:
        return []
    return [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *listed, ""]
