// The drawing of a network: made by cytoscape on a canvas, placed by a worker. What it shows is also in a table
// beside it, since a canvas says nothing to a screen reader.
import cytoscape, { type Core, type EventObject } from 'cytoscape';
import type { Network } from '../api/types';
import { h } from '../core/dom';
import { t } from '../core/i18n';
import { onTheme } from '../core/theme';
import { offer } from '../save/files';
import { colour } from '../core/dom';
import type { Places, Task } from './layout.worker';
import { plainName } from '../parts/labels';
import { edgeData, edgeId, nodeData, nodeSize, styles } from './look';
import { drawing } from './svg';
import { offerSvg } from '../save/picture';

export interface Choice {
  kind: 'node' | 'edge';
  id: string;
}
const LETTERS = 14; // size of a name at its natural scale
const READABLE = 9.5; // and the least on the screen, in pixels
const CROWDED = 24; // more edges than this and they bear only numbers, until they are chosen

/** Without a chosen centre the busiest nodes stand at depth 0; none of them is more the centre than the others. */
const isCentred = ({ nodes }: Network): boolean => nodes.some(({ depth }) => depth > 0);

/** Letters are measured before they are drawn: without the font the first picture would be of another. */
const fonts = (): Promise<unknown> =>
  Promise.all([document.fonts.load('16px Cairo', 'ش'), document.fonts.load('16px Cairo', 'a'), document.fonts.load('700 16px Cairo', 'ش')]);

export class NetworkView {
  readonly root: HTMLElement;
  private readonly canvas = h('div', { class: 'canvas', tabindex: '0', role: 'application', 'aria-label': t('networkKeys') });
  private readonly status = h('p', { class: 'drawing-status', role: 'status' });
  private core: Core | null = null;
  private worker: Worker | null = null;
  private places: Places = {};
  private size = 0;
  private readonly endTheme: () => void;

  constructor(private readonly choose: (choice: Choice | null) => void, private readonly open?: (iri: string) => void) {
    const button = (word: 'zoomIn' | 'zoomOut' | 'fit', sign: string, run: () => void): HTMLElement =>
      h('button', { type: 'button', 'aria-label': t(word), title: t(word), click: run }, sign);
    const tools = h('div', { class: 'zoom' }, button('zoomIn', '+', () => this.zoom(1.3)), button('zoomOut', '−', () => this.zoom(1 / 1.3)), button('fit', '⤢', () => this.fit()));
    this.root = h('div', { class: 'drawing' }, this.canvas, tools, this.status);
    this.canvas.addEventListener('keydown', (event) => this.key(event));
    this.endTheme = onTheme(() => this.core?.style(styles()));
  }

  /** Draws a network; nodes that were there before keep about their place. */
  async draw(network: Network): Promise<void> {
    this.worker?.terminate();
    this.status.textContent = t('placing');
    await fonts();
    const places = await this.place(network);
    this.places = places;
    const crowded = network.edges.length > CROWDED;
    const centred = isCentred(network);
    const core = this.core ?? this.start();
    core.batch(() => {
      core.elements().remove();
      core.add(network.nodes.map((node) => ({ group: 'nodes', data: nodeData(node, centred), position: places[node.iri] ?? { x: 0, y: 0 } })));
      core.add(network.edges.map((edge) => ({ group: 'edges', data: edgeData(edge, crowded) })));
    });
    core.resize();
    this.size = 0;
    this.fit();
    this.letters();
    this.status.textContent = '';
    this.root.dataset['drawn'] = String(network.nodes.length);
  }

  /** Marks nodes and edges and fades the others; null ends it. */
  mark(ids: string[] | null): void {
    const core = this.core;
    if (!core) return;
    core.batch(() => {
      core.elements().removeClass('faded chosen near').unselect();
      if (!ids) return;
      const marked = core.collection();
      ids.forEach((id) => marked.merge(core.getElementById(id)));
      if (marked.empty()) return;
      marked.addClass('chosen');
      const near = marked.union(marked.connectedNodes()).union(marked.nodes().connectedEdges()).union(marked.nodes().neighborhood());
      near.edges().addClass('near');
      core.elements().difference(near).addClass('faded');
    });
  }

