"""The protocols, a row for every frame and query.

- ``render2d`` with the rule 'langsplat': features are drawn in the frame; LangSplat's mask and LERF's localisation
(:mod:`scenewright.scene.semantics.fields.segmentation`, :mod:`scenewright.scene.semantics.fields.localisation`). With the rule
'stable', masks by the search for a threshold that Occam's LGS describes for 3D-OVS. - ``select3d``: Gaussians are chosen by
their own features, and they alone are drawn; what is more opaque than a half is the mask (OpenGaussian, Wu et al., NeurIPS
2024). The same field scores very differently so: a figure without its protocol says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from scenewright.scene.jobs import Job
from scenewright.scene.semantics.evaluation.fields import JudgedField
from scenewright.scene.semantics.evaluation.labels import Frame
from scenewright.scene.semantics.fields import (
    BACKGROUND,
    CANONICAL,
    THRESHOLD,
    WINDOW,
    Encodes,
    FieldError,
    geometry_hash,
    hits,
    langsplat_mask,
    locate,
    stable_threshold,
)
from scenewright.scene.semantics.fields.relevancy import relevancy
from scenewright.scene.splats import Gaussians
from scenewright.scene.splats.rasterize import rasterize

__all__ = ["PROTOCOLS", "RULES", "QueryRow", "judge"]

PROTOCOLS = ("render2d", "select3d")
RULES = ("langsplat", "stable")
_OPAQUE = 0.5

Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.float32]


@dataclass(frozen=True)
class QueryRow:
    """One query in one frame.

    `iou`: of the mask with the truth. `located`: whether the peak hit a box; None where the protocol or the labels have none. `level`:
    name of the one that was chosen. `score`: the highest relevancy on it. `threshold`, `smoothing`: that were used, smoothing
    the side of the square in pixels, 0 for none. `selected`: Gaussians that were chosen, None in 2D.
    """

    scene: str
    frame: str
    query: str
    protocol: str
    rule: str
    iou: float
    located: bool | None
    level: str
    score: float
    threshold: float
    smoothing: int
    selected: int | None
    encoder: str
    source: str
    geometry: str


def judge(
    field: JudgedField,
    gaussians: Gaussians,
    frames: Sequence[Frame],
    encoder: Encodes,
    *,
    scene: str,
    protocol: str,
    rule: str = "langsplat",
    threshold: float = THRESHOLD,
    smoothing: int = WINDOW,
    job: Job | None = None,
) -> list[QueryRow]:
    """All rows of one scene.

    Raises:
        FieldError: another protocol or rule, an encoder that is not the field's, as many Gaussians as the field has not, a frame
            without a camera, or no labels.
        JobCancelled: the job was cancelled.
    """
    job = (job or Job()).part(name="the judging")
    if protocol not in PROTOCOLS or rule not in RULES:
        raise FieldError(
            f"there is no protocol {protocol!r} with rule {rule!r}: {', '.join(PROTOCOLS)}; {', '.join(RULES)}"
        )
    if (encoder.name, encoder.dimension) != (field.encoder, field.dimension):
        raise FieldError(
            f"the field was made with {field.encoder} ({field.dimension} numbers), the query with {encoder.name} "
            f"({encoder.dimension} numbers): their features cannot be compared"
        )
    if len(field.seen(0)) != len(gaussians):
        raise FieldError(f"the field is of {len(field.seen(0)):,} Gaussians, the file of {len(gaussians):,}")
    queries = sorted({name for frame in frames for name in frame.categories})
    if not queries:
        raise FieldError("the labels name nothing")
    asked = np.asarray(encoder.encode([*queries, *CANONICAL]), dtype=np.float32)
    if not np.isfinite(asked).all():
        raise FieldError(f"embeddings of {encoder.name} hold numbers that are not finite")
    texts = {name: asked[number] for number, name in enumerate(queries)}
    run = _Run(field, gaussians, texts, asked[len(queries) :], rule, threshold, smoothing)
    chosen = run.selections(queries) if protocol == "select3d" else {}
    geometry = geometry_hash(gaussians)
    rows: list[QueryRow] = []
    for number, frame in enumerate(frames):
        if frame.camera is None:
            raise FieldError(f"frame {frame.name!r} has no camera: give the capture that the labels are of")
        found = run.selected(frame, chosen) if protocol == "select3d" else run.drawn(frame)
        for query, answer in found.items():
            truth = frame.categories[query].mask
            union = int((truth | answer.mask).sum())
            rows.append(
                QueryRow(
                    scene=scene,
                    frame=frame.name,
                    query=query,
                    protocol=protocol,
                    rule=rule if protocol == "render2d" else "selection",
                    iou=int((truth & answer.mask).sum()) / union if union else 1.0,
                    located=answer.located,
                    level=field.levels[answer.level],
                    score=answer.score,
                    threshold=answer.threshold,
                    smoothing=answer.smoothing,
                    selected=answer.selected,
                    encoder=field.encoder,
                    source=field.source,
                    geometry=geometry,
                )
            )
        job.tick((number + 1) / len(frames), f"frame {number + 1} of {len(frames)}")
    return rows


@dataclass(frozen=True, eq=False)
class _Answer:
    mask: Mask
    level: int
    score: float
    threshold: float
    smoothing: int
    located: bool | None = None
    selected: int | None = None


@dataclass(frozen=True, eq=False)
class _Run:
    field: JudgedField
    gaussians: Gaussians
    texts: dict[str, Rows]
    canonical: Rows
    rule: str
    threshold: float
    smoothing: int

    def drawn(self, frame: Frame) -> dict[str, _Answer]:
        assert frame.camera is not None
        names = list(frame.categories)
        if not names:
            return {}
        rows = np.concatenate([np.stack([self.texts[n] for n in names]), self.canonical])
        levels = []
        for number in range(len(self.field.levels)):
            found = self.field.of_pixels(number, self.gaussians, frame.camera, rows)
            levels.append(relevancy(found[..., : len(names)], found[..., len(names) :]))
        values = np.moveaxis(np.stack(levels), -1, 0)  # (Q, L, H, W)
        out = {}
        for name, one in zip(names, values, strict=True):
            boxes = frame.categories[name].boxes
            located = hits(locate(one, side=max(self.smoothing, 1)), boxes) if len(boxes) else None
            if self.rule == "stable":
                mask = stable_threshold(one)
            else:
                mask = langsplat_mask(one, threshold=self.threshold, side=max(self.smoothing, 1))
            smoothing = 0 if self.rule == "stable" else self.smoothing
            out[name] = _Answer(mask.mask, mask.level, mask.score, mask.threshold, smoothing, located)
        return out

    def selections(self, queries: Sequence[str]) -> dict[str, tuple[Mask, int, float]]:
        """Of each query which Gaussians, on which level, with which highest relevancy: rescaled as LangSplat rescales pictures, over the
        threshold."""
        rows = np.concatenate([np.stack([self.texts[n] for n in queries]), self.canonical])
        by_level = []
        for number in range(len(self.field.levels)):
            found = self.field.of_gaussians(number, rows)
            values = relevancy(found[:, : len(queries)], found[:, len(queries) :])
            values[~self.field.seen(number)] = 0.0
            by_level.append(values)
        out = {}
        for number, name in enumerate(queries):
            one = np.stack([values[:, number] for values in by_level])
            level = int(one.max(axis=1, initial=0.0).argmax())
            seen = self.field.seen(level)
            # who has no feature is background: on a level of which all parts are alike, that is what they stand out from
            values = np.where(seen, one[level], np.float32(BACKGROUND))
            over = values - values.min(initial=1.0)
            chosen = seen & (2.0 * over / (over.max(initial=0.0) + 1e-9) - 1.0 > self.threshold)
            out[name] = (chosen, level, float(one[level].max(initial=0.0)))
        return out

    def selected(self, frame: Frame, chosen: dict[str, tuple[Mask, int, float]]) -> dict[str, _Answer]:
        assert frame.camera is not None
        out = {}
        for name in frame.categories:
            which, level, score = chosen[name]
            part = self.gaussians.select(np.flatnonzero(which))
            with torch.no_grad():
                alpha = rasterize(part, frame.camera, outputs=("alpha",)).alpha
            assert alpha is not None
            mask = alpha[0].cpu().numpy() > _OPAQUE
            out[name] = _Answer(mask, level, score, self.threshold, 0, selected=int(which.sum()))
        return out
