"""The language as JSON Schema, from which editors complete, explain and check scenario files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from game.scenario.document import Document
from game.scenario.explained import FILE, OTHER_WORDS, Entry
from game.scenario.explained_deeds import DEEDS, VALUES
from game.scenario.snippets import SNIPPETS

DIALECT = GenerateJsonSchema.schema_dialect
TITLE = "Modus Vivendi scenario"
SHARED = ("Forum", "Instrument", "Rule")
"""What a library may bring: the file then says only what is different, so nothing is required."""

FORMS = {"array": "a list", "integer": "a number", "object": "entries", "string": "a text"}
"""What the alternatives of a key are called, by their type."""

_SECTION = re.compile(r" \((?:language\.md, )?sections? [^)]*\)")


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a scenario file.

    It says what the shape says; which names exist, and what an expression may read, only a check of
    the whole file can say. Every key has a `description` in one or two sentences; where it has an
    example, `markdownDescription` holds both, for editors that show it.
    """
    made = Document.model_json_schema(by_alias=True, mode="validation")
    # Cells stand beside the reserved keys of an effects block, not under a key of their own.
    made["$defs"]["Effect"]["properties"].pop("changes")
    for name in SHARED:
        made["$defs"][name].pop("required", None)
    for name, definition in _definitions(made):
        # Editors show it above what a key of it means.
        definition["title"] = _spaced(name) if name != "Document" else TITLE
        if "description" in definition:
            definition["description"] = _SECTION.sub("", definition["description"])
        for key, entry in definition.get("properties", {}).items():
            entry.pop("title", None)
            _explain(name, key, entry)
    _tidy(made)
    _leave_the_word_to_keys(made)
    return {"$schema": DIALECT, **made}


def explained(definition: str, key: str) -> Entry | None:
    """What a key means and its examples; None where only the document describes it.

    >>> explained("Actor", "ratify")[1]
    'ratify: 60'
    """
    words = {**FILE, **DEEDS}
    inherited = ("Further",) if definition == "Case" else ()
    for name in (definition, *inherited):
        if key in words.get(name, {}):
            return words[name][key]
    if definition.endswith("Words") or definition in ("Skin", "Translation"):
        return OTHER_WORDS.get(key)
    return None


def _definitions(made: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "Document", made
    yield from made["$defs"].items()


def _explain(definition: str, key: str, entry: dict[str, Any]) -> None:
    """Put an author's words and examples into the schema of a key."""
    found = explained(definition, key)
    if found is not None:
        says, *examples = found
        entry["description"] = says
        shown = "".join(f"\n\n```yaml\n{example}\n```" for example in examples)
        entry["markdownDescription"] = says + shown
    if (definition, key) in SNIPPETS:
        label, says, body = SNIPPETS[definition, key]
        entry["defaultSnippets"] = [{"label": label, "description": says, "body": body}]
    meant = VALUES.get((definition, key))
    if meant is not None:
        choice = next(one for one in (entry, *entry.get("anyOf", ())) if "enum" in one)
        told = [meant.get(value, "") for value in choice["enum"]]
        choice["enumDescriptions"] = choice["markdownEnumDescriptions"] = told


def _tidy(node: Any) -> None:
    """Say alternatives as anyOf, from which editors complete; that no other ids are allowed; and
    nothing of null, which is how a program says that a file says nothing."""
    stack = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, dict):
            if "oneOf" in here:
                here["anyOf"] = here.pop("oneOf")
            if "anyOf" in here:
                _without_null(here)
                for one in here.get("anyOf", ()):
                    _name_form(one)
            if "patternProperties" in here:
                here.setdefault("additionalProperties", False)
            if here.get("type") == "object" and "minLength" in here:
                here["minProperties"] = here.pop("minLength")
            stack.extend(here.values())
        elif isinstance(here, list):
            stack.extend(here)


def _without_null(here: dict[str, Any]) -> None:
    some = [one for one in here["anyOf"] if one != {"type": "null"}]
    if len(some) == len(here["anyOf"]):
        return
    if here.get("default", 0) is None:
        del here["default"]
    del here["anyOf"]
    if len(some) > 1:
        here["anyOf"] = some
    else:
        here.update(some[0])


def _leave_the_word_to_keys(made: dict[str, Any]) -> None:
    """Make a comment of what a part says that is one of a key's alternatives: editors would show it
    in the place of what the key means."""
    for _name, definition in _definitions(made):
        for entry in definition.get("properties", {}).values():
            for alternative in entry.get("anyOf", ()):
                part = made["$defs"].get(alternative.get("$ref", "").rpartition("/")[2], {})
                if "description" in part:
                    part["$comment"] = part.pop("description")


def _name_form(alternative: dict[str, Any]) -> None:
    """Tell alternatives apart by a title: editors run those together that look alike."""
    if isinstance(alternative.get("type"), str):
        alternative.setdefault("title", FORMS.get(alternative["type"], alternative["type"]))


def _spaced(name: str) -> str:
    """The name of a definition as words.

    >>> _spaced("ChoiceOption")
    'Choice option'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
