// Answers of SPARQL as a table: resources of the store are links to their pages, all else is text.
import type { Label } from '../api/types';
import { h, safeAddress, type Child } from '../core/dom';
import { number, t } from '../core/i18n';
import { href, local, shorten } from '../core/route';
import type { Cell } from '../save/files';
import { isolate, named } from './labels';

export interface Value {
  type: string;
  value: string;
  datatype?: string;
  'xml:lang'?: string;
  label?: Label;
}
export interface Rows {
  columns: string[];
  rows: (Value | null)[][];
}
const MOST = 2000; // rows drawn; all are in the CSV
const STORE = 'https://w3id.org/sifara/id/';

/** The page of a resource, by the form of its IRI. */
function pageOf(iri: string): string | null {
  if (!iri.startsWith(STORE)) return null;
  const path = iri.slice(STORE.length);
  if (path.startsWith('doc/')) return path.includes('#') ? null : 'document';
  if (path.startsWith('event/')) return 'event';
  return path.includes('/') && !path.startsWith('topic/') ? null : 'entity';
}

function cell(value: Value | null): Child {
  if (!value) return null;
  if (value.type !== 'uri') return isolate(value.value, value['xml:lang'] ?? null);
  const text = value.label ? named(value.label, value.value) : h('bdi', { dir: 'ltr' }, shorten(value.value) === value.value ? local(value.value) : shorten(value.value));
  const page = pageOf(value.value);
  if (page) return h('a', { href: href(page, { iri: shorten(value.value) }) }, text);
  const address = safeAddress(value.value);
  return address ? h('a', { href: address, rel: 'noopener noreferrer external', target: '_blank' }, text) : text;
}

export function resultTable({ columns, rows }: Rows): HTMLElement {
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('results') },
    h('table', {}, h('thead', {}, h('tr', {}, columns.map((name) => h('th', { scope: 'col' }, isolate(name))))), h('tbody', {}, rows.slice(0, MOST).map((row) => h('tr', {}, row.map((value) => h('td', {}, cell(value))))))),
    rows.length > MOST && h('p', { class: 'hint' }, t('cutOff', { number: number(MOST) })),
  );
}

export const plain = ({ rows }: Rows): Cell[][] => rows.map((row) => row.map((value) => value?.value ?? ''));

/** Reads the SPARQL 1.1 results format; null for an ASK, whose answer is in `yes`. */
export function parseResults(body: string): { rows: Rows | null; yes: boolean } {
  const answer = JSON.parse(body) as { head: { vars?: string[] }; boolean?: boolean; results?: { bindings: Record<string, Value>[] } };
  if (!answer.results) return { rows: null, yes: answer.boolean === true };
  const columns = answer.head.vars ?? [];
  return { rows: { columns, rows: answer.results.bindings.map((one) => columns.map((name) => one[name] ?? null)) }, yes: false };
}
