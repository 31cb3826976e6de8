// A list that grows: what is seen stays, "more" asks for the next part.
import type { Paged } from '../api/types';
import { h, type Child } from '../core/dom';
import { number, t } from '../core/i18n';
import { failure } from './states';

export interface Growing {
  root: HTMLElement;
  /** Starts anew; resolves when the first part stands. */
  restart(): Promise<void>;
}

/**
 * A list of parts from `load(offset)`; `draw` makes the children of one part. Late answers of an earlier start
 * are dropped.
 */
export function growing<T>(
  load: (offset: number) => Promise<Paged<T>>,
  draw: (items: T[], page: Paged<T>) => Child,
  counted: (total: number) => string,
): Growing {
  const total = h('p', { class: 'total', role: 'status' });
  const body = h('div', {});
  const more = h('button', { type: 'button', class: 'more', click: () => void next() }, t('more'));
  const root = h('div', { class: 'growing' }, total, body, more);
  let offset = 0;
  let run = 0;

  async function next(): Promise<void> {
    const mine = run;
    more.disabled = true;
    try {
      const page = await load(offset);
      if (mine !== run) return;
      if (offset === 0) body.replaceChildren();
      offset += page.items.length;
      total.textContent = counted(page.total);
      const part = draw(page.items, page);
      if (part instanceof Node) body.append(part);
      more.hidden = offset >= page.total || page.items.length === 0;
      more.textContent = `${t('more')} (${number(page.total - offset)})`;
    } catch (error) {
      if (mine === run) body.append(failure(error));
    } finally {
      more.disabled = false;
    }
  }

  return {
    root,
    restart: () => {
      run += 1;
      offset = 0;
      more.hidden = true;
      return next();
    },
  };
}
