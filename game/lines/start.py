"""Starting and going on: who plays what, where the record is kept, and leaving without loss."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TextIO

from game import loading
from game.bots.play import Bots
from game.errors import UserError
from game.i18n import _, use
from game.lines.company import Company
from game.lines.draw import draw
from game.lines.seats import bot_of, check_bots, check_out, seating, seats_named, take
from game.lines.session import Left, Session
from game.lines.terminal import Closed, Read, Terminal, Write
from game.lines.typed import control_for
from game.record.table import Table
from game.scenario.model import Scenario
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
        _bear_any_text(sys.stdout)
    if read is None:
        _bear_any_text(sys.stdin)
    terminal = Terminal(read, write, width)
    if load is not None:
        table, path = Table.load(load), load
        words = _taken(table, seats, skin, language)
    else:
        found = loading.load(scenario or "")
        words = _words(found, skin, language)
        persons = seats_named(found, words, seats)
        names = check_bots(found, len(persons), bots)
        check_out(out)
        persons = persons or [_chosen(found, words, terminal)]
        path = out or _fresh(found.id)
        table = Table.open(found, _seed(seed), seating(found, persons, names), path)
    if language and use(language) == "en" != language.split("_")[0]:
        terminal.say(_spoken(language))
    terminal.say(_("The game is kept in {path}.").format(path=path))
    with_words = f" --skin {skin}" if skin else f" --language {language}" if language else ""
    again = f"modus play --load {path}{with_words}"
    try:
        _session(table, words, terminal).run()
        terminal.say(_("The record of this game is {path}. Tell it again with:").format(path=path))
        terminal.show([f"modus replay {path}"])
    except Left:
        terminal.say(_("The game is kept. Go on with:"))
        terminal.show([again])  # a line of its own, unwrapped: it is there to be copied
    except (Closed, OSError) as gone:
        if isinstance(gone, OSError) and write is None:
            _mute()
        says = _("The terminal was closed in the middle of the game. Nothing is lost: go on with")
        raise UserError(f"{says}\n{again}") from None
    except KeyboardInterrupt:
        says = _("You left in the middle of the game. Nothing is lost: go on with")
        raise UserError(f"{says}\n{again}", INTERRUPTED) from None
    finally:
        table.close()


def _bear_any_text(stream: TextIO | None) -> None:
    """What cannot be shown, or read, as a letter becomes a mark, and the game goes on."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")


def _mute() -> None:
    """Standard output is gone: nothing more may be written to it, not even at the exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _session(table: Table, words: Words, terminal: Terminal) -> Session:
    chairs = table.state.chairs
    persons = [seat for seat, chair in chairs.items() if chair.kind == "person"]
    seed = table.state.world.seed
    bots: Bots = {
        seat: bot_of(chair.bot, seed) for seat, chair in chairs.items() if chair.kind == "bot"
    }
    return Session(table, words, persons, Company(table, bots), terminal)


def _taken(table: Table, seats: Sequence[str], skin: str, language: str) -> Words:
    """The words of a game that goes on, once persons have taken the seats that they named."""
    try:
        words = _words(table.scenario, skin, language)
        take(table, words, seats)
    except BaseException:
        table.close()
        raise
    return words


def _spoken(language: str) -> str:
    """What is and is not said in a language that the interface does not speak."""
    return _(
        "The interface speaks English; this scenario's own texts are in '{language}' as far as "
        "they are translated."
    ).format(language=language)


def _words(scenario: Scenario, skin: str, language: str) -> Words:
    """The words to use. Raises UserError for a skin or language that there is not."""
    skins = scenario.document.skins
    if skin and skin not in skins:
        listed = ", ".join(skins) or "-"
        raise UserError(
            _("There is no skin '{skin}' in {id}; there are: {skins}.").format(
                skin=skin, id=scenario.id, skins=listed
            )
        )
    base = language.replace("-", "_").split("_")[0]
    known = {locale.replace("-", "_").split("_")[0] for locale in scenario.document.texts} | {"en"}
    if language and base not in known and use(language) == "en":
        raise UserError(
            _("{id} is not translated into '{language}'; there are: {languages}.").format(
                id=scenario.id, language=language, languages=", ".join(sorted(known))
            )
        )
    return words_of(scenario, skin, language or "en")


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
        terminal.say(_("Type the number or name of a seat, or press Enter for the first."))


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
