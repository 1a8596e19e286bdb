"""Takes the server's folders, and keys, out of texts that go to pages and into logs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

__all__ = ["TextGuard"]


class TextGuard:
    """Texts of one job for its owner: paths begin within the owner's folders, and secrets are left out."""

    def __init__(self, folders: Iterable[Path | None], secrets: Iterable[str] = ()) -> None:
        shown = sorted({str(f) for f in folders if f is not None}, key=len, reverse=True)
        # in JSON a path may be spelled otherwise
        self._folders = list(dict.fromkeys(spelled for f in shown for spelled in (f, json.dumps(f)[1:-1])))
        self._secrets = [s for secret in secrets if secret for s in dict.fromkeys((secret, json.dumps(secret)[1:-1]))]

    def text(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "<key>")
        for folder in self._folders:
            text = text.replace(f"{folder}/", "").replace(folder, ".")
        return text
