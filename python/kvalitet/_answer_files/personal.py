"""What points out a person: headings of columns that are dropped on reading, and words that are not shown."""

from __future__ import annotations

import re
from typing import NamedTuple

from kvalitet import _native
from kvalitet._answer_files.folding import loose


class Kind(NamedTuple):
    """What a column holds that is dropped."""

    sv: str
    en: str
    headings: frozenset[str]  # as `loose` makes them
    pattern: str = ""  # of headings in more words


def _kind(sv: str, en: str, headings: str, pattern: str = "") -> Kind:
    return Kind(sv, en, frozenset(headings.split("|")), pattern)


LANGUAGE = "language"  # points out nobody: the only one by which answers may be divided

# Of Microsoft Forms, Google Forms, SurveyMonkey, LimeSurvey and Qualtrics, and what schools call things.
KINDS = {
    "id": _kind(
        "id-nummer",
        "identity of the respondent",
        "id|respondent|respondent id|respondent-id|respondentid|respondentnummer|respondent number|svarande|svarande-id|"
        "svars-id|svarsid|svarsnummer|response id|response-id|responseid|response number|löpnummer|lopnummer|löpnr|lopnr|"
        "elev|elever|elev-id|elevid|elevnummer|elevnr|elevkod|barn|barnets id|pupil|pupil id|student|student id|user|user id|"
        "userid|username|user name|användare|användar-id|användarnamn|användarid|uuid|guid|token|seed|frö|collector id|collectorid|"
        "session id|deltagare|deltagar-id|participant|participant id|external reference|externaldatareference|custom data 1",
        r"\b(elev|respondent|svars|användar|student|pupil|user)[- ]?(id|nummer|nr|number)\b",
    ),
    "name": _kind(
        "namn",
        "name",
        "name|namn|full name|fullname|fullständigt namn|first name|firstname|last name|lastname|surname|given name|"
        "family name|förnamn|fornamn|efternamn|tilltalsnamn|för- och efternamn|för och efternamn|förnamn och efternamn|"
        "ditt namn|mitt namn|elevens namn|elevnamn|elev namn|barnets namn|barnnamn|svarandes namn|respondentens namn|"
        "vad heter du|vem är du|your name|student name|pupil name|responder|vårdnadshavare|vårdnadshavarens namn|målsman|"
        "recipientfirstname|recipientlastname|namn på eleven|namn på barnet|underskrift|signatur",
        r"\b(för|efter|tilltals)namn\b|\bvad heter du\b|\b(ditt|elevens|elevers|barnets|respondentens|svarandes"
        r"|vårdnadshavare(n|ns|s)?|förälder(n|ns|s)?|(egna|hela|fullständiga)) (fullständiga |hela )?namn\b"
        r"|\bnamn på (eleven|barnet|vårdnadshavare)|\b(your|first|last|full|family|given) name\b"
        r"|\b(pupil|student|child|parent)('s)? name\b|\bwhat is your name\b",
    ),
    "e-mail": _kind(
        "e-postadress",
        "e-mail address",
        "email|e-mail|mail|mejl|e-post|epost|email address|e-mail address|e-postadress|epostadress|mejladress|mailadress|"
        "username (email)|upn|user principal name|recipientemail|respondents email|responder's email",
        r"\be-?post(adress|en)?\b|\be-?mail\b|\b(mejl|mail)(adress)?\b",
    ),
    "phone": _kind(
        "telefonnummer",
        "telephone number",
        "telefon|tel|tel nr|telnr|mobil|mobiltelefon|phone|mobile|cell|cell phone",
        r"\b(telefon|mobil|mobiltelefon)(nummer|nr)\b|\b(tele)?phone number\b|\bmobile number\b",
    ),
    "identity-number": _kind(
        "personnummer",
        "personal identity number",
        "pnr|persnr|födelsedatum|födelsetid|födelsenummer|födelsedag|födelseår och datum|date of birth|birth date|birthdate|"
        "birthday|dob|ssn",
        r"\bperson-?(nummer|nr)\b|\bsamordningsnummer\b|\bpersonal (identity )?number\b|\bsocial security\b"
        r"|\bnär är du född\b|\bfödelsedatum\b",
    ),
    "address": _kind(
        "adress",
        "address",
        "adress|bostadsadress|hemadress|gatuadress|postadress|address|home address|street address|postnummer",
        r"\b(hem|bostads|gatu|post)adress\b|\b(home|street) address\b",
    ),
    "network-address": _kind(
        "nätverksadress",
        "network address",
        "ip|ip-adress|ip adress|ipadress|ip address|ip-address|ipaddress|ipaddr|user agent|useragent|browser|webbläsare|"
        "latitude|longitude|locationlatitude|locationlongitude|latitud|longitud|refurl",
        r"\bip-? ?(adress|address)\b",
    ),
    "time": _kind(
        "tidpunkt",
        "time of answering",
        "start time|starttid|starttidpunkt|completion time|slutförandetid|sluttid|tid för slutförande|"
        "last modified time|tidpunkt för senaste ändring|senast ändrad|senast ändrad tid|tid för senaste ändring|"
        "tidstämpel|timestamp|startdatum|slutdatum|start date|end date|startdate|enddate|recorded date|recordeddate|"
        "date created|date modified|datecreated|datemodified|submit date|submitdate|submitted|submitted at|datestamp|"
        "inskickat|inskickad|svarsdatum|svarstid|time taken|duration|duration (in seconds)|interviewtime|last action|"
        "senast sparad|skapad|created at|skickat datum|datum inskickat|datum startat|datum för senaste åtgärd|sista sida|"
        "lastpage|last page|status|progress|finished|distributionchannel",
    ),
    LANGUAGE: _kind(
        "språk",
        "language",
        "language|språk|svarsspråk|user language|userlanguage|startlanguage|startspråk|response language",
    ),
    "points": _kind(
        "poäng",
        "points",
        "total points|totalt antal poäng|totala poäng|poäng totalt|quiz feedback|feedback för test|testfeedback|"
        "feedback på test|grade posted time|tidpunkt för publicering av betyg|score|poäng|points|feedback|totalpoäng",
        r"^(points|poäng|feedback|återkoppling) *-",
    ),
}

