"""Queries of captures against the same queries of the programs that they are of: relations, and what is not there.

    python -m tests.benchmarks.bench_captured_queries [--quick] [--only NAME ...] [--no-relations] [--no-thresholds] [--json FILE]

`relations`: fields are lifted with the exact encoder from the true masks of 36 views, 30 % of which carry another entity's embedding (regions
vote). Sentences are made of all pairs of words of a scene and a few relations ("the vase on the low cabinet"). Those to which the program
itself answers with things that the capture has are asked of the field, without the program: `found` is the share of them whose answers hold
a thing that meets one of the program's at an intersection over union of a half; `first` the share whose first answer is one; `only` the share
all of whose answers are. Of as many sentences to which the program answers that nothing is so, `refused` is the share that the field answers
likewise.

`thresholds`: words that are there against words of the lexicon that are not, by the best relevancy of any Gaussian: what the field's own
threshold (:mod:`scenewright.scene.semantics.fields.chance`) and fixed ones keep and refuse. Of lifted fields; of the exact fields of programs with MiniLM's
sentence embeddings, with synonyms as well; of a field lifted from drawings with an encoder of pictures that has random weights.
"""

from __future__ import annotations

import itertools
import os
from typing import Any

from tests.support.locations import QUERIES

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from scenewright.app.querying import scene_query
from scenewright.app.session import Session
from scenewright.scene.layout.bodies import owners
from scenewright.scene.semantics.encoders import ExactEncoder, picture_encoder, text_encoder, text_encoder_missing
from scenewright.scene.semantics.fields import (
    Encodes,
    LanguageField,
    LiftedView,
    Lifting,
    Relevancy,
    agreed_views,
    ancestors,
    chance_threshold,
)
from scenewright.scene.semantics.fields.lifting import Regions
from scenewright.scene.semantics.fields.program_field import program_field
from scenewright.scene.semantics.queries.capture import CapturedQuery
from scenewright.scene.semantics.words import default_lexicon
from scenewright.scene.splats.rasterize import rasterize
from scenewright.scene.splats.scene_gaussians import scene_gaussians
from tests.benchmarks.bench_language_field import true_picture
from tests.benchmarks.figures import give, options
from tests.support.capture_truth import Truth, capture_cameras, truth_of

SCENES = ("kitchen", "living_room", "office", "cafe", "bedroom")
DIMENSION, WRONG, GAUSSIANS = 512, 0.3, 60_000
RELATIONS = ("on", "under", "next to", "left of", "in front of", "above", "nearest to", "behind")
LEAST_GAUSSIANS = 24
MOST_SENTENCES = 60
FIXED = (0.5, 0.6, 0.7, 0.8)
BROAD = frozenset(("object", "thing", "decoration", "fixture", "household item", "item", "furniture", "container"))
RANDOM_ENCODER = "open_clip:MobileCLIP2-S2/random"


def lifted(truth: Truth, encoder: Any, side: tuple[int, int] = (480, 360), every: int = 1) -> LanguageField:
    """The field of true masks. An exact encoder is told what they show, another is shown drawings of it."""
    views = []
    for number, camera in enumerate(capture_cameras(truth.scene, *side)[::every]):
        shown = true_picture(truth, camera)
        rows, labels = np.unique(shown, return_inverse=True)
        labels = labels.reshape(shown.shape).astype(np.int32)
        if rows[0] == -1:
            rows, labels = rows[1:], labels - 1
        if not len(rows):
            continue
        if isinstance(encoder, ExactEncoder):
            features = encoder.of_entities(rows, number)
        else:
            color = rasterize(truth.gaussians, camera).color
            assert color is not None
            picture = (color[0].clamp(0, 1).numpy() * 255).astype(np.uint8)
            features = encoder.encode_pictures([picture] * len(rows), [labels == k for k in range(len(rows))])
        views.append(LiftedView(camera, {"object": Regions(labels, features)}))
    state = Lifting(truth.gaussians, encoder.name, encoder.dimension)
    state.add_views(agreed_views(truth.gaussians, views))
    return LanguageField.of_lifting(state, words=512)


def relations(name: str) -> dict[str, Any]:
    truth = truth_of(name, GAUSSIANS)
    encoder = ExactEncoder(truth.word, DIMENSION, wrong=WRONG, seed=1)
    engine = CapturedQuery(truth.gaussians, lifted(truth, encoder), encoder)
    session = Session.open(str(QUERIES / "scenes" / f"{name}.py"))
    program, _ = scene_query(session)
    owner = owners(session.scene)
    held = {row: np.flatnonzero(truth.entity == row) for row in truth.things(LEAST_GAUSSIANS)}
    words = sorted({truth.word[row] for row in held})
    sentences = [f"the {a} {how} the {b}" for how in RELATIONS for a, b in itertools.permutations(words, 2)]
    order = np.random.default_rng(0).permutation(len(sentences)).tolist()
    asked: dict[str, list[set[int]]] = {}
    nothing: list[str] = []
    for n in order:
        answer = program.ask(sentences[n])
        rows = {int(owner[f.row]) for f in answer.results}
        if answer.none:
            nothing.append(sentences[n])
        elif rows <= set(held) and len(asked) < MOST_SENTENCES:
            asked[sentences[n]] = [rows]
    found = first = only = 0
    missed = []
    for sentence, (rows,) in asked.items():
        groups = engine.ask(sentence).groups
        good = [any(_iou(held[row], group) > 0.5 for row in rows) for group in groups]
        found, first, only = found + any(good), first + bool(good and good[0]), only + bool(good and all(good))
        if not any(good):
            missed.append(sentence)
    refused = [engine.ask(sentence).answer.none for sentence in nothing[: len(asked)]]
    count = max(len(asked), 1)
    return {
        "sentences": len(asked), "found": found / count, "first": first / count, "only": only / count,
        "refused": float(np.mean(refused)) if refused else None, "missed": missed,
    }  # fmt: skip


