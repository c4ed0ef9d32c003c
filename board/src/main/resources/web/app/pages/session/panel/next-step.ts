import { html, nothing } from 'lit';
import { icon } from '../../../parts/view.js';
import { Lead, Step } from '../../../session/lead.js';
import { overDays } from '../../../session/select.js';
import { Phase } from '../../../session/state.js';
import { SessionStore } from '../../../session/store.js';
import { Key, moment, refusalText, t } from '../../../texts/index.js';
import { saveSummary } from './summary.js';

const AHEAD_SECONDS = 5;
const BREAK_MINUTES = 5;
const MORE = [1, 5];
const MORE_HOURS = [1, 24];
const NAMES: Partial<Record<Phase, string>> = { lobby: 'Lobby', quiet: 'Quiet', sharing: 'Sharing', converging: 'Converging', agreeing: 'Agreeing', closing: 'Closing' };

/** The next step of a session, more time for the present phase, and breaks. */
export class NextStep {
  constructor(private readonly store: SessionStore, private readonly lead: Lead, private readonly beside: () => boolean) {}

  private get session() {
    return this.store.board!.session;
  }

  private heading = (text: string) => (this.beside() ? html`<h2 id="nx" class="big">${text}</h2>` : html`<h1 id="nx">${text}</h1>`);

  /** The button of the next step. If it is not possible yet, the reason stands beside it. */
  card() {
    const step = this.lead.next;
    const name = step && NAMES[step.to];
    if (!step || !name) return html`<section class="next card" aria-labelledby="nx"><p class="small soft">${t('next')}</p>${this.heading(t(this.session.phase))}</section>`;
    const { breakId, breakDue } = this.session;
    const days = overDays(this.store.board!);
    const act = step.to === 'quiet' ? this.beginQuiet() : t(`do${name}` as Key);
    return html`<section class="next card" aria-labelledby="nx"><p class="small soft">${t('next')}</p>${this.heading(t(`next${name}` as Key))}
      <p class="why" id="why">${icon(step.possible ? 'check' : 'clock')}<span>${step.possible ? html`${t(`say${name}` as Key)} ${step.reversible ? nothing : t('cannotUndo')}` : html`${t('notYet')} ${days && step.to === 'sharing' ? this.waitsFor() : this.whyNot(step)}`}</span></p>
      ${breakDue && !breakId ? html`<p class="notice">${icon('cup')}<span>${t('breakDue')}</span></p>` : nothing}
      <div class="row"><button class="btn main" aria-disabled=${step.possible ? nothing : 'true'} aria-describedby="why" @click=${() => step.possible && this.take(step)}>${act}</button>
        ${breakId || !this.session.endsAt ? nothing : days ? MORE_HOURS.map((n) => html`<button class="btn" @click=${() => this.longer(n * 60)}>${t('moreHours', { n })}</button>`) : MORE.map((n) => html`<button class="btn" @click=${() => this.longer(n)}>${t('moreTime', { n })}</button>`)}
        ${breakId ? html`<button class="btn" @click=${() => this.store.ask('DELETE', `/api/sessions/${this.store.id}/breaks/current`)}>${t('goOnNow')}</button>`
        : days || this.session.phase === 'lobby' || this.session.phase === 'planned' ? nothing : html`<button class="btn" @click=${() => this.store.ask('POST', `/api/sessions/${this.store.id}/breaks`, { minutes: BREAK_MINUTES })}>${icon('cup')}${t('takeBreak')}</button>`}</div></section>`;
  }

  private beginQuiet(): string {
    const { quietUntil } = this.session;
    return quietUntil ? t('doQuietUntil', { time: moment(quietUntil) }) : t('doQuiet', { n: this.lead.view?.settings?.quietMinutes ?? 0 });
  }

  /** Why a quiet time over days goes on, with its end in the reader's time zone. */
  private waitsFor(): string {
    const { awaited = 0, notReady = 0 } = this.lead.view?.readiness ?? {};
    return t('waitsUntil', { time: moment(this.session.endsAt!), n: notReady, all: awaited });
  }

  private whyNot({ refusal }: Step): string {
    const seconds = refusal?.type === 'quiet-time-not-over' && this.session.endsAt ? (Date.parse(this.session.endsAt) - this.store.now()) / 1000 : 0;
    return refusal ? refusalText({ ...refusal, retryAfter: Math.max(0, Math.ceil(seconds)) }) : '';
  }

  /** Some minutes more for this phase. */
  private longer(minutes: number): void {
    const end = Math.max(Date.parse(this.session.endsAt!), this.store.now());
    void this.store.ask('PUT', `/api/sessions/${this.store.id}/phase/timer`, { endsAt: new Date(end + minutes * 60_000).toISOString() });
  }

  /** Takes a step from the phase that offers it; the board may still show an earlier phase. */
  async take(step: Step): Promise<void> {
    if (step.to === 'closing' && !(await saveSummary(this.store, this.lead))) return;
    const announced = !step.back && !step.reversible;
    await this.store.ask('POST', `/api/sessions/${this.store.id}/phase`, { to: step.to, from: this.lead.view!.phase, delaySeconds: announced ? AHEAD_SECONDS : undefined });
    await this.lead.read();
  }
}
