"use strict";
// The page can be read whole without this, which adds the filter. It stands before the events, so that who asks while
// they are still being read is answered: what comes later is filtered before it is seen. What is asked is kept in the
// address, as in #actor=ukraine&q=drones, so that a link is a filter; &at=t3 is the part of the page that was gone to.
(() => {
  const at = (id) => document.getElementById(id);
  const actorBox = at("actor"), wordsBox = at("words"), count = at("count"), again = at("again");
  const asking = at("asking"); // says the filter above the overview, and on paper
  const all = count.textContent; // how many events the page has
  const months = [], events = []; // as far as they have been read
  const isReading = () => document.readyState === "loading";
  const ownOfSources = new Map(); // s1 -> words of the writer's own keys of a source, once the sources have been read
  let asked = { name: "", words: [] };
  let opening = false; // whether a link that is a filter has still to lead to the events
  let awaited = ""; // the part of the page that has still to be gone to
  let here; // the part of the page that was gone to
  let typed = false, nextFrame, nextLists;

  // fold returns the words of a text as they are compared: in lower case, without accents, with no more between them
  // than a blank. Й and ї stay, ё is е and ґ is г; apostrophes and the full stops of initials are left out, and in
  // scripts without spaces each character is a word. It is what the program does, but for a few rare letters.
  const byHand = { ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ŧ: "t", ß: "ss", ı: "i", æ: "ae", œ: "oe", þ: "th",
    ς: "σ", ґ: "г" };
  const fold = (text) => text.toLowerCase().normalize("NFKD")
    .replace(/(и\u0306|і\u0308)|\p{Mn}/gu, (mark, kept) => kept || mark < "\u0900" ? kept || "" : mark)
    .normalize("NFC")
    .replace(/[łøđðħŧßıæœþςґ]/g, (letter) => byHand[letter])
    .replace(/\p{Cf}|['’‘ʼʻʹ](?=[\p{L}\p{N}])/gu, "")
    .replace(/(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))/gu, "$1")
    .replace(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/gu, " $& ")
    .replace(/[^\p{L}\p{N}\p{M}\x1e]+/gu, " ").replace(/ ?\x1e[ \x1e]*/g, " | ").trim();
  const foldAll = (texts) => " " + fold(texts.join("\x1e")) + " "; // no phrase goes from one text into another

  // wanted returns what has to be in a text: the beginnings of words, and phrases in quotation marks.
  const wanted = (text) => [...text.matchAll(/["“”„]([^"“”]*)(["“”]?)|[^\s"“”„]+/g)]
    .map(([all, phrase, closed]) => [fold(phrase ?? all), closed])
    .filter(([words]) => words).map(([words, closed]) => " " + words + (closed ? " " : ""));

  // cast returns who takes part, those of most events first, and after them, without ids, those who only speak. Their
  // numbers are their places in the list of names, which has been read when the events begin: nobody is known before.
  let actors;
  const cast = () => actors ??= at("events") ? [...at("names").options].map((option, n) => {
    const { id, also, own } = option.dataset, names = [option.value, ...also?.split("\n") ?? []];
    return { number: " " + (n + 1) + " ", id, name: option.value,
      names: [id ?? "", ...names].map((one) => " " + fold(one) + " "),
      words: foldAll([...names, ...own?.split("\n") ?? []]) };
  }) : undefined;

  // findActor returns who is called so: the one of that very name or id, or else the first of whom a name has words
  // that begin so.
  const findActor = (name) => {
    const folded = fold(name), known = (cast() ?? []).filter((one) => one.id);
    return known.find((one) => one.id === name || one.name === name) ||
      folded && (known.find((one) => one.names.includes(" " + folded + " ")) ||
        known.find((one) => one.names.some((spelling) => spelling.includes(" " + folded))));
  };
  const nameIn = (link) => link.getAttribute("href").slice(1); // of the part of the page that it leads to
  const actorOf = (link) => cast()[link.hash.slice(2) - 1]; // #a1 is the first

  // gather takes the events that have been read since the last time. The last of them may still lack its end.
  const gather = () => {
    if (events.length) events.at(-1).text = "";
    const sections = at("events")?.children ?? [];
    for (let n = Math.max(months.length - 1, 0); n < sections.length && sections[n].children.length > 1; n++) {
      const month = months[n] ??= { section: sections[n], read: 0, shown: 0 };
      const parts = month.section.children; // the first is the heading
      while (month.read < parts.length - 1) {
        const article = parts[++month.read];
        events.push({ article, month, actors: " " + article.dataset.a + " ", fits: true, text: "" });
        month.shown++;
      }
    }
  };

  // wordsOf returns the record's own words in an element: its text, with that of links to the web and of what may be
  // written from the right. What stands in other elements is said of actors and sources, or by the page.
  const wordsOf = (element) => {
    let text = "";
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) text += node.data;
      else if (node.rel || node.localName === "bdi") text += node.textContent;
    }
    return element.matches(".tags") ? text.replaceAll(" · ", "\x1e") : text;
  };

  const allWords = (within, parts) => [...within.querySelectorAll(parts)].map(wordsOf);

  // textOf returns what the words of an event are looked for in, as the program does: title, summary, location, tags,
  // notes, quotes, claims, labels of figures, and values of the writer's own keys, with all names of those who are
  // listed or speak, and the ids that the event itself writes.
  const summary = "p:not([class]), .lines";
  const others = "h3, .where, .who bdi, .note, q, .sides li li, .n + span, dd, .tags";
  const actorsIn = (numbers) => numbers?.split(" ").map((number) => cast()[number - 1]) ?? [];
  const textOf = ({ article, text }) => text ||
    foldAll([allWords(article, summary).join("\n"), ...allWords(article, others)]) +
    actorsIn(article.dataset.i).map((one) => one.names[0]).join("|") +
    [...[...article.querySelectorAll(".who a")].map(actorOf), ...actorsIn(article.dataset.s)]
      .map((one) => one.words).join("|") +
    (ownOfSources.size ? [...article.querySelectorAll(".cites a")].map((link) =>
      ownOfSources.get(nameIn(link)) ?? "").join("|") : "");
  const wordsIn = (event) => event.text = textOf(event);

  // filter shows the events that fit what is asked, from the one of a number on, and hides the others. While the page
  // is read, it goes on with those that come.
  const filter = (from) => {
    gather();
    const { name, actor, words } = asked;
    for (const event of events.slice(from)) {
      const fits = (!name || Boolean(actor) && event.actors.includes(actor.number)) &&
        words.every((word) => wordsIn(event).includes(word));
      if (event.fits === fits) continue;
      event.article.hidden = !fits;
      event.fits = fits;
      event.month.shown += fits ? 1 : -1;
    }
    for (const { section, shown } of months) if (section.hidden === shown > 0) section.hidden = !shown;
    tell();
    const main = at("events");
    if (main) main.style.minHeight = isReading() ? "100vh" : ""; // its beginning can stand at the top from the first on
    if (main && opening) {
      opening = false;
      main.scrollIntoView({ behavior: "instant" });
    }
    clearTimeout(nextLists);
    nextLists = setTimeout(narrow, 200); // not before every letter
    cancelAnimationFrame(nextFrame);
    if (isReading() && !again.hidden) nextFrame = requestAnimationFrame(goOn);
  };

  // namesIn returns the entries of the lists at the end that an event has to do with.
  const namesIn = (event) => {
    const { article, names } = event;
    if (names) return names;
    const links = [...article.querySelectorAll(".actor, .cite, .cites a")].map(nameIn);
    const all = [...links, ...article.dataset.a.split(" ").map((number) => "a" + number)];
    if (!isReading()) event.names = all;
    return all;
  };

  // narrow leaves in the lists at the end those who are in the events that are shown, and what these cite.
  const narrow = () => {
    clearTimeout(nextLists);
    const isAll = again.hidden, named = new Set();
    if (!isAll) for (const event of events) if (event.fits) for (const name of namesIn(event)) named.add(name);
    for (const list of ["actors", "sources"]) for (const one of at(list)?.children ?? []) {
      if (one.hidden === (isAll || named.has(one.id))) one.hidden = !one.hidden;
    }
  };

  // goOn filters what has come since the last frame.
  const goOn = () => {
    if (again.hidden || actors || !cast()) filter(Math.max(events.length - 1, 0));
    else if (!typed && inAddress()) goTo(); // who is asked for is known now
    else show();
  };

  // tell says how many events are shown.
  const tell = () => {
    const { name, actor, words } = asked, shown = months.reduce((n, month) => n + month.shown, 0);
    const soFar = isReading() && (actor || !name || !actors); // of nobody there will be none
    again.hidden = !name && !words.length;
    const number = soFar ? `${shown} of ${parseInt(all)} so far` : // as short as "events": the bar keeps its height
      isReading() || shown < events.length ? `${shown} of ${all}` : all;
    const typed = wordsBox.value.trim(), quoted = /["“”„]/.test(typed) ? typed : `“${typed}”`;
    const wanted = [actor?.name, words.length && quoted].filter(Boolean).join(" and ");
    const text = again.hidden ? all :
      number + (name && !actor && actors ? `: nobody here is called “${name}”` : wanted && " with " + wanted);
    if (count.textContent !== text) count.textContent = text;
    asking.textContent = again.hidden ? "" :
      `Filtered: ${text}. The overview is of all, and so are the numbers beside the actors.`;
    asking.hidden = again.hidden;
  };

  // show filters by what the boxes ask.
  const show = () => {
    const name = actorBox.value.trim();
    asked = { name, actor: name && findActor(name), words: wanted(wordsBox.value) };
    filter(0);
  };

  // place returns the first event or entry of a list in sight and where it stands, to which goBack goes back. The
  // browser would go back to a number of pixels, and events that come into sight again may have other heights.
  const place = () => {
    const entries = [...document.querySelectorAll("article, .end > * > li")];
    const first = entries.find((one) => one.getBoundingClientRect().bottom > 0);
    return first && { at: first.id, top: first.getBoundingClientRect().top };
  };
  const goBack = (state, frames) => {
    const first = state?.at && at(state.at);
    if (!first || !frames) return;
    scrollBy(0, first.getBoundingClientRect().top - state.top);
    requestAnimationFrame(() => goBack(state, frames - 1));
  };

  // address returns the address of what is asked, and of the part of the page that was gone to.
  const address = (part) => {
    const { actor, name } = asked, all = new URLSearchParams();
    if (name) all.set("actor", actor ? actor.id : name);
    if (wordsBox.value.trim()) all.set("q", wordsBox.value.trim());
    if (part) all.set("at", part);
    return "#" + all;
  };

  // keep puts the filter into the address. What is typed in one go is one step back.
  const keep = (typing) => {
    const replace = typing && history.state?.typing === typing;
    history[replace ? "replaceState" : "pushState"]({ typing }, "", address());
  };
  const leave = () => history.replaceState({ ...history.state, ...place() }, "");
  const ask = (name, words) => {
    leave();
    [actorBox.value, wordsBox.value] = [name, words];
    show();
    keep("");
    at("events")?.scrollIntoView();
  };

  // partOf returns a part of the page by its name in an address.
  const partOf = (name) => {
    try {
      return at(decodeURIComponent(name)) || at(name);
    } catch { // it is no UTF-8, or has a lone %
      return at(name);
    }
  };

  // lead goes to a part of the page. Of a month whose events are all hidden the next is meant that has some.
  const lead = (name) => {
    let part = partOf(name);
    awaited = part || !isReading() ? "" : name;
    if (part?.matches("main h2")) {
      const shown = months.filter((month) => month.shown).map(({ section }) => section.children[0]);
      part = shown.find((other) => !(part.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING)) ?? part;
    }
    narrow();
    mark(part);
    part?.scrollIntoView();
  };
  const mark = (part) => { // as a browser marks what an address leads to
    here?.classList.remove("here");
    here = part;
    here?.classList.add("here");
  };

  // goTo does what the address asks. One that is no filter leads to a part of the page, where all events are shown.
  const inAddress = () => {
    const filter = new URLSearchParams(location.hash.slice(1));
    return !location.hash || filter.has("actor") || filter.has("q") ? filter : undefined;
  };
  const goTo = () => {
    const filter = inAddress() ?? new URLSearchParams(), name = filter.get("actor"), part = location.hash.slice(1);
    const isHidden = partOf(part)?.closest("[hidden]");
    const actor = name && findActor(name);
    actorBox.value = actor ? actor.name : name || "";
    wordsBox.value = filter.get("q") || "";
    show();
    mark();
    if (filter.get("at")) lead(filter.get("at"));
    else if (isHidden) lead(part);
  };

  for (const box of [actorBox, wordsBox]) box.addEventListener("input", () => {
    typed = true;
    show();
    keep(box.id);
  });
  again.addEventListener("click", () => { ask("", ""); actorBox.focus(); });
  addEventListener("popstate", (back) => { goTo(); narrow(); goBack(back.state, 3); });
  addEventListener("beforeprint", narrow);
  addEventListener("keydown", (key) => {
    if (key.key === "Escape" && !again.hidden) ask("", "");
  });
  addEventListener("click", (click) => {
    const link = click.target.closest?.("a[href^='#']");
    if (!link || click.ctrlKey || click.metaKey || click.shiftKey) return;
    const name = nameIn(link), part = partOf(name);
    if (link.matches(".actor")) ask(actorOf(link).name, wordsBox.value);
    else if (!again.hidden && !part?.closest("article[hidden]")) {
      leave();
      history.pushState({}, "", address(part?.id ?? name));
      lead(name);
      part?.setAttribute("tabindex", "-1"); // who goes on by keys goes on from there
      part?.focus({ preventScroll: true });
    } else return; // the browser goes there, and an event that the filter hides is shown among all
    click.preventDefault();
  });
  at("filter").hidden = false;
  if (inAddress()) goTo();
  if (!again.hidden && history.state) awaited = ""; // who comes back is where they were
  else if (!again.hidden) {
    opening = !awaited;
    history.replaceState({}, "");
  }

  addEventListener("DOMContentLoaded", () => {
    count.setAttribute("aria-live", "polite"); // numbers on the way are not told
    for (const one of document.querySelectorAll("#sources > li:has(dd)")) {
      ownOfSources.set(one.id, foldAll(allWords(one, "dd")));
    }
    if (ownOfSources.size) for (const event of events) event.text = "";
    goOn();
    if (awaited) lead(partOf(awaited) ? awaited : "events"); // it was not there when it was asked for

    // What is read while nothing else is to be done need not be read when the first letter is typed.
    const unread = [...events].reverse();
    const readAhead = (idle) => {
      while (unread.length && idle.timeRemaining() > 2) wordsIn(unread.pop());
      if (unread.length) requestIdleCallback(readAhead);
    };
    if (window.requestIdleCallback) requestIdleCallback(readAhead);
  });
})();
