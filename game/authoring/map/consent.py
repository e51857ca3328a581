"""Who consents to what: issues as ladders, and on each seat's lane its say and what it wants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from game.authoring.map.frame import NAME, SMALL, TINY, Grid, Label, Lane, Row, pill
from game.authoring.map.paper import Paper, leading, width, wrapped
from game.i18n import _, ngettext
from game.scenario.model import Consent, Forum, Issue, Scenario
from game.table.words import Words

LABELS: Final = 620.0
"""How wide a ladder may be; longer ones go on below."""
_NARROWEST: Final = 440.0
_BOX: Final = 104.0
_ARROW: Final = 16.0
_BARS: Final = 30.0


class Consents:
    """The section of who consents to what."""

    def __init__(self, scenario: Scenario, words: Words) -> None:
        self.scenario = scenario
        self.words = words
        ladders = (
            _Ladder(words.options(one.id), one.start, one.ladder).wide()
            for one in scenario.issues.values()
        )
        self.labels = max(_NARROWEST, 30 + max(ladders, default=0))
        self.most = max(
            (
                abs(points)
                for actor in scenario.players
                for issue in scenario.issues.values()
                for points in self.wants(actor, issue)
            ),
            default=0,
        )

    def draw(self, paper: Paper, y: float, grid: Grid) -> float:
        """Draw the section from `y` down; returns where it ends."""
        says = _(
            "▲ consents to a step up, ▼ to a step down; filled where all who are named must, "
            "hollow where some of them suffice, a square where a forum votes. A step that nobody's "
            "mark allows is never taken. The bars are the points that everyone knows a seat gives "
            "each option, in the ladder's order; below them what it likes best and least. Yellow "
            "marks the option at the start."
        )
        y = grid.heading(paper, y, _("Who consents to what"), says)
        y = grid.names(paper, y, _("Issues"))
        for number, issue in enumerate(self.scenario.issues.values()):
            y = grid.row(paper, y, self._issue(issue, grid.lanes), number % 2 == 0)
        if self.scenario.forums:
            y = grid.names(paper, y + 14, _("Forums"))
            for number, forum in enumerate(self.scenario.forums.values()):
                y = grid.row(paper, y, self._forum(forum), number % 2 == 0)
        return y

    # ------------------------------------------------------------------ issues

    def _issue(self, issue: Issue, lanes: Sequence[Lane]) -> Row:
        words = self.words
        labels = [Label(words.issue(issue.id), NAME, "ink", True)]
        boxes = _Ladder(words.options(issue.id), issue.start, issue.ladder)
        consents = [Label(text) for text in self._said(issue)]

        def under(paper: Paper, x: float, y: float) -> None:
            y = boxes.draw(paper, x, y + 4) + 6
            for label in consents:
                y = paper.texts(x, y, wrapped(label.text, SMALL, self.labels - 20), SMALL, "quiet")

        lines = sum(len(wrapped(label.text, SMALL, self.labels - 20)) for label in consents)
        return Row(
            title=". ".join([words.issue(issue.id), *self._said(issue)]),
            labels=labels,
            high=max((self._high(issue, lane) for lane in lanes), default=0),
            mark=lambda paper, y, lanes: self._mark(paper, y, lanes, issue),
            under=under,
            room=boxes.high() + 10 + lines * leading(SMALL),
        )

    def _said(self, issue: Issue) -> Iterator[str]:
        """Who must consent, in sentences."""
        up, down = self.words.consent(issue.up), self.words.consent(issue.down)
        if not issue.ladder or up == down:
            yield _("Any change: {needs}").format(needs=up)
            return
        yield _("Up: {needs}").format(needs=up)
        yield _("Down: {needs}").format(needs=down)

    def wants(self, actor: str, issue: Issue) -> tuple[int, ...]:
        """The points that everyone knows an actor gives to the options of an issue."""
        wants = self.scenario.actors[actor].base.wants
        return wants.tables.get(issue.cell, ()) if wants else ()

    def _best_and_worst(self, issue: Issue, actor: str) -> list[str]:
        points = self.wants(actor, issue)
        if not any(points):
            return []
        options = self.words.options(issue.id)
        found = []
        for worth in (max(points), min(points)):
            if worth:
                option = options[points.index(worth)]
                found.append(f"{worth:+d} {option}".replace("-", "−"))
        return found

    def _high(self, issue: Issue, lane: Lane) -> float:
        said = self._best_and_worst(issue, lane.id)
        lines = sum(len(wrapped(text, TINY, lane.wide - 12)) for text in said)
        return 24 + (2 * _BARS if said else 0) + lines * (leading(TINY) + 3)

    def _mark(self, paper: Paper, y: float, lanes: Sequence[Lane], issue: Issue) -> None:
        for lane in lanes:
            up = self._say(issue.up, lane.id)
            down = self._say(issue.down, lane.id)
            x = lane.x - (10 if up and down else 0)
            if up:
                _direction(paper, x, y, lane.fill, up, -1)
                x += 20
            if down:
                _direction(paper, x, y, lane.fill, down, 1)
            said = self._best_and_worst(issue, lane.id)
            if said:
                self._bars(paper, y + 24, lane, self.wants(lane.id, issue))
                below = y + 24 + 2 * _BARS
                for text in said:
                    below = pill(paper, lane.x, below, wrapped(text, TINY, lane.wide - 12), TINY)

    def _say(self, consent: Consent, actor: str) -> str:
        """How an actor consents: alone or with all (`all`), as one of some, by a vote; or not."""
        if consent.forum:
            return "vote" if actor in self.scenario.forums[consent.forum].members else ""
        if actor not in consent.of:
            return ""
        return "all" if consent.need == len(consent.of) else "any"

    def _bars(self, paper: Paper, y: float, lane: Lane, points: Sequence[int]) -> None:
        """The points by option, up and down from a line."""
        each = min(13.0, (lane.wide - 16) / len(points))
        left, zero = lane.x - each * len(points) / 2, y + _BARS
        paper.rect(left - 4, y, each * len(points) + 8, 2 * _BARS, paper.ground)
        paper.line(left - 2, zero, left + each * len(points) + 2, zero, "ink", 1)
        for number, worth in enumerate(points):
            high = (_BARS - 3) * abs(worth) / self.most
            if worth:
                x = left + number * each + 1
                paper.rect(x, zero - high if worth > 0 else zero, each - 2, high, lane.fill, "ink")

    # ------------------------------------------------------------------ forums

    def _forum(self, forum: Forum) -> Row:
        words = self.words
        says = [self._rule(forum)]
        others = [member for member in forum.members if member not in self.scenario.players]
        if others:
            says.append(_("Without a seat here: {names}").format(names=words.actors(others)))
        through = [words.issue(issue.id) for issue in self.scenario.issues.values()
                   if forum.id in (issue.up.forum, issue.down.forum)]  # fmt: skip
        through += [words.instrument(one.id) for one in self.scenario.instruments.values()
                    if one.forum == forum.id]  # fmt: skip
        if through:
            says.append(_("Decides on: {what}").format(what=", ".join(through)))

        def mark(paper: Paper, y: float, lanes: Sequence[Lane]) -> None:
            for lane in lanes:
                if lane.id in forum.members:
                    _square(paper, lane.x, y, lane.fill)
                    vetoes = lane.id in forum.veto
                    pill(paper, lane.x, y + 18, [_("veto") if vetoes else _("vote")], TINY)

        name = words.forum(forum.id)
        labels = [Label(name, NAME, "ink", True), *(Label(text) for text in says)]
        return Row(". ".join([name, *says]), labels, 36, mark)

    def _rule(self, forum: Forum) -> str:
        """How a forum adopts, in a sentence."""
        members = ngettext("{n} member", "{n} members", len(forum.members)).format(
            n=len(forum.members)
        )
        rule = {
            "at_least": _("{members}; {need} must vote yes"),
            "quota": _("{members}; yes votes must weigh {need}"),
            "majority": _("{members}; more yes than no"),
            "consensus": _("{members}; nobody may vote no"),
        }[forum.method].format(members=members, need=forum.need)
        if not forum.veto:
            return rule
        vetoes = self.words.actors(forum.veto)
        return _("{rule}; a no of any of {names} is a veto").format(rule=rule, names=vetoes)


class _Ladder:
    """The options of an issue as boxes in a row, or in several where one is not enough."""

    def __init__(self, options: Sequence[str], start: int, ladder: bool) -> None:
        self.start = start
        self.arrow = ladder
        boxes = [wrapped(option, SMALL, _BOX - 14) for option in options]
        self.rows: list[list[tuple[int, list[str], float]]] = [[]]
        x = 0.0
        for number, lines in enumerate(boxes):
            wide = max(width(line, SMALL) for line in lines) + 14
            if x + wide > LABELS - 20 and self.rows[-1]:
                self.rows.append([])
                x = 0
            self.rows[-1].append((number, lines, wide))
            x += wide + _ARROW

    def high(self) -> float:
        """How high the boxes are together."""
        return sum(self._row_high(row) + 6 for row in self.rows)

    def wide(self) -> float:
        """How wide the longest row is."""
        return max(sum(wide + _ARROW for _n, _lines, wide in row) - _ARROW for row in self.rows)

    def _row_high(self, row: Sequence[tuple[int, list[str], float]]) -> float:
        return max(len(lines) for _n, lines, _wide in row) * leading(SMALL) + 10

    def draw(self, paper: Paper, x: float, y: float) -> float:
        """Draw the boxes from `x` and `y`; returns where they end."""
        for row in self.rows:
            high, at = self._row_high(row), x
            for number, lines, wide in row:
                fill = "start" if number == self.start else "card"
                paper.rect(at, y, wide, high, fill, "ink", round_=5, thick=1.2)
                top = y + (high - len(lines) * leading(SMALL)) / 2 - 1
                paper.texts(at + wide / 2, top, lines, SMALL, anchor="middle")
                if self.arrow and number < row[-1][0]:
                    middle, end = y + high / 2, at + wide + _ARROW
                    paper.line(at + wide, middle, end - 5, middle, "ink", 1.2)
                    paper.shape(
                        [(end - 6, middle - 4), (end - 6, middle + 4), (end, middle)], "ink"
                    )
                at += wide + _ARROW
            y += high + 6
        return y


def _direction(paper: Paper, x: float, y: float, fill: str, how: str, way: int) -> None:
    """A mark that a seat consents to a step up (-1) or down (1)."""
    if how == "vote":
        _square(paper, x, y, fill)
    middle, tip = y + 8, 7 * way
    size = 4 if how == "vote" else 8
    paper.shape(
        [(x - size, middle - tip * size / 8), (x + size, middle - tip * size / 8),
         (x, middle + tip * size / 8)],
        "ink" if how == "vote" else fill if how == "all" else "card",
    )  # fmt: skip


def _square(paper: Paper, x: float, y: float, fill: str) -> None:
    """A mark that a seat votes."""
    paper.rect(x - 8, y, 16, 16, fill, "ink", thick=1.2)
