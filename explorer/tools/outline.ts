// The outline of the world, drawn at build time from Natural Earth (public domain, npm package world-atlas),
// so that the map needs no tile server. y grows to the south, one unit is a tenth of a degree of latitude.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoArea, geoEquirectangular, geoPath } from 'd3-geo';
import { merge, mesh } from 'topojson-client';
import type { Plugin } from 'vite';

interface Atlas {
  objects: { countries: { geometries: never[] } };
}

const NAME = 'virtual:outline';
const UNITS = 10; // to a degree of latitude
const ACROSS = 8.5; // to a degree of longitude: shapes are true at 32 degrees north
const SMALLEST_ISLAND = 1e-5; // steradians, about 400 km²; Bahrain stays

/** Makes the steps of a path relative and leaves out those of no length: a third of the bytes. */
export function relative(path: string): string {
  return path.replace(/M([^MZ]*)(Z?)/g, (_, line: string, close: string) => {
    let [x, y] = [0, 0];
    let text = '';
    for (const point of line.split('L')) {
      const [toX = 0, toY = 0] = point.split(',').map(Number);
      const nextX = Math.round((toX * ACROSS) / UNITS);
      const nextY = Math.round(toY);
      if (!text) text = `M${nextX} ${nextY}`;
      else if (nextX !== x || nextY !== y) text += `l${nextX - x} ${nextY - y}`;
      [x, y] = [nextX, nextY];
    }
    return text.includes('l') ? text + close.toLowerCase() : '';
  });
}

export function outline(): Plugin {
  return {
    name: 'outline',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
      const atlas = JSON.parse(readFileSync(file, 'utf8')) as Atlas;
      const { countries } = atlas.objects;
      const scale = (UNITS * 180) / Math.PI;
      // The projection cuts what crosses the 180th meridian, such as Russia.
      const draw = geoPath(geoEquirectangular().scale(scale).translate([0, 0]).precision(0));
      const whole = merge(atlas as never, countries.geometries);
      const coordinates = whole.coordinates.filter((polygon) => geoArea({ type: 'Polygon', coordinates: polygon }) > SMALLEST_ISLAND);
      const land = relative(draw({ type: 'MultiPolygon', coordinates }) ?? '');
      const borders = relative(draw(mesh(atlas as never, countries as never, (a, b) => a !== b)) ?? '');
      return `export const land=${JSON.stringify(land)},borders=${JSON.stringify(borders)},across=${ACROSS},units=${UNITS};`;
    },
  };
}
