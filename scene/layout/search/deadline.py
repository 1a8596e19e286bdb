"""The old place of what says when to stop: import it from :mod:`scene.layout.search.effort`."""

from __future__ import annotations

from scene.layout.search.effort import Stop, never

__all__ = ["Stop", "never"]
