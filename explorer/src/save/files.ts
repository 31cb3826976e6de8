// Files made in the browser from what is seen.

/** Offers a file for download. */
export function offer(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export type Cell = string | number | null | undefined;

// A cell that begins like a formula would be one in a spreadsheet; the data comes from outside.
function cell(value: Cell): string {
  let text = value === null || value === undefined ? '' : String(value);
  if (typeof value === 'string' && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180); the byte order mark lets spreadsheets see UTF-8. */
export function csv(header: string[], rows: Cell[][]): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

export const offerCsv = (name: string, header: string[], rows: Cell[][]): void =>
  offer(`${name}.csv`, csv(header, rows), 'text/csv;charset=utf-8');

export const offerJsonLd = (name: string, value: unknown): void =>
  offer(`${name}.jsonld`, `${JSON.stringify(value, null, 2)}\n`, 'application/ld+json');
