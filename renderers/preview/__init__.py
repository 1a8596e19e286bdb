"""The preview: a quick and faithful picture on the CPU, with exact depth, normals and entities; and contact sheets of many.

`renderer` casts the rays of :mod:`scenewright.renderers.rays`.
"""