  png(name: string): void {
    const blob = this.core?.png({ output: 'blob', full: true, scale: 2, bg: colour('--surface'), maxWidth: 6000, maxHeight: 6000 });
    if (blob) offer(`${name}.png`, blob as unknown as Blob, 'image/png');
  }

  async svg(name: string): Promise<void> {
    if (!this.core) return;
    const picture = drawing(this.core);
    // The file is made from computed styles, which only elements of the page have.
    picture.classList.add('visually-hidden');
    this.root.append(picture);
    await offerSvg(name, picture).finally(() => picture.remove());
  }

  dispose(): void {
    this.endTheme();
    this.worker?.terminate();
    this.core?.destroy();
    this.core = null;
  }

  private start(): Core {
    const core = cytoscape({ container: this.canvas, style: styles(), layout: { name: 'preset' }, minZoom: 0.1, maxZoom: 4, boxSelectionEnabled: false });
    this.core = core;
    core.on('tap', (event: EventObject) => {
      if (event.target === core) this.choose(null);
      else this.choose({ kind: event.target.isNode() ? 'node' : 'edge', id: event.target.id() as string });
    });
    core.on('zoom', () => this.letters());
    core.on('dbltap', 'node', (event: EventObject) => this.open?.(event.target.id() as string));
    return core;
  }

  private place(network: Network): Promise<Places> {
    const box = this.canvas.getBoundingClientRect();
    const centred = isCentred(network);
    const task: Task = {
      aspect: box.height > 0 ? box.width / box.height : 1.5,
      nodes: network.nodes.map((node) => {
        const letters = plainName(node).length;
        const lines = Math.ceil((letters * 8) / 130);
        return { id: node.iri, width: Math.min(150, Math.max(nodeSize(node.events), letters * 8) + 14), height: nodeSize(node.events) + 24 * lines + 6, depth: centred ? node.depth : 1, ...this.places[node.iri] };
      }),
      edges: network.edges.map(({ source, target, events }) => ({ source, target, weight: events })),
    };
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    this.worker = worker;
    return new Promise((done, failed) => {
      worker.onmessage = ({ data }: MessageEvent<Places>) => {
        worker.terminate();
        done(data);
      };
      worker.onerror = (event) => failed(new Error(event.message));
      worker.postMessage(task);
    });
  }

  /** Names stay readable when all of a large network is seen: they grow, on the drawing, as it shrinks. */
  private letters(): void {
    const core = this.core;
    if (!core) return;
    const size = Math.round(Math.max(LETTERS, READABLE / core.zoom()));
    if (size !== this.size) core.nodes().style({ 'font-size': size, 'text-max-width': `${Math.round((130 * size) / LETTERS)}px` });
    this.size = size;
  }

  private zoom(factor: number): void {
    const core = this.core;
    core?.zoom({ level: core.zoom() * factor, renderedPosition: { x: core.width() / 2, y: core.height() / 2 } });
  }

  private fit(): void {
    const core = this.core;
    if (!core) return;
    core.fit(undefined, 30);
    if (core.zoom() > 1.25) {
      core.zoom(1.25);
      core.center();
    }
  }

  private key(event: KeyboardEvent): void {
    const steps: Record<string, [number, number]> = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    const step = steps[event.key];
    if (step) this.core?.panBy({ x: step[0], y: step[1] });
    else if (event.key === '+' || event.key === '=') this.zoom(1.3);
    else if (event.key === '-') this.zoom(1 / 1.3);
    else if (event.key === '0') this.fit();
    else if (event.key === 'Escape') this.choose(null);
    else return;
    event.preventDefault();
  }
}

export { edgeId };
