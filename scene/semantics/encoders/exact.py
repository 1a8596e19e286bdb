"""An encoder that knows the truth, for tests: what it says of a picture is right but for the noise and the mistakes that it was asked for.

Its pictures are pictures of entities (:func:`entity_picture`): the colour of a pixel is the number of what is seen there. So it takes the
place of any other encoder, and what is built on encoders can be measured without one.
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
    """(H, W, 3) a picture whose colours are numbers of entities (H, W), white where they are negative.

    Raises:
        EncoderError: a number past what a colour holds.
    """
    if entities.max(initial=-1) >= _NOTHING:
        raise EncoderError(f"entity {int(entities.max())} has no colour: numbers are under {_NOTHING}")
    numbers = np.where(entities < 0, _NOTHING, entities).astype(np.uint32)
    return np.stack([(numbers >> shift & 255).astype(np.uint8) for shift in (16, 8, 0)], axis=-1)


def picture_entities(picture: Picture) -> npt.NDArray[np.int32]:
    """(H, W) the numbers that :func:`entity_picture` coloured, -1 where there was none."""
    parts = picture.astype(np.int32)
    numbers = parts[..., 0] << 16 | parts[..., 1] << 8 | parts[..., 2]
    out: npt.NDArray[np.int32] = np.where(numbers == _NOTHING, -1, numbers).astype(np.int32)
    return out


class ExactEncoder:
    """Every text has a fixed random vector, drawn from its digest: any two different texts are nearly at right angles.

    A region's vector is that of the word of the entity that most of it shows, with noise; what shows no known entity is 'nothing'.
    Texts have the same vectors in all encoders of one dimension, which therefore have one name.
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
            words: of each entity, by number.
            noise: length of the random vector that is added to each vector; 1 turns it by some 45 degrees.
            wrong: share of the regions of each picture that carry the vector of another entity, drawn anew for each picture.
            cell: pixels of a side of a cell of dense maps.

        Raises:
            EncoderError: an empty word, or a figure that means nothing.
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
        self._known = np.array(sorted(numbered), dtype=np.int64)
        self._names = [w.strip() for _, w in sorted(numbered.items())]
        self._table = self.encode([*self._names, "nothing"])

    def encode(self, texts: Sequence[str]) -> Rows:
        """(N, dimension) rows of length 1, one a text: the same for the same text, everywhere and always.

        Raises:
            EncoderError: an empty text.
        """
        rows = [np.zeros((0, self.dimension))]
        for text in checked_texts(texts):
            digest = hashlib.sha256(text.encode()).digest()
            rows.append(np.random.default_rng(list(digest)).standard_normal((1, self.dimension)))
        return unit_rows(np.concatenate(rows), self.name)

    def of_entities(
        self, entities: Sequence[int] | npt.NDArray[np.int32] | npt.NDArray[np.int64], view: int = 0
    ) -> Rows:
        """(M, dimension) what the encoder says of M regions of one view that show these entities; of the same view always the same."""
        return self._told(np.asarray(entities, dtype=np.int64), np.random.default_rng([self._seed, view]))

    def encode_pictures(self, pictures: Sequence[Picture], masks: Sequence[Mask] | None = None) -> Rows:
        """(N, dimension) by the entity that most of each picture, or of its mask, shows. Regions of one picture may be given as that
        picture many times, or as crops: either way mistakes are drawn from what the picture shows and where it stands in the list.

        Raises:
            EncoderError: a picture of another shape or type, or a mask of another size than its picture.
        """
        given = [checked_picture(p, f"picture {n}") for n, p in enumerate(pictures)]
        chosen = [np.ones(p.shape[:2], dtype=np.bool_) for p in given] if masks is None else checked_masks(given, masks)
        shown, digest = [], hashlib.sha256()
        for picture, mask in zip(given, chosen, strict=True):
            found, counts = np.unique(picture_entities(picture)[mask], return_counts=True)
            shown.append(int(found[counts.argmax()]))
            digest.update(picture.tobytes())
        return self._told(np.array(shown, dtype=np.int64), np.random.default_rng([self._seed, *digest.digest()]))

    def dense(self, picture: Picture) -> DenseMap:
        """A vector for every cell, of the entity in its middle; every cell has noise of its own, and mistakes are made for whole entities.

        Raises:
            EncoderError: a picture of another shape or type.
        """
        ids = picture_entities(checked_picture(picture))
        height, width = ids.shape
        middle = ids[
            np.minimum(np.arange(0, height, self._cell) + self._cell // 2, height - 1)[:, None],
            np.minimum(np.arange(0, width, self._cell) + self._cell // 2, width - 1)[None, :],
        ]
        shown, of_cell = np.unique(middle, return_inverse=True)
        rng = np.random.default_rng([self._seed, *hashlib.sha256(picture.tobytes()).digest()])
        told = self._table[self._mistaken(self._rows(shown), rng)][of_cell.reshape(middle.shape)]
        return DenseMap(self._noisy(told, rng), height, width, (float(self._cell), float(self._cell)))

    def _told(self, entities: npt.NDArray[np.int64], rng: np.random.Generator) -> Rows:
        return self._noisy(self._table[self._mistaken(self._rows(entities), rng)], rng)

    def _rows(self, entities: npt.NDArray[np.int32] | npt.NDArray[np.int64]) -> npt.NDArray[np.intp]:
        """Of each entity its row in the table, the last for those that are not known."""
        place = np.searchsorted(self._known, entities)
        inside = np.minimum(place, max(len(self._known) - 1, 0))
        known = self._known[inside] == entities if len(self._known) else np.zeros(entities.shape, dtype=np.bool_)
        return np.where(known, inside, len(self._known))

    def _mistaken(self, rows: npt.NDArray[np.intp], rng: np.random.Generator) -> npt.NDArray[np.intp]:
        """The rows with the asked share of them, to the nearest whole, become those of entities with another word."""
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
