// The web app's service worker: without a signal the app itself still opens (its data is kept by src/platform/answer-cache.ts).
// `__FILES__` and `__VERSION__` are filled in by plugin.cjs. A new version waits until the old one's pages are closed, so that
// no page ever misses a file of its own version.
const CACHE = 'xiangyue-app-__VERSION__';
const FILES = __FILES__;
/** On a weak signal the app opens from the phone rather than keep the villager waiting. */
const PATIENCE_MS = 3000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener('activate', (event) => {
  const forget = (names) =>
    Promise.all(
      names.filter((name) => name.startsWith('xiangyue-app-') && name !== CACHE).map((name) => caches.delete(name)),
    );
  event.waitUntil(caches.keys().then(forget));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && pathname === '/') event.respondWith(newestPage(request));
  else if (FILES.includes(pathname)) event.respondWith(kept(pathname).then((file) => file || fetch(request)));
});

function kept(path) {
  return caches.open(CACHE).then((cache) => cache.match(path));
}

/** The page from the service; the kept one when there is no answer, a broken one, or none in time. */
function newestPage(request) {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const answer = fetch(request).then(
    (response) => (response.ok ? response : undefined),
    () => undefined,
  );
  return Promise.race([answer, late]).then((page) => page || kept('/').then((saved) => saved || answer));
}
