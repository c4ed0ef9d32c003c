import { html, nothing } from 'lit';
import { request } from '../client/api.js';
import { plainBar } from '../parts/bar.js';
import { View, alert, arrive, define, icon } from '../parts/view.js';
import { Key, clock, failureOf, language, t } from '../texts/index.js';
import { POINTS, Point, State } from './platform/points.js';

interface Report { environment: 'kubernetes' | 'compose' | 'local'; reportedAt: string; findings: { point: string; state: State; sentence: string }[] }

const LOOK_MS = 15_000;
const SIDES = ['compose', 'kubernetes'] as const;
const NAMES = { compose: 'Compose', kubernetes: 'Kubernetes' };
const STATES: Record<State, Key> = { yes: 'stateYes', can: 'stateCan', partly: 'statePartly', no: 'stateNo', unknown: 'stateUnknown' };
const ICONS: Record<State, string> = { yes: 'check', can: 'check', partly: 'half', no: 'minus', unknown: 'quest' };

/** Compose beside Kubernetes; this deployment reports its own column. */
class PlatformPage extends View {
  private report?: Report;
  private error = '';
  private timer?: ReturnType<typeof setInterval>;

  async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.timer = setInterval(this.look, LOOK_MS);
    await this.look();
    await this.updateComplete;
    arrive(t('platformTitle'), this);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  private readonly look = async () => {
    if (document.visibilityState !== 'visible' && this.report) return;
    try {
      this.report = await request<Report>('GET', '/api/platform');
      this.error = '';
    } catch (e) {
      this.error = failureOf(e);
    }
    this.requestUpdate();
  };

  render() {
    const here = this.report?.environment;
    const live = (side: string) => (side === here ? html` <span class="tag ok">${t('platformLive')}</span>` : nothing);
    return html`${plainBar()}<main class="platform"><h1>${t('platformTitle')}</h1>
      <p class="soft">${here ? t(here === 'local' ? 'platformLocal' : 'platformLead') : nothing}</p>
      ${alert(this.error)}
      <table><thead><tr><th scope="col">${t('platformPoint')}</th>${SIDES.map((side) => html`<th scope="col">${NAMES[side]}${live(side)}</th>`)}</tr></thead>
        <tbody>${POINTS[language].map((point) => html`<tr><th scope="row">${point.title}</th>${SIDES.map((side) => this.cell(point, side))}</tr>`)}</tbody></table>
      ${here === 'local' ? this.machine() : nothing}
      ${this.report ? html`<p class="small soft">${t('platformAt', { time: clock(this.report.reportedAt) })}</p>` : nothing}</main>`;
  }

  private cell(point: Point, side: (typeof SIDES)[number]) {
    const found = this.report?.environment === side ? this.report.findings.find((each) => each.point === point.point) : undefined;
    const [state, sentence] = found ? [found.state, found.sentence] : point[side];
    return html`<td><b class="side" aria-hidden="true">${NAMES[side]}</b>${this.state(state)}<p>${sentence}</p></td>`;
  }

  private state = (state: State) => html`<span class=${`tag state ${state}`}>${icon(ICONS[state])}${t(STATES[state])}</span>`;

  /** What a laptop does, without a verdict: it is not meant for these points. */
  private machine() {
    return html`<details><summary>${t('onThisMachine')}</summary><dl>${POINTS[language].map((point) => html`<div><dt>${point.title}</dt><dd class="soft">${this.report!.findings.find((each) => each.point === point.point)?.sentence}</dd></div>`)}</dl></details>`;
  }
}
define('ms-platform', PlatformPage);
