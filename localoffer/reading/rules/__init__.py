"""The reading rules, in the order the checks page shows them. To add one, write its function; a new module is listed here."""

from localoffer.reading.rules import broken, marks, numbers, one_way, sentences, wording
from localoffer.rulebook import Rule

RULES: tuple[Rule, ...] = (
    *marks.READING,
    *numbers.READING,
    *one_way.READING,
    *sentences.READING,
    *wording.READING,
    *broken.READING,
)

__all__ = ["RULES"]
