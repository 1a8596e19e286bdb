# /// asset
# word = "sewing machine"
# synonyms = ["singer sewing machine", "electric sewing machine"]
# category = "tools"
# support = "surface"
# colors = ["shell", "accent", "thread"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod


@register("the base plate with its throat plate and cloth")
def base(*, length, depth, height, shell):
    return concat_shapes(
        box((0, height / 2, 0), (length, height, depth), shell, {"roughness": 0.3}),
        box(
            (-length * 0.3, height * 1.01, depth * 0.05),
            (length * 0.16, height * 0.04, depth * 0.3),
            (0.75, 0.76, 0.78),
            {"metallic": 1.0, "roughness": 0.3},
        ),
        box(
            (-length * 0.26, height * 1.05, depth * 0.12),
            (length * 0.3, height * 0.06, depth * 0.55),
            (0.3, 0.45, 0.7),
            {"roughness": 0.95},
        ),
    )


@register("the pillar, the arm and the head")
def arm(*, length, height, depth, shell, accent):
    look = (shell, {"roughness": 0.3})
    r = height * 0.13
    return concat_shapes(
        box((length * 0.34, height * 0.46, 0), (length * 0.24, height * 0.92, depth * 0.7), *look),
        rod((-length * 0.36, height * 0.87, 0), (length * 0.36, height * 0.87, 0), r, *look),
        box((0, height * 0.85, 0), (length * 0.74, r * 1.7, depth * 0.62), *look),
        box((-length * 0.36, height * 0.62, 0), (length * 0.2, height * 0.56, depth * 0.6), *look),
        box((length * 0.02, height * 0.85, depth * 0.32), (length * 0.4, r * 1.1, 0.006), accent),
        *[
            rod(
                (length * (0.3 + 0.08 * k), height * 0.6, depth * 0.34),
                (length * (0.3 + 0.08 * k), height * 0.6, depth * 0.42),
                height * 0.06,
                accent,
            )
            for k in (0, 1)
        ],
    )


@register("the needle bar with presser foot and needle")
def needle(*, height):
    steel = ((0.75, 0.76, 0.78), {"metallic": 1.0, "roughness": 0.2})
    return concat_shapes(
        rod((0, height * 0.12, 0), (0, height * 0.36, 0), height * 0.025, *steel),
        rod((0, height * 0.02, 0), (0, height * 0.2, 0), height * 0.008, *steel),
        rod((height * 0.05, height * 0.06, 0), (height * 0.05, height * 0.36, 0), height * 0.02, *steel),
        box((height * 0.02, height * 0.05, height * 0.03), (height * 0.14, height * 0.02, height * 0.16), *steel),
    )


@register("the hand wheel")
def hand_wheel(*, radius, thick, accent):
    return concat_shapes(
        rod((0, 0, 0), (thick, 0, 0), radius, accent),
        rod(
            (thick * 0.8, 0, 0),
            (thick * 1.15, 0, 0),
            radius * 0.5,
            (0.75, 0.76, 0.78),
            {"metallic": 1.0, "roughness": 0.3},
        ),
    )


@register("a spool of thread")
def spool(*, radius, height, thread):
    wood = surface("beech")
    return concat_shapes(
        rod((0, 0, 0), (0, height * 0.12, 0), radius, *wood),
        rod((0, height * 0.1, 0), (0, height * 0.9, 0), radius * 0.82, thread, {"roughness": 0.8}),
        rod((0, height * 0.88, 0), (0, height, 0), radius, *wood),
        rod((0, height, 0), (0, height * 1.25, 0), radius * 0.15, (0.7, 0.7, 0.72)),
    )


@register("a sewing machine with a needle, a hand wheel and a spool of thread")
def sewing_machine(
    *, width=0.42, height=0.34, depth=0.19, shell=(0.93, 0.92, 0.88), accent=(0.55, 0.75, 0.72), thread=(0.85, 0.2, 0.3)
):
    length, low, tall = 0.38, 0.06, 0.22
    whole = concat_shapes(
        library_call("base", length=length, depth=0.18, height=low, shell=shell),
        moved(library_call("arm", length=length, height=tall, depth=0.13, shell=shell, accent=accent), (0, low, 0)),
        moved(library_call("needle", height=tall), (-length * 0.36, low, 0.0)),
        moved(
            library_call("hand_wheel", radius=0.048, thick=0.03, accent=accent), (length * 0.46, low + tall * 0.82, 0)
        ),
        moved(library_call("spool", radius=0.022, height=0.05, thread=thread), (length * 0.18, low + tall * 0.98, 0)),
        rod((length * 0.18, low + tall * 1.1, 0.02), (-length * 0.3, low + tall * 1.0, 0.02), 0.0018, thread),
    )
    return fitted(whole, width, height, depth)
