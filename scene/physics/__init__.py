"""A scene as rigid bodies for simulators: colliders, masses, joints.

:func:`physics_model` reads the bodies as the layout does, so what moves as one there is one body here. Each body has a collider for each of
the program's primitives, exact where simulators have the shape and the tight convex hull elsewhere; concave meshes are cut into convex
pieces. So the inside of a container stays open. Parts for which the catalogue declares a hinge or a slide, and the leaves of the room's
doors, are bodies of their own, on joints. Everything is in the scene's own frame: metres, +y up; exporters turn it.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
