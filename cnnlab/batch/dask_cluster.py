"""A Dask cluster as the place of a batch: its workers see the course in the same folder; submissions travel to them by value."""

from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager

from cnnlab.batch.executors import AHEAD, Place
from cnnlab.errors import Fault, PackageUnavailable, UsageError
from cnnlab.messages import text

CONNECT_SECONDS = 30
# While no worker has come yet, as on a queue of jobs, this many submissions wait in the scheduler.
EXPECTED = 8


@contextmanager
def on_dask(address: str, device: str = "auto") -> Iterator[Place]:
    """The cluster whose scheduler is at an address. On device `cuda` every submission takes a worker's resource `GPU`.

    Raises:
        PackageUnavailable: where Dask is not installed.
        UsageError: where no scheduler answers.
        Fault: where the scheduler is lost on the way.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise PackageUnavailable(
            text("Dask is not installed here. Install it with: pip install 'cnnlab[dask]'")
        ) from error
    try:
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(
            text("No Dask scheduler answers at {address}. Is it running, and is this its address?", address=address)
        ) from error
    try:
        resources = {"resources": {"GPU": 1}} if device == "cuda" else {}
        threads = sum(client.nthreads().values())
        yield Place(client.get_executor(pure=False, **resources), AHEAD * max(threads, EXPECTED))
    except Exception as error:
        if client.status == "running" and not isinstance(error, CancelledError):
            raise
        raise Fault(
            text(
                "The Dask scheduler at {address} is gone. What was graded is kept; the same command goes on.",
                address=address,
            )
        ) from error
    finally:
        client.close(timeout=CONNECT_SECONDS)
