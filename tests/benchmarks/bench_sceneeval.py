"""How much of 400 scene descriptions the embedded writer's programs meet.

    SCENEWRIGHT_DATA=... python -m tests.benchmarks.bench_sceneeval [--packs] [--json FILE] [--every N]

Each description is composed from its text alone; the program is evaluated; then the annotations are read. A count is met
when the instances whose name, or whose catalogue entry, is the annotated object's are as many as asked for: a wrong
number is a miss. An attribute is met when as many of those instances bear it, in the words of the asset, the identity or
the name; what no parameter of the object shows, only its words, is reported apart. One thread.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scenewright.app.writers.embedded.composer import Composition, compose
from scenewright.assets import Catalogue
from scenewright.scene.model import NodeKind, Scene
from scenewright.scene.semantics.words import normalise, singular

SAME_ATTRIBUTE = {
    "grey": "gray",
    "wood": "wooden",
    "colour": "color",
    "coloured": "colored",
    "topped": "top",
    "sized": "size",
    "hung": "mounted",
}
RELATIONS = {
    "on": {"on", "inside"}, "inside": {"inside", "on"}, "above": {"above", "on"}, "beneath": {"under"}, "under": {"under"}, "left": {"left_of"}, "right": {"right_of"},
    "front": {"in_front_of", "facing", "around"}, "behind": {"behind"}, "near": {"near", "next_to"}, "nearby": {"near", "next_to"}, "next": {"next_to", "near"},
    "next_to": {"next_to", "near"}, "beside": {"next_to", "near"}, "adjacent": {"next_to", "near"}, "face": {"facing", "in_front_of", "across"}, "facing": {"facing", "in_front_of", "across"},
    "across": {"across", "facing"}, "surround": {"around"}, "long_side": {"around"}, "short_side": {"around"}, "at_the_foot": {"in_front_of"}, "middle_of": {"on", "centered"},
    "center": {"centered"}, "middle": {"centered"}, "corner": {"in_corner"}, "against": {"against_wall"}, "hang": {"hanging", "above"}, "far": {"far"},
}  # fmt: skip


def key(words: str) -> str:
    """A noun, however it is written, in the singular."""
    tokens = normalise(words)
    return "".join([*tokens[:-1], singular(tokens[-1])]) if tokens else ""


@dataclass
class Instance:
    name: str
    entry: str
    evidence: str
    leftover: frozenset[str]
    path: str


@dataclass
class Tally:
    asked: int = 0
    met: int = 0

    def add(self, met: bool) -> None:
        self.asked += 1
        self.met += met

    @property
    def share(self) -> float:
        return round(self.met / self.asked, 4) if self.asked else 0.0


@dataclass
class Report:
    counts: Tally = field(default_factory=Tally)
    known_counts: Tally = field(default_factory=Tally)
    attributes: Tally = field(default_factory=Tally)
    known_attributes: Tally = field(default_factory=Tally)
    by_words_only: int = 0
    relations: Tally = field(default_factory=Tally)
    failures: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    missing: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)


def instances(scene: Scene, catalogue: Catalogue) -> list[Instance]:
    out = []
    for entity in scene.entities():
        if entity.kind != NodeKind.ASSET or entity.asset is None:
            continue
        found = catalogue.find(entity.asset.words, k=1, meaning=False)
        z = entity.embedding.words if entity.embedding and entity.embedding.words else ""
        evidence = f"{entity.asset.words} {z} {entity.name}"
        leftover = frozenset(normalise(" ".join(found[0].leftover))) if found else frozenset()
        out.append(Instance(key(entity.name), found[0].entry.key if found else "", evidence, leftover, entity.path))
    return out


def clauses(text: str) -> list[list[str]]:
    out = []
    for clause in text.split(";"):
        parts = [p.strip() for p in clause.split(",")]
        if len(parts) >= 3 and parts[0]:
            if parts[0] == "eq1":
                parts[0] = "eq"
            out.append(parts)
    return out


def holds(quantifier: str, asked: int, found: int) -> bool:
    return {"eq": found == asked, "ge": found >= asked, "gt": found > asked, "le": found <= asked, "lt": found < asked}[
        quantifier
    ]


def entry_of(word: str, catalogue: Catalogue) -> str:
    found = catalogue.find(word.replace("_", " "), k=1, meaning=False)
    return found[0].entry.key if found and found[0].how in ("exact", "synonym") else ""


def matching(word: str, row: dict[str, str], things: list[Instance], catalogue: Catalogue) -> list[Instance]:
    """Instances that are the annotated object: by name, by entry, or by name less words that are annotated as its attributes."""
    wanted, entry = key(word), entry_of(word, catalogue)
    others = {key(c[2]) for c in clauses(row["ObjCount"])} - {wanted}
    other_entries = {entry_of(c[2], catalogue) for c in clauses(row["ObjCount"]) if key(c[2]) != wanted}
    said = {key(c[3]) for c in clauses(row["ObjAttr"]) if len(c) > 3 and key(c[2]) == wanted}
    out = []
    for thing in things:
        if thing.name == wanted:
            out.append(thing)
        elif thing.name in others:
            continue
        elif (entry and thing.entry == entry and entry not in other_entries) or (
            thing.name.endswith(wanted) and thing.name[: -len(wanted)] in said
        ):
            out.append(thing)
    return out


def attribute_tokens(attribute: str) -> list[str]:
    tokens = [SAME_ATTRIBUTE.get(t, t) for t in normalise(attribute)]
    return [t for t in tokens if t not in ("has", "with", "in", "of", "and", "style", "color", "colored")] or tokens


def bears(thing: Instance, attribute: str) -> tuple[bool, bool]:
    """(whether the instance bears the attribute, whether it is in words only)."""
    have = {SAME_ATTRIBUTE.get(t, t) for t in normalise(thing.evidence)}
    have |= {singular(t) for t in have}
    wanted = attribute_tokens(attribute)
    met = all(
        t in have or singular(t) in have or t.removesuffix("d") in have or t.removesuffix("ed") in have for t in wanted
    )
    return met, met and bool(set(wanted) & thing.leftover)


def judge(row: dict[str, str], composition: Composition, scene: Scene, catalogue: Catalogue, report: Report) -> None:
    things = instances(scene, catalogue)
    named = {key(u.word) for u in composition.unserved}
    for quantifier, number, word, *_ in clauses(row["ObjCount"]):
        found = matching(word, row, things, catalogue)
        met = holds(quantifier, int(number), len(found))
        report.counts.add(met)
        if entry_of(word, catalogue):
            report.known_counts.add(met)
        else:
            report.missing[word.lower()] += 1
        if not met:
            report.misses.append(f"{row['ID']}: {quantifier} {number} {word}: {len(found)}")
    for quantifier, number, word, attribute, *_ in (c for c in clauses(row["ObjAttr"]) if len(c) > 3):
        found = matching(word, row, things, catalogue)
        bearing = [bears(t, attribute) for t in found]
        met = holds(quantifier, int(number), sum(b[0] for b in bearing))
        report.attributes.add(met)
        if entry_of(word, catalogue):
            report.known_attributes.add(met)
        report.by_words_only += met and any(b[1] for b in bearing)
        if not met:
            report.misses.append(f"{row['ID']}: attribute {word} {attribute}: {len(found)} found")
    relations(row, things, scene, catalogue, report)
    # a request is placed, or its word is named
    for request in composition.description.requests:
        placed = any(t.name == key(request.words) for t in things)
        if request.count > 0 and not placed and key(request.words) not in named:
            report.unnamed.append(f"{row['ID']}: {request.words}")


def relations(row: dict[str, str], things: list[Instance], scene: Scene, catalogue: Catalogue, report: Report) -> None:
    said: set[tuple[str, str]] = set()
    for relation in scene.relations:
        paths = [p for group in relation.paths.values() for p in group]
        for path in paths:
            said.add((relation.kind, path))
    for column, first in (("OORel", 4), ("OARel", 3)):
        for clause in clauses(row[column]):
            kinds = RELATIONS.get(clause[2])
            if kinds is None:
                continue
            words = [w.split(":")[0] for w in clause[first : first + 2]] if column == "OORel" else [clause[3]]
            if column == "OARel" and clause[2] == "on":
                kinds = {"on_wall", "against_wall"}
            paths = {t.path for w in words for t in matching(w, row, things, catalogue)}
            report.relations.add(any((k, p) in said for k in kinds for p in paths))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packs", action="store_true", help="every installed pack, not our own objects alone")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--every", type=int, default=1, help="each N-th description only")
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    options = parser.parse_args()
    folder = os.environ.get("SCENEWRIGHT_DATA")
    if not folder:
        raise SystemExit("set SCENEWRIGHT_DATA to the folder that holds sceneeval/annotations.csv")
    with open(Path(folder) / "sceneeval" / "annotations.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))[:: options.every]
    from scenewright.scene.language.running import evaluate

    catalogue = Catalogue.default() if options.packs else Catalogue.built_in()
    report = Report()
    for row in rows:
        begun = time.perf_counter()
        try:
            composition = compose(row["Description"], catalogue)
            scene = evaluate(composition.program, assets=catalogue)
        except Exception as error:  # noqa: BLE001 - a benchmark counts what fails and goes on
            report.failures.append(f"{row['ID']}: {type(error).__name__}: {error}")
            for clause in clauses(row["ObjCount"]):
                report.counts.add(False)
                if entry_of(clause[2], catalogue):
                    report.known_counts.add(False)
            continue
        report.seconds.append(time.perf_counter() - begun)
        judge(row, composition, scene, catalogue, report)
    if options.misses:
        print("\n".join(report.misses))
    show(report, len(rows), catalogue, options.json)


def show(report: Report, descriptions: int, catalogue: Catalogue, to: Path | None) -> None:
    figures: dict[str, Any] = {
        "schema": 1,
        "descriptions": descriptions,
        "catalogue_entries": len(catalogue.entries),
        "failures": report.failures,
        "counts_met": report.counts.share,
        "counts_met_known": report.known_counts.share,
        "counts_asked": report.counts.asked,
        "counts_asked_known": report.known_counts.asked,
        "attributes_met": report.attributes.share,
        "attributes_met_known": report.known_attributes.share,
        "attributes_asked": report.attributes.asked,
        "attributes_in_words_only": round(report.by_words_only / max(report.attributes.met, 1), 4),
        "relations_expressed": report.relations.share,
        "relations_asked": report.relations.asked,
        "requests_neither_placed_nor_named": report.unnamed,
        "seconds_median": round(sorted(report.seconds)[len(report.seconds) // 2], 3) if report.seconds else None,
        "seconds_most": round(max(report.seconds), 3) if report.seconds else None,
        "threads": 1,
        "missing_words": report.missing.most_common(),
    }
    for name, value in figures.items():
        shown = value
        if name == "missing_words":
            shown = ", ".join(f"{w} {n}" for w, n in value[:60])
        elif isinstance(value, list):
            shown = f"{len(value)}" + (f": {'; '.join(value[:8])}" if value else "")
        print(f"{name:36} {shown}")
    if to is not None:
        to.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    print(json.dumps({k: v for k, v in figures.items() if k != "missing_words"}))


if __name__ == "__main__":
    main()
