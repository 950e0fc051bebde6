"use strict";
/* The form saves as one types. What the server has not acknowledged is kept in this browser (IndexedDB), also through a closed
   tab, and is gone once it is acknowledged or its owner signs out. Points are the server's: after a save the parts of the page
   that show them are fetched and put in place. */
(() => {
  const sheet = document.getElementById("bang");
  if (!sheet || sheet.dataset.fills !== "true") return;
  document.documentElement.classList.add("scripted");
  const say = sheet.dataset;
  const pending = new Map();
  const forms = [...document.querySelectorAll("form.fact")];
  const form = (fact) => document.getElementById("f-" + fact);
  const token = () => document.querySelector("input[name=_csrf]").value;
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

  /* ── what stands in an entry ── */
  const value = (f) => f.querySelector("[name=value]").type === "radio" ? f.querySelector("[name=value]:checked")?.value ?? "" : f.elements.value.value.trim();
  const shown = (f) => { const v = value(f); return v === "yes" || v === "no" ? f.querySelector("[name=value]:checked + span").textContent : v; };
  const put = (f, text) => {
    const radios = f.querySelectorAll("input[type=radio]");
    if (!radios.length) { f.elements.value.value = text; return; }
    for (const radio of radios) radio.checked = radio.value === text || (text === "Có" && radio.value === "yes") || (text === "Không" && radio.value === "no");
  };
  const place = (f) => f.querySelector("input:checked:not([type=hidden]), input:not([type=hidden]), select");
  for (const f of forms) f.dataset.kept = value(f);

  /* ── state beside it ── */
  const element = (name, className, text) => { const e = document.createElement(name); e.className = className; e.textContent = text; return e; };
  const icon = (name) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "icon"); svg.setAttribute("aria-hidden", "true");
    svg.append(document.createElementNS("http://www.w3.org/2000/svg", "use"));
    svg.firstChild.setAttribute("href", say.icons + name);
    return svg;
  };
  const state = (f, colour, name, words, ...more) => {
    const span = element("span", "state st-" + colour, "");
    span.append(icon(name), element("span", "", words));
    f.querySelector(".fact-state").replaceChildren(span, ...more);
  };
  const note = (f, colour, words, ...buttons) => {
    const box = element("div", "fact-note st-" + colour + " ours", words);
    if (buttons.length) { const row = element("div", "row", ""); row.append(...buttons); box.append(row); }
    f.querySelectorAll(".ours").forEach((old) => old.remove());
    f.querySelector(".fact-notes").prepend(box);
  };
  const clear = (f) => { f.classList.remove("is-unsaved", "is-conflict", "is-asked"); f.querySelectorAll(".ours").forEach((old) => old.remove()); place(f)?.removeAttribute("aria-invalid"); };
  const button = (words, action) => { const b = element("button", "btn btn-small", words); b.type = "button"; b.addEventListener("click", action); return b; };
  const count = () => {
    const two = [...document.querySelectorAll(".fact.is-conflict")].map((f) => f.dataset.fact);
    summed("conflicts", say.conflict, two);
    summed("unsaved", say.unsaved, [...pending.keys()].filter((fact) => !two.includes(fact)));
  };
  const summed = (id, words, facts) => {
    const box = document.getElementById(id);
    if (!box) return;
    box.hidden = facts.length === 0;
    box.querySelector("a").textContent = words + ": " + facts.length;
    box.querySelector("a").href = "#f-" + (facts[0] ?? "");
  };

  /* ── kept in this browser until acknowledged ── */
  const open = new Promise((done) => {
    const request = indexedDB.open("thangdiem", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("typed");
    request.onsuccess = () => done(request.result);
    request.onerror = () => done(null);
  }).catch(() => null);
  const store = async (mode, work) => {
    const db = await open;
    if (!db) return undefined;
    return new Promise((done) => {
      const request = work(db.transaction("typed", mode).objectStore("typed"));
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(undefined);
    });
  };
  const key = (fact) => [say.account, say.path, fact].join(" ");
  const keep = (fact, entry) => store("readwrite", (typed) => typed.put(entry, key(fact)));
  const forget = (fact) => store("readwrite", (typed) => typed.delete(key(fact)));
  document.querySelector("form[action='/sign-out']")?.addEventListener("submit", () => store("readwrite", (typed) => typed.clear()));

  /* ── saving, one request at a time for each fact ── */
  const busy = new Set();
  const timers = new Map();
  const typedNow = (f) => {
    const fact = f.dataset.fact;
    if (value(f) === f.dataset.kept && !pending.has(fact)) return;
    const entry = { value: value(f), version: f.elements.version.value };
    pending.set(fact, entry); keep(fact, entry); f.classList.add("is-unsaved"); count();
    clearTimeout(timers.get(fact));
    timers.set(fact, setTimeout(() => save(f), f.querySelector("[type=radio], select") ? 0 : 900));
  };
  const save = async (f) => {
    const fact = f.dataset.fact;
    clearTimeout(timers.get(fact));
    const entry = pending.get(fact);
    if (!entry || busy.has(fact)) return;
    busy.add(fact);
    state(f, "answered", "loader-2", say.saving);
    let answer;
    try {
      answer = await fetch(f.action, { method: "POST", redirect: "manual", headers: { Accept: "application/json", "X-CSRF-TOKEN": token() }, body: new URLSearchParams(entry) });
    } catch { answer = null; }
    busy.delete(fact);
    await told(f, entry, answer);
    if (pending.has(fact) && pending.get(fact) !== entry) save(f);
  };
  const told = async (f, entry, answer) => {
    const fact = f.dataset.fact;
    const json = answer?.headers.get("content-type")?.startsWith("application/json") ? await answer.json().catch(() => null) : null;
    if (answer?.status === 200 && json) {
      f.elements.version.value = json.version;
      f.dataset.kept = same(f, entry) ? normal(f, json.shown) : f.dataset.kept;
      if (pending.get(fact) === entry) { pending.delete(fact); await forget(fact); clear(f); } else { pending.get(fact).version = json.version; keep(fact, pending.get(fact)); }
      const undo = element("button", "undo", say.undo);
      undo.type = "button";
      undo.addEventListener("click", () => { put(f, json.before); typedNow(f); save(f); place(f)?.focus(); });
      if (json.version) state(f, "equal", "check", say.saved + json.at, ...(json.before !== json.shown ? [undo] : [])); else state(f, "none", "circle-dashed", say.none, undo);
      refresh();
    } else if (answer?.status === 409 && json) {
      conflict(f, entry, json);
    } else if (answer?.status === 422 && json) {
      f.classList.add("is-asked"); place(f)?.setAttribute("aria-invalid", "true");
      state(f, "error", "alert-triangle", say.asked); note(f, "error", json.question);
    } else if (answer && (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403)) {
      state(f, "diff", "cloud-off", say.unsaved);
      const link = element("a", "btn btn-small", say.signInLink);
      link.href = "/sign-in?next=" + encodeURIComponent(location.pathname);
      note(f, "diff", say.signIn, link);
    } else if (answer?.status === 409 || answer?.status === 404) {
      state(f, "error", "alert-triangle", say.unsaved); note(f, "error", say.closed);
    } else {
      state(f, "diff", "cloud-off", say.unsaved); note(f, "diff", say.offline); again();
    }
    count();
  };
  const same = (f, entry) => value(f) === entry.value;
  /* As the server writes it, unless somebody is still typing there. */
  const normal = (f, text) => { if (!f.contains(document.activeElement)) put(f, text); return value(f); };
  const conflict = (f, entry, theirs) => {
    f.classList.add("is-conflict");
    state(f, "error", "git-merge", say.conflict);
    const values = { by: theirs.by, theirs: theirs.shown, at: theirs.at, mine: shown(f) };
    const choose = (text) => () => { f.elements.version.value = theirs.version; put(f, text); clear(f); pending.set(f.dataset.fact, { value: value(f), version: theirs.version }); save(f); };
    note(f, "error", (theirs.shown ? filled(say.theirs, values) : say.gone) + " " + filled(say.yours, values),
      button(filled(say.take, values), choose(theirs.shown)), button(filled(say.keep, values), choose(entry.value)));
  };

  /* ── when the network is back ── */
  let waiting;
  const again = () => { clearTimeout(waiting); waiting = setTimeout(sendAll, 5000); };
  const sendAll = () => { for (const fact of [...pending.keys()]) { const f = form(fact); if (f && !f.matches(".is-conflict,.is-asked")) save(f); } };
  window.addEventListener("online", sendAll);

  /* ── the points, as the server has them ── */
  let asking;
  const refresh = () => { clearTimeout(asking); asking = setTimeout(fetchPage, 120); };
  const fetchPage = async () => {
    const answer = await fetch(location.pathname, { redirect: "manual" }).catch(() => null);
    if (!answer?.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const unfolded = [...document.querySelectorAll(".crit[open]")].map((crit) => crit.id);
    for (const id of ["rail", "todo", "tieu-chi", "tally"]) {
      const [here, there] = [document.getElementById(id), fresh.getElementById(id)];
      if (here && there && !here.contains(document.activeElement)) here.replaceChildren(...there.childNodes);
    }
    for (const id of unfolded) { const crit = document.getElementById(id); if (crit) crit.open = true; }
    for (const f of forms) {
      const there = fresh.getElementById(f.id);
      if (!there || pending.has(f.dataset.fact)) continue;
      if (!f.contains(document.activeElement) && f.elements.version.value !== there.elements.version.value) {
        f.elements.version.value = there.elements.version.value;
        put(f, value(there)); f.dataset.kept = value(f);
        f.querySelector(".fact-state").replaceChildren(...there.querySelector(".fact-state").childNodes);
      }
      f.classList.toggle("is-warn", there.classList.contains("is-warn"));
      if (!f.querySelector(".ours")) f.querySelector(".fact-notes").replaceChildren(...there.querySelector(".fact-notes").childNodes);
    }
    fed(); count();
  };

  /* ── hands: a column like a spreadsheet's ── */
  const move = (f, by) => { const next = forms[forms.indexOf(f) + by]; if (next) { const e = place(next); e.focus(); e.select?.(); } };
  const fed = () => {
    const f = document.activeElement?.closest?.("form.fact");
    const codes = new Set(f ? [...f.querySelectorAll(".feeds a")].map((a) => a.textContent) : []);
    for (const crit of document.querySelectorAll(".crit")) crit.classList.toggle("is-fed", codes.has(crit.dataset.code));
  };
  for (const f of forms) {
    f.addEventListener("submit", (event) => { event.preventDefault(); typedNow(f); save(f); });
    f.addEventListener("input", () => { f.classList.remove("is-conflict", "is-asked"); typedNow(f); });
    f.addEventListener("focusin", fed);
    f.addEventListener("focusout", () => { fed(); if (pending.has(f.dataset.fact) && !f.matches(".is-conflict,.is-asked")) save(f); });
    f.addEventListener("keydown", (event) => {
      if (event.target.tagName === "BUTTON" || event.target.tagName === "A" || event.altKey || event.metaKey || event.ctrlKey) return;
      const radio = event.target.type === "radio";
      if (event.key === "Enter" || (event.key === "ArrowDown" && event.target.tagName !== "SELECT")) { event.preventDefault(); move(f, event.shiftKey ? -1 : 1); }
      else if (event.key === "ArrowUp" && event.target.tagName !== "SELECT") { event.preventDefault(); move(f, -1); }
      else if (radio && (event.key === "Delete" || event.key === "Backspace")) { event.preventDefault(); put(f, ""); typedNow(f); }
      else if (radio && "ck10".includes(event.key.toLowerCase())) { put(f, "c1".includes(event.key.toLowerCase()) ? "yes" : "no"); place(f).focus(); typedNow(f); }
      else if (event.key === "Escape" && pending.has(f.dataset.fact)) { put(f, f.dataset.kept); pending.delete(f.dataset.fact); forget(f.dataset.fact); clear(f); fetchPage(); }
    });
    f.addEventListener("paste", (event) => {
      const lines = event.clipboardData.getData("text").replace(/\r/g, "").replace(/\n$/, "").split("\n");
      if (lines.length < 2) return;
      event.preventDefault();
      const from = forms.indexOf(f);
      lines.slice(0, forms.length - from).forEach((line, i) => { const g = forms[from + i]; put(g, line.split("\t")[0].trim()); if (g.querySelector("[type=radio]") && !value(g)) return; typedNow(g); save(g); });
    });
  }
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    sendAll();
    const f = document.activeElement?.closest?.("form.fact");
    if (f && pending.size === 0) state(f, "equal", "check", say.already);
  });

  /* ── what was left here before ── */
  (async () => {
    const keys = (await store("readonly", (typed) => typed.getAllKeys())) ?? [];
    for (const left of keys.filter((one) => one.startsWith(say.account + " " + say.path + " "))) {
      const fact = left.split(" ")[2];
      const f = form(fact);
      const entry = await store("readonly", (typed) => typed.get(left));
      if (!f || !entry) continue;
      put(f, entry.value); pending.set(fact, entry); f.classList.add("is-unsaved"); save(f);
    }
    count();
  })();
})();
