import { html, nothing } from 'lit';
import { SessionStore } from '../session/store.js';
import { overDays } from '../session/select.js';
import { shortMoment, t } from '../texts/index.js';
import { icon } from './view.js';

/** The seconds until a time of the server; 0 when it is over. */
export const secondsUntil = (store: SessionStore, at: string) => Math.max(0, Math.round((Date.parse(at) - store.now()) / 1000));

/** What is left, coarse: minutes, and seconds only in the last one. */
export function left(store: SessionStore, at: string): string {
  const seconds = secondsUntil(store, at);
  if (seconds === 0) return t('timeOver');
  return seconds < 60 ? t('secondsLeft', { n: seconds }) : t('timeLeft', { n: Math.ceil(seconds / 60) });
}

export function timer(store: SessionStore) {
  const session = store.board!.session;
  if (!session.endsAt || session.breakId) return nothing;
  if (overDays(store.board!) && !session.quietOver) return html`<span class="time">${icon('clock')}${t('until')} ${shortMoment(session.endsAt)}</span>`;
  return html`<span class="time num">${icon('clock')}${session.phase === 'quiet' && session.quietOver ? t('timeOver') : left(store, session.endsAt)}</span>`;
}
