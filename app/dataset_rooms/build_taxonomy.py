"""Adds the new words of the catalogue to the taxonomy: ``python -m scenewright.app.dataset_rooms.build_taxonomy``."""

from __future__ import annotations

from pathlib import Path

from scenewright.app.dataset_rooms.taxonomy import Taxonomy, extended, read_taxonomy
from scenewright.assets import Catalogue
from scenewright.scene import atomic

__all__ = ["catalogue_words", "main"]


def catalogue_words() -> list[tuple[str, str]]:
    """The words of the objects that come with Scenewright, each with its shelf."""
    return [(entry.word, entry.category) for entry in Catalogue.built_in().entries]


def main() -> Taxonomy:
    """Write the file anew, with what is new at its end."""
    file = Path(__file__).parent / "taxonomy.json"
    taxonomy = extended(read_taxonomy(file) if file.exists() else None, catalogue_words())
    atomic.write(file, taxonomy.to_text().encode())
    return taxonomy


if __name__ == "__main__":
    main()
