/** Keeps the screen of the device on while that is wanted, where the browser can. */
export class Awake {
  private lock?: WakeLockSentinel;
  private wanted = false;

  want(wanted: boolean): void {
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    if (wanted) {
      document.addEventListener('visibilitychange', this.take);
      void this.take();
    } else {
      document.removeEventListener('visibilitychange', this.take);
      void this.lock?.release();
      this.lock = undefined;
    }
  }

  /** The browser drops the lock when the page is hidden, so it is taken again. */
  private readonly take = async () => {
    if (document.visibilityState !== 'visible') return;
    const lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
    if (this.wanted) this.lock = lock;
    else void lock?.release();
  };
}
