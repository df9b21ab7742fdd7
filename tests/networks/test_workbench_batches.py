"""Batches as a student's loops meet them: like a DataLoader's without shuffling."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.networks.digits import split
from cnnlab.networks.workbench.batches import Loader, to_images


@given(count=st.integers(0, 40), batch_size=st.integers(1, 45))
def test_batches_are_those_of_a_data_loader(count, batch_size):
    images, labels = torch.arange(float(count * 2)).reshape(count, 2), torch.arange(count)
    ours = Loader(images, labels, batch_size)
    theirs = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(images, labels), batch_size)
    assert len(ours) == len(theirs)
    assert len(ours.dataset) == len(theirs.dataset)
    assert ours.batch_size == batch_size
    for one, other in zip(ours, theirs, strict=True):
        assert all(torch.equal(a, b) for a, b in zip(one, other, strict=True))


def test_a_loader_is_gone_through_any_number_of_times_even_at_once():
    loader = Loader(torch.arange(5.0), torch.arange(5), 2)
    assert [len(y) for _, y in loader] == [len(y) for _, y in loader] == [2, 2, 1]
    assert [len(y) for _, y in loader for _ in loader] == [2, 2, 2, 2, 2, 2, 1, 1, 1]


def test_each_batch_is_announced_before_it_is_handed_out():
    told = []
    loader = Loader(torch.arange(5.0), torch.arange(5), 2, told.append)
    for number, _ in enumerate(loader):
        assert told == list(range(number + 1))
    next(iter(loader))
    assert told == [0, 1, 2, 0]


def test_what_an_announcement_raises_reaches_the_loop():
    def stop(number):
        raise KeyError(number)

    with pytest.raises(KeyError):
        next(iter(Loader(torch.arange(5.0), torch.arange(5), 2, stop)))


def test_images_are_normalised_as_on_the_trusted_side():
    pixels = np.arange(256, dtype=np.uint8).repeat(49).reshape(16, 28, 28)
    due = split(pixels, np.zeros(16, np.uint8)).images
    found = to_images(pixels[:, None])
    assert found.dtype == torch.float32
    np.testing.assert_allclose(found.numpy(), due, rtol=1e-6, atol=1e-6)
