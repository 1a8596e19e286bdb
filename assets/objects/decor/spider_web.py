# /// asset
# word = "spider web"
# synonyms = ["cobweb", "spiderweb", "spider's web", "cobwebs", "spider webs"]
# category = "decor"
# support = "wall"
# colors = ["paint", "spider"]
# ///
import math

from scene.language import *
from scene.language.modelling import ball, ellipsoid, fitted, rod, tube


@register("the spokes and the spiral threads")
def web(*, paint):
    n, look = 12, {"roughness": 0.5}
    reach = [0.42 + 0.08 * math.sin(2.7 * i + 0.5) for i in range(n)]
    parts = [
        rod(
            (0, 0, 0),
            (reach[i] * math.cos(2 * math.pi * i / n), reach[i] * math.sin(2 * math.pi * i / n), 0),
            0.0022,
            paint,
            look,
        )
        for i in range(n)
    ]
    for k in range(1, 9):
        for i in range(n):
            a, b = 2 * math.pi * i / n, 2 * math.pi * (i + 1) / n
            ra, rb = reach[i] * (k + i / n) / 9.3, reach[(i + 1) % n] * (k + (i + 1) / n) / 9.3
            middle = 0.86 * (ra + rb) / 2
            c = (a + b) / 2
            p, q, m = (
                (ra * math.cos(a), ra * math.sin(a), 0),
                (rb * math.cos(b), rb * math.sin(b), 0),
                (middle * math.cos(c), middle * math.sin(c), 0),
            )
            parts += [rod(p, m, 0.0014, paint, look), rod(m, q, 0.0014, paint, look)]
    return concat_shapes(*parts)


@register("the spider")
def spider_part(*, spider):
    parts = [ellipsoid((0.1, -0.13, 0.014), (0.02, 0.026, 0.016), spider), ball((0.1, -0.1, 0.013), 0.0125, spider)]
    for s in (-1, 1):
        for k in range(4):
            y = -0.092 - 0.008 * k
            up = 0.028 - 0.02 * k
            parts.append(
                tube(
                    [
                        (0.1 + s * 0.008, y, 0.013),
                        (0.1 + s * 0.034, y + up, 0.026),
                        (0.1 + s * 0.056, y + 1.6 * up - 0.006, 0.003),
                    ],
                    0.0021,
                    spider,
                )
            )
    parts += [ball((0.1 + s * 0.005, -0.089, 0.021), 0.0025, (0.85, 0.1, 0.08)) for s in (-1, 1)]
    return concat_shapes(*parts)


@register("a spider web with a spider")
def spider_web(*, width=0.95, height=0.95, depth=0.03, paint=(0.86, 0.87, 0.9), spider=(0.07, 0.06, 0.07)):
    return fitted(
        concat_shapes(library_call("web", paint=paint), library_call("spider_part", spider=spider)),
        width,
        height,
        depth,
    )
