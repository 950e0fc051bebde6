/* What anybody would notice on the page as it stands; each sentence names the element. */
(language) => {
  const wrong = [];
  const say = (what, element) => wrong.push(what + ": " + element.outerHTML.slice(0, 140));
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const hiddenOnPurpose = (element) => {
    if (element.closest(".skip")) return true;
    for (let at = element; at; at = at.parentElement) if (getComputedStyle(at).clipPath === "inset(50%)") return true;
    return false;
  };
  const root = document.documentElement;

  if (root.scrollWidth > root.clientWidth) wrong.push("scrolls sideways: " + root.scrollWidth + " in " + root.clientWidth);
  if (root.lang !== language) wrong.push("is said to be in " + root.lang);
  if (document.querySelectorAll("h1").length !== 1) wrong.push("has " + document.querySelectorAll("h1").length + " h1");
  if (!document.title.trim()) wrong.push("has no title");

  for (const element of document.body.querySelectorAll("*")) {
    const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!text || !seen(element) || element.tagName === "OPTION" || hiddenOnPurpose(element)) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (style.display !== "inline" && element.scrollWidth > element.clientWidth + 1) say("text is wider than its place", element);
    if (style.overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1 && element.tagName !== "TEXTAREA") say("text is higher than its place", element);
    if (box.right > root.clientWidth + 1 || box.left < -1) say("text stands outside the window", element);
    const words = element.textContent.trim(); // a file to download is called by its name
    if (/^[a-z]+(\.[a-zA-Z]+)+$/.test(words) && !/\.(json|jsonl|xlsx|csv|zip)$/.test(words) && element.tagName !== "CODE") say("a key instead of a sentence", element);
  }
  for (const icon of document.querySelectorAll("svg.icon")) {
    const box = icon.getBBox();
    if (seen(icon) && box.width + box.height === 0) say("no such icon", icon);
  }
  return wrong;
}
