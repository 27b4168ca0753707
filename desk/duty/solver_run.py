"""HiGHS at work on one program: limits, a first solution, what it tells on its way, and a way to stop it."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass

import highspy
import numpy as np

from desk.duty.solver_model import Model

Told = Callable[[float | None, float | None, int | None], None]  # price of the best so far, bound, cells chosen in it
LOOK_S = 0.05


@dataclass(frozen=True)
class Solved:
    """cells: chosen columns of the grid (None: nothing found in time); value: their price; bound: no roster is cheaper."""

    cells: frozenset[int] | None
    value: float
    bound: float
    proven: bool
    stopped: bool = False


class Run:
    """One run. Its own thread belongs to HiGHS, so that the caller may be interrupted: `stop()` ends it soon."""

    def __init__(self, model: Model, prices: Sequence[float], seconds: float, seed: int, threads: int) -> None:
        self._model = model
        self._stop = threading.Event()
        self._found: int | None = None
        self.highs = highspy.Highs()  # type: ignore[no-untyped-call]
        for name, value in {
            "output_flag": False, "log_to_console": False, "random_seed": seed, "threads": max(1, min(2, threads)),
            "parallel": "off" if threads < 2 else "on", "time_limit": max(0.01, seconds),
            "mip_heuristic_run_root_reduced_cost": False,  # took half the time and found nothing here
        }.items():  # fmt: skip
            self.highs.setOptionValue(name, value)
        self.highs.passModel(_lp(model, prices))

    def tolerate(self, price: float) -> None:
        """Good enough within this distance from the bound."""
        self.highs.setOptionValue("mip_abs_gap", price)
        self.highs.setOptionValue("mip_rel_gap", 0.0)

    def begin_with(self, cells: frozenset[int] | set[int]) -> None:
        """A roster known to hold: it is the first solution, and HiGHS works the rest out."""
        count = self._model.cells
        values = np.zeros(count)
        values[list(cells)] = 1.0
        self.highs.setSolution(count, np.arange(count, dtype=np.int32), values)

    def go(self, told: Told, cancelled: Callable[[], bool] | None = None) -> Solved:
        """Run to the end, or until `cancelled` says so. Ctrl-C stops it and is passed on."""
        self._listen(told)
        pool = ThreadPoolExecutor(1, "highs")
        work = pool.submit(self.highs.run)
        try:
            while not work.done():
                wait([work], LOOK_S)
                if cancelled is not None and cancelled():
                    self._stop.set()
        except KeyboardInterrupt:
            self._stop.set()
            pool.shutdown(wait=False)
            raise
        pool.shutdown()
        work.result()
        return self._solved()

    def _listen(self, told: Told) -> None:
        def heard(event: highspy.HighsCallbackEvent) -> None:
            out = event.data_out
            if event.callback_type == highspy.cb.HighsCallbackType.kCallbackMipImprovingSolution:
                self._found = int((np.asarray(out.mip_solution)[: self._model.cells] > 0.5).sum())
            told(_finite(out.mip_primal_bound), _finite(out.mip_dual_bound), self._found)

        def asked(event: highspy.HighsCallbackEvent) -> None:
            if self._stop.is_set():
                event.interrupt()

        self.highs.cbMipImprovingSolution += heard
        self.highs.cbMipLogging += heard
        for interrupt in ("cbMipInterrupt", "cbSimplexInterrupt", "cbIpmInterrupt"):
            callback = getattr(self.highs, interrupt)
            callback += asked

    def _solved(self) -> Solved:
        info, status = self.highs.getInfo(), self.highs.getModelStatus()
        proven = status == highspy.HighsModelStatus.kOptimal
        stopped = self._stop.is_set()  # even if it came to its end meanwhile
        if info.primal_solution_status != int(highspy.SolutionStatus.kSolutionStatusFeasible):
            return Solved(None, 0.0, 0.0, False, stopped)
        values = np.asarray(self.highs.getSolution().col_value)[: self._model.cells]
        chosen = frozenset(np.flatnonzero(values > 0.5).tolist())
        return Solved(chosen, info.objective_function_value, info.mip_dual_bound, proven, stopped)


def _finite(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _lp(model: Model, prices: Sequence[float]) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(model.lower), len(model.row_lower)
    lp.col_cost_ = np.array(prices)
    lp.col_lower_, lp.col_upper_ = np.array(model.lower), np.array(model.upper)
    lp.row_lower_, lp.row_upper_ = np.array(model.row_lower), np.array(model.row_upper)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array(model.starts, dtype=np.int32)
    lp.a_matrix_.index_ = np.array(model.columns, dtype=np.int32)
    lp.a_matrix_.value_ = np.array(model.values)
    kinds = highspy.HighsVarType
    lp.integrality_ = [kinds.kInteger] * model.cells + [kinds.kContinuous] * (len(model.lower) - model.cells)
    return lp
