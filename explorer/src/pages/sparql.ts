// Questions in SPARQL: those with a name, with their variables as fields, and one's own.
import { get, sparql as ask } from '../api/client';
import type { NamedQuery } from '../api/types';
import { h, replace } from '../core/dom';
import { count, language, number, t } from '../core/i18n';
import { go } from '../core/route';
import type { Editor } from '../parts/editor';
import { saveMenu, shareButton } from '../parts/menu';
import { heading, type Maker } from '../parts/page';
import { aborted, failure, waiting } from '../parts/states';
import { parseResults, plain, resultTable, type Rows } from '../parts/results';
import { offer, offerCsv } from '../save/files';

const FIRST = 'SELECT ?event ?class ?date WHERE {\n  ?event a ?class ; dip:reportedIn ?document .\n  OPTIONAL { ?event dip:date ?date }\n} LIMIT 20\n';
const ACCEPT = 'application/sparql-results+json, text/turtle;q=0.9';

/** The question in the language of the interface: the queries bear it in both. */
function question(query: NamedQuery): string {
  const arabic = (text: string): boolean => /[\u0600-\u06FF]/.test(text);
  const wanted = query.question.find((text) => arabic(text) === (language() === 'ar'));
  return wanted ?? query.question[0] ?? query.name;
}

/** Whether a query makes a graph: then JSON-LD may be asked for. */
const makesGraph = (text: string): boolean => /^\s*(construct|describe)\b/im.test(text.replace(/#.*$/gm, ''));

export const sparql: Maker = async (initial, signal) => {
  const [list, made] = await Promise.all([get<{ items: NamedQuery[] }>('queries', {}, signal), import('../parts/editor')]);
  let request = new AbortController();
  let rows: Rows | null = null;
  let params = initial;
  let asked: string | null = null;
  const place = h('div', { class: 'editor', dir: 'ltr', lang: 'en' });
  const answer = h('div', { class: 'answer' });
  const variables = h('div', { class: 'row-fields' });
  const note = h('p', { class: 'total', role: 'status' });
  let editor: Editor | null = null;

  const run = (): void => {
    const text = editor?.text() ?? '';
    asked = null;
    go('sparql', { query: text }, params.get('query') === text);
  };
  const names = h('select', { 'data-key': 'named', change: () => names.value && go('sparql', { name: names.value }) }, h('option', { value: '' }, t('ownQuery')), list.items.map((query) => h('option', { value: query.name }, question(query))));
  const save = saveMenu([
    { word: 'csv', run: () => (rows ? offerCsv('sifara-answer', rows.columns, plain(rows)) : undefined) },
    { word: 'jsonld', run: async () => {
      const text = editor?.text() ?? '';
      if (makesGraph(text)) offer('sifara-answer.jsonld', (await ask(text, 'application/ld+json', new AbortController().signal)).body, 'application/ld+json');
      else offer('sifara-answer.json', (await ask(text, 'application/sparql-results+json', new AbortController().signal)).body, 'application/json');
    } },
  ]);
  const root = h(
    'div',
    { class: 'page' },
    h('div', { class: 'bar-row' }, heading(t('sparqlTitle')), h('div', { class: 'actions' }, shareButton(), save)),
    h('p', { class: 'lead' }, t('sparqlLead')),
    h('label', { class: 'field wide' }, h('span', {}, t('namedQueries')), names),
    variables,
    place,
    h('p', { class: 'actions' }, h('button', { type: 'button', class: 'primary', click: run }, t('run')), h('kbd', {}, 'Ctrl+Enter')),
    note,
    answer,
  );

  const fields = (query: NamedQuery | undefined): void => {
    replace(variables, query?.variables.map((name) => {
      const input = h('input', { 'data-key': `var-${name}`, dir: 'auto', value: params.get(`var.${name}`) ?? '', placeholder: 'id:Russia', change: () => {
        const next = new URLSearchParams(params);
        next.set(`var.${name}`, input.value.trim());
        go('sparql', next);
      } });
      return h('label', { class: 'field' }, h('span', {}, t('variable', { name })), input);
    }));
  };
  const showGraph = (body: string): void => {
    note.textContent = t('graphAnswer');
    replace(answer, h('pre', { dir: 'ltr', tabindex: '0', 'aria-label': t('results') }, body));
  };
  const showRows = (found: Rows, total: number): void => {
    rows = found;
    note.textContent = `${count(total, 'row')}${found.rows.length < total ? ` (${t('shown', { number: number(found.rows.length) })})` : ''}`;
    replace(answer, found.rows.length > 0 && resultTable(found));
  };
  const showAnswer = async (query: NamedQuery | undefined): Promise<void> => {
    const own = params.get('query');
    if (query) {
      const values = new URLSearchParams([...params].filter(([key, value]) => key.startsWith('var.') && value !== ''));
      values.set('limit', '1000');
      const found = await get<{ kind: string; boolean?: boolean; turtle?: string; total?: number } & Rows>(`queries/${encodeURIComponent(query.name)}`, values, request.signal);
      if (found.kind === 'ask') note.textContent = t(found.boolean ? 'yes' : 'no');
      else if (found.kind === 'graph') showGraph(found.turtle ?? '');
      else showRows(found, found.total ?? found.rows.length);
    } else if (own) {
      const { body, type } = await ask(own, makesGraph(own) ? 'text/turtle' : ACCEPT, request.signal);
      if (!type.includes('json')) return showGraph(body);
      const { rows: found, yes } = parseResults(body);
      if (found) showRows(found, found.rows.length);
      else note.textContent = t(yes ? 'yes' : 'no');
    } else note.textContent = '';
  };
  const update = async (next: URLSearchParams): Promise<void> => {
    params = next;
    const query = list.items.find(({ name }) => name === params.get('name'));
    const text = params.get('query') ?? query?.text ?? FIRST;
    // CodeMirror measures itself, so it must stand in the page before it is made.
    editor ??= made.editor(place, text, run);
    if (editor.text() !== text) editor.set(text);
    names.value = query?.name ?? '';
    fields(query);
    if (asked === params.toString()) return;
    asked = params.toString();
    request.abort();
    request = new AbortController();
    rows = null;
    note.textContent = '';
    replace(answer, waiting());
    try {
      await showAnswer(query);
      answer.querySelector('.waiting')?.remove();
    } catch (error) {
      if (!aborted(error)) replace(answer, failure(error));
    }
  };
  return { root, title: t('sparqlTitle'), update, dispose: () => {
    request.abort();
    editor?.dispose();
  } };
};
