"""The MkDocs plugin `timeline`: records in, a site in Material's frame out.

The only file that knows MkDocs. Pages come from `render_site`; here they become MkDocs pages, get
their frame, their entries in the search index and their edit links, and faults in records become
one error on `mkdocs build` and log lines on `mkdocs serve`.
"""

from __future__ import annotations

import copy
import logging
import os
import posixpath
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jinja2 import TemplateError
from markupsafe import escape
from mkdocs.config import base
from mkdocs.config import config_options as opt
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.errors import TimelineError
from generator.publish.articles import read_articles
from generator.publish.assets import START, STYLES, Assets, read_assets
from generator.publish.edition import TEMPLATES, SiteOptions
from generator.publish.exports.feeds import MOST
from generator.publish.exports.site import CORRECTED, NEW, export_files
from generator.publish.exports.tables import DATA
from generator.publish.history import History, read_history
from generator.publish.layout import SLOTS, Layout, add_policy, cut, mend, stand_in
from generator.publish.markup import clean_page
from generator.publish.pages import NEWS, PageCache, RenderedPage, open_edition, render_pages
from generator.publish.revisions import read_corrections
from generator.publish.search import entry
from generator.publish.wording import Wording, read_wording
from generator.record.model import Content
from generator.record.store import Loaded, read_content

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

log = logging.getLogger("mkdocs.plugins.timeline")

CACHE = ".cache/timeline/records.json"
# What a template or a word list can break while somebody edits it under `mkdocs serve`.
RENDER_FAULTS = (TimelineError, TemplateError, LookupError, ValueError, OSError)


class TimelineConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in mkdocs.yml."""

    language = opt.Type(str, default="fr")
    """Language of the site's own words; content in others is shown as such."""
    templates = opt.Optional(opt.Dir(exists=True))
    """Folder with templates, words and assets instead of the ones that come with the package."""
    page_events = opt.Type(int, default=100)
    """Events that the front page lists; the rest is on the pages of the years."""
    report_url = opt.Type(str, default="")
    """Address of the form for reports; by default the repository's ``issues/new``."""
    fast_layout = opt.Type(bool, default=True)
    """Run the theme once per sort of page instead of once per page; the result is the same."""
    exports = opt.Type(bool, default=True)
    """Write feeds, calendars, the API and the tables for download."""
    policy = opt.Type(bool, default=True)
    """Write a strict content security policy into every page (never while serving)."""


