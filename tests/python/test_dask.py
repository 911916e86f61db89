"""Answers counted by many processes: the same bytes as by one, whatever happens to them."""

from __future__ import annotations

import os
import pickle
import random
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dask
import kvalitet as kv
import polars
import pytest
from dask.distributed import Client, LocalCluster
from kvalitet.dask import count_answers

ROOT = Path(__file__).parents[2]
TLD = kv.SurveyInstrument.load(ROOT / "examples" / "survey" / "tld.json")
BY = ["unit", "grade"]
ROWS = 3000


def made_up(rows: int = ROWS) -> polars.DataFrame:
    chance = random.Random(7)
    columns: dict[str, list[Any]] = {
        "unit": [f"skola {chance.randrange(12):02}" for _ in range(rows)],
        "grade": [chance.randrange(4, 10) for _ in range(rows)],
    }
    for item in TLD.items:
        codes = [level.code for scale in TLD.scales if scale.id == item.scale for level in scale.levels]
        columns[item.id] = [chance.choice([*codes, 9, None]) for _ in range(rows)]
    return polars.DataFrame(columns)


FRAME = made_up()
WHOLE = kv.SurveyCounts.from_frame(FRAME, TLD, by=BY, round="2026-10")


def cut(frame: polars.DataFrame, parts: int, seed: int = 0) -> list[polars.DataFrame]:
    """Into parts of any size, some of them empty, in any order."""
    chance = random.Random(seed)
    ends = sorted(chance.randrange(len(frame) + 1) for _ in range(parts - 1))
    pieces = [frame[start:end] for start, end in zip([0, *ends], [*ends, len(frame)], strict=True)]
    chance.shuffle(pieces)
    return pieces


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """Two worker processes on this machine, which stop by themselves when the tests do."""
    with (
        dask.config.set({"distributed.worker.daemon": True, "distributed.comm.timeouts.connect": "120s"}),
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",  # None would take one port for all, on every interface
            worker_dashboard_address="127.0.0.1:0",
            scheduler_kwargs={"dashboard": False},
            memory_limit=0,
        ) as cluster,
        Client(cluster, timeout="120s") as client,
    ):
        yield client


def test_two_processes_give_the_same_bytes_as_one(client: Client) -> None:
    assert len({worker["pid"] for worker in client.run(lambda: {"pid": os.getpid()}).values()} - {os.getpid()}) == 2
    for parts, split_every in ((1, 2), (2, 2), (13, 3), (40, 8)):
        counts = count_answers(cut(FRAME, parts, parts), TLD, by=BY, round="2026-10", split_every=split_every)
        assert counts.to_json() == WHOLE.to_json()


def test_files_are_read_where_they_are_counted(client: Client, tmp_path: Path) -> None:
    paths = []
    for at, piece in enumerate(cut(FRAME, 7)):
        paths.append(tmp_path / f"svar-{at}.{'csv' if at % 2 else 'parquet'}")
        (piece.write_csv if at % 2 else piece.write_parquet)(paths[-1])
    counts, reports = count_answers(paths, TLD, by=BY, round="2026-10", with_reports=True)
    assert counts.to_json() == WHOLE.to_json()
    assert sum(report.rows for report in reports) == ROWS
    assert len(reports) == len(paths)

    def by_hand(path: str) -> Any:
        return polars.read_csv(path, separator=";")

    FRAME.write_csv(tmp_path / "semikolon.txt", separator=";")
    same = count_answers([tmp_path / "semikolon.txt"], TLD, by=BY, round="2026-10", read=by_hand)
    assert same.to_json() == WHOLE.to_json()


def test_a_lost_worker_loses_nothing(client: Client, tmp_path: Path) -> None:
    """It ends itself in the middle of its part, with the counts that it has so far."""
    marker = tmp_path / "ended"

    def part(at: int, rows: polars.DataFrame) -> polars.DataFrame:
        if at == 9:
            try:
                marker.touch(exist_ok=False)
            except FileExistsError:
                return rows
            os.kill(os.getpid(), signal.SIGKILL)
        return rows

    before = set(client.scheduler_info()["workers"])
    pieces = [dask.delayed(part)(at, rows) for at, rows in enumerate(cut(FRAME, 12))]
    counts = count_answers(pieces, TLD, by=BY, round="2026-10", split_every=4)
    assert marker.exists()
    assert counts.to_json() == WHOLE.to_json()
    client.wait_for_workers(2, timeout=120)
    assert set(client.scheduler_info()["workers"]) != before


def test_a_dask_data_frame_is_counted_by_its_partitions(client: Client) -> None:
    import dask.dataframe

    frame = dask.dataframe.from_pandas(FRAME.to_pandas(), npartitions=5)
    assert count_answers(frame, TLD, by=BY, round="2026-10").to_json() == WHOLE.to_json()


def test_what_is_wrong_with_a_part_is_said(client: Client, tmp_path: Path) -> None:
    parts = [FRAME[:10], FRAME[10:20].drop("grade")]
    with pytest.raises(kv.UsageError, match=r"Del 2: .*grade"):
        count_answers(parts, TLD, by=BY)
    path = tmp_path / "svar.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(kv.FileError, match=r"”svar\.csv” har ingen rad"):
        count_answers([path], TLD)
    with pytest.raises(kv.FileError, match="finns inte"):
        count_answers([tmp_path / "no-such.csv"], TLD)


def test_without_a_cluster_threads_count() -> None:
    with dask.config.set(scheduler="threads"):
        assert count_answers(cut(FRAME, 9), TLD, by=BY, round="2026-10").to_json() == WHOLE.to_json()


def test_misuse_is_told() -> None:
    with pytest.raises(kv.UsageError, match="inga delar"):
        count_answers([], TLD)
    with pytest.raises(TypeError, match="list of columns"):
        count_answers([FRAME], TLD, by="unit")
    with pytest.raises(TypeError, match="SurveyInstrument"):
        count_answers([FRAME], "tld.json")  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="parts"):
        count_answers(FRAME, TLD)
    with pytest.raises(TypeError, match="parts"):
        count_answers("svar.csv", TLD)
    with pytest.raises(ValueError, match="split_every"):
        count_answers([FRAME], TLD, split_every=1)


def test_errors_travel_between_processes() -> None:
    error = kv.UsageError("x", kv.Localised(sv="å", en="a"), kv.Localised(sv=""))
    copied = pickle.loads(pickle.dumps(error))
    assert (copied.code, str(copied)) == ("x", "å")


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dask", None)
    with pytest.raises(ModuleNotFoundError, match=r'pip install "kvalitet\[dask\]"'):
        count_answers([FRAME], TLD)
