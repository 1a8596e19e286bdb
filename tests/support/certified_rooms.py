"""Rooms written as arguments of `place`, and their certificates."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import Certificate, Support
from scenewright.scene.layout.bodies import bodies_of
from scenewright.scene.layout.certificate import certify
from scenewright.scene.model import Scene

ROOM = "room(4, 4, 2.5, doors=[('front', 0, 0.9, 2.0)], windows=[('left', 0, 1.2, 1.0, 0.9)])"


def room_of(*things: str, room: str = ROOM, relations: str = "") -> Scene:
    """A room with things, each given as the arguments of ``place``."""
    parts = ",\n".join([room, *(f"place({t})" for t in things)])
    return evaluate_here(
        "from scene.language import *\n"
        "def block(w, h, d): return transform_shape(primitive_call('cube', {'scale': (w, h, d)}), translation_matrix((0, h / 2, 0)))\n"
        "def ball(r): return primitive_call('sphere', {'radius': r})\n"
        "def disc(r, h): return primitive_call('cylinder', {'radius': r, 'p0': (0, 0, 0), 'p1': (0, h, 0)})\n"
        "def table(w, h, d): return concat_shapes(transform_shape(block(w, 0.04, d), translation_matrix((0, h - 0.04, 0))),"
        " *[transform_shape(block(0.05, h - 0.04, 0.05), translation_matrix((x * (w / 2 - 0.03), 0, z * (d / 2 - 0.03)))) for x in (-1, 1) for z in (-1, 1)])\n"
        f"@register()\ndef scene():\n    return concat_shapes(\n{parts}\n    )\n{relations}\n"
    )


def judged(*things: str, support: dict[str, Support] | None = None, **options: Any) -> Certificate:
    """The certificate of a room with things. `support` overrides the support read from words and poses."""
    scene = room_of(*things, **options)
    bodies = bodies_of(scene)
    kinds = [(support or {}).get(p.split("/", 1)[1], s) for p, s in zip(bodies.path, bodies.support, strict=True)]
    return certify(scene, bodies=replace(bodies, support=tuple(kinds)))


def wrong(certificate: Certificate) -> set[tuple[str, tuple[str, ...]]]:
    """Kind and paths, without the root's name, of each violation."""
    return {(str(v.kind), tuple(p.split("/", 1)[1] for p in v.paths)) for v in certificate.violations}


BLOCK = "block(1, 0.5, 1), at=(0, 0, 0), name='a'"
