// Dragging cards to people. The pointer is followed here and nothing is sent until the drop; the server draws what came of it.
// Each column carries its load and whether it can take anything, each card its weight and who can't be given it.
const LONG_PRESS = 350, FAR = 6, EDGE = 56, AT_REST = 20000, NARROWEST = 124;

export function attach(id, net) {
  const board = document.getElementById(id), bar = document.getElementById(`${id}-holding`);
  const stop = new AbortController();
  const on = (target, name, does, options) => target.addEventListener(name, does, { signal: stop.signal, ...options });
  let press, held, using = false, rest, rolling;

  /* Whether somebody is at work here: told once when it begins and once when it ends. */
  function use() {
    clearTimeout(rest);
    rest = setTimeout(leave, AT_REST);
    if (using) return;
    using = true;
    net.invokeMethodAsync("Using", true);
  }

  function leave() {
    clearTimeout(rest);
    if (held) rest = setTimeout(leave, 1000);
    else if (using) {
      using = false;
      net.invokeMethodAsync("Using", false);
    }
  }

  const inside = () => board.matches(":hover") || board.contains(document.activeElement);
  for (const name of ["pointerenter", "pointermove", "focusin", "keydown"]) on(board, name, use);
  for (const name of ["pointerleave", "focusout"]) on(board, name, () => setTimeout(() => { if (using && !inside()) leave(); }, 300));

  /* What a column would carry. */
  const columns = () => [...board.querySelectorAll("[data-to]")];
  const percent = (points, capacity) => capacity > 0 ? Math.floor(points * 100 / capacity) : points > 0 ? 999 : 0;
  const ids = text => text ? text.split(" ") : [];

  function against(column, card) {
    if (column.dataset.no) return column.dataset.no;
    const to = column.dataset.to;
    if (!to) return null;
    if (ids(card.dataset.not).includes(to)) return "Conflict of interest";
    if (card.dataset.only !== undefined && !ids(card.dataset.only).includes(to)) return "Restricted, not named on it";
    return null;
  }

  function prospect(column) {
    const points = +column.dataset.points, capacity = +column.dataset.capacity;
    const own = held.cards.filter(card => card.closest("[data-to]") === column);
    const coming = held.cards.filter(card => !own.includes(card));
    const able = coming.filter(card => !against(column, card));
    const sum = cards => cards.reduce((all, card) => all + +card.dataset.weight, 0);
    const change = coming.length === 0 ? -sum(own) : sum(able);
    return {
      count: +column.querySelector(".app-col__now").textContent.replace(/\D/g, ""),
      before: percent(points, capacity), after: percent(points + change, capacity), leaving: coming.length === 0 ? own.length : 0, coming: coming.length, able: able.length,
      refuses: coming.length > 0 && able.length === 0, why: coming.map(card => against(column, card)).find(Boolean),
    };
  }

  /* The heads while something is held: before, after, the part that would be added, or why not. */
  const svg = name => document.createElementNS("http://www.w3.org/2000/svg", name);
  function element(name, css, text) {
    const made = document.createElement(name);
    if (css) made.className = css;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function figures(head, now, pool) {
    const box = head.querySelector("[data-figures]");
    const [before, after] = pool ? [now.count, now.count + now.able - now.leaving] : [`${now.before}%`, `${now.after}%`];
    if (before === after) return;
    box.append(element("span", "app-col__before", before), " → ", element("span", !pool && now.after > 100 ? "app-col__after app-col__after--over" : "app-col__after", after));
    head.classList.add("app-col__head--figures");
    if (pool) return;
    const bar = head.querySelector(".app-load"), most = 125, low = Math.min(now.before, now.after, most), high = Math.min(Math.max(now.before, now.after), most);
    const add = svg("rect");
    for (const [name, value] of Object.entries({ class: "app-load__add", x: low, y: 0.5, width: high - low, height: 7 })) add.setAttribute(name, value);
    bar.insertBefore(add, bar.querySelector(".app-load__tick"));
  }

  function verdict(head, now) {
    const box = head.querySelector("[data-verdict]");
    if (!box) return;
    const change = now.after - now.before;
    box.className = !now.refuses && now.after > 100 ? "app-col__verdict app-col__verdict--over" : "app-col__verdict";
    box.textContent = now.refuses || change === 0 ? "No change" : now.after > 100 ? "Over" : change > 0 ? `+${change}` : `−${-change}`;
  }

  function refusal(head, now) {
    const box = head.querySelector("[data-refuse]");
    if (!now.why) return;
    box.replaceChildren(element("b", "", now.refuses ? `Can’t take ${held.cards.length === 1 ? held.cards[0].dataset.card : `these ${held.cards.length}`}` : `Takes ${now.able} of ${now.coming}`), now.why);
    box.hidden = false;
  }

  function showHeads() {
    for (const column of columns()) {
      const now = prospect(column), head = column.querySelector(".app-col__head");
      column.classList.toggle("app-col--no", now.refuses);
      figures(head, now, !column.dataset.to);
      verdict(head, now);
      refusal(head, now);
    }
    board.classList.add("app-board--holding");
    if (board.scrollWidth > board.clientWidth + 1) showStrip();
  }

  /* All heads at once, where the columns don't fit side by side. They are copies laid over the real ones. */
  function showStrip() {
    const strip = element("div", "app-heads");
    strip.setAttribute("aria-hidden", "true");
    for (const column of columns()) {
      const item = element("div", column.className.replace("app-col--open", ""));
      item.dataset.for = column.dataset.to;
      const head = column.querySelector(".app-col__head").cloneNode(true);
      for (const other of head.querySelectorAll("[id]")) other.removeAttribute("id");
      for (const button of head.querySelectorAll("button")) button.remove();
      item.append(head);
      strip.append(item);
    }
    const place = board.getBoundingClientRect();
    strip.style.left = `${place.left}px`;
    strip.style.width = `${place.width}px`;
    strip.style.top = `${Math.max(place.top, 0)}px`;
    const most = Math.max(1, Math.floor(place.width / NARROWEST)), rows = Math.ceil(strip.children.length / most);
    strip.style.gridTemplateColumns = `repeat(${Math.ceil(strip.children.length / rows)}, minmax(0, 1fr))`;
    strip.style.minHeight = `${board.querySelector(".app-col__head").offsetHeight + 4}px`;
    document.body.append(strip);
    held.strip = strip;
  }

  function clearHeads() {
    board.classList.remove("app-board--holding");
    held.strip?.remove();
    for (const column of columns()) {
      column.classList.remove("app-col--no", "app-col--target");
      column.querySelector(".app-col__head").classList.remove("app-col__head--figures");
      column.querySelector("[data-figures]").replaceChildren();
      column.querySelector("[data-verdict]")?.replaceChildren();
      const box = column.querySelector("[data-refuse]");
      box.replaceChildren();
      box.hidden = true;
      column.querySelector(".app-load__add")?.remove();
    }
  }

  /* Taking hold, following, letting go. */
  const nameOf = card => card.querySelector(".app-card__name").textContent;

  function take() {
    const { card, x, y } = press;
    const ticked = [...board.querySelectorAll("[data-card]:not([data-fixed])")].filter(other => other.querySelector(".app-tick")?.checked);
    const cards = ticked.includes(card) ? ticked : [card];
    const place = card.getBoundingClientRect();
    const ghost = card.cloneNode(true);
    ghost.className += " app-card--held";
    ghost.removeAttribute("data-card");
    ghost.setAttribute("aria-hidden", "true");
    ghost.style.width = `${place.width}px`;
    if (cards.length > 1) ghost.append(element("p", "app-card__live", `and ${cards.length - 1} more`));
    document.body.append(ghost);
    held = { cards, ghost, dx: x - place.left, dy: y - place.top, x, y };
    for (const each of cards) {
      each.dataset.held = `${each.dataset.card} ${nameOf(each)} is being held. Esc puts it back.`;
      each.classList.add("app-card--lifted");
    }
    document.documentElement.classList.add("app-dragging");
    showHeads();
    follow(x, y);
    rolling = requestAnimationFrame(roll);
  }

  function columnAt(x, y) {
    const hit = document.elementFromPoint(x, y);
    const copy = hit?.closest("[data-for]");
    return copy ? board.querySelector(`[data-to="${CSS.escape(copy.dataset.for)}"]`) : hit?.closest("[data-to]") ?? null;
  }

  function follow(x, y) {
    held.x = x;
    held.y = y;
    held.ghost.style.transform = `translate(${x - held.dx}px, ${y - held.dy}px)`;
    const over = columnAt(x, y);
    if (over === held.over && held.told) return;
    held.told = true;
    held.over = over;
    const takes = over && prospect(over).coming > 0;
    for (const column of columns()) column.classList.toggle("app-col--target", takes && column === over);
    for (const item of held.strip?.children ?? []) item.classList.toggle("app-col--target", takes && item.dataset.for === over.dataset.to);
    tell(over);
  }

  function tell(over) {
    const [first] = held.cards, weight = held.cards.reduce((all, card) => all + +card.dataset.weight, 0);
    const what = held.cards.length === 1
      ? [`Moving ${first.dataset.card} ${nameOf(first)}.`, `${first.querySelector(".app-card__what").textContent}, weight ${weight}.`]
      : [`Moving ${held.cards.length} cases.`, `${held.cards.map(card => card.dataset.card).join(", ")}, weight ${weight} together.`];
    const line = element("p");
    line.append(element("b", "", what[0]), ` ${what[1]}`);
    if (over) {
      const now = prospect(over), name = over.dataset.name;
      if (now.refuses) line.append(` ${name} can’t take ${held.cards.length === 1 ? "it" : "them"}: ${now.why[0].toLowerCase()}${now.why.slice(1)}.`);
      else if (over.dataset.to && now.coming) line.append(` Over ${name}: load ${now.before}% → `, element("b", "", `${now.after}%`), ".");
      else if (now.coming) line.append(` Over ${name}.`);
    }
    const ways = element("p", "app-muted");
    ways.append(element("kbd", "", "Esc"), " puts it back · drop to assign · or use a card’s Move button");
    bar.replaceChildren(line, ways);
    bar.hidden = false;
  }

  /* At its edges the board rolls on; so does the page, where the board reaches out of it. */
  function roll() {
    if (!held) return;
    const place = board.getBoundingClientRect(), pool = board.querySelector(".app-col--pool")?.getBoundingClientRect().right ?? place.left;
    const speed = depth => Math.ceil(Math.min(depth, EDGE) / 4);
    const { x, y } = held;
    if (y > place.top && y < place.bottom) {
      if (x > place.right - EDGE) board.scrollLeft += speed(x - place.right + EDGE);
      else if (x < pool + EDGE && x > pool && board.scrollLeft > 0) board.scrollLeft -= speed(pool + EDGE - x);
    }
    const bottom = Math.min(place.bottom, innerHeight);
    if (y > bottom - EDGE) { board.scrollTop += speed(y - bottom + EDGE); scrollBy(0, place.bottom > innerHeight ? speed(y - bottom + EDGE) : 0); }
    else if (y < EDGE) scrollBy(0, -speed(EDGE - y));
    rolling = requestAnimationFrame(roll);
  }

  function letGo() {
    clearTimeout(press?.timer);
    press = undefined;
    if (!held) return;
    cancelAnimationFrame(rolling);
    clearHeads();
    held.ghost.remove();
    bar.hidden = true;
    bar.replaceChildren();
    for (const card of held.cards) {
      card.classList.remove("app-card--lifted");
      delete card.dataset.held;
    }
    document.documentElement.classList.remove("app-dragging");
    held = undefined;
  }

  async function drop(x, y) {
    const over = columnAt(x, y), cards = held.cards;
    const moving = over ? cards.filter(card => card.closest("[data-to]") !== over).map(card => card.dataset.card) : [];
    letGo();
    if (moving.length === 0) return;
    for (const card of cards) card.setAttribute("aria-busy", "true");
    try { await net.invokeMethodAsync("Dropped", moving, over.dataset.to); }
    finally { for (const card of cards) card.removeAttribute("aria-busy"); }
  }

  const narrow = matchMedia("(max-width: 640px)");
  on(board, "dragstart", event => event.preventDefault());
  on(board, "pointerdown", event => {
    const card = event.target.closest("[data-card]");
    if (!card || card.dataset.fixed || event.button || narrow.matches || event.target.closest("a, button, input")) return;
    press = { card, id: event.pointerId, x: event.clientX, y: event.clientY, touch: event.pointerType === "touch" };
    // A finger that moves at once wants to scroll; one that stays wants the card.
    if (press.touch) press.timer = setTimeout(() => { if (press) { card.setPointerCapture(press.id); take(); } }, LONG_PRESS);
  });
  on(document, "pointermove", event => {
    if (!press || event.pointerId !== press.id) return;
    const far = Math.hypot(event.clientX - press.x, event.clientY - press.y) > FAR;
    if (!held && !far) return;
    if (!held && press.touch) return letGo();
    if (!held) take();
    follow(event.clientX, event.clientY);
  });
  on(document, "pointerup", event => {
    if (!press || event.pointerId !== press.id) return;
    if (held) drop(event.clientX, event.clientY);
    else letGo();
  });
  on(document, "pointercancel", letGo);
  on(window, "blur", letGo);
  on(document, "keydown", event => { if (held && event.key === "Escape") { event.preventDefault(); letGo(); } });
  on(document, "selectstart", event => { if (press) event.preventDefault(); });
  on(document, "contextmenu", event => { if (held) event.preventDefault(); });
  on(board, "touchmove", event => { if (held) event.preventDefault(); }, { passive: false });

  board.dataset.ready = "";
  return {
    /* After a dialog has closed and the board is drawn again: the first of these cards that is there. */
    focusOn(references) {
      const now = tries => {
        if (document.querySelector("dialog[open]") && tries > 0) return requestAnimationFrame(() => now(tries - 1));
        const card = references.map(reference => board.querySelector(`[data-card="${CSS.escape(reference)}"]`)).find(found => found?.offsetParent);
        (card?.querySelector(".app-move") ?? card?.querySelector("a") ?? board.querySelector("h2"))?.focus();
      };
      requestAnimationFrame(() => now(60));
    },
    dispose() {
      letGo();
      clearTimeout(rest);
      stop.abort();
    },
  };
}

export async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    return true;
  } catch {
    return false;
  }
}
