// How nodes and edges look; colours come from the style sheet, so that light and dark are said once.
import type { StylesheetJson } from 'cytoscape';
import { eventLabel, mainTone } from '../api/ontology';
import type { NetworkEdge, NetworkNode } from '../api/types';
import { colour } from '../core/dom';
import { number, t } from '../core/i18n';
import { group, plainName } from '../parts/labels';

export const FONT = 'Cairo, "Noto Naskh Arabic", sans-serif';
const SHAPES = { person: 'ellipse', country: 'round-rectangle', place: 'triangle', thing: 'diamond', body: 'hexagon' } as const;

export const edgeId = (edge: NetworkEdge): string => `${edge.source} ${edge.directed ? '>' : '-'} ${edge.target}`;
export const nodeSize = (events: number): number => Math.round(16 + 6.5 * Math.log2(1 + events));

/** The most frequent class of an edge and how many events it stands for. */
export function edgeLabel(edge: NetworkEdge, crowded: boolean): string {
  const classes = Object.entries(edge.classes).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const [first] = classes;
  if (crowded || !first) return edge.events > 1 ? number(edge.events) : '';
  const name = eventLabel(first[0]) + (classes.length > 1 ? ` ${t('andMore')}` : '');
  return edge.events > 1 ? `${name} (${number(edge.events)})` : name;
}

export function nodeData(node: NetworkNode, centred: boolean): Record<string, unknown> {
  return { id: node.iri, name: plainName(node), group: group(node.class), size: nodeSize(node.events), depth: centred ? node.depth : 1 };
}

export function edgeData(edge: NetworkEdge, crowded: boolean): Record<string, unknown> {
  return {
    id: edgeId(edge),
    source: edge.source,
    target: edge.target,
    name: edgeLabel(edge, crowded),
    full: edgeLabel(edge, false),
    tone: mainTone(edge.classes),
    width: 1.2 + Math.log2(1 + edge.events),
    arrow: edge.directed ? 'triangle' : 'none',
    unsure: Object.keys(edge.statuses).length > 0 && !edge.statuses['Actual'],
  };
}

export function styles(): StylesheetJson {
  const [ink, surface, accent] = [colour('--ink'), colour('--surface'), colour('--accent')];
  const groups = (Object.keys(SHAPES) as (keyof typeof SHAPES)[]).map((name) => ({
    selector: `node[group="${name}"]`,
    style: { 'background-color': colour(`--${name}`), shape: SHAPES[name] },
  }));
  const tones = ['warm', 'cold', 'plain'].map((name) => ({
    selector: `edge[tone="${name}"]`,
    style: { 'line-color': colour(`--${name}`), 'target-arrow-color': colour(`--${name}`) },
  }));
  const label = { 'font-family': FONT, color: ink, 'text-outline-color': surface, 'text-outline-width': 2.5 };
  return [
    {
      selector: 'node',
      style: { ...label, label: 'data(name)', width: 'data(size)', height: 'data(size)', 'font-size': 14, 'text-valign': 'bottom', 'text-margin-y': 3, 'text-wrap': 'wrap', 'text-max-width': '130px', 'border-width': 0 },
    },
    ...groups,
    { selector: 'node[depth=0]', style: { 'border-width': 4, 'border-color': accent, 'border-opacity': 0.5, 'font-weight': 700, 'font-size': 16 } },
    {
      selector: 'edge',
      style: { ...label, label: 'data(name)', width: 'data(width)', 'font-size': 11, 'curve-style': 'bezier', 'target-arrow-shape': 'data(arrow)' as never, 'arrow-scale': 0.9, opacity: 0.85, 'text-rotation': 'none', 'min-zoomed-font-size': 8 },
    },
    ...tones,
    { selector: 'edge[?unsure]', style: { 'line-style': 'dashed' } },
    { selector: 'edge.near', style: { label: 'data(full)', 'z-index': 5 } },
    { selector: '.faded', style: { opacity: 0.18 } },
    { selector: 'node.chosen, node:selected', style: { 'border-width': 5, 'border-color': accent, 'border-opacity': 1 } },
    { selector: 'edge.chosen, edge:selected', style: { 'line-color': accent, 'target-arrow-color': accent, width: 6, opacity: 1, 'z-index': 10 } },
    { selector: 'core', style: { 'active-bg-size': 0 } as never },
  ] as StylesheetJson;
}
