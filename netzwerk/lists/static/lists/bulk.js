/* Bulk choice: says how many rows are ticked, and ticks all rows of the page in place. Without it a link loads the list with
   all rows ticked, and the next page says how many there are. */
"use strict";

document.querySelectorAll("form[data-bulk]").forEach((form) => {
  const boxes = [...document.querySelectorAll(`input[type="checkbox"][form="${form.id}"]`)];
  const count = form.querySelector("[data-count]");
  const link = form.querySelector("[data-all]");
  const all = document.createElement("button");
  all.type = "button";
  all.className = "as-link";
  all.textContent = link.textContent;
  link.replaceWith(all);

  const chosen = () => boxes.filter((box) => box.checked).length;
  const tell = () => {
    const number = chosen();
    count.textContent = number ? `${number} ausgewählt` : "Nichts ausgewählt";
    all.textContent = number === boxes.length ? "Auswahl aufheben" : "Alle auf dieser Seite auswählen";
  };
  all.addEventListener("click", () => {
    const on = chosen() < boxes.length;
    boxes.forEach((box) => (box.checked = on));
    tell();
  });
  boxes.forEach((box) => box.addEventListener("change", tell));
  window.addEventListener("pageshow", () => chosen() && tell()); // the browser keeps ticks when one comes back
});
