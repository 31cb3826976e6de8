// The address of a view: `#/page?parameters`. Everything that is seen stands in it, so that a view can be shared.
import { language } from './i18n';

export interface Route {
  page: string;
  params: URLSearchParams;
}

/** Reads an address such as `#/network?iri=id:Russia&class=Meeting`; an unknown form is the first page. */
export function parse(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  return { page: path.replace(/\/+$/, ''), params: new URLSearchParams(query) };
}

const BASE = 'https://w3id.org/sifara/id/';
/** `id:Russia` for the IRIs of the project, which keeps addresses short. */
export const shorten = (iri: string): string => (iri.startsWith(BASE) ? `id:${iri.slice(BASE.length)}` : iri);
/** The full IRI of a short one. */
export const expand = (iri: string): string => (iri.startsWith('id:') ? BASE + iri.slice(3) : iri);
/** The last part of an IRI, which stands for it where there is no label. */
export const local = (iri: string): string => iri.split(/[/#]/).pop() || iri;

export type Query = Record<string, string | number | boolean | null | undefined | string[]>;

/** Parameters in the order given, without the empty ones. */
export function query(values: Query): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '' && one !== false) params.append(name, String(one));
    }
  }
  return params;
}

/** Readable addresses: a colon and a slash may stand in a fragment as they are. */
const text = (params: URLSearchParams): string =>
  params.toString().replaceAll('%3A', ':').replaceAll('%2F', '/').replaceAll('%2C', ',');

/** The address of a page; the language goes with it. */
export function href(page: string, values: Query | URLSearchParams = {}): string {
  const params = values instanceof URLSearchParams ? new URLSearchParams(values) : query(values);
  params.set('lang', language());
  return `#/${page}?${text(params)}`;
}

/** Goes to a page; `replaceEntry` leaves no step in the history (for small changes such as a selection). */
export function go(page: string, values: Query | URLSearchParams = {}, replaceEntry = false): void {
  const address = href(page, values);
  if (replaceEntry) {
    history.replaceState(null, '', address);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else if (location.hash === address) window.dispatchEvent(new HashChangeEvent('hashchange'));
  else location.hash = address;
}
