"""docs/authors/libraries.md: every entry of the bundled libraries, and what it needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from game.data import folder
from game.scenario.gate import read
from game.scenario.needs import needs

FILE = Path(__file__).parents[2] / "docs" / "authors" / "libraries.md"


def rows() -> Iterator[tuple[str, str]]:
    """The library of each entry, and the row that the page shall have for it."""
    for path in sorted((folder("scenarios") / "library").glob("*.yaml")):
        data = read(path.read_text(encoding="utf-8"), path.name).data
        for section in ("forums", "instruments", "rules"):
            for id, entry in data.get(section, {}).items():
                yield path.stem, f"| `{id}` | {_does(entry)} | {_needed(id, entry, data)} |"


def _does(entry: dict[str, Any]) -> str:
    says = str(entry.get("says") or entry["name"]).replace("{actor}", "A").replace("{target}", "B")
    concept = entry.get("teaches", {}).get("concept")
    return f"{says} *{concept}*" if concept else says


def _needed(id: str, entry: dict[str, Any], data: Any) -> str:
    wanted = needs(entry)
    deeds = sorted(wanted.instruments - {id})
    parts = [f"`{one}`" + ("" if one in data.get("instruments", {}) else " (`diplomacy`)")
             for one in deeds]  # fmt: skip
    parts += [f"forum `{one}`" for one in sorted(wanted.forums)]
    tracks = ", ".join(f"`{one}`" for one in sorted(wanted.tracks))
    return "; ".join([*parts, *([tracks] if tracks else [])])


def test_the_page_has_every_entry_with_what_it_does_and_needs() -> None:
    text = FILE.read_text(encoding="utf-8")
    made = list(rows())
    for library in {library for library, _row in made}:
        part = text.partition(f"\n## `{library}`\n")[2].partition("\n## ")[0]
        there = [line for line in part.splitlines() if line.startswith("| `")]
        assert there == [row for name, row in made if name == library]
    assert text.count("\n## `") == len({library for library, _row in made})
