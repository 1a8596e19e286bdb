"""Whether a mood that a sentence names is in its picture: lightness, colour and warmth beside those of the same room without the mood.

    python -m tests.benchmarks.bench_moods [--seed S] [--rooms N] [--json FILE]

Each of :data:`ROOMS` is made plainly and in each mood of :data:`SEEN`, and drawn from its first view, small. The figures of a picture are means
over its pixels: lightness (sRGB luma), chroma (the largest less the smallest of red, green and blue), warmth (red less blue). A mood is seen
where its figures differ from the plain room's as its row says. This was stated before the first run.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np

import scenewright as sw
from scenewright.scene.english import article
from tests.benchmarks.figures import give, options

ROOMS = ("bedroom", "living room", "home office", "dining room", "kitchen")
_WIDTH, _HEIGHT = 240, 180


@dataclass(frozen=True)
class Figures:
    """Means over the pixels of a picture, 0 to 1; warmth from -1 to 1."""

    lightness: float
    chroma: float
    warmth: float


SEEN: dict[str, Callable[[Figures, Figures], bool]] = {
    "dark": lambda it, plain: it.lightness < 0.6 * plain.lightness,
    "gloomy": lambda it, plain: it.lightness < 0.65 * plain.lightness and it.chroma < plain.chroma,
    "candlelit": lambda it, plain: it.lightness < 0.75 * plain.lightness and it.warmth > plain.warmth + 0.05,
    "bright": lambda it, plain: it.lightness > plain.lightness + 0.05,
    "sunny": lambda it, plain: it.lightness > 0.95 * plain.lightness and it.warmth > plain.warmth,
    "cool": lambda it, plain: it.warmth < plain.warmth - 0.04,
    "colourful": lambda it, plain: it.chroma > 1.5 * plain.chroma,
    "monochrome": lambda it, plain: it.chroma < 0.5 * plain.chroma,
}
"""Mood -> whether its picture differs as it should from that of the plain room."""


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--rooms", type=int, default=len(ROOMS))
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    seen: dict[str, list[bool]] = {mood: [] for mood in SEEN}
    taken: dict[str, list[Figures]] = {mood: [] for mood in ("plain", *SEEN)}
    with tempfile.TemporaryDirectory() as folder:
        for number, room in enumerate(ROOMS[: asked.rooms]):
            plain = figures_of(f"{article(room)} {room}", asked.seed + number, Path(folder) / f"{number}")
            taken["plain"].append(plain)
            for mood, judge in SEEN.items():
                text = f"{article(mood)} {mood} {room}"
                it = figures_of(text, asked.seed + number, Path(folder) / f"{number}-{mood}")
                taken[mood].append(it)
                seen[mood].append(judge(it, plain))
                print(f"{'seen' if seen[mood][-1] else 'NOT '} {text}: {it}, plain {plain}", flush=True)
    every = [shown for of_mood in seen.values() for shown in of_mood]
    figures = {
        "seen": round(sum(every) / len(every), 3),
        "pictures": len(every),
        "by_mood": {mood: sum(of_mood) / len(of_mood) for mood, of_mood in seen.items()},
        "median": {
            mood: {name: round(median(getattr(one, name) for one in some), 3) for name in Figures.__dataclass_fields__}
            for mood, some in taken.items()
        },
    }
    give(figures, asked.json)
    return 0


def figures_of(text: str, seed: int, folder: Path) -> Figures:
    """The figures of the first view of a sentence."""
    sw.generate(text, out=folder, seed=seed, picture=False)
    drawn = sw.render(folder, cameras=[0], width=_WIDTH, height=_HEIGHT, arrays=True)
    pixels = np.asarray(drawn.views[0].color, dtype=float)[..., :3].reshape(-1, 3)
    pixels = pixels / 255.0 if pixels.max() > 1.0 else pixels
    light = float((pixels @ [0.2126, 0.7152, 0.0722]).mean())
    chroma = float((pixels.max(axis=1) - pixels.min(axis=1)).mean())
    return Figures(round(light, 3), round(chroma, 3), round(float((pixels[:, 0] - pixels[:, 2]).mean()), 3))


if __name__ == "__main__":
    raise SystemExit(main())
