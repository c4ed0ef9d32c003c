import { html, nothing } from 'lit';
import { ApiError, request } from '../../client/api.js';
import { Check, Found, Status } from '../../client/imports.js';
import { sleep } from '../../client/random.js';
import { Team, ask, tokenOf } from '../../client/teams.js';
import { ActingView } from '../../parts/acting-view.js';
import { askSure } from '../../parts/dialog.js';
import { alert, define, icon } from '../../parts/view.js';
import { fullDay, t } from '../../texts/index.js';
import { failureText, logRefusalText } from '../../texts/log.js';
import './import/file-field.js';
import { forgetImport, keepImport, keptImports } from './import/kept.js';
import { lines, mends, sessions, summary } from './import/listing.js';

const LOOK_MS = 700;
const LOOKS = 60;
const AGAIN_MS = [0, 500, 1500, 4000];

/** Checks a log book, brings it in, shows the lines that need a look, and undoes an import. */
class Import extends ActingView {
  declare team: Team;
  private check?: Check;
  private status?: Status;
  private name = '';
  private text = '';
  private notice = '';

  /** The last imports of this device can be undone later, too. */
  async connectedCallback(): Promise<void> {
    super.connectedCallback();
    await this.showLast();
  }

  /** Shows the last import of this device that is still there. */
  private async showLast(): Promise<void> {
    for (const id of keptImports(this.team.slug).reverse()) {
      try {
        const status = await ask<Status>(this.team, 'GET', `/api/logs/imports/${id}`);
        this.name = t('lastImport');
        this.text = '';
        await this.follow(async () => status);
        break;
      } catch (e) {
        if (!(e instanceof ApiError) || e.status !== 404) break;
        forgetImport(this.team.slug, id);
      }
    }
    this.error = '';
    this.requestUpdate();
  }

  render() {
    return html`<section class="bring" aria-labelledby="b"><h2 id="b">${t('bringIn')}</h2>
      <ms-file-field @file=${this.take}></ms-file-field>
      ${alert(this.error)}
      ${this.notice ? html`<p class="tag ok" role="status">${icon('check')}${this.notice}</p>` : nothing}
      ${this.check ? this.preview(this.check) : this.status ? this.review(this.status) : nothing}</section>`;
  }

  /** What an import would do. */
  private preview(check: Check) {
    return html`<div class="review card"><h3 dir="auto">${this.name}</h3>
      <p role="status">${t('notYetIn')} ${summary(check)}</p>
      ${sessions(check)}${lines(check, this.text)}
      <div class="row"><button class="btn main small" @click=${() => this.send(check.repaired)}>${t('bringItIn')}</button>
        ${mends(check) ? html`<button class="btn small" @click=${() => this.look(true)}>${t('repairFile')}</button>` : nothing}
        <button class="btn small" @click=${this.leave}>${t('cancel')}</button></div></div>`;
  }

  private review(status: Status) {
    const { parsed, complete, added } = status.sessions;
    const owner = this.team.role === 'owner';
    return html`<div class="review card"><h3 dir="auto">${this.name}</h3>
      <p role="status">${status.state === 'running' ? t('importRuns', { done: complete, n: parsed }) : status.state === 'failed' ? t('importFailed') : summary(status)}</p>
      ${status.failures.map((f) => html`<p class="error small">${icon('heed')}<span><b dir="auto">${f.title}</b>: ${failureText(f)}</span></p>`)}
      ${sessions(status, status.undoableUntil ? (f) => this.split(f) : undefined)}${lines(status, this.text)}
      <div class="row">${status.state !== 'running' && this.text && mends(status) ? html`<button class="btn small" @click=${() => this.look(true)}>${t('repairFile')}</button>` : nothing}
        ${owner && status.undoableUntil ? html`<button class="btn small" @click=${this.undo}>${icon('undo')}${t('takeBack')}</button>` : nothing}
        ${owner && !status.undoableUntil && added ? html`<button class="btn small" @click=${this.removeImport}>${icon('cross')}${t('removeImport')}</button>` : nothing}</div>
      ${owner && status.undoableUntil ? html`<p class="small soft">${t('undoUntil', { day: fullDay(status.undoableUntil) })}</p>` : nothing}</div>`;
  }

