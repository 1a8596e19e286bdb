"""The relations as functions: ``on(a, b)``, ``near(a, b, lo, hi)`` and the others, one for each row of the table.

``relation_calls.pyi`` says what each takes, for editors and type checkers. It is made from the table by
``python -m scenewright.scene.layout.relations.reference``.
"""

from __future__ import annotations

from collections.abc import Callable

from scenewright.scene.language.vocabulary.relations import CONSTRUCTORS, RelationCall

__all__ = [*CONSTRUCTORS]  # noqa: PLE0604


def __getattr__(name: str) -> Callable[..., RelationCall]:
    if name in CONSTRUCTORS:
        return CONSTRUCTORS[name]
    raise AttributeError(f"there is no relation {name!r}")
