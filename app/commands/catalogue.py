"""``scenewright query-catalogue`` and ``scenewright assets``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scenewright.app.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.assets.entry import CatalogueEntry

__all__ = ["add", "packs", "query"]


def query(words: str, *, number: int, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.assets.catalogue import Catalogue

        catalogue = Catalogue.default()
        if not words:
            listed = sorted(catalogue.entries, key=lambda e: (e.category, e.word))
            rows = [_entry(e) for e in listed]
            reporter.result({"words": words, "matches": rows}, "\n".join(_line(e) for e in listed))
            return
        with reporter.job("searching"):
            matches = catalogue.find(words, k=number)
        missing = catalogue.meaning_missing
        if missing:
            reporter.note(f"searched by exact word and synonym only: {missing}")
        for problem in catalogue.problems:
            reporter.note(f"warning: {problem}")
        rows = [
            {
                **_entry(m.entry),
                "score": round(m.score, 4),
                "how": m.how,
                "attributes": {k: list(v) if isinstance(v, tuple) else v for k, v in m.attributes.items()},
                "leftover": list(m.leftover),
                "note": m.note,
            }
            for m in matches
        ]
        lines = [f"{m.score:.2f} {m.how:<9} {_line(m.entry)}{f'  ({m.note})' if m.note else ''}" for m in matches]
        if not matches:
            near = catalogue.nearest_words(words)
            lines = [f"nothing for '{words}'" + (f"; the nearest words: {', '.join(near)}" if near else "")]
        reporter.result({"words": words, "matches": rows, "searched_by_meaning": missing is None}, "\n".join(lines))


def _entry(entry: CatalogueEntry) -> dict[str, Any]:
    return {
        "key": entry.key,
        "word": entry.word,
        "synonyms": list(entry.synonyms),
        "stands_for": list(entry.stands_for),
        "phrase": entry.phrase,
        "category": entry.category,
        "support": entry.support,
        "size": [round(s, 4) for s in entry.size],
        "licence": entry.licence,
        "author": entry.author,
        "pack": entry.pack,
    }


def _line(entry: CatalogueEntry) -> str:
    size = " x ".join(f"{s:.2f}" for s in entry.size)
    return f"{entry.word:<24} {size:<20} {entry.support:<8} {entry.licence:<12} {entry.key}"


def packs(*, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.assets.catalogue import Catalogue

        catalogue = Catalogue.default()
        counts = Counter(e.pack for e in catalogue.entries)
        licences: dict[str, Counter[str]] = {}
        for entry in catalogue.entries:
            licences.setdefault(entry.pack, Counter())[entry.licence or "unknown"] += 1
        rows = [{"pack": p, "objects": n, "licences": dict(licences[p])} for p, n in counts.items()]
        lines = [
            f"{p:<28} {n:>5} objects  {', '.join(f'{k} {v}' for k, v in licences[p].most_common())}"
            for p, n in counts.items()
        ]
        for problem in catalogue.problems:
            reporter.note(f"warning: {problem}")
        reporter.result({"packs": rows, "problems": list(catalogue.problems)}, "\n".join(lines))


def add(folder: Path, *, sheet: Path | None, draw: bool, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.assets.ingest import add_folder

        with reporter.job("reading") as job:
            added = add_folder(folder, job=job.part(0.0, 0.9))
            picture = None
            if draw and added.proposals:
                from scenewright.app.contact_sheets import proposals_sheet

                job.progress(0.9, "drawing the contact sheet")
                picture = proposals_sheet(added, sheet or folder / "contact_sheet.png", job=job.part(0.9))
        for problem in added.problems:
            reporter.note(f"warning: {problem}")
        rows = [p.to_json() for p in added.proposals]
        lines = [p.line() for p in added.proposals]
        lines += [f"correct what is wrong in {added.manifest}; the next command takes it"]
        lines += [f"contact sheet: {picture}"] if picture else []
        values = {
            "manifest": str(added.manifest),
            "proposals": rows,
            "sheet": None if picture is None else str(picture),
        }
        reporter.result({**values, "problems": list(added.problems)}, "\n".join(lines))
