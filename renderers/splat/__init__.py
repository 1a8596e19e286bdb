"""Scenes as pictures of Gaussian splats: faces of programs and captures together.

`renderer` turns surfaces into Gaussians, `shading` and `baking` light them, `outlines`, `overlaps` and `visibility` decide which of
them count where, and `drawing` makes pixels of them.
"""