  private readonly take = async ({ detail: file }: CustomEvent<File>) => {
    this.name = file.name;
    this.text = await file.text();
    await this.look(false);
  };

  /** Checks the file without bringing it in. */
  private async look(repair: boolean): Promise<void> {
    this.notice = '';
    this.check = undefined;
    await this.attempt(async () => {
      const check = await request<Check>('POST', `/api/logs/checks${repair ? '?repair=true' : ''}`, { token: await tokenOf(this.team), markdown: this.text });
      this.status = undefined;
      if (check.refusal) this.error = logRefusalText(check.refusal);
      else this.check = check;
    });
  }

  private readonly leave = () => {
    this.check = undefined;
    this.requestUpdate();
    void this.showLast();
  };

  private async send(repair: boolean): Promise<void> {
    this.check = undefined;
    await this.follow(async () => request<Status>('POST', `/api/logs${repair ? '?repair=true' : ''}`, { token: await tokenOf(this.team), markdown: this.text }));
    if (!this.status) return;
    if (this.status.undoableUntil) keepImport(this.team.slug, this.status.id);
    this.dispatchEvent(new Event('brought'));
  }

  /** Shows an import until it has ended. */
  private async follow(first: () => Promise<Status>): Promise<void> {
    this.notice = '';
    this.status = undefined;
    await this.attempt(async () => {
      let status = await first();
      this.status = status;
      for (let i = 0; i < LOOKS && status.state === 'running' && this.isConnected; i++) {
        this.requestUpdate();
        await sleep(LOOK_MS * Math.min(1 + i / 4, 8));
        status = await ask<Status>(this.team, 'GET', `/api/logs/imports/${status.id}`);
        if (this.status?.id !== status.id) return;
        this.status = status;
      }
    });
  }

  private readonly undo = async () => {
    if (!(await askSure(t('takeBackSure'), t('takeBack')))) return;
    await this.gone(async (id) => {
      const { removed, restored } = await ask<{ removed: number; restored: number }>(this.team, 'POST', `/api/logs/imports/${id}/undo`);
      return [removed && t('tookBack', { n: removed }), restored && t('putBack', { n: restored })].filter(Boolean).join(' ') || t('importUndone');
    });
  };

  private readonly removeImport = async () => {
    if (!(await askSure(t('removeImportSure'), t('removeImport')))) return;
    await this.gone(async (id) => t('tookBack', { n: (await ask<{ sessions: number }>(this.team, 'DELETE', `/api/logs/imports/${id}`)).sessions }));
  };

  /** Ends an import, and shows the one before. */
  private async gone(end: (id: string) => Promise<string>): Promise<void> {
    const id = this.status!.id;
    await this.attempt(async () => {
      const notice = await end(id);
      forgetImport(this.team.slug, id);
      this.status = undefined;
      await this.showLast();
      this.notice = notice;
      this.requestUpdate();
      await this.readAgain();
    });
  }

  private async split(f: Found): Promise<void> {
    if (!(await askSure(t('splitSure'), t('splitMatch')))) return;
    const id = this.status!.id;
    await this.attempt(async () => {
      await ask(this.team, 'POST', `/api/logs/imports/${id}/sessions/${f.sessionId}/split`);
      await this.follow(() => ask<Status>(this.team, 'GET', `/api/logs/imports/${id}`));
      await this.readAgain();
    });
  }

  /** The list of sessions is another service's, which hears of the removal a moment later. */
  private async readAgain(): Promise<void> {
    for (const wait of AGAIN_MS) {
      await sleep(wait);
      this.dispatchEvent(new Event('brought'));
    }
  }
}

define('ms-import', Import);
