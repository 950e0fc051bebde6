"use strict";
/* The hands of a verifier: letters decide, J and K go on and back, and the points follow what is typed. */
(() => {
  const form = document.querySelector("#tham-dinh");
  if (!form) return;
  const letters = document.querySelector("dialog.sheet .letters");
  const here = document.querySelector(".q[aria-current]");
  if (here) here.parentElement.scrollTop = here.offsetTop - here.parentElement.clientHeight / 3;
  document.addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || document.querySelector("dialog[open]")) return;
    if (at.matches("input, textarea, select") || !letters.checked) return;
    const key = event.key.toLowerCase();
    const way = { j: form.dataset.next, k: form.dataset.before }[key];
    if (way) location.assign(way);
    if (!verb(key)) return;
    event.preventDefault();
    if (key === "c") return changed() ? correct() : facts[0]?.focus();
    if (["q", "r"].includes(key) && !form.elements.words.value.trim()) return form.elements[key === "q" || form.elements.ground.value ? "words" : "ground"].focus();
    verb(key).click();
  });
  const facts = [...form.querySelectorAll(".three input, .three select")];
  const before = facts.map((one) => one.value);
  const corrected = form.querySelector(".three td.delta :is(input, select)") !== null; // by an earlier finding, or in a form that came back
  const changed = () => corrected || facts.some((one, i) => one.value !== before[i]);
  const verb = (key) => form.querySelector(`[data-key="${CSS.escape(key)}"]`);

  /* The verb that is meant stands out; Enter in a value means that verb, and never accepts what was just typed otherwise. */
  const emphasise = () => {
    verb("c").classList.toggle("btn-main", changed());
    verb("a").classList.toggle("btn-main", !changed());
  };
  const correct = () => {
    if (!form.elements.words.value.trim()) return form.elements[form.elements.ground.value ? "words" : "ground"].focus();
    verb("c").click();
  };
  if (facts.length) emphasise();
  facts.forEach((one) => {
    one.addEventListener("input", emphasise);
    one.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      if (changed()) correct();
    });
  });

  /* The points are the server's; the answer to what was typed last is the one that counts. */
  let asked = 0;
  let wait = 0;
  const preview = async () => {
    const mine = ++asked;
    const answer = await fetch(form.dataset.preview, { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => null);
    if (!answer?.ok || mine !== asked) return;
    const parsed = new DOMParser().parseFromString("<table>" + (await answer.text()) + "</table>", "text/html").querySelector("#diem");
    if (!parsed || mine !== asked) return;
    document.querySelector("#diem").replaceWith(document.adoptNode(parsed));
    document.querySelector("#sua").textContent = parsed.dataset.correct;
  };
  if (form.dataset.preview) facts.forEach((one) => one.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(preview, 200); }));
})();
