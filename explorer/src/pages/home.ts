// The first page: what the store holds and where to begin.
import { get } from '../api/client';
import type { EntityRow, EventSummary, Paged, Stats } from '../api/types';
import { h, type Child } from '../core/dom';
import { count, date, number, t } from '../core/i18n';
import { href } from '../core/route';
import { eventCards } from '../parts/events';
import { entityLink } from '../parts/labels';
import { heading, section, type Maker } from '../parts/page';

const STARTS = ['network', 'timeline', 'map', 'documents'] as const;

function figures(stats: Stats): Child {
  const values: [number, string][] = [
    [stats.documents, t('documents')],
    [stats.events, t('events')],
    [stats.entities, t('entities')],
    [stats.publishers, t('publishers')],
    [stats.linked, t('linked')],
  ];
  return h('dl', { class: 'figures' }, values.map(([value, name]) => h('div', {}, h('dt', {}, name), h('dd', {}, number(value)))));
}

export const home: Maker = async (_, signal) => {
  const [stats, busiest, latest] = await Promise.all([
    get<Stats>('stats', {}, signal),
    get<Paged<EntityRow>>('entities', { sort: 'events', limit: 24 }, signal),
    get<Paged<EventSummary>>('events', { limit: 6 }, signal),
  ]);
  const span = stats.first && stats.last ? t('span', { first: date(stats.first), last: date(stats.last) }) : '';
  const root = h(
    'div',
    { class: 'page home' },
    heading(t('welcome')),
    h('p', { class: 'lead' }, t('lead'), span && ` ${span}`),
    figures(stats),
    h('ul', { class: 'starts' }, STARTS.map((name) => h('li', {}, h('a', { href: href(name) }, h('strong', {}, t(name)), h('span', {}, t(`${name}Lead`)))))),
    stats.documents === 0 && h('p', { class: 'empty' }, t('emptyStore')),
    section(t('busiest'), h('ul', { class: 'tags' }, busiest.items.map((row) =>
      h('li', {}, entityLink(row.entity, true), ' ', h('span', { class: 'count', title: count(row.events, 'event') }, number(row.events)))))),
    section(t('latest'), eventCards(latest.items)),
  );
  return { root, title: t('name') };
};
