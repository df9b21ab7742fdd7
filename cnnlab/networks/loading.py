"""Which data are used where, and loading them."""

from collections.abc import Sequence

from cnnlab.errors import DataUnavailable
from cnnlab.messages import text
from cnnlab.networks.digits import Digits, Source
from cnnlab.networks.files import Condition, Found, examine_all
from cnnlab.networks.location import Place
from cnnlab.networks.mnist import to_digits
from cnnlab.networks.stand_in import is_installed, read_stand_in


def source_of(place: Place, found: Sequence[Found]) -> Source | None:
    """MNIST where it is complete, else the stand-in; nothing where a place was named that does not hold MNIST.

    A path with a slip in it must not quietly change what a score means.
    """
    if all(each.condition is Condition.COMPLETE for each in found):
        return Source.MNIST
    return Source.STAND_IN if is_installed() and not place.named else None


def load(place: Place) -> Digits:
    """The digits that a network is trained and measured on here.

    Raises:
        UsageError: where the place is not a folder.
        DataUnavailable: where the place was named and does not hold all of MNIST, or there is no stand-in.
    """
    found = examine_all(place)
    wrong = [each for each in found if each.condition is not Condition.COMPLETE]
    if not wrong:
        return to_digits(found)
    if place.named:
        first = wrong[0]
        raise DataUnavailable(
            text(
                "{path} cannot be used: {detail}. Run `cnnlab data fetch --data {root}`, or name another folder.",
                path=place.raw / first.file.name,
                detail=first.detail,
                root=place.root,
            )
        )
    return read_stand_in()
