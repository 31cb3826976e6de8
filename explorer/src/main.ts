// The start: language, light, and the page that the address names.
import './style/fonts.css';
import './style/colours.css';
import './style/base.css';
import './style/shell.css';
import './style/parts.css';
import './style/work.css';
import './style/reading.css';
import { loadOntology } from './api/ontology';
import { language, remembered, setLanguage, t, type Language } from './core/i18n';
import { parse } from './core/route';
import { startTheme } from './core/theme';
import { heading, type Maker, type Page } from './parts/page';
import { Shell } from './parts/shell';
import { aborted, failure, waiting } from './parts/states';

// Each page is its own file, asked for when it is first opened; cytoscape, the outline of the world and the
// editor come with the pages that need them.
const PAGES: Record<string, () => Promise<Maker>> = {
  '': () => import('./pages/home').then((m) => m.home),
  search: () => import('./pages/search').then((m) => m.search),
  network: () => import('./pages/network').then((m) => m.network),
  timeline: () => import('./pages/timeline').then((m) => m.timeline),
  map: () => import('./pages/map').then((m) => m.map),
  documents: () => import('./pages/documents').then((m) => m.documents),
  document: () => import('./pages/document').then((m) => m.document),
  entity: () => import('./pages/entity').then((m) => m.entity),
  event: () => import('./pages/event').then((m) => m.event),
  sparql: () => import('./pages/sparql').then((m) => m.sparql),
};

class Router {
  private readonly shell: Shell;
  private page: Page | null = null;
  private key = '';
  private end = new AbortController();

  constructor(root: Element) {
    this.shell = new Shell(root);
    window.addEventListener('hashchange', () => void this.route());
  }

  async route(): Promise<void> {
    const { page: name, params } = parse(location.hash);
    const wanted = params.get('lang');
    const lang: Language = wanted === 'ar' || wanted === 'en' ? wanted : (remembered() ?? 'ar');
    const turned = lang !== language() || !document.title || this.key === '';
    if (turned) setLanguage(lang);
    const key = `${lang} ${name} ${['entity', 'event', 'document'].includes(name) ? params.get('iri') : ''}`;
    if (key === this.key && this.page) return this.update(params);
    const first = this.key === '';
    this.key = key;
    this.shell.draw(name);
    this.page?.dispose?.();
    this.page = null;
    this.end.abort();
    this.end = new AbortController();
    const { signal } = this.end;
    this.shell.main.replaceChildren(waiting());
    try {
      const [make] = await Promise.all([PAGES[name]?.() ?? Promise.reject(new Error(name)), loadOntology()]);
      const page = await make(params, signal);
      if (signal.aborted) return page.dispose?.();
      this.page = page;
      document.title = page.title === t('name') ? page.title : `${page.title} · ${t('name')}`;
      this.shell.main.replaceChildren(page.root);
      if (!first) {
        window.scrollTo(0, 0);
        page.root.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
      }
      await this.update(params);
    } catch (error) {
      if (aborted(error) || signal.aborted) return;
      this.key = `failed ${key}`;
      document.title = t('name');
      this.shell.main.replaceChildren(heading(PAGES[name] ? t('failed') : t('noPage')), failure(error));
    }
  }

  private async update(params: URLSearchParams): Promise<void> {
    const { page } = this;
    try {
      await page?.update?.(params);
    } catch (error) {
      if (aborted(error) || page !== this.page) return;
      page?.root.append(failure(error));
    }
  }
}

startTheme();
const root = document.getElementById('app');
if (root) void new Router(root).route();
