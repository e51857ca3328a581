"""Drafts, signatures, packages: what people put on the table and agree to."""

from __future__ import annotations

from game.scenario.orders import Denounce
from game.scenario.terms import Declare, Hold, Terms
from game.table import commands as c
from game.table.commands import CONTROL
from tests.table.at_play import SETTLING, close, code, does, harbour, lock_all, table

COMPACT = harbour().agreements["compact"]
CLOSED = harbour().agreements["closed_pier"]
NOTE = Terms("A note", ("north", "west"), (Declare("We talk."),), secret=True)


def test_a_ready_agreement_keeps_its_id_and_enters_into_force_when_all_have_signed() -> None:
    at = table()
    does(at, "north", c.Draft(COMPACT), c.Sign("compact", 1))
    does(at, "south", c.Sign("compact", 1))
    assert code(at, "west", c.Sign("compact", 1)) == "draft/not-party"
    lock_all(at)
    (agreement,) = at.view("west").agreements
    assert (agreement.id, agreement.since) == ("compact", 1)
    assert at.view("north").agreements[0].denounce == "denounce compact"
    assert code(at, "north", c.Draft(COMPACT)) == "draft/in-force"
    does(at, "north", Denounce("compact"))


def test_an_edit_clears_signatures_and_an_old_revision_cannot_be_signed() -> None:
    at = table()
    does(at, "north", c.Draft(Terms("A pact", ("north", "south"), (Declare("Peace."),))))
    does(at, "north", c.Sign("draft1", 1))
    (seen,) = at.view("south").drafts
    longer = Terms("A pact", ("north", "south"), (*seen.terms.clauses, Declare("And trade.")))
    does(at, "south", c.Draft(longer, "draft1"))
    assert at.state.drafts["draft1"].signatures == ()
    assert code(at, "south", c.Sign("draft1", 1)) == "draft/stale"
    assert code(at, "south", c.Draft(longer, "draft1")) == "draft/same"
    wider = Terms("A pact", ("north", "west"), longer.clauses)
    assert code(at, "north", c.Draft(wider, "draft1")) == "draft/parties"


def test_a_secret_draft_is_there_for_its_parties_alone() -> None:
    at = table()
    does(at, "north", c.Draft(NOTE))
    (draft,) = at.view("west").drafts
    assert draft.clauses == ("They declare: We talk.",)
    assert at.view("south").drafts == () and at.view("").drafts == ()
    assert code(at, "south", c.Sign(draft.id, 1)) == "draft/unknown"
    does(at, "south", c.Draft(Terms("Open", ("south", "west"), (Declare("All hear."),))))
    assert [d.id for d in at.view("south").drafts] == ["draft1"]  # no number was used up
    does(at, "north", c.Sign(draft.id, 1))
    does(at, "west", c.Sign(draft.id, 1))
    lock_all(at)
    assert len(at.view("west").agreements) == 1 and at.view("south").agreements == ()
    assert not any("note" in told.says for told in at.view("south").told)
    assert any("A note" in told.says for told in at.view("west").told)


def test_a_signature_that_binds_both_ways_is_refused_and_says_with_what() -> None:
    at = table()
    does(at, "north", c.Draft(COMPACT), c.Sign("compact", 1), c.Draft(CLOSED))
    assert code(at, "north", c.Sign("closed_pier", 1)) == "draft/conflict"
    ((refusal,),) = [[d.refusal for d in at.view("north").drafts if d.refusal]]
    assert "The compact" in refusal
    does(at, "north", c.Withdraw("compact"), c.Sign("closed_pier", 1))


def test_what_is_wrong_with_a_text_is_told_at_once() -> None:
    at = table()
    wrong = Terms("", ("north", "east"), (Hold("quay", "at", "shared"), Hold("pier", "at", "x")))
    reply = at.submit("north", c.Draft(wrong))
    assert reply.refused is not None
    for name in ("east", "quay", "x"):
        assert f"'{name}'" in reply.refused.says
    assert code(at, "west", c.Draft(COMPACT)) == "draft/not-party"
    alone = Terms("Alone", ("north",), (Declare("Me."),), secret=True)
    assert code(at, "north", c.Draft(alone)) == "draft/pledge"
    annex = Terms("Annex", ("north", "south"), (Declare("Hush."),), secret=True, annex_of="none")
    assert code(at, "north", c.Draft(annex)) == "draft/annex"


def test_a_draft_that_nobody_touches_leaves_the_table() -> None:
    at = table()
    does(at, "north", c.Draft(COMPACT), c.Draft(CLOSED))
    lock_all(at)
    assert len(at.view("north").drafts) == 2
    does(at, "south", c.Sign("compact", 1))
    lock_all(at)
    assert [d.id for d in at.view("north").drafts] == ["compact"]
    assert code(at, "north", c.Withdraw("compact")) == "draft/not-signed"
    does(at, "south", c.Withdraw("compact"))
    does(at, "north", c.Withdraw("compact"))
    assert at.view("north").drafts == ()


def test_a_draft_is_weighed_for_whoever_reads_it() -> None:
    at = table()
    does(at, "north", c.Draft(COMPACT))
    assert [d.weighed.worth for d in at.view("north").drafts if d.weighed] == [2]
    assert [d.weighed.worth for d in at.view("south").drafts if d.weighed] == [3]
    assert at.view("west").drafts[0].weighed is None


def test_the_first_package_that_is_accepted_settles_the_game() -> None:
    at = table(SETTLING)
    both = (("pier", "shared"), ("flag", "both"))
    assert code(at, "north", c.TablePackage((("pier", "shared"),))) == "package/issues"
    assert code(at, "north", c.TablePackage((("pier", "x"), ("flag", "both")))) == "package/option"
    does(at, "south", c.TablePackage((("pier", "open"), ("flag", "both"))), c.TablePackage(both))
    assert code(at, "south", c.TablePackage(both)) == "package/twice"
    does(at, "north", c.Refuse("package1"), c.Accept("package2"))
    assert [p.worth for p in at.view("north").packages] == [4, 2]
    does(at, "west", c.Accept("package1"))
    lock_all(at)
    assert at.state.phase == "over" and at.state.world.end == "settled"
    assert [i.labels[i.now] for i in at.view("west").issues] == ["shared", "both"]


def test_without_a_settlement_packages_leave_the_table_with_the_turn() -> None:
    at = table(SETTLING)
    does(at, "north", c.TablePackage((("pier", "shared"), ("flag", "both"))))
    close(at)
    assert at.state.packages == {} and at.state.world.turn == 2
    assert code(table(), "north", c.TablePackage(())) == "package/unknown"
    assert code(at, CONTROL, c.Accept("package1")) == "seat/not-yours"
