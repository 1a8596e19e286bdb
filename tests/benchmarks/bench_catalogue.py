"""How large the catalogue is: objects, words, kinds, packs and their licences.

python -m tests.benchmarks.bench_catalogue [--json FILE]
"""

from __future__ import annotations

import time
from collections import Counter

from tests.benchmarks.figures import give, options


def main() -> None:
    given = options(__doc__).parse_args()
    from scenewright.assets import Catalogue

    own = Catalogue.built_in()
    begun = time.perf_counter()
    every = Catalogue.default()
    opened = time.perf_counter() - begun
    names = {w.lower() for e in own.entries for w in (e.word, *e.synonyms)}
    figures = {
        "own objects": len(own.entries),
        "own words and synonyms": len(names),
        "own objects by category": dict(sorted(Counter(e.category for e in own.entries).items())),
        "own objects by support": dict(sorted(Counter(e.support for e in own.entries).items())),
        "objects of all installed packs": dict(Counter(e.pack for e in every.entries)),
        "licences": dict(Counter(e.licence for e in every.entries)),
        "seconds to open": round(opened, 3),
        "problems": list(every.problems),
    }
    give(figures, given.json)


if __name__ == "__main__":
    main()
