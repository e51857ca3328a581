"""One printable page of HTML with all that a class needs on paper; it loads nothing from anywhere.

Every text of a scenario is escaped, and the page forbids scripts and requests by its own policy.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from game.errors import UserError
from game.i18n import _
from game.kit.board import issue_kit, track_kits
from game.kit.labels import labels, procedure, writing
from game.kit.sheets import seat_kit
from game.scenario.model import Scenario
from game.table.words import Words

TEMPLATE = "slips.html.jinja"
LINES = 6
"""Empty lines on an order slip."""
CLAUSES = 5
"""Empty clauses on an agreement form."""


def slips(
    scenario: Scenario, words: Words, *, seed: int | None = None, language: str = "en"
) -> str:
    """The kit as HTML. With a `seed`, each role sheet has the instructions that seed draws."""
    room = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return room.get_template(TEMPLATE).render(
        say=labels(),
        language=language.replace("_", "-") or "en",
        title=words.title,
        summary=words.summary,
        procedure=procedure(scenario),
        writing=writing(scenario),
        timings=scenario.document.timings,
        questions=words.questions,
        issues=[issue_kit(scenario, words, id) for id in scenario.issues],
        tracks=track_kits(scenario, words),
        seats=[seat_kit(scenario, words, seat, seed) for seat in scenario.players],
        most=scenario.orders,
        at_most=_("At most {n} orders a turn. What they cost is reserved at once.").format(
            n=scenario.orders
        ),
        lines=range(LINES),
        clauses=range(CLAUSES),
        settle=scenario.settle is not None,
    )


def write(text: str, out: Path) -> None:
    """Write the page. Raises UserError where there is such a file already, or no folder for it."""
    try:
        with out.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        says = _("There is a file '{path}' already: name another with --out.")
        raise UserError(says.format(path=out)) from None
    except OSError as error:
        says = _("Cannot write '{path}': {why}.")
        raise UserError(says.format(path=out, why=error.strerror or error)) from None
