import { html, nothing } from 'lit';
import { readerLink } from '../client/reader.js';
import { SeatClient, seatOf } from '../client/seats.js';
import { ask, teams } from '../client/teams.js';
import { ActingView } from './acting-view.js';
import { copyText } from './copy.js';
import { askSure } from './dialog.js';
import { alert, define, icon } from './view.js';
import { Key, t } from '../texts/index.js';

interface Access { observers: boolean; readerCode?: string }
type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>;

/** Who can read a report, for the people who may change that: facilitators, and the owners and members of the team. */
class ReportAccess extends ActingView {
  declare sessionId: string;
  private access?: Access;
  private call?: Call;
  private notice = '';

  async connectedCallback(): Promise<void> {
    super.connectedCallback();
    for (const call of await this.callers()) {
      this.access = await call<Access>('GET', this.path()).catch(() => undefined);
      this.call = call;
      if (this.access) return this.requestUpdate();
    }
  }

  /** The facilitator's seat of this browser, and its teams. */
  private async callers(): Promise<Call[]> {
    const seat = await seatOf(this.sessionId);
    const client = seat?.role === 'facilitator' ? new SeatClient(seat) : undefined;
    const own: Call[] = client ? [(method, path, body) => client.call(method, path, body)] : [];
    return [...own, ...(await teams()).map<Call>((team) => (method, path, body) => ask(team, method, path, body))];
  }

  private path = (more = '') => `/api/sessions/${this.sessionId}/report-access${more}`;

  render() {
    if (!this.access) return nothing;
    const { readerCode, observers } = this.access;
    return html`<details class="access card"><summary>${t('whoReads')}</summary><p class="soft">${t('whoReadsHelp')}</p>
      <p>${t(readerCode ? 'readerLinkOn' : 'readerLinkOff')}</p>
      <div class="row">${readerCode
        ? html`<button class="btn small" @click=${() => copyText(t('copyReaderLink'), readerLink(this.sessionId, readerCode), () => this.say('copied'))}>${icon('copy')}${t('copyReaderLink')}</button>
          <button class="btn small" @click=${this.renew}>${t('renewReaderLink')} …</button><button class="btn small" @click=${this.disable}>${t('disableReaderLink')} …</button>`
        : html`<button class="btn small" @click=${this.make}>${t('makeReaderLink')}</button>`}</div>
      <label class="check"><input type="checkbox" .checked=${observers} aria-describedby="oh" @change=${this.letObservers}>${t('observersRead')}</label><p class="help" id="oh">${t('observersReadHelp')}</p>
      ${alert(this.error)}<p class="small soft" role="status">${this.notice}</p></details>`;
  }

  private say(key: Key): void {
    this.notice = t(key);
    this.requestUpdate();
  }

  private async change(act: () => Promise<Access>, done: Key): Promise<void> {
    this.notice = '';
    await this.attempt(async () => {
      this.access = await act();
      this.say(done);
    });
  }

  private renewed = () => this.call!<Access>('POST', this.path('/reader-code'));
  private readonly make = () => this.change(this.renewed, 'readerLinkMade');

  private readonly renew = async () => {
    if (await askSure(t('renewReaderLinkSure'), t('renewReaderLink'))) await this.change(this.renewed, 'readerLinkRenewed');
  };

  private readonly disable = async () => {
    if (!(await askSure(t('disableReaderLinkSure'), t('disableReaderLink')))) return;
    await this.change(async () => {
      await this.call!('DELETE', this.path('/reader-code'));
      return { ...this.access!, readerCode: undefined };
    }, 'readerLinkDisabled');
  };

  /** A refused change leaves the box as it was. */
  private readonly letObservers = async (event: Event) => {
    const box = event.target as HTMLInputElement;
    const observers = box.checked;
    await this.change(() => this.call!<Access>('PATCH', this.path(), { observers }), observers ? 'observersMayRead' : 'observersMayNotRead');
    box.checked = this.access!.observers;
  };
}
define('ms-report-access', ReportAccess);
