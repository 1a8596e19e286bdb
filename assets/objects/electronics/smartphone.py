# /// asset
# word = "smartphone"
# synonyms = ["mobile phone", "cell phone", "iphone", "phone screen", "mobile device"]
# category = "electronics"
# support = "surface"
# colors = ["casing", "wallpaper"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod


@register("the phone: rounded slab and lit screen with app icons")
def handset(*, width, length, thick, casing, wallpaper):
    r, glow = width * 0.14, {"emission": 0.45, "roughness": 0.1}
    x, y = width / 2 - r, length / 2 - r
    slab = [
        rod((i * x, j * y, -thick / 2), (i * x, j * y, thick / 2), r, casing, {"metallic": 0.4, "roughness": 0.3})
        for i in (-1, 1)
        for j in (-1, 1)
    ]
    slab += [
        box((0, 0, 0), (width, 2 * y, thick), casing, {"metallic": 0.4, "roughness": 0.3}),
        box((0, 0, 0), (2 * x, length, thick), casing, {"metallic": 0.4, "roughness": 0.3}),
    ]
    tints = (
        (0.95, 0.35, 0.35),
        (0.3, 0.8, 0.45),
        (0.98, 0.75, 0.25),
        (0.4, 0.65, 0.95),
        (0.85, 0.5, 0.9),
        (0.95, 0.95, 0.95),
    )
    icons = [
        box(
            ((i - 1.5) * width * 0.21, length * (0.22 - 0.13 * j), thick / 2 + 0.0012),
            (width * 0.145, width * 0.145, 0.0008),
            tints[(i + 2 * j + j // 2) % 6],
            glow,
        )
        for i in range(4)
        for j in range(3)
    ]
    dock = [
        box(
            ((i - 1.5) * width * 0.21, -length * 0.36, thick / 2 + 0.0016),
            (width * 0.145, width * 0.145, 0.0008),
            tints[(i * 2) % 6],
            glow,
        )
        for i in range(4)
    ]
    clock = [
        box(
            (dx * width, length * 0.355, thick / 2 + 0.0012),
            (width * w, length * 0.055, 0.0008),
            (0.97, 0.97, 0.98),
            glow,
        )
        for dx, w in ((-0.13, 0.07), (-0.03, 0.07), (0.03, 0.02), (0.09, 0.07), (0.19, 0.07))
    ]
    return concat_shapes(
        *slab,
        box((0, 0, thick / 2), (width * 0.92, length * 0.93, 0.0014), wallpaper, glow),
        box(
            (0, -length * 0.36, thick / 2 + 0.0008),
            (width * 0.86, length * 0.105, 0.0008),
            tuple(0.5 * c + 0.4 for c in wallpaper),
            glow,
        ),
        *icons,
        *dock,
        *clock,
        rod((0, length * 0.44, thick / 2), (0, length * 0.44, thick / 2 + 0.0014), width * 0.03, (0.02, 0.02, 0.02)),
    )


@register("the little stand")
def phone_stand(*, width, depth, height, casing):
    look = (tuple(0.5 + 0.4 * c for c in casing), {"metallic": 0.8, "roughness": 0.35})
    return concat_shapes(
        box((0, 0.003, 0), (width, 0.006, depth), *look),
        box((0, 0.012, depth * 0.42), (width, 0.018, 0.005), *look),
        moved(box((0, height / 2, 0), (width * 0.5, height, 0.005), *look), (0, 0, -depth * 0.06), -0.42, (1, 0, 0)),
    )


@register("a smartphone propped up, with app icons on its screen")
def smartphone(*, width=0.075, height=0.145, depth=0.09, casing=(0.1, 0.1, 0.12), wallpaper=(0.3, 0.45, 0.75)):
    length = 0.155
    phone = transform_shape(
        library_call("handset", width=0.075, length=length, thick=0.009, casing=casing, wallpaper=wallpaper),
        translation_matrix((0, length * 0.47 + 0.006, 0.004))
        @ rotation_matrix(-0.42, (1, 0, 0), (0, -length / 2, 0.03)),
    )
    # the phone stands on the plate of its stand
    phone = moved(phone, (0, 0.005 - compute_shape_min(phone)[1], 0))
    whole = concat_shapes(phone, library_call("phone_stand", width=0.06, depth=0.085, height=0.09, casing=casing))
    return fitted(whole, width, height, depth)
