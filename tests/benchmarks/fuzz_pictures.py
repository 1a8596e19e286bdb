"""Changes files of every kind that a parser child or the host itself reads, and pictures of every format, thousands of times.

``python -m tests.benchmarks.fuzz_pictures [--changes 5000] [--kinds PNG glb ...] [--json FILE]``. It prints a row a kind and ends with 1
where a reader broke: an exception that is none of its errors, a dead host, too much time or memory.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from tests.support.hostile_file_readers import FILE_KINDS, PICTURE_KINDS
from tests.support.hostile_host import HostileHost

_PART = 250
"""Changes of one request to the host, which ends one that takes too long."""
_PART_SECONDS = 50.0


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--changes", type=int, default=5000)
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--kinds", nargs="*", default=[*PICTURE_KINDS, *FILE_KINDS])
    parser.add_argument("--json", type=Path, default=None, help="write the figures there")
    options = parser.parse_args()
    rows = []
    with HostileHost() as host:
        for kind in options.kinds:
            rows.append(_row(host, kind, options.first, options.changes))
            print(json.dumps(rows[-1]), flush=True)
    if options.json is not None:
        options.json.write_text(json.dumps(rows, indent=1) + "\n")
    return int(any(row["problems"] for row in rows))


def _row(host: HostileHost, kind: str, first: int, changes: int) -> dict[str, Any]:
    task = "change_pictures" if kind in PICTURE_KINDS else "change_files"
    row: dict[str, Any] = {
        "kind": kind,
        "read": 0,
        "refused": 0,
        "broke": 0,
        "seconds": 0.0,
        "megabytes": 0.0,
        "problems": [],
    }
    for start in range(first, first + changes, _PART):
        attempt = host.attempt(
            f"tests.support.hostile_file_readers:{task}", kind, start, min(_PART, first + changes - start)
        )
        row["seconds"] = round(row["seconds"] + attempt.seconds, 1)
        row["megabytes"] = round(max(row["megabytes"], attempt.megabytes))
        complaint = attempt.complaint(seconds=_PART_SECONDS)
        if complaint or attempt.value is None:
            row["problems"].append(f"from seed {start}: {complaint or attempt.message}"[:500])
            continue
        for name in ("read", "refused", "broke"):
            row[name] += attempt.value.get(name, 0)
        row["problems"] += attempt.value.get("faults", [])
    return row


if __name__ == "__main__":
    sys.exit(main())
