"""What follows from what: instruments, rules and events across the quantities that they touch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from game.authoring.map.frame import NAME, SMALL, TINY, Grid, Label, Lane, Row, pill
from game.authoring.map.paper import Paper, leading, wrapped
from game.authoring.map.touches import Change, Touch, Touches, sentence
from game.i18n import _
from game.scenario.model import End, Event, Instrument, Rule, Scenario
from game.table.words import Words

LABELS: Final = 400.0
_READ: Final = 20.0


class Consequences:
    """The section of what follows from what."""

    def __init__(self, scenario: Scenario, words: Words) -> None:
        self.scenario = scenario
        self.words = words
        self.touches = Touches(scenario, words)

    def draw(self, paper: Paper, y: float, grid: Grid) -> float:
        """Draw the section from `y` down; returns where it ends."""
        says = _(
            "Each row is something that is done or happens, each line from top to bottom a "
            "quantity or an issue. A ring where the row depends on it; a number where the row "
            "changes it, with whose it is; ± where the amount depends on the position."
        )
        y = grid.heading(paper, y, _("What follows from what"), says)
        parts = (
            (_("Instruments"), [self._instrument(o) for o in self.scenario.instruments.values()]),
            (_("Rules"), [self._rule(o) for o in self.scenario.rules.values()]),
            (_("Events and answers"),
             [row for o in self.scenario.events.values() for row in self._event(o)]),
            (_("Ends"), [self._end(o) for o in self.scenario.ends.values()]),
        )  # fmt: skip
        for title, rows in parts:
            if rows:
                y = self._part(paper, y, grid, title, rows)
        return y

    def _part(
        self, paper: Paper, y: float, grid: Grid, title: str, rows: Sequence[tuple[Touch, Row]]
    ) -> float:
        y = grid.names(paper, y, title)
        stripe = False
        for touch, row in rows:
            stripe = stripe if row.indent else not stripe
            y = grid.row(paper, y, _marked(row, touch, grid.lanes), stripe)
        return y + 16

    # ------------------------------------------------------------------ the rows

    def _instrument(self, one: Instrument) -> tuple[Touch, Row]:
        words = self.words
        touch = self.touches.of(one.effects, (one.if_, one.cost))
        says = []
        if one.who != self.scenario.players:
            says.append(_("by {actors}").format(actors=words.actors(one.who)))
        if one.target:
            says.append({
                "actor": _("at another seat"), "issue": _("at an issue"),
                "constituency": _("at its own public"),
            }[one.target])  # fmt: skip
        if one.forum:
            says.append(_("if {forum} adopts it").format(forum=words.forum(one.forum)))
        if one.cost:
            cost = one.cost if isinstance(one.cost, int) else words.condition(one.cost.text)
            says.append(_("costs {cost}").format(cost=cost))
        if one.seen_by == "parties":
            says.append(_("seen by the two alone"))
        elif one.seen_by == "actor":
            says.append(_("seen by nobody else"))
        says = [", ".join(says)] if says else []
        if one.if_ is not None:
            says.append(_("only if {condition}").format(condition=self.touches.condition(one.if_)))
        return touch, self._row(words.instrument(one.id), says, touch)

    def _rule(self, one: Rule) -> tuple[Touch, Row]:
        words = self.words
        touch = self.touches.of([one.body])
        if one.on == "move":
            touch.reads |= {one.issue} if one.issue else set(self.scenario.issues)
        says = [self._trigger(one)]
        teaches = words.teaches(one.id)
        if teaches:
            concept, cite, _says = teaches
            cited = f"{concept} ({cite})" if cite else concept
            says.append(_("teaches: {concept}").format(concept=cited))
        return touch, self._row(words.rule(one.id), says, touch)

    def _trigger(self, one: Rule) -> str:
        """What sets a rule off."""
        about = self.words.instrument(one.do) if one.do else ""
        issue = self.words.issue(one.issue) if one.issue else ""
        if one.on == "act" and about:
            return _("whenever “{instrument}” is used").format(instrument=about)
        if one.on == "move" and issue:
            return _("whenever this moves: {issue}").format(issue=issue)
        says = {
            "turn": _("at every turn's end"),
            "act": _("whenever an instrument is used"),
            "move": _("whenever an issue moves"),
            "conclude": _("when an agreement enters into force"),
            "expire": _("when an agreement ends"),
            "breach": _("when somebody breaks an agreement"),
            "denounce": _("when somebody leaves an agreement"),
            "leak": _("when something secret comes out"),
            "adopt": _("when a forum adopts something"),
            "reject": _("when a forum rejects something"),
        }[one.on]
        named = about or issue
        return _("{when}: {what}").format(when=says, what=named) if named else says

    def _event(self, one: Event) -> Iterable[tuple[Touch, Row]]:
        words = self.words
        touch = self.touches.of(one.effects, (one.when,))
        yield touch, self._row(words.event(one.id), [self._when(one)], touch)
        for id, answer in one.choices.items():
            touch = self.touches.of(answer.effects, (answer.cost,))
            says = [words.actor(one.asks)]
            if answer.cost:
                cost = (answer.cost if isinstance(answer.cost, int)
                        else words.condition(answer.cost.text))  # fmt: skip
                says.append(_("costs {cost}").format(cost=cost))
            if answer.default:
                says.append(_("where nobody answers"))
            name = words.answer(one.id, id)
            yield touch, self._row(name, [", ".join(says)], touch, 22)

    def _when(self, one: Event) -> str:
        """What brings an event about, and who learns of it."""
        says = []
        if one.turn is not None:
            says.append(_("in turn {turn}").format(turn=one.turn))
        if one.when is not None:
            says.append(_("when {condition}").format(condition=self.touches.condition(one.when)))
        if one.chance is not None:
            percent = round(one.chance * 100)
            says.append(_("by chance, {percent} % a turn").format(percent=percent))
        if not says:
            says.append(_("brought about by something else, or by the facilitator"))
        if one.to:
            says.append(_("only {actors} learns of it").format(actors=self.words.actors(one.to)))
        if one.repeat:
            says.append(_("again and again"))
        return ", ".join(says)

    def _end(self, one: End) -> tuple[Touch, Row]:
        touch = self.touches.of((), (one.when,))
        says = [_("when {condition}").format(condition=self.touches.condition(one.when))]
        if one.worth:
            says.append(
                _("{points} points for everyone").format(points=f"{one.worth:+d}".replace("-", "−"))
            )
        return touch, self._row(self.words.end(one.id), [", ".join(says)], touch)

    def _row(self, name: str, says: Sequence[str], touch: Touch, indent: float = 0) -> Row:
        told = [text for text in says if text]
        labels = [Label(name, NAME if not indent else SMALL, "ink", not indent)]
        labels += [Label(text) for text in (*told, *touch.also)]
        does = sentence(self.words, touch)
        title = ". ".join(part for part in (name, *told, does) if part)
        return Row(title, labels, 0, lambda *_nothing: None, indent)


def _marked(row: Row, touch: Touch, lanes: Sequence[Lane]) -> Row:
    """A row with what it reads and changes on the lanes."""
    cells = {lane.id: _Cell(lane, touch) for lane in lanes}

    def mark(paper: Paper, y: float, lanes: Sequence[Lane]) -> None:
        touched = [lane.x for lane in lanes if cells[lane.id].high]
        if touched:
            paper.line(lanes[0].x - lanes[0].wide / 2, y + 8, max(touched), y + 8, "edge", 1)
        for lane in lanes:
            cells[lane.id].draw(paper, y)

    high = max((cell.high for cell in cells.values()), default=0)
    return Row(row.title, row.labels, high, mark, row.indent)


class _Cell:
    """Where a row crosses a lane."""

    def __init__(self, lane: Lane, touch: Touch) -> None:
        self.lane = lane
        self.reads = lane.id in touch.reads
        self.changes = [
            (said, [line for one in whose for line in wrapped(one, TINY, lane.wide - 12)])
            for said, whose in _together([one for one in touch.changes if one.lane == lane.id])
        ]
        self.high = _READ if self.reads else 0.0
        for _said, lines in self.changes:
            self.high += leading(NAME) + 3 + (len(lines) * leading(TINY) + 3 if lines else 0)

    def draw(self, paper: Paper, y: float) -> None:
        if self.reads:
            paper.circle(self.lane.x, y + 8, 6, "card", "ink", 1.6)
            y += _READ
        for said, lines in self.changes:
            y = pill(paper, self.lane.x, y, [said], NAME, bold=True)
            if lines:
                y = pill(paper, self.lane.x, y, lines, TINY)


def _together(changes: Sequence[Change]) -> list[tuple[str, list[str]]]:
    """Amounts with all whose quantity they change: each said once."""
    by_whose: dict[str, list[Change]] = {}
    for change in changes:
        by_whose.setdefault(change.whose, []).append(change)
    found: dict[str, list[str]] = {}
    for whose, amounts in by_whose.items():
        found.setdefault(_glyph(amounts), []).extend([whose] if whose else [])
    return list(found.items())


def _glyph(changes: Sequence[Change]) -> str:
    """The amounts of some changes, with an arrow: up, down, or either."""
    rises = {change.rises for change in changes}
    arrow = "▲" if rises == {True} else "▼" if rises == {False} else "◆"
    return f"{arrow} {', '.join(dict.fromkeys(change.amount for change in changes))}"