_OF_A_UNIT = 8  # figures of the code of a unit, which may look like a telephone number
_FEW_GROUPS = 3
_MANY_WORDS = 8  # a heading of more is a question, whatever word it has in it

_E_MAIL = r"(?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"
_IDENTITY = r"(?<!\d)(?:19|20)?\d{2}[01]\d[0-9]\d[-+ ]?(?:\d{4}|[A-ZÅÄÖ]\d{3}|[xX]{4})(?!\d)"
_PHONE = r"(?<![\d+])(?:\+46|0046|0)[ -]?[1-9](?:[ /-]?\d){6,9}(?!\d)"
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d[:.]\d\d.*|\d\d?[/.]\d\d?[/.]\d{4},? \d\d?[:.]\d\d.*"
)  # a day with its time
_DAY = re.compile(r"(?:19|20)\d\d-?[01]\d-?[0-3]\d")
# What places, schools and groups are called, and nobody.
_OF_A_PLACE = re.compile(
    r"skol|gymnas|förskol|fritids|klass|avdelning|enhet|program|område|kommun|centrum|campus|lärcenter|"
    r"school|class|district|\b(norra|södra|östra|västra|övre|nedre|stora|lilla|gamla|nya|sankt|s:t|real|åk|"
    r"north|south|east|west|upper|lower|old|new|saint)\b"
)
_POINTING = re.compile(f"{_E_MAIL}|{_IDENTITY}|{_PHONE}")
_HIDDEN = "[…]"
_POINTING_KINDS = (_native.FreeTextKind.identity_number, _native.FreeTextKind.e_mail, _native.FreeTextKind.phone)


def kind_of_heading(heading: str) -> str:
    """What a column with this very heading holds of a person; empty for nothing."""
    key = loose(heading)
    if re.match(KINDS["points"].pattern, key):
        return "points"  # what a quiz says of an item, in the item's words
    shorter = key.rstrip("0123456789 ")  # Forms writes `Namn2` where it has a column of its own of that name
    return next((kind for kind, one in KINDS.items() if key in one.headings or shorter in one.headings), "")


def kind_of_question(heading: str) -> str:
    """What somebody who is asked this tells of themselves; empty for nothing."""
    key = loose(heading)
    if len(key.split()) > _MANY_WORDS:
        return ""
    return next((kind for kind, one in KINDS.items() if one.pattern and re.search(one.pattern, key)), "")


def kind_of_values(values: list[str]) -> str:
    """What a column holds of persons by the look of its values; empty for nothing."""
    if not values:
        return ""
    for kind, pattern in (("e-mail", _E_MAIL), ("identity-number", _IDENTITY), ("phone", _PHONE)):
        told = values if kind != "phone" else [value for value in values if len(value) > _OF_A_UNIT]
        like = sum(re.fullmatch(pattern, value) is not None for value in told)
        if like * 5 >= len(values):
            return kind
    names = sum(_is_full_name(value) for value in values)
    return "name" if names * 2 > len(values) and len(set(values)) * 2 > len(values) else ""


def _is_full_name(value: str) -> bool:
    words = value.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() and re.sub("['’.-]", "", word).isalpha() for word in words)


def points_out(text: str) -> bool:
    """Whether there is an address, an identity number or a telephone number in it."""
    return _POINTING.search(text) is not None


def kind_of_group(name: str) -> str:
    """What of a person the name of a group is; empty for nothing. The code of a unit may look like a telephone number."""
    for kind, pattern in (("e-mail", _E_MAIL), ("identity-number", _IDENTITY)):
        if re.search(pattern, name):
            return kind
    if len(name) > _OF_A_UNIT and re.fullmatch(_PHONE, name):
        return "phone"
    return "time" if _MOMENT.fullmatch(name) else ""


def kind_of_groups(respondents: dict[str, int]) -> str:
    """What a division is where most of its groups are one respondent each, and are called what persons are; empty for nothing.
    Two groups may be two schools with few pupils."""
    names = [name for name in respondents if name]
    if len(names) < _FEW_GROUPS or sum(respondents[name] == 1 for name in names) * 2 <= len(names):
        return ""
    for kind, is_one in (("name", _is_persons_name), ("identity-number", _DAY.fullmatch)):
        if sum(bool(is_one(name)) for name in names) * 2 > len(names):
            return kind
    return ""


def _is_persons_name(value: str) -> bool:
    turned = " ".join(reversed(value.split(","))).strip()  # `Berg, Anna`
    return (
        _is_full_name(turned.title() if turned.islower() else turned) and _OF_A_PLACE.search(turned.casefold()) is None
    )


def without_pointing(text: str) -> str:
    """Without addresses, identity numbers and telephone numbers. Names stay: nothing knows them all."""
    for hit in reversed(_native.read_free_text(text)):
        if hit.kind in _POINTING_KINDS:
            text = text[: hit.start] + _HIDDEN + text[hit.start + hit.length :]
    return _POINTING.sub(_HIDDEN, text)
