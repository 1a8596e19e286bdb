# /// asset
# word = "storage box"
# synonyms = ["storage bin", "plastic bin", "storage tote", "plastic box", "container box", "crate with lid"]
# stands_for = ["lunchbox", "lunch box", "bento box"]
# category = "storage"
# support = "floor"
# colors = ["lid_color", "body_color"]
# materials = ["lid", "body"]
# [joints.lid]
# hinge = "back"
# reach = 75
# riders = ["clip"]
# encloses = false  # it is full of clothes
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted


@register("the lid")
def lid(width, depth, look):
    return concat_shapes(
        block((0, 0, 0), (width, 0.03, depth), *look), block((0, 0.03, 0), (width - 0.09, 0.012, depth - 0.09), *look)
    )


@register("a clip at one end")
def clip(look):
    return concat_shapes(block((0, 0, 0), (0.014, 0.08, 0.13), *look), block((0, 0.06, 0), (0.02, 0.02, 0.13), *look))


@register("a plastic storage box with a clip-on lid")
def storage_box(
    *, width=0.56, depth=0.4, height=0.32, lid="blue plastic", lid_color=None, body="frosted glass", body_color=None
) -> Shape:
    cover, plastic = finish(lid, lid_color), finish(body, body_color)
    w, d, tall = 0.52, 0.38, 0.28
    parts = [block((0, 0, 0), (w - 0.04, 0.02, d - 0.04), *plastic)]
    parts += [block((0, 0.01, t * (d / 2 - 0.02)), (w - 0.02, tall - 0.01, 0.008), *plastic) for t in (-1, 1)]
    parts += [block((s * (w / 2 - 0.02), 0.01, 0), (0.008, tall - 0.01, d - 0.04), *plastic) for s in (-1, 1)]
    parts += [block((0, tall - 0.022, t * (d / 2 - 0.015)), (w, 0.022, 0.03), *plastic) for t in (-1, 1)]
    parts += [block((s * (w / 2 - 0.015), tall - 0.022, 0), (0.03, 0.022, d - 0.06), *plastic) for s in (-1, 1)]
    stack = [("red fabric", 0.06), ("white fabric", 0.05), ("gray fabric", 0.06)]
    y = 0.022
    for word, tall_fold in stack:
        parts.append(block((0, y, 0), (w - 0.1, tall_fold, d - 0.1), *finish(word)))
        y += tall_fold + 0.002
    parts.append(place("lid", at=(0, tall, 0), width=w + 0.01, depth=d + 0.01, look=cover))
    parts += [place("clip", at=(s * (w / 2 + 0.012), tall - 0.05, 0), look=cover) for s in (-1, 1)]
    return fitted(concat_shapes(*parts), width, height, depth)
