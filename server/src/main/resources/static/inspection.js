"use strict";
/* The inspectors' application. Everything that is noted is kept on this phone at once (IndexedDB, per person), also through a closed
   tab, and sent by itself whenever there is a network; what the server has is deleted here. Each change carries an identifier made
   here, so that it is kept once, and the version that was seen, so that a change at the desk meanwhile becomes a choice. */
(() => {
  const main = document.getElementById("noi-dung");
  const box = document.getElementById("visits");
  const say = main.dataset;
  const GENERAL = ["began", "present", "findings", "opinion", "ended", "refusal"];
  const LONG = { began: false, present: true, findings: true, opinion: true, ended: false, refusal: true };
  const SIDES = ["UNIT", "TEAM", "SECRETARY"];
  const sideName = { UNIT: say.unitSide, TEAM: say.teamSide, SECRETARY: say.secretarySide };
  const SEPARATOR = "\u001f";
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
  const plain = (text) => text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
  const hex = (bytes) => [...new Uint8Array(bytes)].map((one) => one.toString(16).padStart(2, "0")).join("");
  const sha256 = async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes));

  let account = null;
  let token = null;
  let visits = new Map();
  let queue = [];
  let order = 0;
  let hidden = false;

  /* ── kept on this phone ── */
  const STORES = ["visits", "queue", "meta"];
  const open = new Promise((done) => {
    const request = indexedDB.open("thangdiem-inspect", 1);
    request.onupgradeneeded = () => STORES.forEach((name) => request.result.createObjectStore(name));
    request.onsuccess = () => done(request.result);
    request.onerror = () => done(null);
  });
  const store = async (name, mode, work) => {
    const db = await open;
    if (!db) return undefined;
    return new Promise((done) => {
      const request = work(db.transaction(name, mode).objectStore(name));
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(undefined);
    });
  };
  const keep = (entry) => store("queue", "readwrite", (s) => s.put(entry, entry.key));
  const drop = (entry) => { queue = queue.filter((one) => one !== entry); return store("queue", "readwrite", (s) => s.delete(entry.key)); };
  const keepVisit = (visit) => store("visits", "readwrite", (s) => s.put(visit, account + " " + visit.path));
  const dropVisit = (path) => { visits.delete(path); return store("visits", "readwrite", (s) => s.delete(account + " " + path)); };
  const add = (entry) => {
    const made = { key: crypto.randomUUID(), id: crypto.randomUUID(), account, order: ++order, state: "waiting", ...entry };
    queue.push(made);
    keep(made);
    return made;
  };
  const mine = (path, type) => queue.filter((one) => one.account === account && one.path === path && (!type || one.type === type));

  /* ── what stands: the server's, with what is noted here over it ── */
  const noted = (path, field) => mine(path, "note").find((one) => one.field === field);
  const value = (visit, field) => noted(visit.path, field)?.value ?? visit.entries[field]?.value ?? "";
  const withdrawal = (visit, photo) => mine(visit.path, "withdraw").find((one) => one.photo === photo.id);
  const standing = (visit) => visit.photos.filter((photo) => !withdrawal(visit, photo));
  const stateOf = async (visit) => {
    const fields = new Map(Object.entries(visit.entries).map(([field, entry]) => [field, entry.value]));
    for (const note of mine(visit.path, "note")) fields.set(note.field, plain(note.value));
    let text = "";
    for (const field of [...fields.keys()].sort()) if (fields.get(field)) text += field + SEPARATOR + fields.get(field) + "\n";
    const photos = [...standing(visit), ...mine(visit.path, "photo")].map((photo) => "photo:" + photo.id + SEPARATOR + photo.sha256).sort();
    for (const photo of photos) text += photo + "\n";
    return sha256(new TextEncoder().encode(text));
  };

  /* ── small parts of a page ── */
  const element = (name, className, text) => { const e = document.createElement(name); if (className) e.className = className; if (text !== undefined) e.textContent = text; return e; };
  const icon = (name) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "icon"); svg.setAttribute("aria-hidden", "true");
    svg.append(document.createElementNS("http://www.w3.org/2000/svg", "use"));
    svg.firstChild.setAttribute("href", say.icons + name);
    return svg;
  };
  const state = (colour, name, words) => { const span = element("span", "state st-" + colour); span.append(icon(name), element("span", "", words)); return span; };
  const button = (words, action, className = "btn btn-small") => { const b = element("button", className, words); b.type = "button"; b.addEventListener("click", action); return b; };
  const labelled = (id, words, entry) => { const field = element("div", "field"); const label = element("label", "", words); label.htmlFor = id; entry.id = id; field.append(label, entry); return field; };
  const pairs = (...lines) => { const list = element("dl", "pairs"); for (const [name, words] of lines) { const line = element("div"); line.append(element("dt", "", name), element("dd", "", words)); list.append(line); } return list; };
  const idOf = (field) => "v-" + field.replace(":", "-");
  const tell = (...parts) => document.getElementById("told").replaceChildren(...parts);

  /* ── noting ── */
  const note = (visit, field, text) => {
    const known = noted(visit.path, field);
    if (known) { Object.assign(known, { id: crypto.randomUUID(), value: text, notedAt: new Date().toISOString(), state: known.state === "conflict" ? "conflict" : "waiting" }); keep(known); }
    else if (plain(text) !== (visit.entries[field]?.value ?? "")) add({ type: "note", path: visit.path, field, value: text, base: visit.entries[field]?.version ?? 0, notedAt: new Date().toISOString() });
    showField(visit, field); showSides(visit); showNet(); soon();
  };
  const showField = (visit, field) => {
    const place = document.getElementById("s-" + idOf(field));
    if (!place) return;
    const waits = noted(visit.path, field);
    if (waits?.state === "conflict") { conflict(visit, waits, place); return; }
    if (waits?.state === "asked") place.replaceChildren(state("error", "alert-triangle", say.asked + " " + waits.question));
    else if (waits) place.replaceChildren(state("answered", "cloud-off", say.kept));
    else if (visit.entries[field]) place.replaceChildren(state("equal", "check", say.sent));
    else place.replaceChildren();
    const entry = document.getElementById(idOf(field));
    if (entry && !waits && entry !== document.activeElement && entry.value !== value(visit, field)) entry.value = value(visit, field);
  };
  const conflict = (visit, waits, place) => {
    const values = { by: waits.theirs.by, theirs: waits.theirs.value || say.empty, at: waits.theirs.at, mine: waits.value || say.empty };
    const box = element("div", "callout st-error", "");
    box.setAttribute("role", "alert");
    const words = element("div", "", filled(say.conflict, values));
    const row = element("div", "row");
    row.append(
      button(filled(say.take, values), async () => { visit.entries[waits.field] = { version: waits.theirs.version, value: waits.theirs.value }; await drop(waits); await keepVisit(visit); document.getElementById(idOf(waits.field)).value = waits.theirs.value; showField(visit, waits.field); showSides(visit); sync(); }),
      button(filled(say.keep, values), async () => { Object.assign(waits, { id: crypto.randomUUID(), base: waits.theirs.version, state: "waiting" }); visit.entries[waits.field] = { version: waits.theirs.version, value: waits.theirs.value }; await keep(waits); showField(visit, waits.field); sync(); }));
    words.append(row); box.append(icon("git-merge"), words);
    place.replaceChildren(box);
  };

  /* ── photographs: made small here, so that nothing but the picture travels ── */
  const LARGEST = 2_000_000;
  const small = async (file) => {
    const picture = await createImageBitmap(file);
    for (let side = 1600, quality = 0.82; side >= 400; side *= 0.75, quality *= 0.92) {
      const scale = Math.min(1, side / Math.max(picture.width, picture.height));
      const canvas = Object.assign(document.createElement("canvas"), { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) });
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
      if (blob && blob.size <= LARGEST) {
        const thumb = Object.assign(document.createElement("canvas"), { width: 160, height: Math.max(1, Math.round(160 * canvas.height / canvas.width)) });
        thumb.getContext("2d").drawImage(canvas, 0, 0, thumb.width, thumb.height);
        return { blob, thumb: thumb.toDataURL("image/jpeg", 0.7) };
      }
    }
    throw new Error("too large");
  };
  /* One that the server has is not deleted but withdrawn: that it was there, and why it went, stays. */
  const withdrawing = (photo, done) => {
    const part = element("details");
    const why = element("input"); why.maxLength = 500;
    const complaint = element("p");
    part.append(element("summary", "", say.withdraw), labelled("w-" + photo.id, say.withdrawwords, why), complaint, button(say.dowithdraw, () => {
      if (!plain(why.value)) { complaint.replaceChildren(state("error", "alert-triangle", say.needwhy)); why.focus(); return; }
      done(plain(why.value));
    }));
    return part;
  };
  const photographs = (visit, fact) => {
    const part = element("div", "shots");
    part.id = "p-" + fact;
    const anew = () => { part.replaceWith(photographs(visit, fact)); showSides(visit); showNet(); };
    for (const photo of visit.photos.filter((one) => one.fact === fact)) {
      const figure = element("figure");
      const goes = withdrawal(visit, photo);
      if (goes) figure.append(state("na", "circle-minus", say.withdrawing + " " + [photo.caption, goes.words].filter(Boolean).join(" – ")), button(say.keepphoto, async () => { await drop(goes); anew(); }));
      else figure.append(state("equal", "camera", photo.caption || say.photokept), withdrawing(photo, (words) => { add({ type: "withdraw", path: visit.path, photo: photo.id, fact, caption: photo.caption, words }); anew(); soon(6000); }));
      part.append(figure);
    }
    for (const gone of (visit.withdrawn ?? []).filter((one) => one.fact === fact)) { const figure = element("figure"); figure.append(state("na", "circle-minus", say.withdrawn + ": " + [gone.caption, gone.words].filter(Boolean).join(" – "))); part.append(figure); }
    for (const photo of mine(visit.path, "photo").filter((one) => one.fact === fact)) {
      const figure = element("figure");
      const image = Object.assign(element("img"), { src: photo.thumb, alt: photo.caption || say.photo });
      const caption = element("input"); caption.value = photo.caption; caption.maxLength = 200;
      caption.addEventListener("input", () => { photo.caption = caption.value; keep(photo); });
      caption.addEventListener("blur", () => soon());
      figure.append(image, labelled("c-" + photo.id, say.caption, caption), state("answered", "cloud-off", say.kept), button(say.clear, async () => { await drop(photo); anew(); }));
      part.append(figure);
    }
    const input = Object.assign(element("input"), { type: "file", accept: "image/*" });
    input.setAttribute("capture", "environment");
    input.addEventListener("change", async () => {
      for (const file of input.files) {
        try {
          const made = await small(file);
          add({ type: "photo", path: visit.path, fact, caption: "", takenAt: new Date().toISOString(), blob: made.blob, thumb: made.thumb, sha256: await sha256(await made.blob.arrayBuffer()) });
        } catch { tell(state("error", "alert-triangle", say.badphoto)); }
      }
      anew(); soon(6000);
    });
    part.append(labelled("i-" + (fact || "all"), say.photo, input));
    return part;
  };

  /* ── signatures ── */
  const signing = (visit, side) => {
    const part = element("section", "side");
    const title = element("h3", "", sideName[side]);
    const status = element("p"); status.id = "s-side-" + side;
    const name = element("input"); name.maxLength = 200; name.autocomplete = "off";
    const post = element("input"); post.maxLength = 200; post.autocomplete = "off";
    const canvas = Object.assign(element("canvas", "sign"), { width: 600, height: 200 });
    canvas.setAttribute("role", "img"); canvas.setAttribute("aria-label", say.draw);
    const lines = [];
    let line = null;
    const pen = canvas.getContext("2d");
    Object.assign(pen, { lineWidth: 3, lineCap: "round", lineJoin: "round", strokeStyle: "#14213d" });
    const at = (event) => { const r = canvas.getBoundingClientRect(); const within = (v, most) => Math.min(most, Math.max(0, Math.round(v))); return [within((event.clientX - r.left) * 600 / r.width, 600), within((event.clientY - r.top) * 200 / r.height, 200)]; };
    canvas.addEventListener("pointerdown", (event) => { event.preventDefault(); canvas.setPointerCapture(event.pointerId); line = [at(event)]; lines.push(line); });
    canvas.addEventListener("pointermove", (event) => {
      if (!line) return;
      const [x, y] = at(event); const [px, py] = line.at(-1);
      if (Math.hypot(x - px, y - py) < 3 || lines.flat().length > 5500) return;
      pen.beginPath(); pen.moveTo(px, py); pen.lineTo(x, y); pen.stroke(); line.push([x, y]);
    });
    for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => { line = null; });
    const wipe = () => { lines.length = 0; pen.clearRect(0, 0, 600, 200); };
    const confirm = Object.assign(element("input"), { type: "checkbox" });
    const check = element("label", "check"); check.append(confirm, " ", element("span", "", say.confirm));
    const complaint = element("p");
    const sign = button(say.dosign, async () => {
      const strokes = lines.filter((one) => one.length > 1).map((one) => one.map((point) => point.join(",")).join(" ")).join(";");
      if (!plain(name.value)) { complaint.replaceChildren(state("error", "alert-triangle", say.needname)); name.focus(); return; }
      if (!strokes && !confirm.checked) { complaint.replaceChildren(state("error", "alert-triangle", say.needsign)); return; }
      for (const old of mine(visit.path, "sign").filter((one) => one.side === side)) await drop(old);
      add({ type: "sign", path: visit.path, side, name: plain(name.value), post: plain(post.value), strokes, sha256: await stateOf(visit), signedAt: new Date().toISOString() });
      complaint.replaceChildren(); wipe(); confirm.checked = false;
      showSides(visit); showNet(); soon();
    }, "btn");
    const row = element("div", "row"); row.append(sign, button(say.clear, wipe));
    part.append(title, status, labelled("n-" + side, say.name, name), labelled("o-" + side, say.post, post), element("p", "muted", say.draw), canvas, check, complaint, row);
    return part;
  };
  const signed = async (visit, side) => {
    const hash = await stateOf(visit);
    const waits = mine(visit.path, "sign").find((one) => one.side === side);
    const last = waits ?? visit.signatures.filter((one) => one.side === side).at(-1);
    return { last, valid: Boolean(last) && last.sha256 === hash && waits?.state !== "refused" };
  };
  const showSides = async (visit) => {
    for (const side of SIDES) {
      const place = document.getElementById("s-side-" + side);
      if (!place) continue;
      const { last, valid } = await signed(visit, side);
      place.replaceChildren(last ? valid ? state("equal", "circle-check", say.signed + " " + last.name) : state("warn", "alert-triangle", say.changed) : "");
    }
  };

  /* ── pages ── */
  const clock = () => { const now = new Date(); const two = (n) => String(n).padStart(2, "0"); return filled(say.clock, { h: two(now.getHours()), m: two(now.getMinutes()), d: two(now.getDate()), mo: now.getMonth() < 2 ? two(now.getMonth() + 1) : now.getMonth() + 1, y: now.getFullYear() }); };
  const fieldOf = (visit, field, words, entry) => {
    entry.value = value(visit, field);
    entry.maxLength = field.startsWith("measured:") ? 200 : 4000;
    entry.addEventListener("input", () => note(visit, field, entry.value));
    const part = labelled(idOf(field), words, entry);
    const status = element("div", "noted-state"); status.id = "s-" + idOf(field); status.setAttribute("role", "status");
    part.append(status);
    return part;
  };
  const put = (visit, field, text) => { document.getElementById(idOf(field)).value = text; note(visit, field, text); };
  const general = (visit, field) => {
    const part = fieldOf(visit, field, say[field], LONG[field] ? Object.assign(element("textarea"), { rows: 3 }) : element("input"));
    if (field === "began" || field === "ended") part.append(button(say.now, () => put(visit, field, clock())));
    return part;
  };
  const chooser = (item) => {
    if (!item.options.length) { const input = element("input", item.number ? "num" : ""); input.inputMode = item.number ? "decimal" : "text"; return input; }
    const select = element("select");
    for (const option of ["", ...item.options]) select.append(Object.assign(element("option", "", option || "–"), { value: option }));
    return select;
  };
  const card = (visit, item) => {
    const part = element("article", "item");
    part.append(element("h3", "", item.label));
    const doubts = element("p"); for (const doubt of item.doubts) doubts.append(element("span", "signal", doubt), " ");
    const declared = element("p", "", say.declared + ": "); declared.append(element("b", "num", item.declared || "–"), " " + item.unit);
    part.append(doubts, declared, fieldOf(visit, "measured:" + item.fact, say.measured, chooser(item)));
    if (item.declared) part.append(button(say.same, () => put(visit, "measured:" + item.fact, item.declared)));
    part.append(fieldOf(visit, "remark:" + item.fact, say.remark, Object.assign(element("textarea"), { rows: 2 })), photographs(visit, item.fact));
    return part;
  };
  const section = (title, ...parts) => { const s = element("section"); s.append(element("h2", "", title), ...parts); return s; };
  const whole = (visit) => {
    const back = element("a", "", say.back); back.href = "#";
    const closing = button(say.close, () => { if (!mine(visit.path, "close").length) add({ type: "close", path: visit.path }); closing.disabled = true; tell(state("answered", "cloud-off", say.closing)); showNet(); sync(); }, "btn btn-main");
    closing.disabled = mine(visit.path, "close").length > 0;
    const hint = element("p", "muted", say.closehint);
    box.replaceChildren(back, element("h2", "", visit.unit), pairs([say.starts, visit.starts], [say.place, visit.place], [say.decision, visit.decision], [say.team, visit.team.join("; ")]),
      general(visit, "began"), general(visit, "present"), section(say.checklist, ...visit.items.map((item) => card(visit, item))),
      general(visit, "findings"), general(visit, "opinion"), section(say.photos, photographs(visit, "")), general(visit, "ended"),
      section(say.sign, ...SIDES.map((side) => signing(visit, side))), general(visit, "refusal"), hint, closing);
    for (const field of [...GENERAL, ...visit.items.flatMap((item) => ["measured:" + item.fact, "remark:" + item.fact])]) showField(visit, field);
    showSides(visit);
  };
  const list = () => {
    const items = [...visits.values()].map((visit) => {
      const line = element("li"); const link = element("a", "", visit.unit); link.href = "#" + encodeURIComponent(visit.path);
      line.append(link, " ", element("small", "", visit.starts + ", " + visit.place));
      const waiting = mine(visit.path).length;
      if (waiting) line.append(" ", state("answered", "cloud-off", filled(say.waiting, { n: waiting })));
      return line;
    });
    const all = element("ul", "list"); all.append(...items);
    box.replaceChildren(...(items.length ? [all] : [element("p", "lede", say.none)]));
  };
  const shown = () => visits.get(decodeURIComponent(location.hash.slice(1)));
  const show = () => {
    document.getElementById("about").hidden = Boolean(shown());
    if (hidden) { box.replaceChildren(); return; }
    if (shown()) whole(shown()); else list();
  };
  const showNet = () => {
    const waiting = queue.filter((one) => one.account === account).length;
    const words = (navigator.onLine ? say.online : say.offline) + (waiting ? " · " + filled(say.waiting, { n: waiting }) : "");
    const net = document.getElementById("net");
    net.className = "state " + (navigator.onLine ? waiting ? "st-answered" : "st-equal" : "st-warn");
    net.replaceChildren(icon(navigator.onLine ? "check" : "cloud-off"), element("span", "", words));
    net.dataset.waiting = waiting;
  };

  /* ── sending, one thing after another ── */
  let busy = false;
  let again = false;
  let timer;
  const soon = (delay = 1200) => { clearTimeout(timer); timer = setTimeout(sync, delay); };
  const post = (path, body) => fetch(path, { method: "POST", redirect: "manual", headers: { Accept: "application/json", "X-CSRF-TOKEN": token }, body });
  const json = (answer) => answer.headers.get("content-type")?.startsWith("application/json") ? answer.json().catch(() => null) : null;
  const words = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main p")?.textContent ?? say.refused;

  /* Says whether to go on: what the network or the server's state interrupts is sent later. */
  const send = {
    note: async (visit, entry) => {
      if (entry.state !== "waiting") return true;
      const sent = entry.value;
      entry.lastSent = plain(sent);
      const answer = await post(entry.path + "/entries", new URLSearchParams({ id: entry.id, field: entry.field, base: entry.base, value: sent, notedAt: entry.notedAt }));
      const told = await json(answer);
      if (answer.status === 200 && told) {
        if (visit) { visit.entries[entry.field] = { version: told.version, value: plain(sent) }; await keepVisit(visit); }
        if (entry.value === sent) await drop(entry); else { entry.base = told.version; await keep(entry); again = true; }
      } else if (answer.status === 409 && told) {
        if (told.value === plain(entry.value)) { if (visit) visit.entries[entry.field] = { version: told.version, value: told.value }; await drop(entry); }
        else { Object.assign(entry, { state: "conflict", theirs: told }); await keep(entry); }
      } else if (answer.status === 422 && told) {
        Object.assign(entry, { state: "asked", question: told.question }); await keep(entry);
      } else return stopped(entry, answer);
      if (visit && shown() === visit) showField(visit, entry.field);
      return true;
    },
    photo: async (visit, entry) => {
      if (document.activeElement?.id === "c-" + entry.id) return true; // whoever types its caption is waited for
      const body = new FormData();
      for (const name of ["id", "fact", "caption", "takenAt"]) body.append(name, entry[name]);
      body.append("file", entry.blob, "anh.jpg");
      const answer = await post(entry.path + "/photos", body);
      if (!(answer.status === 200 && await json(answer))) return stopped(entry, answer);
      if (visit) { visit.photos.push({ id: entry.id, fact: entry.fact, caption: entry.caption, sha256: entry.sha256 }); await keepVisit(visit); }
      await drop(entry);
      const part = document.getElementById("p-" + entry.fact);
      if (visit && shown() === visit && part && !part.contains(document.activeElement)) part.replaceWith(photographs(visit, entry.fact));
      return true;
    },
    withdraw: async (visit, entry) => {
      const answer = await post(entry.path + "/photos/" + entry.photo + "/withdrawn", new URLSearchParams({ words: entry.words }));
      const refused = answer.status === 409 || answer.status === 404; // signed by both meanwhile, or withdrawn at the desk
      if (refused) tell(state("error", "alert-triangle", await words(answer)));
      else if (!(answer.status === 200 && await json(answer))) return false;
      if (visit && !refused) {
        visit.photos = visit.photos.filter((one) => one.id !== entry.photo);
        visit.withdrawn = [...(visit.withdrawn ?? []), { fact: entry.fact, caption: entry.caption, words: entry.words }];
        await keepVisit(visit);
      }
      await drop(entry);
      const part = document.getElementById("p-" + entry.fact);
      if (visit && shown() === visit && part && !part.contains(document.activeElement)) part.replaceWith(photographs(visit, entry.fact));
      return true;
    },
    sign: async (visit, entry) => {
      if (unsettled(entry.path) || entry.state === "refused") return true;
      const answer = await post(entry.path + "/signatures", new URLSearchParams({ id: entry.id, side: entry.side, name: entry.name, post: entry.post, strokes: entry.strokes, sha256: entry.sha256, signedAt: entry.signedAt }));
      if (answer.status === 409) { entry.state = "refused"; await keep(entry); tell(state("warn", "alert-triangle", await words(answer))); return true; }
      if (!(answer.status === 200 && await json(answer))) return stopped(entry, answer);
      if (visit) { visit.signatures.push({ side: entry.side, name: entry.name, sha256: entry.sha256 }); await keepVisit(visit); }
      await drop(entry);
      return true;
    },
    close: async (visit, entry) => {
      if (mine(entry.path).some((one) => one !== entry)) {
        if (mine(entry.path, "sign").some((one) => one.state === "refused")) { await drop(entry); if (visit && shown() === visit) show(); }
        return true;
      }
      const answer = await post(entry.path + "/closed", new URLSearchParams());
      if (answer.status === 409) { await drop(entry); tell(state("error", "alert-triangle", await words(answer))); if (visit && shown() === visit) show(); return true; }
      if (!(answer.status === 200 && await json(answer))) return stopped(entry, answer);
      await drop(entry);
      await dropVisit(entry.path);
      const link = element("a", "btn btn-small", say.minutes); link.href = entry.path;
      tell(state("equal", "circle-check", say.closed + " " + (visit?.unit ?? "")), " ", link);
      if (!shown()) { history.replaceState(null, "", "#"); show(); }
      return true;
    },
  };
  const unsettled = (path) => ["note", "photo", "withdraw"].flatMap((type) => mine(path, type)).length > 0;
  const stopped = async (entry, answer) => {
    if (answer.status === 409 || answer.status === 404) { tell(state("error", "alert-triangle", await words(answer))); return true; }
    return false;
  };
  const fetched = async () => {
    const answer = await fetch("/inspect/visits", { redirect: "manual", headers: { Accept: "application/json" } });
    if (answer.type === "opaqueredirect" || answer.status === 401) {
      hidden = true; show();
      const link = element("a", "btn btn-main", say.signinlink); link.href = "/sign-in?next=" + encodeURIComponent("/inspect/app");
      tell(element("p", "lede", say.signin), link);
      return false;
    }
    if (answer.status === 403) { hidden = true; show(); tell(element("p", "lede", say.unavailable)); return false; }
    const told = answer.ok ? await json(answer) : null;
    if (!told) return false;
    if (hidden) tell();
    const changed = hidden || account !== told.account;
    hidden = false; account = told.account; token = told.token;
    await store("meta", "readwrite", (s) => s.put(account, "account"));
    if (changed) await load();
    return told;
  };
  const merge = async (told) => {
    const current = shown();
    let redraw = !current;
    for (const fresh of told.visits) {
      const known = visits.get(fresh.path);
      if (known && known === current && JSON.stringify(known.items) === JSON.stringify(fresh.items)) Object.assign(known, fresh);
      else { visits.set(fresh.path, fresh); redraw = redraw || known === current; }
      await keepVisit(visits.get(fresh.path));
    }
    for (const path of [...visits.keys()]) if (!told.visits.some((one) => one.path === path) && !mine(path).length) await dropVisit(path);
    if (redraw || !shown()) show(); else for (const item of ["began", "present", "findings", "opinion", "ended", "refusal", ...shown().items.flatMap((one) => ["measured:" + one.fact, "remark:" + one.fact])]) showField(shown(), item);
  };
  const sync = async () => {
    clearTimeout(timer);
    if (busy) { again = true; return; }
    busy = true; again = false;
    let whole = false;
    try {
      const told = await fetched();
      if (told) {
        whole = true;
        for (const type of ["note", "photo", "withdraw", "sign", "close"]) {
          for (const entry of queue.filter((one) => one.account === account && one.type === type)) {
            if (!queue.includes(entry)) continue;
            if (!await send[type](visits.get(entry.path), entry)) { whole = false; break; }
          }
          if (!whole) break;
        }
        if (whole) { const fresh = await fetched(); if (fresh) await merge(fresh); }
      }
    } catch { whole = false; }
    busy = false;
    showNet();
    if (shown()) showSides(shown());
    if (again) soon(200);
    else if (!whole && !hidden && queue.some((one) => one.account === account)) soon(5000);
  };
  window.addEventListener("online", () => { showNet(); sync(); });
  window.addEventListener("offline", showNet);
  window.addEventListener("hashchange", () => { show(); window.scrollTo(0, 0); main.focus(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) sync(); });

  /* ── what was left here before ── */
  const load = async () => {
    visits = new Map();
    for (const key of (await store("visits", "readonly", (s) => s.getAllKeys())) ?? []) {
      if (key.startsWith(account + " ")) { const visit = await store("visits", "readonly", (s) => s.get(key)); visits.set(visit.path, visit); }
    }
  };
  (async () => {
    account = (await store("meta", "readonly", (s) => s.get("account"))) ?? null;
    queue = ((await store("queue", "readonly", (s) => s.getAll())) ?? []).sort((one, other) => one.order - other.order);
    order = queue.at(-1)?.order ?? 0;
    if (account) await load();
    show(); showNet();
    navigator.serviceWorker?.register("/inspect/worker.js", { scope: "/inspect/" });
    await sync();
    if (!visits.size && !hidden) show();
  })();
})();
