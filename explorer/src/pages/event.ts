// An event: who, what, when and how the date is known, how sure, who says so, and every source side by side.
import { get } from '../api/client';
import { eventLabel, termLabel } from '../api/ontology';
import type { Evidence, EventPage } from '../api/types';
import { h, type Child } from '../core/dom';
import { count, date, duration, percent, t, when } from '../core/i18n';
import { expand, href, shorten } from '../core/route';
import { cut, Points, type Span } from '../core/offsets';
import { roleList } from '../parts/events';
import { confidence, direction, documentLink, documentMeta, entityLink, entityList, eventChip, isolate, plainName, statusChip } from '../parts/labels';
import { saveMenu, shareButton } from '../parts/menu';
import { heading, section, type Maker } from '../parts/page';
import { offerCsv, offerJsonLd } from '../save/files';
import { EVENT_COLUMNS, eventGraph, eventRows } from '../save/rows';

const MANY = 12; // sources that are fetched to be set side by side

function facts(event: EventPage): Child {
  const basis = event.date?.basis ? termLabel('date_bases', event.date.basis) : null;
  const rows: [string, Child][] = [
    [t('status'), statusChip(event.status, true)],
    [t('date'), [when(event.date), basis && h('span', { class: 'meta' }, ` (${basis})`)]],
    [t('until'), event.until && date(event.until)],
    [t('duration'), event.duration && duration(event.duration)],
    [t('saidBy'), event.attributed_to ? entityLink(event.attributed_to, true) : t('articleItself')],
    [t('topics'), event.topics.length > 0 && entityList(event.topics)],
    [t('content'), event.content && h('q', { lang: 'ar', dir: 'auto' }, event.content)],
    [t('confidence'), percent(event.confidence)],
    [t('identifier'), h('code', { dir: 'ltr' }, shorten(event.iri))],
  ];
  return h('dl', { class: 'facts' }, rows.map(([name, value]) => value && h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

interface Mark extends Span {
  kind: string;
  title: string;
}

/** The sentence with the trigger and the arguments marked in it. */
function sentence(event: EventPage, evidence: Evidence): HTMLElement {
  const whole = evidence.sentence ?? { start: evidence.start, end: evidence.end, text: evidence.words };
  const marks: Mark[] = event.arguments.map((one) => ({ start: one.start - whole.start, end: one.end - whole.start, kind: 'argument', title: `${termLabel('roles', one.role)}: ${plainName(one.entity)}` }));
  if (evidence.trigger) marks.push({ start: evidence.trigger.start - whole.start, end: evidence.trigger.end - whole.start, kind: 'trigger', title: t('trigger') });
  const text = new Points(whole.text);
  return h('p', { class: 'sentence', lang: 'ar', dir: direction(whole.text) }, cut(text, marks.filter(({ start, end }) => start >= 0 && end <= text.length)).map(({ text: words, over }) => {
    const inner = over.at(-1);
    return inner ? h('mark', { class: inner.kind, title: over.map(({ title }) => title).join('\n') }, words) : words;
  }));
}

function telling(event: EventPage): HTMLElement {
  return h(
    'article',
    { class: 'card telling' },
    h('header', {}, h('h3', {}, documentLink(event.document, event.iri)), documentMeta(event.document)),
    event.evidence.map((evidence) => [
      sentence(event, evidence),
      h('p', { class: 'meta' }, evidence.frame && [t('frame'), ' ', h('code', { dir: 'ltr' }, evidence.frame)], evidence.rule && [' · ', t('rule'), ' ', h('code', { dir: 'ltr' }, evidence.rule)]),
    ]),
    h('p', { class: 'meta' }, when(event.date), ' · ', termLabel('statuses', event.status), ' · ', confidence(event.confidence)),
    h('footer', {}, h('a', { href: href('document', { iri: shorten(event.document.iri), event: shorten(event.iri) }) }, t('toText'))),
  );
}

export const event: Maker = async (params, signal) => {
  const iri = expand(params.get('iri') ?? '');
  const found = await get<EventPage>('event', { iri }, signal);
  const others = found.same_events.filter((one) => one.event !== iri);
  const told = await Promise.all(others.slice(0, MANY).map((one) => get<EventPage>('event', { iri: one.event }, signal)));
  const parties = found.arguments.filter(({ role }) => ['participant', 'agent', 'target'].includes(role)).map(({ entity }) => entity);
  const centres = [...new Set(parties.map((one) => shorten(one.iri)))];
  const names = [...new Set(parties.map(plainName))];
  const title = eventLabel(found.class);
  const roles = found.arguments.filter((one, i, all) => all.findIndex((other) => other.role === one.role && other.entity.iri === one.entity.iri) === i);
  const summaries = [found, ...told].map((one) => ({ ...one, roles: one.arguments, sentence: one.evidence[0]?.sentence?.text ?? one.evidence[0]?.words ?? null }));
  const save = saveMenu([
    { word: 'csv', run: () => offerCsv('sifara-event', EVENT_COLUMNS, eventRows(summaries)) },
    { word: 'jsonld', run: () => offerJsonLd('sifara-event', eventGraph(summaries)) },
  ]);
  const root = h(
    'div',
    { class: 'page' },
    h('div', { class: 'bar-row' }, heading(eventChip(found.class), ' ', h('span', {}, names.slice(0, 3).flatMap((name, i) => [i > 0 && t('comma'), isolate(name)]))), h('div', { class: 'actions' }, centres.length > 0 && h('a', { class: 'button', href: href('network', { iri: centres }) }, t('inNetwork')), shareButton(), save)),
    h('div', { class: 'split' }, section(t('rolesTitle'), roleList(roles)), section(t('about'), facts(found))),
    section(others.length > 0 ? `${t('sources')} (${count(others.length + 1, 'document')})` : t('source'), h('div', { class: 'side-by-side' }, telling(found), told.map(telling))),
    others.length > MANY && h('ul', { class: 'rows' }, others.slice(MANY).map((one) => h('li', {}, h('a', { href: href('event', { iri: shorten(one.event) }) }, isolate(one.document.title ?? one.document.id)), ' ', documentMeta(one.document)))),
    h('p', { class: 'meta' }, t('versions', { program: found.program_version ?? '–', lexicon: found.lexicon_version ?? '–' })),
  );
  return { root, title: names.length ? `${title}: ${names.slice(0, 2).join(t('comma'))}` : title };
};
