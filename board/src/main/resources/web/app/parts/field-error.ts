import { html, render } from 'lit';
import { ApiError } from '../client/api.js';
import { failureOf, fieldSentence } from '../texts/index.js';
import { icon } from './view.js';

const ID = 'refused-field';
let restore: (() => void) | undefined;

/** Removes the mark of the field that was refused last. */
export function clearRefusal(): void {
  restore?.();
  restore = undefined;
}

/**
 * Says what failed. If the page has the field that was refused, the sentence stands at that field, which is marked and gets the focus.
 *
 * @returns the sentence to show, or nothing if it stands at its field
 */
export function showFailure(page: ParentNode, error: unknown): string {
  clearRefusal();
  const refused = error instanceof ApiError ? error.errors[0] : undefined;
  const control = refused && controlOf(page, refused.field);
  if (!control) return failureOf(error);
  mark(control, fieldSentence(nameOf(control), refused.message));
  return '';
}

/** The control of a field of a request: it has the field's name, or names it in `data-field` where its own name is another. */
function controlOf(page: ParentNode, field: string): HTMLElement | undefined {
  const [, name, index] = /([^.[\]]+)(?:\[(\d+)])?$/.exec(field) ?? [];
  const found = name ? [...page.querySelectorAll<HTMLElement>(`[data-field~="${CSS.escape(name)}"], [name="${CSS.escape(name)}"]:not([data-field])`)] : [];
  return found[Number(index ?? 0)] ?? found[0];
}

const groupOf = (control: HTMLElement) => (control.matches('[type=checkbox], [type=radio]') ? control.closest('fieldset') : null);

function nameOf(control: HTMLElement): string {
  const label = groupOf(control)?.querySelector('legend') ?? (control as HTMLInputElement).labels?.[0];
  return (label?.textContent ?? control.getAttribute('aria-label') ?? '').trim();
}

function mark(control: HTMLElement, sentence: string): void {
  const note = document.createElement('div');
  note.id = ID;
  render(html`<p class="error small">${icon('heed')}<span>${sentence}</span></p>`, note);
  const group = groupOf(control);
  if (group) group.append(note);
  else (control.closest('label, [role=search]') ?? control).after(note);
  const described = control.getAttribute('aria-describedby');
  control.setAttribute('aria-describedby', described ? `${described} ${ID}` : ID);
  control.setAttribute('aria-invalid', 'true');
  restore = () => {
    note.remove();
    control.removeAttribute('aria-invalid');
    if (described) control.setAttribute('aria-describedby', described);
    else control.removeAttribute('aria-describedby');
  };
  (group ?? control).addEventListener('input', clearRefusal, { once: true });
  const details = control.closest('details');
  if (details) details.open = true;
  control.focus();
}
