"""A data set as its readers see it: WebDataset, pycocotools, PyArrow and BOP's conventions, by their own rules."""

from __future__ import annotations

import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

import scenewright as sw
from scenewright.app.dataset.coco_files import LEAST_PIXELS
from scenewright.app.dataset_rooms import DatasetError, shipped_taxonomy
from tests.app.dataset.conftest import SMALL

pytestmark = pytest.mark.slow
for name in ("pyarrow", "pycocotools", "imagehash", "webdataset"):
    pytest.importorskip(name, reason="the extra dataset is not installed")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dataset")
    (folder / "small.toml").write_text(SMALL)
    done = sw.dataset(folder / "small.toml", folder / "out", workers=1)
    assert done.ok
    assert (done.shards, done.shards_in_all) == (2, 2)
    return folder / "out"


def samples(made: Path) -> list[dict[str, Any]]:
    """All samples, by the webdataset library."""
    import webdataset

    tars = sorted(str(tar) for tar in made.glob("shards/*/*.tar"))
    return list(webdataset.WebDataset(tars, shardshuffle=False, empty_check=True))


def picture(sample: dict[str, Any], ending: str) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(sample[ending])))


def test_webdataset_reads_every_view(made: Path) -> None:
    read = samples(made)
    assert [sample["__key__"] for sample in read] == [
        "000000_000000",
        "000000_000001",
        "000001_000000",
        "000001_000001",
    ]
    for sample in read:
        assert picture(sample, "rgb.png").shape == (72, 96, 3)
        assert picture(sample, "depth.png").dtype == np.int32 or picture(sample, "depth.png").dtype == np.uint16
        instance, view = picture(sample, "instance.png"), json.loads(sample["view.json"])
        assert {thing["id"] for thing in view["things"]} == set(np.unique(instance).tolist()) - {0}
        assert len(json.loads(sample["gt.json"])) == len(json.loads(sample["mask.json"])) == len(view["things"])


def test_coco_masks_are_the_visible_things(made: Path) -> None:
    from pycocotools import mask as coder
    from pycocotools.coco import COCO

    pictures = {sample["__key__"]: picture(sample, "instance.png") for sample in samples(made)}
    for file in made.glob("shards/*/coco_*.json"):
        coco = COCO(str(file))
        assert coco.getAnnIds()
        for annotation in coco.loadAnns(coco.getAnnIds()):
            image = coco.loadImgs(annotation["image_id"])[0]
            instance = pictures[image["file_name"].removesuffix(".rgb.png")]
            mask = coco.annToMask(annotation).astype(bool)
            assert np.array_equal(mask, instance == annotation["id"] % 100_000)
            assert annotation["area"] == mask.sum() == coder.area(annotation["segmentation"])
            assert annotation["bbox"] == coder.toBbox(annotation["segmentation"]).tolist()
            assert (
                coco.loadCats(annotation["category_id"])[0]["name"]
                == shipped_taxonomy().named(annotation["category_id"]).name
            )


def test_depths_lie_in_the_boxes_of_bop_poses(made: Path) -> None:
    # a pixel of a thing, put back into space by depth and K, lies in the thing's box by the pose that BOP has: all in millimetres
    looked = 0
    for sample in samples(made):
        camera, gt = json.loads(sample["camera.json"]), json.loads(sample["gt.json"])
        sizes = {one["id"]: one["obb"]["size"] for one in json.loads(sample["room.json"])["things"]}
        depth = picture(sample, "depth.png").astype(float) * camera["depth_scale"]
        k = np.array(camera["cam_K"]).reshape(3, 3)
        instance = picture(sample, "instance.png")
        for thing in gt:
            rows, columns = np.nonzero((instance == thing["inst_id"]) & (depth > 0))
            if len(rows) < 20:
                continue
            z = depth[rows, columns]
            points = np.stack(
                [(columns + 0.5 - k[0, 2]) / k[0, 0] * z, (rows + 0.5 - k[1, 2]) / k[1, 1] * z, z], axis=1
            )
            own = (points - thing["cam_t_m2c"]) @ np.array(thing["cam_R_m2c"]).reshape(3, 3)
            width, height, deep = (1000.0 * side for side in sizes[thing["inst_id"]])
            inside = np.abs(own) <= np.array([width, deep, height]) / 2.0 + 15.0
            assert inside.all(axis=1).mean() > 0.98, thing
            looked += 1
    assert looked > 10


