"""What every class of the model has, tried on all of them with made-up objects."""

from __future__ import annotations

import copy
import datetime
import gc
import pickle
import resource
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import kvalitet as kv
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kvalitet import _native
from made_up import RECORDS, TIMES, records

NAMES = {"datetime": datetime, **{name: getattr(kv, name) for name in dir(kv)}}
SMALL = [name for name in RECORDS if name not in ("Guideline", "LocalPolicy")]


@pytest.mark.parametrize("name", SMALL)
@settings(max_examples=15)
@given(st.data())
def test_an_object_is_its_fields_its_repr_its_json_and_its_pickle(name: str, data: st.DataObject) -> None:
    value = data.draw(records(name))
    fields = {key: getattr(value, key) for key, _, _, _ in RECORDS[name]}
    cls = getattr(kv, name)
    for same in (
        cls(**fields),
        eval(repr(value), NAMES),
        cls.from_json(value.to_json()),
        cls.from_json(value.to_json(pretty=False).encode()),
        pickle.loads(pickle.dumps(value)),
        value.replace(),
        copy.copy(value),
        copy.deepcopy(value),
    ):
        assert same == value
        assert hash(same) == hash(value)
        assert repr(same) == repr(value)
    assert value != object()
    assert all(not isinstance(field, list) for field in fields.values())


@pytest.mark.parametrize("name", SMALL)
@settings(max_examples=10)
@given(st.data())
def test_replacing_a_field_changes_just_that(name: str, data: st.DataObject) -> None:
    value, other = data.draw(records(name)), data.draw(records(name))
    for key, _, _, _ in RECORDS[name]:
        changed = value.replace(**{key: getattr(other, key)})
        assert getattr(changed, key) == getattr(other, key)
        assert (changed == value) == (getattr(other, key) == getattr(value, key))
        assert changed.__replace__(**{key: getattr(value, key)}) == value


def test_large_documents_survive_too(system: kv.QualitySystem) -> None:
    for document in (system.guideline, system.policy):
        assert eval(repr(document), NAMES) == document
        assert pickle.loads(pickle.dumps(document)) == document
        assert type(document).from_json(document.to_json()) == document
    assert pickle.loads(pickle.dumps(system)) == system
    assert hash(pickle.loads(pickle.dumps(system))) == hash(system)


@pytest.mark.parametrize("name", RECORDS)
def test_classes_and_fields_are_described(name: str) -> None:
    cls = getattr(kv, name)
    assert cls.__module__ == "kvalitet"
    assert " / " in cls.__doc__
    for key, _, _, doc in RECORDS[name]:
        assert getattr(cls, key).__doc__ == doc
        assert " / " in doc


def test_objects_are_frozen(flawed: kv.CommitmentPlan) -> None:
    with pytest.raises(AttributeError, match=r"frozen; replace\(principal=\.\.\.\)"):
        flawed.principal = "B"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        flawed.unknown = "B"  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="frozen"):
        del flawed.principal
    assert isinstance(flawed.areas, tuple)
    with pytest.raises(TypeError):
        type("Sub", (kv.CommitmentPlan,), {})


def plan(**fields: Any) -> kv.CommitmentPlan:
    return kv.CommitmentPlan(**({"school_year": kv.SchoolYear(2026)} | fields))


@pytest.mark.parametrize(
    ("fields", "error", "words"),
    [
        ({"school_year": 2026}, TypeError, "CommitmentPlan.school_year: expected SchoolYear, got int"),
        ({"years": -1}, ValueError, "CommitmentPlan.years: expected a whole number from 0"),
        ({"years": 2**31}, ValueError, "CommitmentPlan.years: expected a whole number"),
        ({"years": 10**30}, ValueError, "CommitmentPlan.years: expected a whole number"),
        ({"years": True}, TypeError, "CommitmentPlan.years: expected int, got bool"),
        ({"years": 1.0}, TypeError, "CommitmentPlan.years: expected int, got float"),
        ({"principal": None}, TypeError, "CommitmentPlan.principal: expected str, got NoneType"),
        ({"principal": "a\0b"}, ValueError, "CommitmentPlan.principal: the text holds NUL"),
        ({"principal": "\ud800"}, ValueError, "CommitmentPlan.principal: the text holds half a character"),
        ({"areas": "abc"}, TypeError, "CommitmentPlan.areas: expected a sequence, got str"),
        ({"areas": [kv.GoalArea(), 3]}, TypeError, r"CommitmentPlan.areas\[1\]: expected GoalArea, got int"),
        ({"state": "done"}, ValueError, "CommitmentPlan.state: expected one of not_begun begun complete, got 'done'"),
        ({"state": 1}, TypeError, "CommitmentPlan.state: expected DocumentState or str, got int"),
        ({"area": []}, TypeError, "CommitmentPlan has no field 'area'; its fields are: format_version, school_year"),
    ],
)
def test_a_wrong_argument_is_named(fields: dict[str, Any], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        plan(**fields)


def test_what_must_be_given_is_named() -> None:
    with pytest.raises(TypeError, match=r"CommitmentPlan\.school_year is missing: Läsår / School year"):
        kv.CommitmentPlan()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="takes its fields by name"):
        kv.CommitmentPlan(kv.SchoolYear(2026))  # type: ignore[call-arg, arg-type]
    with pytest.raises(ValueError, match=r"Unit.code: expected a school unit code of eight digits, got '123'"):
        kv.Unit(id="a", code="123")
    with pytest.raises(ValueError, match=r"Unit.code: expected"):
        kv.Unit(id="a", code="")
    with pytest.raises(ValueError, match=r"Activity.effects\[0\]: expected a short name"):
        kv.Activity(effects=[""])
    with pytest.raises(TypeError, match=r"Activity.start: expected datetime.date, got datetime"):
        kv.Activity(start=datetime.datetime(2026, 9, 1, 12))
    with pytest.raises(ValueError, match="1400-9999"):
        kv.Activity(start=datetime.date(1399, 12, 31))
    assert kv.Unit(id="").id == ""


