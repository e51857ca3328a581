"""What each key of a scenario file means, in an author's words, with an example to copy.

By the definition in :mod:`.document` and by key: a sentence or two, then examples in YAML. Editors
show them under the pointer, and docs/authors/reference.md is made of them. A key that is not here
is described where it is defined.
"""

from __future__ import annotations

from typing import Final

Entry = tuple[str, ...]
"""What the key means, and examples."""

FILE: Final[dict[str, dict[str, Entry]]] = {
    "Document": {
        "modus": ("The version of the language. Write 1.", "modus: 1"),
        "id": ("The file's name without its ending. It may have hyphens.", "id: one-radar"),
        "title": ("What the scenario is called in menus and reports.", "title: One radar"),
        "summary": (
            "The scenario in two or three sentences, for somebody who chooses one.",
            "summary: A radar, a river, and a village that was not asked.",
        ),
        "minutes": ("How long a whole game takes, debrief included.", "minutes: 90"),
        "turns": (
            "How many turns are played. As a range it is drawn and hidden, so that the last turn "
            "invites no betrayal.",
            "turns: 6",
            "turns: {from: 7, to: 9}",
        ),
        "calendar": ("When the game plays: the first month, and months a turn.",
                     "calendar: {start: 2031-03, months: 2}"),
        "orders": ("How many orders a seat has in a turn.", "orders: 3"),
        "include": (
            "Shared libraries of instruments, rules and forums. Under the id of an entry that a "
            "library brings, the file says only what is different.",
            "include: {diplomacy: [visit, assure], politics: all}",
        ),
        "tracks": (
            "Families of quantities: tension, trust, support. One actor track is the purse that "
            "orders are paid from, and is called capital.",
            "tracks: {tension: {scope: world, start: 3, range: [0, 8]}}",
        ),
        "start": ("Cells that begin elsewhere than their track says, by name.",
                  "start: {trust.host.sponsor: 2}"),
        "actors": ("Who takes part: players have a seat, the chorus only wants, trusts and votes.",
                   "actors: {host: {name: Lowland}, world: {name: The others, kind: chorus}}"),
        "issues": (
            "What is on the table: each issue has options in order, and says who must consent.",
            "issues: {radar: {options: [none, agreed, working], ladder: true, up: {all: [host]}}}",
        ),
        "forums": ("Bodies that decide by vote.",
                   "forums: {council: {members: [host, sponsor], adopt: majority}}"),
        "instruments": (
            "What an actor can do besides moving an issue: visit, pressure, persuade.",
            "instruments: {visit: {target: actor, cost: 1, effects: [{trust.actor.target: +1}]}}",
        ),
        "rules": ("What follows from what: the mechanics that the scenario teaches.",
                  "rules: {spiral: {on: turn, if: tension >= 6, effects: [{tension: +1}]}}"),
        "events": ("What happens by itself, by chance, in a turn, or from the facilitator's hand.",
                   "events: {storm: {title: A storm, chance: 0.2, effects: [{tension: -1}]}}"),
        "agreements": (
            "Ready drafts of agreements. Players may write others from the same clauses.",
            "agreements: {calm: {parties: [host, sponsor], clauses: [{declare: We talk.}]}}",
        ),
        "end": ("What ends the game early, by name.",
                "end: {war_scare: {when: tension >= 8, says: Nobody wanted this., worth: -10}}"),
        "leaks": ("With what probability, each turn, a secret agreement in force comes out.",
                  "leaks: 0.1"),
        "arguments": (
            "Lets players argue for what no instrument does, and says what they may ask for.",
            "arguments: {allow: [tension, trust], limit: 2}",
        ),
        "perceptions": (
            "Whether every seat rates, each turn and in private, how threatening it finds the "
            "others; the debrief compares it with what they wanted.",
            "perceptions: true",
        ),
        "timings": (
            "Minutes for a lesson of a given length. Turns times briefing, negotiation and reveal, "
            "and the debrief, must fit into it.",
            "timings: {50: {turns: 4, briefing: 1, negotiation: 5, reveal: 2, debrief: 13}}",
        ),
        "settle": ("Makes the game a classic scoreable negotiation: one package, or no deal.",
                   "settle: {accept: {all_of: [host]}, walk_away: {host: 40}}"),
        "skins": ("Other names, briefs and map places for the same structure, such as a fictional "
                  "one for a class that had better not play real states.",
                  "skins: {sea: {name: At sea, actors: {host: {name: Near Island}}}}"),
        "texts": ("Translations, by the code of the language; they mirror the file.",
                  "texts: {ko: {title: 하나의 레이더}}"),
        "sources": ("Sources by number. In the prose, [1] behind a fact points to one.",
                    'sources: {1: "A communique, 8 July 2016, https://example.org/1"}'),
        "history": ("What really happened, for the debrief: by turn, issue and option, sourced.",
                    "history: [{turn: 2, issue: radar, option: agreed, says: They agreed.}]"),
        "debrief": ("Questions for the class at the end.",
                    "debrief: [Who could have reassured whom, and when?]"),
        "cases": ("Tests of the scenario in the language itself: modus check --cases runs them.",
                  "cases: [{name: A quiet turn changes nothing, expect: {tension: 3}}]"),
    },
    "Calendar": {
        "start": ("The month in which turn 1 begins: year and month.", "start: 2031-03"),
        "months": ("How many months one turn takes.", "months: 3"),
    },
    "Timing": {
        "turns": ("How many turns are played in a lesson of this length.", "turns: 4"),
        "briefing": ("Minutes of briefing in each turn.", "briefing: 1"),
        "negotiation": ("Minutes of negotiation in each turn.", "negotiation: 5"),
        "reveal": ("Minutes in each turn to see what came of it.", "reveal: 2"),
        "debrief": ("Minutes of debrief at the end; the clock guards them.", "debrief: 13"),
    },
    "Turns": {
        "from": ("The fewest turns that are played.", "from: 7"),
        "to": ("The most turns that are played.", "to: 9"),
    },
    "Arguments": {
        "allow": ("The tracks that an argument may ask to change.", "allow: [tension, trust]"),
        "limit": ("By how much one argument may change a cell at most.", "limit: 2"),
    },
    "Settle": {
        "accept": ("Who must accept the package.", "accept: {all_of: [host], at_least: 3}"),
        "walk_away": ("What each player's best alternative to a deal is worth to it.",
                      "walk_away: {host: 45}"),
    },
    "Accept": {
        "all_of": ("Players without whom there is no deal.", "all_of: [host]"),
        "at_least": ("How many players in all must accept.", "at_least: 4"),
    },
    "History": {
        "turn": ("The turn in which it would have been; 0 for before the game.", "turn: 2"),
        "issue": ("The issue that moved, if one did.", "issue: radar"),
        "option": ("The option to which it moved.", "option: agreed"),
        "date": ("When it was: year and month.", "date: 2016-07"),
        "says": ("What happened, in a sentence.", "says: The decision is announced."),
        "source": ("The number of its source.", "source: 10"),
        "sources": ("The numbers of its sources, where there are several.", "sources: [10, 11]"),
    },
    "Track": {
        "scope": (
            "Which cells the track has: one for the world, for each actor, for each pair of "
            "actors, or for each constituency.",
            "scope: pair",
        ),
        "name": ("What people call it.", "name: Political capital"),
        "brief": ("What it stands for, in a sentence.", "brief: How near the armies are."),
        "start": ("Where every cell of it begins; `start` at the top says exceptions.", "start: 3"),
        "range": ("Its lowest and highest value; what goes beyond is lost.", "range: [0, 9]"),
        "pace": ("By how much a cell may move in one turn, all causes together.", "pace: 1"),
        "income": ("What each cell gains at the end of every turn.", "income: 2"),
        "bands": ("Names for values, each from a value on; conditions may use them.",
                  "bands: {calm: 0, strained: 4, crisis: 7}"),
        "seen_by": ("Who can read its cells.", "seen_by: owner"),
        "symmetric": ("Of a pair track: whether a.b and b.a are one cell.", "symmetric: true"),
    },
    "Actor": {
        "name": ("What people call it.", "name: Lowland"),
        "kind": ("player has a seat; chorus has none and only wants, trusts and votes.",
                 "kind: chorus"),
        "at": ("Where it stands on the map: latitude, then longitude.", "at: [37.5, 127.0]"),
        "colour": ("Its colour on the board: a word, or #rrggbb in quotes.", "colour: sky"),
        "emblem": ("Its sign on the board, a second cue beside the colour.", "emblem: house"),
        "roles": ("For teams that share the seat: who may speak, sign and order.",
                  "roles: {President: [speak, sign, order], Minister: [speak]}"),
        "brief": ("What everyone reads about it, as that side itself would write it.",
                  "brief: You are small, and you sit between two bigger neighbours."),
        "ratify": (
            "What share of its constituencies' weight must carry a treaty, in per cent. Without it "
            "a signature is enough here.",
            "ratify: 60",
        ),
        "constituencies": ("Its publics at home, with weights, wants and, on a track, support.",
                           "constituencies: {village: {name: The village, weight: 1}}"),
        "wants": ("What everyone knows it wants: points by option of an issue, or for each unit of "
                  "a track.",
                  "wants: {radar: {agreed: 1, working: 3}, tension: -1}"),
        "accrues": ("Points at the end of every turn while something stands, so that time has a "
                    "price.",
                    "accrues: {measures: {boycott: -1}}"),
        "objectives": ("Conditions that are worth points if they hold at the end; everyone knows.",
                       "objectives: [{says: A summit, when: happened(summit), worth: 3}]"),
        "private": ("Instructions that only this seat reads; of several the seed draws one.",
                    "private: [{instructions: Security first., wants: {radar: {working: 2}}}]"),
        "mandates": ("Governments that may follow, brought by an effect's `mandate`.",
                     "mandates: {new_government: {says: A new government, ratify: 60}}"),
    },
    "Constituency": {
        "name": ("What people call it.", "name: The village below the hill"),
        "brief": ("Who they are, in a sentence.", "brief: Farmers, and a school."),
        "weight": ("What it weighs when a treaty is ratified.", "weight: 2"),
        "wants": ("What it wants, in the same points; only its own government sees them.",
                  "wants: {radar: {agreed: -1, working: -2}}"),
    },
    "Objective": {
        "says": ("The objective in words, as the seat reads it.", "says: The village forgives us"),
        "when": ("The condition that must hold at the end.", "when: support.host.village >= 5"),
        "worth": ("How many points it is worth.", "worth: 3"),
    },
    "Private": {
        "instructions": ("What the government tells its negotiator in confidence.",
                         "instructions: Security first, but the village votes."),
        "wants": ("Points added to what everyone knows.", "wants: {trust.host.neighbour: 1}"),
        "accrues": ("Points at the end of every turn, in addition.", "accrues: {tension: -1}"),
        "objectives": ("Conditions that are worth points, and that nobody else knows of.",
                       "objectives: [{says: The radar works, when: radar == working, worth: 2}]"),
    },
    "Mandate": {
        "says": ("Who governs now, in a sentence.", "says: A new government takes over."),
        "brief": ("The new role sheet, instead of the old one.", "brief: You came to mend things."),
        "wants": ("What it wants, instead of what was wanted.", "wants: {radar: {working: -1}}"),
        "accrues": ("Its points a turn, instead of the old ones.", "accrues: {tension: -1}"),
        "objectives": ("Its objectives, instead of the old ones.",
                       "objectives: [{says: Peace, when: tension <= 3, worth: 2}]"),
        "ratify": ("The share that a treaty needs from now on, in per cent.", "ratify: 50"),
        "private": ("Its private instructions; a new one is drawn.",
                    "private: [{instructions: Mend the fence.}]"),
        "constituencies": ("Its constituencies, where they want something else now.",
                           "constituencies: {village: {wants: {radar: {working: -1}}}}"),
    },
}  # fmt: skip

