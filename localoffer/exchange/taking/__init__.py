"""The values of one record → our fields, a module for each question a family asks. Nothing is guessed."""
