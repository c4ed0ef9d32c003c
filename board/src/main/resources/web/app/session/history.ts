/** A step that can be taken back. `back` answers whether it was; undefined or false means that it was refused. */
export interface Step { text: string; back: () => unknown }

const STEPS = 20;

/** The person's own last steps of this phase. */
export class History {
  private steps: Step[] = [];

  add(step: Step): void {
    this.steps = [...this.steps, step].slice(-STEPS);
  }

  get last(): Step | undefined {
    return this.steps.at(-1);
  }

  /** Takes a step out of the list, the last one if none is named. */
  take(step = this.last): Step | undefined {
    this.steps = this.steps.filter((other) => other !== step);
    return step;
  }

  clear(): void {
    this.steps = [];
  }
}
