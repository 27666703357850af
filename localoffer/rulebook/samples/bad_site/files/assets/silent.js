// Changes what the page says without telling a screen reader.
document.querySelector("[data-count]")?.addEventListener("click", () => { document.querySelector("[data-result]").textContent = "3 clubs found"; });
