import { html, nothing } from 'lit';
import { Group, Idea } from '../../session/state.js';
import { SessionStore } from '../../session/store.js';
import { t } from '../../texts/index.js';
import { askText } from '../dialog.js';
import { icon } from '../view.js';
import { showChoice } from './focus.js';
import { moveTo } from './move.js';

/** What everybody who takes part can do with a group. */
export const groupChoices = (store: SessionStore, group: Group, ideas: Idea[]) => html`${showChoice(store, { kind: 'group', id: group.id })}<button @click=${() => rename(store, group)}>${icon('pen')}${t('rename')}</button>
  ${ideas.length ? html`<button @click=${() => moveTo(store, ideas)}>${icon('group')}${t('moveAllTo')} …</button>` : nothing}
  <button @click=${() => removeGroup(store, group)}>${icon('cross')}${t('removeGroup')}</button>`;

export async function rename(store: SessionStore, group: Group): Promise<void> {
  const name = await askText(t('rename'), t('groupName'), group.name);
  if (name && name !== group.name && (await store.ask('PATCH', `groups/${group.id}`, { name }))) {
    store.say(t('ideaChanged'), () => {
      const now = store.board!.groups.find((each) => each.id === group.id)?.name;
      return now === name ? store.ask('PATCH', `groups/${group.id}`, { name: group.name }) : store.say(t('changedSince'));
    });
  }
}

async function removeGroup(store: SessionStore, group: Group): Promise<void> {
  if (await store.ask('DELETE', `groups/${group.id}`)) store.say(t('moved', { group: t('notGrouped') }), () => store.ask('POST', `groups/${group.id}/restore`));
}
