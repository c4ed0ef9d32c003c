import { html, nothing } from 'lit';
import { request } from '../../client/api.js';
import { sleep } from '../../client/random.js';
import { Team, ask, tokenOf } from '../../client/teams.js';
import { askSure } from '../../parts/dialog.js';
import { View, define, icon } from '../../parts/view.js';
import { t } from '../../texts/index.js';

interface Warning { line: number; code: string; message: string }
interface Status {
  id: string; state: 'running' | 'complete' | 'failed'; message: string; repaired: boolean;
  sessions: { parsed: number; complete: number; added: number; changed: number; unchanged: number };
  failures: { sessionId: string; title?: string; reason: string }[]; warnings: Warning[]; moreWarnings: number;
}

const LOOK_MS = 700;
const LOOKS = 60;
const AGAIN_MS = [0, 500, 1500, 4000];

/** Brings in a log book, shows the lines that need a look, and takes the import back. */
class Import extends View {
  declare team: Team;
  private status?: Status;
  private name = '';
  private text = '';
  private error = '';
  private notice = '';
  private over = false;

  /** The last import of this device can be taken back later, too. */
  async connectedCallback(): Promise<void> {
    super.connectedCallback();
    const last = localStorage.getItem(this.kept);
    if (!last) return;
    this.name = t('lastImport');
    await this.follow(() => ask<Status>(this.team, 'GET', `/api/logs/imports/${last}`));
    if (!this.status) localStorage.removeItem(this.kept);
    this.error = '';
    this.requestUpdate();
  }

  private get kept(): string {
    return `import/${this.team.slug}`;
  }

  render() {
    return html`<section class="bring" aria-labelledby="b" @dragover=${this.drag} @dragleave=${() => this.hover(false)} @drop=${this.drop}><h2 id="b">${t('bringIn')}</h2>
      <label class=${this.over ? 'drop-file over' : 'drop-file'}>${icon('file')}<span><b>${t('dropFile')}</b> ${t('orChoose')}</span><input class="vh" type="file" accept=".md,.markdown,.txt,text/markdown" @change=${this.choose}></label>
      ${this.error ? html`<p class="error" role="alert">${icon('heed')}<span>${this.error}</span></p>` : nothing}
      ${this.notice ? html`<p class="tag ok" role="status">${icon('check')}${this.notice}</p>` : nothing}
      ${this.status ? this.review(this.status) : nothing}</section>`;
  }

  private review(status: Status) {
    const { parsed, complete, added, changed, unchanged } = status.sessions;
    const sentences = [added && t('importNew', { n: added }), changed && t('importChanged', { n: changed }), unchanged && t('importUnchanged', { n: unchanged })].filter(Boolean);
    const warned = status.warnings.length + status.moreWarnings;
    const mends = status.state !== 'running' && !status.repaired && this.text && status.warnings.some((w) => w.code === 'mojibake');
    return html`<div class="review card"><h3 dir="auto">${this.name}</h3>
      <p role="status">${status.state === 'running' ? t('importRuns', { done: complete, n: parsed }) : status.state === 'failed' ? t('importFailed') : added || changed ? sentences.join(' ') : t('importNothing')} ${warned ? html`<b>${t('lookAtLines', { n: warned })}</b>` : nothing}</p>
      ${status.failures.map((f) => html`<p class="error small">${icon('heed')}<span><b dir="auto">${f.title}</b>: ${f.reason}</span></p>`)}
      ${warned ? html`<ol>${status.warnings.map((w) => this.warning(w))}</ol>${status.moreWarnings ? html`<p class="small soft">${t('moreLines', { n: status.moreWarnings })}</p>` : nothing}` : nothing}
      <div class="row">${mends ? html`<button class="btn small" @click=${() => this.send(true)}>${t('repairFile')}</button>` : nothing}
        ${this.team.role === 'owner' && added ? html`<button class="btn small" @click=${this.takeBack}>${icon('undo')}${t('takeBack')}</button>` : nothing}</div></div>`;
  }

  /** The line as it stands in the file, if this page has it, and what is odd about it. */
  private warning(w: Warning) {
    const line = this.text.split('\n')[w.line - 1];
    return html`<li>${line ? html`<code dir="auto"><span class="num" aria-label=${t('line', { n: w.line })}>${w.line}</span>${line.slice(0, 200)}</code>` : nothing}<p>${icon('heed')}<span>${line ? nothing : html`<b>${t('line', { n: w.line })}:</b> `}${w.message}</span></p></li>`;
  }

  private hover(over: boolean): void {
    this.over = over;
    this.requestUpdate();
  }

  private readonly drag = (event: DragEvent) => {
    event.preventDefault();
    this.hover(true);
  };

  private readonly drop = (event: DragEvent) => {
    event.preventDefault();
    this.over = false;
    void this.take(event.dataTransfer?.files[0]);
  };

  private readonly choose = (event: Event) => {
    const field = event.target as HTMLInputElement;
    void this.take(field.files?.[0]);
    field.value = '';
  };

  private async take(file?: File): Promise<void> {
    if (!file) return;
    this.name = file.name;
    this.text = await file.text();
    await this.send(false);
  }

  private async send(repair: boolean): Promise<void> {
    await this.follow(async () => request<Status>('POST', `/api/logs${repair ? '?repair=true' : ''}`, { token: await tokenOf(this.team), markdown: this.text }));
    if (!this.status) return;
    if (this.status.sessions.added) localStorage.setItem(this.kept, this.status.id);
    this.dispatchEvent(new Event('brought'));
  }

  /** Shows an import until it has ended. */
  private async follow(first: () => Promise<Status>): Promise<void> {
    this.error = this.notice = '';
    this.status = undefined;
    try {
      this.status = await first();
      for (let i = 0; i < LOOKS && this.status.state === 'running' && this.isConnected; i++) {
        this.requestUpdate();
        await sleep(LOOK_MS * Math.min(1 + i / 4, 8));
        this.status = await ask<Status>(this.team, 'GET', `/api/logs/imports/${this.status.id}`);
      }
    } catch (e) {
      this.error = (e as Error).message || t('offline');
    }
    this.requestUpdate();
  }

  private readonly takeBack = async () => {
    if (!(await askSure(t('takeBackSure'), t('takeBack')))) return;
    try {
      const { sessions } = await ask<{ sessions: number }>(this.team, 'DELETE', `/api/logs/imports/${this.status!.id}`);
      localStorage.removeItem(this.kept);
      this.status = undefined;
      this.notice = t('tookBack', { n: sessions });
      this.requestUpdate();
      await this.readAgain();
    } catch (e) {
      this.error = (e as Error).message || t('offline');
    }
    this.requestUpdate();
  };

  /** The list of sessions is another service's, which hears of the removal a moment later. */
  private async readAgain(): Promise<void> {
    for (const wait of AGAIN_MS) {
      await sleep(wait);
      this.dispatchEvent(new Event('brought'));
    }
  }
}
define('ms-import', Import);
