"""No type's fields are listed a second time: `Describe` in the headers is the only place that names them.

A second list would show as four fifths or more of a type's keys quoted close together. The text of pickles, schemas,
stubs and properties is made from the tables, so nothing else has a reason to quote them.
"""

import json
import re
from pathlib import Path

import kvalitet as kv
import pytest

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = ("Guideline", "LocalPolicy", "CommitmentPlan", "AnnualCycle", "Finding", "Draft", "TraceRow", "EffectChain")


def fields() -> dict[str, set[str]]:
    """The keys of each record with enough of them to be recognised."""
    found = {}
    for document in DOCUMENTS:
        schema = json.loads(kv.json_schema(document))
        for name, type_ in {document: schema, **schema.get("$defs", {})}.items():
            keys = set(type_.get("properties", ()))
            if len(keys) >= 4:
                found[name] = keys
    return found


def second_lists(text: str, keys: set[str]) -> list[int]:
    """Lines from which four fifths of the keys are quoted within about as many lines."""
    quoted = [set(re.findall(r"[\"'](\w+)[\"']", line)) & keys for line in text.splitlines()]
    wanted = max(4, -(-4 * len(keys) // 5))
    return [at + 1 for at in range(len(quoted)) if len(set().union(*quoted[at : at + len(keys) + 4])) >= wanted]


def test_the_headers_list_them() -> None:
    headers = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "include").rglob("*.hpp")))
    keys = fields()
    assert len(keys) > 15
    for name in ("CommitmentPlan", "Activity", "Rule", "Event"):
        assert second_lists(headers, keys[name]), name


@pytest.mark.parametrize("name", sorted(fields()))
def test_nothing_else_does(name: str) -> None:
    sources = [
        *(ROOT / "src").rglob("*.[ch]pp"),
        *(ROOT / "bindings").rglob("*.[ch]pp"),
        *(ROOT / "python").rglob("*.py"),
    ]
    assert len(sources) > 40
    repeated = {
        str(path.relative_to(ROOT)): lines
        for path in sources
        if (lines := second_lists(path.read_text(encoding="utf-8"), fields()[name]))
    }
    assert not repeated
