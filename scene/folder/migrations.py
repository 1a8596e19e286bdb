"""Older scene folders become current ones when they are opened; newer ones are refused.

One function for each step from a schema to the next, on the content of ``scene.toml``; the tests keep one golden folder of
every schema that was ever written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from scenewright.scene.errors import ProjectError
from scenewright.scene.model import SCHEMA

if TYPE_CHECKING:
    import tomlkit

__all__ = ["MIGRATIONS", "Migration", "migrate", "needs_migration"]

Migration = Callable[["tomlkit.TOMLDocument"], None]
"""Changes the content of ``scene.toml`` from its schema to the next; it does not set 'schema' itself."""

MIGRATIONS: Mapping[int, Migration] = {}
"""From a schema to the next. Schema 1 is the first."""


def needs_migration(schema: int, where: str) -> bool:
    """Whether content of this schema must be moved on before it is read.

    Raises:
        ProjectError: 'newer-schema': a newer Scenewright wrote it; 'damaged': no step leads from it.
    """
    if schema > SCHEMA:
        raise ProjectError(
            f"{where} was written by a newer Scenewright: its schema is {schema}, this version reads up to {SCHEMA}. "
            "Update Scenewright to open this scene",
            kind="newer-schema",
        )
    if any(step not in MIGRATIONS for step in range(schema, SCHEMA)):
        raise ProjectError(f"{where}: no scene was ever written with schema {schema}", kind="damaged")
    return schema < SCHEMA


def migrate(raw: bytes, schema: int) -> bytes:
    """The bytes of a ``scene.toml`` of an older schema, as the current one writes them; comments and unknown keys stay."""
    import tomlkit

    document = tomlkit.parse(raw.decode("utf-8-sig"))
    for step in range(schema, SCHEMA):
        MIGRATIONS[step](document)
    document["schema"] = SCHEMA
    return tomlkit.dumps(document).encode("utf-8")
