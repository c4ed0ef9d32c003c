import { Draft } from './draft.js';

type Values = Record<string, string>;

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

  /** These fields have arrived; what was typed in them since stays. */
  sent(sent: Values): void {
    this.replace(Object.fromEntries(Object.entries(this.values).filter(([field, value]) => sent[field] !== value)));
  }

  replace(values: Values): void {
    this.values = values;
    this.draft.set(Object.keys(values).length ? JSON.stringify(values) : '');
  }
}

function read(text: string): Values {
  try {
    return JSON.parse(text || '{}') as Values;
  } catch {
    return {}; // of another version of the page
  }
}
