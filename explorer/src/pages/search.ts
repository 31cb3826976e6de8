// Results of a search among entities, documents and events.
import { get } from '../api/client';
import { classLabel } from '../api/ontology';
import type { DocumentRow, EventSummary, FoundEntity, Paged } from '../api/types';
import { h } from '../core/dom';
import { count, t } from '../core/i18n';
import { href } from '../core/route';
import { eventCards } from '../parts/events';
import { documentLink, documentMeta, entityLink, isolate } from '../parts/labels';
import { heading, type Maker } from '../parts/page';
import { growing, type Growing } from '../parts/pager';

const KINDS = ['entity', 'document', 'event'] as const;
type Kind = (typeof KINDS)[number];

function results(q: string, kind: Kind, signal: AbortSignal): Growing {
  const ask = <T>(offset: number): Promise<Paged<T>> => get('search', { q, type: kind, limit: 30, offset }, signal);
  const counted = (total: number): string => (total === 0 ? t('nothing') : count(total, 'result'));
  if (kind === 'event') return growing<EventSummary>(ask, (items) => eventCards(items, { heading: 'h2' }), counted);
  if (kind === 'document') return growing<DocumentRow>(ask, documentRows, counted);
  return growing<FoundEntity>(ask, (items) => h('ul', { class: 'rows' }, items.map(({ entity, matched, events, documents }) =>
    h('li', {}, entityLink(entity, true), h('span', { class: 'meta' }, ' ', classLabel(entity.class), ' · ', isolate(matched), ' · ', count(events, 'event'), ' · ', count(documents, 'document'))))), counted);
}

export function documentRows(items: DocumentRow[]): HTMLElement {
  return h('ul', { class: 'rows' }, items.map(({ document, events }) =>
    h('li', {}, documentLink(document), h('span', { class: 'meta' }, ' ', documentMeta(document), ' · ', count(events, 'event')))));
}

export const search: Maker = (_, signal) => {
  const title = h('span', {});
  const tabs = h('ul', { class: 'tabs' });
  const body = h('div', {});
  const update = async (params: URLSearchParams): Promise<void> => {
    const q = params.get('q') ?? '';
    const kind = KINDS.find((one) => one === params.get('type')) ?? 'entity';
    title.replaceChildren(isolate(q));
    tabs.replaceChildren(...KINDS.map((one) => h('li', {}, h('a', { href: href('search', { q, type: one }), 'aria-current': one === kind ? 'true' : null }, t(`found_${one}`)))));
    const list = results(q, kind, signal);
    body.replaceChildren(list.root);
    await list.restart();
  };
  const root = h('div', { class: 'page' }, heading(t('resultsFor'), ' ', title), h('nav', { 'aria-label': t('kinds') }, tabs), body);
  return { root, title: t('search'), update };
};
