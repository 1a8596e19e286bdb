"""Evaluation of language fields: labels as they are published, fields of others, protocols and means."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from typer.testing import CliRunner

from scenewright.app.cli import app
from scenewright.scene.semantics.evaluation import (
    Category,
    CodedField,
    Frame,
    boxes_of,
    judge,
    read_3dovs,
    read_judged,
    read_lerf,
    summary,
    with_cameras,
)
from scenewright.scene.semantics.evaluation.fields import DenseField, LatentField, decoded
from scenewright.scene.semantics.evaluation.protocols import QueryRow
from scenewright.scene.semantics.fields import FieldError, LanguageField, geometry_hash, write_field
from scenewright.scene.semantics.fields.codebook import fitted
from scenewright.scene.semantics.fields.field import FieldLevel
from scenewright.scene.splats import Gaussians
from scenewright.scene.splats.capture import Capture, Photograph
from scenewright.scene.splats.capture.lens import Lens
from scenewright.scene.splats.formats import write_gaussians
from scenewright.scene.splats.rasterize import rasterize
from tests.support.language_scenes import FixedEncoder, around, walled_balls
from tests.support.samples import some_of

WORDS = ["cup", "lamp", "chair"]


def lerf_file(folder: Path, name: str = "frame_00007", **changes: object) -> Path:
    objects = [
        {"category": "cup", "group": 0, "segmentation": [[10, 10], [20, 10], [20, 20], [10, 20]], "bbox": [10, 10, 20, 20]},
        {"category": "cup", "group": 1, "segmentation": [[30.9, 5], [40, 5], [40, 8]], "bbox": [30, 5, 40, 8]},
        {"category": "old camera", "group": 2, "segmentation": [[0, 0], [4, 0], [4, 4]], "bbox": [0, 0, 4, 4]},
    ]  # fmt: skip
    values = {"info": {"name": f"{name}.jpg", "width": 64, "height": 48}, "objects": objects} | changes
    file = folder / f"{name}.json"
    file.write_text(json.dumps(values))
    return file


def test_labels_of_lerf_join_objects_of_a_category(tmp_path: Path) -> None:
    lerf_file(tmp_path)
    lerf_file(tmp_path, "frame_00003", objects=[])
    first, second = read_lerf(tmp_path)
    assert (first.name, second.name) == ("frame_00003", "frame_00007")
    assert not first.categories
    assert sorted(second.categories) == ["cup", "old camera"]
    cup = second.categories["cup"]
    assert cup.mask.shape == (48, 64)
    assert cup.mask[10:21, 10:21].all()  # outlines count
    assert not cup.mask[21, 15]
    assert cup.mask[5, 30]  # corners are cut to whole pixels
    assert cup.boxes.tolist() == [[10, 10, 20, 20], [30, 5, 40, 8]]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"info": None}, "lacks 'info' or 'objects'"),
        ({"info": {"name": "a", "width": -1, "height": 4}}, "-1 x 4 cannot be"),
        ({"info": {"name": "a", "width": 10**6, "height": 10**6}}, "cannot be"),
        ({"objects": [{"category": ""}]}, "has no category"),
        ({"objects": [{"category": "a", "segmentation": [[0, 1], [2]], "bbox": [0, 0, 1, 1]}]}, "odd count"),
        ({"objects": [{"category": "a", "segmentation": [[0, "x"]], "bbox": [0, 0, 1, 1]}]}, "no list of finite numbers"),
        ({"objects": [{"category": "a", "segmentation": [], "bbox": [0, 0]}]}, "bbox has 2 numbers"),
    ],
)  # fmt: skip
def test_labels_that_are_none_are_named(tmp_path: Path, changes: dict, message: str) -> None:
    lerf_file(tmp_path, **changes)
    with pytest.raises(FieldError, match=message):
        read_lerf(tmp_path)


def test_folders_without_labels_are_named(tmp_path: Path) -> None:
    with pytest.raises(FieldError, match="has no frame_"):
        read_lerf(tmp_path)
    with pytest.raises(FieldError, match="no labels of 3D-OVS"):
        read_3dovs(tmp_path)
    (tmp_path / "frame_1.json").write_text("[" * 100_000)
    with pytest.raises(FieldError, match="cannot be read as labels"):
        read_lerf(tmp_path)


def test_labels_of_3dovs_are_pictures(tmp_path: Path) -> None:
    view = tmp_path / "segmentations" / "00"
    view.mkdir(parents=True)
    (tmp_path / "segmentations" / "classes.txt").write_text("red bag\nhand\nnothing\n")
    mask = np.zeros((20, 30), np.uint8)
    mask[5:10, 3:7] = 255
    Image.fromarray(mask).save(view / "red bag.png")
    Image.fromarray(mask * 0).save(view / "hand.png")
    (frame,) = read_3dovs(tmp_path)
    assert (frame.name, frame.width, frame.height) == ("00", 30, 20)
    assert list(frame.categories) == ["red bag"]
    assert frame.categories["red bag"].boxes.tolist() == [[3, 5, 6, 9]]
    (view / "hand.png").write_bytes(b"no picture")
    with pytest.raises(FieldError, match="cannot be read as a mask"):
        read_3dovs(tmp_path)


def photograph(name: str) -> Photograph:
    lens = Lens.checked("PINHOLE", (100.0, 100.0, 64.0, 48.0), 128, 96, "here")
    return Photograph(name, Path(name), lens, np.eye(4))


def test_frames_find_their_cameras_by_name(tmp_path: Path) -> None:
    frame = Frame("frame_00007", 64, 48, {})
    capture = Capture(tmp_path, "colmap", (photograph("images/frame_00007.jpg"), photograph("images/frame_00008.jpg")))
    (placed,) = with_cameras([frame], capture)
    assert placed.camera is not None
    assert (placed.camera.width, placed.camera.height) == (64, 48)
    assert placed.camera.intrinsics[0, 0, 0] == 50
    with pytest.raises(FieldError, match="'frame_9' of the labels is the name of 0 photographs"):
        with_cameras([replace(frame, name="frame_9")], capture)


# -- fields of others ---------------------------------------------------------------------------------------------------


def gsplat_file(file: Path, gaussians: Gaussians, features: torch.Tensor | None, **changes: object) -> Path:
    splats = {
        "means": gaussians.means, "quats": gaussians.quats, "scales": gaussians.log_scales, "opacities": gaussians.logit_opacities,
        "sh0": gaussians.sh[:, :1], "shN": gaussians.sh[:, 1:], "features": features,
    } | changes  # fmt: skip
    torch.save({"step": 7, "splats": {k: v for k, v in splats.items() if v is not None}}, file)
    return file


def langsplat_file(file: Path, gaussians: Gaussians, latents: torch.Tensor | None) -> Path:
    parameter = torch.nn.Parameter
    model: list[object] = [
        3, parameter(gaussians.means), parameter(gaussians.sh[:, :1]), parameter(gaussians.sh[:, 1:]), parameter(gaussians.log_scales),
        parameter(gaussians.quats), parameter(gaussians.logit_opacities[:, None]),
    ]  # fmt: skip
    if latents is not None:
        model.append(parameter(latents))
    model += [torch.zeros(3), torch.zeros(3), torch.zeros(3), {"state": {}, "param_groups": [{"lr": 0.1}]}, 1.5]
    torch.save((tuple(model), 30_000), file)
    return file


def decoder_file(file: Path, dims: tuple[int, ...] = (3, 16, 64), seed: int = 0) -> Path:
    torch.manual_seed(seed)
    layers = torch.nn.ModuleList()
    for number, (a, b) in enumerate(pairwise(dims)):
        if number:
            layers.append(torch.nn.ReLU())
        layers.append(torch.nn.Linear(a, b))
    holder = torch.nn.Module()
    holder.encoder, holder.decoder = torch.nn.Linear(64, 3), layers
    torch.save(holder.state_dict(), file)
    return file


def test_checkpoints_of_gsplat_bring_gaussians_and_features(tmp_path: Path) -> None:
    gaussians = walled_balls(2, each=30)
    features = torch.randn(60, 20)
    judged, brought = read_judged([gsplat_file(tmp_path / "ckpt.pt", gaussians, features)], encoder="any")
    assert isinstance(judged, DenseField)
    assert (judged.encoder, judged.dimension, judged.source) == ("any", 20, "gsplat")
    assert brought is not None
    assert geometry_hash(brought) == geometry_hash(gaussians)
    np.testing.assert_array_equal(judged.features[0], features.numpy())


def test_checkpoints_of_langsplat_are_decoded(tmp_path: Path) -> None:
    gaussians = walled_balls(2, each=30)
    files = [langsplat_file(tmp_path / f"chkpnt{k}.pth", gaussians, torch.randn(60, 3)) for k in range(2)]
    judged, brought = read_judged(files, encoder="any", decoder=decoder_file(tmp_path / "ae.pth"))
    assert isinstance(judged, LatentField)
    assert (len(judged.levels), judged.dimension) == (2, 64)
    assert brought is not None
    assert geometry_hash(brought) == geometry_hash(gaussians)
    state = torch.load(tmp_path / "ae.pth", weights_only=True)
    wanted = torch.relu(torch.ones(1, 3) @ state["decoder.0.weight"].T + state["decoder.0.bias"])
    wanted = wanted @ state["decoder.2.weight"].T + state["decoder.2.bias"]
    wanted = wanted / wanted.norm()
    np.testing.assert_allclose(decoded(np.ones((1, 3), np.float32), judged.decoder), wanted.numpy(), atol=1e-6)
    texts = FixedEncoder().encode(WORDS)
    assert judged.of_pixels(1, brought, around(1)[0], texts).shape == (48, 64, 3)
    assert judged.of_gaussians(1, texts).shape == (60, 3)


def test_arrays_are_taken_without_objects(tmp_path: Path) -> None:
    np.save(tmp_path / "a.npy", np.ones((5, 8), np.float16))
    judged, brought = read_judged([tmp_path / "a.npy"], encoder="any")
    assert brought is None
    assert judged.dimension == 8
    np.save(tmp_path / "b.npy", np.array([{}, None], dtype=object), allow_pickle=True)
    with pytest.raises(FieldError, match="cannot be read as an array"):
        read_judged([tmp_path / "b.npy"], encoder="any")
    np.save(tmp_path / "c.npy", np.full((5, 8), np.nan))
    with pytest.raises(FieldError, match="5 Gaussians are not finite"):
        read_judged([tmp_path / "c.npy"], encoder="any")
    claims = (
        (tmp_path / "a.npy").read_bytes().replace(b"(5, 8), }", b"(99999999999, 8), }").replace(b"          \n", b"\n")
    )
    (tmp_path / "d.npy").write_bytes(claims)
    with pytest.raises(FieldError, match=r"d\.npy: it cannot be read as an array"):
        read_judged([tmp_path / "d.npy"], encoder="any")


class Evil:
    """Makes a file when it is unpickled."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple:
        return (Path.touch, (self.file,))


