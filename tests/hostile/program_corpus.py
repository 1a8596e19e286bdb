"""Programs that are made to cost the host more than they cost their own process."""

from __future__ import annotations

from tests.support.samples import ON_ALL_INPUTS

HEAD = "from scene.language import *\n"
CUBE = "primitive_call('cube', {'scale': 1})"


def entity(body: str, *, phrase: str = "'a thing'", before: str = "") -> str:
    """A program with one entity of these statements."""
    lines = "\n".join("    " + line for line in body.strip().splitlines())
    return f"{HEAD}{before}\n@register({phrase})\ndef thing():\n{lines}\n"


def _doubled(start: str, times: int, *, step: str = "translation_matrix((2 ** i, 0, 0))") -> str:
    return entity(f"s = {start}\nfor i in range({times}): s = concat_shapes(s, transform_shape(s, {step}))\nreturn s")


def _many(call: str, count: int) -> str:
    return entity(f"for i in range({count}): {call}\nreturn {CUBE}")


def _placed(count: int, call: str = f"place({CUBE}, at=(0, 0, 0), name='b')") -> str:
    return entity(f"return concat_shapes(*[{call} for i in range({count})])")


_NESTED = """s = concat_shapes(*[{cube} for i in range({cubes})])
for i in range({depth}): s = place(s, name={name})
return s"""


def _nested(cubes: int, depth: int, name: str) -> str:
    return entity(_NESTED.format(cube=CUBE, cubes=cubes, depth=depth, name=name))


_ANIMATION = """
@register_animation('frames')
def frames():
    s = concat_shapes(*[{cube} for i in range({cubes})])
    for i in range({frames}):
        yield transform_shape(s, translation_matrix((i, 0, 0)))
"""

