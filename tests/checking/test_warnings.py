"""Warnings that matter: each where it stands, and none where nothing is wrong."""

from __future__ import annotations

import pytest

from tests.checking.examples import SOUND, with_sections
from tests.checking.looking import found, line_of, message, problems

SOURCED = SOUND + "sources:\n  1: A book\n  2: A paper\n"


def cited(summary: str) -> str:
    """A scenario with sources, all of them used, and a summary."""
    return SOURCED + f"summary: {summary}\ndebrief: ['Do [1] and [2] agree?']\n"


@pytest.mark.parametrize(
    "fact",
    [
        "It began in 1953.",
        "On 9 May they voted.",
        "Fully 234 of 300 voted for it.",
        "Some 5 per cent objected.",
        "Trade fell by 7%.",
    ],
)
def test_a_fact_without_a_source_is_told(fact: str) -> None:
    text = cited(fact)
    assert found(text) == [("fact/unsourced", line_of(text, "summary"))]


@pytest.mark.parametrize(
    "words",
    [
        "It began in 1953 [1].",
        "It began in 1953 [1, 2].",
        "Support of 7 or more is enough.",
        "Two plus two met for the third time.",
    ],
)
def test_what_has_a_source_or_is_no_fact_is_left_alone(words: str) -> None:
    assert found(cited(words)) == []


def test_an_entry_may_name_its_sources_beside_its_words() -> None:
    event = "events:\n  storm: {chance: 0.5, says: A storm as in 1953., sources: [1]}\n"
    assert found(cited("Peace.") + event) == []
    assert [code for code, _ in found(cited("Peace.") + event.replace(", sources: [1]", ""))] == [
        "fact/unsourced"
    ]


def test_a_figure_on_one_line_is_pointed_at() -> None:
    text = cited('"Peace since 1953."')
    [problem] = problems(text)
    assert text.splitlines()[problem.line - 1][problem.column - 1 :].startswith("1953")


def test_what_seats_are_told_in_secret_is_invented() -> None:
    assert found(cited("Peace.").replace("Stay calm.", "Be calm until 2018.")) == []


def test_where_nothing_is_sourced_one_warning_stands_for_all() -> None:
    text = SOUND + "summary: It began in 1953.\n" + "events:\n  storm: {says: As in 1959.}\n"
    assert [code for code, _line in found(text)] == ["fact/no-sources"]
    assert "2" in message(text, "fact/no-sources")


def test_numbers_and_sources_must_meet() -> None:
    text = SOURCED + "summary: They met [1, 7].\n"
    assert sorted(found(text)) == [
        ("source/unknown", line_of(text, "summary")),
        ("source/unused", line_of(text, "2: A paper")),
    ]


def test_what_really_happened_has_a_source() -> None:
    text = cited("Peace.") + "history:\n  - {turn: 1, says: They met.}\n  - {turn: 1, source: 2}\n"
    assert found(text) == [("fact/history", line_of(text, "They met"))]


# -------------------------------------------------------------------------------------- minutes


def test_a_session_takes_its_turns_and_its_debrief() -> None:
    timing = "timings:\n  60: {turns: 4, briefing: 1, negotiation: 8, reveal: 2, debrief: 16}\n"
    assert found(SOUND + timing) == []
    text = SOUND + timing.replace("debrief: 16", "debrief: 17")
    assert found(text) == [("time/too-long", line_of(text, "  60:"))]
    assert "61" in message(text, "time/too-long")


def test_a_game_is_as_long_as_one_of_its_timings() -> None:
    timing = "timings:\n  60: {turns: 4, negotiation: 5, debrief: 9}\n"
    assert found(SOUND + timing + "minutes: 60\n") == []
    text = SOUND + timing + "minutes: 90\n"
    assert found(text) == [("time/minutes", line_of(text, "minutes:"))]


# -------------------------------------------------------------------------------------- reach


