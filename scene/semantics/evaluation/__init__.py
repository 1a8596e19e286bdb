"""Open-vocabulary evaluation of language fields by published protocols.

- :mod:`.labels`, :mod:`.labels_3dovs`, :mod:`.frame_cameras`: ground truth labels and the cameras of labelled frames.
- :mod:`.fields`, :mod:`.imported`: the fields to evaluate: our own, checkpoints of LangSplat and gsplat, plain arrays.
- :mod:`.protocols`, :mod:`.report`: one result row per query, and means.
"""
