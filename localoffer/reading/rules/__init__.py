"""The reading rules, in the order the checks page shows them. To add one, write its function and list its module here."""

from localoffer.reading.rules import marks, numbers, sentences, wording
from localoffer.reading.rules.base import RULES, Fault, Rule

__all__ = ["RULES", "Fault", "Rule", "marks", "numbers", "sentences", "wording"]
