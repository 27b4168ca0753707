"""1:N on made galleries: the right person, doubles, strangers, and nobody enrolled."""

from __future__ import annotations

import numpy as np

from desk.faces.engine import Vector, normed
from desk.faces.matching import Gallery, alike, averaged
from desk.faces.rules_match import Strictness, Verdict

RANDOM = np.random.default_rng(7)
PEOPLE: dict[str, Vector] = {
    f"p{n}": normed(v) for n, v in enumerate(RANDOM.standard_normal((6_900, 128)).astype(np.float32))
}


def seen(person: str, likeness: float) -> Vector:
    """Another picture of this person, this like the template."""
    aside = RANDOM.standard_normal(128).astype(np.float32)
    template = PEOPLE[person]
    aside = normed(np.asarray(aside - template * float(aside @ template), np.float32))
    return normed(np.asarray(template * likeness + aside * np.sqrt(1 - likeness**2), np.float32))


def test_everybody_is_found_among_many() -> None:
    gallery = Gallery(PEOPLE)
    assert len(gallery) == 6_900
    for person in ("p0", "p3000", "p6899"):
        found = gallery.who(seen(person, 0.75), Strictness.STRICT)
        assert (found.verdict, found.person_id) == (Verdict.ACCEPT, person)


def test_a_stranger_is_nobody_and_nearest_is_sorted() -> None:
    stranger = normed(RANDOM.standard_normal(128).astype(np.float32))
    gallery = Gallery(PEOPLE)
    assert gallery.who(stranger).verdict is Verdict.UNKNOWN
    nearest = gallery.nearest(stranger)
    everyone = sorted((float(v @ stranger) for v in PEOPLE.values()), reverse=True)
    assert np.allclose([likeness for _, likeness in nearest], everyone[:8], atol=1e-5)


def test_twins_are_asked_for_more() -> None:
    gallery = Gallery({"one": PEOPLE["p1"], "other": seen("p1", 0.97)})
    found = gallery.who(seen("p1", 0.9))
    assert found.verdict is Verdict.ASK
    assert set(found.rivals) == {"one", "other"}


def test_nobody_enrolled_is_nobody_known() -> None:
    assert Gallery({}).who(PEOPLE["p1"]).verdict is Verdict.UNKNOWN


def test_a_template_is_the_mean_at_length_one() -> None:
    pictures = [seen("p5", 0.8) for _ in range(3)]
    template = averaged(pictures)
    assert abs(float(np.linalg.norm(template)) - 1) < 1e-5
    assert float(template @ PEOPLE["p5"]) > max(float(one @ PEOPLE["p5"]) for one in pictures)
    assert alike(pictures) < 0.9
    assert alike([PEOPLE["p6"], PEOPLE["p7"]]) < 0.5
