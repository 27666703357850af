"""The Local Offer generator: YAML listings in, an accessible website out."""

from __future__ import annotations

__version__ = "0.1.0"
