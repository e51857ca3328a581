"""The lines of a slip: what one says, where it goes wrong, and what may be typed now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from game.i18n import _
from game.scenario.notation import NotationError, parse_order
from game.scenario.orders import Order
from game.scenario.problems import nearest
from game.screens.eyes import Eyes
from game.table.commands import PRESS

BALLOTS = ("yes", "no", "abstain")
HEADS = (
    "answer", "say", "press", "sign", "withdraw", "draft", "rate", "table", "accept", "refuse",
    "odds", "reason",
)  # fmt: skip
"""Words that begin a line which is no order."""
COMMENT = "#"


class Line(Struct, frozen=True):
    """A line of a slip that says something; `number` and columns count from 1."""

    number: int
    text: str
    indent: int = 0

    @property
    def words(self) -> list[str]:
        """The line's words."""
        return self.text.split()

    def column(self, about: str) -> int:
        """Where a word stands in the line; its beginning where it does not."""
        found = re.search(rf"(?<!\S){re.escape(about)}(?!\w)", self.text) if about else None
        return self.indent + (found.start() if found else 0) + 1

    def column_of(self, number: int) -> int:
        """Where the word of a number begins; the line's end where there are not so many."""
        starts = [found.start() for found in re.finditer(r"\S+", self.text)]
        return self.indent + (starts[number] if number < len(starts) else len(self.text)) + 1


class Amiss(ValueError):
    """A line that says nothing that can be done: in which column, and why."""

    def __init__(self, column: int, says: str) -> None:
        super().__init__(says)
        self.column = column
        self.says = says


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a slip, without the empty ones and what stands behind a `#`."""
    for number, whole in enumerate(text.splitlines(), 1):
        said = whole.strip()
        if said and not said.startswith(COMMENT):
            yield Line(number, said, len(whole) - len(whole.lstrip()))


def bare(text: str) -> str:
    """A text's letters and digits, in lower case: how two ways to write a name are compared."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def expected(line: Line, number: int, what: str, known: Iterable[str]) -> Amiss:
    """Something else was expected as the word of this number (from 0)."""
    words, listed = line.words, list(dict.fromkeys(known))
    if number >= len(words):
        says = _("expected {what}, found the end of the line").format(what=what)
        return Amiss(line.column_of(number), says + _among(listed))
    near = nearest(words[number], listed)
    says = _("expected {what}, found '{found}'").format(what=what, found=words[number])
    says += "; " + _("did you mean '{near}'?").format(near=near) if near else _among(listed)
    return Amiss(line.column_of(number), says)


def _among(known: list[str]) -> str:
    if not known:
        return ""
    shown = known[:8]
    more = ", ..." if len(known) > len(shown) else ""
    return "; " + _("there are: {names}").format(names=", ".join(shown) + more)


def named(found: str, names: Iterable[tuple[str, str]]) -> str:
    """The id that a word means, by id or by name in any case; "" where it means none, or two."""
    wanted = bare(found)
    meant = {id for id, name in names if wanted and wanted in (bare(id), bare(name))}
    return meant.pop() if len(meant) == 1 else ""


def order_of(eyes: Eyes, line: Line) -> Order:
    """The order that a line says, in its notation or as the menu has it. Raises Amiss."""
    wanted = bare(line.text)
    spoken = {i.notation for i in eyes.view.menu if wanted in (bare(i.label), bare(i.notation))}
    if len(spoken) == 1:
        return parse_order(spoken.pop())
    _look(eyes, line)
    try:
        return parse_order(line.text)
    except NotationError as error:
        raise Amiss(line.column_of(0), str(error)) from None


def _look(eyes: Eyes, line: Line) -> None:
    """Raises Amiss for the first word that names nothing."""
    head, words = line.words[0], line.words
    scenario = eyes.scenario
    if head == "argue":
        return
    if head == "step":
        _one_of(line, 1, _("an issue"), scenario.issues)
        _one_of(line, 2, _("an option of it"), scenario.issues[words[1]].options)
        _no_more(line, 3)
    elif head == "vote":
        _one_of(line, 1, _("what is proposed this turn"), [p.text for p in eyes.view.proposals])
        _one_of(line, 2, _("a vote"), BALLOTS)
        _no_more(line, 3)
    elif head == "denounce":
        _one_of(line, 1, _("an agreement in force"), [a.id for a in eyes.view.agreements])
        _no_more(line, 2)
    elif head in scenario.instruments:
        targets = _targets(eyes, head)
        if targets:
            _one_of(line, 1, _("a target"), targets)
        _no_more(line, 2 if targets else 1)
    else:
        known = [*scenario.instruments, "step", "vote", "denounce", "argue", *HEADS]
        raise expected(line, 0, _("an order or another line of a slip"), known)


def _targets(eyes: Eyes, instrument: str) -> list[str]:
    scenario = eyes.scenario
    kind = scenario.instruments[instrument].target
    if kind == "constituency":
        return [c.id for c in scenario.actors[eyes.seat].constituencies]
    known: dict[str, Iterable[str]] = {"": (), "actor": scenario.actors, "issue": scenario.issues}
    return list(known[kind])


def _one_of(line: Line, number: int, what: str, known: Iterable[str]) -> None:
    listed = list(known)
    if number >= len(line.words) or line.words[number] not in listed:
        raise expected(line, number, what, listed)


def _no_more(line: Line, count: int) -> None:
    if len(line.words) > count:
        says = _("expected the end of the line, found '{found}'")
        raise Amiss(line.column_of(count), says.format(found=line.words[count]))


def known_lines(eyes: Eyes) -> tuple[str, ...]:
    """Everything that this seat may well write on its slip now, for completion."""
    view = eyes.view
    found = [item.notation for item in view.menu if not item.code]
    for question in view.questions:
        found += [f"answer {question.event} {a.id}" for a in question.answers if not a.refusal]
    found += [f"sign {d.id}" for d in view.drafts if d.party and not d.signed and not d.refusal]
    found += [f"withdraw {d.id}" for d in view.drafts if d.signed]
    found += [f"sign {ready.id}" for ready in view.ready]
    for number, package in enumerate(view.packages, 1):
        found += [f"accept {number}"] * (eyes.seat not in package.accepts)
        found += [f"refuse {number}"] * (eyes.seat not in package.refuses)
    if eyes.scenario.settle is not None:
        options = " ".join(f"{i.id}={i.options[i.now]}" for i in view.issues)
        found.append(f"table {options}")
    if eyes.scenario.perceptions:
        found += [f"rate {rival.id} 5" for rival in eyes.rivals]
    found += [f"say to {rival.id}: " for rival in eyes.rivals]
    return (*found, "say ", f"{PRESS}: ")
