# /// asset
# word = "clapperboard"
# synonyms = ["clapper board", "film slate", "movie clapper", "clapper", "clapboard", "film clapper"]
# category = "electronics"
# support = "surface"
# colors = ["paint", "chalk"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod


@register("a stick with slanted stripes")
def stick(*, paint, chalk, mirror):
    parts, tall, long, pitch = [box((0, 0, 0), (0.3, 0.032, 0.011), paint)], 0.032, 0.3, 0.06
    for i in range(-3, 7):
        for k in range(8):
            y = -tall / 2 + tall * (k + 0.5) / 8
            left = -long / 2 + i * pitch + (y if not mirror else -y) * 0.9
            a, b = max(left, -long / 2), min(left + pitch / 2, long / 2)
            if b - a > 0.002:
                parts.append(box(((a + b) / 2, y, 0), (b - a, tall / 8 + 0.0003, 0.0122), chalk))
    return concat_shapes(*parts)


@register("the slate with its fields")
def slate(*, paint, chalk):
    z = 0.0063
    lines = [box((0, y, z), (0.28, 0.0022, 0.001), chalk) for y in (0.145, 0.105, 0.065)]
    posts = [
        box((x, y, z), (0.0022, h, 0.001), chalk)
        for x, y, h in ((-0.045, 0.125, 0.04), (0.048, 0.125, 0.04), (0.0, 0.043, 0.044))
    ]
    words = [
        box((-0.12 + 0.093 * k + 0.012 * i, 0.137, z), (0.008, 0.005, 0.001), chalk) for k in range(3) for i in range(4)
    ]
    words += [
        box((-0.12 + 0.093 * k + 0.018 * i, 0.119, z), (0.012, 0.015, 0.001), chalk) for k in range(3) for i in range(2)
    ]
    words += [box((-0.12 + 0.012 * i, y, z), (0.008, 0.005, 0.001), chalk) for y in (0.097, 0.056) for i in range(5)]
    words += [box((-0.03 + 0.016 * i, 0.083, z), (0.011, 0.013, 0.001), chalk) for i in range(8)]
    words += [box((-0.12 + 0.016 * i, 0.035, z), (0.011, 0.013, 0.001), chalk) for i in range(6)]
    words += [box((0.03 + 0.016 * i, 0.035, z), (0.011, 0.013, 0.001), chalk) for i in range(6)]
    return concat_shapes(box((0, 0.09, 0), (0.3, 0.18, 0.011), paint, {"roughness": 0.5}), *lines, *posts, *words)


@register("the foot behind")
def prop(*, paint):
    return concat_shapes(
        *[moved(box((0, 0.06, 0), (0.02, 0.13, 0.004), paint), (s * 0.1, 0, -0.06), 0.42, (1, 0, 0)) for s in (-1, 1)]
    )


@register("a clapperboard with its striped stick lifted")
def clapperboard(*, width=0.31, height=0.29, depth=0.085, paint=(0.05, 0.05, 0.06), chalk=(0.95, 0.95, 0.94)):
    lifted = moved(library_call("stick", paint=paint, chalk=chalk, mirror=True), (0.15, 0, 0))
    whole = concat_shapes(
        library_call("slate", paint=paint, chalk=chalk),
        moved(library_call("stick", paint=paint, chalk=chalk, mirror=False), (0, 0.197, 0)),
        moved(lifted, (-0.15, 0.232, 0), 0.26, (0, 0, 1)),
        rod((-0.138, 0.215, -0.008), (-0.138, 0.215, 0.009), 0.008, (0.8, 0.81, 0.83)),
        library_call("prop", paint=paint),
    )
    return fitted(whole, width, height, depth)
