// A box that opens over the page, does not take the focus, and does not close with Escape.
const box = document.querySelector("[data-box]");
document.querySelector("[data-open]")?.addEventListener("click", () => { box.hidden = false; });
