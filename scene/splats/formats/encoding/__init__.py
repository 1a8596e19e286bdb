"""Encodes Gaussians as splat files. This runs in the calling process, because its data are trusted."""
