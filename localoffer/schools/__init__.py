"""Do schools link to the offer? Their websites, looked at politely → what was found, with the day and why."""

from __future__ import annotations
