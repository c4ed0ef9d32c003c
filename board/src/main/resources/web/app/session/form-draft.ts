import { Draft, drafts } from './draft.js';

type Values = Record<string, string>;

/** The fields that take a person time to fill in. */
const WORDS = ['what', 'summary', 'title', 'problem'];
const wordsOf = (values: Values) => WORDS.map((field) => values[field] ?? '').filter((text) => text.trim());

/** The fields of a form that a person has changed, kept as they are typed until the form is sent. */
export class FormDraft {
  private readonly draft: Draft;
  private values: Values;

  /** @param name under which the browser keeps them */
  constructor(name: string) {
    this.draft = new Draft(name);
    this.values = read(this.draft.text);
  }

  /** What a field holds: the kept words, or else these. */
  of(field: string, otherwise = ''): string {
    return this.values[field] ?? otherwise;
  }

  set(field: string, value: string): void {
    this.replace({ ...this.values, [field]: value });
  }

  /** Listens to the input of a form. */
  readonly keep = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    this.set(name, value);
  };

  get all(): Values {
    return this.values;
  }

  get filled(): boolean {
    return Object.values(this.values).some((value) => value.trim());
  }

  /** The words in it that a person would miss. */
  get words(): string[] {
    return wordsOf(this.values);
  }

  /** These fields have arrived; what was typed in them since stays. */
  sent(sent: Values): void {
    this.replace(Object.fromEntries(Object.entries(this.values).filter(([field, value]) => sent[field] !== value)));
  }

  replace(values: Values): void {
    this.values = values;
    this.draft.set(Object.keys(values).length ? JSON.stringify(values) : '');
  }
}

/** The forms of a session. */
export class FormDrafts {
  private readonly forms = new Map<string, FormDraft>();

  constructor(private readonly sessionId: string) {}

  of(name: string): FormDraft {
    const form = this.forms.get(name) ?? new FormDraft(`${this.sessionId}/${name}`);
    this.forms.set(name, form);
    return form;
  }

  /** What was typed into them and not sent. */
  get words(): string[] {
    return ['action', 'summary'].flatMap((name) => this.of(name).words);
  }
}

/** All words of this device that are in a box, a dialog or a form. */
export const typedWords = () => drafts().flatMap((text) => (text.startsWith('{') ? wordsOf(read(text, { what: text })) : [text]));

function read(text: string, otherwise: Values = {}): Values {
  try {
    return JSON.parse(text || '{}') as Values;
  } catch {
    return otherwise;
  }
}
