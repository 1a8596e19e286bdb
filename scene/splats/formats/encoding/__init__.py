"""Gaussians as the bytes of splat files. Runs in the process that has them: what is written is our own."""
