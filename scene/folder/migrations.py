"""Migration of older scene folders when they are opened. Folders of a newer schema are refused.

There is one function for each step from a schema to the next. It changes the content of ``scene.toml``. The tests keep one
golden folder of every schema that was ever written.
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
"""A step changes the content of ``scene.toml`` from its schema to the next. It does not set 'schema' itself."""

MIGRATIONS: Mapping[int, Migration] = {}
"""The step from each schema to the next. Schema 1 is the first."""


def needs_migration(schema: int, where: str) -> bool:
    """Whether content of this schema must be migrated before it is read. `where` names the file in errors.

    Raises:
        ProjectError: 'newer-schema': a newer Scenewright wrote it; 'damaged': this schema never existed.
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
    """Migrate the bytes of a ``scene.toml`` from an older schema to the current one. Comments and unknown keys stay."""
    import tomlkit

    document = tomlkit.parse(raw.decode("utf-8-sig"))
    for step in range(schema, SCHEMA):
        MIGRATIONS[step](document)
    document["schema"] = SCHEMA
    return tomlkit.dumps(document).encode("utf-8")
