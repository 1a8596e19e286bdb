"""Regions of pictures: of entities, superpixels and Segment Anything, on three levels that fit one another and their picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from scenewright.scene.semantics.encoders import EncoderError, ExactEncoder, entity_picture
from scenewright.scene.semantics.regions import LEVELS, Masks, SamMasks, encode_regions, sam_missing, superpixel_masks
from scenewright.scene.semantics.regions import sam as sam_module
from scenewright.scene.semantics.regions.masks import MaskError, compact, entity_masks, layered
from scenewright.scene.semantics.regions.sam import DEFAULT_SAM, SamSettings, without_doubles
from scenewright.scene.semantics.regions.superpixels import Superpixels, superpixels_missing

needs_superpixels = pytest.mark.skipif(superpixels_missing() is not None, reason=str(superpixels_missing()))
needs_sam = pytest.mark.skipif(sam_missing() is not None, reason=str(sam_missing()))

Labels = np.ndarray


def nested(finer: Labels, coarser: Labels) -> bool:
    """Whether each region of the one lies in one region of the other."""
    pairs = np.unique(np.stack([finer.reshape(-1), coarser.reshape(-1)]), axis=1)
    return len(np.unique(pairs[0])) == pairs.shape[1]


def filled(labels: Labels) -> bool:
    """Whether regions are numbered from 0 on without gaps."""
    found = np.unique(labels[labels >= 0])
    return bool((found == np.arange(len(found))).all())


# -- of entities -----------------------------------------------------------------------------------------------------

#        0 room
#        1 set                     5 lamp
#   2 table     4 chair               6 shade (primitive)
#   3 leg (primitive)
PARENTS = np.array([-1, 0, 1, 2, 1, 0, 5], dtype=np.int32)
OBJECTS = np.array([True, True, True, False, True, True, False])
SEEN = np.array([[-1, 2, 3, 4], [6, 5, 0, 3]], dtype=np.int32)


def test_levels_of_entities_follow_their_tree() -> None:
    masks = entity_masks(SEEN, PARENTS, OBJECTS)
    assert masks.sources is not None
    rows = [
        np.where(getattr(masks, name) < 0, -1, source[getattr(masks, name)])
        for name, source in zip(LEVELS, masks.sources, strict=True)
    ]
    np.testing.assert_array_equal(rows[0], SEEN)
    np.testing.assert_array_equal(rows[1], [[-1, 2, 2, 4], [5, 5, 0, 2]])
    np.testing.assert_array_equal(rows[2], [[-1, 1, 1, 1], [5, 5, 0, 1]])
    assert masks.counts() == (6, 4, 3)


@given(st.data())
def test_entities_on_any_tree_are_nested_and_numbered(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 12))
    parents = np.array([-1, *(data.draw(st.integers(0, k - 1)) for k in range(1, count))], dtype=np.int32)
    objects = data.draw(hnp.arrays(np.bool_, count))
    seen = data.draw(hnp.arrays(np.int32, (4, 5), elements=st.integers(-1, count - 1)))
    masks = entity_masks(seen, parents, objects)
    for name in LEVELS:
        labels = getattr(masks, name)
        assert filled(labels)
        np.testing.assert_array_equal(labels < 0, seen < 0)
    assert nested(masks.part, masks.object)
    assert nested(masks.object, masks.group)


@pytest.mark.parametrize(
    ("seen", "parents", "objects", "says"),
    [
        ([[7]], PARENTS, OBJECTS, "entity 7: the table has 7"),
        ([[0]], PARENTS, OBJECTS[:3], "7 parents and 3 flags"),
        ([[0]], np.array([-1, 2, 0], np.int32), None, "after its child"),
    ],
)
def test_tables_that_do_not_fit_are_refused(seen: Any, parents: Any, objects: Any, says: str) -> None:
    with pytest.raises(MaskError, match=says):
        entity_masks(np.array(seen, dtype=np.int32), parents, objects)


def test_masks_of_another_size_are_refused() -> None:
    small, large = np.zeros((3, 4), np.int32), np.zeros((4, 4), np.int32)
    with pytest.raises(MaskError, match="must agree"):
        Masks(small, small, large)
    with pytest.raises(MaskError, match="int32"):
        Masks(small, small.astype(np.int64), small)
    with pytest.raises(MaskError, match="the masks are 4x3, the picture is 8x6"):
        Masks(small, small, small).for_picture(6, 8)
    with pytest.raises(MaskError, match="must be the same"):
        encode_regions(ExactEncoder(["a"]), np.zeros((4, 4, 3), np.uint8), small)
    with pytest.raises(EncoderError, match="uint8"):
        encode_regions(ExactEncoder(["a"]), np.zeros((3, 4, 3)), small)  # type: ignore[arg-type]


def test_no_entity_at_all_makes_no_regions() -> None:
    masks = entity_masks(np.full((2, 3), -1, np.int32), PARENTS, OBJECTS)
    assert masks.counts() == (0, 0, 0)
    assert masks.stacked().shape == (3, 2, 3)


@given(hnp.arrays(np.int32, (3, 4), elements=st.integers(-3, 9)))
def test_compact_keeps_the_division(labels: Labels) -> None:
    numbered, former = compact(labels)
    assert filled(numbered)
    np.testing.assert_array_equal(np.where(numbered < 0, -1, np.append(former, -1)[numbered]), np.maximum(labels, -1))


def test_smaller_masks_lie_on_larger_ones() -> None:
    masks = np.zeros((3, 4, 6), dtype=np.bool_)
    masks[0, :, :] = True
    masks[1, 1:3, 1:5] = True
    masks[2, 1, 1:3] = True
    labels = layered(masks, 4, 6)
    assert labels[0, 0] != labels[1, 4] != labels[1, 1]
    np.testing.assert_array_equal(np.bincount(labels.reshape(-1)), [16, 6, 2])
    assert (layered(masks[:0], 4, 6) == -1).all()


def test_regions_are_encoded_by_what_they_show() -> None:
    words = [f"thing {k}" for k in range(40)]
    ids = np.arange(40, dtype=np.int32).repeat(16).reshape(40, 4, 4).transpose(1, 0, 2).reshape(4, 160)
    labels = ids[:, ::-1].copy()
    labels[labels == 7] = -1
    encoder = ExactEncoder(words, 64)
    rows = encode_regions(encoder, entity_picture(ids[:, ::-1].copy()), labels, side=4)
    expected = encoder.encode(words)
    expected[7] = 0
    np.testing.assert_allclose(rows, expected, atol=1e-6)


# -- superpixels -----------------------------------------------------------------------------------------------------


def rooms() -> np.ndarray:
    """A wall of two like greys and a red board on it, with a little noise."""
    picture = np.full((96, 128, 3), 200, dtype=np.int32)
    picture[:, 64:] = 192
    picture[30:70, 20:60] = (180, 30, 30)
    noise = np.random.default_rng(0).integers(-2, 3, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


@needs_superpixels
@pytest.mark.parametrize("kind", Superpixels)
def test_superpixels_are_nested_and_find_what_stands_out(kind: Superpixels) -> None:
    masks = superpixel_masks(rooms(), kind=kind, size=100)
    for name in LEVELS:
        labels = getattr(masks, name)
        assert labels.min() == 0
        assert filled(labels)
    assert nested(masks.part, masks.object)
    assert nested(masks.object, masks.group)
    parts, objects, groups = masks.counts()
    assert parts >= objects >= groups >= 2
    board = masks.group == masks.group[50, 40]
    true = np.zeros((96, 128), dtype=np.bool_)
    true[30:70, 20:60] = True
    assert (board & true).sum() / (board | true).sum() > 0.85


@needs_superpixels
def test_one_color_is_one_region() -> None:
    assert superpixel_masks(np.full((40, 50, 3), 90, np.uint8), size=100).counts() == (1, 1, 1)
    assert superpixel_masks(np.full((1, 1, 3), 90, np.uint8)).counts() == (1, 1, 1)


@needs_superpixels
@pytest.mark.parametrize(("size", "distances"), [(0, (1, 2, 3)), (10, (3, 2, 1)), (10, (-1, 2, 3))])
def test_figures_that_mean_nothing_are_refused(size: int, distances: Any) -> None:
    with pytest.raises(MaskError, match="must be"):
        superpixel_masks(rooms(), size=size, distances=distances)


# -- Segment Anything ------------------------------------------------------------------------------------------------


def square(left: int, top: int, side: int) -> np.ndarray:
    mask = np.zeros((40, 40), dtype=np.bool_)
    mask[top : top + side, left : left + side] = True
    return mask


def test_doubles_and_what_lies_in_others_go_out() -> None:
    masks = np.stack([square(0, 0, 20), square(0, 1, 20), square(2, 2, 6), square(25, 25, 10), square(25, 0, 8)])
    scores = np.array([0.9, 0.95, 0.99, 0.8, 0.5], dtype=np.float32)
    # the first is the second again, the third lies in both, the last is no good
    assert without_doubles(masks, scores, SamSettings()).tolist() == [1, 3]
    assert without_doubles(masks[:0], scores[:0], SamSettings()).tolist() == []


def test_where_no_score_serves_the_best_three_stay() -> None:
    masks = np.stack([square(10 * k, 10 * k, 8) for k in range(4)])
    kept = without_doubles(masks, np.array([0.1, 0.4, 0.3, 0.2], dtype=np.float32), SamSettings())
    assert kept.tolist() == [1, 2, 3]


def tiny_sam(folder: Path) -> None:
    import torch
    from transformers import SamConfig, SamImageProcessor, SamModel
    from transformers.models.sam.configuration_sam import (
        SamMaskDecoderConfig,
        SamPromptEncoderConfig,
        SamVisionConfig,
    )

    size = {"image_size": 64, "patch_size": 8}
    vision = SamVisionConfig(
        **size, hidden_size=32, output_channels=16, num_hidden_layers=2, num_attention_heads=2, mlp_dim=32, window_size=4,
        global_attn_indexes=[1], num_pos_feats=8,
    )  # fmt: skip
    prompts = SamPromptEncoderConfig(**size, hidden_size=16, mask_input_channels=4)
    decoder = SamMaskDecoderConfig(
        hidden_size=16, mlp_dim=32, num_hidden_layers=1, num_attention_heads=2, iou_head_depth=2, iou_head_hidden_dim=16
    )
    torch.manual_seed(0)
    SamModel(
        SamConfig(vision_config=vision, prompt_encoder_config=prompts, mask_decoder_config=decoder)
    ).save_pretrained(folder)
    SamImageProcessor(size={"longest_edge": 64}, pad_size={"height": 64, "width": 64}).save_pretrained(folder)


def tiny_sam2(folder: Path) -> None:
    import torch
    from transformers import (
        Sam2Config,
        Sam2HieraDetConfig,
        Sam2ImageProcessor,
        Sam2MaskDecoderConfig,
        Sam2Model,
        Sam2PromptEncoderConfig,
        Sam2VisionConfig,
    )

    trunk = Sam2HieraDetConfig(
        hidden_size=8, num_attention_heads=1, image_size=[64, 64], blocks_per_stage=[1, 1, 2, 1],
        embed_dim_per_stage=[8, 16, 32, 64], num_attention_heads_per_stage=[1, 2, 2, 4], window_size_per_stage=[4, 4, 4, 2],
        global_attention_blocks=[3], window_positional_embedding_background_size=[4, 4],
    )  # fmt: skip
    vision = Sam2VisionConfig(
        backbone_config=trunk, backbone_channel_list=[64, 32, 16, 8], backbone_feature_sizes=[[16, 16], [8, 8], [4, 4]],
        fpn_hidden_size=32,
    )  # fmt: skip
    prompts = Sam2PromptEncoderConfig(hidden_size=32, image_size=64, patch_size=16, mask_input_channels=4)
    decoder = Sam2MaskDecoderConfig(
        hidden_size=32, mlp_dim=32, num_hidden_layers=1, num_attention_heads=2, iou_head_depth=2, iou_head_hidden_dim=16
    )
    torch.manual_seed(0)
    Sam2Model(
        Sam2Config(vision_config=vision, prompt_encoder_config=prompts, mask_decoder_config=decoder)
    ).save_pretrained(folder)
    Sam2ImageProcessor(size={"height": 64, "width": 64}, mask_size={"height": 16, "width": 16}).save_pretrained(folder)


@needs_sam
@pytest.mark.slow
@pytest.mark.parametrize("make", [tiny_sam, tiny_sam2])
def test_segment_anything_runs_from_a_folder_with_random_weights(tmp_path: Path, make: Any) -> None:
    make(tmp_path)
    picture = np.random.default_rng(0).integers(0, 256, (48, 80, 3), dtype=np.uint8)
    loose = SamSettings(points=4, quality=-10, stability=-1, score=-10, smallest=2, overlap=0.95, inner=1)
    model = SamMasks(str(tmp_path), loose)
    masks = model.masks(picture)
    assert masks.part.shape == (48, 80)
    assert all(count >= 1 and filled(getattr(masks, name)) for name, count in zip(LEVELS, masks.counts(), strict=True))
    np.testing.assert_array_equal(masks.stacked(), model.masks(picture).stacked())
    strict = SamMasks(str(tmp_path), SamSettings(points=4, quality=10)).masks(picture)
    assert strict.counts() == (0, 0, 0)


@needs_sam
def test_without_a_connection_it_is_said_how_weights_come_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr(sam_module, "unreachable", lambda: "the hub cannot be reached (no route)")
    picture = np.zeros((8, 8, 3), np.uint8)
    name = "nobody/has-these-weights"
    with pytest.raises(MaskError, match=f"{name} are not on this computer.*no route.*hf download"):
        SamMasks(name).masks(picture)
    with pytest.raises(MaskError, match="folder cannot be read"):
        SamMasks(str(tmp_path)).masks(picture)


def test_missing_packages_are_named_with_their_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sam_module.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(MaskError, match=r"pip install 'scenewright\[sam\]'"):
        SamMasks(DEFAULT_SAM).masks(np.zeros((8, 8, 3), np.uint8))
    with pytest.raises(MaskError, match=r"pip install 'scenewright\[pictures\]'"):
        superpixel_masks(np.zeros((8, 8, 3), np.uint8))