class RecordPage(Page):
    """A page of MkDocs whose body is ready."""

    joined = ""
    """The whole document, once it has its frame."""

    def __init__(
        self, rendered: RenderedPage, file: File, config: MkDocsConfig, template: str
    ) -> None:
        """Keep the rendered page and its frame's template beside MkDocs' own fields."""
        self.rendered = rendered
        self.template = template
        super().__init__(None, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Set the metadata; there is no Markdown to read."""
        del config
        title, description = escape(self.rendered.title), escape(self.rendered.description)
        self.markdown = ""
        # The theme's templates do not escape, so that what they get has to be safe already.
        self.meta = {
            "title": str(title),
            "description": str(description),
            "section": self.rendered.section,
            "record": bool(self.rendered.edit_path),
            "head": str(self.rendered.head),
            "search": {"exclude": True},
            # MkDocs picks the template before it asks plugins for the context.
            "template": self.template,
        }
        self.title = str(title)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the body as it is."""
        del config, files
        self.content = self.rendered.html
        self.toc = TableOfContents([])
        self.present_anchor_ids = None
        self.links_to_anchors = None


class TimelinePlugin(BasePlugin[TimelineConfig]):  # type: ignore[no-untyped-call]
    """Publish a timeline."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self._begin(serving=False)

    def _begin(self, *, serving: bool) -> None:
        """Forget everything: MkDocs keeps the instance for all the rebuilds of `mkdocs serve`."""
        self._serving = serving
        self._loaded = Loaded(content=Content())
        self._pages: tuple[RenderedPage, ...] = ()
        self._exports: tuple[tuple[str, str], ...] = ()
        self._assets = Assets(files=(), version="")
        self._history: History | None = None
        self._cache = PageCache()
        self._layouts: dict[object, Layout] = {}
        self._env: jinja2.Environment | None = None
        self._words: Wording | None = None
        self._menu: tuple[tuple[str, str], ...] = ()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether somebody is editing."""
        del dirty
        self._begin(serving=command == "serve")

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the records and render all pages, before the old site is cleaned away.

        Raises:
            PluginError: on `mkdocs build`, with every problem of every record.
        """
        self._layouts = {}
        templates = self._templates()
        config.theme.dirs.insert(0, str(templates / "theme"))
        self._assets = read_assets(templates / "assets")
        config.extra_css.append(self._assets.address(STYLES))
        script = ExtraScriptValue(self._assets.address(START))
        script.type = "module"
        config.extra_javascript.append(script)
        for name, fields in ((n, p.config.get("fields")) for n, p in config.plugins.items()):
            if name.endswith("search") and isinstance(fields, dict):
                fields.setdefault("folded", {"boost": 1.0})
        self._loaded = self._read(_root(config))
        try:
            self._words = read_wording(templates / "words", self.config.language)
            edition = open_edition(self._loaded.content, self._options(config))
            self._pages = render_pages(edition, self._cache)
            self._exports = tuple(export_files(edition)) if self.config.exports else ()
        except RENDER_FAULTS as fault:
            message = f"The pages could not be made: {type(fault).__name__}: {fault}"
            if not self._pages:
                raise PluginError(message) from fault
            log.error("%s. The last good pages stay.", message)  # noqa: TRY400 -- no traceback
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages, the addresses that moved, the style sheet and the scripts."""
        for rendered in self._pages:
            if rendered.redirect_to:
                uri = f"{rendered.path}index.html"
                files.append(File.generated(config, uri, content=rendered.html))
            else:
                template = "joined.html" if self.config.fast_layout else "main.html"
                files.append(_page_file(rendered, config, template))
        for path, text in self._exports:
            files.append(File.generated(config, path, content=text))
        for path, text in self._assets.files:
            files.append(File.generated(config, path, content=text))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the names that mkdocs.yml gives the sections; MkDocs has the pages' own titles."""
        del files
        entries = config.nav or [None] * len(nav.items)
        self._menu = tuple(
            (next(iter(entry)) if isinstance(entry, dict) else item.title or "", item.url)
            for entry, item in zip(entries, nav.items, strict=True)
            if isinstance(item, Page)
        )
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Make a hand-written page as harmless as a record; generated ones are already."""
        del config, files
        if isinstance(page, RecordPage):
            return html
        page.meta["handwritten"] = True
        return str(clean_page(html, self.config.language))

    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Give the frame our words."""
        del files
        env.globals["w"] = self._words
        env.globals["menu"] = self._menu
        env.globals["downloads"] = DATA if self.config.exports else ""
        env.globals["news"] = NEWS if any(page.path == NEWS for page in self._pages) else ""
        env.globals["feeds"] = self._feeds(config)
        self._env = env
        return env

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Escape what the theme does not, and frame our own pages."""
        del nav
        if not isinstance(page, RecordPage):
            page.meta["title"] = str(escape(page.meta.get("title") or page.title or ""))
            page.title = page.meta["title"]
            page.meta["description"] = str(escape(page.meta.get("description") or ""))
            return context
        if self._words and (form := self._report_url(config)):
            page.meta["report"] = _report(form, page, self._words)
        if self.config.fast_layout and self._env:
            page.joined = self._layout(page, context).join(_values(page))
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Add the policy to pages that were not joined, which have it already."""
        del config
        return output if getattr(page, "joined", "") else self._with_policy(output)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Add the policy to the page for missing pages."""
        del config
        return self._with_policy(output) if template_name.endswith(".html") else output

    @event_priority(100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put our pages into the search index, before the search plugin writes it."""
        for name, plugin in config.plugins.items():
            index = getattr(plugin, "search_index", None)
            if index is not None and name.endswith("search") and hasattr(index, "entries"):
                # `mkdocs serve --dirty` keeps the last index, where our entries are already.
                if kept := getattr(plugin, "search_index_prev", None):
                    kept.entries = [item for item in kept.entries if "folded" not in item]
                index.entries.extend(entry(page) for page in self._pages if page.search_words)

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Any,  # noqa: ANN401
    ) -> LiveReloadServer:
        """Rebuild when a record, an article, a template or a word list changes."""
        del builder
        self._serving = True  # `mkdocs serve --clean` calls itself a build
        for folder in (_root(config) / "content", self._templates()):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def _templates(self) -> Path:
        return Path(self.config.templates) if self.config.templates else TEMPLATES

    def _read(self, root: Path) -> Loaded:
        """Read the records; a broken one keeps its last good version while somebody edits."""
        loaded = read_content(root, cache=root / CACHE)
        errors = [problem for problem in loaded.problems if problem.severity == "error"]
        for problem in loaded.problems:
            level = logging.INFO if problem.severity != "error" else logging.ERROR
            if self._serving or problem.severity != "error":
                log.log(level, "%s", problem)
        if not errors:
            return loaded
        if self._serving:
            return _with_last_good(loaded, self._loaded, root)
        count = "1 problem" if len(errors) == 1 else f"{len(errors)} problems"
        lines = "\n".join(f"  {problem}" for problem in errors)
        raise PluginError(f"{count} in the records, and no site with them:\n{lines}")

    def _options(self, config: MkDocsConfig) -> SiteOptions:
        if self._history is None or not self._serving:
            self._history = read_history(_root(config))  # editing makes no commits
        events = {
            name: path for (kind, name), path in self._loaded.paths.items() if kind == "events"
        }
        return SiteOptions(
            language=self.config.language,
            site_name=config.site_name,
            site_description=config.site_description or "",
            site_url=config.site_url or "",
            templates=self._templates(),
            record_paths=self._loaded.paths,
            history=self._history,
            corrections=read_corrections(_root(config), self._history, events, MOST),
            articles=read_articles(_root(config), self._loaded.content.sources),
            exports=self.config.exports,
            page_events=self.config.page_events,
        )

    def _feeds(self, config: MkDocsConfig) -> tuple[tuple[str, str], ...]:
        """Return title and path of the feeds that a browser is told of."""
        if not (self.config.exports and config.site_url and self._words):
            return ()
        corrections = self._words("export.corrections", site=config.site_name)
        return (config.site_name, f"{NEW}.xml"), (corrections, f"{CORRECTED}.xml")

    def _report_url(self, config: MkDocsConfig) -> str:
        if self.config.report_url or not config.repo_url:
            return self.config.report_url
        return f"{config.repo_url.rstrip('/')}/issues/new"

    def _layout(self, page: RecordPage, context: TemplateContext) -> Layout:
        """Return the frame of a sort of page, from the theme the first time."""
        # The frame differs by depth (relative links), section (the menu) and which links it has.
        key = (
            context["base_url"],
            page.rendered.section,
            page.is_homepage,
            bool(page.edit_url),
            bool(page.meta["description"]),
            bool(page.meta["head"]),
            page.meta["record"],
            page.url == page.rendered.section,
        )
        if key not in self._layouts and self._env:
            model = copy.copy(page)
            model.meta = {
                **page.meta,
                **{slot: stand_in(slot) for slot in SLOTS if page.meta.get(slot)},
            }
            model.title, model.content = stand_in("title"), stand_in("content")
            model.edit_url = page.edit_url and stand_in("edit")
            model.canonical_url = page.canonical_url and stand_in("canonical")
            document = self._env.get_template("main.html").render({**context, "page": model})
            self._layouts[key] = cut(self._with_policy(document))
        return self._layouts[key]

    def _with_policy(self, document: str) -> str:
        document = mend(document)
        # While serving, MkDocs adds an inline script for live reload that a policy would stop.
        return add_policy(document) if self.config.policy and not self._serving else document


