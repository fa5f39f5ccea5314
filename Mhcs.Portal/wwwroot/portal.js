// What the pages need of the browser and the server can't do. Every listener sits on the document, so pages that render again lose nothing.
const root = document.documentElement;
const byId = id => document.getElementById(id);

/* Theme: kept in a cookie, so that the server draws the next page right at once. */
function switchTheme() {
  const now = root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  root.dataset.theme = now === "dark" ? "light" : "dark";
  document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
}

/* The menu of narrow screens. */
function showMenu(open) {
  root.dataset.menu = open ? "open" : "shut";
  document.querySelector("[data-menu-switch]")?.setAttribute("aria-expanded", open);
}

/* Links of an error summary and the skip link go to the thing itself, not only near it. */
function focusOn(id) {
  const there = byId(id);
  // Of what is taller than the screen its beginning is wanted, not its middle.
  there?.scrollIntoView({ block: there.offsetHeight > innerHeight ? "start" : "center" });
  there?.focus({ preventScroll: true });
}

document.addEventListener("click", event => {
  const hit = selector => event.target.closest(selector);
  if (hit("[data-theme-switch]")) switchTheme();
  else if (hit("[data-print]")) window.print();
  else if (hit("[data-menu-switch]")) showMenu(root.dataset.menu !== "open");
  else if (hit("[data-reconnect]")) rejoin();
  else if (hit("[data-reload]")) location.reload();
  else if (hit("[data-focus]")) { event.preventDefault(); focusOn(hit("[data-focus]").dataset.focus); }
  else if (hit(".app-nav a")) showMenu(false);
});

document.addEventListener("keydown", event => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && byId("find")) {
    event.preventDefault();
    byId("find").focus();
  }
  // An open list takes these keys; Blazor, which listens further in, has had them by now.
  if (event.target.getAttribute?.("role") === "combobox" && event.target.getAttribute("aria-expanded") === "true" && ["Enter", "ArrowUp", "ArrowDown"].includes(event.key))
    event.preventDefault();
}, true);

/* Text areas: the count runs in the browser, and a second without a key hands the words to the server. */
const settling = new WeakMap();
document.addEventListener("input", event => {
  const area = event.target;
  const count = document.querySelector(`[data-count="${CSS.escape(area.id)}"]`);
  if (count && area.id) {
    const left = count.dataset.limit - area.value.length;
    // Blazor keeps hold of this text node, so its words change and the node stays.
    count.firstChild.data = `${Math.abs(left).toLocaleString("en-GB")} character${Math.abs(left) === 1 ? "" : "s"} ${left < 0 ? "too many" : "left"}`;
    count.classList.toggle("app-count--over", left < 0);
  }
  if (area.matches("[data-settle]")) {
    clearTimeout(settling.get(area));
    settling.set(area, setTimeout(() => area.dispatchEvent(new Event("change", { bubbles: true })), 1000));
  }
});

/* Hands and keys are told to the server, twice a minute at most: a live screen would never idle by itself, and typing alone is no request. */
let told = -Infinity;
function seen() {
  if (performance.now() - told < 30000) return;
  told = performance.now();
  fetch("/seen", { method: "POST" }).catch(() => { told = -Infinity; });
}
for (const act of ["pointerdown", "keydown", "wheel", "touchstart"]) document.addEventListener(act, seen, { capture: true, passive: true });

/* One polite voice, at most once a second. */
let saying = [], voice;
function say(text) {
  if (!saying.includes(text)) saying.push(text);
  voice ??= setTimeout(() => {
    const region = byId("announcer"), words = saying.slice(-3).join(". ");
    // The same words again are only heard when they are not the same text.
    region.textContent = region.textContent === words ? `${words}\u00a0` : words;
    saying = [];
    voice = undefined;
  }, 1000);
}

/* Words that come with a drawing: "7 2 cases updated". */
new MutationObserver(drawn => {
  for (const { target } of drawn) if (target.dataset.say) say(target.dataset.say.slice(target.dataset.say.indexOf(" ") + 1));
}).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-say"] });

/* The browser's own dialog: focus stays in, Esc closes, focus returns. */
function dialog(element, open) {
  if (open && !element.open) element.showModal();
  else if (!open && element.open) element.close();
}

/* A page that comes alive reads once more. Until it has, what the server drew stays where it is, with its height and its place on the screen. */
const drawn = new Map(["main", ".app-nav"].map(part => [part, document.querySelector(part)]).filter(([, was]) => was));
const reads = part => !!part?.querySelector("[aria-busy]");
new MutationObserver((_, coming) => {
  if (!document.querySelector("main[data-interactive]")) return;
  for (const [part, was] of drawn) {
    // The live part comes first, so that whoever looks for an id finds it there.
    const live = document.querySelector(part);
    if (reads(live) && !reads(was)) {
      live.hidden = true;
      if (!was.isConnected) live.after(was);
      continue;
    }
    if (live) live.hidden = false;
    was.remove();
    drawn.delete(part);
  }
  if (drawn.size === 0) coming.disconnect();
}).observe(document.body, { childList: true, subtree: true });

/* A lost connection: silent for a second, then said; retried while it lasts, at once when the tab is seen again. */
const notice = byId("components-reconnect-modal");
const stage = name => notice.classList.contains(`components-reconnect-${name}`);
let blip, retry;

async function rejoin() {
  try {
    if (await Blazor.reconnect() === false) location.reload();
  } catch {
    // Still no server: the next round asks again.
  }
}

new MutationObserver(() => {
  const lost = stage("show") || stage("failed") || stage("rejected");
  if (!lost) {
    clearTimeout(blip);
    clearInterval(retry);
    blip = retry = undefined;
    notice.classList.remove("app-reconnect--seen");
    return;
  }
  blip ??= setTimeout(() => notice.classList.add("app-reconnect--seen"), 1000);
  if (stage("rejected")) location.reload();
  if (stage("failed")) retry ??= setInterval(() => { if (!document.hidden) rejoin(); }, 10000);
}).observe(notice, { attributes: true, attributeFilter: ["class"] });

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && stage("failed")) rejoin();
});

/* Whether somebody points at it or has the focus in it: then nothing in it moves. */
function inUse(id) {
  const region = byId(id);
  return !!region && (region.matches(":hover") || region.contains(document.activeElement));
}

/* A wide picture opens where the case is. */
function centre(scrollId, targetId) {
  const scroll = byId(scrollId), target = byId(targetId);
  if (!scroll || !target) return;
  const [area, box] = [scroll.getBoundingClientRect(), target.getBoundingClientRect()];
  scroll.scrollLeft += box.left + box.width / 2 - area.left - area.width / 2;
}

window.portal = { say, dialog, inUse, centre };
