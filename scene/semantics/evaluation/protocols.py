"""The evaluation protocols. Each gives one row per frame and query.

- ``render2d``: features are drawn in the frame. The rule 'langsplat' uses LangSplat's mask and LERF's localisation
  (:mod:`scenewright.scene.semantics.fields.segmentation`, :mod:`scenewright.scene.semantics.fields.localisation`). The rule
  'stable' searches a threshold as Occam's LGS describes for 3D-OVS.
- ``select3d``: Gaussians are selected by their own features, and only these are drawn. The mask is where the alpha is above one half
  (OpenGaussian, Wu et al., NeurIPS 2024).

The scores of one field differ much between protocols, so a score is meaningless without its protocol.
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
    """The result of one query in one frame.

    `iou`: of the mask with the ground truth. `located`: whether the peak is in a box; None if the protocol or the labels have no
    boxes. `level`: name of the chosen level. `score`: the highest relevancy on it. `threshold`: the one used. `smoothing`: side of the
    smoothing square in pixels, 0 for none. `selected`: number of selected Gaussians, None in 2D.
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
    """Evaluate a field on one scene.

    Args:
        field: the field to evaluate.
        gaussians: N Gaussians that the field is for.
        frames: labelled frames with cameras.
        encoder: the one that made the field.
        scene: name of the scene, for the rows.
        protocol: 'render2d' or 'select3d'.
        rule: 'langsplat' or 'stable', see the module's docstring.
        threshold: for masks.
        smoothing: side of the smoothing square in pixels.

    Raises:
        FieldError: the protocol or rule is unknown, the encoder or the number of Gaussians does not fit the field, a frame has no
            camera, or there are no labels.
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
    embeddings = np.asarray(encoder.encode([*queries, *CANONICAL]), dtype=np.float32)
    if not np.isfinite(embeddings).all():
        raise FieldError(f"embeddings of {encoder.name} hold numbers that are not finite")
    texts = {name: embeddings[number] for number, name in enumerate(queries)}
    run = _Run(field, gaussians, texts, embeddings[len(queries) :], rule, threshold, smoothing)
    chosen = run.selections(queries) if protocol == "select3d" else {}
    geometry = geometry_hash(gaussians)
    rows: list[QueryRow] = []
    for number, frame in enumerate(frames):
        if frame.camera is None:
            raise FieldError(f"frame {frame.name!r} has no camera: give the capture that the labels are of")
        answers = run.selected(frame, chosen) if protocol == "select3d" else run.drawn(frame)
        for query, answer in answers.items():
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
            cosines = self.field.of_pixels(number, self.gaussians, frame.camera, rows)
            levels.append(relevancy(cosines[..., : len(names)], cosines[..., len(names) :]))
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
        """For each query, the mask of selected Gaussians, the level and its highest relevancy. Values are rescaled as LangSplat rescales
        pictures, and Gaussians above the threshold are selected."""
        rows = np.concatenate([np.stack([self.texts[n] for n in queries]), self.canonical])
        by_level = []
        for number in range(len(self.field.levels)):
            cosines = self.field.of_gaussians(number, rows)
            values = relevancy(cosines[:, : len(queries)], cosines[:, len(queries) :])
            values[~self.field.seen(number)] = 0.0
            by_level.append(values)
        out = {}
        for number, name in enumerate(queries):
            one = np.stack([values[:, number] for values in by_level])
            level = int(one.max(axis=1, initial=0.0).argmax())
            seen = self.field.seen(level)
            # Gaussians without a feature count as background, so that a level of uniform relevancy can stand out from it
            values = np.where(seen, one[level], np.float32(BACKGROUND))
            over = values - values.min(initial=1.0)
            chosen = seen & (2.0 * over / (over.max(initial=0.0) + 1e-9) - 1.0 > self.threshold)
            out[name] = (chosen, level, float(one[level].max(initial=0.0)))
        return out

    def selected(self, frame: Frame, chosen: dict[str, tuple[Mask, int, float]]) -> dict[str, _Answer]:
        assert frame.camera is not None
        out = {}
        for name in frame.categories:
            rows, level, score = chosen[name]
            part = self.gaussians.select(np.flatnonzero(rows))
            with torch.no_grad():
                alpha = rasterize(part, frame.camera, outputs=("alpha",)).alpha
            assert alpha is not None
            mask = alpha[0].cpu().numpy() > _OPAQUE
            out[name] = _Answer(mask, level, score, self.threshold, 0, selected=int(rows.sum()))
        return out
