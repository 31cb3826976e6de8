// An entity: its names, offices, contacts over time and the events it takes part in.
import { get } from '../api/client';
import { classLabel, eventLabel, termLabel } from '../api/ontology';
import type { Contact, EntityPage, EventSummary, Paged, Tenure, Timeline } from '../api/types';
import { h, replace, safeAddress, type Child } from '../core/dom';
import { count, date, number, t } from '../core/i18n';
import { expand, go, href, local, shorten } from '../core/route';
import { withValues } from '../filters/model';
import { Chart } from '../parts/chart';
import { eventCards } from '../parts/events';
import { documentLink, documentMeta, entityLink, entityList, isolate, kindMark, named, otherLanguage, plainName } from '../parts/labels';
import { saveMenu, shareButton } from '../parts/menu';
import { heading, section, type Maker } from '../parts/page';
import { growing } from '../parts/pager';
import { offerCsv, offerJsonLd } from '../save/files';
import { eventGraph } from '../save/rows';

function facts(entity: EntityPage): Child {
  const wikidata = safeAddress(entity.wikidata);
  const rows: [string, Child][] = [
    [t('class'), classLabel(entity.class)],
    [t('country'), entity.country && entityLink(entity.country)],
    [t('aliases'), entity.aliases.length > 0 && entity.aliases.flatMap((alias, i) => [i > 0 && t('comma'), isolate(alias)])],
    [t('wikidata'), wikidata ? h('a', { href: wikidata, rel: 'noopener noreferrer external', target: '_blank' }, local(wikidata), h('span', { class: 'visually-hidden' }, ` (${t('outside')})`)) : t('notLinked')],
    [t('told'), entity.first && `${date(entity.first)} – ${date(entity.last)}`],
    [t('counts'), `${count(entity.counts.events, 'event')}${t('comma')}${count(entity.counts.documents, 'document')}${t('comma')}${count(entity.counts.mentions, 'mention')}`],
    [t('identifier'), h('code', { dir: 'ltr' }, shorten(entity.iri))],
  ];
  return h('dl', { class: 'facts' }, rows.map(([name, value]) => value && h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

function offices(list: Tenure[]): Child {
  if (list.length === 0) return null;
  return section(t('offices'), h('ul', { class: 'offices' }, list.map(({ role, of, since, until, documents }) =>
    h('li', {}, h('strong', {}, termLabel('offices', role)), t('comma'), entityLink(of), (since || until) && h('span', { class: 'meta' }, ` ${date(since)} – ${date(until)}`),
      documents.length > 0 && h('details', {}, h('summary', {}, count(documents.length, 'document')), h('ul', { class: 'rows' }, documents.map((one) => h('li', {}, h('q', { dir: 'auto', lang: 'ar' }, one.words), ' ', documentLink(one.document), ' ', documentMeta(one.document)))))))));
}

function holders(entity: EntityPage): Child {
  return [
    entity.holders.length > 0 && section(t('holders'), h('ul', { class: 'rows' }, entity.holders.map(({ role, person, documents }) => h('li', {}, entityLink(person, true), h('span', { class: 'meta' }, ' ', termLabel('offices', role), ' · ', count(documents, 'document')))))),
    entity.members.total > 0 && h('details', { class: 'members' }, h('summary', {}, `${t('members')} (${number(entity.members.total)})`), h('p', {}, entityList(entity.members.items))),
  ];
}

function classesOf(contact: Contact): string {
  return Object.entries(contact.classes).sort(([, m], [, n]) => n - m).slice(0, 3).map(([name, events]) => `${eventLabel(name)} ${number(events)}`).join(t('comma'));
}

export const entity: Maker = async (initial, signal) => {
  const iri = expand(initial.get('iri') ?? '');
  const found = await get<EntityPage>('entity', { iri }, signal);
  let params = initial;
  const name = plainName(found);
  const other = otherLanguage(found.label);
  const note = h('p', { class: 'total', role: 'status' });
  const scope = h('div', { class: 'scope' });
  const contactBody = h('tbody', {});
  let contacts: Contact[] = [];
  const chart = new Chart({ name: eventLabel, height: 180, choose: (range) => go('entity', withValues(withValues(params, 'from', [range?.from ?? '']), 'to', [range?.to ?? '']), true) });
  const query = (more: Record<string, string | number> = {}): URLSearchParams => {
    const values = new URLSearchParams();
    values.append('entity', iri);
    if (params.get('with')) values.append('entity', expand(params.get('with') ?? ''));
    for (const key of ['from', 'to']) if (params.get(key) && !('whole' in more)) values.set(key, params.get(key) ?? '');
    Object.entries(more).forEach(([key, value]) => key !== 'whole' && values.set(key, String(value)));
    return values;
  };
  const list = growing<EventSummary>((offset) => get<Paged<EventSummary>>('events', query({ limit: 15, offset }), signal), (items) => eventCards(items), (total) => (total ? count(total, 'event') : t('noEvents')));
  const contactTable = growing<Contact>(
    (offset) => get<Paged<Contact>>('contacts', { iri, limit: 20, offset }, signal),
    (items) => {
      contacts = [...contacts, ...items];
      showContacts();
      return null;
    },
    (total) => (total ? count(total, 'contact') : t('noContacts')),
  );
  const showContacts = (): void => {
    const most = Math.max(1, ...contacts.map(({ events }) => events));
    const chosen = params.get('with') ? expand(params.get('with') ?? '') : '';
    replace(contactBody, contacts.map((one) => {
      const on = one.entity.iri === chosen;
      const press = (): void => go('entity', withValues(params, 'with', on ? [] : [shorten(one.entity.iri)]), true);
      return h('tr', { class: on ? 'chosen' : '' },
        h('th', { scope: 'row' }, entityLink(one.entity, true)),
        h('td', {}, h('button', { type: 'button', class: 'link', 'aria-pressed': String(on), 'data-key': `with-${one.entity.iri}`, 'aria-label': t('showWith', { name: plainName(one.entity), number: number(one.events) }), click: press }, number(one.events)), h('meter', { min: 0, max: most, value: one.events, 'aria-hidden': 'true' })),
        h('td', {}, t('directions', { out: number(one.out), in: number(one.in), mutual: number(one.mutual) })),
        h('td', {}, classesOf(one)),
        h('td', {}, one.first && (one.first === one.last ? date(one.first) : `${date(one.first)} – ${date(one.last)}`)));
    }));
  };
  const save = saveMenu([
    { word: 'csv', run: () => offerCsv('sifara-contacts', ['entity', 'label', 'events', 'documents', 'sources', 'out', 'in', 'mutual', 'first', 'last'], contacts.map((one) => [one.entity.iri, plainName(one.entity), one.events, one.documents, one.sources, one.out, one.in, one.mutual, one.first, one.last])) },
    { word: 'jsonld', run: async () => offerJsonLd('sifara-events', eventGraph((await get<Paged<EventSummary>>('events', query({ limit: 1000 }), signal)).items)) },
  ]);
  const short = shorten(iri);
  const links = [
    h('a', { class: 'button', href: href('network', { iri: short }) }, t('inNetwork')),
    h('a', { class: 'button', href: href('timeline', { entity: short }) }, t('inTimeline')),
    h('a', { class: 'button', href: href('map', { entity: short }) }, t('inMap')),
  ];
  const root = h(
    'div',
    { class: 'page' },
    h('div', { class: 'bar-row' }, heading(kindMark(found.class), ' ', named(found.label, iri), other && h('span', { class: 'other', lang: other.lang, dir: 'auto' }, other.text)), h('div', { class: 'actions' }, links, shareButton(), save)),
    !found.listed && h('p', { class: 'hint' }, t('unlisted')),
    facts(found),
    offices(found.offices),
    holders(found),
    section(t('contacts'), h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('contacts') }, h('table', { class: 'contacts' }, h('thead', {}, h('tr', {}, [t('contact'), t('events'), t('direction'), t('eventClass'), t('told')].map((text) => h('th', { scope: 'col' }, text)))), contactBody)), contactTable.root),
    section(t('overTime'), scope, note, chart.root),
    section(t('events'), list.root),
  );
  void contactTable.restart();
  const update = async (next: URLSearchParams): Promise<void> => {
    params = next;
    showContacts();
    const chosen = contacts.find((one) => one.entity.iri === expand(params.get('with') ?? ''));
    const chip = (text: string, ...keys: string[]): Child => h('span', { class: 'chip removable' }, isolate(text), h('button', { type: 'button', 'aria-label': t('remove', { name: text }), 'data-key': keys.join(), click: () => go('entity', keys.reduce((sum, key) => withValues(sum, key, []), params), true) }, '×'));
    replace(scope, params.has('with') && chip(chosen ? plainName(chosen.entity) : local(params.get('with') ?? ''), 'with'), (params.has('from') || params.has('to')) && chip(`${params.get('from') ?? ''} – ${params.get('to') ?? ''}`, 'from', 'to'));
    const [time] = await Promise.all([get<Timeline>('timeline', query({ by: 'class', interval: 'month', whole: 1 }), signal), list.restart()]);
    const [from, to] = [params.get('from'), params.get('to')];
    chart.draw(time.buckets, from && to ? { from, to } : null);
    chart.root.hidden = time.buckets.length === 0;
    note.textContent = time.undated > 0 ? t('undated', { number: number(time.undated) }) : '';
  };
  return { root, title: name, update, dispose: () => chart.dispose() };
};
