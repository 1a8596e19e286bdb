# /// asset
# word = "wall sconce"
# synonyms = ["sconce", "wall lamp", "wall light", "wall-mounted lamp"]
# stands_for = ["vanity light", "wall lantern"]
# category = "lighting"
# support = "wall"
# colors = ["metal_color", "shade_color"]
# materials = ["metal", "shade"]
# ///
from scene.language import *
from scene.language.modelling import ellipsoid, finish, fitted, moved, oval_wall, pipe, ring, rod, stretched


@register("the wall plate")
def plate(look):
    flat = stretched(rod((0, 0, 0), (0, 0, 0.015), 1.0, *look), (0.05, 0.085, 1))
    return concat_shapes(flat, ellipsoid((0, 0, 0.016), (0.018, 0.018, 0.014), *look))


@register("the shade")
def shade(look):
    return concat_shapes(
        oval_wall((0, 0, 0), (0.085, 0.085), (0.055, 0.055), 0.14, *look, thickness=0.003, parts=24),
        ring((0, 0, 0), 0.085, 0.003, *look, parts=24),
        ring((0, 0.14, 0), 0.055, 0.003, *look, parts=24),
    )


@register("a wall sconce with a small shade on a curved arm")
def wall_sconce(
    *, width=0.18, depth=0.24, height=0.34, metal="brass", metal_color=None, shade="ivory linen", shade_color=None
) -> Shape:
    brass, cloth = finish(metal, metal_color), finish(shade, shade_color)
    lit = cloth[0], {**cloth[1], "emission": 0.5}
    parts = [
        moved(library_call("plate", look=brass), (0, 0.1, 0)),
        pipe([(0, 0.1, 0.01), (0, 0.05, 0.06), (0, 0.04, 0.11), (0, 0.09, 0.15), (0, 0.17, 0.15)], 0.008, *brass),
        rod((0, 0.15, 0.15), (0, 0.17, 0.15), 0.028, *brass),
        rod((0, 0.17, 0.15), (0, 0.22, 0.15), 0.011, *finish("cream wax")),
        ellipsoid((0, 0.245, 0.15), (0.018, 0.03, 0.018), *finish("lamp glow")),
        moved(library_call("shade", look=lit), (0, 0.19, 0.15)),
        ellipsoid((0, 0.0, 0.012), (0.014, 0.018, 0.014), *brass),
        rod((0, 0.0, 0.01), (0, 0.1, 0.01), 0.008, *brass),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
