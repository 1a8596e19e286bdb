"""Pictures in and views out: formats, rotation, sizes, masks, what is kept on disk, and what is refused."""

from __future__ import annotations

import io
import json
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from scenewright.scene.errors import CaptureError, JobCancelled
from scenewright.scene.jobs import Job
from scenewright.scene.splats.capture import View, open_capture, split_holdout
from scenewright.scene.splats.capture.pictures import exif_focal_length, inside, picture_size, pictures_in, read_picture
from tests.support.capture_scenes import ring, write_transforms

RAMP = np.stack(np.broadcast_arrays(np.arange(60)[None, :] * 4, np.arange(40)[:, None] * 6, 90), axis=-1).astype(
    np.uint8
)


@pytest.mark.parametrize(
    ("suffix", "options", "largest"),
    [(".png", {}, 0), (".webp", {"lossless": True}, 0), (".tif", {}, 0), (".bmp", {}, 0), (".JPG", {"quality": 95}, 6)],
)
def test_formats(tmp_path: Path, suffix: str, options: dict, largest: int) -> None:
    file = tmp_path / f"a{suffix}"
    Image.fromarray(RAMP).save(file, **options)
    pixels, alpha = read_picture(file, upright=True)
    assert alpha is None
    assert np.abs(pixels.astype(int) - RAMP).max() <= largest


def test_heic(tmp_path: Path) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    pillow_heif.from_pillow(Image.fromarray(RAMP)).save(tmp_path / "a.HEIC", quality=95)
    assert picture_size(tmp_path / "a.HEIC") == ((60, 40), False)
    pixels, _ = read_picture(tmp_path / "a.HEIC", upright=True)
    assert np.abs(pixels.astype(int) - RAMP).mean() < 4


@pytest.mark.parametrize("mode", ["L", "P", "LA", "RGBA", "CMYK", "I;16", "1"])
def test_modes(tmp_path: Path, mode: str) -> None:
    gray = RAMP[..., 0]
    wide = Image.fromarray(gray.astype(np.uint16) * 257)
    picture = wide if mode == "I;16" else Image.fromarray(RAMP).convert(mode)
    file = tmp_path / ("a.tif" if mode == "CMYK" else "a.png")
    picture.save(file)
    pixels, alpha = read_picture(file, upright=False)
    assert pixels.shape == (40, 60, 3)
    assert (alpha is not None) == (mode in ("LA", "RGBA"))
    if mode == "I;16":
        assert (pixels == gray[..., None]).all()


