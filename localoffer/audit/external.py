from __future__ import annotations
def audit_external(*a, **k): return []
