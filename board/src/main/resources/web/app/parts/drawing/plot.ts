import { html, nothing, svg } from 'lit';
import { Ranked } from '../../session/select.js';
import { Criterion } from '../../session/state.js';
import { mean, t } from '../../texts/index.js';

const X = (value: number) => 44 + (value - 1) * 66;
const Y = (value: number) => 196 - (value - 1) * 44;
const STEPS = [1, 2, 3, 4, 5];
const meanOf = (r: Ranked, c: Criterion) => r.result.marks.find((m) => m.criterionId === c.id)?.mean;

/** The first two criteria as a scatter, with the same numbers as a table behind it. */
export function scatter(ranks: Ranked[], criteria: Criterion[]) {
  const [across, up] = criteria;
  const points = up ? ranks.filter((r) => meanOf(r, across) !== undefined && meanOf(r, up) !== undefined) : [];
  if (!points.length) return nothing;
  return html`<figure class="scatter"><figcaption><h2>${t('glance')}</h2><p class="small soft">${t('glanceHelp')}</p></figcaption>
    <svg viewBox="0 0 330 250" role="img" aria-label=${`${t('glance')}: ${across.text}, ${up.text}`}>
      <g class="grid">${STEPS.map((s) => svg`<path d="M${X(s)} 20V196"/><path d="M44 ${Y(s)}H308"/>`)}</g>
      <g class="lab">${STEPS.map((s) => svg`<text x=${X(s)} y="214">${s}</text><text x="30" y=${Y(s) + 4}>${s}</text>`)}<text x="176" y="240">${across.text}</text><text transform="translate(12 108) rotate(-90)">${up.text}</text></g>
      <g class="pts">${points.map((r) => svg`<g transform="translate(${X(meanOf(r, across)!)} ${Y(meanOf(r, up)!)})"><circle r="10"/><text>${r.label}</text></g>`)}</g></svg>
    <details><summary>${t('table')}</summary>${table(ranks, criteria)}</details></figure>`;
}

const table = (ranks: Ranked[], criteria: Criterion[]) => html`<table><thead><tr><th scope="col">${t('idea')}</th>${criteria.map((c) => html`<th scope="col">${c.text}</th>`)}<th scope="col">${t('marks')}</th><th scope="col">${t('byDots')}</th></tr></thead>
  <tbody class="num">${ranks.map((r) => html`<tr><th scope="row">${r.label}</th>${criteria.map((c) => html`<td>${meanOf(r, c) === undefined ? '–' : mean(meanOf(r, c)!)}</td>`)}<td>${r.result.marks.reduce((n, m) => n + m.count, 0)}</td><td>${r.result.dots}</td></tr>`)}</tbody></table>`;
