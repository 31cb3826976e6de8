// The text of a document with all that was found in it. Mentions are links to their entities; a trigger selects
// its event. Marks never change the width of a letter: Arabic letters join across them.
import type { DocumentPage, EventDetail } from '../api/types';
import { eventLabel, termLabel } from '../api/ontology';
import { h, type Child } from '../core/dom';
import { t } from '../core/i18n';
import { cut, Points, type Span } from '../core/offsets';
import { href, shorten } from '../core/route';
import { direction, plainName } from './labels';

interface Mark extends Span {
  kind: 'evidence' | 'mention' | 'argument' | 'trigger';
  event?: string;
  title?: string;
  iri?: string;
}

function marks(document: DocumentPage, chosen: EventDetail | undefined): Mark[] {
  const found: Mark[] = document.mentions.map(({ start, end, entities }) => ({ start, end, kind: 'mention', title: entities.map(plainName).join(t('comma')), ...(entities[0] && { iri: entities[0].iri }) }));
  for (const event of document.events) {
    for (const { start, end, trigger } of event.evidence) {
      found.push({ start, end, kind: 'evidence', event: event.iri });
      if (trigger) found.push({ start: trigger.start, end: trigger.end, kind: 'trigger', event: event.iri, title: eventLabel(event.class) });
    }
  }
  for (const { start, end, role, entity } of chosen?.arguments ?? []) {
    found.push({ start, end, kind: 'argument', title: `${termLabel('roles', role)}: ${plainName(entity)}`, iri: entity.iri });
  }
  return found.filter(({ start, end }) => end > start);
}

/** Draws the text; `choose` is called with the event of a trigger that is pressed. */
export function article(document: DocumentPage, chosen: EventDetail | undefined, choose: (iri: string) => void): HTMLElement {
  const text = new Points(document.text ?? '');
  const all = marks(document, chosen);
  const root = h('div', { class: 'article', lang: 'ar', dir: direction(document.text ?? '') });
  let first = true;
  for (const [from, to] of paragraphs(document.text ?? '')) {
    const within = all.filter(({ start, end }) => start < to && end > from);
    root.append(h('p', {}, cut(text, within, from, to).map((piece) => {
      const child = drawPiece(document.iri, piece.text, piece.over, chosen, choose);
      if (first && chosen && piece.over.some((mark) => mark.kind === 'evidence' && mark.event === chosen.iri) && child instanceof HTMLElement) {
        child.dataset['first'] = '';
        first = false;
      }
      return child;
    })));
  }
  return root;
}

function drawPiece(iri: string, words: string, over: Mark[], chosen: EventDetail | undefined, choose: (iri: string) => void): Child {
  if (over.length === 0) return words;
  const now = over.some(({ kind, event }) => kind === 'evidence' && event === chosen?.iri);
  const trigger = over.find(({ kind, event }) => kind === 'trigger' && event === chosen?.iri) ?? over.findLast(({ kind }) => kind === 'trigger');
  const argument = over.findLast(({ kind }) => kind === 'argument');
  const mention = over.findLast(({ kind }) => kind === 'mention');
  const classes = [now && 'now', trigger && 'trigger', argument && 'argument', mention && 'mention', over.some(({ kind }) => kind === 'evidence') && 'evidence'].filter(Boolean).join(' ');
  const title = [trigger?.title, argument?.title ?? mention?.title].filter(Boolean).join(' · ');
  if (trigger?.event) {
    const { event } = trigger;
    return h('a', { class: classes, title, href: href('document', { iri: shorten(iri), event: shorten(event) }), 'data-key': `t-${trigger.start}`, 'aria-current': event === chosen?.iri ? 'true' : null, click: (press: MouseEvent) => {
      press.preventDefault();
      choose(event);
    } }, words);
  }
  const entity = argument?.iri ?? mention?.iri;
  if (entity) return h('a', { class: classes, title, href: href('entity', { iri: shorten(entity) }) }, words);
  return h('span', { class: classes }, words);
}

/** Where the paragraphs of a text stand, in code points. */
function paragraphs(text: string): [number, number][] {
  const found: [number, number][] = [];
  let position = 0;
  for (const line of text.split('\n')) {
    const length = Array.from(line).length;
    if (line.trim()) found.push([position, position + length]);
    position += length + 1;
  }
  return found;
}
