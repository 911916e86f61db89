"""The stubs of the model, made from the tables of the built module.

python bindings/python/stubs.py writes them below the line that says so in python/kvalitet/_native.pyi.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import kvalitet as kv
from kvalitet import _native

STUBS = Path(__file__).parents[2] / "python" / "kvalitet" / "_native.pyi"
LINE = "# Below: made from the tables of the model by bindings/python/stubs.py; not edited.\n# fmt: off\n"

# What lists of are Records.
RECORDS = {name for name, _ in _native._describe()} - {"Localised"}

BASIS_PARTS = ("origin", "citation", "reading")


def given(kind: tuple[str, Any]) -> str:
    """The annotation of an argument."""
    match kind:
        case "plain", name:
            return str(name)
        case "text", _:
            return "str"
        case "choice", name:
            return f"{name} | str"
        case "data", item:
            return f"dict[str, {item}]"
        case "optional", inner:
            return f"{given(inner)} | None"
        case "list", inner:
            return f"Sequence[{given(inner)}]"
    raise ValueError(kind)


def held(kind: tuple[str, Any]) -> str:
    """The annotation of a property."""
    match kind:
        case "choice", name:
            return str(name)
        case "optional", inner:
            return f"{held(inner)} | None"
        case "list", ("plain", str(name)) if name in RECORDS:
            return f"Records[{name}]"
        case "list", inner:
            return f"tuple[{held(inner)}, ...]"
    return given(kind)


def choice_stub(cls: type[kv.Choice]) -> str:
    """The class of an enumeration."""
    return "\n".join([f"class {cls.__name__}(Choice):", *(f'    {one.name} = "{one.value}"' for one in cls)]) + "\n"


def static(name: str, arguments: str, gives: str) -> list[str]:
    """A static method."""
    return ["    @staticmethod", f"    def {name}({arguments}) -> {gives}: ..."]


def record_stub(name: str, fields: list[tuple[str, Any, bool, str]], parts: dict[str, Any], by_hand: str) -> str:
    """The class of a record; what it has besides its fields is written by hand in a base of its name."""
    cls = getattr(kv, name)
    is_read = hasattr(cls, "load")
    is_document = hasattr(cls, "from_docx")
    base = (
        f"_{name}"
        if f"class _{name}(" in by_hand
        else "_FromFile"
        if is_document
        else "_FromJson"
        if is_read
        else "_Record"
    )
    lines = ["@final", f"class {name}({base}):"]
    arguments = [f"{key}: {given(kind)}" + ("" if required else " = ...") for key, kind, required, _ in fields]
    lines.append(f"    def __init__(self, *, {', '.join(arguments)}) -> None: ...")
    changes = [f"{key}: {given(kind)} = ..." for key, kind, _, _ in fields]
    for method in ("replace", "__replace__"):
        lines.append(f"    def {method}(self, *, {', '.join(changes)}) -> {name}: ...")
    limits = "limits: ReadLimits | None = None"
    if is_document:
        limits_of_either = "limits: ReadLimits | DocxLimits | None = None"
        system = "system: QualitySystem | None = None"
        docx_limits = "limits: DocxLimits | None = None"
        lines += static("load", f"path: Path, {limits_of_either}, *, {system}", name)
        lines += static("load_all", f"paths: Iterable[Path], {limits_of_either}, *, {system}", f"Records[{name}]")
        lines += static("from_docx", f"data: bytes, *, {system}, {docx_limits}", name)
    elif is_read:
        lines += static("load", f"path: Path, {limits}", name)
        lines += static("load_all", f"paths: Iterable[Path], {limits}", f"Records[{name}]")
    lines += static("from_json", f"data: bytes | str, {limits}" if is_read else "data: bytes | str", name)
    for key, kind, _, _ in fields:
        lines += ["    @property", f"    def {key}(self) -> {held(kind)}: ..."]
        if key == "basis":
            may_lack = kind[0] == "optional"
            for part in BASIS_PARTS:
                annotation = held(parts[part])
                if may_lack and not annotation.endswith("None"):
                    annotation += " | None"
                lines += ["    @property", f"    def {part}(self) -> {annotation}: ..."]
    return "\n".join(lines) + "\n"


def model_stubs(by_hand: str) -> str:
    """All of what stands below the line."""
    records = _native._describe()
    basis = next(fields for name, fields in records if name == "Basis")
    parts = {key: kind for key, kind, _, _ in basis}
    choices = [value for value in vars(_native).values() if isinstance(value, type) and issubclass(value, kv.Choice)]
    return "\n".join(
        [
            *(choice_stub(cls) for cls in choices),
            *(record_stub(name, fields, parts, by_hand) for name, fields in records),
        ]
    )


def stubs() -> str:
    """The whole file as it should be."""
    by_hand, found, _ = STUBS.read_text(encoding="utf-8").partition(LINE)
    if not found:
        raise SystemExit(f"{STUBS} lacks the line: {LINE}")
    return f"{by_hand}{LINE}\n{model_stubs(by_hand)}"


if __name__ == "__main__":
    STUBS.write_text(stubs(), encoding="utf-8")