def test_checkpoints_run_nothing_and_are_named_when_wrong(tmp_path: Path) -> None:
    gaussians = walled_balls(1, each=10)
    file = tmp_path / "evil.pt"
    torch.save({"splats": Evil(tmp_path / "ran")}, file)
    with pytest.raises(FieldError, match="without running code"):
        read_judged([file], encoder="any")
    assert not (tmp_path / "ran").exists()
    lang = langsplat_file(tmp_path / "lang.pth", gaussians, torch.randn(10, 3))
    other, half, none = decoder_file(tmp_path / "ae.pth", (4, 8)), tmp_path / "half.pth", tmp_path / "text.pt"
    torch.save({"encoder.0.weight": torch.zeros(3, 3)}, half)
    none.write_bytes(b"not at all")
    cases = [
        (gsplat_file(tmp_path / "short.pt", gaussians, torch.zeros(10, 32), quats=torch.zeros(3, 4)), None, "do not fit together"),
        (langsplat_file(tmp_path / "plain.pth", gaussians, None), None, "without language features"),
        (gsplat_file(tmp_path / "plain.pt", gaussians, None), None, "no checkpoint of gsplat with features"),
        (gsplat_file(tmp_path / "nan.pt", gaussians, torch.full((10, 32), torch.nan)), None, "10 Gaussians are not finite"),
        (lang, None, "name the checkpoint of their decoder"),
        (none, None, "no checkpoint of torch"),
        (lang, half, "has no 'decoder'"),
        (lang, other, "it must take the 3 numbers"),
    ]  # fmt: skip
    for bad, decoder, message in some_of(cases, 2):
        with pytest.raises(FieldError, match=message):
            read_judged([bad], encoder="any", decoder=decoder)
    for name, message in (("none.pt", "no such checkpoint"), ("what.zip", "is no field")):
        with pytest.raises(FieldError, match=message):
            read_judged([tmp_path / name], encoder="any")
    with pytest.raises(FieldError, match="does not say which encoder"):
        read_judged([lang])


