// The SPARQL editor, loaded only where it is needed. It asks nobody: only names that stand in the query and the
// prefixes that the server knows are completed.
import Yasqe from '@zazuko/yasqe';
import '@zazuko/yasqe/build/yasqe.min.css';
import { t } from '../core/i18n';

export interface Editor {
  text(): string;
  set(text: string): void;
  dispose(): void;
}

/** Puts an editor into `parent`; `run` is called on Ctrl+Enter. */
export function editor(parent: HTMLElement, text: string, run: () => void): Editor {
  const yasqe = new Yasqe(parent, {
    value: text,
    persistenceId: null,
    showQueryButton: false,
    autocompleters: ['variables'],
    resizeable: false,
    lineWrapping: true,
    viewportMargin: Infinity,
    // The server declares the usual prefixes itself; a query need not.
    syntaxErrorCheck: false,
    collapsePrefixesOnLoad: false,
    screenReaderLabel: t('queryText'),
    extraKeys: { 'Ctrl-Enter': run, 'Cmd-Enter': run, Tab: false, 'Shift-Tab': false } as never,
  } as never);
  yasqe.refresh();
  return {
    text: () => yasqe.getValue(),
    set: (value) => yasqe.setValue(value),
    dispose: () => yasqe.destroy(),
  };
}
