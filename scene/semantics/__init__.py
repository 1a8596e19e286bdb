"""What things mean: encoders of text and pictures, and what is found with them."""