def test_a_ladder_that_only_goes_down_never_goes_up() -> None:
    text = SOUND.replace("    up: {all: [host, sponsor], cost: 1}\n", "")
    assert found(text) == [("option/unreachable", line_of(text, "options:"))] * 2


def test_a_step_that_nobody_can_pay_is_none() -> None:
    text = SOUND.replace("cost: 1}\n    down", "cost: 10}\n    down")
    assert [code for code, _line in found(text)] == ["option/unreachable"] * 2


def test_an_effect_reaches_an_option_too() -> None:
    text = SOUND.replace("    up: {all: [host, sponsor], cost: 1}\n", "").replace(
        "tension: -1", "step: {radar: up}, tension: -1"
    )
    assert found(text) == []


def test_a_package_reaches_every_option() -> None:
    text = SOUND.replace("    up: {all: [host, sponsor], cost: 1}\n", "")
    text = text.replace("    down: {any: [host, sponsor]}\n", "")
    settle = "settle: {accept: {all_of: [host, sponsor]}, walk_away: {host: 0, sponsor: 0}}\n"
    assert [code for code, _line in found(text)] == ["option/unreachable"] * 2
    assert found(text + settle) == []


TREATY = """\
agreements:
  pact:
    parties: [host, sponsor]
    treaty: true
    clauses: [{move: {issue: radar, to: agreed, by: 4}}]
"""


@pytest.mark.parametrize(("loss", "never"), [(-1, False), (-2, False), (-3, True)])
def test_support_makes_up_for_a_loss_of_two_and_no_more(loss: int, never: bool) -> None:
    text = SOUND.replace("wants: {radar: {agreed: -1}}", f"wants: {{radar: {{agreed: {loss}}}}}")
    place = line_of(text + TREATY, "  pact:")
    assert found(text + TREATY) == ([("treaty/never-ratified", place)] if never else [])


@pytest.mark.parametrize(("options", "told"), [(2, True), (60, False)])
def test_nothing_is_said_of_a_treaty_with_more_positions_than_can_be_asked(
    options: int, told: bool
) -> None:
    wants = "{radar: {agreed: -3}, road: {o1: -3}, pier: {o1: -3}}"
    text = SOUND.replace("wants: {radar: {agreed: -1}}", f"wants: {wants}") + TREATY
    named = ", ".join(f"o{n}" for n in range(options))
    for id in ("road", "pier"):
        issue = f"  {id}: {{options: [{named}], change: {{any: [host]}}}}\n"
        text = text.replace("issues:\n", f"issues:\n{issue}", 1)
        text = text.replace("clauses: [", f"clauses: [{{move: {{issue: {id}, to: o1, by: 4}}}}, ")
    assert ("treaty/never-ratified" in {code for code, _line in found(text)}) is told


def test_a_later_government_may_ratify_what_the_first_never_would() -> None:
    text = SOUND.replace("agreed: -1", "agreed: -5") + TREATY
    assert [code for code, _line in found(text)] == ["treaty/never-ratified"]
    mandates = "    mandates: {doves: {says: New people., ratify: 0}}\n  sponsor:"
    assert found(text.replace("  sponsor:", mandates, 1)) == []


@pytest.mark.parametrize(
    "part",
    [
        "events:\n  storm: {turn: 7, says: Rain.}\n",
        TREATY.replace("by: 4", "by: 7"),
        "history:\n  - {turn: 7, says: They met., source: 1}\nsources: {1: A book}\n",
    ],
)
def test_nothing_is_set_for_a_turn_after_the_last(part: str) -> None:
    text = SOUND + part
    assert found(text) == [("turn/beyond", len(SOUND.splitlines()) + line_of(part, ": 7"))]
    assert found(text.replace("turns: 4", "turns: {from: 3, to: 7}")) == []


def test_a_rule_about_leaks_needs_a_chance_of_them() -> None:
    text = SOUND + "rules:\n  shame: {on: leak, for: p in parties, effects: [{capital.p: -1}]}\n"
    assert found(text) == [("rule/never-fires", line_of(text, "shame"))]
    assert found(text + "leaks: 0.25\n") == []


