"""Ways around the constructors and None in every place end in an exception, never in a crash."""

import inspect
import pickle
from typing import Any

import kvalitet as kv
import pytest
from kvalitet import _native

SYSTEM = kv.QualitySystem.builtin("vetlanda-2024")
CALLED = {"to_json", "save", "trace", "validate", "check", "draft", "on", "next", "filter", "__arrow_c_stream__"}
CLASSES = [cls for cls in vars(_native).values() if isinstance(cls, type) and type(cls).__name__ == "pybind11_type"]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_nothing_is_made_without_its_constructor(cls: Any) -> None:
    with pytest.raises(TypeError):
        cls.__new__(cls)
    with pytest.raises(TypeError):
        object.__new__(cls)


@pytest.mark.parametrize("name", ["Guideline", "Reading", "SchoolYear", "QualitySystem"])
def test_a_pickle_makes_nothing_without_its_constructor(name: str) -> None:
    with pytest.raises(TypeError):
        pickle.loads(b"\x80\x04ckvalitet\n" + name.encode() + b"\n)\x81.")


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize(
    "make",
    [
        lambda: kv.CommitmentPlan.from_json("{}").origin,
        lambda: kv.message_catalogue()[0],
    ],
)
def test_what_is_not_to_be_pickled_says_so(make: Any, protocol: int) -> None:
    with pytest.raises(TypeError, match="cannot pickle"):
        pickle.dumps(make(), protocol)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_none_is_no_object(cls: Any) -> None:
    tried = 0
    for name in vars(cls):
        member = inspect.getattr_static(cls, name)
        # What Python itself calls is never given None for self; everything else can be.
        if isinstance(member, property):
            tried += 1
            with pytest.raises((TypeError, ValueError)):
                member.fget(None)
        elif name in CALLED:
            tried += 1
            with pytest.raises((TypeError, ValueError)):
                getattr(cls, name)(None)
    assert tried or cls.__name__ in {"Calendar"}


def test_none_for_a_plan() -> None:
    import datetime as dt

    for call in (SYSTEM.check, SYSTEM.draft):
        with pytest.raises(TypeError):
            call(None, as_of=dt.date(2026, 9, 1))  # type: ignore[arg-type]
    for function in (kv.effect_chain, kv.in_force, SYSTEM.annual_cycle, kv.Calendar.sweden):
        with pytest.raises((TypeError, ValueError)):
            function(None)  # type: ignore[call-overload, arg-type, operator]
