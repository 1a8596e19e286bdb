"""Findings on words that had no effect: in the catalogue requests of a program, and in its warnings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scenewright.app.agent.checker.findings import CheckFinding, FindingKind, Severity
from scenewright.scene.model import NodeKind, Scene
from scenewright.scene.printing import cut

if TYPE_CHECKING:
    from scenewright.assets import Catalogue

__all__ = ["word_findings"]

_MOST_WORDS = 120


def word_findings(scene: Scene, catalogue: Catalogue) -> Iterator[CheckFinding]:
    """Catalogue requests that gave another thing, or lost a word, each request once; and what the evaluation warned of."""
    requests: dict[str, list[str]] = {}
    for entity in scene.entities():
        if entity.kind is NodeKind.ASSET and entity.asset is not None:
            requests.setdefault(entity.asset.words, []).append(entity.path)
    for words, paths in requests.items():
        yield from _request_finding(words, tuple(paths), catalogue)
    for warning in scene.warnings:
        yield CheckFinding(FindingKind.WORDS, Severity.NOTE, cut(warning, 400))


def _request_finding(words: str, paths: tuple[str, ...], catalogue: Catalogue) -> Iterator[CheckFinding]:
    said = cut(words, _MOST_WORDS)
    found = catalogue.find(words, k=1)
    if not found:
        says = f"the catalogue has nothing for asset_call({said!r}): a box stands there"
        yield CheckFinding(FindingKind.WORDS, Severity.FAULT, says, paths, "build it from primitives")
        return
    match = found[0]
    if match.how in ("stand-in", "embedding", "head"):
        severity = Severity.FAULT if match.how == "embedding" else Severity.NOTE
        says = f"asset_call({said!r}) gives {match.entry.phrase}: the catalogue has no {match.head}"
        yield CheckFinding(
            FindingKind.WORDS, severity, says, paths, "build it from primitives, or ask for what the catalogue has"
        )
    if match.leftover:
        lost = ", ".join(repr(word) for word in match.leftover[:6])
        says = f"of asset_call({said!r}) nothing serves {lost}: {match.entry.word} has no such form"
        yield CheckFinding(FindingKind.WORDS, Severity.NOTE, says, paths)
