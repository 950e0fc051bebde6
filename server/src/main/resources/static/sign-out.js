"use strict";
/* What an inspector took along on this device goes when they sign out; what is not sent yet only after they were asked. */
(() => {
  const stored = async (unsent) => {
    if (!(await indexedDB.databases()).some((one) => one.name === "thangdiem-inspect")) return true;
    const db = await new Promise((done) => { const request = indexedDB.open("thangdiem-inspect"); request.onsuccess = () => done(request.result); request.onerror = () => done(null); });
    if (!db) return true;
    const names = [...db.objectStoreNames];
    const told = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); request.onerror = () => done(0); });
    const left = names.includes("queue") ? await told(db.transaction("queue").objectStore("queue").count()) : 0;
    if (left && !window.confirm(unsent)) return false;
    for (const name of names) await told(db.transaction(name, "readwrite").objectStore(name).clear());
    return true;
  };
  for (const form of document.querySelectorAll("form[action='/sign-out']")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (await stored(form.dataset.unsent).catch(() => true)) form.submit();
    });
  }
})();
