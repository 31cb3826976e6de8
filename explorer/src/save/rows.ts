// What is seen as rows of a table and as JSON-LD in the terms of the ontology.
import type { EntityRef, EventSummary, Label, Network, When } from '../api/types';
import type { Cell } from './files';
import { plainName } from '../parts/labels';

const CONTEXT = {
  '@vocab': 'https://w3id.org/sifara/ontology#',
  id: 'https://w3id.org/sifara/id/',
  dcterms: 'http://purl.org/dc/terms/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  label: { '@id': 'rdfs:label', '@container': '@language' },
  status: { '@type': '@vocab' },
  confidence: { '@type': 'xsd:decimal' },
  reportedIn: { '@type': '@id' },
  title: 'dcterms:title',
  publisher: 'dcterms:publisher',
  published: { '@id': 'dcterms:date', '@type': 'xsd:date' },
};
const XSD: Record<When['precision'], string> = { day: 'xsd:date', month: 'xsd:gYearMonth', year: 'xsd:gYear' };

const labels = (of: Label): Record<string, string> =>
  Object.fromEntries(Object.entries(of).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
const entityNode = (of: EntityRef): object => ({ '@id': of.iri, '@type': of.class, label: labels(of.label) });

export const EVENT_COLUMNS = ['event', 'class', 'status', 'date', 'confidence', 'roles', 'sentence', 'document', 'publisher', 'published'];

export function eventRows(events: EventSummary[]): Cell[][] {
  return events.map((event) => [
    event.iri,
    event.class,
    event.status,
    event.date?.value,
    event.confidence,
    event.roles.map(({ role, entity }) => `${role}: ${plainName(entity)}`).join('; '),
    event.sentence,
    event.document.iri,
    event.document.publisher,
    event.document.date,
  ]);
}

export function eventGraph(events: EventSummary[]): object {
  const documents = new Map(events.map(({ document }) => [document.iri, document]));
  const nodes = events.map((event) => {
    const node: Record<string, unknown> = {
      '@id': event.iri,
      '@type': event.class,
      status: event.status,
      confidence: String(event.confidence),
      reportedIn: event.document.iri,
    };
    if (event.date) node['date'] = { '@type': XSD[event.date.precision], '@value': event.date.value };
    for (const { role, entity } of event.roles) {
      node[role] = [...((node[role] as object[] | undefined) ?? []), entityNode(entity)];
    }
    return node;
  });
  const sources = [...documents.values()].map(({ iri, title, publisher, date }) => ({
    '@id': iri,
    ...(title && { title }),
    ...(publisher && { publisher }),
    ...(date && { published: date }),
  }));
  return { '@context': CONTEXT, '@graph': [...nodes, ...sources] };
}

export const EDGE_COLUMNS = ['source', 'source_label', 'target', 'target_label', 'directed', 'events', 'documents', 'sources', 'classes', 'first', 'last'];

export function edgeRows(network: Network): Cell[][] {
  const names = new Map(network.nodes.map((node) => [node.iri, plainName(node)]));
  return network.edges.map((edge) => [
    edge.source,
    names.get(edge.source),
    edge.target,
    names.get(edge.target),
    String(edge.directed),
    edge.events,
    edge.documents,
    edge.sources,
    Object.entries(edge.classes).map(([name, events]) => `${name} ${events}`).join('; '),
    edge.first,
    edge.last,
  ]);
}
