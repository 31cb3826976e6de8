// What the server answers (see docs/explorer.md and /api/openapi.json of a server).

export interface Label {
  ar: string | null;
  en: string | null;
}
export interface EntityRef {
  iri: string;
  label: Label;
  class: string;
}
export interface DocumentRef {
  iri: string;
  id: string;
  title: string | null;
  date: string | null;
  publisher: string | null;
}
export interface When {
  value: string;
  precision: 'day' | 'month' | 'year';
  from: string;
  to: string;
  basis: 'Stated' | 'Inferred' | null;
}
export interface RoleRef {
  role: string;
  entity: EntityRef;
}
export interface EventSummary {
  iri: string;
  class: string;
  status: string;
  confidence: number;
  date: When | null;
  until: string | null;
  canonical: string | null;
  document: DocumentRef;
  roles: RoleRef[];
  sentence: string | null;
}
export interface Words {
  start: number;
  end: number;
  words: string;
}
export interface Argument extends Words, RoleRef {
  rule: string | null;
}
export interface Evidence extends Words {
  sentence: { start: number; end: number; text: string } | null;
  trigger: Words | null;
  frame: string | null;
  rule: string | null;
}
export interface EventDetail {
  iri: string;
  class: string;
  classes: string[];
  status: string;
  confidence: number;
  date: When | null;
  until: string | null;
  duration: string | null;
  content: string | null;
  attributed_to: EntityRef | null;
  topics: EntityRef[];
  canonical: string | null;
  same_events: { event: string; document: DocumentRef }[];
  arguments: Argument[];
  evidence: Evidence[];
}
export interface EventPage extends EventDetail {
  document: DocumentRef;
  program_version: string | null;
  lexicon_version: string | null;
}
export interface Paged<T> {
  total: number;
  limit: number;
  offset: number;
  items: T[];
}
export interface Stats {
  version: string;
  quads: number;
  documents: number;
  entities: number;
  events: number;
  dated: number;
  canonical: number;
  linked: number;
  publishers: number;
  first: string | null;
  last: string | null;
}
export interface Term {
  name: string;
  label: Label;
  comment: Label;
  parent?: string | null;
  symmetric?: boolean;
  plover?: string | null;
}
export interface Ontology {
  event_classes: Term[];
  entity_classes: Term[];
  roles: Term[];
  offices: Term[];
  statuses: Term[];
  date_bases: Term[];
}
export interface FoundEntity {
  entity: EntityRef;
  matched: string;
  events: number;
  documents: number;
}
export interface EntityRow {
  entity: EntityRef;
  country: EntityRef | null;
  events: number;
  documents: number;
}
export interface Tenure {
  role: string;
  of: EntityRef;
  since: string | null;
  until: string | null;
  documents: ({ document: DocumentRef } & Words)[];
}
export interface EntityPage {
  iri: string;
  label: Label;
  class: string;
  classes: string[];
  aliases: string[];
  country: EntityRef | null;
  wikidata: string | null;
  listed: boolean;
  coordinates: Coordinates | null;
  offices: Tenure[];
  holders: { role: string; person: EntityRef; documents: number }[];
  members: { total: number; items: EntityRef[] };
  counts: {
    events: number;
    documents: number;
    mentions: number;
    by_class: Record<string, number>;
    by_role: Record<string, number>;
    by_status: Record<string, number>;
  };
  first: string | null;
  last: string | null;
}
export interface Coordinates {
  lat: number;
  lon: number;
}
export interface Contact {
  entity: EntityRef;
  events: number;
  documents: number;
  sources: number;
  classes: Record<string, number>;
  out: number;
  in: number;
  mutual: number;
  first: string | null;
  last: string | null;
}
export interface DocumentRow {
  document: DocumentRef;
  events: number;
}
export interface MentionRow extends Words {
  kind: string;
  entities: EntityRef[];
  rule: string | null;
}
export interface OfficeRow extends Words {
  person: EntityRef;
  role: string;
  of: EntityRef;
}
export interface DocumentPage extends DocumentRef {
  source: string | null;
  text: string | null;
  length: number;
  sentences: { start: number; end: number; text: string | null }[];
  mentions: MentionRow[];
  offices: OfficeRow[];
  events: EventDetail[];
  program_version: string | null;
  lexicon_version: string | null;
}
export interface NetworkNode {
  iri: string;
  label: Label;
  class: string;
  country: string | null;
  events: number;
  depth: number;
}
export interface NetworkEdge {
  source: string;
  target: string;
  directed: boolean;
  events: number;
  documents: number;
  sources: number;
  classes: Record<string, number>;
  statuses: Record<string, number>;
  first: string | null;
  last: string | null;
}
export interface Network {
  centre: string[];
  truncated: boolean;
  total_nodes: number;
  nodes: NetworkNode[];
  edges: NetworkEdge[];
}
export interface Bucket {
  period: string;
  precision: 'day' | 'month' | 'year';
  from: string;
  to: string;
  events: number;
  documents: number;
  split?: Record<string, number>;
}
export interface Timeline {
  interval: string;
  when: string;
  total: number;
  undated: number;
  buckets: Bucket[];
}
export interface FacetValue {
  value: string;
  count: number;
  entity?: EntityRef;
}
export interface Facets {
  total: number;
  facets: Record<string, FacetValue[]>;
}
export interface PlaceRow {
  entity: EntityRef;
  country: EntityRef | null;
  coordinates: Coordinates | null;
  events: number;
  documents: number;
}
export interface NamedQuery {
  name: string;
  question: string[];
  variables: string[];
  text: string;
}
export interface Problem {
  title: string;
  status: number;
  detail: string;
}
