"""The command's frame, and the words of its options that several verbs share."""

from __future__ import annotations

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
