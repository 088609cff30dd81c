/* Answers on the search page when there is no network: with the page, its
   scripts and styles, and the titles and numbers of the newest documents. */
const store = "planpress-search";
const fixed = /\/search\/[0-9a-f]{12}\/|\/assets\//; // named by what is in them

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", e => e.waitUntil(self.clients.claim()));

self.addEventListener("message", e => {
  e.waitUntil(caches.open(store).then(async cache => {
    const wanted = e.data.map(url => new URL(url, self.registration.scope).href);
    for (const old of await cache.keys()) {
      if (!wanted.includes(old.url)) await cache.delete(old);
    }
    await Promise.all(wanted.map(async url => {
      if (!fixed.test(url) || !await cache.match(url)) await cache.add(url);
    }));
  }).catch(() => {})); // it is kept the next time
});

self.addEventListener("fetch", e => {
  if (e.request.method !== "GET") return;
  const page = e.request.mode === "navigate", url = e.request.url;
  const stored = () => caches.open(store).then(cache => cache.match(page ? self.registration.scope : url));
  if (fixed.test(url)) {
    e.respondWith(stored().then(found => found || fetch(e.request)));
    return;
  }
  e.respondWith(fetch(e.request).catch(error => stored().then(found => {
    if (found) return found;
    throw error;
  })));
});
