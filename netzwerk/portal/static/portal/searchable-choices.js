// A search box and a counter for lists of check boxes in the admin, which work without it too.
(() => {
  const folded = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/ß/g, "ss").toLowerCase();

  function prepare(box) {
    if (box.dataset.ready) return;
    box.dataset.ready = "1";
    const rows = [...box.querySelectorAll("li")].map((row) => ({
      row,
      level: Number(row.dataset.level),
      text: folded(row.textContent),
      tick: row.querySelector("input"),
    }));
    const count = box.querySelector("[data-count]");
    const search = document.createElement("input");
    search.type = "search";
    search.autocomplete = "off";
    search.setAttribute("aria-label", "In dieser Liste suchen");
    search.placeholder = "In dieser Liste suchen";
    box.prepend(search);

    function announce() {
      const chosen = rows.filter((one) => one.tick.checked).length;
      const shown = rows.filter((one) => !one.row.hidden).length;
      count.textContent = `${chosen} ausgewählt${search.value ? `, ${shown} von ${rows.length} gezeigt` : ""}`;
    }

    function filter() {
      const words = folded(search.value).split(/\s+/).filter(Boolean);
      const above = [];
      for (const one of rows) {
        above.length = one.level;
        above.push(one);
        one.row.hidden = !words.every((word) => one.text.includes(word));
        if (!one.row.hidden) for (const parent of above) parent.row.hidden = false;
      }
      announce();
    }

    search.addEventListener("input", filter);
    search.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault(); // which would save the page
    });
    box.addEventListener("change", announce);
  }

  const prepareAll = () => document.querySelectorAll("[data-searchable-choices]").forEach(prepare);
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", prepareAll) : prepareAll();
})();
