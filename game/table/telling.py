"""A turn that is over, told in sentences, chapter by chapter (rules.md, Reveal)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from game.i18n import _
from game.rules.settling import settled
from game.scenario.model import Scenario
from game.scenario.orders import Act, Step
from game.scenario.terms import Clause, Perform, Refrain, Transfer
from game.table.naming import listed
from game.table.sealing import unsealed
from game.table.state import Package
from game.table.tale import CHAPTERS as CHAPTERS
from game.table.tale import Chapter as Chapter
from game.table.tale import Paper, Stands
from game.table.tale import Told as Told
from game.table.words import NO_TEXTS, Words
from game.world import facts as w
from game.world.world import Row

MANY = 3
"""So many chorus actors that are moved alike are told as one."""


def tell(
    scenario: Scenario,
    facts: Iterable[w.Fact],
    words: Words,
    named: Mapping[str, str] = NO_TEXTS,
    texts: Mapping[str, str] = NO_TEXTS,
    before: Row[int] | None = None,
    packages: Iterable[Package] = (),
) -> tuple[Told, ...]:
    """A turn's facts in the order of telling; all changes of one cell are told as one.

    `facts` are those that somebody may know (`told`); `named` the names of drafts by id; `before`
    the row that the turn began with, by which those who did not consent to a step are named;
    `packages` what was tabled, and who accepted and refused it: all of that is open.
    """
    teller = _Teller(scenario, words, named, texts, before)
    chapters: dict[str, list[Told]] = {chapter: [] for chapter in CHAPTERS}
    changed: dict[str, list[w.Changed]] = {}
    steps: dict[tuple[str, str], list[str]] = {}
    for fact in facts:
        if isinstance(fact, w.Changed):
            changed.setdefault(fact.cell, []).append(fact)
            continue
        if isinstance(fact, w.Consented):
            steps.setdefault((fact.issue, fact.option), []).append(fact.seat)
        said = teller.said(fact)
        if said is not None:
            chapters[said.chapter].append(said)
    for (issue, option), seats in steps.items():
        missing = teller.missing(issue, option, seats)
        if missing is not None:
            chapters["steps"].append(missing)
    chapters["followed"][:0] = teller.all_changes(changed)
    chapters["packages"] = teller.packages(packages)
    return tuple([said for chapter in CHAPTERS for said in chapters[chapter]])


class _Teller:
    def __init__(
        self,
        scenario: Scenario,
        words: Words,
        named: Mapping[str, str],
        texts: Mapping[str, str],
        before: Row[int] | None,
    ) -> None:
        self.scenario = scenario
        self.before = before
        self.words = words
        self.named = named
        self.texts = texts

    def agreement(self, id: str) -> str:
        name = self.named.get(id)
        return self.words.own(unsealed(name, self.texts)) if name else self.words.agreement_name(id)

    def said(self, fact: w.Fact) -> Told | None:
        """A fact as a sentence; what people wrote nothing of is said once and kept."""
        kind = type(fact)
        say = _SAYINGS.get(kind)
        if say is None:
            return None
        if kind in _NAMING and not (kind is w.Consented and not fact.treaty):  # type: ignore[union-attr]
            return say(self, fact)
        kept = self.words.kept
        found = kept.get(fact, kept)
        if found is kept:
            found = kept[fact] = say(self, fact)
        return found  # type: ignore[return-value]

    def all_changes(self, changed: Mapping[str, list[w.Changed]]) -> list[Told]:
        """The changes of all cells; what moved many chorus actors alike is told as one."""
        chorus, found = self.words.chorus_cells, list[Told]()
        alike: dict[tuple[object, ...], list[str]] = {}
        for cell, parts in changed.items():
            toward = chorus.get(cell)
            if toward is None or len(parts) > 1:
                found.append(self.changes(cell, parts))
            else:
                only = parts[0]
                key = (*toward, only.new - only.old, only.why, only.stage)
                alike.setdefault(key, []).append(cell)
        for group, cells in alike.items():
            if len(cells) < MANY:
                found.extend(self.changes(cell, changed[cell]) for cell in cells)
            else:
                found.append(self._alike(group, cells, changed[cells[0]]))
        return found

    def _alike(self, key: tuple[object, ...], cells: list[str], parts: list[w.Changed]) -> Told:
        found = self.words.kept.get(names := tuple(cells) + key)
        if found is None:
            one = self.changes(cells[0], parts)
            words, header = self.words, self.scenario.header
            owners = [header.cells[header.index[cell]].name.split(".")[1:] for cell in cells]
            others = [next(o for o in pair if o != key[1]) for pair in owners]
            says = _("{track} of {others} toward {actor}: {change} each").format(
                track=words.track(str(key[0])),
                others=words.actors(others),
                actor=words.actor(str(key[1])),
                change=f"{key[2]:+d}",
            )
            found = self.words.kept[names] = replace(one, says=says, cells=tuple(cells))
        assert isinstance(found, Told)
        return found

    def changes(self, cell: str, parts: list[w.Changed]) -> Told:
        """All changes of one cell over the turn, as one."""
        key = tuple(parts)
        found = self.words.kept.get(key)
        if found is None:
            found = self.words.kept[key] = self._changes(cell, parts)
        assert isinstance(found, Told)
        return found

    def _changes(self, cell: str, parts: list[w.Changed]) -> Told:
        words, why = self.words, [pair for part in parts for pair in part.why]
        old, new = parts[0].old, parts[-1].new
        pattern = _("{cell}: {old} → {new}") if old != new else _("{cell}: {new}, as before")
        name, was, now = words.cell(cell), words.value(cell, old), words.value(cell, new)
        says = pattern.format(cell=name, old=was, new=now)
        rules = {cause.partition(":")[2].partition("|")[0]: 0 for cause, _n in why
                 if cause.startswith("rule:")}  # fmt: skip
        teaches = tuple(lesson for rule in rules if (lesson := words.teaches(rule)))
        because = words.why(why)
        cut = words.cut(cell, old, new, sum(amount for _cause, amount in why))
        if cut:
            because = (*because[:-1], f"{because[-1]} {cut}") if because else (cut,)
        return Told(
            "followed", says, because, teaches, cell, steady=old == new,
            name=name, was=was, now=now, rose=new - old,
        )  # fmt: skip

    def missing(self, issue: str, option: str, seats: list[str]) -> Told | None:
        """Who was asked to consent to a step that others ordered, and did not."""
        if self.before is None:
            return None
        at = self.before[self.scenario.issues[issue].cell]
        kept, key = self.words.kept, ("missing", issue, option, at, tuple(seats))
        if key not in kept:
            kept[key] = self._missing(issue, option, at, seats)
        return kept[key]  # type: ignore[return-value]

    def _missing(self, issue: str, option: str, at: int, seats: list[str]) -> Told | None:
        it = self.scenario.issues[issue]
        consent = it.consent(at, it.options.index(option))
        absent = [seat for seat in consent.of if seat not in seats]
        if not absent or len(seats) >= consent.need:
            return None
        says = _("{actors} did not: {issue} to “{option}”.").format(
            actors=self.words.actors(absent),
            issue=self.words.issue(issue),
            option=self.words.option(issue, option),
        )
        return Told("steps", says, of=f"{issue}:{option}", seats=tuple(absent))

    def packages(self, packages: Iterable[Package]) -> list[Told]:
        """What was tabled, who accepted and refused it, and which package is the settlement."""
        words, found = self.words, list[Told]()
        deal = False
        for package in packages:
            chosen = [
                _("{issue}: {option}").format(
                    issue=words.issue(issue), option=words.option(issue, option)
                )
                for issue, option in package.options
            ]
            options = "; ".join(chosen)
            says = _("{actor} tables a package ({options}).")
            settles = not deal and settled(self.scenario, package.accepts)
            why = [_("accepted by {actors}").format(actors=words.actors(package.accepts))]
            if package.refuses:
                why.append(_("refused by {actors}").format(actors=words.actors(package.refuses)))
            if settles:
                deal = True
                why.append(_("this is the settlement"))
            told = says.format(actor=words.actor(package.by), options=options)
            name = _("The package of {actor}").format(actor=words.actor(package.by))
            stands: dict[str, Stands] = dict.fromkeys(self.scenario.players, "thinking")
            stands |= dict.fromkeys(package.refuses, "refused")
            stands |= dict.fromkeys(package.accepts, "signed")
            paper = Paper(
                name, _("package"), tuple(stands.items()), tuple(("", one) for one in chosen),
                settles=settles,
            )  # fmt: skip
            found.append(
                Told("packages", told, tuple(why), seat=package.by, of=package.id, paper=paper)
            )
        return found

    # ------------------------------------------------------------------ sayings

    def acted(self, fact: w.Acted) -> Told:
        return Told("done", self.words.act(fact.seat, fact.instrument, fact.target), seat=fact.seat)

    def argued(self, fact: w.Argued) -> Told:
        says = (
            _("{actor}'s argument ({odds}) succeeds.")
            if fact.succeeded
            else _("{actor}'s argument ({odds}) fails.")
        )
        actor, odds = self.words.actor(fact.seat), self.words.odds(fact.odds)
        return Told("done", says.format(actor=actor, odds=odds), seat=fact.seat)

    def ratified(self, fact: w.Ratified) -> Told:
        says = (
            _("{actor} ratifies “{name}”.")
            if fact.carried
            else _("{actor}'s constituencies refuse “{name}”.")
        )
        name = self.agreement(fact.draft)
        says = says.format(actor=self.words.actor(fact.seat), name=name)
        home = [self.words.constituency(f"{fact.seat}.{id}") for id in fact.accepting]
        why = (_("accepted by {actors}").format(actors=listed(home)),) if home else ()
        rose = 1 if fact.carried else -1
        return Told("signed", says, why, seat=fact.seat, of=fact.draft, name=name, rose=rose)

    def concluded(self, fact: w.Concluded) -> Told:
        words, terms = self.words, fact.terms
        names = words.actors(terms.parties)
        says = (
            _("{actors} pledges: “{name}”.")
            if len(terms.parties) == 1
            else _("{actors} conclude a {kind}: “{name}”.")
        )
        name = words.agreement_name(fact.agreement, terms, self.texts)
        clauses = tuple((promises(c), words.clause(c, self.texts)) for c in terms.clauses)
        stands: tuple[tuple[str, Stands], ...] = tuple((p, "signed") for p in terms.parties)
        paper = Paper(name, words.kind(terms), stands, clauses, terms.secret)
        says = says.format(actors=names, kind=words.kind(terms), name=name)
        return Told("signed", says, of=fact.agreement, paper=paper)

    def voted(self, fact: w.Voted) -> Told:
        says = {
            "yes": _("{actor} votes yes: {text}."),
            "no": _("{actor} votes no: {text}."),
            "abstain": _("{actor} abstains: {text}."),
        }[fact.ballot]
        actor, text = self.words.actor(fact.seat), self.words.text(fact.text)
        says = says.format(actor=actor, text=text)
        return Told("votes", says, seat=fact.seat, of=fact.text, now=fact.ballot)

    def decided(self, fact: w.Decided) -> Told:
        says = _("{forum} adopts: {text}.") if fact.adopted else _("{forum} rejects: {text}.")
        if fact.text in self.scenario.issues:
            text = self.words.label(fact.proposer, Step(fact.text, fact.target))
        else:
            text = self.words.label(fact.proposer, Act(fact.text, fact.target))
        forum, rose = self.words.forum(fact.forum), 1 if fact.adopted else -1
        says = says.format(forum=forum, text=text)
        return Told(
            "votes", says, seat=fact.proposer, of=fact.text, name=text, now=forum, rose=rose
        )

    def consented(self, fact: w.Consented) -> Told:
        says = (
            _("{actor} consents under the treaty “{name}”: {issue} to “{option}”.")
            if fact.treaty
            else _("{actor} consents: {issue} to “{option}”.")
        )
        return Told(
            "steps",
            says.format(
                actor=self.words.actor(fact.seat),
                issue=self.words.issue(fact.issue),
                option=self.words.option(fact.issue, fact.option),
                name=self.agreement(fact.treaty) if fact.treaty else "",
            ),
            seat=fact.seat,
            of=f"{fact.issue}:{fact.option}",
        )

    def moved(self, fact: w.Moved) -> Told:
        name, was = self.words.issue(fact.issue), self.words.option(fact.issue, fact.old)
        now = self.words.option(fact.issue, fact.new)
        says = _("{issue}: “{old}” → “{new}”").format(issue=name, old=was, new=now)
        why = tuple(self.words.cause(cause) for cause in fact.causes)
        if fact.movers:
            why = (_("moved by {actors}").format(actors=self.words.actors(fact.movers)), *why)
        return Told(
            "moved", says, why, cell=fact.issue, name=name, was=was, now=now,
            rose=fact.new - fact.old, seats=fact.movers,
        )  # fmt: skip

    def fulfilled(self, fact: w.Fulfilled) -> Told:
        says = _("Clause {n} of “{name}” is fulfilled.")
        name = self.agreement(fact.agreement)
        says = says.format(n=fact.clause + 1, name=name)
        return Told("breaches", says, of=fact.agreement, rose=1)

    def breached(self, fact: w.Breached) -> Told:
        says = _("{actor} breaks clause {n} of “{name}”.").format(
            actor=self.words.actor(fact.seat),
            n=fact.clause + 1,
            name=self.agreement(fact.agreement),
        )
        return Told("breaches", says, seat=fact.seat, of=fact.agreement, rose=-1)

    def ended(self, fact: w.Ended) -> Told:
        says = {
            "broken": _("“{name}” is over: broken by {actors}."),
            "denounced": _("“{name}” is over: {actors} left it."),
            "expired": _("“{name}” has run out."),
        }[fact.how]
        name = self.agreement(fact.agreement)
        says = says.format(name=name, actors=self.words.actors(fact.by))
        rose = -1 if fact.how == "broken" else 0
        return Told("breaches", says, of=fact.agreement, rose=rose, seats=fact.by)

    def leaked(self, fact: w.Leaked) -> Told:
        words, terms = self.words, fact.terms
        name = words.agreement_name(fact.agreement, terms, self.texts)
        says = _("What {actors} agreed in secret comes out: “{name}”.")
        says = says.format(actors=words.actors(terms.parties), name=name)
        clauses = tuple(words.clause(clause, self.texts) for clause in terms.clauses)
        return Told("followed", says, clauses, of=fact.agreement)

    def answered(self, fact: w.Answered) -> Told:
        asks = self.scenario.events[fact.event].asks
        says = _("{actor} ({event}): {answer}.").format(
            actor=self.words.actor(asks),
            event=self.words.event(fact.event),
            answer=self.words.answer(fact.event, fact.option).rstrip("."),
        )
        return Told("done", says, seat=asks)

    def happened(self, fact: w.Happened) -> Told:
        said = self.words.event_says(fact.event)
        says = f"{self.words.event(fact.event)}. {said}".strip()
        return Told("followed", says, of=f"event:{fact.event}")

    def mandated(self, fact: w.Mandated) -> Told:
        says = self.words.government(fact.actor, (fact.mandate,))
        actor = self.words.actor(fact.actor)
        told = f"{actor}: {says or _('a new government')}"
        return Told("followed", told, seat=fact.actor)

    def news(self, fact: w.News) -> Told:
        # A headline names actors by {braces}: put into words as a skin or language has them.
        return Told("followed", _BRACES.sub(self._named_in_braces, fact.text))

    def _named_in_braces(self, found: re.Match[str]) -> str:
        known = found[1] in self.scenario.actors
        return self.words.actor(found[1]) if known else found[0]

    def turn_ended(self, fact: w.TurnEnded) -> Told | None:
        return Told("end", self.words.end(fact.end)) if fact.end else None


def promises(clause: Clause) -> str:
    """Who alone promises a clause; "" where it binds every party."""
    if isinstance(clause, Transfer):
        return clause.giver
    return clause.actor if isinstance(clause, Refrain | Perform) else ""


_BRACES = re.compile(r"\{([a-z0-9_]+)\}")
_NAMING = frozenset(
    {w.Ratified, w.Concluded, w.Consented, w.Fulfilled, w.Breached, w.Ended, w.Leaked, w.News}
)
"""Facts whose sentence may hold a text that people wrote."""

_SAYINGS: dict[type, Callable[[_Teller, Any], Told | None]] = {
    w.Acted: _Teller.acted, w.Argued: _Teller.argued, w.Ratified: _Teller.ratified,
    w.Concluded: _Teller.concluded, w.Voted: _Teller.voted, w.Decided: _Teller.decided,
    w.Consented: _Teller.consented, w.Moved: _Teller.moved, w.Fulfilled: _Teller.fulfilled,
    w.Breached: _Teller.breached, w.Ended: _Teller.ended, w.Leaked: _Teller.leaked,
    w.Answered: _Teller.answered, w.Happened: _Teller.happened, w.Mandated: _Teller.mandated,
    w.News: _Teller.news, w.TurnEnded: _Teller.turn_ended,
}  # fmt: skip
