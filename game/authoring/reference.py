"""The reference of the language: every key of a scenario file, made from its schema."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any, Final

from game.authoring.expressions import CALLS, SETS, SIGNS
from game.errors import UserError
from game.i18n import _
from game.scenario.jsonschema import explained, schema

COMMAND: Final = "modus reference --out docs/authors/reference.md"
_OTHER_WORDS: Final = "Words"
_MANY: Final = {"a text": "texts", "a number": "numbers"}


def reference(part: str = "") -> str:
    """The reference in Markdown: of the whole language, or of one part such as `issue`.

    Raises UserError for a part that there is not.
    """
    made = schema()
    parts = {name: made["$defs"][name] for name in _in_order(made)}
    if part:
        known = {name.lower(): name for name in parts}
        wanted = part.lower().replace(" ", "").replace("_", "")
        if wanted not in known:
            raise UserError(_unknown(part, parts, known))
        return "\n".join(_section(known[wanted], parts[known[wanted]])) + "\n"
    lines = [*_opening(), *_table("Document", made)]
    for name, definition in parts.items():
        lines += _section(name, definition)
    return "\n".join([*lines, *_expressions()]) + "\n"


def _unknown(part: str, parts: dict[str, Any], known: dict[str, str]) -> str:
    near = difflib.get_close_matches(part.lower(), list(known), n=1)
    hint = " " + _("Did you mean {part}?").format(part=known[near[0]].lower()) if near else ""
    listed = ", ".join(_title(definition).lower() for definition in parts.values())
    says = _("There is no part {part}.") + hint + " " + _("There are: {parts}.")
    return says.format(part=part, parts=listed)


def _opening() -> list[str]:
    return [
        "# Reference: every key of a scenario file",
        "",
        f"Made by `{COMMAND}` from the schema that `modus check` and editors use; change it there.",
        "The [guide](guide.md) says how to go about it; `modus reference issue` prints one part.",
        "",
        "Ids are lower-case words joined by `_`. A *condition* and an *expression* are described "
        "[at the end](#conditions-and-expressions). What has nothing under *if unsaid* and no "
        "**required** may be left out.",
        "",
        "## The file",
        "",
    ]


def _in_order(made: dict[str, Any]) -> list[str]:
    """The parts in the order in which the file comes to them, those of other words last."""
    found: dict[str, None] = {}
    waiting = [made]
    while waiting:
        here = waiting.pop(0)
        for name in _parts(here.get("properties", {})):
            if name not in found:
                found[name] = None
                waiting.append(made["$defs"][name])
    return sorted(found, key=_says_other_words)


def _says_other_words(name: str) -> bool:
    return name.endswith(_OTHER_WORDS) or name in ("Skin", "Translation")


def _parts(node: Any) -> Iterator[str]:
    """The parts that a piece of the schema refers to."""
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].rpartition("/")[2]
        for entry in node.values():
            yield from _parts(entry)
    elif isinstance(node, list):
        for entry in node:
            yield from _parts(entry)


def _title(definition: dict[str, Any]) -> str:
    return str(definition["title"])


def _section(name: str, definition: dict[str, Any]) -> list[str]:
    """One part: what it is, its keys, and what their values mean."""
    says = definition.get("description", definition.get("$comment", ""))
    return ["", f"## {_title(definition)}", "", says, "", *_table(name, definition)]


CELLS = {
    "Effect": "what is added to it: `tension: 1` and `tension: +1` are the same",
    "Expect": "the value that it must have: a number, or an option or band by its name",
}
"""What a cell as a key takes, by part."""


def _table(name: str, definition: dict[str, Any]) -> list[str]:
    required = definition.get("required", ())
    lines = ["| key | what it means | takes | if unsaid |", "|---|---|---|---|"]
    values: list[str] = []
    for key, entry in definition["properties"].items():
        found = explained(name, key)
        says = " ".join(entry["description"].split())
        for example in found[1:] if found else ():
            says += f"<br>`{example}`"
        unsaid = "**required**" if key in required else _unsaid(entry)
        takes = _takes(entry)
        row = (f"`{key}`", says, takes, unsaid)
        lines.append(f"| {' | '.join(_cell(one) for one in row)} |")
        values += _values(key, entry)
    if definition.get("additionalProperties"):
        lines.append(f"| *a cell* | Every other key is the name of a cell. | {CELLS[name]} | |")
    return [*lines, *values]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _unsaid(entry: dict[str, Any]) -> str:
    if "default" not in entry or entry["default"] in ("", [], {}):
        return ""
    default = entry["default"]
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


def _takes(entry: dict[str, Any]) -> str:
    """The form of a value, in words."""
    if "$ref" in entry:
        name = entry["$ref"].rpartition("/")[2]
        words = explained_title(name)
        return f"[{words}](#{words.replace(' ', '-')})"
    if "enum" in entry:
        return ", ".join(f"`{value}`" for value in entry["enum"])
    if "const" in entry:
        return f"`{str(entry['const']).lower()}`"
    if "anyOf" in entry:
        return " or ".join(dict.fromkeys(_takes(one) for one in entry["anyOf"]))
    kinds = entry.get("type")
    if isinstance(kinds, list):
        return "a condition" if "boolean" in kinds else "a number or an expression"
    return _plain(entry, str(kinds))


def _plain(entry: dict[str, Any], kind: str) -> str:
    if kind == "array":
        one = _takes(entry["items"])
        return f"list of {_MANY.get(one, one)}"
    if kind == "object":
        patterns = list(entry.get("patternProperties", {}).values())
        if patterns:
            return f"by id: {_takes(patterns[0])}"
        inner = entry.get("additionalProperties")
        return f"for each: {_takes(inner)}" if isinstance(inner, dict) else "entries"
    if kind in ("integer", "number"):
        low, high = entry.get("minimum"), entry.get("maximum")
        if low is not None and high is not None and high < 30_000:
            return f"{low} to {high}"
        return f"{low} or more" if low is not None and low >= 0 else "a number"
    return {"string": "a text", "boolean": "`true` or `false`"}.get(kind, kind)


def explained_title(name: str) -> str:
    """What a part is called, in lower case.

    >>> explained_title("ChoiceOption")
    'choice option'
    """
    return "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in name).strip()


def _values(key: str, entry: dict[str, Any]) -> list[str]:
    """What each of a key's values means, where that is said."""
    for one in (entry, *entry.get("anyOf", ())):
        if "enumDescriptions" in one:
            meant = zip(one["enum"], one["enumDescriptions"], strict=True)
            return ["", f"`{key}`:", "", *(f"- `{value}`: {says}" for value, says in meant)]
    return []


