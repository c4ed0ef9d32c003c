import { html, nothing } from 'lit';
import { columns } from '../../session/select.js';
import { SessionStore } from '../../session/store.js';
import { Group, Idea, reduce } from '../../session/state.js';
import { t } from '../../texts/index.js';

export type Way = -1 | 1;

/** The direction of Alt+Up and Alt+Down; undefined for other keys. */
export const wayOf = (event: KeyboardEvent): Way | undefined =>
  event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as 'ArrowUp'] : undefined;

/** The choices in the menu of an idea that move it up or down, as far as there is a place. */
export function orderChoices(at: number, all: number, move: (way: Way) => unknown) {
  return html`${at > 0 ? html`<button @click=${() => move(-1)}>${t('moveUp')}</button>` : nothing}${at >= 0 && at < all - 1 ? html`<button @click=${() => move(1)}>${t('moveDown')}</button>` : nothing}`;
}

/** Where an idea stands in its group, as everybody sees it: -1 without a group. */
export function placeOf(store: SessionStore, idea: Idea): { at: number; ideas: Idea[]; group?: Group } {
  const column = columns(store.board!).find((each) => each.group && each.group.id === idea.groupId);
  const ideas = column?.ideas ?? [];
  return { at: ideas.findIndex((each) => each.id === idea.id), ideas, group: column?.group };
}

let last: Promise<unknown> = Promise.resolve();

/** Moves an idea up or down in its group, after the moves before; the step can be taken back. */
export const reorder = (store: SessionStore, idea: Idea, way: Way): Promise<unknown> => (last = last.then(() => swap(store, idea, way)));

async function swap(store: SessionStore, { id }: Idea, way: Way): Promise<void> {
  const idea = store.board!.ideas.find((each) => each.id === id);
  const { at, ideas, group } = idea ? placeOf(store, idea) : { at: -1, ideas: [], group: undefined };
  const other = at < 0 ? undefined : ideas[at + way];
  if (!group || !other) return;
  const ideaIds = group.ideaIds.map((each) => (each === id ? other.id : each === other.id ? id : each));
  if (!(await put(store, group, ideaIds))) return;
  store.say(t('reordered', { n: at + way + 1, all: ideas.length, group: group.name }), () => {
    const now = store.board!.groups.find((each) => each.id === group.id);
    return now?.ideaIds.join() === ideaIds.join() ? put(store, now, group.ideaIds) : store.say(t('changedSince'));
  });
}

/** Sends the order, and shows the answer at once. */
async function put(store: SessionStore, group: Group, ideaIds: string[]): Promise<boolean> {
  const answer = await store.ask<Group>('PATCH', `groups/${group.id}`, { ideaIds });
  if (!answer) return false;
  store.board = reduce(store.board, { event: 'group', data: answer });
  store.changed();
  return true;
}
