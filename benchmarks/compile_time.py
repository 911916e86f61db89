"""Compiling a file that includes all of kvalitet against one with the same standard headers and Boost's dates.

Aim: within 2x. The limit is 1: a header cannot be cheaper than what it includes.
"""

import re
import resource
import subprocess
import tempfile
from pathlib import Path

INCLUDE = Path(__file__).parent.parent / "include"


def compile_seconds(source: str) -> float:
    """Processor seconds of g++, the best of five."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file.cpp"
        file.write_text(source, encoding="utf-8")
        for _ in range(5):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(
                ["g++", "-std=c++20", "-O2", f"-I{INCLUDE}", "-c", file, "-o", file.with_suffix(".o")], check=True
            )
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def main() -> None:
    headers = "".join(path.read_text(encoding="utf-8") for path in INCLUDE.rglob("*.hpp"))
    standard = sorted(set(re.findall(r"#include <([a-z_]+)>", headers)))
    base = "".join(f"#include <{name}>\n" for name in standard)
    base += "#include <boost/date_time/gregorian/gregorian_types.hpp>\nint main() {}\n"
    bare = compile_seconds(base)
    ours = compile_seconds("#include <kvalitet/kvalitet.hpp>\nint main() {}\n")
    print(
        f"compiling: kvalitet.hpp {ours:.2f} s, its standard headers and Boost's dates {bare:.2f} s: {ours / bare:.2f}x"
    )


if __name__ == "__main__":
    main()
