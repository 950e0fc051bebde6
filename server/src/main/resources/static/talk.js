"use strict";
/* "@" offers the people of the unit; chosen with the arrows and Enter, or by hand. Without it their logins stand below the entry. */
(() => {
  const form = document.querySelector("form.talk");
  if (!form) return;
  const area = form.elements.words;
  const people = [...form.querySelectorAll("[data-login]")].map((one) => one.dataset);
  const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();
  const list = document.createElement("ul");
  list.className = "suggested"; list.id = "suggested"; list.hidden = true;
  list.setAttribute("role", "listbox"); list.setAttribute("aria-label", form.dataset.suggestions);
  area.after(list);
  area.setAttribute("aria-autocomplete", "list"); area.setAttribute("aria-controls", list.id);
  let at = 0;
  const typed = () => /(^|\s)@([\p{L}\p{N}_-]*(?: [\p{L}\p{N}]+)?)$/u.exec(area.value.slice(0, area.selectionStart));
  const close = () => { list.hidden = true; list.replaceChildren(); area.removeAttribute("aria-activedescendant"); };
  const mark = () => {
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    area.setAttribute("aria-activedescendant", "suggested-" + at);
    list.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const choose = (person) => {
    const found = typed();
    if (!found) return close();
    const end = area.selectionStart;
    area.setRangeText("@" + person.login + " ", end - found[2].length - 1, end, "end");
    close(); area.focus();
  };
  const offer = () => {
    const found = typed();
    const fits = found ? people.filter((one) => folded(one.name + " " + one.login).includes(folded(found[2]))).slice(0, 8) : [];
    if (!fits.length) return close();
    at = 0;
    list.replaceChildren(...fits.map((one, i) => {
      const item = document.createElement("li");
      item.id = "suggested-" + i; item.setAttribute("role", "option"); item.textContent = one.name + " (@" + one.login + ")";
      item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(one); });
      item.person = one;
      return item;
    }));
    list.hidden = false; mark();
  };
  area.addEventListener("input", offer);
  area.addEventListener("blur", close);
  area.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); at = (at + step + list.children.length) % list.children.length; mark(); }
    else if (event.key === "Enter" || event.key === "Tab") { event.preventDefault(); choose(list.children[at].person); }
    else if (event.key === "Escape") { event.preventDefault(); close(); }
  });
})();
