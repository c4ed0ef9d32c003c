"""Checks generated clients, and holds a session with them: journey.py <url> <openapi.yaml>...

It expects the clients, one package for each service, and these files on the Python path.
"""

import sys
import time
import uuid

from operations import SERVICES, Operations, described, generated
from ruamel.yaml import YAML


def check_nothing_is_omitted(descriptions):
    for service, file in zip(SERVICES, descriptions, strict=True):
        with open(file, encoding="utf-8") as text:
            expected = described(YAML(typ="safe").load(text))
        found = generated(service).keys()
        omitted = expected - found
        if omitted or not expected:
            raise AssertionError(f"The client of {service}-service lacks {sorted(omitted)}.")
        print(f"{service}-service: {len(expected)} of {len(expected)} operations")


def hold_a_session(api):
    key = f"{uuid.uuid4()}{uuid.uuid4()}"
    team = api.call(
        None, "POST", "/api/teams", expect=201, body={"name": f"Python {uuid.uuid4()}", "ownerKey": key}
    )
    owner = api.call(
        None, "POST", "/api/teams/{slug}/tokens", team.slug, expect=200, body={"ownerKey": key}
    ).token
    plan = {"title": "Shorter meetings", "problem": "Why so long?", "criteria": ["Costs nothing"]}
    session = api.call(owner, "POST", "/api/sessions", expect=201, body=plan)
    tokens = [
        api.call(
            None,
            "POST",
            "/api/sessions/{id}/participants",
            session.id,
            expect=201,
            body={"joinCode": session.join_code, "name": name},
        ).token
        for name in ("Ana", "Ben")
    ]
    move(api, owner, session, "lobby")
    move(api, owner, session, "quiet")
    await_phase(api, tokens[0], session, "quiet")
    for token in tokens:
        api.call(
            token,
            "POST",
            "/api/boards/{sessionId}/ideas",
            session.id,
            expect=201,
            body={"text": "Stand up while talking"},
        )
        api.call(
            token, "POST", "/api/sessions/{id}/ready", session.id, expect=200, body={"ready": True}
        )
    move(api, owner, session, "sharing")
    board = await_phase(api, tokens[0], session, "sharing")
    texts = [idea.text for idea in board.ideas]
    if texts != ["Stand up while talking"] * 2:
        raise AssertionError(f"The board has {texts}.")
    reports = api.call(owner, "GET", "/api/reports", expect=200)
    if [report.title for report in reports.items] != ["Shorter meetings"]:
        raise AssertionError(f"The list of reports is {reports}.")
    print(f"A session was held; its board has {len(texts)} ideas.")


def move(api, owner, session, phase):
    api.call(owner, "POST", "/api/sessions/{id}/phase", session.id, expect=200, body={"to": phase})


def await_phase(api, token, session, phase):
    """The board learns of a phase some milliseconds after the session."""
    for _ in range(300):
        board = api.call(token, "GET", "/api/boards/{sessionId}", session.id, expect=200)
        if board.phase == phase:
            return board
        time.sleep(0.1)
    raise AssertionError(f"The board did not reach the phase {phase}.")


if __name__ == "__main__":
    check_nothing_is_omitted(sys.argv[2:])
    hold_a_session(Operations(sys.argv[1]))
