// Places the nodes of a network; runs beside the page, so that the page never stands still.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';

export interface Task {
  nodes: { id: string; width: number; height: number; depth: number; x?: number; y?: number }[];
  edges: { source: string; target: string; weight: number }[];
  /** Width of the drawing divided by its height. */
  aspect: number;
}
export type Places = Record<string, { x: number; y: number }>;

interface Body extends SimulationNodeDatum {
  id: string;
  width: number;
  height: number;
  depth: number;
}

/** Pushes labelled nodes apart as boxes: a circle around a wide label would waste the room above and below it. */
function boxes(nodes: Body[], strength: number): void {
  for (let i = 0; i < nodes.length; i += 1) {
    const a = nodes[i] as Body;
    for (let j = i + 1; j < nodes.length; j += 1) {
      const b = nodes[j] as Body;
      const [dx, dy] = [(b.x ?? 0) - (a.x ?? 0), (b.y ?? 0) - (a.y ?? 0)];
      const overX = (a.width + b.width) / 2 - Math.abs(dx);
      const overY = (a.height + b.height) / 2 - Math.abs(dy);
      if (overX <= 0 || overY <= 0) continue;
      const alongX = overX < overY;
      const push = ((alongX ? overX : overY) / 2) * strength * ((alongX ? dx : dy) < 0 ? -1 : 1);
      if (alongX) {
        a.x = (a.x ?? 0) - push;
        b.x = (b.x ?? 0) + push;
      } else {
        a.y = (a.y ?? 0) - push;
        b.y = (b.y ?? 0) + push;
      }
    }
  }
}

/** Stretches the cloud towards the shape of the drawing: on a telephone it stands upright. */
function fill(nodes: Body[], aspect: number): void {
  if (nodes.length < 3) return;
  const [xs, ys] = [nodes.map(({ x }) => x ?? 0), nodes.map(({ y }) => y ?? 0)];
  const [width, height] = [Math.max(...xs) - Math.min(...xs) + 1, Math.max(...ys) - Math.min(...ys) + 1];
  const factor = Math.sqrt(Math.max(0.4, Math.min(2.5, (aspect * height) / width)));
  for (const node of nodes) {
    node.x = (node.x ?? 0) * factor;
    node.y = (node.y ?? 0) / factor;
  }
}

/** The same task always gives the same places: the order of the nodes seeds them on a spiral. */
export function place(task: Task): Places {
  const nodes: Body[] = task.nodes.map((node) => ({ ...node }));
  const known = new Set(nodes.map(({ id }) => id));
  const links = task.edges.filter(({ source, target }) => known.has(source) && known.has(target)).map((edge) => ({ ...edge }));
  const stretch = Math.max(0.6, Math.min(1.6, task.aspect));
  const simulation = forceSimulation(nodes)
    .force('charge', forceManyBody<Body>().strength(-700).distanceMax(1200))
    .force('link', forceLink<Body, { source: string | Body; target: string | Body; weight: number }>(links)
      .id(({ id }) => id)
      .distance(({ weight }) => 170 - 40 * Math.min(1, weight / 5)))
    .force('x', forceX<Body>().strength(({ depth }) => (depth === 0 ? 0.12 : 0.045) / stretch))
    .force('y', forceY<Body>().strength(({ depth }) => (depth === 0 ? 0.12 : 0.045) * stretch))
    .force('collide', forceCollide<Body>(({ height }) => height / 2))
    .stop();
  const steps = nodes.length > 300 ? 180 : 300;
  for (let i = 0; i < steps; i += 1) simulation.tick();
  fill(nodes, task.aspect);
  for (let i = 0; i < (nodes.length > 300 ? 15 : 40); i += 1) boxes(nodes, 0.7);
  return Object.fromEntries(nodes.map(({ id, x, y }) => [id, { x: Math.round(x ?? 0), y: Math.round(y ?? 0) }]));
}

self.addEventListener('message', ({ data }: MessageEvent<Task>) => self.postMessage(place(data)));
