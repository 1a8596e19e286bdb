"""What a program that owns its result channel might send: scenes that no evaluator builds, and conversations that no child has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from scenewright.scene.language.running.channel import HEADER, FrameKind, frame, frame_json
from tests.support.wire_parts import Columns, put_together

Mutant = Callable[[dict[str, Any], Columns], None]
"""Changes the texts and the columns of a sound scene in place."""

PROGRAM = """
from scene.language import *
@register('a room')
def it():
    light('point', at=(0, 2, 0), size=(1, 1))
    camera((1, 2, 3), (0, 0, 0))
    a = place(primitive_call('cube', {'scale': 1}, material={'roughness': 0.2}), name='a')
    b = place(primitive_call('sphere', {'radius': 0.4}), at=(1, 0, 1), name='b')
    return concat_shapes(room(4, 4, doors=['left'], windows=['back']), a, b, place(asset_call('wooden chair'), at=(-1, 0, 1)))
environment('night')
relate(near('a', 'room', 0.1, 0.5), next_to('b', 'a'), in_row('a', 'b'))
adjust('a', move=(0, 0, 0.1), color=(1, 0, 0), z=embed('x'), pose=identity_matrix())
"""

HUGE = (1e300, -1e300, 1e39, 1e10)


def _texts(*path: Any, value: Any) -> Mutant:
    def change(texts: dict[str, Any], columns: Columns) -> None:
        at: Any = texts
        for key in path[:-1]:
            at = at[key]
        at[path[-1]] = value

    return change


def _column(name: str, value: Any, row: int = -1) -> Mutant:
    def change(texts: dict[str, Any], columns: Columns) -> None:
        columns[name][row] = value

    return change


def _repeated(name: str, count: int) -> Mutant:
    def change(texts: dict[str, Any], columns: Columns) -> None:
        texts[name] = texts[name] * count

    return change


def _chain(texts: dict[str, Any], columns: Columns) -> None:
    """A tree of one branch: a quadratic walk of it takes minutes."""
    count = 100_000
    for name in [n for n in columns if n.startswith("0.")]:
        columns[name] = np.repeat(columns[name][:1], count, axis=0)
    columns["0.parent"] = np.arange(-1, count - 1, dtype=np.int32)


def _many_rows(texts: dict[str, Any], columns: Columns) -> None:
    count = 700_000
    for name in [n for n in columns if n.startswith("0.")]:
        columns[name] = np.repeat(columns[name][:1], count, axis=0)
    columns["0.parent"] = np.where(np.arange(count) == 0, -1, 0).astype(np.int32)


def _loop(texts: dict[str, Any], columns: Columns) -> None:
    columns["0.parent"][1] = 2


def _projective(texts: dict[str, Any], columns: Columns) -> None:
    columns["0.parent_from_local"][-1, 3] = (1.0, 0.0, 0.0, 0.0)


def _more_columns(texts: dict[str, Any], columns: Columns) -> None:
    columns.update({f"x{i}": np.zeros(1) for i in range(10_000)})


def _empty(texts: dict[str, Any], columns: Columns) -> None:
    for name in [n for n in columns if n.startswith("0.")]:
        columns[name] = columns[name][:0]


def _other_shape(texts: dict[str, Any], columns: Columns) -> None:
    columns["0.parent_from_local"] = columns["0.parent_from_local"].reshape(-1, 16)


def _other_type(texts: dict[str, Any], columns: Columns) -> None:
    columns["0.parent"] = columns["0.parent"].astype(np.float64)


def _no_places(texts: dict[str, Any], columns: Columns) -> None:
    columns["place_at"] = columns["place_at"][:1]


def _flat_hull(texts: dict[str, Any], columns: Columns) -> None:
    columns["hull.0"] = np.zeros((4, 3))


def _large_hull(texts: dict[str, Any], columns: Columns) -> None:
    columns["hull.0"] = np.zeros((1_000_000, 3))


def _deep(texts: dict[str, Any], columns: Columns) -> None:
    deep: Any = []
    for _ in range(900):
        deep = [deep]
    texts["relations"][0]["arguments"]["a"] = deep


SCENES: dict[str, Mutant] = {
    **{f"a room {v:g} wide": _texts("room", "width", value=v) for v in HUGE},
    "a room of no width": _texts("room", "width", value=0.0),
    "a wall that is none": _texts("room", "openings", 0, "wall", value="north"),
    "an opening that is none": _texts("room", "openings", 0, "kind", value="hatch"),
    "a door without width": _texts("room", "openings", 0, "width", value=-1.0),
    "a door that is not a number": _texts("room", "openings", 0, "offset", value="x"),
    "a room at no path": _texts("room", "path", value="nowhere"),
    "a room with 100,000 doors": lambda texts, columns: texts["room"].update(
        openings=texts["room"]["openings"] * 100_000
    ),
    "a support that is none": _texts("assets", 0, "support", value="sky"),
    "a clearance of 1e300": _texts("assets", 0, "clearance", value=[1e300, 0.0, 0.0, 0.0]),
    "a size of zero": _texts("assets", 0, "size", value=[0.0, 1.0, 1.0]),
    "a licence of 4 MB": _texts("assets", 0, "licence", value="x" * (4 << 20)),
    "an id that is a path": _texts("assets", 0, "id", value="../../../../etc/passwd"),
    "a hull at 1e300": _column("hull.0", 1e300),
    "a hull of nan": _column("hull.0", np.nan),
    "a hull of one point": _flat_hull,
    "a hull of a million points": _large_hull,
    "a fit of 1e300": _column("fit.0", 1e300),
    "a fit of zeros": _column("fit.0", 0.0, slice(None)),  # type: ignore[arg-type]
    "a camera at its target": _texts("cameras", 0, "eye", value=[0.0, 0.0, 0.0]),
    "a camera at 1e300": _texts("cameras", 0, "eye", value=[1e300, 0.0, 0.0]),
    "a camera of no angle": _texts("cameras", 0, "fov", value=0.0),
    "a camera of 1,000 degrees": _texts("cameras", 0, "fov", value=1000.0),
    "a camera of no instance": _texts("cameras", 0, "scope", value="nobody"),
    "3,000 cameras": _repeated("cameras", 3_000),
    "20,000 lights": _repeated("lights", 20_000),
    "a light of no kind": _texts("lights", 0, "kind", value="laser"),
    "a light of 1e300": _texts("lights", 0, "intensity", value=1e300),
    "a light of minus one": _texts("lights", 0, "intensity", value=-1.0),
    "a light of no direction": _texts("lights", 0, "direction", value=[0.0, 0.0, 0.0]),
    "a light of a negative size": _texts("lights", 0, "size", value=[-1.0, 1.0]),
    "a colour of 1e300": _texts("lights", 0, "color", value=[1e300, 0.0, 0.0]),
    "100,000 relations": _repeated("relations", 100_000),
    "a relation of no kind": _texts("relations", 0, "kind", value="loves"),
    "a relation without an argument": _texts("relations", 0, "arguments", value={}),
    "a relation of another argument": _texts("relations", 0, "arguments", "c", value=1),
    "a relation of text for a number": _texts("relations", 0, "arguments", "lo", value="near"),
    "a relation of 1e300 metres": _texts("relations", 0, "arguments", "hi", value=1e300),
    "a relation of a list of numbers": _texts("relations", 0, "arguments", "a", value=[1, 2]),
    "a relation of deep lists": _deep,
    "a relation of no instance": _texts("relations", 0, "paths", "a", value=["nobody"]),
    "a relation of a negative weight": _texts("relations", 0, "weight", value=-1.0),
    "a relation of a great weight": _texts("relations", 0, "weight", value=1e300),
    "50,000 adjusts": _repeated("adjusts", 50_000),
    "an adjust of a small pose": _texts("adjusts", 0, "pose", value=[[1.0]]),
    "an adjust of another identity": _texts("adjusts", 0, "z", value=99),
    "an adjust of 1e300": _texts("adjusts", 0, "move", value=[1e300, 0.0, 0.0]),
    "a material of 1e300": _texts("materials", 0, "emission", value=1e300),
    "a material of minus one": _texts("materials", 0, "roughness", value=-1.0),
    "a texture of 1 MB": _texts("materials", 0, "texture", value="x" * (1 << 20)),
    "a texture with a null byte": _texts("materials", 0, "texture", value="a\0b.png"),
    "surroundings of 8 MB": _texts("environment", "words", value="x" * (8 << 20)),
    "2,000 warnings": _texts("warnings", value=["w"] * 2_000),
    "a warning of 8 MB": _texts("warnings", value=["w" * (8 << 20)]),
    "a warning of escapes": _texts("warnings", value=["\x1b]0;x\x07\u202e"]),
    "a root of 1 MB": _texts("root_name", value="r" * (1 << 20)),
    "no strings": _texts("strings", value=[]),
    "strings that are numbers": lambda texts, columns: texts.update(strings=list(range(len(texts["strings"])))),
    "a string of 8 MB": lambda texts, columns: texts["strings"].__setitem__(0, "x" * (8 << 20)),
    "names with slashes": lambda texts, columns: texts.update(strings=["a/b"] * len(texts["strings"])),
    "names of nothing": lambda texts, columns: texts.update(strings=[""] * len(texts["strings"])),
    "names of half characters": lambda texts, columns: texts.update(strings=["\ud800"] * len(texts["strings"])),
    "a seed of a thousand digits": _texts("seed", value=10**1000),
    "a seed that is a text": _texts("seed", value="0"),
    "frames without end": _texts("frames", value=10**12),
    "no frames": _texts("frames", value=0),
    "frames that are a truth": _texts("frames", value=True),
    "another schema": _texts("schema", value="x" * 10_000),
    "a key more": _texts("more", value=1),
    "a node of an unknown kind": _column("0.kind", 77),
    "a node of an unknown primitive": _column("0.primitive", 77),
    "an object without an entry": lambda texts, columns: columns["0.asset"].fill(-1),
    "a primitive that is an object": _column("0.primitive", 5),
    "a part of a primitive": lambda texts, columns: columns["0.primitive"].__setitem__(0, 1),
    "a node without a name": _column("0.name", -1),
    "a name past its table": _column("0.name", 10_000),
    "a negative index": _column("0.ordinal", -5),
    "a great index": _column("0.ordinal", 2**31 - 1),
    "a line before the first": _column("0.span", -7),
    "a colour that is half given": lambda texts, columns: columns["0.color"].__setitem__((0, 1), 0.5),
    "a colour of two": _column("0.color", 2.0),
    "a transform of 1e300": _column("0.parent_from_local", 1e300),
    "a transform of zeros": lambda texts, columns: columns["0.parent_from_local"][1:, :3, :3].fill(0.0),
    "a transform that is no motion": _projective,
    "a chain of 100,000 nodes": _chain,
    "700,000 nodes": _many_rows,
    "a tree that loops": _loop,
    "no nodes": _empty,
    "a column of another shape": _other_shape,
    "a column of another type": _other_type,
    "places without their columns": _no_places,
    "10,000 more columns": _more_columns,
}
"""Changes of the scene of `PROGRAM`."""


def _directory(length: int, body: bytes) -> bytes:
    return length.to_bytes(8, "little") + body


BYTES: dict[str, Callable[[], bytes]] = {
    "240 MB of empty lists": lambda: _directory(240 << 20, b"[" + b"[]," * (80 << 20)),
    "240 MB of empty lists as texts": lambda: put_together([], {}) + b"[]," * (80 << 20),
    "a directory of 2**63 bytes": lambda: _directory(2**63, b"{}"),
    "a directory of no length": lambda: _directory(0, b"{}"),
    "a directory of nested lists": lambda: _directory(1 << 20, b"[" * (1 << 20)),
    "a directory of long numbers": lambda: _directory(100_010, b'{"a":' + b"9" * 100_000 + b"}    "),
    "a directory of no text": lambda: _directory(4, b"\xff\xfe\xfd\xfc"),
    "nothing": lambda: b"",
    "seven bytes": lambda: b"1234567",
    "zeros": lambda: b"\0" * (64 << 20),
}
"""Results that are no scenes."""


def _ask(**question: Any) -> bytes:
    return frame_json(FrameKind.ASK, question)


def _error(**fields: Any) -> bytes:
    whole = {"class": "ProgramError", "message": "m", "line": 1, "column": None, "kind": "runtime", **fields}
    return frame_json(FrameKind.ERROR, whole)


CONVERSATIONS: dict[str, Callable[[], bytes]] = {
    "a frame of no kind": lambda: HEADER.pack(99, 1) + b"x",
    "a request": lambda: frame(FrameKind.REQUEST, b"{}"),
    "an answer": lambda: frame(FrameKind.ANSWER, b"{}"),
    "a refusal": lambda: frame(FrameKind.REFUSAL, b"{}"),
    "a result of 4 GB": lambda: HEADER.pack(FrameKind.RESULT, 2**32 - 1),
    "a question of 1 MB": lambda: _ask(ask="asset", words="x" * (1 << 20), size=None, seed=0),
    "a question of nested lists": lambda: frame(FrameKind.ASK, b"[" * 16_000),
    "a question of empty lists": lambda: frame(FrameKind.ASK, b"[" + b"[]," * 5_000 + b"[]]"),
    "a question that is a list": lambda: frame(FrameKind.ASK, b"[]"),
    "a question that is no text": lambda: frame(FrameKind.ASK, b"\xff\xfe"),
    "a question of nothing": _ask,
    "a question of another kind": lambda: _ask(ask="file", name="/etc/passwd"),
    "words that are a number": lambda: _ask(ask="asset", words=5, size=None, seed=0),
    "words that are a list": lambda: _ask(ask="asset", words=["a"] * 1_000, size=None, seed=0),
    "words of 401 characters": lambda: _ask(ask="asset", words="x" * 401, size=None, seed=0),
    "a size of two": lambda: _ask(ask="asset", words="chair", size=[1, 2], seed=0),
    "a size of nan": lambda: frame(FrameKind.ASK, b'{"ask":"asset","words":"chair","size":[NaN,1,1],"seed":0}'),
    "a size of 1e999": lambda: frame(FrameKind.ASK, b'{"ask":"asset","words":"chair","size":[1e999,1,1],"seed":0}'),
    "a size of minus one": lambda: _ask(ask="asset", words="chair", size=[-1, 1, 1], seed=0),
    "a size that is a text": lambda: _ask(ask="asset", words="chair", size="abc", seed=0),
    "a seed of infinity": lambda: frame(FrameKind.ASK, b'{"ask":"asset","words":"chair","size":null,"seed":Infinity}'),
    "a seed of 5,000 digits": lambda: frame(
        FrameKind.ASK, b'{"ask":"asset","words":"chair","size":null,"seed":' + b"9" * 5_000 + b"}"
    ),
    "a seed of 4,000 digits": lambda: _ask(ask="asset", words="chair", size=None, seed=10**4_000),
    "a seed that is a text": lambda: _ask(ask="asset", words="chair", size=None, seed="9" * 5_000),
    "a splat outside": lambda: _ask(ask="splat", name="../../../../etc/passwd", part=None),
    "a splat of a null byte": lambda: _ask(ask="splat", name="a\0b.ply", part=None),
    "a splat of 8,000 characters": lambda: _ask(ask="splat", name="x" * 8_000, part=None),
    "a splat that is a device": lambda: _ask(ask="splat", name="/dev/zero", part=None),
    "a part that is a list": lambda: _ask(ask="splat", name="a.ply", part=[]),
    "a part of 5,000 digits": lambda: _ask(ask="splat", name="a.ply", part="9" * 5_000),
    "questions without end": lambda: _ask(ask="asset", words="chair", size=None, seed=0) * 5_000,
    "an error of no class": lambda: _error(**{"class": "KeyboardInterrupt"}),
    "an error of another exit code": lambda: _error(**{"class": "JobCancelled"}),
    "an error of a locked folder": lambda: _error(**{"class": "ProjectError"}),
    "an error that is a list": lambda: frame(FrameKind.ERROR, b"[]"),
    "an error without a message": lambda: _error(message=None),
    "an error of escapes": lambda: _error(message="\x1b]0;x\x07\u202e[/bold]", kind="\x1b[31m"),
    "an error of 10 MB": lambda: _error(message="x" * (10 << 20)),
    "a line of 5,000 digits": lambda: frame(
        FrameKind.ERROR, b'{"class":"ProgramError","message":"m","kind":"x","column":1,"line":' + b"9" * 5_000 + b"}"
    ),
    "a line of 4,000 digits": lambda: _error(line=10**4_000),
    "a line that is a truth": lambda: _error(line=True),
    "a kind that is a dict": lambda: _error(kind={"a": 1}),
    "two results": lambda: frame(FrameKind.RESULT, b"a") + frame(FrameKind.RESULT, b"b"),
    "half a frame": lambda: HEADER.pack(FrameKind.RESULT, 100) + b"x" * 50,
    "half a header": lambda: b"\x05\0",
    "an error, then a result": lambda: _error() + frame(FrameKind.RESULT, b"x"),
}
"""Bytes on the channel of a child."""

DUMPS: dict[str, bytes] = {
    "a line of 5,000 digits": b'File "program.py", line ' + b"9" * 5_000,
    "a line of eight digits": b'File "program.py", line 99999999',
    "64 MB": b"x" * (64 << 20),
    "a crash that is none": b"Fatal Python error: \x1b[2J",
}
"""Bytes on the crash report of a child."""

STATUSES: dict[str, bytes] = {
    "no JSON": b"\xff\xff\n",
    "a list": b"[]\n",
    "a signal of 1e999": b'{"exit": null, "signal": 1e999}\n',
    "a signal that is a text": b'{"exit": null, "signal": "x"}\n',
    "deep lists": b"[" * 4_000 + b"\n",
    "a number of 4,000 digits": b'{"signal": ' + b"9" * 4_000 + b"}\n",
    "processor time of text": b'{"exit": null, "signal": 9, "cpu_seconds": "x"}\n',
}
"""Bytes on the status of a child. Its server writes them, so that these are faults, not attacks."""
