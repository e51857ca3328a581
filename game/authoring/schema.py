"""The schema of scenario files, as a file for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from game.i18n import _
from game.scenario.jsonschema import schema

NAME: Final = "modus.schema.json"
"""What the file is called beside a scenario whose first line names it."""


def schema_text() -> str:
    """The JSON Schema of scenario files, as the text of a file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def write_schema(path: Path) -> str:
    """Write the schema to a file, also over an older one, and say how an editor finds it."""
    path.write_text(schema_text(), encoding="utf-8", newline="\n")
    says = _("{file}: begin a scenario with '{line}', and editors complete and explain its keys.")
    return says.format(file=path, line=f"# yaml-language-server: $schema={path.name}")
