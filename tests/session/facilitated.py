"""A facilitated game, driven by the controls that a facilitator chooses, and by typed slips."""

from __future__ import annotations

from pathlib import Path

from game import loading
from game.record.table import Table
from game.screens.model import Control
from game.session.facilitator import Facilitator
from game.session.source import Frame
from game.table.words import words_of

SLIPS = Path(__file__).with_name("slips")


def begun(scenario: str, *, minutes: int = 0, path: Path | None = None, **by: str) -> Facilitator:
    """A facilitator before the first briefing; `by` says who plays a seat that no team does."""
    found = loading.load(scenario)
    table = Table.open(found, 5, by, path, brisk=False, facilitator=True, minutes=minutes)
    return Facilitator(table, words_of(found), path)


def control(at: Facilitator, id: str) -> Control:
    """The control of an id on the frame that is shown."""
    shown = at.frame().screen.controls
    found = [one for one in shown if one.id == id]
    assert found, f"no '{id}' among {[one.id for one in shown]} on '{at.frame().screen.title}'"
    return found[0]


def choose(at: Facilitator, *ids: str) -> Frame:
    """Choose controls one after the other; `id=text` fills one."""
    for said in ids:
        id, _is, text = said.partition("=")
        assert at.act(control(at, id), text) is at
    return at.frame()


def hand_in(at: Facilitator, seat: str, text: str) -> Frame:
    """Type a team's slip, and take it."""
    choose(at, f"slip {seat}")
    if not at.frame().seat:
        choose(at, "on")
    assert at.frame().seat == seat
    at.act(control(at, "text"), text)
    return choose(at, "take") if at.frame().seat else at.frame()  # nothing written is taken at once


def turns(name: str) -> list[list[tuple[str, str]]]:
    """A script's turns: what is chosen (`!`), and the slips by seat."""
    found: list[list[tuple[str, str]]] = []
    for line in (SLIPS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        mark, rest = line[:2].strip(), line[2:].strip()
        if mark == "==":
            found.append([])
        elif mark in ("--", "!"):
            found[-1].append((mark, rest))
        elif found and line and found[-1]:
            kind, text = found[-1][-1]
            found[-1][-1] = kind, f"{text}\n{line}"
    return found


def play(at: Facilitator, name: str) -> list[Frame]:
    """Play a script to its end; every frame that was seen in between."""
    seen: list[Frame] = []
    for turn in turns(name):
        seen.append(choose(at, "open"))
        for mark, said in turn:
            if mark == "!":
                seen.append(choose(at, said))
                continue
            seat, _newline, text = said.partition("\n")
            seen.append(hand_in(at, seat.strip(), text))
        seen.append(choose(at, "close"))
        while at.table.state.phase == "ruling":
            seen.append(choose(at, "75"))
        while at.table.state.phase == "reveal":
            seen.append(choose(at, "next"))
    return seen