# -------------------------------------------------------------------------------------- leaks


def test_a_private_event_that_only_its_readers_can_see_is_no_leak() -> None:
    event = "events:\n  whisper: {chance: 0.5, to: [host], effects: [{capital.host: +1}]}\n"
    assert found(SOUND + event) == []
    text = SOUND + event.replace("capital.host", "capital.sponsor")
    assert found(text) == [("leak/event", line_of(text, "whisper"))]


def test_a_rule_about_a_secret_act_leaks_by_what_it_changes() -> None:
    act = (
        "instruments:\n  help: {target: actor, seen_by: parties, effects: [{capital.target: +1}]}\n"
    )
    rule = "rules:\n  thanks: {on: act, do: help, effects: [{trust.actor.target: +1}]}\n"
    assert found(with_sections(act)) == []
    text = with_sections(act) + rule
    assert found(text) == [("leak/rule", line_of(text, "thanks"))]
    assert found(text.replace("trust.actor.target: +1}]}", "capital.actor: -1}]}")) == []


def test_what_each_government_does_with_its_own_is_no_leak() -> None:
    rule = (
        "rules:\n"
        "  prestige:\n"
        "    on: turn\n"
        "    for: a in players\n"
        "    if: approval(a) >= 7\n"
        "    effects: [{capital.a: +1}]\n"
    )
    home = "constituencies: {town: {}}, private"
    text = SOUND.replace("wants: {radar: {agreed: 3}}, private", home) + rule
    assert found(text) == []
    assert [code for code, _ in found(text.replace("capital.a: +1", "tension: -1"))] == [
        "leak/rule"
    ]


def test_a_secret_agreement_leaks_by_what_is_paid_in_the_open() -> None:
    pact = (
        "agreements:\n"
        "  pact:\n"
        "    parties: [host, sponsor]\n"
        "    secret: true\n"
        "    clauses: [{transfer: {from: host, to: sponsor, amount: 1}}]\n"
    )
    assert found(SOUND + pact) == []
    text = SOUND.replace("income: 2, seen_by: owner", "income: 2") + pact
    assert found(text) == [("leak/agreement", line_of(text, "  pact:"))]
    assert "capital.host" in message(text, "leak/agreement")


PACT = """\
agreements:
  pact: {parties: [host, sponsor], secret: true, clauses: [{declare: Peace.}]}
"""


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("'true'", True),
        ("agreement == pact", True),
        ("agreement != pact", False),
        ("agreement not in [pact]", False),
        ("agreement in [other]", False),
    ],
)
def test_a_rule_that_excepts_a_secret_agreement_does_not_give_it_away(
    condition: str, told: bool
) -> None:
    other = "  other: {parties: [host, sponsor], clauses: [{declare: Peace.}]}\n"
    rule = f"rules:\n  shake: {{on: conclude, if: {condition}, effects: [{{tension: -1}}]}}\n"
    text = SOUND + PACT + other + rule
    assert [code for code, _line in found(text)] == (["leak/agreement"] if told else [])


@pytest.mark.parametrize(
    ("rule", "to", "told"),
    [
        ("on: conclude", "", True),
        ("on: expire", "", True),
        ("on: breach", "to: [neighbour]", True),
        ("on: denounce", "to: [host, sponsor]", False),
        ("on: denounce, if: not secret", "", False),
        ("on: breach, if: agreement != pact", "", False),
        ("on: leak", "", False),
    ],
)
def test_a_secret_agreement_whose_rules_tell_others_of_it(rule: str, to: str, told: bool) -> None:
    text = (
        SOUND
        + PACT
        + f"leaks: 0.1\nrules:\n  talk: {{{rule}, effects: [{{inject: rumour}}]}}\n"
        + f"events:\n  rumour: {{title: A rumour, says: They say., {to}}}\n"
    )
    assert ("leak/agreement" in [code for code, _line in found(text)]) is told
    if told:
        assert "'rumour'" in message(text, "leak/agreement")


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ("when: in_force(pact)", "'pact'"),
        ("when: capital.host >= 5", "'capital.host'"),
        ("when: support.host.village < 3, to: [sponsor]", "'support.host.village'"),
        ("when: support.host.village < 3, to: [host]", ""),
        ("when: in_force(pact), to: [host]", ""),
        ("when: in_force(pact), chance: 0.2", ""),
        ("when: tension >= crisis", ""),
    ],
)
def test_an_event_that_tells_a_secret_is_told(event: str, told: str) -> None:
    text = SOUND + PACT + f"events:\n  storm: {{says: A storm., {event}}}\n"
    assert [code for code, _line in found(text)] == (["leak/event"] if told else [])
    assert not told or told in message(text, "leak/event")


