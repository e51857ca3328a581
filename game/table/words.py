"""Sentences about the game: orders, clauses, causes, facts (in the language that is in use)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.i18n import _
from game.scenario.model import Consent, Scenario, Wants
from game.scenario.orders import Act, Argue, Denounce, Order, Step, Vote
from game.scenario.terms import Clause, Declare, Hold, Move, Perform, Refrain, Terms, Transfer
from game.table.naming import Names, listed
from game.table.sealing import unsealed

NO_TEXTS: Mapping[str, str] = {}


class Words(Names):
    """Names and sentences of one scenario in one skin and language.

    `texts` are the free texts by key, where something that people wrote is quoted. What is said is
    kept: a `Words` is made for one language of the interface (`words_of`).
    """

    def __init__(self, scenario: Scenario, skin: str = "", language: str = "en") -> None:
        super().__init__(scenario, skin, language)
        self.kept: dict[object, object] = {}
        self.chorus_cells = {
            cell.name: (cell.track, next(o for o in cell.name.split(".")[1:] if o in players))
            for players in (frozenset(scenario.players),)
            for cell in scenario.header.cells
            if cell.track in scenario.tracks
            and scenario.tracks[cell.track].scope == "pair"
            and not players.issuperset(cell.name.split(".")[1:])
        }

    # ------------------------------------------------------------------ orders

    def target(self, seat: str, instrument: str, target: str) -> str:
        """What an instrument is aimed at."""
        kind = self.scenario.instruments[instrument].target
        if kind == "issue":
            return self.issue(target)
        if kind == "constituency":
            return self.constituency(f"{seat}.{target}")
        return self.actor(target)

    def order(self, seat: str, order: Order, texts: Mapping[str, str] = NO_TEXTS) -> str:
        """What a seat does by an order, as a sentence."""
        actor = self.actor(seat)
        if isinstance(order, Act):
            if self.scenario.instruments[order.instrument].forum:
                return self.proposal(seat, order)
            return self.act(seat, order.instrument, order.target)
        if isinstance(order, Step):
            says = _("{actor} consents: {issue} to “{option}”.")
            return says.format(
                actor=actor,
                issue=self.issue(order.issue),
                option=self.option(order.issue, order.option),
            )
        if isinstance(order, Vote):
            says = {
                "yes": _("{actor} votes yes: {text}."),
                "no": _("{actor} votes no: {text}."),
                "abstain": _("{actor} abstains: {text}."),
            }[order.ballot]
            return says.format(actor=actor, text=self.text(order.text))
        if isinstance(order, Denounce):
            says = _("{actor} leaves the agreement “{name}”.")
            return says.format(actor=actor, name=self.agreement_name(order.agreement))
        return _("{actor} argues: {says}").format(actor=actor, says=unsealed(order.says, texts))

    def act(self, seat: str, instrument: str, target: str) -> str:
        """An instrument's sentence, filled in."""
        says = self.instrument_says(instrument) or _("{actor}: {instrument} ({target}).")
        at = self.target(seat, instrument, target) if target else ""
        # Filled in by hand: an author's sentence is no format string.
        return (
            says.replace("{actor}", self.actor(seat))
            .replace("{target}", at)
            .replace("{instrument}", self.instrument(instrument))
            .replace(" ()", "")
        )

    def proposal(self, seat: str, order: Act | Step) -> str:
        """What a seat proposes in a forum."""
        if isinstance(order, Act):
            text, forum = self.label(seat, order), self.scenario.instruments[order.instrument].forum
        else:
            issue = self.scenario.issues[order.issue]
            text, forum = self.label(seat, order), issue.up.forum or issue.down.forum
        says = _("{actor} proposes in {forum}: {text}.")
        return says.format(actor=self.actor(seat), forum=self.forum(forum), text=text)

    def label(self, seat: str, order: Order, texts: Mapping[str, str] = NO_TEXTS) -> str:
        """An order in a few words, for a menu."""
        if isinstance(order, Act):
            name = self.instrument(order.instrument)
            if not order.target:
                return name
            at = self.target(seat, order.instrument, order.target)
            return _("{instrument}: {target}").format(instrument=name, target=at)
        if isinstance(order, Step):
            says = _("{issue}: to “{option}”")
            return says.format(
                issue=self.issue(order.issue), option=self.option(order.issue, order.option)
            )
        if isinstance(order, Vote):
            says = {
                "yes": _("Vote yes: {text}"),
                "no": _("Vote no: {text}"),
                "abstain": _("Abstain: {text}"),
            }[order.ballot]
            return says.format(text=self.text(order.text))
        if isinstance(order, Denounce):
            return _("Leave “{name}”").format(name=self.agreement_name(order.agreement))
        return _("Argue: {says}").format(says=unsealed(order.says, texts))

    def text(self, id: str) -> str:
        """What a forum decides, by an instrument's or an issue's id."""
        return self.instrument(id) if id in self.scenario.instruments else self.issue(id)

    def agreement_name(
        self, id: str, terms: Terms | None = None, texts: Mapping[str, str] = NO_TEXTS
    ) -> str:
        """What an agreement or draft is called: its own name, a ready one's, or its id."""
        if terms is not None and terms.name:
            return self.own(unsealed(terms.name, texts))
        if id in self.scenario.agreements:
            return self.agreement(id)
        number = id.removeprefix("draft")
        # Nobody has named it; its number tells it from others.
        return _("text no. {n}").format(n=number) if number.isdecimal() else id.replace("_", " ")

    def asking(self, order: Argue) -> tuple[str, ...]:
        """What an argument asks for, change by change."""
        return tuple(f"{self.cell(cell)} {amount:+d}" for cell, amount in order.asking)

    def consent(self, consent: Consent) -> str:
        """Who must consent to a step, and what each pays."""
        if consent.forum:
            says = _("{forum} must adopt it").format(forum=self.forum(consent.forum))
        elif not consent.of:
            return ""
        elif consent.need == len(consent.of):
            says = _("needs {actors}").format(actors=self.actors(consent.of))
        elif consent.need == 1:
            names = ", ".join(self.actor(id) for id in consent.of)
            says = _("any one of {actors}").format(actors=names)
        else:
            names = ", ".join(self.actor(id) for id in consent.of)
            says = _("{n} of {actors}").format(n=consent.need, actors=names)
        if not consent.cost:
            return says
        if isinstance(consent.cost, int):
            return _("{who}; costs {cost}").format(who=says, cost=consent.cost)
        cost = self.condition(consent.cost.text)
        return _("{who}; what it costs depends on: {cost}").format(who=says, cost=cost)

    # ------------------------------------------------------------------ agreements

    def clause(self, clause: Clause, texts: Mapping[str, str] = NO_TEXTS) -> str:
        """What a clause owes, as a sentence."""
        if isinstance(clause, Declare):
            return self._clause(clause, texts)
        found = self.kept.get(clause)
        if found is None:
            found = self.kept[clause] = self._clause(clause, texts)
        assert isinstance(found, str)
        return found

    def _clause(self, clause: Clause, texts: Mapping[str, str]) -> str:
        says = self._owed(clause, texts)
        if clause.if_:
            says = _("{owed} (in turns that begin with: {condition})").format(
                owed=says, condition=self.condition(clause.if_)
            )
        if clause.until:
            says = _("{owed}, until turn {turn}").format(owed=says, turn=clause.until)
        return says

    def _owed(self, clause: Clause, texts: Mapping[str, str]) -> str:
        if isinstance(clause, Move):
            return _("{issue} moves to “{option}” by turn {turn}").format(
                issue=self.issue(clause.issue),
                option=self.option(clause.issue, clause.to),
                turn=clause.by,
            )
        if isinstance(clause, Hold):
            says = {
                "at": _("{issue} stays at “{option}”"),
                "at_least": _("{issue} stays at “{option}” or beyond"),
                "at_most": _("{issue} goes no further than “{option}”"),
            }[clause.bound]
            option = self.option(clause.issue, clause.option)
            return says.format(issue=self.issue(clause.issue), option=option)
        if isinstance(clause, Refrain):
            what = listed([self.instrument(id) for id in clause.instruments])
            if not clause.target:
                says = _("{actor} refrains from: {what}")
                return says.format(actor=self.actor(clause.actor), what=what)
            says = _("{actor} refrains, toward {target}, from: {what}")
            at = self.target(clause.actor, clause.instruments[0], clause.target)
            return says.format(actor=self.actor(clause.actor), what=what, target=at)
        if isinstance(clause, Perform):
            order = Act(clause.do, clause.target)
            says = _("{actor} does this by turn {turn}: {what}")
            what = self.label(clause.actor, order)
            return says.format(actor=self.actor(clause.actor), what=what, turn=clause.by)
        if isinstance(clause, Transfer):
            says = {
                "once": _("{giver} gives {receiver} {amount} of {track}, once"),
                "turn": _("{giver} gives {receiver} {amount} of {track}, every turn"),
            }[clause.every]
            return says.format(
                giver=self.actor(clause.giver),
                receiver=self.actor(clause.receiver),
                amount=clause.amount,
                track=self.track(clause.track),
            )
        assert isinstance(clause, Declare)
        return _("They declare: {text}").format(text=self.own(unsealed(clause.text, texts)))

    def terms(self, terms: Terms, texts: Mapping[str, str] = NO_TEXTS) -> tuple[str, ...]:
        """All clauses of a text, as sentences."""
        return tuple(self.clause(clause, texts) for clause in terms.clauses)

    def kind(self, terms: Terms) -> str:
        """What sort of text it is: pledge, treaty or promise."""
        if len(terms.parties) == 1:
            return _("pledge")
        return _("treaty") if terms.treaty else _("promise")

    # ------------------------------------------------------------------ causes

    def cause(self, cause: str) -> str:
        """What moved a number."""
        kind, _colon, rest = cause.partition(":")
        about, _bar, who = rest.partition("|")
        seat, _gt, other = who.partition(">")
        if kind in ("act", "text") and about in self.scenario.instruments:
            what = self.instrument(about)
            if other:
                at = self.target(seat, about, other)
                what = _("{instrument} ({target})").format(instrument=what, target=at)
            if not seat:
                return what
            return _("{actor}: {what}").format(what=what, actor=self.actor(seat))
        if kind == "pay":
            return _("the price of “{what}”").format(what=self.text(about))
        if kind == "step":
            return _("the price of a step: {issue}").format(issue=self.issue(about))
        if kind == "rule":
            return self.rule_in_short(about)
        if kind == "event":
            return self.event(about)
        if kind == "answer":
            event, _dot, option = about.partition(".")
            says = _("{event}: {answer}")
            return says.format(event=self.event(event), answer=self.answer(event, option))
        if kind in ("transfer", "treaty"):
            says = _("a payment under “{name}”") if kind == "transfer" else _("the treaty “{name}”")
            return says.format(name=self.agreement_name(about))
        plain = {
            "income": _("income"),
            "debt": _("what was owed"),
            "control": _("the facilitator's correction"),
            "hidden": _("something not publicly known"),
            "settled": _("the settlement"),
        }
        if kind.startswith("argument"):
            who = kind.partition("|")[2] or who or about
            return _("an argument of {actor}").format(actor=self.actor(who))
        return plain.get(kind, cause)

    def why(self, pairs: Iterable[tuple[str, int]]) -> tuple[str, ...]:
        """Causes and the amounts they asked for; what is called alike is told as one."""
        asked: dict[str, int] = {}
        for cause, amount in pairs:
            called = self.cause(cause)
            asked[called] = asked.get(called, 0) + amount
        return tuple(f"{called} {amount:+d}" for called, amount in asked.items() if amount)

    def cut(self, cell: str, old: int, new: int, asked: int) -> str:
        """Why a cell changed by something else than was asked for; "" where it did not."""
        missing = asked - (new - old)
        if not missing:
            return ""
        it = self.scenario.header.cells[self.scenario.header.index[cell]]
        if it.track == "capital" and missing < 0:
            return _("(the rest is owed from the next income)")
        if missing > 0 and new == it.high:
            return _("(cut: cannot rise above {n})").format(n=new)
        if missing < 0 and new == it.low:
            return _("(cut: cannot fall below {n})").format(n=new)
        if it.pace:
            return self.pace(it.track)
        return _("(cut on the way: it stays from {low} to {high})").format(low=it.low, high=it.high)

    def pace(self, track: str) -> str:
        """How far a quantity may move in a turn, in brackets; "" where that is open."""
        pace = self.scenario.tracks[track].pace
        return _("(moves at most {n} a turn)").format(n=pace) if pace else ""

    # ------------------------------------------------------------------ what actors want

    def wants(self, wants: Wants) -> tuple[tuple[str, int], ...]:
        """What is wanted: (words, points); an issue's words list the points by option."""
        header = self.scenario.header
        found: list[tuple[str, int]] = []
        for index, table in wants.tables.items():
            issue = header.cells[index].issue
            points = ", ".join(
                f"{option} {worth:+d}"
                for option, worth in zip(self.options(issue), table, strict=True)
                if worth
            )
            if points:
                found.append((f"{self.issue(issue)}: {points}", 0))
        for index, unit in wants.units.items():
            says = _("each point of {cell}").format(cell=self.cell(header.names[index]))
            found.append((says, unit))
        return tuple(found)

    def odds(self, percent: int) -> str:
        """A word of estimative probability."""
        return {
            5: _("remote"),
            25: _("unlikely"),
            50: _("even"),
            75: _("likely"),
            95: _("near certain"),
        }.get(percent, f"{percent} %")


def words_of(scenario: Scenario, skin: str = "", language: str = "en") -> Words:
    """The words of a scenario, made once for each skin and language of the interface."""
    cache: dict[tuple[str, str], Words] = scenario.cache.setdefault("words", {})
    found = cache.get((skin, language))
    if found is None:
        found = cache[skin, language] = Words(scenario, skin, language)
    return found
