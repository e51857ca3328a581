"""A view: a sight put into words for one seat, and the menu of what it may do.

It alone is ever sent to a screen or a browser. Every struct encodes with msgspec; for two states
that differ only in what a seat may not see, its views are equal byte for byte: a view is made of a
sight, and of the words of what the sight holds.
"""

from __future__ import annotations

from game.i18n import _
from game.rules.ratify import LOYAL
from game.rules.turn import Offer
from game.scenario.model import Scenario
from game.scenario.notation import format_order
from game.scenario.orders import Act, Argue, Denounce, Order, Vote
from game.table.outcome import ended
from game.table.powers import power_says
from game.table.sealing import plain_order, unsealed
from game.table.sheets import public_wants, sheet_view
from game.table.sight import UNSEEN, sight
from game.table.state import State
from game.table.telling import tell
from game.table.view_texts import TextViewer
from game.table.views import (
    ActorView,
    CellView,
    DeskView,
    IssueView,
    MenuItem,
    OrderView,
    SheetView,
    View,
)
from game.table.words import Words

__all__ = ["View", "view"]

MOST_KEPT = 50_000
"""Sentences kept for a scenario at most, before they are made anew."""


def view(scenario: Scenario, state: State, seat: str, words: Words) -> View:
    """What `seat` may see and do, in words.

    :raises KeyError: for a seat that is not at the table.
    """
    if len(words.kept) > MOST_KEPT:
        words.kept.clear()
    return _Viewer(scenario, state, sight(scenario, state, seat), words).view()


