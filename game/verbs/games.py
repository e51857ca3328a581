"""The verbs of a game: play it, let bots play it, follow it, prepare it on paper."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from game.i18n import _
from game.verbs.words import (
    Board,
    Bots,
    Fullscreen,
    Language,
    Scale,
    Scenario,
    Seed,
    Size,
    Skin,
    Sound,
    Still,
    Theme,
    app,
)


@app.command(help=_("Play a scenario, with bots in the seats that no person takes."))
def play(
    scenario: Annotated[
        str, typer.Argument(help=_("A scenario's id (see modus list) or its file."))
    ] = "",
    board: Board = None,
    seat: Annotated[
        list[str] | None, typer.Option(help=_("The seat you take, also of a game you --load."))
    ] = None,
    seed: Seed = None,
    bots: Bots = "greedy",
    empty: Annotated[list[str] | None, typer.Option(help=_("A seat that nobody plays."))] = None,
    minutes: Annotated[
        int, typer.Option(min=0, help=_("Keep the clock of these timings of the scenario."))
    ] = 0,
    load: Annotated[Path | None, typer.Option(help=_("Go on with a game that was left."))] = None,
    out: Annotated[Path | None, typer.Option(help=_("Where to keep the game's record."))] = None,
    skin: Skin = "",
    language: Language = "",
    facilitator: Annotated[
        bool,
        typer.Option(
            "--facilitator", help=_("A whole class on one machine: you type what teams hand in.")
        ),
    ] = False,
    theme: Theme = "light",
    scale: Scale = 100,
    still: Still = False,
    sound: Sound = False,
    fullscreen: Fullscreen = False,
    size: Size = "",
    autoplay: Annotated[
        bool, typer.Option("--autoplay", help=_("Let the board play by itself, unseen."))
    ] = False,
    shots: Annotated[
        Path | None, typer.Option(help=_("Where --autoplay keeps a picture of every screen."))
    ] = None,
) -> None:
    from game.desktop.start import shows, wished

    face = wished(
        theme=theme, scale=scale, still=still, sound=sound, fullscreen=fullscreen, size=size,
        language=language,
    )  # fmt: skip
    on_board = autoplay or shows(board)
    terminal = sys.stdin is not None and sys.stdin.isatty()
    if not scenario and load is None and not (on_board or terminal):
        raise typer.BadParameter(_("Name a scenario to play, or a game to --load."))
    from game import i18n
    from game.session.beginning import Wanted

    i18n.use(language)
    wanted = Wanted(
        scenario=scenario,
        seats=tuple(seat or ()),
        bots=bots,
        empty=tuple(empty or ()),
        minutes=minutes,
        skin=skin,
        language=language,
        seed=seed,
        load=load,
        out=out,
        facilitator=facilitator,
    )
    if autoplay:
        from game.desktop.start import autoplay as play_by_itself

        play_by_itself(wanted, face, shots)
    elif on_board:
        from game.desktop.start import play as play_board
        from game.session.beginning import source_of

        play_board(source_of(wanted), face)
    else:
        from game.lines import play as play_lines

        play_lines(wanted)


@app.command(help=_("Let bots play a whole game, and say how it ended."))
def run(
    scenario: Scenario,
    seed: Seed = None,
    bots: Bots = "mixed:0.3",
    out: Annotated[Path | None, typer.Option(help=_("Where to keep the game's record."))] = None,
) -> None:
    from game.headless import run as run_game

    for line in run_game(scenario, seed=seed, bots=bots, out=out):
        typer.echo(line)


@app.command(help=_("Follow a game that another process plays: what everybody may see of it."))
def watch(
    record: Annotated[Path, typer.Argument(help=_("The game's record; it may not be there yet."))],
    board: Board = None,
    join: Annotated[str, typer.Option(help=_("Where the class may join, to be shown."))] = "",
    skin: Skin = "",
    language: Language = "",
    theme: Theme = "light",
    scale: Scale = 100,
    still: Still = False,
    fullscreen: Fullscreen = False,
    size: Size = "",
) -> None:
    from game import i18n
    from game.desktop.start import shows, wished
    from game.session.feed import FileFeed

    i18n.use(language)
    face = wished(
        theme=theme, scale=scale, still=still, fullscreen=fullscreen, size=size, language=language
    )
    feed = FileFeed(record, skin, language)
    if shows(board):
        from game.desktop.start import play as play_board
        from game.session.watch import Watch

        play_board(Watch(feed, join), face)
    else:
        from game.lines.watching import watch as tell

        tell(feed)


@app.command("print", help=_("Make what a class needs on paper, as one page to print."))
def print_(
    scenario: Scenario,
    slips: Annotated[
        bool, typer.Option("--slips", help=_("Role sheets, order slips, forms and ballots."))
    ] = False,
    out: Annotated[Path | None, typer.Option(help=_("The HTML file to write."))] = None,
    skin: Skin = "",
    language: Language = "",
    seed: Annotated[
        int | None, typer.Option(help=_("Print only the instructions that this seed draws."))
    ] = None,
) -> None:
    if not slips:
        raise typer.BadParameter(_("Say what to print: --slips."))
    from game import i18n
    from game.kit.printing import print_slips

    i18n.use(language)
    typer.echo(print_slips(scenario, out=out, skin=skin, language=language, seed=seed))
