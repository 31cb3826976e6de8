// Light, dark, or as the system has it.
export type Theme = 'auto' | 'light' | 'dark';
const KEY = 'sifara.theme';
export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
let current: Theme = 'auto';
const listeners = new Set<() => void>();

export const theme = (): Theme => current;

export function setTheme(value: Theme): void {
  current = value;
  document.documentElement.dataset['theme'] = value;
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // the choice then lasts as long as the page
  }
  listeners.forEach((listener) => listener());
}

/** Takes up the stored choice and follows the system. */
export function startTheme(): void {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(KEY);
  } catch {
    // as above
  }
  setTheme(THEMES.find((one) => one === stored) ?? 'auto');
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => listeners.forEach((one) => one()));
}

/** Calls when the colours change; gives the function that ends it. */
export function onTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
