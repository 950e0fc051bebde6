"use strict";
// Evidence goes up in pieces of a megabyte: the server is asked how many it has, so a lost connection costs one piece.
(() => {
  const form = document.querySelector("form[data-upload]");
  if (!form || !window.crypto || !crypto.subtle) return; // without it the form sends one file at once
  const say = form.querySelector("[data-words]").dataset;
  const list = form.querySelector("[data-arriving]");
  const row = form.querySelector("[data-arriving-row]");
  const piece = Number(form.dataset.piece);
  const largest = Number(form.dataset.largest);
  const token = form.elements._csrf.value;
  const address = form.getAttribute("action");
  const waiting = [];
  let busy = false;
  let refused = false;

  const show = (line, state, words, share) => {
    const said = line.querySelector(".state");
    said.className = "state st-" + state;
    said.textContent = words;
    if (share !== undefined) line.querySelector(".bar-fg").setAttribute("width", share + "%");
  };

  const pause = seconds => new Promise(done => {
    const timer = setTimeout(done, seconds * 1000);
    window.addEventListener("online", () => { clearTimeout(timer); done(); }, {once: true});
  });

  // Asks until there is an answer; a refusal is an answer.
  const ask = async (line, path, options) => {
    for (let tries = 0; ; tries++) {
      try {
        const answer = await fetch(path, options);
        if (answer.status < 500) return answer;
      } catch {
        // no connection
      }
      show(line, "warn", say.lost);
      await pause(Math.min(30, 1 + tries * 2));
    }
  };

  const hash = async bytes => [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
    .map(one => one.toString(16).padStart(2, "0")).join("");

  const send = async ({file, line}) => {
    const sha256 = await hash(await file.arrayBuffer());
    const pieces = Math.ceil(file.size / piece);
    let answer = await ask(line, address + "/pieces?sha256=" + sha256);
    while (answer.ok) {
      const {received} = await answer.json();
      show(line, "answered", say.sending.replace("{0}", Math.floor(received * 100 / pieces)), received * 100 / pieces);
      if (received >= pieces) break;
      const body = new FormData();
      body.append("sha256", sha256);
      body.append("number", received);
      body.append("piece", file.slice(received * piece, (received + 1) * piece), "piece");
      answer = await ask(line, address + "/pieces", {method: "POST", headers: {"X-CSRF-TOKEN": token}, body});
    }
    if (!answer.ok) throw new Error(answer.status);
    const body = new URLSearchParams({sha256, name: file.name, about: form.elements.about.value, pages: form.elements.pages.value});
    answer = await ask(line, address, {method: "POST", headers: {"X-CSRF-TOKEN": token}, body});
    if (answer.ok) return "";
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const why = page.querySelector("#file-error, #pages-error, .error-page .lede");
    return why ? why.textContent.trim() : say.failed;
  };

  const work = async () => {
    if (busy) return;
    busy = true;
    while (waiting.length) {
      const next = waiting.shift();
      try {
        const why = await send(next);
        refused = refused || why !== "";
        show(next.line, why ? "error" : "equal", why || say.done, why ? 0 : 100);
      } catch {
        refused = true;
        show(next.line, "error", say.failed);
      }
    }
    busy = false;
    if (!refused) location.reload();
  };

  const take = files => {
    for (const file of files) {
      const line = row.content.firstElementChild.cloneNode(true);
      line.querySelector("b").textContent = file.name;
      list.append(line);
      list.hidden = false;
      if (file.size > largest) {
        refused = true;
        show(line, "error", say.large);
      } else {
        show(line, "none", say.waiting, 0);
        waiting.push({file, line});
      }
    }
    work();
  };

  const drop = form.querySelector("[data-drop]");
  form.querySelector("[data-drop-hint]").hidden = false;
  form.elements.file.multiple = true;
  form.addEventListener("submit", event => {
    event.preventDefault();
    take(form.elements.file.files);
    form.elements.file.value = "";
  });
  drop.addEventListener("dragover", event => { event.preventDefault(); drop.classList.add("is-over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("is-over"));
  drop.addEventListener("drop", event => {
    event.preventDefault();
    drop.classList.remove("is-over");
    take(event.dataTransfer.files);
  });
  document.addEventListener("paste", event => {
    if (event.clipboardData.files.length) take(event.clipboardData.files);
  });
  const camera = form.querySelector("[data-camera]");
  if (matchMedia("(pointer: coarse)").matches) {
    camera.hidden = false;
    camera.querySelector("input").addEventListener("change", event => take(event.target.files));
  }
})();
