"""Texts as other systems hold them → texts as a person meant them; what is left out is named."""
