// The filters of events as they stand in the address and are sent to the server.
import { expand } from '../core/route';

export const MANY = ['class', 'status', 'actor', 'entity', 'country', 'publisher'] as const;
export const ONE = ['document', 'from', 'to', 'when', 'min_confidence', 'q'] as const;
const IRIS = new Set(['actor', 'entity', 'country', 'document']);

/** The event filters among the parameters of an address, with full IRIs: what the server takes. */
export function eventFilters(params: URLSearchParams): URLSearchParams {
  const filters = new URLSearchParams();
  for (const name of MANY) {
    for (const value of params.getAll(name)) if (value) filters.append(name, IRIS.has(name) ? expand(value) : value);
  }
  for (const name of ONE) {
    const value = params.get(name);
    if (value) filters.set(name, IRIS.has(name) ? expand(value) : value);
  }
  return filters;
}

/** A copy with `name` set to the values (none: removed). */
export function withValues(params: URLSearchParams, name: string, values: string[]): URLSearchParams {
  const copy = new URLSearchParams(params);
  copy.delete(name);
  values.filter(Boolean).forEach((value) => copy.append(name, value));
  return copy;
}

/** A copy without any event filter. */
export function cleared(params: URLSearchParams): URLSearchParams {
  const copy = new URLSearchParams(params);
  [...MANY, ...ONE, 'min_sources'].forEach((name) => copy.delete(name));
  return copy;
}

export function howMany(params: URLSearchParams): number {
  return [...MANY, ...ONE, 'min_sources'].filter((name) => name !== 'when' && params.has(name)).length;
}
