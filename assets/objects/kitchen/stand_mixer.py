# /// asset
# word = "stand mixer"
# synonyms = ["kitchen mixer", "food mixer", "cake mixer", "dough mixer", "planetary mixer", "mixer"]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# materials = ["body", "bowl"]
# ///
from scene.language import *
from scene.language.modelling import block, ellipsoid, finish, fitted, moved, oval_wall, pad, ring, rod


@register("the mixing bowl")
def bowl(look):
    return concat_shapes(
        oval_wall((0, 0.05, 0), (0.075, 0.075), (0.11, 0.11), 0.07, *look, thickness=0.005, parts=22),
        oval_wall((0, 0.12, 0), (0.11, 0.11), (0.115, 0.115), 0.08, *look, thickness=0.005, parts=22),
        rod((0, 0.03, 0), (0, 0.055, 0), 0.075, *look),
        rod((0, 0, 0), (0, 0.035, 0), 0.055, *look),
        ring((0, 0.2, 0), 0.116, 0.005, *look, parts=22),
    )


@register("the beater")
def beater(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.09, 0), 0.008, *look), ellipsoid((0, -0.03, 0), (0.045, 0.05, 0.01), *look)
    )


@register("the motor head")
def head(look, metal):
    return concat_shapes(
        pad((0, 0, 0), (0.13, 0.14, 0.36), *look, edge=0.05),
        ellipsoid((0, 0.07, 0.15), (0.062, 0.066, 0.06), *look),
        rod((0, 0.07, 0.18), (0, 0.07, 0.215), 0.032, *metal),
        block((0, 0.055, 0), (0.132, 0.012, 0.3), *metal),
        rod((0, -0.02, 0.1), (0, 0.02, 0.1), 0.04, *metal),
        rod((0.06, 0.085, -0.05), (0.075, 0.085, -0.05), 0.014, *finish("black plastic")),
    )


@register("a stand mixer with a steel bowl under its tilting head")
def stand_mixer(
    *, width=0.24, depth=0.4, height=0.37, body="cherry red enamel", paint=None, bowl="stainless steel"
) -> Shape:
    look, steel, metal = finish(body, paint), finish(bowl), finish("chrome")
    parts = [
        pad((0, 0, 0.02), (0.2, 0.035, 0.36), *look, edge=0.017),
        block((0, 0.02, -0.13), (0.11, 0.25, 0.1), *look),
        rod((0, 0.02, -0.1), (0, 0.26, -0.1), 0.055, *look),
        moved(library_call("head", look=look, metal=metal), (0, 0.235, -0.01)),
        moved(library_call("bowl", look=steel), (0, 0.033, 0.08)),
        moved(library_call("beater", look=steel), (0, 0.15, 0.09)),
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