def test_a_child_outlives_its_parent() -> None:
    parent = plan(areas=[kv.GoalArea(title="Kunskaper", commitments=[kv.Commitment(title="Läsa")])])
    alive = weakref.ref(parent)
    commitment = parent.areas[0].commitments[0]
    del parent
    gc.collect()
    assert alive() is None
    junk = [plan(principal="x" * 100) for _ in range(1000)]
    assert commitment.title == "Läsa"
    assert len(junk) == 1000


def test_children_are_not_copied(flawed: kv.CommitmentPlan) -> None:
    first = flawed.areas[0]
    assert flawed.areas[0] is first


@settings(max_examples=300)
@given(st.data())
def test_a_damaged_pickle_raises(data: st.DataObject) -> None:
    whole = plan(areas=[kv.GoalArea(kind="knowledge", title="Kunskaper")])
    state = bytearray(whole.to_json(pretty=False).encode())
    bit = data.draw(st.integers(0, 8 * len(state) - 1))
    state[bit // 8] ^= 1 << bit % 8
    try:
        restored = _native._restore(kv.CommitmentPlan, bytes(state))
    except ValueError:
        return
    assert restored.to_json(pretty=False).encode() == bytes(state)


@contextmanager
def at_most_more(size: int) -> Iterator[None]:
    """Memory beyond so many bytes more is refused."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


@settings(max_examples=75 * TIMES)
@given(st.data())
def test_a_damaged_pickle_stream_never_crashes(data: st.DataObject) -> None:
    stream = bytearray(pickle.dumps(plan(principal="Åsa")))
    bit = data.draw(st.integers(0, 8 * len(stream) - 1))
    stream[bit // 8] ^= 1 << bit % 8
    try:
        with at_most_more(1 << 28):  # a memo's number may have become one for which pickle would ask for 34 GB
            value = pickle.loads(stream)
    except Exception:  # noqa: BLE001 (whatever it is, the program goes on)
        return
    assert repr(value)


def test_a_draft_with_faults_can_be_pickled() -> None:
    faulty = kv.CommitmentPlan.from_json('{"format_version": 1, "units": [{"name": "Norra"}]}')
    assert faulty.origin is not None
    assert faulty.origin.findings
    again = pickle.loads(pickle.dumps(faulty))
    assert again == faulty
    assert again.origin is None


def test_only_classes_of_the_model_are_restored() -> None:
    with pytest.raises(ValueError, match="class of the model"):
        _native._restore(dict, b"{}")


def test_parts_are_read_strictly() -> None:
    with pytest.raises(ValueError, match="Citation/foo"):
        kv.Citation.from_json('{"section": "1", "heading": "a", "quote": "b", "foo": 1}')
    with pytest.raises(TypeError, match="bytes or str"):
        kv.Citation.from_json(3)  # type: ignore[arg-type]


def test_choices_are_strings_with_labels() -> None:
    assert kv.Severity.error == "error"
    assert kv.Severity("warning") is kv.Severity.warning
    assert kv.Severity.error.label.sv == "fel"
    assert repr(kv.DayClass.public_holiday) == "DayClass.public_holiday"
    assert f"{kv.Severity.advice}" == "advice"
    assert pickle.loads(pickle.dumps(kv.Severity.error)) is kv.Severity.error


def test_words_are_swedish_by_default() -> None:
    words = kv.Localised(sv="fel", en="error")
    assert (str(words), words.sv, words.en) == ("fel", "fel", "error")


def test_a_keyword_of_python_gets_an_underscore() -> None:
    window = kv.Window(from_="09", to="10-15")
    assert (window.from_, window.to) == ("09", "10-15")
    assert '"from"' in window.to_json()


def test_what_something_rests_on_is_one_step_away() -> None:
    citation = kv.Citation(section="5", heading="Dialoger", quote="…")
    reading = kv.Localised(sv="så", en="so")
    basis = kv.Basis(origin="interpretation", citation=citation, reading=reading)
    statement = kv.Statement(words=kv.Localised(sv="Ord"), basis=basis)
    assert statement.origin is kv.Origin.interpretation
    assert (statement.citation, statement.reading) == (citation, reading)
    finding = kv.Finding(
        rule="a", code="a", severity="error", pointer="", message=statement.words, hint=statement.words
    )
    assert (finding.basis, finding.origin, finding.citation, finding.reading) == (None, None, None, None)
