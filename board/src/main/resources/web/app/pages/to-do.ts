import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { TeamView } from '../parts/team-view.js';
import { define, icon, words } from '../parts/view.js';
import { Action } from '../session/state.js';
import { Key, fullDay, t } from '../texts/index.js';

interface Page { items: Action[]; next?: string }

const PAGE = 50;
const DAY_MS = 86_400_000;
const STATES: [Key, string][] = [['stateOpen', 'open'], ['stateFinished', 'done,dropped']];
const SAID: Record<Action['state'], Key> = { open: 'actionOpened', done: 'actionFinished', dropped: 'actionDropped' };

/** What the team has to do, late actions first. */
class ToDo extends TeamView {
  protected readonly heading = 'toDoList';
  private actions?: Action[];
  private next?: string;
  private states = 'open';
  private person = '';
  private people: string[] = [];
  private titles = new Map<string, string>();
  private edited?: string;
  private last?: Action;

  protected async load(): Promise<void> {
    await this.read();
    const sessions = await this.ask<{ items: { id: string; title?: string }[] }>('GET', '/api/sessions?limit=100');
    this.titles = new Map(sessions.items.map((s) => [s.id, s.title ?? '']));
  }

  private async read(cursor = ''): Promise<void> {
    const query = new URLSearchParams({ state: this.states, limit: String(PAGE), ...(this.person && { person: this.person }), ...(cursor && { cursor }) });
    const page = await this.ask<Page>('GET', `/api/actions?${query}`);
    this.actions = cursor ? [...this.actions!, ...page.items] : page.items;
    this.next = page.next;
    this.people = [...new Set([...this.people, ...page.items.flatMap((a) => a.owner ?? [])])].sort();
  }

  protected page() {
    const filtered = this.person || this.states !== 'open';
    return html`<header><h1>${t('toDoList')}</h1><div class="row">
        <label class="by"><span class="soft small">${t('person')}</span><select class="input" @change=${this.choose((value) => (this.person = value))}><option value="">${t('anybody')}</option>${this.people.map((name) => html`<option value=${name} ?selected=${name === this.person}>${name}</option>`)}</select></label>
        <label class="by"><span class="soft small">${t('stateField')}</span><select class="input" @change=${this.choose((value) => (this.states = value))}>${STATES.map(([key, states]) => html`<option value=${states} ?selected=${states === this.states}>${t(key)}</option>`)}</select></label></div></header>
      ${this.last ? html`<p class="notice" role="status">${icon('check')}<span>${t(SAID[this.last.state], { what: this.last.text })}</span><button class="btn small" @click=${this.undo}>${t('undo')}</button></p>` : nothing}
      ${this.actions?.length ? html`<ol class="todo">${repeat(this.actions, (a) => a.id, (a) => (this.edited === a.id ? this.form(a) : this.entry(a)))}</ol>` : this.actions ? html`<p class="soft">${t(filtered ? 'noneLikeThis' : 'nothingToDo')}</p>` : nothing}
      ${this.next ? html`<p><button class="btn" @click=${() => this.attempt(() => this.read(this.next))}>${t('moreActions')}</button></p>` : nothing}`;
  }

  private entry(action: Action) {
    const late = action.dueOn && action.state === 'open' ? Math.floor((Date.now() - new Date(`${action.dueOn}T00:00`).getTime()) / DAY_MS) : 0;
    const title = action.sessionId && (this.titles.get(action.sessionId) ?? t('aSession'));
    const named = html`<span class="vh"> ${action.text}</span>`;
    return html`<li>${words(action.text)}
      <p class="small soft">${action.owner ? html`<b><bdi>${action.owner}</bdi></b> · ` : nothing}${action.dueOn ? html`${t('untilDay', { day: fullDay(action.dueOn) })} · ` : nothing}${late > 0 ? html`<span class="tag heed">${icon('clock')}${t('late', { n: late })}</span> · ` : nothing}${action.state === 'open' ? nothing : html`${t(action.state === 'done' ? 'statesDone' : 'statesDropped')} · `}${title ? html`<a href=${`/s/${action.sessionId}/report`} dir="auto">${t('fromSession', { title })}</a>` : nothing}</p>
      <div class="row">${action.state === 'open' ? html`<button class="btn small" @click=${() => this.set(action, 'done')}>${icon('check')}${t('actionDone')}${named}</button>
        <button class="btn small" @click=${() => this.edit(action, late > 0 ? 'by' : 'what')}>${late > 0 ? t('carryOn') : html`${icon('pen')}${t('changeAction')}`}${named}</button>
        <button class="link" @click=${() => this.set(action, 'dropped')}>${t('letGo')}${named}</button>` : html`<button class="btn small" @click=${() => this.set(action, 'open')}>${t('reopen')}${named}</button>`}</div></li>`;
  }

  private form(action: Action) {
    return html`<li><form class="change card" @submit=${(e: SubmitEvent) => this.save(e, action)} @keydown=${(e: KeyboardEvent) => e.key === 'Escape' && this.leave(action)}>
      <div class="field"><label for="what">${t('what')}</label><textarea class="input words" id="what" name="what" data-field="text" rows="1" required .value=${action.text}></textarea></div>
      <div class="two"><div class="field"><label for="who">${t('who')}</label><input class="input" id="who" name="who" data-field="owner" list="people" autocomplete="off" .value=${action.owner ?? ''}><datalist id="people">${this.people.map((name) => html`<option value=${name}></option>`)}</datalist></div>
        <div class="field"><label for="by">${t('until')}</label><input class="input" id="by" name="by" data-field="dueOn" type="date" .value=${action.dueOn ?? ''}></div></div>
      <div class="row"><button class="btn main">${t('save')}</button><button type="button" class="btn" @click=${() => this.leave(action)}>${t('cancel')}</button></div></form></li>`;
  }

  private choose = (take: (value: string) => void) => (event: Event) => {
    take((event.target as HTMLSelectElement).value);
    this.last = undefined;
    void this.attempt(() => this.read());
  };

  private async edit(action: Action, field: string): Promise<void> {
    this.edited = action.id;
    this.requestUpdate();
    await this.updateComplete;
    this.field(field).focus();
  }

  /** Closes the form; the focus goes to the action again. */
  private async leave(action: Action): Promise<void> {
    const at = this.actions!.indexOf(action);
    this.edited = undefined;
    this.requestUpdate();
    await this.updateComplete;
    this.querySelectorAll<HTMLElement>('.todo > li')[at]?.querySelectorAll('button')[1]?.focus();
  }

  private async save(event: SubmitEvent, action: Action): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(data.get(name)).trim();
    const changed = { text: text('what'), owner: text('who') || null, dueOn: text('by') || null };
    let now = action;
    const done = await this.attempt(async () => {
      now = await this.ask<Action>('PATCH', `/api/actions/${action.id}`, changed);
    }, t('actionSaved'));
    if (!done) return;
    this.actions = this.actions!.map((other) => (other.id === now.id ? now : other));
    await this.leave(now);
  }

  private async set(action: Action, state: Action['state']): Promise<void> {
    let now = action;
    const done = await this.attempt(async () => {
      now = await this.ask<Action>('PATCH', `/api/actions/${action.id}`, { state });
      await this.read();
    });
    if (done) this.last = now;
    this.requestUpdate();
  }

  private readonly undo = async () => {
    const { id, state } = this.last!;
    this.last = undefined;
    await this.attempt(async () => {
      await this.ask('PATCH', `/api/actions/${id}`, { state: state === 'open' ? 'done' : 'open' });
      await this.read();
    });
  };
}
define('ms-to-do', ToDo);
