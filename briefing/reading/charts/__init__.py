"""What blocks of charts say, and the CSV files that they name → ``DataChart``.

    numbers   a number as people write it → ``Decimal``
    naming    names in the language of an edition
    moments   names of rows as dates
    rows      a CSV table → rows of figures
    charts    the whole way

``read_charts`` is the way in.
"""

from briefing.reading.charts.charts import Charts, read_charts

__all__ = ["Charts", "read_charts"]
