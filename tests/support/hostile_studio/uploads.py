"""Uploads that are not what they say, do not lie where they say, or grow."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import quote

from tests.support.hostile_studio.case import REFUSED, Case, asks
from tests.support.hostile_studio.contents import form, linked_zip, png, streamed, zip_bomb, zipped
from tests.support.hostile_studio.ground import UPLOAD_BYTES

__all__ = ["UPLOADS"]

_SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='window.hostile=1'><script>window.hostile=1</script></svg>"
_HTML = b"<!doctype html><script>window.hostile=1</script>"
_SCRIPT_END = b"<script>window.hostile=1</script>"
_FORM = ("Content-Type", "multipart/form-data; boundary=grenze")


def _raw(
    name: str,
    tries: str,
    kind: str,
    filename: str,
    data: bytes | Callable[[], Iterator[bytes]],
    statuses: Iterable[int] = REFUSED,
) -> Case:
    headers = [("X-Filename", quote(filename, safe="", errors="surrogateescape"))]
    return asks(
        f"upload-{name}", tries, f"/api/uploads?kind={kind}", *headers, method="POST", body=data, statuses=statuses
    )


def _named(name: str, filename: str, statuses: Iterable[int] = REFUSED) -> Case:
    return _raw(
        f"name-{name}", "have a file lie elsewhere, or its name break something", "picture", filename, png(), statuses
    )


def _form(name: str, tries: str, kind: str, files: list[tuple[str, bytes]], statuses: Iterable[int] = REFUSED) -> Case:
    return asks(
        f"upload-{name}", tries, f"/api/uploads?kind={kind}", _FORM, method="POST", body=form(files), statuses=statuses
    )


def _sent(name: str, tries: str, body: bytes, *headers: tuple[str, str], statuses: Iterable[int] = REFUSED) -> Case:
    return asks(
        f"upload-{name}",
        tries,
        "/api/uploads?kind=capture",
        *(headers or (_FORM,)),
        method="POST",
        body=body,
        statuses=statuses,
    )


def _zip(name: str, tries: str, data: bytes, kind: str = "capture") -> Case:
    return _raw(f"zip-{name}", tries, kind, "a.zip", data)


def _nested_zip() -> bytes:
    data = zipped({"0.txt": bytes(1 << 20)})
    for depth in range(1, 8):
        data = zipped({f"{depth}.zip": data})
    return data


def _overlapping_zip() -> bytes:
    """Two entries of the directory that stand for the same bytes."""
    data = bytearray(zipped({"a.txt": b"x" * 3_000, "b.txt": b"y" * 3_000}))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<I", 0)
    return bytes(data)


def _lying_zip() -> bytes:
    """An entry that says it is small, and is not."""
    data = bytearray(zip_bomb("a.txt", 64 << 20))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    return bytes(data)


def _header(filename: bytes) -> bytes:
    return (
        b'--grenze\r\nContent-Disposition: form-data; name="f"; filename=' + filename + b"\r\n\r\nx\r\n--grenze--\r\n"
    )


_PLY = b"ply\nformat binary_little_endian 1.0\nelement vertex %s\nproperty float x\nproperty float y\nproperty float z\nend_header\n"

UPLOADS = [
    _named("up", "../../canary.png"),
    _named("absolute", "/etc/canary.png"),
    _named("backslashes", "..\\..\\canary.png"),
    _named("drive", "C:\\canary.png"),
    _named("stream", "a.png::$DATA"),
    _named("dots", ".."),
    _named("dot", "."),
    _named("hidden", ".canary.png"),
    _named("empty", " "),
    _named("null", "a.png\0.html"),
    _named("newline", "a\r\nSet-Cookie: a=b.png"),
    _named("of-1000-letters", "a" * 1_000 + ".png"),
    _named("of-400-bytes", "\U00020000" * 96 + ".png"),
    _named("surrogate", "\udcff\udcfe.png"),
    _named("direction", "a\u202egnp.exe.png"),
    _named("control", "a\x1b]0;x\x07.png"),
    _named("template", "${window.hostile=1}.png"),
    _named("markup", '"><img src=x onerror=window.hostile=1>.png'),
    _named("home", "~/canary.png", (*REFUSED,)),
    _named("deep", "a/" * 40 + "a.png"),
    _named("ending-with-space", "a.png "),
    _named("encoded-twice", "%2e%2e%2fcanary.png"),
    _raw("svg", "have a browser run a picture", "picture", "a.svg", _SVG),
    _raw("svg-as-png", "have a browser run a picture", "picture", "a.png", _SVG),
    _raw("html-as-jpg", "have a browser run a picture", "picture", "a.jpg", _HTML),
    _raw("png-then-html", "be a picture and a page", "picture", "a.html", png(after=_HTML)),
    _raw("gif-as-png", "be another picture than the name says", "picture", "a.png", b"GIF89a\x01\0\x01\0\0\0\0;"),
    _raw("png-of-4-billion", "have memory set aside for pixels", "picture", "a.png", png(65_535, 65_535, rows=b"\0")),
    _raw("png-that-grows", "have pixels grow out of nothing", "picture", "a.png", png(20_000, 20_000, rows=bytes(60_001 * 1_000))),
    _raw("png-without-pixels", "break the reader of pictures", "picture", "a.png", b"\x89PNG\r\n\x1a\n" + bytes(40)),
    _raw("jpeg-of-headers", "break the reader of pictures", "picture", "a.jpg", b"\xff\xd8\xff\xe1" + b"\xff\xff" + b"Exif\0\0" + bytes(100)),
    _raw("webp-cut", "break the reader of pictures", "picture", "a.webp", b"RIFF\xff\xff\xff\xffWEBPVP8L"),
    _raw("nothing-at-all", "leave a file without content", "picture", "a.png", b""),
    _raw("program-as-splats", "have code read as splats", "splat", "a.ply", b"import os\nos.system('id')\n"),
    _raw("pickle-as-splats", "have a pickle read", "splat", "a.ply", b"\x80\x04\x95cposix\nsystem\n(S'id'\ntR."),
    _raw("splats-by-the-billion", "have memory set aside for splats", "splat", "a.ply", _PLY % b"4000000000"),
    _raw("splats-minus-one", "have memory set aside for splats", "splat", "a.ply", _PLY % b"-1"),
    _raw("splats-of-one-byte", "break the reader of splats", "splat", "a.splat", b"\0"),
    _raw("spz-that-grows", "have splats grow out of nothing", "splat", "a.spz", b"\x1f\x8b\x08" + bytes(40)),
    _raw("sog-no-archive", "break the reader of splats", "splat", "a.sog", b"PK\x03\x04" + bytes(60)),
    _raw("glb-that-lies", "have memory set aside for a mesh", "splat", "a.glb", b"glTF\x02\0\0\0\xff\xff\xff\xff\xff\xff\xff\xffJSON"),
    _raw("video-of-zeros", "break the reader of videos", "capture", "a.mp4", b"\0\0\0\x18ftypmp42" + bytes(5_000)),
    _raw("playlist-as-video", "have a video name files of the server", "capture", "a.mp4", b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n"),
    _raw("capture-that-names-files", "read files by the list of a capture", "capture", "transforms.json", b'{"frames": [{"file_path": "../../../../outside/canary.png", "transform_matrix": [[1,0,0,0],[0,1,0,0],[0,0,1,0],[0,0,0,1]]}], "fl_x": 1, "w": 4, "h": 4}'),
    _raw("capture-deep", "exhaust the stack of the reader", "capture", "transforms.json", b"[" * 100_000),
    _raw("program-with-null", "break what reads programs", "scene", "a.py", b"a\0b"),
    _raw("page-as-program", "keep a page as a scene", "scene", "a.html", _HTML),
    _raw("executable", "keep a program for the machine", "scene", "a.exe", b"MZ" + bytes(60)),
    _raw("pickle", "keep a pickle", "asset", "a.pkl", b"\x80\x04."),
    _raw("unknown-kind", "name a kind that is none", "../scene", "a.py", b"a"),
    _raw("2-GB-streamed", "fill the disk", "capture", "a.mp4", lambda: streamed(2 << 30, b"\0\0\0\x18ftypmp42"), (*REFUSED, 0)),
    _raw("one-byte-too-much", "fill the disk", "capture", "a.mp4", b"\0\0\0\x18ftypmp42" + bytes(UPLOAD_BYTES)),
    asks("upload-2-GB-said", "fill the disk", "/api/uploads?kind=capture", ("Content-Length", str(2 << 30)), ("X-Filename", "a.mp4"), method="POST", body=b"", statuses=(413,)),
    _zip("slip", "write outside of the upload", zipped({"../../canary.png": png()})),
    _zip("absolute", "write outside of the upload", zipped({"/tmp/canary.png": png()})),
    _zip("backslashes", "write outside of the upload", zipped({"..\\..\\canary.png": png()})),
    _zip("link", "have a link read as a photograph", linked_zip("a.png", "/etc/passwd")),
    _zip("link-in-scene", "have a link read as a program", linked_zip("program.py", "<outside>/canary.py"), "scene"),
    _zip("device", "have a device made", linked_zip("a.png", "", 0o020666)),
    _zip("fifo", "have a pipe made that nobody fills", linked_zip("a.png", "", 0o010666)),
    _zip("bomb", "have an archive grow", zip_bomb("a.txt", 512 << 20)),
    _zip("that-lies", "have an archive grow beyond what it says", _lying_zip()),
    _zip("in-zips", "have archives grow one out of another", _nested_zip()),
    _zip("that-overlaps", "have an archive grow out of itself", _overlapping_zip()),
    _zip("of-many-files", "fill the folder with files", zipped({f"{n}.png": b"" for n in range(5_000)})),
    _zip("file-and-folder", "have a file stand where a folder is", zipped({"a.png": png(), "a.png/b.png": png()})),
    _zip("folder-and-file", "have a folder stand where a file is", zipped({"a.png/b.png": png(), "a.png": png()})),
    _zip("page", "keep a page as part of a scene", zipped({"program.py": b"#", "a.html": _HTML}), "scene"),
    _zip("svg", "keep a picture that runs", zipped({"program.py": b"#", "renders/a.svg": _SVG}), "scene"),
    _zip("of-400-byte-names", "break what makes files", zipped({"\U00020000" * 96 + ".png": png(), "b.png": png()})),
    _zip("without-directory", "break the reader of archives", b"PK\x03\x04" + bytes(30)),
    _zip("of-nothing", "break the reader of archives", zipped({})),
    _form("twice-the-same-name", "write a file twice", "capture", [("a/b.png", png()), ("a/b.png", png())]),
    _form("same-name-in-two-forms", "write a file twice", "capture", [("a/\u00e9.png", png()), ("a/e\u0301.png", png())]),
    _form("file-and-folder", "have a file stand where a folder is", "capture", [("a.png", png()), ("a.png/b.png", png())]),
    _form("of-too-many-files", "fill the folder with files", "capture", [(f"a/{n}.png", png()) for n in range(41)]),
    _form("up", "write outside of the upload", "capture", [("../../canary.png", png())]),
    _form("newline-in-name", "write a header of the form", "picture", [("a.png\r\nContent-Type: text/html\r\n\r\n", png())]),
    _form("polyglot-in-scene", "keep a page as part of a scene", "scene", [("s/program.py", b"#"), ("s/a.htm", _SCRIPT_END)]),
    _form("two-pictures", "send more than is asked for", "picture", [("a.png", png()), ("b.png", png())]),
    _sent("form-without-boundary", "break the reader of forms", b"x", ("Content-Type", "multipart/form-data")),
    _sent("form-with-a-long-boundary", "keep the reader of forms busy", b"x", ("Content-Type", "multipart/form-data; boundary=" + "a" * 5_000)),
    _sent("form-cut", "leave half of a file", form([("a.png", png())])[:-30]),
    _sent("form-of-headers", "fill the memory with a header", b"--grenze\r\nX-A: " + b"b" * 100_000),
    _sent("form-of-dashes", "keep the reader of forms busy", b"\r\n--grenz" * 200_000),
    _sent("form-of-parts", "keep the reader of forms busy", b'--grenze\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n' * 20_000 + b"--grenze--\r\n"),
    _sent("form-encoded-name", "hide a name from the reader", _header(b"\"x\"; filename*=UTF-8''..%2f..%2fcanary.png")),
    _sent("form-name-unended", "break the reader of forms", _header(b'"a.png')),
    _sent("no-name", "leave a file without a name", b"x", ("Content-Type", "application/octet-stream")),
]  # fmt: skip
