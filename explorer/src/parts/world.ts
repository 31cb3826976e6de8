// A map without tiles: the outline of the world as SVG, with places as circles.
import { across, borders, land, units } from 'virtual:outline';
import type { PlaceRow } from '../api/types';
import { h, s } from '../core/dom';
import { count, t } from '../core/i18n';
import { plainName } from './labels';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
const WHOLE: Box = { x: -1500, y: -800, width: 3030, height: 1400 };
const SMALLEST = 50; // units of the outline across

export class World {
  readonly root: HTMLElement;
  readonly svg = s('svg', { class: 'world', role: 'group', tabindex: '0' });
  private readonly marks = s('g', {});
  private places: PlaceRow[] = [];
  private chosen: string | null = null;
  private box: Box = { ...WHOLE };

  constructor(private readonly choose: (iri: string | null) => void) {
    this.svg.setAttribute('aria-label', t('mapKeys'));
    this.svg.append(s('path', { class: 'land', d: land }), s('path', { class: 'border', d: borders }), this.marks);
    const button = (word: 'zoomIn' | 'zoomOut' | 'fit', sign: string, run: () => void): HTMLElement =>
      h('button', { type: 'button', 'aria-label': t(word), title: t(word), click: run }, sign);
    this.root = h('div', { class: 'drawing' }, this.svg, h('div', { class: 'zoom' }, button('zoomIn', '+', () => this.zoom(0.7)), button('zoomOut', '−', () => this.zoom(1 / 0.7)), button('fit', '⤢', () => this.fit())));
    this.pointer();
    this.svg.addEventListener('keydown', (event) => this.key(event));
    new ResizeObserver(() => this.show()).observe(this.svg);
  }

  /** Shows the places that have coordinates; `fit` brings all of them into sight. */
  draw(places: PlaceRow[], fit: boolean): void {
    this.places = places.filter(({ coordinates }) => coordinates);
    if (fit) this.fit();
    else this.show();
  }

  mark(iri: string | null): void {
    this.chosen = iri;
    this.show();
  }

  private fit(): void {
    const points = this.places.flatMap(({ coordinates }) => (coordinates ? [[coordinates.lon * across, -coordinates.lat * units] as const] : []));
    if (points.length === 0) this.box = { ...WHOLE };
    else {
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      const [x, y] = [Math.min(...xs), Math.min(...ys)];
      const [width, height] = [Math.max(...xs) - x, Math.max(...ys) - y];
      const pad = Math.max(60, width * 0.08, height * 0.08);
      this.box = { x: x - pad, y: y - pad, width: width + 2 * pad, height: height + 2 * pad };
    }
    this.show();
  }

  private zoom(factor: number, at?: { x: number; y: number }): void {
    const { x, y, width, height } = this.box;
    const size = Math.max(SMALLEST, Math.min(WHOLE.width, width * factor));
    const real = size / width;
    const centre = at ?? { x: x + width / 2, y: y + height / 2 };
    this.box = { x: centre.x - (centre.x - x) * real, y: centre.y - (centre.y - y) * real, width: size, height: height * real };
    this.show();
  }

  /** Units of the map to a pixel of the page. */
  private scale(): number {
    const { width, height } = this.svg.getBoundingClientRect();
    return width > 0 ? Math.max(this.box.width / width, this.box.height / height) : 1;
  }

  private show(): void {
    const { x, y, width, height } = this.box;
    this.svg.setAttribute('viewBox', [x, y, width, height].map((value) => value.toFixed(1)).join(' '));
    const unit = this.scale();
    const active = document.activeElement instanceof SVGElement ? document.activeElement.dataset['key'] : undefined;
    this.marks.replaceChildren();
    const taken: Box[] = [];
    const names: SVGElement[] = [];
    for (const place of this.places) {
      const { iri } = place.entity;
      const [cx, cy] = [(place.coordinates?.lon ?? 0) * across, -(place.coordinates?.lat ?? 0) * units];
      const r = (4 + 2.5 * Math.sqrt(place.events)) * unit;
      const name = plainName(place.entity);
      const press = (event: Event): void => {
        event.stopPropagation();
        this.choose(this.chosen === iri ? null : iri);
      };
      const mark = s('g', { class: iri === this.chosen ? 'place chosen' : 'place', role: 'button', tabindex: '0', 'aria-pressed': String(iri === this.chosen), 'aria-label': `${name}: ${count(place.events, 'event')}`, 'data-key': iri, click: press, keydown: (event: KeyboardEvent) => {
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          press(event);
        }
      } }, s('title', {}, `${name}: ${count(place.events, 'event')}`), s('circle', { class: 'hit', cx, cy, r: Math.max(r, 12 * unit) }), s('circle', { cx, cy, r }));
      this.marks.append(mark);
      const size = 13 * unit;
      const spot = { x: cx - (name.length * size * 0.55) / 2, y: cy + r, width: name.length * size * 0.55, height: size * 1.4 };
      const free = taken.every((other) => spot.x > other.x + other.width || other.x > spot.x + spot.width || spot.y > other.y + other.height || other.y > spot.y + spot.height);
      if (!free && iri !== this.chosen) continue;
      taken.push(spot);
      names.push(s('text', { x: cx, y: cy + r + size, 'text-anchor': 'middle', 'font-size': size, 'stroke-width': 3 * unit, class: 'place-name' }, name));
    }
    this.marks.append(...names);
    if (active) this.marks.querySelector<SVGElement>(`[data-key="${CSS.escape(active)}"]`)?.focus();
  }

  private pointer(): void {
    let from: { x: number; y: number; box: Box } | null = null;
    this.svg.addEventListener('wheel', (event) => {
      event.preventDefault();
      const rect = this.svg.getBoundingClientRect();
      const unit = this.scale();
      const middle = { x: this.box.x + this.box.width / 2, y: this.box.y + this.box.height / 2 };
      const at = { x: middle.x + (event.clientX - rect.left - rect.width / 2) * unit, y: middle.y + (event.clientY - rect.top - rect.height / 2) * unit };
      this.zoom(event.deltaY > 0 ? 1.25 : 0.8, at);
    }, { passive: false });
    this.svg.addEventListener('pointerdown', (event) => (from = { x: event.clientX, y: event.clientY, box: { ...this.box } }));
    this.svg.addEventListener('pointermove', (event) => {
      if (!from || event.buttons === 0) return;
      const unit = this.scale();
      this.box = { ...from.box, x: from.box.x - (event.clientX - from.x) * unit, y: from.box.y - (event.clientY - from.y) * unit };
      const { x, y, width, height } = this.box;
      this.svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
    });
    this.svg.addEventListener('pointerup', () => (from = null));
  }

  private key(event: KeyboardEvent): void {
    const step = this.box.width / 10;
    const moves: Record<string, [number, number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    const move = moves[event.key];
    if (move) {
      this.box = { ...this.box, x: this.box.x + move[0], y: this.box.y + move[1] };
      this.show();
    } else if (event.key === '+' || event.key === '=') this.zoom(0.7);
    else if (event.key === '-') this.zoom(1 / 0.7);
    else if (event.key === '0') this.fit();
    else return;
    event.preventDefault();
  }
}
