"""How well the embedded editor reads what people say: the corpora of dialogues in ``tests/data/chat``, judged by the scenes before and after.

python -m tests.benchmarks.bench_chat [--every N] [--json FILE]

For each corpus: sentences, those that did what they mean, and the seconds of a turn. Sentences that fail are printed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.figures import give, options
from tests.support.said_edits import judged_block, read_blocks

CORPORA = (
    "practice.txt",
    "held_out.txt",
    "held_out_later.txt",
    "fresh_rooms.txt",
    "fresh_rooms_later.txt",
    "sixty.txt",
    "sixty_later.txt",
    "strangers_a.txt",
    "strangers_b.txt",
    "strangers_c.txt",
    "strangers_d.txt",
    "strangers_e.txt",
    "strangers_f.txt",
    "strangers_g.txt",
    "strangers_h.txt",
    "strangers_i.txt",
    "strangers_j.txt",
    "strangers_k.txt",
    "strangers_l.txt",
    "strangers_m.txt",
    "strangers_n.txt",
    "strangers_o.txt",
)


def main() -> int:
    parser = options(__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth dialogue")
    parser.add_argument("--only", nargs="+", choices=CORPORA, default=CORPORA, metavar="FILE", help="only these files")
    given = parser.parse_args()
    figures = {}
    for name in given.only:
        with tempfile.TemporaryDirectory() as folder:
            blocks = read_blocks(name)[:: given.every]
            turns = [t for n, block in enumerate(blocks) for t in judged_block(block, Path(folder) / f"scene_{n}")]
        wrong = [f"{said.text}: {why}" for said, why, _ in turns if why]
        for each in wrong:
            print(f"{name}: {each}", file=sys.stderr)
        seconds = sorted(took for _, _, took in turns)
        figures[name] = {
            "sentences": len(turns),
            "right": len(turns) - len(wrong),
            "share %": round(100 * (1 - len(wrong) / len(turns)), 1),
            "median s": round(statistics.median(seconds), 2),
            "p90 s": round(seconds[int(0.9 * (len(seconds) - 1))], 2),
        }
    give(figures, given.json)
    return 0


if __name__ == "__main__":
    sys.exit(main())
