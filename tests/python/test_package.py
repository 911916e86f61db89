"""The package as a whole: what it imports, its stubs, its version."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import kvalitet as kv

ROOT = Path(__file__).parents[2]


def test_importing_needs_nothing_but_python() -> None:
    program = """
import sys
before = set(sys.modules)
import kvalitet
print(*{name.split('.')[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names))
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert set(result.stdout.split()) <= {"kvalitet", "pybind11_builtins"}


def test_the_version_is_the_projects() -> None:
    found = re.search(r"project\(kvalitet VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text())
    assert found is not None
    assert kv.__version__ == found[1]


def test_the_stubs_of_the_model_are_made_from_its_tables() -> None:
    spec = importlib.util.spec_from_file_location("stubs", ROOT / "bindings" / "python" / "stubs.py")
    assert spec is not None
    assert spec.loader is not None
    stubs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(stubs)
    expected = stubs.stubs()
    if os.environ.get("KVALITET_ACCEPT"):
        stubs.STUBS.write_text(expected, encoding="utf-8")
    assert stubs.STUBS.read_text(encoding="utf-8") == expected
