const modal = document.getElementById("components-reconnect-modal");

document.getElementById("components-reload-button").addEventListener("click", () => location.reload());
document.getElementById("components-reconnect-button").addEventListener("click", async () => {
  if (!await Blazor.reconnect()) location.reload();
});

// Rejected means the server no longer knows this circuit: only a fresh page helps.
new MutationObserver(() => {
  if (modal.classList.contains("components-reconnect-rejected")) location.reload();
}).observe(modal, { attributes: true, attributeFilter: ["class"] });
