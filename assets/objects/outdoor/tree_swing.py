# /// asset
# word = "tree swing"
# synonyms = ["rope swing", "wooden swing", "board swing", "swing on ropes"]
# category = "outdoor"
# support = "ceiling"
# materials = ["wood"]
# ///
from scene.language import *
from scene.language.modelling import ball, box, finish, fitted, rod

ROPE = ((0.72, 0.6, 0.42), {"roughness": 0.95})


@register("a board that hangs from two ropes")
def tree_swing(*, width=0.56, height=1.25, depth=0.22, wood="oak"):
    look = finish(wood)
    ropes = [rod((s * 0.02, 1.25, 0), (s * 0.24, 0.03, 0), 0.012, *ROPE) for s in (-1, 1)]
    knots = [ball((s * 0.24, 0.06, 0), 0.024, *ROPE) for s in (-1, 1)]
    board = concat_shapes(box((0, 0.02, 0), (0.56, 0.035, 0.2), *look), box((0, 0.035, 0), (0.5, 0.012, 0.22), *look))
    return fitted(concat_shapes(board, *ropes, *knots), width, height, depth)
