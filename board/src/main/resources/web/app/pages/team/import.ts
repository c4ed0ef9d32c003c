import { html, nothing } from 'lit';
import { ApiError, request } from '../../client/api.js';
import { sleep } from '../../client/random.js';
import { Team, ask, tokenOf } from '../../client/teams.js';
import { askSure } from '../../parts/dialog.js';
import { View, define, icon } from '../../parts/view.js';
import { Key, fullDay, t } from '../../texts/index.js';

interface Warning { line: number; code: string; message: string }
interface Found {
  sessionId: string; line: number; kind: 'added' | 'changed' | 'matched' | 'unchanged' | 'held'; number?: number; title?: string; heldOn?: string;
  before?: { number?: number; title?: string; heldOn?: string }; reason?: string;
}
interface Counts { added: number; changed: number; unchanged: number; held: number }
interface Listed { repaired: boolean; sessions: Counts; found: Found[]; warnings: Warning[]; moreWarnings: number }
interface Check extends Listed { refusal?: { detail: string; line?: number } }
interface Status extends Listed {
  id: string; state: 'running' | 'complete' | 'failed'; message: string; undoableUntil?: string; sessions: Counts & { parsed: number; complete: number };
  failures: { sessionId: string; title?: string; reason: string }[];
}

const LOOK_MS = 700;
const LOOKS = 60;
const AGAIN_MS = [0, 500, 1500, 4000];
const KEPT = 20;

/** Checks a log book, brings it in, shows the lines that need a look, and undoes an import. */
class Import extends View {
  declare team: Team;
  private check?: Check;
  private status?: Status;
  private name = '';
  private text = '';
  private error = '';
  private notice = '';
  private over = false;

  /** The last imports of this device can be undone later, too. */
  async connectedCallback(): Promise<void> {
    super.connectedCallback();
    await this.showLast();
  }

  /** Shows the last import of this device that is still there. */
  private async showLast(): Promise<void> {
    for (const id of this.kept().reverse()) {
      try {
        const status = await ask<Status>(this.team, 'GET', `/api/logs/imports/${id}`);
        this.name = t('lastImport');
        this.text = '';
        await this.follow(async () => status);
        break;
      } catch (e) {
        if (!(e instanceof ApiError) || e.status !== 404) break;
        this.keep(this.kept().filter((one) => one !== id));
      }
    }
    this.error = '';
    this.requestUpdate();
  }

  /** The imports of this device, the last one at the end. An earlier version kept one id. */
  private kept(): string[] {
    const text = localStorage.getItem(`import/${this.team.slug}`);
    if (!text) return [];
    return text.startsWith('[') ? (JSON.parse(text) as string[]) : [text];
  }

  private keep(ids: string[]): void {
    localStorage.setItem(`import/${this.team.slug}`, JSON.stringify(ids.slice(-KEPT)));
  }

  render() {
    return html`<section class="bring" aria-labelledby="b" @dragover=${this.drag} @dragleave=${() => this.hover(false)} @drop=${this.drop}><h2 id="b">${t('bringIn')}</h2>
      <label class=${this.over ? 'drop-file over' : 'drop-file'}>${icon('file')}<span><b>${t('dropFile')}</b> ${t('orChoose')}</span><input class="vh" type="file" accept=".md,.markdown,.txt,text/markdown" @change=${this.choose}></label>
      ${this.error ? html`<p class="error" role="alert">${icon('heed')}<span>${this.error}</span></p>` : nothing}
      ${this.notice ? html`<p class="tag ok" role="status">${icon('check')}${this.notice}</p>` : nothing}
      ${this.check ? this.preview(this.check) : this.status ? this.review(this.status) : nothing}</section>`;
  }

  /** What an import would do. */
  private preview(check: Check) {
    return html`<div class="review card"><h3 dir="auto">${this.name}</h3>
      <p role="status">${t('notYetIn')} ${this.summary(check)}</p>
      ${this.sessions(check)}${this.lines(check)}
      <div class="row"><button class="btn main small" @click=${() => this.send(check.repaired)}>${t('bringItIn')}</button>
        ${this.mends(check) ? html`<button class="btn small" @click=${() => this.look(true)}>${t('repairFile')}</button>` : nothing}
        <button class="btn small" @click=${this.leave}>${t('cancel')}</button></div></div>`;
  }

  private review(status: Status) {
    const { parsed, complete, added } = status.sessions;
    const owner = this.team.role === 'owner';
    return html`<div class="review card"><h3 dir="auto">${this.name}</h3>
      <p role="status">${status.state === 'running' ? t('importRuns', { done: complete, n: parsed }) : status.state === 'failed' ? t('importFailed') : this.summary(status)}</p>
      ${status.failures.map((f) => html`<p class="error small">${icon('heed')}<span><b dir="auto">${f.title}</b>: ${f.reason}</span></p>`)}
      ${this.sessions(status)}${this.lines(status)}
      <div class="row">${status.state !== 'running' && this.text && this.mends(status) ? html`<button class="btn small" @click=${() => this.look(true)}>${t('repairFile')}</button>` : nothing}
        ${owner && status.undoableUntil ? html`<button class="btn small" @click=${this.undo}>${icon('undo')}${t('takeBack')}</button>` : nothing}
        ${owner && !status.undoableUntil && added ? html`<button class="btn small" @click=${this.removeImport}>${icon('cross')}${t('removeImport')}</button>` : nothing}</div>
      ${owner && status.undoableUntil ? html`<p class="small soft">${t('undoUntil', { day: fullDay(status.undoableUntil) })}</p>` : nothing}</div>`;
  }

