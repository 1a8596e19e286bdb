"""Regions of pictures that get one vector each: from entities, superpixels or SAM."""
