"""What a noun phrase of a question means: a set of nodes."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Selection"]


@dataclass(frozen=True, slots=True)
class Selection:
    """The nodes that a phrase means. `definite`: the phrase begins with *the*, *this*, *my* or the like."""

    text: str
    nodes: tuple[int, ...]
    definite: bool
    plural: bool
    notes: tuple[str, ...] = field(default=())

    @property
    def ambiguous(self) -> bool:
        """Whether the phrase speaks of one thing, and several could be meant."""
        return self.definite and not self.plural and len(self.nodes) > 1
