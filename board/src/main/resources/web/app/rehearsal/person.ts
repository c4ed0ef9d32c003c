import { uuid } from '../client/random.js';
import { SeatClient } from '../client/seats.js';
import { columns } from '../session/select.js';
import { SessionStore } from '../session/store.js';
import { Board, Idea } from '../session/state.js';
import { language } from '../texts/index.js';
import { LINES } from './lines.js';
import { Progress } from './progress.js';

const THINKS_MS = [1_500, 4_500];
const LOWEST = 2;
const MARKS = 4;

/** A simulated person of a rehearsal: writes, builds on, groups and chooses a little, as fast as a person. */
export class SimulatedPerson {
  constructor(private readonly n: number, private readonly client: SeatClient, private readonly store: SessionStore, private readonly progress: Progress) {}

  /** The time until the next step, in milliseconds. */
  pause = () => THINKS_MS[0] + Math.random() * (THINKS_MS[1] - THINKS_MS[0]);

  /** Takes the next step of the present phase, if there is one. A step that is refused is not tried again. */
  async act(): Promise<void> {
    const board = this.store.board!;
    if (board.session.breakId || this.store.line !== 'up') return;
    if (board.session.phase === 'quiet') return this.write(board);
    if (board.session.phase === 'sharing') return this.share(board);
    if (board.session.phase === 'converging') return this.choose(board);
  }

  private get lines() {
    return LINES[language];
  }

  private async write(board: Board): Promise<void> {
    const idea = this.lines.ideas[this.n].find((_, i) => !this.progress.has(this.n, `idea ${i}`));
    if (idea) return this.once(`idea ${this.lines.ideas[this.n].indexOf(idea)}`, () => this.post({ text: idea }));
    return this.done(board);
  }

  /** The first one builds on an idea, the second one groups, the third one adds an idea. */
  private async share(board: Board): Promise<void> {
    const ideas = columns(board).flatMap((column) => column.ideas).filter((idea) => !idea.removal);
    const loose = ideas.filter((idea) => !idea.groupId);
    const builds = ideas.at(-1);
    if (this.n === 0 && builds) return this.once('build', () => this.post({ text: this.lines.built, parentId: builds.id }));
    if (this.n === 1 && loose.length > 1) return this.once('group', () => this.onBoard('groups', { id: uuid(), name: this.lines.group, ideaIds: loose.slice(0, 2).map((idea) => idea.id) }));
    if (this.n === 2) return this.once('late', () => this.post({ text: this.lines.late }));
  }

  /** Each person begins at another idea, so that the dots differ. */
  private async choose(board: Board): Promise<void> {
    const { votesPerPerson, criteria } = board.session;
    const ideas = board.ideas.filter((idea) => !idea.removal && !this.isOwn(idea));
    for (let i = 0; i < votesPerPerson && ideas.length; i++) {
      const ideaId = ideas[(this.n + i * i) % ideas.length].id;
      if (!this.progress.has(this.n, `dot ${i}`)) return this.once(`dot ${i}`, () => this.onBoard('votes', { ideaId }));
    }
    const marked = ideas[this.n % ideas.length];
    const open = criteria.find((criterion) => marked && !this.progress.has(this.n, `mark ${criterion.id}`));
    if (open) return this.once(`mark ${open.id}`, () => this.onBoard('marks', { ideaId: marked.id, criterionId: open.id, value: LOWEST + Math.floor(Math.random() * MARKS) }));
    return this.done(board);
  }

  private isOwn = (idea: Idea) => idea.authorId === this.client.seat.participantId || [this.lines.built, this.lines.late, ...this.lines.ideas[this.n]].includes(idea.text);

  private async done(board: Board): Promise<void> {
    const me = board.participants.find((person) => person.participantId === this.client.seat.participantId);
    if (me && !me.ready) await this.client.call('POST', `/api/sessions/${this.store.id}/ready`, { ready: true }, uuid());
  }

  private async once(step: string, act: () => Promise<unknown>): Promise<void> {
    if (this.progress.has(this.n, step)) return;
    this.progress.add(this.n, step);
    await act();
  }

  private post = (idea: { text: string; parentId?: string }) => this.onBoard('ideas', { id: uuid(), ...idea });

  private onBoard = (path: string, body: unknown) => this.client.call('POST', `/api/boards/${this.store.id}/${path}`, body, uuid());
}
