# /// asset
# word = "armchair"
# phrase = "an upholstered armchair with padded arms and a loose seat cushion"
# category = "seating"
# support = "floor"
# licence = "Apache-2.0"
# author = "The Scenewright authors"
# source = "scenewright/seating/armchair"
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, pad, rod, taper, upright_pad


@register("a short tapered leg")
def leg(height, look):
    return taper((0, height, 0), (0, 0, 0), 0.026, 0.014, *look)


@register("a disc foot that turns")
def swivel_base(radius, height, look):
    return concat_shapes(rod((0, 0, 0), (0, 0.02, 0), radius, *look), rod((0, 0.02, 0), (0, height, 0), 0.05, *look))


@register("a padded arm")
def arm(width, height, depth, look):
    r = width / 2
    return concat_shapes(
        block((0, 0, 0), (width, height - r, depth), *look),
        rod((0, height - r, -depth / 2), (0, height - r, depth / 2), r, *look),
    )


@register("a plump seat cushion")
def seat_cushion(width, height, depth, look):
    return pad((0, 0, 0), (width, height, depth), *look, edge=0.06)


@register("a plump back cushion")
def back_cushion(width, height, thickness, look):
    return upright_pad((0, 0, 0), (width, height, thickness), *look, edge=0.09)


@register("an upholstered armchair with padded arms and a loose seat cushion")
def armchair(
    *, width=0.85, depth=0.85, height=0.85, swivel=False, upholstery="terracotta fabric", paint=(0.7216, 0.1412, 0.1647), legs="walnut"
) -> Shape:
    cloth, wood = finish(upholstery, paint), finish(legs)
    foot, arm_width, arm_height = 0.13, 0.15, height * 0.68
    inner = width - 2 * arm_width
    parts = (
        [library_call("swivel_base", radius=0.27, height=foot, look=finish("chrome"))]
        if swivel
        else [
            place("leg", at=(s * (width / 2 - 0.08), 0, t * (depth / 2 - 0.08)), height=foot, look=wood)
            for t in (1, -1)
            for s in (-1, 1)
        ]
    )
    parts.append(block((0, foot, 0), (width - 0.02, 0.14, depth - 0.03), *cloth))
    parts += [
        place(
            "arm",
            at=(s * (width - arm_width) / 2, foot, 0),
            width=arm_width,
            height=arm_height - foot,
            depth=depth,
            look=cloth,
        )
        for s in (-1, 1)
    ]
    parts.append(upright_pad((0, foot, -depth / 2 + 0.08), (inner + 0.02, height - foot, 0.16), *cloth, edge=0.07))
    parts.append(
        place(
            "seat_cushion", at=(0, foot + 0.13, 0.075), width=inner - 0.01, height=0.17, depth=depth - 0.15, look=cloth
        )
    )
    rest = library_call("back_cushion", width=inner - 0.02, height=height - foot - 0.26, thickness=0.2, look=cloth)
    parts.append(moved(rest, (0, foot + 0.28, -depth / 2 + 0.23), -0.13, (1, 0, 0)))
    return fitted(concat_shapes(*parts), width, height, depth)
