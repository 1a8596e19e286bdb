# /// asset
# word = "door"
# synonyms = ["interior door", "room door", "front door", "entry door", "panel door", "doorway"]
# category = "doors"
# support = "wall"
# clearance = {front = 0.9}
# colors = ["paint", "frame_color"]
# materials = ["leaf", "frame", "handle"]
# [variants]
# glazed = {"glass" = true, "glazed" = true, "french" = true}
# [joints.leaf_panel]
# hinge = "left"
# reach = 90
# riders = ["knob", "hinge"]
# encloses = false
# ///
from scene.language import *
from scene.language.modelling import block, darker, ellipsoid, finish, fitted, moved, rod


@register("the door leaf with its panels")
def leaf_panel(width, height, glazed, look):
    groove = darker(look[0], 0.78), look[1]
    parts = [block((0, 0, 0), (width, height, 0.04), *look)]
    inner = (width - 0.26) / 2
    rows = [(0.16, height * 0.36), (0.16 + height * 0.36 + 0.13, height * 0.36), (height - 0.3, 0.18)]
    for y, tall in rows:
        for s in (-1, 1):
            x = s * (inner / 2 + 0.035)
            if glazed and y > 0.2:
                parts.append(block((x, y, 0), (inner, tall, 0.044), *finish("frosted glass")))
                continue
            parts.append(block((x, y, 0), (inner, tall, 0.046), *groove))
            parts.append(block((x, y + 0.025, 0), (inner - 0.05, tall - 0.05, 0.052), *look))
    return concat_shapes(*parts)


@register("the door frame")
def frame(width, height, depth, look):
    bar = 0.07
    return concat_shapes(
        *[block((s * (width - bar) / 2, 0, 0), (bar, height, depth), *look) for s in (-1, 1)],
        block((0, height - bar, 0), (width - 2 * bar, bar, depth), *look),
    )


@register("the knob")
def knob(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0, 0.008), 0.032, *look),
        rod((0, 0, 0), (0, 0, 0.04), 0.01, *look),
        ellipsoid((0, 0, 0.05), (0.03, 0.03, 0.024), *look),
    )


@register("a hinge")
def hinge(look):
    return rod((0, 0, 0), (0, 0.1, 0), 0.0045, *look)


@register("a panelled door in its frame")
def door(
    *,
    width=1.0,
    depth=0.12,
    height=2.1,
    glazed=False,
    leaf="oak",
    paint=None,
    frame="white wood",
    frame_color=None,
    handle="brass",
    turned=0.0,
) -> Shape:
    wood, trim, metal = finish(leaf, paint), finish(frame, frame_color), finish(handle)
    w, h = width - 0.15, height - 0.092
    panel = library_call("leaf_panel", width=w, height=h, glazed=glazed, look=wood)
    leaf_at_rest = concat_shapes(
        moved(panel, (0, 0.016, 0.0)), moved(library_call("knob", look=metal), (w / 2 - 0.07, 1.02, 0.02))
    )
    opened = rotation_matrix(-math.radians(turned), (0, 1, 0), (-w / 2, 0, 0.02))
    parts = [library_call("frame", width=width, height=height, depth=0.1, look=trim)]
    parts += [moved(library_call("hinge", look=metal), (-w / 2, y, 0.02)) for y in (0.2, 0.95, 1.7)]
    parts.append(block((0, 0, 0), (width, 0.012, 0.1), *trim))
    whole = concat_shapes(transform_shape(leaf_at_rest, opened), *parts)
    return fitted(whole, width, height, depth, like=concat_shapes(leaf_at_rest, *parts))