# -- protocols ----------------------------------------------------------------------------------------------------------


def truth_of(gaussians: Gaussians, count: int = 3, width: int = 96, height: int = 72) -> list[Frame]:
    frames = []
    for number, camera in enumerate(around(count, width, height)):
        drawn = rasterize(gaussians, camera, outputs=("entity", "alpha"))
        entity = np.where(drawn.alpha[0].numpy() > 0.5, drawn.entity[0].numpy(), -1)
        masks = {word: entity == k for k, word in enumerate(WORDS)}
        shown = {word: Category(mask, boxes_of(mask)) for word, mask in masks.items() if mask.sum() > 30}
        frames.append(Frame(f"frame_{number:05}", width, height, shown, camera))
    return frames


def exact_features(gaussians: Gaussians) -> np.ndarray:
    return FixedEncoder().encode(WORDS)[gaussians.entity_ids.numpy()]


def exact_field(gaussians: Gaussians) -> LanguageField:
    level = FieldLevel("object", fitted(exact_features(gaussians)))
    return LanguageField("fixed", 64, (level,), geometry_hash(gaussians))


@pytest.mark.parametrize("protocol", ["render2d", "select3d"])
@pytest.mark.parametrize("kind", ["coded", "dense"])
def test_an_exact_field_is_judged_well(protocol: str, kind: str) -> None:
    gaussians = walled_balls()
    field = (
        CodedField(exact_field(gaussians))
        if kind == "coded"
        else DenseField("npy", "fixed", ("object",), [exact_features(gaussians)])
    )
    frames = truth_of(gaussians)
    rows = judge(field, gaussians, frames, FixedEncoder(), scene="balls", protocol=protocol, smoothing=3)
    assert len(rows) == sum(len(f.categories) for f in frames)
    means = summary(rows)[protocol]["query_weighted"]
    assert means["miou"] > 0.75
    if protocol == "render2d":
        assert means["localisation"] == 1.0
        assert rows[0].smoothing == 3
    else:
        assert means["localisation"] is None
        assert rows[0].selected == 250
    assert {(r.encoder, r.threshold, r.geometry) for r in rows} == {("fixed", 0.4, geometry_hash(gaussians))}


