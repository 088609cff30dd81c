/* Loads the search script once somebody begins to search. */
const box = document.querySelector(".search[data-script]");
if (box) box.addEventListener("focusin", () => import(new URL(box.dataset.script, location)), {once: true});
