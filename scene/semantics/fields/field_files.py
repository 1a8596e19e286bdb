"""Language fields on disk: one safetensors file, with the encoder and the geometry in its header.

Files are untrusted: sizes are checked against the header before an array is read, and indices against their codebook. No child process
is needed, because the safetensors reader never reads beyond the file; child processes themselves answer in this format.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from scenewright.scene import atomic
from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_data import parse_json
from scenewright.scene.plain_files import check_plain
from scenewright.scene.semantics.fields.codebook import MOST_WORDS, Codes
from scenewright.scene.semantics.fields.field import FieldError, FieldLevel, LanguageField

__all__ = ["read_field", "write_field"]

SCHEMA = 1
_KEY = "scenewright.field"
_MOST_BYTES = 4 << 30
_MOST_HEADER = 1 << 20
_MOST_LEVELS = 64
_MOST_NUMBERS = 16384
_MOST_TEXT = 300
_DTYPES = {"words": "F16", "indices": "U16", "coefficients": "U8", "scales": "F16"}
_WEIGHTS = "weights"
"""Name of an optional float16 array of a level. Imported fields and those of programs lack it."""
_FIELDS = {
    "schema": int,
    "encoder": str,
    "dimension": int,
    "count": int,
    "levels": list,
    "geometry": str,
    "source": str,
}


def write_field(field: LanguageField, path: Path) -> None:
    """Write a field; an existing file is replaced atomically."""
    tensors: dict[str, Any] = {}
    for number, level in enumerate(field.levels):
        for name in _DTYPES:
            tensors[f"{number}.{name}"] = np.ascontiguousarray(getattr(level.codes, name))
        if level.weights is not None:
            tensors[f"{number}.{_WEIGHTS}"] = np.ascontiguousarray(level.weights)
    header = {
        "schema": SCHEMA,
        "encoder": field.encoder,
        "dimension": field.dimension,
        "count": len(field),
        "levels": [level.name for level in field.levels],
        "geometry": field.geometry,
        "source": field.source,
    }
    atomic.write(path, save(tensors, metadata={_KEY: json.dumps(header)}))


def read_field(path: Path) -> LanguageField:
    """Read a field of :func:`write_field`.

    Raises:
        FieldError: the file is missing, not a field, damaged, too large, of another version, or has invalid content.
    """
    try:
        check_plain(path, _MOST_BYTES, "the language field")
        with safe_open(str(path), framework="numpy") as file:
            header = _header(path, (file.metadata() or {}).get(_KEY))
            _check_shapes(path, file, header)
            levels = [
                FieldLevel(
                    name,
                    _codes(path, name, {n: file.get_tensor(f"{k}.{n}") for n in _DTYPES}),
                    _weights(path, name, file, f"{k}.{_WEIGHTS}"),
                )
                for k, name in enumerate(header["levels"])
            ]
    except ProjectError as error:
        if error.kind == "missing":
            raise FieldError(f"{path}: there is no language field; lift one first") from None
        raise FieldError(error.message) from None
    except (SafetensorError, OSError) as error:
        raise FieldError(f"{path}: the language field cannot be read ({error})") from None
    return LanguageField(header["encoder"], header["dimension"], tuple(levels), header["geometry"], header["source"])


def _header(path: Path, text: str | None) -> dict[str, Any]:
    if text is None:
        raise FieldError(f"{path} is no language field: its header has no field {_KEY!r}")
    if len(text) > _MOST_HEADER:
        raise FieldError(
            f"{path}: the header of the field is {len(text):,} characters long; it has at most {_MOST_HEADER:,}"
        )
    try:
        header = parse_json(text.encode())
    except ValueError as error:
        raise FieldError(f"{path}: the header of the field is damaged ({error})") from None
    if not isinstance(header, dict) or type(header.get("schema")) is not int:
        raise FieldError(f"{path}: the header of the field is damaged: it has no schema")
    if header["schema"] != SCHEMA:
        raise FieldError(f"{path}: the field is of schema {header['schema']}; this version reads {SCHEMA}")
    for name, kind in _FIELDS.items():
        if type(header.get(name)) is not kind:
            raise FieldError(f"{path}: {name!r} in the header of the field is no {kind.__name__}")
    levels = header["levels"]
    texts = [header["encoder"], header["geometry"], header["source"], *levels]
    if not all(isinstance(t, str) and 0 < len(t) <= _MOST_TEXT for t in texts) or len(levels) > _MOST_LEVELS:
        raise FieldError(
            f"{path}: a name in the header of the field is empty or too long, or there are too many levels"
        )
    if not 1 <= header["dimension"] <= _MOST_NUMBERS or not 0 <= header["count"] < 2**31:
        raise FieldError(
            f"{path}: the header of the field says {header['count']} Gaussians of {header['dimension']} numbers, which cannot be"
        )
    return header


def _check_shapes(path: Path, file: Any, header: dict[str, Any]) -> None:
    """Check names, types and sizes of all arrays before they are read."""
    required = {f"{k}.{name}" for k in range(len(header["levels"])) for name in _DTYPES}
    present = set(file.keys())
    further = {f"{k}.{_WEIGHTS}" for k in range(len(header["levels"]))} & present
    if present - further != required:
        odd = sorted((present - further) ^ required)[0]
        raise FieldError(f"{path}: the field {'lacks' if odd in required else 'has an unknown'} array {odd[:80]!r}")
    count = header["count"]
    for name in sorted(further):
        part = file.get_slice(name)
        if part.get_dtype() != "F16" or tuple(part.get_shape()) != (count,):
            raise FieldError(
                f"{path}: array {name!r} of the field is {part.get_dtype()} {tuple(part.get_shape())}, not F16 {(count,)}"
            )
    for k in range(len(header["levels"])):
        shapes = {}
        for name, dtype in _DTYPES.items():
            part = file.get_slice(f"{k}.{name}")
            if part.get_dtype() != dtype:
                raise FieldError(f"{path}: array '{k}.{name}' of the field is {part.get_dtype()}, not {dtype}")
            shapes[name] = tuple(part.get_shape())
        width = shapes["indices"][1] if len(shapes["indices"]) == 2 else 0
        expected = {
            "words": (shapes["words"][0] if shapes["words"] else 0, header["dimension"]),
            "indices": (count, width),
            "coefficients": (count, width),
            "scales": (count,),
        }
        for name, shape in expected.items():
            if shapes[name] != shape:
                raise FieldError(f"{path}: array '{k}.{name}' of the field is {shapes[name]}, not {shape}")
        if expected["words"][0] > MOST_WORDS or width > 64:
            raise FieldError(
                f"{path}: a codebook of the field has {expected['words'][0]} words, {width} a feature: too many"
            )


def _weights(path: Path, level: str, file: Any, name: str) -> npt.NDArray[np.float16] | None:
    if name not in file.keys():  # noqa: SIM118 - no mapping
        return None
    weights: npt.NDArray[np.float16] = file.get_tensor(name)
    if not np.isfinite(weights).all() or (weights < 0).any():
        raise FieldError(f"{path}: the weights of level {level!r} hold numbers that are negative or not finite")
    return weights


def _codes(path: Path, level: str, arrays: dict[str, Any]) -> Codes:
    codes = Codes(**arrays)
    if codes.indices.size and int(codes.indices.max()) >= len(codes.words):
        raise FieldError(
            f"{path}: level {level!r} names word {int(codes.indices.max())} of a codebook of {len(codes.words)}"
        )
    for name, numbers in (("codebook", codes.words), ("scales", codes.scales)):
        if not np.isfinite(numbers).all():
            raise FieldError(f"{path}: the {name} of level {level!r} holds numbers that are not finite")
    if (codes.scales < 0).any():
        raise FieldError(f"{path}: level {level!r} has negative scales")
    return codes
