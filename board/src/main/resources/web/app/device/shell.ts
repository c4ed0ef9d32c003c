interface Policies { createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string } }

/** Keeps the pages for times without a connection, where the browser can. The first page is shown before. */
export function keepShell(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    const policies = (window as { trustedTypes?: Policies }).trustedTypes;
    const address = policies ? policies.createPolicy('shell', { createScriptURL: () => '/shell.js' }).createScriptURL('') : '/shell.js';
    navigator.serviceWorker.register(address).catch(() => undefined); // a browser that keeps nothing
  });
}
