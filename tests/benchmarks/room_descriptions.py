"""Descriptions of rooms, put together from clauses of our own in the manner of SceneEval's."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

__all__ = ["descriptions"]

ROOMS: dict[str, tuple[str, ...]] = {
    "bedroom": (
        "a double bed against the back wall",
        "two nightstands next to the bed",
        "a lamp on each nightstand",
        "a wardrobe against the left wall",
        "a dresser against the right wall",
        "a mirror on the wall",
        "a rug in front of the bed",
        "a desk with a laptop on it",
        "a chair at the desk",
        "a plant in the corner",
        "an alarm clock on the dresser",
        "a bench in front of the bed",
        "a laundry basket in the corner",
        "a painting above the bed",
    ),
    "living room": (
        "a sofa facing a tv stand",
        "a tv on the tv stand",
        "a coffee table in front of the sofa",
        "a vase on the coffee table",
        "two armchairs next to the coffee table",
        "a bookshelf against the left wall",
        "a floor lamp beside the sofa",
        "a rug under the coffee table",
        "a potted plant in the corner",
        "a side table next to an armchair",
        "a painting on the back wall",
        "three books on the coffee table",
        "a cabinet against the right wall",
        "a piano in the corner",
    ),
    "home office": (
        "a desk against the back wall",
        "an office chair at the desk",
        "a computer monitor on the desk",
        "a keyboard on the desk",
        "a desk lamp on the desk",
        "two bookshelves against the left wall",
        "a filing cabinet next to the desk",
        "a printer on the filing cabinet",
        "a whiteboard on the right wall",
        "a trash can beside the desk",
        "an armchair in the corner",
        "a plant in the corner",
        "a mug on the desk",
        "a wall clock on the wall",
    ),
    "dining room": (
        "a dining table in the middle of the room",
        "six chairs around the dining table",
        "a vase on the dining table",
        "a bowl on the dining table",
        "a sideboard against the back wall",
        "two candles on the sideboard",
        "a chandelier above the dining table",
        "a rug under the dining table",
        "a cabinet against the left wall",
        "a plant in the corner",
        "a painting on the back wall",
        "a wine bottle on the sideboard",
        "a bar cart next to the sideboard",
    ),
    "kitchen": (
        "a refrigerator in the corner",
        "a stove against the back wall",
        "a kitchen counter against the back wall",
        "a toaster on the kitchen counter",
        "a coffee machine on the kitchen counter",
        "a kitchen table with four chairs around it",
        "a bowl on the kitchen table",
        "two plates on the kitchen table",
        "a trash can in the corner",
        "a shelf on the wall",
        "a dishwasher next to the stove",
        "a kitchen island in the middle of the room",
        "two bar stools at the kitchen island",
    ),
    "classroom": (
        "six desks",
        "a chair at each desk",
        "a blackboard on the back wall",
        "a teacher's desk against the back wall",
        "a globe on the teacher's desk",
        "a bookshelf against the left wall",
        "a cabinet in the corner",
        "a wall clock on the wall",
        "a trash can in the corner",
        "a laptop on the teacher's desk",
    ),
    "bathroom": (
        "a bathtub against the left wall",
        "a toilet against the back wall",
        "a sink against the right wall",
        "a mirror above the sink",
        "a bath mat in front of the bathtub",
        "a laundry basket in the corner",
        "a towel rack on the wall",
        "a cabinet next to the sink",
        "a plant on the cabinet",
    ),
    "reading corner": (
        "a green armchair facing a bookshelf",
        "a floor lamp beside the armchair",
        "a side table next to the armchair",
        "a cup on the side table",
        "a book on the side table",
        "a round rug",
        "an ottoman in front of the armchair",
        "a potted plant in the corner",
        "a second bookshelf against the left wall",
        "a painting on the wall",
    ),
    "workshop": (
        "a workbench against the back wall",
        "a toolbox on the workbench",
        "a stool at the workbench",
        "three cardboard boxes on the floor",
        "a shelf against the left wall",
        "a ladder against the right wall",
        "a bicycle",
        "a bucket next to the workbench",
        "a trash can in the corner",
        "a fan on the workbench",
    ),
}


def descriptions(seed: int = 0) -> Iterator[tuple[str, str]]:
    """Without end: a name and a description each, from a seed. No two of one seed are the same."""
    kinds, seen, number = list(ROOMS), set(), 0
    while True:
        rng = np.random.default_rng([seed, number])
        kind = kinds[number % len(kinds)]
        number += 1
        clauses = ROOMS[kind]
        count = min(int(rng.integers(5, 11)), len(clauses))
        chosen = tuple(sorted(rng.permutation(len(clauses))[:count].tolist()))
        if (kind, chosen) in seen:
            continue
        seen.add((kind, chosen))
        said = [clauses[k] for k in chosen]
        yield f"{kind.replace(' ', '_')}_{number}", f"A {kind} with {', '.join(said[:-1])}, and {said[-1]}."
