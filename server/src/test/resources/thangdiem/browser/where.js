/* Where the focus is: "out" behind the last place; a sentence if one cannot see it there; otherwise nothing. */
() => {
  const here = document.activeElement;
  if (!here || here === document.body) return "out";
  window.reachedByTab(here);
  const style = getComputedStyle(here);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  if (!ring && style.boxShadow === "none") return "the focus is not to be seen: " + here.outerHTML.slice(0, 140);
  const box = here.getBoundingClientRect();
  const corners = [[box.left + 2, box.top + 2], [box.right - 2, box.top + 2], [box.left + 2, box.bottom - 2], [box.right - 2, box.bottom - 2], [(box.left + box.right) / 2, (box.top + box.bottom) / 2]];
  const uncovered = corners.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (here.contains(top) || top.contains(here) || (here.labels && [...here.labels].some((label) => label.contains(top))));
  });
  return uncovered ? "" : "the focus is covered: " + here.outerHTML.slice(0, 140);
}
