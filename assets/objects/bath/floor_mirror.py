# /// asset
# word = "floor mirror"
# synonyms = ["standing mirror", "tall mirror", "full-length mirror", "cheval mirror", "leaning mirror", "dressing mirror"]
# stands_for = ["makeup mirror stand"]
# category = "bath"
# support = "floor"
# clearance = {front = 0.6}
# colors = ["paint"]
# materials = ["frame"]
# ///
from scene.language import *
from scene.language.modelling import block, ellipsoid, finish, fitted, moved, rod


@register("the tilting mirror in its frame")
def glass(width, height, look):
    bar = 0.045
    return concat_shapes(
        block((0, 0.01, 0), (width - 0.02, height - 0.02, 0.01), *finish("mirror")),
        *[block((s * (width - bar) / 2, 0, 0), (bar, height, 0.03), *look) for s in (-1, 1)],
        *[block((0, y, 0), (width - 2 * bar, bar, 0.03), *look) for y in (0, height - bar)],
    )


@register("a side post on its foot")
def post(height, look):
    return concat_shapes(
        rod((0, 0.05, 0), (0, height, 0), 0.02, *look),
        ellipsoid((0, height + 0.02, 0), (0.03, 0.04, 0.03), *look),
        rod((0, 0.06, 0), (0, 0.015, 0.22), 0.018, *look),
        rod((0, 0.06, 0), (0, 0.015, -0.22), 0.018, *look),
        ellipsoid((0, 0.02, 0.22), (0.024, 0.02, 0.024), *look),
        ellipsoid((0, 0.02, -0.22), (0.024, 0.02, 0.024), *look),
    )


@register("a tall standing mirror tilted in a wooden frame")
def floor_mirror(*, width=0.65, depth=0.5, height=1.72, frame="walnut", paint=None) -> Shape:
    wood = finish(frame, paint)
    x = 0.3
    parts = [moved(library_call("post", height=1.15, look=wood), (s * x, 0, 0)) for s in (-1, 1)]
    parts.append(rod((-x, 0.12, 0), (x, 0.12, 0), 0.014, *wood))
    panel = moved(library_call("glass", width=0.52, height=1.52, look=wood), (0, -0.78, 0))
    parts.append(moved(panel, (0, 0.96, 0), -0.1, (1, 0, 0)))
    parts += [rod((s * 0.25, 0.96, 0), (s * (x + 0.04), 0.96, 0), 0.012, *finish("brass")) for s in (-1, 1)]
    return fitted(concat_shapes(*parts), width, height, depth)
