"""Renderers: they draw scenes as pictures.

A renderer takes a :class:`base.RenderRequest` and returns views with exact, named channels.

`preview` casts rays on the CPU, `splat` draws Gaussians, `blender` and `mitsuba` trace paths, `plan` draws floor plans. Other packages
add renderers as entry points of the group ``scenewright.renderers``.
"""
