"""Measures how many of the things in descriptions the catalogue has: ``python -m scenewright.assets.coverage FILE.csv``.

The file has a column ``ObjCount`` with items ``eq,2,nightstand`` separated by semicolons (the grammar of SceneEval). Each
noun is looked up. The report counts nouns and mentions, and lists missing nouns by their frequency.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scenewright.assets.catalogue import Catalogue
from scenewright.scene.asset_provider import AssetError

__all__ = ["Coverage", "main", "measure", "read_counts"]

HOWS = ("exact", "synonym", "kind", "embedding", "head", "stand-in", "none")


@dataclass(frozen=True)
class Coverage:
    """`nouns`: number of nouns by the way of the match; `mentions`: the same, weighted by the number of descriptions with each noun."""

    nouns: Counter[str] = field(default_factory=Counter)
    mentions: Counter[str] = field(default_factory=Counter)
    found: dict[str, tuple[str, str, float]] = field(default_factory=dict)
    """By noun: the way of the match, the object's key, and the score."""
    weight: Counter[str] = field(default_factory=Counter)

    def share(self, *hows: str) -> float:
        """Share of mentions that were matched in these ways."""
        total = sum(self.mentions.values())
        return sum(self.mentions[h] for h in hows) / total if total else 0.0

    def to_json(self) -> dict[str, Any]:
        """The figures, and the missing nouns, most frequent first."""
        missing = [n for n, _ in self.weight.most_common() if self.found[n][0] == "none"]
        return {
            "nouns": {h: self.nouns[h] for h in HOWS}, "mentions": {h: self.mentions[h] for h in HOWS},
            "named": round(self.share("exact", "synonym", "kind"), 4), "served": round(1 - self.share("none"), 4),
            "missing": {n: self.weight[n] for n in missing},
        }  # fmt: skip


def read_counts(path: Path) -> Counter[str]:
    """The nouns of the ``ObjCount`` column with the number of descriptions that mention each; counts of zero are left out.

    Raises:
        AssetError: the column is missing.
    """
    out: Counter[str] = Counter()
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if "ObjCount" not in (reader.fieldnames or ()):
            raise AssetError(f"{path} has no column ObjCount")
        for row in reader:
            for item in (row["ObjCount"] or "").split(";"):
                parts = [p.strip() for p in item.split(",")]
                if len(parts) >= 3 and not (parts[0] == "eq" and parts[1] == "0"):
                    out[parts[2]] += 1
    return out


def measure(counts: Counter[str], catalogue: Catalogue, *, meaning: bool = True) -> Coverage:
    """Look up every noun."""
    result = Coverage(weight=counts)
    for noun, times in sorted(counts.items()):
        best = next(iter(catalogue.find(noun.replace("_", " "), k=1, meaning=meaning)), None)
        how = "none" if best is None else best.how
        result.nouns[how] += 1
        result.mentions[how] += times
        result.found[noun] = (how, "", 0.0) if best is None else (how, best.entry.key, best.score)
    return result


def _table(coverage: Coverage, hows: Iterable[str]) -> str:
    lines = [f"{'found':<12}{'nouns':>8}{'mentions':>10}{'share':>8}"]
    lines += [f"{h:<12}{coverage.nouns[h]:>8}{coverage.mentions[h]:>10}{coverage.share(h):>8.1%}" for h in hows]
    return "\n".join(lines)


def main() -> int:
    """Command line of the script."""
    parser = argparse.ArgumentParser(description="Measure how many of the things in descriptions the catalogue has.")
    parser.add_argument("file", type=Path, help="a CSV file with a column ObjCount")
    parser.add_argument("--all-packs", action="store_true", help="also count installed packs, not only our objects")
    parser.add_argument("--no-meaning", action="store_true", help="look up by name only")
    parser.add_argument("--show", choices=HOWS, action="append", default=[], help="list the nouns found in this way")
    parser.add_argument("--json", action="store_true", help="figures as JSON on standard output")
    options = parser.parse_args()
    catalogue = Catalogue.default() if options.all_packs else Catalogue.built_in()
    coverage = measure(read_counts(options.file), catalogue, meaning=not options.no_meaning)
    if options.json:
        print(json.dumps(coverage.to_json(), indent=1))
        return 0
    print(_table(coverage, HOWS))
    for how in options.show:
        print(f"\n{how}:")
        for noun, times in coverage.weight.most_common():
            if coverage.found[noun][0] == how:
                print(f"  {times:>4}  {noun:<28}{coverage.found[noun][1]}  {coverage.found[noun][2]:.2f}")
    for problem in catalogue.problems:
        print(problem, file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
