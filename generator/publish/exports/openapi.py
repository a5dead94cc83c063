"""What the API offers, as an OpenAPI 3.1 document made from the rules of the records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.publish.exports.api import API, SCHEMA_VERSION
from generator.record.schema import KINDS
from generator.record.values import KNOWN_IDS

if TYPE_CHECKING:
    from generator.publish.edition import Edition
    from generator.record.schema import Kind

_TEXT = {"type": "string"}
_DAY = {"type": ["string", "null"], "format": "date"}
_ID = {"name": "id", "in": "path", "required": True, "schema": _TEXT}


def openapi(edition: Edition) -> dict[str, Any]:
    """Return the document.

    Args:
        edition: whose name and address the document has.
    """
    site = edition.options.site_url or "/"
    return {
        "openapi": "3.1.0",
        "info": {
            "title": edition.options.site_name,
            "description": "Dated events with the passages that prove them. Files, made at each "
            "publication: there is no query, and what is not there answers as the host does.",
            "version": SCHEMA_VERSION,
        },
        "servers": [{"url": f"{site}{API}".rstrip("/")}],
        "paths": _paths(),
        "components": {"schemas": _schemas()},
    }


def _paths() -> dict[str, Any]:
    paths: dict[str, Any] = {"/index.json": _get("What there is", {"type": "object"}, "index")}
    for kind in KINDS.values():
        listing = {"$ref": f"#/components/schemas/{kind.name}-list"}
        record = {"$ref": f"#/components/schemas/{kind.name}"}
        paths[f"/{kind.folder}.json"] = _get(kind.about["en"], listing, f"list-{kind.folder}")
        paths[f"/{kind.folder}/{{id}}.json"] = _get(
            kind.about["en"], record, f"get-{kind.name}", _ID
        )
    briefs = {"$ref": "#/components/schemas/brief-list"}
    for name, one in (("years", "year"), ("types", "type")):
        parameter = {**_ID, "name": one}
        paths[f"/{name}/{{{one}}}.json"] = _get(
            f"The events of one {one}", briefs, f"by-{one}", parameter
        )
    return paths


def _get(about: str, schema: dict[str, Any], name: str, *parameters: Any) -> dict[str, Any]:  # noqa: ANN401
    content = {"application/json": {"schema": schema}}
    operation = {
        "operationId": name,
        "summary": about,
        "responses": {"200": {"description": about, "content": content}},
    }
    return {"get": {**operation, "parameters": list(parameters)} if parameters else operation}


def _schemas() -> dict[str, Any]:
    schemas: dict[str, Any] = {"brief": _brief(), "brief-list": _list("brief")}
    for kind in KINDS.values():
        schemas[kind.name] = _record(kind)
        schemas[f"{kind.name}-list"] = _list(kind.name)
    return schemas


def _record(kind: Kind) -> dict[str, Any]:
    """Return the schema of a record as the API has it: with its id, its page, what is computed."""
    schema = kind.rule.json_schema()
    more: dict[str, Any] = {"id": _TEXT, "page": _TEXT}
    if kind.name == "event":
        bounds = {"type": "object", "properties": {"earliest": _DAY, "latest": _DAY}}
        more["date_bounds"] = bounds
    else:
        more["events"] = {"type": "array", "items": {"$ref": "#/components/schemas/brief"}}
    return {
        "type": "object",
        "description": kind.about["en"],
        "required": ["id", "page", *schema["required"]],
        "properties": {**more, **_open(schema["properties"])},
    }


def _open(schema: Any) -> Any:  # noqa: ANN401 -- any part of a JSON Schema
    """Return a schema that lets fields be added, as the promise of the API says.

    What only helps an editor to type is left out.
    """
    if isinstance(schema, dict):
        return {
            key: _open(value)
            for key, value in schema.items()
            if key not in {"propertyNames", "patternErrorMessage", "defaultSnippets"}
            and not (key == "additionalProperties" and value is False)
            and not (key == "$ref" and str(value).startswith(KNOWN_IDS))
        }
    return [_open(item) for item in schema] if isinstance(schema, list) else schema


def _brief() -> dict[str, Any]:
    names = ("id", "date", "type", "event_status", "status", "page", "api")
    title = {"type": "object", "additionalProperties": _TEXT}
    properties = {"title": title, **dict.fromkeys(names, _TEXT)}
    return {"type": "object", "required": ["id", "title", "page"], "properties": properties}


def _list(name: str) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["schema_version", "total", "items"],
        "properties": {
            "schema_version": _TEXT,
            "name": _TEXT,
            "total": {"type": "integer", "minimum": 0},
            "items": {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}},
        },
    }
