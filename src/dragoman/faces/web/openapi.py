"""The OpenAPI document, made from the table of routes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from dragoman import __version__
from dragoman.faces.web.action import Action
from dragoman.faces.web.page import Page

_MEDIA = {"": "text/html", "json": "application/json", "csv": "text/csv"}
_ERRORS = {"400": "A filter, actor, type or day that nobody knows.", "404": "There is no such thing."}
_FORM = {
    "type": "object",
    "properties": {
        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
        **{name: {"type": "string"} for name in ("text", "title", "outlet", "published")},
    },
}


def document(pages: Iterable[Page[Any, Any]], actions: Iterable[Action]) -> dict[str, Any]:
    """OpenAPI 3.1: every page with its twins, every action, and the records they give."""
    pages, actions = list(pages), list(actions)
    types = [kind for page in pages for kind in (page.takes, page.gives)]
    types += [kind for each in actions for kind in (each.gives, each.takes) if kind is not None]
    _, components = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
    references, _ = msgspec.json.schema_components(types, ref_template="{name}")
    named = {kind: reference["$ref"] for kind, reference in zip(types, references, strict=True)}
    paths: dict[str, dict[str, Any]] = {}
    for page in pages:
        taken = components[named[page.takes]]
        for twin, media in _MEDIA.items():
            path = page.twin(twin) if twin else page.path
            schema = (
                {"$ref": f"#/components/schemas/{named[page.gives]}"}
                if twin == "json"
                else {"type": "string"}
            )
            paths.setdefault(path, {})["get"] = _reading(page, taken, media, schema)
    for action in actions:
        taken = {} if action.takes is None else components[named[action.takes]]
        paths.setdefault(action.path, {})[action.method.lower()] = _acting(action, named, taken)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Dragoman", "version": __version__, "summary": "A sourced record of events."},
        "paths": paths,
        "components": {"schemas": components},
    }


def _reading(
    page: Page[Any, Any], taken: dict[str, Any], media: str, schema: dict[str, Any]
) -> dict[str, Any]:
    return {
        "summary": page.says,
        "parameters": _parameters(page.path, taken),
        "responses": {
            "200": {"description": page.says, "content": {media: {"schema": schema}}},
            **{status: {"description": words} for status, words in _ERRORS.items()},
        },
    }


def _parameters(path: str, taken: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "in": "path" if f"{{{name}}}" in path else "query",
            "required": f"{{{name}}}" in path,
            "schema": described,
        }
        for name, described in taken.get("properties", {}).items()
    ]


def _acting(action: Action, named: dict[type[msgspec.Struct], str], taken: dict[str, Any]) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    if action.gives is not None:
        schema = {"$ref": f"#/components/schemas/{named[action.gives]}"}
    if action.method == "POST":
        form: dict[str, Any] = {"multipart/form-data": {"schema": _FORM}}
        if action.takes is not None:
            taken = {"$ref": f"#/components/schemas/{named[action.takes]}"}
            form = {"application/x-www-form-urlencoded": {"schema": taken}}
        return {
            "summary": action.says,
            "requestBody": {"required": True, "content": form},
            "responses": {
                "200" if action.takes else "202": {
                    "description": action.says,
                    "content": {"application/json": {"schema": schema}},
                },
                "400": {"description": _ERRORS["400"]},
                "403": {"description": "It was sent by a page of another site."},
                "413": {"description": "It is too large."},
            },
        }
    parameter = {"name": "job", "in": "path", "required": True, "schema": {"type": "string"}}
    return {
        "summary": action.says,
        "parameters": _parameters(action.path, taken) or ([parameter] if "{job}" in action.path else []),
        "responses": {
            "200": {"description": action.says, "content": {action.media: {"schema": schema}}},
            **({"400": {"description": _ERRORS["400"]}} if taken else {}),
            "404": {"description": _ERRORS["404"]},
        },
    }
