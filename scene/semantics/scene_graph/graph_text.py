"""A scene graph as compact text, for a language model to answer from, and as JSON.

The text has one line for each thing, in the order of the tree: number, name, kind, size, place, and its relations by number. Parts that
many things of a kind share are listed once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from scenewright.scene.model import SCHEMA
from scenewright.scene.printing import cut
from scenewright.scene.semantics.scene_graph.graph import Edge, GraphNode, SceneGraph
from scenewright.scene.semantics.scene_graph.said_looks import colors_said, materials_said
from scenewright.scene.semantics.words import spoken_color

__all__ = ["INSTRUCTIONS", "graph_json", "graph_text"]

INSTRUCTIONS = (
    "You answer questions about a 3D scene from its scene graph alone. Frame: +x right, +y up, +z toward the viewer; things face along "
    "their front (degrees from +z toward +x); left and right of a thing are its own left and right hand (+x is left of what faces +z). "
    "Sizes are width x height x depth along the thing's own axes; 'at' is the middle of its bottom; distances are between nearest "
    "points of boxes. Answer in one or two sentences, name the paths of the things that the answer rests on, with numbers, and say so "
    "when the graph does not tell."
)
"""Instructions for a model, before the text."""

_SYMMETRIC = ("next_to", "near")
_TOLD = {
    "on": "on", "inside": "in", "on_wall": "on", "against_wall": "against", "in_corner": "in a corner", "hanging": "hangs from the ceiling",
    "next_to": "next to", "facing": "faces", "above": "above", "under": "under", "between": "between", "left_of": "left of",
    "right_of": "right of", "in_front_of": "in front of", "behind": "behind", "across": "across from",
}  # fmt: skip
"""Relations in the text and their words. The positions replace `near`, and the indents replace `part_of`."""

_MOST_NAME = 200
_MOST_PHRASE = 300
"""Characters. Names are written by whoever wrote the scene, and each stays on the line of its thing."""
_MOST_PARTS = 60
"""A graph with more nodes than this leaves out relations between the parts of things."""


def graph_text(graph: SceneGraph, *, most_letters: int = 60_000) -> str:
    """The graph as text of at most `most_letters` characters. Where it would be longer, directions and then the deepest parts are left out,
    and the text says so."""
    for directions, deepest in ((True, 99), (False, 99), (False, 3), (False, 2)):
        text = _text(graph, directions, deepest)
        if len(text) <= most_letters:
            return text
    return text[:most_letters].rsplit("\n", 1)[0] + "\n(cut: the scene holds more than fits here)"


def _text(graph: SceneGraph, directions: bool, deepest: int) -> str:
    room = graph.room
    lines = [
        f"scene {cut(graph.nodes[0].path, _MOST_NAME)!r}: {len(graph)} things, lengths in {graph.unit}"
        if len(graph)
        else "an empty scene"
    ]
    if room is not None:
        lines.append(
            f"room {room.width:g} x {room.depth:g}, {room.height:g} high, centred on the origin; walls left -x, right +x, back -z, front +z"
        )
    by_node: dict[int, list[Edge]] = defaultdict(list)
    for edge in graph.edges:
        by_node[edge.a].append(edge)
    left_out = 0
    for i, node in enumerate(graph.nodes):
        depth = node.path.count("/")
        if i in graph.grounds and i:
            continue
        if depth > deepest:
            left_out += 1
            continue
        simple = depth > 1 and len(graph) > _MOST_PARTS
        lines.append(_line(graph, i, node, by_node[i], directions and not simple))
    if not directions:
        lines.append("(relations of direction are left out: they follow from places and fronts)")
    if left_out:
        lines.append(f"({left_out} parts of things are left out)")
    return "\n".join(lines)


def _line(graph: SceneGraph, i: int, node: GraphNode, edges: list[Edge], directions: bool) -> str:
    x, y, z = node.position
    depth = node.path.count("/")
    phrase = max(node.words, key=len)
    said = f" ({cut(phrase, _MOST_PHRASE)})" if phrase != node.word else ""
    seen = graph.main_color(i)
    color = "" if seen is None else f", {spoken_color(seen.color)}"
    told = (
        f"{'  ' * max(depth - 1, 0)}{i}. {cut(node.name, _MOST_NAME)}: {cut(node.word, _MOST_NAME)}{said}{color}; "
        f"{node.size[0]:.2f} x {node.size[1]:.2f} x {node.size[2]:.2f} at ({x:.2f}, {y:.2f}, {z:.2f}), front {node.front:.0f}"
    )
    by_kind: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.kind not in _TOLD or (edge.kind in ("left_of", "right_of", "in_front_of", "behind") and not directions):
            continue
        by_kind[edge.kind].append(_other(graph, edge))
    relations = [f"{_TOLD[kind]} {', '.join(o for o in others if o)}".strip() for kind, others in by_kind.items()]
    return told + ("; " + "; ".join(relations) if relations else "")


def _other(graph: SceneGraph, edge: Edge) -> str:
    if edge.kind == "between":
        return f"{edge.b} and {edge.c}"
    if edge.b < 0:
        return ""
    node = graph.nodes[edge.b]
    if edge.b in graph.grounds:
        return f"the {node.wall} wall" if node.wall else "the floor" if node.name == "floor" else "the ground"
    if edge.kind in _SYMMETRIC:
        return f"{edge.b} ({edge.distance:.2f})"
    return str(edge.b)


def graph_json(graph: SceneGraph) -> Mapping[str, Any]:
    """The graph as JSON: nodes with paths, words, boxes and looks; edges with kind, ends (numbers of nodes), degree and distance."""
    return {
        "schema": SCHEMA,
        "units": graph.units,
        "nodes": [_node_json(graph, i, node) for i, node in enumerate(graph.nodes)],
        "edges": [
            {
                "kind": e.kind,
                "a": e.a,
                "b": e.b if e.b >= 0 else None,
                **({"c": e.c} if e.c >= 0 else {}),
                "degree": round(e.degree, 3),
                "distance": None if e.distance is None else round(e.distance, 4),
            }
            for e in graph.edges
        ],
        "notes": list(graph.notes),
    }


def _node_json(graph: SceneGraph, i: int, node: GraphNode) -> dict[str, Any]:
    seen = graph.main_color(i)
    return {
        "number": i,
        "path": node.path,
        "word": node.word,
        "words": list(node.words),
        "kind": node.kind,
        "parent": node.parent if node.parent >= 0 else None,
        "position": [round(v, 4) for v in node.position],
        "size": [round(v, 4) for v in node.size],
        "front": round(node.front, 2),
        "color": None if seen is None else [round(v, 4) for v in seen.color],
        "color_name": None if seen is None else seen.name,
        "colors_said": list(colors_said(node)),
        "materials": list(materials_said(node)),
        "wall": node.wall,
    }
