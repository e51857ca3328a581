"""docs/sources.md: every system of the record is played somewhere, by parts that exist."""

from __future__ import annotations

import re
from pathlib import Path

from game.loading import load

PAGE = Path(__file__).resolve().parents[1] / "docs" / "sources.md"
SYSTEMS = 18
PARTS = (
    "actors", "agreements", "events", "forums", "instruments", "issues", "rules", "tracks",
)  # fmt: skip


def rows() -> list[list[str]]:
    """The cells of the page's table, its head first."""
    lines = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [cells[0], *cells[2:]]


def test_every_system_is_played_somewhere() -> None:
    _head, *systems = rows()
    assert [row[0] for row in systems] == [str(n) for n in range(1, SYSTEMS + 1)]
    assert all(any(row[2:]) for row in systems)


def test_the_parts_that_are_named_exist() -> None:
    head, *systems = rows()
    for column, name in enumerate(head[2:], 2):
        document = load(name).document
        known = {id for part in PARTS for id in getattr(document, part)}
        named = {id for row in systems for id in re.findall(r"`(\w+)`", row[column])}
        assert named - known == set(), name
