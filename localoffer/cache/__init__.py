"""What is kept between runs: digests and notes."""
