"""Which committee sees which action. The routes are data, from the settings; this only follows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from edi_reports.model.action import Action, Framework, Group
from edi_reports.model.committee import Committee
from edi_reports.model.finding import Finding
from edi_reports.model.messages import finding


class Route(Struct, frozen=True):
    """The committees that see an action, in the order of the settings, and why where a reader would ask."""

    committees: tuple[str, ...]
    because: str = ""
    by_tag: bool = True


def route(action: Action, committees: Sequence[Committee]) -> Route:
    """Route one action: by the committee the plan itself names, else by its frameworks and its group."""
    return _route(_named_in_plan(action, committees), action.group, action.frameworks, tuple(committees))


@lru_cache(maxsize=1024)
def _route(
    named: tuple[str, ...],
    group: Group | None,
    frameworks: tuple[Framework, ...],
    committees: tuple[Committee, ...],
) -> Route:
    shared: dict[str, list[str]] = {}
    chosen = set(named)
    if not named:
        for committee in committees:
            if _receives_by_group(committee, group):
                chosen.add(committee.name)
            for framework in frameworks:
                if _receives(committee, framework):
                    chosen.add(committee.name)
                    if _names_no_domain(committee, framework):
                        shared.setdefault(framework.name, []).append(committee.name)
    seen = tuple(c.name for c in committees if c.sees_all or c.name in chosen)
    return Route(seen, _because(shared), by_tag=bool(chosen))


def check_routing(
    actions: Sequence[Action], routes: Sequence[Route], committees: Sequence[Committee]
) -> tuple[Finding, ...]:
    """Report, once, the actions that no committee receives by name or framework, and committees nobody knows."""
    findings: list[Finding] = []
    unrouted = [action for action, way in zip(actions, routes, strict=True) if not way.by_tag]
    if unrouted and any(not committee.sees_all for committee in committees):
        all_seeing = _in_words([committee.name for committee in committees if committee.sees_all])
        seen = f"No committee but {all_seeing}" if all_seeing else "No committee"
        refs = ", ".join(action.ref for action in unrouted[:12]) + (" …" if len(unrouted) > 12 else "")
        count = _so_many_of(len(unrouted), len(actions))
        findings.append(finding("not-routed", count=count, refs=refs, seen=seen))
    for action in actions:
        if action.committee and not _named_in_plan(action, committees):
            place = action.place_of("committee")
            findings.append(finding("unknown-committee", place, action.ref, written=action.committee))
    return tuple(findings)


def _so_many_of(some: int, whole: int) -> str:
    """How an account of what actions name begins: "Each of the 12 actions names", "2 of the 12 actions name"."""
    if some == whole:
        return "The one action names" if whole == 1 else f"Each of the {whole} actions names"
    return f"{some} of the {whole} actions {'names' if some == 1 else 'name'}"


def _named_in_plan(action: Action, committees: Sequence[Committee]) -> tuple[str, ...]:
    if not action.committee:
        return ()
    said = _folded(action.committee)
    return tuple(committee.name for committee in committees if said and f" {_folded(committee.name)} " in f" {said} ")


@lru_cache(maxsize=1000)
def _receives(committee: Committee, framework: Framework) -> bool:
    name, full = _folded(framework.name), _folded(str(framework))
    tags = [_folded(tag) for tag in committee.receives]
    if name in tags or full in tags:
        return True
    return not framework.domain and any(tag.startswith(f"{name} domain") for tag in tags)


@lru_cache(maxsize=1000)
def _names_no_domain(committee: Committee, framework: Framework) -> bool:
    return not framework.domain and _folded(framework.name) not in [_folded(tag) for tag in committee.receives]


@lru_cache(maxsize=1000)
def _receives_by_group(committee: Committee, group: Group | None) -> bool:
    above = f" {_folded(str(group or ''))} "
    return any(f" {_folded(tag)} " in above for tag in committee.receives)


def _because(shared: dict[str, list[str]]) -> str:
    sentences = [
        f"{framework} names no domain, so it is shown to {'both ' if len(names) == 2 else ''}"
        f"{_in_words([f'the {name}' for name in names])}."
        for framework, names in shared.items()
        if len(names) > 1
    ]
    return " ".join(sentences)


def _in_words(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


@lru_cache(maxsize=1000)
def _folded(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold()))
