# /// asset
# word = "sliding door"
# synonyms = ["sliding glass door", "patio door", "glass door", "balcony door"]
# stands_for = ["french doors", "french door"]
# phrase = "a sliding glass door with two panes in a slim frame"
# category = "doors"
# support = "wall"
# clearance = {front = 0.8}
# [colors]
# paint = [0.149, 0.153, 0.165]
# [materials]
# frame = "black metal"
# ///
from scene.language import *
from scene.language.modelling import finish, fitted


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


@register("a sliding pane")
def pane(width, height, look, glass, side):
    bar = 0.055
    return concat_shapes(
        *[box((bar, height, 0.04), (s * (width - bar) / 2, 0, 0), look) for s in (-1, 1)],
        *[box((width - 2 * bar, bar, 0.04), (0, y, 0), look) for y in (0, height - bar)],
        box((width - 2 * bar, height - 2 * bar, 0.008), (0, bar, 0), glass),
        box((0.02, 0.24, 0.05), (side * (width / 2 - 0.03), 0.95, 0.01), finish("chrome")),
    )


@register("a sliding glass door with two panes in a slim frame")
def sliding_door(*, width=1.8, depth=0.14, height=2.15, frame="black metal", paint=None) -> Shape:
    look = finish(frame, paint)
    glass = (0.62, 0.78, 0.86), {"roughness": 0.04, "opacity": 0.55}
    bar = 0.05
    parts = [box((bar, height, 0.13), (s * (width - bar) / 2, 0, 0), look) for s in (-1, 1)] + [
        box((width - 2 * bar, bar, 0.13), (0, height - bar, 0), look),
        box((width - 2 * bar, 0.03, 0.14), (0, 0, 0), look),
    ]
    each = (width - 2 * bar) / 2 + 0.03
    tall = height - bar - 0.03
    parts.append(
        transform_shape(
            library_call("pane", width=each, height=tall, look=look, glass=glass, side=-1),
            translation_matrix((-width / 2 + bar + each / 2, 0.03, -0.03)),
        )
    )
    parts.append(
        transform_shape(
            library_call("pane", width=each, height=tall, look=look, glass=glass, side=-1),
            translation_matrix((width / 2 - bar - each / 2 - 0.12, 0.03, 0.03)),
        )
    )
    return fitted(concat_shapes(*parts), width, height, depth)
