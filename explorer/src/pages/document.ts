// A document: its text with everything that was read from it, and the network of this document beside it.
// A trigger in the text, a card and an edge of the network are three sights of one event: each leads to the others.
import { get } from '../api/client';
import { eventLabel, termLabel } from '../api/ontology';
import type { DocumentPage, EventDetail, Network } from '../api/types';
import { h, replace, safeAddress, type Child } from '../core/dom';
import { count, date, t, when } from '../core/i18n';
import { expand, go, href, shorten } from '../core/route';
import { withValues } from '../filters/model';
import { edgeId, NetworkView, type Choice } from '../graph/view';
import { article } from '../parts/article';
import { roleList } from '../parts/events';
import { confidence, direction, documentName, entityLink, eventChip, isolate, statusChip } from '../parts/labels';
import { saveMenu, shareButton } from '../parts/menu';
import { heading, section, type Maker } from '../parts/page';
import { failure } from '../parts/states';
import { offerCsv, offerJsonLd } from '../save/files';
import { EVENT_COLUMNS, eventGraph, eventRows } from '../save/rows';

class DocumentView {
  readonly root: HTMLElement;
  private params = new URLSearchParams();
  private network: Network | null = null;
  private readonly text = h('div', { class: 'text' });
  private readonly cards = h('ol', { class: 'cards events-of' });
  private readonly view = new NetworkView((choice) => this.fromNetwork(choice), (iri) => go('entity', { iri: shorten(iri) }));

  constructor(private readonly document: DocumentPage, private readonly signal: AbortSignal) {
    const summaries = document.events.map((one) => ({ ...one, document, roles: one.arguments, sentence: one.evidence[0]?.sentence?.text ?? null }));
    const save = saveMenu([
      { word: 'png', run: () => this.view.png('sifara-document') },
      { word: 'svg', run: () => this.view.svg('sifara-document') },
      { word: 'csv', run: () => offerCsv('sifara-document', EVENT_COLUMNS, eventRows(summaries)) },
      { word: 'jsonld', run: () => offerJsonLd('sifara-document', eventGraph(summaries)) },
    ]);
    const source = safeAddress(document.source);
    const meta: Child[] = [document.publisher && isolate(document.publisher), document.date && h('time', { datetime: document.date }, date(document.date)), source ? h('a', { href: source, rel: 'noopener noreferrer external', target: '_blank' }, t('original')) : null, h('code', { dir: 'ltr' }, document.id)].filter(Boolean);
    this.root = h(
      'div',
      { class: 'page reading' },
      h('div', { class: 'bar-row' }, heading(isolate(documentName(document))), h('div', { class: 'actions' }, h('a', { class: 'button', href: href('network', { document: shorten(document.iri) }) }, t('inNetwork')), shareButton(), save)),
      h('p', { class: 'meta' }, meta.flatMap((part, i) => [i > 0 && ' · ', part])),
      h('div', { class: 'reading-columns' },
        h('div', {}, h('ul', { class: 'legend' }, (['trigger', 'argument', 'mention'] as const).map((kind) => h('li', {}, h('span', { class: `sample ${kind}` }, t(kind))))), this.text, this.offices()),
        h('div', { class: 'beside' }, section(t('networkOf'), this.view.root), section(count(document.events.length, 'event'), this.cards))),
    );
  }

  async update(params: URLSearchParams): Promise<void> {
    const first = this.network === null;
    const before = this.params.get('event');
    this.params = params;
    const chosen = this.chosen();
    this.showText(chosen);
    this.showCards(chosen);
    if (chosen && (first || before !== params.get('event'))) this.scroll();
    if (first) {
      try {
        this.network = await get<Network>('neighbourhood', { document: this.document.iri, limit: 100 }, this.signal);
        await this.view.draw(this.network);
      } catch (error) {
        this.view.root.replaceChildren(failure(error));
        return;
      }
    }
    this.markNetwork(this.chosen());
  }

  dispose(): void {
    this.view.dispose();
  }

  private chosen(): EventDetail | undefined {
    const iri = expand(this.params.get('event') ?? '');
    return this.document.events.find((event) => event.iri === iri);
  }