  private summary(listed: Listed) {
    const { added, changed, unchanged } = listed.sessions;
    const sentences = [added && t('importNew', { n: added }), changed && t('importChanged', { n: changed }), unchanged && t('importUnchanged', { n: unchanged })].filter(Boolean);
    const warned = listed.warnings.length + listed.moreWarnings;
    return html`${added || changed ? sentences.join(' ') : t('importNothing')} ${warned ? html`<b>${t('lookAtLines', { n: warned })}</b>` : nothing}`;
  }

  private mends(listed: Listed): boolean {
    return !listed.repaired && listed.warnings.some((w) => w.code === 'mojibake');
  }

  /** The sessions of the file; those that were recognized in spite of a correction come first. */
  private sessions(listed: Listed) {
    const matched = listed.found.filter((f) => f.kind === 'matched');
    const others = listed.found.filter((f) => f.kind !== 'matched');
    return html`${matched.length ? html`<ul class="matched">${matched.map((f) => this.matched(f))}</ul>` : nothing}
      ${others.length ? html`<details><summary>${t('sessionsOfFile')}</summary><ul>${others.map((f) => html`<li><span class="tag">${t(KINDS[f.kind])}</span> <span dir="auto">${heading(f)}</span>${f.reason ? html` <span class="small soft">${f.reason}</span>` : nothing}</li>`)}</ul></details>` : nothing}`;
  }

  private matched(f: Found) {
    return html`<li><p><span class="tag">${t('foundMatched')}</span> <b dir="auto">${heading(f)}</b></p><p class="small soft"><span dir="auto">${t('wasBefore', { heading: heading(f.before!) })}</span> ${f.reason}</p>
      ${this.status?.undoableUntil && !this.check ? html`<button class="btn small" @click=${() => this.split(f)}>${t('splitMatch')}</button>` : nothing}</li>`;
  }

  private lines(listed: Listed) {
    return listed.warnings.length ? html`<ol>${listed.warnings.map((w) => this.warning(w))}</ol>${listed.moreWarnings ? html`<p class="small soft">${t('moreLines', { n: listed.moreWarnings })}</p>` : nothing}` : nothing;
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
    await this.look(false);
  }

  /** Checks the file without bringing it in. */
  private async look(repair: boolean): Promise<void> {
    this.error = this.notice = '';
    this.check = undefined;
    try {
      const check = await request<Check>('POST', `/api/logs/checks${repair ? '?repair=true' : ''}`, { token: await tokenOf(this.team), markdown: this.text });
      this.status = undefined;
      if (check.refusal) this.error = check.refusal.detail;
      else this.check = check;
    } catch (e) {
      this.error = (e as Error).message || t('offline');
    }
    this.requestUpdate();
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
    if (this.status.undoableUntil) this.keep([...this.kept(), this.status.id]);
    this.dispatchEvent(new Event('brought'));
  }

  /** Shows an import until it has ended. */
  private async follow(first: () => Promise<Status>): Promise<void> {
    this.error = this.notice = '';
    this.status = undefined;
    try {
      let status = await first();
      this.status = status;
      for (let i = 0; i < LOOKS && status.state === 'running' && this.isConnected; i++) {
        this.requestUpdate();
        await sleep(LOOK_MS * Math.min(1 + i / 4, 8));
        status = await ask<Status>(this.team, 'GET', `/api/logs/imports/${status.id}`);
        if (this.status?.id !== status.id) return;
        this.status = status;
      }
    } catch (e) {
      this.error = (e as Error).message || t('offline');
    }
    this.requestUpdate();
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
    try {
      const notice = await end(id);
      this.keep(this.kept().filter((one) => one !== id));
      this.status = undefined;
      await this.showLast();
      this.notice = notice;
      this.requestUpdate();
      await this.readAgain();
    } catch (e) {
      this.error = (e as Error).message || t('offline');
    }
    this.requestUpdate();
  }

  private async split(f: Found): Promise<void> {
    if (!(await askSure(t('splitSure'), t('splitMatch')))) return;
    const id = this.status!.id;
    try {
      await ask(this.team, 'POST', `/api/logs/imports/${id}/sessions/${f.sessionId}/split`);
      await this.follow(() => ask<Status>(this.team, 'GET', `/api/logs/imports/${id}`));
      await this.readAgain();
    } catch (e) {
      this.error = (e as Error).message || t('offline');
    }
    this.requestUpdate();
  }

  /** The list of sessions is another service's, which hears of the removal a moment later. */
  private async readAgain(): Promise<void> {
    for (const wait of AGAIN_MS) {
      await sleep(wait);
      this.dispatchEvent(new Event('brought'));
    }
  }
}

const KINDS: Record<Found['kind'], Key> = { added: 'foundNew', changed: 'foundChanged', matched: 'foundMatched', unchanged: 'foundSame', held: 'foundHeld' };

const heading = (f: { number?: number; title?: string; heldOn?: string }) =>
  [f.number === undefined ? '' : `#${f.number}`, f.title ?? '', f.heldOn ? fullDay(f.heldOn) : ''].filter(Boolean).join(' · ') || t('noTitle');

define('ms-import', Import);
