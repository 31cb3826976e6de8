// Waiting, nothing found, and what went wrong.
import { Refused } from '../api/client';
import { h } from '../core/dom';
import { t } from '../core/i18n';

export const waiting = (): HTMLElement => h('p', { class: 'waiting', role: 'status' }, t('waiting'));

/** What went wrong, in the words of the server where it said some. */
export function failure(error: unknown): HTMLElement {
  const refused = error instanceof Refused ? error : null;
  const text = !refused ? t('unreachable') : refused.status === 404 ? t('unknown') : t('refused');
  return h(
    'div',
    { class: 'failure', role: 'alert' },
    h('p', {}, text),
    refused && refused.detail && h('p', { class: 'detail', dir: 'ltr', lang: 'en' }, refused.detail),
  );
}

export const aborted = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
