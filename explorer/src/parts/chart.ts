// Events along time as bars, to look at, to brush with the pointer and to walk through with the keyboard.
// In Arabic time runs from right to left, as the page does.
import type { Bucket } from '../api/types';
import { h, s } from '../core/dom';
import { count, date, number, rightToLeft, t } from '../core/i18n';

export interface ChartOptions {
  /** A range was chosen, as ISO days, both inclusive; null is all. */
  choose: (range: { from: string; to: string } | null) => void;
  name: (key: string) => string;
  height?: number;
}
const DAY = 86_400_000;
const day = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
const iso = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
const SERIES = 8;
// Room before the first moment (for the numbers of the axis) and after the last, in pixels.
const START = 44;
const END = 20;

export class Chart {
  readonly root: HTMLElement;
  private readonly picture = s('svg', { class: 'chart', role: 'group' });
  private readonly observer: ResizeObserver;
  private buckets: Bucket[] = [];
  private range: { from: string; to: string } | null = null;
  private interval = 'month';
  private width = 0;
  private focus = 0;

  constructor(private readonly options: ChartOptions) {
    this.picture.setAttribute('aria-label', t('chartKeys'));
    this.root = h('div', { class: 'chart-box' }, this.picture);
    this.observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width !== this.width && width > 0) {
        this.width = width;
        this.paint();
      }
    });
    this.observer.observe(this.root);
    this.brush();
  }

  get svg(): SVGSVGElement {
    return this.picture;
  }

  /** Shows the buckets; the range is the one that is filtered by, to be marked. */
  draw(buckets: Bucket[], range: { from: string; to: string } | null, interval = 'month'): void {
    this.buckets = buckets;
    this.interval = interval;
    this.range = range;
    this.focus = Math.min(this.focus, Math.max(0, buckets.length - 1));
    if (this.width > 0) this.paint();
  }

  dispose(): void {
    this.observer.disconnect();
  }

  private get height(): number {
    return this.options.height ?? 240;
  }

  private domain(): [number, number] {
    const starts = this.buckets.map(({ from }) => day(from));
    const ends = this.buckets.map(({ to }) => day(to) + DAY);
    const [first, last] = [Math.min(...starts), Math.max(...ends)];
    const pad = Math.max((last - first) * 0.01, 2 * DAY);
    return [first - pad, last + pad];
  }

  private x(moment: number): number {
    const [first, last] = this.domain();
    const part = ((moment - first) / (last - first)) * (this.width - START - END);
    return rightToLeft() ? this.width - START - part : START + part;
  }

  private moment(x: number): number {
    const [first, last] = this.domain();
    const part = rightToLeft() ? this.width - START - x : x - START;
    return first + (part / (this.width - START - END)) * (last - first);
  }

  private keys(): string[] {
    const sums = new Map<string, number>();
    for (const { split } of this.buckets) {
      for (const [key, events] of Object.entries(split ?? {})) sums.set(key, (sums.get(key) ?? 0) + events);
    }
    return [...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key]) => key);
  }

  private paint(): void {
    const { picture, height, width } = this;
    // A chosen bar is drawn anew; the keyboard stays with it.
    const held = picture.contains(document.activeElement);
    picture.replaceChildren();
    const keys = this.keys();
    const legend = this.legend(keys);
    const whole = height + legend.height;
    picture.setAttribute('viewBox', `0 0 ${width} ${whole}`);
    picture.setAttribute('height', String(whole));
    if (this.buckets.length === 0) return;
    const bottom = height - 26;
    const most = Math.max(...this.buckets.map(({ events }) => events));
    const y = (events: number): number => bottom - (events / most) * (bottom - 14);
    this.axes(most, y, bottom);
    if (this.range) {
      const [a, b] = [this.x(day(this.range.from)), this.x(day(this.range.to) + DAY)];
      picture.append(s('rect', { class: 'range', x: Math.min(a, b), y: 6, width: Math.abs(b - a), height: bottom - 6 }));
    }
    const series = new Map(keys.map((key, i) => [key, Math.min(i, SERIES - 1)]));
    this.buckets.forEach((bucket, i) => picture.append(this.bar(bucket, i, y, series)));
    picture.append(...legend.parts);
    if (held) picture.querySelectorAll<SVGGElement>('.bar')[this.focus]?.focus();
  }

  /** The key to the colours, in the picture itself, so that a saved one has it too. */
  private legend(keys: string[]): { parts: SVGElement[]; height: number } {
    const pen = document.createElement('canvas').getContext('2d');
    if (pen) pen.font = '13px Cairo, sans-serif';
    const parts: SVGElement[] = [];
    let [at, row] = [START, 0];
    keys.slice(0, SERIES).forEach((key, i) => {
      const name = i === SERIES - 1 && keys.length > SERIES ? t('others') : this.options.name(key);
      const width = pen?.measureText(name).width ?? name.length * 8;
      if (at > START && at + width + 20 > this.width - END) [at, row] = [START, row + 1];
      const place = (offset: number): number => (rightToLeft() ? this.width - at - offset : at + offset);
      const y = this.height + 16 + row * 22;
      parts.push(
        s('rect', { class: `series-${i}`, x: place(6) - 6, y: y - 10, width: 12, height: 12 }),
        s('text', { class: 'key', x: place(18 + width / 2), y, 'text-anchor': 'middle' }, name),
      );
      at += width + 34;
    });
    return { parts, height: keys.length ? (row + 1) * 22 + 4 : 0 };
  }

  private axes(most: number, y: (events: number) => number, bottom: number): void {
    const edge = rightToLeft() ? this.width - START / 2 : START / 2;
    const [left, right] = rightToLeft() ? [END, this.width - START] : [START, this.width - END];
    for (const value of new Set([0, Math.ceil(most / 2), most])) {
      this.picture.append(
        s('line', { class: 'grid', x1: left, x2: right, y1: y(value), y2: y(value) }),
        s('text', { class: 'tick', x: edge, y: y(value) + 4, 'text-anchor': 'middle' }, number(value)),
      );
    }
    const [first, last] = this.domain();
    const months = (last - first) / (30.4 * DAY);
    const room = Math.max(2, Math.floor(this.width / 90));
    const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((size) => months / size <= room) ?? 600;
    const start = new Date(first);
    for (let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step; ; month += step) {
      const moment = Date.UTC(Math.floor(month / 12), month % 12, 1);
      if (moment > last) break;
      // A year's name stands below the middle of its bar.
      const x = this.x(this.interval === 'year' ? moment + 182 * DAY : moment);
      if (moment < first || x < 30 || x > this.width - 30) continue;
      const text = iso(moment).slice(0, step >= 12 ? 4 : 7);
      this.picture.append(s('line', { class: 'grid', x1: x, x2: x, y1: bottom, y2: bottom + 5 }), s('text', { class: 'tick', x, y: bottom + 19, 'text-anchor': 'middle' }, date(text)));
    }
  }

  private bar(bucket: Bucket, index: number, y: (events: number) => number, series: Map<string, number>): SVGElement {
    const [a, b] = [this.x(day(bucket.from)), this.x(day(bucket.to) + DAY)];
    const gap = Math.abs(b - a) > 6 ? 1 : 0;
    const [x, width] = [Math.min(a, b) + gap, Math.max(2.5, Math.abs(b - a) - 2 * gap)];
    const parts = Object.entries(bucket.split ?? {}).sort(([p], [q]) => (series.get(p) ?? 0) - (series.get(q) ?? 0));
    const text = `${date(bucket.period)}: ${count(bucket.events, 'event')}`;
    const told = parts.map(([key, events]) => `${this.options.name(key)} ${number(events)}`).join(t('comma'));
    const bar = s('g', {
      class: bucket.precision === 'year' && this.interval !== 'year' ? 'bar coarse' : 'bar',
      role: 'button',
      tabindex: index === this.focus ? 0 : -1,
      'aria-label': told ? `${text} (${told})` : text,
      'data-key': bucket.period,
      keydown: (event: KeyboardEvent) => this.key(event, index),
    });
    bar.append(s('title', {}, told ? `${text}\n${told}` : text), s('rect', { class: 'hit', x: x - 1, y: 6, width: width + 2, height: y(0) - 6 }));
    let sum = 0;
    for (const [key, events] of parts.length ? parts : [['', bucket.events] as [string, number]]) {
      bar.append(s('rect', { class: `series-${key ? (series.get(key) ?? 0) : 0}`, x, y: y(sum + events), width, height: y(sum) - y(sum + events) }));
      sum += events;
    }
    return bar;
  }

  private key(event: KeyboardEvent, index: number): void {
    const forward = rightToLeft() ? 'ArrowLeft' : 'ArrowRight';
    const back = rightToLeft() ? 'ArrowRight' : 'ArrowLeft';
    const bucket = this.buckets[index];
    const goal = { [forward]: index + 1, [back]: index - 1, Home: 0, End: this.buckets.length - 1 }[event.key];
    if (goal !== undefined) {
      this.focus = Math.max(0, Math.min(this.buckets.length - 1, goal));
      const bars = [...this.picture.querySelectorAll<SVGGElement>('.bar')];
      bars.forEach((bar, i) => bar.setAttribute('tabindex', i === this.focus ? '0' : '-1'));
      bars[this.focus]?.focus();
    } else if ((event.key === 'Enter' || event.key === ' ') && bucket) {
      const from = event.shiftKey && this.range ? this.range.from : bucket.from;
      this.options.choose({ from: from < bucket.from ? from : bucket.from, to: bucket.to });
    } else if (event.key === 'Escape') this.options.choose(null);
    else return;
    event.preventDefault();
  }

  private brush(): void {
    let start: number | null = null;
    const band = s('rect', { class: 'range', y: 6 });
    const at = (event: PointerEvent): number => {
      const box = this.picture.getBoundingClientRect();
      return ((event.clientX - box.left) / box.width) * this.width;
    };
    this.picture.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || this.buckets.length === 0) return;
      start = at(event);
      this.picture.setPointerCapture(event.pointerId);
    });
    this.picture.addEventListener('pointermove', (event) => {
      if (start === null) return;
      const now = at(event);
      band.setAttribute('x', String(Math.min(start, now)));
      band.setAttribute('width', String(Math.abs(now - start)));
      band.setAttribute('height', String(this.height - 32));
      if (!band.parentNode) this.picture.prepend(band);
    });
    const end = (event: PointerEvent): void => {
      if (start === null) return;
      const [from, to] = [start, at(event)];
      start = null;
      band.remove();
      const moments = [this.moment(from), this.moment(to)].sort((a, b) => a - b) as [number, number];
      if (Math.abs(from - to) >= 5) this.options.choose({ from: iso(moments[0]), to: iso(moments[1]) });
      else {
        const hit = this.buckets.find((one) => moments[0] >= day(one.from) && moments[0] < day(one.to) + DAY);
        if (hit) this.options.choose({ from: hit.from, to: hit.to });
      }
    };
    this.picture.addEventListener('pointerup', end);
    this.picture.addEventListener('pointercancel', () => {
      start = null;
      band.remove();
    });
  }
}
