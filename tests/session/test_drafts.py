"""A translation that only a machine has written says so, wherever it is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game import i18n
from game.loading import load
from game.session.beginning import Wanted, source_of
from game.session.lobby_pages import choose
from game.session.opening import is_draft, worded

DRAFTS = ("ja", "ru", "zh")


@pytest.fixture(autouse=True)
def source_language_again() -> Iterator[None]:
    """Leave the language as it was found."""
    yield
    i18n.use(i18n.SOURCE)


def test_the_languages_to_choose_from_say_which_are_drafts() -> None:
    scenario = load("first-talks")
    screen = choose(scenario, worded(scenario, "", ""), Wanted("first-talks"), "language")
    labels = {control.id: control.label for control in screen.controls}
    drafts = {label for label in labels.values() if "machine draft" in label}
    assert {"日本語 (machine draft)", "Русский (machine draft)", "中文 (machine draft)"} == drafts
    assert {"English", "한국어"} <= set(labels.values())


@pytest.mark.parametrize("language", ["en", "ko", *DRAFTS])
def test_a_game_in_a_draft_begins_with_a_word_about_it(language: str, tmp_path: Path) -> None:
    scenario = load("first-talks")
    assert is_draft(scenario, language) == (language in DRAFTS)
    i18n.use(language)
    wanted = Wanted("first-talks", seats=("host",), language=language, out=tmp_path / "g.modus")
    source = source_of(wanted)
    said = [notice.text for notice in source.frame().notices]
    source.close()
    word = i18n._("This translation is a machine draft: no native speaker has read it yet.")
    assert (word in said) == (language in DRAFTS)
