"""Whole games in line mode: by Enter alone, by a person who tries everything, by two persons."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.record.table import Table
from game.session.beginning import Wanted
from game.world.facts import Acted, Consented
from tests.lines.scripted import Person

EVERYTHING = """\


board
why did a number
back
back
role sheet
what your constituencies want
back
what china wants
back
sources
back
those without
back
back
agreements
write a new text
china
that is all
name
The quiet peninsula
add a clause
hold
thaad
at_most
agreed
let it end
5
only on a condition
thaad <= agreed
add this clause
add a clause
perform
china
visit
rok
9
add this clause
add a clause
refrain
china
address_public
rok
add this clause
add a clause
pay
rok
write it
1
once
add this clause
take out clause 4
add a clause
declare
write it
We both mean it.
add this clause
kind
kind
put it on the table
change the text
name
The very quiet peninsula
put it on the table
sign it
withdraw your signature
sign it
back
ready texts
1
put it on the table
sign it
back
back
messages
write to china
Will you sign?
send it
several
usa
japan
write the message
Talk to us.
send it
to everybody
Peace in our time.
send it
write to the press
No comment.
do not send
back
argue for an action
what happens
A hotline is opened.
add a reason
It was done in 1963.
ask for a change
tension
-1
argue this
back
rate the others
china
8
usa
eleven
11
1
write these down
orders
visit
japan
given: visit: japan
back
step thaad agreed
visit us
why tension
?
messages
desk
votes
desk
end your turn
back
end your turn
end the turn
""".splitlines()


@pytest.mark.parametrize("scenario", ["first-talks", "thaad-2016"])
def test_enter_alone_plays_to_the_end(scenario: str, tmp_path: Path) -> None:
    person = Person().play(scenario, tmp_path / "g.modus")
    assert "THE SCORES" in person.text and "THREE FINDINGS" in person.text
    assert "Refused" not in person.text
    with Table.load(tmp_path / "g.modus") as table:
        assert table.state.phase == "over"


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("seat", ["host", "sponsor", "neighbour"])
def test_enter_alone_ends_from_every_seat(seat: str, seed: int, tmp_path: Path) -> None:
    how = {"seats": [seat], "seed": seed, "bots": "mixed:0.5"}
    person = Person().play("first-talks", tmp_path / "g.modus", **how)
    assert "TO TALK ABOUT" in person.text and "Refused" not in person.text


def test_everything_can_be_done(tmp_path: Path) -> None:
    person = Person(EVERYTHING).play("thaad-2016", tmp_path / "g.modus", seats=["rok"])
    assert "is no choice here" not in person.text
    refused = [line for line in person.lines if line.startswith("! Refused")]
    assert refused == ["! Refused: expected one of usa, japan, china, russia, dprk; found 'us'."]
    with Table.load(tmp_path / "g.modus") as table:
        first = table.state.log[0]
        own = [f for f in first.facts if isinstance(f, Acted) and f.seat == "rok"]
        assert own == []  # the visit was taken back
        assert Consented("rok", "thaad", "agreed") in first.facts
        said = [m for m in table.state.messages if m.seat == "rok"]
        assert [m.to for m in said] == [("china",), ("usa", "japan"), ()]
        assert dict(first.perceptions["rok"])["china"] == 8
    assert "The very quiet peninsula" in person.text
    assert "Arguments ruled on: 1" in person.text


def test_a_person_decides_the_game(tmp_path: Path) -> None:
    """The same seed with other orders is another game."""
    idle = Person().play("first-talks", tmp_path / "a.modus", seats=["neighbour"])
    script = ["", "", "toll host", "", "", *[""] * 5, "toll host"]
    busy = Person(script).play("first-talks", tmp_path / "b.modus", seats=["neighbour"])
    assert "raises the river tolls on Lowland" in busy.text
    assert "raises the river tolls on Lowland" not in idle.text


def segments(person: Person) -> dict[str, str]:
    """What stood on the screen while each person had the keyboard."""
    found: dict[str, str] = {}
    seat = ""
    for line in person.lines:
        if line.startswith("> Now ") and "plays." in line:
            seat = line.split()[2]
        if line.startswith("The game is over. From here on"):
            break
        found[seat] = found.get(seat, "") + line + "\n"
    return found


def test_two_persons_share_a_terminal_and_keep_their_secrets(tmp_path: Path) -> None:
    script = [
        "", "", "",  # handed over, start, role sheet
        "messages", "write to overriver", "Highland must not know.", "send it", "desk",
        "step radar agreed", "others first",
        "", "", "", "messages", "desk", "step radar agreed", "reassure neighbour", "", "",
        "", "", "",
    ]  # fmt: skip
    how = {"seats": ["host", "sponsor"], "seed": 11}
    person = Person(script).play("first-talks", tmp_path / "g.modus", **how)
    by = segments(person)
    assert "Highland must not know." in by["Lowland"]
    assert "Highland must not know." not in by["Highland"]
    with Table.load(tmp_path / "g.modus") as table:
        sheets = {seat: table.view(seat).sheet for seat in ("host", "sponsor")}
        assert sheets["host"] is not None and sheets["sponsor"] is not None
        for mine, theirs in (("Lowland", "sponsor"), ("Highland", "host")):
            secret = " ".join(sheets[theirs].instructions.split())[:40]  # type: ignore[union-attr]
            assert secret not in " ".join(by[mine].split())
        assert table.state.log[0].facts  # both were asked before the turn was resolved
    assert "none → agreed" in person.text


def test_the_others_rule_on_an_argument(tmp_path: Path) -> None:
    says = 'argue "A river commission meets" because "It met before" asking tension -1'
    script = ["", "", "", says, "", "", "", "", "", "", ""]
    path = tmp_path / "talks.yaml"
    text = Path("scenarios/first-talks.yaml").read_text(encoding="utf-8")
    path.write_text(
        text.replace("id: first-talks", "id: talks").replace(
            "orders: 2\n", "orders: 2\narguments: {allow: [tension], limit: 1}\n"
        ),
        encoding="utf-8",
    )
    how = {"seats": ["host", "sponsor"]}
    person = Person(script).play(str(path), tmp_path / "g.modus", **how)
    assert "HOW LIKELY IS IT?" in person.text
    assert "Arguments ruled on: 1" in person.text


def test_a_settlement_ends_the_game(tmp_path: Path) -> None:
    path = tmp_path / "deal.yaml"
    path.write_text(DEAL, encoding="utf-8")
    script = [
        "", "", "",
        "packages", "table a package", "the price", "high", "table this package", "desk", "", "",
        "", "", "", "packages", "accept", "desk", "", "",
    ]  # fmt: skip
    person = Person(script).play(str(path), tmp_path / "g.modus", seats=["buyer", "seller"])
    with Table.load(tmp_path / "g.modus") as table:
        assert table.state.world.end == "settled"
    assert "The parties have settled." in person.text


DEAL = """
modus: 1
id: deal
title: A sale
turns: 3
tracks:
  capital: {scope: actor, start: 0, range: [0, 9], seen_by: owner}
