"""A query finds a thing where a question affirms that there is one, whatever relation is asked, and nothing where it denies it."""

from __future__ import annotations

import random

import pytest

from scenewright.app.session import Session
from scenewright.scene.english import PHRASES
from scenewright.scene.geometry import SceneGeometry, scene_geometry
from scenewright.scene.model import Scene
from scenewright.scene.semantics.queries import SceneQuery, read_query
from scenewright.scene.semantics.questions import Asker, LexiconResolver
from scenewright.scene.semantics.scene_graph import GRAPH_TRIANGLES, scene_graph
from tests.support.graph_scenes import study
from tests.support.locations import QUERIES
from tests.support.samples import ON_ALL_INPUTS

SCENES = QUERIES / "scenes"
NAMES = ("study", "living_room", "office", "garden", "hospital_room")
FIGURES = (
    "within 1 m of",
    "at least 2 m from",
    "less than 50 cm from",
    "about 1.5 metres from",
    "more than three feet from",
)
DENIED = ("not on", "not next to", "not near", "not far from", "not behind", "not under")
RELATIONS = (*(p for p, m in PHRASES.items() if m.kind not in ("except", "between")), *FIGURES, *DENIED)
PAIRS = 1
"""Pairs of things that each phrase is asked of, in each scene where it is asked."""


def opened(name: str) -> tuple[Scene, SceneGeometry]:
    if name == "study":
        return study(), scene_geometry(study(), max_triangles=GRAPH_TRIANGLES)
    session = Session.open(SCENES / f"{name}.py")
    geometry = scene_geometry(
        session.scene, provider=session.assets, root=session.folder, max_triangles=GRAPH_TRIANGLES
    )
    return session.scene, geometry


def readers(scene: Scene, geometry: SceneGeometry) -> tuple[SceneQuery, Asker]:
    graph = scene_graph(scene, geometry=geometry, edges=False)
    return SceneQuery(scene, geometry), Asker(graph, LexiconResolver(graph, scene, geometry))


def nouns(query: SceneQuery, asker: Asker) -> list[str]:
    """Names of things in the scene that mean the same to both, and say themselves of no relation (a sink with a tap)."""
    out = []
    for word in dict.fromkeys(n.word for n in asker.graph.nodes[1:] if n.word):
        counted = asker.ask(f"how many {word} are there?")
        if (
            counted.value
            and not read_query(word).where
            and {f.path for f in query.ask(word).results} == set(counted.basis[0].paths)
        ):
            out.append(word)
    return out


def disagreements(name: str, pairs: int = PAIRS) -> tuple[list[tuple[str, bool, bool, int]], int]:
    """What is asked and found, affirmed and counted, where these differ; and how many claims were made."""
    query, asker = readers(*opened(name))
    some = nouns(query, asker)
    chosen = random.Random(name)
    claims = [
        f"{a} {phrase} the {b}" for phrase in RELATIONS for _ in range(pairs) for a, b in [chosen.sample(some, 2)]
    ]
    claims += [
        f"{a} {phrase} the {b} and the {c}"
        for phrase, meaning in PHRASES.items()
        for _ in range(pairs)
        for a, b, c in [chosen.sample(some, 3)]
        if meaning.kind == "between"
    ]
    if not ON_ALL_INPUTS:  # each phrase in one of the scenes
        claims = claims[NAMES.index(name) :: len(NAMES)]
    out = []
    for claim in claims:
        found = not query.ask(claim).none
        affirmed = asker.ask(f"is there a {claim}?").value is True
        noun, rest = next(
            (n, claim[len(n) :]) for n in sorted(some, key=len, reverse=True) if claim.startswith(f"{n} ")
        )
        counted = asker.ask(f"how many {noun} are{rest}?").value
        number = counted if isinstance(counted, int) else -1
        if not found == affirmed == (number > 0):
            out.append((claim, found, affirmed, number))
    return out, len(claims)


@pytest.mark.parametrize("name", NAMES)
def test_queries_and_questions_agree_on_every_relation(name: str) -> None:
    different, asked = disagreements(name)
    assert asked >= (290 if ON_ALL_INPUTS else 58)
    assert different == []
