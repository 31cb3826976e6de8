// The two languages of the interface, numbers, plurals and dates.
import { COUNTS, WORDS, type Counted, type Forms, type Word } from './words';
import type { Label, When } from '../api/types';

export type Language = 'ar' | 'en';
const KEY = 'sifara.language';
let current: Language = 'ar';

export const language = (): Language => current;
export const rightToLeft = (): boolean => current === 'ar';
// Western digits in both languages, as the Arabic press mostly has them and as the data has them.
const locale = (): string => (current === 'ar' ? 'ar-u-nu-latn-ca-gregory' : 'en-GB');

/** Reads a stored choice; a browser that keeps nothing is as good as one without a choice. */
export function remembered(): Language | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'ar' || value === 'en' ? value : null;
  } catch {
    return null;
  }
}

/** Sets the language and, on the document, its direction (the network is drawn with the document's direction). */
export function setLanguage(value: Language): void {
  current = value;
  document.documentElement.lang = value;
  document.documentElement.dir = value === 'ar' ? 'rtl' : 'ltr';
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // without storage the language still stands in the address
  }
}

/** A text of the interface; `{name}` is filled from `values`. */
export function t(word: Word, values: Record<string, string | number> = {}): string {
  const text = WORDS[word][current === 'ar' ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

export const number = (value: number, digits = 0): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
export const percent = (value: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(value);

/** "3 events" with the plural of the language. */
export function count(value: number, what: Counted): string {
  const forms: Forms = COUNTS[what][current];
  const rule = new Intl.PluralRules(current).select(value);
  return (forms[rule] ?? forms.other).replace('{n}', number(value));
}

/** The label in the language of the interface, else in the other one, with the language it is in. */
export function label(of: Label, fallback = ''): { text: string; lang: Language | null } {
  const other = current === 'ar' ? 'en' : 'ar';
  if (of[current]) return { text: of[current] ?? '', lang: current };
  if (of[other]) return { text: of[other] ?? '', lang: other };
  return { text: fallback, lang: null };
}

/** A date of xsd:date, gYearMonth or gYear in words: "19 May 2021", "May 2021", "2021". */
export function date(value: string | null): string {
  const parts = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?/.exec(value ?? '');
  if (!parts) return value ?? '';
  const [, year, month, day] = parts;
  const form: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month) form.month = 'long';
  if (day) form.day = 'numeric';
  const moment = new Date(Date.UTC(2000, Number(month ?? 1) - 1, Number(day ?? 1)));
  moment.setUTCFullYear(Number(year));
  return new Intl.DateTimeFormat(locale(), form).format(moment);
}

export const when = (value: When | null): string => (value ? date(value.value) : t('noDate'));

/** A length of time such as P5Y in words; what is not understood is shown as it is. */
export function duration(value: string): string {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(value);
  if (!parts) return value;
  const units = ['year', 'month', 'week', 'day', 'hour', 'minute'];
  const words = units.flatMap((unit, i) => {
    const amount = parts[i + 1];
    if (amount === undefined) return [];
    return [new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(Number(amount))];
  });
  return words.length ? new Intl.ListFormat(current).format(words) : value;
}