def test_coded_and_dense_answers_are_the_same() -> None:
    gaussians = walled_balls()
    coded, dense = CodedField(exact_field(gaussians)), DenseField("npy", "fixed", ("a",), [exact_features(gaussians)])
    camera, texts = around(1)[0], FixedEncoder().encode(["cup", "object"])
    np.testing.assert_allclose(coded.of_gaussians(0, texts), dense.of_gaussians(0, texts), atol=3e-3)
    np.testing.assert_allclose(
        coded.of_pixels(0, gaussians, camera, texts), dense.of_pixels(0, gaussians, camera, texts), atol=1e-2
    )


def test_the_search_for_a_threshold_is_another_rule() -> None:
    gaussians = walled_balls()
    rows = judge(
        CodedField(exact_field(gaussians)), gaussians, truth_of(gaussians, 1), FixedEncoder(), scene="s", protocol="render2d", rule="stable"
    )  # fmt: skip
    assert {row.rule for row in rows} == {"stable"}
    assert summary(rows)["render2d"]["query_weighted"]["miou"] > 0.75


def test_what_does_not_go_together_is_refused() -> None:
    gaussians = walled_balls()
    field, frames = CodedField(exact_field(gaussians)), truth_of(gaussians, 1)

    def run(**changes: object) -> None:
        given = {
            "field": field,
            "gaussians": gaussians,
            "frames": frames,
            "encoder": FixedEncoder(),
            "scene": "s",
            "protocol": "render2d",
        }
        judge(**(given | changes))  # type: ignore[arg-type]

    for changes, message in (
        ({"protocol": "render3d"}, "no protocol 'render3d'"),
        ({"encoder": FixedEncoder(name="other")}, "cannot be compared"),
        ({"gaussians": gaussians.select(slice(0, 9))}, "the file of 9"),
        ({"frames": [replace(frames[0], camera=None)]}, "has no camera"),
        ({"frames": [replace(frames[0], categories={})]}, "the labels name nothing"),
    ):
        with pytest.raises(FieldError, match=message):
            run(**changes)


def row(scene: str, iou: float, located: bool | None) -> QueryRow:
    return QueryRow(scene, "f", "q", "render2d", "langsplat", iou, located, "a", 0.9, 0.4, 30, None, "e", "lifted", "0")


def test_both_kinds_of_means_are_told() -> None:
    rows = [row("a", 1.0, True), row("b", 0.0, False), row("b", 0.4, True), row("b", 0.2, None)]
    found = summary(rows)["render2d"]
    assert found["query_weighted"]["miou"] == pytest.approx(0.4)
    assert found["scene_macro"]["miou"] == pytest.approx((1.0 + 0.2) / 2)
    assert found["query_weighted"]["localisation"] == pytest.approx(2 / 3)
    assert found["scene_macro"]["localisation"] == pytest.approx(0.75)
    assert found["query_weighted"]["acc_0.25"] == pytest.approx(0.5)


# -- the command --------------------------------------------------------------------------------------------------------


