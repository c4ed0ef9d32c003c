import { html, nothing, svg } from 'lit';
import { Key, clock, number, t } from '../../texts/index.js';

interface Span { kind: Key; from: string; to: string }
export interface Pace { from: string; to: string; stepSeconds: number; ideas?: number[]; spans: Span[] }

const WIDTH = 640;
const BARS = 96;
const BAND = 14;
const GAP = 6;

/** When ideas were written, over the phases and breaks of the session, with the same numbers as a table. */
export function pacePlot(pace: Pace) {
  const begin = Date.parse(pace.from);
  const length = Math.max(1, Date.parse(pace.to) - begin);
  const x = (at: string) => ((Date.parse(at) - begin) / length) * WIDTH;
  const step = (pace.stepSeconds * 1000 * WIDTH) / length;
  const most = Math.max(1, ...(pace.ideas ?? []));
  const top = pace.ideas ? BARS + GAP : 0;
  return html`<section aria-labelledby="pc"><h2 id="pc">${t('pace')}</h2><figure class="pace">
    <svg viewBox="0 0 ${WIDTH} ${top + BAND}" role="img" aria-label=${pace.ideas ? t('paceSaid', { n: most, minutes: number(pace.stepSeconds / 60) }) : t('paceCourse')}>
      ${(pace.ideas ?? []).map((n, i) => svg`<rect class="bar-of" x=${i * step + 0.5} y=${BARS - (n / most) * BARS} width=${Math.max(1, Math.min(step, WIDTH - i * step) - 1)} height=${(n / most) * BARS}/>`)}
      ${pace.spans.map((span) => svg`<rect class=${span.kind === 'break' ? 'band rest' : 'band'} x=${x(span.from)} y=${top} width=${Math.max(1, x(span.to) - x(span.from) - 1)} height=${BAND}/>`)}</svg>
    <figcaption class="small soft"><ol>${pace.spans.map((span) => html`<li>${t(span.kind)} <span class="num">${t('minutes', { n: number((Date.parse(span.to) - Date.parse(span.from)) / 60000) })}</span></li>`)}</ol></figcaption></figure>
    ${pace.ideas ? html`<details><summary>${t('table')}</summary><table><thead><tr><th scope="col">${t('paceFrom')}</th><th scope="col">${t('pacePhase')}</th><th scope="col">${t('paceIdeas')}</th></tr></thead><tbody class="num">${pace.ideas.map((n, i) => row(pace, begin + i * pace.stepSeconds * 1000, n))}</tbody></table></details>` : nothing}</section>`;
}

const row = (pace: Pace, at: number, n: number) => html`<tr><th scope="row">${clock(new Date(at))}</th><td>${t(pace.spans.find((span) => Date.parse(span.to) > at)?.kind ?? 'closed')}</td><td>${n}</td></tr>`;
