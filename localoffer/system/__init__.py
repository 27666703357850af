"""The machine and what stops a run: processors, programs, folders, a web server; it knows nothing of the offer's records."""
