"""Whether a finished scene shows what a text asked for, clause by clause.

A writer says what it understood of the text (:mod:`scenewright.app.writers.asked`). Once the scene is laid out, :func:`certify_clauses`
judges each clause by the scene graph, the surfaces and the boxes of the evaluated scene, and never by the text of the program: counts by
the titles of the catalogue objects that are there, looks by colors and materials of what is seen, relations by the geometry that queries
and questions judge by. What nothing can measure is said to be not judged, and words without an effect are named.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
