"""Invitations to a survey on paper: for each unit its link as a QR code and in words. Needs the extra `pages`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kvalitet._errors import UsageError
from kvalitet._native import Language, Localised, SurveyInstrument

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt
    from typing import Any

_LONGEST = 300  # of which a QR code can still be read from a sheet on the wall
_FIELDS = ("unit", "link", "principal", "round", "respondents", "contact", "first", "last")
# Languages that are written from the right, by the first part of their tags.
_FROM_THE_RIGHT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
_NEEDED = (
    'Sidor med QR-koder behöver ett tillägg. Installera det med: pip install "kvalitet[pages]"\n'
    'Pages with QR codes need an extra. Install it with: pip install "kvalitet[pages]"'
)

_WORDS: Mapping[str, Mapping[str, str]] = {
    "title": {"sv": "Inbjudan till enkät", "en": "Invitation to a survey"},
    "sheets": {
        "sv": "En sida för varje enhet. Skriv ut sidan: varje enhet kommer på ett eget papper.",
        "en": "A page for each unit. Print it: each unit comes on a sheet of its own.",
    },
    "one": {"sv": "Skriv ut sidan på ett papper.", "en": "Print it on a sheet of paper."},
    "how": {
        "sv": "Rikta kameran i mobilen eller surfplattan mot rutan, eller skriv adressen under den i en webbläsare.",
        "en": "Point the camera of a telephone or a tablet at the square, or type the address below it in a browser.",
    },
    "code": {"sv": "QR-kod som leder till {}", "en": "QR code that leads to {}"},
    "address": {"sv": "Adress", "en": "Address"},
    "round": {"sv": "Omgång", "en": "Round"},
    "open": {"sv": "Öppen", "en": "Open"},
    "from": {"sv": "från och med {}", "en": "from {}"},
    "until": {"sv": "till och med {}", "en": "until {}"},
    "respondents": {"sv": "Vilka som svarar", "en": "Who answers"},
    "principal": {"sv": "Rektor", "en": "Principal"},
    "contact": {"sv": "Frågor om enkäten", "en": "Questions about the survey"},
    "instructions": {"sv": "Till dig som svarar", "en": "To you who answer"},
}


class Invitation:
    """Whom a sheet invites: a unit, or a group within it, and the link to its survey.

    `link` begins with https:// and has no more than 300 characters. `round` is such as `2026-10`, `respondents` who
    answers in words, `contact` whom to ask, `first` and `last` the days between which it is open. UsageError, in Swedish
    and English, for what is no such link, for a unit without a name, and where the last day comes before the first.
    """

    __module__ = "kvalitet"
    __slots__ = _FIELDS

    def __init__(
        self,
        *,
        unit: str,
        link: str,
        principal: str = "",
        round: str = "",
        respondents: str = "",
        contact: str = "",
        first: dt.date | None = None,
        last: dt.date | None = None,
    ) -> None:
        self.unit = unit.strip()
        self.link = _checked(link, self.unit)
        self.principal = principal
        self.round = round
        self.respondents = respondents
        self.contact = contact
        self.first = first
        self.last = last
        if not self.unit:
            raise _misuse(
                "invitation.unit", "En inbjudan saknar enhetens namn.", "An invitation lacks the name of its unit."
            )
        if first is not None and last is not None and last < first:
            raise _misuse(
                "invitation.days",
                f"{self.unit}: sista dagen, {last}, är före första dagen, {first}.",
                f"{self.unit}: the last day, {last}, is before the first, {first}.",
            )

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={getattr(self, name)!r}" for name in _FIELDS if getattr(self, name))
        return f"Invitation({given})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Invitation) and all(getattr(self, n) == getattr(other, n) for n in _FIELDS)

    __hash__ = None  # type: ignore[assignment]


def invitation_page(
    invitations: Iterable[Invitation],
    instrument: SurveyInstrument | None = None,
    *,
    contact: str = "",
    lang: Language | str = "sv",
) -> str:
    """A page of HTML to print: on a sheet of A4 for each invitation its QR code, the link in words, and what is known.

    Of the `instrument` it takes the title, and the instructions in all its languages. `contact` is for invitations that
    have none of their own. The page has no script and takes nothing from outside. UsageError without any invitation, and
    where two units have the same link, since their answers could not be told apart; ModuleNotFoundError without the
    extra `pages`.
    """
    given = tuple(invitations)
    if not given:
        raise _misuse("invitation.none", "Det finns ingen inbjudan att skriva.", "There is no invitation to write.")
    _told_apart(given)
    try:
        import jinja2
        import segno
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(_NEEDED, name=error.name) from None
    from importlib import resources

    from kvalitet._text import say

    spoken = Language(lang)
    words = {key: value[spoken] for key, value in _WORDS.items()}
    title = say(instrument.title, spoken) if instrument is not None else ""
    source = resources.files("kvalitet").joinpath("templates", "invitations.html.j2").read_text(encoding="utf-8")
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(source).render(
        lang=str(spoken),
        words=words,
        title=title or words["title"],
        sheets=[
            {
                "unit": one.unit,
                "link": one.link,
                "rows": _rows(one, contact, words, spoken),
                "alternative": words["code"].format(one.link),
                "code": jinja2.utils.markupsafe.Markup(_code(segno.make_qr(one.link, error="m"))),
            }
            for one in given
        ],
        instructions=_instructions(instrument, spoken) if instrument is not None else [],
    )


def _code(code: Any) -> str:
    """The squares as one shape, with the calm border of four squares that readers need."""
    rows = tuple(code.matrix_iter(border=4))
    path = "".join(f"M{x},{y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    size = len(rows)
    return (
        f'<svg viewBox="0 0 {size} {size}" shape-rendering="crispEdges" aria-hidden="true" focusable="false">'
        f'<rect width="{size}" height="{size}" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    )


def _rows(one: Invitation, contact: str, words: Mapping[str, str], lang: Language) -> list[tuple[str, str]]:
    from kvalitet._text import day, days, round_name

    if one.first is not None and one.last is not None:
        opened = days(one.first, one.last, lang)
    elif one.first is not None:
        opened = words["from"].format(day(one.first, lang))
    else:
        opened = words["until"].format(day(one.last, lang)) if one.last is not None else ""
    rows = [
        (words["round"], round_name(one.round, lang)),
        (words["open"], opened),
        (words["respondents"], one.respondents),
        (words["principal"], one.principal),
        (words["contact"], one.contact or contact),
    ]
    return [(label, text) for label, text in rows if text]


def _instructions(instrument: SurveyInstrument, lang: Language) -> list[tuple[str, str, str]]:
    """Language, direction and words, in the page's own language first; of each language what is for everybody."""
    chosen: dict[str, str] = {}
    for one in sorted(instrument.instructions, key=lambda one: one.respondents is not None):
        chosen.setdefault(one.language, one.text)
    own = sorted(chosen.items(), key=lambda each: not each[0].startswith(str(lang)))
    return [
        (tag, "rtl" if tag.casefold().split("-")[0] in _FROM_THE_RIGHT else "ltr", text) for tag, text in own if text
    ]


