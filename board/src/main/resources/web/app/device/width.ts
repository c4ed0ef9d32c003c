const SETTLED_MS = 300;

/** The width of the window in rem. Another width counts when it has lasted for a moment: a page that changes with it loses what is open. */
export class Width {
  rem = now();
  private settling?: ReturnType<typeof setTimeout>;

  constructor(private readonly changed: () => void) {
    addEventListener('resize', this.resized);
  }

  stop(): void {
    removeEventListener('resize', this.resized);
    clearTimeout(this.settling);
  }

  private readonly resized = () => {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.rem = now();
      this.changed();
    }, SETTLED_MS);
  };
}

const now = () => innerWidth / parseFloat(getComputedStyle(document.documentElement).fontSize);
