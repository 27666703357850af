"""Our record → the one shape, for everybody else: what families may know, and nothing that is not known."""
