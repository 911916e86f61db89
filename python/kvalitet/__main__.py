"""The command `kvalitet`; also `python -m kvalitet`."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line, which needs the extra `cli`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character shows a question mark
    try:
        from kvalitet.cli import app
    except ModuleNotFoundError as error:
        if error.name not in ("rich", "typer"):
            raise
        print(
            'Kommandoraden behöver ett tillägg. Installera det med: pip install "kvalitet[cli]"\n'
            'The command line needs an extra. Install it with: pip install "kvalitet[cli]"',
            file=sys.stderr,
        )
        sys.exit(2)
    app(prog_name="kvalitet")


if __name__ == "__main__":
    main()
