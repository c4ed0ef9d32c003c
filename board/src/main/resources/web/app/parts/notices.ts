import { html, nothing } from 'lit';
import { overDays } from '../session/select.js';
import { SessionStore } from '../session/store.js';
import { t } from '../texts/index.js';
import { secondsUntil } from './timer.js';
import { icon } from './view.js';
import { refused } from './write.js';

/** What everybody must know now: the line, and a step that is about to be taken. */
export function strips(store: SessionStore) {
  const { nextPhase, nextPhaseAt, reminderHours, quietOver } = store.board!.session;
  const soon = overDays(store.board!) && !quietOver && !store.me?.ready ? reminderHours : undefined;
  const n = nextPhaseAt ? secondsUntil(store, nextPhaseAt) : 0;
  const text = nextPhase === 'closing' || nextPhase === 'closed' ? t('closesIn', { n }) : nextPhase && t('announced', { phase: t(nextPhase), n });
  const stop = () => store.ask('DELETE', `/api/sessions/${store.id}/phase/announcement`);
  return html`${nextPhase ? html`<div class="strip">${icon('clock')}<p>${text}</p>${store.leads ? html`<button class="btn" @click=${stop}>${t('stop')}</button>` : nothing}</div>` : nothing}
    ${soon ? html`<div class="strip">${icon('clock')}<p>${t('reminder', { n: soon })}</p></div>` : nothing}
    ${store.line === 'down' && Date.now() - store.downSince > 2000 ? html`<div class="strip">${icon('off')}<p>${t('offline')}</p></div>` : nothing}
    ${store.endangered ? html`<div class="strip">${icon('heed')}<p>${t('keepsNothing')}</p></div>` : nothing}`;
}

/** The last step in words, with the way back. It stays while the pointer or the focus is on it. */
export function toasts(store: SessionStore) {
  const toast = store.toast;
  const stays = document.querySelector('.toast:hover, .toast:focus-within') !== null;
  if (!toast || (toast.until < Date.now() && !stays)) return nothing;
  return html`<section class="toasts" aria-label=${t('lastStep')}><p class="toast" @pointerleave=${() => store.changed()} @focusout=${() => setTimeout(() => store.changed())}><span>${toast.text}</span>${toast.step ? html`<button @click=${() => store.undo(toast.step)}>${t('undo')}</button>` : nothing}</p></section>`;
}

/** Words that the server did not get, as text to copy. */
export const unsent = (store: SessionStore) => toCopy(store.unsent);

export function toCopy(kept: string[]) {
  return kept.length ? html`<div class="field"><label for="unsent">${t('unsentWords')}</label><textarea class="input words" id="unsent" dir="auto" readonly .value=${kept.join('\n\n')}></textarea></div>` : nothing;
}

/** The same on a page without a box: one line, which opens. A refusal is said there, too. */
export const keptWords = (store: SessionStore) =>
  store.unsent.length ? html`<div class="unsent">${refused(store.refusedWords ?? store.outbox.refused[0]?.refusal)}<details><summary>${t('keptWords', { n: store.unsent.length })}</summary>${unsent(store)}</details></div>` : nothing;
