# /// asset
# word = "server rack"
# synonyms = ["server", "server cabinet", "network rack", "data rack", "computer rack"]
# category = "office"
# support = "floor"
# clearance = {front = 0.8, back = 0.5}
# colors = ["frame", "lights"]
# ///
from scene.language import *
from scene.language.modelling import box, moved, pipe, rod


@register("the cabinet with its rails")
def rack_frame(*, width, height, depth, frame):
    look, t = (frame, {"roughness": 0.45, "metallic": 0.3}), 0.03
    posts = [
        box((x * (width - t) / 2, height / 2, z * (depth - t) / 2), (t, height, t), *look)
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    return concat_shapes(
        *posts,
        box((0, height - t / 2, 0), (width, t, depth), *look),
        box((0, 0.05, 0), (width, 0.06, depth), *look),
        box((-width / 2 + 0.008, height / 2, 0), (0.008, height * 0.97, depth * 0.97), *look),
        box((width / 2 - 0.008, height / 2, 0), (0.008, height * 0.97, depth * 0.97), *look),
        box((0, height / 2, -depth / 2 + 0.006), (width * 0.97, height * 0.97, 0.008), *look),
        *[
            rod(
                (x * width * 0.42, 0, z * depth * 0.42),
                (x * width * 0.42, 0.03, z * depth * 0.42),
                0.025,
                (0.3, 0.3, 0.32),
            )
            for x in (-1, 1)
            for z in (-1, 1)
        ],
    )


@register("one unit with handles, slots and lights")
def unit(*, width, height, depth, kind, lights):
    tone = ((0.22, 0.23, 0.25), (0.32, 0.33, 0.36), (0.16, 0.17, 0.2))[kind % 3]
    glow = {"emission": 2.5}
    parts = [box((0, height / 2, 0), (width, height * 0.92, depth), tone, {"metallic": 0.5, "roughness": 0.4})]
    if kind % 3 == 1:
        parts += [
            box(
                (width * (-0.36 + 0.12 * i), height / 2, depth / 2),
                (width * 0.1, height * 0.66, 0.01),
                (0.12, 0.12, 0.13),
            )
            for i in range(5)
        ]
        parts += [
            box(
                (width * (-0.36 + 0.12 * i), height * 0.75, depth / 2 + 0.006),
                (width * 0.03, height * 0.08, 0.004),
                lights,
                glow,
            )
            for i in range(5)
        ]
    elif kind % 3 == 2:
        parts += [
            box(
                (width * (-0.38 + 0.055 * i), height / 2, depth / 2),
                (width * 0.035, height * 0.36, 0.006),
                (0.75, 0.6, 0.25),
            )
            for i in range(9)
        ]
    else:
        parts.append(
            box((-width * 0.12, height / 2, depth / 2), (width * 0.56, height * 0.3, 0.006), (0.08, 0.08, 0.09))
        )
    tints = (lights, (0.95, 0.7, 0.2), (0.3, 0.6, 0.95))
    parts += [
        rod(
            (width * (0.26 + 0.05 * i), height / 2, depth / 2),
            (width * (0.26 + 0.05 * i), height / 2, depth / 2 + 0.008),
            min(height * 0.1, width * 0.022),
            tints[(i + kind) % 3],
            glow,
        )
        for i in range(3)
    ]
    return concat_shapes(*parts)


@register("a tall server rack with lit units and cables")
def server_rack(*, width=0.6, height=2.0, depth=0.9, frame=(0.1, 0.1, 0.12), lights=(0.3, 0.9, 0.5)):
    inner, base, count = width - 0.07, 0.1, 11
    step = (height - base - 0.06) / count
    units = [
        place(
            "unit",
            at=(0, base + i * step, 0.01),
            width=inner,
            height=step * 0.9,
            depth=depth * 0.92,
            kind=i * 2 + i // 3,
            lights=lights,
        )
        for i in range(count)
    ]
    cables = [
        pipe(
            [
                (inner * x, base + a * step, depth * 0.46),
                (inner * x * 1.04, base + (a + b) / 2 * step, depth * 0.485),
                (inner * x, base + b * step, depth * 0.46),
            ],
            0.007,
            tone,
        )
        for x, a, b, tone in (
            (-0.44, 1.5, 4.5, (0.2, 0.5, 0.85)),
            (-0.4, 3.5, 8.5, (0.9, 0.75, 0.2)),
            (0.45, 5.5, 9.5, (0.85, 0.3, 0.25)),
        )
    ]
    whole = concat_shapes(
        library_call("rack_frame", width=width, height=height, depth=depth, frame=frame), *units, *cables
    )
    return moved(whole, (0, 0, -compute_shape_center(whole)[2]))
