/** What the simulated people of a rehearsal have done, so that they do it once, over reloads too. */
export class Progress {
  private readonly steps: Set<string>;
  private readonly name: string;

  constructor(sessionId: string) {
    this.name = `rehearsal/${sessionId}`;
    this.steps = new Set(this.kept());
  }

  has = (n: number, step: string) => this.steps.has(`${n} ${step}`);

  add(n: number, step: string): void {
    this.steps.add(`${n} ${step}`);
    try {
      localStorage.setItem(this.name, JSON.stringify([...this.steps]));
    } catch {
      // for this page only
    }
  }

  forget(): void {
    try {
      localStorage.removeItem(this.name);
    } catch {
      // nothing was kept
    }
  }

  private kept(): string[] {
    try {
      return JSON.parse(localStorage.getItem(this.name) ?? '[]') as string[];
    } catch {
      return [];
    }
  }
}
