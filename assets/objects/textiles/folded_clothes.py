# /// asset
# word = "folded clothes"
# synonyms = [
#     "clothes", "clothing", "laundry", "pile of clothes", "stack of clothes", "garments", "pile of laundry",
#     "clean clothes", "dirty clothes", "folded shirt", "folded t-shirt", "folded jeans", "folded trousers", "folded sweater",
#     "pile of shirts", "stack of shirts", "stack of t-shirts", "pile of t-shirts", "pile of jeans", "stack of jeans",
#     "stack of sweaters", "pile of sweaters", "folded jumper", "folded hoodie", "folded jacket", "folded dress",
# ]
# stands_for = [
#     "pajamas", "pyjamas", "underwear", "tie", "necktie", "diapers", "diaper", "stack of diapers",
# ]
# category = "textiles"
# support = "surface"
# colors = ["first", "second"]
# ///
from scene.language import *
from scene.language.modelling import box, fitted, moved, rod


@register("one folded garment")
def fold(*, tone, thick, wide):
    soft = {"roughness": 0.95}
    layer = [
        concat_shapes(
            box((0, thick * (k + 0.5) / 2, -0.006), (wide, thick / 2 * 0.94, 0.22), tone, soft),
            rod(
                (-wide / 2, thick * (k + 0.5) / 2, 0.104),
                (wide / 2, thick * (k + 0.5) / 2, 0.104),
                thick / 4 * 0.94,
                tone,
                soft,
            ),
        )
        for k in range(2)
    ]
    return concat_shapes(*layer)


@register("a stack of folded clothes")
def folded_clothes(*, width=0.3, height=0.2, depth=0.26, first=(0.3, 0.42, 0.6), second=(0.76, 0.34, 0.3)):
    tones = (first, second, (0.88, 0.86, 0.82), (0.3, 0.36, 0.34), (0.75, 0.55, 0.4))
    whole = concat_shapes(
        *[
            moved(
                library_call("fold", tone=tone, thick=0.04, wide=0.27 - 0.012 * (i % 3)),
                (0.006 * (i % 2), 0.0402 * i, 0.004 * (i % 3)),
                0.03 * (i % 3 - 1),
            )
            for i, tone in enumerate(tones)
        ]
    )
    return fitted(whole, width, height, depth)
