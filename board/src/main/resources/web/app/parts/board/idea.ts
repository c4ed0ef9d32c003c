import { TemplateResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { author, builtOn, isShown, rooms } from '../../session/select.js';
import { SessionStore } from '../../session/store.js';
import { Idea } from '../../session/state.js';
import { language, t } from '../../texts/index.js';
import { menu } from '../bar.js';
import { edit } from './edit.js';
import { showChoice } from './focus.js';
import { hideChoice } from './hidden.js';
import { moveTo } from './move.js';
import { orderChoices, placeOf, reorder, Way } from './reorder.js';
import { Selection } from './selection.js';
import { ideaWords } from './long-words.js';
import { unsentTo } from './waiting.js';
import { icon } from '../view.js';

/** With a finger one scrolls and does not drag. */
const pointer = matchMedia('(pointer: fine)');

/** The name beside an idea; none in an anonymous session. */
function by(store: SessionStore, idea: Idea) {
  if (idea.mine) return html`<span>${t('me')}</span>`;
  const person = author(store.board!, idea);
  return person ? html`<span><bdi>${person.name}</bdi></span>` : nothing;
}

/** The room of an idea, for those who see several rooms: who leads, and everybody after the merge. */
const marked = (store: SessionStore, idea: Idea) =>
  idea.room && (store.leads || !rooms(store.board!).length) ? html`<span class="tag">${t('room', { n: idea.room })}</span>` : nothing;

/** Links of an idea, as links; pictures and previews are never loaded. */
const links = (idea: Idea) => idea.links.map((link) => html`<a href=${link.url} target="_blank" rel="noopener noreferrer nofollow" dir="auto">${icon('link')}${link.title}</a>`);

function comparison(idea: Idea) {
  const { left, right, similarities, differences } = idea.comparison!;
  const half = (title: string, points: string[]) => html`<div><h3 dir="auto">${title}</h3><ul>${points.map((p) => html`<li dir="auto">${p}</li>`)}</ul></div>`;
  return html`<p class="small soft">${t('compared')}</p><div>${half(left, similarities)}${half(right, differences)}</div>`;
}

/**
 * A card of the board, with what builds on it and what one may do with it. It is drawn again only when something on it has changed: a
 * board may have a thousand cards.
 */
export function ideaCard(store: SessionStore, idea: Idea, build: (idea: Idea) => void, selection: Selection) {
  const board = store.board!;
  const children = builtOn(board, idea);
  const unsent = unsentTo(store, idea);
  const names = [idea, ...children].map((each) => author(board, each)?.name);
  const shown = [isShown(board, idea.id), selection.has(idea), store.watches, store.leads, rooms(board).length, language];
  return guard([...shown, ...names, idea, ...children, ...unsent], () => card(store, idea, children, unsent, build, selection));
}

function card(store: SessionStore, idea: Idea, children: Idea[], unsent: TemplateResult[], build: (idea: Idea) => void, selection: Selection) {
  const writes = !store.watches;
  return html`<li class=${`idea ${idea.kind === 'quote' ? 'quote' : idea.comparison ? 'cmp' : ''} ${isShown(store.board!, idea.id) ? 'focus' : ''} ${selection.has(idea) ? 'selected' : ''}`} data-id=${idea.id} draggable=${writes && pointer.matches ? 'true' : nothing}>
    ${idea.comparison ? comparison(idea) : ideaWords(idea.text)}
    <footer>${selection.has(idea) ? html`<span class="tag ok">${icon('check')}${t('selected')}</span>` : nothing}${by(store, idea)}${marked(store, idea)}${links(idea)}
      ${writes ? html`<span class="acts">${idea.groupId ? html`<button class="link" aria-label=${`${t('buildOn')}: ${idea.text}`} @click=${() => build(idea)}>${icon('build')}${t('buildOn')}</button>` : html`<button class="link" aria-label=${`${t('group')}: ${idea.text}`} @click=${() => moveTo(store, [idea])}>${icon('group')}${t('group')}</button>`}${more(store, idea, build, selection)}</span>` : nothing}</footer>
    ${children.length || unsent.length ? html`<ol class="built">${repeat(children, (c) => c.id, (c) => html`<li>${ideaWords(c.text)}<footer>${by(store, c)}${marked(store, c)}${writes && (c.mine || store.leads) ? html`<span class="acts">${more(store, c)}</span>` : nothing}</footer></li>`)}${unsent}</ol>` : nothing}</li>`;
}

function more(store: SessionStore, idea: Idea, build?: (idea: Idea) => void, selection?: Selection) {
  return menu(`m-${idea.id}`, `${t('ideaMore')}: ${idea.text}`, () => html`
    ${build ? html`<button @click=${() => build(idea)}>${t('buildOn')}</button><button @click=${() => moveTo(store, [idea])}>${t('moveTo')} …</button><button @click=${() => selection!.toggle(idea)}>${t(selection!.has(idea) ? 'deselect' : 'select')}</button>` : nothing}
    ${build && idea.groupId ? order(store, idea) : nothing}${showChoice(store, { kind: 'idea', id: idea.id })}${hideChoice(store, idea)}
    ${idea.mine && !idea.removal ? html`<button @click=${() => edit(store, idea)}>${t('edit')}</button><button @click=${() => withdraw(store, idea)}>${t('withdraw')}</button>` : nothing}`, 'link');
}

function order(store: SessionStore, idea: Idea) {
  const { at, ideas } = placeOf(store, idea);
  const focus = () => document.querySelector<HTMLElement>(`.idea[data-id="${idea.id}"]`)?.focus();
  const move = (way: Way) => reorder(store, idea, way).then(() => requestAnimationFrame(focus));
  return orderChoices(at, ideas.length, move);
}

export async function withdraw(store: SessionStore, idea: Idea): Promise<void> {
  if (await store.ask('DELETE', `ideas/${idea.id}`)) store.say(t('ideaWithdrawn'), () => store.ask('POST', `ideas/${idea.id}/restore`));
}
