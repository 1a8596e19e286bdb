"""Code that runs inside Blender. It imports the standard library, numpy, bpy and this package, nothing else of Scenewright.

The host imports only :mod:`scenewright.renderers.blender.inside_blender.framing`. Only this package converts y-up to Blender's z-up.
"""

# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
