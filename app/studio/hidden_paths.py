"""Takes the server's folders, and keys, out of texts that go to pages and into logs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

__all__ = ["TextGuard"]

_ABSOLUTE = re.compile(r"""(?<![\w/:.~<-])/(?:[^\s/"'<>|:;,()]+/)+([^\s/"'<>|:;,()]*)""")


class TextGuard:
    """Texts for an owner: paths begin within the owner's folders, or at the server's home as ``~``, and secrets are left out."""

    def __init__(
        self, folders: Iterable[Path | None], secrets: Iterable[str] = (), *, everywhere: bool = False
    ) -> None:
        """
        Args:
            everywhere: of any other path of the server only its last part is left.
        """
        # a shorter one may lie around a longer one; in JSON a path may be spelled otherwise
        shown = sorted({str(f) for f in folders if f is not None}, key=len, reverse=True)
        self._folders = list(dict.fromkeys(spelled for f in shown for spelled in (f, json.dumps(f)[1:-1])))
        home = str(Path.home())
        self._home = None if everywhere or home == "/" else re.compile(rf"(?<![\w./~-]){re.escape(home)}(?![\w.-])")
        self._secrets = [s for secret in secrets if secret for s in dict.fromkeys((secret, json.dumps(secret)[1:-1]))]
        self._everywhere = everywhere

    def text(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "<key>")
        for folder in self._folders:
            text = text.replace(f"{folder}/", "").replace(folder, ".")
        if self._home is not None:
            text = self._home.sub("~", text)
        return _ABSOLUTE.sub(r"\1", text) if self._everywhere else text

    def answer(self, body: bytes, *keys: str) -> bytes:
        """An answer in JSON. `keys`: those of its fields that hold texts of ours; none: all of it. The program of a scene stays as it is,
        whatever it names."""
        text = body.decode("utf-8", "replace")
        shown = self.text(text)
        if shown == text:
            return body
        if not keys:
            return shown.encode()
        values = json.loads(text)
        return json.dumps({**values, **{key: self.values(values[key]) for key in keys if key in values}}).encode()

    def values(self, values: Any) -> Any:
        """JSON values with all their texts."""
        if isinstance(values, dict):
            return {name: self.values(value) for name, value in values.items()}
        if isinstance(values, list):
            return [self.values(value) for value in values]
        return self.text(values) if isinstance(values, str) else values
