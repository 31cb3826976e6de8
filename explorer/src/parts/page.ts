// What a page is to the router.
import { h, type Child } from '../core/dom';

export interface Page {
  root: HTMLElement;
  title: string;
  /** Called when the parameters of the address change and the page stays. */
  update?(params: URLSearchParams): void | Promise<void>;
  /** Ends workers, observers and requests. */
  dispose?(): void;
}
export type Maker = (params: URLSearchParams, signal: AbortSignal) => Page | Promise<Page>;

/** The heading of a page; the router gives it the focus when the page changes. */
export function heading(...children: Child[]): HTMLElement {
  return h('h1', { tabindex: '-1' }, children);
}

export function section(title: Child, ...children: Child[]): HTMLElement {
  return h('section', {}, h('h2', {}, title), children);
}
