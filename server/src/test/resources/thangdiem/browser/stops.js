/* Remembers every place that Tab has to reach, and answers how many there are. */
() => {
  const groups = new Set();
  const forms = [...document.forms];
  const group = (radio) => forms.indexOf(radio.form) + " " + radio.name; // Of one form.
  const stop = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(":disabled") || element.type === "hidden" || element.tabIndex < 0) return false;
    if (element.type !== "radio") return true;
    if (groups.has(group(element))) return false; // Arrow keys go on within a group.
    groups.add(group(element));
    return true;
  };
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(stop);
  const reached = new Set();
  window.reachedByTab = (element) => reached.add(element.type === "radio" ? group(element) : element);
  window.notReached = () => all
    .filter((element) => !reached.has(element.type === "radio" ? group(element) : element))
    .map((element) => "Tab does not reach: " + element.outerHTML.slice(0, 140));
  return all.length;
}
