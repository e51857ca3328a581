"""A facilitated game in a plain terminal: typed line by line, or with Enter alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import UserError
from game.record.table import Table
from tests.lines.scripted import CLOSED, Person


def test_enter_alone_leads_a_class_to_the_end(tmp_path: Path) -> None:
    out = tmp_path / "class.modus"
    person = Person().play("first-talks", out, facilitator=True)
    assert "THE END" in person.text.upper()
    with Table.load(out) as table:
        assert table.state.phase == "over" and table.state.setup.facilitator


def test_a_slip_is_typed_in_a_terminal(tmp_path: Path) -> None:
    out = tmp_path / "class.modus"
    script = [
        "open the negotiation", "slip host", "", "step radr agreed", "last",
        "step radar agreed", "sign quiet_river", "take", "quit",
    ]  # fmt: skip
    person = Person(script).play("first-talks", out, facilitator=True)
    assert "did you mean 'radar'?" in person.flat
    assert "The slip of Lowland is taken." in person.flat
    with Table.load(out) as table:
        assert len(table.state.orders["host"]) == 1
        assert table.state.drafts["quiet_river"].signatures == ("host",)


def test_a_class_goes_on_where_it_was_left(tmp_path: Path) -> None:
    out = tmp_path / "class.modus"
    with pytest.raises(UserError, match="class.modus"):
        Person(["1", CLOSED]).play("first-talks", out, facilitator=True)
    person = Person(["quit"]).play(None, load=out)
    assert "Slip of Lowland" in person.text