class _Viewer(TextViewer):
    """Puts one sight into words."""

    def view(self) -> View:
        seen, words = self.sight, self.words
        counted = [o for o in seen.orders if not isinstance(o, Vote | Denounce)]
        return View(
            seat=seen.seat,
            name=words.actor(seen.seat),
            title=words.title,
            turn=seen.turn,
            date=self.scenario.date(seen.turn),
            phase=seen.phase,
            end=seen.end,
            ended=ended(words, seen.end, seen.turn - 1) if seen.end else "",
            orders_left=self.scenario.orders - len(counted) if self.own else 0,
            purse=seen.purse,
            reserved=seen.reserved,
            locked=seen.locked.get(seen.seat, False),
            paused=seen.paused,
            extra=seen.extra,
            actors=tuple([self.actor(n, id) for n, id in enumerate(self.scenario.actors)]),
            issues=tuple([self.issue(id) for id in self.scenario.issues]),
            cells=self.cells(),
            agreements=tuple([self.agreement(a) for a in seen.agreements]),
            drafts=tuple([self.draft(d) for d in seen.drafts]),
            ready=self.ready(),
            proposals=tuple([self.proposal(p.text) for p in seen.proposals]),
            questions=tuple([self.question(n) for n in range(len(seen.questions))]),
            packages=self.packages(),
            hearings=self.hearings(),
            messages=self.messages(),
            told=tell(
                self.scenario, seen.told, words, self.named, self.texts, self.before, self.tabled
            ),
            orders=tuple([self.order(seen.seat, order) for order in seen.orders]),
            menu=tuple([self.item(offer) for offer in seen.offers]),
            sheet=self.sheet() if self.own else None,
            win_set=self.win_set() if self.own else (),
            perceived=seen.perceived,
            powers=tuple(power_says(words, seen.powers)),
            desk=tuple(
                DeskView(seat, tuple(self.order(seat, order) for order in orders))
                for seat, orders in seen.desk
            ),
        )

    # ------------------------------------------------------------------ the position

    def actor(self, number: int, id: str) -> ActorView:
        chain = self.sight.mandates[number]
        chair = self.chairs.get(id)
        key = ("actor", id, chain, chair)
        found = self.words.kept.get(key)
        if found is None or (chair is not None and chair.name):
            words, actor = self.words, self.scenario.actors[id]
            found = self.words.kept[key] = ActorView(
                id=id,
                name=words.actor(id),
                is_player=actor.player,
                colour=words.colour(id),
                emblem=words.emblem(id),
                at=words.place(id),
                by=chair.kind if chair is not None else "",
                player=unsealed(chair.name, self.texts) if chair is not None else "",
                locked=chair is not None and chair.locked,
                government=words.government(id, chain),
                brief=words.brief(id, chain),
                wants=public_wants(self.scenario, words, id, chain),
            )
        assert isinstance(found, ActorView)
        return found

    def issue(self, id: str) -> IssueView:
        issue = self.scenario.issues[id]
        now = self.sight.row[issue.cell]
        was = self.before[issue.cell] if self.before is not None else None
        key = ("issue", id, now, was)
        found = self.words.kept.get(key)
        if found is None:
            words = self.words
            found = self.words.kept[key] = IssueView(
                id=id,
                name=words.issue(id),
                kind=issue.kind,
                options=issue.options,
                labels=words.options(id),
                now=now,
                ladder=issue.ladder,
                was=was,
                up=words.consent(issue.up),
                down=words.consent(issue.down),
                brief=words.issue_brief(id),
            )
        assert isinstance(found, IssueView)
        return found

    def cells(self) -> tuple[CellView, ...]:
        kept, row, before = self.words.kept, self.sight.row, self.before
        found: list[CellView] = []
        for cell in self.scenario.header.cells:
            value = row[cell.index]
            if value == UNSEEN or cell.issue or cell.track not in self.scenario.tracks:
                continue
            key = (cell.index, value, None if before is None else before[cell.index])
            it = kept.get(key)
            if it is None:
                it = kept[key] = CellView(
                    name=cell.name,
                    label=self.words.cell(cell.name),
                    value=value,
                    low=cell.low,
                    high=cell.high,
                    track=cell.track,
                    band=self.words.band(cell.track, value),
                    owners=cell.owners,
                    was=key[2],
                )
            found.append(it)  # type: ignore[arg-type]
        return tuple(found)

    # ------------------------------------------------------------------ orders

    def order(self, seat: str, order: Order) -> OrderView:
        order = plain_order(order, self.texts)
        final = any(order == p.order and seat in p.proposers for p in self.sight.proposals)
        return OrderView(
            notation=format_order(order),
            label=self.words.label(seat, order),
            says=self.words.order(seat, order),
            group=_group(order, ""),
            final=final,
        )

    def item(self, offer: Offer) -> MenuItem:
        seat, kept, why = self.sight.seat, self.words.kept, offer.refusal
        key = (seat, offer.order, offer.cost, "" if why is None else why.code + why.says)
        found = kept.get(key)
        if found is None:
            found = kept[key] = self._item(seat, offer)
        assert isinstance(found, MenuItem)
        return found

    def _item(self, seat: str, offer: Offer) -> MenuItem:
        order, why = offer.order, offer.refusal
        says = "" if why is None else self.refusal(why)
        if why is not None and why.code == "order/not-now" and isinstance(order, Act):
            condition = self.scenario.instruments[order.instrument].if_
            if condition is not None:
                env = {"actor": seat, "target": order.target}
                worded = self.words.condition(condition.text, env)
                says = _("needs: {condition}").format(condition=worded)
        return MenuItem(
            notation=format_order(order),
            label=self.words.label(seat, order),
            says=self.words.order(seat, order),
            cost=offer.cost,
            group=_group(order, offer.forum),
            code="" if why is None else why.code,
            refusal=says,
            forum=offer.forum,
            brief=self.words.instrument_brief(order.instrument) if isinstance(order, Act) else "",
        )

    # ------------------------------------------------------------------ one's own

    def sheet(self) -> SheetView:
        seat, words = self.sight.seat, self.words
        chain = self.sight.mandates[list(self.scenario.actors).index(seat)]
        key = ("sheet", seat, chain, self.sight.draw)
        found = words.kept.get(key)
        if found is None:
            found = words.kept[key] = sheet_view(self.scenario, words, self.sight, chain)
        assert isinstance(found, SheetView)
        return found

    def win_set(self) -> tuple[tuple[str, tuple[bool, ...]], ...]:
        wants = self.sight.profile
        if wants is None or wants.ratify is None:
            return ()
        header, seat = self.scenario.header, self.sight.seat
        home = self.scenario.actors[seat].constituencies
        support = [header.index.get(f"support.{seat}.{c.id}", -1) for c in home]
        row = self.sight.row
        issues = tuple([row[issue.cell] for issue in self.scenario.issues.values()])
        loyal = tuple([at >= 0 and row[at] >= LOYAL for at in support])
        key = ("win", seat, wants.ratify, issues, loyal)
        found = self.words.kept.get(key)
        if found is None:
            found = self.words.kept[key] = tuple(self.scales.win_set().items())
        assert isinstance(found, tuple)
        return found


def _group(order: Order, forum: str) -> str:
    """What sort of thing an order does, for menus."""
    if isinstance(order, Vote):
        return "vote"
    if isinstance(order, Denounce):
        return "denounce"
    if isinstance(order, Argue):
        return "argue"
    if forum:
        return "propose"
    return "act" if isinstance(order, Act) else "step"
