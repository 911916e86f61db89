"""Answers to surveys in files: CSV, Excel and Parquet become counts. Imported when first used."""

from __future__ import annotations

from kvalitet._answer_files.invited import read_invited
from kvalitet._answer_files.reading import AnswerFile, AnswerSource, DroppedColumn, read_answers

__all__ = ["AnswerFile", "AnswerSource", "DroppedColumn", "read_answers", "read_invited"]
