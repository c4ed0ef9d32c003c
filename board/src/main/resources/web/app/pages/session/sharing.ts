import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { menu } from '../../parts/bar.js';
import { Drag } from '../../parts/board/drag.js';
import { Follower } from '../../parts/board/focus.js';
import { Fold } from '../../parts/board/fold.js';
import { BoardKeys, contains } from '../../parts/board/board-keys.js';
import { buildOn } from '../../parts/board/edit.js';
import { groupChoices, rename } from '../../parts/board/groups.js';
import { ideaCard } from '../../parts/board/idea.js';
import { reorder, Way, wayOf } from '../../parts/board/reorder.js';
import { prefers } from '../../device/preferences.js';
import { Selection } from '../../parts/board/selection.js';
import { unsentTo } from '../../parts/board/waiting.js';
import { define, icon } from '../../parts/view.js';
import { Box, boxOf, refusal, submits } from '../../parts/write.js';
import { asRoomSees, Column, columns, isShown, rooms } from '../../session/select.js';
import { Idea } from '../../session/state.js';
import { t } from '../../texts/index.js';
import { SessionPart } from './part.js';

/** The number of ideas from which on a person may have to look for one. */
const FINDS = 6;
/** Whoever pauses for so long has typed what they look for. */
const TYPING_MS = 700;
const count = (all: Column[]) => all.reduce((sum, c) => sum + c.ideas.length, 0);

/** Sharing: the board as columns, the ungrouped last; everybody builds on and groups. */
class Sharing extends SessionPart {
  private drag?: Drag;
  private room?: number;
  private readonly follower = new Follower();
  private boardKeys?: BoardKeys;
  private selection?: Selection;
  private readonly fold = new Fold(() => this.requestUpdate());
  private query = '';
  private typing?: ReturnType<typeof setTimeout>;

  connectedCallback(): void {
    super.connectedCallback();
    this.selection ??= new Selection(this.store, () => this.requestUpdate());
    this.drag ??= new Drag(this.store, () => this.requestUpdate());
  }

  updated(): void {
    this.follower.follow(this.store, this);
    this.boardKeys ??= new BoardKeys(this);
    this.boardKeys.arrange();
  }

  render() {
    const { problem, title, criteria } = this.session;
    const box: Box = { store: this.store, id: 'n', placeholder: t('anotherIdea') };
    const empty = this.board.ideas.length === 0 && !unsentTo(this.store).length;
    return html`${this.follower.strip(this.store, () => this.requestUpdate())}${this.selection!.strip()}
      <main class="board" id="board">
        <section class="head" aria-labelledby="p"><h1 id="p" class="words" dir="auto">${problem || title}</h1>${criteria.length ? html`<p class="small soft">${t('criteria')}: ${criteria.map((c) => c.text).join(' · ')}</p>` : nothing}</section>
        ${this.rooms()}
        ${empty ? html`<p class="soft">${t('noIdeas')} ${this.store.watches ? nothing : t('writeOne')}</p>` : nothing}
        ${this.board.ideas.length >= FINDS ? this.find() : nothing}
        <div class="cols" @dragstart=${this.drag!.start} @dragend=${this.drag!.end} @keydown=${this.keys}>${repeat(this.found(), (c) => c.group?.id ?? 'loose', (c) => this.column(c))}</div>
      </main>
      ${this.store.watches ? nothing : html`<form class="say" aria-label=${t('newIdea')} @submit=${submits(box)}><div>${boxOf(box, 1)}<button class="btn main">${t('addIdea')}</button></div>${refusal(this.store)}</form>`}`;
  }

  /** Who leads chooses a room; everybody else sees their own, and how many ideas the others have. */
  private rooms() {
    const all = rooms(this.board);
    if (!all.length) return nothing;
    const own = this.store.me?.room;
    const others = all.filter((each) => each.room !== own).map((each) => `${t('room', { n: each.room })}: ${t('ideaCount', { n: each.ideas })}`);
    if (!this.store.leads) return html`<p class="rooms small soft" role="note">${own ? html`<b>${t('yourRoom', { n: own })}</b> ` : nothing}${others.join(' · ')}</p>`;
    const choice = (label: string, room?: number) => html`<button class="btn small" aria-pressed=${this.room === room ? 'true' : 'false'} @click=${() => this.look(room)}>${label}</button>`;
    return html`<div class="rooms row" role="group" aria-label=${t('rooms')}>${choice(t('allRooms'))}${all.map((each) => choice(`${t('room', { n: each.room })} · ${each.ideas}`, each.room))}</div>`;
  }

  private look(room?: number): void {
    this.room = room;
    this.requestUpdate();
  }

