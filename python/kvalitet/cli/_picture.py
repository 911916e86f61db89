"""kvalitet picture: the quality system drawn, for web pages, documents and slides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

import typer

import kvalitet as kv
from kvalitet._text import Lang
from kvalitet.cli import _output, _systems
from kvalitet.cli._house import (
    GUIDELINE,
    LANG,
    POLICY,
    argument,
    command,
    group,
    option,
    parse_day,
    parse_school_year,
    refuse_together,
)

_DRAWN = {"sv": "Bilden i {}", "en": "The picture in {}"}
_WRITTEN = {"sv": "Principerna i {}", "en": "The principles in {}"}

_SCHEMES = "light (ljusa), dark (mörka) eller automatic (som läsaren har valt på sin skärm)"
OUT = option(
    "--out",
    "-o",
    help="Filen att skriva till, i stället för till skärmen: en bild i PNG om namnet slutar på .png, annars i SVG.",
    metavar="FIL",
)
WIDTH = option("--width", help="Bredden på en PNG, i bildpunkter. Förval: 960.", metavar="ANTAL", min=1)
SCHEME = option("--scheme", help=f"Färgerna: {_SCHEMES}. Förval: light.", metavar="FÄRGER")
YEAR = option("--year", help="Läsåret, som 2026/27. Förval: det som pågår.", metavar="LÄSÅR", parser=parse_school_year)


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    commands = group("Rita kvalitetssystemet: bilder (SVG eller PNG) för webbsidor, dokument och presentationer.")
    command(commands, "wheel", "Rita årshjulet: läsårets dialoger och mätningar runt ett hjul.")(wheel)
    command(
        commands, "system", "Rita systemskissen: nivåerna sida vid sida genom läsåret och det som knyter ihop dem."
    )(system)
    command(commands, "chain", "Rita stöd- och styrkedjan, och frågorna i förbättringsloopen.")(chain)
    command(commands, "frame-factors", "Rita ramfaktormodellen: vad varje dialog ser på.")(frame_factors)
    command(commands, "effect-chain", "Rita effektkedjan i en åtagandeplan, med det som saknas i den.")(effect_chain)
    command(commands, "principles", "Skriv de styrande principerna som en webbsida (HTML).")(principles)
    app.add_typer(commands, name="picture", rich_help_panel="Kommandon")


def wheel(
    year: Annotated[kv.SchoolYear | None, YEAR] = None,
    mark: Annotated[
        dt.date | None, option("--mark", help="Markera denna dag.", metavar="DATUM", parser=parse_day)
    ] = None,
    out: Annotated[str | None, OUT] = None,
    width: Annotated[int | None, WIDTH] = None,
    scheme: Annotated[kv.PictureScheme, SCHEME] = kv.PictureScheme.light,
    guideline: Annotated[str | None, GUIDELINE] = None,
    policy: Annotated[str | None, POLICY] = None,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Draws the wheel."""
    cycle = _systems.system(guideline, policy, lang).annual_cycle(year or kv.SchoolYear.of(dt.date.today()))
    put(cycle.to_svg(mark=mark, lang=lang, scheme=scheme), out, width, lang)


