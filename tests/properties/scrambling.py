"""Another state of a table that differs from a given one only in what one seat may not see.

What is hidden is read from the scenario (`seen_by`, `to:`, `private:`) and from the state (secret
texts, orders, votes, answers, messages); nothing is listed by name. Every field of the state and of
the world and every kind of fact must say here what becomes of it: a new one without an entry fails
a test.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from game.rules.compiled import compiled
from game.scenario.model import Scenario
from game.scenario.orders import Denounce, Order
from game.scenario.terms import Declare, Terms
from game.table.state import DraftText, Message, ResolvedTurn, State, TurnStart
from game.world import facts as w
from game.world.world import Agreement, World

SEEN: Any = None
"""A field that every seat sees as it is."""


class Scrambler:
    """Changes whatever `seat` may not see, at random."""

    def __init__(self, it: Scenario, seat: str, dice: random.Random) -> None:
        self.it = it
        self.seat = seat
        self.dice = dice
        self.cells = it.header.visible(seat)
        self.others = [p for p in it.players if p != seat]
        self.secret_ids: list[str] = []

    # ------------------------------------------------------------------ state

    def state(self, state: State) -> State:
        """The other state."""
        self.old = state
        self.parties = self._strangers()
        changes = {
            name: change(self, getattr(state, name))
            for name, change in STATE.items()
            if change is not SEEN
        }
        return replace(state, **changes)

    def _strangers(self) -> tuple[str, ...]:
        return tuple(self.others[:2])

    def hidden(self, id: str) -> bool:
        """Is this draft or agreement secret from the seat?"""
        return id in self.old.secrets and self.seat not in self.old.secrets[id]

    def terms(self) -> Terms:
        """A secret text of others."""
        words = f"~{self.dice.getrandbits(128):032x}"
        return Terms(words, self.parties, (Declare(words),), secret=True)

    def orders(self, orders: dict[str, tuple[Order, ...]]) -> dict[str, tuple[Order, ...]]:
        """Others order something else; what is before a forum stays."""
        changed = {seat: self.some_orders(seat) for seat in self.others}
        for seat in self.others:
            public = tuple(
                order
                for order in orders.get(seat, ())
                if any(
                    order == p.order and seat in p.proposers for p in self.old.proposals.values()
                )
            )
            changed[seat] = public + changed[seat]
        if self.seat in orders:
            changed[self.seat] = orders[self.seat]
        return changed

    def some_orders(self, seat: str) -> tuple[Order, ...]:
        acts = [form for form in compiled(self.it).acts[seat] if not form.forum]
        chosen: list[Order] = [
            form.order for form in self.dice.sample(acts, min(len(acts), self.dice.randrange(3)))
        ]
        return (*chosen, Denounce("nothing")) if self.dice.randrange(2) else tuple(chosen)

    def answers(self, answers: dict[str, str]) -> dict[str, str]:
        asked = self.it.events
        mine = {e: option for e, option in answers.items() if asked[e].asks == self.seat}
        for event in self.old.world.pending:
            if asked[event].asks != self.seat and self.dice.randrange(2):
                mine[event] = self.dice.choice(list(asked[event].choices))
        return mine

    def perceptions(self, given: dict[str, Any]) -> dict[str, Any]:
        mine = {self.seat: given[self.seat]} if self.seat in given else {}
        return mine | {p: ((self.seat or "x", self.dice.randrange(11)),) for p in self.others}

    def drafts(self, drafts: dict[str, DraftText]) -> dict[str, DraftText]:
        found = {id: draft for id, draft in drafts.items() if not self.hidden(id)}
        for id in self.secret_ids[:1]:
            draft = DraftText(id, self.parties[0], self.terms(), self.old.world.turn)
            found[id] = replace(draft, signatures=self.parties[: self.dice.randrange(3)])
        return found

    def messages(self, messages: tuple[Message, ...]) -> tuple[Message, ...]:
        found: list[Message] = []
        for message in messages:
            private = message.to and message.to != ("press",)
            if private and self.seat not in (*message.to, message.seat):
                continue
            if self.dice.randrange(2):
                found.append(self.message())
            found.append(message)
        return (*found, self.message())

    def message(self) -> Message:
        words = f"~{self.dice.getrandbits(128):032x}"
        return Message(
            self.old.world.turn, self.parties[0], words, self.parties[1:] or ("control",)
        )

    def hearings(self, hearings: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(
            replace(
                h,
                odds=(
                    *(pair for pair in h.odds if pair[0] == self.seat),
                    *((p, self.dice.choice([5, 95])) for p in self.others if p != h.seat),
                ),
            )
            for h in hearings
        )

    def secrets(self, secrets: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        kept = {id: parties for id, parties in secrets.items() if self.seat in parties}
        hidden = [id for id in secrets if id not in kept]
        # Ids of secret texts that are told of in the log stay known as secret.
        self.secret_ids = [f"secret_scrambled{self.dice.randrange(9)}"]
        return (
            kept | {id: secrets[id] for id in hidden} | dict.fromkeys(self.secret_ids, self.parties)
        )

    def named(self, named: dict[str, str]) -> dict[str, str]:
        kept = {id: name for id, name in named.items() if not self.hidden(id)}
        return kept | {id: f"~{self.dice.getrandbits(128):032x}" for id in self.secret_ids}

    def issued(self, issued: dict[str, int]) -> dict[str, int]:
        kept = {
            kind: n
            for kind, n in issued.items()
            if not kind.startswith("secret") or self.seat in kind.split("_")
        }
        return kept | {"_".join(("secret", *sorted(self.parties))): self.dice.randrange(1, 9)}

    def texts(self, texts: dict[str, str]) -> dict[str, str]:
        return texts | {f"~{self.dice.getrandbits(128):032x}": "nobody's business"}

    def injects(self, injects: tuple[str, ...]) -> tuple[str, ...]:
        events = sorted(self.it.events)
        return tuple(self.dice.sample(events, self.dice.randrange(len(events) + 1)))

    def powers(self, powers: tuple[Any, ...]) -> tuple[Any, ...]:
        return powers if self.old.phase == "over" else ()

    def log(self, log: tuple[ResolvedTurn, ...]) -> tuple[ResolvedTurn, ...]:
        return tuple(
            replace(
                turn,
                row=self.row(turn.row),
                facts=self.facts(turn.facts),
                perceptions=self.perceptions(turn.perceptions),
            )
            for turn in log
        )

    def past(self, past: tuple[TurnStart, ...]) -> tuple[TurnStart, ...]:
        return tuple(TurnStart(self.world(start.world), {}) for start in past)

    def start(self, start: TurnStart) -> TurnStart:
        return TurnStart(self.world(start.world), {})

    # ------------------------------------------------------------------ world

    def world(self, world: World) -> World:
        changes = {
            name: change(self, getattr(world, name))
            for name, change in WORLD.items()
            if change is not SEEN
        }
        return replace(world, **changes)

    def row(self, row: Any) -> Any:
        other = row[:]
        for cell in self.it.header.cells:
            if cell.index not in self.cells:
                other[cell.index] = self.dice.randint(cell.low, cell.high)
        return other

    def seed(self, seed: int) -> int:
        return seed + 1 + self.dice.randrange(1000)

    def last(self, last: int) -> int:
        return self.dice.randint(*self.it.turns)

    def agreements(self, agreements: tuple[Agreement, ...]) -> tuple[Agreement, ...]:
        kept = tuple(a for a in agreements if not a.terms.secret or self.seat in a.terms.parties)
        return (*kept, *(Agreement(id, self.terms(), 1) for id in self.secret_ids))

    def events(self, id: str) -> bool:
        to = self.it.events[id].to
        return not to or self.seat in to

    def unseen_events(self) -> list[str]:
        return [id for id in sorted(self.it.events) if not self.events(id) and self.coin()]

    def coin(self) -> bool:
        return bool(self.dice.randrange(2))

    def happened(self, happened: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
        kept = tuple(pair for pair in happened if self.events(pair[0]))
        return (*kept, *((id, 1) for id in self.unseen_events()))

    def pending(self, pending: tuple[str, ...]) -> tuple[str, ...]:
        kept = tuple(id for id in pending if self.events(id))
        asking = tuple(id for id in self.unseen_events() if self.it.events[id].asks)
        return (*kept, *asking)

    def done(self, done: frozenset[Any]) -> frozenset[Any]:
        veiled = self.veiled()
        return frozenset(deed for deed in done if deed not in veiled) | {
            deed for deed in veiled if self.coin()
        }

    def veiled(self) -> set[Any]:
        found: set[Any] = set()
        seen: set[Any] = set()
        for form in compiled(self.it).act_of.values():
            known = self.sees_act(form.seat, form.order.instrument, form.order.target)
            (seen if known else found).update(form.deeds)
        return found - seen

    def sees_act(self, seat: str, instrument: str, target: str) -> bool:
        by = self.it.instruments[instrument].seen_by
        return by == "everyone" or seat == self.seat or (by == "parties" and target == self.seat)

    def draws(self, draws: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(
            draw if seat == self.seat else self.dice.randint(-1, 1)
            for seat, draw in zip(self.it.players, draws, strict=True)
        )

    def accrued(self, accrued: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple(
            pair if seat == self.seat else (self.dice.randrange(9), self.dice.randrange(9))
            for seat, pair in zip(self.it.players, accrued, strict=True)
        )

    def asked(self, asked: tuple[Any, ...]) -> tuple[Any, ...]:
        kept = tuple(pair for pair in asked if not self.hidden(pair[0]))
        return (*kept, *((id, self.parties) for id in self.secret_ids))

    def queue(self, queue: tuple[str, ...]) -> tuple[str, ...]:
        return self.injects(())

    # ------------------------------------------------------------------ facts

    def facts(self, facts: tuple[w.Fact, ...]) -> tuple[w.Fact, ...]:
        """The same turn for these eyes: hidden facts go, others come in their place."""
        found: list[w.Fact] = []
        for fact in facts:
            change = FACTS[type(fact)]
            new = fact if change is SEEN else change(self, fact)
            if new is not None:
                found.append(new)
        for fact in self.more_facts():
            found.insert(self.dice.randrange(len(found) + 1), fact)
        return tuple(found)

    def more_facts(self) -> list[w.Fact]:
        more: list[w.Fact] = [w.Injected("anything"), w.Accrued(self.others[0], 3, -3)]
        for id in self.secret_ids:
            more += [
                w.Concluded(id, self.terms()),
                w.Breached(id, self.parties[0], 0),
                w.Ended(id, "broken", self.parties[:1]),
                w.Ratified(id, "x", self.parties[0], True, (), secret=True),
            ]
        for form in compiled(self.it).act_of.values():
            order = form.order
            if not form.forum and not self.sees_act(form.seat, order.instrument, order.target):
                more.append(w.Acted(form.seat, order.instrument, order.target))
                break
        more += [w.Happened(id) for id in self.unseen_events()]
        hidden = [c for c in self.it.header.cells if c.index not in self.cells]
        if hidden:
            cell = self.dice.choice(hidden)
            more.append(w.Changed(cell.name, cell.low, cell.high, "act", (("income", 1),)))
        return more

    def changed(self, fact: w.Changed) -> w.Changed | None:
        if self.it.header.index[fact.cell] in self.cells:
            return fact
        return replace(fact, old=fact.new, why=()) if self.coin() else None

    def acted(self, fact: w.Acted) -> w.Acted | None:
        return fact if self.sees_act(fact.seat, fact.instrument, fact.target) else None

    def of_agreement(self, fact: Any) -> Any:
        id = fact.draft if isinstance(fact, w.Ratified) else fact.agreement
        return None if self.hidden(id) else fact

    def consented(self, fact: w.Consented) -> w.Consented:
        if fact.treaty and self.hidden(fact.treaty):
            return replace(fact, treaty=self.dice.choice(["", *self.secret_ids]))
        return fact

    def of_event(self, fact: Any) -> Any:
        return fact if self.events(fact.event) else None

    def unseen(self, fact: w.Fact) -> None:
        return None

    def mandated(self, fact: w.Mandated) -> w.Mandated:
        return fact if fact.actor == self.seat else replace(fact, draw=self.dice.randint(-1, 2))

    def news(self, fact: w.News) -> w.News | None:
        return fact if not fact.to or self.seat in fact.to else None

    def accrual(self, fact: w.Accrued) -> w.Accrued | None:
        return fact if fact.seat == self.seat else None


S = Scrambler
# `secrets` comes first: the ids that it invents are used by the others.
STATE: dict[str, Callable[[Any, Any], Any]] = {
    "secrets": S.secrets, "world": S.world, "phase": SEEN, "setup": SEEN, "chairs": SEEN,
    "start": S.start, "orders": S.orders, "answers": S.answers, "perceptions": S.perceptions,
    "drafts": S.drafts, "messages": S.messages, "proposals": SEEN, "hearings": S.hearings,
    "packages": SEEN, "injects": S.injects, "log": S.log, "powers": S.powers, "issued": S.issued,
    "named": S.named, "paused": SEEN, "extra": SEEN, "past": S.past, "texts": S.texts,
    "stopped": S.unseen,
}  # fmt: skip
WORLD: dict[str, Callable[[Any, Any], Any]] = {
    "seed": S.seed, "turn": SEEN, "last": S.last, "row": S.row, "agreements": S.agreements,
    "happened": S.happened, "pending": S.pending, "queue": S.queue, "done": S.done,
    "mandates": SEEN, "draws": S.draws, "accrued": S.accrued, "asked": S.asked, "end": SEEN,
}  # fmt: skip
FACTS: dict[type, Callable[[Any, Any], Any]] = {
    w.Changed: S.changed, w.Acted: S.acted, w.Argued: SEEN, w.Ratified: S.of_agreement,
    w.Concluded: S.of_agreement, w.Voted: SEEN, w.Decided: SEEN, w.Consented: S.consented,
    w.Moved: SEEN, w.Fulfilled: S.of_agreement, w.Breached: S.of_agreement,
    w.Ended: S.of_agreement, w.Leaked: SEEN, w.Answered: S.of_event, w.Happened: S.of_event,
    w.Injected: S.unseen,
    w.Mandated: S.mandated, w.News: S.news, w.Accrued: S.accrual, w.TurnEnded: SEEN,
}  # fmt: skip
