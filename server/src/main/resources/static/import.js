"use strict";
/* The total follows the ticks: the server is asked what the ticked rows come to. Without it a button asks. */
(() => {
  const form = document.querySelector("form.import-rows");
  if (!form) return;
  form.querySelector("[data-count]").hidden = true;
  const total = document.getElementById("import-total");
  let waiting, asked;
  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    total.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.dataset.effect, { method: "POST", body: new URLSearchParams(new FormData(form)), signal: asked.signal });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("import-total");
      if (fresh) total.replaceChildren(...fresh.childNodes);
      total.removeAttribute("aria-busy");
    } catch (failed) {
      if (failed.name !== "AbortError") form.querySelector("[data-count]").hidden = false;
    }
  };
  form.addEventListener("change", (event) => {
    const box = event.target;
    if (box.name?.startsWith("reason.")) {
      const own = document.getElementById("claim-" + box.name.slice("reason.".length));
      if (own && box.value.trim() && !own.checked) own.checked = true;
    }
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
})();
