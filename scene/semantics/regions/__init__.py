"""Regions of pictures that are encoded as one: from entities, superpixels or SAM."""
