# /// asset
# word = "sliding door"
# synonyms = ["sliding glass door", "patio door", "glass door", "balcony door"]
# stands_for = ["french doors", "french door"]
# category = "doors"
# support = "wall"
# clearance = {front = 0.8}
# colors = ["paint"]
# materials = ["frame"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved


@register("a sliding pane")
def pane(width, height, look, glass, side):
    bar = 0.055
    return concat_shapes(
        *[block((s * (width - bar) / 2, 0, 0), (bar, height, 0.04), *look) for s in (-1, 1)],
        *[block((0, y, 0), (width - 2 * bar, bar, 0.04), *look) for y in (0, height - bar)],
        block((0, bar, 0), (width - 2 * bar, height - 2 * bar, 0.008), *glass),
        block((side * (width / 2 - 0.03), 0.95, 0.01), (0.02, 0.24, 0.05), *finish("chrome")),
    )


@register("a sliding glass door with two panes in a slim frame")
def sliding_door(*, width=1.8, depth=0.14, height=2.15, frame="black metal", paint=None) -> Shape:
    look = finish(frame, paint)
    glass = (0.62, 0.78, 0.86), {"roughness": 0.04, "opacity": 0.55}
    bar = 0.05
    parts = [block((s * (width - bar) / 2, 0, 0), (bar, height, 0.13), *look) for s in (-1, 1)] + [
        block((0, height - bar, 0), (width - 2 * bar, bar, 0.13), *look),
        block((0, 0, 0), (width - 2 * bar, 0.03, 0.14), *look),
    ]
    each = (width - 2 * bar) / 2 + 0.03
    tall = height - bar - 0.03
    parts.append(
        moved(
            library_call("pane", width=each, height=tall, look=look, glass=glass, side=-1),
            (-width / 2 + bar + each / 2, 0.03, -0.03),
        )
    )
    parts.append(
        moved(
            library_call("pane", width=each, height=tall, look=look, glass=glass, side=-1),
            (width / 2 - bar - each / 2 - 0.12, 0.03, 0.03),
        )
    )
    return fitted(concat_shapes(*parts), width, height, depth)
