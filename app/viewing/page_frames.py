"""The frame in which a notebook shows a page that holds all it shows."""

from __future__ import annotations

import html

__all__ = ["page_frame"]

_SANDBOX = "allow-scripts"
"""The frame runs its own script and has no origin: it reaches neither the notebook nor its server."""


def page_frame(page: str, *, title: str, height: int) -> str:
    """An ``<iframe>`` that holds a whole page.

    Args:
        page: the page, HTML.
        title: what screen readers call the frame.
        height: of the frame, in pixels; it is as wide as the cell.
    """
    attributes = {
        "srcdoc": page,
        "sandbox": _SANDBOX,
        "title": title,
        "width": "100%",
        "height": str(height),
        "style": "border: 0; border-radius: 6px",
        "loading": "lazy",
    }
    written = " ".join(f'{name}="{html.escape(value)}"' for name, value in attributes.items())
    return f"<iframe {written}></iframe>"
