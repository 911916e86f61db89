"""Kills programs while they save, and looks at what is left: the old document or the new one, whole, each time.

    python tests/saving/kill.py [KILLS]

Prints how many kills there were, and how many found the document saved again since the kill before.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

import kvalitet as kv

_LONGEST = 0.004  # seconds that a program saves before it is killed
_PATIENCE = 10.0  # seconds to wait for a first save


def documents() -> tuple[kv.CommitmentPlan, kv.CommitmentPlan]:
    """Two plans of different length. The people are invented."""
    short = kv.CommitmentPlan(school_year=kv.SchoolYear(2026), principal="Åsa Öberg")
    areas = [kv.GoalArea(title=f"Målområde {number}") for number in range(2000)]
    return short, short.replace(areas=areas)


def kill(folder: Path, kills: int, seed: int = 0) -> tuple[int, int]:
    """The number of kills, and how many of them came after at least one save."""
    chance = random.Random(seed)
    path = folder / "plan.json"
    both = documents()
    whole = {document.to_json() for document in both}
    both[0].save(path)
    saved = 0
    for number in range(kills):
        before = path.stat().st_ino
        child = os.fork()
        if child == 0:
            while True:
                for document in reversed(both):
                    document.save(path)
        # Every other one only when it has saved once, however slow the machine is.
        patience = time.monotonic() + _PATIENCE
        while number % 2 and path.stat().st_ino == before and time.monotonic() < patience:
            time.sleep(_LONGEST / 10)
        time.sleep(chance.uniform(0, _LONGEST))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        left = path.read_text(encoding="utf-8")
        if left not in whole:
            raise AssertionError(f"half a document was left: {len(left)} characters")
        saved += path.stat().st_ino != before
        for rest in folder.glob(".kvalitet-*.tmp"):  # of which a workspace takes no notice
            rest.unlink()
    return kills, saved


def main() -> None:
    """As the module says."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as folder:
        done, saved = kill(Path(folder), kills)
    print(f"{done} kills; after {saved} of them the document had been saved again; it was whole after every one.")


if __name__ == "__main__":
    main()
