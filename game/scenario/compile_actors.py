"""From the document to the model: tracks, actors, issues and forums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.i18n import _
from game.scenario import document as doc
from game.scenario.desk import Desk, Path
from game.scenario.document_agreements import Clause as DocClause
from game.scenario.model import (
    Actor,
    Consent,
    Constituency,
    Forum,
    Header,
    Issue,
    Mandate,
    Objective,
    Sheet,
    Track,
    Wants,
)
from game.scenario.terms import Clause, Declare, Hold, Move, Perform, Refrain, Terms, Transfer

Points = Mapping[str, int | Mapping[str, int]]


def make_tracks(desk: Desk, document: doc.Document) -> dict[str, Track]:
    """The families of cells."""
    tracks = {}
    for name, said in document.tracks.items():
        low, high = said.range
        tracks[name] = Track(
            name, said.name or name, said.scope, said.symmetric, said.start, low, high, said.pace,
            said.income, said.seen_by, dict(said.bands),
        )  # fmt: skip
        if name == "debt":
            desk.problem(
                "track/reserved", _("'debt' is kept by the engine: choose another id."),
                ("tracks", name), key=True,
            )  # fmt: skip
        for band, at in said.bands.items():
            if not low <= at <= high:
                says = _("Band '{band}' begins at {at}, outside the range {low} to {high}.")
                desk.problem(
                    "track/band", says.format(band=band, at=at, low=low, high=high),
                    ("tracks", name, "bands", band),
                )  # fmt: skip
    capital = tracks.get("capital")
    if capital is not None and capital.scope != "actor":
        desk.problem(
            "track/capital", _("'capital' is the purse: its scope is actor."), ("tracks", "capital")
        )
    return tracks


def make_wants(desk: Desk, header: Header, document: doc.Document, said: Points,
               path: Path) -> Wants:  # fmt: skip
    """Points by option for issues, a unit for the cells of tracks."""
    tables: dict[int, tuple[int, ...]] = {}
    units: dict[int, int] = {}
    for name, points in said.items():
        here = (*path, name)
        issue = document.issues.get(name)
        if issue is not None:
            if isinstance(points, int):
                says = _("'{name}' is an issue: say points by option, {{{option}: {points}}}.")
                desk.problem(
                    "wants/issue",
                    says.format(name=name, option=issue.options[-1], points=points), here,
                )  # fmt: skip
                continue
            for option in points:
                what = _("an option of {issue}").format(issue=name)
                desk.known(option, issue.options, what, (*here, option))
            tables[header.index[name]] = tuple(points.get(o, 0) for o in issue.options)
        elif desk.known(name, header.index, _("an issue or a cell"), here):
            if isinstance(points, int):
                units[header.index[name]] = points
            else:
                desk.problem(
                    "wants/track", _("'{name}' is a track's cell: say points a unit.").format(
                        name=name), here)  # fmt: skip
    return Wants(tables, units)


class People:
    """Makes the actors of a document."""

    def __init__(self, desk: Desk, header: Header, document: doc.Document) -> None:
        self.desk = desk
        self.header = header
        self.document = document

    def actor(self, name: str) -> Actor:
        """One actor with its constituencies and governments."""
        said = self.document.actors[name]
        path: Path = ("actors", name)
        base = Mandate(
            "", self._wants(said.wants, (*path, "wants")),
            self._wants(said.accrues, (*path, "accrues")),
            self._objectives(said.objectives, (*path, "objectives")), said.ratify,
            self._sheets(said.private, (*path, "private")), said.brief,
        )  # fmt: skip
        mandates = {
            key: self._mandate(mandate, (*path, "mandates", key))
            for key, mandate in said.mandates.items()
        }
        constituencies = tuple(
            Constituency(key, name, c.name or key, c.weight,
                         self._wants(c.wants, (*path, "constituencies", key, "wants")))
            for key, c in said.constituencies.items()
        )  # fmt: skip
        return Actor(name, said.name or name, said.kind == "player", base, mandates, constituencies)

    def _wants(self, said: Points, path: Path) -> Wants:
        return make_wants(self.desk, self.header, self.document, said, path)

    def _objectives(self, said: Sequence[doc.Objective], path: Path) -> tuple[Objective, ...]:
        return tuple(
            Objective(o.says, self.desk.expression(o.when, (*path, n, "when")), o.worth)
            for n, o in enumerate(said)
        )

    def _sheets(self, said: Sequence[doc.Private], path: Path) -> tuple[Sheet, ...]:
        return tuple(
            Sheet(
                p.instructions, self._wants(p.wants, (*path, n, "wants")),
                self._wants(p.accrues, (*path, n, "accrues")),
                self._objectives(p.objectives, (*path, n, "objectives")),
            )
            for n, p in enumerate(said)
        )  # fmt: skip

    def _mandate(self, said: doc.Mandate, path: Path) -> Mandate:
        named = said.model_fields_set
        return Mandate(
            said.says,
            self._wants(said.wants or {}, (*path, "wants")) if "wants" in named else None,
            self._wants(said.accrues or {}, (*path, "accrues")) if "accrues" in named else None,
            self._objectives(said.objectives or [], (*path, "objectives"))
            if "objectives" in named else None,
            said.ratify if "ratify" in named else None,
            self._sheets(said.private or [], (*path, "private")) if "private" in named else None,
            said.brief if "brief" in named else None,
        )  # fmt: skip


def _not_negative(desk: Desk, cost: str | int, path: Path) -> None:
    if isinstance(cost, int) and cost < 0:
        desk.problem("cost/negative", _("A cost is 0 or more."), path)


def make_consent(
    desk: Desk, document: doc.Document, said: doc.Consent | None, path: Path
) -> Consent:
    """Who must consent to a step; nobody can where nothing is said."""
    if said is None:
        return Consent((), 1, "", 0)
    players = [a for a, actor in document.actors.items() if actor.kind == "player"]
    cost = desk.amount(said.cost, (*path, "cost"))
    _not_negative(desk, said.cost, (*path, "cost"))
    if said.forum is not None:
        known = desk.known(said.forum, document.forums, _("a forum"), (*path, "forum"))
        return Consent((), 1, said.forum if known else "", cost)
    key = "all" if said.all else "any" if said.any else "of"
    of = desk.all_known(said.all or said.any or said.of or [], players, _("a player"), (*path, key))
    if len(set(of)) < len(of):
        desk.problem("consent/twice", _("An actor stands in this list twice."), (*path, key))
    need = len(of) if said.all else 1 if said.any else said.at_least or 1
    return Consent(of, need, "", cost)


def make_issue(desk: Desk, header: Header, document: doc.Document, name: str) -> Issue:
    """One issue."""
    said = document.issues[name]
    path: Path = ("issues", name)
    if said.ladder:
        up = make_consent(desk, document, said.up, (*path, "up"))
        down = make_consent(desk, document, said.down, (*path, "down"))
        if up.forum and down.forum and up.forum != down.forum:
            says = _("One forum decides on an issue: 'up' says {up}, 'down' says {down}.")
            desk.problem(
                "issue/two-forums", says.format(up=up.forum, down=down.forum), (*path, "down")
            )
    else:
        up = down = make_consent(desk, document, said.change, (*path, "change"))
    return Issue(
        name, said.name or name, said.kind, tuple(said.options), said.options.index(said.start),
        said.ladder, up, down, header.index[name],
    )  # fmt: skip


def make_forum(desk: Desk, document: doc.Document, name: str) -> Forum:
    """One forum."""
    said = document.forums[name]
    path: Path = ("forums", name)
    members = desk.all_known(said.members, document.actors, _("an actor"), (*path, "members"))
    if len(set(members)) < len(members):
        desk.problem("forum/twice", _("A member stands here twice."), (*path, "members"))
    adopt = said.adopt
    if isinstance(adopt, str):
        return Forum(name, said.name or name, members, adopt, 0, {}, ())
    veto = desk.all_known(adopt.veto, members, _("a member"), (*path, "adopt", "veto"))
    for member in adopt.weights:
        desk.known(member, members, _("a member"), (*path, "adopt", "weights", member))
    if adopt.quota is not None:
        return Forum(
            name, said.name or name, members, "quota", adopt.quota, dict(adopt.weights), veto
        )
    return Forum(name, said.name or name, members, "at_least", adopt.at_least or 1, {}, veto)


def make_terms(name: str, said: doc.Agreement) -> Terms:
    """A ready agreement as terms; whether they are sound is asked later."""
    return Terms(
        said.name or name, tuple(said.parties), tuple(make_clause(c) for c in said.clauses),
        said.treaty, said.secret, said.annex_of or "",
    )  # fmt: skip


def make_clause(said: DocClause) -> Clause:
    """One clause."""
    if_ = (
        "" if said.if_ is None else str(said.if_).lower() if said.if_ in (True, False) else said.if_
    )
    until = said.until or 0
    assert isinstance(if_, str)
    if said.move is not None:
        return Move(said.move.issue, said.move.to, said.move.by, if_, until)
    if said.hold is not None:
        return Hold(said.hold.issue, said.hold.bound, said.hold.option, if_, until)
    if said.refrain is not None:
        r = said.refrain
        return Refrain(r.actor, tuple(r.from_), r.target or "", if_, until)
    if said.perform is not None:
        p = said.perform
        return Perform(p.actor, p.do, p.by, p.target or "", if_, until)
    if said.transfer is not None:
        t = said.transfer
        return Transfer(t.from_, t.to, t.amount, t.track, t.every, if_, until)
    return Declare(said.declare or "", if_, until)