def test_the_rotation_of_a_telephone_is_taken_out(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # shown turned by a quarter, clockwise
    Image.fromarray(RAMP).save(tmp_path / "a.png", exif=exif)
    assert picture_size(tmp_path / "a.png") == ((60, 40), True)
    assert (read_picture(tmp_path / "a.png", upright=True)[0] == np.rot90(RAMP, -1)).all()
    assert (read_picture(tmp_path / "a.png", upright=False)[0] == RAMP).all()


@pytest.mark.parametrize(("size", "stored"), [((60, 40), True), ((40, 60), False)])
def test_intrinsics_say_whether_a_picture_was_turned(tmp_path: Path, size: tuple[int, int], stored: bool) -> None:
    """COLMAP uses pixels as they are stored, others turn them first: the size in the capture's file tells which."""
    write_transforms(tmp_path, ring(2), size=(60, 40), w=size[0], h=size[1], cx=size[0] / 2, cy=size[1] / 2)
    exif = Image.Exif()
    exif[0x0112] = 6
    for name in ("000", "001"):
        Image.fromarray(RAMP).save(tmp_path / f"images/{name}.png", exif=exif)
    (view, _) = open_capture(tmp_path).views()
    assert (view.image == (RAMP if stored else np.rot90(RAMP, -1))).all()


def test_colors_of_another_profile_become_srgb(tmp_path: Path) -> None:
    """A profile with red and green swapped: what is stored as red is green."""
    swapped = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack(">I", swapped[128:132])[0]
    at = {bytes(swapped[o : o + 4]): o for o in range(132, 132 + 12 * count, 12)}
    red, green = at[b"rXYZ"], at[b"gXYZ"]
    swapped[red + 4 : red + 12], swapped[green + 4 : green + 12] = (
        swapped[green + 4 : green + 12],
        swapped[red + 4 : red + 12],
    )
    name = swapped.find(b"s\0R\0G\0B")
    while name >= 0:  # a profile that calls itself sRGB is believed
        swapped[name : name + 7] = b"x\0X\0X\0X"
        name = swapped.find(b"s\0R\0G\0B")
    picture = Image.fromarray(np.full((4, 4, 3), [250, 10, 10], dtype=np.uint8))
    picture.save(tmp_path / "a.png", icc_profile=bytes(swapped))
    pixels, _ = read_picture(tmp_path / "a.png", upright=False)
    assert np.abs(pixels[0, 0].astype(int) - [10, 250, 10]).max() < 12
    picture.save(tmp_path / "b.png", icc_profile=b"no profile at all")
    with pytest.raises(CaptureError, match=r"b.png: .*color profile"):
        read_picture(tmp_path / "b.png", upright=False)


def test_focal_lengths_of_exif(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Maker", "Model 3"
    exif.get_ifd(0x8769)[0xA405] = 27
    Image.fromarray(RAMP).save(tmp_path / "a.jpg", exif=exif)
    focal, same = exif_focal_length(tmp_path / "a.jpg")
    assert focal == pytest.approx(0.75)
    assert same[:2] == ("Maker", "Model 3")
    Image.fromarray(RAMP).save(tmp_path / "b.jpg")
    assert exif_focal_length(tmp_path / "b.jpg")[0] is None


def bomb(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


def test_pictures_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    write_transforms(tmp_path, ring(3))
    whole = (tmp_path / "images/001.png").read_bytes()
    for data, said, at_once in (
        (b"", "no picture that can be read", True),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 64 48\n", "no picture that can be read", True),
        (bomb(60_000, 60_000), "too large", True),
        (whole[: len(whole) // 2], "cut off or damaged", False),
        (bomb(64, 48), "cut off or damaged", False),
    ):
        (tmp_path / "images/001.png").write_bytes(data)
        opened = [] if at_once else [open_capture(tmp_path)]
        with pytest.raises(CaptureError, match=rf"images/001.png: .*{said}"):
            _ = opened[0].views() if opened else open_capture(tmp_path)


def test_paths_stay_inside(tmp_path: Path) -> None:
    for listed in ("", "..", ".", "../a", "/a", "a/../../b", "a\0b", "..\\..\\a", "a" * 2000):
        with pytest.raises(CaptureError, match="field: "):
            inside(tmp_path, listed, "field")
    assert inside(tmp_path, "./a/../b.png", "field") == tmp_path / "b.png"
    assert inside(tmp_path, "a\\b.png", "field") == tmp_path / "a" / "b.png"


def test_views_are_means_of_areas(tmp_path: Path) -> None:
    write_transforms(tmp_path, ring(2))
    picture = np.random.default_rng(0).integers(0, 256, (48, 64, 3), dtype=np.uint8)
    Image.fromarray(picture).save(tmp_path / "images/000.png")
    capture = open_capture(tmp_path)
    small = capture.views(downscale=4)[0]
    assert np.abs(small.image - picture.reshape(12, 4, 16, 4, 3).mean(axis=(1, 3))).max() <= 0.51
    assert (small.camera.width, small.camera.height) == (16, 12)
    assert small.camera.intrinsics[0].tolist() == [[15, 0, 8], [0, 15.25, 6], [0, 0, 1]]
    for size, found in (
        ({"longest": 32}, (32, 24)), ({"longest": 1000}, (64, 48)), ({"width": 20}, (20, 15)), ({"height": 24}, (32, 24)),
        ({"width": 10, "height": 12}, (10, 12)), ({}, (64, 48)), ({"downscale": 3}, (21, 16)),
    ):  # fmt: skip
        view = capture.views(**size)[0]
        assert view.image.shape == (found[1], found[0], 3)
        # the same point of the world falls on the same part of the picture
        k = view.camera.intrinsics[0].numpy()
        assert k[0, 2] / found[0] == pytest.approx(0.5)
        assert k[1, 1] / found[1] == pytest.approx(61 / 48)
    for size in ({"longest": 32, "width": 3}, {"downscale": 0.5}, {"width": 0}, {"width": 100}, {"longest": -1}):
        with pytest.raises(CaptureError):
            capture.views(**size)


def test_a_mask_covers_all_that_it_touches(tmp_path: Path) -> None:
    write_transforms(tmp_path, ring(2))
    mask = np.full((48, 64), 255, dtype=np.uint8)
    mask[5, 9] = 0
    Image.fromarray(mask).save(tmp_path / "mask.png")
    values = json.loads((tmp_path / "transforms.json").read_text())
    values["frames"][0]["mask_path"] = "mask.png"
    (tmp_path / "transforms.json").write_text(json.dumps(values))
    for _ in range(2):  # computed, and from what was kept
        kept = open_capture(tmp_path).views(downscale=4)[0].mask
        assert np.argwhere(~kept).tolist() == [[1, 2]]
    Image.fromarray(mask[:40]).save(tmp_path / "mask.png")
    with pytest.raises(CaptureError, match=r"mask.png: the mask is 64x40 and its picture 64x48"):
        open_capture(tmp_path).views()


def test_views_are_kept_until_anything_about_them_changes(tmp_path: Path, monkeypatch) -> None:
    from scenewright.scene.splats.capture import undistortion

    write_transforms(tmp_path, ring(3), k1=0.05)
    work = tmp_path / "kept"
    first = open_capture(tmp_path, work=work).views(downscale=2)
    reads = []
    real = undistortion.read_picture
    monkeypatch.setattr(undistortion, "read_picture", lambda path, **kw: (reads.append(path.name), real(path, **kw))[1])
    again = open_capture(tmp_path, work=work).views(downscale=2)
    assert reads == []
    assert all(
        (a.image == b.image).all() and a.camera.width == b.camera.width for a, b in zip(first, again, strict=True)
    )
    Image.fromarray(np.full((48, 64, 3), 200, dtype=np.uint8)).save(tmp_path / "images/001.png", compress_level=0)
    changed = open_capture(tmp_path, work=work).views(downscale=2)
    assert reads == ["001.png"]
    assert (changed[1].image[12, 16] == 200).all()
    reads.clear()
    open_capture(tmp_path, work=work).views(downscale=4)
    assert len(reads) == 3
    for file in (work / "views").iterdir():  # a file that was cut short is computed again
        file.write_bytes(file.read_bytes()[:40])
    reads.clear()
    mended = open_capture(tmp_path, work=work).views(downscale=2)
    assert len(reads) == 3
    assert (mended[0].image == first[0].image).all()


def test_undistortion_can_be_cancelled(tmp_path: Path) -> None:
    write_transforms(tmp_path, ring(3))
    stopped = Job()
    stopped.cancel()
    with pytest.raises(JobCancelled, match="undistorting the pictures was cancelled"):
        open_capture(tmp_path).views(job=stopped)


def test_folders_that_hold_no_capture_say_what_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(
        CaptureError, match=r"holds no capture: no transforms.json, .* COLMAP .* no photographs and no video"
    ):
        open_capture(tmp_path)
    with pytest.raises(CaptureError, match="there is no"):
        open_capture(tmp_path / "nowhere")
    (tmp_path / "a.txt").write_text("hello")
    with pytest.raises(CaptureError, match=r"a.txt is no capture"):
        open_capture(tmp_path / "a.txt")
    Image.fromarray(RAMP).save(tmp_path / "a.png")
    with pytest.raises(CaptureError, match=r"too few photographs \(1\)"):
        open_capture(tmp_path)


def test_photographs_are_found_below_a_folder_and_only_they(tmp_path: Path) -> None:
    wanted = ["b/IMG_1.JPG", "b/c/IMG_1.Png", "z.tiff/4.jpeg"]
    others = ["b/masks/IMG_1.JPG.png", "images_2/1.jpg", "depth/1.png", ".hidden/1.jpg", "b/._IMG_1.JPG", "b/notes.txt"]
    for name in (*wanted, *others):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(RAMP).convert("RGB").save(tmp_path / name, "PNG")
    (tmp_path / "b" / "again").symlink_to(tmp_path)
    (tmp_path / "b" / "loop.jpg").symlink_to(tmp_path / "b" / "loop.jpg")
    assert [p.relative_to(tmp_path).as_posix() for p in pictures_in(tmp_path)] == wanted
    # those in the folder itself go before those below it, and a folder of that name before others
    Image.fromarray(RAMP).save(tmp_path / "b" / "images.png")
    (tmp_path / "images").mkdir()
    Image.fromarray(RAMP).save(tmp_path / "images" / "1.png")
    assert pictures_in(tmp_path) == [tmp_path / "images" / "1.png"]
    assert len(pictures_in(tmp_path / "b")) == 2


# -- what is held out ---------------------------------------------------------------------------------------------------


def views_of(splits: list[str]) -> list[View]:
    from scenewright.scene.splats import Cameras

    camera = Cameras.look_at((0, 0, 1), (0, 0, 0), fov=50, width=4, height=4)
    pixels = np.zeros((4, 4, 3), dtype=np.uint8)
    return [View(f"images/{i:02d}.png", camera, pixels, split=split) for i, split in enumerate(splits)]


@pytest.mark.parametrize(
    ("splits", "options", "held"),
    [
        ([""] * 20, {}, [0, 8, 16]),
        ([""] * 9, {"every": 4}, [0, 4, 8]),
        ([""] * 9, {"every": 0}, []),
        (["train"] * 5 + ["test"] * 2, {}, [5, 6]),
        (["train"] * 5 + ["val"] * 2, {}, [5, 6]),
        ([""] * 9, {"names": ["03.png"]}, [3]),
        (["train"] * 3 + ["test"], {"names": ["images/01.png", "00.png"]}, [0, 1]),
    ],
)
def test_which_views_are_held_out(splits: list[str], options: dict, held: list[int]) -> None:
    views = views_of(splits)
    trained, kept = split_holdout(views, **options)
    assert [views.index(v) for v in kept] == held
    assert [views.index(v) for v in trained] == [i for i in range(len(views)) if i not in held]


def test_validation_views_are_not_trained_on_beside_test_views() -> None:
    views = views_of(["train", "val", "test"])
    trained, held = split_holdout(views)
    assert ([v.split for v in trained], [v.split for v in held]) == (["train"], ["test"])


@pytest.mark.parametrize(
    "options", [{"names": ["7.png"]}, {"names": ["00.png", "01.png"]}, {"every": 1}, {"every": -3}]
)
def test_a_holdout_that_cannot_be(options: dict) -> None:
    with pytest.raises(CaptureError):
        split_holdout(views_of(["", ""]), **options)


def test_a_jpeg_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    stream = io.BytesIO()
    Image.fromarray(RAMP).save(stream, "JPEG")
    (tmp_path / "cut.jpg").write_bytes(stream.getvalue()[:-200])
    with pytest.raises(CaptureError, match=r"cut.jpg: the picture is cut off or damaged"):
        read_picture(tmp_path / "cut.jpg", upright=True)
