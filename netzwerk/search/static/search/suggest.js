/* Suggestions while typing: a combobox with a list. Without this file the field is an ordinary form field. */
"use strict";

(() => {
  const FEWEST_CHARACTERS = 2;
  const PAUSE = 180; // milliseconds without a key press before a request
  const status = document.createElement("p");
  let lists = 0;

  function enhance(form) {
    const input = form.querySelector("input[type=search]");
    const list = document.createElement("ul");
    list.className = "suggestions";
    list.id = `vorschlaege-${(lists += 1)}`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Vorschläge");
    input.parentElement.append(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);

    let timer = 0;
    let pending = null; // the request in progress, so that it can be aborted
    let active = -1;

    const abort = () => {
      clearTimeout(timer);
      pending?.abort();
      pending = null;
    };

    const close = () => {
      abort();
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      activate(-1);
    };

    const activate = (number) => {
      list.children[active]?.setAttribute("aria-selected", "false");
      active = number;
      const option = list.children[active];
      if (option) {
        option.setAttribute("aria-selected", "true");
        option.scrollIntoView({ block: "nearest" });
        input.setAttribute("aria-activedescendant", option.id);
      } else {
        input.removeAttribute("aria-activedescendant");
      }
    };

    const show = (found) => {
      activate(-1);
      list.replaceChildren(...found.map(optionOf));
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(found.length > 0));
      status.textContent = inWords(found.length);
    };

    const optionOf = ({ title, url, kind }, number) => {
      const option = document.createElement("li");
      const name = document.createElement("span");
      const label = document.createElement("span");
      option.id = `${list.id}-${number}`;
      option.dataset.url = url;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      name.textContent = title;
      label.textContent = kind;
      label.className = "muted";
      option.append(name, " ", label);
      return option;
    };

    const ask = async () => {
      abort();
      const typed = input.value.trim();
      if (typed.length < FEWEST_CHARACTERS) {
        status.textContent = "";
        close();
        return;
      }
      const mine = new AbortController();
      pending = mine;
      try {
        const answer = await fetch(`${form.dataset.suggestions}?${new URLSearchParams({ q: typed, art: form.dataset.kind ?? "" })}`, {
          signal: mine.signal,
          headers: { Accept: "application/json" },
        });
        const found = answer.ok ? (await answer.json()).suggestions : [];
        if (pending === mine && document.activeElement === input) show(found);
      } catch {
        // Aborted, or the network is down: the form still works.
      }
    };

    input.addEventListener("input", (event) => {
      abort();
      if (!event.isComposing) timer = setTimeout(ask, PAUSE);
    });

    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const options = list.children.length;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) ask();
        else if (event.key === "ArrowDown") activate(active + 1 < options ? active + 1 : -1);
        else activate(active < 0 ? options - 1 : active - 1);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault(); // keeps the typed text
        close();
      } else if (event.key === "Enter" && list.children[active]) {
        event.preventDefault();
        location.assign(list.children[active].dataset.url);
      }
    });

    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) location.assign(option.dataset.url);
    });
    input.addEventListener("blur", close);
    form.addEventListener("submit", close);
  }

  function inWords(count) {
    if (count === 0) return "Keine Vorschläge";
    return `${count} ${count === 1 ? "Vorschlag" : "Vorschläge"}. Mit den Pfeiltasten auswählen, mit Enter öffnen.`;
  }

  const forms = document.querySelectorAll("form[data-suggestions]");
  if (forms.length) {
    status.className = "kern-sr-only";
    status.setAttribute("role", "status");
    document.body.append(status);
    forms.forEach(enhance);
  }
})();
