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
