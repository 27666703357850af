// A toggle that shows its state by colour only.
document.querySelector("[data-toggle]")?.addEventListener("click", (event) => event.currentTarget.classList.toggle("on"));
