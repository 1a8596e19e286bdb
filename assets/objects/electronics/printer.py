# /// asset
# word = "printer"
# synonyms = ["color printer", "laser printer", "office printer", "inkjet printer", "multifunction printer"]
# stands_for = ["scanner"]
# category = "electronics"
# support = "surface"
# colors = ["casing", "trim"]
# ///
from scene.language import *
from scene.language.modelling import box, darker, fitted, moved, rod


@register("the body with its lid")
def printer_body(*, width, height, depth, casing, trim):
    look = (casing, {"roughness": 0.45})
    return concat_shapes(
        box((0, height * 0.22, 0), (width, height * 0.44, depth), *look),
        box((0, height * 0.62, -depth * 0.2), (width, height * 0.4, depth * 0.6), *look),
        box((-width * 0.46, height * 0.62, depth * 0.1), (width * 0.08, height * 0.4, depth * 0.6), *look),
        box((width * 0.38, height * 0.62, depth * 0.1), (width * 0.24, height * 0.4, depth * 0.6), *look),
        box((0, height * 0.9, -depth * 0.05), (width * 0.99, height * 0.16, depth * 0.88), trim, {"roughness": 0.4}),
        box((0, height * 0.445, depth * 0.22), (width * 0.8, height * 0.02, depth * 0.55), trim),
        box((0, height * 0.2, depth * 0.5), (width * 0.86, height * 0.26, 0.006), darker(casing, 0.88)),
        box((0, height * 0.3, depth * 0.505), (width * 0.2, height * 0.03, 0.008), trim),
    )


@register("the control panel")
def control_panel(*, width, height, trim):
    return concat_shapes(
        box((0, 0, 0), (width, height, 0.012), trim),
        box((0, height * 0.16, 0.007), (width * 0.82, height * 0.5, 0.002), (0.35, 0.65, 0.85), {"emission": 0.6}),
        *[
            rod((x * width, -height * 0.3, 0.005), (x * width, -height * 0.3, 0.01), width * 0.07, tone)
            for x, tone in ((-0.28, (0.3, 0.75, 0.4)), (0.0, (0.6, 0.6, 0.62)), (0.28, (0.85, 0.3, 0.25)))
        ],
    )


@register("a printed sheet")
def printed_sheet(*, width, length):
    lines = [
        box(
            (-width * 0.08 * (i % 3 == 2), 0.0012, length * (-0.3 + 0.1 * i)),
            (width * (0.7 if i % 3 != 2 else 0.5), 0.0006, length * 0.03),
            (0.3, 0.3, 0.33),
        )
        for i in range(7)
    ]
    return concat_shapes(
        box((0, 0, 0), (width, 0.002, length), (0.98, 0.98, 0.97)),
        *lines,
        box((0, 0.0012, -length * 0.4), (width * 0.5, 0.0006, length * 0.05), (0.2, 0.4, 0.75)),
    )


@register("an office printer with paper coming out of it")
def printer(*, width=0.44, height=0.32, depth=0.46, casing=(0.9, 0.9, 0.9), trim=(0.2, 0.21, 0.23)):
    deep = depth * 0.86
    sheet = moved(
        library_call("printed_sheet", width=width * 0.5, length=depth * 0.56),
        (-width * 0.08, height * 0.505, depth * 0.3),
        -0.12,
        (1, 0, 0),
    )
    stack = moved(
        box((0, 0, 0), (width * 0.5, 0.012, depth * 0.4), (0.97, 0.97, 0.95)),
        (-width * 0.08, height * 0.47, depth * 0.26),
    )
    panel = moved(
        library_call("control_panel", width=width * 0.2, height=height * 0.34, trim=trim),
        (width * 0.38, height * 0.63, deep * 0.4 + 0.006),
    )
    whole = concat_shapes(
        library_call("printer_body", width=width, height=height * 1.02, depth=deep, casing=casing, trim=trim),
        sheet,
        stack,
        panel,
    )
    return fitted(whole, None, height, depth)
