"""An encoder for tests that knows the ground truth. Its vectors are correct except for a chosen amount of noise and mistakes.

Its input are entity pictures (:func:`entity_picture`), in which the colour of a pixel is the number of the visible entity. It can
replace any encoder, so code that uses encoders can be evaluated without a model.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from scenewright.scene.semantics.encoders.base import (
    Calibration,
    EncoderError,
    Mask,
    Picture,
    Rows,
    checked_masks,
    checked_picture,
    checked_texts,
    unit_rows,
)
from scenewright.scene.semantics.encoders.dense_map import DenseMap

__all__ = ["ExactEncoder", "entity_picture", "picture_entities"]

_NOTHING = 0xFFFFFF


def entity_picture(entities: npt.NDArray[np.int32]) -> Picture:
    """(H, W, 3) a picture whose colours encode the numbers of entities (H, W); white for negative numbers.

    Raises:
        EncoderError: a number is too large for a colour.
    """
    if entities.max(initial=-1) >= _NOTHING:
        raise EncoderError(f"entity {int(entities.max())} has no colour: numbers are under {_NOTHING}")
    numbers = np.where(entities < 0, _NOTHING, entities).astype(np.uint32)
    return np.stack([(numbers >> shift & 255).astype(np.uint8) for shift in (16, 8, 0)], axis=-1)


def picture_entities(picture: Picture) -> npt.NDArray[np.int32]:
    """(H, W) the entity numbers in a picture of :func:`entity_picture`, -1 for none."""
    parts = picture.astype(np.int32)
    numbers = parts[..., 0] << 16 | parts[..., 1] << 8 | parts[..., 2]
    out: npt.NDArray[np.int32] = np.where(numbers == _NOTHING, -1, numbers).astype(np.int32)
    return out


class ExactEncoder:
    """An encoder with a fixed random vector for each text, seeded by its digest. Vectors of different texts are nearly orthogonal.

    A region's vector is that of its most frequent entity's word, plus noise. Regions without a known entity have the vector of
    'nothing'. Texts have the same vectors in all encoders of one dimension, so these share one name.
    """

    calibrated: Calibration | None = None
    temperature = 100.0

    def __init__(
        self,
        words: Mapping[int, str] | Sequence[str],
        dimension: int = 512,
        *,
        noise: float = 0.0,
        wrong: float = 0.0,
        cell: int = 8,
        seed: int = 0,
    ) -> None:
        """
        Args:
            words: the word of each entity, by number.
            dimension: length of the vectors.
            noise: length of the random vector that is added to each vector; 1 rotates it by about 45 degrees.
            wrong: fraction of the regions of each picture that get the vector of another entity, chosen for each picture.
            cell: side of a cell of dense maps, in pixels.
            seed: of noise and mistakes.

        Raises:
            EncoderError: a word is empty, or a number is out of range.
        """
        if dimension < 1 or noise < 0 or not 0 <= wrong <= 1 or cell < 1:
            raise EncoderError(
                f"dimension {dimension}, noise {noise}, wrong {wrong}, cell {cell}: they must be at least 1, at least 0, from 0 to 1, "
                "and at least 1"
            )
        numbered = words if isinstance(words, Mapping) else dict(enumerate(words))
        self.dimension = dimension
        self.name = f"exact-{dimension}"
        self.noise, self.wrong = noise, wrong
        self._cell, self._seed = cell, seed
        self._numbers = np.array(sorted(numbered), dtype=np.int64)
        self._names = [w.strip() for _, w in sorted(numbered.items())]
        self._table = self.encode([*self._names, "nothing"])

    def encode(self, texts: Sequence[str]) -> Rows:
        """(N, dimension) unit rows, one per text. The same text always has the same vector.

        Raises:
            EncoderError: a text is empty.
        """
        rows = [np.zeros((0, self.dimension))]
        for text in checked_texts(texts):
            digest = hashlib.sha256(text.encode()).digest()
            rows.append(np.random.default_rng(list(digest)).standard_normal((1, self.dimension)))
        return unit_rows(np.concatenate(rows), self.name)

    def of_entities(
        self, entities: Sequence[int] | npt.NDArray[np.int32] | npt.NDArray[np.int64], view: int = 0
    ) -> Rows:
        """(M, dimension) vectors of M regions that show these entities, in one view. The same view always gives the same vectors."""
        return self._vectors_of(np.asarray(entities, dtype=np.int64), np.random.default_rng([self._seed, view]))

    def encode_pictures(self, pictures: Sequence[Picture], masks: Sequence[Mask] | None = None) -> Rows:
        """(N, dimension) vectors of the most frequent entity in each picture, or in its mask.

        Regions of one picture may be given as the same picture with several masks, or as crops. In both cases, mistakes depend on the
        pictures' content and their order.

        Raises:
            EncoderError: a picture has a wrong shape or type, or a mask has another size than its picture.
        """
        checked = [checked_picture(p, f"picture {n}") for n, p in enumerate(pictures)]
        chosen = (
            [np.ones(p.shape[:2], dtype=np.bool_) for p in checked] if masks is None else checked_masks(checked, masks)
        )
        visible, digest = [], hashlib.sha256()
        for picture, mask in zip(checked, chosen, strict=True):
            numbers, counts = np.unique(picture_entities(picture)[mask], return_counts=True)
            visible.append(int(numbers[counts.argmax()]))
            digest.update(picture.tobytes())
        return self._vectors_of(
            np.array(visible, dtype=np.int64), np.random.default_rng([self._seed, *digest.digest()])
        )

    def dense(self, picture: Picture) -> DenseMap:
        """A vector for each cell, that of the entity in its middle. Noise differs for each cell; mistakes affect whole entities.

        Raises:
            EncoderError: the picture has a wrong shape or type.
        """
        ids = picture_entities(checked_picture(picture))
        height, width = ids.shape
        middle = ids[
            np.minimum(np.arange(0, height, self._cell) + self._cell // 2, height - 1)[:, None],
            np.minimum(np.arange(0, width, self._cell) + self._cell // 2, width - 1)[None, :],
        ]
        visible, of_cell = np.unique(middle, return_inverse=True)
        rng = np.random.default_rng([self._seed, *hashlib.sha256(picture.tobytes()).digest()])
        vectors = self._table[self._mistaken(self._rows(visible), rng)][of_cell.reshape(middle.shape)]
        return DenseMap(self._noisy(vectors, rng), height, width, (float(self._cell), float(self._cell)))

    def _vectors_of(self, entities: npt.NDArray[np.int64], rng: np.random.Generator) -> Rows:
        return self._noisy(self._table[self._mistaken(self._rows(entities), rng)], rng)

    def _rows(self, entities: npt.NDArray[np.int32] | npt.NDArray[np.int64]) -> npt.NDArray[np.intp]:
        """The row of each entity in the table; unknown entities have the last row."""
        place = np.searchsorted(self._numbers, entities)
        inside = np.minimum(place, max(len(self._numbers) - 1, 0))
        is_known = self._numbers[inside] == entities if len(self._numbers) else np.zeros(entities.shape, dtype=np.bool_)
        return np.where(is_known, inside, len(self._numbers))

    def _mistaken(self, rows: npt.NDArray[np.intp], rng: np.random.Generator) -> npt.NDArray[np.intp]:
        """The rows, with the fraction `wrong` of them (rounded) replaced by rows of entities with another word."""
        out = rows.copy()
        for place in rng.permutation(len(rows))[: round(self.wrong * len(rows))]:
            own = self._names[rows[place]] if rows[place] < len(self._names) else None
            others = [k for k, name in enumerate(self._names) if name != own]
            if others:
                out[place] = rng.choice(others)
        return out

    def _noisy(self, rows: Rows, rng: np.random.Generator) -> Rows:
        if not self.noise:
            return rows
        added = rng.standard_normal(rows.shape, dtype=np.float32)
        return unit_rows(rows + self.noise * unit_rows(added, self.name), self.name)
