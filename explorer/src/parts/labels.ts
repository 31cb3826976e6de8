// How entities, documents and events are named and linked, everywhere the same.
import type { DocumentRef, EntityRef, Label } from '../api/types';
import { classLabel, eventLabel, termLabel, tone } from '../api/ontology';
import { h, type Child } from '../core/dom';
import { date, label, language, percent, t } from '../core/i18n';
import { href, local, shorten } from '../core/route';

/** From right to left if most letters are Arabic: news often begins with a Latin name, which `auto` would go by. */
export function direction(text: string): 'rtl' | 'auto' {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  return arabic > 0 && arabic >= (text.match(/\p{Script=Latin}/gu)?.length ?? 0) ? 'rtl' : 'auto';
}

/** A text of the data, isolated so that its direction leaves the words around it in their order. */
export function isolate(text: string, lang: string | null = null): HTMLElement {
  return h('bdi', { lang, dir: direction(text) }, text);
}

/** The label as an isolated element that says which language it is in. */
export function named(of: Label, iri = ''): HTMLElement {
  const { text, lang } = label(of, local(iri));
  return isolate(text, lang);
}

export const plainName = (of: { label: Label; iri: string }): string => label(of.label, local(of.iri)).text;

/** The one-sign mark of a class of entity: a shape, so that colour is not the only sign. */
const SHAPES: Record<string, string> = {
  Person: '●',
  Country: '■',
  City: '▲',
  Region: '▲',
  Treaty: '◆',
  Project: '◆',
  Topic: '◇',
};
export const shape = (name: string): string => SHAPES[name] ?? '⬢';

export function kindMark(name: string): HTMLElement {
  return h('span', { class: `mark mark-${group(name)}`, 'aria-hidden': 'true' }, shape(name));
}

/** The group of a class that has its own colour. */
export function group(name: string): 'person' | 'country' | 'place' | 'thing' | 'body' {
  if (name === 'Person') return 'person';
  if (name === 'Country') return 'country';
  if (name === 'City' || name === 'Region' || name === 'Place') return 'place';
  if (['Treaty', 'Project', 'Topic'].includes(name)) return 'thing';
  return 'body';
}

export function entityLink(entity: EntityRef, mark = false): HTMLElement {
  return h(
    'a',
    { class: 'entity', href: href('entity', { iri: shorten(entity.iri) }), title: classLabel(entity.class) },
    mark && kindMark(entity.class),
    mark && ' ',
    named(entity.label, entity.iri),
  );
}

export function entityList(entities: EntityRef[]): Child[] {
  return entities.flatMap((entity, i) => [i > 0 && t('comma'), entityLink(entity)]);
}

export const documentName = (of: DocumentRef): string => of.title ?? of.id;

export function documentLink(of: DocumentRef, event?: string): HTMLElement {
  const values = { iri: shorten(of.iri), event: event ? shorten(event) : null };
  return h('a', { class: 'document', href: href('document', values) }, isolate(documentName(of)));
}

/** Publisher and day of a document, as far as they are known. */
export function documentMeta(of: DocumentRef): HTMLElement {
  const parts = [of.publisher && isolate(of.publisher), of.date && h('time', { datetime: of.date }, date(of.date))];
  const known = parts.filter((part): part is HTMLElement => Boolean(part));
  return h('span', { class: 'meta' }, known.flatMap((part, i) => [i > 0 && ' · ', part]));
}

export function eventChip(name: string): HTMLElement {
  return h('span', { class: `chip tone-${tone(name)}` }, eventLabel(name));
}

/** Status, shown unless it is the usual one; a negated or wished event must not look like one that took place. */
export function statusChip(name: string, always = false): HTMLElement | null {
  if (name === 'Actual' && !always) return null;
  return h('span', { class: `chip status-${name.toLowerCase()}` }, termLabel('statuses', name));
}

export const confidence = (value: number): string => t('sure', { percent: percent(value) });

export function otherLanguage(of: Label): { text: string; lang: string } | null {
  const lang = language() === 'ar' ? 'en' : 'ar';
  const text = of[lang];
  return text && of[language()] ? { text, lang } : null;
}
