"""The language as JSON Schema, from which editors complete and check scenario files."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from game.scenario.document import Document

DIALECT = GenerateJsonSchema.schema_dialect


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a scenario file.

    It says what the shape says; which names exist, and what an expression may read, only a check of
    the whole file can say.
    """
    made = Document.model_json_schema(by_alias=True, mode="validation")
    # Cells stand beside the reserved keys of an effects block, not under a key of their own.
    made["$defs"]["Effect"]["properties"].pop("changes")
    for definition in (made, *made["$defs"].values()):
        definition.pop("title", None)
        for entry in definition.get("properties", {}).values():
            entry.pop("title", None)
    _tidy(made)
    return {"$schema": DIALECT, "title": "Modus Vivendi scenario", **made}


def _tidy(node: Any) -> None:
    """Say alternatives as anyOf, from which editors complete, and that no other ids are allowed."""
    stack = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, dict):
            if "oneOf" in here:
                here["anyOf"] = here.pop("oneOf")
            if "patternProperties" in here:
                here.setdefault("additionalProperties", False)
            if here.get("type") == "object" and "minLength" in here:
                here["minProperties"] = here.pop("minLength")
            stack.extend(here.values())
        elif isinstance(here, list):
            stack.extend(here)
