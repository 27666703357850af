"""Written for others: Open Referral UK 3 as files, tables of services, and the dictionary of their columns."""
