"""The wire format of an evaluated scene: columns as safetensors, everything else as one column of JSON. Never pickle."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

import numpy as np
import numpy.typing as npt
import safetensors.numpy

from scenewright.scene.errors import BudgetError, ConfinementError, ProgramError
from scenewright.scene.language.budgets import Budgets
from scenewright.scene.language.running.wire_checks import require_possible_scene
from scenewright.scene.language.running.wire_types import from_json
from scenewright.scene.limits import HEADER_BYTES
from scenewright.scene.model import (
    SCHEMA,
    Adjust,
    AssetRef,
    Camera,
    Embedding,
    Environment,
    LibraryUse,
    Light,
    Material,
    NodeKind,
    NodeTable,
    PlaceCall,
    PrimitiveKind,
    Relation,
    Room,
    Scene,
    SourceSpan,
)
from scenewright.scene.printing import printable
from scenewright.scene.sound_scenes import require_sound_scene

__all__ = ["decode_scene", "encode_scene"]

_DIRECTORY_BYTES = 8 << 20
"""Most bytes of the names, types and places of all columns."""
_COLUMNS = tuple(f.name for f in fields(NodeTable))
_PLACE_COLUMNS = ("place_pose", "place_placed", "place_at", "place_given", "place_span")
_KEYS = {
    *(
        "schema",
        "strings",
        "materials",
        "embeddings",
        "assets",
        "room",
        "lights",
        "cameras",
        "environment",
        "relations",
    ),
    *("adjusts", "warnings", "libraries", "seed", "root_name", "units", "frames"),
}
_SHAPES: dict[str, tuple[tuple[int, ...], str]] = {
    "parent": ((), "int32"), "kind": ((), "uint8"), "primitive": ((), "uint8"), "word": ((), "int32"), "phrase": ((), "int32"),
    "name": ((), "int32"), "ordinal": ((), "int32"), "parent_from_local": ((4, 4), "float64"), "color": ((3,), "float64"),
    "material": ((), "int32"), "z": ((), "int32"), "asset": ((), "int32"), "span": ((4,), "int32"), "place": ((), "int32"),
}  # fmt: skip


def encode_scene(scene: Scene) -> bytes:
    """A scene as bytes; equal scenes give equal bytes.

    Raises:
        BudgetError: its texts do not fit into the header of the format.
    """
    arrays: dict[str, npt.NDArray[Any]] = {}
    for number, table in enumerate((scene.nodes, *scene.later_frames)):
        for column in _COLUMNS:
            arrays[f"{number}.{column}"] = np.ascontiguousarray(getattr(table, column))
    arrays["place_pose"] = np.array([p.pose for p in scene.places], dtype=np.float64).reshape(-1, 4, 4)
    arrays["place_placed"] = np.array([p.placed for p in scene.places], dtype=np.float64).reshape(-1, 4, 4)
    arrays["place_at"] = np.array([(*p.at, p.turn) for p in scene.places], dtype=np.float64).reshape(-1, 4)
    arrays["place_given"] = np.array([p.given for p in scene.places], dtype=np.uint8)
    arrays["place_span"] = np.array([_span_list(p.span) for p in scene.places], dtype=np.int32).reshape(-1, 4)
    for i, ref in enumerate(scene.assets):
        arrays[f"hull.{i}"] = np.ascontiguousarray(ref.hull, dtype=np.float64)
        arrays[f"fit.{i}"] = np.ascontiguousarray(ref.fit, dtype=np.float64)
    header = {
        "schema": scene.schema,
        "strings": scene.strings,
        "materials": [asdict(m) for m in scene.materials],
        "embeddings": [asdict(e) for e in scene.embeddings],
        "assets": [
            {f.name: getattr(a, f.name) for f in fields(AssetRef) if f.name not in ("hull", "fit")}
            for a in scene.assets
        ],
        "room": None if scene.room is None else asdict(scene.room),
        "lights": [asdict(item) for item in scene.lights],
        "cameras": [asdict(item) for item in scene.cameras],
        "environment": None if scene.environment is None else asdict(scene.environment),
        "relations": [
            {
                **{f.name: getattr(r, f.name) for f in fields(Relation)},
                "span": None if r.span is None else asdict(r.span),
                "arguments": dict(r.arguments),
                "paths": dict(r.paths),
            }
            for r in scene.relations
        ],
        "adjusts": [asdict(a) for a in scene.adjusts],
        "warnings": scene.warnings,
        "libraries": [{"name": use.name, "entities": use.entities} for use in scene.libraries],
        "seed": scene.seed,
        "root_name": scene.root_name,
        "units": scene.units,
        "frames": scene.frames,
    }
    text = json.dumps(header, separators=(",", ":")).encode("ascii")
    if len(text) > HEADER_BYTES:
        raise BudgetError(
            f"the names, words and relations of the scene take {len(text):,} bytes, more than {HEADER_BYTES:,}: "
            "use shorter or fewer ones",
            kind="result",
        )
    arrays["scene"] = np.frombuffer(text, dtype=np.uint8)
    return safetensors.numpy.save(arrays)


def decode_scene(data: bytes, *, rows: int = Budgets().rows) -> Scene:
    """The scene of :func:`encode_scene`. The bytes come from a child that ran an untrusted program, so everything is checked:
    sizes before anything is parsed, then types, then what the scene says (:mod:`scenewright.scene.language.running.wire_checks`)
    and whether it keeps to the limits.

    Args:
        rows: most nodes of a frame, as the budget of the program has it.

    Raises:
        ConfinementError: the bytes are not a well-formed scene.
    """
    try:
        scene = _decode(data, rows)
        require_sound_scene(scene)
        require_possible_scene(scene)
        return scene
    except ConfinementError:
        raise
    except (
        ProgramError,
        safetensors.SafetensorError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        OverflowError,
        RecursionError,
    ) as error:
        raise ConfinementError(
            f"the evaluating process sent a malformed scene ({type(error).__name__}: {error})", kind="wire"
        ) from error


def _decode(data: bytes, most_rows: int) -> Scene:
    length = int.from_bytes(data[:8], "little")
    if not 0 < length <= min(len(data) - 8, _DIRECTORY_BYTES):
        raise ValueError("its directory has an impossible length")
    arrays = safetensors.numpy.load(data)
    text = arrays.pop("scene")
    if text.dtype != np.uint8 or text.ndim != 1 or len(text) > HEADER_BYTES:
        raise ValueError("its texts are too long")
    header = json.loads(text.tobytes())
    if b"\\ud" in text.tobytes():  # a lone surrogate, perhaps, which no file can hold
        header = _whole_characters(header)
    if not isinstance(header, dict) or header.keys() != _KEYS:
        raise ValueError("its texts are not those of a scene")
    if header["schema"] != SCHEMA:
        raise ConfinementError(
            f"the evaluating process uses schema {str(header['schema'])[:40]}, not {SCHEMA}", kind="wire"
        )
    _check_columns(arrays, header["frames"], len(header["assets"]))
    count = len(header["strings"])
    limits = {
        "word": count,
        "phrase": count,
        "name": count,
        "material": len(header["materials"]),
        "z": len(header["embeddings"]),
        "asset": len(header["assets"]),
        "place": len(arrays["place_at"]),
    }
    frames = header["frames"]
    tables = [_table(arrays, number, limits, most_rows) for number in range(frames)]
    rows = zip(
        arrays["place_span"].tolist(),
        _finite(arrays["place_at"]).tolist(),
        _finite(arrays["place_pose"]).reshape(-1, 4, 4),
        _finite(arrays["place_placed"]).reshape(-1, 4, 4),
        arrays["place_given"].astype(bool).tolist(),
        strict=True,
    )
    places = tuple(
        PlaceCall(SourceSpan(*(int(v) for v in span)), (x, y, z), turn, pose, placed, given)
        for span, (x, y, z, turn), pose, placed, given in rows
    )
    return Scene(
        nodes=tables[0],
        strings=_texts(header["strings"]),
        materials=tuple(from_json(Material, m) for m in header["materials"]),
        embeddings=tuple(from_json(Embedding, e) for e in header["embeddings"]),
        assets=tuple(_asset(a, arrays[f"hull.{i}"], arrays[f"fit.{i}"]) for i, a in enumerate(header["assets"])),
        places=places,
        room=None if header["room"] is None else from_json(Room, header["room"]),
        lights=tuple(from_json(Light, i) for i in header["lights"]),
        cameras=tuple(from_json(Camera, i) for i in header["cameras"]),
        environment=None if header["environment"] is None else from_json(Environment, header["environment"]),
        relations=tuple(from_json(Relation, r) for r in header["relations"]),
        adjusts=tuple(from_json(Adjust, a) for a in header["adjusts"]),
        warnings=tuple(map(printable, _texts(header["warnings"]))),
        libraries=tuple(from_json(LibraryUse, i, sha256="", file="") for i in header["libraries"]),
        seed=_whole_number(header["seed"], "seed"),
        root_name=printable(_text(header["root_name"], "root_name")),
        units=None if header["units"] is None else _text(header["units"], "units")[:40],
        frames=frames,
        later_frames=tuple(tables[1:]),
    )


def _check_columns(arrays: Mapping[str, npt.NDArray[Any]], frames: Any, assets: int) -> None:
    """That the columns are those of this number of frames and assets, and no others."""
    if type(frames) is not int or not 0 < frames <= len(arrays):
        raise ValueError("its number of frames is impossible")
    expected = {f"{number}.{column}" for number in range(frames) for column in _COLUMNS}
    expected |= {f"{kind}.{i}" for kind in ("hull", "fit") for i in range(assets)}
    if arrays.keys() != expected | set(_PLACE_COLUMNS):
        raise ValueError("its columns are not those of a scene")


def _texts(values: Any) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise ValueError("a list of texts holds something else")
    return tuple(values)


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{name} is no text")
    return value


def _whole_number(value: Any, name: str) -> int:
    if type(value) is not int or abs(value) >= 2**63:
        raise ValueError(f"{name} is no whole number, or too large")
    return value


def _table(arrays: Mapping[str, npt.NDArray[Any]], number: int, limits: Mapping[str, int], most_rows: int) -> NodeTable:
    columns: dict[str, Any] = {}
    n = len(arrays[f"{number}.parent"])
    if n > most_rows:
        raise ValueError(f"it has {n:,} nodes, more than {most_rows:,}")
    for name, (shape, dtype) in _SHAPES.items():
        column = arrays[f"{number}.{name}"]
        if column.shape != (n, *shape) or column.dtype != np.dtype(dtype):
            raise ValueError(f"column {name} is {column.dtype}{column.shape}")
        columns[name] = column
        if name in limits and n and not (int(column.min()) >= -1 and int(column.max()) < limits[name]):
            raise ValueError(f"column {name} points outside its table")
    parent = columns["parent"]
    if n == 0 or parent[0] != -1 or (n > 1 and not ((parent[1:] >= 0) & (parent[1:] < np.arange(1, n))).all()):
        raise ValueError("the rows form no tree")
    if not np.isfinite(columns["parent_from_local"]).all():
        raise ValueError("a transform is not finite")
    if columns["kind"].max() > max(NodeKind) or columns["primitive"].max() > max(PrimitiveKind):
        raise ValueError("a node is of no known kind")
    color = columns["color"]
    if not (np.isnan(color) | ((color >= 0.0) & (color <= 1.0))).all():
        raise ValueError("a colour lies outside [0, 1]")
    if (np.isnan(color).any(axis=1) != np.isnan(color).all(axis=1)).any():
        raise ValueError("a colour is half given")
    return NodeTable(**columns)


def _whole_characters(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_whole_characters(v) for v in value]
    if isinstance(value, dict):
        return {_whole_characters(k): _whole_characters(v) for k, v in value.items()}
    return value


def _asset(values: Mapping[str, Any], hull: npt.NDArray[Any], fit: npt.NDArray[Any]) -> AssetRef:
    ref = from_json(AssetRef, values, hull=_finite(hull).reshape(-1, 3), fit=_finite(fit).reshape(4, 4))
    if min(ref.clearance) < 0.0:
        raise ValueError(f"{ref.clearance} are not lengths")
    return ref


def _finite(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    if not np.isfinite(values).all():
        raise ValueError("a number is not finite")
    return values


def _span_list(span: SourceSpan | None) -> list[int] | None:
    return None if span is None else [span.line, span.column, span.end_line, span.end_column]
