"""Gives generated requests existing ids and valid tokens, so that they do not all end with 404: a team with sessions in several phases, and tokens
of every role.

Schemathesis loads this module (SCHEMATHESIS_HOOKS). MICROSTORM_URL is the address of the running system.
"""
import hashlib
import json
import os
import random
import time
import urllib.error
import urllib.request
import uuid

import schemathesis

URL = os.environ["MICROSTORM_URL"]
PATIENCE = 60


def call(method, path, token=None, body=None):
    """Sends a valid request, and repeats it while events between the services may still be on their way."""
    headers = {"Content-Type": "application/json", **({"Authorization": "Bearer " + token} if token else {})}
    deadline = time.monotonic() + PATIENCE
    while True:
        request = urllib.request.Request(URL + path, json.dumps(body).encode() if body is not None else None, headers, method=method)
        try:
            with urllib.request.urlopen(request) as response:
                return json.loads(response.read() or b"null")
        except urllib.error.HTTPError as refused:
            if refused.code not in (401, 404, 409, 429, 503) or time.monotonic() > deadline:
                raise SystemExit(f"{method} {path}: {refused.code} {refused.read().decode()}")
            time.sleep(0.5)


class Session:
    def __init__(self, owner, phase):
        plan = call("POST", "/api/sessions", owner, {"title": "A session", "problem": "A problem", "criteria": ["Cheap", "Quick"]})
        self.values = {"sessionId": plan["id"], "joinCode": plan["joinCode"], "facilitatorCode": plan["facilitatorCode"]}
        self.path = "/api/sessions/" + plan["id"]
        self.board = "/api/boards/" + plan["id"]
        codes = {"facilitator": plan["facilitatorCode"], "participant": plan["joinCode"], "observer": plan["joinCode"]}
        self.tokens = {role: self.join(role, code) for role, code in codes.items()} | {"owner": owner}
        self.ideas = []
        if phase != "planned":
            self.run(phase)

    def join(self, role, code):
        joined = call("POST", self.path + "/participants", None, {"name": role, "joinCode": code, "role": role})
        return joined["token"]

    def go(self, phase):
        call("POST", self.path + "/phase", self.tokens["facilitator"], {"to": phase})

    def add(self, kind, body):
        return call("POST", f"{self.board}/{kind}", self.tokens["facilitator"], body)["id"]

    def run(self, phase):
        self.go("lobby")
        self.go("quiet")
        self.ideas = [self.add("ideas", {"text": f"Idea {number}"}) for number in range(3)]
        if phase == "quiet":
            return
        for role in ("facilitator", "participant"):
            call("POST", self.path + "/ready", self.tokens[role], {"ready": True})
        self.go("sharing")
        self.values["topicId"] = self.add("topics", {"title": "A topic"})
        self.values["groupId"] = self.add("groups", {"name": "A group", "ideaIds": self.ideas[:1]})
        if phase in ("converging", "agreeing"):
            self.go("converging")
        if phase == "agreeing":
            self.go("agreeing")
            self.values["actionId"] = self.add("actions", {"text": "To be done"})
        board = call("GET", self.board, self.tokens["facilitator"])
        self.values["criterionId"] = board["session"]["criteria"][0]["id"]

    def value(self, name, dice):
        """An existing id or code, or None if this session has none."""
        if name in ("ideaId", "parentId"):
            return dice.choice(self.ideas) if self.ideas else None
        return self.values.get(name)


KEY = uuid.uuid4().hex + uuid.uuid4().hex
SLUG = call("POST", "/api/teams", None, {"name": "Fuzzing " + KEY[:8], "ownerKey": KEY})["slug"]
OWNER = call("POST", f"/api/teams/{SLUG}/tokens", None, {"ownerKey": KEY})["token"]
SESSIONS = [Session(OWNER, phase) for phase in ("planned", "quiet", "sharing", "converging", "agreeing")]
ROLES = os.environ.get("MICROSTORM_ROLES", "facilitator,participant,owner,observer").split(",")

ANY_TOKEN = "Bearer " + SESSIONS[0].tokens[ROLES[0]]


def dice_of(case):
    """The same random numbers for the same request, so that a seed repeats a run."""
    request = repr((case.method, case.path, case.query, case.body)).encode("utf-8", "surrogatepass")
    return random.Random(hashlib.sha256(request).digest())


def is_invalid(case, location):
    components = case.meta.components if case.meta else {}
    return any(where.value == location and info.mode.value == "negative" for where, info in components.items())


@schemathesis.hook
def before_call(context, case, kwargs):
    dice = dice_of(case)
    session = dice.choice(SESSIONS)
    if case.path_parameters and not is_invalid(case, "path"):
        for name in case.path_parameters:
            value = SLUG if name == "slug" else session.value("sessionId" if name == "id" else name, dice)
            if value is not None and dice.random() < 0.9:
                case.path_parameters[name] = value
    if isinstance(case.body, dict) and not is_invalid(case, "body"):
        for name in case.body:
            value = KEY if name == "ownerKey" and "/tokens" in case.path else session.value(name, dice)
            if value is not None and dice.random() < 0.7:
                case.body[name] = value
    # sometimes the token of another session stays; a check may have removed the header
    if case.headers and case.headers.get("Authorization") == ANY_TOKEN and dice.random() < 0.9:
        case.headers["Authorization"] = "Bearer " + session.tokens[dice.choice(ROLES)]


@schemathesis.auth()
class Token:
    def get(self, case, context):
        return ANY_TOKEN

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), "Authorization": data}
