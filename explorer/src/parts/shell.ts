// What stands around every page: the way to its content, the name, the pages, search, language and light.
import { append, h, replace } from '../core/dom';
import { language, t } from '../core/i18n';
import { href, parse } from '../core/route';
import { setTheme, theme, THEMES } from '../core/theme';
import type { Word } from '../core/words';
import { searchBox } from './searchbox';

const PAGES: [string, Word][] = [
  ['network', 'network'],
  ['timeline', 'timeline'],
  ['map', 'map'],
  ['documents', 'documents'],
  ['sparql', 'sparql'],
];

export class Shell {
  readonly main = h('main', { id: 'main', tabindex: '-1' });
  private readonly header = h('header', { class: 'top' });

  constructor(root: Element) {
    const skip = h('button', { type: 'button', class: 'skip', click: () => this.main.focus() });
    append(root, [skip, this.header, this.main]);
  }

  /** Draws the head in the language of the interface, with the page that is open marked. */
  draw(page: string): void {
    document.querySelector('.skip')?.replaceChildren(t('toContent'));
    const other = language() === 'ar' ? 'en' : 'ar';
    const turn = h('button', { type: 'button', class: 'language', lang: other, 'data-key': 'language', click: () => {
      const { page: now, params } = parse(location.hash);
      params.set('lang', other);
      // The language stands in the address; the router takes it up from there.
      location.hash = `#/${now}?${params.toString()}`;
    } }, t('otherLanguage'));
    const light = h('button', { type: 'button', class: 'theme', 'data-key': 'theme', click: () => {
      setTheme(THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length] ?? 'auto');
      this.draw(page);
    } }, h('span', { 'aria-hidden': 'true' }, { auto: '◐', light: '☀', dark: '☾' }[theme()]), h('span', { class: 'visually-hidden' }, t(`theme_${theme()}`)));
    light.title = t(`theme_${theme()}`);
    replace(
      this.header,
      h('a', { class: 'brand', href: href(''), 'data-key': 'brand' }, h('img', { src: './icon.svg', alt: '', width: 28, height: 28 }), h('span', {}, t('name'))),
      h('nav', { 'aria-label': t('pages') }, h('ul', {}, PAGES.map(([name, word]) =>
        h('li', {}, h('a', { href: href(name), 'aria-current': name === page ? 'page' : null, 'data-key': `nav-${name}` }, t(word)))))),
      searchBox({ id: 'search', placeholder: t('searchHint') }),
      h('div', { class: 'switches' }, turn, light),
    );
  }
}
