"""The exact field of a program's scene. Its codebook holds the embeddings of the scene's words, and a Gaussian's code is the word of its
entity. Further levels have the words of the entity's parent and grandparent."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scenewright.scene.model import NodeKind, Scene
from scenewright.scene.semantics.fields.codebook import MOST_WORDS, Codes
from scenewright.scene.semantics.fields.field import Encodes, FieldLevel, LanguageField, geometry_hash
from scenewright.scene.semantics.fields.field_errors import FieldError
from scenewright.scene.splats import Gaussians

__all__ = ["LEVELS", "ancestors", "program_field"]

LEVELS = ("entity", "parent", "grandparent")


def program_field(scene: Scene, gaussians: Gaussians, encoder: Encodes) -> LanguageField:
    """The field of Gaussians whose entity ids are rows of the scene's nodes (:mod:`scenewright.scene.splats.scene_gaussians`).

    Raises:
        FieldError: an id is beyond the scene, the scene has too many different words, or embeddings are not finite.
    """
    ids = gaussians.entity_ids.cpu().numpy().astype(np.int64)
    if ids.size and int(ids.max()) >= len(scene):
        raise FieldError(
            f"Gaussians belong to node {int(ids.max())}, the scene has {len(scene)}: they are of another scene"
        )
    rows = ancestors(scene)
    words_of_nodes = [scene.strings[int(w)].replace("_", " ") for w in scene.nodes.word]
    used = sorted({words_of_nodes[r] for r in np.unique(rows[np.unique(ids[ids >= 0])]).tolist() if r >= 0})
    if len(used) > MOST_WORDS:
        raise FieldError(f"the scene has {len(used)} different words: a field holds at most {MOST_WORDS}")
    embedded = np.asarray(encoder.encode(used), dtype=np.float32).reshape(len(used), encoder.dimension)
    if not np.isfinite(embedded).all():
        raise FieldError(f"embeddings of {encoder.name} hold numbers that are not finite")
    number = {text: k for k, text in enumerate(used)}
    words = embedded.astype(np.float16)
    lengths = np.linalg.norm(words.astype(np.float32), axis=1)
    levels = []
    for k, name in enumerate(LEVELS):
        row = np.where(ids >= 0, rows[np.maximum(ids, 0), k], -1)
        code = np.array(
            [number[words_of_nodes[r]] if r >= 0 and words_of_nodes[r] in number else -1 for r in range(len(scene))]
            + [-1]
        )[row]
        has_word = code >= 0
        index = np.where(has_word, code, 0).astype(np.uint16)[:, None]
        scales = np.zeros(len(ids), dtype=np.float16)
        scales[has_word] = 1.0 / (255.0 * lengths[code[has_word]])
        codes = Codes(words, index, np.where(has_word, 255, 0).astype(np.uint8)[:, None], scales)
        levels.append(FieldLevel(name, codes))
    return LanguageField(encoder.name, encoder.dimension, tuple(levels), geometry_hash(gaussians), "program")


def ancestors(scene: Scene) -> npt.NDArray[np.int64]:
    """(N, 3) for each node: the entity that it shows, its parent and its grandparent; -1 for none.

    A primitive shows the entity that it is part of. The root, which is the scene, does not count as a parent, unless there is nothing
    else.
    """
    parent, kind = scene.nodes.parent, scene.nodes.kind
    out = np.full((len(scene), len(LEVELS)), -1, dtype=np.int64)
    for row in range(len(scene)):
        at, above = row, int(parent[row])
        if kind[row] == NodeKind.PRIMITIVE and above > 0:
            at, above = above, int(parent[above])
        for k in range(len(LEVELS)):
            out[row, k] = at
            if above <= 0:
                break
            at, above = above, int(parent[above])
    return out
