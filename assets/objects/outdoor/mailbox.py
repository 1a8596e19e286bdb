# /// asset
# word = "mailbox"
# synonyms = ["letter box", "post box", "postbox"]
# category = "outdoor"
# support = "floor"
# colors = ["paint", "flag"]
# materials = ["post"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod


@register("the box with its arched roof and door")
def arched_box(*, width, height, length, paint):
    look, r = (paint, {"roughness": 0.35, "metallic": 0.2}), width / 2
    dark = darker(paint, 0.75)
    return concat_shapes(
        box((0, (height - r) / 2, 0), (width, height - r, length), *look),
        rod((0, height - r, -length / 2), (0, height - r, length / 2), r, *look),
        box((0, (height - r) / 2, length / 2 + 0.006), (width * 0.94, height - r, 0.012), dark),
        rod((0, height - r, length / 2), (0, height - r, length / 2 + 0.012), r * 0.94, dark),
        box((0, height * 0.72, length / 2 + 0.02), (width * 0.2, 0.03, 0.02), (0.8, 0.8, 0.82)),
        *[
            box(
                (x * width * 0.14, height * 0.3, length / 2 + 0.014),
                (width * 0.08, height * 0.2, 0.006),
                (0.96, 0.95, 0.9),
            )
            for x in (-1.6, 0, 1.6)
        ],
    )


@register("the signal flag, raised")
def signal_flag(*, height, flag):
    return concat_shapes(
        rod((0, 0, 0), (0, height, 0), 0.007, flag), box((0, height * 0.84, 0.045), (0.008, height * 0.32, 0.09), flag)
    )


@register("letters that stick out")
def letters(*, width):
    return concat_shapes(
        *[
            moved(box((0, 0, 0), (width * 0.6, 0.004, 0.12), tone), (0.01 * k, 0.012 * k, 0), 0.06 * k)
            for k, tone in enumerate(((0.97, 0.96, 0.92), (0.9, 0.85, 0.7), (0.97, 0.97, 0.97)))
        ]
    )


@register("the post with its brace")
def post_part(*, height, thick, length, post):
    look = surface(post)
    return concat_shapes(
        box((0, height / 2, -length * 0.03), (thick, height, thick), *look),
        box((0, height - thick / 2, 0), (thick, thick, length), *look),
        moved(
            box((0, 0, 0), (thick * 0.8, height * 0.3, thick * 0.8), *look),
            (0, height * 0.84, length * 0.19),
            0.8,
            (1, 0, 0),
        ),
    )


@register("a mailbox with a red flag on a wooden post")
def mailbox(*, width=0.26, height=1.25, depth=0.55, paint=(0.25, 0.4, 0.62), flag=(0.85, 0.15, 0.13), post="oak"):
    top = 0.98
    whole = concat_shapes(
        library_call("post_part", height=top, thick=0.09, length=0.46, post=post),
        moved(library_call("arched_box", width=0.2, height=0.25, length=0.5, paint=paint), (0, top, 0)),
        moved(library_call("signal_flag", height=0.26, flag=flag), (0.11, top + 0.08, -0.06)),
    )
    return fitted(whole, width, height, depth)
