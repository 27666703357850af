"""Everything that is published: pages, lists, search files, data."""