PROGRAMS: dict[str, str] = {
    # -- many instances
    "cubes by doubling": _doubled(CUBE, 17),
    "spheres by doubling": _doubled("primitive_call('sphere', {'radius': 1})", 17),
    "spheres on one spot": _doubled(
        "primitive_call('sphere', {'radius': 1})", 16, step="translation_matrix((0, 0, 0))"
    ),
    "sheared cubes": _doubled(
        f"transform_shape({CUBE}, scale_matrix((1, 3, 1), (0, 0, 0)))",
        15,
        step="rotation_matrix(0.3, (1, 1, 0), (0, 0, 0))",
    ),
    "empty groups": entity(
        "s = nothing() if False else concat_shapes()\nfor i in range(10000): s = place(s)\nreturn s"
    ),
    "groups without end": _nested(1, 5_000, "'g'"),
    "placed and thrown away": entity(f"c = {CUBE}\nfor i in range(200000): place(c, at=(i, 0, 0))\nreturn c"),
    "blocks by the million": entity(
        "return primitive_call('set_cuboid', block_type='stone', scale=(130, 130, 130), fill=True)"
    ),
    "blocks upon blocks": entity(
        "return concat_shapes(*[primitive_call('set_cuboid', block_type='stone', scale=(56, 56, 56), fill=True) for i in range(17)])"
    ),
    "frames of much": HEAD + _ANIMATION.format(cube=CUBE, cubes=500, frames=390),
    "frames of spheres": HEAD
    + _ANIMATION.format(cube="primitive_call('sphere', {'radius': 1})", cubes=20, frames=1_900),
    # -- long texts
    "nested names of 20,000": _nested(2_000, 150, "'x' * 20000"),
    "nested names of 200": _nested(2_000, 190, "'x' * 200"),
    "a name of two million": _placed(1, f"place({CUBE}, name='x' * 2_000_000)"),
    "distinct long names": _placed(20_000, f"place({CUBE}, name='x' * 190 + str(i))"),
    "an entity of a long name": f"{HEAD}\n@register()\ndef {'x' * 100_000}():\n    return {CUBE}\n",
    "a docstring of 60 MB": entity(f"return {CUBE}", phrase="'red chair ' * 6_000_000"),
    "a docstring in the text": HEAD
    + f'\n@register()\ndef thing():\n    """{"a red chair. " * 200_000}"""\n    return {CUBE}\n',
    "docstrings of many entities": HEAD
    + "\n".join(
        f"@register('long words ' * 5000)\ndef e{i}():\n    return {f'e{i - 1}()' if i else CUBE}" for i in range(150)
    ),
    "a name of control characters": _placed(1, f"place({CUBE}, name='\\x1b]0;x\\x07')"),
    "a name of right-to-left marks": _placed(1, f"place({CUBE}, name='\\u202e\\u2066chair')"),
    "a phrase of surrogates": entity(f"return {CUBE}", phrase="'\\ud800\\udfff' * 500"),
    "words of an identity": entity(f"return place({CUBE}, z=embed('word ' * 1_000_000))"),
    "identities without end": _placed(30_000, f"place({CUBE}, z=embed('z' + str(i)))"),
    "materials without end": _placed(30_000, "primitive_call('cube', {'scale': 1}, material={'roughness': i / 30000})"),
    "a texture of a long name": entity(
        "return primitive_call('cube', {'scale': 1}, material={'texture': 'x' * 1_000_000 + '.png'})"
    ),
    "textures without end": _placed(
        5_000, "primitive_call('cube', {'scale': 1}, material={'texture': 'a' + str(i) + '.png'})"
    ),
    "a texture that is a device": entity(
        "return primitive_call('cube', {'scale': 1}, material={'texture': '../../../../dev/zero'})"
    ),
    "surroundings of a long text": entity(f"environment('sky ' * 2_000_000)\nreturn {CUBE}"),
    "prints without end": entity(f"for i in range(10 ** 9): print('x' * 1000)\nreturn {CUBE}"),
    "prints of escapes": entity(f"print('\\x1b[2J' * 10000)\nreturn {CUBE}"),
    "warnings of long texts": entity(
        f"for i in range(600): primitive_call('cube', {{'scale': 1}}, material={{'k' * 100_000 + str(i): 1}})\nreturn {CUBE}"
    ),
    "an error of 100 MB": entity("raise ValueError('x' * 100_000_000)"),
    "an error that lies about its line": entity("raise ValueError('File \"program.py\", line ' + '9' * 5000)"),
    "an unknown entity of a long name": entity("return library_call('x' * 10_000_000)"),
    "an unknown surface of a long name": entity("surface('oak ' * 100_000)\nreturn " + CUBE),
    # -- many declarations
    "3,000 cameras": _many("camera((i + 1, 1, 1), (0, 0, 0))", 3_000),
    "20,000 lights": _many("light('point', at=(i, 2, 0))", 20_000),
    "500 lights": _many("light('point', at=(i * 0.1, 2, 0))", 500),
    "100,000 relations": _many("relate(near('thing', 'thing'))", 100_000),
    "relations of many names": entity(
        f"s = {_placed(1)[:0]}concat_shapes(*[place({CUBE}, at=(2 * i, 0, 0), name='b') for i in range(3000)])\n"
        "relate(*[near('b', 'b') for i in range(3000)])\nreturn s"
    ),
    "a relation of long names": entity(f"relate(near('x' * 5_000_000, 'y' * 5_000_000))\nreturn {CUBE}"),
    "a row of 90,000 names": entity(f"relate(row(['n' + str(i) for i in range(90000)]))\nreturn {CUBE}"),
    "adjusts without end": entity(
        f"for i in range(50000): adjust('thing', move=(0.001, 0, 0))\nreturn place({CUBE}, name='a')"
    ),
    "adjusts of what is missing": entity(
        f"for i in range(3000): adjust('missing' + str(i) * 20)\nreturn concat_shapes(*[place({CUBE}, name='n' + str(i)) for i in range(9000)])"
    ),
    "doors without end": entity("return room(900, 900, doors=[('back', i * 0.2, 0.1, 1) for i in range(-2000, 2000)])"),
    # -- numbers
    "a room of 1e90 metres": entity("return room(1e90, 1e90)"),
    "a room of no height": entity("return room(4, 4, 1e-90)"),
    "a wall that is a hair": entity("return room(1e-9, 1e-9, 1e-9, doors=['back'])"),
    "a cube of 1e80": entity("return primitive_call('cube', {'scale': 1e80})"),
    "a cube of 1e-80": entity("return transform_shape(" + CUBE + ", scale_matrix(1e-80, (0, 0, 0)))"),
    "far from the origin": entity(f"return place({CUBE}, at=(1e95, 0, 0))"),
    "a camera that becomes one point": entity(
        "@register('inner')\ndef inner():\n    camera((1, 1, 1), (0, 0, 0))\n    return "
        + CUBE
        + "\nreturn transform_shape(inner(), scale_matrix(1e-12, (0, 0, 0)))"
    ),
    "a light of 1e90": entity(f"light('sun', intensity=1e90)\nreturn {CUBE}"),
    "numbers of another kind": entity(f"return place({CUBE}, at=(True, 10 ** 400, complex(1, 2)))"),
    # -- many bodies
    "300 bodies on one spot": _placed(300),
    "300 round bodies on one spot": _placed(
        300, "place(primitive_call('sphere', {'radius': 1}), at=(0, 0, 0), name='b')"
    ),
    "3,000 bodies on one spot": _placed(3_000),
    "300 bodies with relations": entity(
        f"relate(*[near('b[%d]' % i, 'b[%d]' % (i + 1)) for i in range(299)])\n"
        f"return concat_shapes(room(30, 30), *[place({CUBE}, at=(i * 0.01, 0, 0), name='b') for i in range(300)])"
    ),
    "bodies of many parts": entity(
        f"big = concat_shapes(*[transform_shape({CUBE}, translation_matrix((i * 0.1, 0, 0))) for i in range(2000)])\n"
        "return concat_shapes(*[place(big, at=(0, 0, i * 0.01), name='b') for i in range(20)])"
    ),
    # -- questions to the host
    "asset sizes without end": _placed(1_990, "asset_call('chair', size=(0.5 + i * 0.001, 1, 0.5))"),
    "asset words without end": _placed(1_990, "asset_call('thing number ' + str(i))"),
    "asset words of great length": _placed(300, "asset_call(('chair ' * 66)[:390] + str(i))"),
    "splats of long names": _placed(1_990, "splat_call('x' * 400_000 + str(i))"),
    "splats without end": _placed(1_990, "splat_call('capture' + str(i) + '.ply')"),
    "a splat of a number of 5,000 digits": entity("return splat_call('a.ply', part=10 ** 5000)"),
}

_LIKE_OTHERS = (
    "spheres by doubling", "spheres on one spot", "frames of spheres", "nested names of 200", "300 round bodies on one spot",
    "asset sizes without end", "splats without end",
)  # fmt: skip
"""They cost many seconds and do what another program of their kind does: they run where tests run on all inputs."""

TRIED = [name for name in PROGRAMS if ON_ALL_INPUTS or name not in _LIKE_OTHERS]
"""Names of the programs that tests run."""
