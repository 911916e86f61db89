from kvalitet._answer_files import AnswerFile as AnswerFile
from kvalitet._answer_files import AnswerSource as AnswerSource
from kvalitet._answer_files import DroppedColumn as DroppedColumn
from kvalitet._answer_files import read_answers as read_answers
from kvalitet._answer_files import read_invited as read_invited
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
from kvalitet._pictures import docx_picture as docx_picture
from kvalitet._pictures import to_png as to_png
from kvalitet._plots import SurveyPlot as SurveyPlot
from kvalitet._plots import answers_plot as answers_plot
from kvalitet._plots import progression_plot as progression_plot
from kvalitet._policy import policy_changes as policy_changes
from kvalitet._records import Records as Records
from kvalitet._spreadsheets import to_xlsx as to_xlsx
from kvalitet._survey_page import survey_page as survey_page

__version__: str

def __dir__() -> list[str]: ...
