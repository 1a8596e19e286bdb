"""A glTF document with its buffers and pictures in one binary chunk, as in a GLB."""

from __future__ import annotations

import base64
import binascii
import json
import urllib.parse
from typing import Any

from .bundle import MeshBundle
from .refusal import MeshRefused, clean

__all__ = ["packed_gltf"]

_KINDS = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"RIFF": "image/webp"}


def packed_gltf(bundle: MeshBundle, *, final: bool) -> tuple[dict[str, Any], bytes] | list[str]:
    """The document and its binary chunk, or the names of files that the bundle lacks. Pictures that are not there are left out at the end.

    Raises:
        MeshRefused: it is no glTF, or a buffer is missing or shorter than it says.
    """
    document = json.loads(bundle.main)
    if not isinstance(document, dict):
        raise MeshRefused("its JSON is no object")
    binary = bytearray()
    starts: list[int] = []
    for buffer in document.get("buffers", []):
        data = _content(buffer.get("uri", ""), bundle)
        if data is not None and len(data) < int(buffer["byteLength"]):
            raise MeshRefused(f"its buffer {clean(buffer.get('uri', ''))[:60]} is shorter than it says")
        starts.append(len(binary))
        binary += data or b""
        binary += b"\0" * (-len(binary) % 4)
    lacking = list(bundle.missing)
    pictures = [_content(image["uri"], bundle) if "uri" in image else b"" for image in document.get("images", [])]
    if bundle.missing and not final:
        return list(bundle.missing)
    if lacking:
        raise MeshRefused(f"the files that it names are not in its folder: {', '.join(map(clean, lacking))}")
    views = document.setdefault("bufferViews", [])
    for view in views:
        view["byteOffset"] = view.get("byteOffset", 0) + starts[view["buffer"]]
        view["buffer"] = 0
    absent = set()
    for number, (image, data) in enumerate(zip(document.get("images", []), pictures, strict=True)):
        if "uri" not in image:
            continue
        if data is None:
            absent.add(number)
            continue
        del image["uri"]
        image["bufferView"] = len(views)
        image["mimeType"] = next((kind for magic, kind in _KINDS.items() if data.startswith(magic)), "image/png")
        views.append({"buffer": 0, "byteOffset": len(binary), "byteLength": len(data)})
        binary += data + b"\0" * (-len(data) % 4)
    if absent:
        _forget(document, absent)
    return document, bytes(binary)


def _content(uri: Any, bundle: MeshBundle) -> bytes | None:
    """The bytes behind a URI: inside it, or of a file of the bundle; None where that is missing."""
    if not isinstance(uri, str) or not uri:
        raise MeshRefused("a buffer names no file")
    if uri.startswith("data:"):
        try:
            return base64.b64decode(uri.partition(",")[2], validate=True)
        except binascii.Error as error:
            raise MeshRefused("its data: URI cannot be read") from error
    try:
        return bundle.get(urllib.parse.unquote(uri))
    except FileNotFoundError:
        return None


def _forget(document: dict[str, Any], absent: set[int]) -> None:
    """Take pictures that are not there out of all materials."""
    lost = {i for i, texture in enumerate(document.get("textures", [])) if texture.get("source") in absent}

    def without(value: Any) -> Any:
        if isinstance(value, dict):
            kept = {
                k: v
                for k, v in value.items()
                if not (k.endswith("Texture") and isinstance(v, dict) and v.get("index") in lost)
            }
            return {k: without(v) for k, v in kept.items()}
        return value

    document["materials"] = [without(material) for material in document.get("materials", [])]
    for number in absent:
        # a picture of one white pixel keeps the numbers of the others
        document["images"][number] = {"uri": _WHITE_PIXEL}


_WHITE_PIXEL = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
