"""What Python pays: importing the package (aim: 25 ms over bare Python) and a school year's cycle (aim: below 1 ms)."""

import subprocess
import sys
import time
from timeit import repeat

import kvalitet as kv


def start(code: str) -> float:
    """Milliseconds of a fresh interpreter, the best of 15."""
    times = []
    for _ in range(15):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - begin)
    return min(times) * 1e3


def main() -> None:
    bare = start("pass")
    with_package = start("import kvalitet")
    print(
        f"import kvalitet: {with_package - bare:.1f} ms over bare Python's {bare:.1f} ms ({with_package / bare:.2f}x)"
    )

    system = kv.QualitySystem.builtin("vetlanda-2024")
    year = kv.SchoolYear(2026)
    made = min(repeat(lambda: system.annual_cycle(year), number=200, repeat=9)) / 200 * 1e6
    seen = min(repeat(lambda: [e.title.sv for e in system.annual_cycle(year).events], number=200, repeat=9)) / 200 * 1e6
    print(f"school year's cycle, Python: {made:.1f} us; with every event's title read: {seen:.1f} us")


if __name__ == "__main__":
    main()
