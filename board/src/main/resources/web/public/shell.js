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

/** What the shell has for a request; undefined as well if this device can keep nothing. */
async function kept(request) {
  try {
    return await (await caches.open(SHELL)).match(request);
  } catch {
    return undefined;
  }
}

/** Keeps an answer, if this device has room for it. */
async function keep(request, answer) {
  try {
    await (await caches.open(SHELL)).put(request, answer);
  } catch {
    // the page works, but not without a connection
  }
}

/** The document of the server, or the kept one while the server cannot be reached. */
async function page(request) {
  const before = await kept(DOCUMENT);
  let fresh;
  try {
    fresh = await fetch(request);
  } catch {
    return before ?? Response.error();
  }
  if (fresh.status >= 500 && before) return before;
  if (fresh.ok) await replace(before, fresh.clone());
  return fresh;
}

/** Keeps a document. If it is another one than before, the files of the earlier one go. */
async function replace(before, fresh) {
  const text = await fresh.clone().text();
  if (before && (await before.clone().text()) === text) return;
  await caches.delete(SHELL).catch(() => undefined);
  await keep(DOCUMENT, fresh);
}

/** A file whose name contains a hash of its content. */
async function unchanging(request) {
  const before = await kept(request);
  if (before) return before;
  const fresh = await fetch(request);
  if (fresh.ok) await keep(request, fresh.clone());
  return fresh;
}

/** A file whose content may change under its name. */
async function file(request) {
  let fresh;
  try {
    fresh = await fetch(request);
  } catch {
    return (await kept(request)) ?? Response.error();
  }
  if (fresh.ok) await keep(request, fresh.clone());
  return fresh;
}
