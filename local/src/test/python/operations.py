"""Finds and calls the operations of the clients that openapi-python-client has generated."""

import importlib
import inspect
import pathlib
import re

SERVICES = ("session", "idea", "report")
METHODS = {"get", "put", "post", "delete", "patch"}


def key(method, path):
    """An operation, whatever the names of the variables in its path are."""
    return method.lower(), re.sub(r"{\w+}", "{}", path)


def described(document):
    """The operations of a description."""
    return {
        key(method, path)
        for path, item in document["paths"].items()
        for method in item
        if method in METHODS
    }


def generated(service):
    """The modules of a client by operation. Each operation has a module of its own."""
    package = importlib.import_module(service)
    folder = pathlib.Path(package.__file__).parent
    found = {}
    for file in folder.glob("api/*/*.py"):
        source = file.read_text(encoding="utf-8")
        url = re.search(r'"url": "([^"]+)"', source)
        if url:
            method = re.search(r'"method": "(\w+)"', source).group(1)
            name = ".".join((service, "api", file.parent.name, file.stem))
            found[key(method, url.group(1))] = name
    return found


class Operations:
    """The operations of all services at one address."""

    def __init__(self, url):
        self.url = url
        self.modules = {}
        for service in SERVICES:
            self.modules.update(generated(service))

    def call(self, token, method, path, *variables, expect, body=None):
        """Calls an operation and returns its answer, parsed into the class that the client has for it."""
        module = importlib.import_module(self.modules[key(method, path)])
        client = self.client(module, token)
        arguments = {}
        if body is not None:
            of_body = inspect.get_annotations(module._get_kwargs, eval_str=True)["body"]
            arguments["body"] = of_body.from_dict(body)
        answer = module.sync_detailed(*variables, client=client, **arguments)
        if answer.status_code != expect:
            raise AssertionError(
                f"{method} {path} answered {answer.status_code} instead of {expect}: {answer.content}"
            )
        return answer.parsed

    def client(self, module, token):
        service = importlib.import_module(module.__name__.split(".", maxsplit=1)[0])
        if token is None:
            return service.Client(base_url=self.url)
        return service.AuthenticatedClient(base_url=self.url, token=token)
