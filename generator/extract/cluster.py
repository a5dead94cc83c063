"""A Dask cluster as the executor that reads articles."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

PATIENCE = 20  # seconds until a scheduler answers and has a worker; on one machine both take one


@contextmanager
def open_cluster(address: str, *, patience: float = PATIENCE) -> Iterator[tuple[Executor, int]]:
    """Connect to a scheduler.

    The workers need this package at the same version, and the articles under the same paths.

    Args:
        address: of the scheduler, such as ``tcp://127.0.0.1:8786``.
        patience: seconds to wait for the scheduler, and then for its first worker.

    Yields:
        The executor, and how many articles its workers read at once.

    Raises:
        UsageError: Dask is not installed, nothing answers, or there is no worker.
    """
    try:
        from distributed import Client  # noqa: PLC0415 -- an extra that few install
    except ImportError as error:
        hint = "install it with: pip install -e '.[dask]'"
        raise UsageError(f'--dask needs the package "distributed"; {hint}') from error
    try:
        client = Client(address, timeout=patience, set_as_default=False)
    except (OSError, ValueError) as error:
        hint = "start one with: dask scheduler --host 127.0.0.1"
        raise UsageError(f"--dask {address}: no scheduler answers ({error}); {hint}") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=patience)
        except TimeoutError as error:
            hint = f"start one with: dask worker {address} --nthreads 1"
            raise UsageError(f"--dask {address}: the scheduler has no worker; {hint}") from error
        with client.get_executor() as executor:
            yield executor, sum(client.nthreads().values())
