"""Open data: what other programs may read, one module a file, one row each in localoffer/kinds.py."""
