"""Code that runs inside Blender. It imports the standard library, numpy, bpy and itself, nothing else of Scenewright.

The host imports :mod:`scenewright.renderers.blender.inside_blender.framing` only. Here, and nowhere else, y-up becomes Blender's z-up.
"""

# SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