  private choose(iri: string | null): void {
    go('document', withValues(this.params, 'event', iri ? [shorten(iri)] : []), true);
  }

  private showText(chosen: EventDetail | undefined): void {
    if (this.document.text === null) {
      const sentences = this.document.sentences.filter(({ text }) => text !== null);
      replace(this.text, h('p', { class: 'hint' }, t('noText')), sentences.map(({ text }) => h('p', { lang: 'ar', dir: direction(text ?? '') }, text)));
    } else replace(this.text, article(this.document, chosen, (iri) => this.choose(iri)));
  }

  private showCards(chosen: EventDetail | undefined): void {
    replace(this.cards, this.document.events.map((event) => {
      const on = event === chosen;
      const words = event.evidence[0]?.sentence?.text ?? event.evidence[0]?.words;
      return h('li', {}, h('article', { class: `card event ${event.status.toLowerCase()}${on ? ' chosen' : ''}`, 'data-event': event.iri },
        h('header', {}, h('h3', {}, h('button', { type: 'button', class: 'link', 'aria-pressed': String(on), 'data-key': `card-${event.iri}`, click: () => this.choose(on ? null : event.iri) }, eventChip(event.class))), statusChip(event.status), h('span', { class: event.date ? 'date' : 'date none' }, when(event.date))),
        roleList(event.arguments.filter((one, i, all) => all.findIndex((other) => other.role === one.role && other.entity.iri === one.entity.iri) === i)),
        event.attributed_to && h('p', { class: 'meta' }, t('saidBy'), ' ', entityLink(event.attributed_to)),
        this.document.text === null && words && h('p', { class: 'sentence', lang: 'ar', dir: direction(words) }, words),
        h('footer', {}, h('a', { href: href('event', { iri: shorten(event.iri) }), 'aria-label': `${t('whole')}: ${eventLabel(event.class)}` }, t('whole')), ' · ', confidence(event.confidence))));
    }));
  }

  private offices(): Child {
    if (this.document.offices.length === 0) return null;
    return section(t('offices'), h('ul', { class: 'rows' }, this.document.offices.map(({ person, role, of, words }) => h('li', {}, entityLink(person, true), h('span', { class: 'meta' }, ' ', termLabel('offices', role), t('comma'), entityLink(of), ' ', h('q', { dir: 'auto', lang: 'ar' }, words))))));
  }

  /** Brings the sentence of the chosen event and its card into sight. */
  private scroll(): void {
    const smooth = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    const mark = this.text.querySelector('.trigger[aria-current], [data-first]');
    mark?.scrollIntoView({ block: 'center', behavior: smooth });
    const card = this.cards.querySelector<HTMLElement>('.chosen');
    if (card) this.cards.scrollTo({ top: card.offsetTop - this.cards.offsetTop - 12, behavior: smooth });
  }

  private markNetwork(chosen: EventDetail | undefined): void {
    if (!chosen || !this.network) {
      this.view.mark(null);
      return;
    }
    const parties = new Set(chosen.arguments.map(({ entity }) => entity.iri));
    const edges = this.network.edges.filter((edge) => parties.has(edge.source) && parties.has(edge.target) && edge.classes[chosen.class]);
    this.view.mark(edges.length ? edges.map(edgeId) : [...parties]);
  }

  /** From an edge or a node of the network to (the next of) its events in the text. */
  private fromNetwork(choice: Choice | null): void {
    if (!choice) return this.choose(null);
    const edge = this.network?.edges.find((one) => edgeId(one) === choice.id);
    const wanted = edge ? [edge.source, edge.target] : [choice.id];
    const events = this.document.events.filter((event) => wanted.every((iri) => event.arguments.some(({ entity }) => entity.iri === iri)) && (!edge || edge.classes[event.class]));
    const now = events.findIndex((event) => event === this.chosen());
    const next = events[(now + 1) % events.length];
    if (next) this.choose(next.iri);
  }
}

export const document: Maker = async (params, signal) => {
  const found = await get<DocumentPage>('document', { iri: expand(params.get('iri') ?? '') }, signal);
  const view = new DocumentView(found, signal);
  return { root: view.root, title: documentName(found), update: (next) => view.update(next), dispose: () => view.dispose() };
};
