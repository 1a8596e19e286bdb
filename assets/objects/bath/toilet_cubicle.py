# /// asset
# word = "toilet cubicle"
# synonyms = ["toilet stall", "bathroom stall", "restroom stall", "toilet booth", "wc cubicle", "lavatory cubicle"]
# category = "bath"
# support = "floor"
# clearance = {front = 0.8}
# colors = ["paint", "frame_color"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, disc, finish, fitted, lathe, moved, plate, ring, rod, stretched

CHROME = ((0.82, 0.83, 0.85), {"metallic": 1.0, "roughness": 0.2})


@register("the partitions on their feet")
def partitions(*, paint, frame_color):
    gloss = {"roughness": 0.4}
    parts = [block((s * 0.485, 0.15, -0.03), (0.03, 1.85, 1.44), paint, gloss) for s in (-1, 1)]
    parts.append(block((0, 0.0, -0.735), (1.0, 2.0, 0.03), darker(paint, 0.93), gloss))
    parts += [block((s * 0.42, 0.15, 0.7), (0.16, 1.85, 0.03), paint, gloss) for s in (-1, 1)]
    parts.append(block((0, 1.98, 0.7), (1.0, 0.04, 0.05), frame_color))
    parts += [rod((s * 0.46, 0, z), (s * 0.46, 0.16, z), 0.02, *CHROME) for s in (-1, 1) for z in (0.69, -0.3)]
    return concat_shapes(*parts)


@register("the door, a little open")
def cubicle_door(*, paint):
    leaf = concat_shapes(
        block((0.34, 0.16, 0), (0.67, 1.8, 0.025), darker(paint, 0.97), {"roughness": 0.4}),
        rod((0.6, 1.05, 0.012), (0.6, 1.05, 0.035), 0.032, *CHROME),
        box((0.6, 1.05, 0.037), (0.04, 0.012, 0.004), (0.2, 0.65, 0.3)),
        rod((0.5, 1.05, 0.012), (0.5, 1.05, 0.05), 0.014, *CHROME),
        *[rod((0.0, y - 0.04, 0.0), (0.0, y + 0.04, 0.0), 0.016, *CHROME) for y in (0.4, 1.7)],
    )
    return moved(leaf, (-0.34, 0, 0.7), 1.25)


@register("the toilet inside")
def bowl_part():
    white = finish("porcelain")
    bowl = stretched(
        lathe([(0.12, 0), (0.11, 0.12), (0.15, 0.25), (0.19, 0.36), (0.2, 0.4)], *white, slices=24), (0.95, 1, 1.25)
    )
    return concat_shapes(
        moved(bowl, (0, 0, -0.33)),
        ring((0, 0.41, -0.33), 0.16, 0.03, *white, stretch=1.28),
        disc((0, 0.36, -0.33), (0.14, 0.18), 0.03, (0.75, 0.85, 0.88)),
        plate((0, 0.36, -0.63), (0.4, 0.42, 0.18), 0.03, *white),
        rod((0, 0.78, -0.63), (0, 0.79, -0.63), 0.025, *CHROME),
        moved(box((0, 0.2, 0), (0.36, 0.4, 0.02), *white), (0, 0.43, -0.53), -0.12, (1, 0, 0)),
        rod((-0.46, 0.7, -0.25), (-0.36, 0.7, -0.25), 0.055, (0.96, 0.96, 0.95)),
    )


@register("a toilet cubicle with its door ajar")
def toilet_cubicle(*, width=1.0, height=2.02, depth=1.92, paint=(0.35, 0.55, 0.65), frame_color=(0.75, 0.76, 0.78)):
    whole = concat_shapes(
        library_call("partitions", paint=paint, frame_color=frame_color),
        library_call("cubicle_door", paint=paint),
        library_call("bowl_part"),
    )
    return fitted(whole, width, height, depth)
