"""kvalitet adopt: how a municipality's own Word template is read, proposed and confirmed."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

import kvalitet as kv
from kvalitet._documents import TYPES, Document
from kvalitet._files import read_document
from kvalitet._text import Lang, say
from kvalitet.cli import _output, _systems
from kvalitet.cli._house import GUIDELINE, KINDS, LANG, Kind, argument, command, option

_WORDS = {
    "template": {"sv": "I mallen", "en": "In the template"},
    "means": {"sv": "Betyder", "en": "Means"},
    "certainty": {"sv": "Säkerhet", "en": "Certainty"},
    "example": {"sv": "Exempel", "en": "Example"},
    "heading": {"sv": "rubrik {}: {}", "en": "heading {}: {}"},
    "every heading": {"sv": "alla andra rubriker på nivå {}", "en": "all other headings of level {}"},
    "nothing": {"sv": "–", "en": "–"},
    "intro": {
        "sv": "Enter behåller förslaget, - läser inte in ordet, annars skriv ett fält ur listan. "
        "Ingenting sparas förrän du har svarat ja i slutet.",
        "en": "Enter keeps the proposal, - does not read the word, otherwise write a field from the list. "
        "Nothing is saved before you have answered yes at the end.",
    },
    "fields": {"sv": "Fälten är: {}", "en": "The fields are: {}"},
    "no field": {"sv": "”{}” är inget fält.", "en": "“{}” is no field."},
    "save": {"sv": "Spara i {}? [ja/nej]", "en": "Save to {}? [yes/no]"},
    "saved": {"sv": "Sparat i {}.", "en": "Saved to {}."},
    "not saved": {"sv": "Inget är sparat.", "en": "Nothing is saved."},
    "reads": {
        "sv": "Så läst får dokumentet {} iakttagelser, och {} texter får ingen plats.",
        "en": "Read like that, the document gets {} findings, and {} texts find no place.",
    },
    "no document": {
        "sv": "Riktlinjen har inget dokument av det slaget.",
        "en": "The guideline has no document of that kind.",
    },
}


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    command(app, "adopt", "Lär in kommunens egen Word-mall: föreslår vad rubriker och kolumner betyder, du bekräftar.")(
        adopt
    )


def adopt(
    file: Annotated[str, argument("Mallen eller, hellre, ett ifyllt dokument (.docx).", "FIL")],
    kind: Annotated[Kind, option("--kind", help="Vad det är: " + KINDS)] = Kind.plan,
    policy: Annotated[
        str | None, option("--policy", help="Filen med lokala inställningar som förslaget sparas i.", metavar="FIL")
    ] = None,
    show: Annotated[bool, option("--show", help="Visa bara förslaget.")] = False,
    accept: Annotated[bool, option("--accept", help="Spara det som är troligt utan frågor.")] = False,
    guideline: Annotated[str | None, GUIDELINE] = None,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Proposes how a template is read, and saves what is confirmed."""
    if not show and policy is None:
        raise typer.BadParameter("Säg med --policy var det ska sparas, eller visa bara förslaget med --show.")
    system = _systems.system(guideline, policy if policy and os.path.exists(policy) else None, lang)
    cls = TYPES[kind.value]
    most = kv.DocxLimits().file_bytes
    docx = read_document(file, True, most, most)
    proposal = cls.propose_form(docx, system=system)
    out = _output.console()
    _show(out, proposal, lang)
    if not proposal.form.document:
        _output.complain(_WORDS["no document"][lang])
    form = proposal.form if show or accept else _confirmed(out, proposal, _fields(cls), lang)
    form = form.replace(title=kv.Localised(sv=Path(file).stem, en=""))
    kept = [other for other in system.policy.forms if other.title != form.title or other.document != form.document]
    changed = system.policy.replace(forms=[*kept, form])
    read = cls.from_docx(docx, system=kv.QualitySystem(guideline=system.guideline, policy=changed))
    assert read.origin is not None
    out.print()
    out.print(_WORDS["reads"][lang].format(len(read.origin.findings), len(read.origin.unplaced)))
    if show:
        return
    assert policy is not None
    if not accept and not _output.agreed(_WORDS["save"][lang].format(policy)):
        out.print(_WORDS["not saved"][lang])
        return
    if changed.is_default:
        changed = changed.replace(is_default=False, id=f"{system.guideline.id}-local")
    changed.save(policy)
    out.print(_WORDS["saved"][lang].format(policy), soft_wrap=True)


def _fields(cls: type[Document]) -> list[str]:
    """Every place of a document type, as forms name it."""
    schema = json.loads(kv.json_schema(cls))
    found: list[str] = []

    def below(node: dict[str, object], path: str) -> None:
        node = _resolved(node, schema)
        items = node.get("items")
        if isinstance(items, dict):
            node = _resolved(items, schema)
        properties = node.get("properties")
        if isinstance(properties, dict):
            for key, child in properties.items():
                found.append(f"{path}.{key}" if path else key)
                below(child, found[-1])

    below(schema, "")
    return found


def _resolved(node: dict[str, object], schema: dict[str, object]) -> dict[str, object]:
    reference = node.get("$ref")
    if not isinstance(reference, str):
        return node
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    resolved: dict[str, object] = definitions[reference.rpartition("/")[2]]
    return resolved


def _show(out: Console, proposal: kv.FormProposal, lang: Lang) -> None:
    rows = []
    for one in proposal.labels:
        label = _WORDS["heading"][lang].format(one.level, one.label) if one.level else one.label
        example = one.examples[0] if one.examples else ""
        rows.append((label, one.field or _WORDS["nothing"][lang], say(one.certainty.label, lang), example))
    for heading in proposal.form.headings:
        rows.append((_WORDS["every heading"][lang].format(heading.level), heading.field, "", ""))
    _output.table(out, [_WORDS[key][lang] for key in ("template", "means", "certainty", "example")], rows)


def _confirmed(out: Console, proposal: kv.FormProposal, fields: list[str], lang: Lang) -> kv.DocumentForm:
    """The form with what somebody answers; what the library reads anyway is not asked for."""
    out.print()
    out.print(_WORDS["intro"][lang])
    out.print(_WORDS["fields"][lang].format(", ".join(fields)))
    labels = []
    levels = {heading.level for heading in proposal.form.headings}
    try:
        for one in proposal.labels:
            if one.certainty == kv.Certainty.certain:
                continue
            if one.certainty == kv.Certainty.unknown and one.level in levels:
                continue
            field = _ask(out, one.label, one.field, fields, lang)
            if field:
                labels.append(kv.FormLabel(label=one.label, field=field))
        headings = [
            kv.FormHeading(level=heading.level, field=field)
            for heading in proposal.form.headings
            if (field := _ask(out, _WORDS["every heading"][lang].format(heading.level), heading.field, fields, lang))
        ]
    except typer.Abort:
        out.print()
        _output.complain(_WORDS["not saved"][lang])
    return proposal.form.replace(labels=labels, headings=headings)


def _ask(out: Console, label: str, proposed: str, fields: list[str], lang: Lang) -> str:
    """Asks until the answer is a field or none."""
    while True:
        answer = typer.prompt(f"{label} [{proposed or '-'}]", default="", show_default=False).strip()
        if not answer:
            return proposed
        if answer == "-":
            return ""
        if answer in fields:
            return answer
        out.print(_WORDS["no field"][lang].format(answer))
