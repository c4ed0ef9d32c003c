import { keepsNot } from '../client/database.js';

const PREFIX = 'draft/';

function names(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

/** What the drafts of this device hold. */
export const drafts = () => names().map((key) => localStorage.getItem(key) ?? '');

/** Deletes the drafts of a session: its box, dialogs and forms. */
export const forgetDrafts = (sessionId: string) =>
  names().filter((key) => `${key}/`.startsWith(`${PREFIX}${sessionId}/`)).forEach((key) => localStorage.removeItem(key));

/** Words that are being typed, kept with every key that is pressed. They stay over phases, reloads and crashes. */
export class Draft {
  text: string;

  /** @param name under which the browser keeps them: a session, or what belongs to it */
  constructor(private readonly name: string) {
    this.text = this.read();
  }

  set(text: string): void {
    this.text = text;
    try {
      if (text) localStorage.setItem(this.key, text);
      else localStorage.removeItem(this.key);
    } catch {
      keepsNot(); // the page holds the words
    }
  }

  /** Empties the box at once. The browser keeps its words until they are kept elsewhere. */
  async empty(elsewhere: Promise<unknown>): Promise<void> {
    this.text = '';
    await elsewhere;
    this.set(this.text);
  }

  /**
   * Takes over what another tab has typed, unless this one has other words or the person is typing here.
   *
   * @returns a function that ends it
   */
  follow(changed: () => void): () => void {
    const hear = ({ key, oldValue, newValue }: StorageEvent) => {
      const typing = document.hasFocus() && document.activeElement?.matches('[data-box]');
      if (key !== this.key || typing || this.text !== (oldValue ?? '')) return;
      this.text = newValue ?? '';
      changed();
    };
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  }

  /** Puts refused words in front of what has been typed since; another tab may have done so. */
  bringBack(text: string): void {
    if (`${this.text}\n`.startsWith(`${text}\n`)) return;
    this.set(this.text.trim() ? `${text}\n${this.text}` : text);
  }

  private get key(): string {
    return PREFIX + this.name;
  }

  private read(): string {
    try {
      return localStorage.getItem(this.key) ?? '';
    } catch {
      return '';
    }
  }
}
