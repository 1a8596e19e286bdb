"""The checks of a certificate. Each judges one aspect of an evaluated scene by its exact geometry, independently of the solver.

``evidence`` gathers the scene, its bodies and their geometry; heights count from the ground. Geometry: ``solids`` and ``shapes``;
``pairs`` is the broad phase of collision detection, ``boxes`` and ``meeting`` the narrow phase; ``depth`` measures penetration,
``columns`` casts vertical rays. The checks: ``collision``, ``bounds``, ``support``, ``openings``, ``clearance``, ``navigation``,
``unusual`` for what stands where its kind does not, and ``assemblies`` for the parts of one body. ``kept_spaces`` and ``free_floor``
say where the floor is that should stay free, and that is. A body stands if its ``weight`` is above its ``contacts``; otherwise
``touching`` finds what it touches beside and above, and ``holding`` decides whether it hangs or leans there. ``tolerances`` holds the
thresholds, ``slight`` what is below them. ``physics`` lets the scene settle under gravity.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
