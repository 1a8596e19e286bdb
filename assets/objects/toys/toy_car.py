# /// asset
# word = "toy car"
# synonyms = ["toy vehicle", "model car", "toy", "vehicle toy"]
# stands_for = ["toy truck", "race car toy"]
# category = "toys"
# support = "surface"
# colors = ["paint", "hubs"]
# ///
from scene.language import *
from scene.language.modelling import box, ellipsoid, moved, rod


@register("the body with bonnet, cabin and bumpers")
def car_body(*, length, width, height, paint):
    look, dark = (paint, {"roughness": 0.2}), (0.2, 0.3, 0.38)
    r = height * 0.2
    shell = [
        box((0, height * 0.36, 0), (length - 2 * r, height * 0.36, width), *look),
        *[
            rod(
                (x * (length / 2 - r), height * 0.36, -width / 2),
                (x * (length / 2 - r), height * 0.36, width / 2),
                height * 0.18,
                *look,
            )
            for x in (-1, 1)
        ],
    ]
    cabin = [
        box((-length * 0.05, height * 0.7, 0), (length * 0.46, height * 0.42, width * 0.9), *look),
        rod(
            (-length * 0.25, height * 0.7, -width * 0.45),
            (-length * 0.25, height * 0.7, width * 0.45),
            height * 0.21,
            *look,
        ),
        rod(
            (length * 0.15, height * 0.7, -width * 0.45),
            (length * 0.15, height * 0.7, width * 0.45),
            height * 0.21,
            *look,
        ),
        box((-length * 0.05, height * 0.94, 0), (length * 0.4, height * 0.1, width * 0.86), *look),
    ]
    glass = [
        box(
            (x * length, height * 0.72, z * width * 0.452),
            (length * 0.19, height * 0.24, 0.002),
            dark,
            {"roughness": 0.05},
        )
        for x in (-0.17, 0.07)
        for z in (-1, 1)
    ] + [
        rod(
            (x * length, height * 0.7, -width * 0.36),
            (x * length, height * 0.7, width * 0.36),
            height * 0.216,
            dark,
            {"roughness": 0.05},
        )
        for x in (-0.25, 0.15)
    ]
    lamps = [
        ellipsoid(
            (length * 0.49, height * 0.38, z * width * 0.34),
            (length * 0.02, height * 0.08, height * 0.08),
            (1.0, 0.95, 0.7),
            {"emission": 0.6},
        )
        for z in (-1, 1)
    ] + [
        box((-length * 0.495, height * 0.38, z * width * 0.36), (0.004, height * 0.08, width * 0.14), (0.9, 0.15, 0.12))
        for z in (-1, 1)
    ]
    bumpers = [
        box(
            (x * length * 0.5, height * 0.24, 0),
            (length * 0.03, height * 0.1, width * 0.94),
            (0.75, 0.76, 0.78),
            {"metallic": 0.8, "roughness": 0.3},
        )
        for x in (-1, 1)
    ]
    return concat_shapes(*shell, *cabin, *glass, *lamps, *bumpers)


@register("a wheel")
def wheel(*, radius, thick, hubs):
    return concat_shapes(
        rod((0, 0, -thick / 2), (0, 0, thick / 2), radius, *surface("rubber")),
        rod((0, 0, -thick * 0.53), (0, 0, thick * 0.53), radius * 0.55, hubs),
        rod((0, 0, -thick * 0.56), (0, 0, thick * 0.56), radius * 0.16, (0.3, 0.3, 0.32)),
    )


@register("a toy car with big wheels and windows")
def toy_car(*, width=0.22, height=0.1, depth=0.11, paint=(0.85, 0.2, 0.18), hubs=(0.95, 0.8, 0.25)):
    r = height * 0.25
    wheels = [
        moved(library_call("wheel", radius=r, thick=depth * 0.2, hubs=hubs), (x * width * 0.3, r, z * depth * 0.388))
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    return concat_shapes(
        moved(
            library_call("car_body", length=width * 0.96, width=depth * 0.9, height=height * 0.9, paint=paint),
            (0, height * 0.09, 0),
        ),
        *wheels,
    )
