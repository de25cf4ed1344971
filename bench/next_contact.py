"""What each group of features brings to the next contact: log loss without it, on ICEWS14's validation days.

    DRAGOMAN_SHARED=... python bench/next_contact.py

Weights are learned from questions before the validation days and tried on questions of these days, both with
drawn candidates (`dragoman.system.contact.learn.draw`). Without a group, its features are nought and the rest
is learned anew. The test days are not opened.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np

from dragoman.evaluation.forecast import read
from dragoman.system.contact import FEATURES, Contacts
from dragoman.system.contact.crowd import Crowd
from dragoman.system.contact.features import VARYING
from dragoman.system.contact.history import Ints
from dragoman.system.contact.kernel import learn_kernel
from dragoman.system.contact.learn import Sample, Weights, draw, learn

GROUPS = {
    "nothing": (),
    "foretold": ("foretold",),
    "same act": ("same ", "last same", "others since, same", "same, "),
    "mirror": ("mirror",),
    "did and suffered": ("out ", "in "),
    "last contact": ("last contact",),
    "names": ("same country", "home", "country", "role", "met, same country"),
    "company and walk": ("alike", "company", "walk", "met, alike", "met, company", "met, walk"),
    "base and busy": ("base", "busy"),
}


def loss(sample: Sample, weights: Weights, own: Weights) -> tuple[float, float]:
    """Mean log loss of the answers, and mean of one over their rank among the drawn candidates."""
    sizes = np.diff(np.append(sample.starts, len(sample.x)))
    act = np.repeat(sample.act, sizes)
    score = sample.x @ weights + (sample.x[:, VARYING] * own[act]).sum(axis=1)
    truth = np.repeat(score[sample.truth], sizes)
    total = np.add.reduceat(np.exp(score - truth + sample.correction), sample.starts)
    above = np.add.reduceat((score > truth).astype(float), sample.starts)
    return float(np.log(total).mean()), float((1 / (1 + above)).mean())


def without(sample: Sample, columns: Ints) -> Sample:
    """The same questions with some features nought."""
    x = sample.x.copy()
    x[:, columns] = 0
    return replace(sample, x=x)


def main() -> None:
    """A line for each group."""
    data = Path(os.environ["DRAGOMAN_SHARED"]) / "data"
    names = ("quads", "relations", "entities")
    quads, relations, entities = (data / f"icews14_{name}.jsonl" for name in names)
    gold = read([quads], relations, entities, "valid")
    contacts = Contacts(gold.history)
    days = contacts.days
    first = gold.asked[0]
    window = days[days < first][-40:]
    groups = np.concatenate([gold.groups, gold.groups + gold.groups.max() + 1])
    kernel = learn_kernel(contacts, int(window[0]), groups)
    crowd = Crowd(contacts)
    taught = draw(contacts, kernel, crowd, window, 0.4)
    asked = draw(contacts, kernel, crowd, days[days >= first], 0.4)
    if taught is None or asked is None:
        raise SystemExit("no events before or on the validation days")
    print(f"{len(taught.starts)} questions learned from, {len(asked.starts)} asked")
    for name, beginnings in GROUPS.items():
        columns = np.flatnonzero([feature.name.startswith(beginnings) for feature in FEATURES if beginnings])
        if not beginnings:
            columns = np.zeros(0, dtype=np.int64)
        weights, own = learn(without(taught, columns), contacts.acts)
        log_loss, mrr = loss(without(asked, columns), weights, own)
        print(f"without {name}: log loss {log_loss:.3f}, mrr among drawn {mrr:.3f}", flush=True)
    taught, asked = (replace(one, act=np.zeros_like(one.act)) for one in (taught, asked))
    log_loss, mrr = loss(asked, *learn(taught, contacts.acts))
    print(f"without deviations of acts: log loss {log_loss:.3f}, mrr among drawn {mrr:.3f}")


if __name__ == "__main__":
    main()
