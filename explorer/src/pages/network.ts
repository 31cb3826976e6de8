// The network: who deals with whom, within the filters; beside it what is chosen, with its sentences.
import { get } from '../api/client';
import { eventLabel } from '../api/ontology';
import type { EventSummary, Network, NetworkEdge, NetworkNode, Paged } from '../api/types';
import { h, replace, type Child } from '../core/dom';
import { count, number, t } from '../core/i18n';
import { expand, go, href, shorten } from '../core/route';
import { eventFilters, withValues } from '../filters/model';
import { FilterPanel } from '../filters/panel';
import { edgeId, NetworkView, type Choice } from '../graph/view';
import { eventCards } from '../parts/events';
import { entityLink, isolate, kindMark, named, plainName } from '../parts/labels';
import { saveMenu, shareButton } from '../parts/menu';
import { heading, type Maker } from '../parts/page';
import { growing } from '../parts/pager';
import { searchBox } from '../parts/searchbox';
import { aborted, failure } from '../parts/states';
import { offerCsv, offerJsonLd } from '../save/files';
import { EDGE_COLUMNS, edgeRows, eventGraph } from '../save/rows';

const LIMITS = ['25', '50', '100', '200', '300', '500'];
// On a telephone half as many names can be read.
const usual = (): string => (matchMedia('(min-width: 40rem)').matches ? '50' : '25');
const NOTHING: Network = { centre: [], truncated: false, total_nodes: 0, nodes: [], edges: [] };

class NetworkPage {
  readonly root: HTMLElement;
  private params = new URLSearchParams();
  private asked = '';
  private network = NOTHING;
  private request = new AbortController();
  private readonly view = new NetworkView((choice) => this.choose(choice), (iri) => this.centre([iri]));
  private readonly panel = new FilterPanel({ change: (params) => go('network', params), sources: true });
  private readonly centres = h('div', { class: 'centres' });
  private readonly side = h('aside', { class: 'side', 'aria-label': t('chosen') });
  private readonly table = h('details', { class: 'as-table' });
  private readonly note = h('p', { class: 'total', role: 'status' });

  constructor() {
    const find = searchBox({ id: 'centre', placeholder: t('addCentre'), pick: ({ entity }) => this.centre([...this.params.getAll('iri'), shorten(entity.iri)]) });
    const save = saveMenu([
      { word: 'png', run: () => this.view.png('sifara-network') },
      { word: 'svg', run: () => this.view.svg('sifara-network') },
      { word: 'csv', run: () => offerCsv('sifara-network', EDGE_COLUMNS, edgeRows(this.network)) },
      { word: 'jsonld', run: () => this.jsonld() },
    ]);
    this.root = h(
      'div',
      { class: 'page work' },
      h('div', { class: 'bar-row' }, heading(t('network')), find, this.centres, h('div', { class: 'actions' }, shareButton(), save)),
      h('div', { class: 'columns' }, this.panel.root, h('div', { class: 'stage' }, this.note, this.view.root, this.legend(), this.table), this.side),
    );
  }

  async update(params: URLSearchParams): Promise<void> {
    this.params = params;
    const query = eventFilters(params);
    for (const iri of params.getAll('iri')) query.append('iri', expand(iri));
    for (const name of ['depth', 'min_sources']) if (params.get(name)) query.set(name, params.get(name) ?? '');
    query.set('limit', params.get('limit') ?? usual());
    if (query.toString() !== this.asked) {
      this.asked = query.toString();
      void this.panel.update(params);
      this.request.abort();
      this.request = new AbortController();
      try {
        this.network = await get<Network>('neighbourhood', query, this.request.signal);
      } catch (error) {
        if (!aborted(error)) replace(this.side, failure(error));
        this.asked = '';
        return;
      }
      this.describe();
      await this.view.draw(this.network);
    }
    this.showChoice();
  }

  dispose(): void {
    this.request.abort();
    this.panel.dispose();
    this.view.dispose();
  }

  private centre(iris: string[]): void {
    const next = withValues(this.params, 'iri', [...new Set(iris.map(shorten))]);
    next.delete('select');
    go('network', next);
  }

  private choose(choice: Choice | null): void {
    const value = choice ? [choice.id.split(' ').map(shorten).join(' ')] : [];
    go('network', withValues(this.params, 'select', value), true);
  }

