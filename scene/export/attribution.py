"""Attribution of the catalogue objects in an export: title, author and licence of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scenewright.scene.model import AssetRef, Scene
from scenewright.scene.printing import printable

__all__ = ["Credit", "attribution_text", "copyright_line", "credits_of"]


@dataclass(frozen=True, slots=True, order=True)
class Credit:
    """One work, and how often the scene uses it."""

    title: str
    author: str
    licence: str
    source: str
    uses: int = 1


def credits_of(scene: Scene) -> list[Credit]:
    """Every catalogue object of the scene, sorted by title. An unknown author or licence is named so."""
    counts: dict[tuple[str, str, str, str], int] = {}
    for index in scene.nodes.asset[scene.leaf_rows].tolist():
        if index >= 0:
            key = _key(scene.assets[index])
            counts[key] = counts.get(key, 0) + 1
    return sorted(Credit(*key, uses=n) for key, n in counts.items())


def _key(ref: AssetRef) -> tuple[str, str, str, str]:
    return ref.title or ref.words, ref.author or "unknown author", ref.licence or "unknown licence", ref.source


def attribution_text(listed: Sequence[Credit], file_name: str) -> str:
    """The text of the attribution file of an export named `file_name`."""
    lines = [f"{printable(file_name)} uses these works:", ""]
    for credit in listed:
        times = f" ({credit.uses} times)" if credit.uses > 1 else ""
        lines.append(printable(f"- {credit.title}{times}, by {credit.author}, licence {credit.licence}"))
        if credit.source:
            lines.append(printable(f"  from {credit.source}"))
    return "\n".join(lines) + "\n"


def copyright_line(listed: Sequence[Credit]) -> str | None:
    """The credits in one line, for formats with a copyright field. None without credits."""
    credit_texts = dict.fromkeys(f"{c.title} by {c.author} ({c.licence})" for c in listed)
    return "; ".join(credit_texts) or None
