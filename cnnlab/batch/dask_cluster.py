"""A Dask cluster as the place of a batch: its workers see the course in the same folder; submissions travel to them by value."""

from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cnnlab.batch.executors import AHEAD, Place
from cnnlab.errors import Fault, PackageUnavailable, UsageError
from cnnlab.messages import text

if TYPE_CHECKING:
    from distributed import Client

CONNECT_SECONDS = 30
# While no worker has come yet, as on a queue of jobs, this many submissions wait in the scheduler.
EXPECTED = 8
GPU = "GPU"


@contextmanager
def on_dask(address: str, device: str = "auto") -> Iterator[Place]:
    """The cluster whose scheduler is at an address.

    On device `cuda` every submission takes one of a worker's resource `GPU`, so it goes to workers that offer one, and as many
    at a time as they have. On `auto` nothing is taken: each worker computes on what it has.

    Raises:
        PackageUnavailable: where Dask is not installed.
        UsageError: where no scheduler answers, or none of its workers offers the GPU that is wanted.
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
        if device == "cuda":
            at_once, resources = _gpus(client, address), {"resources": {GPU: 1}}
        else:
            at_once, resources = sum(client.nthreads().values()), {}
        yield Place(client.get_executor(pure=False, **resources), AHEAD * max(at_once, EXPECTED))
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


def _gpus(client: "Client", address: str) -> int:
    """How many GPUs the workers offer; none where no worker has come yet.

    Raises:
        UsageError: where there are workers and none offers one: the scheduler would wait for such a worker in silence.
    """
    workers = client.scheduler_info(n_workers=-1)["workers"].values()
    offered = int(sum(worker["resources"].get(GPU, 0) for worker in workers))
    if workers and not offered:
        raise UsageError(
            text(
                "None of the {count} workers at {address} offers a GPU. Start those that have one with `--resources GPU=1`, "
                "or grade without --device cuda.",
                count=len(workers),
                address=address,
            )
        )
    return offered