OTHER_WORDS: Final[dict[str, Entry]] = {
    "name": ("Another name.",),
    "title": ("Another title.",),
    "summary": ("Another summary.",),
    "brief": ("Another brief.",),
    "says": ("Another sentence.",),
    "colour": ("Another colour.", "colour: green"),
    "at": ("Another place: latitude, then longitude; a skin shows no other.", "at: [47, 13]"),
    "tracks": ("Tracks and their bands, by id.", "tracks: {tension: {name: Unrest}}"),
    "options": ("Options, by id.", "options: {agreed: promised}"),
    "emblem": ("Another emblem.", "emblem: lighthouse"),
    "bands": ("Bands, by id.", "bands: {crisis: uproar}"),
    "actors": ("Actors, by id.", "actors: {host: {name: Near Island, brief: You are small.}}"),
    "roles": ("Roles, by their name in the file.", "roles: {President: Elder}"),
    "constituencies": ("Constituencies, by id.", "constituencies: {village: {name: The bay}}"),
    "objectives": ("Objectives, in the order of the file.", "objectives: [{says: All is calm}]"),
    "private": ("Private draws, in the order of the file.", "private: [{instructions: Wait.}]"),
    "instructions": ("Other instructions.", "instructions: The lighthouse first."),
    "mandates": ("Mandates, by id.", "mandates: {new_government: {says: New elders}}"),
    "issues": ("Issues and their options, by id.", "issues: {radar: {name: A lighthouse}}"),
    "forums": ("Forums, by id.", "forums: {council: {name: The moot}}"),
    "instruments": ("Instruments, by id.", "instruments: {toll: {name: Raise dues}}"),
    "rules": ("Rules, by id.", "rules: {spiral: {says: One word brings the next.}}"),
    "teaches": ("The concept in other words.", "teaches: {concept: The security dilemma}"),
    "concept": ("The concept's name.", "concept: The security dilemma"),
    "events": ("Events and their answers, by id.", "events: {march: {title: Boats in the bay}}"),
    "choice": ("The question and its answers.", "choice: {options: {listen: {says: Hear them}}}"),
    "agreements": ("Ready agreements, by id.", "agreements: {calm: {name: Still water}}"),
    "clauses": ("Clauses, in the order of the file; {} where nothing is declared.",
                "clauses: [{}, {declare: The light is for all ships.}]"),
    "declare": ("The declaration in other words.", "declare: The light is for all ships."),
    "end": ("Ends, by id.", "end: {war_scare: {says: The boats are armed.}}"),
    "history": ("What really happened, in the order of the file.", "history: [{says: They met.}]"),
    "debrief": ("Questions, in the order of the file.", "debrief: [Who gave way?]"),
}  # fmt: skip
"""The keys of skins and translations, which say a part of the file in other words."""
