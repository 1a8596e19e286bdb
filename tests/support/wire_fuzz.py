"""Random changes of the bytes that a child sends: of single bits, of lengths, of values in the texts and in the columns."""

from __future__ import annotations

import copy
import math
import random
from typing import Any

import numpy as np

from tests.support.wire_parts import put_together, taken_apart

ODD: tuple[Any, ...] = (
    *(
        None,
        True,
        0,
        -1,
        2**31,
        10**30,
        1.5,
        1e300,
        -1e300,
        1e-300,
        math.nan,
        math.inf,
        "",
        "x",
        "\x1b[0m",
        "\ud800",
        "a/b",
    ),
    *([], {}, [1, 2, 3], ["a"], {"a": 1}, [[1, 2]], "x" * 100_000, ["x"] * 10_000, [[]] * 10_000),
)


def mutated(wire: bytes, chance: random.Random) -> bytes:
    """An encoded scene with one to four random changes."""
    kind = chance.randrange(6)
    if kind == 0:
        return _flipped(wire, chance)
    if kind == 1:
        return wire[: chance.randrange(len(wire))] + bytes(chance.randrange(256) for _ in range(chance.randrange(9)))
    if kind == 2:
        start, end = sorted(chance.randrange(len(wire)) for _ in range(2))
        at = chance.randrange(len(wire))
        return wire[:at] + wire[start:end] + wire[at:]
    texts, columns = taken_apart(wire)
    for _ in range(chance.randint(1, 4)):
        if kind == 3:
            _change_column(columns, chance)
        else:
            texts = _with_odd_value(texts, chance)
    return put_together(texts, columns)


def _flipped(wire: bytes, chance: random.Random) -> bytes:
    out = bytearray(wire)
    for _ in range(chance.randint(1, 8)):
        # half of the changes fall into the lengths and the directory, which say how the rest is read
        at = chance.randrange(len(out)) if chance.random() < 0.5 else chance.randrange(min(len(out), 4_000))
        out[at] ^= 1 << chance.randrange(8)
    return bytes(out)


def _with_odd_value(texts: Any, chance: random.Random) -> Any:
    at, steps = texts, chance.randint(1, 6)
    for _ in range(steps):
        keys = list(at) if isinstance(at, dict) else list(range(len(at))) if isinstance(at, list) else []
        if not keys:
            break
        key = chance.choice(keys)
        if not isinstance(at[key], (dict, list)) or chance.random() < 0.2:
            at[key] = copy.deepcopy(chance.choice(ODD))
            break
        at = at[key]
    return texts


def _change_column(columns: dict[str, Any], chance: random.Random) -> None:
    name = chance.choice(list(columns))
    column = columns[name]
    what = chance.randrange(5)
    if what == 0:
        columns[name] = np.repeat(column, chance.choice((0, 2, 50)), axis=0)
    elif what == 1:
        with np.errstate(all="ignore"):
            columns[name] = column.astype(chance.choice((np.float32, np.int64, np.uint8)))
    elif what == 2:
        columns[name] = column.reshape(-1)
    elif column.size:
        values = (0, 1, 255) if column.dtype == np.uint8 else (0, -1, 1, 2**31 - 1, -(2**31))
        if column.dtype.kind == "f":
            values = (*values, 1e300, -1e300, 1e-300, np.nan, np.inf)
        column.reshape(-1)[chance.randrange(column.size)] = chance.choice(values)
