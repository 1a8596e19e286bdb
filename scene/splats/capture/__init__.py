"""Captures: photographs with cameras, from several tools.

:func:`open_capture` reads a folder or file (:mod:`.opening`; :mod:`.transforms`, :mod:`.colmap`, :mod:`.photographs`) as a
:class:`Capture` (:mod:`.model`). ``capture.views(...)`` gives undistorted pictures (:mod:`.undistortion`, with :mod:`.lens` and
:mod:`.windows`), ``capture.with_points()`` adds sparse points (:mod:`.triangulation`), and :mod:`.gravity` aligns the world with
the floor.
"""

from __future__ import annotations

from scenewright.scene.splats.capture.model import Capture
from scenewright.scene.splats.capture.opening import open_capture
from scenewright.scene.splats.capture.parts import Photograph
from scenewright.scene.splats.capture.views import View, split_holdout

__all__ = ["Capture", "Photograph", "View", "open_capture", "split_holdout"]
