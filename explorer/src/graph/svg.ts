// The network as SVG: the same places, lines and names as on the canvas, as text that stays text.
import type { Core, EdgeSingular, NodeSingular, Position } from 'cytoscape';
import { s } from '../core/dom';

const polygon = (sides: number, turn: number) => (x: number, y: number, r: number): string =>
  Array.from({ length: sides }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / sides;
    return `${(x + r * Math.cos(angle)).toFixed(1)},${(y + r * Math.sin(angle)).toFixed(1)}`;
  }).join(' ');
const POLYGONS: Record<string, (x: number, y: number, r: number) => string> = {
  place: polygon(3, -Math.PI / 2),
  thing: polygon(4, -Math.PI / 2),
  body: polygon(6, 0),
};

function body(node: NodeSingular): SVGElement {
  const { x, y } = node.position();
  const r = node.width() / 2;
  const kind = node.data('group') as string;
  const paint = { fill: node.style('background-color') as string, opacity: node.style('opacity') as string };
  const points = POLYGONS[kind];
  if (points) return s('polygon', { points: points(x, y, r), ...paint });
  if (kind === 'country') return s('rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r, rx: r / 3, ...paint });
  return s('circle', { cx: x, cy: y, r, ...paint });
}

function words(text: string, x: number, y: number, style: { size: number; ink: string; halo: string; bold?: boolean }): SVGElement {
  return s('text', { x, y, 'text-anchor': 'middle', 'font-size': style.size, 'font-weight': style.bold ? 700 : 400, fill: style.ink, stroke: style.halo, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }, text);
}

function arrow(tip: Position, from: Position, fill: string, size: number): SVGElement {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
  const wing = (turn: number): string => `${(tip.x - size * Math.cos(angle + turn)).toFixed(1)},${(tip.y - size * Math.sin(angle + turn)).toFixed(1)}`;
  return s('polygon', { points: `${tip.x.toFixed(1)},${tip.y.toFixed(1)} ${wing(0.4)} ${wing(-0.4)}`, fill });
}

function line(edge: EdgeSingular): SVGElement[] {
  const [start, end] = [edge.sourceEndpoint(), edge.targetEndpoint()];
  const bends = (edge as EdgeSingular & { controlPoints(): Position[] | undefined }).controlPoints() ?? [];
  const bend = bends[0];
  const stroke = edge.style('line-color') as string;
  const width = edge.numericStyle('width');
  const curve = bends.length === 2 ? `C${bends.map(({ x, y }) => `${x} ${y}`).join(' ')} ${end.x} ${end.y}` : bend ? `Q${bend.x} ${bend.y} ${end.x} ${end.y}` : `L${end.x} ${end.y}`;
  const parts: SVGElement[] = [s('path', { d: `M${start.x} ${start.y}${curve}`, fill: 'none', stroke, 'stroke-width': width, 'stroke-dasharray': edge.data('unsure') ? '6 4' : 'none' })];
  if (edge.data('arrow') === 'triangle') parts.push(arrow(end, bends.at(-1) ?? start, stroke, 6 + 2 * width));
  return parts;
}

/** A picture of all that is drawn, in model coordinates. */
export function drawing(core: Core): SVGSVGElement {
  const box = core.elements().boundingBox({});
  const pad = 20;
  const picture = s('svg', { viewBox: `${box.x1 - pad} ${box.y1 - pad} ${box.w + 2 * pad} ${box.h + 2 * pad}`, width: box.w + 2 * pad, height: box.h + 2 * pad });
  const ink = getComputedStyle(document.documentElement).getPropertyValue('--ink').trim();
  const halo = getComputedStyle(document.documentElement).getPropertyValue('--surface').trim();
  core.edges().forEach((edge) => picture.append(...line(edge)));
  core.nodes().forEach((node) => void picture.append(body(node)));
  core.edges().forEach((edge) => {
    const { x, y } = edge.midpoint();
    const name = edge.data('name') as string;
    if (name) picture.append(words(name, x, y + 4, { size: 11, ink, halo }));
  });
  core.nodes().forEach((node) => {
    const { x, y } = node.position();
    const centre = node.data('depth') === 0;
    picture.append(words(node.data('name') as string, x, y + node.height() / 2 + 17, { size: centre ? 16 : 14, ink, halo, bold: centre }));
  });
  return picture;
}
