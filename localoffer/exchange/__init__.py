"""The forms of other systems: read into one shape, and written from our records; one mapping both ways"""
