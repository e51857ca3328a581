"""What a seat may order, what it costs, and why not (rules.md, Orders)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from game.i18n import _
from game.rules.compiled import ActForm, Compiled, StepForm, compiled, consent_list
from game.rules.moment import Moment
from game.rules.turn import Offer, Refusal
from game.scenario.binding import Fn
from game.scenario.model import Scenario
from game.scenario.orders import Act, Argue, Denounce, Order, Step, Vote
from game.scenario.problems import nearest
from game.world.world import World

Vetted = tuple[tuple[Order, ...], tuple[tuple[Order, Refusal], ...]]


def amount(cost: int | Fn, row: Any, moment: Moment) -> int:
    """A cost by the row of the negotiation; never negative."""
    return cost if isinstance(cost, int) else max(cost(row, moment), 0)


def offers(
    scenario: Scenario, world: World, seat: str, moment: Moment | None = None
) -> list[Offer]:
    """Every act and next step of a seat, in a fixed order, each with its cost and why not.

    What a seat has ordered already is not considered here: :func:`vet` does that.
    """
    grounded = compiled(scenario)
    moment = moment or Moment(scenario, world)
    row = world.row
    purse = row[grounded.capital[seat]] if grounded.capital else 0
    found: list[Offer] = []
    for form in grounded.acts[seat]:
        cost = amount(form.cost, row, moment)
        why = None
        if form.allowed is not None and not form.allowed(row, moment):
            why = not_now_act(form)
        elif cost > purse:
            why = too_costly(cost, purse)
        found.append(Offer(form.order, cost, form.forum, why))
    for issue, rows in grounded.steps[seat].items():
        for step in rows[row[scenario.issues[issue].cell]]:
            cost = amount(step.cost, row, moment)
            why = too_costly(cost, purse) if cost > purse else None
            found.append(Offer(step.order, cost, step.consent.forum, why))
    return found


def not_now_act(form: ActForm) -> Refusal:
    """Its ``if:`` is false."""
    text = form.instrument.if_.text if form.instrument.if_ is not None else ""
    return Refusal(
        "order/not-now", _("needs: {condition}").format(condition=text), form.instrument.id
    )


def too_costly(cost: int, left: int) -> Refusal:
    """The purse is too short."""
    return Refusal(
        "order/too-costly",
        _("costs {cost}, and {left} of your capital is free").format(cost=cost, left=max(left, 0)),
    )


class Vetting:
    """Accepts or refuses one seat's orders, each alone, in the order given."""

    def __init__(
        self,
        scenario: Scenario,
        world: World,
        seat: str,
        proposed: Mapping[str, Order] | None = None,
        *,
        moment: Moment | None = None,
        spent: int = 0,
    ) -> None:
        self.scenario = scenario
        self.grounded: Compiled = compiled(scenario)
        self.world = world
        self.seat = seat
        self.proposed = {} if proposed is None else proposed
        self.moment = moment or Moment(scenario, world)
        cell = self.grounded.capital.get(seat)
        self.free = (world.row[cell] if cell is not None else 0) - spent
        self.count = 0
        self.taken: set[object] = set()

    def add(self, order: Order) -> Refusal | None:
        """Accept an order (and reserve for it), or say why not."""
        if isinstance(order, Act):
            return self._act(order)
        if isinstance(order, Step):
            return self._step(order)
        if isinstance(order, Vote):
            return self._vote(order)
        if isinstance(order, Denounce):
            return self._denounce(order)
        return self._argue(order)

    def _act(self, order: Act) -> Refusal | None:
        form = self.grounded.act_of.get((self.seat, order))
        if form is None:
            return self._no_act(order)
        if order in self.taken:
            return Refusal("order/twice", _("this is ordered already"), order.instrument)
        if form.forum:
            refusal = self._proposal(form.forum, order.instrument, order)
            if refusal is not None:
                return refusal
        if form.allowed is not None and not form.allowed(self.world.row, self.moment):
            return not_now_act(form)
        joins = bool(form.forum) and order.instrument in self.proposed
        return self._reserve(order, 0 if joins else amount(form.cost, self.world.row, self.moment))

    def _no_act(self, order: Act) -> Refusal:
        instrument = self.scenario.instruments.get(order.instrument)
        if instrument is None:
            close = nearest(order.instrument, self.scenario.instruments)
            hint = _("; did you mean '{name}'?").format(name=close) if close else ""
            return Refusal(
                "order/unknown",
                _("there is no instrument '{name}'").format(name=order.instrument) + hint,
                order.instrument,
            )
        if self.seat not in instrument.who:
            return Refusal(
                "order/not-yours", _("this instrument is not in your hand"), instrument.id
            )
        if instrument.target == "constituency":
            home = self.scenario.actors[self.seat].constituencies
            known = ", ".join(c.id for c in home)
        elif instrument.target == "issue":
            known = ", ".join(self.scenario.issues)
        else:
            known = ", ".join(p for p in self.scenario.players if p != self.seat)
        if not instrument.target:
            says = _("this takes no target")
        else:
            says = _("expected one of {known}; found '{target}'").format(
                known=known, target=order.target
            )
        return Refusal("order/wrong-target", says, order.target)

    def _step(self, order: Step) -> Refusal | None:
        issue = self.scenario.issues.get(order.issue)
        if issue is None or order.option not in issue.options:
            known: Iterable[str] = self.scenario.issues if issue is None else issue.options
            wrong = order.issue if issue is None else order.option
            close = nearest(wrong, known)
            hint = _("; did you mean '{name}'?").format(name=close) if close else ""
            return Refusal(
                "order/unknown", _("there is no '{name}'").format(name=wrong) + hint, wrong
            )
        if ("step", order.issue) in self.taken:
            return Refusal("order/twice", _("one step an issue and turn"), order.issue)
        present = self.world.row[issue.cell]
        form = self._step_form(order, present)
        if form is None:
            lists = (consent_list(self.scenario, c) for c in (issue.up, issue.down))
            if not any(self.seat in names for names in lists):
                return Refusal(
                    "order/not-yours", _("your consent is not asked on this issue"), order.issue
                )
            new = issue.options.index(order.option)
            if new != present and (not issue.ladder or abs(new - present) == 1):
                return Refusal(
                    "order/not-yours", _("your consent is not asked in this direction"),
                    order.issue,
                )  # fmt: skip
            return Refusal("order/not-now", self._next_steps(order.issue, present), order.issue)
        forum = form.consent.forum
        if forum:
            refusal = self._proposal(forum, order.issue, order)
            if refusal is not None:
                return refusal
        joins = bool(forum) and order.issue in self.proposed
        cost = 0 if joins else amount(form.cost, self.world.row, self.moment)
        return self._reserve(order, cost, ("step", order.issue))

    def _next_steps(self, issue: str, present: int) -> str:
        """Where an issue stands, and to which options this seat may step from there."""
        stands = self.scenario.issues[issue].options[present]
        forms = self.grounded.steps[self.seat][issue][present]
        options = dict.fromkeys(form.order.option for form in forms)
        if not options:
            says = _("the issue stands at '{present}'; no step of yours leads on from there")
            return says.format(present=stands)
        says = _("the issue stands at '{present}'; that is not the next step, which is: {next}")
        return says.format(present=stands, next=", ".join(f"'{option}'" for option in options))

    def _step_form(self, order: Step, present: int) -> StepForm | None:
        forms = self.grounded.steps[self.seat][order.issue][present]
        return next((f for f in forms if f.order == order), None)

    def _proposal(self, forum: str, text: str, order: Order) -> Refusal | None:
        if self.seat not in self.scenario.forums[forum].members:
            return Refusal("order/not-yours", _("only members propose"), forum)
        if ("text", text) in self.taken:
            return Refusal("order/twice", _("this is proposed already"), text)
        first = self.proposed.get(text)
        if first is not None and first != order:
            return Refusal(
                "proposal/differs",
                _("another text of this kind is before the forum; you may join or oppose it"),
                text,
            )
        return None

    def _reserve(self, order: Order, cost: int, key: object = None) -> Refusal | None:
        if self.count >= self.scenario.orders:
            return Refusal(
                "order/too-many",
                _("at most {n} orders a turn").format(n=self.scenario.orders),
            )
        if cost > max(self.free, 0):
            return too_costly(cost, self.free)
        self.count += 1
        self.free -= cost
        self.taken.add(key or order)
        if isinstance(order, Act) and self.scenario.instruments[order.instrument].forum:
            self.taken.add(("text", order.instrument))
        return None

    def _vote(self, order: Vote) -> Refusal | None:
        forum = text_forum(self.scenario, order.text)
        if forum is None:
            return Refusal("order/unknown", _("no forum decides that"), order.text)
        if self.seat not in self.scenario.forums[forum].members:
            return Refusal("order/not-yours", _("only members vote"), forum)
        if order.text not in self.proposed:
            return Refusal("order/not-now", _("nobody has proposed that this turn"), order.text)
        if ("vote", order.text) in self.taken:
            return Refusal("order/twice", _("you have voted on this"), order.text)
        if ("text", order.text) in self.taken or ("step", order.text) in self.taken:
            return Refusal("order/twice", _("who proposes votes yes"), order.text)
        self.taken.add(("vote", order.text))
        return None

    def _denounce(self, order: Denounce) -> Refusal | None:
        found = next((a for a in self.world.agreements if a.id == order.agreement), None)
        if found is None or (self.seat not in found.terms.parties and found.terms.secret):
            return Refusal("order/unknown", _("no such agreement is in force"), order.agreement)
        if self.seat not in found.terms.parties:
            return Refusal("order/not-yours", _("you are not a party to it"), order.agreement)
        if order in self.taken:
            return Refusal("order/twice", _("you are leaving it already"), order.agreement)
        self.taken.add(order)
        return None

    def _argue(self, order: Argue) -> Refusal | None:
        scenario = self.scenario
        if not scenario.argue_cells:
            return Refusal("order/unknown", _("this scenario has no free-form actions"), "argue")
        if len(order.because) > 3:
            return Refusal("order/too-many", _("up to three reasons"), "because")
        if not order.says.strip() or not order.asking:
            return Refusal(
                "order/unknown", _("say what happens, and which change you ask for"), "argue"
            )
        seen: set[int] = set()
        for cell, wanted in order.asking:
            index = scenario.header.index.get(cell)
            if index is None or index not in scenario.argue_cells or index in seen:
                return Refusal(
                    "order/wrong-target", _("'{cell}' may not be asked for").format(cell=cell), cell
                )
            if not 0 < abs(wanted) <= scenario.argue_limit:
                return Refusal(
                    "order/not-now",
                    _("ask for a change of 1 to {n}").format(n=scenario.argue_limit),
                    cell,
                )
            seen.add(index)
        if order in self.taken:
            return Refusal("order/twice", _("this is argued already"), "argue")
        return self._reserve(order, 0)