def _iou(one: np.ndarray, other: np.ndarray) -> float:
    both = len(np.intersect1d(one, other))
    return both / (len(one) + len(other) - both)


def best_relevancy(field: LanguageField, encoder: Encodes, words: list[str]) -> np.ndarray:
    """(W,) of any Gaussian, on any level."""
    parts = [words[k : k + 25] for k in range(0, len(words), 25)]
    return np.concatenate([Relevancy.of(field, encoder, part).of_gaussians().max(axis=(0, 1)) for part in parts])


def threshold_figures(
    field: LanguageField, encoder: Encodes, there: list[str], gone: list[str], synonyms: list[str] = ()
) -> dict[str, Any]:
    values = {
        name: best_relevancy(field, encoder, list(words))
        for name, words in (("kept", there), ("synonyms_kept", synonyms), ("refused", gone))
        if len(words)
    }
    own = chance_threshold(field, encoder)
    out: dict[str, Any] = {"own_threshold": own}
    for bound in (own, *FIXED):
        shares = {name: float(((best < bound) == (name == "refused")).mean()) for name, best in values.items()}
        out["own" if bound == own else f"{bound:g}"] = shares
    return out


def thresholds(quick: bool) -> dict[str, Any]:
    lexicon, random = default_lexicon(), np.random.default_rng(3)
    every = random.permutation(sorted(lexicon.things)).tolist()
    out: dict[str, Any] = {}
    for name, noise in (
        (("living_room", 0.0),) if quick else (("living_room", 0.0), ("kitchen", 0.0), ("living_room", 1.0))
    ):
        truth = truth_of(name, GAUSSIANS)
        encoder = ExactEncoder(truth.word, DIMENSION, wrong=WRONG, noise=noise, seed=1)
        there = sorted(set(truth.word.values()))
        gone = [w for w in every if w not in there][:150]
        out[f"{name}, exact, noise {noise:g}"] = threshold_figures(lifted(truth, encoder), encoder, there, gone)
    if text_encoder_missing() is None:
        for name in SCENES[:1] if quick else SCENES:
            out[f"{name}, MiniLM"] = _of_program(name, text_encoder(), every)
    if not quick and text_encoder_missing(RANDOM_ENCODER) is None:
        truth, pictures = truth_of("living_room", GAUSSIANS), picture_encoder(RANDOM_ENCODER)
        there = sorted(set(truth.word.values()))
        field = lifted(truth, pictures, (320, 240), 6)
        out["living_room, random weights"] = threshold_figures(
            field, pictures, there, [w for w in every if w not in there][:60]
        )
    return out


def _of_program(name: str, encoder: Any, every: list[str]) -> dict[str, Any]:
    lexicon = default_lexicon()
    session = Session.open(str(QUERIES / "scenes" / f"{name}.py"))
    gaussians, _ = scene_gaussians(session.scene, 15_000, provider=session.assets)
    ids = np.unique(gaussians.entity_ids.numpy())
    rows = np.unique(ancestors(session.scene)[ids[ids >= 0]][:, 0])
    there = sorted({session.scene.entity(int(row)).word.replace("_", " ") for row in rows})

    def kinds(word: str) -> set[str]:
        things = {*lexicon.things_called(word), *lexicon.things_called(word.rsplit(maxsplit=1)[-1])}
        return {k for t in things for k in (t, *lexicon.kinds_of(t))} - BROAD

    here = {k for word in there for k in kinds(word)}
    gone = [word for word in every if not kinds(word) & here][:80]
    synonyms = [
        s for w in there for t in lexicon.things_called(w) for s in lexicon.things[t].synonyms if s not in there
    ]
    return threshold_figures(program_field(session.scene, gaussians, encoder), encoder, there, gone, synonyms)


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--quick", action="store_true", help="one scene of each")
    parser.add_argument("--only", nargs="*", default=SCENES, help="scenes whose relations are asked")
    parser.add_argument("--no-relations", action="store_true")
    parser.add_argument("--no-thresholds", action="store_true")
    given = parser.parse_args()
    report: dict[str, Any] = {}
    if not given.no_relations:
        report["relations"] = {name: relations(name) for name in (given.only[:1] if given.quick else given.only)}
    if not given.no_thresholds:
        report["thresholds"] = thresholds(given.quick)
    give(report, given.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
