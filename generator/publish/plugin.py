"""The MkDocs plugin `timeline`: records in, a site out.

The only file that knows MkDocs. Pages come from `building`, their documents from `frame`; here
they become MkDocs pages with edit links and a place in the site map, hand-written pages get the
same frame, and faults in records become one error on `mkdocs build` and log lines on `mkdocs
serve`. Of the theme that the configuration names nothing is used.
"""

from __future__ import annotations

import logging
import os
import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError
from markupsafe import escape
from mkdocs.config import base
from mkdocs.config import config_options as opt
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.errors import TimelineError
from generator.publish.articles import read_articles
from generator.publish.building import Choices, Sections, Site, frames_of, make_site
from generator.publish.edition import TEMPLATES, Phrase, SiteOptions
from generator.publish.eras import read_eras
from generator.publish.exports.feeds import MOST
from generator.publish.frame import Frame, document
from generator.publish.headers import HEADERS, header_file
from generator.publish.history import History, read_history
from generator.publish.last_good import with_last_good
from generator.publish.markup import clean_page
from generator.publish.pages import MISSING, PageCache, RenderedPage, missing_page
from generator.publish.posters.kept import write_posters
from generator.publish.revisions import read_corrections
from generator.publish.staging import discard, put_in_place, restore, staging_folder
from generator.publish.written import WrittenPage, rendered_page, written_pages
from generator.record.model import Content
from generator.record.store import Loaded, read_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

log = logging.getLogger("mkdocs.plugins.timeline")

CACHE = ".cache/timeline/records.json"
POSTERS = ".cache/timeline/posters"
# What a template or a word list can break while somebody edits it under `mkdocs serve`.
RENDER_FAULTS = (TimelineError, TemplateError, LookupError, ValueError, OSError)


class TimelineConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in mkdocs.yml."""

    language = opt.Type(str, default="")
    """Main language; by default the first of `languages`."""
    languages = opt.ListOfItems(opt.Type(str), default=[])
    """Languages that the site is published in; the main one at its root, others in a folder."""
    translations = opt.DictOfItems(opt.Type(dict), default={})
    """Language → `site_name` and `site_description` in it."""
    templates = opt.Optional(opt.Dir(exists=True))
    """Folder with templates, words and assets instead of the ones that come with the package."""
    page_events = opt.Type(int, default=24)
    """Events that the front page lists by itself; scripts, or the pages of the years, give more."""
    eras = opt.Type(list, default=[])
    """Named stretches of time behind the events: ``when`` in EDTF, and a name per language."""
    series = opt.DictOfItems(opt.Type(dict), default={})
    """Id of a series → its name per language."""
    report_url = opt.Type(str, default="")
    """Address of the form for reports; by default the repository's ``issues/new``."""
    exports = opt.Type(bool, default=True)
    """Write feeds, calendars, the API and the tables for download."""
    cards = opt.Type(bool, default=True)
    """Draw a picture for each event, which networks show with a link (never while serving)."""
    policy = opt.Type(bool, default=True)
    """Write a strict content security policy into every page (never while serving)."""
    headers = opt.Type(bool, default=True)
    """Write ``_headers``, for hosts that let a site say which headers they send."""


