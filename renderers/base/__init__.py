"""What all renderers share: the request and its answer, cameras, light, what hides the view, and pictures as files.

`renderer` defines what a renderer is. The others are parts that renderers are built of; they draw nothing themselves.
"""
