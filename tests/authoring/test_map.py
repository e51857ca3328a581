"""`modus map`: everything is on it, nothing lies on something else, and it never changes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game import cli, i18n
from game.authoring.map.draw import SECTIONS, draw
from game.authoring.map.paper import COLOURS, width, wrapped
from game.authoring.scaffold import scaffold
from game.data import Library, folder, scenario_ids
from game.loading import load
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.table.words import words_of

SVG = "{http://www.w3.org/2000/svg}"
SKIN = """
skins:
  sea:
    name: At sea
    title: Two islands
    summary: One island, and another.
    actors:
      host: {name: Near Island}
      partner: {name: Far Island}
      neighbour: {name: The mainland}
    issues: {depot: {name: A lighthouse, options: {agreed: promised}}}
    events: {rumour: {choice: {options: {ask: {says: Ask them}}}}}
"""


def begun(more: str = "") -> Scenario:
    """A scenario that was just begun."""
    return load_text(scaffold("new") + more, "new", Library("new.yaml"))


@pytest.fixture(params=[*scenario_ids(), "new"])
def scenario(request: pytest.FixtureRequest) -> Scenario:
    """Each bundled scenario, and one that was just begun."""
    return load(request.param) if request.param != "new" else begun()


def drawn(scenario: Scenario, *about: str, skin: str = "", language: str = "en") -> ET.Element:
    """The map, parsed."""
    (one,) = about or (None,)
    return ET.fromstring(draw(scenario, words_of(scenario, skin, language), one))  # type: ignore[arg-type]


def said(root: ET.Element) -> list[str]:
    """All texts, in order."""
    return ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]


def rows(root: ET.Element) -> list[str]:
    """What each row says to a pointer or a screen reader."""
    return [one.findtext(f"{SVG}title", "") for one in root.iter(f"{SVG}g")]


def boxes(root: ET.Element) -> Iterator[tuple[float, float, float, float, str]]:
    """Where each text is: left, top, right, bottom."""
    for one in root.iter(f"{SVG}text"):
        text, size = "".join(one.itertext()), float(one.get("font-size", 0))
        wide = width(text, size, one.get("font-weight") == "bold")
        x, y = float(one.get("x", 0)), float(one.get("y", 0))
        left = x - wide / 2 if one.get("text-anchor") == "middle" else x
        yield left, y - 0.75 * size, left + wide, y + 0.2 * size, text


@pytest.fixture
def source_language_again() -> Iterator[None]:
    """The language of the interface belongs to the whole process."""
    yield
    i18n.use(i18n.SOURCE)


@pytest.mark.usefixtures("source_language_again")
@pytest.mark.parametrize("language", ["en", "ko", "ru", "zh"])
def test_no_text_lies_on_another_or_outside(scenario: Scenario, language: str) -> None:
    i18n.use(language)
    for about in ((), *((one,) for one in SECTIONS if language == "en")):
        root = drawn(scenario, *about, language=language)
        _x, _y, wide, high = (float(n) for n in root.get("viewBox", "").split())
        placed = sorted(boxes(root), key=lambda box: box[1])
        for number, (left, top, right, bottom, text) in enumerate(placed):
            assert left >= 0 and right <= wide and top >= 0 and bottom <= high, text
            for other in placed[number + 1 :]:
                if other[1] >= bottom:
                    break
                assert other[0] >= right or other[2] <= left, (text, other[4])


def test_everything_of_the_scenario_is_named(scenario: Scenario) -> None:
    root, words = drawn(scenario), words_of(scenario)
    everything = " ".join([*said(root), *rows(root)])
    names = [words.actor(id) for id in scenario.players]
    names += [words.issue(id) for id in scenario.issues]
    names += [option for id in scenario.issues for option in words.options(id)]
    names += [words.instrument(id) for id in scenario.instruments]
    names += [words.rule(id) for id in scenario.rules]
    names += [words.event(id) for id in scenario.events]
    names += [words.answer(id, one) for id, e in scenario.events.items() for one in e.choices]
    names += [words.agreement(id) for id in scenario.agreements]
    names += [says for terms in scenario.agreements.values() for says in words.terms(terms)]
    names += [words.forum(id) for id in scenario.forums]
    names += [words.end(id) for id in scenario.ends]
    assert [name for name in names if name not in everything] == []


def test_texts_are_measured_wide_enough_for_the_houses_fonts(scenario: Scenario) -> None:
    pygame.font.init()
    fonts = {
        bold: pygame.font.Font(folder("assets") / "fonts" / f"Pretendard-{weight}.otf", 1000)
        for bold, weight in ((False, "Regular"), (True, "Bold"))
    }
    for one in drawn(scenario).iter(f"{SVG}text"):
        text, bold = "".join(one.itertext()), one.get("font-weight") == "bold"
        really = sum(metric[4] for metric in fonts[bold].metrics(text) if metric)
        assert really <= width(text, 1000, bold) * 1.02, text


def test_the_same_scenario_is_drawn_the_same(scenario: Scenario) -> None:
    first = draw(scenario, words_of(scenario))
    again = load_text(scenario.text, scenario.source, scenario.included)
    assert draw(again, words_of(again)) == first


def test_it_says_who_must_consent() -> None:
    found = " ".join(rows(drawn(load("first-talks"), "consent")))
    assert "A radar on the border hill. Up: needs Lowland and Highland; costs 2." in found
    found = " ".join(said(drawn(load("thaad-2016"), "consent")))
    assert "UN Security Council must adopt it" in found
    assert found.count("veto") >= 3


def test_it_says_what_follows_from_what() -> None:
    found = rows(drawn(load("first-talks"), "consequences"))
    (toll,) = (row for row in found if row.startswith("Raise tolls"))
    assert "by Overriver" in toll and "Tension +1" in toll
    assert "Political capital −2 (the target)" in toll
    (march,) = (row for row in found if row.startswith("The village marches"))
    assert "when A radar on the border hill ≥ agreed" in march
    (broken,) = (row for row in found if row.startswith("A broken word"))
    assert "when somebody breaks an agreement" in broken and "Fearon 1994" in broken
    assert any("Nobody wanted this" in row and "Tension ≥ crisis" in row for row in found)


def test_a_row_marks_what_it_reads_and_what_it_changes() -> None:
    root = drawn(load("first-talks"), "consequences")
    march = next(
        one for one in root.iter(f"{SVG}g")
        if one.findtext(f"{SVG}title", "").startswith("The village marches")
    )  # fmt: skip
    assert len(list(march.iter(f"{SVG}circle"))) == 1
    assert "▼ −1" in ["".join(one.itertext()) for one in march.iter(f"{SVG}text")]


def test_it_says_who_owes_what() -> None:
    root = drawn(load("first-talks"), "agreements")
    for title, discs in (
        ("The quiet river", 2),
        ("Overriver refrains", 2),  # one owes it, one is owed it
        ("They declare", 0),
    ):
        row = next(
            one for one in root.iter(f"{SVG}g")
            if one.findtext(f"{SVG}title", "").startswith(title)
        )  # fmt: skip
        assert len(list(row.iter(f"{SVG}circle"))) == discs, title


def test_one_section_alone() -> None:
    titles = ("Who consents to what", "What follows from what", "Who owes what")
    scenario = load("first-talks")
    for one, title in zip(SECTIONS, titles, strict=True):
        assert [there for there in titles if there in said(drawn(scenario, one))] == [title]


def test_it_is_told_to_those_who_hear_it() -> None:
    root = drawn(load("first-talks"))
    assert root.get("role") == "graphics-document" and root.get("lang") == "en"
    labelled = (root.get("aria-labelledby") or "").split()
    assert [one.get("id") for one in root[:2]] == labelled
    assert root[0].text == "Map of “First talks”"
    assert "3 seats, 1 issue and 3 instruments" in (root[1].text or "")
    assert "Pretendard" in (root.get("font-family") or "")


def test_under_a_skin_nothing_real_shines_through() -> None:
    scenario = begun(SKIN)
    text = draw(scenario, words_of(scenario, "sea"))
    assert "Two islands" in text and "Near Island" in text and "promised" in text
    assert not re.search(r"Host|Partner|Neighbour|[Dd]epot near", text)


def test_texts_can_be_read_against_what_is_behind_them() -> None:
    from game.desktop.theme import contrast

    for ground in ("paper", "card", "stripe", "start"):
        assert contrast(COLOURS["ink"], COLOURS[ground]) >= 7
    for ground in ("paper", "card"):
        assert contrast(COLOURS["quiet"], COLOURS[ground]) >= 4.5
    assert contrast(COLOURS["on_navy"], COLOURS["navy"]) >= 7
    filled = set()
    for scenario in map(load, scenario_ids()):
        filled |= {one.get("fill") for one in drawn(scenario).iter(f"{SVG}text")}
    assert filled == {COLOURS["ink"], COLOURS["quiet"], COLOURS["on_navy"]}


def test_long_words_and_han_are_wrapped_inside_their_room() -> None:
    for text in (
        "Wirtschaftsbeziehungsgespräche gehen weiter",
        "韩国的萨德反导系统部署问题",
        "한국과 일본",
    ):
        lines = wrapped(text, 12, 60)
        assert all(width(line, 12) <= 60 for line in lines) and len(lines) > 1
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def said_by(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The exit code of the command, what it said, and what it said on standard error."""
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    out, err = capsys.readouterr()
    assert isinstance(ended.value.code, int)
    return ended.value.code, out, err


