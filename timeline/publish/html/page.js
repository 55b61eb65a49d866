"use strict";
// The page can be read whole without this, which adds the filter. What is asked is kept in the address, as in
// #actor=ukraine&q=drones, so that a link is a filter.
(() => {
  const at = (id) => document.getElementById(id);
  const actorBox = at("actor"), wordsBox = at("words"), count = at("count"), again = at("again");
  const asking = at("asking"); // says the filter above the overview, and on paper
  const months = [...document.querySelectorAll("main section")].map((section) => ({
    section,
    events: [...section.querySelectorAll("article")].map((article) => (
      { article, actors: " " + article.dataset.a + " ", text: "" })),
  }));
  const total = months.reduce((n, month) => n + month.events.length, 0);
  let actors; // read when they are first asked for

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

  // findActor returns who is called so: the one of that very name or id, or else the first of whom a name has words
  // that begin so. They are in the order of their events, the most first.
  const findActor = (name) => {
    actors ??= [...document.querySelectorAll("#actors li")].map((item) => {
      const names = [...item.querySelectorAll("b, .as bdi")].map((one) => one.textContent);
      return { number: item.id.slice(1), id: item.dataset.id, name: names[0],
        names: [item.dataset.id, ...names].map((one) => " " + fold(one) + " ") };
    });
    const folded = fold(name);
    return actors.find((one) => one.id === name || one.name === name) ||
      folded && (actors.find((one) => one.names.includes(" " + folded + " ")) ||
        actors.find((one) => one.names.some((spelling) => spelling.includes(" " + folded))));
  };

  // read returns what the words of an event are looked for in: its text, and all names of those it lists.
  const read = (event) => event.text ||= [event.article.textContent,
    ...[...event.article.querySelectorAll(".who a.actor")].flatMap((name) => aliases(name.hash.slice(1)))]
    .map((text) => " " + fold(text) + " ").join("|");
  const known = new Map();
  const aliases = (id) => {
    if (!known.has(id)) known.set(id, [...at(id).querySelectorAll(".as bdi")].map((one) => one.textContent));
    return known.get(id);
  };
  const show = () => {
    const name = actorBox.value.trim(), words = wanted(wordsBox.value), actor = name && findActor(name);
    const number = actor && " " + actor.number + " ";
    let shown = 0;
    for (const { section, events } of months) {
      let any = false;
      for (const event of events) {
        let fits = !name || Boolean(actor) && event.actors.includes(number);
        if (fits && words.length) {
          fits = words.every((word) => read(event).includes(word));
        }
        if (event.article.hidden === fits) event.article.hidden = !fits;
        if (fits) shown++, any = true;
      }
      if (section.hidden === any) section.hidden = !any;
    }
    const of = shown === total ? `${total} ` : `${shown} of ${total} `;
    count.textContent = of + (total === 1 ? "event" : "events") +
      (actor ? " with " + actor.name : name ? `: nobody here is called “${name}”` : "");
    again.hidden = !name && !words.length;
    asking.textContent = again.hidden ? "" : "Filtered: " + count.textContent +
      (words.length ? `, with the words “${wordsBox.value.trim()}”` : "") + ". The overview is of all.";
    asking.hidden = again.hidden;
    return actor;
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
    at("events").scrollIntoView();
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
  const goTo = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    const target = at(decoded(location.hash.slice(1))) || at(location.hash.slice(1));
    if (!location.hash || asked.has("actor") || asked.has("q")) {
      const actor = asked.has("actor") && findActor(asked.get("actor"));
      actorBox.value = actor ? actor.name : asked.get("actor") || "";
      wordsBox.value = asked.get("q") || "";
      show();
    } else if (target?.matches("h2") && target.parentElement.hidden) {
      const next = months.find(({ section }) => !section.hidden &&
        target.compareDocumentPosition(section) & Node.DOCUMENT_POSITION_FOLLOWING);
      next?.section.scrollIntoView();
    } else if (target?.closest("[hidden]")) {
      actorBox.value = wordsBox.value = "";
      show();
      target.scrollIntoView();
    } else if (!count.textContent) {
      show();
    }
  };

  for (const box of [actorBox, wordsBox]) box.addEventListener("input", () => keep(show(), box.id));
  again.addEventListener("click", () => { ask("", ""); actorBox.focus(); });
  addEventListener("popstate", (back) => { goTo(); goBack(back.state, 3); });
  addEventListener("keydown", (key) => {
    if (key.key === "Escape" && !again.hidden) ask("", "");
  });
  addEventListener("click", (click) => {
    const name = click.target.closest?.("a.actor");
    if (!name || click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    ask(at(name.hash.slice(1)).querySelector("b").textContent, wordsBox.value);
  });
  at("filter").hidden = false;
  goTo();
  const came = performance.getEntriesByType("navigation")[0]?.type; // who comes back is where they were
  if (!again.hidden && came === "navigate") at("events").scrollIntoView({ behavior: "instant" });

  // What is read while nothing else is to be done need not be read when the first letter is typed.
  const unread = months.flatMap((month) => month.events).reverse();
  const readAhead = (idle) => {
    while (unread.length && idle.timeRemaining() > 2) read(unread.pop());
    if (unread.length) requestIdleCallback(readAhead);
  };
  if (window.requestIdleCallback) requestIdleCallback(readAhead);
})();
