import { Idea } from './state.js';

/** The order of one's own ideas on this device; nobody else sees it. A new idea comes first. */
export class OwnOrder {
  private ids: string[];

  constructor(private readonly sessionId: string) {
    this.ids = this.read();
  }

  /** These ideas, given with the oldest first, in the person's order. */
  sorted(ideas: Idea[]): Idea[] {
    const place = (idea: Idea) => this.ids.indexOf(idea.id);
    return [...ideas].reverse().sort((a, b) => place(a) - place(b));
  }

  /** Moves an idea of the list that is shown by one place. Answers its new place, from 0, or -1 if there is none. */
  move(shown: Idea[], idea: Idea, way: -1 | 1): number {
    const ids = shown.map((each) => each.id);
    const at = ids.indexOf(idea.id);
    const to = at + way;
    if (at < 0 || !ids[to]) return -1;
    [ids[at], ids[to]] = [ids[to], ids[at]];
    this.keep(ids);
    return to;
  }

  private keep(ids: string[]): void {
    this.ids = ids;
    try {
      localStorage.setItem(this.key, JSON.stringify(ids));
    } catch {
      // a browser that keeps nothing: the page holds the order
    }
  }

  private get key(): string {
    return `order/${this.sessionId}`;
  }

  private read(): string[] {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? '[]') as string[];
    } catch {
      return [];
    }
  }
}
