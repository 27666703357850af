"""What is kept between runs: one store, one key, one digest."""
