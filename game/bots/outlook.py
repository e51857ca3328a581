"""What a bot expects of one turn: acts, steps and texts, valued by its own score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from game.bots.book import Ask, Book, Danger, Page, Taste, book_of
from game.rules.compiled import ActForm, RuleForm
from game.rules.moment import Moment
from game.rules.profiles import Goal, Shift, difference
from game.scenario.grounding import Change, Out
from game.scenario.model import Scenario
from game.scenario.terms import Terms
from game.table.imagine import imagine
from game.table.sight import Sight

POINT = 4
"""Worths are told in quarters of a point of score, so that what leads to points can count too."""

_NEAR = (100, 30, 10)  # how likely an end is that holds, or is one or two units away, in per cent


class Outlook:
    """One seat's expectations, on a world imagined from its sight.

    `row` is the imagined row, and behind it how each paced cell began the turn.
    """

    def __init__(self, scenario: Scenario, sight: Sight) -> None:
        self.scenario = scenario
        self.sight = sight
        self.seat = sight.seat
        self.world = imagine(scenario, sight)
        self.book: Book = book_of(scenario, self.world, self.seat)
        self.grounded = self.book.grounded
        began = self.world.row
        self.began: list[int] = began.tolist()
        self.began += [began[cell] for cell in self.book.paced]
        self.row = self.began
        first, last = scenario.turns
        self.left = max((first + last + 1) // 2 - sight.turn + 1, 1)
        self._moment: Moment | None = None
        self._happened = {event for event, _turn in self.world.happened}
        self._in_force = {agreement.id for agreement in self.world.agreements}
        self.kept: dict[str, Any] = {}
        self.numbers: dict[int, int] = {}  # of circumstances, by what a page asks
        self._answers: list[Any] = []  # to all that pages ask, in the order of the book
        self._current = False  # whether the threats among them are those of this row
        self._threats: dict[str, int] | None = None
        self._first: tuple[dict[int, int], dict[str, int] | None] = ({}, None)

    @property
    def moment(self) -> Moment:
        """The moment of the imagined world."""
        if self._moment is None:
            self._moment = Moment(self.scenario, self.world)
        return self._moment

    def circumstances(self, group: int) -> int:
        """What a figure may depend on beside the row, to look it up by; kept in `numbers`."""
        book, answers = self.book, self._answers
        if len(answers) < len(book.asked):
            answers += [self._circumstance(ask) for ask in list(book.asked)[len(answers) :]]
            self._current = False
        if not self._current and group in book.threatened:
            for place, rival in book.threats:
                answers[place] = self.threat(rival)
            self._current = True
        number = self.numbers[group] = book.circumstances(group, answers)
        return number

    def _circumstance(self, ask: Ask) -> Any:
        world, (where, thing) = self.world, ask
        if where == "turn":
            return world.turn
        if where == "left":
            return self.left
        if where == "reach":
            return min(self.left - 1, thing)
        if where == "late":
            return self.left <= 1
        if where == "threat":
            return None  # they follow from the row: put in where they are asked for
        if where == "past":
            return thing in world.done
        if where == "happened":
            return thing in self._happened
        if thing is not None:
            return thing in self._in_force
        return tuple((a.id, a.terms.parties) for a in world.agreements)

    # ------------------------------------------------------------------ worths

    def worth(
        self,
        taste: Taste,
        shifts: Sequence[Shift],
        *,
        deeds: Iterable[tuple[str, ...]] = (),
        concluded: str = "",
        ended: str = "",
    ) -> int:
        """What shifts are worth to an actor, in quarters of a point.

        To this seat: its score, what accrues until the likely end, how near the game's ends come,
        and a little for capital gained, or lost by a rival who could hurt with it. To others: what
        they publicly want. `deeds` and `concluded` agreements count for objectives.
        """
        profile, own = taste.profile, taste is self.book.own
        total = difference(profile.public, shifts)
        if own:
            total += difference(profile.private, shifts)
            if taste.accrues:
                yearly = difference(profile.accrues, shifts)
                total += (yearly + difference(profile.private_accrues, shifts)) * self.left
        goals = self._touched(taste, shifts, deeds, concluded or ended)
        if goals:
            total += self._goals(goals, self._after_row(shifts), deeds, concluded, ended)
        total *= POINT
        if own:
            book = self.book
            for cell, after, before in shifts:
                if after == before:
                    continue
                if cell in book.purse_of:
                    total += self._purse(book.purse_of[cell], after - before)
                if cell in book.dangerous:
                    row = self._after_row(((cell, after, before),))
                    total += sum(self._danger(danger, row) for danger in book.dangers)
        return total

    def _after_row(self, shifts: Iterable[Shift]) -> list[int]:
        row = self.row[:]
        for cell, value, _before in shifts:
            row[cell] = value
        return row

    def _touched(
        self, taste: Taste, shifts: Sequence[Shift], deeds: Iterable[tuple[str, ...]], text: str
    ) -> list[Goal]:
        """The objectives that shifts, deeds or an agreement may concern, each once."""
        found: list[Goal] = []
        if taste.goals:
            goals_of = taste.goals_of
            for cell, after, before in shifts:
                if after != before and cell in goals_of:
                    found += [goal for goal in goals_of[cell] if goal not in found]
            if taste.named:
                for name in (text, *(deed[1] for deed in deeds)):
                    found += [goal for goal in taste.named.get(name, ()) if goal not in found]
        return found

    def _goals(
        self,
        goals: Sequence[Goal],
        after: list[int],
        deeds: Iterable[tuple[str, ...]],
        concluded: str,
        ended: str,
    ) -> int:
        moment = self.moment
        total = -sum([goal.worth for goal in goals if goal.holds(self.row, moment)])
        past, in_force = moment.past, moment.in_force
        moment.past = past.union(deeds)
        if concluded or ended:
            moment.in_force = {id: who for id, who in in_force.items() if id != ended}
            if concluded and concluded in self.scenario.agreements:
                moment.in_force[concluded] = self.scenario.agreements[concluded].parties
        total += sum([goal.worth for goal in goals if goal.holds(after, moment)])
        moment.past, moment.in_force = past, in_force
        return total

    def _danger(self, danger: Danger, after: list[int]) -> int:
        nearer = self._near(danger, after) - self._near(danger, self.row)
        return POINT * danger.worth * nearer // 100

    def _near(self, danger: Danger, row: list[int]) -> int:
        """How likely an end is on a row, in per cent: less likely the more would have to change."""
        for distance, likely in enumerate(_NEAR):
            for cell in danger.reads:
                for way in (distance, -distance):
                    other = row[:]
                    other[cell] += way
                    if danger.holds(other, self.moment):
                        return likely
        return 0

    def _purse(self, who: str, change: int) -> int:
        """What a change of somebody's capital is worth, while there is time to spend it."""
        if self.left <= 1:
            return 0
        return change if who == self.seat else -change * self.threat(who)

    def threat(self, rival: str) -> int:
        """What a unit of a rival's capital costs us: nothing, or up to three quarters of a point.

        It is by how much the worst step hurts us that the rival may order and would gain by.
        """
        found = self._threats
        if found is None:
            page: Page[dict[str, int]] | None = self.book.pages.get("threats")
            if page is None:
                needs = self.book.needs(self.book.contested, self.book.contested_asks)
                page = self.book.pages["threats"] = Page(needs, Outlook._all_threats)
            found = self._threats = page.read(self)
        return found[rival]

    def _all_threats(self) -> dict[str, int]:
        """What a unit of capital costs us, for each who might hold some."""
        rivals = self.book.purse_of.values()
        return {who: self._threat(who) for who in rivals if who != self.seat}

    def _threat(self, rival: str) -> int:
        worst = 0
        public, own = self.book.public[rival], self.book.own
        for issue, rows in self.grounded.steps.get(rival, {}).items():
            cell = self.scenario.issues[issue].cell
            present = self.row[cell]
            for form in rows[present]:
                shift = ((cell, form.new, present),)
                loss = difference(own.profile.public, shift)
                loss += difference(own.profile.private, shift)
                if loss < worst and self.worth(public, shift) > 0:
                    worst = loss
        return min((1 - worst) // 2, 3)

    # ------------------------------------------------------------------ changes

    def shifts(self, changes: Iterable[Change], row: list[int] | None = None) -> list[Shift]:
        """Changes summed by cell, cut by pace and range."""
        now = self.row if row is None else row
        began, limits = self.world.row, self.grounded.limits
        sums: dict[int, int] = {}
        for cell, asked, _why in changes:
            sums[cell] = sums.get(cell, 0) + asked
        found = []
        for cell, asked in sums.items():
            low, high, pace, _purse = limits[cell]
            if pace:
                low, high = max(low, began[cell] - pace), min(high, began[cell] + pace)
            found.append((cell, min(max(now[cell] + asked, low), high), now[cell]))
        return found

    def act_shifts(self, form: ActForm) -> list[Shift]:
        """What an act would change: its effects, and what follows from them."""
        moment, out = self.moment, Out()
        form.block.run(self.row, moment, out)
        steps = self.steps(out)
        if not form.forum and (follow := self.grounded.act_rules(form)):
            moment.did.update(form.deeds)
            out.changes = [*out.changes, *self._after(follow, self.shifts(out.changes))]
            moment.did.difference_update(form.deeds)
        for event in out.injects:
            self.grounded.event(event).run(self.row, moment, out)
        return [*self.shifts(out.changes), *steps]

    def steps(self, out: Out) -> list[Shift]:
        """The steps that effects ask for, as shifts."""
        found = []
        for name, way, _cause in out.steps:
            issue = self.scenario.issues[name]
            new = self.row[issue.cell] + (1 if way == "up" else -1)
            if 0 <= new < len(issue.options):
                found.append((issue.cell, new, self.row[issue.cell]))
        return found

    def step_shifts(self, issue: str, new: int, movers: Iterable[str]) -> list[Shift]:
        """What a step of an issue would change: its option, and what follows from the move."""
        cell = self.scenario.issues[issue].cell
        move = (cell, new, self.row[cell])
        forms = self.grounded.move_rules(issue)
        if not forms:
            return [move]
        moment = self.moment
        moment.movers, moment.change = frozenset(movers), (move,)
        moment.old, moment.new = move[2], new
        changes = self._after(forms, (move,))
        moment.movers, moment.change = frozenset(), ()
        return [move, *self.shifts(changes)]

    def firing(self, forms: Iterable[RuleForm], terms: Terms, agreement: str) -> list[Shift]:
        """What rules would change that fire for an agreement."""
        moment, out = self.moment, Out()
        moment.parties, moment.agreement = frozenset(terms.parties), agreement
        moment.secret = terms.secret
        for form in forms:
            form.block.run(self.row, moment, out)
        moment.parties, moment.agreement, moment.secret = frozenset(), "", False
        return self.shifts(out.changes)

    def _after(self, forms: Iterable[RuleForm], shifts: Sequence[Shift]) -> list[Change]:
        row = self.row[:]
        for cell, value, _before in shifts:
            row[cell] = value
        out = Out()
        for form in forms:
            form.block.run(row, self.moment, out)
        return out.changes

    def suppose(self, shifts: Iterable[Shift]) -> None:
        """Go on as if these shifts had come about."""
        if self.row is self.began:
            self._first = (self.numbers, self._threats)
        self.row = self._after_row(shifts)
        if not self.book.contested.isdisjoint([cell for cell, _after, _before in shifts]):
            # Of the circumstances, threats alone follow from the row.
            gone = self.book.threatened
            self.numbers = {group: n for group, n in self.numbers.items() if group not in gone}
            self._threats, self._current = None, False

    def reset(self, sight: Sight) -> None:
        """Look at the same position again, by a later sight of it."""
        self.sight = sight
        if self.row is not self.began:
            self.row = self.began
            self.numbers, self._threats = self._first
            self._current = False


def outlook(scenario: Scenario, sight: Sight) -> Outlook:
    """What a seat expects, kept while it looks at the same position."""
    kept: dict[str, Outlook] = scenario.cache.setdefault("outlooks", {})
    found = kept.get(sight.seat)
    if found is not None:
        seen = found.sight
        if seen is sight or (
            seen.row is sight.row
            and seen.agreements is sight.agreements
            and seen.happened is sight.happened
            and seen.done is sight.done
            and seen.mandates is sight.mandates
            and seen.draw == sight.draw
            and seen.turn == sight.turn
        ):
            found.reset(sight)
            return found
        found.kept = {}  # what it kept looks back at it: so nothing waits for the garbage collector
    found = kept[sight.seat] = Outlook(scenario, sight)
    return found
