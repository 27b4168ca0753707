"""Which published month stands: the same at every desk, and what lost is never lost."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from desk.duty.rules_assignments import Cell
from desk.duty.rules_issues import Act, Affected, Issue, affected, rivals, standing


def issue(id_: str, base: str = "", who: str = "") -> Issue:
    return Issue(id_, "2026-12", 1, base, (Cell("s", who or id_, "unit"),), 0)


def test_nothing_published() -> None:
    assert standing([], {}).issue is None


def test_of_two_on_one_base_the_accepted_one_stands_and_the_other_is_a_proposal() -> None:
    both = [issue("a"), issue("b")]
    assert standing(both, {}).issue == both[0]
    found = standing(both, {"b": [Act.ACCEPTED]})
    assert (found.issue, found.proposals) == (both[1], (both[0],))
    assert rivals(both[0], both) == [both[1]]


def test_a_later_issue_of_the_winner_stands() -> None:
    chain = [issue("a"), issue("b"), issue("c", "b"), issue("d", "a")]
    found = standing(chain, {"b": {Act.ACCEPTED}})
    assert found.issue is not None
    assert found.issue.id == "c"
    assert [one.id for one in found.proposals] == ["d"]  # what `a` said, `d` says later


def test_a_proposal_that_was_settled_or_says_the_same_is_none() -> None:
    both = [issue("a"), issue("b")]
    assert standing(both, {"b": {Act.DECLINED}}).proposals == ()
    assert standing(both, {"b": {Act.ADOPTED}}).proposals == ()
    assert standing([issue("a", who="x"), issue("b", who="x")], {}).proposals == ()


def test_who_is_affected() -> None:
    before = [Cell("s", "ann", ""), Cell("t", "bo", ""), Cell("u", "cai", "")]
    after = [Cell("s", "bo", ""), Cell("t", "bo", ""), Cell("u", "cai", "other capacity")]
    assert affected(before, after) == [Affected("ann", (), ("s",)), Affected("bo", ("s",), ())]


TREES = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from(["", *"abcdefgh"])), max_size=8)
ACTS = st.dictionaries(st.sampled_from("abcdefgh"), st.sets(st.sampled_from(list(Act))))


@given(TREES, ACTS)
def test_any_tree_in_any_order_has_one_answer(tree: list[tuple[str, str]], acts: dict[str, set[Act]]) -> None:
    issues = [issue(id_, base) for id_, base in dict(tree).items()]
    shuffled = list(issues)
    random.shuffle(shuffled)
    found = standing(issues, acts)
    assert standing(shuffled, acts) == found
    assert not found.issue or found.issue not in found.proposals
