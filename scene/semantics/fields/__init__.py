"""Language fields: features lifted from pictures to Gaussians, stored as codes, and queried by published rules."""