def _told_apart(given: Sequence[Invitation]) -> None:
    first: dict[str, Invitation] = {}
    for one in given:
        other = first.setdefault(one.link, one)
        if other.unit != one.unit:
            raise _misuse(
                "invitation.shared",
                f"{other.unit} och {one.unit} har samma länk, {one.link}. Då går deras svar inte att skilja åt.",
                f"{other.unit} and {one.unit} have the same link, {one.link}. Their answers could not be told apart.",
            )


def _checked(link: str, unit: str) -> str:
    """The link, when it is one that can be printed and followed."""
    from urllib.parse import urlsplit

    link = link.strip()
    shown = "".join(c if c.isprintable() else "?" for c in link)[:80]
    try:
        parts = urlsplit(link)
        host, named = parts.hostname, parts.username is not None or parts.password is not None
        parts.port  # noqa: B018  # raises for what is no port
    except ValueError:
        host, named = None, False
    whole = link.isascii() and link.isprintable() and not any(c in ' "<>\\^`{|}' for c in link)
    if not link.startswith("https://") or not host or not whole or named:
        raise _misuse(
            "invitation.link",
            f"{unit}: ”{shown}” är ingen länk till en enkät. Den ska börja med https:// och får inte innehålla "
            "mellanslag, lösenord eller andra tecken än de som hör till adresser; å, ä och ö skrivs som %C3%A5 och så "
            "vidare.",
            f"{unit}: “{shown}” is no link to a survey. It has to begin with https:// and may have no spaces, passwords "
            "or other characters than those of addresses; å, ä and ö are written as %C3%A5 and so on.",
        )
    if len(link) > _LONGEST:
        raise _misuse(
            "invitation.long",
            f"{unit}: länken har {len(link)} tecken. En QR-kod som ska gå att läsa får ha högst {_LONGEST}.",
            f"{unit}: the link has {len(link)} characters. A QR code that can be read may have {_LONGEST} at most.",
        )
    return link


def _misuse(code: str, sv: str, en: str) -> UsageError:
    return UsageError(code, Localised(sv=sv, en=en), Localised(sv=""))
