"""Two moments of a game side by side: which issues, numbers and agreements differ."""

from __future__ import annotations

from game.i18n import _
from game.screens.eyes import Eyes, listed, nothing
from game.screens.model import Block, Change, Heading, Items
from game.screens.story import icon_of
from game.table.views import AgreementView, CellView


def compare(one: Eyes, other: Eyes) -> list[Block]:
    """What differs from one moment to another, as both pairs of eyes see it.

    The eyes are of the same game, or of two games of one scenario.
    """
    blocks = _under(_("Issues"), _issues(one, other))
    blocks += _under(_("Numbers"), _numbers(one, other))
    blocks += _under(_("Agreements"), _agreements(one, other))
    return blocks or [nothing(_("Nothing differs, as far as may be seen."))]


def _under(heading: str, blocks: list[Block]) -> list[Block]:
    return [Heading(heading), *blocks] if blocks else []


def _issues(one: Eyes, other: Eyes) -> list[Block]:
    found: list[Block] = []
    for issue in one.view.issues:
        then = other.issues[issue.id]
        if issue.now != then.now:
            rose = 1 if then.now > issue.now else -1
            found.append(
                Change(
                    issue.name, issue.labels[issue.now], then.labels[then.now], rose,
                    cell=issue.id, icon=icon_of(one, issue.id),
                )
            )  # fmt: skip
    return found


def _numbers(one: Eyes, other: Eyes) -> list[Block]:
    found: list[Block] = []
    for cell in one.view.cells:
        then = other.cells.get(cell.name)
        if then is not None and then.value != cell.value:
            rose = 1 if then.value > cell.value else -1
            found.append(
                Change(
                    cell.label, _value(cell), _value(then), rose,
                    cell=cell.name, icon=icon_of(one, cell.name),
                )
            )  # fmt: skip
    return found


def _value(cell: CellView) -> str:
    return f"{cell.value} ({cell.band})" if cell.band else str(cell.value)


def _agreements(one: Eyes, other: Eyes) -> list[Block]:
    first = {agreement.id: agreement for agreement in one.view.agreements}
    second = {agreement.id: agreement for agreement in other.view.agreements}
    ended = tuple(_called(text) for id, text in first.items() if id not in second)
    new = tuple(_called(text) for id, text in second.items() if id not in first)
    blocks: list[Block] = []
    if ended:
        blocks.append(Items(ended, _("In force only in the first:")))
    if new:
        blocks.append(Items(new, _("In force only in the second:")))
    return blocks


def _called(text: AgreementView) -> str:
    return f"{text.name} ({listed(list(text.names))})"
