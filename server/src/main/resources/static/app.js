"use strict";
/* Everything works without this file; with it, a menu left open closes by itself, and keys spare the way. */
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.me[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const open of document.querySelectorAll("details.me[open]")) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});

/* The keys of the sheet: "/" to search, "?" for the sheet, arrows from row to row. */
(() => {
  const OFF = "letters-off"; // kept for whoever speaks to the machine, or hits keys by accident
  const sheet = document.querySelector("dialog.sheet");
  const letters = sheet.querySelector(".letters");
  letters.checked = localStorage.getItem(OFF) === null;
  letters.addEventListener("change", () => {
    if (letters.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  });

  const show = () => {
    for (const key of sheet.querySelectorAll("[data-where]")) key.hidden = !document.querySelector(key.dataset.where);
    sheet.showModal();
  };
  document.querySelector(".foot a[href='/keys']").addEventListener("click", (event) => {
    event.preventDefault();
    show();
  });
  sheet.addEventListener("click", (event) => {
    if (event.target === sheet) sheet.close();
  });

  const search = () => {
    const place = [...document.querySelectorAll("#q, .find input")].find((input) => input.checkVisibility());
    if (place) place.select();
    else document.querySelector(".find-link")?.click();
  };
  const step = (from, by) => {
    const links = [...from.closest("table").querySelectorAll("tbody th a[href]")];
    const next = links[links.indexOf(from) + by];
    if (next) next.focus();
    return next;
  };
  document.addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || sheet.open) return;
    if (at.matches("main tbody th a[href]") && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      if (step(at, event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
      return;
    }
    const types = at.matches("textarea, select, input:not([type=checkbox], [type=radio])") || at.isContentEditable;
    if (types || !letters.checked || !["/", "?"].includes(event.key)) return;
    event.preventDefault();
    if (event.key === "?") show();
    else search();
  });
})();

/* A script that one part of the page needs is fetched when that part comes into sight. */
(() => {
  const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
    seen.unobserve(entry.target);
    if (document.querySelector(`script[src="${entry.target.dataset.script}"]`)) return;
    document.head.append(Object.assign(document.createElement("script"), { src: entry.target.dataset.script }));
  }));
  document.querySelectorAll("[data-script]").forEach((part) => seen.observe(part));
})();

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