def text_forum(scenario: Scenario, text: str) -> str | None:
    """The forum that decides an instrument or issue, by its id; None where none does."""
    instrument = scenario.instruments.get(text)
    if instrument is not None:
        return instrument.forum or None
    issue = scenario.issues.get(text)
    return (issue.up.forum or issue.down.forum or None) if issue is not None else None


def text_of(scenario: Scenario, order: Order, world: World | None = None) -> str:
    """The id of the text that an order proposes in a forum; "" for an order that proposes none."""
    if isinstance(order, Act):
        instrument = scenario.instruments.get(order.instrument)
        return order.instrument if instrument is not None and instrument.forum else ""
    if isinstance(order, Step):
        issue = scenario.issues.get(order.issue)
        if issue is None or order.option not in issue.options:
            return ""
        if world is None:
            return order.issue if issue.up.forum else ""
        present = world.row[issue.cell]
        return (
            order.issue if issue.consent(present, issue.options.index(order.option)).forum else ""
        )
    return ""


def vet(
    scenario: Scenario,
    world: World,
    seat: str,
    orders: Sequence[Order],
    proposed: Mapping[str, Order] | None = None,
    *,
    moment: Moment | None = None,
    spent: int = 0,
) -> Vetted:
    """Accept or refuse each order alone, in the order given.

    ``proposed`` are the first proposals of this turn by text; ``spent`` is capital that answers to
    events have reserved already.
    """
    vetting = Vetting(scenario, world, seat, proposed, moment=moment, spent=spent)
    accepted: list[Order] = []
    refused: list[tuple[Order, Refusal]] = []
    for order in orders:
        refusal = vetting.add(order)
        if refusal is None:
            accepted.append(order)
        else:
            refused.append((order, refusal))
    return tuple(accepted), tuple(refused)


