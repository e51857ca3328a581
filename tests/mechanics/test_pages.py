"""Each page's small game loads, shows its mechanic in its cases, and does not without it."""

from __future__ import annotations

import re

import pytest

from game.rules.cases import run_cases
from game.scenario.load import check_text
from tests.mechanics.pages import FOLDER, PAGES, Library, page, played_in, taught, whole, without

GAMES = [(name, number) for name in PAGES for number in range(len(page(name).games))]
TAKEN = [(name, path) for name in PAGES for path in page(name).taken]
SECTIONS = ["What it says", "How it is written", "A small game", "What to ask afterwards"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_it_is_about_shows_it_and_asks(name: str) -> None:
    it = page(name)
    assert re.findall(r"^## (.+)$", it.text, re.MULTILINE) == SECTIONS
    assert all(it.concepts) and it.games and it.taken
    assert re.search(r"^- \*\*Read:\*\* .*\b(19|20)\d\d\b", it.text, re.MULTILINE)


@pytest.mark.parametrize(("name", "number"), GAMES)
def test_a_pages_game_loads_without_a_complaint_and_its_cases_hold(name: str, number: int) -> None:
    text = page(name).games[number]
    _scenario, problems = check_text(text, "page.yaml", Library("page.yaml"))
    assert [str(p) for p in problems if not p.code.startswith("leak/")] == []
    assert len(whole(text).document.cases) >= 2
    assert [str(miss) for miss in run_cases(whole(text))] == []


@pytest.mark.parametrize(("name", "path"), TAKEN)
def test_a_case_fails_when_the_mechanic_is_taken_away(name: str, path: str) -> None:
    shown = [text for text in page(name).games if _has(text, path)]
    assert shown, f"no game of the page has {path}"
    assert any(run_cases(without(text, path)) for text in shown)


def _has(text: str, path: str) -> bool:
    try:
        without(text, path)
    except (KeyError, IndexError):
        return False
    return True


# ---------------------------------------------------------------------- pages and scenarios


def test_every_concept_that_a_bundled_scenario_teaches_has_a_page() -> None:
    known = {concept for name in PAGES for concept in page(name).concepts}
    assert sorted(set(taught()) - known) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_names_only_scenarios_that_play_its_mechanic(name: str) -> None:
    there = played_in(page(name))
    assert set(page(name).played) <= set(there), "renew the line: python -m tests.mechanics"


def test_the_index_names_every_page() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\]\(([a-z-]+)\.md\)", index)) == PAGES
