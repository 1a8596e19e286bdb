# /// asset
# word = "coffee machine"
# synonyms = ["espresso machine", "coffee maker", "espresso maker", "coffeemaker", "cappuccino machine"]
# stands_for = ["drip coffee maker"]
# category = "kitchen"
# support = "surface"
# colors = ["paint"]
# materials = ["body"]
# ///
from scene.language import *
from scene.language.modelling import block, finish, fitted, moved, pipe, rod


@register("the portafilter with its handle")
def portafilter(metal, grip):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.03, 0), 0.034, *metal),
        rod((0, 0.015, 0.03), (0, 0.0, 0.17), 0.012, *grip),
        rod((0, -0.02, 0), (0, 0, 0), 0.01, *metal),
    )


@register("a coffee cup")
def cup(look):
    return concat_shapes(
        rod((0, 0, 0), (0, 0.055, 0), 0.032, *look),
        rod((0, 0.05, 0), (0, 0.056, 0), 0.028, *finish("dark brown paint")),
        rod((0.03, 0.03, 0), (0.05, 0.03, 0), 0.007, *look),
    )


@register("a steam wand")
def steam_wand(metal):
    return pipe([(0, 0, 0), (0.02, -0.03, 0.04), (0.025, -0.15, 0.06)], 0.006, *metal)


@register("a dial gauge")
def gauge(metal):
    return concat_shapes(
        rod((0, 0, 0), (0, 0, 0.012), 0.022, *metal),
        rod((0, 0, 0.01), (0, 0, 0.014), 0.018, *finish("white paper")),
        block((0, 0, 0.014), (0.003, 0.014, 0.002), *finish("red plastic")),
    )


@register("an espresso machine with a group head and a cup")
def coffee_machine(*, width=0.34, depth=0.38, height=0.38, body="stainless steel", paint=None) -> Shape:
    look, chrome, black = finish(body, paint), finish("chrome"), finish("black plastic")
    parts = [
        block((0, 0.01, 0.0), (0.32, 0.07, 0.3), *look),
        block((0, 0.01, -0.085), (0.32, 0.34, 0.13), *look),
        block((0, 0.22, -0.02), (0.32, 0.13, 0.26), *look),
        block((0, 0.08, 0.06), (0.28, 0.008, 0.16), *black),
        block((0, 0.346, -0.015), (0.324, 0.012, 0.274), *chrome),
    ]
    parts += [block((0, 0.088, 0.0 + 0.025 * i), (0.26, 0.003, 0.006), *chrome) for i in range(6)]
    parts += [
        rod((s * 0.13, 0, t * 0.12), (s * 0.13, 0.012, t * 0.12), 0.015, *finish("rubber"))
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    parts += [
        rod((-0.03, 0.19, 0.06), (-0.03, 0.23, 0.06), 0.042, *chrome),
        moved(library_call("portafilter", metal=chrome, grip=black), (-0.03, 0.165, 0.06)),
    ]
    parts.append(place("cup", at=(-0.03, 0.09, 0.06), look=finish("porcelain")))
    parts.append(moved(library_call("steam_wand", metal=chrome), (0.12, 0.24, 0.05)))
    parts.append(moved(library_call("gauge", metal=chrome), (-0.09, 0.285, 0.11)))
    parts += [rod((0.0 + 0.05 * i, 0.285, 0.105), (0.0 + 0.05 * i, 0.285, 0.12), 0.014, *black) for i in range(3)]
    parts += [
        place(
            rod((0, 0, 0), (0, 0.05, 0), 0.03, *finish("porcelain")),
            at=(-0.1 + 0.075 * i, 0.357, -0.06),
            name="cup_on_top",
        )
        for i in range(3)
    ]
    return fitted(concat_shapes(*parts), width, height, depth)
