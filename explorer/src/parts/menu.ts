// "Save": a disclosure with the forms in which what is seen can be taken along.
import { h } from '../core/dom';
import { t } from '../core/i18n';
import type { Word } from '../core/words';

export interface Item {
  word: Word;
  run: () => void | Promise<void>;
}

/** A details element with buttons; it closes on choice and on Escape. */
export function saveMenu(items: Item[]): HTMLElement {
  const menu = h('details', { class: 'menu' });
  const close = (): void => {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  };
  menu.append(
    h('summary', { class: 'button' }, t('save')),
    h(
      'div',
      { class: 'menu-items' },
      items.map(({ word, run }) =>
        h('button', { type: 'button', click: () => void Promise.resolve(run()).then(close) }, t(word)),
      ),
    ),
  );
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.open) close();
  });
  menu.addEventListener('focusout', (event) => {
    if (!menu.contains(event.relatedTarget as Node | null)) menu.open = false;
  });
  return menu;
}

/** Copies the address of the view. */
export function shareButton(): HTMLElement {
  const button = h('button', { type: 'button' }, t('share'));
  const said = h('span', { class: 'visually-hidden', role: 'status' });
  button.addEventListener('click', () => {
    const done = (word: Word): void => {
      button.textContent = t(word);
      said.textContent = t(word);
      setTimeout(() => (button.textContent = t('share')), 2000);
    };
    // The clipboard is missing where the page does not come over https or from this machine.
    if (!navigator.clipboard) done('copyAddress');
    else navigator.clipboard.writeText(location.href).then(() => done('copied'), () => done('copyAddress'));
  });
  return h('span', {}, button, said);
}
