"""What helps a person write: new listings, schemas and the field guide, the manual of rules."""
