// Offsets of the data are Unicode code points, those of JavaScript are UTF-16 units.

export interface Span {
  start: number;
  end: number;
}

/** A text that is cut by code points. */
export class Points {
  private readonly points: string[];

  constructor(text: string) {
    this.points = Array.from(text);
  }

  get length(): number {
    return this.points.length;
  }

  slice(start: number, end: number): string {
    return this.points.slice(start, end).join('');
  }
}

export interface Piece<T> extends Span {
  text: string;
  /** What covers the piece, outermost first. */
  over: T[];
}

/** Cuts the part of a text from `from` to `to` at every border of a span; spans may nest and overlap. */
export function cut<T extends Span>(text: Points, spans: readonly T[], from = 0, to = text.length): Piece<T>[] {
  const borders = new Set([from, to]);
  for (const { start, end } of spans) {
    for (const border of [start, end]) if (border > from && border < to) borders.add(border);
  }
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const places = [...borders].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, i) => {
    const end = places[i + 1] ?? to;
    const over = ordered.filter((span) => span.start <= start && span.end >= end);
    return { start, end, text: text.slice(start, end), over };
  });
}
