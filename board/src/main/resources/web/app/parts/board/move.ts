import { html, nothing, render } from 'lit';
import { SessionStore } from '../../session/store.js';
import { Group, Idea } from '../../session/state.js';
import { columns } from '../../session/select.js';
import { t } from '../../texts/index.js';
import { walk } from '../choices.js';
import { askText, dialog } from '../dialog.js';
import { uuid } from '../../client/random.js';

type Target = Group | 'new' | 'none';

/** Asks for a group: a field that filters, where Enter takes the first group that is left, the groups with their counts, "not grouped" and a new group. */
const askGroup = (store: SessionStore, title: string) =>
  dialog<Target>(title, (close) => {
    const groups = columns(store.board!).filter((column) => column.group);
    const list = document.createElement('div');
    list.className = 'options';
    const found = (filter: string) => groups.filter((c) => c.group!.name.toLowerCase().includes(filter.toLowerCase()));
    const draw = (filter: string) => render(html`${found(filter).map((c) => html`<button type="button" @click=${() => close(c.group)}><span dir="auto">${c.group!.name}</span><span class="soft num">${c.ideas.length}</span></button>`)}
      <button type="button" @click=${() => close('none')}>${t('notGrouped')}</button><button type="button" @click=${() => close('new')}>${t('newGroup')}</button>`, list);
    draw('');
    const first = (event: KeyboardEvent) => event.key === 'Enter' && close(found((event.target as HTMLInputElement).value)[0]?.group);
    return html`<div @keydown=${walk}>${groups.length > 6 ? html`<div class="field"><label for="filter">${t('filter')}</label><input class="input" id="filter" autocomplete="off" @keydown=${first} @input=${(e: Event) => draw((e.target as HTMLInputElement).value)}></div>` : nothing}${list}</div>`;
  });

/** Moves ideas to a group that the person chooses. Answers whether they were moved. */
export async function moveTo(store: SessionStore, ideas: Idea[]): Promise<boolean> {
  const target = await askGroup(store, t(ideas.length > 1 ? 'moveAllTo' : 'moveToGroup'));
  return target !== undefined && move(store, ideas, target);
}

/** Moves ideas; the step can be taken back. Answers whether they were moved. */
export async function move(store: SessionStore, ideas: Idea[], target: Target): Promise<boolean> {
  const before = new Map(store.board!.groups.map((group) => [group.id, group.ideaIds]));
  const ids = ideas.map((idea) => idea.id);
  const name = await put(store, ids, target);
  if (name === undefined) return false;
  const all = typeof target === 'object' && ids.length === 1 ? new Set([...(before.get(target.id) ?? []), ...ids]).size : 0;
  store.say(t(all ? 'movedAs' : 'moved', { group: name, n: all, all }), async () => {
    const there = typeof target === 'object' ? target.id : target === 'none' ? undefined : store.board!.groups.find((group) => group.name === name)?.id;
    if (store.board!.ideas.some((idea) => ids.includes(idea.id) && idea.groupId !== there)) return store.say(t('changedSince'));
    for (const [id, ideaIds] of before) {
      const now = store.board!.groups.find((group) => group.id === id);
      if (now && now.ideaIds.join() !== ideaIds.join()) await store.ask('PATCH', `groups/${id}`, { ideaIds });
    }
    return leave(store, ids.filter((id) => ![...before.values()].flat().includes(id)));
  });
  return true;
}

async function put(store: SessionStore, ids: string[], target: Target): Promise<string | undefined> {
  if (target === 'none') return (await leave(store, ids)) ? t('notGrouped') : undefined;
  if (target === 'new') {
    const name = await askText(t('newGroup'), t('groupName'), t('groupDefault', { n: store.board!.groups.length + 1 }));
    return name && (await store.ask('POST', 'groups', { id: uuid(), name, ideaIds: ids })) ? name : undefined;
  }
  const there = store.board!.groups.find((group) => group.id === target.id)?.ideaIds ?? [];
  const ideaIds = [...there.filter((id) => !ids.includes(id)), ...ids];
  return (await store.ask('PATCH', `groups/${target.id}`, { ideaIds })) ? target.name : undefined;
}

/** Takes ideas out of their groups. */
async function leave(store: SessionStore, ids: string[]): Promise<boolean> {
  for (const group of store.board!.groups.filter((each) => each.ideaIds.some((id) => ids.includes(id)))) {
    if (!(await store.ask('PATCH', `groups/${group.id}`, { ideaIds: group.ideaIds.filter((id) => !ids.includes(id)) }))) return false;
  }
  return true;
}
