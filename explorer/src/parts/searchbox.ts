// The search box of the page: suggestions while one types (ARIA combobox), Enter for the full list.
import { get } from '../api/client';
import type { FoundEntity, Paged } from '../api/types';
import { classLabel } from '../api/ontology';
import { h } from '../core/dom';
import { count, t } from '../core/i18n';
import { go, shorten } from '../core/route';
import { kindMark, named } from './labels';
import { aborted } from './states';

const PAUSE = 150; // ms after the last letter

export interface SearchOptions {
  id: string;
  placeholder: string;
  value?: string;
  /** What to do with a chosen entity; without it its page is opened. */
  pick?: (found: FoundEntity) => void;
}

export function searchBox(options: SearchOptions): HTMLFormElement {
  const listId = `${options.id}-list`;
  const input = h('input', {
    id: options.id,
    type: 'search',
    dir: 'auto',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-autocomplete': 'list',
    'aria-label': options.placeholder,
    placeholder: options.placeholder,
    autocomplete: 'off',
    spellcheck: 'false',
    value: options.value ?? '',
  });
  const list = h('ul', { id: listId, role: 'listbox', 'aria-label': t('suggestions'), hidden: true });
  const said = h('span', { class: 'visually-hidden', role: 'status' });
  let found: FoundEntity[] = [];
  let active = -1;
  let timer = 0;
  let request = new AbortController();

  const show = (): void => {
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    if (active >= 0) input.setAttribute('aria-activedescendant', `${listId}-${active}`);
    else input.removeAttribute('aria-activedescendant');
    [...list.children].forEach((child, i) => child.setAttribute('aria-selected', String(i === active)));
  };
  const close = (): void => {
    found = [];
    active = -1;
    list.replaceChildren();
    show();
  };
  const pick = (one: FoundEntity): void => {
    close();
    input.value = '';
    if (options.pick) options.pick(one);
    else go('entity', { iri: shorten(one.entity.iri) });
  };
  const ask = async (): Promise<void> => {
    request.abort();
    request = new AbortController();
    const q = input.value.trim();
    if (!q) return close();
    try {
      const page = await get<Paged<FoundEntity>>('search', { q, limit: 8 }, request.signal);
      found = page.items;
      active = -1;
      list.replaceChildren(
        ...found.map((one, i) =>
          h(
            'li',
            { id: `${listId}-${i}`, role: 'option', 'aria-selected': 'false', pointerdown: (event: PointerEvent) => {
              event.preventDefault();
              pick(one);
            } },
            kindMark(one.entity.class),
            ' ',
            named(one.entity.label, one.entity.iri),
            h('span', { class: 'meta' }, `${classLabel(one.entity.class)} · ${count(one.events, 'event')}`),
          ),
        ),
      );
      said.textContent = count(page.total, 'result');
      show();
    } catch (error) {
      if (!aborted(error)) close();
    }
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), PAUSE);
  });
  input.addEventListener('blur', () => setTimeout(close, 100));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (found.length === 0) return;
      active = (active + (event.key === 'ArrowDown' ? 1 : -1) + found.length + (active < 0 && event.key === 'ArrowUp' ? 1 : 0)) % found.length;
      show();
      event.preventDefault();
    } else if (event.key === 'Escape') close();
  });
  return h(
    'form',
    {
      class: 'search',
      role: options.pick ? null : 'search',
      submit: (event: SubmitEvent) => {
        event.preventDefault();
        clearTimeout(timer);
        request.abort();
        const chosen = found[active] ?? (options.pick ? found[0] : undefined);
        if (chosen) return pick(chosen);
        if (options.pick) return void ask();
        const q = input.value.trim();
        close();
        if (q) go('search', { q });
      },
    },
    input,
    list,
    said,
    !options.pick && h('button', { type: 'submit', class: 'find' }, t('search')),
  );
}