def vet_all(
    scenario: Scenario,
    world: World,
    orders: Mapping[str, Sequence[Order]],
    spent: Mapping[str, int],
) -> tuple[dict[str, tuple[Order, ...]], list[tuple[str, Order, Refusal]]]:
    """Vet every seat's orders; the first proposer of a text in the order of the file fixes it."""
    moment = Moment(scenario, world)
    proposed: dict[str, Order] = {}
    vetted: dict[str, list[Order]] = {}
    refused: list[tuple[str, Order, Refusal]] = []
    seats = [p for p in scenario.players if p in orders]
    desks = {
        seat: Vetting(scenario, world, seat, proposed, moment=moment, spent=spent.get(seat, 0))
        for seat in seats
    }
    for voting in (False, True):
        for seat in seats:
            for order in orders[seat]:
                if isinstance(order, Vote) is not voting:
                    continue
                refusal = desks[seat].add(order)
                if refusal is not None:
                    refused.append((seat, order, refusal))
                    continue
                vetted.setdefault(seat, []).append(order)
                text = text_of(scenario, order, world)
                if text:
                    proposed.setdefault(text, order)
    for seat in orders:
        if seat not in scenario.players:
            refused.extend(
                (seat, order, Refusal("seat/not-yours", _("there is no such seat"), seat))
                for order in orders[seat]
            )
    return {seat: tuple(found) for seat, found in vetted.items()}, refused


def reserved(
    scenario: Scenario, world: World, seat: str, orders: Iterable[Order], joins: Iterable[str] = ()
) -> int:
    """The capital that accepted orders hold; ``joins`` are texts that others proposed first."""
    grounded, moment, row = compiled(scenario), Moment(scenario, world), world.row
    free = frozenset(joins)
    total = 0
    for order in orders:
        if isinstance(order, Act):
            if order.instrument not in free:
                total += amount(grounded.act_of[seat, order].cost, row, moment)
        elif isinstance(order, Step) and order.issue not in free:
            issue = scenario.issues[order.issue]
            for form in grounded.steps[seat][order.issue][row[issue.cell]]:
                if form.order == order:
                    total += amount(form.cost, row, moment)
    return total
