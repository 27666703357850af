from __future__ import annotations
def audit_by_html_validate(*a, **k): return []
def audit_by_vnu(*a, **k): return []