actors:
  buyer: {name: The buyer, wants: {price: {low: 5, high: 2}}}
  seller: {name: The seller, wants: {price: {low: 1, high: 5}}}
issues:
  price:
    name: The price
    options: [open, low, high]
    change: {all: [buyer, seller]}
settle: {accept: {all_of: [buyer, seller]}, walk_away: {buyer: 1, seller: 1}}
"""


def test_no_secret_of_another_seat_is_printed_before_the_end(tmp_path: Path) -> None:
    person = Person().play("thaad-2016", tmp_path / "g.modus", seats=["rok"], seed=2)
    shown = " ".join(person.text.split("THE END")[0].split())
    with Table.load(tmp_path / "g.modus") as table:
        for seat in table.scenario.players:
            sheet = table.view(seat).sheet
            assert sheet is not None
            told = " ".join(sheet.instructions.split()) in shown
            # The government of Seoul may have changed since the last sheet was shown.
            assert not told or seat == "rok"


def test_bots_say_why_when_the_game_is_over(tmp_path: Path) -> None:
    person = Person()

    def read(prompt: str) -> str:
        if any(line == "THE SCORES" for line in person.lines[-40:]) and not person.script:
            person.script = ["the reasons of highland", "", ""]
        return Person.read(person, prompt)

    from game.lines import play

    wanted = Wanted("first-talks", ("host",), seed=7, out=tmp_path / "g.modus")
    play(wanted, read=read, write=person.write, width=80)
    before, after = person.text.split("THE POINTS OF HIGHLAND", 1)
    assert "Why this bot did what it did" in after and "Why this bot" not in before
