"use strict";
/* Keeps the shell of the inspectors' application, and nothing of anybody: pages and data with somebody's name on them are never
   put here. What the shell shows is kept by inspection.js, per person, and goes once the server has it. */
const ASSETS = "{assets}";
const SHELL = "/inspect/app";
const KEPT = "inspect " + ASSETS;
const FILES = [
  "tokens.css", "dark.css", "app.css", "inspection.css", "inspection.js", "icons.svg", "brand.svg",
  "fonts/be-vietnam-pro-latin-400-normal.woff2", "fonts/be-vietnam-pro-vietnamese-400-normal.woff2", "fonts/be-vietnam-pro-latin-600-normal.woff2",
  "fonts/be-vietnam-pro-vietnamese-600-normal.woff2", "fonts/inter-digits-wght.woff2",
].map((name) => ASSETS + name);

self.addEventListener("install", (event) => event.waitUntil((async () => {
  await (await caches.open(KEPT)).addAll([SHELL, ...FILES]);
  await self.skipWaiting();
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener("fetch", (event) => {
  const path = new URL(event.request.url).pathname;
  if (event.request.method !== "GET" || (path !== SHELL && !path.startsWith(ASSETS))) return;
  event.respondWith((async () => {
    const kept = await (await caches.open(KEPT)).match(path, { ignoreVary: true });
    if (path !== SHELL) return kept ?? fetch(event.request);
    try { return await fetch(event.request); } catch { return kept ?? Response.error(); }
  })());
});
