"""Language fields: features lifted from pictures to Gaussians, kept as codes, asked by the published rules."""
