// All documents, newest first, with a filter for words, publisher and days.
import { get } from '../api/client';
import type { DocumentRow, Facets, Paged } from '../api/types';
import { h } from '../core/dom';
import { count, t } from '../core/i18n';
import { go, type Query } from '../core/route';
import type { Word } from '../core/words';
import { heading, type Maker } from '../parts/page';
import { growing } from '../parts/pager';
import { documentRows } from './search';

const FIELDS = ['q', 'publisher', 'from', 'to', 'sort'] as const;

export const documents: Maker = async (initial, signal) => {
  const facets = await get<Facets>('facets', { limit: 200, of: 'publisher' }, signal);
  const publishers = (facets.facets['publisher'] ?? []).map(({ value }): [string, string] => [value, value]);
  let params = initial;
  const values = (offset: number): Query => ({ ...Object.fromEntries(FIELDS.map((name) => [name, params.get(name)])), limit: 40, offset });
  const list = growing<DocumentRow>((offset) => get<Paged<DocumentRow>>('documents', values(offset), signal), documentRows, (total) => (total ? count(total, 'document') : t('nothing')));
  const change = (name: string, value: string): void => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    go('documents', next);
  };
  const input = (word: Word, name: string, more: Record<string, string>): HTMLElement => {
    const field = h('input', { ...more, value: params.get(name) ?? '', change: () => field.checkValidity() && change(name, field.value.trim()) });
    return h('label', { class: 'field' }, h('span', {}, t(word)), field);
  };
  const select = (word: Word, name: string, options: [string, string][]): HTMLElement => {
    const field = h('select', { change: () => change(name, field.value) }, options.map(([value, text]) => h('option', { value, selected: params.get(name) === value }, text)));
    return h('label', { class: 'field' }, h('span', {}, t(word)), field);
  };
  const dates = { type: 'text', inputmode: 'numeric', dir: 'ltr', placeholder: 'YYYY-MM-DD', pattern: '\\d{4}(-\\d\\d(-\\d\\d)?)?', title: t('dateForm') };
  const root = h(
    'div',
    { class: 'page' },
    heading(t('documents')),
    h(
      'div',
      { class: 'row-fields' },
      input('anyWords', 'q', { type: 'search', dir: 'auto' }),
      publishers.length > 0 && select('publisher', 'publisher', [['', t('any')], ...publishers]),
      input('from', 'from', dates),
      input('to', 'to', dates),
      select('order', 'sort', [['', t('newest')], ['date', t('oldest')], ['events', t('mostEvents')]]),
    ),
    list.root,
  );
  return {
    root,
    title: t('documents'),
    update: (next) => {
      params = next;
      return list.restart();
    },
  };
};
