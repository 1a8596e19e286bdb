"""Scenes as pictures.

A renderer takes a :class:`base.RenderRequest` and gives views whose channels are exact and named.

`preview` casts rays on the CPU, `splat` draws Gaussians, `blender` path-traces, `plan` draws from above. Other packages add renderers
by the entry point group ``scenewright.renderers``.
"""
