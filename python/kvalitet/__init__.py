"""Systematic quality work in Swedish schools: a guideline as data, and what follows from it.

    import datetime as dt, kvalitet as kv
    system = kv.QualitySystem.builtin("vetlanda-2024")
    plan = kv.CommitmentPlan.load("plan.json")
    for finding in system.check(plan, as_of=dt.date(2026, 9, 1)):
        print(finding)

Objects of the model are frozen: sequences are tuples, and a change is `replace(...)`.
"""

from kvalitet._choice import Choice as Choice
from kvalitet._documents import load_document as load_document
from kvalitet._errors import Error as Error
from kvalitet._errors import FileError as FileError
from kvalitet._errors import LimitError as LimitError
from kvalitet._errors import NotFoundError as NotFoundError
from kvalitet._errors import UsageError as UsageError
from kvalitet._frames import to_frame as to_frame
from kvalitet._invitations import Invitation as Invitation
from kvalitet._invitations import invitation_page as invitation_page
from kvalitet._native import *
from kvalitet._native import __version__ as __version__
from kvalitet._pictures import docx_picture as docx_picture
from kvalitet._pictures import to_png as to_png
from kvalitet._plots import SurveyPlot as SurveyPlot
from kvalitet._plots import answers_plot as answers_plot
from kvalitet._plots import progression_plot as progression_plot
from kvalitet._policy import policy_changes as policy_changes
from kvalitet._records import Records as Records
from kvalitet._spreadsheets import to_xlsx as to_xlsx
from kvalitet._survey_page import survey_page as survey_page

_LATER = ("AnswerFile", "AnswerSource", "DroppedColumn", "read_answers", "read_invited")


def __getattr__(name: str) -> object:
    """What few need is imported when first asked for."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kvalitet import _answer_files

    return getattr(_answer_files, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_LATER})
