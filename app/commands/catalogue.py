"""``scenewright query-catalogue`` and ``scenewright assets``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from scenewright.app.terminal.output import Reporter, guarded

if TYPE_CHECKING:
    from scenewright.assets import CatalogueEntry

__all__ = ["add", "packs", "query", "remove"]

_MOST_PASSED_OVER = 10

_SHOWN = 200
"""Characters of a search that its message repeats."""


def query(words: str, *, number: int, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.catalogue_searching import SEARCH_CATALOGUE, SearchCatalogueRequest
        from scenewright.scene.asset_provider import AssetError
        from scenewright.scene.printing import cut

        with reporter.job("searching") as job:
            result = SEARCH_CATALOGUE(SearchCatalogueRequest(words=words, number=number), job=job)
        if result.missing:
            reporter.note(f"searched by exact words and synonyms only: {result.missing}")
        for problem in result.problems:
            reporter.note(f"warning: {problem}")
        lines = [
            f"{m.score:.2f} {m.how:<9} {_line(m.entry)}{f'  ({m.note})' if m.note else ''}" for m in result.matches
        ]
        lines += [_line(e) for e in result.listed]
        reporter.result(result.report(), lines)
        if not lines:
            near = f"; the nearest words: {', '.join(result.nearest)}" if result.nearest else ""
            reporter.note(f"no object fits '{cut(words, _SHOWN)}'{near}")
            raise SystemExit(AssetError.exit_code)


def _line(entry: CatalogueEntry) -> str:
    size = " x ".join(f"{s:.2f}" for s in entry.size)
    return f"{entry.word:<24} {size:<20} {entry.support:<8} {entry.licence:<12} {entry.key}"


def packs(*, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.catalogue_searching import PACKS, PacksRequest

        listing = PACKS(PacksRequest())
        lines = [
            f"{pack:<28} {sum(counts.values()):>5} objects  {', '.join(f'{k} {v}' for k, v in Counter(counts).most_common())}"
            + (f"  {listing.folders[pack]}" if pack in listing.folders else "")
            for pack, counts in listing.licences.items()
        ]
        for problem in listing.problems:
            reporter.note(f"warning: {problem}")
        reporter.result(listing.report(), lines)


def add(folder: Path, *, in_folder: bool, sheet: Path | None, draw: bool, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.asset_adding import ADD_ASSETS, AddAssetsRequest

        with reporter.job("reading") as job:
            added = ADD_ASSETS(AddAssetsRequest(folder=folder, in_folder=in_folder, sheet=sheet, draw=draw), job=job)
        proposal = added.proposal
        for problem in proposal.problems:
            reporter.note(f"warning: {problem}")
        for line in proposal.passed_over[:_MOST_PASSED_OVER]:
            reporter.note(f"passed over: {line}")
        if (more := len(proposal.passed_over) - _MOST_PASSED_OVER) > 0:
            reporter.note(f"passed over: {more} more files, which --json lists")
        lines = [p.line() for p in proposal.proposals]
        lines += [line for library in proposal.libraries for line in library.lines()]
        lines += [f"you can correct the proposal in {proposal.manifest}; the next command reads it"]
        lines += [f"contact sheet: {added.sheet}"] if added.sheet else []
        reporter.result(added.report(), lines)


def remove(pack: str, *, as_json: bool) -> None:
    reporter = Reporter(as_json)
    with guarded(reporter):
        from scenewright.app.actions.asset_adding import REMOVE_ASSETS, RemoveAssetsRequest

        removed = REMOVE_ASSETS(RemoveAssetsRequest(pack=pack))
        lines = [
            f"removed {removed.folder}; no file was deleted",
            f"your corrections stay in {removed.manifest}, for when you add it again",
        ]
        reporter.result(removed.report(), lines)
