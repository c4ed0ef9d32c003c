import { html, nothing } from 'lit';
import { menu } from '../../../parts/bar.js';
import { askSure } from '../../../parts/dialog.js';
import { icon } from '../../../parts/view.js';
import { Lead } from '../../../session/lead.js';
import { overDays, present, rooms } from '../../../session/select.js';
import { Person, Phase } from '../../../session/state.js';
import { SessionStore } from '../../../session/store.js';
import { t } from '../../../texts/index.js';

/** From this number of people on, a group can be split into two rooms. */
const LARGE = 3;
/** From this number of people on, their list can be searched. */
const MANY = 12;
const NAMED = 30;
const SPLIT_IN: Phase[] = ['planned', 'lobby', 'quiet', 'sharing'];

/** The people of a session and their rooms, for those who lead. */
export class People {
  private name = '';
  private only = '';

  constructor(private readonly store: SessionStore, private readonly lead: Lead, private readonly drawn: () => void) {}

  private get board() {
    return this.store.board!;
  }
  private get session() {
    return this.board.session;
  }

  list() {
    const here = present(this.board);
    const wanted = here.filter((p) => this.wanted(p));
    const group = this.lead.view?.group;
    const split = rooms(this.board);
    const waits = this.session.phase === 'quiet' || this.session.phase === 'converging';
    return html`<section class="card people" aria-labelledby="pp"><header><h2 id="pp">${t('peopleTitle')}</h2>${group && !group.advice ? html`<span class="tag ok">${icon('check')}${t('goodSize', { n: group.people })}</span>` : html`<span class="tag num">${t('people', { n: here.length })}</span>`}</header>
      ${here.length > MANY ? this.filter(waits) : nothing}
      <ul class="rows">${wanted.slice(0, NAMED).map((p) => html`<li><b><bdi>${p.name}</bdi></b>${this.state(p, waits)}${p.role === 'facilitator' ? html`<span class="tag">${t('leads')}</span>` : menu(`p-${p.participantId}`, `${p.name}: ${t('more')}`, () => html`${split.filter((each) => each.room !== p.room).map((each) => html`<button @click=${() => this.move(p, each.room)}>${t('moveToRoom', { n: each.room })}</button>`)}${p.role === 'participant' ? html`<button @click=${() => this.promote(p)}>${t('letLead')}</button>` : nothing}<button @click=${() => this.takeOut(p)}>${t('removePerson')}</button>`, 'link')}</li>`)}</ul>
      ${wanted.length > NAMED ? html`<p class="soft small">${t('andMore', { n: wanted.length - NAMED })}</p>` : nothing}
      ${group?.advice ? html`<p class="small soft">${t(group.people < group.min ? 'smallSize' : 'largeSize', { min: group.min, max: group.max })}</p>` : nothing}
      ${split.length ? html`<h3>${t('rooms')}</h3><ul class="rows">${split.map((each) => html`<li><b>${t('room', { n: each.room })}</b><span class="small soft"><bdi>${each.people.map((p) => p.name).join(', ')}</bdi></span>${this.session.phase === 'sharing' ? html`<span class="tag num">${t('ideaCount', { n: each.ideas })}</span>` : nothing}</li>`)}</ul>` : nothing}
      <div class="row">${split.length ? html`<button class="btn small" @click=${this.merge}>${icon('rooms')}${t('mergeRooms')} …</button>` : here.length >= LARGE && SPLIT_IN.includes(this.session.phase) ? html`<button class="btn small" @click=${() => this.rooms('POST', here.length)}>${icon('rooms')}${t('twoRooms')}</button>` : nothing}</div></section>`;
  }

  /** A long list of people shows those whose name contains some letters, who are not done, or who are not connected. */
  private filter(waits: boolean) {
    const look = (e: Event) => {
      const field = e.target as HTMLInputElement | HTMLSelectElement;
      if (field instanceof HTMLSelectElement) this.only = field.value;
      else this.name = field.value.trim().toLowerCase();
      this.drawn();
    };
    return html`<div class="find"><input class="input" type="search" aria-label=${t('findPerson')} placeholder=${t('findPerson')} @input=${look}>
      <select class="input" aria-label=${t('showSessions')} @change=${look}><option value="">${t('everybody')}</option>${waits && !this.session.anonymous ? html`<option value="writing">${t('notDoneYet')}</option>` : nothing}<option value="away">${t('notConnected')}</option></select></div>`;
  }

  private wanted(p: Person): boolean {
    const right = this.only === 'writing' ? p.role === 'participant' && !p.ready : this.only === 'away' ? !p.connected : true;
    return right && p.name.toLowerCase().includes(this.name);
  }

  private state(p: Person, waits: boolean) {
    const hidden = this.lead.view?.rehearsal || overDays(this.board) || (this.session.phase === 'planned' && this.session.collectEarly);
    if (!p.connected && !hidden) return html`<span class="tag heed">${icon('off')}${t('notConnected')}</span>`;
    const room = p.room ? html`<span class="tag">${t('room', { n: p.room })}</span>` : nothing;
    if (!waits || p.role !== 'participant' || this.session.anonymous) return room;
    return html`${room}${p.ready ? html`<span class="tag ok">${icon('check')}${t('done')}</span>` : this.session.phase === 'quiet' ? html`<span class="tag">${t('notDone')}</span>` : nothing}`;
  }

  private async promote(p: Person): Promise<void> {
    if ((await askSure(t('letLeadSure', { name: p.name }), t('letLead'))) && (await this.store.ask('POST', `/api/sessions/${this.store.id}/participants/${p.participantId}/lead`))) this.store.say(t('leadsNow', { name: p.name }));
  }

  private takeOut = (p: Person) => this.store.ask('DELETE', `/api/sessions/${this.store.id}/participants/${p.participantId}`);

  /** The merge shows every idea to everybody, so nothing takes it back. */
  private readonly merge = async () => {
    if (await askSure(t('mergeRoomsSure'), t('mergeRooms'))) await this.rooms('DELETE');
  };

  /** A group that is too small for rooms of the advised size gets two. */
  private async rooms(method: 'POST' | 'DELETE', people = 0): Promise<void> {
    const size = people > (this.lead.view?.group?.max ?? 0) ? {} : { size: Math.ceil(people / 2) };
    await this.store.ask(method, `/api/sessions/${this.store.id}/rooms`, method === 'POST' ? size : undefined);
    await this.lead.read();
  }

  private move = (p: Person, room: number) => this.store.ask('PUT', `/api/sessions/${this.store.id}/participants/${p.participantId}/room`, { room });
}
