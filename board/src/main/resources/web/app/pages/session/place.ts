const TYPED_MS = 3000;

/** Where the person was on a page before it was drawn anew: the caret of who is typing, and what had the focus before a break. */
export class Place {
  private caret?: [number, number, HTMLTextAreaElement['selectionDirection']];
  private left?: HTMLElement;
  private scrolled = 0;

  constructor(private readonly page: HTMLElement) {}

  /** Call before each drawing, except in a break. */
  note(typedAt: number): void {
    const at = document.activeElement;
    this.left = at instanceof HTMLElement && this.page.contains(at) ? at : undefined;
    this.scrolled = scrollY;
    const box = at instanceof HTMLTextAreaElement && at.matches('[data-box]') && Date.now() - typedAt < TYPED_MS ? at : undefined;
    this.caret = box && [box.selectionStart, box.selectionEnd, box.selectionDirection];
  }

  /** A break takes the focus from what it hides. */
  leave(): void {
    this.left?.blur();
  }

  /** Returns whether the focus is where it was before the break. */
  comeBack(): boolean {
    if (!this.left?.isConnected) return false;
    this.left.focus({ preventScroll: true });
    scrollTo(0, this.scrolled);
    return document.activeElement === this.left;
  }

  /** Lets a person who is typing go on in the box of another page, if it has one. */
  typeOn(): boolean {
    const box = this.caret && this.page.querySelector<HTMLTextAreaElement>('[data-box]');
    if (!box) return false;
    box.focus({ preventScroll: true });
    box.setSelectionRange(...this.caret!);
    return true;
  }
}
