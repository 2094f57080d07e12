// Pickers in the admin: searches without sending the page, and moves what is picked. Without it the buttons send the page.
(() => {
  const PICKER = "[data-picker][data-address]";
  const searchOf = (picker) => picker.querySelector('input[type="search"]');

  function makeRow(picker, box) {
    const row = document.createElement("li");
    row.append(box.closest("label"));
    if (box.type === "radio") return picker.querySelector("[data-picked]").append(row);
    const moves = document.createElement("span");
    moves.className = "picker-moves";
    for (const [step, words] of [["-1", "nach oben"], ["1", "nach unten"]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.move = step;
      button.textContent = words;
      moves.append(button);
    }
    row.append(moves);
    picker.querySelector("[data-picked]").append(row);
  }

  function keepTicked(picker) {
    for (const box of picker.querySelectorAll("[data-found] input:checked")) makeRow(picker, box);
    const count = picker.querySelectorAll("[data-picked] input:checked").length;
    const words = picker.querySelector("[data-count]"); // only where several can be picked
    if (words) words.textContent = count ? `${count} ausgewählt.` : "Noch nichts ausgewählt.";
  }

  async function search(picker) {
    const words = searchOf(picker).value.trim();
    if (!words) return searchOf(picker).focus();
    const found = picker.querySelector("[data-found]");
    const query = new URLSearchParams({ q: words, name: picker.dataset.name });
    keepTicked(picker);
    try {
      const headers = { "X-Requested-With": "XMLHttpRequest" }; // refused instead of led to the login
      const answer = await fetch(`${picker.dataset.address}?${query}`, { headers });
      if (answer.redirected || answer.status === 403) {
        found.textContent = "Sie sind abgemeldet. Bitte melden Sie sich in einem anderen Tab an und suchen Sie noch einmal.";
        return;
      }
      if (!answer.ok) throw new Error(answer.status);
      found.innerHTML = await answer.text();
    } catch {
      found.textContent = "Die Suche antwortet gerade nicht. Bitte versuchen Sie es in einer Minute noch einmal.";
      return;
    }
    picker.querySelector('input[name$="-shown-for"]').value = words;
    const picked = new Set([...picker.querySelectorAll("[data-picked] input")].map((box) => box.value));
    for (const box of found.querySelectorAll("input")) if (picked.has(box.value)) box.closest("li").remove();
    if (found.querySelector("ul") && !found.querySelector("li")) {
      found.textContent = "Alles, was dazu passt, ist schon ausgewählt.";
    }
  }

  function move(button) {
    const row = button.closest("li");
    const other = button.dataset.move === "-1" ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    button.dataset.move === "-1" ? other.before(row) : other.after(row);
    row.querySelector("input").dispatchEvent(new Event("change", { bubbles: true })); // the editor saves by itself
    button.focus();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest(`${PICKER} button`);
    if (button?.matches("[data-search]")) search(button.closest(PICKER));
    if (button?.matches("[data-move]")) move(button);
    if (button) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches(`${PICKER} input[type="search"]`)) return;
    event.preventDefault(); // which would save the page
    search(event.target.closest(PICKER));
  });

  // A button to send the form would be the one that the Enter key presses in every field before it.
  const prepare = () => {
    for (const button of document.querySelectorAll(`${PICKER} button`)) {
      button.type = "button";
      button.disabled = false;
    }
  };
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", prepare) : prepare();
  document.addEventListener("focusin", prepare); // rows that were added meanwhile
})();
