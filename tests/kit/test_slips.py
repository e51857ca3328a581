"""The printed kit: whole, well formed, escaped, and no team reads another's sheet."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from game import loading
from game.errors import UserError
from game.kit.printing import print_slips
from game.kit.sheets import seat_kit
from game.kit.slips import slips
from game.rules.compiled import compiled
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.screens.eyes import look
from game.table.table import Table
from game.table.words import words_of

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Checks that every tag is closed, and keeps the text of each section by its id."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.section = ""
        self.texts: dict[str, str] = {}
        self.owners: dict[str, str] = {}
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.tags.add(tag)
        self.links += [str(said[key]) for key in ("src", "href") if key in said]
        assert not any(key.startswith("on") for key in said)
        if tag not in VOID:
            self.open.append(tag)
        if tag == "section":
            self.section = str(said["id"])
            self.owners[self.section] = str(said.get("data-seat") or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "section":
            self.section = ""

    def handle_data(self, data: str) -> None:
        if self.section:
            self.texts[self.section] = self.texts.get(self.section, "") + data


@pytest.fixture(scope="module", params=["first-talks", "thaad-2016"])
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return loading.load(request.param)


def page(scenario: Scenario, seed: int | None = None) -> Page:
    return Page(slips(scenario, words_of(scenario), seed=seed))


def test_the_page_is_whole_and_asks_for_nothing(scenario: Scenario) -> None:
    text = slips(scenario, words_of(scenario))
    it = Page(text)
    assert not it.links and "script" not in it.tags and "url(" not in text
    assert "default-src 'none'" in text
    assert {"facilitator", "board", "agreements"} <= set(it.texts)
    for seat in scenario.players:
        assert {f"sheet-{seat}", f"slip-{seat}"} <= set(it.texts)
    assert ("ballots" in it.texts) == bool(scenario.forums)


def test_every_order_that_a_seat_can_give_stands_on_its_slip_with_its_cost(
    scenario: Scenario,
) -> None:
    it = page(scenario)
    for seat in scenario.players:
        slip = it.texts[f"slip-{seat}"]
        rows = {
            row.notation: row for row in seat_kit(scenario, words_of(scenario), seat, None).orders
        }
        for form in compiled(scenario).acts[seat]:
            row = rows[form.order.instrument]
            assert form.order.instrument in slip and form.order.target in slip
            assert not isinstance(form.cost, int) or row.cost == str(form.cost)
            assert not form.order.target or form.order.target in dict(row.targets)
    table = Table.open(scenario, 3)
    words = words_of(scenario)
    for seat in scenario.players:
        slip = " ".join(it.texts[f"slip-{seat}"].split())
        for item in look(table, seat, words).view.menu:
            if item.code == "order/not-yours":
                continue
            head, _space, last = item.notation.rpartition(" ")
            assert (head or last) in slip and last in slip and str(item.cost) in slip


def test_no_team_finds_anothers_secrets_on_its_pages(scenario: Scenario) -> None:
    it = page(scenario)
    words = words_of(scenario)
    secrets = {
        seat: [
            words.sheet(seat, (), draw)[0]
            for draw in range(len(scenario.actors[seat].base.private or ()))
        ]
        for seat in scenario.players
    }
    for section, text in it.texts.items():
        for seat, told in secrets.items():
            for says in told:
                own = section == f"sheet-{seat}"
                assert (says in text) == own, (section, seat)
        for id, terms in scenario.agreements.items():
            if terms.secret and it.owners[section] not in terms.parties:
                assert f"sign {id}" not in text and words.agreement(id) not in text


def test_with_a_seed_a_team_gets_only_the_instructions_that_it_draws(scenario: Scenario) -> None:
    it = page(scenario, seed=7)
    words = words_of(scenario)
    table = Table.open(scenario, 7)
    for seat in scenario.players:
        sheet = look(table, seat, words).view.sheet
        assert sheet is not None
        text = it.texts[f"sheet-{seat}"]
        told = [words.sheet(seat, (), n)[0]
                for n in range(len(scenario.actors[seat].base.private or ()))]  # fmt: skip
        assert [says for says in told if says in text] == [sheet.instructions]


def test_hostile_texts_are_escaped() -> None:
    text = loading.load("first-talks").text
    bad = "<script>alert(1)</script>"
    text = text.replace("name: Lowland", f"name: '{bad}'").replace(
        "title: First talks", "title: '\"><img src=x onerror=y>'"
    )
    hostile = load_text(text, "first-talks.yaml")
    html = slips(hostile, words_of(hostile))
    assert bad not in html and "<img" not in html and "&lt;script&gt;" in html
    assert "script" not in Page(html).tags


def test_a_file_is_written_once_and_said(tmp_path: Path) -> None:
    out = tmp_path / "kit.html"
    assert str(out) in print_slips("first-talks", out=out)
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    with pytest.raises(UserError, match="There is a file"):
        print_slips("first-talks", out=out)
    with pytest.raises(UserError, match="no skin"):
        print_slips("first-talks", out=tmp_path / "other.html", skin="nowhere")


def test_a_skin_prints_no_real_name(tmp_path: Path) -> None:
    found = loading.load("thaad-2016")
    skin = next(iter(found.document.skins))
    html = slips(found, words_of(found, skin))
    assert "Republic of Korea" not in html
