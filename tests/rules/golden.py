"""What a few games were, by their hashes: another Python or machine that differs is seen.

``python -m tests.rules.golden`` makes golden.json anew after a change that is meant to change games
(the rules, or a scenario); ``--print`` only tells the hashes of this run.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path

import msgspec

from tests.rules.games import FILES, MIRRORS, game, scenario

KEPT = Path(__file__).with_name("golden.json")
SEEDS = (0, 1, 7, 2**40)
NAMES = [name for name, path in FILES.items() if path != MIRRORS]  # what the repository holds


def hashes(name: str) -> dict[str, str]:
    """The hash of each game's final ledger and of all its facts, by seed."""
    return {str(seed): _hash(name, seed) for seed in SEEDS}


def _hash(name: str, seed: int) -> str:
    digest = sha256()
    for _world, _turn, after in game(scenario(name), seed):
        digest.update(msgspec.json.encode(after.facts))
        last = after.world
    digest.update(msgspec.json.encode(list(last.row)))
    return digest.hexdigest()


if __name__ == "__main__":
    found = {name: hashes(name) for name in NAMES}
    told = json.dumps(found, indent=2) + "\n"
    if "--print" in sys.argv:
        sys.stdout.write(told)
    else:
        KEPT.write_text(told, encoding="utf-8")
