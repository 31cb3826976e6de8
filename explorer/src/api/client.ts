// Requests to the server that the page came from; none goes elsewhere.
import { query, type Query } from '../core/route';
import type { Problem } from './types';

/** An answer that is not the one asked for, with the words of the server. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
  ) {
    super(detail || title);
  }
}

async function problem(response: Response): Promise<Refused> {
  try {
    const { title, detail } = (await response.json()) as Problem;
    return new Refused(response.status, title, detail);
  } catch {
    return new Refused(response.status, response.statusText, '');
  }
}

/** Gets JSON from `/api/<path>`. Throws Refused; an aborted request throws AbortError. */
export async function get<T>(path: string, values: Query | URLSearchParams = {}, signal?: AbortSignal): Promise<T> {
  const params = values instanceof URLSearchParams ? values : query(values);
  const text = params.toString();
  const address = new URL(`api/${path}${text ? `?${text}` : ''}`, document.baseURI.split('#')[0]);
  for (let attempt = 0; ; attempt += 1) {
    const response = await fetch(address, signal ? { signal } : {});
    if (response.ok) return (await response.json()) as T;
    // A server that has just started or was just written to makes its index first, and says so.
    if (response.status !== 503 || attempt === 3) throw await problem(response);
    await pause(Math.min(Number(response.headers.get('Retry-After')) || 1, 5), signal);
  }
}

function pause(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done, failed) => {
    const timer = setTimeout(done, seconds * 1000);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      failed(new DOMException('', 'AbortError'));
    });
  });
}

/** Asks the SPARQL endpoint; gives the body as text and its media type. */
export async function sparql(text: string, accept: string, signal: AbortSignal): Promise<{ body: string; type: string }> {
  const response = await fetch(new URL('sparql', document.baseURI.split('#')[0]), {
    method: 'POST',
    headers: { 'Content-Type': 'application/sparql-query', Accept: accept },
    body: text,
    signal,
  });
  if (!response.ok) throw await problem(response);
  return { body: await response.text(), type: response.headers.get('Content-Type') ?? '' };
}
