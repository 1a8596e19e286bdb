"""Data sets of rooms: pictures with labels and questions, in shards.

`building` makes the rooms of a recipe as jobs of a batch, and `packing` packs those of a shard (`shard_plan`): `webdataset_shards`,
`coco_files`, `bop_labels` and `parquet_index` write the formats, `near_duplicates` compares rooms, and `shard_report` says what came of
it. One room is made by :mod:`scenewright.app.dataset_rooms`.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
