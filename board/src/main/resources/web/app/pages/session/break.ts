import { html, nothing, svg } from 'lit';
import { define, icon } from '../../parts/view.js';
import { secondsUntil } from '../../parts/timer.js';
import { clock, t } from '../../texts/index.js';
import { SessionPart } from './part.js';

/** A break, for everybody at once. */
class Break extends SessionPart {
  protected readonly ticks = true;
  private longest = 0;

  render() {
    const { breakEndsAt, phase } = this.session;
    const seconds = breakEndsAt ? secondsUntil(this.store, breakEndsAt) : 0;
    this.longest = Math.max(this.longest, seconds);
    const gone = this.longest ? (100 * seconds) / this.longest : 0;
    return html`<main class="pause"><h1>${icon('cup')}${t('break')}</h1>
      ${breakEndsAt ? html`<p class="left num" role="timer" aria-label=${t('minutesLeft', { n: Math.ceil(seconds / 60) })}><svg viewBox="0 0 120 120" aria-hidden="true"><circle cx="60" cy="60" r="57"/>${svg`<circle class="gone" cx="60" cy="60" r="57" pathLength="100" stroke-dasharray="${gone} 100" transform="rotate(-90 60 60)"/>`}</svg><span>${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}</span></p>
        <p class="on">${t('goOnAt', { time: clock(breakEndsAt), phase: t(phase) })}</p>` : nothing}
      <p class="words soft">${t('breakTip')}</p>
      ${this.store.draft.text.trim() ? html`<div class="kept">${icon('pen')}<p><span class="soft small">${t('keptIdea')}</span><span class="words" dir="auto">${this.store.draft.text}</span></p></div>` : nothing}
      ${this.store.leads ? html`<button class="btn" @click=${() => this.store.ask('DELETE', `/api/sessions/${this.store.id}/breaks/current`)}>${t('goOnNow')}</button>` : nothing}</main>`;
  }
}
define('ms-break', Break);