  /** The last column disappears when everything is grouped, except while something is being moved. */
  private shown(): Column[] {
    const split = rooms(this.board).some((each) => each.room === this.room);
    return columns(asRoomSees(this.board, split ? this.room : undefined)).filter((c) => c.group || c.ideas.length || this.drag!.held || unsentTo(this.store).length);
  }

  /** The columns with only those ideas that contain the words of the field. */
  private found(): Column[] {
    if (!this.query) return this.shown();
    return this.shown().flatMap((c) => {
      const ideas = c.ideas.filter((idea) => contains(this.board, idea, this.query));
      return ideas.length ? [{ ...c, ideas }] : [];
    });
  }

  /** The field that leaves only the ideas with these words. */
  private find() {
    const all = count(this.shown());
    const n = count(this.found());
    const found = t(n ? 'foundCount' : 'noneFound', { n, all, what: this.query });
    const look = (query: string) => {
      this.query = query.trim();
      this.requestUpdate();
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.query && this.store.speak(t(count(this.found()) ? 'foundCount' : 'noneFound', { n: count(this.found()), all, what: this.query })), TYPING_MS);
    };
    return html`<form class="find" role="search" @submit=${(e: Event) => e.preventDefault()}>${icon('search')}<input class="input" type="search" aria-label=${t('findIdea')} placeholder=${t('findIdea')} .value=${this.query} @input=${(e: Event) => look((e.target as HTMLInputElement).value)}>
      <span class="small soft num">${this.query ? found : nothing}</span></form>`;
  }

  private column(column: Column) {
    const { group, ideas } = column;
    const folds = !this.query && this.fold.folds(this.board.ideas.length);
    const shown = folds ? this.fold.ideas(column) : ideas;
    const id = group?.id ?? 'loose';
    const name = group?.name ?? t('notGrouped');
    return html`<section class=${`group ${group ? '' : 'loose'} ${isShown(this.board, id) ? 'shown' : ''}`} data-id=${id} aria-labelledby=${`g-${id}`} @dragover=${(e: DragEvent) => this.drag!.enter(e, id)} @drop=${(e: DragEvent) => this.drag!.drop(e, group)}>
      <header><h2 id=${`g-${id}`} dir="auto">${folds ? html`<button class="link" aria-expanded=${this.fold.isOpen(column) ? 'true' : 'false'} @click=${() => this.fold.turn(column)}>${name}</button>` : name}</h2><span class="small soft num">${ideas.length}</span>${group && !this.store.watches ? menu(`gm-${id}`, t('groupMore', { group: name }), () => groupChoices(this.store, group, ideas)) : nothing}</header>
      <ol>${repeat(shown, (idea) => idea.id, (idea) => ideaCard(this.store, idea, this.build, this.selection!))}${group ? nothing : unsentTo(this.store)}
        ${this.drag!.held && this.drag!.over === id ? html`<li class="drop" aria-hidden="true">${t('dropHere', { group: name })}</li>` : nothing}</ol>${folds ? this.fold.rest(column) : nothing}</section>`;
  }

  private readonly build = (idea: Idea) => buildOn(this.store, idea);

  /** The idea keeps the focus. */
  private async reorder(idea: Idea, way: Way): Promise<void> {
    await reorder(this.store, idea, way);
    await this.updateComplete;
    this.querySelector<HTMLElement>(`.idea[data-id="${idea.id}"]`)?.focus();
  }

  /** Alt+Up and Alt+Down move the idea within its group. M moves the idea that has the focus, or all that are selected; B builds on it; Space selects it; F2 renames its group. */
  private readonly keys = (event: KeyboardEvent) => {
    if (this.boardKeys?.press(event)) return event.preventDefault();
    const card = (event.target as Element).closest<HTMLElement>('.idea');
    const idea = this.board.ideas.find((each) => each.id === card?.dataset.id);
    const group = this.board.groups.find((each) => each.id === idea?.groupId);
    if (!idea || (event.target as Element).closest('.menu') || this.store.watches) return;
    const way = wayOf(event);
    if (way) {
      event.preventDefault();
      return void this.reorder(idea, way);
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'escape' && this.selection!.ideas.length) this.selection!.clear();
    else if (key === 'm' && prefers('letterKeys')) void this.selection!.move(idea);
    else if (key === 'b' && prefers('letterKeys')) void this.build(idea);
    else if (key === ' ' && event.target === card) this.selection!.toggle(idea);
    else if (event.key === 'F2' && group) void rename(this.store, group);
    else return;
    event.preventDefault();
  };
}
define('ms-sharing', Sharing);
