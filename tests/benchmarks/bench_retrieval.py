"""How well objects are found by meaning, and how fast by name.

    python -m tests.benchmarks.bench_retrieval [--sample N] [--json FILE]

Three sets, our own catalogue:
- held out: each synonym in turn is taken out of the index; those that no other name serves are looked up by meaning. The
  right answer is the object that had it.
- served: hand-labelled words with the objects that may stand for them (``tests/data/retrieval.json``).
- refused: hand-labelled words that nothing may stand for. Words that the catalogue has by name by now are left out.
Precision counts answers at the shipped threshold over all three sets. One thread.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path
from typing import Any

from tests.support.locations import DATA

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"

import numpy as np

from scenewright.assets import Catalogue
from scenewright.assets.retrieval import THRESHOLD, MeaningIndex, last_noun
from scenewright.scene.semantics.words import normalise, word_key

LABELS = DATA / "retrieval.json"


def held_out(catalogue: Catalogue, meaning: MeaningIndex, sample: int | None) -> dict[str, Any]:
    """Every synonym (or `sample` of them, drawn with seed 0) against an index without it."""
    rows = meaning.rows
    keys = [word_key(w) for _, w in rows]
    owners = np.array([i for i, _ in rows])
    kinds = [
        last_noun(catalogue.entries[i].word) if len(normalise(catalogue.entries[i].word)) > 1 else "" for i, _ in rows
    ]
    candidates = [r for r, (i, w) in enumerate(rows) if w != catalogue.entries[i].word]
    order = np.random.default_rng(0).permutation(len(candidates))[:sample]
    asked = right = wrong = 0
    for r in (candidates[o] for o in order.tolist()):
        tokens = normalise(rows[r][1])
        others = {k for j, k in enumerate(keys) if j != r}
        if (
            any(word_key(" ".join(tokens[i:])) in others for i in range(1, len(tokens)))
            or last_noun(rows[r][1]) in kinds
        ):
            continue  # its last noun would serve
        asked += 1
        scores = meaning.scores(rows[r][1])
        scores[r] = -1.0
        best = int(np.argmax(scores))
        if scores[best] >= THRESHOLD:
            right += owners[best] == owners[r]
            wrong += owners[best] != owners[r]
    return {"asked": asked, "right": int(right), "wrong": int(wrong)}


def hand(catalogue: Catalogue) -> tuple[dict[str, Any], dict[str, Any], list[str]]:
    """The hand-labelled words: those that are served, those that are refused, and what went wrong."""
    labels = json.loads(LABELS.read_text(encoding="utf-8"))
    served = {"asked": 0, "by_name": 0, "right": 0, "wrong": 0}
    refused = {"asked": 0, "wrong": 0}
    mistakes: list[str] = []
    for word, objects in labels["served"].items():
        best = next(iter(catalogue.find(word, k=1)), None)
        served["asked"] += 1
        if best is None:
            continue
        name = best.entry.key.rpartition("/")[2]
        if best.how != "embedding":
            served["by_name"] += 1
            continue
        served["right" if name in objects else "wrong"] += 1
        if name not in objects:
            mistakes.append(f"{word} -> {name} ({best.score:.2f})")
    for word in labels["refused"]:
        best = next(iter(catalogue.find(word, k=1)), None)
        if best is not None and best.how != "embedding":
            continue
        refused["asked"] += 1
        if best is not None:
            refused["wrong"] += 1
            mistakes.append(f"{word} -> {best.entry.key.rpartition('/')[2]} ({best.score:.2f}), should be refused")
    return served, refused, mistakes


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", type=int, default=None, help="synonyms to hold out; all by default")
    parser.add_argument("--json", type=Path, default=None, help="write the figures there")
    options = parser.parse_args()
    start = time.perf_counter()
    catalogue = Catalogue.built_in()
    entries = len(catalogue.entries)
    catalogue.find("armchair", k=1)
    opened = time.perf_counter() - start
    start = time.perf_counter()
    for _ in range(200):
        catalogue.find("a small round marble-topped side table with brass legs", k=1)
    by_name = (time.perf_counter() - start) / 200
    start = time.perf_counter()
    catalogue.find("settle bench of a tavern inn", k=1)
    catalogue.find("hassock of a chapel", k=1)
    first = time.perf_counter() - start
    out = held_out(catalogue, catalogue.meaning, options.sample)
    served, refused, mistakes = hand(catalogue)
    right = out["right"] + served["right"]
    wrong = out["wrong"] + served["wrong"] + refused["wrong"]
    figures = {
        "objects": entries, "words": sum(len(e.words) for e in catalogue.entries), "threshold": THRESHOLD,
        "held_out": out, "hand_served": served, "hand_refused": refused, "precision": round(right / max(right + wrong, 1), 3),
        "recall_held_out": round(out["right"] / max(out["asked"], 1), 3), "seconds_to_open": round(opened, 3),
        "seconds_by_name": round(by_name, 5), "seconds_with_the_model": round(first, 2), "threads": 1,
    }  # fmt: skip
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))
    print("\n".join(mistakes))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
