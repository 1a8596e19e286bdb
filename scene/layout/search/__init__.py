"""Search poses at which all bodies stand and all relations hold: projection, construction, polish, exact packing."""
