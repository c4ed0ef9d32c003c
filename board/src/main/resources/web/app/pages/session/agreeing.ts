import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { actions } from '../../parts/actions.js';
import { dots } from '../../parts/drawing/dots.js';
import { scatter } from '../../parts/drawing/plot.js';
import { keptWords } from '../../parts/notices.js';
import { define, icon } from '../../parts/view.js';
import { Ranked, ranked, unranked } from '../../session/select.js';
import { mean, t } from '../../texts/index.js';
import { SessionPart } from './part.js';

/** Agreeing: what the group chose, and who does what until when. */
class Agreeing extends SessionPart {
  private order = 'dots';

  render() {
    const { problem, title, criteria } = this.session;
    const ranks = ranked(this.board, this.order);
    const rest = unranked(this.board, this.order);
    return html`<main class="agree">
        <section class="result" aria-labelledby="r"><p class="words soft" dir="auto">${problem || title}</p>${keptWords(this.store)}
          <header><h1 id="r">${t('chosen')}</h1><a class="btn small jump" href="#act">${t('actionCount', { n: this.board.actions.length })}</a>
            <label class="by">${t('orderedBy')}<select class="input" @change=${(e: Event) => this.orderBy((e.target as HTMLSelectElement).value)}><option value="dots">${t('byDots')}</option>${criteria.map((c) => html`<option value=${c.id}>${c.text}</option>`)}</select></label></header>
          ${ranks.length ? html`<ol class="ranks">${repeat(ranks, (r) => r.idea.id, (r) => this.row(r))}</ol>` : html`<p class="soft">${t('noDots')}</p>`}
          ${rest.length ? html`<details ?open=${!ranks.length}><summary>${t('withoutDot', { n: rest.length })}</summary><ol class="ranks">${rest.map((idea) => html`<li><span></span><p class="words" dir="auto">${idea.text}</p><span></span></li>`)}</ol></details>` : nothing}
          ${scatter(ranks, criteria)}</section>
        ${actions(this.store, ranks, ranks.find((r) => r.idea.id === this.store.forms.of('action').of('from')), () => this.begin())}
      </main>`;
  }

  private row(r: Ranked) {
    const made = this.board.actions.filter((a) => a.ideaId === r.idea.id).length;
    const names = new Map(this.session.criteria.map((c) => [c.id, c.text]));
    const marks = r.result.marks.filter((m) => m.count > 0).map((m) => `${names.get(m.criterionId)} ${t('ofMarks', { mean: mean(m.mean), n: m.count })}`);
    return html`<li><b class="rank num">${r.label}${r.tied ? html` <span class="vh">${t('tie')}</span>` : nothing}</b>
      <div><p class="words" dir="auto">${r.idea.text}</p><p class="meta">${dots(r.result.dots)}<span class="small soft num">${[t('dotCount', { n: r.result.dots }), ...marks].join(' · ')}</span></p></div>
      ${made ? html`<span class="tag ok">${icon('check')}${t('actionCount', { n: made })}</span>` : this.store.watches ? html`<span></span>` : html`<button class="link" @click=${() => this.begin(r)}>${t('makeAction')}<span class="vh"> ${t('makeActionFrom', { label: r.label })}</span></button>`}</li>`;
  }

  private orderBy(order: string): void {
    this.order = order;
    this.requestUpdate();
  }

  /** An action from this idea, or from none. */
  private begin(from?: Ranked): void {
    this.store.forms.of('action').set('from', from?.idea.id ?? '');
    this.requestUpdate();
    if (from) this.querySelector<HTMLElement>('#what')?.focus();
  }
}
define('ms-agreeing', Agreeing);