QUOTES = (
    "The game reads a condition without quotes everywhere. An editor that knows only YAML "
    "marks two forms as a mistake, and quotes stop that: a comma or a list between braces, "
    '`{if: "did(host, visit, sponsor)", tension: -1}`, and a loop over pairs, `for: "[p, q] '
    'in pairs(parties)"`. On a line of its own, `when: did(host, visit, sponsor)` needs '
    "none.",
    "",
    "A text for people needs quotes in three cases: a colon with a space behind it or a "
    "space with `#` behind it stands in it; it begins with a sign, such as `{`, `[`, `*`, "
    "`&`, `!`, `%`, `@` or a quotation mark; or it stands between `{ }` or in `[ ]` and has "
    "a comma or a bracket in it. On lines of its own under `says: >` it never needs any.",
)
"""When an author writes quotation marks."""


def _expressions() -> list[str]:
    """The words of conditions and expressions."""
    calls = [f"| `{written}` | {says} |" for written, says in CALLS.values()]
    sets = [f"| `{written}` | {says} |" for written, says in SETS.items()]
    return [
        "", "## Conditions and expressions", "", SIGNS, "",
        *QUOTES, "",
        "| call | what it says |", "|---|---|", *calls, "",
        "| set | who is in it |", "|---|---|", *sets,
    ]  # fmt: skip
