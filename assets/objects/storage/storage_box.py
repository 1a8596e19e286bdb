# /// asset
# word = "storage box"
# synonyms = ["storage bin", "plastic bin", "storage tote", "plastic box", "container box", "crate with lid"]
# stands_for = ["lunchbox", "lunch box", "bento box"]
# phrase = "a plastic storage box with a clip-on lid"
# category = "storage"
# support = "floor"
# [colors]
# lid_color = [0.184, 0.392, 0.678]
# body_color = [0.902, 0.933, 0.933]
# [materials]
# lid = "blue plastic"
# body = "frosted glass"
# ///
from scene.language import *
from scene.language.modelling import finish, fitted


def box(size, at, look):
    """A block of `size` standing with the centre of its underside at `at`."""
    block = primitive_call("cube", {"scale": size}, color=look[0], material=look[1])
    return transform_shape(block, translation_matrix((at[0], at[1] + size[1] / 2, at[2])))


def rod(p0, p1, radius, look):
    return primitive_call("cylinder", {"radius": radius, "p0": p0, "p1": p1}, color=look[0], material=look[1])


@register("the lid")
def lid(width, depth, look):
    return concat_shapes(
        box((width, 0.03, depth), (0, 0, 0), look), box((width - 0.09, 0.012, depth - 0.09), (0, 0.03, 0), look)
    )


@register("a clip at one end")
def clip(look):
    return concat_shapes(box((0.014, 0.08, 0.13), (0, 0, 0), look), box((0.02, 0.02, 0.13), (0, 0.06, 0), look))


@register("a plastic storage box with a clip-on lid")
def storage_box(
    *, width=0.56, depth=0.4, height=0.32, lid="blue plastic", lid_color=None, body="frosted glass", body_color=None
) -> Shape:
    cover, plastic = finish(lid, lid_color), finish(body, body_color)
    w, d, tall = 0.52, 0.38, 0.28
    parts = [box((w - 0.04, 0.02, d - 0.04), (0, 0, 0), plastic)]
    parts += [box((w - 0.02, tall - 0.01, 0.008), (0, 0.01, t * (d / 2 - 0.02)), plastic) for t in (-1, 1)]
    parts += [box((0.008, tall - 0.01, d - 0.04), (s * (w / 2 - 0.02), 0.01, 0), plastic) for s in (-1, 1)]
    parts += [box((w, 0.022, d), (0, tall - 0.022, 0), plastic)]
    stack = [("red fabric", 0.06), ("white fabric", 0.05), ("gray fabric", 0.06)]
    y = 0.022
    for word, tall_fold in stack:
        parts.append(box((w - 0.1, tall_fold, d - 0.1), (0, y, 0), finish(word)))
        y += tall_fold + 0.002
    parts.append(place("lid", at=(0, tall, 0), width=w + 0.01, depth=d + 0.01, look=cover))
    parts += [place("clip", at=(s * (w / 2 + 0.012), tall - 0.05, 0), look=cover) for s in (-1, 1)]
    return fitted(concat_shapes(*parts), width, height, depth)
