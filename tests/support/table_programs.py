"""Programs with a table, a mug and a chair, for layout tests, which give the body of the root."""

from __future__ import annotations

import textwrap

from scenewright.scene.asset_provider import AssetProvider
from scenewright.scene.language.running import evaluate_here
from scenewright.scene.layout import Bodies
from scenewright.scene.model import Scene

HEAD = """
from scene.language import *

def box(w, h, d, at=(0, 0, 0)):
    x, y, z = at
    cube = primitive_call('cube', {'scale': (w, h, d)})
    return transform_shape(cube, translation_matrix((x, y + h / 2, z)))

@register()
def table():
    legs = [box(0.06, 0.7, 0.06, (x, 0, z)) for x in (-0.6, 0.6) for z in (-0.35, 0.35)]
    return concat_shapes(box(1.4, 0.05, 0.8, (0, 0.7, 0)), *legs)

@register()
def mug():
    return primitive_call('cylinder', {'radius': 0.04, 'p0': (0, 0, 0), 'p1': (0, 0.1, 0)})

@register()
def chair():
    return concat_shapes(box(0.4, 0.45, 0.4), box(0.4, 0.45, 0.05, (0, 0.45, -0.175)))
"""
"""The beginning of each program: a table, a mug and a chair."""


def program(body: str, after: str = "") -> str:
    """A program whose root has this body. `after`: lines after the root."""
    return (
        f"{HEAD}\n@register()\ndef scene():\n{textwrap.indent(textwrap.dedent(body).strip(), '    ')}\n\n"
        f"{textwrap.dedent(after)}\n"
    )


def scene_of(body: str, after: str = "", assets: AssetProvider | None = None) -> Scene:
    """The scene of :func:`program` with the same arguments."""
    return evaluate_here(program(body, after), assets=assets)


def short(bodies: Bodies) -> list[str]:
    """Paths of the bodies without the root's name."""
    return [p.partition("/")[2] for p in bodies.path]


def block(name: str, size: tuple[float, float, float], at: tuple[float, float, float], turn: float = 0.0) -> str:
    """The call that places a box: `size` and `at` in metres, `turn` in degrees."""
    return f"place(box(*{size}), at={at}, turn={turn}, name={name!r})"
