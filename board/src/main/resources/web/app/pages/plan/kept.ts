import { FormDraft } from '../../session/form-draft.js';

const CRITERIA = 'criteria';

/** The form of a plan, kept as it is filled in until the plan is saved. */
export class KeptPlan {
  private readonly draft: FormDraft;

  constructor(team: string, sessionId = 'new') {
    this.draft = new FormDraft(`plan/${team}/${sessionId}`);
  }

  get exists(): boolean {
    return this.draft.filled;
  }

  get criteria(): string[] | undefined {
    const kept = this.draft.of(CRITERIA);
    return kept ? (JSON.parse(kept) as string[]) : undefined;
  }

  /** Until when people write in a session over days. */
  get until(): Date | undefined {
    const kept = new Date(this.draft.of('until'));
    return kept.getTime() > Date.now() ? kept : undefined;
  }

  days(otherwise: boolean): boolean {
    return this.draft.of('days', String(otherwise)) === String(true);
  }

  /** Keeps all fields as they are now. */
  keep(form: HTMLFormElement, criteria: string[]): void {
    const values = fields(form).map((field) => [nameOf(field), ticks(field) ? String(field.checked) : field.value]);
    this.draft.replace({ ...Object.fromEntries(values), [CRITERIA]: JSON.stringify(criteria) });
  }

  /** Puts what is kept into the fields; a time that has passed is not. */
  fill(form: HTMLFormElement): void {
    const over = Date.parse(`${this.draft.of('day')}T${this.draft.of('time', '23:59')}`) < Date.now();
    for (const field of fields(form)) {
      const kept = this.draft.of(nameOf(field));
      if (!kept || (over && ['day', 'time'].includes(field.id))) continue;
      if (ticks(field)) field.checked = kept === String(true) || (field.type === 'radio' && field.checked);
      else field.value = kept;
    }
  }

  forget(): void {
    this.draft.sent(this.draft.all);
  }
}

const nameOf = (field: HTMLInputElement) => (field.type === 'radio' ? `${field.name}=${field.value}` : field.id);
const ticks = (field: HTMLInputElement) => ['radio', 'checkbox'].includes(field.type);
const fields = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLInputElement>('input, textarea')].filter(nameOf);
