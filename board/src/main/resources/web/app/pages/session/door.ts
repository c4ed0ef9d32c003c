import { ApiError } from '../../client/api.js';
import { giveUp, join } from '../../client/seats.js';
import { teams, tokenOf } from '../../client/teams.js';
import { askSure, lostWords } from '../../parts/dialog.js';
import { go } from '../../parts/view.js';
import { forgetDrafts } from '../../session/draft.js';
import { SessionStore } from '../../session/store.js';
import { failureOf, t } from '../../texts/index.js';

/** The answers after which the seat is no longer there. */
const GONE = [401, 404, 410];

/** Leaves the session. The question names the words that go; without an answer of the server, this device keeps the seat and the words. */
export async function leave(store: SessionStore): Promise<void> {
  if (!(await askSure(t('leaveSure'), t('leave'), lostWords(store.unsaved)))) return;
  let gone = false;
  const left = await store.ask('DELETE', `/api/sessions/${store.id}/participants/${store.seat.participantId}`, undefined, (failure) => {
    gone = failure instanceof ApiError && GONE.includes(failure.status);
    return gone ? '' : failureOf(failure);
  });
  if (!left && !gone) return;
  await store.outbox.drop(...store.outbox.waiting, ...store.outbox.refused);
  forgetDrafts(store.id);
  await giveUp(store.id);
  go('/');
}

/** An owner or member without a seat on this device takes one. */
export async function comeAsOwner(sessionId: string): Promise<void> {
  for (const team of await teams()) {
    try {
      await join(sessionId, { token: await tokenOf(team), role: 'facilitator' });
      return location.reload();
    } catch {
      // another team's session
    }
  }
  go('/');
}