def test_the_command_draws_into_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _err = said_by(capsys, "map", "first-talks")
    assert code == 0 and "first-talks.map.svg" in out
    ET.fromstring((tmp_path / "first-talks.map.svg").read_text(encoding="utf-8"))
    said_by(capsys, "map", "first-talks", "--out", "only.svg", "--about", "consent")
    assert "Who owes what" not in (tmp_path / "only.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("map", "frist-talks"), "Did you mean first-talks?"),
        (("map", "first-talks", "--skin", "nowhere"), "There is no skin 'nowhere'"),
        (("map", "first-talks", "--about", "weather"), "weather"),
        (("map", "first-talks", "--out", "nowhere/there.svg"), "No such file"),
    ],
)
def test_what_cannot_be_drawn_is_a_sentence(
    arguments: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _out, err = said_by(capsys, *arguments)
    assert code == 2
    assert says in err and "Traceback" not in err


def test_a_drawing_is_written_over_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml").write_text("modus: 1", encoding="utf-8")
    code, _out, err = said_by(capsys, "map", "first-talks", "--out", "mine.yaml")
    assert code == 2 and "mine.yaml is there already and is no drawing" in err
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8") == "modus: 1"
    for _time in range(2):
        assert said_by(capsys, "map", "first-talks", "--out", "mine.svg")[0] == 0
