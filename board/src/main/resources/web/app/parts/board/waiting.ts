import { html, nothing } from 'lit';
import { Waiting } from '../../client/outbox.js';
import { SessionStore } from '../../session/store.js';
import { Idea } from '../../session/state.js';
import { t } from '../../texts/index.js';
import { icon, words } from '../view.js';
import { buildOn } from './edit.js';

const LATE_MS = 2000;

/** Words on their way, which say so when the server does not take them at once. */
export const onItsWay = (store: SessionStore, { text, since }: Waiting) =>
  html`<li class="idea waiting">${words(text)}${store.line === 'down' || Date.now() - since > LATE_MS ? html`<footer><span class="tag heed">${icon('off')}${t('waitingTag')}</span></footer>` : nothing}</li>`;

/** The person's words that the board does not have yet and that build on this idea; without one, those that build on none of the board. */
export function unsentTo(store: SessionStore, parent?: Idea) {
  const here = ({ body }: Waiting) => store.board!.ideas.find((idea) => idea.id === body.parentId) === parent;
  return [...store.outbox.refused.filter(here).map((entry) => refused(store, entry, parent)), ...store.outbox.waiting.filter(here).map((entry) => onItsWay(store, entry))];
}

/** Words that the server did not take, with its sentence; they can be changed and sent again. */
function refused(store: SessionStore, entry: Waiting, parent?: Idea) {
  const again = async () => {
    if (!parent) store.draft.bringBack(entry.text);
    else if (!(await buildOn(store, parent, entry))) return;
    await store.outbox.drop(entry);
  };
  return html`<li class="idea waiting">${words(entry.text)}<p class="error small">${icon('heed')}<span>${entry.refusal}</span></p>
    <footer><span class="acts"><button class="link" @click=${again}>${t('reword')}</button><button class="link" @click=${() => store.outbox.drop(entry)}>${t('discard')}</button></span></footer></li>`;
}
