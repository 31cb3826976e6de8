// The panel of filters: values with their counts, dates, words, sources. Every change goes into the address.
import { get } from '../api/client';
import { eventLabel, termLabel } from '../api/ontology';
import type { Facets, FacetValue } from '../api/types';
import { h, replace, type Child } from '../core/dom';
import { number, t } from '../core/i18n';
import { expand, shorten } from '../core/route';
import type { Word } from '../core/words';
import { isolate, plainName } from '../parts/labels';
import { aborted, failure } from '../parts/states';
import { cleared, eventFilters, howMany, withValues } from './model';

interface Facet {
  param: string;
  facet: string;
  word: Word;
  name: (value: FacetValue) => string;
}
const FACETS: Facet[] = [
  { param: 'class', facet: 'class', word: 'eventClass', name: ({ value }) => eventLabel(value) },
  { param: 'status', facet: 'status', word: 'status', name: ({ value }) => termLabel('statuses', value) },
  { param: 'actor', facet: 'actor', word: 'actor', name: (of) => (of.entity ? plainName(of.entity) : of.value) },
  { param: 'country', facet: 'country', word: 'country', name: (of) => (of.entity ? plainName(of.entity) : of.value) },
  { param: 'publisher', facet: 'publisher', word: 'publisher', name: ({ value }) => value },
];
const SHOWN = 8;

export interface PanelOptions {
  change: (params: URLSearchParams) => void;
  /** The network also filters edges by their number of sources. */
  sources?: boolean;
}

export class FilterPanel {
  readonly root: HTMLDetailsElement;
  private readonly body = h('div', { class: 'filter-body' });
  private readonly summary = h('summary', {});
  private readonly opened = new Set<string>(['class', 'status', 'actor']);
  private params = new URLSearchParams();
  private request = new AbortController();

  constructor(private readonly options: PanelOptions) {
    this.root = h('details', { class: 'filters' }, this.summary, this.body);
    this.root.open = matchMedia('(min-width: 60rem)').matches;
  }

  /** Shows the filters of an address and asks for the counts. */
  async update(params: URLSearchParams): Promise<void> {
    this.params = params;
    this.request.abort();
    this.request = new AbortController();
    const active = howMany(params);
    replace(this.summary, t('filters'), active > 0 && h('span', { class: 'badge' }, number(active)));
    try {
      const facets = await this.facets(this.request.signal);
      replace(this.body, this.fields(), FACETS.map((facet) => this.values(facet, facets[facet.facet] ?? [])), this.clear(active));
    } catch (error) {
      if (!aborted(error)) replace(this.body, this.fields(), failure(error), this.clear(active));
    }
  }

  dispose(): void {
    this.request.abort();
  }

  /** Counts under all filters; those of a facet with a choice are taken without it, so that more can be chosen. */
  private async facets(signal: AbortSignal): Promise<Record<string, FacetValue[]>> {
    const filters = eventFilters(this.params);
    const ask = async (facets: string[], without?: string): Promise<Facets> => {
      const query = new URLSearchParams(filters);
      if (without) query.delete(without);
      facets.forEach((facet) => query.append('of', facet));
      query.set('limit', '60');
      return get<Facets>('facets', query, signal);
    };
    const chosen = FACETS.filter(({ param }) => filters.has(param));
    const [all, ...others] = await Promise.all([ask(FACETS.map(({ facet }) => facet)), ...chosen.map(({ facet, param }) => ask([facet], param))]);
    const result: Record<string, FacetValue[]> = { ...all?.facets };
    chosen.forEach(({ facet }, i) => (result[facet] = others[i]?.facets[facet] ?? []));
    return result;
  }

  private set(name: string, values: string[]): void {
    this.options.change(withValues(this.params, name, values));
  }

  private field(word: Word, name: string, properties: Record<string, string>): HTMLElement {
    const input = h('input', {
      ...properties,
      name,
      'data-key': `field-${name}`,
      value: this.params.get(name) ?? '',
      change: () => input.checkValidity() && this.set(name, [input.value.trim()]),
    });
    return h('label', { class: 'field' }, h('span', {}, t(word)), input);
  }

  private choice(word: Word, name: string, options: [string, string][]): HTMLElement {
    const select = h(
      'select',
      { 'data-key': `field-${name}`, change: () => this.set(name, [select.value]) },
      options.map(([value, text]) => h('option', { value, selected: (this.params.get(name) ?? '') === value }, text)),
    );
    return h('label', { class: 'field' }, h('span', {}, t(word)), select);
  }

  private fields(): Child {
    const dates = { type: 'text', inputmode: 'numeric', dir: 'ltr', placeholder: 'YYYY-MM-DD', pattern: '\\d{4}(-\\d\\d(-\\d\\d)?)?', title: t('dateForm') };
    const least = ['0.5', '0.7', '0.8', '0.9'].map((value): [string, string] => [value, `≥ ${number(Number(value) * 100)}%`]);
    const sources = ['2', '3', '5', '10'].map((value): [string, string] => [value, `≥ ${value}`]);
    return h(
      'div',
      { class: 'fields' },
      this.field('words', 'q', { type: 'search', dir: 'auto' }),
      h('div', { class: 'pair' }, this.field('from', 'from', dates), this.field('to', 'to', dates)),
      this.choice('datesAre', 'when', [['', t('whenEvent')], ['document', t('whenDocument')]]),
      this.options.sources && this.choice('minSources', 'min_sources', [['', t('any')], ...sources]),
      this.choice('minConfidence', 'min_confidence', [['', t('any')], ...least]),
    );
  }

  private values(facet: Facet, found: FacetValue[]): Child {
    const chosen = new Set(this.params.getAll(facet.param).map(expand));
    const missing = [...chosen].filter((value) => !found.some((one) => one.value === value));
    const all = [...missing.map((value) => ({ value, count: 0 })), ...found];
    if (all.length === 0) return null;
    const rows = all.map((value, i) => {
      const box = h('input', {
        type: 'checkbox',
        'data-key': `${facet.param}-${value.value}`,
        checked: chosen.has(value.value),
        change: () => {
          if (box.checked) chosen.add(value.value);
          else chosen.delete(value.value);
          this.set(facet.param, [...chosen].map(shorten));
        },
      });
      const name = facet.name(value);
      const hidden = i >= SHOWN && !chosen.has(value.value);
      return h('li', { class: hidden ? 'late' : '' }, h('label', {}, box, ' ', isolate(name), ' ', h('span', { class: 'count' }, number(value.count))));
    });
    const list = h('ul', { class: 'values' }, rows);
    const details = h(
      'details',
      { class: 'facet', open: this.opened.has(facet.param) || chosen.size > 0 },
      h('summary', { 'data-key': `facet-${facet.param}` }, t(facet.word), chosen.size > 0 && h('span', { class: 'badge' }, number(chosen.size))),
      list,
      list.querySelector('.late') &&
        h('button', { type: 'button', class: 'link', click: (event: MouseEvent) => {
          list.classList.add('whole');
          (event.currentTarget as HTMLElement).remove();
        } }, t('all')),
    );
    details.addEventListener('toggle', () => {
      if (details.open) this.opened.add(facet.param);
      else this.opened.delete(facet.param);
    });
    return details;
  }

  private clear(active: number): Child {
    return active > 0 && h('button', { type: 'button', 'data-key': 'clear', click: () => this.options.change(cleared(this.params)) }, t('clearFilters'));
  }
}
