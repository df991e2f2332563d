"""Article folder → ``Briefing`` and diagnostics; a starter folder; the JSON Schema of what an author types.

``read_folder`` is the way in. It puts together what the modules of this room read: ``front_matter`` and ``body`` of
the article, ``sources``, ``profile`` and ``pictures``.
"""

from briefing.reading.folder import Reading, read_folder
from briefing.reading.schema import json_schema
from briefing.reading.starter import write_starter

__all__ = ["Reading", "json_schema", "read_folder", "write_starter"]