def test_bop_counts_agree_with_its_masks(made: Path) -> None:
    scenes = sorted(made.glob("shards/*/bop/*/*"))
    assert len(scenes) == 2
    for scene in scenes:
        gt, info, cameras = (
            json.loads((scene / f"scene_{name}.json").read_text()) for name in ("gt", "gt_info", "camera")
        )
        assert set(gt) == set(info) == set(cameras) == {"0", "1"}
        for view, rows in info.items():
            for number, row in enumerate(rows):
                name = f"{int(view):06d}_{number:06d}.png"
                whole, seen = (np.asarray(Image.open(scene / kind / name)) > 0 for kind in ("mask", "mask_visib"))
                assert not (seen & ~whole).any()
                assert seen.sum() == row["px_count_visib"]
                assert whole.sum() <= row["px_count_all"]
                assert row["visib_fract"] == pytest.approx(row["px_count_visib"] / row["px_count_all"], abs=1e-3)
                x, y, w, h = row["bbox_visib"]
                assert seen[y : y + h, x : x + w].sum() == seen.sum()


def test_normals_face_the_camera(made: Path) -> None:
    for sample in samples(made):
        normal = (picture(sample, "normal.png").astype(float) - 128.0) / 127.0
        there = picture(sample, "normal.png").any(axis=2)
        assert np.linalg.norm(normal[there], axis=1) == pytest.approx(1.0, abs=0.03)
        k = np.array(json.loads(sample["camera.json"])["cam_K"]).reshape(3, 3)
        rows, columns = np.nonzero(there)
        ray = np.stack(
            [(columns + 0.5 - k[0, 2]) / k[0, 0], (rows + 0.5 - k[1, 2]) / k[1, 1], np.ones(len(rows))], axis=1
        )
        assert ((normal[there] * ray).sum(axis=1) < 0.05).mean() > 0.99


def test_the_index_finds_every_view(made: Path) -> None:
    from pyarrow import parquet

    rows = parquet.read_table(made / "index.parquet").to_pylist()
    assert [row["key"] for row in rows] == [sample["__key__"] for sample in samples(made)]
    for row in rows:
        assert (made / row["tar"]).is_file()
        assert row["split"] in row["tar"]
        assert len(row["K"]) == 9
        assert row["categories"]


def test_the_report_counts_what_is_there(made: Path) -> None:
    report = json.loads((made / "report.json").read_text())
    read = samples(made)
    assert report["views"] == len(read)
    things = [thing for sample in read for thing in json.loads(sample["view.json"])["things"]]
    assert report["seen"] == Counter(thing["category"] for thing in things if thing["pixels"] >= LEAST_PIXELS)
    assert set(report["seen"]) <= set(report["classes"])
    assert report["questions"] == sum(len(json.loads(sample["view.json"])["questions"]) for sample in read)
    assert report["equilibrium"]["certified"] == 1.0
    assert report["drawn"] == report["rooms"] + sum(report["rejections"].values())
    assert (made / "report.md").read_text().startswith("# small")


def test_the_makers_of_all_objects_are_named(made: Path) -> None:
    text = (made / "ATTRIBUTION.txt").read_text()
    shown = {thing["object"] for sample in samples(made) for thing in json.loads(sample["room.json"])["things"]}
    assert {key for key in shown if key} <= {line.removeprefix("  from ") for line in text.splitlines()}
    assert "licence Apache-2.0" in text


def test_a_finished_data_set_is_not_made_again(made: Path, tmp_path: Path) -> None:
    recipe = tmp_path / "small.toml"
    recipe.write_text(SMALL)
    with pytest.raises(DatasetError, match="go on with --resume"):
        sw.dataset(recipe, made)
    before = {file: file.stat().st_mtime_ns for file in made.rglob("*.tar")}
    done = sw.dataset(recipe, made, resume=True)
    assert done.shards == 2
    assert {file: file.stat().st_mtime_ns for file in made.rglob("*.tar")} == before
    recipe.write_text(SMALL.replace("seed = 5", "seed = 6"))
    with pytest.raises(DatasetError, match="of another recipe"):
        sw.dataset(recipe, made, resume=True)


def test_the_same_recipe_makes_the_same_shard(made: Path, tmp_path: Path) -> None:
    recipe = tmp_path / "small.toml"
    recipe.write_text(SMALL)
    done = sw.dataset(recipe, tmp_path / "out", shard=(1, 2), workers=1)
    assert (done.shards, done.shards_in_all) == (1, 2)
    assert not (tmp_path / "out" / "index.parquet").exists()
    first, second = ({s["__key__"]: s for s in samples(place)} for place in (made, tmp_path / "out"))
    assert set(second) == {"000000_000000", "000000_000001"}
    for key, sample in second.items():
        for ending in ("rgb.png", "depth.png", "instance.png", "view.json", "gt.json"):
            assert sample[ending] == first[key][ending], ending