def system(
    year: Annotated[kv.SchoolYear | None, YEAR] = None,
    lane: Annotated[
        list[str] | None,
        option(
            "--lane",
            help="En nivå eller aktör med ett eget spår. Ange flera gånger för flera. Förval: alla nivåer.",
            metavar="NAMN",
        ),
    ] = None,
    out: Annotated[str | None, OUT] = None,
    width: Annotated[int | None, WIDTH] = None,
    scheme: Annotated[kv.PictureScheme, SCHEME] = kv.PictureScheme.light,
    guideline: Annotated[str | None, GUIDELINE] = None,
    policy: Annotated[str | None, POLICY] = None,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Draws the system sketch."""
    drawn = _systems.system(guideline, policy, lang)
    known: list[kv.Concept | kv.Actor] = [*drawn.guideline.levels, *drawn.guideline.actors]
    lanes = [_id_of(known, name) for name in lane or ()]
    days = year or kv.SchoolYear.of(dt.date.today())
    put(drawn.to_svg(days, lanes=lanes, lang=lang, scheme=scheme), out, width, lang)


def chain(
    out: Annotated[str | None, OUT] = None,
    width: Annotated[int | None, WIDTH] = None,
    scheme: Annotated[kv.PictureScheme, SCHEME] = kv.PictureScheme.light,
    guideline: Annotated[str | None, GUIDELINE] = None,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Draws the chain of support and governance."""
    put(_systems.guideline(guideline, lang).to_svg("chain", lang=lang, scheme=scheme), out, width, lang)


def frame_factors(
    out: Annotated[str | None, OUT] = None,
    width: Annotated[int | None, WIDTH] = None,
    scheme: Annotated[kv.PictureScheme, SCHEME] = kv.PictureScheme.light,
    guideline: Annotated[str | None, GUIDELINE] = None,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Draws the frame factor model."""
    put(_systems.guideline(guideline, lang).to_svg("frame-factors", lang=lang, scheme=scheme), out, width, lang)


def effect_chain(
    plan: Annotated[str, argument("Filen med åtagandeplanen (Word eller JSON).", "PLAN")],
    out: Annotated[str | None, OUT] = None,
    width: Annotated[int | None, WIDTH] = None,
    scheme: Annotated[kv.PictureScheme, SCHEME] = kv.PictureScheme.light,
    mermaid: Annotated[
        bool, option("--mermaid", help="Skriv den som text i språket Mermaid, som många wikier ritar.")
    ] = False,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Draws the effect chain of a plan."""
    read = _systems.readable(kv.CommitmentPlan.load(plan), lang)
    found = kv.effect_chain(read)
    if mermaid:
        refuse_together("--mermaid", mermaid, {"--width": width})
        _output.put_to(out or "-", found.to_mermaid(lang=lang), _DRAWN[lang].format(out))
        return
    about = ", ".join(filter(None, (read.principal, str(read.school_year))))
    put(found.to_svg(about=about, lang=lang, scheme=scheme), out, width, lang)


def principles(
    out: Annotated[
        str | None, option("--out", "-o", help="Filen att skriva till, i stället för till skärmen.", metavar="FIL")
    ] = None,
    part: Annotated[bool, option("--part", help="Bara tabellen, att lägga in i en egen sida.")] = False,
    scheme: Annotated[
        kv.PictureScheme, option("--scheme", help=f"Sidans färger: {_SCHEMES}. Förval: automatic.", metavar="FÄRGER")
    ] = kv.PictureScheme.automatic,
    guideline: Annotated[str | None, GUIDELINE] = None,
    lang: Annotated[Lang, LANG] = Lang.sv,
) -> None:
    """Writes the governing principles."""
    html = _systems.guideline(guideline, lang).principles_html(page=not part, lang=lang, scheme=scheme)
    _output.put_to(out or "-", html, _WRITTEN[lang].format(out))


def png(svg: str, width: int | None) -> bytes:
    """The picture as PNG, or what is needed for that."""
    try:
        return kv.to_png(svg) if width is None else kv.to_png(svg, width=width)
    except ModuleNotFoundError as error:
        _output.complain(str(error))
    except ValueError:
        raise typer.BadParameter(f"En PNG kan inte vara {width} bildpunkter bred här. Välj en mindre bredd.") from None


def put(svg: str, out: str | None, width: int | None, lang: Lang) -> None:
    as_png = out is not None and out.casefold().endswith(".png")
    if width is not None and not as_png:
        raise typer.BadParameter("--width hör ihop med --out och en fil vars namn slutar på .png.")
    _output.put_to(out or "-", png(svg, width) if as_png else svg, _DRAWN[lang].format(out))


def _id_of(known: Sequence[kv.Concept | kv.Actor], name: str) -> str:
    """The id of what has this id or title; the library says what there is when nothing has."""
    for one in known:
        if name.casefold() in (one.id, one.title.sv.casefold(), one.title.en.casefold()):
            return one.id
    return name
