"""Make the fonts of the board from the packages that SOURCE.md names.

    python make.py PRETENDARD NOTO

PRETENDARD is the folder that holds `Pretendard-Regular.otf`, NOTO the one that holds
`NotoSansCJK-Regular.ttc`. Needs fonttools. Pretendard is copied as it is, because its name is
reserved; of Noto Sans CJK the Japanese and the Chinese faces are kept, with the letters of JIS X
0213 (its first plane) and GB 2312 alone. `coverage.json` says which letters a family has in every
weight, because pygame does not tell.
"""

from __future__ import annotations

import itertools
import json
import shutil
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
WEIGHTS = ("Regular", "Bold")
PLAIN = "Pretendard"
# The number of the face in the collection, the coding, and its rows: signs and kana, then Han.
CUT = {
    "NotoSansJP": (0, "euc_jis_2004", (1, 2, 4, 5, *range(14, 95))),
    "NotoSansSC": (2, "gb2312", (1, 3, *range(16, 88))),
}


def letters(coding: str, rows: tuple[int, ...]) -> set[int]:
    """The code points in these rows of a coding of 94 by 94 letters."""
    codes = (bytes((0xA0 + row, 0xA0 + cell)) for row in rows for cell in range(1, 95))
    decoded = (code.decode(coding, errors="ignore") for code in codes)
    return {ord(letter) for letter in decoded if len(letter) == 1}


def cut(source: Path, face: int, wanted: set[int], target: Path) -> None:
    """Write the face of a collection with these letters alone, without hints and features."""
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = ["*"]
    options.notdef_outline = True
    font = TTFont(source, fontNumber=face, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font.save(target)


def covered(family: str) -> list[int]:
    """The letters that every weight has: by turns how many are missing, and how many are there."""
    maps = [set(TTFont(HERE / f"{family}-{weight}.otf").getBestCmap()) for weight in WEIGHTS]
    there = set.intersection(*maps)
    edges = [point for point in sorted(there) if point - 1 not in there]
    ends = [point + 1 for point in sorted(there) if point + 1 not in there]
    bounds = [0, *itertools.chain.from_iterable(zip(edges, ends, strict=True))]
    return [after - before for before, after in itertools.pairwise(bounds)]


def main(pretendard: Path, noto: Path) -> None:
    """Make every font and the table."""
    for weight in WEIGHTS:
        shutil.copyfile(pretendard / f"{PLAIN}-{weight}.otf", HERE / f"{PLAIN}-{weight}.otf")
        for family, (face, coding, rows) in CUT.items():
            source = noto / f"NotoSansCJK-{weight}.ttc"
            cut(source, face, letters(coding, rows), HERE / f"{family}-{weight}.otf")
    lines = [f'"{family}": {json.dumps(covered(family))}' for family in (PLAIN, *CUT)]
    (HERE / "coverage.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
