"""A real browser, watched by the clock: pages as a reader sees them, at any size, in any colours, without JavaScript.

In: a folder of pages. Out: what a function of the caller finds on each. Nothing here knows what is looked for.
"""
