// The map: where events took place. Places without coordinates are in the list with the others.
import { get } from '../api/client';
import type { EventSummary, Paged, PlaceRow } from '../api/types';
import { h, replace } from '../core/dom';
import { count, number, t } from '../core/i18n';
import { expand, go, shorten } from '../core/route';
import { eventFilters, withValues } from '../filters/model';
import { FilterPanel } from '../filters/panel';
import { eventCards } from '../parts/events';
import { entityLink, plainName } from '../parts/labels';
import { saveMenu, shareButton } from '../parts/menu';
import { heading, type Maker } from '../parts/page';
import { growing } from '../parts/pager';
import { aborted, failure } from '../parts/states';
import { World } from '../parts/world';
import { offerCsv, offerJsonLd } from '../save/files';
import { offerPng, offerSvg } from '../save/picture';
import { eventGraph } from '../save/rows';

const COLUMNS = ['place', 'label', 'country', 'lat', 'lon', 'events', 'documents'];

export const map: Maker = (initial) => {
  let params = initial;
  let request = new AbortController();
  let places: PlaceRow[] = [];
  let asked: string | null = null;
  const note = h('p', { class: 'total', role: 'status' });
  const list = h('ol', { class: 'rows places' });
  const side = h('aside', { class: 'side', 'aria-label': t('chosen') });
  const choose = (iri: string | null): void => go('map', withValues(params, 'select', iri ? [shorten(iri)] : []), true);
  const world = new World(choose);
  const panel = new FilterPanel({ change: (next) => go('map', next) });
  const events = (offset: number, limit: number): Promise<Paged<EventSummary>> => {
    const query = eventFilters(params);
    const place = params.get('select');
    if (place) query.append('entity', expand(place));
    query.set('limit', String(limit));
    query.set('offset', String(offset));
    return get('events', query, request.signal);
  };
  const save = saveMenu([
    { word: 'png', run: () => offerPng('sifara-map', world.svg) },
    { word: 'svg', run: () => offerSvg('sifara-map', world.svg) },
    { word: 'csv', run: () => offerCsv('sifara-places', COLUMNS, places.map(({ entity, country, coordinates, events: n, documents }) => [entity.iri, plainName(entity), country && plainName(country), coordinates?.lat, coordinates?.lon, n, documents])) },
    { word: 'jsonld', run: async () => offerJsonLd('sifara-events', eventGraph((await events(0, 1000)).items)) },
  ]);
  const root = h(
    'div',
    { class: 'page work' },
    h('div', { class: 'bar-row' }, heading(t('map')), h('div', { class: 'actions' }, shareButton(), save)),
    h('div', { class: 'columns' }, panel.root, h('div', { class: 'stage' }, note, world.root, h('p', { class: 'meta' }, t('mapNote'))), side),
  );

  const showList = (): void => {
    const rows = places.map((place) => {
      const chosen = params.get('select') !== null && expand(params.get('select') ?? '') === place.entity.iri;
      return h('li', {}, h('button', { type: 'button', class: 'link', 'aria-pressed': String(chosen), 'data-key': `place-${place.entity.iri}`, click: () => choose(chosen ? null : place.entity.iri) }, plainName(place.entity)), ' ', h('span', { class: 'count' }, number(place.events)), !place.coordinates && h('span', { class: 'meta' }, ` ${t('noCoordinates')}`));
    });
    replace(list, rows);
  };
  const showSide = async (): Promise<void> => {
    const iri = params.get('select') ? expand(params.get('select') ?? '') : null;
    world.mark(iri);
    showList();
    const place = places.find(({ entity }) => entity.iri === iri);
    if (!iri || !place) {
      replace(side, h('h2', {}, t('places')), list);
      return;
    }
    const cards = growing<EventSummary>((offset) => events(offset, 10), (items) => eventCards(items), (total) => count(total, 'event'));
    replace(side, h('p', {}, h('button', { type: 'button', 'data-key': 'back', click: () => choose(null) }, t('allPlaces'))), h('h2', {}, entityLink(place.entity, true)), cards.root);
    await cards.restart();
  };
  const update = async (next: URLSearchParams): Promise<void> => {
    params = next;
    const query = eventFilters(params);
    query.set('limit', '500');
    if (asked !== query.toString()) {
      request.abort();
      request = new AbortController();
      void panel.update(params);
      try {
        places = (await get<Paged<PlaceRow>>('places', query, request.signal)).items;
      } catch (error) {
        if (!aborted(error)) replace(side, failure(error));
        return;
      }
      world.draw(places, asked === null);
      asked = query.toString();
      const unknown = places.filter(({ coordinates }) => !coordinates).length;
      note.textContent = places.length ? `${count(places.length, 'place')}${unknown ? t('comma') + t('withoutCoordinates', { number: number(unknown) }) : ''}` : t('noPlaces');
    }
    await showSide();
  };
  return { root, title: t('map'), update, dispose: () => {
    request.abort();
    panel.dispose();
  } };
};
