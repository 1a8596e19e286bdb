# /// asset
# word = "mouse"
# synonyms = ["computer mouse", "wireless mouse", "gaming mouse", "optical mouse"]
# category = "electronics"
# support = "surface"
# colors = ["shell", "wheel"]
# ///
from scene.language import *
from scene.language.modelling import darker, ellipsoid, fitted, moved, rod


@register("the rounded shell, its two buttons parted by a slit")
def mouse_shell(*, width, depth, height, shell):
    seam, plastic = darker(shell, 0.35), {"roughness": 0.35}
    hump = ellipsoid((0, height * 0.34, depth * 0.12), (width / 2, height * 0.66, depth * 0.38), shell, plastic)
    nose = [
        ellipsoid(
            (side * width * 0.215, height * 0.34, -depth * 0.16),
            (width * 0.25, height * 0.52, depth * 0.34),
            darker(shell, 0.45),
            plastic,
        )
        for side in (-1, 1)
    ]
    slit = ellipsoid((0, height * 0.36, -depth * 0.18), (width * 0.03, height * 0.53, depth * 0.31), (0.05, 0.05, 0.05))
    sole = ellipsoid((0, height * 0.17, 0), (width * 0.51, height * 0.17, depth * 0.5), seam)
    return concat_shapes(hump, *nose, slit, sole)


@register("the scroll wheel")
def scroll_wheel(*, radius, thick, wheel):
    return concat_shapes(
        rod((-thick / 2, 0, 0), (thick / 2, 0, 0), radius, wheel, {"roughness": 0.8}),
        rod((-thick * 0.6, 0, 0), (thick * 0.6, 0, 0), radius * 0.6, (0.2, 0.2, 0.2)),
    )


@register("a computer mouse with two buttons and a wheel")
def mouse(*, width=0.065, depth=0.115, height=0.04, shell=(0.8, 0.81, 0.83), wheel=(0.9, 0.4, 0.2)):
    body = library_call("mouse_shell", width=width, depth=depth, height=height, shell=shell)
    whole = concat_shapes(
        body,
        moved(
            library_call("scroll_wheel", radius=height * 0.28, thick=width * 0.13, wheel=wheel),
            (0, height * 0.72, -depth * 0.2),
        ),
    )
    return fitted(whole, width, height, depth)
