// Names of classes, roles, offices and statuses in both languages; asked for once.
import { get } from './client';
import type { Label, Ontology, Term } from './types';
import { label } from '../core/i18n';

export type Kind = keyof Ontology;
/** What an event does to a relation, for the colour of its edge. */
export type Tone = 'warm' | 'cold' | 'plain';

const terms = new Map<string, Term>();
let loaded: Promise<void> | null = null;

const COLD = new Set(['ACCUSE', 'THREATEN', 'REJECT', 'SANCTION', 'MOBILIZE', 'ASSAULT', 'COERCE', 'PROTEST']);
const WARM = new Set(['CONSULT', 'SUPPORT', 'AGREE', 'COOPERATE', 'AID', 'CONCEDE']);

/** Asks for the vocabulary; a second call waits for the first. */
export function loadOntology(): Promise<void> {
  loaded ??= get<Ontology>('ontology').then(
    (ontology) => {
      for (const [kind, list] of Object.entries(ontology) as [Kind, Term[]][]) {
        if (Array.isArray(list)) list.forEach((term) => terms.set(`${kind}/${term.name}`, term));
      }
    },
    (error: unknown) => {
      loaded = null;
      throw error;
    },
  );
  return loaded;
}

export const term = (kind: Kind, name: string): Term | undefined => terms.get(`${kind}/${name}`);

/** The name in the language of the interface; a term that the vocabulary lacks is shown by its own name. */
export function termLabel(kind: Kind, name: string): string {
  const words: Label = term(kind, name)?.label ?? { ar: null, en: null };
  return label(words, name).text;
}

export const eventLabel = (name: string): string => termLabel('event_classes', name);
export const classLabel = (name: string): string => termLabel('entity_classes', name);

/** The tone of an event class, from the PLOVER class it or its parent corresponds to. */
export function tone(name: string): Tone {
  for (let step = term('event_classes', name); step; step = step.parent ? term('event_classes', step.parent) : undefined) {
    const plover = step.plover?.toUpperCase();
    if (plover) return COLD.has(plover) ? 'cold' : WARM.has(plover) ? 'warm' : 'plain';
  }
  return 'plain';
}

/** The tone that most of the events of an edge have. */
export function mainTone(classes: Record<string, number>): Tone {
  const sums: Record<Tone, number> = { warm: 0, cold: 0, plain: 0 };
  for (const [name, events] of Object.entries(classes)) sums[tone(name)] += events;
  if (sums.cold > sums.warm && sums.cold >= sums.plain) return 'cold';
  return sums.warm > 0 && sums.warm >= sums.plain ? 'warm' : 'plain';
}
