// Keeps the shell: the document and the files that its pages have loaded. With it a reload without a connection shows the page and the
// words that are kept on the device. Nothing of the API is kept. A newer document replaces the older one and its files; a page that is open
// goes on with what it has loaded.
const SHELL = 'shell';
const DOCUMENT = '/';
const PAGES = /^\/($|[jst]\/|platform$)/;
const UNCHANGING = /^\/static\/bundle\//;
const FILES = /^\/(icons\.svg|mark\.svg|microstorm\.css)$/;

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(caches.open(SHELL).then((shell) => shell.add(DOCUMENT)));
});

addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (mode === 'navigate' && PAGES.test(pathname)) event.respondWith(page(event.request));
  else if (UNCHANGING.test(pathname)) event.respondWith(unchanging(event.request));
  else if (FILES.test(pathname)) event.respondWith(file(event.request));
});

/** The document of the server, or the kept one while the server cannot be reached. */
async function page(request) {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(DOCUMENT);
  try {
    const fresh = await fetch(request);
    if (fresh.status >= 500 && kept) return kept;
    if (fresh.ok) await replace(shell, kept, fresh.clone());
    return fresh;
  } catch {
    return kept ?? Response.error();
  }
}

/** Keeps a document. If it is another one than before, the files of the earlier one go. */
async function replace(shell, kept, fresh) {
  const text = await fresh.clone().text();
  if (kept && (await kept.clone().text()) === text) return;
  for (const request of await shell.keys()) await shell.delete(request);
  await shell.put(DOCUMENT, fresh);
}

/** A file whose name contains a hash of its content. */
async function unchanging(request) {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await shell.put(request, fresh.clone());
  return fresh;
}

/** A file whose content may change under its name. */
async function file(request) {
  const shell = await caches.open(SHELL);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await shell.put(request, fresh.clone());
    return fresh;
  } catch {
    return (await shell.match(request)) ?? Response.error();
  }
}
