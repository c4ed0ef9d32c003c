import { html, nothing, svg } from 'lit';
import { Team, ask } from '../../client/teams.js';
import { View, define } from '../../parts/view.js';
import { Key, fullDay, number, t } from '../../texts/index.js';

type Figure = 'groupSize' | 'ideasPerPerson' | 'quietMinutes' | 'balance' | 'buildOns' | 'actionsDone' | 'standardsKept';
type Session = { sessionId: string; title?: string; heldOn: string; standardsKnown: number } & { [figure in Figure]?: number };

const FIGURES: [Figure, Key][] = [
  ['standardsKept', 'trendStandardsKept'], ['groupSize', 'trendGroupSize'], ['ideasPerPerson', 'trendIdeasPerPerson'], ['quietMinutes', 'trendQuietMinutes'],
  ['balance', 'trendBalance'], ['buildOns', 'trendBuildOns'], ['actionsDone', 'trendActionsDone'],
];
/** Few known standards say little, such as the one that a log shows. */
const MIN_KNOWN = 5;
const WIDTH = 240;
const HEIGHT = 72;
const EDGE = 6;

/** Figures of the team's sessions over time: a plot of each, and all numbers as a table. */
class Trends extends View {
  static properties = { team: { attribute: false }, sessions: { attribute: false } };
  declare team: Team;
  /** The list of the page: when it was read anew, so are the figures. */
  declare sessions?: unknown[];
  private items?: Session[];

  async updated(changed: Map<string, unknown>): Promise<void> {
    if (!changed.has('sessions') || !this.sessions) return;
    const read = await ask<{ items: Session[] }>(this.team, 'GET', '/api/trends').catch(() => undefined);
    this.items = read?.items.map((session) => (session.standardsKnown < MIN_KNOWN ? { ...session, standardsKept: undefined } : session));
    this.requestUpdate();
  }

  render() {
    if (!this.items) return nothing;
    return html`<section class="trends" aria-labelledby="tr"><header><h2 id="tr">${t('trends')}</h2></header>
      ${this.items.length < 2 ? html`<p class="soft">${t('trendsNone')}</p>` : html`<p class="small soft">${t('trendsHelp')}</p>
        <div class="figures">${FIGURES.map(([figure, name]) => this.plot(figure, t(name)))}</div>
        <details><summary>${t('table')}</summary><div class="scroll" tabindex="0" role="region" aria-label=${t('table')}>${this.table()}</div></details>`}</section>`;
  }

  private plot(figure: Figure, name: string) {
    const values = this.items!.map((session) => session[figure]);
    const known = values.filter((value): value is number => value !== undefined);
    if (!known.length) return html`<figure><figcaption>${name}</figcaption><p class="small soft">${t('scoreUnknown')}</p></figure>`;
    const max = Math.max(1, ...known);
    const x = (i: number) => EDGE + (i * (WIDTH - 2 * EDGE)) / (values.length - 1);
    const y = (value: number) => HEIGHT - EDGE - (value / max) * (HEIGHT - 2 * EDGE);
    const line = values.map((value, i) => (value === undefined ? '' : `${values[i - 1] === undefined ? 'M' : 'L'}${x(i)} ${y(value)}`)).join('');
    const said = t('trendLine', { name, from: number(known[0]), to: number(known[known.length - 1]), min: number(Math.min(...known)), max: number(Math.max(...known)) });
    return html`<figure><figcaption>${name} <b class="num">${number(known[known.length - 1])}</b></figcaption>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${said}><path class="base" d="M0 ${HEIGHT - 1}H${WIDTH}"/><path class="line" d=${line}/>${values.map((value, i) => (value === undefined ? nothing : svg`<circle cx=${x(i)} cy=${y(value)} r="3"/>`))}</svg></figure>`;
  }

  private table() {
    return html`<table><thead><tr><th scope="col">${t('session')}</th>${FIGURES.map(([, name]) => html`<th scope="col">${t(name)}</th>`)}</tr></thead>
      <tbody class="num">${this.items!.map((session) => html`<tr><th scope="row"><bdi>${session.title}</bdi><br><span class="soft">${fullDay(session.heldOn)}</span></th>${FIGURES.map(([figure]) => html`<td>${session[figure] === undefined ? '–' : number(session[figure])}</td>`)}</tr>`)}</tbody></table>`;
  }
}
define('ms-trends', Trends);
