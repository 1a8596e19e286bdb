"""Contact sheets of catalogues. ``python -m scenewright.app.contact_sheets OUT.png`` draws the built-in one."""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from scenewright.renderers.preview import Tile
from scenewright.renderers.preview.contact_sheet import contact_sheet

__all__ = ["main"]


def main() -> int:
    from scenewright.assets import Catalogue

    parser = argparse.ArgumentParser(description="Draw the built-in catalogue.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--labels", action="store_true", help="write the word below each picture")
    parser.add_argument("--category", help="only objects of this category")
    parser.add_argument("--sample", type=int, metavar="N", help="draw N random objects, in random order")
    parser.add_argument("--seed", type=int, default=0, help="random seed of the sample")
    parser.add_argument(
        "--key",
        type=Path,
        help="file to write the words into, one a line, row by row: the solution for people who guess",
    )
    parser.add_argument("--columns", type=int, default=10)
    parser.add_argument("--size", type=int, default=180, help="side of each picture, in pixels")
    options = parser.parse_args()
    catalogue = Catalogue.built_in()
    entries = sorted((e for e in catalogue.entries if options.category in (None, e.category)), key=lambda e: e.key)
    if options.sample is not None:
        entries = random.Random(options.seed).sample(entries, min(options.sample, len(entries)))
    if options.key is not None:
        options.key.write_text("".join(f"{e.word}\n" for e in entries), encoding="utf-8")
    tiles = [Tile(e.word, catalogue.resolve(e.word, None, 0), catalogue) for e in entries]
    contact_sheet(tiles, columns=options.columns, size=options.size, labels=options.labels, samples=4).save(options.out)
    print(f"{len(tiles)} objects on {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
