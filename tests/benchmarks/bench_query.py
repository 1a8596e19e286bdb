"""Queries of program scenes: the right entity first, nothing where there is nothing, and the pixels that are its.

    python -m tests.benchmarks.bench_query [--pictures] [--misses] [--practice] [--only NAME ...] [--json FILE]

1,310 queries of twenty scenes, written before the code (tests/queries/README.md). Half of the scenes were looked at while it was
written ("development"), the others only counted ("kept"). `first`: the first answer is one that a fair reader would give; of `absent`
ones, that nothing was answered. `lost`: there is an answer, and nothing was given. With --pictures also the mean IoU, in the main view
at 640x480, of the entity's pixels in a drawing of its Gaussians and in a ray-cast preview, where the entity is right. Embeddings alone
(all-MiniLM-L6-v2, cosine to the entity's words) stand beside as a baseline, in the same run. With --practice the practice sets are asked instead, on which code may be developed; no figure is taken from them.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np

from scenewright.app.querying import query_camera
from scenewright.app.session import Session
from scenewright.renderers.base import RenderRequest, find_renderer
from scenewright.scene.geometry import scene_geometry
from scenewright.scene.semantics.encoders import text_encoder, text_encoder_missing
from scenewright.scene.semantics.queries import Found, SceneQuery
from tests.benchmarks.figures import give, options
from tests.benchmarks.run import NOT_AT_HAND
from tests.queries.sets import QuestionSet, practice_sets, question_sets

KINDS = ("word", "synonym", "paraphrase", "attribute", "relation", "absent")
WIDTH, HEIGHT = 640, 480
LEAST_PIXELS = 30
"""What is smaller in the picture is not measured."""


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--pictures", action="store_true", help="also the mean IoU of pixels")
    parser.add_argument("--misses", action="store_true", help="print what was answered wrongly in the development half")
    parser.add_argument(
        "--practice", action="store_true", help="ask the practice sets, each of whose misses may be looked at"
    )
    parser.add_argument("--only", nargs="+", metavar="NAME", help="just these sets")
    given = parser.parse_args()
    missing = text_encoder_missing()
    if missing is not None:
        print(missing, file=sys.stderr)
        return NOT_AT_HAND
    sets, absent = (practice_sets(), 0) if given.practice else question_sets()
    sets = [one for one in sets if not given.only or one.name in given.only]
    rows: list[dict[str, Any]] = []
    ious: list[float] = []
    build, ask = [], []
    entities = 0
    for one in sets:
        measured = _Measured(one, given.misses and one.may_be_read)
        rows += measured.rows
        build.append(measured.build_seconds)
        ask += measured.ask_seconds
        entities += len(measured.query.entities)
        if given.pictures:
            ious += _ious(measured.session, measured.right)
    figures: dict[str, Any] = {
        "scenes": len(sets),
        "scenes not at hand": absent,
        "entities": entities,
        "encoder": text_encoder().name,
        **{half: _table([r for r in rows if half in ("all", r["half"])]) for half in ("all", "development", "kept")},
        "build_seconds": round(float(np.median(build)), 3),
        "ask_ms": {
            "median": round(1e3 * float(np.median(ask)), 2),
            "p95": round(1e3 * float(np.quantile(ask, 0.95)), 2),
        },
    }
    if ious:
        figures["pixels"] = {
            "mean_iou": round(float(np.mean(ious)), 4),
            "masks": len(ious),
            "p5": round(float(np.quantile(ious, 0.05)), 3),
        }
    give(figures, given.json)
    return 0


class _Measured:
    """The questions of one scene, asked."""

    def __init__(self, one: QuestionSet, misses: bool) -> None:
        self.session = one.open()
        encoder = text_encoder()
        geometry = scene_geometry(self.session.scene, provider=self.session.assets)
        begun = time.perf_counter()
        self.query = SceneQuery(self.session.scene, geometry, camera=query_camera(self.session), encoder=encoder)
        self.query.ask("something to begin with")  # encodes what all descriptions share
        self.build_seconds = time.perf_counter() - begun
        names = [(e.path, t) for e in self.query.entities for t in e.texts]
        vectors = encoder.encode([t for _, t in names])
        self.rows, self.right, self.ask_seconds = [], [], []
        for question in one.questions:
            begun = time.perf_counter()
            answer = self.query.ask(question["query"])
            self.ask_seconds.append(time.perf_counter() - begun)
            wanted = question["answers"]
            first = answer.none if not wanted else (not answer.none and answer.results[0].path in wanted)
            nearest = names[int((vectors @ encoder.encode([question["query"]])[0]).argmax())][0]
            half = "development" if one.development else "kept"
            self.rows.append(
                {
                    "kind": question["kind"],
                    "half": half,
                    "first": first,
                    "none": answer.none,
                    "baseline": nearest in wanted,
                }
            )
            if wanted and first:
                self.right.append(answer.results[0])
            if misses and not first:
                got = [(f.path, round(f.score, 2), f.reason) for f in answer.results[:2]] or answer.why
                print(one.name, question["kind"], question["query"], "|", got, "|", wanted[:2], file=sys.stderr)


def _table(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    by_kind: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_kind[row["kind"]].append(row)
    out: dict[str, Any] = {}
    for kind in KINDS:
        some = by_kind.get(kind, [])
        if not some:
            continue
        out[kind] = {"questions": len(some), "first": round(100.0 * float(np.mean([r["first"] for r in some])), 1)}
        if kind != "absent":
            out[kind]["lost"] = round(100.0 * float(np.mean([r["none"] for r in some])), 1)
            out[kind]["baseline"] = round(100.0 * float(np.mean([r["baseline"] for r in some])), 1)
    present = [r for r in rows if r["kind"] != "absent"]
    if present:
        out["lost of all"] = round(100.0 * float(np.mean([r["none"] for r in present])), 1)
    return out


def _ious(session: Session, found: Sequence[Found]) -> list[float]:
    """One a distinct entity that is seen."""
    scene = session.scene
    request = RenderRequest(
        scene=scene,
        cameras=(query_camera(session),),
        width=WIDTH,
        height=HEIGHT,
        passes=("entity",),
        provider=session.assets,
    )
    seen = {name: find_renderer(name).render(request).views[0].entity for name in ("preview", "splat")}
    out = []
    for row in sorted({f.row for f in found}):
        true, drawn = ((seen[n] >= row) & (seen[n] < scene.subtree_end(row)) for n in ("preview", "splat"))
        if true.sum() >= LEAST_PIXELS:
            out.append(float((true & drawn).sum() / (true | drawn).sum()))
    return out


if __name__ == "__main__":
    raise SystemExit(main())
