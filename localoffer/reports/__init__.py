"""Reports for the people who keep the offer: files in build/reports, as HTML, CSV and JSON.

In: the catalogue. Out: the paths written.
"""

from localoffer.reports.reading import measure_reading, write_reading_report

__all__ = ["measure_reading", "write_reading_report"]
