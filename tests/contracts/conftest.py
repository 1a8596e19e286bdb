"""Somebody else's package is installed while the contracts are tested: what it plugs in passes the same templates."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PLUGGED = {
    "scenewright.renderers": "boxes = tests.support.plugged.renderer:BoxRenderer",
    "scenewright.exporters": "table = tests.support.plugged.exporter:TableExporter",
    "scenewright.importers": "box-list = tests.support.plugged.importer:BoxListImporter",
    "scenewright.writers": "first-word = tests.support.plugged.writer:FirstWordWriter",
    "scenewright.encoders": "letters = tests.support.plugged.encoder:LetterEncoder",
    "scenewright.packs": "gongs = tests.support.plugged.pack:GongPack",
}
"""Entry points by group, as its installation writes them."""


@pytest.fixture(scope="module", autouse=True)
def plugged_package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder that the package is installed in: what an installer leaves there, and no more."""
    site = tmp_path_factory.mktemp("site")
    about = site / "plugged-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: plugged\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("".join(f"[{group}]\n{line}\n" for group, line in PLUGGED.items()))
    sys.path.append(str(site))
    yield site
    sys.path.remove(str(site))
