"use strict";
// The page can be read whole without this, which adds the filter. It stands before the events, so that who asks while
// they are still being read is answered: what comes later is filtered before it is seen. What is asked is kept in the
// address, as in #actor=ukraine&q=drones, so that a link is a filter.
(() => {
  const at = (id) => document.getElementById(id);
  const actorBox = at("actor"), wordsBox = at("words"), count = at("count"), again = at("again");
  const asking = at("asking"); // says the filter above the overview, and on paper
  const all = count.textContent; // how many events the page has
  const months = [], events = []; // as far as they have been read
  const isReading = () => document.readyState === "loading";
  let asked = { name: "", words: [] };
  let opening = false; // whether a link that is a filter has still to lead to the events
  let typed = false, nextFrame;

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
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim();

  // wanted returns what has to be in a text: the beginnings of words, and phrases in quotation marks.
  const wanted = (text) => [...text.matchAll(/["“”„]([^"“”]*)(["“”]?)|[^\s"“”„]+/g)]
    .map(([all, phrase, closed]) => [fold(phrase ?? all), closed])
    .filter(([words]) => words).map(([words, closed]) => " " + words + (closed ? " " : ""));

  // cast returns who takes part, those of most events first. Their numbers are their places in the list of names, which
  // has been read when the events begin: nobody is known before that.
  let actors;
  const cast = () => actors ??= at("events") ? [...at("names").options].map((option, n) => {
    const { id, also } = option.dataset, others = also ? also.split("\n").map((one) => " " + fold(one) + " ") : [];
    return { number: " " + (n + 1) + " ", id, name: option.value, others,
      names: [" " + fold(id) + " ", " " + fold(option.value) + " ", ...others] };
  }) : undefined;

  // findActor returns who is called so: the one of that very name or id, or else the first of whom a name has words
  // that begin so.
  const findActor = (name) => {
    const folded = fold(name), known = cast() ?? [];
    return known.find((one) => one.id === name || one.name === name) ||
      folded && (known.find((one) => one.names.includes(" " + folded + " ")) ||
        known.find((one) => one.names.some((spelling) => spelling.includes(" " + folded))));
  };
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

  // textOf returns what the words of an event are looked for in: its text, and all names of those it lists.
  const textOf = (event) => event.text ||= [" " + fold(event.article.textContent) + " ",
    ...[...event.article.querySelectorAll(".who a.actor")].flatMap((link) => actorOf(link).others)].join("|");

  // filter shows the events that fit what is asked, from the one of a number on, and hides the others. While the page
  // is read, it goes on with those that come.
  const filter = (from) => {
    gather();
    const { name, actor, words } = asked;
    for (const event of events.slice(from)) {
      const fits = (!name || Boolean(actor) && event.actors.includes(actor.number)) &&
        words.every((word) => textOf(event).includes(word));
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
    cancelAnimationFrame(nextFrame);
    if (isReading() && !again.hidden) nextFrame = requestAnimationFrame(goOn);
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
    const text = again.hidden ? all :
      number + (actor ? " with " + actor.name : name && actors ? `: nobody here is called “${name}”` : "");
    if (count.textContent !== text) count.textContent = text;
    asking.textContent = again.hidden ? "" : "Filtered: " + text +
      (words.length ? `, with the words “${wordsBox.value.trim()}”` : "") + ". The overview is of all.";
    asking.hidden = again.hidden;
  };

  // show filters by what the boxes ask, and returns the actor.
  const show = () => {
    const name = actorBox.value.trim();
    asked = { name, actor: name && findActor(name), words: wanted(wordsBox.value) };
    filter(0);
    return asked.actor;
  };

  // place returns the first event in sight and where it stands, to which goBack goes back. The browser would go back to
  // a number of pixels, and events that come into sight again may have other heights.
  const place = () => {
    const first = [...document.querySelectorAll("article")].find((one) => one.getBoundingClientRect().bottom > 0);
    return first && { at: first.id, top: first.getBoundingClientRect().top };
  };
  const goBack = (state, frames) => {
    const first = state?.at && at(state.at);
    if (!first || !frames) return;
    scrollBy(0, first.getBoundingClientRect().top - state.top);
    requestAnimationFrame(() => goBack(state, frames - 1));
  };

  // keep puts the filter into the address. What is typed in one go is one step back.
  const keep = (actor, typing) => {
    const asked = new URLSearchParams();
    if (actorBox.value.trim()) asked.set("actor", actor ? actor.id : actorBox.value.trim());
    if (wordsBox.value.trim()) asked.set("q", wordsBox.value.trim());
    const address = "#" + asked;
    const replace = typing && history.state?.typing === typing;
    history[replace ? "replaceState" : "pushState"]({ typing }, "", address);
  };
  const ask = (name, words) => {
    history.replaceState({ ...history.state, ...place() }, "");
    [actorBox.value, wordsBox.value] = [name, words];
    keep(show(), "");
    at("events")?.scrollIntoView();
  };

  // An address that asks nothing leads to a part of the page. An event is shown then whatever was asked; of a month
  // whose events are all hidden the next is meant that has some.
  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch { // it is no UTF-8, or has a lone %
      return text;
    }
  };
  const inAddress = () => { // undefined where the address is no filter
    const filter = new URLSearchParams(location.hash.slice(1));
    return !location.hash || filter.has("actor") || filter.has("q") ? filter : undefined;
  };
  const goTo = () => {
    const filter = inAddress();
    const target = at(decoded(location.hash.slice(1))) || at(location.hash.slice(1));
    if (filter) {
      const actor = filter.has("actor") && findActor(filter.get("actor"));
      actorBox.value = actor ? actor.name : filter.get("actor") || "";
      wordsBox.value = filter.get("q") || "";
      show();
    } else if (target?.matches("h2") && target.parentElement.hidden) {
      const next = months.find(({ section }) => !section.hidden &&
        target.compareDocumentPosition(section) & Node.DOCUMENT_POSITION_FOLLOWING);
      next?.section.scrollIntoView();
    } else if (target?.closest("[hidden]")) {
      actorBox.value = wordsBox.value = "";
      show();
      target.scrollIntoView();
    }
  };

  for (const box of [actorBox, wordsBox]) box.addEventListener("input", () => {
    typed = true;
    keep(show(), box.id);
  });
  again.addEventListener("click", () => { ask("", ""); actorBox.focus(); });
  addEventListener("popstate", (back) => { goTo(); goBack(back.state, 3); });
  addEventListener("keydown", (key) => {
    if (key.key === "Escape" && !again.hidden) ask("", "");
  });
  addEventListener("click", (click) => {
    const name = click.target.closest?.("a.actor");
    if (!name || click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    ask(actorOf(name).name, wordsBox.value);
  });
  at("filter").hidden = false;
  if (inAddress()) goTo();
  if (!again.hidden && !history.state) { // who comes back is where they were
    opening = true;
    history.replaceState({}, "");
  }

  addEventListener("DOMContentLoaded", () => {
    count.setAttribute("aria-live", "polite"); // numbers on the way are not told
    goOn();
    if (!inAddress()) goTo(); // to what may not have been there when it was asked for

    // What is read while nothing else is to be done need not be read when the first letter is typed.
    const unread = [...events].reverse();
    const readAhead = (idle) => {
      while (unread.length && idle.timeRemaining() > 2) textOf(unread.pop());
      if (unread.length) requestIdleCallback(readAhead);
    };
    if (window.requestIdleCallback) requestIdleCallback(readAhead);
  });
})();
