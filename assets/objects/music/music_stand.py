# /// asset
# word = "music stand"
# synonyms = ["sheet music stand", "notation stand", "note stand"]
# category = "music"
# support = "floor"
# colors = ["frame_color"]
# ///
import math

from scene.language import *
from scene.language.modelling import box, ellipsoid, fitted, moved, rod


@register("the tripod and the pole")
def stand_pole(*, height, reach, frame_color):
    look = (frame_color, {"roughness": 0.4, "metallic": 0.3})
    feet = loop(
        3,
        lambda i: concat_shapes(
            rod(
                (0, height * 0.3, 0),
                (reach * math.cos(i * 2.094 + 0.52), 0.014, reach * math.sin(i * 2.094 + 0.52)),
                0.01,
                *look,
            ),
            ellipsoid(
                (reach * math.cos(i * 2.094 + 0.52), 0.014, reach * math.sin(i * 2.094 + 0.52)),
                (0.014,) * 3,
                (0.05, 0.05, 0.05),
            ),
        ),
    )
    return concat_shapes(
        feet,
        rod((0, height * 0.12, 0), (0, height * 0.6, 0), 0.015, *look),
        rod((0, height * 0.5, 0), (0, height, 0), 0.01, *look),
        rod((0, height * 0.56, 0), (0, height * 0.62, 0), 0.021, (0.3, 0.3, 0.32)),
    )


@register("the desk with two sheets of music")
def desk_with_music(*, width, height, frame_color):
    look = (frame_color, {"roughness": 0.4, "metallic": 0.3})
    parts = [
        box((0, height / 2, 0), (width, height, 0.006), *look),
        box((0, 0.005, 0.025), (width, 0.008, 0.055), *look),
    ]
    for x in (-1, 1):
        parts.append(
            box((x * width * 0.235, height * 0.52, 0.006), (width * 0.45, height * 0.9, 0.003), (0.98, 0.97, 0.93))
        )
        for j in range(4):
            y = height * (0.2 + 0.2 * j)
            parts += [
                box(
                    (x * width * 0.235, y + height * 0.012 * k, 0.008),
                    (width * 0.38, height * 0.003, 0.001),
                    (0.3, 0.3, 0.3),
                )
                for k in range(3)
            ]
            parts += [
                concat_shapes(
                    ellipsoid(
                        (x * width * 0.235 + width * (-0.14 + 0.07 * k), y + height * 0.012 * ((k + j) % 3), 0.009),
                        (width * 0.014, height * 0.014, 0.001),
                        (0.05, 0.05, 0.05),
                    ),
                    box(
                        (x * width * 0.235 + width * (-0.14 + 0.07 * k) + width * 0.012, y + height * 0.05, 0.009),
                        (width * 0.004, height * 0.08, 0.001),
                        (0.05, 0.05, 0.05),
                    ),
                )
                for k in range(4)
            ]
    return concat_shapes(*parts)


@register("a music stand with open sheet music")
def music_stand(*, width=0.5, height=1.25, depth=0.5, frame_color=(0.12, 0.12, 0.13)):
    desk = moved(
        library_call("desk_with_music", width=width, height=0.34, frame_color=frame_color),
        (0, height * 0.73, 0.03),
        -0.35,
        (1, 0, 0),
    )
    whole = concat_shapes(
        library_call("stand_pole", height=height * 0.84, reach=depth / 2, frame_color=frame_color), desk
    )
    return fitted(whole, width, height, depth)
