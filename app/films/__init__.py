"""Films: a camera moves around or through a scene, or the scene moves, and each picture goes into a video file as it is drawn.

`film_request` is what is asked for. A path gives the camera of each frame: `orbits` around the scene, `walks` and `pans` inside a room
(over `free_space`, where an eye may be, and `gazes`, where it looks), `camera_paths` through given cameras, which `camera_poses` reads from
a file; `crossings` says what such a path goes through. `pacing` says how fast, and which frame of an animation is shown. `cuts` says which
walls are left out, and mixes the pictures where one comes or goes. `drawing` draws in chunks, `false_colors` makes pictures of exact
channels, and `film_files` encodes: `video_files` with FFmpeg, `gif_files` and `webp_files` with Pillow. `filming` puts them together.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
