"""Starting and going on: who plays what, where the record is kept, and leaving without loss."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from game import loading
from game.bots.bot import Bot
from game.bots.play import Bots, named
from game.errors import UserError
from game.i18n import _
from game.lines.company import Company
from game.lines.draw import draw
from game.lines.session import Left, Session
from game.lines.terminal import Closed, Read, Terminal, Write
from game.lines.typed import control_for
from game.record.table import Table
from game.scenario.model import Scenario
from game.scenario.problems import nearest
from game.screens.choosing import choosing
from game.screens.model import Go
from game.table.words import Words, words_of

FOLDER = "modus-games"
INTERRUPTED = 130


def play(
    scenario: str | None,
    *,
    seats: Sequence[str],
    seed: int | None,
    bots: str,
    load: Path | None,
    out: Path | None,
    skin: str,
    language: str,
    read: Read | None,
    write: Write | None,
    width: int,
) -> None:
    """Play to the end, or until somebody leaves. Raises UserError as `game.lines.play` says."""
    if write is None:
        _bear_any_text()
    terminal = Terminal(read, write, width)
    if load is not None:
        table = Table.load(load)
        path = load
        words = _words(table.scenario, skin, language)
    else:
        found = loading.load(scenario or "")
        words = _words(found, skin, language)
        persons = _persons(found, words, seats, terminal)
        path = out or _fresh(found.id)
        table = Table.open(found, _seed(seed), _seats(found, persons, bots), path)
    terminal.say(_("The game is kept in {path}.").format(path=path))
    with_words = f" --skin {skin}" if skin else f" --language {language}" if language else ""
    again = f"modus play --load {path}{with_words}"
    try:
        _session(table, words, terminal).run()
    except Left:
        terminal.say(_("The game is kept. Go on with: {command}").format(command=again))
    except (Closed, OSError) as gone:
        if isinstance(gone, OSError) and write is None:
            _mute()
        raise UserError(
            _("The terminal was closed in the middle of the game. Nothing is lost: {how}").format(
                how=_("go on with: {command}").format(command=again)
            )
        ) from None
    except KeyboardInterrupt:
        raise UserError(
            _("You left in the middle of the game. Nothing is lost: {how}").format(
                how=_("go on with: {command}").format(command=again)
            ),
            INTERRUPTED,
        ) from None
    finally:
        table.close()


def _bear_any_text() -> None:
    """A terminal that cannot show a letter shows a question mark, and the game goes on."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _mute() -> None:
    """Standard output is gone: nothing more may be written to it, not even at the exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _session(table: Table, words: Words, terminal: Terminal) -> Session:
    chairs = table.state.chairs
    persons = [seat for seat, chair in chairs.items() if chair.kind == "person"]
    if not persons:
        raise UserError(_("Nobody plays a seat in this game: see it with 'modus replay'."))
    seed = table.state.world.seed
    bots: Bots = {
        seat: _bot(chair.bot, seed) for seat, chair in chairs.items() if chair.kind == "bot"
    }
    return Session(table, words, persons, Company(table, bots), terminal)


def _words(scenario: Scenario, skin: str, language: str) -> Words:
    """The words to use. Raises UserError for a skin that the scenario does not have."""
    skins = scenario.document.skins
    if skin and skin not in skins:
        listed = ", ".join(skins) or "-"
        raise UserError(
            _("There is no skin '{skin}' in {id}; there are: {skins}.").format(
                skin=skin, id=scenario.id, skins=listed
            )
        )
    return words_of(scenario, skin, language or "en")


def _persons(
    scenario: Scenario, words: Words, seats: Sequence[str], terminal: Terminal
) -> list[str]:
    """The seats that persons take, in the order of the file; asked for where none is named."""
    for seat in seats:
        if seat not in scenario.players:
            near = nearest(seat, scenario.players)
            hint = " " + _("Did you mean '{seat}'?").format(seat=near) if near else ""
            raise UserError(
                _("There is no seat '{seat}'; there are: {seats}.").format(
                    seat=seat, seats=", ".join(scenario.players)
                )
                + hint
            )
    return [s for s in scenario.players if s in seats] or [_chosen(scenario, words, terminal)]


def _chosen(scenario: Scenario, words: Words, terminal: Terminal) -> str:
    screen = choosing(scenario, words)
    terminal.show(draw(screen, terminal.width))
    while True:
        try:
            line = terminal.ask()
        except Closed:
            raise UserError(_("The input ended before a seat was chosen.")) from None
        if line == "?":
            terminal.say(screen.help)
            continue
        control = control_for(screen, line)
        if control is not None and isinstance(control.action, Go):
            return control.action.to.of
        terminal.say(_("Type the number of a seat, or press Enter for the first."))


def _seats(scenario: Scenario, persons: Sequence[str], bots: str) -> dict[str, str]:
    """Who plays each seat: persons, and bots by name, the last name for all that follow."""
    names = [name.strip() for name in bots.split(",") if name.strip()] or ["greedy"]
    others = [seat for seat in scenario.players if seat not in persons]
    if len(names) > max(len(others), 1):
        raise UserError(
            _("There are {n} bots for {m} seats.").format(n=len(names), m=len(others))
        )
    for name in names:
        _bot(name, 0)
    names += [names[-1]] * len(others)
    playing = dict(zip(others, (f"bot:{name}" for name in names), strict=False))
    return {seat: playing.get(seat, "person") for seat in scenario.players}


def _bot(name: str, seed: int) -> Bot:
    try:
        return named(name, seed)
    except ValueError as error:
        raise UserError(_("{error}.").format(error=str(error).capitalize())) from None


def _seed(seed: int | None) -> int:
    return int.from_bytes(os.urandom(4), "big") if seed is None else seed


def _fresh(scenario: str) -> Path:
    """A new file for a game's record in the current folder."""
    folder = Path(FOLDER)
    folder.mkdir(exist_ok=True)
    stem = f"{scenario}-{datetime.now():%Y-%m-%d}"
    number = 1
    path = folder / f"{stem}.modus"
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.modus"
    return path
