"""LibreOffice without a screen: what becomes of a document that is opened and saved in it, and what its pages look like.

Two versions are used: Debian's own, and the one of its backports that scripts/libreoffice-backports unpacks. Each process
has its own profile, listens on nothing and is given a time. Starting takes a second: convert many files at once.
"""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest

Version = Literal["debian", "backports"]
Format = Literal["docx", "odt", "pdf"]

ROOT = Path(__file__).parents[2]
PROGRAMS: dict[Version, Path] = {
    "debian": Path("/usr/lib/libreoffice/program"),
    "backports": ROOT / "build" / "libreoffice-25" / "usr" / "lib" / "libreoffice" / "program",
}
VERSIONS: tuple[Version, ...] = ("debian", "backports")
# What Save As takes; "docx" alone is another filter, with other names for left and right.
FILTERS: dict[Format, str] = {"docx": "docx:MS Word 2007 XML", "odt": "odt:writer8", "pdf": "pdf:writer_pdf_Export"}
RESTART = 81  # it has made a new profile and wants to be started again


def available(version: Version = "debian") -> bool:
    """Setting up makes them available; only a machine that is not set up does without."""
    there = (PROGRAMS[version] / "soffice.bin").exists()
    assert there or "CI" not in os.environ, f"LibreOffice of {version} is missing; scripts/test sets it up"
    return there


def needs(version: Version = "debian") -> None:
    """Skips the test where this LibreOffice is not to be had."""
    if not available(version):
        pytest.skip(f"no {PROGRAMS[version]}/soffice.bin; scripts/setup brings it")


@functools.cache
def _profile(version: Version) -> Path:
    profile = Path(tempfile.mkdtemp(prefix=f"libreoffice-{version}-"))
    atexit.register(shutil.rmtree, profile, ignore_errors=True)
    return profile


def convert_all(
    paths: Sequence[Path], to: Format, out_dir: Path, version: Version = "debian", *, timeout: float = 600
) -> list[Path]:
    """Opens each file and saves it in out_dir under its own name, in one start of the program."""
    needs(version)
    results = [out_dir / f"{path.stem}.{to}" for path in paths]
    assert len(set(results)) == len(results), "two files would be saved under one name"
    assert not {path.resolve() for path in paths} & {path.resolve() for path in results}, "a file would replace itself"
    for result in results:
        result.unlink(missing_ok=True)
    program, profile = PROGRAMS[version], _profile(version)
    command: list[str | Path] = [
        program / "soffice.bin",
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nolockcheck"),
        *("--convert-to", FILTERS[to], "--outdir", out_dir, *paths),
    ]
    # Its home is the profile, so that nothing is left in anybody's; it finds its own libraries, not the installed ones.
    environment = {"PATH": os.defpath, "HOME": str(profile), "LC_ALL": "C.UTF-8", "LD_LIBRARY_PATH": str(program)}
    for _ in range(3):
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=timeout,
            check=False,
        )
        if done.returncode != RESTART:
            break
    missing = [result.name for result in results if not result.exists()]
    said = done.stdout.decode(errors="replace")
    assert done.returncode == 0, f"LibreOffice ended with {done.returncode}\n{said}"
    assert not missing, f"LibreOffice did not write {', '.join(missing)}\n{said}"
    return results


def convert(path: Path, to: Format, out_dir: Path, version: Version = "debian", *, timeout: float = 600) -> Path:
    """Opens a file and saves it in out_dir, under its own name."""
    (result,) = convert_all([path], to, out_dir, version, timeout=timeout)
    return result


def pages_as_png(pdf: Path, *, dpi: int = 60, timeout: float = 600) -> list[Path]:
    """Draws each page beside the file, as name-1.png and so on."""
    if shutil.which("pdftoppm") is None:
        assert "CI" not in os.environ, "pdftoppm is missing; scripts/test sets it up"
        pytest.skip("no pdftoppm; scripts/setup brings it")
    stem = pdf.with_suffix("")
    subprocess.run(["pdftoppm", "-png", "-r", str(dpi), pdf, stem], check=True, timeout=timeout)
    pages = pdf.parent.glob(f"{stem.name}-*.png")
    return sorted(pages, key=lambda page: int(page.stem.rpartition("-")[2]))
