import { Group, Idea } from '../../session/state.js';
import { SessionStore } from '../../session/store.js';
import { move } from './move.js';

/** Moves an idea with the mouse into another group. */
export class Drag {
  held?: Idea;
  /** The column under the mouse. */
  over?: string;

  constructor(private readonly store: SessionStore, private readonly drawn: () => void) {}

  readonly start = (event: DragEvent) => {
    const card = (event.target as Element).closest<HTMLElement>('.idea');
    this.held = this.store.board!.ideas.find((idea) => idea.id === card?.dataset.id);
    event.dataTransfer?.setData('text/plain', this.held?.text ?? '');
    setTimeout(this.drawn);
  };

  readonly end = () => {
    this.held = this.over = undefined;
    this.drawn();
  };

  enter(event: DragEvent, column: string): void {
    if (!this.held) return;
    event.preventDefault();
    if (this.over === column) return;
    this.over = column;
    this.drawn();
  }

  drop(event: DragEvent, group?: Group): void {
    event.preventDefault();
    const idea = this.held;
    this.end();
    if (idea && idea.groupId !== group?.id) void move(this.store, [idea], group ?? 'none');
  }
}
