"""The machine and what stops a run: processors, programs, folders, a web server, other websites; it knows nothing of the offer's records."""