  /** The words around the drawing: how much there is, the centres, the same as a table. */
  private describe(): void {
    const { nodes, edges, truncated, total_nodes: total } = this.network;
    const names = new Map(nodes.map((node) => [node.iri, node]));
    this.note.textContent = nodes.length === 0 ? t('noNetwork') : `${count(nodes.length, 'node')}${t('comma')}${count(edges.length, 'edge')}${truncated ? ` (${t('ofNodes', { total: number(total) })})` : ''}`;
    const chips = this.params.getAll('iri').map(expand).map((iri) => {
      const node = names.get(iri);
      const name = node ? plainName(node) : shorten(iri);
      return h('span', { class: 'chip removable' }, isolate(name), h('button', { type: 'button', 'aria-label': t('remove', { name }), click: () => this.centre(this.params.getAll('iri').filter((one) => expand(one) !== iri)) }, '×'));
    });
    const select = (name: string, word: 'depth' | 'limit', options: [string, string][], fallback: string): HTMLElement => {
      const field = h('select', { 'data-key': name, change: () => go('network', withValues(this.params, name, [field.value === fallback ? '' : field.value])) }, options.map(([value, text]) => h('option', { value, selected: (this.params.get(name) ?? fallback) === value }, text)));
      return h('label', { class: 'field inline' }, h('span', {}, t(word)), field);
    };
    replace(this.centres, chips, chips.length > 0 && select('depth', 'depth', [['1', t('depth1')], ['2', t('depth2')]], '1'), select('limit', 'limit', LIMITS.map((value) => [value, number(Number(value))]), usual()));
    const cell = (iri: string): Child => {
      const node = names.get(iri);
      return node ? entityLink(node) : shorten(iri);
    };
    replace(
      this.table,
      h('summary', { 'data-key': 'table' }, t('asTable')),
      h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('asTable') }, h('table', {}, h('thead', {}, h('tr', {}, [t('from_entity'), t('to_entity'), t('events'), t('sources'), t('eventClass')].map((text) => h('th', { scope: 'col' }, text)))), h('tbody', {}, edges.map((edge) => h('tr', {}, h('td', {}, cell(edge.source)), h('td', {}, cell(edge.target)), h('td', {}, h('button', { type: 'button', class: 'link', click: () => this.choose({ kind: 'edge', id: edgeId(edge) }) }, number(edge.events))), h('td', {}, number(edge.sources)), h('td', {}, Object.keys(edge.classes).map(eventLabel).join(t('comma')))))))),
    );
  }

  private showChoice(): void {
    const select = this.params.get('select');
    if (!select) {
      this.view.mark(null);
      replace(this.side, h('h2', {}, t('chosen')), h('p', { class: 'empty' }, t('chooseHint')));
      return;
    }
    const id = select.split(' ').map(expand).join(' ');
    this.view.mark([id]);
    const edge = this.network.edges.find((one) => edgeId(one) === id);
    const node = this.network.nodes.find((one) => one.iri === id);
    if (edge) this.showEdge(edge);
    else if (node) this.showNode(node);
    else replace(this.side, h('p', { class: 'empty' }, t('notSeen')));
    this.side.scrollTop = 0;
  }

  private events(more: Record<string, string[]>): HTMLElement {
    const list = growing<EventSummary>(
      (offset) => {
        const query = eventFilters(this.params);
        Object.entries(more).forEach(([name, values]) => values.forEach((value) => query.append(name, value)));
        query.set('limit', '10');
        query.set('offset', String(offset));
        return get<Paged<EventSummary>>('events', query, this.request.signal);
      },
      (items) => eventCards(items),
      (total) => count(total, 'telling'),
    );
    void list.restart();
    return list.root;
  }

  private showEdge(edge: NetworkEdge): void {
    const [source, target] = [edge.source, edge.target].map((iri) => this.network.nodes.find((node) => node.iri === iri));
    const sum = `${count(edge.events, 'event')}${t('comma')}${count(edge.sources, 'source')}`;
    replace(
      this.side,
      h('h2', {}, source && entityLink(source, true), h('span', { class: 'arrow', 'aria-label': t(edge.directed ? 'towards' : 'and') }, edge.directed ? ' ⟵ ' : ' — '), target && entityLink(target, true)),
      h('p', { class: 'meta' }, sum),
      this.events({ between: [edge.source, edge.target] }),
    );
    const arrow = this.side.querySelector('.arrow');
    if (arrow && edge.directed && document.documentElement.dir === 'ltr') arrow.textContent = ' ⟶ ';
  }

  private showNode(node: NetworkNode): void {
    replace(
      this.side,
      h('h2', {}, kindMark(node.class), ' ', named(node.label, node.iri)),
      h('p', { class: 'actions' }, h('a', { class: 'button', href: href('entity', { iri: shorten(node.iri) }) }, t('toEntity')), h('button', { type: 'button', 'data-key': 'make-centre', click: () => this.centre([node.iri]) }, t('makeCentre')), h('button', { type: 'button', 'data-key': 'add-centre', click: () => this.centre([...this.params.getAll('iri'), node.iri]) }, t('expandNode'))),
      this.events({ entity: [node.iri] }),
    );
  }

  /** The events behind the network, as far as one answer holds them. */
  private async jsonld(): Promise<void> {
    const query = eventFilters(this.params);
    const centres = this.params.getAll('iri').map(expand);
    if (centres.length === 1) query.append('entity', centres[0] ?? '');
    query.set('limit', '1000');
    const { items } = await get<Paged<EventSummary>>('events', query);
    const seen = new Set(this.network.nodes.map(({ iri }) => iri));
    offerJsonLd('sifara-network', eventGraph(items.filter(({ roles }) => roles.filter(({ entity }) => seen.has(entity.iri)).length > 1)));
  }

  private legend(): HTMLElement {
    const edges = (['warm', 'cold', 'plain'] as const).map((tone) => h('li', {}, h('span', { class: `line tone-${tone}`, 'aria-hidden': 'true' }), t(`tone_${tone}`)));
    const nodes = (['Person', 'Country', 'Organization', 'City', 'Treaty'] as const).map((name) => h('li', {}, kindMark(name), ' ', t(`kind_${name}`)));
    return h('ul', { class: 'legend' }, nodes, edges, h('li', {}, h('span', { class: 'line dashed', 'aria-hidden': 'true' }), t('tone_unsure')));
  }
}

export const network: Maker = () => {
  const page = new NetworkPage();
  return { root: page.root, title: t('network'), update: (params) => page.update(params), dispose: () => page.dispose() };
};
