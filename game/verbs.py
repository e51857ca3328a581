"""The verbs of the command `modus`: their words, and one call each.

Nothing heavy is imported until a verb runs: `modus --help` reads this file alone.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from game.i18n import _

# No markup and no completion machinery: both cost more time than all the rest of `modus --help`.
app = typer.Typer(
    name="modus",
    help=_("Policy-simulation board games: states negotiate over deployments."),
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=True,
)

Scenario = Annotated[str, typer.Argument(help=_("A scenario's id (see modus list) or its file."))]
Record = Annotated[Path, typer.Argument(help=_("A game's record."))]
Seed = Annotated[int | None, typer.Option(help=_("What chance starts from; drawn if unsaid."))]
Bots = Annotated[
    str,
    typer.Option(help=_("Who plays the seats: random, greedy, mixed:0.3; one, or one a seat.")),
]
Board = Annotated[
    bool | None,
    typer.Option("--board/--lines", help=_("In a window, or in plain text, line by line.")),
]
Skin = Annotated[str, typer.Option(help=_("Other names for the same structure."))]
Language = Annotated[str, typer.Option(help=_("Show the scenario's own texts in this language."))]
Theme = Annotated[Literal["light", "dark"], typer.Option(help=_("The board's colours."))]
Scale = Annotated[int, typer.Option(help=_("The size of the board's texts: 100, 125, 150, 175."))]
Still = Annotated[bool, typer.Option("--still", help=_("Move nothing on the board."))]
Sound = Annotated[bool, typer.Option("--sound", help=_("Let the board be heard."))]
Fullscreen = Annotated[bool, typer.Option("--fullscreen", help=_("Fill the whole screen."))]
Size = Annotated[str, typer.Option(help=_("The window in pixels, such as 1280x720."))]


def _version(wanted: bool) -> None:
    if wanted:
        from game import __version__

        typer.echo(f"modus {__version__}")
        raise typer.Exit


@app.callback()
def modus(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=_("Say the version.")),
    ] = False,
) -> None:
    """All verbs share one error translation (game.cli) and one option."""


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


@app.command(help=_("Show a recorded game again, turn by turn; compare turns, play on from one."))
def replay(
    record: Record,
    board: Board = None,
    skin: Skin = "",
    language: Language = "",
    theme: Theme = "light",
    scale: Scale = 100,
    still: Still = False,
    fullscreen: Fullscreen = False,
    size: Size = "",
) -> None:
    from game.desktop.start import shows, wished

    face = wished(
        theme=theme, scale=scale, still=still, fullscreen=fullscreen, size=size, language=language
    )
    if not shows(board):
        from game.lines import replay as tell

        tell(record)
        return
    from game import i18n
    from game.desktop.start import play as play_board
    from game.session.replay import Replay

    i18n.use(language)
    play_board(Replay(record, skin, language), face)


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


@app.command(help=_("Decide a recorded game again; name the first difference."))
def verify(record: Record) -> None:
    from game.record.verify import verify as verify_record

    typer.echo(verify_record(record))


@app.command(help=_("A recorded game's ledger, one row a turn (csv), or its facts (jsonl)."))
def export(
    record: Record,
    to: Annotated[Literal["jsonl", "csv"], typer.Option(help=_("The table's format."))] = "csv",
    out: Annotated[Path | None, typer.Option(help=_("Write it to a file."))] = None,
) -> None:
    from game.record.export import export as export_record

    lines = export_record(record, to)
    if out is not None:
        out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")
        return
    for line in lines:
        typer.echo(line)


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


@app.command("list", help=_("List the bundled scenarios."))
def list_() -> None:
    from game.checking import table_of_scenarios

    for line in table_of_scenarios():
        typer.echo(line)


@app.command(
    help=_(
        "Copy a recorded game up to a turn, to play on from there. Whoever plays on sees what a "
        "seat keeps secret, also in a game that is not over."
    )
)
def fork(
    record: Record,
    turn: Annotated[int, typer.Option(min=1, help=_("The turn to play again from."))],
    out: Annotated[Path, typer.Option(help=_("Where to keep the new game's record."))],
) -> None:
    from game.record.fork import fork as fork_record

    fork_record(record, turn, out)


@app.command(help=_("Check scenarios, and name every problem in them at once."))
def check(
    scenarios: Annotated[
        list[str] | None,
        typer.Argument(help=_("Ids or files; all bundled scenarios if unsaid.")),
    ] = None,
    cases: Annotated[bool, typer.Option("--cases", help=_("Run their cases too."))] = False,
    json: Annotated[bool, typer.Option("--json", help=_("Print the problems as JSON."))] = False,
) -> None:
    from game.checking import check as check_scenarios

    for line in check_scenarios(scenarios or [], cases=cases, json=json):
        typer.echo(line)


@app.command(help=_("Print the JSON Schema of scenario files, for editors."))
def schema() -> None:
    from game.checking import schema_text

    typer.echo(schema_text())
