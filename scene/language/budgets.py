"""What one program may use: time, memory, output and size. Every limit has one default, here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

__all__ = ["Budgets"]

_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Budgets:
    """Limits of one evaluation. Times are in seconds, sizes in bytes; the rest are counts.

    The kernel and the host hold the first group, the policy the second, the language itself the third.
    """

    wall_seconds: float = 15.0
    """Elapsed time, without the time that the host takes to answer the program's questions."""
    host_seconds: float = 15.0
    """Work of the host (:class:`scenewright.scene.charged_work.ChargedWork`) for all catalogue objects that the program asks for. The
    reading of its libraries has as much."""
    splat_seconds: float = 120.0
    """Likewise to measure all splat files that the program names. Each is measured once, for all evaluations."""
    cpu_seconds: int = 8
    memory_bytes: int = 1024 * _MIB
    """Address space that a program may add to what the interpreter and numpy hold already."""
    output_bytes: int = 1 * _MIB
    """What a program may print before it is stopped."""
    result_bytes: int = 256 * _MIB
    """Size of the evaluated scene on the wire."""

    source_bytes: int = 4 * _MIB
    """The program and its libraries together."""
    source_depth: int = 400
    """Nesting of the syntax tree; a sum of n terms and a chain of n `elif` are n deep."""

    libraries: int = 100
    """Libraries that the program imports, and those that they import."""

    calls: int = 1_000_000
    """Entity calls, asset calls and the like."""
    primitives: int = 2_000_000
    rows: int = 200_000
    """Nodes of the final tree."""
    call_depth: int = 200
    """Entities inside entities."""
    frames: int = 2_000
    assets: int = 2_000
    """Distinct objects asked of the catalogues."""

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not value > 0:
                raise ValueError(f"the budget '{field.name}' is {value!r}: give a number above 0")

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any] | None) -> Budgets:
        """Defaults with `values` over them.

        Raises:
            ValueError: a name that is no budget, or a number that is not above 0.
        """
        names = {field.name for field in fields(cls)}
        unknown = sorted(set(values or {}) - names)
        if unknown:
            raise ValueError(f"there is no budget '{unknown[0]}': choose from {', '.join(sorted(names))}")
        return cls(**(values or {}))
