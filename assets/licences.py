"""The licence of a file of a stranger's folder: from the file itself, else from a text beside it or in a folder above."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from scenewright.scene.errors import ProjectError
from scenewright.scene.plain_files import names_in, read_plain

__all__ = ["licence_of"]

_LICENCE_FILES = re.compile(r"^(licen[cs]e|copying|credits?|attribution|readme)(\.(txt|md))?$", re.IGNORECASE)
_LICENCES = (
    (r"cc0|public domain|creativecommons\.org/publicdomain", "CC0-1.0"),
    (r"cc[- ]by[- ]nc[- ]sa|by-nc-sa", "CC-BY-NC-SA-4.0"),
    (r"cc[- ]by[- ]nc|by-nc", "CC-BY-NC-4.0"),
    (r"cc[- ]by[- ]sa|by-sa", "CC-BY-SA-4.0"),
    (r"cc[- ]by|/by/|creative commons attribution", "CC-BY-4.0"),
    (r"apache license|apache-2", "Apache-2.0"),
    (r"\bmit license\b|permission is hereby granted, free of charge", "MIT"),
)


def licence_of(facts: Mapping[str, Any], path: Path, folder: Path) -> tuple[str, str, str]:
    """Licence, author and source.

    Args:
        facts: what the file says: ``extras``, a mapping of texts, and ``copyright``.
        path: of the file in `folder`.
    """
    extras = {k.lower(): v for k, v in facts["extras"].items()}
    author, source = str(extras.get("author", "")), str(extras.get("source", ""))
    texts = [str(extras.get("license", extras.get("licence", ""))), facts["copyright"]]
    places = [path.with_suffix(s) for s in (".txt", ".license", ".LICENSE", ".md")]
    here = path.parent
    while here.is_relative_to(folder):
        places += [here / name for name in names_in(here, "the folder") if _LICENCE_FILES.match(name)]
        here = here.parent
    for place in places:
        with suppress(ProjectError):  # a text that is missing, or that is not read, says nothing of the licence
            texts.append(read_plain(place, 1 << 20, "the licence", root=folder).decode("utf-8", "replace"))
    for text in texts:
        for pattern, licence in _LICENCES:
            if re.search(pattern, text, re.IGNORECASE):
                return licence, author or facts["copyright"], source
    return facts["copyright"], author, source
