import { html } from 'lit';
import { View, define, icon } from '../../../parts/view.js';
import { t } from '../../../texts/index.js';

/** Takes a file that is chosen, or dropped on the part of the page around this. Tells with `file` which it is. */
class FileField extends View {
  private over = false;

  connectedCallback(): void {
    super.connectedCallback();
    this.parentElement!.addEventListener('dragover', this.drag);
    this.parentElement!.addEventListener('dragleave', () => this.hover(false));
    this.parentElement!.addEventListener('drop', this.drop);
  }

  render() {
    return html`<label class=${this.over ? 'drop-file over' : 'drop-file'}>${icon('file')}<span><b>${t('dropFile')}</b> ${t('orChoose')}</span><input class="vh" type="file" accept=".md,.markdown,.txt,text/markdown" @change=${this.choose}></label>`;
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
    this.hover(false);
    this.take(event.dataTransfer?.files[0]);
  };

  private readonly choose = (event: Event) => {
    const field = event.target as HTMLInputElement;
    this.take(field.files?.[0]);
    field.value = '';
  };

  private take(file?: File): void {
    if (file) this.dispatchEvent(new CustomEvent<File>('file', { detail: file }));
  }
}
define('ms-file-field', FileField);
