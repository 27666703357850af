"""Staged pages → a published site: what changed is rendered by MkDocs, finished, indexed and swapped in at once."""

from __future__ import annotations

from localoffer.site.build import BuildResult, build_site
from localoffer.site.offer import Offer
from localoffer.site.serve import serve
from localoffer.site.stage import Staged, stage
from localoffer.system.failures import BuildFailed, ToolMissing

__all__ = ["BuildFailed", "BuildResult", "Offer", "Staged", "ToolMissing", "build_site", "serve", "stage"]