def test_a_wrong_party_is_told_where_the_parties_stand() -> None:
    text = SOUND + (
        "agreements:\n"
        "  pact:\n    name: Pact\n    parties: [host, hots]\n    clauses: [{declare: Peace.}]\n"
    )
    assert found(text) == [("name/unknown", line_of(text, "parties: [host, hots]"))]


# ---------------------------------------------------------------------- what comes to nothing

DRAMA = "include: {diplomacy: [protest, persuade]}\n"


@pytest.mark.parametrize(
    ("id", "near"), [("protets", "protest"), ("persuades", "persuade"), ("demonstrate", "")]
)
def test_an_id_that_is_a_slip_away_from_a_librarys_is_told(id: str, near: str) -> None:
    text = SOUND.replace("instruments:\n", f"{DRAMA}instruments:\n  {id}: {{who: [host]}}\n")
    [(code, line)] = found(text)
    assert line == line_of(text, f"  {id}:")
    assert code == ("name/near" if near else "instrument/idle")
    assert near in message(text, code)


@pytest.mark.parametrize(
    "looked_at",
    [
        "rules:\n  echo: {on: act, do: sing, effects: [{tension: -1}]}\n",
        "events:\n  song: {when: 'ever(host, sing)', says: A song.}\n",
        "agreements:\n  pact:\n    parties: [host, sponsor]\n"
        "    clauses: [{refrain: {actor: host, from: [sing]}, until: 3}]\n",
    ],
)
def test_an_instrument_without_effects_may_have_others_look_at_it(looked_at: str) -> None:
    text = SOUND.replace("instruments:\n", "instruments:\n  sing: {cost: 1}\n")
    assert found(text) == [("instrument/idle", line_of(text, "  sing:"))]
    assert found(text + looked_at) == []


@pytest.mark.parametrize(
    ("effects", "harm"),
    [
        ("{capital.actor: -2}", True),
        ("{tension: +1}", False),  # nobody says what it is worth
        ("{capital.actor: -2, tension: -1}", True),
        ("{capital.actor: -1, capital.sponsor: +1}", False),
        ("{support.host.village: -1, capital.actor: -1}", True),
        ("{if: tension >= 3, capital.actor: -2}", False),  # only a turn knows
    ],
)
def test_an_instrument_that_only_hurts_who_orders_it_is_told(effects: str, harm: bool) -> None:
    sing = f"  sing: {{who: [host], effects: [{effects}]}}\n"
    text = SOUND.replace("instruments:\n", "instruments:\n" + sing)
    assert [code for code, _line in found(text)] == (["instrument/self-harm"] if harm else [])


def test_a_ladder_is_climbed_one_step_a_turn() -> None:
    text = SOUND + (
        "agreements:\n  pact:\n    parties: [host, sponsor]\n"
        "    clauses: [{move: {issue: radar, to: working, by: 1}}]\n"
    )
    assert found(text) == [("clause/too-soon", line_of(text, "by: 1"))]
    assert found(text.replace("by: 1", "by: 2")) == []


# -------------------------------------------------------------------------------------- words

