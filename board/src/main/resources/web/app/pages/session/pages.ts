/** The chunk of each phase's page, loaded when the phase begins. */
const PAGES: Record<string, () => Promise<unknown>> = {
  lobby: () => import('./lobby.js'),
  quiet: () => import('./quiet.js'),
  sharing: () => import('./sharing.js'),
  choosing: () => import('./choosing.js'),
  agreeing: () => import('./agreeing.js'),
  break: () => import('./break.js'),
  closed: () => import('./closed.js'),
  panel: () => import('./panel.js'),
};

export const load = (page: string) => PAGES[page]();

const LATER_MS = 3000;
let later = false;

/** Loads the pages of all phases when the browser has nothing else to do. */
export function loadLater(leads: boolean): void {
  if (later) return;
  later = true;
  const rest = Object.keys(PAGES).filter((page) => leads || page !== 'panel');
  const loadRest = () => void Promise.all(rest.map(load)).catch(() => (later = false)); // a page that is needed is loaded again
  if ('requestIdleCallback' in window) requestIdleCallback(loadRest, { timeout: LATER_MS });
  else setTimeout(loadRest, LATER_MS);
}
