/* Saves the fields of a form while somebody writes. Without this file the form is an ordinary one, with the same check.

   A field sends one request at a time. As long as the outcome of a request is unknown (no answer, a server error), the same text is
   sent again: the server saves it once, and what was typed since follows on its version. So no lost answer looks like a
   second writer. */
"use strict";

(() => {
  const PAUSE = 1200; // milliseconds without a key press before a save
  const LONGEST = 8000; // between saves of somebody who never pauses
  const PATIENCE = 20000; // for an answer
  const FIRST_RETRY = 1000;
  const LAST_RETRY = 30000;
  const ASK_AGAIN = 15000; // whether somebody has logged in again

  /* Buttons that copy the value of a control, where the browser lets us: over an encrypted connection only. */
  function offerCopies(within) {
    for (const button of within.querySelectorAll("[data-copy]")) button.hidden = !navigator.clipboard;
  }

  async function copy(button) {
    try {
      await navigator.clipboard.writeText(button.form.elements[button.dataset.copy].value);
      button.textContent = "Text ist kopiert";
    } catch {
      button.textContent = "Kopieren ging nicht. Noch einmal versuchen";
    }
  }

  class Field {
    constructor(form, seen, ask) {
      this.ask = ask;
      this.seen = seen; // the hidden input with the version on which the person writes
      this.name = seen.dataset.autosaveField;
      this.control = form.elements[this.name];
      this.stored = seen.dataset.unsaved ? null : this.control.defaultValue; // null: something that is not shown
      this.request = null; // {text, seen} whose outcome is not known
      this.running = null; // promise of the request that is on its way
      this.state = "";
      this.failures = 0;
      this.says = document.createElement("div");
      this.says.className = "save-state";
      this.says.setAttribute("role", "status");
      this.control.after(this.says);
      this.last = "";
      if (seen.dataset.unsaved) this.show("unsaved");
      else if (seen.dataset.saved) this.show("saved", { words: seen.dataset.saved });
      this.control.addEventListener("input", (event) => event.isComposing || this.changed());
      this.control.addEventListener("compositionend", () => this.changed());
      this.control.addEventListener("blur", () => this.isDirty && this.state !== "unsaved" && this.soon(0));
      this.says.addEventListener("click", (event) => this.pressed(event.target.closest("[data-autosave-do]")));
      if (this.stored !== null && this.isDirty) this.changed(); // the browser has brought back what was typed before
    }

    get isDirty() {
      return this.control.value !== this.stored;
    }

    get waitsForLogin() {
      return this.state === "expired" || this.state === "other-account";
    }

    get isUnsaved() {
      return this.isDirty || this.request !== null;
    }

    changed() {
      if (this.state === "unsaved") this.show("");
      this.says.classList.toggle("is-saving", this.isDirty);
      if (!this.isDirty && !this.request) return;
      this.since ??= Date.now();
      this.soon(Math.max(0, Math.min(PAUSE, this.since + LONGEST - Date.now())));
    }

    soon(milliseconds) {
      clearTimeout(this.timer);
      if (this.state !== "conflict") this.timer = setTimeout(() => this.send(), milliseconds);
    }

    stop() {
      clearTimeout(this.timer);
    }

    send() {
      clearTimeout(this.timer);
      if (!this.running && this.state !== "conflict" && this.isUnsaved) {
        this.running = this.exchange().finally(() => {
          this.running = null;
        });
      }
      return this.running ?? Promise.resolve();
    }

    async exchange() {
      this.request ??= { text: this.control.value, seen: this.seen.value };
      this.says.classList.add("is-saving");
      const answer = await this.ask.save({ field: this.name, ...this.request });
      if (answer.state === "saved") this.saved(answer);
      else if (answer.state === "logged-out") this.settled("expired", { last: this.lastWords() });
      else if (answer.state === "conflict") this.settled("conflict", { who: answer.who });
      else if (answer.state === "other-account") this.settled("other-account", { message: answer.message });
      else if (answer.message) this.settled("refused", { message: answer.message });
      else this.failed();
    }

    saved(answer) {
      this.stored = this.request.text;
      this.request = null;
      this.since = null;
      this.failures = 0;
      this.seen.value = answer.version;
      this.last = answer.time;
      this.show("saved", { words: answer.words });
      this.says.classList.toggle("is-saving", this.isDirty);
      this.control.form.querySelectorAll("[data-autosave-draft]").forEach((one) => (one.hidden = false));
      if (this.isDirty) this.changed();
    }

    settled(state, fills) {
      this.request = null; // the server has answered that it saved nothing
      this.since = null;
      this.says.classList.remove("is-saving");
      this.show(state, fills);
      if (this.waitsForLogin) this.ask.waitForLogin();
    }

    failed() {
      this.says.classList.remove("is-saving");
      this.show("waiting", { last: this.lastWords() });
      const pause = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** this.failures) * (0.75 + Math.random() / 2);
      this.failures += 1;
      this.soon(pause);
    }

    lastWords() {
      return this.last ? `Zuletzt gespeichert ${this.last}. ` : "";
    }

    resume() {
      if (this.isUnsaved && this.state !== "conflict" && this.state !== "unsaved") this.soon(0);
    }

    pressed(button) {
      if (button?.dataset.autosaveDo === "retry") this.send();
      if (button?.dataset.autosaveDo === "compare") {
        const form = this.control.form;
        form.requestSubmit(form.querySelector("[data-autosave-compare]"));
      }
    }

    // Screen readers hear a change only: "gespeichert 10:42 Uhr" at most once a minute.
    show(state, fills = {}) {
      const key = JSON.stringify([state, fills]);
      if (key === this.shown) return;
      this.shown = key;
      this.state = state;
      this.says.replaceChildren();
      if (!state) return;
      const content = document.querySelector(`template[data-autosave-state=${state}]`).content.cloneNode(true);
      for (const place of content.querySelectorAll("[data-fill]")) place.textContent = fills[place.dataset.fill] ?? "";
      for (const one of content.querySelectorAll("[data-copy]")) one.dataset.copy = this.name;
      offerCopies(content);
      this.says.append(content);
    }
  }

  class Ask {
    constructor(form, onLogin) {
      this.address = form.dataset.autosave;
      this.opened = form.elements["autosave-opened"].value;
      this.kept = form.elements["autosave-kept"].value; // the text of an expired session that the form shows
      this.tokens = () => document.querySelectorAll("input[name=csrfmiddlewaretoken]");
      this.onLogin = onLogin;
    }

    async save(what) {
      const answer = await this.post(what);
      if (answer.state !== "old-token") return answer;
      return (await this.refresh()) ? this.post(what) : { state: "logged-out" };
    }

    async post(what) {
      const answer = await this.fetch({
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.tokens()[0].value },
        body: JSON.stringify({ opened: this.opened, kept: this.kept, ...what }),
      });
      return answer.status === 403 && !answer.state ? { state: "old-token" } : answer;
    }

    /* A login replaces the CSRF token. Returns whether somebody is logged in. */
    async refresh() {
      const answer = await this.fetch({});
      if (answer.state !== "logged-in") return false;
      for (const one of this.tokens()) one.value = answer.token;
      return true;
    }

    /* The JSON of the answer, with its status; without a state where there is none. */
    async fetch(options) {
      try {
        const answer = await fetch(this.address, {
          ...options,
          headers: { Accept: "application/json", ...options.headers },
          redirect: "manual",
          signal: AbortSignal.timeout(PATIENCE),
        });
        if (answer.type === "opaqueredirect") return { state: "logged-out" };
        const isJson = (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
        return { status: answer.status, ...(isJson ? await answer.json() : {}) };
      } catch {
        return { status: 0 };
      }
    }

    waitForLogin() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.lookForLogin(), ASK_AGAIN);
    }

    async lookForLogin() {
      if (await this.refresh()) this.onLogin();
      else this.waitForLogin();
    }
  }

  function watch(form) {
    let fields = [];
    let leaving = false;
    const waiting = () => fields.filter((one) => one.waitsForLogin);
    const ask = new Ask(form, () => waiting().forEach((one) => one.resume()));
    fields = [...form.querySelectorAll("[data-autosave-field]")].map((seen) => new Field(form, seen, ask));

    const comeBack = () => {
      if (document.visibilityState !== "visible") return;
      if (waiting().length) ask.lookForLogin();
      fields.filter((one) => one.state === "waiting").forEach((one) => one.resume());
    };
    window.addEventListener("online", comeBack);
    window.addEventListener("focus", comeBack);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") fields.filter((one) => !one.state || one.state === "saved").forEach((one) => one.resume());
      else comeBack();
    });

    // The form follows on the versions of the saves before it: one that is on its way comes first.
    form.addEventListener("submit", async (event) => {
      fields.forEach((one) => one.stop());
      if (!fields.some((one) => one.request)) {
        leaving = true;
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      const button = event.submitter;
      await Promise.all(fields.map((one) => one.running));
      await Promise.all(fields.filter((one) => one.request).map((one) => one.send()));
      fields.forEach((one) => one.stop());
      if (fields.some((one) => one.request)) fields.filter((one) => one.isUnsaved).forEach((one) => one.failed());
      else form.requestSubmit(button);
    });
    window.addEventListener("pageshow", () => (leaving = false));
    window.addEventListener("beforeunload", (event) => {
      if (!leaving && fields.some((one) => one.isUnsaved)) event.preventDefault();
    });
  }

  document.querySelectorAll("form[data-autosave]").forEach(watch);
  offerCopies(document);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });
})();