def invoke(*arguments: object) -> dict:
    done = CliRunner().invoke(app, ["benchmark", "query", *map(str, arguments), "--json"])
    values = json.loads(done.stdout)
    assert (done.exit_code == 0) == ("error" not in values), done.stdout
    return values


def capture_folder(folder: Path, frames: list[Frame]) -> Path:
    """Cameras and labels of frames, as they are published."""
    (folder / "images").mkdir(parents=True)
    entries = []
    for frame in frames:
        name = f"images/{frame.name}.png"
        Image.fromarray(np.zeros((frame.height, frame.width, 3), np.uint8)).save(folder / name)
        assert frame.camera is not None
        pose = np.linalg.inv(frame.camera.camera_from_world[0].double().numpy()) @ np.diag([1.0, -1.0, -1.0, 1.0])
        entries.append({"file_path": name, "transform_matrix": pose.tolist()})
        objects = [
            {"category": w, "segmentation": [[b[0], b[1]], [b[2], b[1]], [b[2], b[3]], [b[0], b[3]]], "bbox": b}
            for w, c in frame.categories.items()
            for b in c.boxes.tolist()
        ]
        info = {"name": f"{frame.name}.png", "width": frame.width, "height": frame.height}
        (folder / f"{frame.name}.json").write_text(json.dumps({"info": info, "objects": objects}))
    k = frames[0].camera.intrinsics[0]
    lens = {
        "fl_x": float(k[0, 0]),
        "fl_y": float(k[1, 1]),
        "cx": float(k[0, 2]),
        "cy": float(k[1, 2]),
        "w": frames[0].width,
        "h": frames[0].height,
    }
    (folder / "transforms.json").write_text(json.dumps({**lens, "frames": entries}))
    return folder


def test_the_command_judges_labels_with_a_capture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gaussians = walled_balls()
    folder = capture_folder(tmp_path / "teatime", truth_of(gaussians))
    write_gaussians(gaussians, tmp_path / "balls.ply")
    from scenewright.scene.splats.formats import read_gaussians

    write_field(exact_field(read_gaussians(tmp_path / "balls.ply")), tmp_path / "field.safetensors")
    from scenewright.scene.semantics import encoders

    monkeypatch.setattr(encoders, "text_encoder", lambda name="": FixedEncoder())
    given = ["--labels", folder, "--cameras", folder, "--field", tmp_path / "field.safetensors"]
    answer = invoke(*given, "--splats", tmp_path / "balls.ply", "--smoothing", "3")
    assert set(answer["summary"]) == {"render2d", "select3d"}
    assert answer["summary"]["render2d"]["scene_macro"]["localisation"] == 1.0
    assert answer["summary"]["render2d"]["scenes"]["teatime"]["miou"] > 0.6  # boxes stand for masks here
    assert {"query", "iou", "threshold", "smoothing", "encoder", "geometry"} <= set(answer["rows"][0])
    assert "name their splat file" in invoke(*given)["error"]["message"]
    write_gaussians(gaussians.select(slice(0, 700)), tmp_path / "fewer.ply")
    assert "these are 700" in invoke(*given, "--splats", tmp_path / "fewer.ply")["error"]["message"]
    assert "no dataset 'x'" in invoke(*given, "--dataset", "x")["error"]["message"]
    assert "--cameras" in invoke("--labels", folder, "--field", "f.npy")["error"]["message"]


PROGRAM = """
from scene.language import *

@register()
def cup():
    return primitive_call('cylinder', shape_kwargs={'radius': 0.3, 'p0': (0, 0, 0), 'p1': (0, 0.8, 0)}, color=(1, 0, 0))

@register()
def chair():
    return primitive_call('cube', shape_kwargs={'scale': (0.6, 1.0, 0.6)}, color=(0, 0, 1))

@register()
def scene():
    return concat_shapes(library_call('cup'), transform_shape(library_call('chair'), translation_matrix((1.5, 0.5, 0))))
"""


def test_the_command_judges_a_program_by_its_own_preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scenewright.scene.semantics import encoders

    monkeypatch.setattr(encoders, "text_encoder", lambda name="": FixedEncoder())
    (tmp_path / "things.py").write_text(PROGRAM)
    answer = invoke("--dataset", "program", "--labels", tmp_path / "things.py", "--views", "2", "--smoothing", "3")
    assert {row["query"] for row in answer["rows"]} == {"cup", "chair"}
    found = answer["summary"]["render2d"]["query_weighted"]
    assert found["miou"] > 0.85
    assert found["localisation"] == 1.0
    assert answer["rows"][0]["source"] == "program"