def _root(config: MkDocsConfig) -> Path:
    """Return the project's root: where mkdocs.yml and content/ are."""
    return Path(config.config_file_path).resolve().parent


def _page_file(rendered: RenderedPage, config: MkDocsConfig, template: str) -> File:
    uri = f"{rendered.path}index.md" if rendered.path.count("/") < 2 else f"{rendered.path[:-1]}.md"  # noqa: PLR2004
    source = _root(config) / rendered.edit_path
    # A file of its own lets `mkdocs serve --dirty` see what changed.
    body = {"abs_src_path": str(source)} if rendered.edit_path else {"content": ""}
    file = File.generated(config, uri, inclusion=InclusionLevel.NOT_IN_NAV, **body)
    if rendered.edit_path:
        docs = os.path.relpath(config.docs_dir, _root(config)).replace(os.sep, "/")
        file.edit_uri = posixpath.relpath(rendered.edit_path, docs)
    RecordPage(rendered, file, config, template)
    return file


def _values(page: RecordPage) -> dict[str, str]:
    return {
        "title": page.meta["title"],
        "description": page.meta["description"],
        "content": page.content or "",
        "canonical": page.canonical_url or "",
        "edit": page.edit_url or "",
        "report": page.meta.get("report", ""),
        "head": page.meta["head"],
    }


def _report(form: str, page: RecordPage, words: Wording) -> str:
    """Return the address of the form for reports, filled in with the page's name."""
    where = page.canonical_url or page.url
    title = quote(words("report.title", title=page.rendered.title), safe="")
    body = quote(words("report.body", path=where), safe="")
    return str(escape(f"{form}?title={title}&body={body}"))


def _with_last_good(loaded: Loaded, last: Loaded, root: Path) -> Loaded:
    """Return what was read, with the last good version of each record whose file broke."""
    kept = {
        key: path
        for key, path in last.paths.items()
        if key not in loaded.paths and (root / path).is_file()
    }
    if not kept:
        return loaded
    folders: dict[str, dict[str, Any]] = {}
    for kind, record_id in kept:
        folders.setdefault(kind, {})[record_id] = getattr(last.content, kind)[record_id]
    merged = {
        kind: dict(sorted({**getattr(loaded.content, kind), **records}.items()))
        for kind, records in folders.items()
    }
    content = replace(loaded.content, **merged)
    return replace(loaded, content=content, paths={**loaded.paths, **kept})
