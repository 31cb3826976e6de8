// The time line: how many events when, and which.
import { get } from '../api/client';
import { eventLabel, termLabel } from '../api/ontology';
import type { EventSummary, Paged, Timeline } from '../api/types';
import { h, replace } from '../core/dom';
import { count, number, t } from '../core/i18n';
import { go } from '../core/route';
import { eventFilters, withValues } from '../filters/model';
import { FilterPanel } from '../filters/panel';
import { Chart } from '../parts/chart';
import { eventCards } from '../parts/events';
import { saveMenu, shareButton } from '../parts/menu';
import { heading, type Maker } from '../parts/page';
import { growing } from '../parts/pager';
import { aborted, failure } from '../parts/states';
import { offerCsv, offerJsonLd } from '../save/files';
import { offerPng, offerSvg } from '../save/picture';
import { EVENT_COLUMNS, eventGraph, eventRows } from '../save/rows';

const INTERVALS = ['day', 'month', 'year'] as const;
const SPLITS = ['class', 'status', 'none'] as const;

export const timeline: Maker = (initial) => {
  let params = initial;
  let request = new AbortController();
  const note = h('p', { class: 'total', role: 'status' });
  const controls = h('div', { class: 'row-fields' });
  const panel = new FilterPanel({ change: (next) => go('timeline', next) });
  const splitBy = (): string => SPLITS.find((one) => one === params.get('by')) ?? 'class';
  const chart = new Chart({
    name: (key) => (splitBy() === 'status' ? termLabel('statuses', key) : eventLabel(key)),
    choose: (range) => go('timeline', withValues(withValues(params, 'from', [range?.from ?? '']), 'to', [range?.to ?? ''])),
  });
  const ask = async (limit: number, offset: number, signal?: AbortSignal): Promise<Paged<EventSummary>> => {
    const query = eventFilters(params);
    query.set('sort', params.get('order') === 'date' ? 'date' : '-date');
    query.set('limit', String(limit));
    query.set('offset', String(offset));
    return get('events', query, signal);
  };
  const list = growing<EventSummary>((offset) => ask(20, offset, request.signal), (items) => eventCards(items), (total) => (total ? count(total, 'event') : t('noEvents')));
  const save = saveMenu([
    { word: 'png', run: () => offerPng('sifara-timeline', chart.svg) },
    { word: 'svg', run: () => offerSvg('sifara-timeline', chart.svg) },
    { word: 'csv', run: async () => offerCsv('sifara-events', EVENT_COLUMNS, eventRows((await ask(1000, 0)).items)) },
    { word: 'jsonld', run: async () => offerJsonLd('sifara-events', eventGraph((await ask(1000, 0)).items)) },
  ]);
  const root = h(
    'div',
    { class: 'page work' },
    h('div', { class: 'bar-row' }, heading(t('timeline')), controls, h('div', { class: 'actions' }, shareButton(), save)),
    h('div', { class: 'columns two' }, panel.root, h('div', { class: 'stage' }, note, chart.root, h('h2', {}, t('events')), list.root)),
  );

  const select = (name: string, word: 'interval' | 'splitBy' | 'order', options: [string, string][], now: string): HTMLElement => {
    const field = h('select', { 'data-key': name, change: () => go('timeline', withValues(params, name, [field.value])) }, options.map(([value, text]) => h('option', { value, selected: value === now }, text)));
    return h('label', { class: 'field inline' }, h('span', {}, t(word)), field);
  };
  const update = async (next: URLSearchParams): Promise<void> => {
    params = next;
    request.abort();
    request = new AbortController();
    const interval = INTERVALS.find((one) => one === params.get('interval')) ?? 'month';
    replace(
      controls,
      select('interval', 'interval', INTERVALS.map((one) => [one, t(`interval_${one}`)]), interval),
      select('by', 'splitBy', SPLITS.map((one) => [one, t(`split_${one}`)]), splitBy()),
      select('order', 'order', [['', t('newest')], ['date', t('oldest')]], params.get('order') ?? ''),
      (params.has('from') || params.has('to')) && h('button', { type: 'button', 'data-key': 'all-time', click: () => go('timeline', withValues(withValues(params, 'from', []), 'to', [])) }, t('allTime')),
    );
    void panel.update(params);
    const query = eventFilters(params);
    // The whole of time stays in sight; the chosen range is marked in it.
    query.delete('from');
    query.delete('to');
    query.set('interval', interval);
    query.set('by', splitBy());
    try {
      const [found] = await Promise.all([get<Timeline>('timeline', query, request.signal), list.restart()]);
      const [from, to] = [params.get('from'), params.get('to')];
      const first = found.buckets[0]?.from ?? '';
      const last = found.buckets.reduce((latest, one) => (one.to > latest ? one.to : latest), '');
      const whole = (text: string, end: boolean): string => (text.length === 10 ? text : text.length === 7 ? (end ? `${text}-28` : `${text}-01`) : end ? `${text}-12-31` : `${text}-01-01`);
      chart.draw(found.buckets, from || to ? { from: whole(from ?? first, false), to: whole(to ?? last, true) } : null, interval);
      note.textContent = `${count(found.total, 'event')}${found.undated > 0 ? `${t('comma')}${t('undated', { number: number(found.undated) })}` : ''}`;
    } catch (error) {
      if (!aborted(error)) replace(note, failure(error));
    }
  };
  return {
    root,
    title: t('timeline'),
    update,
    dispose: () => {
      request.abort();
      chart.dispose();
      panel.dispose();
    },
  };
};