class RecordPage(Page):
    """A page of MkDocs whose body is ready."""

    def __init__(self, rendered: RenderedPage, file: File, config: MkDocsConfig) -> None:
        """Keep the rendered page beside MkDocs' own fields."""
        self.rendered = rendered
        super().__init__(None, file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Set the metadata; there is no Markdown to read."""
        del config
        self.markdown = ""
        self.title = str(escape(self.rendered.title))
        self.meta = {"title": self.title, "description": str(escape(self.rendered.description))}

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
        self._dirty = False
        self._site = ""
        self._loaded = Loaded(content=Content())
        self._made = Site()
        self._history: History | None = None
        self._caches: dict[str, PageCache] = {}
        self._frames: dict[str, Frame] = {}
        self._written: dict[str, WrittenPage] = {}
        self._menus: tuple[Sections, Sections] = ((), ())

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether somebody is editing."""
        self._begin(serving=command == "serve")
        self._dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the records and render all pages, before the old site is cleaned away.

        Raises:
            PluginError: on `mkdocs build`, with every problem of every record.
        """
        templates = self._templates()
        # Our one template, and MkDocs' own for the site map; the theme's files are not copied.
        config.theme.dirs[:] = [str(templates / "theme"), config.theme.dirs[-1]]
        config.theme.static_templates.discard(MISSING)
        self._loaded = self._read(_root(config))
        try:
            options = self._options(config)
            self._made = make_site(self._loaded.content, options, self._choices(), self._caches)
        except RENDER_FAULTS as fault:
            message = f"The pages could not be made: {type(fault).__name__}: {fault}"
            if not self._made.pages:
                raise PluginError(message) from fault
            log.error("%s. The last good pages stay.", message)  # noqa: TRY400 -- no traceback
        self._stage(config)
        return config

    def _stage(self, config: MkDocsConfig) -> None:
        """Build beside the site that is there, unless somebody watches this one being made."""
        self._site = ""
        if not self._serving and not self._dirty:
            self._site = config.site_dir
            restore(self._site)
            config.site_dir = staging_folder(self._site)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Let the new site take the place of the old one, after all other plugins."""
        if self._site:
            staged, config.site_dir = config.site_dir, self._site
            put_in_place(staged, self._site)

    def on_build_error(self, error: Exception) -> None:
        """Leave the old site as it is, and nothing beside it."""
        del error
        if self._site:
            discard(staging_folder(self._site))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages of all languages, the addresses that moved, what is not a page."""
        self._add_written(files, config)
        for rendered in self._made.pages:
            if rendered.redirect_to:
                uri = f"{rendered.address}index.html"
                files.append(File.generated(config, uri, content=rendered.html))
            else:
                files.append(_page_file(rendered, config))
        for path, text in self._made.files:
            files.append(File.generated(config, path, content=text))
        if self.config.headers:
            files.append(File.generated(config, HEADERS, content=header_file()))
        for path, font in self._made.assets.fonts:
            files.append(File.generated(config, path, abs_src_path=str(font)))
        self._add_posters(files, config)
        return files

    def _add_posters(self, files: Files, config: MkDocsConfig) -> None:
        """Add the pictures of the pages; most were drawn by an earlier build."""
        wanted = [
            (folder + poster.path, poster)
            for folder, posters in self._made.posters.items()
            for poster in posters.values()
        ]
        if wanted:
            fonts = self._templates() / "assets/fonts"
            drawn = write_posters((one for _, one in wanted), fonts, _root(config) / POSTERS)
            for path, poster in wanted:
                files.append(File.generated(config, path, abs_src_path=str(drawn[poster])))

    def _add_written(self, files: Files, config: MkDocsConfig) -> None:
        """Give each hand-written page a place in every edition, and each of its pictures too."""
        found = {file.src_uri: file for file in files.documentation_pages()}
        languages = [edition.options.language for edition in self._made.editions]
        planned = written_pages(found, languages)
        self._written = {plan.folder + plan.uri: plan for plan in planned}
        pictures = files.media_files()
        for file in found.values():
            if file.src_uri not in self._written:
                files.remove(file)
        for uri, plan in self._written.items():
            original = found[plan.source]
            if uri == plan.source:
                continue
            page = File.generated(
                config,
                uri,
                abs_src_path=str(original.abs_src_path),
                inclusion=InclusionLevel.NOT_IN_NAV if plan.folder else original.inclusion,
            )
            page.edit_uri = original.edit_uri
            files.append(page)
        for folder in (edition.options.folder for edition in self._made.editions[1:]):
            for file in pictures:
                source = str(file.abs_src_path)
                files.append(File.generated(config, folder + file.src_uri, abs_src_path=source))

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the names that mkdocs.yml gives the sections; MkDocs has the pages' own titles."""
        del files
        entries = config.nav or [None] * len(nav.items)
        named = list(zip(entries, nav.items, strict=True))
        further = (
            section
            for entry, item in named
            if isinstance(item, Section)
            for section in _sections(zip(entry[item.title], item.children, strict=True))
        )
        self._menus = tuple(_sections(named)), tuple(further)
        return nav

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Make a hand-written page as harmless as a record; generated ones are already."""
        del config, files
        if isinstance(page, RecordPage):
            return html
        return str(clean_page(html, self._written[page.file.src_uri].language))

    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Make the frame of each edition, now that hand-written pages have their titles."""
        written = {
            file.url: Phrase(text=str(file.page.meta.get("menu") or file.page.title or ""))
            for file in files.documentation_pages()
            if (plan := self._written.get(file.src_uri)) and file.page and not plan.untranslated
        }
        self._frames = frames_of(self._made, self._choices(), self._menus, written)
        missing = document(missing_page(self._made.editions), self._frames[""])
        files.append(File.generated(config, MISSING, content=missing))
        return env

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Put the whole document into the page; MkDocs' template has nothing left to do."""
        del config, nav
        if isinstance(page, RecordPage):
            rendered = page.rendered
        else:
            title = str(page.meta.get("title") or page.title or "")
            about = str(page.meta.get("description") or "")
            plan = self._written[page.file.src_uri]
            rendered = rendered_page(plan, page.url, title, about, page.content or "")
        frame = self._frames[rendered.folder]
        page.meta["document"] = document(rendered, frame, page.edit_url or "")
        return context

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

    def _choices(self) -> Choices:
        chosen = self.config
        return Choices(cards=chosen.cards, policy=chosen.policy, live=self._serving)

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
            return with_last_good(loaded, self._loaded, root)
        count = "1 problem" if len(errors) == 1 else f"{len(errors)} problems"
        lines = "\n".join(f"  {problem}" for problem in errors)
        raise PluginError(f"{count} in the records, and no site with them:\n{lines}")

    def _options(self, config: MkDocsConfig) -> SiteOptions:
        if self._history is None or not self._serving:
            self._history = read_history(_root(config))  # editing makes no commits
        events = {
            name: path for (kind, name), path in self._loaded.paths.items() if kind == "events"
        }
        languages = tuple(
            dict.fromkeys(filter(None, (self.config.language, *self.config.languages)))
        )
        report = self.config.report_url
        if not report and config.repo_url:
            report = f"{config.repo_url.rstrip('/')}/issues/new"
        return SiteOptions(
            report_url=report,
            language=(languages or ("fr",))[0],
            languages=languages or ("fr",),
            translations=self.config.translations,
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
            eras=read_eras(self.config.eras),
            series=self.config.series,
        )


def _sections(entries: Iterable[tuple[Any, Any]]) -> Iterator[tuple[str, str]]:
    """Yield name and address of the pages that a list of the configuration names."""
    for entry, item in entries:
        if isinstance(item, Page):
            yield next(iter(entry)) if isinstance(entry, dict) else item.title or "", item.url


def _root(config: MkDocsConfig) -> Path:
    """Return the project's root: where mkdocs.yml and content/ are."""
    return Path(config.config_file_path).resolve().parent


def _page_file(rendered: RenderedPage, config: MkDocsConfig) -> File:
    path = rendered.address
    uri = f"{path}index.md" if rendered.path.count("/") < 2 else f"{path[:-1]}.md"  # noqa: PLR2004
    source = _root(config) / rendered.edit_path
    # A file of its own lets `mkdocs serve --dirty` see what changed.
    body = {"abs_src_path": str(source)} if rendered.edit_path else {"content": ""}
    file = File.generated(config, uri, inclusion=InclusionLevel.NOT_IN_NAV, **body)
    if rendered.edit_path:
        docs = os.path.relpath(config.docs_dir, _root(config)).replace(os.sep, "/")
        file.edit_uri = posixpath.relpath(rendered.edit_path, docs)
    RecordPage(rendered, file, config)
    return file
