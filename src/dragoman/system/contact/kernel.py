"""Which relation foretells which: learned once from the past, one number for each pair of acts.

``kernel[r, q]``: of the past acts of kind q (each worth one when fresh, half after ``HALF_LIFE`` days), the
share that the ego had with the very alter with whom it then has r. The share is shrunk towards that of the
two groups the acts belong to. So "having consulted" says little about whom one threatens next, and "having
been threatened" much. The form is the confidence of a temporal rule (TLogic, Liu et al., AAAI 2022), with
counts that decay.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import sparse

from dragoman.system.contact.history import Contacts, Ints

HALF_LIFE = 14.0
# Worth of the group's share in past acts; 3 was set by hand before anything was measured.
_PRIOR = 3.0

Kernel = npt.NDArray[np.float32]


def learn_kernel(contacts: Contacts, at: int, groups: Ints) -> Kernel:
    """The kernel from everything before a day.

    Args:
        contacts: the past.
        at: the first day that is not used.
        groups: the group of each act, shape (acts,), numbers from 0; similar acts share one.

    Returns:
        Shares between 0 and 1, shape (acts, acts); all the same where there is no past.
    """
    right = _preceding(contacts, contacts.pair, at)
    all_ = _preceding(contacts, contacts.ego, at)
    overall = (right.sum() + 1.0) / (all_.sum() + 10.0)
    member = sparse.csr_matrix((np.ones(len(groups)), (groups, np.arange(len(groups)))))
    shape = (np.asarray(member @ matrix @ member.T) for matrix in (right, all_))
    right_of_group, all_of_group = shape
    by_group = (right_of_group + _PRIOR * overall) / (all_of_group + _PRIOR)
    prior = by_group[np.ix_(groups, groups)]
    kernel: Kernel = ((right + _PRIOR * prior) / (all_ + _PRIOR)).astype(np.float32)
    return kernel


def _preceding(contacts: Contacts, unit: Ints, at: int) -> npt.NDArray[np.float64]:
    """For each act, the decayed acts that the same unit (ego or pair) had before, summed over all lines."""
    total = np.zeros((contacts.acts, contacts.acts))
    if not len(unit):
        return total
    shape = (int(unit.max()) + 1, contacts.acts)
    past, now = sparse.csr_matrix(shape), int(contacts.days[0])
    for day in contacts.days[contacts.days < at].tolist():
        past = past * 2.0 ** ((now - day) / HALF_LIFE)
        # What has nearly faded is dropped, so that the matrix stays small.
        past.data[past.data < 1e-3] = 0
        past.eliminate_zeros()
        lines = contacts.on(day)
        act, key = contacts.act[lines], unit[lines]
        here = sparse.csr_matrix(
            (np.ones(len(lines)), (act, np.arange(len(lines)))), (contacts.acts, len(lines))
        )
        total += (here @ past[key]).toarray()
        past = past + sparse.csr_matrix((np.ones(len(lines)), (key, act)), shape=shape)
        now = day
    return total
