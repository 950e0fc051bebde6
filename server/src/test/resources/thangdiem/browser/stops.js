/* Remembers every place that Tab has to reach, and answers how many there are. */
() => {
  const groups = new Set();
  const stop = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.disabled || element.type === "hidden" || element.tabIndex < 0) return false;
    if (element.type !== "radio") return true;
    if (groups.has(element.name)) return false; // Arrow keys go on within a group.
    groups.add(element.name);
    return true;
  };
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(stop);
  const reached = new Set();
  window.reachedByTab = (element) => reached.add(element.type === "radio" ? element.name : element);
  window.notReached = () => all
    .filter((element) => !reached.has(element.type === "radio" ? element.name : element))
    .map((element) => "Tab does not reach: " + element.outerHTML.slice(0, 140));
  return all.length;
}
