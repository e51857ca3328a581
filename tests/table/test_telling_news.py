"""Headlines name actors as the words of the table do."""

from __future__ import annotations

from game.scenario.load import load_text
from game.table.telling import tell
from game.table.words import words_of
from game.world.facts import News
from tests.scenario.test_load import GAME


def test_a_headline_says_names_and_no_ids() -> None:
    scenario = load_text(GAME, "one-radar.yaml")
    told = tell(scenario, (News("{host} has spoken; {nobody} has not."),), words_of(scenario))
    assert [item.says for item in told] == ["Lowland has spoken; {nobody} has not."]
