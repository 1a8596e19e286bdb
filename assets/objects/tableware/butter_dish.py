# /// asset
# word = "butter dish"
# synonyms = ["butter", "butter tray", "stick of butter"]
# category = "tableware"
# support = "surface"
# colors = ["glaze", "butter_color"]
# materials = ["ware"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, ellipsoid, finish, fitted, moved, rod, rotated


@register("the plate with its rim")
def plate_part(*, width, depth, height, look):
    r = depth * 0.2
    x, z = width / 2 - r, depth / 2 - r

    def sheet(y0, y1, grow):
        return [
            box((0, (y0 + y1) / 2, 0), (2 * x + 2 * r * grow, y1 - y0, 2 * z), *look),
            box((0, (y0 + y1) / 2, 0), (2 * x, y1 - y0, 2 * z + 2 * r * grow), *look),
            *[rod((i * x, y0, j * z), (i * x, y1, j * z), r * grow, *look) for i in (-1, 1) for j in (-1, 1)],
        ]

    return concat_shapes(*sheet(0, height * 0.5, 0.7), *sheet(height * 0.4, height, 1.0))


@register("the block of butter, a slice cut off")
def butter_block(*, width, height, depth, butter_color):
    pale = {"roughness": 0.35}
    slice_shape = moved(
        box((0, height / 2, 0), (width * 0.1, height, depth), butter_color, pale), (width * 0.56, 0, 0), -0.5, (0, 0, 1)
    )
    return concat_shapes(
        box((-width * 0.02, height / 2, 0), (width * 0.9, height, depth), butter_color, pale),
        slice_shape,
        *[
            box(
                (-width * (0.3 - 0.15 * k), height * 1.002, 0),
                (width * 0.006, 0.0008, depth * 1.002),
                darker(butter_color, 0.88),
            )
            for k in range(4)
        ],
    )


@register("the butter knife")
def butter_knife(*, length):
    steel = ((0.75, 0.76, 0.78), {"metallic": 1.0, "roughness": 0.2})
    return concat_shapes(
        ellipsoid((length * 0.25, 0, 0), (length * 0.25, length * 0.008, length * 0.055), *steel),
        rod((-length * 0.02, 0, 0), (-length * 0.5, 0, 0), length * 0.026, (0.93, 0.9, 0.84)),
        ellipsoid((-length * 0.5, 0, 0), (length * 0.03,) * 3, (0.93, 0.9, 0.84)),
    )


@register("the cover with its knob, leaning")
def cover(*, width, height, depth, look):
    shell = (look[0], look[1])
    return concat_shapes(
        box((0, height * 0.94, 0), (width, height * 0.12, depth), *shell),
        *[box((x * width * 0.485, height / 2, 0), (width * 0.03, height, depth), *shell) for x in (-1, 1)],
        *[box((0, height / 2, z * depth * 0.475), (width, height, depth * 0.05), *shell) for z in (-1, 1)],
        rod((0, height, 0), (0, height * 1.12, 0), depth * 0.06, *shell),
        ellipsoid((0, height * 1.22, 0), (depth * 0.12,) * 3, *shell),
    )


@register("a butter dish with its glass cover off and a knife in the butter")
def butter_dish(*, width=0.21, height=0.085, depth=0.2, glaze=None, butter_color=(0.98, 0.88, 0.5), ware="ceramic"):
    look = finish(ware, glaze)
    base = moved(
        concat_shapes(
            library_call("plate_part", width=0.2, depth=0.115, height=0.014, look=look),
            moved(
                library_call("butter_block", width=0.12, height=0.04, depth=0.055, butter_color=butter_color),
                (-0.01, 0.014, 0),
            ),
            moved(rotated(library_call("butter_knife", length=0.16), 0.16, (0, 0, 1)), (0.03, 0.062, 0.01), 0.5),
        ),
        (0, 0, 0.045),
    )
    lid = moved(library_call("cover", width=0.165, height=0.055, depth=0.08, look=look), (0.01, 0, -0.06))
    whole = concat_shapes(base, lid)
    return fitted(whole, width, height, depth)
