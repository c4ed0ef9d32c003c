/** The words that stand in the box, kept with every key that is pressed. They stay there over phases, reloads and crashes. */
export class Draft {
  text: string;

  constructor(private readonly sessionId: string) {
    this.text = this.read();
  }

  set(text: string): void {
    this.text = text;
    try {
      if (text) localStorage.setItem(this.key, text);
      else localStorage.removeItem(this.key);
    } catch {
      // a browser that keeps nothing: the page holds the words
    }
  }

  /** Puts refused words in front of what has been typed since. */
  bringBack(text: string): void {
    this.set(this.text.trim() ? `${text}\n${this.text}` : text);
  }

  private get key(): string {
    return `draft/${this.sessionId}`;
  }

  private read(): string {
    try {
      return localStorage.getItem(this.key) ?? '';
    } catch {
      return '';
    }
  }
}
