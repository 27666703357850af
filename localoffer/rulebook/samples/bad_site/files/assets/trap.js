// Keeps the keyboard in one field.
const field = document.querySelector("[data-trap]");
field?.addEventListener("keydown", (event) => { if (event.key === "Tab") event.preventDefault(); });
