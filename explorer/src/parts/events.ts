// Events in lists: a card says what, who, when, how sure and by whom it was told.
import type { EventSummary, RoleRef } from '../api/types';
import { termLabel } from '../api/ontology';
import { h, type Child } from '../core/dom';
import { t, when } from '../core/i18n';
import { href, shorten } from '../core/route';
import { direction, documentLink, documentMeta, entityLink, eventChip, statusChip } from './labels';

const ORDER = ['participant', 'agent', 'target', 'object', 'place', 'topic', 'attributedTo'];

/** The roles in the order they are read, with all entities of a role together. */
export function byRole(roles: RoleRef[]): [string, RoleRef[]][] {
  const found = new Map<string, RoleRef[]>();
  for (const role of roles) found.set(role.role, [...(found.get(role.role) ?? []), role]);
  const place = (name: string): number => (ORDER.indexOf(name) + ORDER.length + 1) % (ORDER.length + 1);
  return [...found].sort(([a], [b]) => place(a) - place(b));
}

export function roleList(roles: RoleRef[]): HTMLElement {
  const rows: Child[] = byRole(roles).map(([role, list]) => {
    const links = list.flatMap(({ entity }, i) => [i > 0 && t('comma'), entityLink(entity, true)]);
    return h('div', {}, h('dt', {}, termLabel('roles', role)), h('dd', {}, links));
  });
  return h('dl', { class: 'roles' }, rows);
}

export interface CardOptions {
  /** The document need not be named where all cards are of one. */
  withDocument?: boolean;
  heading?: 'h2' | 'h3' | 'h4';
}

export function eventCard(event: EventSummary, { withDocument = true, heading = 'h3' }: CardOptions = {}): HTMLElement {
  const link = href('event', { iri: shorten(event.iri) });
  const toText = href('document', { iri: shorten(event.document.iri), event: shorten(event.iri) });
  return h(
    'article',
    { class: `card event ${event.status.toLowerCase()}` },
    h(
      'header',
      {},
      h(heading, {}, h('a', { href: link }, eventChip(event.class))),
      statusChip(event.status),
      h('span', { class: event.date ? 'date' : 'date none' }, when(event.date)),
    ),
    roleList(event.roles),
    event.sentence &&
      h('p', { class: 'sentence', lang: 'ar', dir: direction(event.sentence) }, h('a', { href: toText, title: t('toText') }, event.sentence)),
    withDocument && h('footer', {}, documentLink(event.document, event.iri), ' ', documentMeta(event.document)),
  );
}

export function eventCards(events: EventSummary[], options: CardOptions = {}): HTMLElement {
  if (events.length === 0) return h('p', { class: 'empty' }, t('noEvents'));
  return h('ul', { class: 'cards' }, events.map((event) => h('li', {}, eventCard(event, options))));
}
