# /// asset
# word = "generator"
# synonyms = ["portable generator", "power generator", "diesel generator", "emergency generator", "petrol generator"]
# category = "appliances"
# support = "floor"
# clearance = {front = 0.4}
# colors = ["paint"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, fitted, pipe, plate, rod

BLACK = (0.09, 0.09, 0.1)


@register("the tubular frame on wheels")
def frame():
    look = ((0.13, 0.14, 0.15), {"metallic": 0.5, "roughness": 0.4})
    parts = []
    for s in (-1, 1):
        z = s * 0.24
        parts.append(
            pipe([(-0.36, 0.12, z), (-0.36, 0.55, z), (0.36, 0.55, z), (0.36, 0.12, z), (-0.36, 0.12, z)], 0.018, *look)
        )
        parts.append(rod((-0.3, 0.1, s * 0.27), (-0.3, 0.1, s * 0.33), 0.1, BLACK, {"roughness": 0.9}))
        parts.append(rod((-0.3, 0.1, s * 0.33), (-0.3, 0.1, s * 0.335), 0.05, (0.7, 0.71, 0.73)))
        parts.append(block((0.3, 0, z), (0.05, 0.12, 0.05), BLACK))
    parts += [rod((x, y, -0.24), (x, y, 0.24), 0.018, *look) for x in (-0.36, 0.36) for y in (0.12, 0.55)]
    parts.append(rod((-0.3, 0.1, -0.3), (-0.3, 0.1, 0.3), 0.014, *look))
    return concat_shapes(*parts)


@register("the engine with its fins and tank")
def engine(*, paint):
    gloss = {"roughness": 0.35}
    fins = [block((-0.17, 0.17 + 0.03 * i, 0), (0.24, 0.012, 0.3), (0.62, 0.63, 0.65)) for i in range(6)]
    return concat_shapes(
        plate((0, 0.42, 0), (0.62, 0.15, 0.42), 0.06, paint, gloss),
        rod((-0.1, 0.57, 0), (-0.1, 0.6, 0), 0.05, BLACK),
        block((-0.17, 0.14, 0), (0.2, 0.28, 0.26), (0.5, 0.51, 0.53)),
        *fins,
        rod((0.02, 0.28, 0), (0.3, 0.28, 0), 0.13, (0.3, 0.31, 0.33)),
        *[rod((0.06 + 0.05 * i, 0.28, 0), (0.075 + 0.05 * i, 0.28, 0), 0.137, (0.2, 0.21, 0.22)) for i in range(5)],
        rod((-0.34, 0.3, -0.1), (-0.34, 0.3, 0.12), 0.07, (0.6, 0.58, 0.55)),
        rod((-0.3, 0.3, 0.12), (-0.3, 0.3, 0.16), 0.09, BLACK),
        box((-0.1, 0.495, 0.212), (0.2, 0.05, 0.004), (0.95, 0.95, 0.95)),
    )


@register("the panel with sockets and a switch")
def panel(*, paint):
    parts = [box((0.2, 0.29, 0.22), (0.3, 0.22, 0.03), darker(paint, 0.35))]
    for i in range(2):
        x = 0.12 + 0.1 * i
        parts.append(rod((x, 0.25, 0.235), (x, 0.25, 0.25), 0.038, (0.15, 0.3, 0.6)))
        parts += [
            rod((x + s * 0.013, 0.25, 0.25), (x + s * 0.013, 0.25, 0.252), 0.005, (0.02, 0.02, 0.02)) for s in (-1, 1)
        ]
    parts.append(rod((0.12, 0.35, 0.235), (0.12, 0.35, 0.243), 0.03, (0.95, 0.95, 0.93)))
    parts.append(box((0.122, 0.358, 0.245), (0.004, 0.022, 0.002), (0.8, 0.1, 0.08)))
    parts.append(box((0.22, 0.35, 0.24), (0.04, 0.05, 0.012), (0.85, 0.12, 0.1)))
    parts.append(rod((0.3, 0.34, 0.235), (0.3, 0.34, 0.25), 0.015, (0.2, 0.8, 0.3), {"emission": 1.0}))
    return concat_shapes(*parts)


@register("a portable generator on wheels")
def generator(*, width=0.78, height=0.6, depth=0.67, paint=(0.85, 0.12, 0.1)):
    return fitted(
        concat_shapes(library_call("frame"), library_call("engine", paint=paint), library_call("panel", paint=paint)),
        width,
        height,
        depth,
    )
