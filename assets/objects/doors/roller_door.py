# /// asset
# word = "roller door"
# synonyms = ["garage door", "roller shutter", "rolling door", "overhead door", "loading dock door", "warehouse door", "roll-up door"]
# category = "doors"
# support = "wall"
# clearance = {front = 1.0}
# colors = ["paint", "frame_color"]
# ///
from scene.language import *
from scene.language.modelling import block, box, darker, fitted, rod


@register("the curtain of slats")
def slats(*, width, height, paint):
    metal = {"metallic": 0.3, "roughness": 0.45}
    n = max(10, round((height - 0.4) / 0.1))
    tall = (height - 0.4) / n
    parts = []
    for i in range(n):
        y = 0.05 + tall * (i + 0.5)
        parts.append(box((0, y, 0), (width - 0.2, tall, 0.02), darker(paint, 0.8), metal))
        parts.append(box((0, y, 0.008), (width - 0.2, tall * 0.72, 0.024), paint, metal))
    parts.append(box((0, 0.04, 0.005), (width - 0.2, 0.08, 0.05), darker(paint, 0.6), metal))
    parts.append(box((0, 0.005, 0.005), (width - 0.2, 0.01, 0.04), (0.08, 0.08, 0.09)))
    return concat_shapes(*parts)


@register("the guides and the roller box")
def frame(*, width, height, frame_color):
    metal = {"metallic": 0.4, "roughness": 0.45}
    return concat_shapes(
        *[block((s * (width / 2 - 0.06), 0, 0.0), (0.12, height - 0.35, 0.1), frame_color, metal) for s in (-1, 1)],
        box((0, height - 0.18, 0.06), (width, 0.36, 0.32), frame_color, metal),
        *[
            rod(
                (s * (width / 2), height - 0.18, 0.06),
                (s * (width / 2 + 0.01), height - 0.18, 0.06),
                0.13,
                darker(frame_color, 0.8),
                metal,
            )
            for s in (-1, 1)
        ],
        box((width / 2 - 0.06, 1.2, 0.075), (0.09, 0.2, 0.05), (0.95, 0.8, 0.15)),
        *[
            rod((width / 2 - 0.06, 1.2 + 0.05 * k, 0.1), (width / 2 - 0.06, 1.2 + 0.05 * k, 0.112), 0.018, tone)
            for k, tone in ((-1, (0.85, 0.1, 0.08)), (0, (0.1, 0.1, 0.11)), (1, (0.15, 0.6, 0.2)))
        ],
    )


@register("a steel roller door with its box")
def roller_door(*, width=3.0, height=2.8, depth=0.32, paint=(0.72, 0.75, 0.77), frame_color=(0.4, 0.43, 0.46)):
    whole = concat_shapes(
        library_call("slats", width=width, height=height, paint=paint),
        library_call("frame", width=width, height=height, frame_color=frame_color),
    )
    return fitted(whole, width, height, depth)
