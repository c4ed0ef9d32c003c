import { html, nothing } from 'lit';
import { Column } from '../../session/select.js';
import { t } from '../../texts/index.js';

/** From this number of ideas on, a phone shows one group at a time. */
const MANY = 60;
const PHONE = '(max-width: 48rem)';
const PAGE = 30;

/** On a phone a large board is a list of groups: one is open at a time, and the ideas of none come by thirties. */
export class Fold {
  private open?: string;
  private limit = PAGE;

  constructor(private readonly draw: () => void) {}

  folds(ideas: number): boolean {
    return ideas > MANY && matchMedia(PHONE).matches;
  }

  isOpen = (column: Column) => this.open === (column.group?.id ?? 'loose');

  turn(column: Column): void {
    this.open = this.isOpen(column) ? undefined : (column.group?.id ?? 'loose');
    this.limit = PAGE;
    this.draw();
  }

  /** The ideas of a column that are shown. */
  ideas(column: Column) {
    return !this.isOpen(column) ? [] : column.group ? column.ideas : column.ideas.slice(0, this.limit);
  }

  rest(column: Column) {
    if (!this.isOpen(column) || column.group || column.ideas.length <= this.limit) return nothing;
    return html`<p class="row"><button class="btn small" @click=${() => this.more()}>${t('showMoreOf', { n: column.ideas.length - this.limit })}</button></p>`;
  }

  private more(): void {
    this.limit += PAGE;
    this.draw();
  }
}