KOREAN = """\
texts:
  ko:
    title: 예
    tracks:
      tension: {name: 긴장, bands: {calm: 평온, crisis: 위기}}
      capital: {name: 자본}
      trust: {name: 신뢰}
      support: {name: 지지}
    actors:
      host:
        name: 낮은 땅
        constituencies: {village: {name: 마을}}
        private: [{instructions: 침착하라.}]
      sponsor: {name: 높은 땅, private: [{instructions: 굳세어라.}]}
    issues: {radar: {name: 레이더, options: {none: 없음, agreed: 합의, working: 가동}}}
    instruments: {reassure: {name: 안심, says: "{actor}이 {target}을 안심시킨다."}}
"""


def test_a_whole_translation_is_no_warning() -> None:
    assert found(SOUND + KOREAN) == []


def test_a_gap_is_told_with_its_path() -> None:
    text = SOUND + KOREAN.replace("agreed: 합의, ", "")
    assert found(text) == [("text/untranslated", line_of(text, "  ko:"))]
    assert "issues.radar.options.agreed" in message(text, "text/untranslated")


def test_words_for_what_is_not_there_are_told_where_they_stand() -> None:
    text = SOUND + KOREAN.replace("working: 가동", "working: 가동, wroking: 가동")
    assert found(text) == [("text/stray", line_of(text, "    issues: {radar: {name: 레"))]


def test_a_skin_renames_what_players_see() -> None:
    skin = (
        "skins:\n"
        "  hills:\n"
        "    actors:\n"
        "      host: {name: Dale, constituencies: {village: {name: The hamlet}}}\n"
        "      sponsor: {name: Peak}\n"
        "    issues: {radar: {name: A mast}}\n"
    )
    assert found(SOUND + skin) == []
    text = SOUND + skin.replace("{name: A mast}", "{options: {none: nothing}}")
    assert found(text) == [("skin/unrenamed", line_of(text, "  hills:"))]
    assert "issues.radar.name" in message(text, "skin/unrenamed")
    text = SOUND + skin.replace("A mast", "A mast for Highland")
    assert found(text) == [("skin/real-name", line_of(text, "A mast"))]
    text = SOUND + skin + "summary: Highland asks.\n"
    assert found(text) == [("skin/shows-through", line_of(text, "  hills:"))]
    told = skin.replace("  hills:\n", "  hills:\n    summary: Peak asks.\n")
    assert found(SOUND + told + "summary: Highland asks.\n") == []
    past = "history:\n  - {turn: 1, says: Highland asked, source: 1}\nsources: {1: A book}\n"
    assert found(SOUND + skin + past) == []


def test_a_skin_renames_constituencies_and_leaves_no_place_showing() -> None:
    skin = (
        "skins:\n"
        "  hills:\n"
        "    actors: {host: {name: Dale}, sponsor: {name: Peak}}\n"
        "    issues: {radar: {name: A mast}}\n"
    )
    assert found(SOUND + skin) == [("skin/unrenamed", line_of(SOUND + skin, "  hills:"))]
    told = message(SOUND + skin, "skin/unrenamed")
    assert "actors.host.constituencies.village.name" in told
    assert "modus check --untranslated hills mine.yaml" in told
    skin = skin.replace("{name: Dale}", "{name: Dale, constituencies: {village: {name: Hamlet}}}")
    named = "summary: Both met in Geneva in May, and the Village won.\n"
    text = SOUND + skin.replace("hills:\n", "hills:\n    summary: Both met.\n") + named
    assert found(text) == []
    says = text.replace("reassures {target}.", "reassures {target}, as in Geneva.")
    assert found(says) == [("skin/shows-through", line_of(says, "  hills:"))]
    assert "instruments.reassure.says (Geneva)" in message(says, "skin/shows-through")
    assert found(text.replace("reassures {target}.", "reassures {target}, as in May.")) == []
    assert found(says.replace("summary: Both met.", "summary: Geneva met.")) == []


def test_an_open_game_is_told_once() -> None:
    text = with_sections("actors:\n  host: {}\n  sponsor: {}\n")
    assert [code for code, _line in found(text)] == ["seat/all-open"]
    assert found(text)[0][1] == line_of(text, "actors:")
