"""What every encoder holds to, ours and those of others: rows of length 1, one space, the same each time; bad input refused."""

from __future__ import annotations

import numpy as np
import pytest

from scenewright.scene.semantics.encoders import (
    DEFAULT_TEXT_ENCODER,
    DenseMap,
    EncoderError,
    PictureEncoder,
    TextEncoder,
    encoder_names,
    text_encoder,
    text_encoder_missing,
)

NAMES = [*(n for n in encoder_names() if ":" not in n), "exact-64", "letters"]
"""Ours that need no download, and one of the package that `conftest.py` installs. Those of open_clip are tested with random
weights in tests/scene/semantics/test_encoders.py."""

TEXTS = ["a red chair", "a large wooden table", "cup"]


@pytest.fixture(scope="module", params=NAMES)
def encoder(request: pytest.FixtureRequest, plugged_package: object) -> TextEncoder:
    missing = text_encoder_missing(request.param)
    if missing is not None:
        pytest.skip(missing)
    return text_encoder(request.param)


def test_texts_become_rows_of_length_1(encoder: TextEncoder) -> None:
    rows = encoder.encode(TEXTS)
    assert (rows.shape, rows.dtype) == ((len(TEXTS), encoder.dimension), np.float32)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)
    assert encoder.encode([]).shape == (0, encoder.dimension)


def test_a_text_has_one_vector(encoder: TextEncoder) -> None:
    rows = encoder.encode(TEXTS)
    np.testing.assert_array_equal(rows, encoder.encode(TEXTS))
    np.testing.assert_allclose(encoder.encode(TEXTS[::-1])[::-1], rows, atol=1e-5)
    np.testing.assert_allclose(encoder.encode([f"  {TEXTS[0]} "])[0], rows[0], atol=1e-5)
    assert rows[0] @ rows[1] < 0.999


def test_an_encoder_says_what_it_is(encoder: TextEncoder) -> None:
    assert encoder.name
    assert encoder.temperature > 0
    assert encoder.calibrated is None or -1 < encoder.calibrated.threshold < 1
    assert isinstance(encoder, TextEncoder)


@pytest.mark.parametrize("texts", ["one text", [""], ["good", "  "], [3]])
def test_texts_that_say_nothing_are_refused(encoder: TextEncoder, texts: object) -> None:
    with pytest.raises(EncoderError):
        encoder.encode(texts)  # type: ignore[arg-type]


def test_pictures_lie_in_the_space_of_the_texts(encoder: TextEncoder) -> None:
    if not isinstance(encoder, PictureEncoder):
        pytest.skip("it reads texts alone")
    picture = np.zeros((48, 64, 3), dtype=np.uint8)
    mask = np.zeros((48, 64), dtype=np.bool_)
    mask[8:20, 8:30] = True
    for rows in (encoder.encode_pictures([picture, picture]), encoder.encode_pictures([picture] * 2, [mask] * 2)):
        assert (rows.shape, rows.dtype) == ((2, encoder.dimension), np.float32)
        np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)
    dense = encoder.dense(picture)
    assert isinstance(dense, DenseMap)
    assert (dense.height, dense.width) == (48, 64)
    np.testing.assert_allclose(np.linalg.norm(dense.vectors, axis=2), 1.0, atol=1e-5)
    for wrong in (picture.astype(np.float32), picture[..., :2], picture[:0]):
        with pytest.raises(EncoderError):
            encoder.encode_pictures([wrong])
    with pytest.raises(EncoderError):
        encoder.encode_pictures([picture], [mask[:10]])


def test_one_of_each_serves_a_process() -> None:
    assert text_encoder("letters") is text_encoder("letters")
    assert DEFAULT_TEXT_ENCODER in encoder_names()
    assert "letters" in encoder_names()
    with pytest.raises(EncoderError, match=r"there is no text encoder 'oracle'; known are .*letters"):
        text_encoder("oracle")
