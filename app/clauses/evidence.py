"""The finished scene as the judges of clauses see it: nodes of its graph, their titles, looks and places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from scenewright.app.writers.asked import AskedScene, AskedThing
from scenewright.scene.english import article
from scenewright.scene.geometry import SceneGeometry
from scenewright.scene.model import AssetRef, Scene
from scenewright.scene.semantics.looks import SurfaceLooks
from scenewright.scene.semantics.queries import Places
from scenewright.scene.semantics.scene_graph import SceneGraph
from scenewright.scene.semantics.words import plural, singular

__all__ = ["WHOLE", "ClauseEvidence", "a_thing", "listed", "number_word", "plural_of"]

WHOLE = "."
"""The name of the root itself, where the whole scene is the thing that a text names."""
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


class ClauseEvidence:
    """One scene with what was asked of it. Nodes are given by their numbers in the graph, things by those in `asked.things`."""

    def __init__(
        self,
        asked: AskedScene,
        scene: Scene,
        geometry: SceneGeometry,
        graph: SceneGraph,
        unseen: frozenset[str] = frozenset(),
    ) -> None:
        self.asked, self.scene, self.geometry, self.graph, self.unseen = asked, scene, geometry, graph, unseen
        self.places = Places(graph)
        self.root = graph.nodes[0].path if graph.nodes else ""
        self.named = tuple(self._named(thing) for thing in asked.things)
        self.instances = tuple(
            tuple(n for n in some if self.is_called(n, thing))
            for thing, some in zip(asked.things, self.named, strict=True)
        )

    @cached_property
    def looks(self) -> SurfaceLooks:
        """The looks of all nodes."""
        return self.graph.looks or SurfaceLooks(self.scene, self.geometry)

    def _named(self, thing: AskedThing) -> tuple[int, ...]:
        paths = (self.path_of(name) for name in thing.names)
        return tuple(self.graph.by_path[path] for path in paths if path in self.graph.by_path)

    def path_of(self, name: str) -> str:
        """The path of an instance by its name below the root."""
        return self.root if name == WHOLE else f"{self.root}/{name}"

    def asset(self, n: int) -> AssetRef | None:
        """The catalogue object of a node; None for one that is built in the program."""
        return self.scene.entity(self.graph.nodes[n].row).asset

    def title(self, n: int) -> str:
        """What a node is: the title of its catalogue object, else its word."""
        asset = self.asset(n)
        return (asset.title if asset is not None else "") or self.graph.nodes[n].word

    def is_called(self, n: int, thing: AskedThing) -> bool:
        """Whether a node is such a thing, by its title. What is built in the program is what its word says."""
        title = self.title(n)
        if title in thing.titles or title in thing.loose or title == thing.noun:
            return True
        last = singular(thing.noun.split()[-1])
        return self.asset(n) is None and last in {singular(w) for w in title.lower().split()}

    def called(self, titles: Iterable[str]) -> list[int]:
        """The nodes that are catalogue objects of these titles."""
        wanted = set(titles)
        return [n for n in range(len(self.graph.nodes)) if self.asset(n) is not None and self.title(n) in wanted]

    def openings(self, kind: str) -> list[int]:
        """The doors or windows of the room."""
        return [
            n for n, node in enumerate(self.graph.nodes) if node.kind == "room" and node.name.partition("[")[0] == kind
        ]

    def wall(self, side: str) -> int | None:
        """A wall of the room."""
        return next((n for n, node in enumerate(self.graph.nodes) if node.name == f"wall_{side}"), None)

    # -- words ----------------------------------------------------------------------------------------------------------

    def spoken(self, thing: int, *, count: int | None = None) -> str:
        """A thing with *the*: 'the two lamps'. Its attributes are said where another thing has the same noun."""
        asked = self.asked.things[thing]
        twin = any(o is not asked and o.noun == asked.noun and not o.added for o in self.asked.things)
        words = asked.phrase if twin else asked.noun
        whole = asked.count
        if count is not None and count < whole:
            return f"{number_word(count)} of the {plural_of(words)}"
        return f"the {words}" if whole == 1 else f"the {plural_of(words)}"

    def where(self, n: int) -> str:
        """Where a node is, in a few words: what carries it."""
        graph = self.graph
        held = [k for k in graph.rests_on[n] if k not in graph.grounds and graph.nodes[k].kind != "room"]
        if held:
            top = graph.topmost(held)
            return f"it is on the {self.title(top[0])}"
        if self.places.alone("wall", n) >= 0.5:
            side = next((w for w in ("back", "front", "left", "right") if self.places.alone("wall", n, w) >= 0.5), "")
            return f"it hangs on the {side} wall".replace("  ", " ")
        if self.places.alone("ceiling", n) >= 0.5:
            return "it hangs from the ceiling"
        return "it stands on the floor"


def plural_of(words: str) -> str:
    """A noun phrase in the plural."""
    first, of, rest = words.partition(" of ")
    head, cut, after = first.partition(" with ")
    return f"{plural(head)}{cut}{after}{of}{rest}"


def number_word(count: int) -> str:
    """A number as people write it."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else str(count)


def a_thing(words: str) -> str:
    """A noun phrase with its article; without one where it is plural."""
    low = words.lower()
    last = low.rsplit(maxsplit=1)[-1] if low else ""
    if singular(last) != last and " of " not in low:
        return words
    return f"{article(words)} {words}"


def listed(texts: Sequence[str]) -> str:
    """Words with commas, and *and* before the last."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}" if texts else ""
