/* Enhancements; every page works without them. */
"use strict";

// Prevents submitting a form twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});

// Opens the accordion item of the URL's fragment in browsers that do not.
const unfold = () => {
  const target = document.getElementById(location.hash.slice(1));
  const fold = target?.closest("details:not([open])");
  if (fold) {
    fold.open = true;
    target.scrollIntoView();
  }
};
window.addEventListener("hashchange", unfold);
window.addEventListener("pageshow", unfold);

// The menus of the header close by Escape, by a click elsewhere, and when the focus leaves them. On narrow screens they stand in
// the popover "Menü", which closes by itself.
const isOpenMenu = (one) => one.open && !one.closest(":popover-open");
const menus = [...document.querySelectorAll(".head-frame details")];
const closeMenusWithout = (place) => {
  menus.filter((one) => isOpenMenu(one) && !one.contains(place)).forEach((one) => (one.open = false));
};
document.addEventListener("click", (event) => closeMenusWithout(event.target));
document.addEventListener("focusin", (event) => closeMenusWithout(event.target));
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && !event.defaultPrevented && menus.find(isOpenMenu);
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
